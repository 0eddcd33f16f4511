"""The letters of a survey: who is named to whom, what is filled in, and what they look like to Word."""

from __future__ import annotations

import re
import stat
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from actor_graph.landscape import Landscape
from actor_graph.privacy.released import PUBLISHED
from actor_graph.reading import read
from actor_graph.survey import feedback
from actor_graph.views.directory.entries import Entry
from actor_graph.words import LANGUAGES, Language
from actor_graph.writing.letters import folder_of, told, write_letters
from tests.making import folder
from tests.material import ROOT
from tests.office import Convert

ACTORS = """
    id;Name;Typ;Rücklauf;Einzelperson;Telefon;Beschreibung;Bemerkung;Bedarfe
    w;Weltladen;Weltladen;geantwortet;;0228 123456;Verkauft Kaffee, Tel. 0228 123456, mit Emma Muster;heikel;Freiwillige
    f;Afrika-Forum;Migrantenorganisation;geantwortet;;;;;
    r;Rathaus;Verwaltung;geantwortet;;;;;
    c;Chor;Schule;keine Antwort;;;;;
    e;Emma Muster;Einzelperson;geantwortet;ja;;;;
    x;Schachklub;Schule;ausgeschlossen;;;;;
"""
TIES = """
    von;nach;Intensität;genannt von;bis
    w;f;gelegentlich;w;
    w;f;umfassend;w;
    w;r;regelmäßig;r;
    w;c;anlassbezogen;;
    w;e;umfassend;w;
    w;x;umfassend;w;
    r;c;umfassend;r;2020
"""
ABOUT = """
    name: Musterstadt
    date: 2026-06-30
    scheme: migration-development
"""


@pytest.fixture
def city(tmp_path: Path) -> Landscape:
    return read(folder(tmp_path / "alt", ACTORS, TIES, ABOUT))


def text(path: Path) -> str:
    """All texts of a letter, tables too, in their order."""
    document: Any = Document(str(path))
    return "\n".join(
        "".join(node.text or "" for node in p.iter() if node.tag.endswith("}t"))
        for p in document.element.body.iter()
        if p.tag.endswith("}p")
    )


def rows(path: Path, table: int = 0) -> list[list[str]]:
    document: Any = Document(str(path))
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def by_name(written: list[Path]) -> dict[str, Path]:
    return {file.name: file for file in written}


def test_each_actor_that_is_not_excluded_gets_one_and_there_is_a_blank_one(tmp_path: Path, city: Landscape) -> None:
    files = by_name(write_letters(tmp_path / "neu.xlsx", city))
    names = ["1 Weltladen", "2 Afrika-Forum", "3 Rathaus", "4 Chor", "5 Person 1", "leer"]
    assert [name for name in files if name.startswith("Frage")] == [f"Fragebogen {name}.docx" for name in names]
    assert {file.parent.name for file in files.values()} == {"neu – Fragebögen"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files.values()} == {0o600}


def test_the_ties_that_an_actor_stated_are_filled_in_and_no_others(tmp_path: Path, city: Landscape) -> None:
    """Not what the other side alone stated (Rathaus), nor persons, excluded actors and what has ended."""
    files = by_name(write_letters(tmp_path / "neu", city, earlier=True))
    head, *ties = rows(files["Fragebogen 1 Weltladen.docx"])
    assert head == ["Mit wem?", "damals", "weiterhin", "beendet", "jetzt anders:"]
    assert [row[:2] for row in ties] == [["Afrika-Forum", "umfassend"], ["Chor", "anlassbezogen"]]
    assert [row[:2] for row in rows(files["Fragebogen 4 Chor.docx"])[1:]] == [["Weltladen", "anlassbezogen"]]
    assert [row[:2] for row in rows(files["Fragebogen 3 Rathaus.docx"])[1:]] == [["Weltladen", "regelmäßig"]]
    new = rows(files["Fragebogen 1 Weltladen.docx"], 1)
    assert new[0] == ["Mit wem?", "umfassend", "regelmäßig", "gelegentlich", "anlassbezogen"]
    assert [row[0] for row in new[1:] if row[0]] == ["Rathaus"]
    assert set(new[1][1:]) == {"☐"}


