from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import composition as made_of
from actor_graph.measures.graph import Graph
from tests.material import PUBLISHED
from tests.measures.published import load


def test_heterogeneity_by_hand() -> None:
    """Shares 3/4, 1/4: Blau 1 − 10/16; of three types IQV that × 3/2; 16/10 effective types."""
    counts = np.array([[3, 1, 0]])
    assert made_of.blau(counts).tolist() == [0.375]
    assert made_of.iqv(counts, 3).tolist() == [0.5625]
    assert made_of.effective_types(counts).tolist() == [1.6]


def test_one_cluster_alone_gives_a_number() -> None:
    assert made_of.blau(np.array([2, 2])) == 0.5
    assert made_of.iqv(np.array([2, 2]), 2) == 1
    assert made_of.effective_types(np.array([2, 2])) == 2
    assert np.isnan(made_of.blau(np.array([0, 0])))


def test_counts_leave_out_who_has_no_type_or_no_cluster() -> None:
    clusters, labels = np.array([1, 0, 0, -1, 1, 0]), np.array([0, 2, -1, 2, 0, 2])
    assert made_of.type_counts(clusters, labels, 3).tolist() == [[0, 0, 2], [2, 0, 0]]
    assert made_of.type_counts(np.array([-1]), np.array([0]), 3).shape == (0, 3)


def test_a_draw_goes_to_the_first_by_name() -> None:
    types, share = made_of.dominant(np.array([[1, 2, 2], [0, 0, 4], [0, 0, 0]]))
    assert types.tolist() == [1, 2, -1]
    assert share[:2].tolist() == [0.4, 1]
    assert np.isnan(share[2])


@pytest.mark.parametrize(
    ("counts", "size", "called"),
    [
        ([3, 1], 4, "homogeneous"),  # 0.75 itself
        ([6, 2], 8, "homogeneous"),
        ([74, 26], 100, "mixed"),
        ([2, 2], 4, "heterogeneous"),  # 0.5 itself
        ([51, 49], 100, "mixed"),
        ([2, 1], 3, "mixed"),
        ([1, 1, 1], 3, "heterogeneous"),
        ([3, 0], 3, "homogeneous"),
        ([2, 0], 2, None),  # under 3 typed
        ([2, 0], 4, None),
        ([3, 0], 6, "homogeneous"),  # half typed
        ([3, 0], 7, None),  # under half
        ([0, 0], 5, None),
        ([3], 3, "homogeneous"),  # one type only
        ([2], 2, None),  # goes before
    ],
)
def test_composition(counts: list[int], size: int, called: str | None) -> None:
    assert made_of.composition(np.array([counts]), np.array([size])) == [called]


def test_composition_follows_the_thresholds() -> None:
    counts, sizes = np.array([[7, 3], [6, 4], [1, 1]]), np.array([10, 10, 2])
    limits = {"homogeneous": 0.1 * 7, "heterogeneous": 0.2 * 3, "typed_members": 2}  # 0.7000…01 and 0.6000…01
    assert made_of.composition(counts, sizes, **limits) == ["homogeneous", "heterogeneous", "heterogeneous"]
    limits = {"homogeneous": 0.8, "heterogeneous": 1.2 / 2 - 1e-16, "typed_members": 2}
    assert made_of.composition(counts, sizes, **limits) == ["mixed", "heterogeneous", "heterogeneous"]


def test_shares_stay_where_too_few_are_typed() -> None:
    counts = np.array([[2, 0]])
    assert made_of.composition(counts, np.array([9])) == [None]
    assert made_of.blau(counts).tolist() == [0]
    assert made_of.iqv(counts, 2).tolist() == [0]
    assert made_of.effective_types(counts).tolist() == [1]


def test_one_type_in_the_landscape_leaves_no_iqv() -> None:
    assert np.isnan(made_of.iqv(np.array([[4], [0]]), 1)).all()


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_partners_as_counted_in_networkx(folder: Path) -> None:
    network = load(folder).blanked()
    graph = network.as_networkx()
    typed = dict(graph.nodes(data="type"))
    found = made_of.partner_heterogeneity(network.graph, network.labels)
    for actor in graph:
        kinds = Counter(typed[other] for other in graph[actor] if typed[other] is not None)
        wanted = 1 - sum((n / kinds.total()) ** 2 for n in kinds.values()) if kinds else float("nan")
        assert found[actor] == pytest.approx(wanted, abs=1e-9, nan_ok=True)


def test_partners_where_nobody_has_a_type() -> None:
    pair = Graph.from_ties(2, np.array([0]), np.array([1]))
    assert np.isnan(made_of.partner_heterogeneity(pair, np.array([-1, -1]))).all()
    empty = Graph.from_ties(0, np.zeros(0, int), np.zeros(0, int))
    assert made_of.partner_heterogeneity(empty, np.zeros(0, int)).shape == (0,)


def test_competences_count_a_word_once_however_it_is_written() -> None:
    members = [["Rooms", "youth work", "Youth-Work"], ["ROOMS ", "Straße", "law"], [], ["", "strasse"]]
    assert made_of.competences(members) == (4, 3)
    assert made_of.competences([[], []]) == (0, 0)


@given(
    st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=1, max_size=8), st.permutations(range(4))
)
def test_bounds(rows: list[list[int]], order: list[int]) -> None:
    counts = np.array(rows)
    blau, iqv, effective = made_of.blau(counts), made_of.iqv(counts, 4), made_of.effective_types(counts)
    typed = counts.sum(axis=1) > 0
    assert (np.isnan(blau) == ~typed).all()
    assert (np.isnan(effective) == ~typed).all()
    assert ((blau[typed] >= 0) & (blau[typed] <= 0.75)).all()
    assert ((iqv[typed] >= 0) & (iqv[typed] <= 1)).all()
    assert ((effective[typed] >= 1) & (effective[typed] <= 4)).all()
    assert effective[typed] == pytest.approx(1 / (1 - blau[typed]))
    assert made_of.blau(counts[:, order]) == pytest.approx(blau, nan_ok=True)
    sizes = counts.sum(axis=1)
    assert made_of.composition(counts[:, order], sizes) == made_of.composition(counts, sizes)
