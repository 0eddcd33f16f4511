"""The verb ``init`` as users run it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.making import folder
from tests.running import run
from tests.writing.template.filling import ACTORS, TIES, filled


def test_from_nothing_to_figures_with_a_spreadsheet_alone(tmp_path: Path) -> None:
    begun = run("init", "stadt.xlsx", "--language", "de", cwd=tmp_path)
    said = "Geschrieben: stadt.xlsx\nBitte ausfüllen, dann: actor-graph check stadt.xlsx\n"
    assert (begun.status, begun.out, begun.err) == (0, "", said)
    filled(tmp_path / "stadt.xlsx", {"Akteure": ACTORS, "Verbindungen": TIES})
    analyzed = run("analyze", "stadt.xlsx", cwd=tmp_path)
    assert (analyzed.status, analyzed.err) == (0, "")
    assert "4 Akteure, 2 Verbindungen" in analyzed.out


@pytest.mark.parametrize("target", ["stadt.xlsx", "stadt"])
def test_a_landscape_that_is_there_keeps_its_language(target: str, tmp_path: Path) -> None:
    run("init", target, "--language", "de", cwd=tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    again = run("init", target, cwd=tmp_path)
    assert (again.status, again.err.splitlines()[0]) == (0, f"Geschrieben: {target}")
    assert {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
    assert run("init", target, "--language", "en", cwd=tmp_path).err.startswith("Written: ")


def test_what_is_refused_is_said_in_the_language_of_the_landscape_that_is_there(tmp_path: Path) -> None:
    run("init", "stadt.xlsx", "--language", "de", cwd=tmp_path)
    filled(tmp_path / "stadt.xlsx", {"Verbindungen": TIES})  # with errors: of nobody there
    again = run("init", "stadt.xlsx", cwd=tmp_path)
    assert (again.status, "Bitte einen anderen Namen wählen" in again.err) == (2, True)


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("target", ["stadt.xlsx", "stadt"])
def test_what_somebody_filled_in_is_never_replaced(target: str, force: tuple[str, ...], tmp_path: Path) -> None:
    run("init", target, "--language", "de", cwd=tmp_path)
    if target == "stadt":
        (tmp_path / target / "ties.csv").unlink()
        (tmp_path / target / "actors.csv").write_text("Name;Art\n(Beispiel) X;\nLaden;Verein\nChor;\n", "utf-8")
        said = f"{target}/actors.csv: Dort sind 2 Zeilen ausgefüllt"
    else:
        filled(tmp_path / target, {"Akteure": ACTORS, "Verbindungen": TIES})
        said = f"{target}: Dort sind 7 Zeilen ausgefüllt"
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    again = run("init", target, *force, "--language", "de", cwd=tmp_path)
    assert (again.status, again.out) == (2, "")
    assert said in again.err
    assert "Auch --force" in again.err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_table_that_is_damaged_or_of_another_name_is_not_replaced_either(tmp_path: Path) -> None:
    """Beside German names a second table would stand; what can't be read may be weeks of work."""
    folder(tmp_path / "a", "", "")
    (tmp_path / "a" / "Akteure.csv").write_text("Name\nLaden\n", "utf-8")
    folder(tmp_path / "b", "", "")
    (tmp_path / "b" / "actors.csv").write_bytes(b"name\nK\xf6ln \x81\n")
    for target in "ab":
        again = run("init", target, "--force", cwd=tmp_path)
        assert (again.status, "one row is filled in there" in again.err) == (2, True)


@pytest.mark.parametrize("target", ["neu.xlsx", "neu"])
def test_what_nobody_filled_in_is_replaced(target: str, tmp_path: Path) -> None:
    folder(tmp_path / "alt", "Name;Rücklauf\nA;geantwortet\nB;zugesagt", "von;nach\nA;B")
    for _ in range(2):  # the actors of the last wave are there as they were written
        assert run("init", target, "--from", "alt", cwd=tmp_path).status == 0
    run("init", "leer", "--language", "de", cwd=tmp_path)
    (tmp_path / "leer" / "actors.csv").write_text("Name;Art\n(Beispiel) Y;\n;\n", "utf-8")
    assert run("init", "leer", "--language", "de", cwd=tmp_path).status == 2
    assert run("init", "leer", "--language", "de", "--force", cwd=tmp_path).status == 0


def test_letters_are_made_for_a_landscape_that_is_there_and_it_stays_as_it_is(tmp_path: Path) -> None:
    run("init", "stadt.xlsx", "--language", "de", cwd=tmp_path)
    filled(tmp_path / "stadt.xlsx", {"Akteure": ACTORS, "Verbindungen": TIES})
    before = (tmp_path / "stadt.xlsx").read_bytes()
    done = run("init", "stadt.xlsx", "--interview", cwd=tmp_path)
    assert done.status == 0
    assert (tmp_path / "stadt.xlsx").read_bytes() == before
    letters = sorted(file.name for file in (tmp_path / "stadt – Fragebögen").glob("Fragebogen*"))
    assert letters == [
        "Fragebogen 1 Weltladen.docx", "Fragebogen 2 Afrika-Forum.docx", "Fragebogen 3 Amt für Integration.docx",
        "Fragebogen 4 Person 1.docx", "Fragebogen leer.docx",
    ]  # fmt: skip
    assert "4 Fragebögen und ein leerer." in done.err
    assert "Ein ausgeschlossener Akteur bekommt keinen." in done.err
    assert "von der oder dem Datenschutzbeauftragten prüfen" in done.err


