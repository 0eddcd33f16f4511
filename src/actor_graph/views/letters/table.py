"""The table for a mail merge: a row per letter, one heading row, nothing else, as Word and LibreOffice want it."""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.views.letters.addressees import Addressee, headings
from actor_graph.views.letters.fields import FIELDS, OF_CONTACTS
from actor_graph.views.letters.style import Style
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook


def book(people: Sequence[Addressee], style: Style, *, with_contacts: bool) -> bytes:
    """The table as a workbook."""
    keys = _keys(with_contacts)
    rows = [[Cell(one.values[key]) for key in keys] for one in people]
    return workbook([Sheet(style.say("sheet"), headings(keys, style), rows, kept=2, wrapped=True, broad=40)])


def csv(people: Sequence[Addressee], style: Style, *, with_contacts: bool) -> bytes:
    """The table as CSV."""
    keys = _keys(with_contacts)
    rows = [dict(zip(headings(keys, style), map(one.values.get, keys), strict=True)) for one in people]
    return csv_text(rows, style.language).encode("utf-8")


def _keys(with_contacts: bool) -> list[str]:
    """All fields; the e-mail address only where contact data may leave (an address without them is the name)."""
    return [key for key in FIELDS if with_contacts or key not in OF_CONTACTS[1:]]
