"""What a landscape says of itself: ``landscape.yaml``, the sheet ``landscape``, the top of a document."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from actor_graph.documents import Block
from actor_graph.landscape.fault import Fault
from actor_graph.landscape.goals import Goals, line_of
from actor_graph.landscape.indicators import indicators
from actor_graph.problems import Problems
from actor_graph.reading.dates import iso_date, why_no_date
from actor_graph.reading.raw import RawMeta
from actor_graph.vocabulary.grand import ITEMS, item_of, label
from actor_graph.vocabulary.headings import folded, headings, key_of
from actor_graph.words import Language
from actor_graph.words.fold import fold

_TEXTS = ("name", "place", "date", "language", "boundary", "by", "scheme", "reports")
_LANGUAGES: dict[str, Language] = {
    "de": "de",
    "deutsch": "de",
    "german": "de",
    "en": "en",
    "englisch": "en",
    "english": "en",
}


def meta_of(content: Block, file: str) -> RawMeta:
    """The entries of a document that is nothing but what the landscape says of itself."""
    return RawMeta(file, None, dict(content), dict(content.lines))


def understood(meta: RawMeta | None, problems: Problems) -> dict[str, Any]:
    """The entries under the contract's keys, their values checked; unknown keys and wrong values are noted.

    Texts are text, ``date`` is ISO, ``language`` de or en, ``publish_columns`` a tuple of headings as written,
    ``circles`` a dict of a member, as written, to the name of its circle, ``goals`` a list of lines and ``indicators``
    a dict of names to texts (see ``landscape.goals``, ``landscape.indicators``), ``grand`` a dict of an item's key to a
    text; all else is kept as given.
    """
    known: dict[str, Any] = {}
    for written, value in (meta.entries if meta else {}).items():
        key = key_of("landscape", written)
        if key is None:
            _unknown(written, meta, problems)
        elif key in known:
            _note(problems, meta, written, "reading.meta_twice", key=key)
        elif value not in (None, "", [], {}):
            fitting = _fitting(key, written, value, meta, problems)
            if fitting is not None:
                known[key] = fitting
    return known


def place_of(meta: RawMeta | None, key: str) -> dict[str, Any]:
    """Where an entry stands, as a problem wants it."""
    if meta is None:
        return {}
    written = next((entry for entry in meta.entries if key_of("landscape", entry) == key), key)
    return {"file": meta.file, "sheet": meta.sheet, "row": meta.rows.get(written), "column": written}


def _note(problems: Problems, meta: RawMeta | None, written: str, sentence: str, **values: Any) -> None:
    problems.error(sentence, **values, **_there(meta, written))


def _there(meta: RawMeta | None, written: str, line: int | None = None) -> dict[str, Any]:
    """Where an entry stands, or a line of it that is known."""
    assert meta is not None
    row = meta.rows.get(written) if line is None else line
    return {"file": meta.file, "sheet": meta.sheet, "row": row, "column": written[:80]}


def _unknown(written: str, meta: RawMeta | None, problems: Problems) -> None:
    assert meta is not None
    near = get_close_matches(folded(written), headings("landscape"), n=1)
    key = headings("landscape")[near[0]].key if near else None
    place = {"file": meta.file, "sheet": meta.sheet, "row": meta.rows.get(written), "column": written[:80]}
    if key:
        problems.warn("reading.meta_unknown_near", near=key, key=written[:80], **place)
    else:
        problems.warn("reading.meta_unknown", key=written[:80], **place)


def _fitting(key: str, written: str, value: Any, meta: RawMeta | None, problems: Problems) -> Any:
    """The value as the key has it, None where it is wrong."""
    if key in _TEXTS:
        if not isinstance(value, str):
            _note(problems, meta, written, "reading.meta_text")
            return None
        return _text(key, written, value.strip(), meta, problems) or None
    if key == "publish_columns":
        return _texts(written, value, meta, problems)
    if key == "circles":
        return _circles(written, value, meta, problems)
    if key in ("vision", "goals", "indicators"):
        return _aims(key, written, value, meta, problems)
    if key == "grand":
        return _items(written, value, meta, problems)
    return value


def _text(key: str, written: str, text: str, meta: RawMeta | None, problems: Problems) -> str | None:
    if key == "date":
        date = iso_date(text)
        if date is None:
            _note(problems, meta, written, why_no_date(text), given=text, rows="")
        return date
    if key == "language":
        language = _LANGUAGES.get(fold(text))
        if language is None:
            _note(problems, meta, written, "reading.meta_language", given=text[:80])
        return language
    if key == "reports" and fold(text) not in ("source", "quelle"):
        _note(problems, meta, written, "reading.meta_reports", given=text[:80])
        return None
    return "source" if key == "reports" else text


def _aims(key: str, written: str, value: Any, meta: RawMeta | None, problems: Problems) -> Any:
    """The vision as text, goals as a list of lines, indicators as a dict of a name to a number or rule, as text."""
    told: Any = None
    if key == "vision":
        told, faults = value, [] if isinstance(value, str) else [Fault("goals.vision", None, {})]
    elif key == "indicators":
        told, faults = indicators(value)
    else:
        goals = Goals(value, _named(meta), iso_date)
        told, faults = [line_of(goal) for goal in goals.found], goals.faults
    for fault in faults:
        note = problems.warn if fault.warning else problems.error
        note(fault.key, **fault.values, **_there(meta, written, fault.line))
    return told


def _named(meta: RawMeta | None) -> list[str]:
    """The indicators of a landscape by the names that it gives them."""
    entries = meta.entries if meta else {}
    named = next((told for entry, told in entries.items() if key_of("landscape", entry) == "indicators"), None)
    return list(named) if isinstance(named, Mapping) else []


def _texts(written: str, value: Any, meta: RawMeta | None, problems: Problems) -> tuple[str, ...] | None:
    parts = value.split(";") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        _note(problems, meta, written, "reading.meta_list")
        return None
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _circles(written: str, value: Any, meta: RawMeta | None, problems: Problems) -> dict[str, str] | None:
    """A mapping, or in a cell ``a: first circle; b: second circle``."""
    if isinstance(value, str):
        pairs = [part.partition(":" if ":" in part else "=") for part in value.split(";") if part.strip()]
        value = {member: name for member, _, name in pairs}
    if not isinstance(value, Mapping) or not all(isinstance(name, str) and name.strip() for name in value.values()):
        _note(problems, meta, written, "reading.meta_circles")
        return None
    return {str(member).strip(): name.strip() for member, name in value.items()}


def _items(written: str, value: Any, meta: RawMeta | None, problems: Problems) -> dict[str, str] | None:
    """What people state of the items of a GRAND sheet, under the items' keys."""
    if not isinstance(value, Mapping) or not all(isinstance(text, str) and text.strip() for text in value.values()):
        _note(problems, meta, written, "reading.meta_grand")
        return None
    unknown = [str(name) for name in value if item_of(str(name)) is None]
    for name in unknown:
        known, german = tuple(ITEMS), tuple(label(key, "de") for key in ITEMS)
        _note(problems, meta, written, "reading.meta_grand_item", given=name[:80], known=known, german=german)
    return {item: text.strip() for name, text in value.items() if (item := item_of(str(name))) is not None}
