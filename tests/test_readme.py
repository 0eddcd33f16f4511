"""The README's commands run, and what it shows as their answer is what they answer."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.material import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CHORES = ("python3 ", "pip ")
RUN = "from actor_graph.cli import main; main()"


def shown() -> list[tuple[str, str]]:
    """Each command of a console block, with the answer shown under it."""
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    found = [part.partition("\n") for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, answer.strip("\n")) for command, _, answer in found]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, where the commands may leave their files."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


@pytest.mark.parametrize(("command", "answer"), [pair for pair in shown() if not pair[0].startswith(CHORES)])
def test_a_command_of_the_readme_runs_and_answers_as_shown(command: str, answer: str, place: Path) -> None:
    program, *words = shlex.split(command, comments=True)
    assert program == "actor-graph"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "COLUMNS": "120"}
    run = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(run, cwd=place, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    if answer:
        assert answer in done.stdout.replace("\r\n", "\n")


def test_the_readme_names_the_two_commands_that_matter() -> None:
    commands = [command for command, _ in shown()]
    assert "python3 tasks.py demo" in commands
    assert any(command.startswith("actor-graph analyze examples/") for command in commands)
    assert "python3 tasks.py test" in README


def test_every_file_that_the_readme_links_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
