"""How far the networks of two cities differ in who has how many others at which distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from actor_graph.measures.portrait import divergence

VARIANT = "netrd"


def portraits(
    cities: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]], *, each: bool
) -> list[dict[str, Any]]:
    """The portrait divergence of each two cities, in netrd's variant; nothing where there are many cities.

    It is dominated by size: two cities of different size are far apart by that alone. So it is a number beside the
    figures, and decides nothing. The portrait of a small network gives back its degrees one by one, so that it is for
    the office alone.
    """
    known = [
        (city["name"], np.array(row["portrait"])) for city, row in zip(cities, rows, strict=True) if row["portrait"]
    ]
    return [
        {"a": a, "b": b, "divergence": divergence(one, other), "variant": VARIANT, "dominated_by": "size"}
        for (a, one), (b, other) in (combinations(known, 2) if each else ())
    ]
