"""How headings and words are matched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.words.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("found_by", "Found by"),
        ("found_by", "FOUND-BY"),
        ("  Art der   Organisation ", "artderorganisation"),
        ("Straße", "STRASSE"),
        ("Kürzel", unicodedata.normalize("NFD", "Kürzel")),
        ("Eine\u2011Welt–Gruppe", "eine welt gruppe"),
        ("foreign students’ association", "Foreign Students' Association"),
        ("gefunden\u00a0durch", "gefunden durch"),
        ("\ufeffid", "ID"),
        ("Ｎａｍｅ", "name"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Bär", "Bar"), ("Typ", "Type"), ("Art", "Ort"), ("a/b", "ab"), ("007", "7")]
)
def test_different_word(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
