"""Which circle before is which circle after, and whether anybody may be said to have changed the circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actor_graph.measures.clusters import adjusted_rand
from actor_graph.measures.partitions import successors

NO_TIES, UNCERTAIN = "no ties", "uncertain borders"
WORKSHOP = "they follow from the workshop alone"
"""Why moves from circle to circle are not told."""
OF_A_CIRCLE = 3
"""Pairs are no circle to speak of."""


@dataclass(frozen=True)
class Circles:
    """The circles before and after.

    Attributes
    ----------
    stability
        Before and after: how firm the borders are (``cluster_stability``).
    agreement
        The adjusted Rand index of the two over the actors who have a tie in both; None for fewer than two.
    same
        Pairs of numbers: the circle before, and the one after that goes on from it.
    moved
        Who is in another circle than before, in the order of the input.
    withheld
        Why moves are not told; None where they are.
    """

    stability: tuple[float | None, float | None]
    agreement: float | None
    same: tuple[tuple[int, int], ...]
    moved: tuple[str, ...]
    withheld: str | None

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "stability": {"before": self.stability[0], "after": self.stability[1]},
            "agreement": self.agreement,
            "same": [list(pair) for pair in self.same],
            "moves_withheld": self.withheld,
        }


def circles(
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
    firm: Collection[str],
    stability: tuple[float | None, float | None],
    least: float,
    *,
    workshop: bool = False,
) -> Circles:
    """Match the circles of two states by their members, and say who has moved.

    Each circle goes on as at most one, so that the fewest have moved (``measures.partitions.successors``), over those
    who have a tie in both; whoever is not in what became of the own circle has moved, however circles are numbered.

    The search for circles does not end the same twice, and an edit must not get the credit for that. So moves are told
    only where the borders are firm as a whole (``stability`` of at least ``least``, before and after), and only of the
    ``firm``: those who are in the same circle however often it is searched, before as well as after
    (``measures.partitions.firm``). And only from one circle of three or more to another. After a ``workshop`` at which
    all meet all, the circles are what was supposed, and nothing of them is told.
    """
    both = {id_: (one, other) for id_, one in before.items() if one and (other := after.get(id_))}
    pairs = np.array(list(both.values()), dtype=np.int64).reshape(-1, 2) - 1
    agreement = adjusted_rand(pairs[:, 0], pairs[:, 1]) if len(pairs) > 1 else None
    same = tuple((i + 1, j + 1) for i, j in successors(pairs[:, 0], pairs[:, 1]))
    if workshop:
        return Circles((stability[0], None), None, (), (), WORKSHOP)
    withheld = _withheld(stability, least)
    was, now = _spoken_of(before), _spoken_of(after)
    moved = tuple(
        id_ for id_, (i, j) in both.items() if i in was and j in now and (i, j) not in same and id_ in firm
    )  # fmt: skip
    return Circles(stability, agreement, same, () if withheld else moved, withheld)


def _spoken_of(of: Mapping[str, int | None]) -> frozenset[int]:
    sizes = Counter(circle for circle in of.values() if circle is not None)
    return frozenset(circle for circle, size in sizes.items() if size >= OF_A_CIRCLE)


def _withheld(stability: Sequence[float | None], least: float) -> str | None:
    known = [one for one in stability if one is not None]
    if len(known) < len(stability):
        return NO_TIES
    return UNCERTAIN if min(known) < least else None
