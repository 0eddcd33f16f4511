"""Two actors that may be one."""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.problems import Phrase


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that may be one, and what speaks for it.

    ``a`` and ``b`` are ids, ``a`` the earlier in the file. ``score`` is between 0 and 1: 1 where the names are the same
    but for what never matters (legal form, case, ways of writing a letter). ``why`` holds phrases for ``words.say``;
    contact data that two actors share are named as such and never told.
    """

    a: str
    b: str
    name_a: str
    name_b: str
    score: float
    why: tuple[Phrase, ...]
