"""GraphML, as yEd, Cytoscape, visone, igraph, networkx, Network Canvas and others write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from actor_graph.problems import Problems
from actor_graph.reading.graph_tables import Gathered, Lines, local, note_columns, note_edges_twice, text_of
from actor_graph.reading.raw import Cell
from actor_graph.vocabulary.headings import key_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ABOUT = ("name", "place", "date", "language", "boundary")
"""What is taken from data of the graph itself."""
_DRAWN = ("NodeLabel", "Label.Text")
"""Where yEd and yFiles keep the label that is drawn."""


class Key(NamedTuple):
    """A declared attribute: its name, and its value where none is given."""

    name: str
    default: str


def tables_of(
    root: Element, graph: Element, file: str, lines: Lines, problems: Problems
) -> tuple[Gathered, Gathered, dict[str, Any]]:
    """Nodes, edges and what the graph says of itself; nodes of groups (nested graphs) are actors too."""
    keys, unknown = _keys(root), Counter[str]()
    nodes = Gathered("actors", file, ("id",))
    edges = Gathered("ties", file, ("source", "target", "directed"))
    groups, ids, drawn = 0, list[str](), dict[int, Cell]()
    for element in _parts(graph):
        if local(element) == "hyperedge":
            problems.error("reading.hyperedge", file=file, row=lines.of(element))
        elif local(element) == "node":
            groups += any(local(child) == "graph" for child in element)
            row = nodes.start(lines.of(element))
            nodes.put(row, "id", element.get("id"))
            _data(element, "node", keys, nodes, row, unknown)
            drawn[row] = _drawn_label(element)
        else:
            row = edges.start(lines.of(element))
            edges.put(row, "source", element.get("source"))
            edges.put(row, "target", element.get("target"))
            edges.put(row, "directed", element.get("directed"))
            ids.append(element.get("id") or "")
            _data(element, "edge", keys, edges, row, unknown)
    _names(nodes, drawn)
    _defaults(keys, nodes, "node")
    _defaults(keys, edges, "edge")
    if groups:
        problems.warn("reading.nested", file=file, n=groups)
    note_edges_twice(ids, file, problems)
    note_columns(unknown, file, problems)
    return nodes, edges, _about(graph, keys)


def _keys(root: Element) -> dict[tuple[str, str], Key]:
    """All declared attributes by the part that they belong to and their id; they may stand anywhere in the file."""
    keys = {}
    for element in root.iter():
        if local(element) == "key" and element.get("id"):
            default = next((text_of(child) for child in element if local(child) == "default"), "")
            name = element.get("attr.name") or element.get("title") or ""
            keys[element.get("for") or "all", str(element.get("id"))] = Key(name.strip(), default)
    return keys


def _parts(graph: Element) -> Iterator[Element]:
    """Nodes, edges and hyperedges of a graph and of the graphs inside its nodes."""
    for element in graph:
        if local(element) in ("node", "edge", "hyperedge"):
            yield element
            for child in element:
                if local(child) == "graph":
                    yield from _parts(child)


def _data(
    element: Element, part: str, keys: dict[tuple[str, str], Key], table: Gathered, row: int, unknown: Counter[str]
) -> None:
    """The attributes of a node or edge; drawings, which are no text, are left out."""
    for data in element:
        if local(data) != "data" or len(data):
            continue
        id_ = data.get("key") or ""
        key = keys.get((part, id_)) or keys.get(("all", id_))
        if key is None:
            unknown[id_] += 1
            key = next((other for (_, name), other in keys.items() if name == id_), None)
        heading = (key.name if key else "") or id_
        if heading:
            table.attribute(row, heading, (data.text or "").strip())


def _drawn_label(element: Element) -> str:
    """The label that yEd draws."""
    drawings = (data for data in element if local(data) == "data" and len(data))
    labels = (text_of(part) for drawing in drawings for part in drawing.iter() if local(part) in _DRAWN)
    return next(filter(None, labels), "")


def _names(nodes: Gathered, drawn: dict[int, Cell]) -> None:
    """Take the drawn labels as names in files that have the names nowhere else."""
    named = any(key_of("actors", title) == "name" for title, column in nodes.attributes.items() if any(column.values()))
    if not named and any(drawn.values()):
        nodes.attributes["label"] = drawn


def _defaults(keys: dict[tuple[str, str], Key], table: Gathered, part: str) -> None:
    """Fill in the declared value where a node or edge has none of its own."""
    for (belongs, _), key in keys.items():
        if belongs in (part, "all") and key.name and key.default:
            table.default(key.name, key.default)


def _about(graph: Element, keys: dict[tuple[str, str], Key]) -> dict[str, Any]:
    about = {}
    for data in graph:
        id_ = data.get("key") or ""
        key = keys.get(("graph", id_)) or keys.get(("all", id_))
        if local(data) == "data" and key and key.name in _ABOUT and text_of(data):
            about[key.name] = text_of(data)
    return about
