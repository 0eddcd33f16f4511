"""The key of pseudonyms: a table with id, name and stand-in."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from actor_graph.documents import decode, load_bytes
from actor_graph.landscape.pseudonyms import Entry
from actor_graph.privacy.pseudonyms import number_of
from actor_graph.problems import Problems
from actor_graph.words import Language
from actor_graph.words.fold import fold
from actor_graph.words.formulas import as_meant

HEADINGS = ("id", "name", "stand-in")


def read_key(path: Path, language: Language) -> tuple[Entry, ...]:
    """The entries of a key; none where there is no such file yet.

    Raises
    ------
    LandscapeError
        The file is no key, or a stand-in stands twice: all that is wrong, each with its row.
    """
    if not path.exists():
        return ()
    problems = Problems()
    raw = load_bytes(path, problems)
    text = None if raw is None else decode(raw, path.name, problems)
    entries = () if text is None else _entries(text, path.name, problems)
    problems.stop_if_errors(language)
    return entries


def is_key(headings: list[str]) -> bool:
    """Whether these are the headings of a key."""
    return set(map(fold, HEADINGS)) <= set(map(fold, headings))


def _entries(text: str, file: str, problems: Problems) -> tuple[Entry, ...]:
    text = text.removeprefix("\ufeff")
    separator = max(";,\t", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        rows = []
    if not rows or not is_key(rows[0]):
        problems.error("privacy.key_headings", file=file, row=1)
        return ()
    at = [list(map(fold, rows[0])).index(fold(heading)) for heading in HEADINGS]
    found: dict[str, Entry] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(map(str.strip, cells)):
            continue
        entry = Entry(*(as_meant(cells[i], separator).strip() if i < len(cells) else "" for i in at))
        if number_of(entry.stand_in) is None:
            problems.error("privacy.key_stand_in", file=file, row=number, column=HEADINGS[2], given=entry.stand_in[:80])
        elif entry.stand_in in found:
            problems.error("privacy.key_twice", file=file, row=number, column=HEADINGS[2], given=entry.stand_in)
        else:
            found[entry.stand_in] = entry._replace(id=entry.id or entry.name, name=entry.name or entry.id)
    return tuple(found.values())
