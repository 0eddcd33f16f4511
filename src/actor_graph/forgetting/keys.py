"""Keys of pseudonyms without some actors: their names go, their numbers stay, so that nobody else is given one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from actor_graph.forgetting.csv_rows import Record
from actor_graph.forgetting.removal import Edit
from actor_graph.reading.keys import HEADINGS, is_key
from actor_graph.words.fold import fold


def numbers_left(records: Sequence[Record], rows: Collection[int]) -> dict[tuple[int, int], Edit]:
    """How these rows of a key are written: all cells empty but that of the stand-in; nothing for any other table."""
    heads = next((record.cells for record in records if any(map(str.strip, record.cells))), ())
    if not is_key([*heads]):
        return {}
    places = [place for place, head in enumerate(heads) if fold(head) != fold(HEADINGS[2])]
    return {(row, place): _emptied for row in rows for place in places}


def _emptied(cell: str) -> str:
    return ""
