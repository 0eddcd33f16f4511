"""What a city counts: indicators of ``landscape.yaml``, understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.landscape.fault import Fault, line_at, unread
from actor_graph.landscape.goals import BAR
from actor_graph.vocabulary.goals import TIES, indicator_of, key_of, target_of
from actor_graph.words.fold import fold


def indicators(written: Any) -> tuple[dict[str, str], list[Fault]]:
    """The indicators by name, each a number or ``ties | KIND | TYPE [| TYPE]``, and what is wrong with them.

    A number is what people counted in this wave; ``ties`` counts the ties of a kind with an end of the type, or between
    the two types. It may be written as keys, too: ``{ties: KIND, with: TYPE}``, ``{ties: KIND, between: [A, B]}``.
    """
    if not isinstance(written, Mapping):
        return {}, [Fault("goals.indicators", None, {})]
    found: dict[str, str] = {}
    faults: list[Fault] = []
    first: dict[str, str] = {}
    for written_as, value in written.items():
        name, line = indicator_of(str(written_as)), line_at(written, written_as)
        told = _counted(value) if isinstance(value, Mapping) else value.strip() if isinstance(value, str) else None
        if fold(name) in first:
            twice = {"name": str(written_as)[:80], "first": first[fold(name)][:80]}
            faults.append(Fault("goals.indicator_twice", line, twice))
        elif told is None or not (_is_count(told) or rule(told)):
            wrong = Fault("goals.indicator", line, {"name": str(written_as)[:80]})
            faults.append((unread(told, line) if told else None) or wrong)
        else:
            found[name] = told
        first.setdefault(fold(name), str(written_as))
    return found, faults


def _is_count(text: str) -> bool:
    found = target_of(text)
    return found is not None and found[0] is None and not found[2] and found[1] >= 0


def _counted(value: Mapping[str, Any]) -> str | None:
    told = {key_of(written): part for written, part in value.items()}
    kind, types = told.pop("ties", None), told.pop("between", None)
    types = [told.pop("with", None)] if types is None else types
    if told or not isinstance(types, list) or not all(isinstance(part, str) for part in (kind, *types)):
        return None
    return f" {BAR} ".join(["ties", str(kind), *types])


def rule(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Kind and types of an indicator that is counted from the ties; None where the text is none.

    >>> rule("ties | joint project | school | university"), rule("12")
    (('joint project', ('school', 'university')), None)
    """
    first, *parts = (part.strip() for part in text.split(BAR))
    if fold(first) not in TIES or not 2 <= len(parts) <= 3 or not all(parts):
        return None
    return parts[0], tuple(parts[1:])
