"""What is taken out of which file: rows, and words out of cells that name several actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from actor_graph.forgetting.said import all_masked, columns_of_texts, masked, rows_about
from actor_graph.forgetting.subject import Subject
from actor_graph.landscape import Landscape, Table
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of

NAMING = {"actors": ("found_by", "members"), "ties": ("reported_by",)}
"""Columns whose cells name other actors, several with ``;`` between."""
Edit = Callable[[str], str]


@dataclass
class Removal:
    """What is to be taken out of one table: ``rows`` by their number, ``cells`` by row and heading.

    ``texts`` are the cells, likewise, whose texts say something of people that outputs would not clear any more.
    ``weight`` is the heading of a column of numbers, none of which is an id.
    """

    kind: Kind
    file: str
    sheet: str | None
    headings: tuple[str, ...]
    rows: set[int] = field(default_factory=set)
    cells: set[tuple[int, str]] = field(default_factory=set)
    texts: set[tuple[int, str]] = field(default_factory=set)
    weight: str = ""

    def edits(self, gone: Sequence[Subject]) -> Mapping[tuple[int, str], Edit]:
        """How each cell is written, by row and heading."""
        edit, mask = without_names(gone), masking(gone)
        return {
            at: (lambda cell: mask(edit(cell))) if at in self.cells & self.texts else mask if at in self.texts else edit
            for at in self.cells | self.texts
        }


def removals(landscape: Landscape, gone: Sequence[Subject]) -> list[Removal]:
    """What each table of a landscape holds of these actors: their own rows, their ties, contacts, events, tandems."""
    rows = rows_about(landscape, [one.place for one in gone])
    tables: dict[Kind, Table | None] = {kind: getattr(landscape, kind) for kind in rows}
    return [_removal(kind, table, rows[kind], gone, landscape) for kind, table in tables.items() if table is not None]


def _removal(kind: Kind, table: Table, out: Sequence[int], gone: Sequence[Subject], landscape: Landscape) -> Removal:
    removal = Removal(kind, table.file or "", table.sheet, tuple(table.headings.values()))
    removal.weight = table.headings.get("weight", "")
    removal.rows = {table.rows[at] for at in out}
    for key in NAMING.get(kind, ()):
        if key not in table:
            continue
        for at, cell in enumerate(table[key]):
            names = [landscape.actors["id"][i] for i in cell] if key == "reported_by" else [*_parts(cell)]
            if table.rows[at] not in removal.rows and any(one.means(name) for one in gone for name in names):
                removal.cells.add((table.rows[at], table.headings[key]))
    said = [one.said for one in gone]
    for key in columns_of_texts(kind, table, table.columns):
        for at, cell in enumerate(table[key]):
            if table.rows[at] not in removal.rows and all_masked(cell, said) != cell:
                removal.texts.add((table.rows[at], table.headings.get(key, key)))
    return removal


def masking(gone: Sequence[Subject]) -> Edit:
    """How a text is written without people of whom nothing would tell outputs any more that there is somebody."""
    said = [one.said for one in gone]
    return lambda text: masked(text, said)


def without_names(gone: Sequence[Subject]) -> Edit:
    """How a cell that names actors is written without these: the others as they stand."""

    def edit(cell: str) -> str:
        kept = [part for part in cell.split(";") if not any(one.means(part) for one in gone)]
        return ";".join(kept).strip()

    return edit


def landscape_edited(
    rows: Sequence[tuple[int, Sequence[str]]], gone: Sequence[Subject]
) -> tuple[dict[tuple[int, int], Edit], dict[tuple[int, int], Edit], int]:
    """How the sheet about the landscape is written: its cells with names of circles, those with people in texts.

    Names of circles (``a: first; b: second``) are written without these actors; last, how many of them go.
    """

    def is_about(part: str) -> bool:
        member = part.partition(":" if ":" in part else "=")[0]
        return any(one.means(member) for one in gone)

    def edit(cell: str) -> str:
        return ";".join(part for part in cell.split(";") if not is_about(part)).strip()

    values = {
        (number, 2): _cell(cells, 1) for number, cells in rows if key_of("landscape", _cell(cells, 0)) == "circles"
    }
    counts = {place: sum(map(is_about, cell.split(";"))) for place, cell in values.items()}
    mask = masking(gone)
    texts = {
        (number, place): cell
        for number, cells in rows
        for place, cell in enumerate(cells[1:], start=2)
        if (number, place) not in values
    }
    masks = {place: mask for place, cell in texts.items() if mask(cell) != cell}
    masks |= {place: lambda cell: mask(edit(cell)) for place, cell in values.items() if mask(edit(cell)) != edit(cell)}
    return {place: edit for place, n in counts.items() if n}, masks, sum(counts.values())


def side_rows(rows: Sequence[tuple[int, Sequence[str]]], gone: Sequence[Subject]) -> set[int] | None:
    """The rows that are about these actors in a table of decisions or a key; None where it is neither.

    An actor is known there by its id and its name together, or by its name; an id alone may be that of another
    landscape.
    """
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in rows if any(map(str.strip, cells))]
    heads = [cell.casefold() for cell in filled[0][1]] if filled else []
    pairs: list[tuple[str, str]]
    if {"a", "b", "decision"} <= set(heads):
        pairs = [("a", "name_a"), ("b", "name_b")]
    elif {"id", "name", "stand-in"} <= set(heads):
        pairs = [("id", "name")]
    else:
        return None
    at = {head: place for place, head in enumerate(heads)}
    return {
        number
        for number, cells in filled[1:]
        for id_, name in pairs
        if any(_about(one, _cell(cells, at.get(id_)), _cell(cells, at.get(name))) for one in gone)
    }


def _about(one: Subject, id_: str, name: str) -> bool:
    stands_in = one.person is not None and id_ == one.person and one.name not in (id_, name)
    called = name in (one.name, *one.others) and one.means(name)
    return (id_ == one.id and name in ("", one.name)) or called or stands_in


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


def _parts(cell: object) -> Iterator[str]:
    if isinstance(cell, tuple):
        yield from cell
    elif isinstance(cell, str):
        yield from cell.split(";")
