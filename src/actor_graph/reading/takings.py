"""What people decided to take over from another list, from the table that ``match --against`` wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from actor_graph.landscape import Landscape
from actor_graph.matching.taking import Taking
from actor_graph.privacy.persons import stand_ins
from actor_graph.problems import Problems
from actor_graph.reading.decisions import ABOUT, PAIR, Decided, Entry, NamesNow, meant, word_of
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.columns import columns_of
from actor_graph.words.fold import fold

TAKE: dict[str, str] = {"take": "übernehmen", "leave": "lassen"}
"""The words of a decision about a column or an actor of another list, with their German names."""
About = Literal["same", "maybe", "column", "missing", "new"]
ABOUTS: dict[About, str] = {
    "same": "gleich", "maybe": "vielleicht", "column": "Spalte", "missing": "fehlt hier", "new": "neu hier"
}  # fmt: skip
"""What a row is about, with the German names."""
_ABOUTS: dict[str, About] = {fold(name): about for about, german in ABOUTS.items() for name in (about, german)}
_TAKE = {fold(name): word for word, german in TAKE.items() for name in (word, german)}


def are_takings(decided: Decided) -> bool:
    """Whether the table is one about another list."""
    return any(ABOUT in entry.cells for entry in decided.entries)


def about_of(cells: Mapping[str, Any]) -> About | None:
    """What a row is about, None where it does not say so."""
    return _ABOUTS.get(fold(str(cells.get(ABOUT) or "")))


def read_takings(decided: Decided, landscape: Landscape, problems: Problems) -> list[Taking]:
    """What is to be taken over.

    A row about a column or about an actor that is missing here is decided by ``take`` or ``leave`` (``übernehmen``,
    ``lassen``), one about a likely pair by ``same``, ``different`` or ``unsure``. A column of an actor that is not here
    is taken with the actor; one of a pair that is said to be different, or is undecided, is an error. So is taking
    in a natural person.
    """
    pairs: dict[tuple[str, str], str | None] = {}
    found: list[Taking] = []
    taken: set[str] = set()
    wanted: list[tuple[Entry, dict[str, Any]]] = []
    persons = {fold(name) for pair in stand_ins(landscape)[1].items() for name in pair}
    for entry in decided.entries:
        place = {"file": decided.file, "sheet": decided.sheet, "row": entry.row}
        about = about_of(entry.cells)
        written, name = entry.cells.get("decision", ""), entry.cells.get("name_b", "")
        if about in ("same", "maybe"):
            same = word_of(written, PAIR, "matching.wrong_word", place, problems)
            pairs[entry.cells.get("a", ""), name] = same or ("same" if about == "same" else None)
        elif about in ("column", "missing"):
            word = word_of(written, _TAKE, "matching.wrong_taking", place, problems)
            if word == "take" and about == "missing" and fold(name) in persons:
                problems.error("matching.no_person", column="name_b", given=name, **place)
            elif word == "take" and about == "missing":
                found.append(Taking(None, name, entry.cells.get("source", "")))
                taken.add(name)
            elif word == "take":
                wanted.append((entry, place))
        elif about is None and written:
            problems.error("matching.wrong_about", column=ABOUT, given=entry.cells.get(ABOUT, ""), **place)
    for entry, place in wanted:
        found += _column(entry, place, landscape, pairs, taken, problems)
    return found


def _column(
    entry: Entry, place: Mapping[str, Any], landscape: Landscape, pairs: Mapping[tuple[str, str], str | None],
    taken: set[str], problems: Problems,
) -> list[Taking]:  # fmt: skip
    """A column of one actor, its value understood as in a sheet."""
    cells = entry.cells
    given, name, heading = cells.get("a", ""), cells.get("name_b", ""), cells.get("column", "")
    id_, names = meant(landscape, given) if given else None, NamesNow(landscape, True)
    if not given and name not in taken:
        problems.error("matching.not_taken_in", given=name, **place)
        return []
    if given and id_ is None:
        problems.warn("matching.gone", column="a", given=given, **place)
        return []
    if names.is_other(id_, cells.get("name_a", "")):
        names.note(id_, cells, "a", place, problems)
        return []
    if given and pairs.get((given, name)) != "same":
        problems.error("matching.not_same", given=name, **place)
        return []
    raw = RawTable("actors", str(place["file"]), place["sheet"], (heading,), ((cells.get("there", ""),),), (entry.row,))
    table = columns_of(raw, landscape.scheme, landscape.language, problems)
    return [Taking(id_, name, cells.get("source", ""), key, heading, table[key][0]) for key in table.columns]
