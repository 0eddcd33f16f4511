"""What holds for every verb."""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from actor_graph.cli.safely import safely
from actor_graph.words import say
from tests.cli.test_analyze import city
from tests.material import ROOT
from tests.running import run_alone as run


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


FULL = Path("/dev/full")


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


def closing(stream: int, *arguments: str | Path) -> tuple[int, str]:
    """The status and what is said where one of the streams is closed from the start."""
    start = f"import os, sys; os.close({stream}); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    command = [sys.executable, "-c", start, "-W", "error", "-m", "actor_graph", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return done.returncode, done.stdout if stream == 2 else done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["analyze", "CITY"], ["analyze", "CITY", "--json"]])
def test_what_can_not_be_shown_is_said(arguments: list[str], tmp_path: Path) -> None:
    status, said = closing(1, *(city(tmp_path) if word == "CITY" else word for word in arguments))
    assert status == 2
    assert said.splitlines()[-1] == say("cli.unheard", "en")
    assert "Traceback" not in said
    assert "Exception" not in said


def test_who_shows_nothing_needs_no_output(tmp_path: Path) -> None:
    status, said = closing(1, "map", city(tmp_path), "-o", tmp_path / "map.html")
    assert status == 0, said
    assert (tmp_path / "map.html").read_bytes().startswith(b"<!DOCTYPE html>")
    status, shown = closing(2, "analyze", city(tmp_path), "--json", "--draws", "9")
    assert status == 0
    assert shown.startswith('{"schema"')


@pytest.mark.parametrize("arguments", [["--help"], ["analyze", "CITY", "--json"]])
def test_a_full_disk_is_no_defect(arguments: list[str], tmp_path: Path) -> None:
    """The device is Linux's own; elsewhere a file opened for reading alone stands for it."""
    words = [str(city(tmp_path)) if word == "CITY" else word for word in arguments]
    place, mode = (FULL, "r+b") if FULL.exists() else (Path(__file__), "rb")
    with place.open(mode) as full:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "actor_graph", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode().splitlines()[-1]) == (2, say("cli.unheard", "en"))


def test_an_interrupt_while_the_program_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        """A finder of modules during which somebody presses Ctrl and C."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "actor_graph.cli":
                raise KeyboardInterrupt

    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "actor_graph.cli")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("actor_graph", run_name="__main__")
    assert ended.value.code == 130


@pytest.mark.parametrize(
    "arguments",
    [["analyze", ""], *(["map", "CITY", option, ""] for option in ("-o", "--scheme", "--positions")),
     ["analyze", "CITY", "-o", ""]],
)  # fmt: skip
def test_an_empty_name_does_not_mean_the_folder_at_hand(arguments: list[str], tmp_path: Path) -> None:
    city(tmp_path)
    ran = run(*("stadt" if word == "CITY" else word for word in arguments), cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert say("cli.empty", "en") in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["stadt"]


@pytest.mark.parametrize(("first", "orderly"), [("import joblib", True), ("pass", False)])
def test_the_locks_that_processes_shared_are_given_back_at_the_end(first: str, orderly: bool) -> None:
    """They are given back by what is registered for the end of the interpreter, which a short run goes without."""
    code = f"""
import atexit, sys
{first}
from actor_graph.cli import main
atexit.register(print, "orderly", flush=True)
sys.argv = ["actor-graph", "compare"]
main()
"""
    paths = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=paths)
    assert done.returncode == 2
    assert ("orderly" in done.stdout) is orderly
