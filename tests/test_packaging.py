"""The package as others get it: a wheel and an editable install, each in an environment of its own."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from tests.material import ROOT

INSTALL = ("install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed")
LANDSCAPE = {
    "name": "Hafen",
    "language": "de",
    "scheme": "migration-development",
    "actors": [
        {"id": "1", "name": "Eine-Welt-Laden Hafen", "type": "Weltladen"},
        {"id": "2", "name": "Verein Asmara", "type": "Migrantenorganisation"},
        {"id": "3", "name": "Stadt Hafen", "type": "Verwaltung"},
    ],
    "ties": [{"source": "1", "target": "2", "kind": "cooperation"}, {"source": "1", "target": "3", "kind": "funding"}],
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("actor_graph-*.whl"))


def test_the_wheel_carries_all_that_is_no_python(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "actor_graph"
    beside = {
        f"actor_graph/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    configs = {f"actor_graph/configs/{file.name}" for file in (ROOT / "configs").glob("*.yaml")}
    assert "actor_graph/py.typed" in beside
    assert {"actor_graph/configs/default.yaml", "actor_graph/configs/migration-development.yaml"} <= configs
    assert names >= beside | configs


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0].split("-")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"actor_graph"}


@pytest.mark.parametrize("how", ["wheel", "editable"])
def test_a_landscape_with_a_shipped_scheme_runs(how: str, wheel: Path, tmp_path: Path) -> None:
    """Types come out as the scheme's keys, and hosting, funding … do not count: the shipped scheme was found."""
    python = environment(tmp_path / "environment")
    pip(*INSTALL, *(["--editable", str(ROOT)] if how == "editable" else [str(wheel)]), python=python)
    landscape = tmp_path / "hafen.json"
    landscape.write_text(json.dumps(LANDSCAPE), "utf-8")

    place = run(python, "-c", "import actor_graph; print(actor_graph.__file__)").strip()
    assert Path(place).is_relative_to(ROOT / "src") == (how == "editable")
    command = python.with_name("actor-graph" + python.suffix)
    answer: dict[str, Any] = json.loads(run(command, "analyze", str(landscape), "--json"))
    assert answer["schema"] == "actor-graph/analysis/1"
    assert [actor["type"] for actor in answer["actors"]] == ["One World shop", "migrant organization", "administration"]
    rows = answer["landscape"]
    assert (rows["ties"], rows["ties_not_counted"], answer["network"]["ties"]) == (2, 1, 1)


def test_the_version_stands_in_one_place() -> None:
    import actor_graph

    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert about["project"]["dynamic"] == ["version"]
    assert f"\nversion: {actor_graph.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_what_the_package_imports_is_what_it_declares() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {re.split(r"[<>=\[]", need)[0] for need in about["project"]["dependencies"]}
    distributions = packages_distributions()
    foreign = imported(ROOT / "src") - set(sys.stdlib_module_names) - {"actor_graph"}
    assert {distributions[name][0].lower() for name in foreign} == declared


def imported(folder: Path) -> set[str]:
    """The top-level names of all imports in the Python files of a folder."""
    nodes = [node for file in folder.rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return {name.split(".")[0] for name in plain | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}}


def environment(folder: Path) -> Path:
    """A fresh environment that sees the libraries of this one, so that nothing has to be downloaded."""
    venv.EnvBuilder(symlinks=os.name != "nt").create(folder)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    here = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    libraries = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (here / "libraries.pth").write_text("\n".join(libraries), "utf-8")
    return python


def pip(*words: str, python: Path | None = None) -> None:
    """Run pip, for another environment if one is given."""
    target = ["--python", str(python)] if python else []
    run(Path(sys.executable), "-m", "pip", "--disable-pip-version-check", *target, *words)


def run(program: Path, *words: str) -> str:
    """What the program prints; a failure shows all that it said."""
    free = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    command = [program, *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=free, cwd=program.parent)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout
