"""Many cities at a time: over the cores of this machine, or over many machines by a Dask scheduler.

What goes out is a path and what is asked, what comes back a row of figures: no landscape leaves the machine that reads
it, and the machines of a cluster have to see the files under the same paths. Each row depends on its city alone, so the
numbers are the same however the work is spread.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from actor_graph import __version__
from actor_graph.comparison.asking import Asked
from actor_graph.comparison.city import Beside, Row, city
from actor_graph.comparison.keeping import Kept
from actor_graph.comparison.pace import Pace, Progress
from actor_graph.comparison.paths import Place
from actor_graph.measures.paths import cores
from actor_graph.problems import MissingExtra, RequestError
from actor_graph.words import Language, say

TRIES = 3
"""So often the cities of a worker that was killed are given to others together; then each goes alone."""
Tasks = Mapping[int, Place]
Made = Iterator[tuple[int, Row]]


def spread(
    places: Sequence[Place],
    asked: Asked,
    *,
    language: Language,
    workers: int | None = None,
    scheduler: str | None = None,
    beside: Beside | None = None,
    kept: Kept | None = None,
    progress: Progress = lambda done, of, left: None,
) -> list[Row]:
    """The rows of the cities, in the order of the places.

    Parameters
    ----------
    workers
        How many processes work at a time; default one per core. One works in this process.
    scheduler
        The address of a Dask scheduler that is given the work instead.
    kept
        Where rows that are done are kept, and those of an earlier run are found.
    progress
        Called after each row: how many are done, of how many, and about how many seconds are left.

    Raises
    ------
    MissingExtra
        There is no Dask here.
    RequestError
        The scheduler can't be reached, or is lost on the way.
    """
    rows: dict[int, Row] = {}
    if kept is not None:
        rows = {i: row for i, place in enumerate(places) if (row := kept.found(place)) is not None}
    left = {i: place for i, place in enumerate(places) if i not in rows}
    pace = Pace(len(places), len(rows), progress)
    for i, row in _made(left, asked, beside, workers or cores(), scheduler, language):
        rows[i] = json.loads(json.dumps(row))  # as a kept row would come back
        if kept is not None:
            kept.keep(places[i], rows[i])
        pace.step()
    return [rows[i] for i in range(len(places))]


def _made(
    left: Tasks, asked: Asked, beside: Beside | None, workers: int, scheduler: str | None, language: Language
) -> Made:
    """The rows as they are done, in any order."""
    if not left:
        return
    if scheduler is not None:
        yield from _on_cluster(left, asked, beside, scheduler, language)
    elif workers == 1 or len(left) == 1:
        for i, place in left.items():
            yield i, city(place.path, asked, beside, workers)
    else:
        yield from _on_cores(dict(left), asked, beside, workers, language)


def _on_cores(left: dict[int, Place], asked: Asked, beside: Beside | None, workers: int, language: Language) -> Made:
    """Over processes; the cities of one that was killed are done again, and who kills again and again is a failure."""
    from joblib.externals.loky.process_executor import BrokenProcessPool

    tries = 0
    while left:
        alone = tries >= TRIES
        batch = dict([next(iter(left.items()))]) if alone else dict(left)
        try:
            for i, row in _parallel(batch, asked, beside, workers, backend="loky"):
                left.pop(i)
                yield i, row
        except BrokenProcessPool:
            tries += 1
            if alone:
                (i,) = batch
                left.pop(i)
                yield i, {"why": say("comparison.killed", language)}
        finally:
            _end_processes()


def _on_cluster(left: Tasks, asked: Asked, beside: Beside | None, scheduler: str, language: Language) -> Made:
    """Over the machines of a Dask scheduler, which gives the cities of a worker that was killed to others."""
    with _client(scheduler, language) as config, config:
        try:
            yield from _parallel(left, asked, beside, None, expected=__version__)
        except (OSError, TimeoutError) as lost:
            raise RequestError("comparison.scheduler_lost", language, scheduler=scheduler) from lost


def _parallel(
    tasks: Tasks, asked: Asked, beside: Beside | None, workers: int | None, expected: str | None = None, **options: Any
) -> Made:
    from joblib import Parallel, delayed

    made = Parallel(n_jobs=workers or -1, return_as="generator_unordered", batch_size=1, **options)
    jobs = (delayed(_done)(i, place.path, asked, beside, os.getpid(), expected) for i, place in tasks.items())
    yield from made(jobs)


def _done(i: int, path: str, asked: Asked, beside: Beside | None, parent: int, expected: str | None) -> tuple[int, Row]:
    """One city, in a process of its own; what interrupts the parent is the parent's to heed."""
    if expected is None and os.getpid() != parent:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    if expected not in (None, __version__):
        about = {"here": expected, "there": __version__}
        return i, {"why": say("comparison.other_version", asked.language or "en", **about)}
    return i, city(path, asked, beside)


def _end_processes() -> None:
    """Let no process go on after what it worked for, and leave no folder of theirs behind."""
    from joblib.externals.loky import get_reusable_executor

    executor: Any = get_reusable_executor(reuse=True)
    if hasattr(executor, "terminate"):
        executor.terminate(kill_workers=True)
    else:
        executor.shutdown(wait=False, kill_workers=True)


@contextmanager
def _client(scheduler: str, language: Language) -> Iterator[Any]:
    """A client of the scheduler, and joblib told to work through it."""
    try:
        from joblib import parallel_config

        connected: Any = import_module("distributed").Client
    except ImportError as missing:
        raise MissingExtra("comparison.no_dask", language) from missing
    try:
        client = connected(scheduler, timeout=10, set_as_default=True)
    except (OSError, ValueError, TimeoutError) as refused:
        raise RequestError("comparison.no_scheduler", language, scheduler=scheduler) from refused
    try:
        yield parallel_config("dask")
    finally:
        with suppress(OSError, TimeoutError):
            client.close()
