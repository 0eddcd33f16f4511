"""The same figures by plain networkx and loops, written from the definitions and sharing no line with the engine."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx


def graph(folder: Path) -> nx.Graph:
    """The undirected simple graph of a published folder, types as node attributes."""
    made = nx.Graph()
    with (folder / "actors.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            made.add_node(row["id"], type=row["type"] or None)
    with (folder / "ties.csv").open(newline="", encoding="utf-8") as file:
        made.add_edges_from(
            (row["source"], row["target"]) for row in csv.DictReader(file) if row["source"] != row["target"]
        )
    return made


def by_type(made: nx.Graph) -> dict[str, Any]:
    """Figures of the graph induced on the typed actors; None where undefined."""
    kind = {node: data["type"] for node, data in made.nodes(data=True) if data["type"]}
    typed = made.subgraph(kind)
    types = sorted(set(kind.values()))
    m, n = typed.number_of_edges(), len(typed)
    internal = sum(kind[u] == kind[v] for u, v in typed.edges)
    sizes = Counter(kind.values())
    within = sum(k * (k - 1) // 2 for k in sizes.values())
    pairs = n * (n - 1) // 2
    ties = Counter(tuple(sorted((kind[u], kind[v]))) for u, v in typed.edges)
    ends = {kind[node] for edge in typed.edges for node in edge}
    return {
        "ei_index": (m - 2 * internal) / m if m else None,
        "ei_expected": 1 - 2 * within / pairs if m else None,
        "ei_min": 1 - 2 * min(m, within) / m if m else None,
        "ei_max": 1 - 2 * max(0, m - (pairs - within)) / m if m else None,
        "assortativity": nx.attribute_assortativity_coefficient(typed, "type") if len(ends) > 1 else None,
        "mixing": [[ties[min(a, b), max(a, b)] for b in types] for a in types],
        "types": types,
    }


def partner_heterogeneity(made: nx.Graph, node: str) -> float | None:
    """Blau's index of an actor's typed partners."""
    kinds = Counter(made.nodes[other]["type"] for other in made[node] if made.nodes[other]["type"])
    total = sum(kinds.values())
    return 1 - sum((k / total) ** 2 for k in kinds.values()) if total else None


def brokerage(made: nx.Graph, node: str) -> dict[str, int] | None:
    """Gould and Fernandez' roles over the open pairs of an actor's typed partners."""
    own = made.nodes[node]["type"]
    if own is None:
        return None
    roles = dict.fromkeys(("coordinator", "consultant", "gatekeeper", "liaison"), 0)
    for i, k in combinations([other for other in made[node] if made.nodes[other]["type"]], 2):
        if made.has_edge(i, k):
            continue
        one, two = made.nodes[i]["type"], made.nodes[k]["type"]
        if one == two:
            roles["coordinator" if one == own else "consultant"] += 1
        else:
            roles["gatekeeper" if own in (one, two) else "liaison"] += 1
    return roles


def groups(made: nx.Graph) -> dict[str, dict[str, Any]]:
    """Ties, densities and E-I group by group, n being the typed actors."""
    kind = {node: data["type"] for node, data in made.nodes(data=True) if data["type"]}
    told = {}
    for group in set(kind.values()):
        members = {node for node in kind if kind[node] == group}
        k, n = len(members), len(kind)
        inside = sum(u in members and v in members for u, v in made.edges)
        outside = sum((u in members) != (v in members) for u, v in made.subgraph(kind).edges)
        told[group] = {
            "actors": k,
            "average_degree": sum(made.degree(node) for node in members) / k,
            "internal_ties": inside,
            "external_ties": outside,
            "internal_density": inside / (k * (k - 1) / 2) if k > 1 else None,
            "external_density": outside / (k * (n - k)) if k < n else None,
            "ei_index": (outside - inside) / (outside + inside) if outside + inside else None,
        }
    return told
