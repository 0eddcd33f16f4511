"""What a city has set out to reach: goals of ``landscape.yaml``, understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from actor_graph.landscape.fault import Fault, line_at, unread
from actor_graph.problems import Phrase
from actor_graph.vocabulary.goals import (
    FIGURES,
    INDICATORS,
    LESS,
    NO_GOALS,
    SHARES,
    SIGNED,
    figure_names,
    figure_of,
    indicator_of,
    key_of,
    name_of,
    no_goal_of,
    target_of,
)  # fmt: skip
from actor_graph.words.fold import fold

BAR = "|"
_OF_STEP = ("figure", "indicator", "target", "by", "responsible")
_OF_ALL = ("goal", "by", "responsible")
"""What a goal may say for all of its intermediate ones."""
_FORM = ("goal", "measure", "target", "by", "responsible")
"""The parts of a goal on one line, with a bar between."""
Goal = str | dict[str, str]
"""A goal without a measure is its text; one with a measure has goal, figure or indicator, target, by, responsible."""


class Goals:
    """Goals as they are written become a list of one form; ``faults`` tells all that is wrong with them.

    Written they may be as a text; as a line ``goal | figure or indicator | target | by | responsible``; as keys and
    values; or as a goal with ``intermediate`` ones, each of which becomes a goal of this list. Dates are read by
    ``dates`` (a text to ISO or None), indicators are ours and those ``named``.
    """

    def __init__(self, written: Any, named: Sequence[str], dates: Any) -> None:
        self.faults: list[Fault] = []
        self._named = {fold(indicator_of(name)): indicator_of(name) for name in (*INDICATORS, *named)}
        self._dates = dates
        listed = written if isinstance(written, list) else [written]
        lines = getattr(written, "lines", None) if isinstance(written, list) else None
        placed = zip(listed, lines or [None] * len(listed), strict=True)
        self.found: list[Goal] = [goal for entry, line in placed for goal in self._entry(entry, line)]

    def _fault(self, key: str, line: int | None, /, **values: Any) -> None:
        self.faults.append(Fault(f"goals.{key}", line, values))

    def _entry(self, entry: Any, line: int | None) -> Iterator[Goal]:
        if isinstance(entry, str):
            yield from self._line(entry, line)
        elif isinstance(entry, Mapping):
            yield from self._keys(entry)
        elif entry is not None:
            self._fault("shape", line)

    def _line(self, text: str, line: int | None) -> Iterator[Goal]:
        parts = [part.strip() for part in text.split(BAR)]
        if len(parts) == 1:
            yield text.strip()
            return
        if not 3 <= len(parts) <= len(_FORM):
            self._fault("line", line, given=text[:80])
            return
        told = dict(zip(_FORM, parts, strict=False))
        if not told["goal"]:
            self._fault("no_goal", line)
            return
        measure = told.pop("measure")
        told["figure" if self._is_figure(measure) else "indicator"] = measure
        yield from self._step({key: self._value(key, text, line) for key, text in told.items() if text}, line)

    def _is_figure(self, measure: str) -> bool:
        own = fold(indicator_of(measure)) in self._named
        return figure_of(measure) is not None or (no_goal_of(measure) is not None and not own)

    def _keys(self, entry: Mapping[str, Any]) -> Iterator[Goal]:
        told, line = self._known(entry), line_at(entry, None)
        steps = told.pop("intermediate", None)
        if not isinstance(told.get("goal"), str):
            self._fault("no_goal", line)
        elif steps is None and not any(key in told for key in _OF_STEP):
            yield told["goal"]
        elif steps is None:
            yield from self._step(told, line)
        elif not isinstance(steps, list) or not all(isinstance(step, Mapping) for step in steps):
            self._fault("steps", line, goal=told["goal"][:80])
        else:
            yield from self._steps(told, steps, line)

    def _steps(self, told: dict[str, Any], steps: Sequence[Mapping[str, Any]], line: int | None) -> Iterator[Goal]:
        """The intermediate goals of a goal, each a goal with the words of the whole one, and with its day."""
        shared = {key: value for key, value in told.items() if key in _OF_ALL}
        for key in [key for key in told if key not in _OF_ALL]:
            self._fault("steps_besides", line, goal=told["goal"][:80], key=key)
        for step in steps:
            own, there = self._known(step), line_at(step, None)
            if own.pop("intermediate", None) is not None:
                self._fault("steps", there, goal=told["goal"][:80])
            yield from self._step(shared | own, there)

    def _known(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """The entry under our keys, None for a value that is wrong; keys that we do not know are faults."""
        told: dict[str, Any] = {}
        first: dict[str, str] = {}
        for written, value in entry.items():
            key, line = key_of(written), line_at(entry, written)
            if key not in (*_OF_ALL, *_OF_STEP, "intermediate"):
                self._fault("unknown_key", line, given=written[:80])
            elif value in (None, ""):
                continue
            elif key in told:
                self._fault("key_twice", line, given=written[:80], first=first[key][:80])
            else:
                first[key], told[key] = written, self._value(key, value, line)
        return told

    def _value(self, key: str, value: Any, line: int | None) -> Any:
        """The value of a key of a goal: a text, of ``by`` a date; None if it is wrong."""
        if key in _OF_STEP and not isinstance(value, str):
            self._fault("text", line, key=key)
            return None
        if key != "by":
            return value.strip() if isinstance(value, str) else value
        day = self._dates(value.strip())
        if day is None:
            self._fault("by", line, given=value[:80])
        return day

    def _step(self, told: dict[str, Any], line: int | None) -> Iterator[Goal]:
        """A goal with a measure, if all of it can be understood."""
        before = self._errors()
        told = told | self._measure(told, line)
        self._target(told, line)
        if self._errors() == before and None not in told.values():
            yield {key: told[key] for key in ("goal", *_OF_STEP) if key in told}

    def _errors(self) -> int:
        return sum(not fault.warning for fault in self.faults)

    def _measure(self, told: Mapping[str, str | None], line: int | None) -> dict[str, str]:
        if ("figure" in told) == ("indicator" in told):
            self._fault("one_measure", line, goal=str(told["goal"])[:80])
        elif figure := told.get("figure"):
            return self._figure(figure, line)
        elif indicator := told.get("indicator"):
            return self._indicator(indicator, line)
        return {}

    def _figure(self, given: str, line: int | None) -> dict[str, str]:
        """The figure that is meant; one that nobody can set out to reach is an error that says why."""
        figure, none = figure_of(given), no_goal_of(given)
        if figure is not None:
            return {"figure": figure}
        if none is not None:
            why, near = NO_GOALS[none]
            self._fault(why, line, figure=given[:80], near=called(near))
            return {}
        near_names = get_close_matches(fold(given), figure_names(), n=1)
        hint = figure_names()[near_names[0]] if near_names else "density"
        self._fault("no_figure", line, given=given[:80], near=called(hint), known=tuple(map(called, FIGURES)))
        return {}

    def _indicator(self, given: str, line: int | None) -> dict[str, str]:
        """The indicator that is meant. One nearly like a name we know is an error; another may have no number yet."""
        name, names = indicator_of(given), {**self._named, **figure_names()}
        if fold(name) in self._named:
            return {"indicator": self._named[fold(name)]}
        near = get_close_matches(fold(name), names, n=1, cutoff=0.75)
        if near:
            self._fault("no_indicator_near", line, given=given[:80], near=called(names[near[0]]))
        else:
            known = tuple(map(called, self._named.values()))
            self.faults.append(Fault("goals.no_indicator", line, {"given": given[:80], "known": known}, warning=True))
        return {"indicator": name}

    def _target(self, told: Mapping[str, str | None], line: int | None) -> None:
        if "target" not in told:
            self._fault("no_target", line, goal=str(told["goal"])[:80])
        elif target := told["target"]:
            measure, found = told.get("figure") or told.get("indicator"), target_of(target)
            if found is None:
                self.faults.append(unread(target, line) or Fault("goals.target", line, {"given": target[:80]}))
            elif measure and found[2] and measure not in SHARES:
                self._fault("no_share", line, given=target[:80], measure=called(measure))
            elif measure in SIGNED and found[0] is None:
                self._fault("direction", line, figure=called(measure or ""), given=target[:80])
            elif measure in SHARES and not 0 <= found[1] <= 1:
                self._fault("share", line, figure=called(measure or ""), given=target[:80])


def called(measure: str) -> Phrase | str:
    """A figure, or an indicator of ours, by the name that outputs give it; any other indicator as it is written."""
    name = name_of(measure)
    return Phrase(name) if name else measure[:80]


def line_of(goal: Goal) -> str:
    """A goal as one line, as ``Goals`` reads it again, and as it stands in one cell of a workbook with others."""
    if isinstance(goal, str):
        return goal
    measure = goal.get("figure") or goal["indicator"]
    parts = [goal["goal"], measure, goal["target"], goal.get("by", ""), goal.get("responsible", "")]
    while not parts[-1]:
        parts.pop()
    return f" {BAR} ".join(part.replace(BAR, "/").replace(";", ",") for part in parts)


def aimed(goal: Mapping[str, str]) -> tuple[bool, float]:
    """Whether a goal is reached from its target on upwards (else downwards), and the target."""
    found = target_of(goal["target"])
    assert found is not None
    at_least = goal.get("figure") not in LESS if found[0] is None else found[0]
    return at_least, found[1]
