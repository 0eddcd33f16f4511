"""A list of invitations as sheet, table and page: the same people in all, and nothing that acts."""

from __future__ import annotations

import csv
import io
import json
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

import actor_graph as ag
from actor_graph.problems import OutputError
from tests.browser import watched
from tests.making import landscape
from tests.material import ROOT
from tests.running import run
from tests.views.map.test_accessibility import violations

ACTORS = """
    Nr;Name;Art;natürliche Person;Rücklauf
    a;=SUM(1);Verein;;geantwortet
    b;<b onload=alert(1)>Beta;Amt;;geantwortet
    c;رابطة الطلبة;Verein;;geantwortet
    d;Delta;Kirche;;geantwortet
    e;Eins;Stiftung;;geantwortet
    f;Zwei;Stiftung;;geantwortet
    p;Mira Muster;Person;ja;geantwortet
"""
TIES = """
    von;nach
    a;b
    a;c
    b;p
    e;f
"""


def town(where: Path) -> ag.Landscape:
    return landscape(where, ACTORS, TIES)


def invited(where: Path, **options: object) -> ag.Invitation:
    wanted = {"format": "planning workshop", "seats": (3, 4), "include": {"p": "+49 ist gefragt"}, "decided_by": "Rat"}
    return ag.invite(town(where / "town"), **{**wanted, **options})


@pytest.fixture
def made(tmp_path: Path) -> ag.Invitation:
    return invited(tmp_path, exclude={"e": "=war zuletzt dabei"})


@pytest.fixture
def file(tmp_path: Path, made: ag.Invitation) -> Path:
    made.write(tmp_path / "list.html")
    return tmp_path / "list.html"


