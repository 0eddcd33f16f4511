"""Everything that can be wrong.

ActorGraphError
├── LandscapeError    the landscape or scheme has errors: all of them, found in one pass
├── RequestError      what was asked for can't be done with this landscape (an option's value, an unknown column)
├── OutputError       a file can't be written, or must not be overwritten
└── MissingExtra      an optional library is not installed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from actor_graph.vocabulary.answers import written
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

Severity = Literal["error", "warning"]
SHOWN_OF_A_KIND = 50


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence that is there in some cases only, said in the language of the sentence."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Word(str):
    """A word of the sheets, such as a survey word, said as the language of the sentence writes it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: which sentence says it, with which values, and where it is.

    A value may be text, a number, a ``Phrase``, a ``Word``, or a tuple of these, texts in it between the quotation
    marks of the language. ``key`` names a sentence of ``words`` that says what is wrong and what would be right.
    ``row`` counts as a spreadsheet does, the heading being row 1; for text documents it is the line.
    """

    severity: Severity
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def message(self, language: Language) -> str:
        """The sentence alone, without the place."""
        return say(self.key, language, **{k: _told(v, language) for k, v in self.values.items()})

    def place(self, language: Language) -> str:
        """File, sheet, row and column as far as they are known, such as ``ties.csv, row 7, column target``."""
        parts = [visible(self.file)] if self.file else []
        for name, value in (("sheet", self.sheet), ("row", self.row), ("column", self.column)):
            if value is not None:
                parts.append(say(f"problems.{name}", language, value=visible(value)))
        return ", ".join(parts)

    def line(self, language: Language) -> str:
        """Place and sentence in one line."""
        place = self.place(language)
        return f"{place}: {self.message(language)}" if place else self.message(language)

    def to_dict(self, language: Language) -> dict[str, Any]:
        """The problem as JSON has it."""
        return {
            "severity": self.severity,
            "file": self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "message": self.message(language),
        }


def _told(value: Any, language: Language) -> str:
    """A value as it stands in a sentence."""
    if isinstance(value, Phrase):
        return say(value.key, language, **{k: _told(v, language) for k, v in value.values.items()})
    if isinstance(value, Word):
        return written(value, language)
    if isinstance(value, tuple):
        return ", ".join(_part(part, language) for part in value)
    return visible(value)


def _part(value: Any, language: Language) -> str:
    """One of several values: a text between quotation marks, a phrase as it is."""
    return (
        _told(value, language) if isinstance(value, Phrase) else say("problems.quoted", language, value=visible(value))
    )


class Problems:
    """A growing list of problems, so that a reader can go on and report everything at once.

    ``clean`` goes over every text that is told of the input, so that a message does not tell what it must not.
    """

    def __init__(self, clean: Callable[[str], str] | None = None) -> None:
        self._found: list[Problem] = []
        self._clean = clean

    def error(self, key: str, /, **about: Any) -> None:
        """Note an error. ``file``, ``sheet``, ``row`` and ``column`` say where; all else are values of the sentence."""
        self._note("error", key, about)

    def warn(self, key: str, /, **about: Any) -> None:
        """Note a warning; arguments as for an error."""
        self._note("warning", key, about)

    def _note(self, severity: Severity, key: str, about: dict[str, Any]) -> None:
        place = {name: about.pop(name, None) for name in ("file", "sheet", "row", "column")}
        self.extend([Problem(severity, key, about, **place)])

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def extend(self, others: Iterable[Problem]) -> None:
        """Take over problems found elsewhere."""
        if self._clean:
            others = [replace(p, values=_cleaned(p.values, self._clean)) for p in others]
        self._found.extend(others)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The errors so far."""
        return tuple(p for p in self._found if p.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The warnings so far."""
        return tuple(p for p in self._found if p.severity == "warning")

    def stop_if_errors(self, language: Language) -> None:
        """Raise all problems as one LandscapeError if there is at least one error."""
        if self.errors:
            raise LandscapeError(self._found, language)


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """A value with all texts in it cleaned."""
    if isinstance(value, Word):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(part, clean) for part in value)
    if isinstance(value, Phrase):
        return replace(value, values=_cleaned(value.values, clean))
    return {key: _cleaned(part, clean) for key, part in value.items()} if isinstance(value, Mapping) else value


def lines(problems: Iterable[Problem], language: Language) -> list[str]:
    """The problems as lines, errors first, in the order of the file; of a kind the first 50, then how many more."""
    by_kind: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in problems:
        by_kind.setdefault((problem.severity, problem.key), []).append(problem)
    first = [problem for found in by_kind.values() for problem in found[:SHOWN_OF_A_KIND]]
    first.sort(key=lambda p: (p.severity, p.file or "", p.sheet or "", p.row or 0))
    shown = [f"{say(f'problems.{problem.severity}', language)}: {problem.line(language)}" for problem in first]
    for (severity, _), found in by_kind.items():
        if (more := len(found) - SHOWN_OF_A_KIND) > 0:
            sample = found[0].message(language)
            said = say("problems.more_of_a_kind", language, n=more, sample=sample)
            shown.append(f"{say(f'problems.{severity}', language)}: {said}")
    return shown


class ActorGraphError(Exception):
    """Anything that the user can mend; the exit status belongs to the error."""

    exit_code = 2

    def told(self) -> str:
        """What is printed: each line begins with the word for an error or a warning."""
        return str(self)


class LandscapeError(ActorGraphError):
    """The landscape or its scheme has errors; ``problems`` holds all of them, warnings too.

    ``clear`` clears a text of what must not leave, natural persons too, as far as it was read who they are; None where
    nothing was.
    """

    def __init__(
        self, problems: Iterable[Problem], language: Language = "en", clear: Callable[[str], str] | None = None
    ) -> None:
        self.problems, self.clear = tuple(problems), clear
        self.language: Language = language
        super().__init__("\n".join(lines(self.problems, language)))


class _Said(ActorGraphError):
    """An error of one sentence of ``words``."""

    def __init__(self, key: str, language: Language = "en", **values: object) -> None:
        self.key, self.language, self.values = key, language, values
        super().__init__(say(key, language, **{k: visible(v) for k, v in values.items()}))

    def told(self) -> str:
        """The sentence after the word for an error."""
        return f"{say('problems.error', self.language)}: {self}"


class RequestError(_Said):
    """What was asked for can't be done with this landscape."""


class RequestErrors(RequestError):
    """Several things that were asked for can't be done: all of them at once, in the order in which they were asked."""

    def __init__(self, errors: Iterable[RequestError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(first.key, first.language, **first.values)
        self.args = ("\n".join(map(str, self.errors)),)

    def told(self) -> str:
        """A line for each."""
        return "\n".join(error.told() for error in self.errors)


class OutputError(_Said):
    """A file can't be written, or must not be overwritten."""


class MissingExtra(_Said):
    """An optional library is not installed."""
