"""The same input makes the same files, to the byte, at any hour and wherever Python begins to count."""

from __future__ import annotations

from pathlib import Path

from tests.making import folder
from tests.running import run_alone as run

ACTORS = """id,name,type,survey,publish,needs,fields
    1,Weltladen,association,answered,yes,Räume,music; theater
    2,Weltladen e.V.,association,answered,yes,Räume; Geld,music
    3,Chor,,promised,yes,,"""
TIES = "source,target,kind\n1,3,exchange\n2,3,"
COMMANDS = (
    ("directory", "city", "-o", "d.docx"),
    ("directory", "city", "-o", "d.xlsx"),
    ("directory", "city", "-o", "d.html"),
    ("analyze", "city", "-o", "a.xlsx", "--draws", "9"),
    ("pages", "city", "-o", "pages", "--until", "2099-01-31"),
    ("init", "new.xlsx", "--from", "city", "--interview"),
    ("match", "city", "-o", "decisions.xlsx"),
    ("merge", "city", "--decisions", "../decided.csv", "-o", "clean.xlsx"),
)


def _written(base: Path, **environment: str) -> dict[str, bytes]:
    folder(base / "city", ACTORS, TIES, "    date: 2026-06-30\n    language: de\n")
    for command in COMMANDS:
        ran = run(*command, cwd=base, **environment)
        assert ran.status == 0, ran.err
    return {str(path.relative_to(base)): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def test_at_another_hour_with_other_seeds_all_files_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "decided.csv").write_text("a,b,decision\n1,2,same\n", "utf-8")
    one = _written(tmp_path / "one", TZ="UTC", PYTHONHASHSEED="1")
    other = _written(tmp_path / "other", TZ="Pacific/Kiritimati", PYTHONHASHSEED="2")
    assert len([name for name in one if name.endswith((".docx", ".xlsx"))]) > 12
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
