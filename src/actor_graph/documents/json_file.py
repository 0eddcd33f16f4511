"""JSON documents, every number as the characters that are written."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

from actor_graph.documents.block import Block, Listing
from actor_graph.documents.encoding import NOT_TEXT, what_it_is
from actor_graph.documents.limits import DEPTH
from actor_graph.documents.opening import load_text
from actor_graph.problems import Problems

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+])|true(?!\w)|false(?!\w)|null(?!\w)", re.ASCII)
_NO_NUMBER = re.compile(r"[-+]?(?:NaN|Infinity|nan|inf)\b")
_PYTHON = re.compile(r"'|None\b|True\b|False\b|\(|u'|b'|array\(")


def load_json(path: Path, problems: Problems) -> Any | None:
    """The content of a JSON file: Block, list and text; None where the file has errors, which are noted.

    Numbers, ``true`` and ``false`` are the text that is written; ``null`` is None. Two equal keys, ``NaN`` and
    ``Infinity``, more than 50 levels, a file that ends too early and printed Python are errors with their line.
    """
    text = load_text(path, problems)
    return None if text is None else json_text(text, path.name, problems)


def json_text(text: str, file: str, problems: Problems) -> Any | None:
    """The content of JSON text; as ``load_json``."""
    reading = _Reading(text)
    try:
        content = reading.document()
    except _Damage as damage:
        reading.note(damage.key, damage.place, **damage.values)
        content = None
    for key, line, values in reading.found:
        problems.error(f"documents.{key}", file=file, row=line, **values)
    return None if reading.found else content


class _Damage(Exception):
    """Where the text stops being JSON, and which sentence says so."""

    def __init__(self, key: str, place: int, **values: object) -> None:
        self.key, self.place, self.values = key, place, values


class _Reading:
    """The text, how far it is read, and the groups that are open; without recursion."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: list[tuple[str, int, dict[str, object]]] = []
        self.open: list[Block | Listing] = []
        self._line, self._counted = 1, 0

    def document(self) -> Any:
        """The whole content."""
        root = self._value()
        while self.open:
            self._step(self.open[-1])
        if self._sign():
            raise _Damage("json_after", self.at)
        return root

    def note(self, key: str, place: int, **values: object) -> None:
        """Keep an error together with the line and the character where it stands."""
        line = self.text.count("\n", 0, place) + 1
        at = place - self.text.rfind("\n", 0, place)
        self.found.append((key, line, {"at": at, **values}))

    def _sign(self) -> str:
        """The next sign that is no space, empty at the end."""
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        return self.text[self.at : self.at + 1]

    def _step(self, inside: Block | Listing) -> None:
        """Read one entry of the innermost group, or its end."""
        closing = "}" if isinstance(inside, Block) else "]"
        sign = self._sign()
        if sign == closing:
            self.at += 1
            self.open.pop()
            return
        if inside:
            if sign != ",":
                raise self._stop("json_comma", closing=closing)
            self.at += 1
            if self._sign() == closing:
                raise _Damage("json_last_comma", self.at)
        if isinstance(inside, Block):
            key = self._key(inside)
            inside[key] = self._value()
        else:
            self._sign()
            inside.lines.append(self._line_here(self.at))
            inside.append(self._value())

    def _key(self, inside: Block) -> str:
        if self._sign() != '"':
            raise self._stop("json_key")
        place = self.at
        key = self._string()
        line = self._line_here(place)
        if key in inside:
            self.note("twice", place, name=key, first=inside.lines[key])
        inside.lines.setdefault(key, line)
        if self._sign() != ":":
            raise self._stop("json_colon", name=key)
        self.at += 1
        return key

    def _value(self) -> Any:
        """A text, None, or the beginning of a group, which is then open."""
        sign = self._sign()
        if sign == '"':
            return self._string()
        if sign in ("{", "[") and sign:
            value: Block | Listing = Block(self._line_here(self.at)) if sign == "{" else Listing()
            self.open.append(value)
            if len(self.open) > DEPTH:
                raise _Damage("too_deep", self.at, limit=DEPTH)
            self.at += 1
            return value
        return self._word()

    def _word(self) -> str | None:
        """A number, true, false or null."""
        if wrong := _NO_NUMBER.match(self.text, self.at):
            self.note("json_no_number", self.at, given=wrong.group())
            self.at = wrong.end()
            return None
        word = _WORD.match(self.text, self.at)
        if word is None:
            raise self._stop("json_damaged")
        self.at = word.end()
        return None if word.group() == "null" else word.group()

    def _string(self) -> str:
        """The text in quotes that begins here."""
        place = self.at
        try:
            text, self.at = scanstring(self.text, place + 1, True)
        except JSONDecodeError as damage:
            ends = damage.msg.startswith("Unterminated")
            raise _Damage("early_end" if ends else "json_quoted", place if ends else damage.pos) from None
        found = NOT_TEXT.search(text)
        if found:
            self.note(what_it_is(found.group()), place)
        return str(text)

    def _stop(self, key: str, **values: object) -> _Damage:
        """The damage at this place: the end of the file and printed Python have sentences of their own."""
        if not self._sign():
            return _Damage("early_end", self.at)
        python = _PYTHON.match(self.text, self.at)
        return _Damage("json_python", self.at) if python else _Damage(key, self.at, **values)

    def _line_here(self, place: int) -> int:
        """The line of a place, counted on from the last one asked for."""
        self._line += self.text.count("\n", self._counted, place)
        self._counted = place
        return self._line
