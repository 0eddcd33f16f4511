"""The published networks as graph and labels, whole and with a fifth of their types blanked, and as networkx graphs."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from actor_graph.measures.graph import Graph, Ints


@dataclass(frozen=True)
class Network:
    """A graph, its actors' ids and types (places in ``types``, −1 = blank), and the reference values."""

    graph: Graph
    ids: list[str]
    labels: Ints
    types: list[str]
    reference: dict[str, Any]

    def blanked(self, seed: int = 7) -> Network:
        """The same with a fifth of its types blanked."""
        labels = self.labels.copy()
        labels[np.random.default_rng(seed).choice(len(labels), round(len(labels) / 5), replace=False)] = -1
        return replace(self, labels=labels)

    def as_networkx(self) -> nx.Graph[int]:
        """The same graph, the type as an attribute where there is one."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(self.graph.n))
        graph.add_weighted_edges_from(zip(*(end.tolist() for end in self.graph.ties()), strict=True))
        nx.set_node_attributes(graph, {i: t for i, t in enumerate(self.labels.tolist()) if t >= 0}, "type")
        return graph


@cache
def load(folder: Path) -> Network:
    """One published network."""
    actors, ties = (_rows(folder / name) for name in ("actors.csv", "ties.csv"))
    ids = [actor["id"] for actor in actors]
    place = {actor: i for i, actor in enumerate(ids)}
    types = sorted({actor["type"] for actor in actors})
    ends = np.array([[place[tie["source"]], place[tie["target"]]] for tie in ties])
    weights = np.array([float(tie.get("weight") or 1) for tie in ties])
    graph = Graph.from_ties(len(ids), ends[:, 0], ends[:, 1], weights)
    labels = np.array([types.index(actor["type"]) for actor in actors])
    reference = json.loads((folder / "reference.json").read_text(encoding="utf-8"))
    return Network(graph, ids, labels, types, reference)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
