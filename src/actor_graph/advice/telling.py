"""What was changed in a landscape, in words, each cell as it was and as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.landscape.change import Change
from actor_graph.privacy.leaving import leaving
from actor_graph.vocabulary.aliases import Kind
from actor_graph.words import Language, say
from actor_graph.words.numbers import day
from actor_graph.words.visible import visible
from actor_graph.writing.answers import title
from actor_graph.writing.cells import saying, text_of


def told_changes(before: Landscape, after: Landscape, made: Iterable[Change], language: Language) -> list[str]:
    """Each change in words, those of one actor or tie under its name; their rows are those of ``after``."""
    was, now = leaving(before), leaving(after)
    names, said = told_apart(now), dict[tuple[Any, ...], list[str]]()
    place = {id_: row for row, id_ in enumerate(before.actors["id"])}
    for change in made:
        if change.table == "actors":
            cells = was.actors[change.key][place[after.actors["id"][change.row]]], now.actors[change.key][change.row]
            said.setdefault((change.row,), []).append(_cell_told(*cells, change.key, now, language))
        else:
            ends = sorted((after.ties["source"][change.row], after.ties["target"][change.row]))
            told = _tie_told(change, now, language)
            lines = said.setdefault(tuple(ends), [])
            lines += [] if told in lines else [told]
    return [line for ends, lines in said.items() for line in (_title(ends, names, language), *lines)]


def told_apart(cleared: Landscape) -> list[str]:
    """The names of the actors, with the id behind where several have the same."""
    names, ids = cleared.actors["name"], cleared.actors["id"]
    often = Counter(names)
    return [name if often[name] == 1 else f"{name} ({id_})" for name, id_ in zip(names, ids, strict=True)]


def _title(ends: tuple[Any, ...], names: Sequence[str], language: Language) -> str:
    told = [visible(names[row]) for row in ends]
    return told[0] if len(told) == 1 else say("feedback.tie", language, a=told[0], b=told[1])


def _cell_told(before: Any, after: Any, key: str, landscape: Landscape, language: Language) -> str:
    """A cell before and after as it may be told; of a natural person only that it was changed."""
    if before == after:
        return say("feedback.changed_unseen", language, what=title("actors", key, landscape, language))
    return _told_as(before, after, "actors", key, landscape, language)


def _tie_told(change: Change, landscape: Landscape, language: Language) -> str:
    """A cell of a tie before and after; of texts, which may name anybody, only that they were changed."""
    if all(cell is None or isinstance(cell, bool) for cell in (change.before, change.after)):
        return _told_as(change.before, change.after, "ties", change.key, landscape, language)
    return say("feedback.changed_unseen", language, what=title("ties", change.key, landscape, language))


def _told_as(before: Any, after: Any, kind: Kind, key: str, landscape: Landscape, language: Language) -> str:
    say_cell = saying(kind, key, landscape, language)
    texts = [_text(text_of(value, say_cell), key, language) for value in (before, after)]
    what = title(kind, key, landscape, language)
    return say("feedback.change", language, what=what, before=texts[0], after=texts[1])


def _text(value: Any, key: str, language: Language) -> str:
    if value is None:
        return say("feedback.nothing", language)
    text = day(str(value), language) if key == "checked" else str(value)
    return say("feedback.quoted", language, text=visible(" ".join(text.split())))
