"""Multiple regression of one relation on others, tested by permutation: double semi-partialling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Chance
from actor_graph.measures.graph import Bools, Floats
from actor_graph.measures.qap.relations import Relation, cells_of, in_common_with_each, moves, pairs_of

NAN = float("nan")
NOTHING_LEFT = 1e-9
"""A share of a predictor's variance under which the others are said to explain it whole."""


@dataclass(frozen=True, eq=False, repr=False)
class Regression:
    """Least squares over all pairs of actors, a value per predictor; nan where a predictor can't be told from others.

    Attributes
    ----------
    b, t
        Coefficient, and coefficient by its classical standard error.
    p
        The share of permutations with as large a \\|t\\|, Phipson/Smyth.
    undefined
        Permutations in which t was undefined; they are left out.
    intercept, r_squared
        Of the whole model; nan where ``y`` is in no pair or in every pair.
    """

    b: Floats
    t: Floats
    p: Floats
    undefined: npt.NDArray[np.int64]
    intercept: float
    r_squared: float


def regression(
    y: Relation, predictors: Sequence[Relation], draws: int = 2000, seed: int = 1, within: Bools | None = None
) -> Regression:
    """Regress a relation on others, p by permuting what of each predictor the others leave unexplained.

    For each predictor: its residual from the other predictors (and a constant) is permuted, rows and columns jointly;
    y is regressed on the permuted residual and the other predictors; \\|t\\| of the residual is compared with the
    observed one. It stays valid where predictors hang together, and where y depends on the other predictors.

    A residual is a weighted sum of relations, and so is a permuted one. So all that a permutation needs is how many
    pairs each two relations then have in common: one permutation serves all predictors, no matrix is made.

    Parameters
    ----------
    y : the relation to explain.
    predictors : relations of the same actors.
    draws : the number of permutations.
    seed : a whole number from 0.
    within : as for ``correlation``.

    Returns
    -------
    nan in b, t and p of a predictor that is constant, or that the others explain whole (then nothing of it is left to
    permute); everywhere where y is constant. t and p nan where the pairs are not more than the terms, or where the
    others explain y whole; t infinite (p defined) where the model leaves nothing of y unexplained.

    References
    ----------
    Dekker, Krackhardt, Snijders (2007). Sensitivity of MRQAP tests to collinearity and autocorrelation conditions.
    Psychometrika 72, 563–581. https://doi.org/10.1007/s11336-007-9016-1
    """
    n, k = y.n, len(predictors)
    pairs = pairs_of(n)
    sums = np.array([x.count for x in predictors], dtype=np.float64)
    usable = (sums > 0) & (sums < pairs)
    nothing = np.full(k, NAN)
    if not 0 < y.count < pairs:
        return Regression(nothing, nothing.copy(), nothing.copy(), np.zeros(k, np.int64), NAN, NAN)
    scale = np.sqrt(np.where(usable, sums * (pairs - sums), 1) / pairs)
    spread = float(np.sqrt(y.count * (pairs - y.count) / pairs))
    still = np.arange(n)[None, :]
    shape = _Shape(predictors, y, sums, usable, scale, spread, pairs)
    among, with_y = shape.correlations(still)
    partials = [_Partial.of(i, usable, among[0], with_y[0]) for i in range(k)]
    dealt = [shape.correlations(places) for places in moves(n, draws, seed, cells_of((y, *predictors)), within)]
    moved, moved_y = (np.concatenate(parts) for parts in zip(*dealt, strict=True))
    whole = np.flatnonzero(usable)
    inside, to_y = among[0][np.ix_(whole, whole)], with_y[0][whole]
    fit = _inverse(inside) @ to_y
    df = pairs - 1 - int(np.linalg.matrix_rank(inside, tol=NOTHING_LEFT, hermitian=True)) if len(whole) else pairs - 1
    r = np.array([partial.observed for partial in partials])
    b = np.array([partial.slope for partial in partials]) * spread / scale
    chances = [Chance(abs(partial.observed), np.abs(partial.of_moved(moved, moved_y))) for partial in partials]
    t = np.array([_t(value, df) for value in r.tolist()])
    p = np.array([NAN if np.isnan(ti) else chance.p_upper for ti, chance in zip(t, chances, strict=True)])
    lost = np.array([int(np.isnan(chance.dealt).sum()) for chance in chances], dtype=np.int64)
    intercept = (y.count - float((fit * spread / scale[whole]) @ sums[whole])) / pairs
    return Regression(b, t, p, lost, intercept, min(1.0, float(to_y @ fit)))


