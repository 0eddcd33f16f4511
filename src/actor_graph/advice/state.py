"""The state of a survey as one document: what is wrong in the data, how far it is, what to do next."""

from __future__ import annotations

import json
from datetime import date
from os import PathLike
from typing import Any

from actor_graph.advice.document import document, nothing
from actor_graph.advice.pairs import match
from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError, Problem, RequestError
from actor_graph.reading import read
from actor_graph.words import Language
from actor_graph.words.visible import escaped


class State:
    """What ``check`` found: for the office, without contact data and with stand-ins for natural persons.

    Attributes
    ----------
    landscape
        What was read; None where errors in the data stood against it.
    problems
        Everything that is wrong or should be known, as on reading.
    language
        The language of its sentences.
    """

    def __init__(
        self, landscape: Landscape | None, problems: tuple[Problem, ...], language: Language, told: dict[str, Any]
    ) -> None:
        self.landscape, self.problems, self.language, self._told = landscape, problems, language, told

    def __repr__(self) -> str:
        if self.landscape is None:
            return f"State({sum(p.severity == 'error' for p in self.problems)} errors)"
        funnel = self._told["funnel"]
        return f"State({self.landscape.name!r}: {funnel['found']} found, {funnel['answered']} answered)"

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it; what is not known is None."""
        return self._told

    def to_json(self) -> str:
        """The document as one line of JSON; the same input and day give the same text."""
        return escaped(json.dumps(self._told, ensure_ascii=False, allow_nan=False))

    def stop_if_errors(self) -> None:
        """Raise all problems as one LandscapeError if the data could not be read."""
        if self.landscape is None:
            raise LandscapeError(self.problems, self.language)


def check(
    path: str | PathLike[str],
    *,
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
    today: date | str | None = None,
    decisions: str | PathLike[str] | None = None,
) -> State:
    """Read a landscape and say what is wrong in it, how far the survey is, and what to do next.

    Parameters
    ----------
    path, scheme, add_missing
        As for ``read``.
    language
        Of messages and sentences; default the landscape's.
    decisions
        A table of decisions of ``match``: pairs of entries that are decided about are not told again.
    today
        The day to judge by what is due, past or stale (``2026-06-30``); default the day on which it runs.

    Returns
    -------
    State
        Errors in the data are in its ``problems``; all that could not be worked out because of them is None.

    Raises
    ------
    RequestError
        ``today`` is no day.
    """
    day = _day(today, language or "en")
    try:
        landscape = read(path, scheme=scheme, language=language, add_missing=add_missing)
        found = match(landscape, decisions=decisions, language=language)
    except LandscapeError as wrong:
        return State(None, wrong.problems, wrong.language, nothing(wrong.problems, day, wrong.language))
    spoken = language or landscape.language
    return State(landscape, (*landscape.warnings, *found.warnings), spoken, document(landscape, found, day, spoken))


def _day(given: date | str | None, language: Language) -> str:
    """The day meant, in ISO form."""
    if given is None:
        return date.today().isoformat()
    try:
        return (date.fromisoformat(given) if isinstance(given, str) else given).isoformat()[:10]
    except ValueError:
        raise RequestError("check.no_day", language, given=given) from None
