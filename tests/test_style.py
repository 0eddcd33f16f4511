"""What the whole tree keeps to: ruff's rules, files seen at once, nothing of one machine, nothing half done."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.material import ROOT

FOLDERS = ("src", "tests", "configs", "benchmarks", "examples", "docs")
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".js", ".cff", ".csv"}
# Put together from halves, so that this file does not find itself.
HALVES = (("TO", "DO"), ("FIX", "ME"), ("raise NotImplemented", "Error"), ("mark.sk", "ip"), ("mark.xf", "ail"))
UNFINISHED = tuple("".join(halves) for halves in (*HALVES, ("time.sl", "eep")))
OF_A_MACHINE = re.compile(r"(?<![\w.:/])(/(home|Users|root|wo" + r"rk|tmp)/\w|[A-Z]:\\+Users\\)")


def sources() -> list[Path]:
    """The text files of the project."""
    found = [*ROOT.glob("*"), *(file for folder in FOLDERS for file in (ROOT / folder).rglob("*"))]
    return [file for file in found if file.suffix in TEXT and file.is_file()]


def test_ruff_finds_nothing() -> None:
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_file_of_the_package_is_seen_at_once() -> None:
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in (ROOT / "src").rglob("*.py")}
    assert len(lengths) > 20
    assert {str(file.relative_to(ROOT)): lines for file, lines in lengths.items() if lines > 300} == {}


def test_every_folder_of_tests_is_a_package() -> None:
    """Or two tests of the same name in two folders would hide each other."""
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_nothing_half_done_and_nothing_of_one_machine() -> None:
    lines = [
        (str(file.relative_to(ROOT)), number, line)
        for file in sources()
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1)
    ]
    assert len(lines) > 1000
    assert [at for at in lines if OF_A_MACHINE.search(at[2]) or any(sign in at[2] for sign in UNFINISHED)] == []
