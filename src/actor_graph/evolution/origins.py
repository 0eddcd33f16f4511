"""Where new ties came about: in which gaps of the earlier network, and between whom."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from actor_graph.evolution.changes import Changes
from actor_graph.evolution.snapshot import Snapshot
from actor_graph.measures.cohesion import components
from actor_graph.measures.graph import Bools


@dataclass(frozen=True)
class Origins:
    """The new ties of a change, counted.

    Attributes
    ----------
    with_newcomers
        An end was not among the included actors before; all others are between two that were.
    closing
        Its two ends had a partner in common before, so that it closes a triangle.
    farther
        They hung together, but without a partner in common.
    joining
        They did not hang together at all.
    closing_expected
        How many would close a triangle if the ties between actors of before had come about in any gap alike. A gap is
        a pair without a tie before of which both waves would tell. None where there is no gap.
    within_types, across_types, untyped
        The two ends are of one type, of two, or an end has none (types as in the later wave).
    within_expected
        How many between typed actors of before would be within a type, if they had come about in any gap alike.
    within_known
        How many between typed actors of before are: what is to be laid beside ``within_expected``.
    """

    with_newcomers: int
    closing: int
    farther: int
    joining: int
    closing_expected: float | None
    within_types: int
    across_types: int
    untyped: int
    within_known: int
    within_expected: float | None

    def to_dict(self) -> dict[str, Any]:
        """The counts by name."""
        return asdict(self)


def origins(changes: Changes) -> Origins:
    """Count where the new ties of a change came about.

    What is expected supposes that every gap is as likely as every other, no more: it is a measuring rod and no test,
    since ties come about together, so that no p is told.
    """
    before, types = changes.before, changes.after.types()
    graph, place = before.network.graph, before.place
    component = components(graph)[0]
    partners = [set(graph.indices[graph.indptr[i] : graph.indptr[i + 1]].tolist()) for i in range(graph.n)]
    new = changes.of("new")
    old = [(place[a], place[b]) for a, b in new if a in place and b in place]
    closing = sum(not partners[a].isdisjoint(partners[b]) for a, b in old)
    apart = sum(component[a] != component[b] for a, b in old)
    kinds = [(types.get(a), types.get(b)) for a, b in new]
    typed = [(a, b) for a, b in kinds if a is not None and b is not None]
    known = [(a, b) for a, b in new if a in place and b in place and None not in (types[a], types[b])]
    gaps = _gaps(changes, partners)
    return Origins(
        with_newcomers=len(new) - len(old),
        closing=closing,
        farther=len(old) - closing - apart,
        joining=apart,
        closing_expected=gaps.closing / gaps.all * len(old) if gaps.all else None,
        within_types=sum(a == b for a, b in typed),
        across_types=sum(a != b for a, b in typed),
        untyped=len(kinds) - len(typed),
        within_known=sum(types[a] == types[b] for a, b in known),
        within_expected=gaps.within / gaps.typed * len(known) if gaps.typed else None,
    )


@dataclass
class _Gaps:
    """How many gaps there were, would have closed a triangle, are between typed actors, and within a type."""

    all: int = 0
    closing: int = 0
    typed: int = 0
    within: int = 0


def _gaps(changes: Changes, partners: list[set[int]]) -> _Gaps:
    before, after = changes.before, changes.after
    types, names = after.types(), dict[str, int]()
    label = np.full(len(before.ids), -1, dtype=np.int64)
    for i, id_ in enumerate(before.ids):
        if (own := types.get(id_)) is not None:
            label[i] = names.setdefault(own, len(names))
    there = before.among(changes.kept)
    then, now = (_telling(before, wave.answered, wave.surveyed) for wave in (before, after))
    found = _Gaps()
    for i in np.flatnonzero(there).tolist():
        gap = there & _of(then, i, before) & _of(now, i, after)
        gap[: i + 1] = False
        gap[list(partners[i])] = False
        shared = np.zeros(len(gap), dtype=np.bool_)
        shared[list(set().union(*(partners[j] for j in partners[i])))] = True
        typed = gap & (label >= 0) & (label[i] >= 0)
        found.all += int(gap.sum())
        found.closing += int((gap & shared).sum())
        found.typed += int(typed.sum())
        found.within += int((typed & (label == label[i])).sum())
    return found


def _telling(before: Snapshot, answered: frozenset[str], surveyed: bool) -> Bools:
    """Which of the actors of before would tell in a wave of a tie that they have."""
    return np.array([not surveyed or id_ in answered for id_ in before.ids], dtype=np.bool_)


def _of(telling: Bools, i: int, wave: Snapshot) -> Bools:
    """With whom a wave would tell of a tie of actor i: where both have to confirm it, both have to tell."""
    both = wave.analysis.request.confirmed
    return np.asarray(telling & telling[i] if both else telling | telling[i], dtype=np.bool_)
