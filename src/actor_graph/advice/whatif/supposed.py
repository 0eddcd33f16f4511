"""The landscape as it would be: its rows of ties without those supposed gone, and with those supposed there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table

NO_ROW = 0
"""Stands for the row of a tie that stands in no file."""


def supposed(
    landscape: Landscape, *, added: Sequence[tuple[int, int]], removed: Collection[tuple[int, int]]
) -> Landscape:
    """The landscape with a row for each tie added, and without any row between two actors whose tie is removed.

    An added tie is what somebody would write who knows nothing of it but its two ends: no kind, so that it counts
    whatever kinds do; neither weight nor intensity, so that it takes the median of those known; no dates. Where the
    landscape knows who stated a tie, both ends state it. Pairs are of rows, the lower first.
    """
    ties = landscape.ties
    ends = zip(ties["source"], ties["target"], strict=True)
    kept = [row for row, (a, b) in enumerate(ends) if (min(a, b), max(a, b)) not in removed]
    stated = landscape.meta.get("reports") == "source" or any(ties["reported_by"])
    told: dict[str, list[Any]] = {"source": [a for a, _ in added], "target": [b for _, b in added]}
    if stated:
        told["reported_by"] = list(added)
    left = ties.take(kept)
    columns = {
        key: (*left[key], *told.get(key, [() if key in LIST_COLUMNS else None] * len(added)))
        for key in {**dict.fromkeys(left.columns), **dict.fromkeys(told)}
    }
    return replace(landscape, ties=_with(left, columns, len(added)))


def _with(ties: Table, columns: dict[str, tuple[Any, ...]], added: int) -> Table:
    return replace(ties, columns=columns, rows=(*ties.rows, *[NO_ROW] * added))
