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

    >>> told = []
    >>> pace = Pace(4, 0, lambda done, of, left: told.append((done, of)))
    >>> pace.step(), pace.step(2), pace.step(-3)
    (None, None, None)
    >>> told
    [(0, 4), (1, 4), (3, 4), (0, 4)]
    """

    def __init__(self, of: int, before: int, told: HowFar) -> None:
        self._of, self._before, self._done, self._told, self._lock = of, before, before, told, Lock()
        self._start = time.monotonic()
        if before < of:
            told(before, of, None)

    def step(self, more: int = 1) -> None:
        """One more is done, or so many; fewer than none where some have to be done again."""
        with self._lock:
            self._done += more
            new = self._done - self._before
            left = (time.monotonic() - self._start) / new * (self._of - self._done) if new > 0 else None
            self._told(self._done, self._of, left)
