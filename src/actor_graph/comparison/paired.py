"""Whether figures of the same actors differ between two waves by more than could have come about by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.comparison.panel import Panel
from actor_graph.comparison.snapshot import Snapshot
from actor_graph.measures import bootstrap
from actor_graph.measures.bootstrap import LEAST, Mean, paired_error
from actor_graph.measures.comparing import Difference
from actor_graph.measures.graph import Graph, Ints

JUDGED = 8
"""Of fewer actors a difference is told, and not judged: under the normal distribution it would seem one too often."""


@dataclass(frozen=True)
class Paired:
    """A figure of the same actors in two waves, and how far they are ``apart``, after less before."""

    before: float
    after: float
    apart: Difference


def differences(panel: Panel) -> dict[str, Paired]:
    """Density, average degree and E-I index of those who answered in both waves, before and after.

    Among them no answer is missing, in neither wave, so that a difference is not one of who answered. The error is that
    of the paired vertex bootstrap (``bootstrap.paired_error``). The E-I index is of those who have a type in both
    waves. Nothing without three such actors, no error without eight; no E-I index where a wave has no tie between typed
    ones.
    """
    members, before, after = panel.answered, panel.changes.before, panel.changes.after
    if len(members) < LEAST:
        return {}
    then, now = _graph(before, members), _graph(after, members)
    labels, later = _labels([before.types()[id_] for id_ in members], [after.types()[id_] for id_ in members])
    figures = {
        "density": (bootstrap.density(then), bootstrap.density(now)),
        "average_degree": (bootstrap.average_degree(then), bootstrap.average_degree(now)),
        "ei_index": (bootstrap.ei_index(then, labels), bootstrap.ei_index(now, later)),
    }
    told = {key: pair for key, pair in figures.items() if np.isfinite([one.value for one in pair]).all()}
    return {key: _difference(*pair, judged=len(members) >= JUDGED) for key, pair in told.items()}


def _difference(then: Mean, now: Mean, *, judged: bool) -> Paired:
    error = paired_error(then, now) if judged else float("nan")
    return Paired(then.value, now.value, Difference(now.value - then.value, error))


def _graph(wave: Snapshot, members: Sequence[str]) -> Graph:
    """The ties of a wave among some actors, in their order."""
    place = {id_: i for i, id_ in enumerate(members)}
    ends = np.array([(place[a], place[b]) for a, b in wave.ties if a in place and b in place], dtype=np.int64)
    return Graph.from_ties(len(members), *ends.reshape(-1, 2).T)


def _labels(then: Sequence[str | None], now: Sequence[str | None]) -> tuple[Ints, Ints]:
    """The types of both waves as numbers, −1 for who has none in one of them."""
    names: dict[str, int] = {}
    found = np.full((2, len(then)), -1, dtype=np.int64)
    for i, pair in enumerate(zip(then, now, strict=True)):
        if None not in pair:
            found[:, i] = [names.setdefault(str(name), len(names)) for name in pair]
    return found[0], found[1]
