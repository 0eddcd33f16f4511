"""Which cities are most alike, by figures that do not follow size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from actor_graph.comparison.figures import SIZE_FREE
from actor_graph.comparison.ranges import SHARE

NEAREST, LEAST_CITIES, LEAST_SHARED = 3, 5, 0.5
"""So many are named at most, among so many at least, that have so large a share of the figures in common."""
TO_SIGMA = 1.4826
"""The median absolute deviation times this is the standard deviation of a normal distribution."""
City = Mapping[str, Any]


def similar(cities: Sequence[City]) -> list[dict[str, Any]]:
    """For each city up to three that are nearest, nearest first: alike, neither better nor worse.

    Each figure is standardized over all cities, (x − median) / (1.4826 · MAD), so that no outlier sets the measure; one
    in which more than half of the cities agree (MAD 0) is left out. The distance of two cities is the root mean square
    of the differences in the figures that both have. Nothing is told where there are fewer than
    five cities, and at most every second one is named.
    """
    if len(cities) < LEAST_CITIES:
        return []
    scores = standardized(np.array([_figures(city) for city in cities], dtype=np.float64))
    found = []
    for i, city in enumerate(cities):
        apart = (scores - scores[i]) ** 2
        shared = np.isfinite(apart).sum(axis=1)
        enough = (shared >= max(1.0, LEAST_SHARED * scores.shape[1])) & (np.arange(len(cities)) != i)
        distance = np.sqrt(np.nansum(apart, axis=1) / np.maximum(shared, 1))
        most = min(NEAREST, (len(cities) - 1) // 2)
        order = [int(j) for j in np.lexsort((np.arange(len(cities)), distance)) if enough[j]]
        nearest = [{"name": cities[j]["name"], "distance": float(distance[j])} for j in order[:most]]
        found.append({"name": city["name"], "nearest": nearest})
    return found


def _figures(city: City) -> list[float]:
    """The figures of a city that do not follow size; nan where there is none, or it is not told."""
    network = city["network"] | ({SHARE: None} if city.get("not_yet_networked", True) is None else {})
    return [np.nan if x is None else x for x in (network.get(name) for name in SIZE_FREE)]


def standardized(figures: Any) -> Any:
    """Each column less its median, over 1.4826 times its median absolute deviation; columns without a spread go.

    >>> standardized(np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 7.0]])).round(3).tolist()
    [[-0.674], [0.0], [0.674]]
    """
    known = figures[:, np.isfinite(figures).any(axis=0)]
    middle = np.nanmedian(known, axis=0) if known.size else np.zeros(known.shape[1])
    mad = np.nanmedian(np.abs(known - middle), axis=0) if known.size else np.zeros(known.shape[1])
    spread = mad > 1e-12
    return (known[:, spread] - middle[spread]) / (TO_SIGMA * mad[spread])
