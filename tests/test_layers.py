"""The layer plan of pyproject.toml holds, covers every part of the package, and would be noticed when broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.material import ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_each_stage_imports_only_what_lies_below_it() -> None:
    checked = lint(ROOT / "src")
    assert checked.returncode == 0, checked.stdout


UPWARD = "{} is not allowed to import {}"


@pytest.mark.parametrize(
    ("file", "line", "named"),
    [
        (
            "measures/networking.py",
            "from actor_graph import landscape",
            UPWARD.format("actor_graph.measures", "actor_graph.landscape"),
        ),
        (
            "words/visible.py",
            "def later():\n    import actor_graph.problems",
            UPWARD.format("actor_graph.words", "actor_graph.problems"),
        ),
        ("helpers.py", "", "helpers"),
    ],
    ids=["upward", "upward inside a function", "outside the plan"],
)
def test_what_breaks_the_plan_is_noticed(tmp_path: Path, file: str, line: str, named: str) -> None:
    package = tmp_path / "actor_graph"
    shutil.copytree(ROOT / "src" / "actor_graph", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    checked = lint(tmp_path)
    assert checked.returncode == 1
    assert named in " ".join(checked.stdout.split())


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter with the project's contracts on the package in this folder."""
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8")
