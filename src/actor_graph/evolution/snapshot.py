"""One wave as an audience may see it, by the ids of the sheet, so that it can be laid beside another wave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from actor_graph.analysis import Analysis
from actor_graph.analysis.document import Progress, plain
from actor_graph.analysis.missing import missing_figures
from actor_graph.analysis.scene import Scene
from actor_graph.comparison.ranges import missing_as_told
from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.network import Network, first_day, last_day, network
from actor_graph.landscape.tandems import with_tandems
from actor_graph.measures.graph import Bools
from actor_graph.measures.kernels.compiled import working
from actor_graph.privacy.objections import heard
from actor_graph.privacy.persons import find

Pair = tuple[str, str]
"""The ids of two actors, the lower first."""
SOMEBODY = ""
NOT_ASKED = (None, "not contacted")


@dataclass(frozen=True)
class Tie:
    """A tie of a wave: its weight where one was stated (else None), and who stated it, if that is known.

    ``stated`` are ids, of its ends or of others (``SOMEBODY`` for who is not included); empty where it is not known
    who stated the tie. ``agreed``: it is a tandem, and the two have no tie besides.
    """

    weight: float | None
    stated: frozenset[str]
    agreed: bool


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """One wave: its analysis for an audience, and its actors and ties by the ids of the sheet.

    Attributes
    ----------
    landscape
        The wave as it was read, actors protected as in all waves (``waves.alike``).
    analysis
        Its figures, for the audience.
    rows
        The rows of the sheet of those who are seen at all: without those left out, and whose objection is heeded.
    missing
        What missing answers could change, as the audience may see it; empty where none is missing.
    spans
        Between what they leave each figure, to no audience but the office: by these the state of a goal is judged.
    """

    landscape: Landscape
    analysis: Analysis
    rows: tuple[int, ...]
    missing: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    spans: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """The day, month or year of the wave."""
        return str(self.landscape.meta["date"])

    @property
    def network(self) -> Network:
        """The included actors and the ties that count."""
        return self.analysis.seen.network

    @property
    def scene(self) -> Scene:
        """What the figures of the wave were worked out from."""
        return self.analysis.seen.scene

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the included actors, in the order of the network."""
        ids = self.landscape.actors["id"]
        return tuple(ids[self.rows[row]] for row in self.network.rows.tolist())

    @cached_property
    def place(self) -> dict[str, int]:
        """The place in the network of each included actor."""
        return {id_: i for i, id_ in enumerate(self.ids)}

    @cached_property
    def excluded(self) -> dict[str, str | None]:
        """The actors that stand on the list as not part of the survey, each with the reason if it may leave."""
        own, told = self.landscape.actors, self.analysis.request.landscape.actors
        listed = zip(self.rows, told["survey"], told["reason"], strict=True)
        return {
            own["id"][row]: own["reason"][row] if reason else None for row, word, reason in listed if word == "excluded"
        }

    @property
    def surveyed(self) -> bool:
        """Whether it is known who answered."""
        return self.scene.answered is not None

    @cached_property
    def asked(self) -> frozenset[str]:
        """The included actors that were asked; all of them where no survey is known of."""
        words = self.network.column([self.landscape.actors["survey"][row] for row in self.rows])
        return frozenset(
            id_ for id_, word in zip(self.ids, words, strict=True) if not self.surveyed or word not in NOT_ASKED
        )

    @cached_property
    def answered(self) -> frozenset[str]:
        """The included actors that answered; all of them where no survey is known of."""
        if self.scene.answered is None:
            return frozenset(self.ids)
        return frozenset(id_ for id_, said in zip(self.ids, self.scene.answered.tolist(), strict=True) if said)

    @cached_property
    def ties(self) -> dict[Pair, Tie]:
        """All ties that count, by their ends."""
        u, v, _ = self.network.graph.ties()
        reported, weight, others = self.network.reported, self._weights(), self._by_others
        found = {}
        for i, (a, b) in enumerate(zip(u.tolist(), v.tolist(), strict=True)):
            ends = self.ids[a], self.ids[b]
            said = () if reported is None else (end for end, own in zip(ends, reported[i].tolist(), strict=True) if own)
            pair = ordered(*ends)
            found[pair] = Tie(weight.get(pair), frozenset(said) | others.get(pair, set()), pair not in self.named)
        return found

    @property
    def _by_others(self) -> dict[Pair, set[str]]:
        """Who stated a tie of two others."""
        told, ids = self.analysis.request.landscape, dict(zip(self.network.rows.tolist(), self.ids, strict=True))
        found: dict[Pair, set[str]] = {}
        rows = zip(*(told.ties[key] for key in ("source", "target", "reported_by")), strict=True)
        for row, (a, b, who) in enumerate(rows):
            others = {ids.get(one, SOMEBODY) for one in who if one not in (a, b)}
            if others and a in ids and b in ids and not self._out_of_date(told.ties, row):
                found.setdefault(ordered(ids[a], ids[b]), set()).update(others)
        return found

    @cached_property
    def named(self) -> frozenset[Pair]:
        """The pairs with a tie that counts and is not a tandem."""
        return self._pairs(replace(self.landscape, tandems=None), self.analysis.request.confirmed)

    @cached_property
    def past(self) -> frozenset[Pair]:
        """Pairs whose tie had ended, or not begun, by the dates in the sheet, and which have no other.

        Of rows that would count alone; with ``confirmed`` of those that both ends stated. Tandems are none of them:
        that one is over does not say that the two have parted.
        """
        return self._dated(range(len(self.landscape.ties)))

    @cached_property
    def past_tandems(self) -> frozenset[Pair]:
        """Pairs whose tandem had ended, or not begun, by its dates, and which have no other tie."""
        return self._dated(range(len(self.landscape.ties), len(with_tandems(self.landscape).ties)))

    def on(self, date: str) -> frozenset[Pair]:
        """The pairs that had a tie which counts on another date, by the dates in this sheet; all without a date."""
        told = replace(self.landscape, meta={**self.landscape.meta, "date": date})
        return self._pairs(told, confirmed=False)

    def begun_before(self, date: str) -> frozenset[Pair]:
        """The pairs with a tie that counts and began before another date, by what this sheet says (``since``)."""
        told = with_tandems(self.landscape)
        begun = [row for row, since in enumerate(told.ties["since"]) if since and last_day(since) < first_day(date)]
        return self._pairs(replace(told, ties=told.ties.take(begun)), self.analysis.request.confirmed)

    def _dated(self, rows: Iterable[int]) -> frozenset[Pair]:
        told = with_tandems(self.landscape)
        ties = told.ties.take([row for row in rows if self._out_of_date(told.ties, row)])
        undated = {key: (None,) * len(ties) for key in ("since", "until")}
        dated = replace(told, ties=replace(ties, columns={**ties.columns, **undated}))
        return self._pairs(dated, self.analysis.request.confirmed) - self._pairs(told, confirmed=False)

    def _pairs(self, landscape: Landscape, confirmed: bool) -> frozenset[Pair]:
        """The pairs with a tie that counts in a landscape."""
        found = network(landscape, count=self.analysis.request.count, confirmed=confirmed)
        ids = found.column(landscape.actors["id"])
        u, v, _ = found.graph.ties()
        return frozenset(ordered(ids[a], ids[b]) for a, b in zip(u.tolist(), v.tolist(), strict=True))

    def _out_of_date(self, ties: Table, row: int) -> bool:
        since, until = ties["since"][row], ties["until"][row]
        ended = until is not None and last_day(until) < first_day(self.date)
        return ended or (since is not None and first_day(since) > last_day(self.date))

    def tells_of(self, pair: Pair, tie: Tie | None = None) -> bool:
        """Whether this wave would have a tie of these two if there were one, so that it tells that there is none.

        So it does where a date says so, where an end is known to be out of the survey, and where somebody answered who
        would name the tie: an end of it, or, where it is known from the ``tie`` of another wave who stated it, one of
        those, be it an end or not; both ends where both have to confirm it. The dates of a tandem tell of a tie that
        was one, and of no other. Where no survey is known of, the wave is taken as it stands.
        """
        if not self.surveyed or pair in self.past or not self.excluded.keys().isdisjoint(pair):
            return True
        if tie is not None and tie.agreed and pair in self.past_tandems:
            return True
        if self.analysis.request.confirmed:
            return self.answered.issuperset(pair)
        return not self.answered.isdisjoint((tie and tie.stated) or pair)

    def types(self) -> dict[str, str | None]:
        """The type of each included actor, the first where it has several."""
        scene = self.scene
        return {
            id_: scene.types[label] if label >= 0 else None
            for id_, label in zip(self.ids, scene.labels.tolist(), strict=True)
        }

    def among(self, chosen: Sequence[str]) -> Bools:
        """The chosen actors as a mask over the network."""
        wanted = set(chosen)
        return np.array([id_ in wanted for id_ in self.ids], dtype=np.bool_)

    def _weights(self) -> dict[Pair, float]:
        """The largest weight stated of each pair, by number or word; none where neither is stated."""
        told, scale = self.analysis.request.landscape, self.landscape.scheme.intensity
        place = {row: i for i, row in enumerate(self.network.rows.tolist())}
        found: dict[Pair, float] = {}
        rows = zip(*(told.ties[key] for key in ("source", "target", "weight", "intensity")), strict=True)
        for row, (a, b, weight, word) in enumerate(rows):
            known = weight if weight is not None else scale[word].weight if word is not None else None
            if known is not None and a in place and b in place and not self._out_of_date(told.ties, row):
                pair = ordered(self.ids[place[a]], self.ids[place[b]])
                found[pair] = max(known, found.get(pair, known))
        return found


