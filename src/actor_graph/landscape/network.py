"""From the rows of a landscape to its graph: which actors are in, which ties count, and how rows become one tie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from actor_graph.landscape.tandems import with_tandems
from actor_graph.measures.graph import Bools, Floats, Graph

if TYPE_CHECKING:
    from actor_graph.landscape import Landscape
    from actor_graph.scheme import Scheme

Places = npt.NDArray[np.int64]
GONE = -1
"""Stands for a reporter who was taken out: the tie was reported, though by nobody who is there."""


@dataclass(frozen=True, eq=False, repr=False)
class Network:
    """The included actors, the ties that count among them, and how many rows fell out for which reason.

    Attributes
    ----------
    graph
        The simple undirected graph; actor ``i`` stands in row ``rows[i]`` of the landscape's actors.
    kinds, intensity
        For each tie in the order of ``graph.ties()``: all kinds stated, and the strongest word stated (or None).
    reported
        For each tie: did its lower, its higher end state it? None where the landscape says nothing of reporters.
    others
        Ties that do not count (funding, membership, …): lower end, higher end, kinds. Not in ``graph``.
    kinds_counted
        Kinds of the ties that count, in the order of the scheme, then as they come.
    """

    graph: Graph
    rows: Places
    kinds: tuple[tuple[str, ...], ...]
    intensity: tuple[str | None, ...]
    reported: npt.NDArray[np.bool_] | None
    others: tuple[tuple[int, int, tuple[str, ...]], ...]
    kinds_counted: tuple[str, ...]
    excluded: int
    ties_excluded: int
    self_ties: int
    ties_out_of_date: int
    ties_not_counted: int
    ties_without_weight: int

    def __repr__(self) -> str:
        return f"Network({self.graph.n} actors, {self.graph.m} ties)"

    def column(self, cells: Sequence[Any]) -> list[Any]:
        """A column of the actors' table, for the included actors."""
        return [cells[row] for row in self.rows.tolist()]

    @property
    def named_by(self) -> npt.NDArray[np.int64] | None:
        """How many others state a tie with each actor; None where nobody is known to have reported."""
        if self.reported is None:
            return None
        u, v, _ = self.graph.ties()
        of_lower = np.bincount(u[self.reported[:, 1]], minlength=self.graph.n)
        return of_lower + np.bincount(v[self.reported[:, 0]], minlength=self.graph.n)


def network(landscape: Landscape, *, count: Sequence[str] = (), confirmed: bool = False) -> Network:
    """Build the graph of a landscape: of its ties, and of the tandems that were agreed (``landscape.tandems``).

    Actors whose survey entry is ``excluded`` are out. A row of the ties is left out, and counted once, for the first
    of these that holds: an end is excluded; both ends are the same actor; the tie had ended or not begun at the
    landscape's date; its kind does not count. All rows between two actors are one tie: the largest weight, all kinds,
    the strongest intensity; it counts if one of its kinds does. ``weight`` wins over ``intensity``; rows with neither
    take the median of the known among the rows that count, 1 where none is known.

    Parameters
    ----------
    count
        Kinds (keys) that count instead of those that the scheme lets count; ``all`` for every kind. Ties without a
        kind always count.
    confirmed
        Keep only ties that both ends stated.
    """
    landscape = with_tandems(landscape)
    included = np.array([word != "excluded" for word in landscape.actors["survey"]], dtype=bool)
    source = np.array(landscape.ties["source"], dtype=np.int64)
    target = np.array(landscape.ties["target"], dtype=np.int64)
    inside = included[source] & included[target]
    looped = inside & (source == target)
    past = inside & ~looped & _out_of_date(landscape)
    usable = inside & ~looped & ~past
    counting = usable & _counting(landscape, count)
    weight, without = _weights(landscape, counting)
    place = np.where(included, np.cumsum(included) - 1, -1)
    ties = _United(landscape, np.flatnonzero(usable), place, int(included.sum()))
    kept = ties.any_of(counting)
    reported = _reported(landscape, ties, place)
    if confirmed:
        kept &= False if reported is None else reported.all(axis=1)
    return Network(
        graph=Graph.from_ties(ties.n, ties.low[kept], ties.high[kept], ties.largest(weight)[kept]),
        rows=np.flatnonzero(included),
        kinds=tuple(ties.kinds(i) for i in np.flatnonzero(kept).tolist()),
        intensity=tuple(ties.strongest(i) for i in np.flatnonzero(kept).tolist()),
        reported=None if reported is None else reported[kept],
        others=tuple((int(ties.low[i]), int(ties.high[i]), ties.kinds(i)) for i in ties.aside(counting)),
        kinds_counted=_kinds_counted(landscape, counting),
        excluded=int((~included).sum()),
        ties_excluded=int((~inside).sum()),
        self_ties=int(looped.sum()),
        ties_out_of_date=int(past.sum()),
        ties_not_counted=int((usable & ~counting).sum()),
        ties_without_weight=without,
    )


