"""Tables on their way out: what a spreadsheet would take for a formula, and what would steer or turn a line."""

from __future__ import annotations

import csv
import io

import pytest

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


@pytest.mark.parametrize("given", ["=1+1", "+1", "-1", "@x", "\t=1+1", "\r=1", " =1", "\n=1"])
def test_no_cell_and_no_heading_is_a_formula(given: str) -> None:
    for written in cells(given):
        assert written.startswith("'")


def test_numbers_are_numbers() -> None:
    assert csv_text([{"a": -1.5, "b": True, "c": None, "d": 10}], "de") == "\ufeffa;b;c;d\r\n-1,5;true;;10\r\n"
