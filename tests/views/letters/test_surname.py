"""By which part of its name somebody is greeted, and where a letter keeps the whole name and is to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.letters.reader import Reader, reader
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.wording import salutation
from actor_graph.words import LANGUAGES, Language
from tests.making import folder
from tests.views.letters.test_letters import ABOUT, SCHEME, read

GERMAN, ENGLISH = Style("de"), Style("en")


@pytest.mark.parametrize(
    ("cell", "german", "english"),
    [
        ("Frau Sabine Krause", "Sehr geehrte Frau Krause,", "Dear Ms Krause,"),
        ("Herr Dr. Omar Diallo", "Sehr geehrter Herr Dr. Diallo,", "Dear Dr. Diallo,"),
        ("Frau Prof. Dr. med. Eva Roth", "Sehr geehrte Frau Prof. Dr. Roth,", "Dear Prof. Roth,"),
        ("Frau Prof.Dr.Eva Roth", "Sehr geehrte Frau Prof. Dr. Roth,", "Dear Prof. Roth,"),
        ("Frau Z. Rahimi", "Sehr geehrte Frau Rahimi,", "Dear Ms Rahimi,"),
        ("Frau Anna B. Klein", "Sehr geehrte Frau Klein,", "Dear Ms Klein,"),
        ("Mr. Kwame Boateng", "Sehr geehrter Herr Boateng,", "Dear Mr Boateng,"),
        ("Frau Anna Müller-Lüdenscheidt", "Sehr geehrte Frau Müller-Lüdenscheidt,", "Dear Ms Müller-Lüdenscheidt,"),
        ("Frau Eva von der Aue", "Sehr geehrte Frau von der Aue,", "Dear Ms von der Aue,"),
        ("Herr Jan van de Velde", "Sehr geehrter Herr van de Velde,", "Dear Mr van de Velde,"),
        ("Herr Karl zu Stolberg-Roßla", "Sehr geehrter Herr zu Stolberg-Roßla,", "Dear Mr zu Stolberg-Roßla,"),
        ("Frau Inés de la Cruz", "Sehr geehrte Frau de la Cruz,", "Dear Ms de la Cruz,"),
        ("Herr Omar Al Hassan", "Sehr geehrter Herr Al Hassan,", "Dear Mr Al Hassan,"),
        ("Herr Omar al-Hassan", "Sehr geehrter Herr al-Hassan,", "Dear Mr al-Hassan,"),
        ("Herr Marco d'Angelo", "Sehr geehrter Herr d'Angelo,", "Dear Mr d'Angelo,"),
        ("Hr. v. Hagen", "Sehr geehrter Herr v. Hagen,", "Dear Mr v. Hagen,"),
        ("Frau Şule Yıldız", "Sehr geehrte Frau Yıldız,", "Dear Ms Yıldız,"),
        ("Frau Krause", "Sehr geehrte Frau Krause,", "Dear Ms Krause,"),
    ],
)
def test_a_letter_greets_by_the_surname(cell: str, german: str, english: str) -> None:
    assert salutation("", reader(cell), GERMAN) == (german, "")
    assert salutation("", reader(cell), ENGLISH) == (english, "")


@pytest.mark.parametrize(
    "name",
    [
        "Ana María García", "Nguyen Van Minh", "Nguyễn Minh", "Hans Peter von Hagen", "KRAUSE Sabine", "Sabine KRAUSE",
        "Анна Петрова", "ንግስቲ ኃይሉ", "李", "Yusuf K.", "Luis de la Cruz Ramos",
    ],
)  # fmt: skip
def test_where_the_surname_is_unsure_the_whole_name_stands_and_is_told(name: str) -> None:
    assert salutation("", Reader("Frau", name), GERMAN) == (f"Sehr geehrte Frau {name},", "surname")
    assert salutation("", Reader("Mr", name), ENGLISH) == (f"Dear Mr {name},", "surname")


@pytest.mark.parametrize("name", ["Rolf", "Selam", "Yusuf K.", "ንግስቲ"])
def test_a_first_name_alone_is_no_salutation_of_a_mayor(name: str) -> None:
    assert salutation("", Reader("", name), GERMAN) == ("Guten Tag,", "first_name")
    assert salutation("", Reader("", name), Style("de", plain=True)) == ("Guten Tag,", "first_name")
    assert salutation("", Reader("", name), ENGLISH) == ("Dear Sir or Madam,", "first_name")
    assert salutation("", Reader("", name), Style("en", plain=True)) == ("Hello,", "first_name")


def test_without_ms_or_mr_the_whole_name_stands() -> None:
    assert salutation("", reader("Kofi Mensah"), GERMAN) == ("Guten Tag Kofi Mensah,", "")
    assert salutation("", reader("Dr. Ulrich Beck"), ENGLISH) == ("Dear Dr. Ulrich Beck,", "")
    for cell in ("Pfr. i. R. Johannes Vogt", "StD'in Eva Wagner", "Pfarrerin Ute Lang", "Imam Yusuf Kaya"):
        assert salutation("", reader(cell), GERMAN) == (f"Guten Tag {cell},", "salutation")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_to_be_read_are_told(tmp_path: Path, language: Language) -> None:
    actors = """
        id;name;type;Ansprechpartnerin
        a;Chor;club;Rolf
        b;Haus;club;Frau Ana María García
        c;Amt;office;Frau Sabine Krause
    """
    place = folder(tmp_path / "city", actors, "source;target\na;b\nb;c\na;c", ABOUT.replace("de", language))
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats="3", language=language)
    made = ag.invitation_letters(invitation, tmp_path / "t.csv", template=language, with_contacts=True)
    numbers = {one["id"]: f"{number}" for number, one in enumerate(invitation.to_dict()["invited"], start=1)}
    told = {one.key: one.message(language) for one in made.warnings}
    sign = {"de": "Nr.", "en": "No"}[language]
    assert told["invitation_letters.read_first_name"].endswith(f": {sign} {numbers['a']}.")
    assert told["invitation_letters.read_surname"].endswith(f": {sign} {numbers['b']}.")
    assert not [text for text in told.values() if "Rolf" in text or "García" in text]
    line = {"de": "Guten Tag zusammen,", "en": "Dear all,"}[language]
    entered = ag.invitation_letters(
        invitation, tmp_path / "u.csv", template=language, with_contacts=True, fill={"salutation": line}
    )
    assert not {"invitation_letters.read_first_name", "invitation_letters.read_surname"} & {
        one.key for one in entered.warnings
    }


@pytest.mark.parametrize(("language", "line"), [("de", "Sehr geehrte Frau Mbeki,"), ("en", "Dear Ms Mbeki,")])
def test_a_bracket_behind_the_name_of_a_person_stands_in_no_letter(
    tmp_path: Path, language: Language, line: str
) -> None:
    actors = """
        id;name;type;person;Ansprechpartnerin;Strasse;PLZ
        a;Frau Rosa Mbeki (Lesepatin);individual;yes;Rosa Mbeki;Gasse 7;01067
        b;Herr Ali Kaya [Nachbar];individual;yes;;Gasse 8;01067
        c;Anna und Ben Roth (Paten);individual;yes;;;
        d;Haus (alt);club;;;;
    """
    place = folder(tmp_path / "city", actors, "source;target\na;b\nb;c\na;d", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    invitation = ag.invite(place, format="meeting", seats="4", language=language)
    made = ag.invitation_letters(invitation, tmp_path / "out", template=language, with_contacts=True)
    letters = {path.name.split(" ", 2)[2]: read(path) for path in made.files if path.suffix == ".docx"}
    assert {"Frau Rosa Mbeki.docx", "Herr Ali Kaya.docx", "Anna und Ben Roth.docx", "Haus (alt).docx"} == set(letters)
    assert line in letters["Frau Rosa Mbeki.docx"]
    assert "Frau Rosa Mbeki\nGasse 7\n" in letters["Frau Rosa Mbeki.docx"]
    assert f"Herr{'n' * (language == 'de')} Ali Kaya\nGasse 8\n" in letters["Herr Ali Kaya.docx"]
    assert not [letter for letter in letters.values() if "Lesepatin" in letter or "Nachbar" in letter]
    (told,) = (each.message(language) for each in made.warnings if each.key == "invitation_letters.read_salutation")
    number = next(path.name.split()[1] for path in made.files if "Roth" in path.name)
    assert told.endswith(f" {number}.")  # two people, one name
    alone = ag.invite(place, format="meeting", seats="1", include=["d"], language=language)
    for path in made.files:
        path.write_bytes(path.read_bytes() + b"changed")
    again = ag.invitation_letters(alone, tmp_path / "out", template=language, with_contacts=True, force=True)
    (left,) = (each.message(language) for each in again.warnings if each.key == "invitation_letters.left")
    assert not [name for name in ("Mbeki", "Kaya", "Roth") if name in left]