@dataclass(frozen=True, eq=False)
class _Shape:
    """What is the same in every permutation: sizes and spreads."""

    predictors: Sequence[Relation]
    y: Relation
    sums: Floats
    usable: npt.NDArray[np.bool_]
    scale: Floats
    spread: float
    pairs: int

    def correlations(self, places: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
        """For each way of moving: of each moved predictor with each predictor in its place, and with y.

        Of a constant predictor they are 0.
        """
        each = (*self.predictors, self.y)
        common = np.array([in_common_with_each(a, each, places) for a in self.predictors])
        sums, scale = np.append(self.sums, self.y.count), np.append(self.scale, self.spread)
        centered = common - (np.outer(self.sums, sums) / self.pairs)[:, :, None]
        found = np.moveaxis(centered / np.outer(self.scale, scale)[:, :, None], 2, 0)
        found = found * self.usable[:, None] * np.append(self.usable, True)
        return found[:, :, :-1], found[:, :, -1]


@dataclass(frozen=True, eq=False)
class _Partial:
    """A predictor beside the others, all in units of their standard deviation.

    ``weights`` make its residual of all predictors; ``left`` is the residual's variance; ``fit`` the coefficients of y
    on the others, ``unexplained`` what they leave of y.
    """

    rest: npt.NDArray[np.int64]
    inverse: Any
    weights: Floats
    left: float
    fit: Floats
    unexplained: float
    covariance: float

    @classmethod
    def of(cls, i: int, usable: npt.NDArray[np.bool_], among: Floats, with_y: Floats) -> _Partial:
        rest = np.flatnonzero(usable & (np.arange(len(usable)) != i))
        inverse = _inverse(among[np.ix_(rest, rest)])
        on_rest, fit = inverse @ among[rest, i], inverse @ with_y[rest]
        weights = np.zeros(len(usable))
        weights[i], weights[rest] = 1, -on_rest
        left = float(1 - among[i, rest] @ on_rest) if usable[i] else 0.0
        unexplained = float(1 - with_y[rest] @ fit)
        return cls(rest, inverse, weights, left, fit, unexplained, float(with_y @ weights))

    @property
    def slope(self) -> float:
        return self.covariance / self.left if self.left > NOTHING_LEFT else NAN

    @property
    def observed(self) -> float:
        """The partial correlation with y, which rises with t; nan where nothing is left of either."""
        if self.left <= NOTHING_LEFT or self.unexplained <= NOTHING_LEFT:
            return NAN
        return float(np.clip(self.covariance / np.sqrt(self.left * self.unexplained), -1, 1))

    def of_moved(self, moved: Floats, moved_y: Floats) -> Floats:
        """The same of the permuted residual, for each permutation."""
        across = np.einsum("a,dab->db", self.weights, moved[:, :, self.rest])
        left = self.left - np.einsum("db,bc,dc->d", across, self.inverse, across)
        covariance = moved_y @ self.weights - across @ self.fit
        known = (left > NOTHING_LEFT) & (self.unexplained > NOTHING_LEFT)
        product = np.where(known, left, 1) * max(self.unexplained, NOTHING_LEFT)
        return np.where(known, covariance / np.sqrt(product), NAN)


def _inverse(matrix: Floats) -> Any:
    """The inverse of a matrix of correlations, or what stands for it where some follow from others."""
    return np.linalg.pinv(matrix, rcond=NOTHING_LEFT, hermitian=True) if len(matrix) else matrix


def _t(r: float, df: int) -> float:
    if df <= 0 or np.isnan(r):
        return NAN
    unexplained = 1 - r * r
    return float(r * np.sqrt(df / unexplained)) if unexplained > NOTHING_LEFT else float(np.copysign(np.inf, r))
