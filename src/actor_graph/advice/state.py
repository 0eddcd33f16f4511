"""The state of a survey as one document: what is wrong in the data, how far it is, what to do next."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from actor_graph.advice.document import document, nothing
from actor_graph.advice.lists import lists
from actor_graph.advice.matches import Matches
from actor_graph.advice.pairs import match
from actor_graph.analysis.key import Keyed, cautions, kept, key_file, with_pseudonyms
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import clearing_of
from actor_graph.problems import LandscapeError, OutputError, Problem, RequestError
from actor_graph.reading import read
from actor_graph.words import Language
from actor_graph.words.visible import escaped
from actor_graph.writing.outputs import write_outputs


class State(Keyed):
    """What ``check`` found: for the office, without contact data and with stand-ins for natural persons.

    Attributes
    ----------
    landscape
        What was read; None where errors in the data stood against it.
    problems
        Everything that is wrong or should be known, as on reading: for the office, also under pseudonyms.
    language
        The language of its sentences.
    """

    def __init__(
        self, landscape: Landscape | None, problems: tuple[Problem, ...], language: Language, told: dict[str, Any]
    ) -> None:
        self.landscape, self.problems, self.language, self._told = landscape, problems, language, told

    @property
    def _made_of(self) -> Landscape | None:
        return self.landscape

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

    def write(self, output: str | PathLike[str], *, force: bool = False, given: Collection[Path] = ()) -> Path:
        """Write all lists whole as a workbook; ``given`` are files beside the landscape that it must not replace.

        Raises
        ------
        LandscapeError
            There are no lists, as errors in the data stood against reading them.
        OutputError
            The name does not end in ``.xlsx``, or the file must not be replaced.
        """
        self.stop_if_errors()
        assert self.landscape is not None
        target = Path(output)
        _check_ending(target, self.language)
        book = lists(self._told, self.landscape.scheme, self.language)
        inputs = (*self.landscape.inputs, *given)
        return write_outputs(target.parent, {target.name: book}, inputs=inputs, force=force, language=self.language)[0]

    def stop_if_errors(self) -> None:
        """Raise all problems as one LandscapeError if the data could not be read."""
        if self.landscape is None:
            raise LandscapeError(self.problems, self.language)


def check(
    path: str | PathLike[str],
    output: str | PathLike[str] | None = None,
    *,
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
    today: date | str | None = None,
    decisions: str | PathLike[str] | None = None,
    pseudonymize: bool | str | Path = False,
    force: bool = False,
) -> State:
    """Read a landscape and say what is wrong in it, how far the survey is, and what to do next.

    Parameters
    ----------
    path, scheme, add_missing
        As for ``read``.
    output
        A workbook (``.xlsx``) with all lists whole; it is not written where the data have errors.
    language
        Of messages and sentences; default the landscape's.
    decisions
        A table of decisions of ``match``: pairs of entries that are decided about are not told again.
    today
        The day to judge by what is due, past or stale (``2026-06-30``); default the day on which it runs.
    pseudonymize
        Numbers stand for all names, problems tell of no cell, and who objected is left out, so that the document can be
        passed on. With True the numbers are those of the key beside the landscape, if there is one; the key is
        ``State.key``, and in a file only once ``State.write_key`` is called. With the path of a key file its numbers
        are kept, and it is written (mode 0600).
    force
        Replace a workbook or a key that was changed since it was written.

    Returns
    -------
    State
        Errors in the data are in its ``problems``; all that could not be worked out because of them is None.

    Raises
    ------
    RequestError
        ``today`` is no day.
    OutputError
        The workbook or the key can't be written, or the workbook's name has another ending.
    """
    day = _day(today, language or "en")
    _check_ending(output, language or "en")
    under, clear = bool(pseudonymize), None
    try:
        landscape = read(path, scheme=scheme, language=language, add_missing=add_missing)
        clear = clearing_of(landscape)
        found = match(landscape, decisions=decisions, language=language)
        if under:
            read_as, landscape = landscape, with_pseudonyms(landscape, pseudonymize, language)
            found = _numbered(found, read_as, landscape)
    except LandscapeError as wrong:
        told = nothing(wrong.problems, day, wrong.language, wrong.clear or clear, pseudonymized=under)
        return State(None, wrong.problems, wrong.language, told)
    spoken = language or landscape.language
    problems = (*landscape.warnings, *found.warnings, *(_cautions(landscape) if under else ()))
    state = State(landscape, problems, spoken, document(landscape, found, day, spoken))
    with kept(landscape, key_file(pseudonymize), force=force):
        if output is not None:
            state.write(output, force=force, given=() if decisions is None else (Path(decisions),))
    return state


def _numbered(found: Matches, landscape: Landscape, dealt: Landscape) -> Matches:
    """The pairs that are still open, each actor under its number."""
    ids = dict(zip(leaving(landscape).actors["id"], landscape.actors["id"], strict=True))
    stand = dealt.pseudonyms.by_id if dealt.pseudonyms else {}
    return replace(found, rows=tuple({**row, **{end: stand[ids[row[end]]] for end in "ab"}} for row in found.open))


def _cautions(landscape: Landscape) -> list[Problem]:
    """What is to be known before it is passed on: no words of lists stand in it, and nobody can be left out of it."""
    said = {"privacy.singled_out": "privacy.singled_out_in_state"}
    told = (problem for problem in cautions(landscape) if problem.key != "privacy.singled_out_by_words")
    return [replace(problem, key=said.get(problem.key, problem.key)) for problem in told]


def _check_ending(output: str | PathLike[str] | None, language: Language) -> None:
    if output is not None and Path(output).suffix.casefold() != ".xlsx":
        raise OutputError("check.wrong_ending", language, path=Path(output))


def _day(given: date | str | None, language: Language) -> str:
    """The day meant, in ISO form."""
    if given is None:
        return date.today().isoformat()
    try:
        return (date.fromisoformat(given) if isinstance(given, str) else given).isoformat()[:10]
    except ValueError:
        raise RequestError("check.no_day", language, given=given) from None
