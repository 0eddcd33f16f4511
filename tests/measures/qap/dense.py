"""Relations as matrices, and the regression of one on others written out: what the tests compare with."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np

from actor_graph.measures.qap.relations import Relation, Same, Ties

Matrix = Any


def ties(n: int, *pairs: tuple[int, int]) -> Ties:
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Ties.of(n, ends[:, 0], ends[:, 1])


def random_ties(n: int, share: float, seed: int) -> Ties:
    u, v = np.triu_indices(n, 1)
    chosen = np.random.default_rng(seed).random(len(u)) < share
    return Ties.of(n, u[chosen], v[chosen])


def matrix(relation: Relation) -> Matrix:
    """1 where a pair is in the relation."""
    made = np.zeros((relation.n, relation.n))
    if isinstance(relation, Same):
        made = np.equal.outer(relation.labels, relation.labels).astype(float)
        np.fill_diagonal(made, 0)
    else:
        made[relation.u, relation.v] = made[relation.v, relation.u] = 1
    return made


def cells(made: Matrix) -> Matrix:
    """A value for each pair of actors, once."""
    return made[np.triu_indices(len(made), 1)]


def moved(made: Matrix, places: Matrix) -> Matrix:
    """The matrix once actor i has gone to ``places[i]``."""
    there = np.empty_like(made)
    there[np.ix_(places, places)] = made
    return there


def all_places(n: int) -> Matrix:
    return np.array(list(permutations(range(n))))


def least_squares(y: Matrix, *predictors: Matrix) -> tuple[Matrix, Matrix]:
    """Coefficients and t, the constant first."""
    design = np.column_stack([np.ones(len(y)), *predictors])
    inverse = np.linalg.inv(design.T @ design)
    b = inverse @ design.T @ y
    rest = y - design @ b
    variance = rest @ rest / (len(y) - design.shape[1])
    return b, b / np.sqrt(variance * np.diag(inverse))


def double_semi_partialling(y: Matrix, predictors: list[Matrix], which: int, places: Matrix) -> Matrix:
    """t of the residual of one predictor, moved in each of these ways (Dekker, Krackhardt, Snijders 2007)."""
    others = [cells(made) for i, made in enumerate(predictors) if i != which]
    design = np.column_stack([np.ones(len(others[0])), *others])
    of_pairs = cells(predictors[which])
    residual = np.zeros_like(y)
    residual[np.triu_indices(len(y), 1)] = of_pairs - design @ np.linalg.lstsq(design, of_pairs, rcond=None)[0]
    residual += residual.T
    return np.array([least_squares(cells(y), cells(moved(residual, row)), *others)[1][1] for row in places])
