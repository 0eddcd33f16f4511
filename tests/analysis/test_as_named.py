"""The sentence of every output: of a survey where there is one, else of the sources."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from actor_graph.analysis import Analysis, analyze
from actor_graph.landscape import Landscape
from actor_graph.reading import read
from actor_graph.views.map import draw_map
from actor_graph.views.terminal import print_report
from actor_graph.words import Language
from tests.making import folder

TIES = """
    von,nach
    Chor,Treff
"""
PLAIN = """
    Name,Art
    Chor,Verein
    Treff,Verein
"""
BLANK = """
    Name,Art,Rücklauf
    Chor,Verein,
    Treff,Verein,
"""
CALLS = """
    Akteur,Datum,Ergebnis
    Chor,2026-06-01,zugesagt
"""
SURVEY = {
    "de": "Wie in dieser Erhebung zu diesem Thema genannt; kein Urteil über die Arbeit der Genannten.",
    "en": "As named in this survey, on this subject; no judgment of anyone's work.",
}
SOURCES = {
    "de": "Wie in diesen Quellen zu diesem Thema genannt; kein Urteil über die Arbeit der Genannten.",
    "en": "As named in these sources, on this subject; no judgment of anyone's work.",
}


def said(made: Analysis, where: Path, language: Language) -> dict[str, str]:
    """What each output says."""
    import openpyxl

    table, book, report = where / "figures", where / "figures.xlsx", where / "report.txt"
    made.write(table)
    made.write(book)
    with report.open("w", encoding="utf-8") as out:
        print_report(made, language, out)
    embedded = re.search(r'<script type="application/json" id="page">(.*?)</script>', draw_map(made), re.DOTALL)
    assert embedded is not None
    notes = openpyxl.load_workbook(book).worksheets[-1]
    return {
        "json": json.loads(made.to_json())["note"],
        "csv": (table / "figures_network.csv").read_text("utf-8"),
        "workbook": "\n".join(str(cell.value) for row in notes.iter_rows() for cell in row),
        "terminal": " ".join(report.read_text("utf-8").split()),
        "page": json.loads(embedded.group(1))["words"]["as_named"][language],
    }


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize(
    ("actors", "contacts", "expected"),
    [(PLAIN, "", SOURCES), (BLANK, "", SURVEY), (PLAIN, CALLS, SURVEY)],
    ids=["no survey", "a column", "a log"],
)
def test_all_outputs_say_the_same(
    tmp_path: Path, language: Language, audience: str, actors: str, contacts: str, expected: dict[str, str]
) -> None:
    landscape = read(folder(tmp_path / "stadt", actors, TIES, contacts=contacts))
    texts = said(analyze(landscape, audience=audience, language=language, draws=9), tmp_path, language)
    other = SOURCES if expected is SURVEY else SURVEY
    for output, text in texts.items():
        assert expected[language] in text, output
        assert other[language] not in text, output


def test_a_landscape_read_with_a_survey_says_so(tmp_path: Path) -> None:
    landscape: Landscape = read(folder(tmp_path / "stadt", BLANK.replace("Verein,", "Verein,geantwortet"), TIES))
    assert analyze(landscape, draws=9).to_dict()["landscape"]["surveyed"] is True
