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

# The folder `broken`: a name that nobody has, and a word that is no step of the scale.
BROKEN = {
    "landscape.yaml": "name: Beispielstadt\nscheme: migration-development\n",
    "actors.csv": "Name;Art\nWeltladen;Weltladen\nAfrika-Forum;Migrantenorganisation\nRathaus;Verwaltung\n",
    "ties.csv": "von;nach;Intensität\nWeltladen;Afrika-Forun;regelmäßig\nRathaus;Weltladen;ziemlich fest\n",
}


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def shown() -> list[tuple[str, str]]:
    """Each command of a console block, with the answer shown under it."""
    parts = [part for block in blocks("console") for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, answer.strip("\n")) for command, _, answer in (part.partition("\n") for part in parts)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and a broken landscape, where the commands may leave their files."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", folder / "examples")
    folder.joinpath("broken").mkdir()
    for name, text in BROKEN.items():
        folder.joinpath("broken", name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(("command", "answer"), [pair for pair in shown() if not pair[0].startswith(CHORES)])
def test_a_command_of_the_readme_runs_and_answers_as_shown(command: str, answer: str, place: Path) -> None:
    program, *words = shlex.split(command, comments=True)
    assert program == "actor-graph"
    done = run(place, "-m", "actor_graph", *words)
    assert done.returncode == (2 if answer.startswith(("Fehler", "Error")) else 0), done.stderr
    says = iter([line.rstrip() for line in (done.stdout + done.stderr).splitlines()])
    for line in answer.splitlines():
        if line != "…":
            assert any(stands(line, said) for said in says), f"not said, or not in this order: {line}"


def test_the_python_of_the_readme_runs(place: Path) -> None:
    done = run(place, "-W", "error", "-c", "\n".join(blocks("python")))
    assert (done.returncode, done.stderr) == (0, "")
    assert place.joinpath("map.html").is_file()


def test_the_readme_names_the_two_commands_that_matter() -> None:
    commands = [command for command, _ in shown()]
    assert {"python3 tasks.py demo", "python3 tasks.py test"} <= set(commands)
    assert any(command.startswith("actor-graph analyze examples/") for command in commands)


def test_every_file_that_the_readme_links_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


def stands(shown: str, said: str) -> bool:
    """Whether a line is the one that is shown; a line that ends in … is its beginning."""
    return said.startswith(shown.removesuffix("…").rstrip()) if shown.endswith("…") else said == shown.rstrip()


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python with these words, as wide as a terminal mostly is."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "COLUMNS": "80", "NO_COLOR": "1"}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, encoding="utf-8")
