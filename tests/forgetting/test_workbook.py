"""Rows are emptied in a workbook, and drop-downs, notes, formats and formulas of the others stay."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

import actor_graph as ag
from actor_graph.problems import OutputError

ACTORS = [
    ["id", "name", "type", "members", "E-Mail", "note"],
    ["as", "Verein Asmara e. V.", "group", "", "asmara@verein.example", "lent us 0351 1234567"],
    ["asw", "Asylwerkstatt", "group", "as; Chor & Co", "", "meets Verein Asmara"],
    ["st", "Stadt", "office", "", "", ""],
]
TIES = [["source", "target", "reported_by", "note"], ["as", "st", "as", "secret"], ["asw", "st", "st; as", ""]]
LOG = [["actor", "date", "outcome", "note"], ["as", "2026-05-01", "answered", "cried"]]


def book(path: Path) -> Path:
    """A workbook as people have it: drop-down, note, link, format, a formula that shows a name."""
    made = xlsxwriter.Workbook(path, {"strings_to_urls": False})
    bold = made.add_format({"bold": True, "bg_color": "#FFEE00"})
    for name, rows in (("actors", ACTORS), ("ties", TIES), ("contacts", LOG)):
        page = made.add_worksheet(name)
        for line, row in enumerate(rows):
            for place, cell in enumerate(row):
                page.write_string(line, place, cell, bold if line == 1 else None)
    page = made.get_worksheet_by_name("actors")
    assert page is not None
    page.data_validation("C2:C99", {"validate": "list", "source": ["group", "office"]})
    page.write_comment("B2", "Asmara: call after six")
    page.write_comment("B4", "the town hall")
    page.write_url("E2", "mailto:asmara@verein.example", string="asmara@verein.example")
    page.write_url("E4", "https://stadt.example", string="stadt")
    page.conditional_format("A1:A9", {"type": "duplicate", "format": bold})
    other = made.add_worksheet("overview")
    other.write_formula("A1", "=actors!B2", None, "Verein Asmara e. V.")
    other.write_formula("A2", "=COUNTA(actors!B2:B9)", None, 3)
    made.close()
    return path


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_nothing_of_it_is_left_but_what_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "city.xlsx")
    found = ag.forget(path, "as", yes=True)
    assert found.rows == {path: {"actors": 1, "ties": 1, "contacts": 1}}
    assert found.cells == 2
    assert [(at.sheet, at.row, at.column) for at in found.standing] == [("actors", 3, "note")]
    left = parts(path)
    for value in ("asmara@", "0351", "cried", "secret", "call after six", ">as<", "e. V."):
        assert [name for name, text in left.items() if value in text] == []


def test_circles_go_and_sheets_that_people_added_are_told_with_row_and_column(tmp_path: Path) -> None:
    """An id that is a number is one in a column of ids alone; a name is one wherever it stands, declined or not."""
    made = openpyxl.Workbook()
    sheets = {
        "actors": [["id", "name"], ["1", "Chor"], ["2", "Verein Asmara e. V."], ["3", "Stadt"]],
        "ties": [["source", "target", "note"], ["1", "3", "2"], ["2", "3", ""]],
        "landscape": [["key", "value"], ["circles", "2: Kreis der Schule; 1: Kreis Süd"], ["name", "X"]],
        "Kreise": [["Nr", "Kreis", "Größe"], ["2", "Kreis der Schule", "2"], ["1", "Kreis Süd", "2"]],
        "Notizen": [["Kreis", "um"], ["Schulkreis", "Verein Asmara e. V."], ["Kreis Süd", "ohne den Chor"],
                    ["Kreis", "Leitung: des Vereins Asmara"]],
    }  # fmt: skip
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    made.remove(made.worksheets[0])
    made.save(tmp_path / "city.xlsx")
    found = ag.forget(tmp_path / "city.xlsx", "2", yes=True)
    assert found.rows == {tmp_path / "city.xlsx": {"actors": 1, "ties": 1, "landscape": 1}}
    assert [(at.sheet, at.row, at.column) for at in found.standing] == [
        ("ties", 2, "note"), ("Kreise", 2, "A"), ("Notizen", 2, "B"), ("Notizen", 4, "B"),
    ]  # fmt: skip
    assert openpyxl.load_workbook(tmp_path / "city.xlsx")["landscape"]["B2"].value == "1: Kreis Süd"
    assert ag.read(tmp_path / "city.xlsx").meta["circles"] == {"1": "Kreis Süd"}


def test_all_else_is_as_it_was(tmp_path: Path) -> None:
    path = book(tmp_path / "city.xlsx")
    before = openpyxl.load_workbook(path)
    untouched = {name: text for name, text in parts(path).items() if "sheet" not in name and "omment" not in name}
    ag.forget(path, "as", yes=True)
    after = openpyxl.load_workbook(path)
    assert {name: text for name, text in parts(path).items() if name in untouched and "haredS" not in name} == {
        name: text for name, text in untouched.items() if "haredS" not in name
    }
    was, now = before["actors"], after["actors"]
    assert [[cell.value or None for cell in row] for row in now.iter_rows(min_row=3)] == [
        ["asw", "Asylwerkstatt", "group", "Chor & Co", None, "meets Verein Asmara"],
        ["st", "Stadt", "office", None, "stadt", None],
    ]
    assert all(cell.value is None for cell in now[2])
    assert now["B2"].fill.fgColor.rgb == was["B2"].fill.fgColor.rgb
    assert now.data_validations.dataValidation[0].formula1 == '"group,office"'
    assert now["B4"].comment.text == "the town hall"
    assert now["E4"].hyperlink.target == "https://stadt.example"
    assert now["E2"].hyperlink is None
    assert now.conditional_formatting
    assert after["overview"]["A1"].value == "=actors!B2"


def test_it_reads_as_the_same_landscape_without_it(tmp_path: Path) -> None:
    path = book(tmp_path / "city.xlsx")
    ag.forget(path, "Verein Asmara e. V.", yes=True)
    left = ag.read(path)
    assert left.actors["id"] == ("asw", "st")
    assert left.actors["members"] == (("Chor & Co",), ())
    assert (left.ties["source"], left.ties["target"], left.ties["reported_by"]) == ((0,), (1,), ((1,),))
    assert left.contacts is not None
    assert len(left.contacts) == 0


def test_as_other_programs_write_it(tmp_path: Path) -> None:
    """openpyxl writes texts into the cells themselves where it is told to, and notes elsewhere."""
    path = book(tmp_path / "city.xlsx")
    written = openpyxl.load_workbook(path)
    written["actors"]["C2"].comment = Comment("Asmara again", "me")
    written.save(path)
    ag.forget(path, "as", yes=True)
    assert [name for name, text in parts(path).items() if "again" in text or "asmara@" in text] == []
    assert ag.read(path).actors["id"] == ("asw", "st")


def test_what_would_harm_other_rows_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "city.xlsx")
    written = openpyxl.load_workbook(path)
    written["actors"]["C3"].value = None
    written["actors"].merge_cells("C2:C3")
    written.save(path)
    before = path.read_bytes()
    with pytest.raises(OutputError, match="C2"):
        ag.forget(path, "as", yes=True)
    assert path.read_bytes() == before


def test_formulas_in_its_row_go_with_the_order_of_working_out(tmp_path: Path) -> None:
    path = book(tmp_path / "city.xlsx")
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    sheet = kept["xl/worksheets/sheet1.xml"].decode()
    cell = sheet[sheet.index('<c r="D2"') :]
    old = cell[: cell.index("/>") + 2] if cell.index("/>") < cell.index("</c>") else cell[: cell.index("</c>") + 4]
    kept["xl/worksheets/sheet1.xml"] = sheet.replace(old, '<c r="D2"><f>1+1</f><v>2</v></c>').encode()
    kept["xl/calcChain.xml"] = b'<calcChain xmlns="x"><c r="D2" i="1"/></calcChain>'
    types = kept["[Content_Types].xml"].decode()
    override = '<Override PartName="/xl/calcChain.xml" ContentType="x+xml"/></Types>'
    kept["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
    ag.forget(path, "as", yes=True)
    left = parts(path)
    assert "xl/calcChain.xml" not in left
    assert "calcChain" not in left["[Content_Types].xml"]
    assert openpyxl.load_workbook(path)["actors"]["D2"].value is None
