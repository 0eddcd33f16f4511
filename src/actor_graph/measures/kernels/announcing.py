"""What is said when kernels have to be compiled, or cannot be kept: by hooks that a program may set."""

from __future__ import annotations

import logging
from collections.abc import Callable

on_first_use: Callable[[], None] | None = None
"""Called once per process, right before the first compilation, if nothing kept from an earlier run can be used."""

on_not_kept: Callable[[], None] | None = None
"""Called once per process where no folder can keep the compiled code; without it the log says so."""


def announce_compilation() -> None:
    """Say, once, that the kernels are about to be compiled (the hook ``on_first_use``)."""
    global on_first_use
    said, on_first_use = on_first_use, None
    if said is not None:
        said()


def announce_not_kept() -> None:
    """Say that compiled code can't be kept on this machine, by the hook ``on_not_kept`` or else by the log."""
    if on_not_kept is not None:
        on_not_kept()
    else:
        logging.getLogger("actor_graph").warning(
            "The fast routines cannot be kept on this machine (no folder to write to), so they are prepared anew in "
            "every run, about 15 seconds. Set XDG_CACHE_HOME to a folder of your own that can be written to."
        )
