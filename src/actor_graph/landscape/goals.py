"""What a city has set out to reach, and what it counts: goals and indicators of ``landscape.yaml``, understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from actor_graph.vocabulary.goals import (
    FIGURES,
    INDICATORS,
    LESS,
    SHARES,
    SIGNED,
    TIES,
    figure_names,
    figure_of,
    indicator_of,
    key_of,
    target_of,
)  # fmt: skip
from actor_graph.words.fold import fold

BAR = "|"
_OF_STEP = ("figure", "indicator", "target", "by", "responsible")
_FORM = ("goal", "measure", "target", "by", "responsible")
"""The parts of a goal on one line, with a bar between."""
Goal = str | dict[str, str]
"""A goal without a measure is its text; one with a measure has goal, figure or indicator, target, by, responsible."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a goal or indicator: the sentence, the line (None: that of the whole), the values.

    A warning is what need not be wrong: an indicator without a number in this wave.
    """

    key: str
    line: int | None
    values: Mapping[str, Any]
    warning: bool = False


class Goals:
    """Goals as they are written become a list of one form; ``faults`` tells all that is wrong with them.

    Written they may be as a text; as a line ``goal | figure or indicator | target | by | responsible``; as keys and
    values; or as a goal with ``intermediate`` ones, each of which becomes a goal of this list. Dates are read by
    ``dates`` (a text to ISO or None), indicators are ours and those ``named``.
    """

    def __init__(self, written: Any, named: Sequence[str], dates: Any) -> None:
        self.faults: list[Fault] = []
        self._named, self._dates = (
            {fold(indicator_of(name)): indicator_of(name) for name in (*INDICATORS, *named)},
            dates,
        )
        listed = written if isinstance(written, list) else [written]
        self.found: list[Goal] = [goal for entry in listed for goal in self._entry(entry)]

    def _fault(self, key: str, line: int | None, /, **values: Any) -> None:
        self.faults.append(Fault(f"goals.{key}", line, values))

    def _entry(self, entry: Any) -> Iterator[Goal]:
        if isinstance(entry, str):
            yield from self._line(entry)
        elif isinstance(entry, Mapping):
            yield from self._keys(entry)
        elif entry is not None:
            self._fault("shape", None)

    def _line(self, text: str) -> Iterator[Goal]:
        parts = [part.strip() for part in text.split(BAR)]
        if len(parts) == 1:
            yield text.strip()
            return
        if not 3 <= len(parts) <= len(_FORM):
            self._fault("line", None, given=text[:80])
            return
        told = dict(zip(_FORM, parts, strict=False))
        measure = told.pop("measure")
        told["figure" if figure_of(measure) else "indicator"] = measure
        yield from self._step({key: value for key, value in told.items() if value}, None)

    def _keys(self, entry: Mapping[str, Any]) -> Iterator[Goal]:
        told, line = self._known(entry)
        steps = told.pop("intermediate", None)
        if not isinstance(told.get("goal"), str):
            self._fault("no_goal", line)
        elif steps is None and not any(key in told for key in _OF_STEP):
            yield told["goal"]
        elif steps is None:
            yield from self._step(told, entry)
        elif not isinstance(steps, list) or not all(isinstance(step, Mapping) for step in steps):
            self._fault("steps", line, goal=told["goal"][:80])
        else:
            shared = {key: told[key] for key in ("goal", "by", "responsible") if key in told}
            for step in steps:
                yield from self._step(shared | self._known(step)[0], step)

    def _known(self, entry: Mapping[str, Any]) -> tuple[dict[str, Any], int | None]:
        """The entry under our keys; keys that we do not know are faults."""
        told: dict[str, Any] = {}
        for written, value in entry.items():
            key = key_of(written)
            if key is None:
                self._fault("unknown_key", _line_of(entry, written), given=written[:80])
            elif value not in (None, ""):
                told[key] = value.strip() if isinstance(value, str) else value
        return told, _line_of(entry, None)

    def _step(self, told: dict[str, Any], entry: Mapping[str, Any] | None) -> Iterator[Goal]:
        """A goal with a measure, if all of it can be understood."""
        line, before = _line_of(entry, None), self._errors()
        wrong = [key for key in _OF_STEP if key in told and not isinstance(told[key], str)]
        for key in wrong:
            self._fault("text", line, key=key)
        if not wrong:
            told = told | self._measure(told, line)
            self._target(told, line)
            if "by" in told:
                day = self._dates(told["by"])
                if day is None:
                    self._fault("by", line, given=told["by"][:80])
                told["by"] = day
        if self._errors() == before:
            yield {key: told[key] for key in ("goal", *_OF_STEP) if key in told}

    def _errors(self) -> int:
        return sum(not fault.warning for fault in self.faults)

    def _measure(self, told: Mapping[str, str], line: int | None) -> dict[str, str]:
        if ("figure" in told) == ("indicator" in told):
            self._fault("one_measure", line, goal=told["goal"][:80])
        elif "figure" in told:
            figure = figure_of(told["figure"])
            if figure is not None:
                return {"figure": figure}
            near = get_close_matches(fold(told["figure"]), figure_names(), n=1)
            hint = figure_names()[near[0]] if near else "density"
            self._fault("no_figure", line, given=told["figure"][:80], near=hint, known=", ".join(FIGURES))
        else:
            return self._indicator(told["indicator"], line)
        return {}

    def _indicator(self, given: str, line: int | None) -> dict[str, str]:
        """The indicator that is meant. One nearly like a name we know is an error; another may have no number yet."""
        name, names = indicator_of(given), {**self._named, **figure_names()}
        if fold(name) in self._named:
            return {"indicator": self._named[fold(name)]}
        near = get_close_matches(fold(name), names, n=1, cutoff=0.75)
        if near:
            self._fault("no_indicator_near", line, given=given[:80], near=names[near[0]])
        else:
            known = ", ".join(self._named.values())
            self.faults.append(Fault("goals.no_indicator", line, {"given": given[:80], "known": known}, warning=True))
        return {"indicator": name}

    def _target(self, told: Mapping[str, str], line: int | None) -> None:
        if "target" not in told:
            self._fault("no_target", line, goal=told["goal"][:80])
            return
        found, figure = target_of(told["target"]), told.get("figure")
        if found is None:
            self._fault("target", line, given=told["target"][:80])
        elif figure in SIGNED and found[0] is None:
            self._fault("direction", line, figure=figure, given=told["target"][:80])
        elif figure in SHARES and not 0 <= found[1] <= 1:
            self._fault("share", line, figure=figure, given=told["target"][:80])


def line_of(goal: Goal) -> str:
    """A goal as one line, as ``Goals`` reads it again, and as it stands in one cell of a workbook with others."""
    if isinstance(goal, str):
        return goal
    measure = goal.get("figure") or goal["indicator"]
    parts = [goal["goal"], measure, goal["target"], goal.get("by", ""), goal.get("responsible", "")]
    while not parts[-1]:
        parts.pop()
    return f" {BAR} ".join(part.replace(BAR, "/").replace(";", ",") for part in parts)


def _line_of(entry: Mapping[str, Any] | None, key: str | None) -> int | None:
    lines = getattr(entry, "lines", {})
    found = lines.get(key, getattr(entry, "line", None))
    return None if found is None else int(found)


def aimed(goal: Mapping[str, str]) -> tuple[bool, float]:
    """Whether a goal is reached from its target on upwards (else downwards), and the target."""
    found = target_of(goal["target"])
    assert found is not None
    at_least = goal.get("figure") not in LESS if found[0] is None else found[0]
    return at_least, found[1]


def indicators(written: Any) -> tuple[dict[str, str], list[Fault]]:
    """The indicators by name, each a number or ``ties | KIND | TYPE [| TYPE]``, and what is wrong with them.

    A number is what people counted in this wave; ``ties`` counts the ties of a kind with an end of the type, or between
    the two types. It may be written as keys, too: ``{ties: KIND, with: TYPE}``, ``{ties: KIND, between: [A, B]}``.
    """
    if not isinstance(written, Mapping):
        return {}, [Fault("goals.indicators", None, {})]
    found, faults = {}, []
    for name, value in written.items():
        told = _counted(value) if isinstance(value, Mapping) else value.strip() if isinstance(value, str) else None
        if told is None or not (_is_count(told) or rule(told)):
            faults.append(Fault("goals.indicator", _line_of(written, name), {"name": str(name)[:80]}))
        else:
            found[indicator_of(str(name))] = told
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
