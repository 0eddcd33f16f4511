"""GEXF, as Gephi, Gephi Lite, networkx, graphology and survey tools write it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from actor_graph.problems import Problems
from actor_graph.reading.graph_tables import Gathered, Lines, local, note_columns, note_edges_twice
from actor_graph.reading.raw import Cell

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NODE = ("label", "start", "end")
_EDGE = ("source", "target", "weight", "kind", "label", "start", "end")
_DIRECTED = {"directed": "yes", "undirected": "no", "mutual": "mutual"}
_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|[^,;|]+")


class Attribute(NamedTuple):
    """A declared attribute: its title, its type, and its value where none is given."""

    title: str
    type: str
    default: str


def tables_of(
    root: Element, graph: Element, file: str, lines: Lines, problems: Problems
) -> tuple[Gathered, Gathered, dict[str, Any]]:
    """Nodes, edges and nothing else; positions and colors are left out."""
    nodes = Gathered("actors", file, ("id", *_NODE))
    edges = Gathered("ties", file, (*_EDGE, "directed"))
    attributes = {"node": _attributes(graph, "node"), "edge": _attributes(graph, "edge")}
    unknown, changing, ids = Counter[str](), Counter[str](), list[str]()
    for element in graph.iter():
        part = local(element)
        if part == "node":
            row = nodes.start(lines.of(element))
            nodes.put(row, "id", element.get("id"))
            _put(element, _NODE, nodes, row)
        elif part == "edge":
            row = edges.start(lines.of(element))
            _put(element, _EDGE, edges, row)
            edges.put(row, "directed", _DIRECTED.get(element.get("type") or ""))
            ids.append(element.get("id") or "")
        else:
            continue
        table = nodes if part == "node" else edges
        _values(element, attributes[part], table, row, unknown, changing)
    _defaults(attributes["node"], nodes)
    _defaults(attributes["edge"], edges)
    if edges.own["weight"]:  # by the format's own rule an edge without a weight weighs 1
        for row in range(len(edges.rows)):
            edges.own["weight"].setdefault(row, "1")
    for title, n in changing.items():
        problems.warn("reading.changing", file=file, column=title[:80], n=n)
    note_edges_twice(ids, file, problems)
    note_columns(unknown, file, problems)
    return nodes, edges, {}


def _put(element: Element, names: tuple[str, ...], table: Gathered, row: int) -> None:
    for name in names:
        table.put(row, name, element.get(name))


def _attributes(graph: Element, part: str) -> dict[str, Attribute]:
    """The attributes declared for nodes or for edges, by id."""
    found = {}
    for group in graph.iter():
        if local(group) == "attributes" and group.get("class") == part:
            for element in group:
                default = next(((child.text or "").strip() for child in element if local(child) == "default"), "")
                id_ = element.get("id") or ""
                found[id_] = Attribute(element.get("title") or id_, element.get("type") or "string", default)
    return found


def _values(
    element: Element,
    attributes: dict[str, Attribute],
    table: Gathered,
    row: int,
    unknown: Counter[str],
    changing: Counter[str],
) -> None:
    """The attribute values of one node or edge; of several over time the last."""
    seen: set[str] = set()
    for holder in element:
        for value in [holder] if local(holder) == "attvalue" else holder if local(holder) == "attvalues" else ():
            id_ = value.get("for") or value.get("id") or ""
            about = attributes.get(id_)
            if about is None:
                unknown[id_] += 1
                about = Attribute(id_, "string", "")
            if about.title in seen:
                changing[about.title] += 1
            seen.add(about.title)
            table.attribute(row, about.title, _value(value.get("value") or "", about.type))


def _value(text: str, type_: str) -> Cell:
    """A value; ``null`` in a column of numbers is none, and a list is told apart into its parts."""
    if type_ != "string" and text == "null":
        return ""
    if not type_.startswith("list"):
        return text.strip()
    inside = text.strip().removeprefix("[").removesuffix("]")
    parts = (part.strip().strip("'\"").strip() for part in _QUOTED.findall(inside))
    return tuple(part for part in parts if part) or ""


def _defaults(attributes: dict[str, Attribute], table: Gathered) -> None:
    for about in attributes.values():
        if about.default:
            table.default(about.title, about.default)
