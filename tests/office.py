"""LibreOffice, as people open our workbooks and letters with; without it these tests are left out, and that is said."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

NAMES = ("soffice", "libreoffice")
Convert = Callable[[Path, str], Path]


@cache
def available() -> str | None:
    """The program, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Open a file without a window and save it in another format (``xlsx``, ``pdf``), with a profile of its own."""
    program, home = available(), tmp_path_factory.mktemp("office")
    assert program is not None

    def convert(file: Path, to: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        command = [program, "--headless", profile, "--convert-to", to, "--outdir", str(out), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        written = out / f"{file.stem}.{to}"
        assert written.is_file(), done.stdout + done.stderr
        return written

    return convert
