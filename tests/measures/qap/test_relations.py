"""What two relations have in common, against matrices."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from actor_graph.measures.qap.relations import Relation, Same, Ties, in_common, moves
from tests.measures.qap.dense import all_places, cells, matrix, moved, random_ties, ties

RELATIONS: dict[str, Relation] = {
    "some": random_ties(6, 0.4, 3),
    "others": random_ties(6, 0.6, 4),
    "none": ties(6),
    "all": random_ties(6, 2, 1),
    "same": Same(np.array([0, 0, 1, 2, 1, 1])),
    "alike": Same(np.zeros(6, dtype=np.int64)),
}


@pytest.mark.parametrize(("one", "other"), list(product(RELATIONS, repeat=2)))
def test_counts_what_the_matrices_share_for_every_permutation(one: str, other: str) -> None:
    places, x, y = all_places(6), matrix(RELATIONS[one]), matrix(RELATIONS[other])
    wanted = [int((cells(moved(x, row)) * cells(y)).sum()) for row in places]
    assert in_common(RELATIONS[one], RELATIONS[other], places).tolist() == wanted


@pytest.mark.parametrize("name", RELATIONS)
def test_size_and_part(name: str) -> None:
    relation, members = RELATIONS[name], np.array([True, False, True, True, False, True])
    assert relation.count == cells(matrix(relation)).sum()
    assert np.array_equal(matrix(relation.among(members)), matrix(relation)[np.ix_(members, members)])


def test_parallel_ties_are_one_and_nobody_is_tied_with_itself() -> None:
    relation = ties(3, (0, 1), (1, 0), (2, 2))
    assert (relation.count, relation.u.tolist(), relation.v.tolist()) == (1, [0], [1])


def test_permutations_depend_on_the_seed_alone() -> None:
    """Not on how many are made at a time."""
    one, other = (np.concatenate(list(moves(5, 40, 3, cells))) for cells in (1, 2**18))
    assert np.array_equal(one, other)
    assert np.array_equal(np.sort(one, axis=1), np.tile(np.arange(5), (40, 1)))
    assert not np.array_equal(one, np.concatenate(list(moves(5, 40, 4, 1))))


def test_many_actors_make_no_matrix() -> None:
    """200,000 actors: a matrix of them would be 40 GB."""
    n = 200_000
    ring = Ties.of(n, np.arange(n), (np.arange(n) + 1) % n)
    assert in_common(ring, ring, np.arange(n)[None, ::-1]).tolist() == [n]
