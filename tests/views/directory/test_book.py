"""The directory as a whole: letters, indexes, needs, others, what is said and what is warned of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from actor_graph.problems import OutputError, RequestError
from actor_graph.views.directory import Directory, directory
from tests.making import landscape
from tests.views.directory.made import ABOUT, NO_TIES, town


def words(made: Directory, column: str) -> dict[str, list[str]]:
    return {topic.word: [entry.name for entry in topic.entries] for topic in getattr(made, column)}


def warned(made: Directory) -> list[str]:
    return [problem.message("de") for problem in made.warnings]


def test_names_stand_under_their_letter_and_other_scripts_last(tmp_path: Path) -> None:
    made = directory(town(tmp_path))
    assert {letter: [entry.name for entry in under] for letter, under in made.letters} == {
        "0–9": ["10 Freunde"],
        "A": ["Ägypten-Forum"],
        "B": ["Brücke e. V."],
        "Andere Schriften": ["جمعية الأمل"],
    }
    assert [letter for letter, _ in made.letters] == ["0–9", "A", "B", "Andere Schriften"]


def test_words_that_differ_in_case_alone_are_one(tmp_path: Path) -> None:
    made = directory(town(tmp_path))
    assert words(made, "fields") == {"Bildung": ["Ägypten-Forum", "Brücke e. V."], "Kultur": ["Brücke e. V."]}
    assert words(made, "countries") == {"Ägypten": ["Ägypten-Forum"], "Togo": ["Ägypten-Forum", "Brücke e. V."]}


def test_synonyms_of_the_scheme_are_one_word(tmp_path: Path) -> None:
    read = town(tmp_path)
    read = replace(read, scheme=replace(read.scheme, synonyms={"Bildung": ("Kultur",)}))
    assert list(words(directory(read), "fields")) == ["Bildung"]


def test_needs_named_by_several_stand_first_and_by_field(tmp_path: Path) -> None:
    made = directory(town(tmp_path))
    assert [(topic.word, len(topic.entries)) for topic in made.shared_needs] == [("Räume", 2)]
    assert [topic.word for topic in made.single_needs] == ["Geld"]
    by_field = {word: [need.word for need in needs] for word, needs in made.needs_by_field}
    assert by_field == {"Bildung": ["Geld", "Räume"], "Kultur": ["Geld", "Räume"]}


def test_nothing_of_those_who_did_not_agree_is_told(tmp_path: Path) -> None:
    made = directory(town(tmp_path))
    told = repr((made.entries, made.fields, made.needs, made.countries)) + made.others_told()
    for word in ("Ruhe", "Iran", "Will leise sein", "Zeit", "Türkei", "Ayşe", "Person 1", "Ohne eins"):
        assert word not in told, word


def test_others_are_counted_by_kind_and_never_one_or_two(tmp_path: Path) -> None:
    """Three of kind Verein are not named, one of kind Amt, one person: three is told, but with the sizes of two kinds
    hidden no third has to be."""
    made = directory(town(tmp_path))
    assert made.others.counts == (("Verein", 3),)
    assert made.others_told() == "Verein 3; dazu einige, die hier nicht gezählt werden, weil es wenige sind"
    assert directory(town(tmp_path), audience="participants").others_told() == ""


def test_a_single_hidden_kind_takes_a_second_with_it(tmp_path: Path) -> None:
    """By hand: of A one is not named, of B four: with the four told, the one of A could be worked out."""
    actors = [*[("A", "ja")] * 6, ("A", ""), *[("B", "ja")] * 3, *[("B", "")] * 4]
    rows = "\n".join(f"{n},Verein {n},{kind},{publish}" for n, (kind, publish) in enumerate(actors))
    made = directory(landscape(tmp_path, f"id,Name,Art,veröffentlichen\n{rows}\n", NO_TIES))
    assert made.others.counts == ()
    assert made.others.more


def test_what_is_said_first(tmp_path: Path) -> None:
    assert directory(town(tmp_path)).lines() == [
        "Öffentliche Fassung · Stand 30. Juni 2026",
        "Hier stehen die 4 Akteure, die der Veröffentlichung zugestimmt haben.",
        "3 von 4 haben ihren Eintrag geprüft.",
        "Wie in dieser Erhebung zu diesem Thema genannt; kein Urteil über die Arbeit der Genannten.",
    ]
    assert directory(town(tmp_path), audience="office", language="en").lines()[0] == (
        "Internal working document · As of June 30, 2026"
    )


def test_one_or_two_who_checked_are_told_to_the_public_neither(tmp_path: Path) -> None:
    read = town(tmp_path)
    checked = tuple(day if row else None for row, day in enumerate(read.actors["checked"]))
    actors = replace(read.actors, columns={**read.actors.columns, "checked": checked})
    assert directory(replace(read, actors=actors)).checked is None
    assert directory(replace(read, actors=actors), audience="office").checked == 2


def test_a_member_group_that_has_not_agreed_is_left_out_and_said(tmp_path: Path) -> None:
    made = directory(town(tmp_path))
    assert made.entries[2].members == ("Chor Nord",)
    assert [problem.key for problem in made.warnings] == ["directory.member_out", "directory.gone"]
    assert warned(made)[:1] == [
        "„Stille“ steht nicht unter den Mitgliedsgruppen von „Brücke e. V.“, denn dieser Akteur hat der "
        "Veröffentlichung nicht zugestimmt."
    ]
    assert made.warnings[0].row == 2
    assert directory(town(tmp_path), audience="office").entries[2].members == ("Chor Nord", "Stille")


def test_one_that_has_not_agreed_is_found_under_other_spellings_too(tmp_path: Path) -> None:
    actors = (
        "id,Name,veröffentlichen,members,weitere Schreibweisen\na,Ruhiger Kreis,,,Stiller Kreis; Berta\n"
        "b,Berta,ja,Stiller Kreis; Berta; Tanz,\n"
    )
    made = directory(landscape(tmp_path, actors, NO_TIES, ABOUT))
    assert made.entries[0].members == ("Berta", "Tanz")
    assert made.warnings[0].key == "directory.member_out"


def test_a_text_that_names_another_is_warned_of_and_stays(tmp_path: Path) -> None:
    actors = (
        "id,Name,veröffentlichen,Beschreibung\na,Anna-Verein e. V.,,\nb,Berta,ja,Gemeinsam mit dem ANNA Verein.\n"
        "c,Cora,ja,Joanna-Vereinigung\n"
    )
    made = directory(landscape(tmp_path, actors, NO_TIES, ABOUT))
    assert made.entries[0].description == "Gemeinsam mit dem ANNA Verein."
    assert [(problem.key, problem.row) for problem in made.warnings] == [("privacy.names_another", 3)]


def test_a_text_that_names_others_as_german_declines_them_is_warned_of(tmp_path: Path) -> None:
    actors = (
        "id,Name,veröffentlichen,Beschreibung\na,Afrika-Forum e. V.,,\nt,Türkischer Kulturverein,,\n"
        "b,Berta,ja,Saal des Vereins Afrika-Forums\nc,Cora,ja,Feste mit den Türkischen Kulturvereinen\n"
        "d,Dora,ja,Afrikanisches Forum für türkische Kultur\n"
    )
    made = directory(landscape(tmp_path, actors, NO_TIES, ABOUT))
    assert [(problem.row, problem.values["other"]) for problem in made.warnings] == [
        (4, "Afrika-Forum e. V."), (5, "Türkischer Kulturverein"),
    ]  # fmt: skip


def test_what_is_missing_for_the_slip_is_said(tmp_path: Path) -> None:
    made = directory(town(tmp_path, "\n    name: Musterstadt\n"))
    assert made.feedback == {}
    assert any("feedback" in line for line in warned(made))
    assert directory(town(tmp_path)).feedback == {"address": "netz@example.org"}


def test_a_sensitive_column_left_out_is_said(tmp_path: Path) -> None:
    read = town(tmp_path)
    actors = replace(read.actors, headings={**read.actors.headings, "countries": "Herkunft"})
    made = directory(replace(read, actors=actors))
    assert made.countries == ()
    assert any("„Herkunft“ betrifft Religion" in line for line in warned(made))


def test_without_an_actor_as_if_it_were_not_there(tmp_path: Path) -> None:
    made = directory(town(tmp_path), without=["br", "Ohne eins"])
    assert [entry.name for entry in made.entries] == ["10 Freunde", "Ägypten-Forum", "جمعية الأمل"]
    assert made.others.counts == ()


@pytest.mark.parametrize(
    ("actors", "audience", "key"),
    [
        ("id,Name\na,A\n", "public", "directory.nobody"),
        ("id,Name,veröffentlichen\na,A,nein\n", "public", "directory.nobody"),
        ("id,Name,veröffentlichen,Einzelperson\na,A,ja,ja\n", "public", "directory.persons_alone"),
        ("id,Name,Rücklauf\na,A,ausgeschlossen\n", "office", "directory.no_actors"),
    ],
)
def test_nobody_to_print_is_said_and_nothing_written(tmp_path: Path, actors: str, audience: str, key: str) -> None:
    read = landscape(tmp_path / "in", actors, NO_TIES)
    with pytest.raises(RequestError) as told:
        directory(read, tmp_path / "out" / "directory.html", audience=audience)
    assert told.value.key == key
    assert not (tmp_path / "out").exists()
    if key != "directory.no_actors":
        assert "„veröffentlichen“" in str(told.value)


def test_an_ending_that_is_no_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.html.*\.docx.*\.xlsx"):
        directory(town(tmp_path / "in"), tmp_path / "directory.pdf")


def test_numbers_for_names(tmp_path: Path) -> None:
    read = town(tmp_path / "in")
    made = directory(read, tmp_path / "out" / "d.html", audience="participants", pseudonymize=True)
    text = (tmp_path / "out" / "d.html").read_text("utf-8")
    assert "Pseudonymisiert, nicht anonym" in text
    for word in ("Brücke", "Musterstadt", "bruecke", "Mitte", "Beratung", "netz@example.org"):
        assert word not in text, word
    assert len(made.entries) == 9
    assert not (tmp_path / "in.key.csv").exists()
    assert made.write_key().stat().st_mode & 0o777 == 0o600
    assert len(made.key) == len(read.actors)
