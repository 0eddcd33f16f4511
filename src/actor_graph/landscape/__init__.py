"""A landscape: actors, ties, what is known about the survey, and the scheme that gives them meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actor_graph.landscape.table import DATE_COLUMNS, LIST_COLUMNS, YES_NO_COLUMNS, Table
from actor_graph.problems import Problem
from actor_graph.words import Language

if TYPE_CHECKING:
    import networkx as nx

    from actor_graph.landscape.network import Network
    from actor_graph.landscape.pseudonyms import Pseudonyms
    from actor_graph.measures.graph import Graph
    from actor_graph.scheme import Scheme

__all__ = ["DATE_COLUMNS", "LIST_COLUMNS", "YES_NO_COLUMNS", "Landscape", "Table"]


@dataclass(frozen=True, eq=False, repr=False)
class Landscape:
    """What was read, unchanged: every row, every column, real ids.

    Attributes
    ----------
    actors
        One row per actor, excluded ones too; ``id`` and ``name`` are always there, ids are unique.
    ties
        One row per tie as written; ``source`` and ``target`` are places in ``actors``, ``reported_by`` tuples of such.
    meta
        What the landscape says of itself: name, place, date, boundary, by, sources, reports, publish_columns, …
    scheme
        Types, tie kinds, intensity scale and thresholds that give the tables their meaning.
    language
        The language of its messages and outputs unless another is asked for.
    source
        Name of the file or folder, without ending.
    contacts, events, tandems
        The log of calls and visits; who came to what; which projects two carry together. None where there is no such
        table.
    warnings
        What is not wrong, but should be known.
    path
        Where it was read from.
    inputs
        The same place, and every file that was opened to read it: its tables, what it says of itself, its scheme with
        all that this extends. No output replaces one of them, nor any other file of a folder that was read.
    pseudonyms
        The stand-ins under which all its actors leave; None where they leave under their names.
    """

    actors: Table
    ties: Table
    meta: Mapping[str, Any]
    scheme: Scheme
    language: Language
    source: str
    contacts: Table | None = None
    events: Table | None = None
    tandems: Table | None = None
    warnings: tuple[Problem, ...] = ()
    path: Path | None = None
    inputs: tuple[Path, ...] = ()
    pseudonyms: Pseudonyms | None = None

    def __repr__(self) -> str:
        return f"Landscape({self.name!r}: {len(self.actors)} actors, {len(self.ties)} ties)"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<b>{escape(self.name)}</b>: {len(self.actors)} actors, {len(self.ties)} ties"

    @property
    def name(self) -> str:
        """Its own name, else the file's or folder's."""
        return str(self.meta.get("name") or self.source)

    @cached_property
    def network(self) -> Network:
        """The included actors and the ties that count, as method and scheme have them by default."""
        from actor_graph.landscape.network import network

        return network(self)

    @property
    def graph(self) -> Graph:
        """The simple, undirected graph of the included actors: what all figures are of."""
        return self.network.graph

    def to_networkx(self) -> nx.Graph[str]:
        """The graph of the included actors for networkx: ids as nodes, all columns as their attributes.

        Ties carry ``weight``, ``kinds`` (all kinds that were stated) and ``intensity`` (the strongest word stated).
        """
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph(name=self.name)
        network, ids = self.network, self.actors["id"]
        for row in network.rows.tolist():
            about = {key: cells[row] for key, cells in self.actors.columns.items() if key != "id"}
            graph.add_node(ids[row], **{k: v for k, v in about.items() if v not in (None, ())})
        u, v, weight = network.graph.ties()
        names = [ids[row] for row in network.rows.tolist()]
        for i, (a, b, w) in enumerate(zip(u.tolist(), v.tolist(), weight.tolist(), strict=True)):
            graph.add_edge(names[a], names[b], weight=w, kinds=network.kinds[i], intensity=network.intensity[i])
        return graph
