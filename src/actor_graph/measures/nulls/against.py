"""One graph beside its null models: the one function that lays figures beside chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import numpy as np

from actor_graph.measures.chance import TOLERANCE, Stream, in_order
from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.measures.nulls.dealing import dealt_figures
from actor_graph.measures.nulls.degrees import Run, Switching, chains
from actor_graph.measures.nulls.figures import FIXED, NETWORK, OF_TYPES, Drawn, Limits, type_sizes, values
from actor_graph.measures.nulls.size import BLOCK, random_graphs
from actor_graph.measures.nulls.summary import Compared, adjusted, compared
from actor_graph.measures.paths import cores

Model = Literal["size", "degrees", "dealing"]
MODELS: tuple[Model, ...] = ("size", "degrees", "dealing")


class AgainstChance(dict[str, dict[str, Compared | None]]):
    """For each null model the figures beside it; None where the model leaves the figure as it is.

    ``switching`` says how the degree-keeping graphs were drawn; None where they were not asked for, or where there is
    no other graph with these degrees.
    """

    switching: Switching | None = None


def against_chance(
    graph: Graph,
    labels: Ints,
    models: Iterable[str] = MODELS,
    draws: int = 1000,
    seed: int = 1,
    *,
    figures: Iterable[str] | None = None,
    ids: Sequence[str] | None = None,
    answered: Bools | None = None,
    clusters: Ints | None = None,
    observed: Mapping[str, float] | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    drawn: Callable[[int], None] = lambda more: None,
) -> AgainstChance:
    """Lay the figures of a graph beside what null models give.

    ``size``: uniform graphs with as many actors and ties. ``degrees``: uniform among the graphs with the same degree of
    every actor. ``dealing``: the same graph, types dealt anew. In the first two, types, answers and the number of ties
    of each weight stay. Work is cut into parts that do not depend on ``workers`` (blocks of ``size.BLOCK`` draws, or
    ``degrees.CHAINS`` chains), each with random numbers of its own, so that the same seed gives the same numbers with
    any number of them.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    models : which null models.
    draws : how many draws of each.
    seed : a whole number from 0.
    figures : names of ``NETWORK`` (for ``dealing``, of ``OF_TYPES``) that are asked for; without it, all. p is adjusted
        over those asked for. Without modularity a third of the time is spared, without betweenness_centralization,
        average_path_length, diameter and top_dog_tie_share nearly all.
    ids : the actors' ids; with them the answer does not depend on the order of the input.
    answered : who answered the survey, where there was one: not_yet_networked_share leaves out the others.
    clusters : cluster per actor, −1 = none: for cluster_heterogeneity beside ``dealing``, which is left out without.
    observed : figures that are known from a better search than the draws get, such as modularity: told as
        ``observed``, while the one found in the way of the draws is compared (and told as ``compared``).
    limits : the thresholds of two figures.
    workers : threads at a time; default as many as there are cores.
    drawn : called, in any thread, with how many more draws of ``size`` and ``degrees`` are done; with how many fewer
        (below 0) where they have to be drawn anew. Those of ``degrees`` are ``draws``, or none.

    Returns
    -------
    ``{model: {figure: Compared or None}}``, None for what the model fixes: see ``FIXED``, and for ``degrees`` all
    figures where no switch is possible.

    Raises
    ------
    ValueError
        There is no null model of that name.

    Examples
    --------
    >>> kite = Graph.from_ties(5, [0, 0, 1, 1, 2, 3], [1, 2, 2, 3, 3, 4])
    >>> found = against_chance(kite, np.array([0, 0, 1, 1, 1]), ["size"], draws=99)
    >>> found["size"]["density"], found["size"]["degree_centralization"].expected > 0.2
    (None, True)
    """
    wanted = set(models)
    if unknown := wanted - set(MODELS):
        raise ValueError(f"no such null model: {', '.join(sorted(unknown))}")
    order = in_order(np.ones(graph.n, np.bool_), ids)
    place = np.empty_like(order)
    place[order] = np.arange(graph.n)
    u, v, weights = graph.ties()
    own = Drawn(
        Graph.from_ties(graph.n, place[u], place[v], weights),
        labels[order],
        type_sizes(labels),
        None if answered is None else answered[order],
        limits or Limits(),
        next(_leiden_seeds(seed, 0, Stream.SIZE)),
    )
    known, asked = observed or {}, set(figures) if figures is not None else {*NETWORK, *OF_TYPES}
    found = AgainstChance()
    with _running(workers) as run:
        for model in filter(wanted.__contains__, MODELS):
            if model == "dealing":
                circles = None if clusters is None else clusters[order]
                draws_of = dealt_figures(own.graph, own.labels, draws, seed, None, circles)
                rows = {name: (float(row[0]), row[1:]) for name, row in draws_of.items() if name in asked}
            else:
                names = tuple(name for name in NETWORK if name in asked and name not in FIXED[model])
                told = _drawn(model, own, names, draws, seed, run, found, drawn)
                now = values(own, names)
                rows = {} if told is None else {name: (now[i], told[:, i]) for i, name in enumerate(names)}
            found[model] = _beside(model, rows, known, asked)
    return found


def _beside(
    model: Model, rows: Mapping[str, tuple[float, Floats]], known: Mapping[str, float], asked: Iterable[str]
) -> dict[str, Compared | None]:
    """The figures asked for in the order of the contract, each beside its draws; None where it is fixed."""
    told: dict[str, Compared | None] = {}
    for name in dict.fromkeys((*NETWORK, *OF_TYPES)):
        if name in rows:
            now, draws = rows[name]
            better = known.get(name, now)
            told[name] = compared(better, draws, now if abs(better - now) > TOLERANCE else None)
        elif name in asked and name in NETWORK:
            told[name] = None
    return adjusted(told)


def _drawn(
    model: Model,
    own: Drawn,
    names: tuple[str, ...],
    draws: int,
    seed: int,
    run: Run,
    found: AgainstChance,
    done: Callable[[int], None],
) -> Floats | None:
    """The figures of all draws, one row each; None where nothing is asked, or there is nothing else to draw."""
    if not names:
        return None
    if model == "size":
        starts = range(0, draws, BLOCK)
        parts = run(lambda at: _size_block(own, names, min(BLOCK, draws - at), seed, at // BLOCK, done), starts)
        return np.concatenate(list(parts))
    started = chains(own.graph, own.labels, seed, run)
    if started is None:
        return None

    def look(chain: int, graphs: Iterator[Graph]) -> Floats:
        return _figures(own, graphs, names, _leiden_seeds(seed, 1 + chain, Stream.DEGREES), done)

    drawn = started.draw(look, draws, run, lambda: done(-draws))
    found.switching = started.switching
    return drawn


def _size_block(
    own: Drawn, names: tuple[str, ...], draws: int, seed: int, block: int, done: Callable[[int], None]
) -> Floats:
    graphs = random_graphs(own.graph, draws, seed, block)
    return _figures(own, graphs, names, _leiden_seeds(seed, 1 + block, Stream.SIZE), done)


def _figures(
    own: Drawn, graphs: Iterator[Graph], names: tuple[str, ...], seeds: Iterator[int], done: Callable[[int], None]
) -> Floats:
    """The figures of some draws, one row each."""
    rows = []
    for graph in graphs:
        rows.append(values(replace(own, graph=graph, seed=next(seeds)), names))
        done(1)
    return np.array(rows, dtype=np.float64).reshape(-1, len(names))


def _leiden_seeds(seed: int, part: int, stream: Stream) -> Iterator[int]:
    """Seeds for the search of circles in the draws of one part of the work (part 0: in the graph itself)."""
    rng = np.random.default_rng(np.random.SeedSequence([seed, stream, part], spawn_key=(1,)))
    while True:
        yield int(rng.integers(2**32))


@contextmanager
def _running(workers: int | None) -> Iterator[Run]:
    """How the parts of the work are run: one after another, or so many at a time; answers in the order of the parts."""
    threads = workers or cores()
    if threads < 2:
        yield map
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as pool:
            yield pool.map
