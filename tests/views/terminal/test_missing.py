"""What the report says of missing answers: to whom, and where there is nothing to say."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.views.terminal import print_report
from actor_graph.words import Language
from tests.making import landscape

TITLE = "Was die fehlenden Antworten ändern könnten"
SCENE = "AB AC BC CD DE EF FG GE HI"


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The report of ten one-letter actors, those ``silent`` without an answer, as one line."""

    def telling(silent: str = "GHJ", reports: bool = True, language: Language = "de", **options: Any) -> str:
        monkeypatch.setenv("COLUMNS", "80")
        rows = [f"{name},{'keine Antwort' if name in silent else 'geantwortet'}" for name in "ABCDEFGHIJ"]
        ties = [f"{tie[0]},{tie[1]}" for tie in SCENE.split()]
        about = "    name: Stadt\n" + ("    reports: source" if reports else "")
        where = landscape(tmp_path / "s", "\n".join(["Name,Rücklauf", *rows]), "\n".join(["von,nach", *ties]), about)
        out = io.StringIO()
        print_report(analyze(where, draws=19, **({"missing": True} | options)), language, out)
        return " ".join(out.getvalue().split()).replace("\N{NO-BREAK SPACE}", " ")

    return telling


def test_the_block_of_the_office(tell: Any) -> None:
    report = tell()
    block = report.partition(TITLE)[2]
    assert "3 von 10 haben nicht geantwortet." in block
    assert "Spanne der Ergänzungen: Darin liegen 95 % von 200 Ergänzungen" in block
    assert "Nichts Ergänztes hat jemand genannt." in block
    assert "Partner im Schnitt 1,8 1,8 6,0" in block  # G, H or J are in 24 of 45 pairs, 3 tied: 2 · (9 + 21) / 10
    assert "Knotenpunkte werden nicht ergänzt" in report or "Kein Akteur" in report
    assert "Wenn ein Teil der Verbindungen fehlte" not in block  # ten actors: all are in the top ten
    assert "E-I-Index" not in block  # no kinds
    assert "In Klammern: die Spanne der Ergänzungen" in report


def test_without_reports_it_is_said(tell: Any) -> None:
    assert "Wer eine Verbindung genannt hat, ist nicht notiert" in tell(reports=False)
    assert "Wer eine Verbindung genannt hat, ist nicht notiert" not in tell()


def test_where_all_have_answered(tell: Any) -> None:
    block = tell(silent="").partition(TITLE)[2]
    assert "Alle haben geantwortet: Es fehlt nichts." in block
    assert "keine alle" not in block


def test_how_firm_it_is_where_there_is_a_ranking(tmp_path: Path) -> None:
    """A star of twelve without a survey: the center stays first, whatever is missing."""
    rows, ties = "\n".join("ABCDEFGHIJKL"), "\n".join(f"A,{other}" for other in "BCDEFGHIJKL")
    out = io.StringIO()
    print_report(analyze(landscape(tmp_path, f"Name\n{rows}", f"von,nach\n{ties}"), draws=19, missing=True), "de", out)
    block = " ".join(out.getvalue().split()).replace("\N{NO-BREAK SPACE}", " ").partition(TITLE)[2]
    assert "Es ist nicht notiert, wer geantwortet hat." in block
    assert "Wenn ein Teil der Akteure fehlte, zufällig gewählt (je 100 Mal):" in block
    assert "keine alle" not in block


def test_where_nobody_has_answered_there_are_bounds(tell: Any) -> None:
    block = tell(silent="ABCDEFGHIJ").partition(TITLE)[2]
    assert "Weniger als zwei haben geantwortet" in block
    assert "Partner im Schnitt 1,8 1,8 9,0" in block


def test_under_half_it_rests_on_few(tell: Any) -> None:
    told = tell(silent="EFGHIJ")
    assert "Auch die Spannen der Ergänzungen beruhen auf wenigen Antworten." in told.partition("1 Vernetzungsgrad")[0]
    assert "auf wenigen Antworten" not in tell()


def test_participants_get_the_range_alone(tell: Any) -> None:
    block = tell(audience="participants").partition(TITLE)[2]
    assert "Spanne der Ergänzungen" in block
    assert "keine alle" not in block
    assert "Dichte" in block
    assert "Größtes Netz" not in block
    assert "Für andere Zahlen steht hier keine Spanne" in block
    assert "fehlte, zufällig" not in block
    assert "steht fest" not in block
    assert "beteiligt" not in block


def test_what_stands_bare_beside_a_range_says_that_answers_are_missing(tell: Any) -> None:
    """To the office all have a range; to others two figures have."""
    said = "Nach dem, was bisher genannt ist, hängen 7 von 10 in einem Netz zusammen; nicht alle haben geantwortet."
    legend = "Alle anderen Zahlen stehen so da, wie bisher genannt; nicht alle haben geantwortet."
    for text in (said, legend):
        assert text in tell(audience="participants")
        assert text not in tell()
        assert text not in tell(audience="participants", missing=False)
        assert text not in tell(audience="participants", silent="")


def test_one_or_two_are_not_given_away(tell: Any) -> None:
    block = tell(silent="GH", audience="participants").partition(TITLE)[2]
    assert "ließe sich errechnen" in block
    assert "Spanne der Ergänzungen:" not in block


def test_below_a_third_others_read_nothing_of_it(tell: Any) -> None:
    assert TITLE not in tell(silent="CDEFGHIJ", audience="participants")


def test_without_asking_there_is_no_block(tell: Any) -> None:
    assert TITLE not in tell(missing=False)


def test_in_english(tell: Any) -> None:
    report = tell(language="en")
    assert "What the missing answers could change" in report
    assert "95% of 200 completions lie within it" in report


def test_it_is_said_to_which_side_the_ranges_of_what_hangs_together_err(tell: Any) -> None:
    assert "Noch nicht vernetzt, ohne Verbindung, getrennte Teile: eher mehr als in der Spanne" in tell()
    assert "eher mehr als in der Spanne" not in tell(silent="")
    assert "eher mehr als in der Spanne" not in tell(audience="participants")


def test_the_mark_of_smoothed_figures_is_explained_where_it_stands(tell: Any) -> None:
    first = tell().partition("2 Noch nicht")[0]
    assert "~)" in first
    assert "~: Knotenpunkte, Dreiecke und Arten werden nicht ganz ergänzt" in first
    others = tell(audience="participants")
    assert "In Klammern: die Spanne der Ergänzungen, wenn alle geantwortet hätten." in others
    assert "~" not in others


def test_too_few_answers_are_warned_of_above_all_figures(tell: Any) -> None:
    assert "Bitte noch nichts weitergeben." in tell(silent="CDEFGHIJ").partition("1 Vernetzungsgrad")[0]
