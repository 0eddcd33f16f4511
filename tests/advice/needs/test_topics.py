"""Which need meets which offer: by hand, and against every pair looked at one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.advice.helping import Meaning
from actor_graph.advice.needs.topics import Similar, Topic, topics
from tests.advice.needs.making import MEANING, actor


def told(*actors: dict) -> dict[str, tuple[str, str, str]]:
    """Each topic: its state, and the ids of those who need and who offer it."""
    found = topics(actors, MEANING)
    who = [
        (topic.word, topic.state, *(_ids(actors, side) for side in (topic.needed, topic.offered))) for topic in found
    ]
    return {word: rest for word, *rest in who}


def _ids(actors, voices) -> str:
    return "".join(actors[voice.actor]["id"] for voice in voices)


def test_needs_and_offers_in_the_same_words_meet() -> None:
    """Case, umlauts and synonyms do not matter: Saal is Räume in this scheme."""
    found = told(actor("a", needs="räume; Geld"), actor("b", offers="SAAL; Technik"), actor("c", needs="Raeume"))
    assert found == {"räume": ["met", "ac", "b"], "Geld": ["unmet", "a", ""], "Technik": ["unasked", "", "b"]}


def test_nobody_helps_itself() -> None:
    assert told(actor("a", needs="Räume", offers="Saal"))["Räume"] == ["unmet", "a", "a"]
    both = [actor("a", needs="Räume", offers="Saal"), actor("b", needs="Räume")]
    assert told(*both)["Räume"] == ["met", "ab", "a"]
    (topic,) = topics(both, MEANING)
    assert [bool(topic.helpers(voice)) for voice in topic.needed] == [False, True]
    assert topic.asked(topic.offered[0])


def test_an_actor_is_told_once_with_its_first_words() -> None:
    (topic,) = topics([actor("a", needs="Saal; Räume; raum")], MEANING)
    assert [voice.words for voice in topic.needed] == ["Saal"]


def test_the_most_needed_come_first() -> None:
    found = told(actor("a", needs="Zelte; Autos; Räume"), actor("b", needs="Räume"), actor("c", offers="Zelte"))
    assert list(found) == ["Räume", "Zelte", "Autos"]


def test_a_cell_without_a_letter_is_no_need() -> None:
    assert told(actor("a", needs="–; ?"), actor("b", offers="–")) == {}


def similar(need: str, *offers: str) -> list[str]:
    """The offers that are like a need."""
    actors = [actor("a", needs=need), *(actor(str(i), offers=words) for i, words in enumerate(offers))]
    found = topics(actors, MEANING)
    (wanted,) = [topic for topic in found if topic.needed]
    offered = [topic for topic in found if topic.offered]
    return sorted(topic.word for topic in Similar(offered, MEANING).to(wanted))


def test_similar_are_words_of_which_all_stand_in_the_other() -> None:
    assert similar("Räume in der Oststadt", "Saal", "Räume im Westen", "Oststadt", "Geld") == ["Oststadt", "Saal"]
    assert similar("Übersetzung", "Übersetzung Arabisch", "Geld") == ["Übersetzung Arabisch"]


@pytest.mark.parametrize(
    ("need", "offer"),
    [("Übersetzung", "Übersetzungen"), ("Räumlichkeit", "Räumlichkeiten"), ("Tische", "Tisch"), ("Kinder", "Kind"),
     ("Haus im Osten", "Häuser im Osten"), ("Volunteers", "volunteer"), ("Schulen", "Schule"),
     ("Saal", "Säle"), ("Festsaal", "Festsäle"), ("Rad", "Räder"), ("Bad", "Bäder"), ("Zug", "Züge"), ("Amt", "Ämter")],
)  # fmt: skip
def test_singular_and_plural_are_perhaps_the_same(need: str, offer: str) -> None:
    """They are told beside each other, counted nowhere: nothing is met before a person says so."""
    for one, other in ((need, offer), (offer, need)):
        actors = [actor("a", needs=one), actor("b", offers=other)]
        wanted, offered = sorted(topics(actors, Meaning({})), key=lambda topic: not topic.needed)
        alike = Similar([offered], Meaning({}))
        assert (alike.to(wanted), wanted.state) == ([offered], "unmet")
        assert alike.one_but_for_endings(wanted, offered)


@pytest.mark.parametrize(
    ("need", "offer"), [("Raum", "Raumfahrt"), ("Bau", "Bauer"), ("Übersetzung", "Übersetzer"), ("Tee", "Teer")]
)
def test_what_only_begins_alike_is_not_similar(need: str, offer: str) -> None:
    assert similar(need, offer) == []


def test_more_words_are_not_the_same_but_for_endings() -> None:
    actors = [actor("a", needs="Zelte"), actor("b", offers="Zelt und Tische")]
    wanted, offered = sorted(topics(actors, MEANING), key=lambda topic: not topic.needed)
    alike = Similar([offered], MEANING)
    assert alike.to(wanted) == [offered]
    assert not alike.one_but_for_endings(wanted, offered)


def test_what_one_offers_oneself_is_not_similar() -> None:
    actors = [actor("a", needs="Räume im Osten", offers="Räume")]
    need, offer = topics(actors, MEANING)
    assert Similar([offer], MEANING).to(need) == []


WORDS = st.lists(st.sampled_from(["Räume", "raeume", "Saal", "Geld", "GELD", "Zeit", "–"]), max_size=4)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_every_pair_one_by_one(given_: list[tuple[list[str], list[str]]]) -> None:
    """A need of one is met if, and only if, another one offers a word of the same meaning, written out here by hand."""
    same = {"Räume": 1, "raeume": 1, "Saal": 1, "Geld": 2, "GELD": 2, "Zeit": 3}
    actors = [actor(str(i), "; ".join(needs), "; ".join(offers)) for i, (needs, offers) in enumerate(given_)]
    wanted = {
        (i, same[need]): any(
            same.get(offer) == same[need] for j, (_, offers) in enumerate(given_) if j != i for offer in offers
        )
        for i, (needs, _) in enumerate(given_)
        for need in needs
        if need in same
    }
    found: list[Topic] = topics(actors, MEANING)
    assert {
        (one.actor, same[topic.word]): bool(topic.helpers(one)) for topic in found for one in topic.needed
    } == wanted
    assert all((topic.state == "met") == any(map(topic.helpers, topic.needed)) for topic in found)
