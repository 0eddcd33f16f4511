"""From a messy list to a clean one, as a municipal office does it, and back."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import openpyxl
import pytest

from actor_graph.reading import read
from tests.running import run

ACTORS = [
    ["Nr", "Name", "Typ", "Rücklauf", "Einzelperson", "Telefon", "E-Mail", "Themen"],
    [
        "1",
        "Arbeiterwohlfahrt Kreisverband e. V.",
        "Verband",
        "geantwortet",
        "",
        "0351 1234567",
        "info@awo.example",
        "Rat",
    ],
    ["2", "AWO KV", "Verband", "zugesagt", "", "0351 7654321", "kv@awo.example", "Pflege"],
    ["3", "Jugendzentrum Nord", "Jugend", "", "", "", "", ""],
    ["4", "Jugendzentrum Süd", "Jugend", "", "", "", "", ""],
    ["5", "Straßenfest", "", "", "", "", "", ""],
    ["6", "Strassenfest e.V.", "", "", "", "", "", ""],
    ["7", "Yıldız, Ayşe", "", "", "ja", "0171 2345678", "", ""],
    ["8", "Ayse Yildiz", "", "", "ja", "", "", ""],
    ["9", "=1+1 Verein", "", "", "", "", "", ""],
    ["10", "=1+1 Verein e.V.", "", "", "", "", "", ""],
]
TIES = [
    ["von", "nach", "Art"],
    ["1", "3", "Kooperation"],
    ["2", "3", "Austausch"],
    ["1", "2", "Austausch"],
    ["7", "5", ""],
]
SECRET = ("1234567", "7654321", "2345678", "awo.example", "Yıldız", "Yildiz", "Ay\u015fe", "Ayse")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "stadt").mkdir()
    for name, rows in (("akteure", ACTORS), ("verbindungen", TIES)):
        with (tmp_path / "stadt" / f"{name}.csv").open(
            "w", encoding="cp1252", errors="xmlcharrefreplace", newline=""
        ) as out:
            csv.writer(out, delimiter=";").writerows(rows if name != "akteure" else _plain(rows))
    return tmp_path


def _plain(rows: list[list[str]]) -> list[list[str]]:
    """Rows that Windows-1252 can hold."""
    return [[cell.replace("ı", "i").replace("ş", "s") for cell in row] for row in rows]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def _decide(file: Path, decisions: dict[tuple[str, str], str], **added: str) -> None:
    """Fill the column “decision” in, as a spreadsheet program would save it."""
    rows = [{**row, "decision": decisions.get((row["a"], row["b"]), row["decision"]), **added} for row in _rows(file)]
    with file.open("w", encoding="cp1252", newline="") as out:
        writer = csv.DictWriter(out, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def test_pairs_are_told_and_written_to_be_decided(folder: Path) -> None:
    ran = run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    assert ran.status == 0
    assert ran.out.startswith("4 Paare könnten ein und derselbe Akteur sein; darüber entscheidet ein Mensch.\n")
    rows = _rows(folder / "decisions.csv")
    assert [(row["a"], row["b"], row["decision"]) for row in rows] == [
        ("5", "6", ""), ("9", "10", ""), ("1", "2", ""), ("person-1", "person-2", ""),
    ]  # fmt: skip
    assert list(rows[0])[:7] == ["a", "b", "name_a", "name_b", "score", "why", "decision"]
    assert (rows[0]["score"], rows[2]["why"]) == ("1,0", "bekannte Abkürzung oder anderer Name")
    assert rows[1]["name_a"] == "'=1+1 Verein"
    written = (folder / "decisions.csv").read_text("utf-8") + ran.out + ran.err
    assert not [word for word in SECRET if word in written]


def test_rows_say_where_natural_persons_stand(folder: Path) -> None:
    """By “Person 1” nobody can decide; the office looks into the row."""
    ran = run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    assert "Person 1 (person-1), Zeile 8\n        Person 2 (person-2), Zeile 9\n" in ran.out
    rows = _rows(folder / "decisions.csv")
    assert list(rows[0])[7:9] == ["row_a", "row_b"]
    assert {(row["a"], row["row_a"], row["row_b"]) for row in rows} >= {("person-1", "8", "9"), ("5", "6", "7")}
    _decide(folder / "decisions.csv", {("5", "6"): "gleich", ("person-1", "person-2"): "verschieden"})
    actors = folder / "stadt" / "akteure.csv"
    lines = actors.read_bytes().splitlines(keepends=True)
    actors.write_bytes(b"".join([lines[0], b"0;Chor;;;;;;\r\n", *lines[1:]]))  # sorted anew: all stand a row lower
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    rows = [row for row in _rows(folder / "decisions.csv") if row["decision"]]
    assert {(row["a"], row["row_a"], row["row_b"]) for row in rows} == {("person-1", "9", "10"), ("5", "7", "8")}


def test_decisions_are_kept_with_what_people_added_and_not_asked_again(folder: Path) -> None:
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    file = folder / "decisions.csv"
    _decide(file, {("5", "6"): "verschieden", ("1", "2"): "gleich"}, Bemerkung="geprüft")
    with (folder / "stadt" / "akteure.csv").open("a", encoding="cp1252") as out:
        out.write("11;A.W.O. Kreisverband;;;;;;\r\n")
    ran = run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "2 frühere Entscheidungen bleiben erhalten.")
    rows = _rows(file)
    assert {(row["a"], row["b"]): row["decision"] for row in rows if row["decision"]} == {
        ("5", "6"): "verschieden", ("1", "2"): "gleich"
    }  # fmt: skip
    assert {row["Bemerkung"] for row in rows if row["decision"]} == {"geprüft"}
    assert [row["decision"] for row in rows].index("verschieden") > 1
    assert run("match", "stadt", "--decisions", "decisions.csv", "-o", "neu.csv", cwd=folder).status == 0
    assert [(r["a"], r["b"], r["decision"]) for r in _rows(folder / "neu.csv")] == [
        (r["a"], r["b"], r["decision"]) for r in rows
    ]


def test_decisions_of_ids_that_others_have_by_now_unite_no_strangers(folder: Path) -> None:
    """The list is dealt anew: 1 is the police now; who was decided to be the same stays written, and counts no more."""
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    file, actors = folder / "decisions.csv", folder / "stadt" / "akteure.csv"
    _decide(file, {("1", "2"): "gleich", ("5", "6"): "gleich"})
    dealt = actors.read_text("cp1252").replace("Arbeiterwohlfahrt Kreisverband e. V.", "Polizei")
    actors.write_text(dealt + "11;Polizei e.V.;;;;;;\n2a;Polizeii;;;;;;\n", "cp1252")
    ran = run("merge", "stadt", "--decisions", "decisions.csv", "-o", "sauber", cwd=folder)
    assert (ran.status, ran.out, (folder / "sauber").exists()) == (2, "", False)
    assert ran.err.count("Fehler: ") == 1
    assert "jetzt „Polizei“, in dieser Zeile aber „Arbeiterwohlfahrt Kreisverband e. V.“" in ran.err
    ran = run("match", "stadt", "--decisions", "decisions.csv", "-o", "neu.csv", cwd=folder)
    assert (ran.status, "gilt deshalb nicht für „Polizei“" in ran.err) == (0, True)
    rows = {(row["a"], row["b"], row["name_a"]): row["decision"] for row in _rows(folder / "neu.csv")}
    assert rows["1", "2", "Arbeiterwohlfahrt Kreisverband e. V."] == "gleich"
    assert (rows["1", "11", "Polizei"], rows["5", "6", "Straßenfest"]) == ("", "gleich")


def test_what_is_no_table_of_decisions_is_not_overwritten(folder: Path) -> None:
    (folder / "decisions.csv").write_text("Einkauf;Menge\nBrot;2\n", encoding="utf-8")
    ran = run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert (folder / "decisions.csv").read_text("utf-8") == "Einkauf;Menge\nBrot;2\n"


@pytest.mark.parametrize("name", ["dec.txt", "dec", "dec.xls"])
def test_a_table_to_decide_in_is_csv_or_xlsx(name: str, folder: Path) -> None:
    ran = run("match", "stadt", "-o", name, cwd=folder)
    assert (ran.status, ran.out, (folder / name).exists()) == (2, "", False)
    assert ".csv oder .xlsx" in ran.err


def test_wrong_decisions_stop_with_all_rows_and_nothing_written(folder: Path) -> None:
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    _decide(folder / "decisions.csv", {("5", "6"): "ja", ("1", "2"): "glecih"})
    before = (folder / "decisions.csv").read_bytes()
    for verb in (
        ("match", "stadt", "-o", "decisions.csv"),
        ("merge", "stadt", "--decisions", "decisions.csv", "-o", "c"),
    ):
        ran = run(*verb, cwd=folder)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.count("Fehler: decisions.csv, Zeile") == 2
    assert (folder / "decisions.csv").read_bytes() == before
    assert not (folder / "c").exists()


@pytest.mark.parametrize("target", ["sauber", "sauber.xlsx"])
def test_merge_makes_a_working_copy_that_can_be_taken_back(target: str, folder: Path) -> None:
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    _decide(
        folder / "decisions.csv", {("1", "2"): "gleich", ("person-1", "person-2"): "gleich", ("5", "6"): "unsicher"}
    )
    ran = run("merge", "stadt", "--decisions", "decisions.csv", "-o", target, cwd=folder)
    assert ran.status == 0
    assert "„Arbeiterwohlfahrt Kreisverband e. V. (1)“ enthält jetzt auch „AWO KV (2)“." in ran.out
    assert "„Person 1“" in ran.out
    assert "Arbeitskopie" in ran.err
    assert not [word for word in SECRET if word in ran.out + ran.err]
    clean, was = read(folder / target), read(folder / "stadt")
    assert clean.actors["id"] == ("1", "3", "4", "5", "6", "7", "9", "10")
    assert clean.actors["Telefon"][0] == "0351 1234567; 0351 7654321"
    assert clean.actors["Konflikt"][0] == "Rücklauf: zugesagt"
    assert clean.actors["weitere Schreibweisen"][0] == "AWO KV"
    record = folder / f"{target}-undo.json"
    private = [record, *(folder / target).iterdir()] if target == "sauber" else [record, folder / target]
    assert {stat.S_IMODE(file.stat().st_mode) for file in private if file.name != ".actor-graph"} == {0o600}
    back = run("merge", target, "--undo", record.name, "-o", "zurueck", cwd=folder)
    apart = "„AWO KV“ ist wieder ein eigener Eintrag.\n„Person 2“ ist wieder ein eigener Eintrag.\n"
    assert (back.status, back.out) == (0, f"{apart}2 Änderungen zurückgenommen.\n")
    again = read(folder / "zurueck")
    assert dict(again.actors.columns) == dict(was.actors.columns)
    assert dict(again.ties.columns) == dict(was.ties.columns)
    twice = run("merge", "zurueck", "--undo", record.name, "-o", "nochmal", cwd=folder)
    assert (twice.status, twice.out) == (2, "")
    assert "gehört zu einer anderen Landschaft" in twice.err


def test_nothing_is_merged_before_somebody_decided(folder: Path) -> None:
    run("match", "stadt", "-o", "decisions.csv", cwd=folder)
    ran = run("merge", "stadt", "--decisions", "decisions.csv", "-o", "sauber", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert "noch nichts entschieden" in ran.err
    assert not (folder / "sauber").exists()


def test_merge_asks_for_what_it_lacks(folder: Path) -> None:
    assert "-o" in run("merge", "stadt", "--decisions", "d.csv", cwd=folder).err
    assert "--undo" in run("merge", "stadt", "-o", "x", cwd=folder).err
    (folder / "r.json").write_text('{"schema": "other"}', encoding="utf-8")
    ran = run("merge", "stadt", "--undo", "r.json", "-o", "x", cwd=folder)
    assert (ran.status, "lässt sich nichts zurücknehmen" in ran.err) == (2, True)


def test_against_a_register_what_both_have_what_is_missing_and_what_could_be_taken(folder: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Vereinsregister 2026"], ["Bezeichnung", "Themen", "Webseite", "Telefon", "Einzelperson"],
        ["Jugendzentrum Nord e.V.", "Sport", "jz.example", "0351 5550000", None],
        ["AWO Kreisverband", "Pflege", None, None, None],
        ["Tierheim", "Tiere", None, None, None], ["Hans Geheim", None, None, None, "ja"],
    ):  # fmt: skip
        sheet.append(row)
    book.save(folder / "register.xlsx")
    ran = run("match", "stadt", "--against", "register.xlsx", "-o", "abgleich.csv", cwd=folder)
    assert ran.status == 0
    rows = _rows(folder / "abgleich.csv")
    about = [(row["about"], row["a"], row["name_b"], row["column"], row["there"]) for row in rows]
    told = run("match", "stadt", "--against", "register.xlsx", cwd=folder)
    lines = told.out.splitlines()
    assert lines[0] == "stadt neben register.xlsx"
    assert lines[1:3] == ["  In beiden: 1 Akteur.", "        Jugendzentrum Nord, dort Jugendzentrum Nord e.V."]
    assert "  Vielleicht dieselben, darüber entscheidet ein Mensch: 2 Paare." in lines
    assert lines[lines.index("  Nur in register.xlsx: 1.") + 1] == "        Tierheim"
    assert "actor-graph match stadt --against register.xlsx -o abgleich.csv" in told.err
    assert not [word for word in (*SECRET, "5550000", "Geheim") if word in told.out]
    assert ("gleich", "3", "Jugendzentrum Nord e.V.", "", "") in about
    assert ("Spalte", "3", "Jugendzentrum Nord e.V.", "Themen", "Sport") in about
    assert {row[1] for row in about if row[0] == "vielleicht"} == {"1", "2"}
    assert ("fehlt hier", "", "Tierheim", "", "") in about
    assert ("neu hier", "4", "", "", "") in about
    assert not [word for word in (*SECRET, "5550000", "Geheim") if word in (folder / "abgleich.csv").read_text("utf-8")]
    take = {("3", "Themen"), ("", "")}
    lines = [{**r, "decision": "übernehmen" if (r["a"], r["column"]) in take and r["name_b"] else ""} for r in rows]
    with (folder / "abgleich.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(lines)
    assert run("match", "stadt", "--against", "register.xlsx", "-o", "abgleich.csv", cwd=folder).status == 0
    assert [row["decision"] for row in _rows(folder / "abgleich.csv")].count("übernehmen") == 2
    ran = run("merge", "stadt", "--decisions", "abgleich.csv", "-o", "sauber", cwd=folder)
    assert ran.status == 0, ran.err
    clean = read(folder / "sauber")
    assert (clean.actors["fields"][2], clean.actors["übernommen aus"][2]) == (("Sport",), "Themen: register.xlsx")
    last = {key: cells[-1] for key, cells in clean.actors.columns.items()}
    assert (last["name"], last["survey"], last["found_by"]) == ("Tierheim", "not contacted", "register.xlsx")
    run("merge", "sauber", "--undo", "sauber-undo.json", "-o", "zurueck", cwd=folder)
    assert dict(read(folder / "zurueck").actors.columns) == dict(read(folder / "stadt").actors.columns)


def test_a_column_is_not_taken_for_a_pair_that_is_not_said_to_be_one(folder: Path) -> None:
    (folder / "liste.csv").write_text("Name;Webseite\nAWO Kreisverband;awo.example\n", encoding="utf-8")
    run("match", "stadt", "--against", "liste.csv", "-o", "abgleich.csv", cwd=folder)
    rows = [{**row, "decision": "take" if row["column"] else ""} for row in _rows(folder / "abgleich.csv")]
    with (folder / "abgleich.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    ran = run("merge", "stadt", "--decisions", "abgleich.csv", "-o", "sauber", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert "bitte in der Zeile des Paars gleich schreiben" in ran.err


def test_an_id_made_of_a_name_with_a_number_is_told_without_it_and_understood(tmp_path: Path) -> None:
    (tmp_path / "stadt").mkdir()
    (tmp_path / "stadt" / "actors.csv").write_text("Name\nChor 0351 1234567\nChor 0351 1234567 e.V.\nAWO\n", "utf-8")
    (tmp_path / "stadt" / "ties.csv").write_text("von,nach\nAWO,Chor 0351 1234567\n", "utf-8")
    run("match", "stadt", "-o", "decisions.csv", cwd=tmp_path)
    rows = _rows(tmp_path / "decisions.csv")
    assert [(row["a"], row["name_b"]) for row in rows] == [("Chor […]", "Chor […] e.V.")]
    with (tmp_path / "decisions.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["a", "b", "decision"], [rows[0]["a"], rows[0]["b"], "gleich"]])
    ran = run("merge", "stadt", "--decisions", "decisions.csv", "-o", "sauber", cwd=tmp_path)
    assert (ran.status, "1234567" in ran.out + ran.err) == (0, False)
    assert read(tmp_path / "sauber").actors["name"] == ("Chor 0351 1234567", "AWO")
