"""The graph with all that the figures need beside it: who is of which type, who answered, in which circle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures import clusters, dominance, isolation
from actor_graph.measures.graph import Bools, Graph

if TYPE_CHECKING:
    from actor_graph.scheme import Scheme

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Scene:
    """One graph and the labels of its actors.

    Attributes
    ----------
    ids
        The actors' ids, which fix the order in which circles are looked for.
    labels, types
        Each actor's place in ``types`` (sorted by name), −1 where none is given.
    answered
        Who answered the survey; None where no included actor has a survey entry.
    mandate
        Who coordinates by office.
    intensity, reported
        For each tie in the order of ``graph.ties()``: the strongest word, and which of its ends stated it.
    """

    graph: Graph
    ids: Sequence[str]
    labels: Labels
    types: Sequence[str]
    answered: Bools | None
    mandate: Bools
    intensity: Sequence[str | None]
    reported: Bools | None
    scheme: Scheme
    seed: int
    draws: int

    @cached_property
    def circles(self) -> Labels:
        """The circle of each actor, from 0; −1 without a tie."""
        trials = clusters.trials_for(self.graph.n, self.scheme.thresholds.trials_max)
        found: Labels = clusters.clusters(self.graph, self.ids, self.seed, trials)
        return found

    @cached_property
    def status(self) -> npt.NDArray[np.int8]:
        """The status of each actor, as ``isolation`` numbers it."""
        limits = self.scheme.thresholds
        return isolation.status(
            self.graph, answered=self.answered, share=limits.networked_share, least=limits.networked_min
        )

    @cached_property
    def top(self) -> Bools:
        """Who stands out by ties and by the ways that lead through it."""
        limits = self.scheme.thresholds
        return dominance.top_dogs(self.graph, p=limits.top_dog_p, fence=limits.fence, least=limits.min_tied)

    @property
    def typed(self) -> Bools:
        """Who has a type."""
        return self.labels >= 0

    def keep(self, members: Bools, ties: Bools | None = None) -> Scene:
        """The scene of these actors alone, and of these ties among them (all where not said)."""
        u, v, w = self.graph.ties()
        inside = members[u] & members[v] if ties is None else members[u] & members[v] & ties
        place = np.cumsum(members) - 1
        chosen = np.flatnonzero(inside).tolist()
        return replace(
            self,
            graph=Graph.from_ties(int(members.sum()), place[u[inside]], place[v[inside]], w[inside]),
            ids=_chosen(self.ids, members),
            labels=self.labels[members],
            answered=None if self.answered is None else self.answered[members],
            mandate=self.mandate[members],
            intensity=[self.intensity[i] for i in chosen],
            reported=None if self.reported is None else self.reported[inside],
        )


def _chosen(values: Sequence[Any], members: Bools) -> list[Any]:
    return [value for value, kept in zip(values, members.tolist(), strict=True) if kept]
