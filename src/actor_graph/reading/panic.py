"""What a library says by itself, past Python, when it fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STDERR = 2


@contextmanager
def unheard() -> Iterator[None]:
    """Let nothing be said on the error stream of the process, as libraries in Rust do before their error arrives.

    What Python itself has to say goes nowhere meanwhile too, so this is for short steps. Where the process has no
    error stream, there is nothing to do.
    """
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    try:
        kept = os.dup(_STDERR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)
