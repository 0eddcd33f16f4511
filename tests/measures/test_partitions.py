from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures.clusters import clusters, searches
from actor_graph.measures.graph import Graph
from actor_graph.measures.partitions import firm, successors
from tests.measures.test_clusters import graph_of, names, random_scene

CLIQUES = [(6 * block + i, 6 * block + j) for block in range(2) for i, j in combinations(range(6), 2)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_no_other_matching_leaves_fewer_outside(pairs: list[tuple[int, int]]) -> None:
    one, other = np.array(pairs).T
    same = successors(one, other)
    assert len({i for i, _ in same}) == len({j for _, j in same}) == len(same)
    fewest = min(sum(order[i] != j for i, j in pairs) for order in permutations(range(4)))
    assert sum(pair not in same for pair in pairs) == fewest


def test_nobody_to_match() -> None:
    assert successors(np.array([], dtype=int), np.array([], dtype=int)) == ()


def test_cliques_are_firm_and_who_stands_between_two_is_not() -> None:
    """By hand: actor 12 has one tie into each of two cliques alike, so that each search may put it on either side."""
    graph = graph_of(14, *CLIQUES, (12, 0), (12, 6))
    labels = clusters(graph, names(14))
    sides = {
        found[actors.tolist().index(12)] == found[actors.tolist().index(0)]
        for actors, found in searches(graph, names(14))
    }
    assert sides == {True, False}
    assert firm(graph, labels, names(14)).tolist() == [True] * 12 + [False, False]


def test_most_of_a_random_scene_are_not_firm() -> None:
    graph = random_scene(200, 400, 5)
    assert firm(graph, clusters(graph, names(200)), names(200)).mean() < 0.5


def test_firm_is_who_goes_along_in_every_search() -> None:
    """Actor by actor, with the definition written out."""
    graph: Graph = random_scene(40, 70, 3)
    labels, ids = clusters(graph, names(40)), names(40)
    wanted = labels >= 0
    for actors, found in searches(graph, ids):
        same = successors(labels[actors], found)
        for actor, cluster in zip(actors.tolist(), found.tolist(), strict=True):
            if (int(labels[actor]), cluster) not in same:
                wanted[actor] = False
    assert firm(graph, labels, ids).tolist() == wanted.tolist()
    assert 0 < wanted.sum() < 40
