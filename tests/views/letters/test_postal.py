"""Where a letter goes: the columns of contact data as people head and fill them."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.views.letters.postal import Postal, postal
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