class _United:
    """The usable rows grouped by the two actors that they tie."""

    def __init__(self, landscape: Landscape, rows: Places, place: Places, n: int) -> None:
        source = place[np.array(landscape.ties["source"], dtype=np.int64)[rows]]
        target = place[np.array(landscape.ties["target"], dtype=np.int64)[rows]]
        pair = np.minimum(source, target) * max(n, 1) + np.maximum(source, target)
        pairs, self.tie = np.unique(pair, return_inverse=True)
        self.n, self.rows = n, rows
        self.low, self.high = pairs // max(n, 1), pairs % max(n, 1)
        order = np.argsort(self.tie, kind="stable")
        self._sorted = rows[order]
        self._start = np.searchsorted(self.tie[order], np.arange(len(pairs) + 1))
        self._kind, self._word = landscape.ties["kind"], landscape.ties["intensity"]
        self._rank = {word: i for i, word in enumerate(landscape.scheme.intensity)}

    def rows_of(self, tie: int) -> list[int]:
        rows: list[int] = self._sorted[self._start[tie] : self._start[tie + 1]].tolist()
        return rows

    def any_of(self, chosen: Bools) -> Bools:
        return np.asarray(np.bincount(self.tie[chosen[self.rows]], minlength=len(self.low)) > 0)

    def largest(self, weight: Floats) -> Floats:
        largest = np.zeros(len(self.low))
        np.maximum.at(largest, self.tie, weight[self.rows])
        return largest

    def kinds(self, tie: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for row in self.rows_of(tie) if (k := self._kind[row]) is not None))

    def strongest(self, tie: int) -> str | None:
        words = [word for row in self.rows_of(tie) if (word := self._word[row]) is not None]
        return min(words, key=self._rank.__getitem__) if words else None

    def aside(self, counting: Bools) -> list[int]:
        aside: list[int] = np.flatnonzero(~self.any_of(counting)).tolist()
        return aside


def _counting(landscape: Landscape, count: Sequence[str]) -> Bools:
    kinds = landscape.ties["kind"]
    if "all" in count:
        return np.ones(len(kinds), dtype=bool)
    counts = {kind: kind is None or (kind in count if count else landscape.scheme.counts(kind)) for kind in set(kinds)}
    return np.array([counts[kind] for kind in kinds], dtype=bool)


def _kinds_counted(landscape: Landscape, counting: Bools) -> tuple[str, ...]:
    seen = dict.fromkeys(k for k, c in zip(landscape.ties["kind"], counting, strict=True) if c and k is not None)
    return tuple(
        [k for k in landscape.scheme.kinds if k in seen] + [k for k in seen if k not in landscape.scheme.kinds]
    )


def _weights(landscape: Landscape, counting: Bools) -> tuple[Floats, int]:
    """The weight of every row, and how many rows that count have neither weight nor intensity."""
    scale: dict[str | None, float] = {None: np.nan}
    scale |= {word: about.weight for word, about in landscape.scheme.intensity.items()}
    given = np.array([np.nan if w is None else w for w in landscape.ties["weight"]], dtype=np.float64)
    by_word = np.array([scale[word] for word in landscape.ties["intensity"]], dtype=np.float64)
    weight = np.where(np.isnan(given), by_word, given)
    missing = np.isnan(weight)
    known = weight[counting & ~missing]
    weight[missing] = float(np.median(known)) if len(known) else 1.0
    return weight, int((missing & counting).sum())


def _out_of_date(landscape: Landscape) -> Bools:
    """Ties that had ended before the landscape's date or begun after it."""
    date = landscape.meta.get("date")
    since, until = landscape.ties["since"], landscape.ties["until"]
    if not date:
        return np.zeros(len(since), dtype=bool)
    first, last = first_day(date), last_day(date)
    ended = [day is not None and last_day(day) < first for day in until]
    ahead = [day is not None and first_day(day) > last for day in since]
    return np.asarray(np.array(ended, dtype=bool) | np.array(ahead, dtype=bool))


def first_day(date: str) -> str:
    """The first day of a day, month or year, as text that compares with other days."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day of a day, month or year, as text that compares with other days (a month is said to have 31)."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _reported(landscape: Landscape, ties: _United, place: Places) -> Bools | None:
    """For each united tie: did its lower, its higher end state it?"""
    by_source = str(landscape.meta.get("reports") or "") == "source"
    reporters, source = landscape.ties["reported_by"], landscape.ties["source"]
    if not by_source and not any(reporters):
        return None
    stated = np.zeros((len(ties.low), 2), dtype=bool)
    said = [(t, who) for t, row in zip(ties.tie.tolist(), ties.rows.tolist(), strict=True)
            for who in (reporters[row] or ((source[row],) if by_source else ()))]  # fmt: skip
    known = [(tie, who) for tie, who in said if who != GONE]
    if known:
        tie, who = np.array(known, dtype=np.int64).T
        stated[tie[place[who] == ties.low[tie]], 0] = True
        stated[tie[place[who] == ties.high[tie]], 1] = True
    return stated


def without_actors(landscape: Landscape, out: set[int]) -> Landscape:
    """The landscape as if these actors (places) and their ties were not there."""
    from dataclasses import replace

    kept = [i for i in range(len(landscape.actors)) if i not in out]
    place = {old: new for new, old in enumerate(kept)}
    ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
    ties = landscape.ties.take([row for row, (a, b) in enumerate(ends) if a in place and b in place])
    columns = dict(ties.columns)
    for end in ("source", "target"):
        columns[end] = tuple(place[i] for i in ties[end])
    columns["reported_by"] = tuple(tuple(place.get(i, GONE) for i in who) for who in ties["reported_by"])
    return replace(landscape, actors=landscape.actors.take(kept), ties=replace(ties, columns=columns))


def kind_keys(scheme: Scheme, landscape: Landscape, given: str) -> str | None:
    """The kind that a user means by a key, label or alias; None where neither scheme nor ties know it."""
    key = scheme.kind_key(given)
    return key if key == "all" or key in scheme.kinds or key in landscape.ties["kind"] else None
