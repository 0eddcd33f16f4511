"""Goals and indicators as people write them: understood in one form, with all that is wrong, and where."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from actor_graph.analysis import analyze
from actor_graph.landscape.goals import aimed
from actor_graph.problems import LandscapeError, Phrase
from actor_graph.reading import read
from actor_graph.vocabulary.goals import FIGURES, INDICATORS, NO_GOALS, figure_of, indicator_of, name_of, target_of
from actor_graph.words import LANGUAGES, Language, catalog, say
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
        (8, "one_measure"), (9, "no_goal"), (10, "unknown_key"), (11, "no_indicator_near"), (12, "line"),
        (13, "indicator"), (14, "vision"),
    }  # fmt: skip
    assert "Did you mean “Density”?" in str(wrong.value)
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


@pytest.mark.parametrize("text", ["", "%", "3 Räume", "etwa 3", "1.000", "1,200", "3-5", "nan", "1e400", "٣"])
def test_what_is_no_target(text: str) -> None:
    assert target_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.000,5", 1000.5),
        ("1 200", 1200),
        ("0,125", 0.125),
        ("at least .5", 0.5),
        ("min.5", 5),
        ("≥.5", 0.5),
        ("1200", 1200),
        ("mindestens \u20130,5", -0.5),  # a word processor makes a dash of the minus
        ("höchstens \u2013 0,5", -0.5),
        ("\u2212.5", -0.5),
    ],
)
def test_numbers_are_read_as_in_tables(text: str, expected: float) -> None:
    found = target_of(text)
    assert found is not None
    assert found[1] == expected


def wrong_in(where: Path, about: str) -> list[tuple[int | None, str, dict[str, object]]]:
    """Row, sentence and values of each problem."""
    with pytest.raises(LandscapeError) as wrong:
        read(folder(where, ACTORS, TIES, about))
    return [(one.row, one.key.removeprefix("goals."), dict(one.values)) for one in wrong.value.problems]


def test_a_number_that_can_be_read_in_two_ways_is_told_in_both(tmp_path: Path) -> None:
    """1.200 is 1200 in German and 1.2 in English, and there is no column beside it that would tell."""
    about = """
    language: de
    goals:
      - A | Teilnehmende | mindestens 1.000
      - {goal: B, figure: average_degree, target: "2,125"}
    indicators: {Teilnehmende: 1.200}
"""
    assert wrong_in(tmp_path, about) == [
        (3, "two_ways", {"given": "mindestens 1.000", "whole": "1000", "decimal": "1"}),
        (4, "two_ways", {"given": "2,125", "whole": "2125", "decimal": "2,1250"}),
        (5, "two_ways", {"given": "1.200", "whole": "1200", "decimal": "1.2"}),
    ]


def test_one_indicator_under_two_names_is_told(tmp_path: Path) -> None:
    assert wrong_in(tmp_path, "    indicators:\n      Räume: 4\n      rooms: 9\n      rÄUME: 5\n") == [
        (3, "indicator_twice", {"name": "rooms", "first": "Räume"}),
        (4, "indicator_twice", {"name": "rÄUME", "first": "Räume"}),
    ]


def test_a_percentage_is_a_target_of_shares_alone(tmp_path: Path) -> None:
    about = """
    goals:
      - A | isolates | 50 %
      - B | Räume | 50 %
      - C | ei_index | mindestens 20 %
      - D | density | 20 %
"""
    told = wrong_in(tmp_path, about)
    assert [(row, key, values["measure"]) for row, key, values in told] == [
        (2, "no_share", Phrase("tables.isolates")), (3, "no_share", Phrase("evolution.indicator_rooms")),
        (4, "no_share", Phrase("tables.ei_index")),
    ]  # fmt: skip


def test_messages_in_german_call_figures_and_indicators_by_their_german_names(tmp_path: Path) -> None:
    about = """
    language: de
    goals:
      - A | Dichte | 10
      - B | E-I-Index | 0,1
      - C | Vernetzungsquote | mindestens 5
      - D | Ohne Verbindung | 10 %
      - {goal: E, figure: Dichtee, target: 0.1}
