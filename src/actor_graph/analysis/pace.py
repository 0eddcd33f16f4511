"""How far long work is, and how long the rest may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

HowFar = Callable[[int, int, float | None], None]
"""Told how many are done, of how many, and about how many seconds are left (None before anything is known)."""


def nobody_asks(done: int, of: int, left: float | None) -> None:
    """Tell nobody how far it is."""


class Pace:
    """Counts what is done of ``of``, in any thread; what was done ``before`` says nothing about how long one takes.

    Nor do the first ones, which are under way ``together`` and wait for all that is started once: how long the rest
    takes is told by those that come after them.

    >>> told = []
    >>> pace = Pace(4, 0, lambda done, of, left: told.append((done, of)))
    >>> pace.step(), pace.step(2), pace.step(-3)
    (None, None, None)
    >>> told
    [(0, 4), (1, 4), (3, 4), (0, 4)]
    """

    def __init__(self, of: int, before: int, told: HowFar, together: int = 1) -> None:
        self._of, self._done, self._told, self._lock = of, before, told, Lock()
        self._known_from = before + together
        self._first: tuple[float, int] | None = None
        if before < of:
            told(before, of, None)

    def step(self, more: int = 1) -> None:
        """One more is done, or so many; fewer than none where some have to be done again."""
        with self._lock:
            self._done += more
            self._told(self._done, self._of, self._left(time.monotonic()))

    def _left(self, now: float) -> float | None:
        """About how many seconds are left, by those that have come since the first."""
        if self._first is None:
            self._first = now, self._done
        since, first = self._first
        if self._done <= max(first, self._known_from):
            return None
        return (now - since) / (self._done - first) * (self._of - self._done)
