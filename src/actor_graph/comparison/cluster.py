"""The cluster behind a Dask scheduler: it answers, and all its processes have this program in this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pkgutil import resolve_name
from typing import Any

from actor_graph import __version__
from actor_graph.problems import MissingExtra, RequestError
from actor_graph.words import Language, say

VERSION = "actor_graph:__version__"
TOLD = 5
"""So many processes are named at most."""


@contextmanager
def connected(scheduler: str, language: Language) -> Iterator[Any]:
    """A client of the scheduler.

    Raises
    ------
    MissingExtra
        There is no Dask here.
    RequestError
        The scheduler does not answer, or one of its processes lacks the program or has it in another version.
    """
    try:
        client_of: Any = import_module("distributed").Client
    except ImportError as missing:
        raise MissingExtra("comparison.no_dask", language) from missing
    try:
        client = client_of(scheduler, timeout=10, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as refused:
        raise RequestError("comparison.no_scheduler", language, scheduler=scheduler) from refused
    try:
        _check_versions(client, scheduler, language)
        yield client
    finally:
        with suppress(OSError, TimeoutError):
            client.close()


def _check_versions(client: Any, scheduler: str, language: Language) -> None:
    """Check that the scheduler and its workers can unpack what is sent to them; both import the program for that.

    They are asked by a function of Python's own, which needs nothing of ours. One that does not tell is not blamed.
    """
    found = {say("comparison.the_scheduler", language): _of_scheduler(client)}
    with suppress(OSError, TimeoutError, ValueError):
        found |= client.run(resolve_name, VERSION, on_error="return")
    wrong = {who: there for who, there in found.items() if isinstance(there, (str, ImportError, AttributeError))}
    wrong = {who: there for who, there in wrong.items() if there != __version__}
    if not wrong:
        return
    named = [
        say("comparison.version_there", language, who=who, version=there)
        if isinstance(there, str)
        else say("comparison.nothing_there", language, who=who)
        for who, there in list(wrong.items())[:TOLD]
    ]
    if len(wrong) > TOLD:
        named.append(say("comparison.more_there", language, n=len(wrong) - TOLD))
    about = {"scheduler": scheduler, "here": __version__, "there": "; ".join(named)}
    raise RequestError("comparison.cluster_lacks", language, **about)


def _of_scheduler(client: Any) -> Any:
    """The version that the scheduler has, or what it fails with."""
    try:
        return client.run_on_scheduler(resolve_name, VERSION)
    except (ImportError, AttributeError, OSError, TimeoutError, ValueError) as failed:
        return failed
