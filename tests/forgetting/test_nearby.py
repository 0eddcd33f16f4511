"""Files beside a landscape that hold a forgotten actor are found, whatever kind they are of."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

import actor_graph as ag
from actor_graph.forgetting.looking import LARGEST
from tests.making import folder, landscape
from tests.running import run

NAME = "Frauenbüro Süd e. V."
ACTORS = f"id,name,found_by,description\nfrau,{NAME},,\nchor,Chor,frau,\nladen,Laden,,Neben dem Chor\nkino,Kino,,\n"
TIES = "source,target,kind\nchor,frau,a\nchor,laden,b\nkino,frau,c\nkino,laden,d\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    landscape(tmp_path / "city", ACTORS, TIES, "language: en\n")
    return tmp_path / "city"


def filled(city: Path) -> dict[str, Path]:
    """Copies of the name in files that nobody has a list of."""
    base = city.parent
    (base / "away" / "deep").mkdir(parents=True)
    book = openpyxl.Workbook()
    book.active.append(["x", NAME])  # type: ignore[union-attr]
    book.save(base / "stadt.xlsx")
    letter = docx.Document()
    paragraph = letter.add_paragraph("An das FRAUENB")
    paragraph.add_run("üro").bold = True
    paragraph.add_run(" süd: guten Tag")
    letter.save(str(base / "away" / "letter.docx"))
    with zipfile.ZipFile(base / "minutes.odt", "w") as odt:
        odt.writestr("content.xml", "<text:p>Da war das <text:span>Frauen</text:span>büro S&#252;d</text:p>")
    (base / "old.csv").write_bytes(f"a;b\n{NAME};1\n".encode("cp1252"))
    (base / "wide.csv").write_bytes(f"a\tb\n{NAME}\t1\n".encode("utf-16"))
    (base / "page.html").write_text("<p>Frauenb&uuml;ro S&uuml;d</p>", "utf-8")
    (base / "label.svg").write_text("<text><tspan>Frauenbüro</tspan><tspan>Süd e. V.</tspan></text>", "utf-8")
    (base / "data.json").write_text(json.dumps({"note": f"Da:\n{NAME}"}), "utf-8")
    (base / "frauenbüro-süd.png").write_bytes(b"\x89PNG\x00")
    (base / "wave.csv").write_text("id,x\nfrau,1\n", "utf-8")
    (base / "scan.pdf").write_bytes(b"%PDF-1.4")
    (base / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    (base / "other.txt").write_text("Die Frauen im Büro, Frau Süd", "utf-8")
    (base / "away" / "deep" / "far.txt").write_text(NAME, "utf-8")
    (base / ".hidden").write_text(NAME, "utf-8")
    return {file.name: file for file in base.rglob("*")}


HOLD = ["data.json", "frauenbüro-süd.png", "label.svg", "letter.docx", "minutes.odt", "old.csv", "page.html",
        "stadt.xlsx", "wide.csv"]  # fmt: skip


@pytest.mark.parametrize("copied", [False, True])
def test_every_kind_of_file_is_looked_into(city: Path, tmp_path: Path, copied: bool) -> None:
    filled(city)
    found = ag.forget(city, "frau", yes=True, output=tmp_path / "left" if copied else None).nearby
    assert sorted(file.name for file in found.named) == HOLD
    assert [file.name for file in found.by_id] == ["wave.csv"]
    assert [file.name for file in found.closed] == ["broken.xlsx", "scan.pdf"]


def test_what_is_too_large_is_told_not_passed_over(city: Path) -> None:
    with (city.parent / "large.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert [file.name for file in ag.forget(city, "frau").nearby.closed] == ["large.txt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("das amt sagt", False), ("id;x\namt;1\n", True), ('{"id": "amt"}', True), ("Amtsblatt, amtlich", False)],
)
def test_an_id_that_may_be_any_short_word_counts_as_a_whole_cell(tmp_path: Path, text: str, found: bool) -> None:
    city = landscape(tmp_path / "city", "id,name\namt,Bürgerhaus West\n", "source,target\n").path
    (tmp_path / "x.txt").write_text(text, "utf-8")
    assert bool(ag.forget(str(city), "amt").nearby.by_id) == found


def test_it_is_said_with_what_to_do(city: Path) -> None:
    filled(city)
    told = run("forget", "city", "frau", "--language", "de", cwd=city.parent)
    assert told.status == 0, told.err
    lines = told.out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Auch diese Dateien des Ordners"))
    assert "actor-graph forget DATEI NAME --yes" in lines[at]
    assert lines[at + 1] == "  data.json"
    assert "  scan.pdf" in lines
    assert "far.txt" not in told.out
    assert "tiefer liegende Ordner" in told.out


def same(a: ag.Landscape, b: ag.Landscape) -> bool:
    return (a.actors.columns, a.ties.columns) == (b.actors.columns, b.ties.columns)


@pytest.mark.parametrize("clean", ["clean", "clean.xlsx"])
def test_answers_are_taken_back_without_the_forgotten(city: Path, tmp_path: Path, clean: str) -> None:
    """By hand: of the ties chor–laden and kino–laden stay, which were rows 1 and 3 and are 0 and 1 then."""
    book = openpyxl.Workbook()
    book.active.title = "actors"  # type: ignore[union-attr]
    for row in (["id", "description", "name"], ["frau", "Secret", None], ["laden", "New", None]):
        book.active.append(row)  # type: ignore[union-attr]
    page = book.create_sheet("ties")
    for row in (["source", "target", "objected"], ["kino", "laden", "yes"], ["kino", "frau", "yes"]):
        page.append(row)
    book.save(tmp_path / "a.xlsx")
    found = ag.feedback(ag.read(city), tmp_path / "a.xlsx", tmp_path / clean)
    assert found.undo is not None
    done = ag.forget(tmp_path / clean, "frau", yes=True)
    assert found.undo in done.written
    assert "frau" not in found.undo.read_text("utf-8")
    back = ag.feedback(ag.read(tmp_path / clean), undo=found.undo).landscape
    ag.forget(city, "frau", yes=True)
    assert same(back, ag.read(city))


def test_a_merging_is_taken_back_without_the_forgotten(city: Path, tmp_path: Path) -> None:
    head = "a,b,name_a,name_b,decision\n"
    rows = f"chor,laden,Chor,Laden,same\nfrau,kino,{NAME},Kino,same\n"
    (tmp_path / "d.csv").write_text(head + rows, "utf-8")
    merged = ag.merge(ag.read(city), tmp_path / "d.csv", tmp_path / "clean")
    assert merged.record is not None
    kept = next(id_ for id_ in ag.read(tmp_path / "clean").actors["id"] if id_ in ("frau", "kino"))
    done = ag.forget(tmp_path / "clean", kept, yes=True)
    assert merged.record in done.written
    text = merged.record.read_text("utf-8")
    assert ("frau" in text, "kino" in text, "Frauenbüro" in text) == (False, False, False)
    back = ag.merge(ag.read(tmp_path / "clean"), undo=merged.record, output=tmp_path / "back").landscape
    ag.forget(city, "frau", "kino", yes=True)
    assert same(back, ag.read(city))


@pytest.mark.parametrize("noted", ["Ahornchor", ""])
def test_names_of_united_entries_go_with_it(tmp_path: Path, noted: str) -> None:
    """Also where somebody has cleared the column for other spellings the record does not bring the name back."""
    actors = "id,name,members,found_by\n1,Chor Ahorn e. V.,,\n2,Ahornchor,,\n3,Dach,Ahornchor; Tanz,\n4,Kino,,2\n"
    town = ag.read(folder(tmp_path / "town", actors + "5,Kin,,\n", "source,target\n3,4\n"))
    (tmp_path / "d.csv").write_text("a,b,decision\n1,2,same\n4,5,same\n", "utf-8")
    merged = ag.merge(town, tmp_path / "d.csv", tmp_path / "clean")
    assert merged.record is not None
    table = tmp_path / "clean" / "actors.csv"
    table.write_text(table.read_text("utf-8-sig").replace("Ahornchor", noted), "utf-8")
    ag.forget(tmp_path / "clean", "1", yes=True)
    assert "Ahornchor" not in merged.record.read_text("utf-8")
    back = ag.merge(ag.read(tmp_path / "clean"), undo=merged.record, output=tmp_path / "back").landscape.actors
    assert (back["name"], back["members"], back["found_by"]) == (
        ("Dach", "Kino", "Kin"), (("Tanz",), (), ()), (None, None, None)
    )  # fmt: skip


def test_another_spelling_is_found_in_decisions_and_texts(tmp_path: Path) -> None:
    actors = "id,name,members,description,other spellings\n1,Chor Ahorn,,,Ahornchor; Kino\n"
    actors += "3,Dach,Ahornchor; Kino,Mit Ahornchor,\n4,Kino,,,\n"
    place = folder(tmp_path / "town", actors, "source,target\n3,4\n")
    rows = "7,3,Ahornchor,Dach,different\n4,3,Kino,Dach,different\n"
    (tmp_path / "d.csv").write_text(f"a,b,name_a,name_b,decision\n{rows}", "utf-8")
    found = ag.forget(place, "1", yes=True)
    assert ag.read(place).actors["members"] == (("Kino",), ())
    assert (tmp_path / "d.csv").read_text("utf-8").endswith("decision\n4,3,Kino,Dach,different\n")
    assert [(at.file.name, at.column) for at in found.standing] == [("actors.csv", "description")]


def test_a_record_of_another_shape_is_listed_and_left(city: Path, tmp_path: Path) -> None:
    text = json.dumps({"schema": "actor-graph/feedback-undo/1", "changes": [NAME]})
    (tmp_path / "city-undo.json").write_text(text, "utf-8")
    found = ag.forget(city, "frau", yes=True)
    assert (tmp_path / "city-undo.json").read_text("utf-8") == text
    assert [file.name for file in found.nearby.named] == ["city-undo.json"]
