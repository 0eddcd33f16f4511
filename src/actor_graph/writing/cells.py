"""How values stand in the cells of a table, the opposite of how they are read (``reading/tables``)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import normalize

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.log import by_hand
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.words import Language
from actor_graph.words.formulas import harmless

_PLACES = ("source", "target", "reported_by")
"""Columns of ties whose cells are places in the table of actors."""
Rows = list[list[str | float | None]]


def text_of(cell: Any, say: Callable[[Any], str]) -> str | float | None:
    """A cell as it is written, each value said; a list with ``;`` between."""
    if isinstance(cell, tuple):
        return "; ".join(map(say, cell)) or None
    return cell if cell is None or isinstance(cell, float) else say(cell)


def saying(kind: Kind, key: str, landscape: Landscape, language: Language) -> Callable[[Any], str]:
    """How a cell of a column is written, the opposite of how it is read (``reading/tables/values.py``)."""
    scheme = landscape.scheme
    if kind == "actors" and key == "type":
        return lambda word: scheme.type_label(word, language)
    if kind == "ties" and key == "kind":
        return lambda word: scheme.kind_label(word, language)
    if kind == "ties" and key == "intensity":
        return lambda word: scheme.intensity_label(word, language)
    if kind == "ties" and key in _PLACES:
        ids = landscape.actors["id"]
        return lambda place: str(ids[place])
    if key in ("survey", "outcome", "wish", "staff", "function", "state"):
        return lambda word: written(word, language)
    return lambda cell: written(cell, language) if isinstance(cell, bool) else str(cell)


def csv_of(rows: Rows, language: Language) -> bytes:
    """The rows as CSV, no sign of them changed; an apostrophe that the reader takes off keeps formulas from running."""
    out = io.StringIO(newline="")
    separator = ";" if language == "de" else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        texts = [cell if isinstance(cell, str) else _number(cell, separator) for cell in row]
        writer.writerow([harmless(text, separator) for text in texts] if any(texts) or len(texts) > 1 else [""])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _number(value: float | None, separator: str) -> str:
    if value is None:
        return ""
    return repr(value).replace(".", ",") if separator == ";" else repr(value)


def own_ids(actors: Table) -> tuple[str | None, ...]:
    """The ids of the actors; None where the reader takes the same from the name, which no other actor has."""
    names = [normalize("NFC", name) for name in actors["name"]]
    often = Counter(names)
    return tuple(
        None if id_ == name and often[name] == 1 else id_ for id_, name in zip(actors["id"], names, strict=True)
    )


def own_surveys(landscape: Landscape) -> tuple[str | None, ...]:
    """The survey words of the actors; None where the reader takes the same from the log."""
    actors, log = landscape.actors, landscape.contacts
    return actors["survey"] if log is None else by_hand(actors, log)


def about(landscape: Landscape) -> dict[str, Any]:
    """What the landscape says of itself, columns under their headings; its name, which else the file gave it."""
    told = {"name": landscape.name} | dict(landscape.meta)
    headings = landscape.ties.headings | landscape.actors.headings  # type: ignore[operator]
    if "by" in told:
        told["by"] = headings.get(told["by"], told["by"])
    if "publish_columns" in told:
        told["publish_columns"] = [headings.get(key, key) for key in told["publish_columns"]]
    return told


def plain(value: Any) -> Any:
    """What the landscape says of itself as YAML can hold it."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def in_one_cell(value: Any) -> str:
    """A list, or keys with values, in one cell, as the reader takes it apart again."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_one_cell(item)}" for key, item in value.items())
    return "; ".join(map(in_one_cell, value)) if isinstance(value, (list, tuple)) else str(value)
