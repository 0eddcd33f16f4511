"""Needs against offers as page, workbook, table and words: the same topics in all, and nothing that acts."""

from __future__ import annotations

import csv
import io
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading import read
from actor_graph.views.needs import needs
from actor_graph.views.needs.told import Told
from actor_graph.views.terminal.needs import print_needs
from tests.browser import watched
from tests.making import landscape
from tests.running import run
from tests.views.map.test_accessibility import violations

ACTORS = """
    Nr;Name;Art;Felder;Bedarf;Angebote
    a;=SUM(1);Verein;Musik;Räume;Lieder
    b;<b onload=alert(1)>Beta;Verein;Musik;Geld;raeume
    c;رابطة الطلبة;Amt;Recht;;Räume
    d;Delta;;;Räume im Osten;
"""
TIES = """
    von;nach
    a;b
    b;c
"""


def town(where: Path) -> Landscape:
    return landscape(where, ACTORS, TIES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    needs(town(tmp_path / "town"), tmp_path / "needs.html")
    return tmp_path / "needs.html"


def test_the_page_has_needs_on_the_left_and_offers_on_the_right(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    row = page.locator("figure .link-row")
    assert row.count() == 1
    expect(row.locator("h3")).to_have_text("Räume")
    expect(row.locator(".needing")).to_contain_text("=SUM(1)")
    expect(row.locator(".offering")).to_contain_text("<b onload=alert(1)>Beta „raeume“")
    left, right = (row.locator(f".{side}").bounding_box() for side in ("needing", "offering"))
    assert left["x"] + left["width"] < right["x"]
    expect(page.locator(".perhaps")).to_contain_text("Räume im Osten")
    expect(page.locator("#unmet")).to_have_text("1 Bedarf, zu dem noch nichts angeboten wird")
    expect(page.locator("#unasked")).to_have_text("1 Angebot, nach dem noch niemand gefragt hat")
    assert page.locator("b[onload]").count() == 0


def test_the_page_runs_no_script_and_says_for_whom_it_is(file: Path) -> None:
    text = unescape(file.read_text("utf-8"))
    assert "<script" not in text
    assert "script-src 'none'" in text
    assert "Internes Arbeitsdokument" in text


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, file: Path, theme: str, width: int) -> None:
    with watched(browser, viewport={"width": width, "height": 844}, color_scheme=theme, bypass_csp=True) as page:
        page.goto(file.as_uri())
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_table_has_a_row_for_each_word_of_each_actor(tmp_path: Path) -> None:
    needs(town(tmp_path / "town"), tmp_path / "needs.csv")
    text = (tmp_path / "needs.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    found = {
        (row["Bedarf oder Angebot"], row["wie geschrieben"], row["Akteur"]): row["gedeckt / gefragt"] for row in rows
    }
    assert found == {
        ("Bedarf", "Räume", "'=SUM(1)"): "ja",
        ("Bedarf", "Geld", "<b onload=alert(1)>Beta"): "noch nicht",
        ("Bedarf", "Räume im Osten", "Delta"): "noch nicht",
        ("Angebot", "Lieder", "'=SUM(1)"): "noch nicht",
        ("Angebot", "raeume", "<b onload=alert(1)>Beta"): "ja",
        ("Angebot", "Räume", "رابطة الطلبة"): "ja",
    }


def test_the_workbook_has_the_lists_and_no_formula(tmp_path: Path) -> None:
    needs(town(tmp_path / "town"), tmp_path / "needs.xlsx")
    book = openpyxl.load_workbook(tmp_path / "needs.xlsx")
    assert book.sheetnames == [
        "Bedarfe und Angebote", "gedeckt", "noch nicht gedeckt", "noch nicht gefragt", "nach Art", "nach Feld",
        "Kreise", "Hinweise",
    ]  # fmt: skip
    assert [cell.value for cell in book["gedeckt"][2]] == [
        "Räume", "=SUM(1)", 1, "<b onload=alert(1)>Beta „raeume“; رابطة الطلبة", 2,
    ]  # fmt: skip
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    unmet = {row[0].value: row[3].value for row in book["noch nicht gedeckt"].iter_rows(min_row=2)}
    assert unmet["Geld"] is None
    assert "raeume" in unmet["Räume im Osten"]


def test_the_report_and_exit_statuses(tmp_path: Path) -> None:
    town(tmp_path / "town")
    ran = run("needs", tmp_path / "town", "-o", tmp_path / "needs.svg")
    assert (ran.status, ran.out) == (2, "")
    ran = run("needs", tmp_path / "town")
    told = " ".join(ran.out.split())
    assert ran.status == 0, ran.err
    assert "• Räume: gebraucht von =SUM(1); angeboten von <b onload=alert(1)>Beta „raeume“, رابطة الطلبة" in told
    assert (
        told.index("1 Bedarf, den andere decken können")
        < told.index("1 Bedarf, zu dem Ähnliches")
        < told.index("Nach Art")
    )
    assert all(len(line) <= 120 for line in ran.out.splitlines())


def test_another_ending_is_refused_before_anything_is_worked_out(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        needs(town(tmp_path / "town"), tmp_path / "needs.docx")


def test_no_column_of_a_table_is_dropped_in_a_narrow_terminal(tmp_path: Path) -> None:
    town(tmp_path / "town")
    ran = run("needs", tmp_path / "town", COLUMNS="80")
    rows = [line.split() for line in ran.out.splitlines() if line.strip().startswith(("Verein", "Musik"))]
    assert rows == [["Verein", "2", "2", "1", "2", "1"], ["Musik", "2", "2", "1", "2", "1"]]


def test_the_line_for_the_scheme_makes_singular_and_plural_one(tmp_path: Path) -> None:
    """What is printed is pasted under synonyms as it is: then the need is met."""
    where = tmp_path / "town"
    made = needs(landscape(where, "id;name;needs;offers\na;Alpha;Übersetzung;\nb;Beta;;Übersetzungen", "von;nach"))
    line = Told(made, "de").synonyms(made.to_dict()["unmet"][0])
    assert line == "Übersetzung: [Übersetzungen]"
    out = io.StringIO()
    print_needs(made, "de", out)
    assert f"Einzahl und Mehrzahl? Für die Synonyme des Schemas: {line}" in " ".join(out.getvalue().split())
    own = tmp_path / "own.yaml"
    own.write_text(f"synonyms:\n  {line}\n", "utf-8")
    after = needs(read(where, scheme=str(own))).to_dict()
    assert [topic["word"] for topic in after["met"]] == ["Übersetzung"]


def test_no_word_of_a_first_column_is_broken_at_80_signs(tmp_path: Path) -> None:
    """By hand: Integrationsbüro has 16 signs, the numbers beside it 51, and a sign each keeps them apart."""
    names = ["Integrationsbüro", "B", "C"]
    rows = "".join(f"\n{name[0]};{name};Migrantenorganisation;Geld;Rat" for name in names)
    made = needs(landscape(tmp_path / "town", f"id;name;type;needs;offers{rows}", "von;nach\nI;B\nI;C"))
    out = io.StringIO()
    print_needs(made, "de", out)
    tables = out.getvalue().split("Nach Art der Organisation")[1]
    assert "   Migrantenorganisation " in tables
    assert " Integrationsbüro" in tables.split("Was die Kreise vereinen")[1]


def test_direction_characters_in_names_and_words_turn_nothing_on_the_page(tmp_path: Path) -> None:
    turned = ACTORS.replace("Delta", "Rechts\u202elinks").replace("Räume im Osten", "Räume \u2066im Osten")
    output = tmp_path / "needs.html"
    needs(landscape(tmp_path / "town", turned, TIES), output)
    page = output.read_text("utf-8")
    assert "Rechts&lt;U+202E&gt;links" in page
    assert "Räume &lt;U+2066&gt;im Osten" in page
    assert not {"\u202e", "\u2066"} & {*page}


def test_needs_that_speak_of_one_who_did_not_agree_are_warned_of_in_public_alone(tmp_path: Path) -> None:
    actors = """
        id;name;publish;needs;offers
        a;Alpha;yes;Kontakt zum Verein Beta;Raum von Alpha
        b;Verein Beta;;Chor;
    """
    read_anew = landscape(tmp_path, actors, "source;target\n")
    warned = [(one.key, one.row) for one in needs(read_anew, audience="public").warnings if "another" in one.key]
    assert warned == [("privacy.names_another", 2)]
    assert not [one for one in needs(read_anew).warnings if "another" in one.key]
