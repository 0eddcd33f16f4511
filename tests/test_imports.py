"""What a command has loaded when it ends: the start is quick only as long as heavy libraries stay out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.material import ROOT

OUTPUTS = {"pyvis", "IPython", "rich", "matplotlib", "jinja2", "openpyxl", "xlsxwriter", "babel"}
NOT_FOR_FIGURES = {"pandas", "networkx", "scipy", *OUTPUTS}
ALL_HEAVY = {"numpy", "numba", "graspologic_native", "pydantic", "python_calamine", *NOT_FOR_FIGURES}

# Runs the command in this process, then tells which libraries it has loaded, whatever its exit status.
WATCHED = """
import json, sys
from pathlib import Path
from actor_graph.cli import group
from actor_graph.cli.safely import safely
note = sys.argv.pop(1)
sys.argv[0] = "actor-graph"
status = safely(group)
loaded = sorted({name.split(".")[0] for name, module in sys.modules.items() if module is not None})
Path(note).write_text(json.dumps(loaded))
sys.exit(status)
"""


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str, tmp_path: Path) -> None:
    assert not loaded(tmp_path, option) & ALL_HEAVY


def test_the_package_alone_loads_nothing_heavy() -> None:
    code = "import sys, actor_graph; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert not set(done.stdout.split()) & ALL_HEAVY


def test_the_figures_load_no_library_that_they_do_without(tmp_path: Path) -> None:
    has = loaded(tmp_path, "analyze", str(city(tmp_path)), "--json")
    assert {"numpy", "graspologic_native"} <= has
    assert not has & NOT_FOR_FIGURES


def test_the_state_of_a_survey_loads_no_engine(tmp_path: Path) -> None:
    has = loaded(tmp_path, "check", str(city(tmp_path)), "--json")
    assert "numpy" in has
    assert not has & {"numba", "graspologic_native", *NOT_FOR_FIGURES}


def city(folder: Path) -> Path:
    """A small city of two tables."""
    place = folder / "city"
    place.mkdir()
    actors = "".join(f"{i},A{i},t{i % 2}\n" for i in range(9))
    ties = "".join(f"{i},{(i * 2 + 1) % 8}\n" for i in range(6))
    place.joinpath("actors.csv").write_text(f"id,name,type\n{actors}", "utf-8")
    place.joinpath("ties.csv").write_text(f"source,target\n{ties}", "utf-8")
    return place


def loaded(folder: Path, *words: str) -> set[str]:
    """The top-level modules that the command has loaded when it ends."""
    note = folder / "loaded.json"
    command = [sys.executable, "-c", WATCHED, str(note), *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment())
    assert done.returncode == 0, done.stderr
    return set(json.loads(note.read_text()))


def environment() -> dict[str, str]:
    """The variables of this run, with the tree's own package in front."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
