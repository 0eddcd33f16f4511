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

ROOM = 24
BY_HAND = 12
"""How broad columns of the record are at least; how many empty lines it has, to go on by hand."""
COLUMNS = {
    "place": 4, "name": 22, "type": 16, "role": 18, "reasons": 46, "approach": 10, "via": 21, "reserve": 21,
    "notes": 20, "answer": 10, "remark": 26,
}  # fmt: skip
"""The columns of the list, and how broad they are: together a page of A4 across, with room to write."""
BOX = "☐"


def table(told: Told) -> bytes:
    """The list as one table, each row with the id and what holds of the list: rows are sorted, cut and pasted."""
    rows = [
        row
        | {told.say("column_answer"): told.say("open"), told.say("column_id"): one["id"]}
        | {told.say("column_for"): told.banner, told.say("column_about"): " ".join(told.equals()) or None}
        for row, one in zip(_rows(told), told.invited, strict=True)
    ]
    return csv_text(rows, told.language).encode("utf-8")


def book(told: Told) -> bytes:
    """The workbook: the list, the rules, who is not reached, the decision record, the proposal, what is to be known."""
    return workbook(list(_sheets(told)))


def _sheets(told: Told) -> Iterator[Sheet]:
    yield _list(told)
    rules = [
        [rule.about, rule.required, rule.actual, told.say("yes") if rule.binding else None] for rule in told.rules()
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
        "answer": "\n".join(f"{BOX} {word}" for word in _answers(told)),
        "remark": None,
    }


def _answers(told: Told) -> list[str]:
    """The words of an answer, as the table of events has them."""
    return [written("yes", told.language), written("no", told.language)]


def _list(told: Told) -> Sheet:
    """The list, with a drop-down for the answer, and boxes to tick where it is printed first."""
    headings = [told.say(f"column_{key}") for key in COLUMNS]
    rows = [[Cell(value, "0" if isinstance(value, int) else "") for value in row.values()] for row in _rows(told)]
    offer = _offer(told, list(COLUMNS).index("answer"), len(rows), [*_answers(told), told.say("open")])
    name, widths = told.say("sheet_list"), dict(enumerate(COLUMNS.values()))
    return Sheet(
        name, headings, rows, kept=2, wrapped=True, widths=widths, offers=[offer], banner=told.banner, title=told.title,
        in_one=True, ruled=True,
    )  # fmt: skip


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
    headed: dict[str, Any] = {"banner": told.banner, "title": told.title}
    return Sheet(told.say(f"sheet_{name}"), headings, cells, wrapped=True, ruled=True, **headed, **more)


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