def test_without_an_earlier_survey_all_known_actors_stand_in_the_alphabet(tmp_path: Path, city: Landscape) -> None:
    files = by_name(write_letters(tmp_path / "neu", city))
    names = [row[0] for row in rows(files["Fragebogen 3 Rathaus.docx"])[1:]]
    assert [name for name in names if name] == ["Afrika-Forum", "Chor", "Weltladen"]
    assert names.count("") >= 4


def test_a_person_is_named_in_its_own_questionnaire_alone(tmp_path: Path, city: Landscape) -> None:
    for number, earlier in enumerate((True, False)):
        files = write_letters(tmp_path / f"neu{number}", city, earlier=earlier)
        assert [file.name for file in files if "Emma Muster" in text(file)] == ["Fragebogen 5 Person 1.docx"]
        assert not any("Emma" in file.name for file in files)


def test_the_title_of_a_questionnaire_which_is_seen_without_opening_it_names_no_person(city: Landscape) -> None:
    titles = [Document(str(file)).core_properties.title for file in write_letters(city.path or "", city)]
    assert [title for title in titles if title.startswith("Fragebogen")] == [
        "Fragebogen Weltladen", "Fragebogen Afrika-Forum", "Fragebogen Rathaus", "Fragebogen Chor",
        "Fragebogen Person 1", "Fragebogen",
    ]  # fmt: skip


def test_contact_data_and_notes_stand_in_no_letter(tmp_path: Path, city: Landscape) -> None:
    letters = "\n".join(map(text, write_letters(tmp_path / "neu", city, earlier=True)))
    assert "123456" not in letters
    assert "heikel" not in letters
    assert "Bisher steht bei uns: Verkauft Kaffee, Tel. […], mit Person 1" in letters


OBJECTED = """
    id,name,type,survey,objected,description
    a,Haus,school,answered,,Meets Quiet Circle on Mondays
    g,Quiet Circle,school,answered,yes,
    b,Laden,school,answered,,
    c,Chor Quiet Circle Nord,school,answered,,
"""
"""One who objected, named in the text of another and within the name of a third."""


def test_who_objected_gets_no_letter_and_stands_in_none(tmp_path: Path) -> None:
    ties = "source,target,objected,reported_by\na,g,,a\na,b,yes,a\nb,a,,b\na,c,,a"
    city = read(folder(tmp_path / "alt", OBJECTED, ties, "    scheme: migration-development"))
    files = by_name(write_letters(tmp_path / "neu", city, earlier=True))
    assert [name for name in files if name.startswith("Questionnaire")] == [
        "Questionnaire 1 Haus.docx", "Questionnaire 2 Laden.docx", "Questionnaire 3 Chor Quiet Circle Nord.docx",
        "Questionnaire blank.docx",
    ]  # fmt: skip
    own = text(files["Questionnaire 1 Haus.docx"])
    assert "Meets […] on Mondays" in own
    assert [row[0] for row in rows(files["Questionnaire 1 Haus.docx"])[1:]] == ["Chor Quiet Circle Nord"]
    letters = "\n".join(map(text, files.values())).replace("Chor Quiet Circle Nord", "")
    assert "Quiet" not in letters
    assert "One actor objected" in "\n".join(told(city, "en"))
    assert "One tie was objected to" in "\n".join(told(city, "en"))


def test_who_objected_is_not_on_the_list_for_all(tmp_path: Path) -> None:
    actors = "name,type,objected\n" + "\n".join(f"Verein {i:02},school,{'yes' * (i == 7)}" for i in range(40))
    city = read(folder(tmp_path / "alt", actors, "source,target", "    scheme: migration-development"))
    files = by_name(write_letters(tmp_path / "neu", city))
    assert len(rows(files["Enclosure – list of actors.docx"])) == 1 + 39
    assert [name for name, file in files.items() if "Verein 07" in text(file)] == []


