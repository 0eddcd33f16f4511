"""The command line as users run it: its exit status and its two streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from secrets import token_bytes
from unittest.mock import patch

from actor_graph.cli import group
from actor_graph.cli.safely import safely
from actor_graph.measures.kernels import announcing, compiled
from actor_graph.privacy import pseudonyms
from tests.material import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run ``actor-graph`` with these arguments in this process, which has loaded it before.

    All but the start and the end of a process is as in ``run_alone``; it takes a quarter of the time.
    """
    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with _like_a_process(arguments, cwd, environment), redirect_stdout(out), redirect_stderr(err):
        status = safely(group)
    return Ran(status, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))  # type: ignore[attr-defined]


@contextmanager
def _like_a_process(arguments: tuple[str | Path, ...], cwd: Path | None, environment: dict[str, str]) -> Iterator[None]:
    """Its arguments, folder, environment and secret are its own, and what it sets for itself ends with it."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(sys, "argv", ["actor-graph", *map(str, arguments)]))
        stack.enter_context(patch.dict(os.environ, {"COLUMNS": "120", **environment}))
        stack.enter_context(chdir(cwd or Path.cwd()))
        stack.enter_context(patch.object(pseudonyms, "_SECRET", token_bytes(32)))
        for module, name in ((announcing, "on_first_use"), (announcing, "on_not_kept"), (compiled, "hide_scipy")):
            stack.enter_context(patch.object(module, name, getattr(module, name)))
        yield


def run_alone(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run ``actor-graph`` with these arguments in a process of its own, in which a warning is an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "actor_graph", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "COLUMNS": "120", **environment},
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
