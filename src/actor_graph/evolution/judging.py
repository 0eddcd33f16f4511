"""What of a change is more than comes about by itself: p adjusted for all that is asked, and ranges that lie apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot
from typing import Any

import numpy as np

from actor_graph.evolution.changes import Changes
from actor_graph.evolution.paired import JUDGED, differences
from actor_graph.evolution.panel import panel
from actor_graph.evolution.snapshot import Snapshot
from actor_graph.measures import bootstrap
from actor_graph.measures.adjusting import holm
from actor_graph.measures.comparing import LEVEL, WITHIN

DEGREE = "average_degree"
SAME = (DEGREE,)
"""Figures whose p is that of another one, so that they are not one more question asked."""
EXACT = ("actors", "response_rate", "unknown")
"""Figures that no missing answer could change."""
ALIKE = 1e-9
ENOUGH = 0.5
"""Where fewer have answered, a range of completions alone bears out no change."""


def adjusted(steps: Sequence[Changes], course: Changes | None = None) -> list[dict[str, float]]:
    """The p of all differences of the panels of all steps, adjusted (Holm): where nothing changed, seldom one seems to.

    With a ``course``, the first and the last of more than two waves, that is what is asked first, by itself, as if no
    survey lay between: its p come last. Those of the steps are adjusted over all steps, and then are at least that of
    the course, so that a step seems a change only where the course does: however many surveys there are, where nothing
    changed any of them seems a change no more often than the course alone. The p of the average degree is that of the
    density, and no question more.
    """
    found = _holm(steps)
    if course is None:
        return found
    (whole,) = _holm([course])
    return [*({key: max(p, whole.get(key, p)) for key, p in row.items()} for row in found), whole]


def _holm(changes: Sequence[Changes]) -> list[dict[str, float]]:
    found = [{key: one.apart.p for key, one in differences(panel(change)).items()} for change in changes]
    asked = [(row, key) for row in found for key in row if key not in SAME]
    for (row, key), p in zip(asked, holm(np.array([row[key] for row, key in asked])).tolist(), strict=True):
        row[key] = p
    for row in found:
        row.update({key: row["density"] for key in SAME if key in row})
    return found


def apart(change: Changes, p: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """How the ranges that missing answers leave two waves lie, for each figure of which both are told.

    ``ranges``: ``higher`` or ``lower``, if the later one lies wholly above or below the earlier, ``alike`` if nothing
    is missing and nothing differs, else ``overlap``: then the figures differ by less than what is not known. Figures
    that completions smooth are left out, since their ranges need not hold the truth.

    That ranges lie apart shows no change: in a third of simulated cities in which ties came and went under one law, or
    not all ties were named, those of the average degree did. So there is ``clear`` for it: whether there is more
    between the ranges than comes about by itself, by the vertex bootstrap of both waves as if they knew nothing of each
    other, which is too careful for waves of one city; and whether it is ``_borne`` out, by the adjusted ``p`` of those
    who answered both times. ``late``: whether ties that were named late could make the gap, so that it is none. Both
    are None where they are not asked, ``clear`` also of fewer than eight actors.
    """
    found: dict[str, dict[str, Any]] = {}
    for key in change.before.analysis.to_dict()["network"]:
        then, now = _range(change.before, key), _range(change.after, key)
        if then is not None and now is not None:
            ranges = lying(then, now)
            found[key] = {"ranges": ranges, "clear": None, "late": None}
            if key == DEGREE:
                least = _without_late(change, now) if ranges == "higher" else now
                late = lying(then, least) != ranges
                found[key] |= {"clear": not late and _clear(change, then, least, p), "late": late}
    return found


def _without_late(change: Changes, ends: tuple[float, float]) -> tuple[float, float]:
    """The range of the later average degree if the ties that were named late were none."""
    left = 1 - len(change.named_late) / max(1, len(change.after.ties))
    return ends[0] * left, ends[1] * left


def _range(wave: Snapshot, key: str) -> tuple[float, float] | None:
    """Between what missing answers leave a figure, as it is told; the value twice where all have answered."""
    network = wave.analysis.to_dict()["network"]
    value = network.get(key)
    if value is None or isinstance(value, dict) or not (wave.surveyed or key in EXACT):
        return None
    if network["response_rate"] == 1 or key in EXACT:
        return value, value
    row = wave.missing.get(key) or {}
    known = row.get("low") is not None and row.get("high") is not None and not row.get("smoothed")
    return (row["low"], row["high"]) if known else None


def lying(then: tuple[float, float], now: tuple[float, float]) -> str:
    """How a later range lies to an earlier one: ``higher``, ``lower``, ``alike`` (one same value), ``overlap``.

    >>> lying((1, 2), (3, 4)), lying((3, 4), (1, 2)), lying((1, 3), (2, 4)), lying((2, 2), (2, 2))
    ('higher', 'lower', 'overlap', 'alike')
    """
    if now[0] > then[1] + ALIKE:
        return "higher"
    if now[1] < then[0] - ALIKE:
        return "lower"
    return "alike" if max(*then, *now) - min(*then, *now) <= ALIKE else "overlap"


def _clear(change: Changes, then: tuple[float, float], now: tuple[float, float], p: Mapping[str, float]) -> bool | None:
    graphs = [wave.network.graph for wave in (change.before, change.after)]
    if min(graph.n for graph in graphs) < JUDGED:
        return None
    error = hypot(*(bootstrap.average_degree(graph).error for graph in graphs))
    up = now[0] > then[1]
    return (now[0] - then[1] if up else then[0] - now[1]) > WITHIN * error and _borne(change, up, p)


def _borne(change: Changes, up: bool, p: Mapping[str, float]) -> bool:
    """Whether more than ranges of completions bear out that there are more partners (``up``), or fewer.

    Those who answered both times have to differ the same way, by more than comes about by itself. Where they can't be
    judged, half of the actors of both waves have to have answered. Outside the office all have to in any case: what
    those tell who answered both times is nothing to be read there, not even by whether a change is claimed.
    """
    rates = [len(wave.answered) / max(1, len(wave.ids)) for wave in (change.before, change.after)]
    if change.after.analysis.audience != "office" and min(rates) < 1:
        return False
    same = differences(panel(change)).get(DEGREE)
    if same is None or np.isnan(same.apart.p):
        return min(rates) >= ENOUGH
    return p[DEGREE] < LEVEL and (same.apart.difference > 0) == up
