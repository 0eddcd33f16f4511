"""Who reads a letter and how the letter greets: names as people note them, and what is no name."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.letters.reader import Reader, reader
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.wording import salutation
from actor_graph.words import LANGUAGES, Language
from tests.making import folder
from tests.views.letters.test_letters import ABOUT, SCHEME
from tests.views.letters.test_letters import read as text

POLITE = "Sehr geehrte Damen und Herren,"
NOBODY = Reader()
SEVERAL = [
    "Frau Nowak, Frau Zielinska",
    "Eva Lorenz; Tom Haas",
    "Eva Lorenz\nTom Haas",
    "Eva Lorenz, Tom Haas",
    "Frau Meier u. Herr Kowalski",
    "Frau Aylin Demir / Herr Peter Schulz",
    "Müller, Anna; Schmidt, Ben",
    "Dr. Kim Lee, Prof. Jo Roth",
    "Ms Mira Muster; Karl Muster",
    "Vorsitz: Hr. Dr. Omar Diallo, Stellv. Frau Petrova",
    "Sabine Krause (Vertretung Tom Haas)",
    "Sabine Krause (am besten Frau Haas)",
    "Sabine Krause, Vertretung: Tom Haas",
    "Sabine Krause (Vertretung: Tom Haas)",
    "Herr und Frau Kaya",
]
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
    *SEVERAL,
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
        ("Prof. Dr. med. Eva von der Aue", "", "Prof. Dr. med. Eva von der Aue"),
        ("Frau Meier, Referat Internationales", "Frau", "Meier"),
        ("Frau Mira Muster, 1. Vorsitzende; 0351 5550101", "Frau", "Mira Muster"),
        ("Anna Müller - Schatzmeisterin", "", "Anna Müller"),
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_people_of_a_cell_are_told_and_none_of_them_is_left_out(tmp_path: Path, language: Language) -> None:
    lines = "\n".join(f'{place};Chor {place};club;"{cell}"' for place, cell in enumerate(SEVERAL))
    last = len(SEVERAL)
    lines += f'\n{last};Chor {last};club;"Frau Eva Lorenz, Pastor Tom"\n{last + 1};Bund;club;Frau Krause, Vorsitz'
    place = folder(tmp_path / "city", f"id;name;type;Ansprechpartnerin\n{lines}", "source;target\n0;1", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats=str(last + 2), language=language)
    made = ag.invitation_letters(invitation, tmp_path / "out", template=language, with_contacts=True)
    (told,) = (each.message(language) for each in made.warnings if each.key == "invitation_letters.read_several")
    assert told.rpartition(":")[2].count(",") + 1 == last + 1  # all but that of one person
    written = {path.name: text(path) for path in made.files if path.suffix == ".docx"}
    assert len(written) == last + 2
    alone = "Sehr geehrte Frau Lorenz," if language == "de" else "Dear Ms Lorenz,"
    assert sum(alone in letter for letter in written.values()) == 1
    names = ("Nowak", "Zielinska", "Haas", "Meier", "Kowalski", "Demir", "Kaya", "Petrova", "Roth", "Schmidt")
    assert not [letter for letter in written.values() if any(name in letter for name in names)]