def rows(book: openpyxl.Workbook, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_the_workbook_has_the_list_the_rules_the_missed_and_the_record(tmp_path: Path, made: ag.Invitation) -> None:
    made.write(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    assert book.sheetnames == [
        "Einladungsliste", "Vorgaben", "Nicht erreicht", "Entscheidungen", "Vorschlag der Vorgaben", "Hinweise",
    ]  # fmt: skip
    told = made.to_dict()
    heads, *found = rows(book, "Einladungsliste")
    assert heads == ["Nr.", "Name", "Art", "Rolle", "warum", "Ansprache", "über", "Ersatz", "zu beachten", "Antwort",
                     "Bemerkung"]  # fmt: skip
    assert [row[:2] for row in found] == [[place, one["name"]] for place, one in enumerate(told["invited"], start=1)]
    assert {row[9] for row in found} == {"☐ ja\n☐ nein"}
    person = next(row for row in found if row[1] == "Person 1")
    assert person[8].endswith("Zeile 8 der Akteurstabelle")
    assert [row[0] for row in rows(book, "Nicht erreicht")[1:]][: len(told["not_reached"])] == [
        told["names"][id_] for id_ in told["not_reached"]
    ]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}


def test_the_answers_and_changes_are_chosen_from_lists(tmp_path: Path, made: ag.Invitation) -> None:
    made.write(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    (answers,) = book["Einladungsliste"].data_validations.dataValidation
    assert answers.formula1 == '"ja,nein,offen"'
    assert str(answers.sqref) == f"J2:J{len(made.ids) + 1}"
    (changes,) = book["Entscheidungen"].data_validations.dataValidation
    assert changes.formula1 == '"auf die Liste gesetzt,von der Liste genommen,hat abgesagt"'
    assert str(changes.sqref) == "A2:A15"  # two changes, and twelve lines to go on by hand


def test_the_list_is_one_page_broad_on_paper_with_lines_and_room_to_write(tmp_path: Path, made: ag.Invitation) -> None:
    """A page of A4 across holds 215 signs of 7 points; a remark in handwriting takes some 25 of them."""
    made.write(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    page = book["Einladungsliste"]
    widths = {page[1][column].value: page.column_dimensions["ABCDEFGHIJK"[column]].width for column in range(11)}
    assert sum(widths.values()) <= 225
    assert widths["Bemerkung"] >= 25
    assert widths["warum"] >= 40
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight, page.print_title_rows) == (1, 0, "$1:$1")
    for sheet in book.worksheets[:3]:
        assert {cell.border.bottom.style for row in sheet.iter_rows(min_row=2) for cell in row} == {"thin"}
    assert page["E2"].alignment.indent == 1  # what is in one column does not run into the next
    assert all(
        sheet.oddHeader.right.text == "Planungsworkshop: Vorschlag, wer eingeladen wird"
        for sheet in book.worksheets[:5]
    )


def test_the_table_says_that_other_lists_are_as_good(tmp_path: Path) -> None:
    """In each row, since rows are cut and pasted; nothing where there is no other list. Both foundations are alike."""
    for name, options, said in (("several", {"include": ()}, True), ("all", {"seats": 7, "include": ()}, False)):
        made = invited(tmp_path / name, **options)
        made.write(tmp_path / f"{name}.csv")
        table = list(csv.DictReader(io.StringIO((tmp_path / f"{name}.csv").read_text("utf-8-sig")), delimiter=";"))
        assert made.to_dict()["equals"] is said
        assert {"gleich gute Listen" in row["zur Liste"] for row in table} == {said}
        assert {row["Antwort"] for row in table} == {"offen"}


def test_the_record_says_what_the_rules_proposed_and_what_was_changed_why_and_by_whom(
    tmp_path: Path, made: ag.Invitation
) -> None:
    made.write(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    record = [row for row in rows(book, "Entscheidungen")[1:] if any(row)]
    assert record == [
        ["auf die Liste gesetzt", "Person 1", "+49 ist gefragt", "Rat", None],
        ["von der Liste genommen", "Eins", "=war zuletzt dabei", "Rat", None],
    ]
    proposed = made.to_dict()["proposed"]
    assert len(proposed) >= 3
    names = {"a": "=SUM(1)", "b": "<b onload=alert(1)>Beta", "c": "رابطة الطلبة", "d": "Delta", "e": "Eins",
             "f": "Zwei", "person-1": "Person 1"}  # fmt: skip
    assert [(row[0], row[2]) for row in rows(book, "Vorschlag der Vorgaben")[1:]] == [
        (names[id_], "ja" if id_ in made.ids else "nein") for id_ in proposed
    ]


def test_without_a_change_the_list_is_the_proposal(tmp_path: Path) -> None:
    made = invited(tmp_path, include=())
    made.write(tmp_path / "list.xlsx")
    made.write(tmp_path / "list.html")
    proposal = rows(openpyxl.load_workbook(tmp_path / "list.xlsx"), "Vorschlag der Vorgaben")[1:]
    assert len(proposal) == len(made.ids)
    assert {row[2] for row in proposal} == {"ja"}
    assert "Bisher nichts: Die Liste ist der Vorschlag der Vorgaben." in (tmp_path / "list.html").read_text("utf-8")


def test_every_form_says_that_it_is_for_the_office(tmp_path: Path, made: ag.Invitation) -> None:
    for ending in ("xlsx", "csv", "html"):
        made.write(tmp_path / f"list.{ending}")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    assert [sheet.oddHeader.left.text for sheet in book][:5] == ["Internes Arbeitsdokument"] * 5
    assert book["Hinweise"]["A2"].value == "Internes Arbeitsdokument"
    table = list(csv.DictReader(io.StringIO((tmp_path / "list.csv").read_text("utf-8-sig")), delimiter=";"))
    assert {row["für wen"] for row in table} == {"Internes Arbeitsdokument"}
    assert [row["Kennung"] for row in table] == list(made.ids)
    text = unescape((tmp_path / "list.html").read_text("utf-8"))
    assert text.count("Internes Arbeitsdokument") == 2
    assert "script-src 'none'" in text
    assert "<script" not in text


def test_no_cell_of_the_table_is_a_formula(tmp_path: Path) -> None:
    invited(tmp_path, include=["a", "b"]).write(tmp_path / "list.csv")
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    names = [row["Name"] for row in csv.DictReader(io.StringIO(text), delimiter=";")]
    assert {"'=SUM(1)", "<b onload=alert(1)>Beta"} <= set(names)


def test_what_people_filled_in_is_never_written_over_but_with_force(tmp_path: Path, made: ag.Invitation) -> None:
    file = tmp_path / "list.xlsx"
    made.write(file)
    made.write(file)  # nobody touched it
    book = openpyxl.load_workbook(file)
    book["Einladungsliste"]["J2"] = "ja"
    book.save(file)
    filled = file.read_bytes()
    with pytest.raises(OutputError):
        made.write(file)
    assert file.read_bytes() == filled
    made.write(file, force=True)
    assert file.read_bytes() != filled


def test_the_page_has_the_list_with_reasons_and_what_is_decided(page: Page, file: Path, made: ag.Invitation) -> None:
    page.goto(file.as_uri())
    entries = page.locator(".invited > li")
    told = made.to_dict()
    assert entries.locator("h3").all_inner_texts() == [one["name"] for one in told["invited"]]
    for place, one in enumerate(told["invited"]):
        assert entries.nth(place).locator(".why li").all_inner_texts() == one["reasons"]
    assert page.locator("b[onload]").count() == 0
    expect(page.locator(".record tbody tr:visible")).to_have_count(2)
    expect(page.locator(".record")).to_contain_text("+49 ist gefragt")
    expect(page.locator(".ticks").first).to_be_hidden()


def test_on_paper_there_are_boxes_to_tick_and_lines_to_go_on(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    expect(page.locator(".ticks").first).to_be_visible()
    assert page.locator(".ticks").first.locator("li").all_inner_texts() == ["ja", "nein", "offen"]
    box = "(one) => getComputedStyle(one, '::before').borderTopWidth"
    assert page.locator(".ticks li").first.evaluate(box) != "0px"
    expect(page.locator(".record tbody tr:visible")).to_have_count(2 + 6)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, file: Path, theme: str, width: int) -> None:
    with watched(browser, viewport={"width": width, "height": 844}, color_scheme=theme, bypass_csp=True) as page:
        page.goto(file.as_uri())
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_list_without_ties_says_nothing_of_who_is_reached(tmp_path: Path, page: Page) -> None:
    known = landscape(tmp_path / "town", ACTORS, "\nvon;nach\n")
    made = ag.invite(known, format="planning workshop", seats=(3, 4))
    made.write(tmp_path / "list.html")
    page.goto((tmp_path / "list.html").as_uri())
    expect(page.locator("body")).not_to_contain_text("mit Eingeladenen verbunden")


def test_no_word_of_the_rules_is_broken_at_80_signs() -> None:
    ran = run(
        "invite", ROOT / "examples" / "musterstadt", "--format", "planning workshop", "--language", "de", COLUMNS="80"
    )
    lines = ran.out[ran.out.index("Eingehaltene Vorgaben") : ran.out.index("Nicht erreicht")].splitlines()
    words = {word for line in lines for word in line.split()}
    assert {"Migrantenorganisation", "Ratsfraktion", "Eingeladenen", "Spielraum"} <= words
    assert max(map(len, lines)) <= 80


def test_the_command_writes_each_form_and_refuses_others(tmp_path: Path) -> None:
    town(tmp_path / "town")
    asked = ("invite", tmp_path / "town", "--format", "planning workshop", "--seats", "3:4")
    for ending in ("xlsx", "csv", "html", "json"):
        ran = run(*asked, "-o", tmp_path / f"list.{ending}")
        assert (ran.status, (tmp_path / f"list.{ending}").is_file()) == (0, True), ran.err
    assert json.loads((tmp_path / "list.json").read_text("utf-8"))["schema"] == "actor-graph/invitation/1"
    ran = run(*asked, "-o", tmp_path / "list.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ".json, .xlsx, .csv, .html" in ran.err
