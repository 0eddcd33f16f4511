"""Broken inputs: what was given, where the problem is, and what the message says in English and German."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.reading.making import ACTORS, TIES, book, changed, gexf, graphml, rows

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@dataclass(frozen=True)
class Broken:
    """One broken input; ``give`` is the file in the folder that is read, the folder itself where it is empty."""

    name: str
    files: Mapping[str, str | bytes | None]
    file: str
    row: int | None
    column: str | None
    en: str
    de: str
    give: str = ""
    sheet: str | None = None


def tables(
    name: str,
    place: tuple[str, int | None, str | None],
    en: str,
    de: str,
    *,
    actors: str | bytes | None = ACTORS,
    ties: str | bytes | None = TIES,
    **more: str | bytes,
) -> Broken:
    """A folder with one broken table; ``more`` are further files, their dot written as an underscore."""
    files = {"actors.csv": actors, "ties.csv": ties} | {k.replace("_", "."): v for k, v in more.items()}
    return Broken(name, files, *place, en, de)


def alone(
    name: str,
    file: str,
    content: str | bytes,
    row: int | None,
    column: str | None,
    en: str,
    de: str,
    sheet: str | None = None,
) -> Broken:
    """A single broken file."""
    return Broken(name, {file: content}, file, row, column, en, de, file, sheet)


def sheets(
    name: str, place: tuple[str | None, int | None, str | None], en: str, de: str, **given: list[list[object]]
) -> Broken:
    """A workbook of two good sheets, some replaced."""
    content = {"actors": rows(ACTORS), "ties": rows(TIES)} | given
    sheet, row, column = place
    return alone(name, "city.xlsx", book(content), row, column, en, de, sheet)


def about(name: str, text: str, row: int, column: str | None, en: str, de: str) -> Broken:
    """A folder with a broken landscape.yaml."""
    return tables(name, ("landscape.yaml", row, column), en, de, landscape_yaml=text)


A, T = "actors.csv", "ties.csv"
WIDE = ",".join(f"c{i}" for i in range(1001))
XLSX = book({"actors": rows(ACTORS), "ties": rows(TIES)})
SHEET = "xl/worksheets/sheet1.xml"

PLACES = [
    Broken("nothing there", {}, "gone.csv", None, None, "no file or folder", "gibt es nicht", "gone.csv"),
    Broken("empty folder", {}, "", None, None, "folder is empty", "Ordner ist leer"),
    Broken("other files", {"x.txt": "x"}, "", None, None, "no actors.csv", "weder actors.csv"),
    Broken("a workbook beside", {"umfrage.xlsx": XLSX}, "", None, None, "umfrage.xlsx", "umfrage.xlsx"),
    Broken("only actors", {A: ACTORS}, "", None, None, "ties.csv is missing", "fehlt die Tabelle ties.csv"),
    Broken("only ties", {T: TIES}, "", None, None, "actors.csv is missing", "fehlt die Tabelle actors.csv"),
    Broken("actors are a folder", {A: None, T: TIES}, A, None, None, "is a folder", "ist ein Ordner"),
    Broken("twice", {A: ACTORS, "Akteure.CSV": ACTORS, T: TIES}, A, None, None, "Akteure.CSV", "Akteure.CSV"),
    alone("one table", "actors.csv", ACTORS, None, None, "needs two", "braucht zwei"),
    alone("some text", "notes.md", "Hello there\n", None, None, "not a landscape", "keine Landschaft"),
    alone("picture as workbook", "city.xlsx", PNG, None, None, "picture (PNG)", "Bild (PNG)"),
    alone("pdf", "city.pdf", b"%PDF-1.7\n", None, None, "PDF", "PDF"),
    alone("empty file", "city.yaml", b"", None, None, "empty", "leer"),
    alone("nothing but a mark", "city.yaml", "---\n", None, None, "empty", "leer"),
    alone("nothing in it", "city.json", "{}", None, None, "no landscape", "keine Landschaft"),
    alone("nothing but null", "city.json", "null", None, None, "no landscape", "keine Landschaft"),
    alone("zip", "city.zip", changed(XLSX, "", None).replace(b"xl/w", b"yl/w"), None, None, "ZIP file", "ZIP-Datei"),
    alone("old workbook", "city.xls", OLE + "Workbook".encode("utf-16-le"), None, None, "XLSX", "XLSX"),
    alone("locked", "city.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), None, None, "password", "Kennwort"),
]
FILES = [
    tables("empty table", (A, None, None), "empty", "leer", actors=b""),
    tables("blank table", (A, None, None), "nothing in this table", "steht nichts", actors=" \n;;\n"),
    tables("picture as table", (A, None, None), "picture (PNG)", "Bild (PNG)", actors=PNG),
    tables("workbook as table", (A, None, None), "Excel workbook", "Excel-Arbeitsmappe", actors=XLSX),
    tables("web page as table", (T, None, None), "web page", "Internetseite", ties="<html><table></table></html>"),
    tables("nul", (A, 3, None), "NUL", "NUL", actors="id,name\na,A\nb,B\x00\n"),
    tables("no character", (A, 3, None), "U+FFFE", "U+FFFE", actors="id,name\na,A\nb,B\ufffe\n"),
    tables(
        "half character", (A, 2, None), "letter is damaged", "Buchstabe beschädigt", actors=b"id,name\na,\xed\xa0\xbd\n"
    ),
    tables("mixed encodings", (A, 3, None), "UTF-8", "UTF-8", actors="id,name\na,ÄÖÜ\nb,".encode() + b"\xe4\n"),
    tables("no encoding", (A, 2, None), "Windows-1252", "Windows-1252", actors=b"id,name\na,\x81\n"),
]
CELLS = [
    tables("unknown headings", (A, 1, None), "names was found among", "keine Spalte mit Namen", actors="who,x\nA,1\n"),
    tables("no target", (T, 1, None), "two ends of a tie", "beiden Enden", ties="source,kind\na,x\n"),
    tables(
        "quote never closed", (A, 3, None), "quotation mark", "Anführungszeichen", actors='id,name\na,A\nb,"B\nc,C\n'
    ),
    tables(
        "quote closed by the next",
        (A, 2, None),
        "quotation mark",
        "Anführungszeichen",
        actors='id,name\na,"A\nb,B\nc,"C"\n',
    ),
    tables(
        "longer row", (A, 3, None), "has 4 cells", "hat 4 Zellen", actors=ACTORS.replace("b,Birke", "b,Birke, e.V.")
    ),
    tables("wide", (A, None, None), "more than 1000 columns", "mehr als 1000 Spalten", actors=f"name,{WIDE[3:]}\nx\n"),
    tables("long cell", (A, 2, "name"), "32768 characters", "32768 Zeichen", actors=f"id,name\na,{'x' * 32_768}\n"),
    tables("long row", (A, 2, None), "1 MB", "1 MB", actors=f"id,name\na,{';' * 1_000_001}\n"),
    tables("same heading", (A, None, "Name"), "“name”", "„name“", actors="name,Name\nA,B\n"),
    tables(
        "nobody", (A, 3, "name"), "neither a name nor an id", "weder Namen noch id", actors="id,name,type\na,A,\n,,x\n"
    ),
    tables("id twice", (A, 3, "id"), "in row 2", "in Zeile 2", actors="id,name\na,A\na,B\n", ties="source,target\n"),
    tables(
        "survey",
        (A, 2, "Rücklauf"),
        "“answered”, “promised”",
        "„geantwortet“, „zugesagt“",
        actors="id,Rücklauf\na,vielleicht\n",
    ),
    tables("person", (A, 2, "person"), "yes or no", "ja oder nein", actors="id,person\na,maybe\n"),
    tables("publish", (A, 2, "publish"), "neither yes nor no", "weder ja noch nein", actors="id,publish\na,?\n"),
    tables("impossible day", (A, 2, "checked"), "31.2.2026", "30.6.2026", actors="id,checked\na,31.2.2026\n"),
    tables("doubtful day", (A, 2, "informed"), "without doubt", "eindeutig", actors="id,informed\na,3/4/2026\n"),
]
ENDS = [
    tables("unknown end", (T, 2, "target"), "“Birke”", "„Birke“", ties="source,target\na,Birkee\n"),
    tables("nobody like it", (T, 2, "source"), "no actor “qqq”", "„qqq“ gibt es", ties="source,target\nqqq,b\n"),
    tables("case", (T, 2, "source"), "Did you mean “Ahorn”", "vielleicht „Ahorn“", ties="source,target\nAHORN,b\n"),
    tables("no end", (T, 2, "target"), "One end of the tie is missing", "fehlt ein Ende", ties="source,target\na,\n"),
    tables(
        "repeated name used", (T, 2, "source"), "2 actors have the name “Ost”", "2 Akteure haben den Namen „Ost“",
        actors="id,name\na,Ost\nb,Ost\n", ties="source,target\nOst,b\n",
    ),
    tables(
        "repeated name without ids", (T, 2, "source"), "2 actors have the name", "2 Akteure haben den Namen",
        actors="name\nOst\nOst\n", ties="source,target\nOst,Ost (2)\n",
    ),
    tables("reporter", (T, 2, "reported_by"), "no actor “z”", "„z“ gibt es",
           ties="source,target,reported_by\na,b,a;z\n"),
    tables("intensity", (T, 2, "intensity"), "no step of the scale", "keine Stufe",
           ties="source,target,intensity\na,b,eng\n"),
    *(
        tables(f"weight {given}", (T, 2, "weight"), f"“{given}” is not a number", f"„{given}“ ist keine Zahl",
               ties=f"source;target;weight\na;b;{given}\n")
        for given in ("NaN", "inf", "1e400", "zwei", "1,2,3", "--1", "0x10", "½")
    ),
    *(
        tables(f"weight {given}", (T, 2, "weight"), "not above 0", "nicht größer als 0",
               ties=f"source;target;weight\na;b;{given}\n")
        for given in ("0", "-3", "0,0", "1e-400")
    ),
    tables("until", (T, 2, "until"), "can't be read as a date", "nicht als Datum lesen",
           ties="source,target,until\na,b,soon\n"),
    tables("contact", ("contacts.csv", 2, "actor"), "no actor “x”", "„x“ gibt es", contacts_csv="actor,outcome\nx,y\n"),
    tables("contact with nobody", ("contacts.csv", 2, "actor"), "names no actor", "nennt keinen Akteur",
           contacts_csv="actor,outcome\n,answered\n"),
    tables("log date", ("contacts.csv", 2, "date"), "can't be read as a date", "nicht als Datum lesen",
           contacts_csv="actor,date\na,gestern\n"),
    tables("event", ("events.csv", 2, "actor"), "no actor “x”", "„x“ gibt es", events_csv="event,actor\nE,x\n"),
    tables("came", ("events.csv", 2, "came"), "neither yes nor no", "weder ja noch nein",
           events_csv="event,actor,came\nE,a,oft\n"),
]  # fmt: skip
ABOUT = [
    about("yaml", "name: [a\n", 2, None, "YAML", "YAML"),
    about("key twice", "name: A\nname: B\n", 2, None, "second time", "zweites Mal"),
    about("list", "- name\n", 0, None, "keys and values", "Angaben der Form"),
    about("date", "date: bald\n", 1, "date", "can't be read as a date", "nicht als Datum lesen"),
    about("language", "name: A\nlanguage: fr\n", 2, "language", "de (German)", "de (Deutsch)"),
    about("name twice", "name: A\nNAME: B\n", 2, "NAME", "given twice", "zweimal angegeben"),
    about("by what is not there", "by: Bedarf\n", 1, "by", "no column “Bedarf”", "Spalte „Bedarf“"),
    about("reports", "reports: target\n", 1, "reports", "Write source", "source schreiben"),
    about("by", "by: Farbe\n", 1, "by", "no column “Farbe”", "Spalte „Farbe“"),
    about("name", "name: [a, b]\n", 1, "name", "single text", "einzelner Text"),
    about("columns", "publish_columns: {a: b}\n", 1, "publish_columns", "list of texts", "Liste von Texten"),
    about("circles", "circles: [a]\n", 1, "circles", "member's id", "id eines Mitglieds"),
]
BOOKS = [
    sheets("unknown end", ("ties", 2, "target"), "no actor “zz”", "„zz“ gibt es",
           ties=[["source", "target"], ["a", "zz"]]),
    sheets("surplus", ("actors", 2, None), "has 3 cells", "hat 3 Zellen", actors=[["id", "name"], ["a", "A", "x"]]),
    sheets("id twice", ("actors", 3, "id"), "in row 2", "in Zeile 2", actors=[["id"], [7], ["7"]]),
    sheets("two sheets", ("Akteure", None, None), "sheet “actors”", "Blatt „actors“", Akteure=rows(ACTORS)),
    sheets("day", ("actors", 2, "checked"), "looks like a number", "Excel-Zahl",
           actors=[["id", "checked"], ["a", 46203]]),
    sheets("landscape", ("landscape", 1, "date"), "can't be read as a date", "nicht als Datum lesen",
           landscape=[["date", "morgen"]]),
    sheets("landscape twice", ("landscape", 2, "name"), "given twice", "zweimal angegeben",
           landscape=[["name", "A"], ["name", "B"]]),
    alone("no ties sheet", "c.xlsx", book({"actors": rows(ACTORS), "x": []}), None, None,
          "no sheet “ties”", "kein Blatt „Verb"),
    alone("no sheets", "c.xlsx", book({"Tabelle1": rows(ACTORS)}), None, None, "“Tabelle1”", "„actors“"),
    alone("hidden ties", "c.xlsx", book({"actors": rows(ACTORS), "ties": rows(TIES)}, hidden=["ties"]), None, None,
          "is hidden", "ist ausgeblendet", "ties"),
    alone("cut", "c.xlsx", XLSX[: len(XLSX) // 2], None, None, "damaged", "beschädigt"),
    alone("broken sheet", "c.xlsx", changed(XLSX, SHEET, lambda raw: raw[:300]), None, None, "damaged", "beschädigt"),
    alone("broken list of sheets", "c.xlsx", changed(XLSX, "xl/workbook.xml", lambda raw: raw[:90]), None, None,
          "damaged", "beschädigt"),
    alone("cell far off", "c.xlsx",
          changed(XLSX, SHEET, lambda raw: raw.replace(
              b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
          1_048_576, "XFD", "far off", "weit entfernte", "actors"),
]  # fmt: skip
DOCUMENTS = [
    alone("no lists", "c.yaml", "name: A\n", None, None, "“actors” is missing", "„actors“ (Akteure) fehlt"),
    alone("nodes and links", "c.json", '{"nodes": [], "links": []}', None, None, "nodes, links", "nodes, links"),
    alone("a list", "c.json", "[1, 2]", None, None, "no landscape", "keine Landschaft"),
    alone("no list", "c.yaml", "actors: a\nties:\n", 1, None, "list of entries", "Liste von Einträgen"),
    alone("entry", "c.yaml", "ties:\nactors:\n- a\n", 2, None, "Entry 1", "Eintrag 1"),
    alone(
        "group in entry",
        "c.yaml",
        "actors:\n- name: A\n  type: {a: b}\nties:\n",
        3,
        "type",
        "not a group",
        "keine Gruppe",
    ),
    alone("list as name", "c.yaml", "actors:\n- name: [A, B]\nties:\n", 2, "name", "one value", "einzelner Wert"),
    alone("unknown end", "c.yaml", "actors:\n- name: A\nties:\n- source: A\n  target: B\n", 4, "target", "“B”", "„B“"),
    alone("key twice", "c.json", '{"actors": [],\n "actors": [], "ties": []}', 2, None, "second time", "zweites Mal"),
    alone("NaN", "c.json", '{"actors": [{"id": NaN}], "ties": []}', 1, None, "NaN", "NaN"),
    alone("tag", "c.yaml", "actors: !!python/object/apply:os.system [x]\n", 1, None, "instruction", "Anweisung"),
    alone("two lists", "c.yaml", "actors:\nakteure:\nties:\n", 2, None, "same list", "dieselbe Liste"),
    alone("printed Python", "c.json", "{'actors': []}", 1, None, "Python", "Python"),
    alone("escaped half", "c.json", '{"actors": [{"name": "\\ud800"}], "ties": []}', 1, None, "half a", "halbes"),
]
GRAPHS = [
    alone("other xml", "c.xml", "<svg/>", None, None, "svg", "svg"),
    alone("cut", "c.graphml", "<graphml><graph><node", 1, None, "", ""),
    alone("doctype", "c.gexf", '<!DOCTYPE x [<!ENTITY a "b">]><gexf><graph/></gexf>', 1, None, "DOCTYPE", "DOCTYPE"),
    alone("no graph", "c.graphml", "<graphml/>", None, None, "no network", "kein Netz"),
    alone("two graphs", "c.graphml", "<graphml><graph/><graph/></graphml>", None, None, "2 networks", "2 Netze"),
    alone("undeclared end", "c.graphml", graphml('<node id="a"/>\n<edge source="a" target="z"/>'), 4, "target",
          "“z”", "„z“"),
    alone("node twice", "c.graphml", graphml('<node id="a"/>\n<node id="a"/>'), 4, "id", "“a”", "„a“"),
    alone("node without id", "c.graphml", graphml("<node/>"), 3, "id", "neither a name", "weder Namen"),
    alone("hyperedge", "c.graphml", graphml("<hyperedge/>"), 3, None, "more than two", "mehr als zwei"),
    alone("edge without end", "c.gexf", gexf('<node id="a"/>', '<edge source="a"/>'), 6, "target",
          "One end", "ein Ende"),
    alone("name is no id", "c.gexf", gexf('<node id="a" label="A"/>', '<edge source="a" target="A"/>'), 6, "target",
          "“A”", "„A“"),
    alone("zero", "c.gexf", gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b" weight="0.0"/>'),
          6, "weight", "not above 0", "nicht größer"),
]  # fmt: skip

BROKEN = PLACES + FILES + CELLS + ENDS + ABOUT + BOOKS + DOCUMENTS + GRAPHS
