"""Multiple regression of relations against R (``chance.json``), against matrices, and where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from actor_graph.measures.qap.regression import regression
from actor_graph.measures.qap.relations import Relation, Same, Ties, moves
from tests.measures.published import load
from tests.measures.qap.dense import (
    all_places,
    cells,
    double_semi_partialling,
    least_squares,
    matrix,
    random_ties,
    ties,
)
from tests.measures.qap.test_correlation import near, published

DRAWS = 5000
MODELS = ["hightech_advice~friends+reports+same_type", "lazega_advice~friends+cowork+same_type"]
LABELS = Same(np.array([0, 0, 1, 1, 2, 2, 0]))


@pytest.mark.parametrize("model", MODELS)
def test_agrees_with_r(model: str, shared: Path) -> None:
    """b and t to the last digits of both implementations there, p within four standard errors."""
    whole = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))["mrqap"][model]
    y, terms = model.split("~")
    names = terms.split("+")
    beside = {name: f"{y.split('_')[0]}_{name}" for name in names}
    types = Same(load(shared / "data/published" / y).labels)
    predictors = [types if name == "same_type" else published(shared, beside[name]) for name in names]
    found = regression(published(shared, y), predictors, DRAWS, seed=7)
    assert found.intercept == pytest.approx(whole["own_dsp"]["intercept"], abs=1e-10)
    assert found.r_squared == pytest.approx(whole["own_dsp"]["r_squared"], abs=1e-10)
    for i, name in enumerate(names):
        for wanted in (whole["own_dsp"]["dsp"][name], whole["sna_netlm"]["qapspp"][name]):
            assert found.b[i] == pytest.approx(wanted["coefficient"], abs=1e-10)
            assert found.t[i] == pytest.approx(wanted["t"], abs=1e-9)
            assert near(found.p[i], wanted["p_abs"], wanted["se_p_abs"])


def model() -> tuple[Ties, list[Relation]]:
    return random_ties(7, 0.5, 11), [random_ties(7, 0.5, 12), random_ties(7, 0.4, 13), LABELS]


def test_is_double_semi_partialling_permutation_by_permutation() -> None:
    """The same permutations, written out with matrices: the same p to the last digit."""
    y, predictors = model()
    places = np.concatenate(list(moves(7, 200, 3, 21)))
    found = regression(y, predictors, 200, seed=3)
    dense = [matrix(relation) for relation in predictors]
    b, t = least_squares(cells(matrix(y)), *map(cells, dense))
    assert found.b == pytest.approx(b[1:], abs=1e-12)
    assert found.t == pytest.approx(t[1:], abs=1e-10)
    assert found.intercept == pytest.approx(b[0], abs=1e-12)
    for i in range(3):
        dealt = double_semi_partialling(matrix(y), dense, i, places)
        assert found.p[i] == (np.sum(np.abs(dealt) >= abs(t[i + 1]) - 1e-9) + 1) / 201
    assert found.undefined.tolist() == [0, 0, 0]


@pytest.mark.parametrize("group", [0, 2, 3])
def test_agrees_with_all_permutations_there_are(group: int) -> None:
    """Of six actors 720; within two groups those of them that leave these as they are."""
    within = np.arange(6) < group
    places = all_places(6)
    places = places[(within[places] == within).all(axis=1)]
    y, predictors = random_ties(6, 0.5, 21), [random_ties(6, 0.5, 22), random_ties(6, 0.5, 24)]
    dense = [matrix(relation) for relation in predictors]
    t = least_squares(cells(matrix(y)), *map(cells, dense))[1]
    found = regression(y, predictors, DRAWS, within=within)
    for i in range(2):
        dealt = double_semi_partialling(matrix(y), dense, i, places)
        assert near(found.p[i], np.mean(np.abs(dealt) >= abs(t[i + 1]) - 1e-9), 0)


def test_one_that_follows_from_another_has_no_value_of_its_own() -> None:
    """Twice the same; the third is told as it would be with one of them alone."""
    y, (one, other, _) = model()
    found = regression(y, [one, one, other], 99)
    alone = regression(y, [one, other], 99)
    assert np.isnan([found.b[:2], found.t[:2], found.p[:2]]).all()
    assert found.b[2] == pytest.approx(alone.b[1], abs=1e-12)
    assert found.t[2] == pytest.approx(alone.t[1], abs=1e-10)
    assert found.r_squared == pytest.approx(alone.r_squared, abs=1e-12)


def test_one_that_is_constant_takes_nothing_from_the_others() -> None:
    y, (one, other, _) = model()
    alone = regression(y, [one, other], 99)
    for constant in (ties(7), random_ties(7, 2, 1), Same(np.zeros(7, dtype=np.int64))):
        found = regression(y, [one, constant, other], 99)
        assert np.isnan([found.b[1], found.t[1], found.p[1]]).all()
        assert found.t[[0, 2]] == pytest.approx(alone.t, abs=1e-10)
        assert found.p[[0, 2]].tolist() == alone.p.tolist()
        assert found.intercept == pytest.approx(alone.intercept, abs=1e-12)


def test_a_model_that_explains_all_has_an_infinite_t_and_a_p() -> None:
    """y is one of the predictors: b is 1, and of 720 permutations those give the same that keep its ties."""
    y, other = ties(6, (0, 1), (1, 2), (2, 3), (3, 4), (0, 3)), ties(6, (0, 5), (1, 2))
    found = regression(y, [y, other], 999)
    assert found.b == pytest.approx([1, 0], abs=1e-12)
    assert found.t[0] == np.inf
    assert found.p[0] < 0.02
    assert np.isnan([found.t[1], found.p[1]]).all()  # the first leaves nothing of y
    assert found.r_squared == pytest.approx(1)


@pytest.mark.parametrize("y", [ties(7), random_ties(7, 2, 1)])
def test_nothing_to_explain(y: Ties) -> None:
    _, predictors = model()
    found = regression(y, predictors, 9)
    assert np.isnan([found.b, found.t, found.p]).all()
    assert np.isnan([found.intercept, found.r_squared]).all()


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_actors(n: int) -> None:
    every = random_ties(n, 2, 1)
    found = regression(every, [every, ties(n)], 9)
    assert np.isnan([found.b, found.t, found.p]).all()


def test_as_many_terms_as_pairs_leave_no_t() -> None:
    """Three actors have three pairs, two predictors and a constant three terms."""
    found = regression(ties(3, (0, 1)), [ties(3, (0, 1), (1, 2)), ties(3, (0, 2), (1, 2))], 9)
    assert np.isfinite(found.b).all()
    assert np.isnan([found.t, found.p]).all()


def test_type_one_error_is_held_where_predictors_hang_together() -> None:
    """y depends on the second, which the first resembles: the first's p under 0.05 in 5 of 100, 4 se are 8.7."""
    low = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        u, v = np.triu_indices(14, 1)
        second, first, y = (rng.random(len(u)) for _ in range(3))
        held = second < 0.4
        one, two, three = (Ties.of(14, u[k], v[k]) for k in (np.where(held, first < 0.7, first < 0.2), held,
                                                              np.where(held, y < 0.6, y < 0.2)))  # fmt: skip
        low += regression(three, [one, two], 199, seed).p[0] <= 0.05
    assert low <= 13
