"""What people decided about pairs of entries: which are one actor, which are not."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Word = Literal["same", "different", "unsure"]
WORDS: dict[Word, str] = {"same": "gleich", "different": "verschieden", "unsure": "unsicher"}
"""The words of a decision, with their German names."""


@dataclass(frozen=True, slots=True)
class Decision:
    """About the entries with the ids ``a`` and ``b``; ``row`` is where it stands in its file."""

    a: str
    b: str
    word: Word
    row: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that two entries are different, and the decisions that make them the same nevertheless."""

    different: Decision
    same: tuple[Decision, ...]


def groups(decisions: Iterable[Decision]) -> list[tuple[str, ...]]:
    """The entries that are one actor, chains united (a = b and b = c is a = b = c), each group as first named.

    >>> groups([Decision("a", "b", "same", 2), Decision("c", "b", "same", 3), Decision("d", "e", "different", 4)])
    [('a', 'b', 'c')]
    """
    beside = _beside(decisions)
    seen: set[str] = set()
    found = []
    for start in beside:
        if start not in seen:
            group = [id_ for id_, _ in _reached(start, beside)]
            seen.update(group)
            found.append(tuple(group))
    return found


def contradictions(decisions: Sequence[Decision]) -> Iterator[Contradiction]:
    """Each decision for *different* whose entries other decisions unite, with the shortest way through these."""
    beside = _beside(decisions)
    for decision in decisions:
        if decision.word == "different" and decision.a in beside:
            ways = dict(_reached(decision.a, beside))
            if decision.b in ways:
                yield Contradiction(decision, ways[decision.b])


Beside = dict[str, list[tuple[str, Decision]]]


def _beside(decisions: Iterable[Decision]) -> Beside:
    """For each entry those that it is the same as, by one decision."""
    beside: Beside = defaultdict(list)
    for decision in decisions:
        if decision.word == "same":
            beside[decision.a].append((decision.b, decision))
            beside[decision.b].append((decision.a, decision))
    return dict(beside)


def _reached(start: str, beside: Beside) -> Iterator[tuple[str, tuple[Decision, ...]]]:
    """All entries of a group with the decisions that lead to them, nearest first."""
    queue: deque[tuple[str, tuple[Decision, ...]]] = deque([(start, ())])
    seen = {start}
    while queue:
        id_, way = queue.popleft()
        yield id_, way
        for other, decision in beside[id_]:
            if other not in seen:
                seen.add(other)
                queue.append((other, (*way, decision)))
