"""Lists that differ from a list in one actor: to improve it, to make it smaller, and to name a reserve."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

from actor_graph.advice.invitation.demands import counted, demands
from actor_graph.advice.invitation.model import Model
from actor_graph.measures.graph import Bools, Int64s

T = TypeVar("T", int, int | None)

RESTING = 10
"""So many steps of a wandering search somebody who left does not come back."""


class Exchanges:
    """What a list becomes when one of the invited gives the place to one of the candidates, for all of them at once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        most = max(1, min(model.seats[1], len(model.candidates)))
        found = demands(model, most)
        self._demands = [demand for demand, rows in found.items() for _ in rows]
        rows = [row for several in found.values() for row in several]
        self._weights = np.array([row.weight for row in rows], dtype=np.int64)
        self._least = np.array([row.least for row in rows], dtype=np.int64)
        self._types = np.array([counted(model, members) for members in model.types], dtype=np.int64)
        self._circles = np.array([counted(model, members) for members in model.circles], dtype=np.int64)
        self._earlier = counted(model, model.earlier)
        around = [sorted(model.reach[actor]) for actor in model.candidates]
        self._around = np.array([actor for part in around for actor in part], dtype=np.int64)
        self._owner = np.repeat(np.arange(len(around)), [len(part) for part in around])
        self._place = {actor: i for i, actor in enumerate(model.candidates)}

    def after(self, chosen: Sequence[int], leaving: int | None) -> tuple[Int64s, Bools]:
        """What a list is worth with each candidate in the place of ``leaving``, and with whom it keeps the rules.

        The worth is a number that orders lists by their goals, all but the number of invited. That ``leaving`` itself
        has to be invited is not asked for: it is about who comes instead. Nobody comes twice. With None nobody leaves,
        and the list grows by one.
        """
        rest = np.array([self._place[actor] for actor in chosen if actor != leaving], dtype=np.int64)
        free = np.ones(len(self.model.candidates), dtype=np.bool_)
        free[[self._place[actor] for actor in chosen]] = False
        asked = np.array([leaving is None or demand.actor != leaving for demand in self._demands], dtype=np.bool_)
        sums = self._weights[:, rest].sum(axis=1)[:, None] + self._weights
        keeps = (sums >= self._least[:, None])[asked].all(axis=0) & free
        return self._worth(rest), keeps

    def _worth(self, rest: Int64s) -> Int64s:
        """Kept, types, clusters and reached of these and each candidate, as the digits of one number."""
        count = len(self.model.candidates)
        seen = np.zeros(self.model.n, dtype=np.bool_)
        seen[self._around[np.isin(self._owner, rest)]] = True
        new = np.bincount(self._owner[~seen[self._around]], minlength=count)
        worth = self._earlier[rest].sum() + self._earlier
        for sets in (self._types, self._circles):
            number = np.zeros(count, dtype=np.int64)
            if len(sets):
                number = ((sets[:, rest].sum(axis=1)[:, None] + sets) > 0).sum(axis=0)
            worth = worth * (len(sets) + 1) + number
        return np.asarray(worth * (self.model.n + 1) + seen.sum() + new, dtype=np.int64)

    def worth(self, chosen: Sequence[int]) -> int:
        """What a list is worth, on the same scale."""
        if not chosen:
            return 0
        *rest, last = (self._place[actor] for actor in chosen)
        return int(self._worth(np.array(rest, dtype=np.int64))[last])

    def improved(self, chosen: Sequence[int]) -> tuple[int, ...]:
        """The list grown by the best candidate, then changed by the best exchange, until neither makes it better."""
        best = tuple(chosen)
        while True:
            level, grown = self.worth(best), list(self._greatest(best, [None]))
            found = grown if grown and grown[0][0] > level else list(self._greatest(best, self._movable(best)))
            top = max(found, key=lambda move: move[0], default=None)
            if top is None or top[0] <= level:
                return best
            best = self._with(best, *top[1:])

    def wandered(self, chosen: Sequence[int], seconds: float) -> tuple[int, ...]:
        """The best list on a way of best exchanges, worse ones too; who left stays out for some steps (tabu search)."""
        best = current = tuple(chosen)
        resting: deque[int] = deque(maxlen=RESTING)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = list(self._greatest(current, self._movable(current), resting))
            if not found:
                break
            _, leaving, at = max(found, key=lambda move: move[0])
            resting.append(leaving)
            current = self._with(current, leaving, at)
            best = max(best, current, key=self.worth)
        return best

    def _movable(self, chosen: Sequence[int]) -> list[int]:
        return [actor for actor in chosen if actor not in self.model.include]

    def _greatest(
        self, chosen: Sequence[int], some: Iterable[T], out: Iterable[int] = ()
    ) -> Iterator[tuple[int, T, int]]:
        """For some of the invited: what the list is worth with the best other one in this place, and who that is.

        Of equals it is the earliest. There is none for a place where nobody can come, or only who is to stay ``out``.
        """
        barred = [self._place[actor] for actor in out]
        for leaving in some:
            worth, keeps = self.after(chosen, leaving)
            keeps[barred] = False
            if keeps.any():
                at = int(np.argmax(np.where(keeps, worth, -1)))
                yield int(worth[at]), leaving, at

    def smaller(self, chosen: Sequence[int]) -> tuple[int, ...]:
        """The list after exchanges by earlier candidates of equal value, until no single one makes it smaller."""
        best = tuple(chosen)
        changed = bool(best)
        while changed:
            changed, level = False, self.worth(best)
            for leaving in sorted(best, reverse=True):
                worth, keeps = self.after(best, leaving)
                equal = np.flatnonzero(keeps & (worth >= level))
                if leaving not in self.model.include and len(equal) and equal[0] < self._place[leaving]:
                    best, changed = self._with(best, leaving, int(equal[0])), True
                    break
        return best

    def reserves(self, chosen: Sequence[int]) -> Mapping[int, int | None]:
        """For each of the invited who comes in this place, all others kept.

        Of those with whom the rules hold it is the one that makes the best list, the earliest of equals; None where
        nobody can.
        """
        candidates = self.model.candidates
        found: dict[int, int | None] = dict.fromkeys(chosen)
        return found | {leaving: candidates[at] for _, leaving, at in self._greatest(chosen, chosen)}

    def _with(self, chosen: Sequence[int], leaving: int | None, at: int) -> tuple[int, ...]:
        return tuple(sorted({*chosen, self.model.candidates[at]} - {leaving}))
