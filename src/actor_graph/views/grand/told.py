"""A GRAND sheet in words: its parts, items and what is still to be stated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from actor_graph import __version__
from actor_graph.analysis.grand import Grand, Item
from actor_graph.vocabulary.grand import VERSION, label
from actor_graph.words import say
from actor_graph.words.visible import visible

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})
"""Signs that Markdown would take for more than themselves."""


class Told:
    """What page, Markdown and terminal say of a sheet."""

    def __init__(self, made: Grand) -> None:
        self.made, self.language = made, made.language

    def say(self, key: str, **values: Any) -> str:
        """A sentence of the sheet."""
        return say(f"grand.{key}", self.language, **values)

    @property
    def title(self) -> str:
        """The heading."""
        return self.say("title", name=visible(self.made.name))

    def lines(self) -> Iterator[str]:
        """What stands under the heading: for whom, after what."""
        yield visible(self.made.note)
        yield self.say("about", version=VERSION, program=__version__)

    def parts(self) -> Iterator[tuple[str, list[Item]]]:
        """Data, nodes, edges, transformations, each with its items."""
        for part, items in groupby(self.made.items, key=lambda item: item.number[0]):
            yield self.say(f"part_{part}"), list(items)

    def label(self, item: Item) -> str:
        """What an item is called."""
        return label(item.key, self.language)

    def open(self) -> Iterator[str]:
        """What is not stated yet, and where it is stated."""
        items = [f"{item.number} {self.label(item)}" for item in self.made.items if item.state == "not stated"]
        if items:
            yield self.say("not_stated_count", n=len(items), items=", ".join(items))
            yield self.say("how")

    def markdown(self) -> str:
        """The sheet as Markdown, a table for each part."""
        lines = [f"# {_plain(self.title)}", "", *(f"{_plain(line)}\n" for line in self.lines())]
        for heading, items in self.parts():
            head = [self.say(f"head_{key}") for key in ("number", "item", "text")]
            lines += [f"## {heading}", "", f"| {' | '.join(head)} |", "|---|---|---|"]
            lines += [f"| {item.number} | {self.label(item)} | {_plain(item.text)} |" for item in items]
            lines.append("")
        return "\n".join([*lines, *map(_plain, self.open())]).rstrip("\n") + "\n"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    return visible(" ".join(text.split())).translate(_MARKS)
