"""Goals and indicators as people write them: understood in one form, with all that is wrong, and where."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from actor_graph.landscape.goals import aimed
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from actor_graph.vocabulary.goals import FIGURES, figure_of, target_of
from actor_graph.words import LANGUAGES, catalog
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder, landscape

ACTORS, TIES = "id\na\nb\n", "source;target\na;b\n"
WRITTEN = """
    vision: Alle kennen einander.
    goals:
      - Ein Ziel ohne Maß
      - Weniger außen | Noch nicht vernetzt | höchstens 15 % | 31.12.2027 | Frau Amt
      - goal: Mehr zusammen
        by: 2028
        intermediate:
          - {figure: density, target: "0,2", responsible: Rathaus}
          - {Indikator: Gemeinsame Projekte, Zielwert: 3, bis: 2026}
      - {goal: Räume, indicator: Zimmer, target: mindestens 2}
    indicators:
      Zimmer: 4
      Schulen: {ties: exchange, between: [school, university]}
"""
READ = [
    "Ein Ziel ohne Maß",
    "Weniger außen | not_yet_networked_share | höchstens 15 % | 2027-12-31 | Frau Amt",
    "Mehr zusammen | density | 0,2 | 2028 | Rathaus",
    "Mehr zusammen | joint_projects | 3 | 2026",
    "Räume | Zimmer | mindestens 2",
]


def test_goals_of_all_forms_become_one(tmp_path: Path) -> None:
    meta = landscape(tmp_path, ACTORS, TIES, WRITTEN).meta
    assert meta["goals"] == READ
    assert meta["indicators"] == {"Zimmer": "4", "Schulen": "ties | exchange | school | university"}


@pytest.mark.parametrize("name", ["copy", "copy.xlsx"])
def test_goals_come_back_from_a_working_copy(tmp_path: Path, name: str) -> None:
    """From a folder, and from the sheet of a workbook."""
    first = landscape(tmp_path / "city", ACTORS, TIES, WRITTEN)
    write_working_copy(first, tmp_path / name, language="de")
    again = read(tmp_path / name).meta
    assert {key: again[key] for key in ("vision", "goals", "indicators")} == {
        key: first.meta[key] for key in ("vision", "goals", "indicators")
    }


def test_all_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    about = """
    goals:
      - {goal: A, figure: densitty, target: 0.2}
      - {goal: B, figure: density, target: viel}
      - {goal: C, figure: density, target: 15}
      - {goal: D, figure: ei_index, target: 0.2}
      - {goal: E, figure: density, target: 0.2, by: bald}
      - {goal: F, figure: density}
      - {goal: G, target: 3}
      - {figure: density, target: 0.2}
      - {goal: H, figur: density, target: 0.2}
      - {goal: I, indicator: Zimer, target: 3}
      - J | density
    indicators: {Zimmer: viele}
    vision: [a]
"""
    with pytest.raises(LandscapeError) as wrong:
        read(folder(tmp_path, ACTORS, TIES, about))
    told = {(problem.row, problem.key.removeprefix("goals.")) for problem in wrong.value.problems}
    assert told >= {
        (2, "no_figure"), (3, "target"), (4, "share"), (5, "direction"), (6, "by"), (7, "no_target"),
        (8, "one_measure"), (9, "no_goal"), (10, "unknown_key"), (11, "no_indicator_near"), (1, "line"),
        (13, "indicator"), (14, "vision"),
    }  # fmt: skip
    assert "Did you mean “density”?" in str(wrong.value)
    assert {problem.file for problem in wrong.value.problems} == {"landscape.yaml"}


def test_an_indicator_without_a_number_is_a_warning(tmp_path: Path) -> None:
    """As in a landscape taken over from an earlier one, whose numbers are those of its wave."""
    about = "    goals: [A | Sprachcafés | 3 | 2027]\n"
    found = landscape(tmp_path, ACTORS, TIES, about)
    assert [problem.key for problem in found.warnings] == ["goals.no_indicator"]
    assert found.meta["goals"] == ["A | Sprachcafés | 3 | 2027"]


def test_a_bare_target_goes_where_the_figure_is_wished_to_go() -> None:
    assert aimed({"goal": "", "figure": "not_yet_networked_share", "target": "15 %"}) == (False, 0.15)
    assert aimed({"goal": "", "figure": "density", "target": "0,15"}) == (True, 0.15)
    assert aimed({"goal": "", "figure": "isolates", "target": "mindestens 3"}) == (True, 3.0)
    assert aimed({"goal": "", "indicator": "rooms", "target": "4"}) == (True, 4.0)


def test_every_figure_is_known_by_its_names() -> None:
    tables = catalog("tables")
    for figure in FIGURES:
        assert figure_of(figure) == figure
        labels = tables.get(f"network_{figure}", tables.get(figure))
        assert {figure_of(labels[language]) for language in LANGUAGES} == {figure}


@pytest.mark.parametrize("text", ["", "%", "3 Räume", "etwa 3", "1.000,5", "3-5"])
def test_what_is_no_target(text: str) -> None:
    assert target_of(text) is None


def test_goals_and_indicators_in_the_sheet_of_a_workbook(tmp_path: Path) -> None:
    """A row each, several goals in one cell, several numbers in one."""
    book = openpyxl.Workbook()
    sheets = {"Akteure": [["id"], ["a"], ["b"]], "Verbindungen": [["von", "nach"], ["a", "b"]]}
    sheets["Landschaft"] = [
        ["Ziele", "Mehr Räume | Räume | 5 | 2030; Ein Ziel ohne Maß"],
        ["Ziele", "Dichter | Dichte | mindestens 20 %"],
        ["Indikatoren", "Räume: 4; Runde Tische: 3"],
        ["Indikatoren", "Veranstaltungen: 9"],
    ]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book["Sheet"])
    book.save(tmp_path / "city.xlsx")
    meta = read(tmp_path / "city.xlsx").meta
    assert meta["goals"] == [
        "Mehr Räume | rooms | 5 | 2030",
        "Ein Ziel ohne Maß",
        "Dichter | density | mindestens 20 %",
    ]
    assert meta["indicators"] == {"rooms": "4", "Runde Tische": "3", "events": "9"}
