"""What changed between two waves: actors and ties new, kept, ended, and those of which it is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from actor_graph.evolution.snapshot import Pair, Snapshot
from actor_graph.measures import isolation
from actor_graph.measures.graph import Graph

EXCLUDED, ABSENT = "excluded", "absent"
"""Why an actor is gone: it stands on the later list as not part of the survey; it stands there no more."""
State = Literal["new", "kept", "ended", "unknown"]
STATUS = {
    isolation.NETWORKED: "networked",
    isolation.FRAGMENT: "fragment",
    isolation.ISOLATED: "isolated",
    isolation.UNKNOWN: "unknown",
}
OUTSIDE = ("isolated", "fragment")


@dataclass(frozen=True, eq=False)
class Changes:
    """Two waves of one city, side by side."""

    before: Snapshot
    after: Snapshot

    @cached_property
    def new(self) -> list[str]:
        """The actors of the later wave that the earlier one does not have among its included, in the later order."""
        return [id_ for id_ in self.after.ids if id_ not in self.before.place]

    @cached_property
    def kept(self) -> list[str]:
        """The actors included in both waves, in the later order."""
        return [id_ for id_ in self.after.ids if id_ in self.before.place]

    @cached_property
    def gone(self) -> dict[str, str]:
        """The included actors of the earlier wave that the later one does not include, each with why."""
        return {
            id_: EXCLUDED if id_ in self.after.excluded else ABSENT
            for id_ in self.before.ids
            if id_ not in self.after.place
        }

    @cached_property
    def ties(self) -> dict[Pair, State]:
        """Each tie of either wave: ``kept``, ``new``, ``ended`` or ``unknown`` (see ``Snapshot.tells_of``).

        A tie that one wave has and the other has not is known to be new, or to have ended, where the other wave would
        have it if there were one; or where the dates in its own sheet say that it was not there at the other wave. Else
        nobody was asked, or answered, who would have named it, and it is unknown. So is one that the later sheet dates
        before the earlier wave (``since``): who answered then did not name it, and now it is said to have been there.
        """
        earlier, later = self.before.ties, self.after.ties
        stood = self._stood_before
        begun, lasting = self.after.on(self.before.date), self.before.on(self.after.date)
        found: dict[Pair, State] = {}
        for pair in dict.fromkeys([*earlier, *later]):
            if pair in earlier and pair in later:
                found[pair] = "kept"
            elif pair in later:
                known = pair not in begun or (pair not in stood and self.before.tells_of(pair, later[pair]))
                found[pair] = "new" if known else "unknown"
            else:
                known = pair not in lasting or self.after.tells_of(pair, earlier[pair])
                found[pair] = "ended" if known else "unknown"
        return found

    @cached_property
    def _stood_before(self) -> set[Pair]:
        """The ties that the later sheet dates before the earlier wave, and the earlier one does not rule out."""
        dated = self.after.begun_before(self.before.date) - self.before.past
        return {pair for pair in dated if self.before.excluded.keys().isdisjoint(pair)}

    @cached_property
    def named_late(self) -> list[Pair]:
        """The unknown ties that somebody would have named before, and that are said now to have been there then."""
        return [
            pair
            for pair in self.of("unknown")
            if pair in self._stood_before
            and pair in self.after.ties
            and self.before.tells_of(pair, self.after.ties[pair])
        ]

    def of(self, state: State, among: Iterable[str] | None = None) -> list[Pair]:
        """The ties of a state; of those ``among`` these actors alone."""
        chosen = None if among is None else set(among)
        return [pair for pair, own in self.ties.items() if own == state and (chosen is None or chosen.issuperset(pair))]

    def counts(self, among: Iterable[str] | None = None) -> dict[str, int]:
        """How many ties have each state."""
        chosen = None if among is None else set(among)
        states: tuple[State, ...] = ("new", "kept", "ended", "unknown")
        return {state: len(self.of(state, chosen)) for state in states}

    @property
    def ended_with_gone(self) -> int:
        """How many of the ties that ended had an end that is gone."""
        return sum(not self.gone.keys().isdisjoint(pair) for pair in self.of("ended"))

    @cached_property
    def strength(self) -> dict[Pair, str]:
        """The kept ties whose weight was stated both times and is another: ``grown``, ``shrunk``."""
        found = {}
        for pair in self.of("kept"):
            one, other = self.before.ties[pair].weight, self.after.ties[pair].weight
            if one is not None and other is not None and one != other:
                found[pair] = "grown" if other > one else "shrunk"
        return found

    @cached_property
    def status(self) -> list[tuple[str, str, str]]:
        """The actors of both waves whose status is another: id, status before, status after."""
        then, now = (dict(zip(wave.ids, wave.scene.status.tolist(), strict=True)) for wave in (self.before, self.after))
        return [(id_, STATUS[then[id_]], STATUS[now[id_]]) for id_ in self.kept if then[id_] != now[id_]]

    @cached_property
    def came_in(self) -> list[str]:
        """Who was outside the network before, and is networked after, whatever became of the ties not known of."""
        (outside, _), (_, networked) = self._sure
        return [id_ for id_ in self._entered if id_ in outside and id_ in networked]

    @cached_property
    def fell_out(self) -> list[str]:
        """Who was networked before, and stands outside after, whatever became of the ties not known of."""
        (_, networked), (outside, _) = self._sure
        return [id_ for id_ in self._left if id_ in networked and id_ in outside]

    @property
    def moved_perhaps(self) -> list[str]:
        """Who would have come in or fallen out, if it is not for ties that one of the waves could not tell of."""
        known = {*self.came_in, *self.fell_out}
        return [id_ for id_ in (*self._entered, *self._left) if id_ not in known]

    @property
    def _entered(self) -> list[str]:
        return [id_ for id_, then, now in self.status if then in OUTSIDE and now == "networked"]

    @property
    def _left(self) -> list[str]:
        return [id_ for id_, then, now in self.status if then == "networked" and now in OUTSIDE]

    @cached_property
    def _sure(self) -> tuple[tuple[set[str], set[str]], tuple[set[str], set[str]]]:
        """Who is outside, and who networked, for certain: before, and after."""
        return self._sure_in(self.before), self._sure_in(self.after)

    def _sure_in(self, wave: Snapshot) -> tuple[set[str], set[str]]:
        """Who is outside, and who networked, in a wave whichever ties it could not tell of (``isolation.sure``).

        Ties to actors that the wave does not have are among them: by way of these two might have been connected.
        """
        more = [pair for pair in self.of("unknown") if pair not in wave.ties]
        place = {id_: i for i, id_ in enumerate(dict.fromkeys([*wave.ids, *(end for pair in more for end in pair)]))}
        least, most = (graph_of(pairs, place) for pairs in (list(wave.ties), [*wave.ties, *more]))
        limits = wave.scene.scheme.thresholds
        masks = isolation.sure(least, most, len(wave.ids), share=limits.networked_share, least=limits.networked_min)
        outside, networked = ({id_ for id_, own in zip(place, mask.tolist(), strict=True) if own} for mask in masks)
        return outside, networked


def graph_of(pairs: Sequence[Pair], place: Mapping[str, int]) -> Graph:
    """The graph of these ties, each actor in its place."""
    ends = np.array([(place[a], place[b]) for a, b in pairs], dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(len(place), ends[:, 0], ends[:, 1])


def jaccard(counts: dict[str, int]) -> float:
    """How stable the ties are: kept / (kept + new + ended). Unknown ones are left out, as nothing is known of them.

    0 (none stayed) … 1 (all stayed, and none came). nan where there is no such tie.

    >>> jaccard({"new": 1, "kept": 2, "ended": 1, "unknown": 5})
    0.5

    References
    ----------
    Jaccard (1912). The distribution of the flora in the alpine zone. New Phytologist 11, 37-50.
    Snijders, van de Bunt, Steglich (2010). Introduction to stochastic actor-based models for network dynamics. Social
    Networks 32, 44-60. https://doi.org/10.1016/j.socnet.2009.02.004
    """
    known = counts["kept"] + counts["new"] + counts["ended"]
    return counts["kept"] / known if known else float("nan")


def jaccard_range(counts: dict[str, int]) -> tuple[float, float]:
    """The stability if all that is unknown had changed, and if all of it had stayed; nan where there is no tie.

    >>> jaccard_range({"new": 1, "kept": 2, "ended": 1, "unknown": 4})
    (0.25, 0.75)
    """
    every = sum(counts.values())
    if not every:
        return float("nan"), float("nan")
    return counts["kept"] / every, (counts["kept"] + counts["unknown"]) / every
