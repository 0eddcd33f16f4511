"""The workbook and the table of an evolution: each tie once with what became of it, numbers as numbers."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl

from actor_graph.views.evolution import evolve
from actor_graph.views.evolution.sheets import book, table
from tests.views.evolution.test_page import evolution


def test_the_workbook(tmp_path: Path) -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(book(evolution(tmp_path), "de")))
    assert sheets.sheetnames == [
        "Kennzahlen",
        "Veränderungen",
        "Verbindungen",
        "Akteure",
        "Gezählt",
        "Ziele",
        "Erläuterung",
    ]
    ties = [row[1:] for row in sheets["Verbindungen"].iter_rows(min_row=2, values_only=True)]
    assert len(ties) == len({row[1:] for row in ties}) == 8
    states = {frozenset(row[1:]): row[0] for row in ties}
    assert states[frozenset(["Birke", "Eiche"])] == "lockerer"
    assert states[frozenset(["Birke", "Esche"])] == "neu"
    figures = {row[0]: row[1:] for row in sheets["Kennzahlen"].iter_rows(min_row=2, values_only=True)}
    assert figures["Verbindungen"][0] == 5
    goals = list(sheets["Ziele"].iter_rows(min_row=2, values_only=True))
    assert goals[0][:2] == ("Dichter", "Dichte mindestens 0,900, bis 2025, verantwortlich: Frau Amt")
    people = {row[0]: row[1:] for row in sheets["Akteure"].iter_rows(min_row=2, values_only=True)}
    assert people["Linde"] == ("geantwortet", "nicht auf der Liste")


def test_outside_the_office_it_says_who_was_there_and_no_more(tmp_path: Path) -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(book(evolution(tmp_path, "participants"), "de")))
    words = {cell for row in sheets["Akteure"].iter_rows(min_row=2, min_col=2, values_only=True) for cell in row}
    assert words == {"dabei", "nicht auf der Liste"}
    states = {row[1] for row in sheets["Verbindungen"].iter_rows(min_row=2, values_only=True)}
    assert states == {"erstmals genannt", "nicht wieder genannt", "fester", "lockerer"}


def test_the_table_has_a_row_for_each_wave(tmp_path: Path) -> None:
    made = evolution(tmp_path)
    rows = list(csv.DictReader(io.StringIO(table(made, "en").decode("utf-8-sig"))))
    assert [row["date"] for row in rows] == ["2024-06-30", "2026-06-30"]
    assert float(rows[1]["density"]) == made.told["waves"][1]["network"]["density"]


def test_the_endings(tmp_path: Path) -> None:
    made = evolution(tmp_path)
    waves = [wave.landscape for wave in made.waves]
    for ending in ("xlsx", "csv", "json"):
        evolve(waves, tmp_path / f"out.{ending}", draws=9)
        assert (tmp_path / f"out.{ending}").stat().st_size > 100
