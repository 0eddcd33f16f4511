"""What can be read, but is perhaps not what was meant: warned of, so that a slip does not go into figures unseen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from actor_graph.landscape import Table
from actor_graph.problems import Phrase, Problems
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.values import rows_told
from actor_graph.scheme import Scheme, default_scheme, load_scheme
from actor_graph.scheme.scheme import spellings
from actor_graph.vocabulary.headings import key_of
from actor_graph.vocabulary.numbers import two_ways, undecided
from actor_graph.words import Language
from actor_graph.words.fold import fold

_KIND = (
    {"art", "typ", "form", "kind", "relation", "relationship"},
    ("zusammenarbeit", "beziehung", "kooperation", "cooperation", "collaboration"),
)
_INTENSITY = (
    {"oft", "often", "eng", "close", "stärke", "strength", "häufigkeit", "frequency"},
    ("intensit", "häufig", "stärke", "regelmäßig"),
)
"""Words, and parts of words, of headings under which the kind or the intensity of a tie may stand."""
_GRAPHS = (".graphml", ".gexf")
"""In these formats a point is always a decimal one."""
_RARE = 2
_NEAR = 0.9
_COMPARED = 100
"""So many types that occur once or twice are compared with the others; if there are more, they are no types."""
_SUBJECT = "migration-development"
_KNOWN_LEAST = 3
_TELLING = (
    "migrant organization",
    "refugee group",
    "foreign students' association",
    "One World group",
    "One World shop",
    "twinning association",
    "integration council",
)
"""Types of the shipped scheme that other subjects hardly have; a school or a church alone says nothing."""


def note_unknown_columns(raw: RawTable, ties: Table, problems: Problems) -> None:
    """Warn of columns that are ignored although they may hold the kind or the intensity of ties, which are missing."""
    there = {"kind": "kind" in ties, "intensity": "intensity" in ties or "weight" in ties}
    columns = {heading: key for heading in ties.extra for key in there if not there[key] and _may_be(key, heading)}
    if columns:
        keys = set(columns.values())
        meant = Phrase(f"reading.meant_{keys.pop() if len(keys) == 1 else 'both'}")
        about = {"n": len(columns), "columns": tuple(columns), "meant": meant}
        problems.warn("reading.columns_unknown", file=raw.file, sheet=raw.sheet, **about)


def _may_be(key: str, heading: str) -> bool:
    words, parts = _KIND if key == "kind" else _INTENSITY
    written = heading.casefold()
    return not words.isdisjoint(re.findall(r"\w+", written)) or any(part in written for part in parts)


PARTED = ("fields", "needs", "offers", "languages", "countries")
"""The lists that people write with commas."""


def note_near_types(raw: RawTable, actors: Table, scheme: Scheme, language: Language, problems: Problems) -> None:
    """Warn of types that occur once or twice and are spelled nearly as another type of the table or of the scheme."""
    count = Counter(key for types in actors["type"] for key in types)
    rare = [key for key, n in count.items() if n <= _RARE and key not in scheme.types]
    if len(rare) > _COMPARED:
        return
    labels = {word: scheme.type_label(key, language) for word, key in spellings(scheme.types)}
    known = [(word, fold(word)) for word in dict.fromkeys([*count, *labels])]
    told: set[str] = set()
    for key in rare:
        others = [(word, folded) for word, folded in known if word in labels or count[key] <= count[word]]
        near = _nearest(key, [other for other in others if other[0] != key and other[0] not in told])
        if near is not None:
            told.add(key)
            row = next(row for row, types in zip(actors.rows, actors["type"], strict=True) if key in types)
            about: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": row}
            about["column"] = actors.headings.get("type")
            problems.warn("reading.type_near", given=key, n=count[key], near=labels.get(near, near), **about)


def _nearest(written: str, others: Sequence[tuple[str, str]]) -> str | None:
    """The other that is nearly the same, figures in it and what stands before it being the same."""
    own = fold(written)
    same = SequenceMatcher(None, "", own, autojunk=False)
    found = []
    for other, folded in others:
        same.set_seq1(folded)
        if same.real_quick_ratio() >= _NEAR and same.quick_ratio() >= _NEAR and not _differ(folded, own):
            found.append((same.ratio(), other))
    close, word = max(found, default=(0.0, ""))
    return word if close >= _NEAR else None


def _differ(one: str, two: str) -> bool:
    """Whether two words differ in a number or in a first part (“non-profit”, “profit”), which changes what is meant."""
    short, long = sorted((one, two), key=len)
    return re.findall(r"\d+", one) != re.findall(r"\d+", two) or (long.endswith(short) and len(long) - len(short) > 2)


def note_scheme(actors: Table, scheme: Scheme, problems: Problems) -> None:
    """Say that a shipped scheme knows the types, where none was chosen: at least three, and half of those there are."""
    written = {key for types in actors["type"] for key in types}
    if scheme is not default_scheme() or len(written) < _KNOWN_LEAST:
        return
    subject = load_scheme(_SUBJECT, base=None, problems=problems)
    if subject is None:
        return
    keys = [key for key in map(subject.type_key, written) if key in subject.types]
    if len(keys) >= max(_KNOWN_LEAST, len(written) / 2) and not set(keys).isdisjoint(_TELLING):
        problems.warn("reading.scheme_knows", n=len(keys), scheme=_SUBJECT)


def note_lost_letters(raw: RawTable, problems: Problems) -> None:
    """Warn of letters that became question marks when the actors were saved, once for each column.

    In a name three of them or half of its signs say so; in other columns four in a row that are half of the cell, as
    one to three there may stand for what is not known.
    """
    for heading, column in zip(raw.headings, raw.columns, strict=True):
        is_name = key_of("actors", heading) in ("id", "name")
        cells = [(row, cell) for row, cell in zip(raw.rows, column, strict=True) if "??" in cell]
        lost = [(row, cell) for row, cell in cells if isinstance(cell, str) and _is_lost(cell, is_name)]
        if lost:
            given = Phrase("reading.lost_as", {"given": lost[0][1]}) if is_name else ""
            way = Phrase("reading.lost_in_sheet" if raw.sheet else "reading.lost_in_text")
            place: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": lost[0][0], "column": heading[:80]}
            problems.warn("reading.lost", given=given, rows=rows_told([row for row, _ in lost]), way=way, **place)


def _is_lost(cell: str, is_name: bool) -> bool:
    signs = "".join(cell.split())
    marks, half = signs.count("?"), signs.count("?") * 2 >= len(signs)
    return marks >= 3 or half if is_name else half and "????" in cell


def note_commas(raw: RawTable, actors: Table, problems: Problems) -> None:
    """Warn of columns of lists in which commas seem to part: they do not, so that several words are read as one."""
    for key in PARTED:
        cells = [(row, cell) for row, cell in zip(actors.rows, actors[key], strict=True) if cell]
        commas = [(row, cell[0]) for row, cell in cells if len(cell) == 1 and _seems_parted(cell[0])]
        if len(commas) > 1:
            place: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": commas[0][0]}
            rows = rows_told([row for row, _ in commas])
            problems.warn("reading.commas", column=actors.headings.get(key), given=commas[0][1], rows=rows, **place)


def note_undecided(raw: RawTable, ties: Table, problems: Problems) -> None:
    """Warn of weights with a point or comma before three digits, if no other in the column tells what it parts."""
    heading = ties.headings.get("weight")
    if heading not in raw.headings or raw.file.endswith(_GRAPHS):
        return
    cells = [str(cell) for cell in raw.columns[raw.headings.index(heading)]]
    doubtful = undecided(cells)
    found = [(row, cell) for row, cell in zip(raw.rows, cells, strict=True) if cell in doubtful]
    if found and (ways := two_ways(found[0][1])):
        weights = dict(zip(ties.rows, ties["weight"], strict=True))
        read, other = ways if weights.get(found[0][0]) == float(ways[0]) else reversed(ways)
        place: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": found[0][0], "column": heading}
        rows = rows_told([row for row, _ in found])
        problems.warn("reading.undecided", given=found[0][1], read=read, other=other, rows=rows, **place)


def _seems_parted(text: str) -> bool:
    """Whether a text reads as a list of words: commas, and at most three words between them."""
    parts = text.split(",")
    return len(parts) > 1 and all(0 < len(part.split()) <= 3 for part in parts)


def note_turned(raw: RawTable, table: Table, begin: str, end: str, problems: Problems) -> None:
    """Warn of ties and tandems that end before they begin, days compared as far as both are known."""
    if begin not in table or end not in table:
        return
    for row, since, until in zip(table.rows, table[begin], table[end], strict=True):
        if since and until and since[: len(until)] > until[: len(since)]:
            place: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": row}
            problems.warn(
                f"reading.turned_{raw.kind}", since=since, until=until, column=table.headings.get(end), **place
            )
