"""Every broken input is an error that names its place and says what would be right, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.problems import LandscapeError, Problem
from actor_graph.reading import read
from actor_graph.words import Language
from tests.reading.broken import BROKEN, Broken
from tests.reading.making import ACTORS, TIES, put

NAMES = [f"{number} {case.name}" for number, case in enumerate(BROKEN)]


def problems(path: Path, language: Language | None = None) -> tuple[Problem, ...]:
    with pytest.raises(LandscapeError) as found:
        read(path, language=language)
    return found.value.problems


@pytest.mark.parametrize("case", BROKEN, ids=NAMES)
def test_place_and_sentence(case: Broken, tmp_path: Path) -> None:
    folder = put(tmp_path / "city", case.files)
    file = {"": "city", "gone.csv": str(folder / "gone.csv")}.get(case.file, case.file)
    said: tuple[tuple[Language, str], ...] = (("en", case.en), ("de", case.de))
    for language, fragment in said:
        found = problems(folder / case.give, language)
        here = [p for p in found if p.severity == "error" and (p.file, p.row or 0) == (file, case.row or 0)]
        here = [p for p in here if p.column == case.column and (case.sheet is None or p.sheet == case.sheet)]
        assert any(fragment in p.message(language) for p in here), "\n".join(p.line("en") for p in found)


def test_there_are_enough() -> None:
    assert len(BROKEN) > 100


def test_all_at_once(tmp_path: Path) -> None:
    """Errors of all tables come together, those of one row too."""
    files = {
        "actors.csv": "id,name,survey,checked\na,A,oft,nie\na,B,,\n",
        "ties.csv": "source,target,weight\na,x,0\n,y,1\n",
        "landscape.yaml": "date: nie\nscheme: none-such\n",
    }
    found = problems(put(tmp_path, files))
    places = {(p.file, p.row, p.column) for p in found}
    assert places >= {
        ("actors.csv", 2, "survey"), ("actors.csv", 2, "checked"), ("actors.csv", 3, "id"),
        ("ties.csv", 2, "target"), ("ties.csv", 2, "weight"), ("ties.csv", 3, "source"), ("ties.csv", 3, "target"),
        ("landscape.yaml", 1, "date"),
    }  # fmt: skip
    assert any(p.key.startswith("scheme.") for p in found)


def test_one_mistake_is_one_error(tmp_path: Path) -> None:
    """Actors behind an open quotation mark are not reported as unknown ends too."""
    found = problems(put(tmp_path, {"actors.csv": 'id,name\na,"A\nb,B\n', "ties.csv": TIES}))
    assert [p.key for p in found if p.severity == "error"] == ["reading.quote"]


def test_rows_left_out_are_not_unknown(tmp_path: Path) -> None:
    """An actor in a row that is too long to be read is not reported as an unknown end too."""
    actors = f"id,name\nb,B\na,A{',' * 1_000_000}\n"
    found = problems(put(tmp_path, {"actors.csv": actors, "ties.csv": TIES}))
    assert [p.key for p in found] == ["reading.row"]


def test_language_of_messages(tmp_path: Path) -> None:
    """German where the headings are German, unless the landscape or the option says otherwise."""
    german = put(tmp_path / "de", {"actors.csv": "Name;Typ\nA;x\n", "ties.csv": "von;nach\nA;B\n"})
    with pytest.raises(LandscapeError, match="gibt es in der Tabelle"):
        read(german)
    with pytest.raises(LandscapeError, match="There is no actor"):
        read(german, language="en")
    (german / "landscape.yaml").write_text("language: English\n")
    with pytest.raises(LandscapeError, match="There is no actor"):
        read(german)


def test_many_of_a_kind_are_counted(tmp_path: Path) -> None:
    ties = "source,target\n" + "a,nobody\n" * 400
    with pytest.raises(LandscapeError) as found:
        read(put(tmp_path, {"actors.csv": ACTORS, "ties.csv": ties}))
    assert len(str(found.value).splitlines()) == 51
    assert "350 more" in str(found.value)


def test_scheme_outside_the_folder(tmp_path: Path) -> None:
    """Only the user's own option may point anywhere."""
    own = tmp_path / "own.yaml"
    own.write_text(
        "types:\n  guild:\n    labels: {de: Zunft, en: guild}\n"
        "    color: '#123456'\n    dark: '#abcdef'\n    shape: circle\n"
    )
    folder = put(tmp_path / "in", {"actors.csv": "name,type\nA,Zunft\n", "ties.csv": "source,target\n"})
    (folder / "landscape.yaml").write_text("scheme: ../own.yaml\n")
    assert any(p.key.startswith("scheme.") for p in problems(folder))
    assert read(folder, scheme=str(own)).actors["type"] == (("guild",),)