"""
    with pytest.raises(LandscapeError) as wrong:
        read(folder(tmp_path, ACTORS, TIES, about))
    told = {problem.row: problem.message("de") for problem in wrong.value.problems}
    assert told[3].startswith("Dichte liegt zwischen 0 und 1")
    assert told[4].startswith("bei E-I-Index ist")
    assert "Gemeinsame Vorhaben mit Migrantenorganisationen, Veranstaltungen, Tandems, Räume" in told[5]
    assert "Ohne Verbindung ist kein Anteil" in told[6]
    assert "Meinten Sie „Dichte“? Es gibt: Dichte, Anteil ohne Verbindung, Rücklauf" in told[7]


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_name_that_outputs_give_a_measure_is_understood(language: Language) -> None:
    for measure in (*FIGURES, *INDICATORS):
        name = name_of(measure)
        assert name is not None
        assert (figure_of if measure in FIGURES else indicator_of)(say(name, language)) == measure


@pytest.mark.parametrize("figure", NO_GOALS)
def test_what_nobody_can_set_out_to_reach_is_no_goal_and_it_is_said_why(tmp_path: Path, figure: str) -> None:
    about = f"    goals:\n      - A | {figure} | at least 0.5\n      - {{goal: B, figure: {figure}, target: 0.5}}\n"
    told = wrong_in(tmp_path, about)
    assert [(row, key) for row, key, _ in told] == [(2, NO_GOALS[figure][0]), (3, NO_GOALS[figure][0])]
    assert NO_GOALS[figure][1] in FIGURES


def test_all_figures_of_the_network_are_goals_or_refused(tmp_path: Path) -> None:
    network = analyze(landscape(tmp_path, ACTORS, TIES), draws=1).to_dict()["network"]
    assert set(network) == {*FIGURES, *NO_GOALS}


def test_each_problem_stands_at_its_own_line_and_once(tmp_path: Path) -> None:
    about = """
    goals:
      - goal: A
        bis: bald
        intermediate:
          - {figure: density, target: 0.2}
          - {figure: isolates, target: 3}
          - {figure: isolates, target: 3, Zielwert: 4}
          - {figure: [density], target: 3}
          - {figure: isolates, target: 3, intermediate: [a]}
      - [1, 2]
      - x | y
      - "| density | 0.2"
      - {goal: B, target: 3, intermediate: [{figure: density, target: 0.2}]}
      - {goal: C, figure: density, target: 0.2, with: school}
"""
    told = [(row, key) for row, key, _ in wrong_in(tmp_path, about)]
    assert told == [
        (3, "by"), (7, "key_twice"), (8, "text"), (9, "steps"), (10, "shape"), (11, "line"), (12, "no_goal"),
        (13, "steps_besides"), (14, "unknown_key"),
    ]  # fmt: skip


def test_in_a_json_file_too_a_goal_has_its_line(tmp_path: Path) -> None:
    tables = '"actors": [{"id": "a"}, {"id": "b"}], "ties": [{"source": "a", "target": "b"}]'
    text = f'{{{tables},\n"goals": [\n"ein Wort",\n"x | y"]}}'
    (tmp_path / "city.json").write_text(text, "utf-8")
    with pytest.raises(LandscapeError) as wrong:
        read(tmp_path / "city.json")
    assert [(one.row, one.key) for one in wrong.value.problems] == [(4, "goals.line")]


def workbook(where: Path, about: list[list[str]]) -> Path:
    """A city of two actors as a workbook, with what it says of itself."""
    book = openpyxl.Workbook()
    sheets = {"Akteure": [["id"], ["a"], ["b"]], "Verbindungen": [["von", "nach"], ["a", "b"]]}
    sheets["Landschaft"] = about
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book["Sheet"])
    book.save(where / "city.xlsx")
    return where / "city.xlsx"


def test_goals_and_indicators_in_the_sheet_of_a_workbook(tmp_path: Path) -> None:
    """A row each, several goals in one cell, several numbers in one."""
    about = [
        ["Ziele", "Mehr Räume | Räume | 5 | 2030; Ein Ziel ohne Maß"],
        ["Ziele", "Dichter | Dichte | mindestens 20 %"],
        ["Indikatoren", "Räume: 4; Runde Tische: 3"],
        ["Indikatoren", "Veranstaltungen: 9"],
    ]
    meta = read(workbook(tmp_path, about)).meta
    assert meta["goals"] == [
        "Mehr Räume | rooms | 5 | 2030",
        "Ein Ziel ohne Maß",
        "Dichter | density | mindestens 20 %",
    ]
    assert meta["indicators"] == {"rooms": "4", "Runde Tische": "3", "events": "9"}


def test_in_a_sheet_too_each_problem_has_its_row(tmp_path: Path) -> None:
    about = [
        ["Ziele", "Ein Ziel ohne Maß; Noch eines"],
        ["Ziele", "A | Dichte | 1.200"],
        ["Indikatoren", "Räume: 4; Räume: 5"],
        ["Indikatoren", "Feste: 3; Räume: 6; Gäste: viele"],
    ]
    with pytest.raises(LandscapeError) as wrong:
        read(workbook(tmp_path, about))
    found = sorted((problem.row or 0, problem.key.removeprefix("goals.")) for problem in wrong.value.problems)
    assert found == [(2, "two_ways"), (3, "indicator_twice"), (4, "indicator"), (4, "indicator_twice")]
