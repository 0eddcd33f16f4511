"""Tell people at the terminal what takes long, once it has taken a second."""

from __future__ import annotations

import sys
import time
from threading import Lock, Timer
from types import TracebackType

from actor_graph.words import Language, say
from actor_graph.words.numbers import number

PATIENCE = 1.0
ON_A_SCREEN = 0.5
"""Seconds between two changes of the line on a screen."""
MINUTE, HOUR = 60, 3600


class Patience:
    """Says on stderr which step runs, from the moment that a second has passed; on a screen how far its draws are, too.

    Used as ``with Patience(language) as at: …; at("paths"); at.how_far(3, 10, 12.5)``.
    """

    def __init__(self, language: Language) -> None:
        self._language, self._step, self._lock, self._late = language, "start", Lock(), False
        self._timer = Timer(PATIENCE, self._speak)
        self._timer.daemon = True
        self._on_screen, self._written, self._last = sys.stderr.isatty(), False, 0.0

    def __enter__(self) -> Patience:
        from actor_graph.measures.kernels import announcing, compiled

        announcing.on_first_use, compiled.hide_scipy = self._compiling, True
        announcing.on_not_kept = lambda: self._tell("not_kept")
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._wipe()

    def __call__(self, step: str) -> None:
        """Note the step that begins; say it if a second has passed."""
        with self._lock:
            self._step = step
            if self._late:
                self._tell(step)

    def how_far(self, done: int, of: int, left: float | None) -> None:
        """Show on a screen how many draws of the step are done, and about how long the others take."""
        with self._lock:
            now = time.monotonic()
            if not (self._on_screen and self._late) or now - self._last < ON_A_SCREEN:
                return
            self._last, self._written = now, True
            told = {"done": number(done, self._language), "of": number(of, self._language)}
            line = say("cli.drawn", self._language, **told)
            if left is not None:
                line = say("cli.drawn_left", self._language, **told, left=lasting(left, self._language))
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def _wipe(self) -> None:
        """Take away what is shown of the draws."""
        if self._written:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        self._written = False

    def _speak(self) -> None:
        with self._lock:
            self._late = True
            self._tell(self._step)

    def _compiling(self) -> None:
        self._tell("compiling")

    def _tell(self, step: str) -> None:
        self._wipe()
        print(say(f"cli.step_{step}", self._language), file=sys.stderr, flush=True)


def lasting(seconds: float, language: Language) -> str:
    """A length of time in words, in the unit that people would say it in.

    >>> lasting(40, "en"), lasting(130, "en"), lasting(7300, "de")
    ('about 40 seconds', 'about 2 minutes', 'etwa 2 Stunden')
    """
    if seconds < 1.5 * MINUTE:
        return say("comparison.seconds", language, n=max(1, round(seconds)))
    if seconds < 1.5 * HOUR:
        return say("comparison.minutes", language, n=round(seconds / MINUTE))
    return say("comparison.hours", language, n=round(seconds / HOUR))
