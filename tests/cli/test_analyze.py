"""``actor-graph analyze`` from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.making import folder
from tests.running import run

ACTORS = """
    Name,Art,Rücklauf
    Anna-Verein,Migrantenorganisation,geantwortet
    Bert-Haus,Verwaltung,geantwortet
    Cem-Kreis,Hochschule,geantwortet
    Dora-Bund,Migrantenorganisation,keine Antwort
"""
TIES = """
    von,nach
    Anna-Verein,Bert-Haus
    Bert-Haus,Cem-Kreis
"""


def city(tmp_path: Path, actors: str = ACTORS, ties: str = TIES) -> Path:
    return folder(tmp_path / "stadt", actors, ties, "    scheme: migration-development")


def test_json_stands_alone_on_stdout_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (run("analyze", city(tmp_path), "--json", "--draws", "19") for _ in range(2))
    assert first.status == 0
    assert json.loads(first.out)["schema"] == "actor-graph/analysis/1"
    assert first.out.endswith("}\n")
    assert first.out == second.out


def test_the_report_tells_the_five_questions_in_german(tmp_path: Path) -> None:
    ran = run("analyze", city(tmp_path))
    assert ran.status == 0
    for words in ("Internes Arbeitsdokument", "3 von 4 haben geantwortet (75 %)", "1  Vernetzungsgrad"):
        assert words in ran.out.replace("\xa0", " ")
    for words in ("2  Noch nicht vernetzt", "Noch keine Rückmeldung (1): Dora-Bund", "3  Zentrale Akteure"):
        assert words in ran.out
    assert "4  Zusammensetzung" in ran.out
    assert "5  Vergleich mit dem Zufall" in ran.out


def test_and_in_english_when_asked(tmp_path: Path) -> None:
    ran = run("analyze", city(tmp_path), "--language", "en")
    assert "Internal working document" in ran.out
    assert "No answer yet (1): Dora-Bund" in ran.out


def test_errors_come_all_at_once_in_the_landscapes_language_and_nothing_is_written(tmp_path: Path) -> None:
    where = city(tmp_path, ties=TIES + "    Anna-Verein,Bert-Hau\n    Emil,Cem-Kreis\n")
    ran = run("analyze", where, "--json", "-o", tmp_path / "out")
    assert (ran.status, ran.out) == (2, "")
    assert "Zeile 4" in ran.err
    assert "Bert-Haus" in ran.err
    assert "Zeile 5" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "out").exists()


HOSTILE = ["[/Ost]", "[red]rot[/red]", "\x1b[31mESC", "abc\u202etxt", "{n}", "**fett**", "a\rb", ":smile:"]


def test_names_act_neither_as_markup_nor_on_the_terminal(tmp_path: Path) -> None:
    ties = "source,target\n" + "".join(f"{i},{i + 1}\n" for i in range(len(HOSTILE) - 1))
    where = tmp_path / "h"
    where.mkdir()
    rows = "".join(f'{i},"{name}",x\n' for i, name in enumerate(HOSTILE))
    (where / "actors.csv").write_text("id,name,type\n" + rows + "iso,[bold]allein,x\n", encoding="utf-8", newline="")
    (where / "ties.csv").write_text(ties, encoding="utf-8")
    ran = run("analyze", where, "--language", "en")
    assert ran.status == 0, ran.err
    assert "[bold]allein" in ran.out
    assert not {"\x1b", "\u202e", "\r"} & set(ran.out.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--by", "Farbe"], "Farbe"),
        (["--without", "Anna"], "Anna-Verein"),
        (["--count", "Freundschaft"], "Freundschaft"),
        (["--confirmed"], "genannt von"),
        (["--audience", "press"], "press"),
        (["--draws", "0"], "0"),
        (["--draws", "1000001"], "1<=x<=1000000"),
        (["--seed", "-1"], "-1"),
        (["--seed", "9" * 26], "9" * 26),
        (["-o", "figures.pdf"], ".xlsx"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence_with_status_2(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    ran = run("analyze", city(tmp_path), *arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.startswith(("Fehler: ", "Usage: "))
    assert "Traceback" not in ran.err
    assert not (tmp_path / "figures.pdf").exists()


def test_the_folder_holds_all_tables_and_is_replaced_by_the_next_run(tmp_path: Path) -> None:
    where, out = city(tmp_path), tmp_path / "out"
    assert run("analyze", where, "-o", out, "--draws", "19").status == 0
    names = {
        "analysis.json",
        *(f"figures_{part}.csv" for part in ("network", "actors", "groups", "clusters", "mixing")),
    }
    assert {path.name for path in out.iterdir() if path.name != ".actor-graph"} == names
    assert json.loads((out / "analysis.json").read_text("utf-8"))["network"]["ties"] == 2
    assert run("analyze", where, "-o", out, "--draws", "19").status == 0


def test_what_people_changed_is_replaced_only_with_force(tmp_path: Path) -> None:
    where, out = city(tmp_path), tmp_path / "out"
    run("analyze", where, "-o", out, "--draws", "19")
    table = out / "figures_actors.csv"
    table.write_text(table.read_text("utf-8") + "mine\n", encoding="utf-8")
    before = (out / "analysis.json").read_bytes()
    ran = run("analyze", where, "-o", out, "--draws", "29")
    assert ran.status == 2
    assert "--force" in ran.err
    assert (out / "analysis.json").read_bytes() == before
    assert run("analyze", where, "-o", out, "--draws", "29", "--force").status == 0
    assert "mine" not in table.read_text("utf-8")


def test_an_output_never_replaces_a_file_of_the_input(tmp_path: Path) -> None:
    where = city(tmp_path)
    before = (where / "actors.csv").read_bytes()
    ran = run("map", where, "-o", where / "actors.csv", "--force")
    assert ran.status == 2
    assert (where / "actors.csv").read_bytes() == before


def test_the_workbook_holds_a_sheet_per_table_and_one_that_explains(tmp_path: Path) -> None:
    import openpyxl

    assert run("analyze", city(tmp_path), "-o", tmp_path / "figures.xlsx", "--draws", "19").status == 0
    book = openpyxl.load_workbook(tmp_path / "figures.xlsx")
    assert book.sheetnames == ["Netz", "Akteure", "Gruppen", "Kreise", "Mischung", "Erläuterung"]
    assert [cell.value for cell in book["Akteure"][2]][:3] == ["Anna-Verein", "Anna-Verein", "Migrantenorganisation"]


def test_contact_values_are_in_the_bytes_of_no_output(tmp_path: Path) -> None:
    """A sheet as people keep it: a contact, a mobile number, a remark, and a number inside the needs."""
    actors = """
        Name;Art;Ansprechpartnerin;Handy;Bemerkung;Bedarf
        Anna-Verein;Migrantenorganisation;Erika Beispiel;0151 5550147;ruft ungern an;Räume, bitte 0228 555047 anrufen
        Bert-Haus;Verwaltung;Max Probe;0160 5550258;nur vormittags;Dolmetscher, info@probe.example
        Cem-Kreis;Hochschule;Ina Muster;+49 170 5550369;;
    """
    where, out = folder(tmp_path / "s", actors, TIES.replace(",", ";")), tmp_path / "out"
    texts = [run("analyze", where, *extra).out for extra in ([], ["--json"])]
    run("analyze", where, "-o", out)
    run("analyze", where, "-o", tmp_path / "f.xlsx")
    run("map", where, "-o", tmp_path / "map.html")
    import zipfile

    with zipfile.ZipFile(tmp_path / "f.xlsx") as book:
        texts += [book.read(name).decode("utf-8") for name in book.namelist()]
    texts += [path.read_text("utf-8") for path in [*out.iterdir(), tmp_path / "map.html"]]
    assert len(texts) > 10
    together = "\n".join(texts)
    for value in ("Erika", "Max Probe", "Ina Muster", "5550147", "5550258", "5550369", "ungern", "vormittags", "555047",
                  "info@probe"):  # fmt: skip
        assert value not in together, value
    assert "Räume, bitte […] anrufen" in together


def test_chance_is_laid_beside_when_asked(tmp_path: Path) -> None:
    told = json.loads(run("analyze", city(tmp_path), "--json", "--chance", "--draws", "19", "--seed", "4").out)
    assert list(told["chance"]) == ["size", "degrees", "dealing"]
    assert told["chance"]["size"]["density"] is None
    assert told["settings"]["chance"]["size"] == 19


def test_missing_answers_in_report_json_and_tables(tmp_path: Path) -> None:
    where = city(tmp_path)
    ran = run("analyze", where, "--missing", "-o", tmp_path / "out")
    assert ran.status == 0
    assert "Was die fehlenden Antworten ändern könnten" in ran.out
    assert {"figures_missing.csv", "figures_robustness.csv"} <= {file.name for file in (tmp_path / "out").iterdir()}
    one, other, seeded = (run("analyze", where, "--missing", "--json", "--seed", seed) for seed in "112")
    assert one.out == other.out
    document = json.loads(one.out)
    assert {"observed", "none", "all", "low", "high", "smoothed"} <= document["missing"]["density"].keys()
    assert document["missing"]["ties"]["all"] == 5  # Dora has not answered: three more pairs beside the two ties
    assert json.loads(seeded.out)["missing"].keys() == document["missing"].keys()


def test_missing_does_not_go_with_confirmed(tmp_path: Path) -> None:
    where = folder(tmp_path / "stadt", ACTORS, TIES, "    scheme: migration-development\n    reports: source")
    ran = run("analyze", where, "--missing", "--confirmed", "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "--missing und --confirmed" in ran.err
