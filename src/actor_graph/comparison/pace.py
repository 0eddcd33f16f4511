"""How far a long run is, and how long the rest may take."""

from __future__ import annotations

import time
from collections.abc import Callable

Progress = Callable[[int, int, float | None], None]
"""Told how many are done, of how many, and about how many seconds are left (None before anything is known)."""


class Pace:
    """Counts what is done of ``of``; what was done ``before`` says nothing about how long one takes."""

    def __init__(self, of: int, before: int, progress: Progress) -> None:
        self._of, self._before, self._done, self._progress = of, before, before, progress
        self._start = time.monotonic()
        if before < of:
            progress(before, of, None)

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        each = (time.monotonic() - self._start) / (self._done - self._before)
        self._progress(self._done, self._of, each * (self._of - self._done))
