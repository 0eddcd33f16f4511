"""A list of invitations as a workbook to tick off and to keep the record in, and as one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actor_graph import __version__
from actor_graph.views.invitation.told import CHANGES, Row, Told
from actor_graph.vocabulary.answers import written
from actor_graph.words import say
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Offer, Sheet, workbook

BROAD = 24
ROOM = 24
BY_HAND = 12
"""How broad columns of the list are, and of the record at least; how many empty lines that has, to go on by hand."""
COLUMNS = (
    "place", "name", "type", "role", "reasons", "approach", "via", "reserve", "notes", "answer", "remark",
)  # fmt: skip


def table(told: Told) -> bytes:
    """The list as one table, each row with the id and the banner, since rows are sorted, cut and pasted."""
    rows = [
        row | {told.say("column_id"): one["id"], told.say("column_for"): told.banner}
        for row, one in zip(_rows(told), told.invited, strict=True)
    ]
    return csv_text(rows, told.language).encode("utf-8")


def book(told: Told) -> bytes:
    """The workbook: the list, the rules, who is not reached, the decision record, the proposal, what is to be known."""
    return workbook(list(_sheets(told)))


def _sheets(told: Told) -> Iterator[Sheet]:
    yield _list(told)
    rules = [
        [rule.about, rule.required, rule.actual, told.say("yes" if rule.binding else "no")] for rule in told.rules()
    ]
    yield _sheet(told, "rules", ("rule", "required", "actual", "binding"), rules)
    missed = [[told.name(one), told.kind(one), told.say("neither")] for one in told.told["not_reached"]]
    kinds = [[None, kind, told.say("no_one_of_kind")] for kind in told.missing()]
    yield _sheet(told, "not_reached", ("name", "type", "why_not"), [*missed, *kinds])
    yield _record(told)
    now = [[told.name(one), told.kind(one), told.say("yes" if one in told.ids else "no")] for one in told.proposed]
    yield _sheet(told, "proposal", ("name", "type", "on_list"), now)
    yield Sheet(told.say("sheet_about"), [told.title], [[Cell(line)] for line in _about(told)], wrapped=True)


def _rows(told: Told) -> Iterator[dict[str, Any]]:
    """A row per invited actor under the headings of the list."""
    for place, one in enumerate(told.invited, start=1):
        cells = _cells(told, place, one)
        yield {told.say(f"column_{key}"): cells[key] for key in COLUMNS}


def _cells(told: Told, place: int, one: Row) -> dict[str, Any]:
    return {
        "place": place,
        "name": told.name(one["id"]),
        "type": one["type_label"],
        "role": one["role_text"],
        "reasons": "\n".join(f"• {reason}" for reason in one["reasons"]),
        "approach": told.say(f"approach_{one['approach']}"),
        "via": told.via(one) or None,
        "reserve": told.reserve(one) or None,
        "notes": "\n".join(told.notes(one)) or None,
        "answer": told.say("open"),
        "remark": None,
    }


def _list(told: Told) -> Sheet:
    """The list, with a drop-down for the answer."""
    headings = [told.say(f"column_{key}") for key in COLUMNS]
    rows = [[Cell(value, "0" if isinstance(value, int) else "") for value in row.values()] for row in _rows(told)]
    answers = [written("yes", told.language), written("no", told.language), told.say("open")]
    offer = _offer(told, COLUMNS.index("answer"), len(rows), answers)
    name = told.say("sheet_list")
    return Sheet(name, headings, rows, kept=2, wrapped=True, broad=BROAD, offers=[offer], banner=told.banner)


def _record(told: Told) -> Sheet:
    """What people changed, and lines to go on by hand, whom with a drop-down."""
    rows = [[*told.change(change), None] for change in told.told["changes"]]
    words = [told.say(f"what_{what}") for what in CHANGES]
    offer = _offer(told, 0, len(rows) + BY_HAND, words)
    keys = ("what", "who", "reason", "by", "on")
    lines: list[list[Any]] = [*rows, *([None] * len(keys) for _ in range(BY_HAND))]
    return _sheet(told, "record", keys, lines, offers=[offer], least=ROOM)


def _offer(told: Told, column: int, last: int, words: list[str]) -> Offer:
    offered = told.say("offered", words=", ".join(words))
    return Offer(column, 1, max(last, 1), words, told.say("offered_title"), offered)


def _sheet(told: Told, name: str, keys: Sequence[str], rows: Sequence[Sequence[Any]], **more: Any) -> Sheet:
    cells = [[Cell(value) for value in row] for row in rows]
    headings = [told.say(f"column_{key}") for key in keys]
    return Sheet(told.say(f"sheet_{name}"), headings, cells, wrapped=True, banner=told.banner, **more)


def _about(told: Told) -> Iterator[str]:
    """For whom the list is, what it stands for, who else is entered, what earlier events tell, what should be known."""
    yield told.banner
    yield told.place
    yield say("analysis.as_named", told.language)
    yield told.summary()
    yield from told.renewed()
    yield from (f"{what}: {who}" for what, who in told.entered())
    yield told.say("proposal_means")
    yield from told.compared()
    yield told.say("sheet_goes_on")
    yield from told.past()
    yield from told.others()
    yield from told.warnings()
    yield told.say("made_with", version=__version__)
