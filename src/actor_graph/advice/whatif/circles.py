"""Which circle before is which circle after, and whether anybody may be said to have changed the circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actor_graph.measures.clusters import adjusted_rand

NO_TIES, UNCERTAIN, WOBBLE = "no ties", "uncertain borders", "no more than without any change"
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
    withheld
        Why moves are not told; None where they are.
    spoken_of
        Before and after: the circles of three actors or more.
    """

    stability: tuple[float | None, float | None]
    agreement: float | None
    same: tuple[tuple[int, int], ...]
    withheld: str | None
    spoken_of: tuple[frozenset[int], frozenset[int]]

    def moved(self, before: int | None, after: int | None) -> bool:
        """Whether an actor of these circles is in another one than before, both of them circles to speak of."""
        told = self.withheld is None and before in self.spoken_of[0] and after in self.spoken_of[1]
        return told and (before, after) not in self.same

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
    stability: tuple[float | None, float | None],
    least: float,
    *,
    workshop: bool = False,
) -> Circles:
    """Match the circles of two states by their members.

    Of all ways to let each circle go on in at most one, the one that leaves the fewest actors moved is taken, over
    those who have a tie in both: an assignment of greatest overlap, whose complement is the partition distance. Whoever
    is not in what became of the own circle then *has* to be said to have moved, however circles are numbered.

    Moves are told where the borders are firm before and after (``stability`` of at least ``least``), and only where the
    two states differ more than the search for circles differs with itself: where their adjusted Rand index is below
    both stabilities. Else an edit would be given the credit for chance. After a ``workshop`` at which all meet all, the
    circles are what was supposed, and no move is told.

    References
    ----------
    Gusfield (2002). Partition-distance: a problem and class of perfect graphs arising in clustering. Information
    Processing Letters 82(3), 159–164. https://doi.org/10.1016/S0020-0190(01)00263-0
    """
    both = [(one, after[id_]) for id_, one in before.items() if one is not None and after.get(id_) is not None]
    pairs = np.array(both, dtype=np.int64).reshape(-1, 2)
    agreement = adjusted_rand(pairs[:, 0] - 1, pairs[:, 1] - 1) if len(pairs) > 1 else None
    spoken_of = _spoken_of(before), _spoken_of(after)
    withheld = WORKSHOP if workshop else _withheld(stability, agreement, least)
    return Circles(stability, agreement, _same(pairs), withheld, spoken_of)


def _spoken_of(of: Mapping[str, int | None]) -> frozenset[int]:
    sizes = Counter(circle for circle in of.values() if circle is not None)
    return frozenset(circle for circle, size in sizes.items() if size >= OF_A_CIRCLE)


def _withheld(stability: Sequence[float | None], agreement: float | None, least: float) -> str | None:
    firm = [one for one in stability if one is not None]
    if len(firm) < len(stability) or agreement is None:
        return NO_TIES
    if min(firm) < least:
        return UNCERTAIN
    return WOBBLE if min(firm) <= agreement < 1 else None


def _same(pairs: np.ndarray[Any, np.dtype[np.int64]]) -> tuple[tuple[int, int], ...]:
    """The assignment of greatest overlap; of equal ones that which keeps most numbers."""
    from scipy.optimize import linear_sum_assignment

    if not len(pairs):
        return ()
    overlap = np.zeros(pairs.max(axis=0), dtype=np.int64)
    np.add.at(overlap, (pairs[:, 0] - 1, pairs[:, 1] - 1), 1)
    value = overlap * (max(overlap.shape) + 1) + np.eye(*overlap.shape, dtype=np.int64)
    rows, columns = linear_sum_assignment(value, maximize=True)
    found = zip(rows.tolist(), columns.tolist(), strict=True)
    return tuple((int(i) + 1, int(j) + 1) for i, j in found if overlap[i, j])
