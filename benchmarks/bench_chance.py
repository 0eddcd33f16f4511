"""How long 500 degree-keeping graphs and 2,000 dealings take beside igraph and a plain networkx loop.

    python3 tasks.py bench chance                 1,000 actors, 3,000 ties; about a minute
    python3 tasks.py bench chance --networkx 500  networkx all the way too: a quarter of an hour

The same random city for all: ties drawn at random, eight types. From one graph to the next 20 switches per tie are
tried, by igraph's ``rewire`` too; networkx' ``double_edge_swap`` counts those that succeed, nearly all here. Of each
graph transitivity and E-I index are worked out, of each dealing assortativity and E-I index. Counted is processor time
without imports and without compiling, since that is done once for good; our burn-in of eight chains is counted.
networkx draws but a few graphs, and its time is multiplied. igraph and networkx run in an environment of their own (see
``bench_analyze``).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

GRAPHS, DEALINGS, TRIES, TYPES = 500, 2_000, 20, 8
Ties = list[tuple[int, int]]
Taken = dict[str, float]


def main() -> None:
    """Run all three, each in a process of its own, and print seconds and ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actors", type=int, default=1_000)
    parser.add_argument("--ties", type=int, default=3_000)
    parser.add_argument("--networkx", type=int, default=5, help="how many graphs networkx draws (5)")
    parser.add_argument("--only", choices=list(CONTENDERS), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        ties, types = city(asked.actors, asked.ties)
        print(json.dumps(CONTENDERS[asked.only](asked.actors, ties, types, asked.networkx)))
        return
    from bench_analyze import PEER_PYTHON, make_peers

    make_peers()
    taken: dict[str, Taken] = {}
    for name in CONTENDERS:
        python = sys.executable if name == "actor-graph" else str(PEER_PYTHON)
        size = ["--actors", str(asked.actors), "--ties", str(asked.ties), "--networkx", str(asked.networkx)]
        ran = subprocess.run([python, __file__, "--only", name, *size], check=True, capture_output=True, text=True)
        taken[name] = json.loads(ran.stdout)
    report(asked.actors, asked.ties, taken)


def report(actors: int, ties: int, taken: dict[str, Taken]) -> None:
    """Seconds of each, and how many times ours they are; then whether all found the same."""
    ours = taken["actor-graph"]
    print(f"{actors:,} actors, {ties:,} ties: CPU seconds; × is how many times ours it takes")
    for part, what in (("graphs", f"{GRAPHS} degree-keeping graphs"), ("dealings", f"{DEALINGS:,} dealings")):
        print(f"  {what}")
        for name, seconds in taken.items():
            print(f"    {name:<12} {seconds[part]:9.2f}  {seconds[part] / ours[part]:8.1f} ×")
    means = ", ".join(f"{name} {told['transitivity']:.5f}" for name, told in taken.items())
    print(f"  mean transitivity of the graphs drawn: {means}")


def city(actors: int, ties: int) -> tuple[Ties, list[int]]:
    """The same random ties and types for all."""
    rng, chosen = random.Random(1), set()
    while len(chosen) < ties:
        a, b = sorted(rng.sample(range(actors), 2))
        chosen.add((a, b))
    return sorted(chosen), [rng.randrange(TYPES) for _ in range(actors)]


def clock(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds that it took, and its answer."""
    start = time.process_time()
    answer = work()
    return time.process_time() - start, answer


def actor_graph(actors: int, ties: Ties, types: list[int], _: int) -> Taken:
    """Ours, on one core."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
    import numpy as np

    from actor_graph.measures.graph import Graph
    from actor_graph.measures.nulls import against_chance

    ends, labels = np.array(ties), np.array(types)
    graph = Graph.from_ties(actors, ends[:, 0], ends[:, 1])

    def graphs(draws: int) -> Any:
        figures = ["transitivity", "ei_index"]
        return against_chance(graph, labels, ["degrees"], draws, figures=figures, workers=1)

    def dealings(draws: int) -> Any:
        return against_chance(graph, labels, ["dealing"], draws, figures=["assortativity", "ei_index"], workers=1)

    graphs(8), dealings(8)
    drawing, found = clock(lambda: graphs(GRAPHS))
    dealing, _found = clock(lambda: dealings(DEALINGS))
    return {"graphs": drawing, "dealings": dealing, "transitivity": found["degrees"]["transitivity"].expected}


def igraph(actors: int, ties: Ties, types: list[int], _: int) -> Taken:
    """By igraph, as its users write it."""
    import igraph as ig

    graph, rng = ig.Graph(n=actors, edges=ties), random.Random(1)
    random.seed(1)

    def drawn() -> list[float]:
        closed = []
        for _ in range(GRAPHS):
            graph.rewire(n=TRIES * len(ties))
            closed.append(graph.transitivity_undirected())
            sum(types[a] != types[b] for a, b in graph.get_edgelist())
        return closed

    def dealt() -> None:
        own = list(types)
        edges = graph.get_edgelist()
        for _ in range(DEALINGS):
            rng.shuffle(own)
            graph.assortativity_nominal(own, directed=False)
            sum(own[a] != own[b] for a, b in edges)

    drawing, closed = clock(drawn)
    return {"graphs": drawing, "dealings": clock(dealt)[0], "transitivity": sum(closed) / len(closed)}


def networkx(actors: int, ties: Ties, types: list[int], graphs: int) -> Taken:
    """By a plain loop over networkx; of the dealings a twentieth."""
    import networkx as nx

    graph, rng, part = nx.Graph(), random.Random(1), 20
    graph.add_nodes_from(range(actors))
    graph.add_edges_from(ties)

    def drawn() -> list[float]:
        closed = []
        for i in range(graphs):
            tries = TRIES * len(ties)
            nx.double_edge_swap(graph, nswap=tries, max_tries=100 * tries, seed=i)
            closed.append(nx.transitivity(graph))
            sum(types[a] != types[b] for a, b in graph.edges)
        return closed

    def dealt() -> None:
        own = list(types)
        for _ in range(DEALINGS // part):
            rng.shuffle(own)
            nx.set_node_attributes(graph, dict(enumerate(own)), "type")
            nx.attribute_assortativity_coefficient(graph, "type")
            sum(own[a] != own[b] for a, b in graph.edges)

    drawing, closed = clock(drawn)
    times = GRAPHS / graphs
    return {
        "graphs": drawing * times,
        "dealings": clock(dealt)[0] * part,
        "transitivity": sum(closed) / len(closed),
    }


CONTENDERS: dict[str, Callable[[int, Ties, list[int], int], Taken]] = {
    "actor-graph": actor_graph,
    "igraph": igraph,
    "networkx": networkx,
}

if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This did not run: {' '.join(map(str, failed.cmd))}\n{failed.stderr}")