def ordered(a: str, b: str) -> Pair:
    """The pair of two ids.

    >>> ordered("b", "a")
    ('a', 'b')
    """
    return (a, b) if a <= b else (b, a)


def snapshot(landscape: Landscape, without: Sequence[str], *, missing: bool = True, **options: Any) -> Snapshot:
    """Look at a wave as the options of ``analyze`` say; who is left ``without`` in it need not stand in it.

    What missing answers could change is worked out where answers are ``missing``, but not for confirmed ties.
    """
    from actor_graph.analysis import analyze

    out = {given: rows for given in without if (rows := find(landscape, given))}
    analysis = analyze(landscape, without=list(out), **options)
    unheard = heard(with_tandems(landscape), analysis.request.audience).actors
    unseen = unheard.union(*out.values())
    seen = tuple(row for row in range(len(landscape.actors)) if row not in unseen)
    told = Snapshot(landscape, analysis, seen)
    return _ranged(told, **options) if missing and _missing(told) else told


def _ranged(
    wave: Snapshot, *, progress: Progress = lambda step: None, workers: int | None = None, **_: Any
) -> Snapshot:
    """The wave with the ``missing`` of ``analyze`` alone: the rest, most of its time, stands in no evolution."""
    progress("missing")
    with working(workers):
        found = plain(missing_figures(wave.scene))
    spans = {key: (row["low"], row["high"]) for key, row in found["missing"].items() if row["low"] is not None}
    return replace(wave, missing=missing_as_told(found, wave.analysis.to_dict()), spans=spans)


def _missing(wave: Snapshot) -> bool:
    """Whether answers are missing that could change figures which are told."""
    words = {word for word in wave.landscape.actors["survey"] if word != "excluded"}
    told = not wave.analysis.request.confirmed and "withheld" not in wave.analysis.to_dict()
    return told and bool(words - {None}) and words != {"answered"}
