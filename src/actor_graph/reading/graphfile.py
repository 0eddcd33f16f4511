"""Graph files: GraphML and GEXF, told apart by what is in them."""

from __future__ import annotations

from pathlib import Path

from actor_graph.documents import load_xml
from actor_graph.problems import Problems
from actor_graph.reading.graph_tables import Gathered, Lines, local
from actor_graph.reading.raw import Material, RawMeta, RawTable
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import folded


def read_graphfile(path: Path, problems: Problems) -> Material | None:
    """Read a GraphML or GEXF file: nodes are actors, edges are ties, attributes are columns under their titles."""
    root = load_xml(path, problems)
    if root is None:
        return None
    kind = local(root)
    if kind not in ("graphml", "gexf"):
        problems.error("reading.other_xml", file=path.name, found=kind[:40])
        return None
    graphs = [child for child in root if local(child) == "graph"]
    if len(graphs) != 1:
        problems.error("reading.graphs" if graphs else "reading.no_graph", file=path.name, n=len(graphs))
        return None
    lines = Lines(path, root)
    if kind == "graphml":
        from actor_graph.reading.graphml import tables_of
    else:
        from actor_graph.reading.gexf import tables_of
    nodes, edges, about = tables_of(root, graphs[0], path.name, lines, problems)
    tables: dict[Kind, RawTable] = {"actors": _with_own_ids(nodes, edges).raw(), "ties": edges.raw()}
    return Material(path.stem, path.parent, tables, RawMeta(path.name, None, about), by_id=True)


def _with_own_ids(nodes: Gathered, edges: Gathered) -> Gathered:
    """Use the attribute ``id`` where every node has its own: programs number nodes and keep the ids as an attribute."""
    title = next((title for title in nodes.attributes if folded(title) == "id"), None)
    if title is None or not nodes.rows:
        return nodes
    own = [nodes.attributes[title].get(row, "") for row in range(len(nodes.rows))]
    numbered = [nodes.own["id"].get(row, "") for row in range(len(nodes.rows))]
    if not all(own) or len(set(own)) < len(own) or len(set(numbered)) < len(numbered):
        return nodes
    new = dict(zip(numbered, own, strict=True))
    nodes.own["id"] = dict(enumerate(own))
    del nodes.attributes[title]
    for end in ("source", "target"):
        edges.own[end] = {row: new.get(cell, cell) for row, cell in edges.own[end].items()}
    return nodes
