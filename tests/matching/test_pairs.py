from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from actor_graph.advice.pairs import match
from actor_graph.landscape.pseudonyms import Pseudonyms
from actor_graph.matching import Pair, pairs
from actor_graph.matching.blocking import candidates
from actor_graph.matching.word import Name, Word
from actor_graph.problems import RequestError
from actor_graph.words import say
from tests.making import landscape


def _pairs(tmp_path: Path, actors: str) -> list[Pair]:
    return pairs(landscape(tmp_path / "l", actors, "source,target"))


def _why(pair: Pair) -> set[str]:
    return {phrase.key.removeprefix("matching.") for phrase in pair.why}


def test_the_likeliest_come_first_the_earlier_in_the_file_as_a(tmp_path: Path) -> None:
    found = _pairs(
        tmp_path, "id,name\n1,Arbeiterwohlfahrt\n2,Weltladen e.V.\n3,Chor Ararat\n4,AWO\n5,Weltladen\n6,Jugendzentrum"
    )
    assert [(pair.a, pair.b, pair.score) for pair in found] == [("2", "5", 1.0), ("1", "4", 0.98)]


def test_a_shared_contact_makes_doubtful_names_a_pair_and_is_named_but_never_told(tmp_path: Path) -> None:
    found = _pairs(
        tmp_path,
        """id,name,E-Mail,Telefon
        1,Frauentreff Sonnenschein,team@sonne.example,
        2,Sonnenschein (Treff für Frauen),TEAM@sonne.example,
        3,Jugendzentrum Nord,jugend@stadt.example,0351 1234567
        4,Jugendzentrum Süd,jugend@stadt.example,+49 351 1234567
        5,Ararat,,0351 765432
        6,Chor der Stadt,,0351/765432""",
    )
    assert [(pair.a, pair.b) for pair in found] == [("1", "2")]
    assert "same_email" in _why(found[0])
    told = "; ".join(say(phrase.key, language, **phrase.values) for phrase in found[0].why for language in ("de", "en"))
    assert "gleiche E-Mail-Adresse" in told
    assert "sonne" not in told


def test_what_many_share_is_the_address_of_a_house(tmp_path: Path) -> None:
    rows = "\n".join(
        f"{n},Sonnenschein {word},haus@stadt.example" for n, word in enumerate(("Chor", "Treff", "Bad", "Café"))
    )
    assert _pairs(tmp_path, f"id,name,E-Mail\n{rows}") == []


def test_another_place_weighs_against_the_same_name(tmp_path: Path) -> None:
    same = _pairs(tmp_path / "a", "id,name,Ort\n1,Weltladen,Aachen\n2,Weltladen e.V.,Aachen")
    other = _pairs(tmp_path / "b", "id,name,Ort\n1,Weltladen,Aachen\n2,Weltladen e.V.,Bonn")
    assert (same[0].score, other[0].score) == (1.0, 0.85)
    assert ("same_place" in _why(same[0]), "other_place" in _why(other[0])) == (True, True)


def test_a_person_is_no_organization_and_persons_have_to_be_nearly_the_same(tmp_path: Path) -> None:
    found = _pairs(
        tmp_path,
        "id,name,person\n1,Ayşe Yıldız,yes\n2,Ayse Yildiz,yes\n3,Ayse Yildiz,\n4,Ayse Yilmaz,yes\n5,Ali A. Yildiz,yes",
    )
    assert [(pair.a, pair.b) for pair in found] == [("1", "2")]


def test_synonyms_of_the_scheme_are_names_too(tmp_path: Path) -> None:
    (tmp_path / "l").mkdir()
    (tmp_path / "l" / "own.yaml").write_text("synonyms: {Haus der Vereine: [Treffpunkt 12]}\n", encoding="utf-8")
    found = landscape(
        tmp_path / "l", "id,name\n1,Haus der Vereine\n2,Treffpunkt 12", "source,target", "    scheme: own.yaml"
    )
    assert [_why(pair) for pair in pairs(found)] == [{"synonym"}]


@pytest.mark.parametrize("heading", ["weitere Schreibweisen", "other spellings"])
def test_other_spellings_are_names_of_the_actor_too(heading: str, tmp_path: Path) -> None:
    rows = "1,Arbeiterwohlfahrt,Rote Herzen; Treff 12\n2,Chor,\n3,ROTE Herzen e.V.,\n4,Tierheim,Herzensgut\n5,Treff 13,"
    found = _pairs(tmp_path, f"id,name,{heading}\n{rows}")
    assert [(pair.a, pair.b, pair.name_a, pair.name_b) for pair in found] == [
        ("1", "3", "Arbeiterwohlfahrt", "ROTE Herzen e.V.")
    ]
    assert (found[0].score, _why(found[0])) == (1.0, {"but_for_form", "noted"})


def test_equal_names_are_paired_with_the_first_of_them_alone(tmp_path: Path) -> None:
    """300 of one name are 299 pairs, not 44,850; the first stands for all against other names."""
    rows = "".join(f"{n},{'Weltladen' if n % 2 else 'WELT-Laden'},\n" for n in range(300))
    found = _pairs(tmp_path, f"id,name,person\n{rows}w,Weltladen e. V.,\np,Weltladen,yes\nq,Weltladen,yes\n")
    pairs = {(pair.a, pair.b) for pair in found}
    assert pairs == {("0", str(n)) for n in range(1, 300)} | {("0", "w"), ("p", "q")}


def test_a_word_that_thousands_have_makes_no_millions_of_pairs() -> None:
    """1,500 names of the same two words and three more: each is paired with 150 at most."""
    names = [Name(f"Verein Stadt {n}", (_word("verein"), _word("stadt"))) for n in range(1500)]
    names += [Name("Verein", (_word("verein"),)) for _ in range(3)]
    found = candidates(names)
    assert {(0, 1499), (0, 1500), (0, 1502)} <= found
    assert len(found) <= 150 * len(names)


def _word(text: str) -> Word:
    return Word(text, text, text, "telling")


def test_nobody_and_one_actor_make_no_pair(tmp_path: Path) -> None:
    assert _pairs(tmp_path / "a", "id,name") == []
    assert _pairs(tmp_path / "b", "id,name\n1,Chor") == []


def test_pairs_are_not_told_under_pseudonyms(tmp_path: Path) -> None:
    city = replace(landscape(tmp_path, "id,name\n1,Chor\n2,Chor e.V.", "source,target"), pseudonyms=Pseudonyms())
    with pytest.raises(RequestError, match="pseudonyms"):
        match(city)
