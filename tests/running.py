"""The command line as users run it: a process of its own, its exit status, its two streams."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.material import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run ``actor-graph`` with these arguments."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "actor_graph", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "COLUMNS": "120", **environment},
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
