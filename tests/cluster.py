"""A Dask scheduler and workers as a cluster has them: a process each, on this machine, where Dask is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.material import ROOT

Cluster = Callable[..., AbstractContextManager[str]]


def available() -> bool:
    """Whether Dask is installed here."""
    return find_spec("distributed") is not None


@pytest.fixture
def dask_cluster() -> Cluster:
    """What starts a scheduler and so many workers, and gives the scheduler's address."""
    return _running


@contextmanager
def _running(where: Path, *, workers: int, instead: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """``instead``: for ``scheduler`` or ``worker``, what they find first in the place of this program."""
    with ExitStack() as stack:
        asked = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--idle-timeout", "300"]
        process = stack.enter_context(_process(where, asked, instead.get("scheduler")))
        assert process.stderr is not None
        address = next(line.split()[-1] for line in process.stderr if "Scheduler at:" in line)
        for _ in range(workers):
            asked = ["worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "30"]
            worker = stack.enter_context(_process(where, asked, instead.get("worker")))
            assert worker.stderr is not None
            next(line for line in worker.stderr if "Registered to:" in line)
        yield address


@contextmanager
def _process(where: Path, arguments: list[str], instead: str | None) -> Iterator[subprocess.Popen[str]]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    if instead is not None:
        other = where / f"in place of {arguments[0]}"
        other.mkdir(exist_ok=True)
        (other / "actor_graph.py").write_text(instead, "utf-8")
        paths = str(other)
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=where,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
