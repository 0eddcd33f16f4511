"""Portraits and their divergence: against ``chance.json``, networkx, by hand."""

from __future__ import annotations

import json
from collections import Counter
from math import log2
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from actor_graph.measures.graph import Graph
from actor_graph.measures.portrait import portrait, portrait_divergence
from tests.measures.published import load

PAIRS = [
    "florentine_marriage|florentine_business",
    "kite|hightech_friends",
    "kite|kite",
    "lazega_advice|lazega_friends",
]


def graph(n: int, *ties: tuple[int, int]) -> Graph:
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


@pytest.mark.parametrize("pair", PAIRS)
def test_agrees_with_the_reference(pair: str, shared: Path) -> None:
    whole = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))
    one, other = (load(shared / "data/published" / name).graph for name in pair.split("|"))
    wanted = whole["pairs"][pair]["portrait_divergence"]["D_product_PkL_times_PL"]
    assert portrait_divergence(one, other) == pytest.approx(wanted, abs=1e-12)
    assert portrait_divergence(other, one) == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize(("n", "share"), [(30, 0.02), (30, 0.1), (64, 0.05), (600, 0.004), (1100, 0.003)])
def test_portrait_against_breadth_first_search(n: int, share: float) -> None:
    """In parts of several hundred actors, with isolates, components and long ways."""
    made = nx.fast_gnp_random_graph(n, share, seed=n)
    shells = [Counter(nx.single_source_shortest_path_length(made, node).values()) for node in made]
    farthest = max(max(shell) for shell in shells)
    wanted = [Counter(shell[distance] for shell in shells) for distance in range(farthest + 1)]
    found = portrait(Graph.from_networkx(made))
    assert [Counter({k: int(c) for k, c in enumerate(row) if c}) for row in found] == wanted
    components = [len(part) for part in nx.connected_components(made)]
    assert (found @ np.arange(found.shape[1])).sum() == sum(size**2 for size in components)


def test_by_hand() -> None:
    """A tie beside two isolates. P(l): 4 of 6 pairs at 0, 2 at 1; of the isolates all 2 of 2 at distance 0.

    P(k, l) of the first: 2/3 at (1, 0); 1/3 · 1/2 at (0, 1), 1/3 · 1/2 at (1, 1) of four actors, two with a partner.
    """
    p = {(1, 0): 2 / 3, (0, 1): 1 / 6, (1, 1): 1 / 6}
    q = {(1, 0): 1.0}
    middle = {cell: (p.get(cell, 0) + q.get(cell, 0)) / 2 for cell in p}
    wanted = sum(sum(x * log2(x / middle[cell]) for cell, x in side.items()) for side in (p, q)) / 2
    assert portrait_divergence(graph(4, (0, 1)), graph(2)) == pytest.approx(wanted)


def test_who_is_who_does_not_matter() -> None:
    one, other = graph(5, (0, 1), (1, 2), (3, 4)), graph(5, (4, 2), (2, 0), (1, 3))
    assert portrait_divergence(one, other) == 0


def test_graphs_that_share_nothing_beyond_themselves_are_far_apart() -> None:
    """Isolates and a complete graph share the cell of distance 0 alone; between 0 and 1."""
    complete = Graph.from_ties(9, *np.triu_indices(9, 1))
    assert 0.5 < portrait_divergence(graph(9), complete) < 1


def test_one_actor_and_nobody() -> None:
    assert portrait(graph(1)).tolist() == [[0, 1]]
    assert portrait_divergence(graph(1), graph(1)) == 0
    assert portrait_divergence(graph(1), graph(5)) == 0  # isolates, however many: each alone at distance 0
    assert np.isnan([portrait_divergence(graph(0), graph(2)), portrait_divergence(graph(2), graph(0))]).all()
