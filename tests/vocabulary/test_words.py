"""Dates, numbers and headings by themselves."""

from __future__ import annotations

import pytest

from actor_graph.reading.dates import iso_date
from actor_graph.vocabulary.aliases import TABLES, Kind
from actor_graph.vocabulary.answers import survey_word
from actor_graph.vocabulary.headings import headings, key_of, language_of, match
from actor_graph.vocabulary.numbers import number


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-06-30", "2026-06-30"), ("2026-6-3", "2026-06-03"), ("2026-06-30T00:00:00", "2026-06-30"),
        ("2026-06-30 14:05", "2026-06-30"), ("2026/06/30", "2026-06-30"), ("30.6.2026", "2026-06-30"),
        ("30. 6. 2026", "2026-06-30"), ("30.06.26", "2026-06-30"), ("1.1.99", "1999-01-01"),
        ("29.2.2024", "2024-02-29"),
        ("30. Juni 2026", "2026-06-30"), ("3. März 2026", "2026-03-03"), ("30 June 2026", "2026-06-30"),
        ("June 30, 2026", "2026-06-30"), ("30/6/2026", "2026-06-30"), ("6/30/2026", "2026-06-30"),
        ("5/5/2026", "2026-05-05"), ("2026-06", "2026-06"), ("06/2026", "2026-06"), ("6.2026", "2026-06"),
        ("Juni 2026", "2026-06"), ("Dez. 2026", "2026-12"), ("2026", "2026"),
        ("31.2.2026", None), ("29.2.2026", None), ("32.1.2026", None), ("1.13.2026", None), ("3/4/2026", None),
        ("2026-13", None), ("13/2026", None), ("0/2026", None), ("30. Foo 2026", None), ("46203", None), ("26", None),
        ("bald", None), ("ca. 2012", None), ("2012-2014", None), ("٣٠.٦.٢٠٢٦", None), ("1.1.", None), ("0026", None),
    ],
)  # fmt: skip
def test_dates(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2", 2), ("1.5", 1.5), ("1,5", 1.5), (".5", 0.5), (",5", 0.5), ("1e3", 1000), ("1.234,5", 1234.5),
        ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("1\u202f234", 1234), ("−2", -2), ("1.234", 1.234), ("12'000", 12000),
        ("NaN", None), ("inf", None), ("1e400", None), ("", None), ("1,2,3", None), ("1_000", None), ("0x10", None),
        ("٣", None), ("zwei", None), ("5 kg", None),
    ],
)  # fmt: skip
def test_numbers(written: str, value: float | None) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("beantwortet", "answered"), ("ausgefüllt", "answered"), ("ausgefuellt", "answered"), ("replied", "answered"),
        ("in Aussicht gestellt", "promised"), ("hat zugesagt", "promised"), ("Interesse", "interested"),
        ("hat Interesse", "interested"), ("keine Rückmeldung", "no answer"), ("No response", "no answer"),
        ("abgesagt", "declined"), ("verweigert", "declined"), ("kein Interesse", "declined"), ("refused", "declined"),
        ("nicht angefragt", "not contacted"), ("Noch nicht kontaktiert", "not contacted"),
        ("not yet contacted", "not contacted"), ("erledigt", None), ("offen", None), ("nicht erreicht", None),
    ],
)  # fmt: skip
def test_survey_words(written: str, word: str | None) -> None:
    assert survey_word(written) == word


# The table of the contract, word for word.
CONTRACT: dict[Kind, dict[str, str]] = {
    "actors": {
        "id": "nr, key, Nr, Kürzel",
        "name": "organization, organisation, actor, label, Name, Organisation, Akteur, Bezeichnung",
        "type": "kind of organization, category, Typ, Art, Organisationsart",
        "fields": "focus, topics, Felder, Themen, Handlungsfelder",
        "needs": "Bedarfe, Bedarf, sucht",
        "offers": "Angebote, bietet",
        "languages": "Sprachen",
        "countries": "Länder",
        "place": "city, district, Ort, Stadtteil",
        "website": "url, web, Webseite, Internet",
        "description": "Beschreibung, Kurzbeschreibung",
        "members": "Mitglieder",
        "mandate": "Auftrag, Mandat",
        "staff": "Personal",
        "function": "Funktion",
        "wish": "Wunsch",
        "survey": "response, Rücklauf, Befragung",
        "reason": "Grund",
        "found_by": "gefunden durch",
        "checked": "geprüft",
        "person": "natural person, Einzelperson",
        "publish": "veröffentlichen",
        "publish_ties": "Verbindungen veröffentlichen",
        "informed": "informiert",
        "delete_after": "löschen nach",
    },
    "ties": {
        "source": "from, von, Quelle",
        "target": "to, nach, an, Ziel",
        "kind": "relation, Art, Beziehungsart",
        "intensity": "strength, Intensität",
        "weight": "Gewicht",
        "reported_by": "genannt von",
        "since": "seit",
        "until": "bis",
        "note": "Bemerkung, Notiz",
    },
}


@pytest.mark.parametrize("table", CONTRACT)
def test_headings_of_the_contract(table: Kind) -> None:
    for key, names in CONTRACT[table].items():
        for name in (key, *names.split(", ")):
            for written in (name, name.upper(), f" {name.replace(' ', '_')} ", name.replace(" ", "-"), name + ":"):
                assert key_of(table, written) == key, written


@pytest.mark.parametrize("table", TABLES)
def test_no_heading_stands_for_two_keys(table: Kind) -> None:
    names = [name for name, known in headings(table).items() if known.own]
    assert len(names) == len(set(names)) == len({known.key for known in headings(table).values()})


@pytest.mark.parametrize("heading", ["Status", "Bemerkung", "Telefon", "location", "", "type of building"])
def test_what_is_an_attribute(heading: str) -> None:
    assert key_of("actors", heading) is None


def test_match() -> None:
    found = match("actors", ["label", "Name", "Name ", "Art", "Typ", "x"])
    assert found.keys == (None, "name", None, "type", None, None)
    assert found.twice == ((1, 2),)
    assert found.aside == (("type", 3, 4),)


@pytest.mark.parametrize(
    ("written", "language"),
    [
        (["Name", "Typ"], "de"), (["id", "name", "type"], "en"), (["Name"], None), (["Typ", "needs"], "en"),
        (["id", "Foo"], None), (["Kuerzel"], "de"),
    ],
)  # fmt: skip
def test_language_of_headings(written: list[str], language: str | None) -> None:
    assert language_of([("actors", heading) for heading in written]) == language
