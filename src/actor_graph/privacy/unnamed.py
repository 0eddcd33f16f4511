"""Who has not agreed to be named, and which texts of others speak of them all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.mentions import Mentions
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problems
from actor_graph.vocabulary.headings import heading
from actor_graph.words.fold import fold

LEAST_LETTERS = 4
"""A name shorter than this is a word of many texts."""
TEXTS = ("name", "place", "boundary", "sources", "grand", "vision", "goals", "indicators")
"""What a landscape says of itself in words of its own, and an output may print."""
OF_STATUS = ("missing",)
"""Those of its items for a GRAND sheet in which a name says how somebody stands in the survey."""


class Unnamed:
    """The names, other spellings too, of the organizations of a landscape that are not among those shown.

    Natural persons and names of those who objected are not among them: they are out of all texts before. Nor is the
    name of the landscape's place: who says where it is names nobody.
    """

    def __init__(self, cleared: Landscape, shown: Collection[int]) -> None:
        actors = cleared.actors
        told = {fold(actors["name"][row]) for row in shown} | {fold(str(cleared.meta.get("place") or ""))}
        spelled = spellings(actors)
        self.names = [
            name
            for row, own in enumerate(actors["name"])
            if row not in shown and not actors["person"][row] and not actors["objected"][row]
            for name in (own, *spelled[row])
            if fold(name) not in told
        ]
        self._shown = [actors["name"][row] for row in shown]
        self._folded = set(map(fold, self.names))
        self._sought = [name for name in self.names if len(name) >= LEAST_LETTERS]

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._folded

    def redacted(self, text: str) -> str:
        """The text with ``[…]`` for each of these names; the name of one who is shown stays, whatever it holds."""
        return Mentions(self._sought, self._shown).redacted(text) if any(self.spoken_of(text)) else text

    def taken_out(self, text: str) -> Iterator[str]:
        """The names that ``redacted`` leaves out of a text."""
        yield from (name for name in self.spoken_of(text) if Mentions([name], self._shown)(text))

    def spoken_of(self, texts: str) -> Iterator[str]:
        """The names that texts speak of."""
        if self._sought and Mentions(self._sought)(texts):
            yield from (name for name in self._sought if Mentions([name])(texts))


def not_agreed(cleared: Landscape) -> Unnamed:
    """Those who have not agreed to be named to the public."""
    return Unnamed(cleared, {row for row, open_ in enumerate(cleared.actors["publish"]) if open_})


def publicly(cleared: Landscape) -> Landscape:
    """The landscape without the names of those who have not agreed, in the texts that it says of itself.

    ``[…]`` stands in their place, and a warning of the landscape says where: who is named there often refused, or is
    where data come from.
    """
    problems = Problems(clean=redact)
    without = partial(_without, unnamed=not_agreed(cleared), problems=problems, why="privacy.text_names")
    meta = {
        key: without(value, heading("landscape", key, cleared.language)) if key in TEXTS else value
        for key, value in cleared.meta.items()
    }
    source = (
        cleared.source if meta.get("name") else without(cleared.source, heading("landscape", "name", cleared.language))
    )
    return replace(cleared, meta=meta, source=source, warnings=(*cleared.warnings, *problems.warnings))


def without_status(cleared: Landscape) -> Landscape:
    """The landscape for participants: without names in what it says of those who are missing, with a warning of it.

    Who is named there has not answered or has declined, which is known to the office alone.
    """
    stated = cleared.meta.get("grand") or {}
    if not any(key in stated for key in OF_STATUS):
        return cleared
    problems, where = Problems(clean=redact), heading("landscape", "grand", cleared.language)
    without = partial(_without, unnamed=Unnamed(cleared, frozenset()), problems=problems, why="privacy.text_status")
    kept = {key: without(text, f"{where}: {key}") if key in OF_STATUS else text for key, text in stated.items()}
    meta = {**cleared.meta, "grand": kept}
    return replace(cleared, meta=meta, warnings=(*cleared.warnings, *problems.warnings))


def _without(value: Any, where: str, *, unnamed: Unnamed, problems: Problems, why: str) -> Any:
    """A text, or all texts in it, without these names; each name and its place is warned of."""
    within = partial(_without, unnamed=unnamed, problems=problems, why=why)
    if isinstance(value, Mapping):
        return {key: within(part, f"{where}: {key}") for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [within(part, where) for part in value]
    if not isinstance(value, str):
        return value
    for name in unnamed.taken_out(value):
        problems.warn(why, given=name, where=where)
    return unnamed.redacted(value)
