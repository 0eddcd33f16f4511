"""The best pairs where an actor may stand on either side: a matching of a general graph, in whole numbers."""

from __future__ import annotations

from actor_graph.advice.tandems.worth import Pair, Worths


def matched(n: int, worth: Worths, count: int | None) -> list[Pair]:
    """The matching of the greatest worth among actors 0 … n-1, ties broken by the order of the actors.

    The order is written behind the worth as digits to the base n + 1, the first actor's first, higher for an earlier
    partner: the greatest number then is the greatest worth with the best order. ``networkx`` finds it by blossoms and,
    in whole numbers, checks its proof (the dual variables) itself. With ``count`` pairs, n - 2·count stand-ins take the
    actors that are to stay alone; all are matched, pairs without worth counting as none.
    """
    import networkx as nx

    base = n + 1
    graph: nx.Graph[int] = nx.Graph()
    spare = 0 if count is None else max(n - 2 * count, 0)
    if spare:
        graph.add_weighted_edges_from((i, j, 0) for j in range(n) for i in range(j))
        graph.add_weighted_edges_from((i, n + j, 0) for i in range(n) for j in range(spare))
    for (i, j), value in worth.items():
        order = (n - j) * base ** (n - 1 - i) + (n - i) * base ** (n - 1 - j)
        graph.add_edge(i, j, weight=value * base**n + order)
    found = nx.max_weight_matching(graph, maxcardinality=bool(spare))
    return [(i, j) for i, j in map(sorted, found) if (i, j) in worth]
