"""Whether figures of the same actors differ between two waves by more than could have come about by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.evolution.changes import graph_of
from actor_graph.evolution.panel import Panel
from actor_graph.evolution.snapshot import Pair, Snapshot, Tie
from actor_graph.measures import bootstrap
from actor_graph.measures.bootstrap import LEAST, Mean, paired_error
from actor_graph.measures.comparing import Difference
from actor_graph.measures.graph import Graph, Ints
from actor_graph.measures.mixing import typed_ties

JUDGED = 8
"""Of fewer actors a difference is told, and not judged: under the normal distribution it would seem one too often."""
JUDGED_TIES = 5
"""With fewer ties between typed actors in one of the waves the E-I index is told, and not judged, for that reason."""


@dataclass(frozen=True)
class Paired:
    """A figure of the same actors in two waves, and how far they are ``apart``, after less before."""

    before: float
    after: float
    apart: Difference


def differences(panel: Panel) -> dict[str, Paired]:
    """Density, average degree and E-I index as those tell them who answered in both waves, before and after.

    Of a pair of actors that were asked in both waves is read what those of the two name who answered in both: the same
    people on the same pairs, so that a difference is not one of who answered. Pairs of which nobody answered both times
    are left out (``bootstrap.density``). So are ties named late (``Changes.named_late``): the later wave itself
    says that they are not new. The error is that of the paired vertex bootstrap (``bootstrap.paired_error``).
    The E-I index is of the ties so named between those who have a type in both waves. Nothing without three who
    answered both times, no error where it is not ``judged``; no E-I index where a wave has no tie between typed ones.
    """
    if len(panel.answered) < LEAST:
        return {}
    before, after = panel.changes.before, panel.changes.after
    members = _members(panel)
    tell = np.isin(members, panel.answered)
    late = frozenset(panel.changes.named_late)
    then, now = (_graph(wave, members, frozenset(panel.answered), late) for wave in (before, after))
    labels, later = _labels([before.types()[id_] for id_ in members], [after.types()[id_] for id_ in members])
    figures = {
        "density": (bootstrap.density(then, tell), bootstrap.density(now, tell)),
        "average_degree": (bootstrap.average_degree(then, tell), bootstrap.average_degree(now, tell)),
        "ei_index": (bootstrap.ei_index(then, labels), bootstrap.ei_index(now, later)),
    }
    told = {key: pair for key, pair in figures.items() if np.isfinite([one.value for one in pair]).all()}
    ties = min(len(typed_ties(graph, types)[0]) for graph, types in ((then, labels), (now, later)))
    return {key: _difference(*pair, enough=judged(key, len(panel.answered), ties)) for key, pair in told.items()}


def judged(figure: str, answered: int, ties: int) -> bool:
    """Whether a difference is of enough actors, and of the E-I index of enough ties in each wave, to be judged.

    So limited, at most 5 of 100 simulated cities in which nothing changed seem changed (tests/evolution/test_paired).
    """
    return answered >= JUDGED and (figure != "ei_index" or ties >= JUDGED_TIES)


def _members(panel: Panel) -> list[str]:
    """Those asked in both waves whose ties to those who answered both times can be laid beside each other.

    All of them where it is known of every tie who stated it. Else those who answered in both or in neither: whoever
    answered once may have named ties then alone. Where both ends have to confirm a tie, those who answered in both.
    """
    waves = panel.changes.before, panel.changes.after
    if waves[0].analysis.request.confirmed:
        return panel.answered
    if all(wave.surveyed and all(tie.agreed or tie.stated for tie in wave.ties.values()) for wave in waves):
        return panel.asked
    once = waves[0].answered ^ waves[1].answered
    return [id_ for id_ in panel.asked if id_ not in once]


def _difference(then: Mean, now: Mean, *, enough: bool) -> Paired:
    error = paired_error(then, now) if enough else float("nan")
    return Paired(then.value, now.value, Difference(now.value - then.value, error))


def _graph(wave: Snapshot, members: Sequence[str], telling: frozenset[str], late: frozenset[Pair]) -> Graph:
    """The ties of a wave among some actors, in their order, without ``late`` ones, as far as those ``telling`` tell.

    A tie counts if it is not known who stated it, or if an end did that tells: not what somebody else says of two.
    """
    place = {id_: i for i, id_ in enumerate(members)}

    def counts(pair: Pair, tie: Tie) -> bool:
        ends = telling.intersection(pair)
        said = tie.agreed or not tie.stated or not ends.isdisjoint(tie.stated)
        return bool(ends) and said and pair not in late and place.keys() >= set(pair)

    return graph_of([pair for pair, tie in wave.ties.items() if counts(pair, tie)], place)


def _labels(then: Sequence[str | None], now: Sequence[str | None]) -> tuple[Ints, Ints]:
    """The types of both waves as numbers, −1 for who has none in one of them."""
    names: dict[str, int] = {}
    found = np.full((2, len(then)), -1, dtype=np.int64)
    for i, pair in enumerate(zip(then, now, strict=True)):
        if None not in pair:
            found[:, i] = [names.setdefault(str(name), len(names)) for name in pair]
    return found[0], found[1]
