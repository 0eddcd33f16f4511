"""What ends the process that works on a city, from outside as it were: asked for through the environment."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from actor_graph.analysis import Analysis

ONCE, ALWAYS = "TEST_KILLS_ONCE", "TEST_KILLS_ALWAYS"
"""A folder in which is noted that it was done; the name of the city whose process never ends well."""
CITY = "city2"


def kill(analysis: Analysis) -> str:
    """End this process while the city is worked on, the first time or every time; else give its name."""
    name = analysis.request.landscape.name
    if os.environ.get(ALWAYS) == name:
        os.kill(os.getpid(), signal.SIGKILL)
    if name == CITY and (folder := os.environ.get(ONCE)):
        note = Path(folder) / "killed"
        if not note.exists():
            note.write_text(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGKILL)
    return name
