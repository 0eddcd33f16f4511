"""Lists that differ from a list in one place: to improve it, to make it smaller, and to name a reserve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from actor_graph.advice.invitation.demands import counted, demands
from actor_graph.advice.invitation.model import Model
from actor_graph.measures.graph import Bools, Int64s


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

    def after(self, chosen: Sequence[int], leaving: int) -> tuple[Int64s, Bools]:
        """What a list is worth with each candidate in the place of ``leaving``, and with whom it keeps the rules.

        The worth is a number that orders lists of one length by their goals. That ``leaving`` itself has to be invited
        is not asked for: it is about who comes instead. Nobody comes twice.
        """
        rest = np.array([self._place[actor] for actor in chosen if actor != leaving], dtype=np.int64)
        free = np.ones(len(self.model.candidates), dtype=np.bool_)
        free[[*rest, self._place[leaving]]] = False
        asked = np.array([demand.actor != leaving for demand in self._demands], dtype=np.bool_)
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
        """What a list with somebody on it is worth, on the same scale."""
        *rest, last = (self._place[actor] for actor in chosen)
        return int(self._worth(np.array(rest, dtype=np.int64))[last])

    def improved(self, chosen: Sequence[int]) -> tuple[int, ...]:
        """The list after the best exchange, again and again, until none makes it better."""
        best = tuple(chosen)
        while best:
            free = [actor for actor in best if actor not in self.model.include]
            found = [(int(worth[at]), -leaving, -at, at, leaving) for leaving, worth, at in self._greatest(best, free)]
            if not found or max(found)[0] <= self.worth(best):
                break
            *_, at, leaving = max(found)
            best = self._with(best, leaving, at)
        return best

    def _greatest(self, chosen: Sequence[int], some: Sequence[int]) -> Iterator[tuple[int, Int64s, int]]:
        """For some of the invited what others are worth in this place, and the best of them, the earliest of equals."""
        for leaving in some:
            worth, keeps = self.after(chosen, leaving)
            if keeps.any():
                yield leaving, worth, int(np.argmax(np.where(keeps, worth, -1)))

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
        return found | {leaving: candidates[at] for leaving, _, at in self._greatest(chosen, chosen)}

    def _with(self, chosen: Sequence[int], leaving: int, at: int) -> tuple[int, ...]:
        return tuple(sorted({*chosen, self.model.candidates[at]} - {leaving}))
