"""Tables on their way out: what a spreadsheet would take for a formula, and what would steer or turn a line."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from actor_graph.reading import read
from actor_graph.words import LANGUAGES, Language
from actor_graph.words.formulas import as_meant, harmless
from actor_graph.writing.tables import csv_text, text

HOSTILE = [
    ("a\x1b[31mb", "a<U+001B>[31mb"),
    ("evil\u202etxt.exe", "evil<U+202E>txt.exe"),
    ("a\u2066b\u200f", "a<U+2066>b<U+200F>"),
    ("line\u2028break\x85end", "line<U+2028>break<U+0085>end"),
    ("\ufeffa", "<U+FEFF>a"),
    ("two\r\nlines\rthree", "two\nlines\nthree"),
    ("a\tb", "a b"),
]


def cells(value: object) -> tuple[str, str]:
    """The value and the heading as CSV has them, both from one text."""
    rows = list(csv.reader(io.StringIO(csv_text([{str(value): value}], "en").removeprefix("\ufeff"), newline="")))
    return rows[1][0], rows[0][0]


@pytest.mark.parametrize(("given", "shown"), HOSTILE)
def test_what_steers_is_shown_as_a_sign_in_cells_headings_and_lists(given: str, shown: str) -> None:
    assert cells(given) == (shown, shown)
    assert csv_text([{"a": [given, given]}], "de").count("<U+") == 2 * shown.count("<U+")
    assert text({given: 1}) == f"{shown}: 1"


@pytest.mark.parametrize(
    "given",
    ["=1+1", "+1", "-1", "@x", "\t=1+1", "\r=1", " =1", "\n=1", "\u3000=1", "＝1+1", "＋1", "－1", "＠x", '"=1"'],
)
def test_no_cell_and_no_heading_is_a_formula(given: str) -> None:
    for written in cells(given):
        assert written.startswith("'")


def test_numbers_are_numbers() -> None:
    assert csv_text([{"a": -1.5, "b": True, "c": None, "d": 10}], "de") == "\ufeffa;b;c;d\r\n-1,5;true;;10\r\n"


BETWEEN = [
    "a;=1+1;b",
    "a,=1+1,b",
    'a;"=1+1;b',
    'a,"=1+1,b',
    "a; ＝1+1;b",
    "a\n=1+1\nb",
    "Chor; -Gruppe",
    "Hilfe, -beratung",
]


@pytest.mark.parametrize("given", BETWEEN)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("before", ["", "x"])
def test_no_formula_appears_where_a_table_is_split_at_the_other_separator(
    given: str, language: Language, before: str
) -> None:
    """As Excel splits: line ends and separators hold in quotation marks only where these begin a cell."""
    written = csv_text([{"a": before, "b": given}], language).removeprefix("\ufeff").replace("\r\n", "\n")
    for separator in ",;":
        rows = csv.reader(written.splitlines(keepends=True), delimiter=separator)
        for cell in (cell for row in rows for cell in row):
            assert not cell.lstrip(" \u3000\n").startswith(tuple("=+-@＝＋－＠"))


def test_a_text_with_either_separator_is_quoted() -> None:
    rows = [{"a": "A; B", "b": "A, B", "c": 1.5}]
    assert csv_text(rows, "de") == '\ufeffa;b;c\r\n"A; B";"A, B";1,5\r\n'
    assert csv_text(rows, "en") == '\ufeffa,b,c\r\n"A; B","A, B",1.5\r\n'
    assert csv_text([{"a": None}], "en") == '\ufeffa\r\n""\r\n'
    assert csv_text([], "en") == "\ufeff\r\n"


MEANT = [
    *BETWEEN,
    "=1+1",
    "+49 351 1234",
    "'=1",
    "''=1",
    "'t Huis",
    "a;'=1",
    "a,''=1",
    "＝x",
    '"=1"',
    "'",
    "x'",
    "=",
    '=a;"b",-c',
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_again(tmp_path: Path, language: Language) -> None:
    called = [name for name in MEANT if "\n" not in name]
    actors = [{"id": f"n{i}", "name": name, "offers": [name.replace(";", ":"), "-x"]} for i, name in enumerate(called)]
    ties = [{"source": called[0], "target": name, "note": name} for name in called[1:]]
    (tmp_path / "actors.csv").write_text(csv_text(actors, language), "utf-8", newline="")
    (tmp_path / "ties.csv").write_text(csv_text(ties, language), "utf-8", newline="")
    landscape = read(tmp_path)
    assert list(landscape.actors["name"]) == called
    assert [offers[-1] for offers in landscape.actors["offers"]] == ["-x"] * len(called)
    assert list(landscape.ties["target"]) == list(range(1, len(called)))
    assert list(landscape.ties["note"]) == called[1:]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_apostrophe_is_lost_or_left(separator: str) -> None:
    for given in MEANT:
        assert as_meant(harmless(given, separator), separator) == given
        assert not re.match(r"[\s\"]*[=+\-@＝＋－＠]", harmless(given, separator))
