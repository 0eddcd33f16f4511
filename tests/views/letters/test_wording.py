"""What a letter repeats of an entry, and what stays in the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.letters.fitting import fitting
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.wording import reason
from tests.making import folder
from tests.views.letters.test_letters import ABOUT, SCHEME

UNSAID = [
    "nichts", "k. A.", "keine", "-", "?", "–", "weiß noch nicht", "entfällt", "nein", "Nein!", "N/A", "none", "alles",
    "K.A.", "keine Angabe", "siehe Bemerkung", "",
]  # fmt: skip
LEFT_OUT = [
    "braucht selber Hilfe", "vielleicht Trommeln", "schlechte Erfahrungen mit dem Amt", "nur für Mitglieder",
    "ehrenamtliche Arbeit (wenn AWO nicht dabei ist)", "Raum: erst ab 18 Uhr", "Was soll das?", "only for members",
    "eine sehr lange Aufzählung von allem und jedem ohne Ende",
]  # fmt: skip
PLAIN = ["Klima", "Fairer Handel", "Kontakte zu Studierenden", "Küche für 200 Personen", "BNE", "الترجمة"]


@pytest.mark.parametrize("entry", UNSAID)
def test_what_is_no_answer_goes_without_a_word(entry: str) -> None:
    assert fitting([entry, "Klima"]) == (["Klima"], False)


@pytest.mark.parametrize("entry", LEFT_OUT)
def test_what_is_more_than_the_name_of_a_thing_stays_out_and_is_told(entry: str) -> None:
    assert fitting([entry, "Klima"]) == (["Klima"], True)


@pytest.mark.parametrize("entry", PLAIN)
def test_the_name_of_a_thing_stays_as_it_is(entry: str) -> None:
    assert fitting([entry, f"{entry}."]) == ([entry], False)


def test_case_is_no_difference_and_capitals_are_written_as_usual() -> None:
    assert fitting(["Klima", "klima", "Klima "]) == (["Klima"], False)
    assert fitting(["TROMMELN!!!"]) == (["Trommeln"], True)
    assert fitting(["TANZ UND MUSIK"]) == (["Tanz und Musik"], True)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (["Integration, Kultur, Frauen", "Kultur"], ["Integration", "Kultur", "Frauen"]),
        (["Kultur", "kultur, Sport usw."], ["Kultur", "Sport"]),
        (["Musik, Tanz, etc."], ["Musik", "Tanz"]),
        (["Räume,Klavier"], ["Räume", "Klavier"]),
        (["dance, music, and so on"], ["dance", "music"]),
        (["موسيقى، رقص"], ["موسيقى", "رقص"]),
        (["jemand, der Anträge schreibt", "Saal"], ["Saal"]),
        (["somebody, who writes well", "hall"], ["hall"]),
        (["Beratung, Räume (vormittags)", "Saal"], ["Saal"]),
    ],
)
def test_words_are_parted_at_commas_each_once_and_are_to_be_read(entries: list[str], words: list[str]) -> None:
    assert fitting(entries) == (words, True)
    assert all(reason(entries, [], style)[1] for style in (Style("de"), Style("en"), Style("de", plain=True)))


def test_the_comma_of_a_number_parts_nothing() -> None:
    assert fitting(["Raum mit 2,5 Metern Höhe"]) == (["Raum mit 2,5 Metern Höhe"], False)


def test_without_a_word_that_fits_the_view_matters() -> None:
    assert reason(["k. A."], ["nichts"], Style("de")) == (
        "Wir laden Sie ein, weil uns Ihre Sicht und Ihre Erfahrung wichtig sind.", False,
    )  # fmt: skip


def test_the_letters_to_be_read_are_told_by_their_numbers(tmp_path: Path) -> None:
    actors = """
        id;name;type;fields;offers;survey
        a;Chor;club;nein;keine;answered
        b;Haus;club;music;vielleicht Trommeln, wenn das Amt zahlt;answered
        c;Amt;office;advice;rooms;answered
    """
    place = folder(tmp_path / "city", actors, "source;target\na;b\nb;c\na;c", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats="3")
    numbers = {one["id"]: f"{place}" for place, one in enumerate(invitation.to_dict()["invited"], start=1)}
    made = ag.invitation_letters(invitation, tmp_path / "t.csv", template="de")
    (told,) = (problem.message("de") for problem in made.warnings if problem.key == "invitation_letters.read_words")
    assert told.endswith(f"in der Tabelle steht: Nr. {numbers['b']}.")
    text = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert not [word for word in ("nein", "keine", "Trommeln") if word in text]
    entered = ag.invitation_letters(invitation, tmp_path / "u.csv", template="de", fill={"Grund": "Kommen Sie."})
    assert "invitation_letters.read_words" not in [problem.key for problem in entered.warnings]


def test_an_offer_is_no_reason_and_nobody_is_asked_for_it() -> None:
    for style in (Style("de"), Style("de", plain=True), Style("en"), Style("en", plain=True)):
        said, _ = reason([], ["Catering"], style)
        assert said.startswith(style.say("reason"))
        assert "Catering. " in said
        assert "helfen" not in said
        assert "help" not in said
    assert reason(["Frauen"], ["Catering"], Style("de"))[0].endswith(
        "Sie bieten unter anderem an: Catering. Ob Sie dort davon erzählen möchten, entscheiden Sie."
    )


def test_who_is_asked_to_present_its_work_reads_nothing_of_its_offers(tmp_path: Path) -> None:
    actors = """
        id;name;type;fields;offers;survey
        a;Chor;club;music;Tanzgruppe;answered
        b;Haus;club;music;Saal;answered
        c;Amt;office;advice;Beratung;answered
        d;Schule;school;advice;Aula;answered
    """
    place = folder(tmp_path / "city", actors, "source;target\nb;c\nb;d\nc;d", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats="4")
    assert {one["id"]: one["role"] for one in invitation.to_dict()["invited"]}["a"] == "presenter"
    ag.invitation_letters(invitation, tmp_path / "t.csv", template="de")
    text = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert "Saal" in text
    assert "Tanzgruppe" not in text


@pytest.mark.parametrize(
    ("style", "line"),
    [
        (
            Style("de", plain=True),
            "Sie machen etwas zu diesen Themen: Frauen, Deutsch lernen. Darum laden wir Sie ein.",
        ),
        (Style("en", plain=True), "You work on these topics: Frauen, Deutsch lernen. So we are inviting you."),
        (Style("de"), "Wir laden Sie ein, weil Sie in diesen Bereichen arbeiten: Frauen, Deutsch lernen."),
        (Style("en"), "We are inviting you because you work in these fields: Frauen, Deutsch lernen."),
    ],
)
def test_a_field_is_no_knowledge(style: Style, line: str) -> None:
    """Who learns German does not know much about it."""
    assert reason(["Frauen", "Deutsch lernen"], [], style) == (line, False)
