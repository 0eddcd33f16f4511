"""Who reads a letter and how the letter greets: names as people note them, and what is no name."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.letters.reader import Reader, reader
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.wording import salutation
from tests.making import folder
from tests.views.letters.test_letters import ABOUT, SCHEME

POLITE = "Sehr geehrte Damen und Herren,"
NOBODY = Reader()
NO_NAMES = [
    "vakant",
    "Vakant",
    "siehe Bemerkung",
    "Siehe Bemerkung",
    "unbekannt",
    "N. N.",
    "NN",
    "n.n.",
    "z. Hd. Vorstand",
    "?",
    "Fam. Nguyen",
    "Frau Müller / Herr Kaya",
    "Herr und Frau Kaya",
    "Anna und Ali Kaya",
    "Anna möchte keine Post",
    "Frau",
    "1. Vorsitz",
    "Frau N. N.",
    "k. A.",
    "-",
    "",
    "Fr./Hr. Schmidt",
]


@pytest.mark.parametrize(
    ("cell", "title", "name"),
    [
        ("Hr. Yilmaz", "Herr", "Yilmaz"),
        ("Fr. Schmidt", "Frau", "Schmidt"),
        ("FRAU VANI", "Frau", "Vani"),
        ("Herrn Maier, Vorsitz", "Herr", "Maier"),
        ("Vorsitzende: Awa Diop", "", "Awa Diop"),
        ("Müller, Anna", "", "Anna Müller"),
        ("z. Hd. Frau Diop", "Frau", "Diop"),
        ("Kofi Mensah (schwierig!)", "", "Kofi Mensah"),
        ("c/o Awa Diop", "", "Awa Diop"),
        ("Dr. Kim Lee, Prof. Jo Roth", "", "Dr. Kim Lee"),
        ("Prof. Dr. med. Eva von der Aue", "", "Prof. Dr. med. Eva von der Aue"),
        ("Ms Mira Muster; Karl Muster", "Ms", "Mira Muster"),
        ("Selam", "", "Selam"),
        ("ንግስቲ", "", "ንግስቲ"),
        ("李", "", "李"),
        ("J. O'Neill", "", "J. O'Neill"),
        ("Frank Freitag", "", "Frank Freitag"),
        ("Herrmann", "", "Herrmann"),
    ],
)
def test_names_as_people_note_them(cell: str, title: str, name: str) -> None:
    assert reader(cell) == Reader(title, name)


@pytest.mark.parametrize("cell", NO_NAMES)
def test_what_is_no_name_of_one_person_names_nobody(cell: str) -> None:
    assert reader(cell) == NOBODY


@pytest.mark.parametrize(
    ("given", "line", "note"),
    [
        ("Frau", "Sehr geehrte Frau Kaya,", ""),
        ("Hr.", "Sehr geehrter Herr Kaya,", ""),
        ("HERRN", "Sehr geehrter Herr Kaya,", ""),
        ("Fr. Schmidt", "Sehr geehrte Frau Schmidt,", ""),
        ("FRAU VANI", "Sehr geehrte Frau Vani,", "salutation"),
        ("Liebe Awa", "Liebe Awa,", ""),
        ("Sehr geehrter Vorstand", "Sehr geehrter Vorstand,", ""),
        ("Salve!", "Salve!", ""),
        ("vakant", "Guten Tag,", "salutation"),
        ("siehe Bemerkung", "Guten Tag,", "salutation"),
        ("", "Guten Tag,", "first_name"),
        ("Liebe Awa, Tel. 0351 5550101", "Guten Tag,", "salutation"),
    ],
)
def test_the_column_of_salutations(given: str, line: str, note: str) -> None:
    assert salutation(given, Reader("", "Kaya"), Style("de")) == (line, note)


@pytest.mark.parametrize("given", ["vakant", "N. N.", "Fam. Nguyen", "Frau Müller / Herr Kaya", "z. Hd. Vorstand"])
def test_without_anybodys_name_a_letter_is_polite(given: str) -> None:
    assert salutation(given, NOBODY, Style("de")) == (POLITE, "salutation")


def test_what_is_no_name_stands_in_no_window_and_is_told(tmp_path: Path) -> None:
    actors = """
        id;name;type;Ansprechpartnerin;Telefon
        a;Chor;club;vakant;
        b;Haus;club;Fr. Schmidt;
        c;Amt;office;0351 5550101;0351 5550101
        d;Bund;office;FRAU VANI;
    """
    place = folder(tmp_path / "city", actors, "source;target\na;b\nb;c\na;c\na;d", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats="4")
    made = ag.invitation_letters(invitation, tmp_path / "t.csv", template="de", with_contacts=True)
    text = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert "vakant" not in text
    assert "Sehr geehrte Frau Schmidt," in text
    assert "Frau Vani" in text
    numbers = {one["id"]: f"{number}" for number, one in enumerate(invitation.to_dict()["invited"], start=1)}
    (told,) = (each.message("de") for each in made.warnings if each.key == "invitation_letters.read_salutation")
    assert told.endswith(f"in der Tabelle steht: Nr. {', '.join(sorted((numbers['a'], numbers['d'])))}.")
