"""Tell people at the terminal how far a long run over many cities is, and how long the rest may take."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from actor_graph.cli.patience import ON_A_SCREEN, PATIENCE, Patience, lasting
from actor_graph.words import Language, say

EVERY = 10.0
"""Seconds between two lines in a log."""


class Lasting:
    """Says on stderr how many are done and about how long the rest takes; if interrupted, that what is done is kept.

    Used as ``with Lasting(language) as pace: …; pace(3, 10, 12.5)``.
    """

    def __init__(self, language: Language) -> None:
        self._language, self._last, self._done, self._written = language, time.monotonic() + PATIENCE, 0, False
        self._on_screen = sys.stderr.isatty()
        self._every = ON_A_SCREEN if self._on_screen else EVERY
        self._patience = Patience(language)

    def __enter__(self) -> Lasting:
        self._patience.__enter__()
        self._last = time.monotonic() + PATIENCE - self._every
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._patience.__exit__(kind, error, trace)
        if self._on_screen and self._written:
            print(file=sys.stderr, flush=True)
        if kind is KeyboardInterrupt and self._done:
            print(say("comparison.interrupted", self._language, n=self._done), file=sys.stderr, flush=True)

    def __call__(self, done: int, of: int, left: float | None) -> None:
        """Note how many are done; say it if some time has passed since it was said."""
        self._done = done
        now = time.monotonic()
        if now - self._last < self._every or of < 2:
            return
        self._last, self._written = now, True
        told = {"done": done, "of": of}
        line = say("comparison.progress", self._language, **told)
        if left:
            line = say("comparison.progress_left", self._language, **told, left=lasting(left, self._language))
        print(
            f"\r\x1b[K{line}" if self._on_screen else line,
            end="" if self._on_screen else "\n",
            file=sys.stderr,
            flush=True,
        )
