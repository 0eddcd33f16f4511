"""What holds for every verb."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from actor_graph.cli.safely import safely
from tests.running import run


def test_version_and_help() -> None:
    assert run("--version").out.startswith("actor-graph, version ")
    told = run("--help")
    assert told.status == 0
    assert "analyze" in told.out
    assert "map" in told.out


@pytest.mark.parametrize("arguments", [["--nonsense"], ["analyse"], ["analyze"], ["analyze", "x", "--audience", "all"]])
def test_a_usage_error_is_exit_2_with_nothing_on_stdout(arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = run("analyze", tmp_path / "nowhere", "--language", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "nowhere" in ran.err


@pytest.mark.parametrize(("raised", "status"), [(KeyboardInterrupt(), 130), (ZeroDivisionError("x"), 1)])
def test_interrupts_and_defects_have_their_own_status(
    raised: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def failing() -> None:
        raise raised

    monkeypatch.setattr(sys, "argv", ["actor-graph"])
    assert safely(failing) == status
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    from tests.cli.test_analyze import city

    reading = subprocess.Popen(
        [sys.executable, "-m", "actor_graph", "analyze", str(city(tmp_path))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.close()
    said = reading.stderr.read()
    reading.stderr.close()
    assert b"Traceback" not in said
    assert reading.wait() in (0, -signal.SIGPIPE)
