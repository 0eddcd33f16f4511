"""Many cities at a time: over the cores of this machine, or over many machines by a Dask scheduler.

What goes out is a path and what is asked, what comes back a row of figures: no landscape leaves the machine that reads
it, and the machines of a cluster have to see the files under the same paths. Each row depends on its city alone, so the
numbers are the same however the work is spread.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from actor_graph import __version__
from actor_graph.analysis.pace import HowFar, Pace
from actor_graph.comparison.asking import Asked, Beside
from actor_graph.comparison.city import Row, city
from actor_graph.comparison.cluster import connected
from actor_graph.comparison.keeping import Kept
from actor_graph.comparison.paths import Place
from actor_graph.measures.paths import cores
from actor_graph.problems import RequestError
from actor_graph.words import Language, say

TRIES = 3
"""So often the cities of a worker that was killed are given to others together; then each goes alone."""
Made = Iterator[tuple[int, Row]]


class Task(NamedTuple):
    """A city that is to be worked on, and what else is to be made of it."""

    place: Place
    beside: Beside | None


Tasks = Mapping[int, Task]


def spread(
    places: Sequence[Place],
    asked: Asked,
    *,
    language: Language,
    workers: int | None = None,
    scheduler: str | None = None,
    beside: Beside | None = None,
    besides: int | None = None,
    kept: Kept | None = None,
    progress: HowFar = lambda done, of, left: None,
) -> list[Row]:
    """The rows of the cities, in the order of the places.

    Parameters
    ----------
    workers
        How many processes work at a time; default one per core. One works in this process.
    scheduler
        The address of a Dask scheduler that is given the work instead.
    beside, besides
        What else is made of each city, or of so many of the first places alone.
    kept
        Where rows that are done are kept, and those of an earlier run are found.
    progress
        Called after each row: how many are done, of how many, and about how many seconds are left.

    Raises
    ------
    MissingExtra
        There is no Dask here.
    RequestError
        The scheduler can't be reached, lacks this program, or is lost on the way.
    """
    tasks = [Task(place, beside if besides is None or i < besides else None) for i, place in enumerate(places)]
    rows: dict[int, Row] = {}
    if kept is not None:
        rows = {i: row for i, task in enumerate(tasks) if (row := kept.found(*task)) is not None}
    left = {i: task for i, task in enumerate(tasks) if i not in rows}
    pace = Pace(len(places), len(rows), progress, 1 if scheduler else workers or cores())
    for i, row in _made(left, asked, workers or cores(), scheduler, language):
        rows[i] = json.loads(json.dumps(row))  # as a kept row would come back
        if kept is not None:
            kept.keep(*tasks[i], rows[i])
        pace.step()
    return [rows[i] for i in range(len(places))]


def _made(left: Tasks, asked: Asked, workers: int, scheduler: str | None, language: Language) -> Made:
    """The rows as they are done, in any order."""
    if not left:
        return
    if scheduler is not None:
        yield from _on_cluster(left, asked, scheduler, language)
    elif workers == 1 or len(left) == 1:
        for i, task in left.items():
            yield i, city(task.place.path, asked, task.beside, workers)
    else:
        yield from _on_cores(dict(left), asked, workers, language)


def _on_cores(left: dict[int, Task], asked: Asked, workers: int, language: Language) -> Made:
    """Over processes of this machine."""
    from joblib.externals.loky.process_executor import BrokenProcessPool

    def run(batch: Tasks) -> Made:
        try:
            yield from _parallel(batch, asked, workers)
        finally:
            _end_processes()

    yield from _all_done(left, run, BrokenProcessPool, 2 * workers, language)


def _on_cluster(left: Tasks, asked: Asked, scheduler: str, language: Language) -> Made:
    """Over the machines of a Dask scheduler, which itself gives the cities of a worker that was killed to others.

    Its own client does this, not joblib's backend for Dask: that one waits for ever for a city that the scheduler has
    given up after it ended several workers. What the scheduler has given up goes out once more, each alone.
    """
    with connected(scheduler, language) as client:
        completed: Any = import_module("distributed").as_completed

        def submitted(i: int) -> Any:
            place, beside = left[i]
            return client.submit(_done, i, place.path, asked, beside, os.getpid(), __version__, pure=False)

        try:
            sent, given_up = {submitted(i): i for i in left}, []
            for future in completed(list(sent), loop=client.loop):
                if _is_given_up(future):
                    given_up.append(sent[future])  # or one that was on its way to the same worker
                else:
                    yield _came_back(future, sent[future], language)
            for i in given_up:
                future = submitted(i)
                future.exception()
                yield _came_back(future, i, language)
        except (OSError, TimeoutError) as lost:
            raise RequestError("comparison.scheduler_lost", language, scheduler=scheduler) from lost


def _is_given_up(future: Any) -> bool:
    return future.status == "error" and type(future.exception()).__name__ == "KilledWorker"


def _came_back(future: Any, i: int, language: Language) -> tuple[int, Row]:
    """The row of a city; who ended one worker after another is a failure."""
    if future.status == "finished":
        made: tuple[int, Row] = future.result()
        return made
    if future.status != "error":
        raise OSError("the scheduler has cancelled what it was given")
    if _is_given_up(future):
        return i, {"why": say("comparison.killed", language)}
    return i, {"why": say("comparison.defect", language, about=type(future.exception()).__name__)}


def _all_done(
    left: dict[int, Task],
    run: Callable[[Tasks], Made],
    killed: type[Exception],
    flying: int,
    language: Language,
) -> Made:
    """Do them all, whoever is killed: what is left goes out again, up to three times.

    Then the first ones go alone, of whom so many can have been under way (``flying``): who kills its worker again is a
    failure, and the rest goes on together.
    """
    tries = 0
    while left:
        suspects = [{i: left[i]} for i in list(left)[:flying]] if tries == TRIES else []
        tries %= TRIES
        for batch in suspects or [dict(left)]:
            try:
                for i, row in run(batch):
                    left.pop(i)
                    yield i, row
            except killed:
                tries += not suspects
                if suspects:
                    (i,) = batch
                    left.pop(i)
                    yield i, {"why": say("comparison.killed", language)}


def _parallel(tasks: Tasks, asked: Asked, workers: int) -> Made:
    from joblib import Parallel, delayed

    made = Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1, backend="loky")
    yield from made(
        delayed(_done)(i, place.path, asked, beside, os.getpid(), None) for i, (place, beside) in tasks.items()
    )


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
