"""Where a letter goes: the columns of contact data as people head and fill them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.views.letters.postal import Postal, postal
from actor_graph.words import Language
from tests.making import landscape

TIES = "source;target\na;b"


def of(where: Path, **cells: str) -> Postal:
    heads, row = ";".join(("id", "name", *cells)), ";".join(("a", "Haus", *cells.values()))
    read = landscape(where / "city", f"{heads}\n{row}\nb;Chor{';' * len(cells)}", TIES)
    return postal(read.actors, 0, "Musterstadt")


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ({"Straße": "Rathausplatz 1", "PLZ": "01067", "Ort": "Dresden"}, ("Rathausplatz 1", "01067 Dresden")),
        ({"Strasse": "Am Markt", "Hausnummer": "3 b", "PLZ": "01067"}, ("Am Markt 3 b", "01067 Musterstadt")),
        ({"Straße": "Rathausplatz 1", "Stadtteil": "Nordstadt"}, ("Rathausplatz 1", "Musterstadt")),
        ({"Anschrift": "Rathausplatz 1, 01067 Dresden"}, ("Rathausplatz 1", "01067 Dresden")),
        ({"Postanschrift": "Rathausplatz 1", "PLZ/Ort": "01067 Dresden"}, ("Rathausplatz 1", "01067 Dresden")),
        ({"Postfach": "10 20 30", "PLZ": "01067"}, ("10 20 30", "01067 Musterstadt")),
        ({"address": "1 High Street", "postcode": "AB1 2CD", "city": "Leeds"}, ("1 High Street", "AB1 2CD Leeds")),
        ({"Telefon": "0351 5550101"}, ()),
    ],
)
def test_addresses(tmp_path: Path, cells: dict[str, str], lines: tuple[str, ...]) -> None:
    assert of(tmp_path, **cells).lines == lines


@pytest.mark.parametrize(
    ("cells", "person"),
    [
        ({"Ansprechpartnerin": "Mira Muster"}, ("", "Mira Muster")),
        ({"Ansprechpartner/-in": "Frau Mira Muster, 1. Vorsitzende"}, ("Frau", "Mira Muster")),
        ({"Kontaktperson": "Muster, Mira"}, ("", "Mira Muster")),
        ({"contact_name": '"Ms Mira Muster; Karl Muster"'}, ("", "")),
        ({"contact_name": "Ms Mira Muster"}, ("Ms", "Mira Muster")),
        ({"Kontakt": '"Frau Nowak, Frau Zielinska"', "Vorsitz": "Mira Muster"}, ("", "")),
        ({"Vorname": "Mira", "Nachname": "Muster"}, ("", "Mira Muster")),
        ({"Kontakt": "mira@example.org"}, ("", "")),
        ({"Kontakt": "0351 5550101"}, ("", "")),
        ({"Vorsitz": "Mira Muster", "Kontakt": "siehe 0351 5550101"}, ("", "Mira Muster")),
    ],
)
def test_persons(tmp_path: Path, cells: dict[str, str], person: tuple[str, str]) -> None:
    found = of(tmp_path, **cells)
    assert (found.title, found.person) == person


def test_an_address_to_mail_to(tmp_path: Path) -> None:
    assert of(tmp_path, **{"E-Mail": "Büro <a@example.org>, b@example.org"}).email == "a@example.org"


@pytest.mark.parametrize(
    ("cells", "short"),
    [
        ({"Straße": "Am Markt 1", "PLZ": "1234", "Ort": "Kleinbrück"}, True),
        ({"Straße": "Am Markt 1", "PLZ": "1234"}, True),
        ({"Anschrift": "Am Markt 1, 1234 Kleinbrück"}, True),
        ({"Straße": "Am Markt 1", "PLZ/Ort": "1234 Bad Kleinbrück"}, True),
        ({"Straße": "Am Markt 1", "PLZ": "01234", "Ort": "Kleinbrück"}, False),
        ({"Straße": "Am Markt 1234", "PLZ": "01234", "Ort": "Kleinbrück"}, False),
        ({"Straße": "Landstraße 5", "PLZ": "A-1010", "Ort": "Wien"}, False),
        ({"Straße": "Landstraße 5", "PLZ": "CH-8001", "Ort": "Zürich"}, False),
        ({"address": "1 High Street", "postcode": "AB1 2CD", "city": "Leeds"}, False),
        ({"Straße": "Am Markt 1"}, False),
        ({"Telefon": "1234"}, False),
    ],
)
def test_a_postcode_of_four_digits_is_seen(tmp_path: Path, cells: dict[str, str], short: bool) -> None:
    assert of(tmp_path, **{key: f'"{cell}"' for key, cell in cells.items()}).short_code == short


@pytest.mark.parametrize(("language", "words"), [("de", "Postleitzahl mit vier Ziffern"), ("en", "has four digits")])
def test_a_code_that_a_spreadsheet_has_as_a_number_is_told_and_stays(
    tmp_path: Path, language: Language, words: str
) -> None:
    """Whether 1234 is 01234 in Saxony or a code of its own in Austria, nobody can tell from the number."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Akteure"
    heads = ("id", "name", "type", "Straße", "PLZ", "Ort")
    rows = (("a", "Chor", "club", "Markt 1", 1234, "Klein"), ("b", "Haus", "club", "Markt 2", "01234", "Klein"))
    for row in (heads, *rows):
        sheet.append(row)
    ties = book.create_sheet("Verbindungen")
    for pair in (("source", "target"), ("a", "b")):
        ties.append(pair)
    book.save(tmp_path / "city.xlsx")
    invitation = ag.invite(tmp_path / "city.xlsx", format="round table", seats="2", language=language)
    made = ag.invitation_letters(invitation, tmp_path / "t.csv", template=language, with_contacts=True)
    (told,) = (each.message(language) for each in made.warnings if each.key == "invitation_letters.read_code")
    number = [one["id"] for one in invitation.to_dict()["invited"]].index("a") + 1
    assert words in told
    assert told.endswith(f" {number}.")
    lines = (tmp_path / "t.csv").read_text("utf-8-sig").splitlines()
    assert [line for line in lines if line.startswith("1234 Klein")]
