"""The one decorator of all kernels: compiled by numba when first called, then kept for the next run."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

hide_scipy = False
"""Let numba start without importing scipy (0.3 s). Only for a process that compiles nothing else with numba."""

workers: int | None = None
"""How many threads a sweep may use; None: as many as the process has cores. The numbers are the same for any."""

_lock = threading.RLock()


class Kernel(Generic[P, R]):
    """A function that numba compiles when it is first called; numba itself is imported no earlier.

    A kernel calls other kernels by their plain names. It takes and gives arrays and numbers, holds no lock of the
    interpreter while it runs, and raises nothing.
    """

    def __init__(self, function: Callable[P, R]) -> None:
        self.function = function
        self.__name__, self.__doc__ = function.__name__, function.__doc__
        self.sources: frozenset[str] = frozenset()
        self._dispatcher: Callable[P, R] | None = None

    def __repr__(self) -> str:
        return f"Kernel({self.__name__})"

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the compiled function, compiling it first where that is the first time."""
        return self.dispatcher(*args, **kwargs)

    @property
    def dispatcher(self) -> Callable[P, R]:
        """The numba function behind the name, made when first asked for."""
        with _lock:
            if self._dispatcher is None:
                self._dispatcher = self._made()
            return self._dispatcher

    def _made(self) -> Callable[P, R]:
        with _numba_started():
            import numba

            from actor_graph.measures.kernels.kept import KeptCode
        plain = self.function
        assert isinstance(plain, FunctionType)
        known = {name: plain.__globals__[name] for name in plain.__code__.co_names if name in plain.__globals__}
        called = {name: kernel for name, kernel in known.items() if isinstance(kernel, Kernel)}
        known |= {name: kernel.dispatcher for name, kernel in called.items()}
        bound = FunctionType(plain.__code__, known, plain.__name__, plain.__defaults__, plain.__closure__)
        bound.__qualname__, bound.__module__ = plain.__qualname__, plain.__module__
        self.sources = frozenset({plain.__code__.co_filename}.union(*(kernel.sources for kernel in called.values())))
        dispatcher: Any = numba.njit(nogil=True, fastmath=False, boundscheck=False, error_model="numpy")(bound)
        dispatcher._cache = KeptCode(dispatcher.py_func, self.sources)
        made: Callable[P, R] = dispatcher
        return made


def compiled(function: Callable[P, R]) -> Kernel[P, R]:
    """Make a kernel of a function: nopython, without the interpreter's lock, no fastmath, its code kept between runs.

    Give it one set of dtypes (int64 for counts and starts, int32 for places, float64), C-contiguous; every further set
    is compiled anew (1–2 s).
    """
    return Kernel(function)


@contextmanager
def working(threads: int | None) -> Iterator[None]:
    """Let sweeps within use so many threads; None changes nothing."""
    global workers
    before, workers = workers, threads or workers
    try:
        yield
    finally:
        workers = before


@contextmanager
def _numba_started() -> Iterator[None]:
    """Keep scipy out while numba starts, where the process asked for it and scipy is not there yet."""
    hidden = hide_scipy and "numba" not in sys.modules and "scipy" not in sys.modules
    if hidden:
        sys.modules["scipy"] = None  # type: ignore[assignment]
    try:
        yield
        if hidden:
            from numba.core.registry import cpu_target

            cpu_target.target_context.refresh()
            cpu_target.typing_context.refresh()
    finally:
        if hidden:
            del sys.modules["scipy"]
