"""The chores: what they say where something is missing, tried with the parts that need no installation."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import tasks
from tests.material import ROOT


def test_an_old_python_can_read_the_file_and_so_be_told() -> None:
    source = (ROOT / "tasks.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    assert {name.name for node in imports for name in node.names} <= sys.stdlib_module_names
    assert source.isascii(), "a console with another encoding has to be able to show what it says"


def test_an_old_python_is_told_in_words() -> None:
    code = "import sys; sys.version_info = (3, 9, 2); import runpy; runpy.run_path('tasks.py', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code, "demo"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this one is 3.9." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_without_venv_is_told_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        tasks.make_environment()


def test_pip_that_reaches_no_index_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    with pytest.raises(SystemExit, match=r"(?s)no-such-package.*The first run needs the internet"):
        tasks.pip("install", "--no-index", "no-such-package-anywhere")


@pytest.mark.parametrize(("words", "status"), [([], 2), (["tea"], 2), (["--help"], 0)])
def test_what_is_no_chore_shows_the_chores(words: list[str], status: int, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tasks.py"), *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == status
    for chore in ("demo", "test", "lint", "types", "docs", "bench"):
        assert f"tasks.py {chore} " in done.stdout


def test_every_group_that_a_chore_installs_stands_in_pyproject() -> None:
    assert any(need.startswith("pytest") for need in tasks.needs("test"))
    assert any(need.startswith("mypy") for need in tasks.needs("types"))


@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho snap\n", ""])
def test_what_cannot_show_a_page_is_no_browser(tmp_path: Path, text: str) -> None:
    false = tmp_path / "chromium"
    false.write_text(text, "utf-8")
    false.chmod(0o755)
    assert tasks.starts(str(false)) == (os.name == "nt")
    assert not tasks.starts(str(tmp_path / "nowhere"))
