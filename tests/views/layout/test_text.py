"""Names on the map: line breaks, legal forms, estimated widths."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.views.layout.text import map_names, text_width, without_legal_form, wrap


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ghana Union", ("Ghana Union",)),
        ("Deutsch-Türkischer Freundschaftsverein", ("Deutsch-Türkischer", "Freundschaftsverein")),
        ("Partnerschaftsverein Musterstadt–Tanga", ("Partnerschaftsverein", "Musterstadt–Tanga")),
        ("Клуб «Мост» – Russischsprachiger Kulturverein", ("Клуб «Мост» –", "Russischsprachiger", "Kulturverein")),
        ("Hochschule Musterstadt, International Office", ("Hochschule", "Musterstadt,", "International…")),
        ("x" * 80, ("x" * 23 + "…",)),
        ("", ("",)),
    ],
)
def test_names_break_as_in_the_design(name: str, lines: tuple[str, ...]) -> None:
    assert wrap(name) == lines


@given(st.text(max_size=120))
def test_never_more_than_three_lines_of_24(name: str) -> None:
    lines = wrap(name)
    assert 1 <= len(lines) <= 3
    assert all(sum(unicodedata.combining(character) == 0 for character in line) <= 24 for line in lines)


def test_a_letter_keeps_its_marks_when_cut() -> None:
    assert wrap("e\u0301" * 40)[0].endswith("e\u0301…")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Eine-Welt-Zentrum e.V.", "Eine-Welt-Zentrum"),
        ("Lokalgruppe Welthunger, e. V.", "Lokalgruppe Welthunger"),
        ("Stadtwerke GmbH & Co. KG", "Stadtwerke"),
        ("Kirchenkreis K.d.ö.R.", "Kirchenkreis"),
        ("Flüchtlingsrat, AG Nord", "Flüchtlingsrat, AG Nord"),
        ("Neve Vereinigung", "Neve Vereinigung"),
        ("e. V.", "e. V."),
    ],
)
def test_legal_forms_are_dropped_at_the_end_only(name: str, short: str) -> None:
    assert without_legal_form(name) == short


def test_two_names_that_differ_in_the_legal_form_alone_keep_it() -> None:
    assert map_names(["AWO e. V.", "AWO gGmbH", "Bund e. V."]) == ["AWO e. V.", "AWO gGmbH", "Bund"]


def test_steering_characters_are_seen() -> None:
    assert map_names(["Ver\u202eein\n2"]) == ["Ver<U+202E>ein<U+000A>2"]


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("Hochschulgruppe Ingenieure ohne Grenzen", 232.8, 260.5),
        ("Migrationsdienst der Caritas", 149.4, 169.6),
        ("AWO Kreisverband", 102.3, 111.8),
        ("Ökumenischer Arbeitskreis", 143.4, 161.3),
        ("Türk-Alman Dostluk Derneği", 150.7, 167.8),
        ("Клуб «Мост»", 72.0, 80.5),
        ("WWWWW MMMMM", 109.9, 114.9),
        ("illustrierte Fliesen", 93.4, 107.2),
        ("جمعية الأمل", 59.2, 59.7),
        ("בית התרבות", 61.4, 61.9),
        ("ማሕበር ኤርትራውያን", 98.4, 98.9),
        ("国際交流協会", 72.0, 72.0),
    ],
)
def test_widths_are_a_little_generous(text: str, narrow: float, wide: float) -> None:
    """Measured with Chromium's canvas at 12 px: Liberation Sans (Arial's metrics), and DejaVu Sans, the widest."""
    assert narrow * 1.04 <= text_width(text) <= narrow * 1.3
    assert text_width(text) >= wide * 0.985


def test_marks_have_no_width_and_wide_signs_a_whole_one() -> None:
    assert text_width("e\u0301") == text_width("e")
    assert text_width("国際") == pytest.approx(2 * 12 * 1.1)
