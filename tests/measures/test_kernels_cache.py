"""Compiled kernels kept between runs: each test starts processes of its own with an empty home."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

RUN = """
import sys
import numpy as np
from actor_graph.measures import cohesion
from actor_graph.measures.graph import Graph
from actor_graph.measures.kernels import announcing, compiled
assert "numba" not in sys.modules, "numba before the first kernel"
announcing.on_first_use = lambda: print("preparing", flush=True)
if "hide" in sys.argv: compiled.hide_scipy = True
triangle = Graph.from_ties(3, np.array([0, 1, 2]), np.array([1, 2, 0]))
print(cohesion.core(triangle).tolist(), "scipy.linalg" in sys.modules)
"""


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One process that uses one kernel."""
    kept = {key: value for key, value in os.environ.items() if key not in ("XDG_CACHE_HOME", "TMPDIR")}
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env=kept | {"HOME": str(home), "TMPDIR": str(home), "LOCALAPPDATA": str(home)} | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )


def folders(home: Path) -> list[Path]:
    return [path for path in home.rglob("kernels-*") if path.is_dir()]


def test_the_second_run_does_not_compile(tmp_path: Path) -> None:
    first, second = run(tmp_path), run(tmp_path)
    assert first.stdout.startswith("preparing\n[2, 2, 2]")
    assert second.stdout.startswith("[2, 2, 2]")
    assert (first.stderr, second.stderr) == ("", "")


def test_the_folder_is_private_and_named_after_all_it_depends_on(tmp_path: Path) -> None:
    run(tmp_path)
    (folder,) = folders(tmp_path)
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert folder.parent.name == "actor-graph"
    assert "numba" in folder.name


def test_a_damaged_cache_is_compiled_anew(tmp_path: Path) -> None:
    run(tmp_path)
    (folder,) = folders(tmp_path)
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:100] if file.suffix == ".nbc" else file.read_bytes())
    again = run(tmp_path)
    assert again.stdout.startswith("preparing\n[2, 2, 2]")
    assert again.stderr == ""
    assert run(tmp_path).stdout.startswith("[2, 2, 2]")


def test_without_a_home_to_write_to_a_private_temporary_folder_serves(tmp_path: Path) -> None:
    home, temporary = tmp_path / "file", tmp_path / "temporary"
    home.write_text("not a folder")
    temporary.mkdir()
    assert run(home, TMPDIR=str(temporary)).stdout.startswith("preparing\n[2, 2, 2]")
    (folder,) = folders(temporary)
    assert folder.parent.name.startswith("actor-graph-")
    assert run(home, TMPDIR=str(temporary)).stdout.startswith("[2, 2, 2]")


def test_without_any_folder_it_works_and_says_so_once(tmp_path: Path) -> None:
    home, script = tmp_path / "file", "import tempfile; tempfile.tempdir = {!r}\n"
    home.write_text("not a folder")
    environment = os.environ | {"HOME": str(home), "LOCALAPPDATA": str(home), "XDG_CACHE_HOME": ""}
    answer = subprocess.run(
        [sys.executable, "-c", script.format(str(home)) + RUN + "cohesion.component_count(Graph.from_ties(1, [], []))"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert answer.stdout.startswith("preparing\n[2, 2, 2]")
    assert answer.stderr.count("cannot be kept") == answer.stderr.count("\n") == 1


def test_scipy_stays_out_where_the_process_asks_for_it(tmp_path: Path) -> None:
    assert run(tmp_path, "hide").stdout == "preparing\n[2, 2, 2] False\n"
    assert run(tmp_path, "hide").stdout == "[2, 2, 2] False\n"
