"""Cities that are compared twice: two waves of one list, or a copy of it, would pass as two cities."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from actor_graph.comparison.asking import Asked
from actor_graph.comparison.paths import Place, typed
from actor_graph.matching.bare import bare
from actor_graph.problems import ActorGraphError, Problems
from actor_graph.reading import read

SHARED, FEWEST = 0.5, 5
"""Of two lists, at least half of the smaller one and five actors have to bear the same names."""
LOOKED_AT = 20
"""So many cities are looked at, the first ones; of more each is read but once."""
SHORTEST = 4
"""A shorter name, or one of figures alone, tells nothing."""


def note_twice(cities: Sequence[Place], asked: Asked, problems: Problems) -> None:
    """Warn of cities whose actors are largely the same by name, however it is written: once of all that go together.

    The names are read from the files again, since no row of a comparison has them; natural persons are left out.
    """
    names = [_names(place, asked) for place in cities[:LOOKED_AT]]
    alike = [pair for pair in combinations(range(len(names)), 2) if _alike(*(names[at] for at in pair))]
    for group in _groups(alike):
        places = [cities[at] for at in group]
        command = " ".join(("actor-graph evolve", *(typed(place.given) for place in places)))
        if len(places) > 2:
            problems.warn("waves.one_city_often", n=len(places), command=command)
            continue
        (one, other), (these, those) = places, (names[at] for at in group)
        shared, fewest = len(these & those), min(len(these), len(those))
        problems.warn("waves.one_city", shared=shared, n=fewest, other=one.given, command=command, file=other.given)


def _alike(these: set[str], those: set[str]) -> bool:
    return len(these & those) >= max(FEWEST, SHARED * min(len(these), len(those)))


def _groups(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """What hangs together by pairs, each group in its order, the groups by their first."""
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if not group.isdisjoint(pair)]
        groups = [*(group for group in groups if group.isdisjoint(pair)), set(pair).union(*touched)]
    return sorted(map(sorted, groups))


def _names(place: Place, asked: Asked) -> set[str]:
    try:
        actors = read(Path(place.path), scheme=asked.scheme, add_missing=asked.add_missing).actors
    except ActorGraphError:
        return set()
    listed = (bare(name).letters for name, person in zip(actors["name"], actors["person"], strict=True) if not person)
    return {letters for letters in listed if len(letters) >= SHORTEST and not letters.isdigit()}
