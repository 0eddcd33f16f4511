"""YAML documents, read safely, every value as the text that is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actor_graph.documents.block import Block, Listing
from actor_graph.documents.encoding import not_text
from actor_graph.documents.limits import DEPTH
from actor_graph.documents.opening import load_text
from actor_graph.problems import Problems

NOTHING = object()
"""No document could be made of the file."""


def load_yaml(path: Path, problems: Problems) -> Any | None:
    """The content of a YAML file: Block, list and text; None where the file has errors, which are noted.

    Every value is the text that is written (``007``, ``no``, ``12:30``, ``null`` stay); only a value that is left out
    is None. A document with nothing in it, two equal keys, tags (``!!python/…``), anchors and references, a second
    document, a key that is not text and more than 50 levels are errors.
    """
    text = load_text(path, problems)
    return None if text is None else yaml_text(text, path.name, problems)


def yaml_text(text: str, file: str, problems: Problems) -> Any | None:
    """The content of YAML text; as ``load_yaml``."""
    import yaml

    strange = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        problems.error("documents.yaml_sign", file=file, row=line, code=f"U+{ord(strange.group()):04X}")
        return None
    building = _Building(file, problems)
    try:
        for event in _events(text):
            if not building.take(event):
                return None
    except yaml.YAMLError as damage:
        _damaged(damage, text, file, problems)
        return None
    if building.root is NOTHING or (building.root is None and not building.failed):
        problems.error("documents.is_empty", file=file)
        return None
    return None if building.failed else building.root


def _events(text: str) -> Iterator[Any]:
    """The signs of structure in the text, by the fast reader where PyYAML was built with it."""
    import yaml

    return iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _damaged(damage: Any, text: str, file: str, problems: Problems) -> None:
    """Note where the text stops being YAML."""
    mark = getattr(damage, "problem_mark", None) or getattr(damage, "context_mark", None)
    line, at = (mark.line + 1, mark.column + 1) if mark else (None, 1)
    there = text.split("\n", line)[line - 1 : line] if line is not None else []  # none where the damage is the end
    tab = any("\t" in written[:at] for written in there)
    problems.error("documents.yaml_tab" if tab else "documents.yaml_damaged", file=file, row=line, at=at)


class _Building:
    """The document as it grows, event by event, without recursion."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.root: Any = NOTHING
        self.failed = False
        self.open: list[Block | Listing] = []
        self.keys: list[str | None] = []

    def take(self, event: Any) -> bool:
        """Add one event; False where going on makes no sense."""
        name = type(event).__name__
        line = event.start_mark.line + 1
        if name == "AliasEvent" or getattr(event, "anchor", None):
            return self._error("yaml_reference", line, name=event.anchor)
        if name == "DocumentStartEvent" and self.root is not NOTHING:
            return self._error("yaml_second", line)
        if name in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            if event.tag not in (None, "!"):
                return self._error("yaml_tag", line, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
            return self._value(event, name, line)
        if name in ("MappingEndEvent", "SequenceEndEvent"):
            self.open.pop()
            self.keys.pop()
        return True

    def _error(self, key: str, line: int, **values: object) -> bool:
        self.problems.error(f"documents.{key}", file=self.file, row=line, **values)
        self.failed = True
        return False

    def _value(self, event: Any, name: str, line: int) -> bool:
        """Put a text or the beginning of a group where it belongs."""
        inside = self.open[-1] if self.open else None
        if isinstance(inside, Block) and self.keys[-1] is None:
            return self._key(inside, event, name, line)
        if name == "ScalarEvent":
            if not not_text(event.value, self.file, self.problems, row=line):
                self.failed = True
            left_out = event.value == "" and not event.style
            self._put(None if left_out else event.value, line)
            return True
        value: Block | Listing = Block(line) if name == "MappingStartEvent" else Listing()
        self._put(value, line)
        self.open.append(value)
        self.keys.append(None)
        return len(self.open) <= DEPTH or self._error("too_deep", line, limit=DEPTH)

    def _key(self, inside: Block, event: Any, name: str, line: int) -> bool:
        if name != "ScalarEvent":
            return self._error("yaml_key", line)
        if event.value in inside:
            self._error("twice", line, name=event.value, first=inside.lines[event.value])
        if not not_text(event.value, self.file, self.problems, row=line):
            self.failed = True
        inside.lines.setdefault(event.value, line)
        self.keys[-1] = event.value
        return True

    def _put(self, value: Any, line: int) -> None:
        inside = self.open[-1] if self.open else None
        if isinstance(inside, Block):
            inside[self.keys[-1] or ""] = value
            self.keys[-1] = None
        elif inside is None:
            self.root = value
        else:
            inside.append(value)
            inside.lines.append(line)