def test_a_long_list_is_a_letter_of_its_own_the_same_for_all(tmp_path: Path) -> None:
    actors = "name;type\n" + "\n".join(f"Verein {i:02};school" for i in range(100))
    about = "    scheme: migration-development\n    language: de"
    city = read(folder(tmp_path / "alt", actors, "source;target\nVerein 01;Verein 02", about))
    files = by_name(write_letters(tmp_path / "neu", city))
    listed = rows(files["Anlage – Liste der Akteure.docx"])
    assert [row[:2] for row in listed[1:]] == [[str(i + 1), f"Verein {i:02}"] for i in range(100)]
    own = text(files["Fragebogen 002 Verein 01.docx"])
    assert re.findall(r"Verein \d\d", own) == ["Verein 01"]
    assert "Alle 100 bisher bekannten Akteure stehen auf der beiliegenden Liste" in own
    assert any("100 bekannte Akteure passen nicht auf zwei Seiten" in line for line in told(city, "de"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_data_protection_say_what_the_articles_ask_for(tmp_path: Path, language: Language) -> None:
    city = read(folder(tmp_path / "alt", "name\nA", "source,target"))
    files = by_name(write_letters(tmp_path / "neu", city, language=language))
    names = {"de": ("Datenschutzhinweise (Deutsch)", "Einwilligung (Deutsch)", "Verarbeitungsverzeichnis – Entwurf"),
             "en": ("Privacy notice (English)", "Consent form (English)", "Record of processing – draft")}  # fmt: skip
    notice, consent, record = (text(files[f"{name}.docx"]) for name in names[language])
    begin = {"de": "Entwurf – bitte vor der Verwendung", "en": "Draft – please have it checked"}[language]
    assert all(begin in letter for letter in (notice, consent, record))
    articles = ("Art. 15", "Art. 16", "Art. 17", "Art. 18", "Art. 20", "Art. 21", "Art. 77", "Art. 22", "Art. 28")
    assert [article for article in articles if article not in notice] == []
    bases = {"de": ("Art. 6 Abs. 1 Buchst. a", "Art. 6 Abs. 1 Buchst. e", "Art. 6 Abs. 1 Buchst. f"),
             "en": ("Art. 6(1)(a)", "Art. 6(1)(e)", "Art. 6(1)(f)")}  # fmt: skip
    assert [basis for basis in bases[language] if basis not in notice] == []
    assert consent.count("☐") == 5
    columns = {"de": ("veröffentlichen", "Verbindungen veröffentlichen", "löschen nach"),
               "en": ("publish", "publish ties", "delete after")}  # fmt: skip
    assert [name for name in columns[language] if not re.search(f"[“„]{name}[”“]", consent)] == []
    assert "☒" not in consent
    what = [row[0] for row in rows(files[f"{names[language][2]}.docx"])]
    assert [
        letter for letter in "abcdefg" if not any(f"({letter})" in row or f". {letter})" in row for row in what)
    ] == []


ENTRY = {
    "de": "Name, Art, Beschreibung, Themen, Bedarfe, Angebote, Sprachen, Länder, Ort, Webseite, Mitgliedsgruppen",
    "en": "name, kind, description, fields, needs, offers, languages, countries, place, website, member groups",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_boxes_name_what_the_directory_publishes_and_nothing_else(tmp_path: Path, language: Language) -> None:
    """Every column that an entry of the directory holds, kinds by their own word, and the list's own at the end."""
    told = {field.name for field in fields(Entry)} - {"number", "row", "kinds", "attributes", "note"} | {"type"}
    assert told == set(PUBLISHED)
    assert set(PUBLISHED) == set(feedback.ENTRY)
    about = "    scheme: migration-development\n    publish_columns: [Sparte, Telefon]"
    actors = "name;Sparte;Telefon;intern\nA;Handel;0228 1234567;x"
    city = read(folder(tmp_path / "alt", actors, "source;target", about))
    files = write_letters(tmp_path / "neu", city, language=language)
    words = ("Datenschutz", "Einwilligung", "Fragebogen", "Privacy", "Consent", "Questionnaire")
    for file in (file for file in files if file.name.startswith(words)):
        spoken: Language = "de" if "Deutsch" in file.name else "en" if "English" in file.name else language
        assert re.search(rf": {ENTRY[spoken]}, Sparte[.\n]", text(file)), file.name


def test_a_natural_person_agrees_to_what_does_not_point_to_it(tmp_path: Path, city: Landscape) -> None:
    files = by_name(write_letters(tmp_path / "neu", city))
    assert "veröffentlicht werden, ohne meinen Namen: Art, Themen, Bedarfe, Angebote." in text(
        files["Fragebogen 5 Person 1.docx"]
    )


def test_a_natural_person_agrees_in_the_singular(tmp_path: Path, city: Landscape) -> None:
    files = by_name(write_letters(tmp_path / "neu", city))
    own = text(files["Fragebogen 5 Person 1.docx"])
    assert "Meine Verbindungen dürfen veröffentlicht werden, ohne meinen Namen" in own
    assert not re.search(r"\b([Uu]nsere?n?|[Ww]ir)\b", own[own.index("Ihre Einwilligung") :])
    assert "Unser Eintrag darf" in text(files["Fragebogen 1 Weltladen.docx"])


@pytest.mark.parametrize(("column", "asked"), [("Länder", True), ("Ort", False)])
def test_countries_are_asked_for_where_the_list_has_them(tmp_path: Path, column: str, asked: bool) -> None:
    city = read(folder(tmp_path / "alt", f"Name;{column}\nA;Ghana", "von;nach"))
    letters = by_name(write_letters(tmp_path / "neu", city))
    assert ("Länder, mit denen Sie arbeiten: Ghana" in text(letters["Fragebogen 1 A.docx"])) is asked
    assert ("Länder, mit denen Sie arbeiten:" in text(letters["Fragebogen leer.docx"])) is asked


def test_a_letter_has_real_headings_and_table_headings_on_a4(tmp_path: Path, city: Landscape) -> None:
    for file in write_letters(tmp_path / "neu", city, earlier=True):
        document: Any = Document(str(file))
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        assert styles.count("Heading 1") == 1, file.name
        assert document.styles["Normal"].font.size.pt == 11
        section = document.sections[0]
        assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
        for table in document.tables:
            assert "w:tblHeader" in table.rows[0]._tr.xml
        assert document.core_properties.author == ""
        assert document.core_properties.title


def test_a_name_that_no_file_can_have_names_one_all_the_same(tmp_path: Path) -> None:
    actors = 'name,type\n"../a: <b>|?*\\ ""c"".",school\n' + "x" * 300 + ",school\n???,school"
    city = read(folder(tmp_path / "alt", actors, "source,target"))
    names = [file.name for file in write_letters(tmp_path / "neu", city) if file.name.startswith("Questionnaire")]
    assert names[:3] == ["Questionnaire 1 .. a b c.docx", f"Questionnaire 2 {'x' * 60}.docx", "Questionnaire 3.docx"]


def test_a_questionnaire_has_two_pages(tmp_path: Path, office: Convert) -> None:
    """The one with the most earlier ties, one with few, and the blank one, as LibreOffice sets them."""
    city = read(ROOT / "examples" / "musterstadt")
    files = by_name(write_letters(tmp_path / "neu", city, earlier=True))
    hub = next(name for name in files if "Haus der Kulturen" in name)
    few = next(name for name in files if name.startswith("Fragebogen 70"))
    for name in (hub, few, "Fragebogen leer.docx"):
        printed = office(files[name], "pdf").read_bytes()
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2, name


def test_the_folder_lies_beside_the_landscape(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "stadt.xlsx", "de") == tmp_path / "stadt – Fragebögen"
    assert folder_of(tmp_path / "stadt", "en") == tmp_path / "stadt – interviews"
