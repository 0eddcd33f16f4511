"""Values of contact columns and ways of writing a name go from all texts; offices, places and everyday words stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.lookup import Lookup
from actor_graph.privacy.people import people
from actor_graph.writing.letters.roster import Roster
from tests.making import landscape


def told(where: Path, text: str, contact: str = "", person: str = "", name: str = "Verein", place: str = "") -> str:
    """A description as it leaves, beside a contact column with a value, a natural person and another actor."""
    rows = [("id", "name", "person", "place", "description", "Ansprechperson"), ("a", "Chor", "", "", text, contact)]
    rows += [("b", name, "", place, "", "")] + ([("p", person, "yes", "", "", "")] if person else [])
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    return str(leaving(landscape(where / "l", table, "source,target\n")).actors["description"][0])


@pytest.mark.parametrize(
    "written",
    [
        "Mehmet Yılmaz", "MEHMET YILMAZ", "mehmet yilmaz", "Yılmaz, Mehmet", "Yılmaz Mehmet", "Herr Yılmaz",
        "Herrn Yılmaz", "Frau Yılmaz", "Fr. Yılmaz", "Hr. Yılmaz", "Dr. Yılmaz", "Prof. Dr. Yılmaz", "M. Yılmaz",
        "M.Yılmaz",
        "Herrn Yılmaz, M. Yılmaz", "Herrn Dr. Mehmet Yılmaz", "Yılmaz, M", "Familie Yılmaz",
        "Mehmet\u00a0 Yılmaz", "Herrn Mehmet",
        "Meh\u00admet Yılmaz",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "cell",
    [
        "Mehmet Yılmaz", "Yılmaz, Mehmet", "Herr Mehmet Yılmaz", "Leitung: Dr. Mehmet Yılmaz (abends)",
        "Anna Muster; Mehmet Yılmaz, 0351 5550101", "Vorsitzender Mehmet Yılmaz und Anna Muster",
    ],
)  # fmt: skip
def test_a_contact_person_is_in_no_text_however_written(tmp_path: Path, cell: str, written: str) -> None:
    left = ", ".join(["[…]"] * (2 if written.count("Yılmaz") > 1 else 1))
    assert told(tmp_path, f"Raum bei {written}. Danke", cell) == f"Raum bei {left}. Danke"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("AWO", "Die AWO hilft"),
        ("Büro", "Das Büro ist offen"),
        ("Kulturamt", "Gefördert vom Kulturamt"),
        ("Amt für Kultur", "Das Amt für Kultur fördert"),
        ("Yılmaz", "Bäckerei Yılmaz spendet"),
        ("nach Absprache", "Termine nach Absprache"),
        ("Bo Li", "Bo Lindgren spielt"),
        ("Bo Li", "Bo Li spielt"),
        ("Mehmet Yılmaz", "Ahmet Yılmaz und die Bäckerei Yılmaz"),
        ("Mehmet Yılmaz", "A. Yılmaz, Frau Yılmazer"),
        ("Maria Koch", "Koch, m/w/d gesucht; Wir suchen eine Frau, Koch wäre gut"),
        ("Offene Tür", "eine offene Tür für alle"),
        ("01067 Dresden", "Ein Haus in 01067 Dresden"),
        ("Erst nach 18 Uhr anrufen", "Offen nach 18 Uhr"),
        ("Mai 2019", "Gegründet Mai 2019"),
        ("https://verein.example/kontakt", "Mehr: https://verein.example/kontakt"),
    ],
)
def test_offices_single_words_notes_and_others_stay(tmp_path: Path, cell: str, text: str) -> None:
    assert told(tmp_path, text, cell) == text


@pytest.mark.parametrize(
    ("cell", "text", "name", "place"),
    [
        ("Mevlana Kultur", "Mit Mevlana Kultur im Saal", "Mevlana Kultur e. V.", ""),
        ("Alte Mitte", "Feste in Alte Mitte", "Verein", "Alte Mitte"),
        ("Gertrud Holle", "Märchen von Frau Holle", "Theater Frau Holle", ""),
        ("Hauptstraße 5", "In der Hauptstraße 5", "Haus", "Hauptstraße 5, Planfeld"),
    ],
)
def test_what_stands_in_the_name_or_place_of_an_actor_stays(
    tmp_path: Path, cell: str, text: str, name: str, place: str
) -> None:
    assert told(tmp_path, text, cell, name=name, place=place) == text
    assert "[…]" in told(tmp_path / "other", text, cell)


@pytest.mark.parametrize(
    ("cell", "text", "left"),
    [
        ("Hauptstraße 5, 01067 Dresden", "Lager: Hauptstr. 5, hinten", "Lager: […], hinten"),
        ("Hauptstr. 5", "Lager: HAUPTSTRASSE 5", "Lager: […]"),
        ("Am Alten Markt 12a", "Am alten Markt 12a und Am alten Markt 12", "[…] und Am alten Markt 12"),
        ("Straße des 17. Juni 135", "Straße des 17. Juni 135", "[…]"),
        ("12 Main Street", "at 12 Main Street", "at […]"),
        ("555 01 77", "unter 5550177", "unter […]"),
        ("5550177", "unter 5550177 und 2019", "unter […] und 2019"),
        ("m@planted.example", "an m@planted.example", "an […]"),
    ],
)
def test_an_address_or_number_of_a_contact_column_is_in_no_text(
    tmp_path: Path, cell: str, text: str, left: str
) -> None:
    assert told(tmp_path, text, cell) == left


def test_what_is_gone_has_one_mark_and_what_people_wrote_stays(tmp_path: Path) -> None:
    """The sign for what is gone has three dots in one, which are not taken apart where other signs are."""
    text = "[...] Mehmet\u00a0Yılmaz, 0351\u00a01234567, 9 m² …"
    assert told(tmp_path, text, "Mehmet Yılmaz") == "[...] […], […], 9 m2 …"
    assert told(tmp_path / "other", "[...] bei Mehmet\u00a0Yılmaz, 9 m²", "Mehmet Yılmaz") == "[...] bei […], 9 m²"


def test_given_name_and_surname_may_stand_in_two_columns(tmp_path: Path) -> None:
    actors = "id,name,description,Vorname,Nachname\na,A,Frag Mehmet Yılmaz,,\nb,B,,Mehmet,Yılmaz\n"
    assert leaving(landscape(tmp_path, actors, "source,target\n")).actors["description"][0] == "Frag […]"


def test_with_contacts_the_names_stay(tmp_path: Path) -> None:
    actors = "id,name,description,Vorsitz\na,A,Frag Herrn Yılmaz,Mehmet Yılmaz\n"
    shown = leaving(landscape(tmp_path, actors, "source,target\n"), with_contacts=True).actors
    assert (shown["description"][0], shown["Vorsitz"][0]) == ("Frag Herrn Yılmaz", "Mehmet Yılmaz")


@pytest.mark.parametrize(
    "written",
    ["Gertrud Hässler", "GERTRUD HÄSSLER", "Frau Hässler", "G. Hässler", "Hässler, Gertrud", "Frau Haessler", "Hässler",
     "Hässlers"],
)  # fmt: skip
def test_a_natural_person_is_its_stand_in_however_written(tmp_path: Path, written: str) -> None:
    assert told(tmp_path, f"Fragt {written}, bitte", person="Gertrud Hässler") == "Fragt Person 1, bitte"


@pytest.mark.parametrize(
    ("person", "text", "name"),
    [
        ("Gertrud Sommer", "Im Sommer ist Sommer", "Verein"),
        ("Gertrud Hässler", "Eine hässler Sache", "Verein"),
        ("Gertrud Hässler", "Im Hässler", "Hässler Haus e. V."),
        ("Gertrud Ay", "Ay ist ein Fluss", "Verein"),
    ],
)
def test_a_surname_alone_stays_where_it_may_be_something_else(
    tmp_path: Path, person: str, text: str, name: str
) -> None:
    assert told(tmp_path, text, person=person, name=name) == text


def test_a_surname_of_two_persons_becomes_neither(tmp_path: Path) -> None:
    actors = "id,name,person,description\na,A,,Frau Hässler und Anna Hässler\nb,Anna Hässler,yes,\nc,Ida Hässler,yes,\n"
    shown = leaving(landscape(tmp_path, actors, "source,target\n")).actors
    assert shown["description"][0] == "[…] und Person 1"


def test_a_questionnaire_names_no_contact_person_and_nobody_but_its_own_person(tmp_path: Path) -> None:
    actors = "id,name,person,Vorsitz\na,A,,Mehmet Yılmaz\nb,Anna Hässler,yes,\nc,Ida Planner,yes,\n"
    roster = Roster(landscape(tmp_path, actors, "source,target\n"), "de")
    text = "Herr Yılmaz, Frau Hässler, I. Planner"
    assert roster.told(text) == "[…], Person 1, Person 2"
    assert roster.clear(1)(text) == "[…], Frau Hässler, Person 2"


@pytest.mark.parametrize(
    "cell",
    [
        "Kulturamt",
        "Büro Nord",
        "Deutsches Rotes Kreuz",
        "Netzwerk Asyl",
        "Haus der Kulturen",
        "siehe Webseite",
        "N. N.",
        "",
        "x",
    ],
)
def test_nobody_is_seen_where_nobody_is_named(cell: str) -> None:
    assert list(people(cell)) == []


def test_the_work_does_not_grow_with_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many forms are compared in a text beside 2,000 other names as beside none."""
    import actor_graph.privacy.lookup as looked

    def compared(others: int) -> int:
        calls: list[int] = []
        fits = looked._fits
        with monkeypatch.context() as patched:
            patched.setattr(looked, "_fits", lambda *given: calls.append(1) or fits(*given))
            known = Lookup()
            for n in range(others + 1):
                for person in people(f"Mehmet Fam{re.sub('.', lambda d: chr(97 + int(d.group())), str(n))}"):
                    known.add_person(person, "[…]")
            assert known.put("Herr Fama und Mehmet Fama, M. Fama in der Stadt") == "[…] und […], […] in der Stadt"
        return len(calls)

    assert compared(2_000) == compared(0)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Leitung QARABULUT M., Raum 3", "Leitung […]., Raum 3"),
        ("Leitung: Qarabulut M.", "Leitung: […]."),
        ("Frau Qarabulut M. Beispiel", "[…] M. Beispiel"),
    ],
)
def test_a_surname_before_its_initial_as_in_lists_is_found_where_it_ends_there(
    tmp_path: Path, text: str, left: str
) -> None:
    assert told(tmp_path, text, "Mehmet Qarabulut") == left


def test_a_natural_person_with_a_short_name_is_found_turned_too(tmp_path: Path) -> None:
    assert told(tmp_path, "mit Bo Li (Li, Bo), Lila, Bo und Li", person="Bo Li") == (
        "mit Person 1 (Person 1), Lila, Bo und Li"
    )
