"""A need meets an offer that is equal after folding case, umlauts and the scheme's synonyms."""

from __future__ import annotations

import random

import pytest

from actor_graph.advice.helping import Meaning, plain


@pytest.mark.parametrize("written", ["Räume", "räume", "RÄUME", "Raeume", "raume", " Räu-me ", "Ra\u0308ume"])
def test_spellings_of_one_word(written):
    assert plain(written) == plain("Räume")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Räume", "Räume im Rathaus"),
        ("Räume", "Raum"),
        ("мой", "мои"),
        ("Übersetzung", "Übersetzungen"),
        ("AG 1", "AG 2"),
    ],
)
def test_other_words_are_others(one, other):
    assert plain(one) != plain(other)
    assert Meaning({}).met([one], [other]) == ()


@pytest.mark.parametrize("nothing", ["", " ", "-", "–", "?", "…"])
def test_a_stroke_for_nothing_meets_no_stroke(nothing):
    assert Meaning({}).met([nothing], [nothing]) == ()
    assert Meaning({"Räume": [nothing]}).met([nothing], ["Räume"]) == ()


def test_synonyms_lead_both_ways():
    meaning = Meaning({"Räume": ["Raum", "Säle"]})
    assert meaning.met(["Raum"], ["Saele"]) == (("Raum", "Saele"),)
    assert meaning.met(["säle"], ["Räume"]) == (("säle", "Räume"),)
    assert meaning.met(["Räume"], ["Raum"]) == (("Räume", "Raum"),)


def test_each_meaning_is_met_once():
    meaning = Meaning({"Geld": ["Mittel"]})
    assert meaning.met(["Mittel", "Geld", "geld"], ["Geld", "Mittel"]) == (("Mittel", "Geld"),)


def test_the_order_of_the_lists_does_not_matter():
    lists = [("A", ["B"]), ("C", ["D"]), ("E", ["D", "B"]), ("F", ["G"]), ("B", ["A"])]
    for seed in range(20):
        random.Random(seed).shuffle(lists)
        meaning = Meaning(dict(lists))
        assert len({meaning.of(word) for word in "ABCDE"}) == 1
        assert meaning.of("F") == meaning.of("G") != meaning.of("A")
