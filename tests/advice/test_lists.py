"""The workbook of ``check``: every list whole, and what protects it. Expected values by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.problems import OutputError
from tests.making import folder
from tests.running import run

DAY = "2026-07-01"
ACTORS = """
    Name;Art;Rücklauf;Grund;informiert;veröffentlichen;Widerspruch;geprüft;löschen nach;Einzelperson;Telefon
    Amt;Verwaltung;geantwortet;;2026-05-01;ja;;2026-05-01;;;0681 123456
    Chor;Verein;keine Antwort;;;nein;;2020-01-01;2026-01-01;;
    Hanna Wertheim;;keine Antwort;;;;;;;ja;
    Orchester;Verein;keine Antwort;;;;ja;;;;
    Lions;Verein;ausgeschlossen;kein Thema;;;;;;;
    """
TIES = """
    von;nach;genannt von
    Chor;Amt;Chor
    Amt;Lions;Amt
    """


def city(where: Path, more: int = 0) -> Path:
    rows = "".join(f"Verein Nummer {n};Verein;keine Antwort;;;;;;;;\n" for n in range(more))
    return folder(where / "city", ACTORS.strip() + "\n" + rows, TIES)


def sheets(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(file)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_each_list_is_a_sheet(tmp_path: Path) -> None:
    out = tmp_path / "stand.xlsx"
    ag.check(city(tmp_path), out, today=DAY)
    found = sheets(out)
    assert found["Anrufen"][0] == ("Platz", "Name", "Nr", "Zeile", "Art", "Rücklauf", "Genannt von", "Warum")
    assert [row[1:4] for row in found["Anrufen"][1:]] == [("Chor", None, 3), ("Person 1", "person-1", 4)]
    assert found["Zu löschen"] == [("Name", "Zeile", "Löschen nach"), ("Chor", 3, "2026-01-01")]
    assert [row[:1] for row in found["Zu informieren"][1:]] == [("Chor",), ("Person 1",), ("Orchester",)]
    assert [row[::3] for row in found["Einwilligung fehlt"][1:]] == [
        ("Orchester", "hat widersprochen"), ("Chor", "wünscht es nicht"), ("Person 1", "noch nicht gesagt"),
    ]  # fmt: skip
    assert [(row[0], row[3]) for row in found["Einträge zu prüfen"][1:]] == [
        ("Chor", "2020-01-01"), ("Person 1", "nicht notiert"), ("Orchester", "nicht notiert"),
    ]  # fmt: skip
    assert found["Nicht Teil, aber genannt"][1] == ("Lions", 6, "kein Thema", 1, 1)
    assert found["Antwort nicht notiert"][1] == ("Amt", 2, "Chor", 3)
    assert ("Termine", "nicht bekannt") in found["Stand"]
    assert ("Anrufen", 2) in found["Stand"]


def test_lists_are_whole_however_long(tmp_path: Path) -> None:
    done = run("check", city(tmp_path, 30), "--today", DAY, "-o", tmp_path / "stand.xlsx")
    assert (done.status, len(sheets(tmp_path / "stand.xlsx")["Anrufen"])) == (0, 1 + 2 + 30)
    assert "und 20 weitere" not in done.out or "Alle Listen" not in done.out
    assert done.err.endswith("stand.xlsx\n")


def test_where_lists_are_cut_it_is_said_how_to_have_them_whole(tmp_path: Path) -> None:
    spoken = run("check", city(tmp_path, 30), "--today", DAY).out
    assert spoken.endswith("Alle Listen ganz, als Arbeitsmappe: actor-graph check … -o stand.xlsx\n")
    assert "--json" not in spoken


def test_no_contact_data_and_no_person_in_the_workbook(tmp_path: Path) -> None:
    ag.check(city(tmp_path), tmp_path / "stand.xlsx", today=DAY)
    told = str(sheets(tmp_path / "stand.xlsx"))
    assert "0681" not in told
    assert "Wertheim" not in told


def test_under_numbers_there_are_neither_names_nor_rows(tmp_path: Path) -> None:
    ag.check(city(tmp_path), tmp_path / "stand.xlsx", today=DAY, pseudonymize=True)
    found = sheets(tmp_path / "stand.xlsx")
    assert "Chor" not in str(found)
    assert "Zeile" not in found["Anrufen"][0]
    assert "Spalten, die im Haus bleiben" not in found


def test_it_never_replaces_the_input_nor_what_people_changed(tmp_path: Path) -> None:
    out = tmp_path / "stand.xlsx"
    place = city(tmp_path)
    ag.check(place, out, today=DAY)
    ag.check(place, out, today=DAY)
    out.write_bytes(out.read_bytes() + b" ")
    with pytest.raises(OutputError):
        ag.check(place, out, today=DAY)
    ag.check(place, out, today=DAY, force=True)
    with pytest.raises(OutputError, match=r"\.xlsx"):
        ag.check(place, tmp_path / "stand.csv", today=DAY)


def test_with_errors_nothing_is_written(tmp_path: Path) -> None:
    place = folder(tmp_path / "city", "Name;Rücklauf\nA;vielleicht", "von;nach")
    done = run("check", place, "-o", tmp_path / "stand.xlsx")
    assert (done.status, done.out, (tmp_path / "stand.xlsx").exists()) == (2, "", False)
