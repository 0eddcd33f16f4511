"""The workbook to fill in, seen as spreadsheet programs see it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from actor_graph.problems import Problems
from actor_graph.reading import read
from actor_graph.scheme import load_scheme
from actor_graph.vocabulary.answers import survey_words
from actor_graph.writing.template import init
from tests.office import Convert
from tests.writing.template.filling import ACTORS, TIES, filled

REASONS = {"anderer Schwerpunkt": 22, "nicht im Feld tätig": 12, "aufgelöst oder verzogen": 8, "sonstiger Grund": 9}
SAID = {"geantwortet": 29, "zugesagt": 8, "interessiert": 4, "keine Antwort": 18}
"""The pilot city of the method: 110 found, 51 out in four reasons, 59 asked; and one with a word of another list."""


@pytest.fixture
def book(tmp_path: Path) -> Any:
    init(tmp_path / "a.xlsx", language="de")
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def offered(book: Any) -> dict[tuple[str, str], list[str]]:
    """What the drop-down of each column offers, by sheet and heading, its name looked up as a program does."""
    found = {}
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            if rule.type != "list":
                continue
            about = book.defined_names[rule.formula1].attr_text
            if about.startswith("OFFSET"):
                words = [about]
            else:
                ((title, cells),) = book.defined_names[rule.formula1].destinations
                words = [row[0].value for row in book[title][cells]]
            for place in rule.sqref.ranges:
                found[sheet.title, sheet.cell(1, place.min_col).value] = words
    return found


def expected() -> dict[tuple[str, str], list[str]]:
    scheme = load_scheme("migration-development", base=None, problems=Problems())
    assert scheme is not None
    return {
        ("Akteure", "Typ"): [scheme.type_label(key, "de") for key in scheme.types],
        ("Akteure", "Rücklauf"): list(survey_words("de")),
        ("Akteure", "Personal"): ["ehrenamtlich", "teilweise", "hauptamtlich"],
        ("Akteure", "Wunsch"): ["ja", "nein", "später"],
        ("Akteure", "veröffentlichen"): ["ja", "nein"],
        ("Verbindungen", "Art"): [scheme.kind_label(key, "de") for key in scheme.kinds],
        ("Verbindungen", "Intensität"): ["umfassend", "regelmäßig", "gelegentlich", "anlassbezogen"],
        ("Kontakte", "Ergebnis"): list(survey_words("de")),
        ("Tandems", "Stand"): ["vorgeschlagen", "vereinbart", "läuft", "abgeschlossen", "nicht zustande gekommen"],
    }


def test_the_drop_downs_offer_the_words_of_the_scheme_in_the_language(book: Any) -> None:
    found = offered(book)
    assert expected().items() <= found.items()
    assert all(found[where][0].startswith("OFFSET(Akteure!$A$1") for where in [
        ("Verbindungen", "von"), ("Verbindungen", "nach"), ("Kontakte", "Akteur"), ("Veranstaltungen", "Akteur"),
        ("Tandems", "Akteur A"), ("Tandems", "Akteur B"), ("Tandems", "Federführung"),
    ])  # fmt: skip


def test_every_heading_has_a_note_and_stays_in_sight(book: Any) -> None:
    for name in ("Akteure", "Verbindungen", "Kontakte", "Veranstaltungen", "Tandems"):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert [cell.value for cell in sheet[1] if not (cell.comment and len(cell.comment.text) > 10)] == []


def test_the_instructions_come_first_and_the_lists_are_out_of_the_way(book: Any) -> None:
    assert book.sheetnames[0] == "So geht es"
    assert book.active.title == "So geht es"
    assert (book.sheetnames[-1], book["Listen"].sheet_state) == ("Listen", "hidden")


def test_the_example_is_gray_and_text_stays_text(book: Any) -> None:
    sheet = book["Akteure"]
    assert sheet["A2"].font.color.rgb == "FF6B7480"
    place = {cell.value: cell.column_letter for cell in sheet[1]}
    for heading, form in (("Kürzel", "@"), ("Telefon", "@"), ("geprüft", "dd.mm.yyyy"), ("informiert", "dd.mm.yyyy")):
        dimension = next(d for d in sheet.column_dimensions.values() if _holds(d, place[heading]))
        assert dimension.number_format == form, heading
    assert isinstance(sheet[f"{place['geprüft']}2"].value, datetime)


def _holds(dimension: Any, letter: str) -> bool:
    from openpyxl.utils import column_index_from_string as index

    return bool(dimension.min <= index(letter) <= dimension.max)


def test_it_is_printed_on_few_pages_with_headings_on_each(book: Any, tmp_path: Path, office: Convert) -> None:
    """Instructions, ties, contacts, events, tandems, landscape, state on a page each, 29 columns of actors on four."""
    assert (book["So geht es"].page_setup.fitToWidth or 1, book["So geht es"].page_setup.fitToHeight or 1) == (1, 1)
    for name, across in (
        ("Akteure", 4),
        ("Verbindungen", 1),
        ("Kontakte", 1),
        ("Veranstaltungen", 1),
        ("Tandems", 1),
        ("Landschaft", 1),
    ):
        sheet = book[name]
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (across, 0), name
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    pdf = office(tmp_path / "a.xlsx", "pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 11


def test_the_state_of_the_survey_shows_right_before_anything_works_it_out(tmp_path: Path) -> None:
    (tmp_path / "alt").mkdir()
    (tmp_path / "alt" / "actors.csv").write_text("name,type\nA,school\nB,school\nC,opera\n", "utf-8")
    (tmp_path / "alt" / "ties.csv").write_text("source,target\n", "utf-8")
    init(tmp_path / "a.xlsx", earlier=read(tmp_path / "alt"), scheme="migration-development", language="de")
    state = numbers(tmp_path / "a.xlsx")
    assert (state["gefunden"], state["verbleiben: Teil der Erhebung"], state["noch nicht kontaktiert"]) == (3, 3, 3)
    assert (state["Schule"], state["opera"], state["anderer Typ, oder keiner angegeben"]) == (2, 1, 0)


def numbers(path: Path) -> dict[str, Any]:
    """The stored values of the sheet that counts, by the words before them."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Stand der Befragung"]
    return {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}


