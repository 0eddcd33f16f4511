"""What the missing answers of a survey could change: bounds, completions, robustness, joined for one landscape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import numpy as np

from actor_graph.analysis.actors import STATUS
from actor_graph.analysis.pace import HowFar, Pace
from actor_graph.analysis.scene import Scene
from actor_graph.measures.bounds import bounded, extremes, possible_status
from actor_graph.measures.completions import DRAWS, SMOOTHED, Filling, completion, filling, quantiles
from actor_graph.measures.graph import Bools
from actor_graph.measures.paths import cores
from actor_graph.measures.robustness import SHARES, TAKEN, Held, Taken, draws_for, less, taken_number
from actor_graph.measures.whole import FIGURES, Limits, whole

T = TypeVar("T")
Done = Callable[[], None]
"""Told after each draw."""
COUNTS = ("ties", "isolates", "components", "diameter")


def missing_answers(
    scene: Scene, actors: Sequence[Mapping[str, Any]], listed: Sequence[int], how_far: HowFar
) -> dict[str, Any]:
    """The parts of the document that ``--missing`` adds; nan where undefined.

    Parameters
    ----------
    scene : what has been named.
    actors : the actors' rows of the document.
    listed : their places in the scene.
    how_far : told how many completions and thinned scenes are done.

    Returns
    -------
    ``missing``: for each figure ``observed``, ``none`` and ``all`` (of the missing ties), ``low`` and ``high`` (the
    range of the completions), ``smoothed``, ``bounds`` (whether no completion lies outside of none and all) and
    ``undefined`` (completions without the figure). Empty without a survey. ``completions``: how they were made, or why
    there is none. ``robustness``: see ``_robustness``. ``actors``: the rows, each with ``status_possible``.
    """
    answered, found = _answered(scene), _filling(scene)
    pace = Pace(_completions(found) + len(TAKEN) * len(SHARES) * draws_for(scene.graph.n), 0, how_far)
    possible = possible_status(scene.graph, answered, limits=limits_of(scene)).tolist()
    return {
        "actors": [
            {**row, "status_possible": [STATUS[s] for s, can in enumerate(possible[i]) if can]}
            for row, i in zip(actors, listed, strict=True)
        ],
        **_parts(scene, found, pace.step),
        "robustness": _robustness(scene, pace.step),
    }


def missing_figures(scene: Scene) -> dict[str, Any]:
    """``missing`` and ``completions`` alone, see ``missing_answers``."""
    return _parts(scene, _filling(scene), lambda: None)


def _parts(scene: Scene, found: Filling, done: Done) -> dict[str, Any]:
    return {
        "missing": {} if scene.answered is None else _figures(scene, scene.answered, found, done),
        "completions": _made(scene, found),
    }


def _filling(scene: Scene) -> Filling:
    return filling(scene.graph, _answered(scene), scene.labels, scene.reported, scene.ids)


def _completions(found: Filling) -> int:
    """How many completions there are to make."""
    return DRAWS if len(found.u) and found.possible else 0


def _answered(scene: Scene) -> Bools:
    """Who has answered; all of them where there was no survey."""
    return np.ones(scene.graph.n, dtype=np.bool_) if scene.answered is None else scene.answered


def limits_of(scene: Scene) -> Limits:
    """From where on an actor is networked or central, by the scheme."""
    given = scene.scheme.thresholds
    return Limits(given.networked_share, given.networked_min, given.top_dog_p, given.fence, given.min_tied)


def _figures(scene: Scene, answered: Bools, found: Filling, done: Done) -> dict[str, dict[str, Any]]:
    limits = limits_of(scene)
    observed = whole(scene.graph, scene.labels, answered=answered, limits=limits)
    none, every = extremes(scene.graph, scene.labels, answered, limits=limits)
    if len(found.u):
        completed = _each(partial(_completed, scene, limits, found), range(_completions(found)), done)
    else:
        completed = [none]
    bound = bounded(scene.graph, answered, limits=limits)
    told = {}
    for figure in FIGURES:
        values = np.array([one[figure] for one in completed])
        low, high = quantiles(values)
        told[figure] = {
            "observed": _counted(figure, observed),
            "none": _counted(figure, none),
            "all": _counted(figure, every),
            "low": low,
            "high": high,
            "smoothed": figure in SMOOTHED,
            "bounds": figure in bound,
            "undefined": int(np.isnan(values).sum()),
        }
    return told


def _counted(figure: str, figures: Mapping[str, float]) -> float | int:
    """The figure of one graph; a count as a whole number."""
    value = figures[figure]
    return int(value) if figure in COUNTS and np.isfinite(value) else value


def _completed(scene: Scene, limits: Limits, found: Filling, draw: int) -> dict[str, float]:
    return whole(completion(found, scene.seed, draw), scene.labels, limits=limits)


def _made(scene: Scene, found: Filling) -> dict[str, Any]:
    """How the completions were made: how many, by which rates, over how many pairs; or why there are none."""
    why = None
    if scene.answered is None:
        why = "no survey"
    elif not len(found.u):
        why = "nothing missing"
    elif not found.possible:
        why = "too few answers"
    between = int(found.start[-1] - found.start[-2])
    return {
        "draws": 0 if why else DRAWS,
        "why": why,
        "reports": scene.reported is not None,
        "pairs": {"neither_answered": len(found.u) - between, "one_answered": between},
        "rate": found.rate,
        "one_sided": found.one_sided,
    }


def _robustness(scene: Scene, done: Done) -> dict[str, Any]:
    """How figures and rankings hold when a share of the actors, or of the ties, is taken away at random.

    Per share, over all draws: each of ``figures``, and for ``degree`` and ``betweenness`` the rank correlation
    ``spearman`` and the part of the top ten that is the same (``top_ten``), as mean, low and high; ``central``: of the
    central actors that are still there, the part that is still central, in all and actor by actor (``each``).
    """
    draws = draws_for(scene.graph.n)
    return {"draws": draws, **{what: [_thinned(scene, what, share, draws, done) for share in SHARES] for what in TAKEN}}


def _thinned(scene: Scene, what: Taken, share: float, draws: int, done: Done) -> dict[str, Any]:
    count = scene.graph.n if what == "actors" else scene.graph.m
    held = _each(partial(_less, scene, what, share), range(draws), done)
    return {
        "share": share,
        "taken": taken_number(count, share),
        "figures": {figure: _spread(one.figures[figure] for one in held) for figure in FIGURES},
        **{
            by: {
                "spearman": _spread(one.spearman[by] for one in held),
                "top_ten": _spread(one.top[by] for one in held),
            }
            for by in ("degree", "betweenness")
        },
        "central": _stay(scene, held),
    }


def _less(scene: Scene, what: Taken, share: float, draw: int) -> Held:
    return less(
        scene.graph,
        scene.labels,
        what,
        share,
        draw,
        answered=scene.answered,
        seed=scene.seed,
        ids=scene.ids,
        limits=limits_of(scene),
    )


def _stay(scene: Scene, held: Sequence[Held]) -> dict[str, Any]:
    """Which part of the central actors that are still there is still central: in all, and one by one."""
    there = np.array([one.remains & scene.top for one in held]).sum(axis=0)
    still = np.array([one.central & scene.top for one in held]).sum(axis=0)
    return {
        "stay": _part(int(still.sum()), int(there.sum())),
        "each": [
            {"id": scene.ids[i], "stay": _part(int(still[i]), int(there[i]))}
            for i in np.flatnonzero(scene.top).tolist()
        ],
    }


def _part(part: int, of: int) -> float:
    return part / of if of else float("nan")


def _spread(values: Iterable[float]) -> dict[str, float]:
    known = np.array([value for value in values if np.isfinite(value)])
    low, high = quantiles(known)
    return {"mean": float(known.mean()) if len(known) else float("nan"), "low": low, "high": high}


def _each(work: Callable[[int], T], draws: Iterable[int], done: Done) -> list[T]:
    """The answers of all draws in their order; each has random numbers of its own, so any number of threads will do."""
    from concurrent.futures import ThreadPoolExecutor

    answers = []
    with ThreadPoolExecutor(cores()) as pool:
        for answer in pool.map(work, draws):
            answers.append(answer)
            done()
    return answers
