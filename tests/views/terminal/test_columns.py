"""A table at the terminal is narrowed to its room, and no number in it is ever cut or broken."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from actor_graph.analysis import analyze
from actor_graph.reading import read
from actor_graph.views.terminal import print_report
from actor_graph.views.terminal.columns import table

HEADS = ["Zahl", "hier", "gleiche Größe", "gleiche Partner", "Arten verteilt"]
ROWS = [
    ["Zentralisierung (Verbindungen)", "22 %", "1 % bis 4 % ↑", "–", "–"],
    ["Gleich zu Gleich", "-0,19", "-0,16 bis 0,11 ↓", "-0,24 bis -0,07 ", "-0,29 bis -0,02 "],
]


def printed(rows: list[list[str]], width: int) -> list[str]:
    from rich.console import Console

    out = io.StringIO()
    Console(file=out, width=width, markup=False, highlight=False).print(table(HEADS, rows), end="")
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", range(20, 130, 3))
def test_no_number_is_cut_or_broken_at_any_width(width: int) -> None:
    lines = printed([[cell.replace(" %", "\xa0%") for cell in row] for row in ROWS], width)
    assert max(map(len, lines)) <= width
    told = " ".join(lines).split()
    for cell in ("-0,19", "-0,16", "0,11", "-0,24", "-0,07", "-0,29", "-0,02"):
        assert cell in told
    assert "22\xa0%" in " ".join(lines)


def test_at_eighty_signs_words_are_broken_off_before_numbers() -> None:
    assert "   Gleich zu Gleich  -0,19  -0,16 bis 0,11 ↓   -0,24 bis -0,07   -0,29 bis -0,02" in printed(ROWS, 80)


def test_where_there_is_no_room_each_row_is_a_line() -> None:
    told = " ".join(" ".join(printed(ROWS, 44)).split())
    assert "Zentralisierung (Verbindungen): hier 22 % · gleiche Größe 1 % bis 4 % ↑ Gleich" in told


def test_what_stands_below_a_number_stands_behind_it_in_a_line() -> None:
    told = " ".join(" ".join(printed([["Dichte", "0,042\n0,046 bis 0,054", "", "0,079", "–"]], 20)).split())
    assert told == "Dichte: hier 0,042 (0,046 bis 0,054) · gleiche Partner 0,079"


def test_the_bands_of_a_real_list_stand_whole_at_eighty_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of kinds with a minus sign on both sides made the table one sign too wide."""
    documents = Path(__file__).parents[3] / "examples" / "documents"
    wide, narrow = io.StringIO(), io.StringIO()
    made = analyze(read(documents, language="de"), chance=True, draws=60)
    for out, columns in ((wide, "140"), (narrow, "80")):
        monkeypatch.setenv("COLUMNS", columns)
        print_report(made, "de", out)
    parts = [out.getvalue().partition("Neben zuf")[2].partition("Dazwischen")[0] for out in (wide, narrow)]
    bands = [re.findall(r"-?[\d,]+(?:\xa0%)? bis -?[\d,]+(?:\xa0%)?", part) for part in parts]
    assert len(bands[0]) > 30
    assert bands[0] == bands[1]
