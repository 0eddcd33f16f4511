"""The networked actors by themselves, with all that decides about their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.views.layout.arrangement import Sheet, fit_sheet
from actor_graph.views.layout.regions import letter
from actor_graph.views.layout.sizes import GAP
from actor_graph.views.layout.spots import Names

MOST_LABELS = 260
"""At most so many names take part, the most important ones."""
NAMED_FROM = 0.5
"""A sheet scaled down below this shows no actor's name; the page gives names as one comes nearer."""


@dataclass(frozen=True, eq=False)
class Scene:
    """The networked actors (places 0 … k−1): circles, marks, names in order of importance, and the sheet."""

    graph: Graph
    groups: Ints
    numbers: Ints
    has_region: Bools
    reach: Floats
    names: Names
    ranked: Ints
    region_names: tuple[tuple[str, str], ...]
    sheet: Sheet
    seed: int


def cut_scene(
    graph: Graph,
    clusters: Ints,
    inside: Bools,
    reach: Floats,
    names: Names,
    bold: Bools,
    betweenness: Floats | None,
    region_names: Mapping[int, tuple[str, str]] | None,
    size: tuple[float, float],
    seed: int,
) -> Scene:
    """Cut the networked actors out of the landscape."""
    part, members = graph.induced(inside), np.flatnonzero(inside)
    numbers, groups = np.unique(np.asarray(clusters)[members], return_inverse=True)
    groups = groups.reshape(-1)
    has_region = (np.bincount(groups, minlength=len(numbers)) >= 3) & (numbers >= 0)
    own = reach[members]
    sheet = fit_sheet(*size, groups, (2 * own + GAP) ** 2 * 1.5, has_region)
    called = names.of(members)
    ranked = _ranked(part, bold[members], betweenness[members] if betweenness is not None else None, called.whole)
    spoken = _region_names(
        part, groups, numbers[has_region], np.flatnonzero(has_region), called.whole, region_names or {}
    )
    return Scene(
        part,
        groups,
        numbers,
        has_region,
        own,
        called,
        ranked[: MOST_LABELS if sheet.zoom >= NAMED_FROM else 0],
        spoken,
        sheet,
        seed,
    )


def _ranked(graph: Graph, bold: Bools, betweenness: Floats | None, names: Sequence[str]) -> Ints:
    """The actors by importance: ringed ones, then by degree, betweenness, name."""
    between = np.zeros(graph.n) if betweenness is None else np.nan_to_num(betweenness)
    by_name = np.argsort(np.argsort(np.array(names, dtype=object), kind="stable"), kind="stable")
    return np.lexsort((by_name, -between, -graph.degree, ~bold))


def _region_names(
    graph: Graph, groups: Ints, numbers: Ints, places: Ints, names: Sequence[str], given: Mapping[int, tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """What stands above each region, name and word: as given, else its letter and its member with most partners.

    The letter follows from the circle's number alone, whatever other regions there are and wherever they lie.
    """
    spoken = []
    for number, g in zip(numbers, places, strict=True):
        members = np.flatnonzero(groups == g)
        strongest = members[np.argmax(graph.degree[members])]
        spoken.append(given.get(int(number), (f"{letter(int(number))} {names[strongest]}", "")))
    return tuple(spoken)
