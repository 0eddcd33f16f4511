"""Random small graphs for hypothesis, and plain ways from and to networkx."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from actor_graph.measures.graph import Graph


def built(n: int, ties: list[tuple[int, int]]) -> Graph:
    """The compact graph of n actors with these ties."""
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def as_networkx(graph: Graph) -> nx.Graph[int]:
    """The same graph for networkx."""
    same: nx.Graph[int] = nx.Graph()
    same.add_nodes_from(range(graph.n))
    same.add_weighted_edges_from(zip(*(end.tolist() for end in graph.ties()), strict=True))
    return same


def values(graph: Graph, by_actor: dict[int, float]) -> list[float]:
    """A networkx answer in the order of the actors."""
    return [by_actor[i] for i in range(graph.n)]


@st.composite
def graphs(draw: st.DrawFn, least: int = 0, most: int = 12) -> Graph:
    """Any graph of a few actors, sparse and dense ones, with actors outside too."""
    n = draw(st.integers(least, most))
    pairs = list(combinations(range(n), 2))
    return built(n, draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else [])