def test_from_an_earlier_landscape_a_working_copy_is_made_and_called_so(tmp_path: Path) -> None:
    folder(tmp_path / "alt", "Name;Rücklauf\nA;geantwortet\nB;zugesagt", "von;nach\nA;B")
    done = run("init", "neu.xlsx", "--from", "alt", "--interview", cwd=tmp_path)
    assert (done.status, done.out) == (0, "")
    assert "Das ist eine Arbeitskopie" in done.err
    assert stat.S_IMODE((tmp_path / "neu.xlsx").stat().st_mode) == 0o600
    assert (tmp_path / "neu – Fragebögen" / "Fragebogen 1 A.docx").is_file()


def test_letters_that_are_there_are_replaced_only_when_forced(tmp_path: Path) -> None:
    """A second run would lose the ties filled in from the earlier survey; and the excluded get none in either."""
    folder(tmp_path / "alt", "Name;Rücklauf\nA;geantwortet\nB;zugesagt\nC;ausgeschlossen", "von;nach\nA;B")
    run("init", "neu.xlsx", "--from", "alt", "--interview", cwd=tmp_path)
    letters = tmp_path / "neu – Fragebögen"
    before = {file.name: file.read_bytes() for file in letters.iterdir()}
    again = run("init", "neu.xlsx", "--interview", cwd=tmp_path)
    assert (again.status, again.out) == (2, "")
    assert "schon 8 Schreiben" in again.err
    assert "--force" in again.err
    workbook = (tmp_path / "neu.xlsx").read_bytes()
    folder(tmp_path / "alt", "Name;Rücklauf\nA;geantwortet\nB;zugesagt\nC;ausgeschlossen\nD;", "von;nach\nA;B")
    assert run("init", "neu.xlsx", "--from", "alt", "--interview", cwd=tmp_path).status == 2
    assert (tmp_path / "neu.xlsx").read_bytes() == workbook
    assert {file.name: file.read_bytes() for file in letters.iterdir()} == before
    forced = run("init", "neu.xlsx", "--interview", "--force", cwd=tmp_path)
    assert forced.status == 0
    assert "2 Fragebögen und ein leerer." in forced.err
    assert "Ein ausgeschlossener Akteur bekommt keinen." in forced.err


def test_letters_of_actors_that_are_gone_go_too_unless_somebody_wrote_into_them(tmp_path: Path) -> None:
    """B is gone and C stands in another number; what somebody wrote, or made, is nobody's to remove."""
    folder(tmp_path / "stadt", "Name\nA\nB\nC", "von;nach\nA;B")
    assert run("init", "stadt", "--interview", cwd=tmp_path).status == 0
    letters = tmp_path / "stadt – Fragebögen"
    with (letters / "Fragebogen 3 C.docx").open("ab") as letter:
        letter.write(b"by hand")
    (letters / "Fragebogen 9 Z.docx").write_bytes(b"a letter of their own")
    folder(tmp_path / "stadt", "Name\nA\nC", "von;nach\nA;C")
    done = run("init", "stadt", "--interview", "--force", cwd=tmp_path)
    assert done.status == 0
    assert sorted(file.name for file in letters.glob("Fragebogen*")) == [
        "Fragebogen 1 A.docx", "Fragebogen 2 C.docx", "Fragebogen 3 C.docx", "Fragebogen 9 Z.docx",
        "Fragebogen leer.docx",
    ]  # fmt: skip
    assert (
        "Eine Datei aus einem früheren Lauf entfernt, die nicht mehr geschrieben wird: Fragebogen 2 B.docx" in done.err
    )
    assert "wurde seitdem geändert oder ist geöffnet und bleibt" in done.err
    assert "Fragebogen 3 C.docx\n" in done.err


def test_how_many_objected_is_told(tmp_path: Path) -> None:
    folder(tmp_path / "alt", "Name;Widerspruch\nA;\nB;ja\nC;ja\nD;", "von;nach;Widerspruch\nA;D;ja\nA;B;")
    done = run("init", "neu.xlsx", "--from", "alt", "--interview", cwd=tmp_path)
    assert "2 Akteure haben widersprochen: Ihre Zeilen stehen mit dem Widerspruch darin" in done.err
    assert "Einer Verbindung wurde widersprochen: Sie steht als beendet" in done.err
    assert "2 Akteure haben widersprochen: Sie bekommen keinen" in done.err
    assert "2 Fragebögen und ein leerer." in done.err


def test_without_actors_there_is_a_blank_questionnaire(tmp_path: Path) -> None:
    done = run("init", "city", "--interview", cwd=tmp_path)
    assert done.status == 0
    assert (tmp_path / "city – interviews" / "Questionnaire blank.docx").is_file()
    assert (tmp_path / "city" / "actors.csv").is_file()


def test_what_is_wrong_is_a_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    folder(tmp_path / "alt", "Name\nA", "von;nach\nA;B")
    for words in (
        ["stadt.csv"],
        ["stadt", "--scheme", "nowhere"],
        ["stadt", "--from", "alt"],
        ["stadt", "--from", "x"],
    ):
        done = run("init", *words, cwd=tmp_path)
        assert (done.status, done.out) == (2, ""), words
        assert done.err.startswith(("Error: ", "Fehler: ")), words
    assert sorted(file.name for file in tmp_path.iterdir()) == ["alt"]


def test_a_scheme_that_lies_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("types:\n  choir: {}\n", "utf-8")
    done = run("init", "stadt", "--scheme", "own.yaml", cwd=tmp_path)
    assert done.status == 0
    assert "The scheme own.yaml does not lie beside the landscape" in done.err
