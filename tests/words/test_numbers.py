"""Numbers, days and the order of names; expected by the rules of DIN 1333, DIN 5008, DIN 5007-1 and CLDR's English."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from actor_graph.words import Language
from actor_graph.words.numbers import day, number, percent, sorted_names


@pytest.mark.parametrize(
    ("x", "digits", "german", "english"),
    [
        (0, 0, "0", "0"),
        (70, 0, "70", "70"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (3.2, 1, "3,2", "3.2"),
        (3, 1, "3,0", "3.0"),
        (0.125, 2, "0,13", "0.13"),
        (-0.04, 1, "0,0", "0.0"),
        (-1.5, 1, "-1,5", "-1.5"),
        (float("nan"), 2, "–", "–"),
        (None, 2, "–", "–"),
        (float("inf"), 0, "∞", "∞"),
    ],
)
def test_number(x: float | None, digits: int, german: str, english: str) -> None:
    assert (number(x, "de", digits), number(x, "en", digits)) == (german, english)


@pytest.mark.parametrize(
    ("x", "digits", "german", "english"),
    [
        (0.59, 0, "59\u00a0%", "59%"),
        (1, 0, "100\u00a0%", "100%"),
        (0.1234, 1, "12,3\u00a0%", "12.3%"),
        (-0.0001, 0, "0\u00a0%", "0%"),
        (float("nan"), 0, "–", "–"),
    ],
)
def test_percent(x: float, digits: int, german: str, english: str) -> None:
    assert (percent(x, "de", digits), percent(x, "en", digits)) == (german, english)


@pytest.mark.parametrize(
    ("iso", "german", "english"),
    [
        ("2026-03-01", "1. März 2026", "March 1, 2026"),
        ("2026-12", "Dezember 2026", "December 2026"),
        ("2026", "2026", "2026"),
        ("0001-01-01", "1. Januar 1", "January 1, 1"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("im Herbst", "im Herbst", "im Herbst"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_day(iso: str | None, german: str, english: str) -> None:
    assert (day(iso, "de"), day(iso, "en")) == (german, english)


def test_names_in_order_of_a_directory() -> None:
    expected = [
        "1. Weltladen", "AfricAvenir", "Ägypten e. V.", "Akış", "„Brücke“ e. V.", "Çınar", "Cuba Sí", "İmece",
        "Österreich-Haus", "Ostwind", "Strasse", "Straße", "Zebra", "Ελπίδα", "Надежда", "أمل", "ተስፋ",
    ]  # fmt: skip
    shuffled = random.Random(7).sample(expected, len(expected))
    assert sorted_names(shuffled) == expected


@pytest.mark.parametrize("language", ["de", "en"])
def test_babel_is_loaded_only_when_used(language: Language) -> None:
    code = (
        "import sys; from actor_graph.words.numbers import number; assert 'babel' not in sys.modules;"
        f"number(1, {language!r}); assert 'babel' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
