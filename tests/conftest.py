"""What all tests share, and the list of what could not be tested here, at the end of every run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import browser as browsers
from tests import cluster as clusters
from tests import office as offices
from tests.browser import browser, page
from tests.cluster import dask_cluster
from tests.material import SHARED
from tests.office import office

__all__ = ["browser", "dask_cluster", "office", "page"]

NO_BROWSER = (
    "what is seen in a browser (no Chromium, Chrome or Edge starts here, set CHROMIUM to the path of one; "
    "or Playwright itself lacks a library of the system, mostly libatomic)"
)
NO_OFFICE = "what LibreOffice makes of workbooks and letters (no soffice here)"
NO_DASK = "what a Dask scheduler spreads over its workers (no Dask here: the extra “dask”)"
NO_SHARED = "../shared is not here: what compares with its published networks and documents did not run"
ABSENT = pytest.StashKey[Counter[str]]()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published networks beside the project; without it these tests are left out."""
    assert SHARED is not None
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this machine has no means for, and count it."""
    lacking = {item: why for item in items if (why := lacks(item))}
    config.stash[ABSENT] = Counter(lacking.values())
    if lacking:
        config.hook.pytest_deselected(items=list(lacking))
        items[:] = [item for item in items if item not in lacking]


def lacks(item: pytest.Item) -> str | None:
    """What this test needs and this machine does not have."""
    wanted = getattr(item, "fixturenames", ())
    if "browser" in wanted and not browsers.available():
        return NO_BROWSER
    if "office" in wanted and not offices.available():
        return NO_OFFICE
    if "dask_cluster" in wanted and not clusters.available():
        return NO_DASK
    if SHARED is None and ("shared" in wanted or has_nothing_to_run_on(item)):
        return NO_SHARED
    return None


def has_nothing_to_run_on(item: pytest.Item) -> bool:
    """Whether the list of networks that the test runs over is empty."""
    return any("empty parameter set" in str(mark.kwargs.get("reason")) for mark in item.iter_markers("skip"))


def failing(config: pytest.Config) -> bool:
    """Whether something could not be tested where everything has to be (with ``CI=true``)."""
    return os.environ.get("CI", "").lower() in ("true", "1") and NO_BROWSER in config.stash.get(ABSENT, Counter())


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Turn what could not be tested into a failure where ``CI=true``; one of several processes tells the first."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["absent"] = dict(session.config.stash.get(ABSENT, Counter()))
    if failing(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    yield


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a process of its own could not test; each of them has looked at all tests."""
    node.config.stash[ABSENT] = Counter(getattr(node, "workeroutput", {}).get("absent", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name what could not be tested here."""
    for what, tests in sorted(config.stash.get(ABSENT, Counter()).items()):
        if what == NO_SHARED:
            terminalreporter.write_line(f"{what} ({tests} tests)", yellow=True)
        else:
            terminalreporter.write_line(f"not tested here: {what} ({tests} tests)", red=failing(config), yellow=True)
