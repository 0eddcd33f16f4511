"""The list of tandems as a workbook or CSV: what was found, and empty columns for what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from actor_graph.advice.tandems.tandem import Suggested, Tandem, plain
from actor_graph.problems import OutputError
from actor_graph.reading.decisions import PERSONS
from actor_graph.vocabulary.answers import closed_words
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language, say
from actor_graph.writing.outputs import Outputs, write_all
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Offer, Sheet, workbook

FOLLOWED = {"project": 13, "lead": 13, "start": 10, "end": 10, "state": 11, "result": 13, "next_look": 11}
"""The columns of the table of tandems that people fill in, and how broad they are, so that all are one page broad."""
TOLD = {"name_a": 18, "name_b": 18, "points": 8, "reasons": 40, "notes": 22, "introduced_by": 18}
SUGGESTED = {
    "name": 26, "name_of_partner": 26, "points": 8, "reasons": 66, "notes": 42, "introduced_by": 30, "actor": 8,
    "partner": 8,
}  # fmt: skip
"""The other columns of the two sheets, likewise."""
Row = dict[str, Any]


def write_tandems(
    chosen: Sequence[Tandem],
    suggested: Suggested | None,
    target: Path,
    *,
    persons: Mapping[str, str],
    inputs: Sequence[Path],
    language: Language,
    force: bool,
) -> Path:
    """Write the list as ``.xlsx`` (with the suggestions as a second sheet) or ``.csv``; else an OutputError.

    ``persons`` has the stand-ins of natural persons, each with the check sum by which the list is read again: a column
    of its own where one is on the list.
    """
    kind = target.suffix.casefold()
    sums = [persons.get(tandem.a.id) or persons.get(tandem.b.id) for tandem in chosen]
    added = [{PERSONS: sum_} if any(sums) else {} for sum_ in sums]
    rows = [_row(tandem, language) | more for tandem, more in zip(chosen, added, strict=True)]
    headings = list(rows[0] if rows else _row(None, language))
    if kind == ".csv":
        text = csv_text(rows or [dict.fromkeys(headings)], language)
        data = (text if rows else text.split("\r\n")[0] + "\r\n").encode("utf-8")
    elif kind == ".xlsx":
        data = workbook([_sheet(headings, rows, language), *_suggestions(suggested, language)])
    else:
        raise OutputError("writing.no_table", language, path=target)
    outputs = Outputs(target.parent, {target.name: data}, inputs, table="tandems.csv")
    return write_all([outputs], force=force, language=language)[0]


def _row(tandem: Tandem | None, language: Language) -> Row:
    """A tandem under the headings, ids last: they are for the program. Without a tandem the headings alone."""
    told: dict[str, Any] = dict.fromkeys(TOLD)
    ends: dict[str, Any] = {"a": None, "b": None}
    if tandem is not None:
        ends = {"a": tandem.a.id, "b": tandem.b.id}
        told = {"name_a": tandem.a.name, "name_b": tandem.b.name, **_about(tandem)}
    named = {say(f"tandems.column_{key}", language): value for key, value in told.items()}
    return {
        **named,
        **{heading("tandems", key, language): None for key in FOLLOWED},
        **{heading("tandems", key, language): value for key, value in ends.items()},
    }


def _about(tandem: Tandem) -> Row:
    """What the table tells of a tandem: each part of the score with its points, which add up to them."""
    points = tandem.parts.named()
    return {
        "points": plain(tandem.parts.score),
        "reasons": "\n".join(f"{reason} ({_signed(points[part])})" for part, reason in tandem.reasons.items()),
        "notes": "\n".join(tandem.notes) or None,
        "introduced_by": "\n".join(actor.name for actor in tandem.introduced_by) or None,
    }


def _signed(points: Fraction) -> str:
    return f"{'+' if points > 0 else '−'}{plain(abs(points)):g}"


def _sheet(headings: Sequence[str], rows: Sequence[Row], language: Language) -> Sheet:
    cells = [[Cell(row[name]) for name in headings] for row in rows]
    words = closed_words("state", language)
    told = say("tandems.state_offered", language, words=", ".join(words))
    column = headings.index(heading("tandems", "state", language))
    offer = Offer(column, 1, max(len(rows), 1), words, say("tandems.state_title", language), told)
    name = say("tandems.sheet", language)
    return _printed(name, headings, cells, [*TOLD.values(), *FOLLOWED.values()], language, offers=[offer])


def _printed(
    name: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[int], language: Language,
    offers: Sequence[Offer] = (),
) -> Sheet:  # fmt: skip
    """A sheet for people, one page broad on paper, with a line under each row."""
    banner = say("analysis.banner_office", language)
    return Sheet(
        name, headings, rows, kept=2, wrapped=True, widths=dict(enumerate(widths)), offers=offers, banner=banner,
        in_one=True, ruled=True,
    )  # fmt: skip


def _suggestions(suggested: Suggested | None, language: Language) -> list[Sheet]:
    """For each actor its best partners, one row each."""
    if suggested is None:
        return []
    rows = []
    for actor, best in suggested:
        for tandem in best:
            partner = tandem.partner_of(actor)
            ends = {"actor": actor.id, "name": actor.name, "partner": partner.id, "name_of_partner": partner.name}
            about = ends | _about(tandem)
            rows.append([Cell(about[key]) for key in SUGGESTED])
    headings = [say(f"tandems.column_{key}", language) for key in SUGGESTED]
    name = say("tandems.sheet_suggestions", language)
    return [_printed(name, headings, rows, list(SUGGESTED.values()), language)]
