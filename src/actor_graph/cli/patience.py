"""Tell people at the terminal what takes long, once it has taken a second."""

from __future__ import annotations

import sys
from threading import Lock, Timer
from types import TracebackType

from actor_graph.words import Language, say

PATIENCE = 1.0


class Patience:
    """Says on stderr which step runs, from the moment that a second has passed.

    Used as ``with Patience(language) as at: …; at("paths")``.
    """

    def __init__(self, language: Language) -> None:
        self._language, self._step, self._lock, self._late = language, "start", Lock(), False
        self._timer = Timer(PATIENCE, self._speak)
        self._timer.daemon = True

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

    def __call__(self, step: str) -> None:
        """Note the step that begins; say it if a second has passed."""
        with self._lock:
            self._step = step
            if self._late:
                self._tell(step)

    def _speak(self) -> None:
        with self._lock:
            self._late = True
            self._tell(self._step)

    def _compiling(self) -> None:
        self._tell("compiling")

    def _tell(self, step: str) -> None:
        print(say(f"cli.step_{step}", self._language), file=sys.stderr, flush=True)