def test_libreoffice_keeps_the_drop_downs_and_the_notes(tmp_path: Path, office: Convert) -> None:
    init(tmp_path / "a.xlsx", language="de")
    before = openpyxl.load_workbook(tmp_path / "a.xlsx")
    after = openpyxl.load_workbook(office(tmp_path / "a.xlsx", "xlsx"))
    assert after.sheetnames == before.sheetnames
    assert offered(after) == offered(before)
    for sheet in before:
        notes = [cell.comment.text if cell.comment else None for cell in sheet[1]]
        assert [cell.comment.text if cell.comment else None for cell in after[sheet.title][1]] == notes


def test_what_libreoffice_saved_is_read_like_the_template(tmp_path: Path, office: Convert) -> None:
    init(tmp_path / "a.xlsx", language="de")
    saved = office(tmp_path / "a.xlsx", "xlsx")
    assert len(read(saved).actors) == 0
    filled(saved, {"Akteure": ACTORS, "Verbindungen": TIES}, {"Datum": datetime(2026, 6, 30)})
    landscape = read(saved)
    assert landscape.warnings == ()
    assert (len(landscape.actors), len(landscape.ties)) == (5, 2)
    assert (landscape.actors["id"][0], landscape.actors["Telefon"][0]) == ("007", "+49 228 123456")


def test_the_funnel_counts_the_pilot_city(tmp_path: Path, office: Convert) -> None:
    init(tmp_path / "a.xlsx", language="de")
    words = [("ausgeschlossen", reason) for reason, n in REASONS.items() for _ in range(n)]
    words += [("hat geantwortet", None)]
    words += [(word, None) for word, n in SAID.items() for _ in range(n)]
    kinds = ["Schule", "Schule; Stiftung", "Stiftung; Schule", None]
    rows = [
        {"Name": f"A{i}", "Rücklauf": word, "Grund": reason, "Typ": kinds[i % 4]}
        for i, (word, reason) in enumerate(words)
    ]
    state = numbers(office(filled(tmp_path / "a.xlsx", {"Akteure": rows}), "xlsx"))
    assert (state["gefunden"], state["ausgeschlossen"], state["verbleiben: Teil der Erhebung"]) == (111, 51, 60)
    assert {reason: state[reason] for reason in REASONS} == REASONS
    assert {word: state[word] for word in SAID} == SAID
    assert (state["noch nicht kontaktiert"], state["angesprochen"], state["abgelehnt"]) == (0, 60, 0)
    assert state["anderes Wort in der Spalte; bitte eines aus der Liste wählen"] == 1
    assert state["anderer Grund, oder keiner angegeben"] == 0
    rate = state["Rücklaufquote (geantwortet von den verbleibenden)"]
    assert rate == pytest.approx(29 / 60)
    taking_part = [i for i, (word, _) in enumerate(words) if word != "ausgeschlossen"]
    assert state["Schule"] == sum(1 for i in taking_part if i % 4 in (0, 1))
    assert state["anderer Typ, oder keiner angegeben"] == sum(1 for i in taking_part if i % 4 == 3)
