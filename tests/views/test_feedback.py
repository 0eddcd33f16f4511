"""What came back, taken into a landscape and out again."""

from __future__ import annotations

import stat
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import LandscapeError, OutputError, RequestError
from tests.making import folder, landscape
from tests.running import run

ACTORS = """
    Kürzel,Name,Art,Beschreibung,Angebote,Rücklauf,geprüft,veröffentlichen,Einzelperson,Telefon,Bemerkung
    a,Haus der Künste,Verein,Alt,Räume; Technik,geantwortet,,,,0171 5500012,vertraulich
    b,Weltladen,Laden,,,geantwortet,2026-05-01,ja,,,
    c,Stiller Kreis,Verein,,,,,,,,
    p,Petra Privat,Person,Lebt allein,Singen,,,,ja,,
"""
TIES = """
    von,nach,Art,genannt von
    a,b,Austausch,a
    b,a,Förderung,b
    c,a,Austausch,c
    p,a,Austausch,p
"""
ABOUT = """
    name: Stadt
    language: de
"""
TODAY = date(2026, 11, 21)
Cells = dict[tuple[str, str], Any]


@pytest.fixture
def town(tmp_path: Path) -> Landscape:
    return landscape(tmp_path / "town", ACTORS, TIES, ABOUT)


def answers(town: Landscape, where: Path, actors: Cells, ties: Cells | None = None) -> Path:
    """The workbook of the pages with these cells filled in, by row (id, or “source-target”) and heading."""
    ag.pages(town, where / "pages", today=TODAY, force=True)
    book = openpyxl.load_workbook(where / "pages" / "antworten.xlsx")
    for name, cells in (("Akteure", actors), ("Verbindungen", ties or {})):
        sheet = book[name]
        place = {cell.value: cell.column for cell in sheet[1]}
        ids = [(sheet.cell(row, 1).value, sheet.cell(row, 3).value, row) for row in range(2, sheet.max_row + 1)]
        rows = {a if name == "Akteure" else f"{a}-{b}": row for a, b, row in ids}
        for (row, heading), value in cells.items():
            sheet.cell(rows[row], place[heading]).value = value
    book.save(where / "antworten.xlsx")
    return where / "antworten.xlsx"


def sheet(path: Path, **sheets: list[list[Any]]) -> Path:
    """A workbook made by hand."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return path


EVERYTHING: Cells = {
    ("a", "neu: Beschreibung"): "Neu",
    ("a", "neu: Angebote"): "Räume; Küche",
    ("a", "neu: geprüft"): datetime(2026, 12, 1),
    ("b", "neu: veröffentlichen"): "nein",
    ("b", "neu: Verbindungen veröffentlichen"): "ja",
    ("b", "neu: geprüft"): "–",
    ("c", "neu: Widerspruch"): "ja",
    ("c", "neu: Name"): "Ruhiger Kreis",
    ("p", "neu: Name"): "Paula Privat",
}  # the row of the person is given under its stand-in


def given(cells: Cells) -> Cells:
    return {("person-1" if row == "p" else row, heading): value for (row, heading), value in cells.items()}


def test_corrections_consents_and_objections_are_taken_in(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, answers(town, tmp_path, given(EVERYTHING), {("a-b", "neu: Widerspruch"): "ja"}))
    actors, ties = found.landscape.actors, found.landscape.ties
    assert actors["description"] == ("Neu", None, None, "Lebt allein")
    assert actors["offers"][0] == ("Räume", "Küche")
    assert actors["checked"] == ("2026-12-01", None, None, None)
    assert actors["publish"] == (None, False, None, None)
    assert actors["publish_ties"] == (None, True, None, None)
    assert actors["objected"] == (None, None, True, None)
    assert actors["name"] == ("Haus der Künste", "Weltladen", "Ruhiger Kreis", "Paula Privat")
    assert actors["id"] == town.actors["id"]
    assert ties["objected"] == (True, True, None, None)
    assert found.warnings == ()


def test_it_is_said_in_words_without_persons_and_contacts(town: Landscape, tmp_path: Path) -> None:
    cells: Cells = {**given(EVERYTHING), ("b", "neu: Beschreibung"): "Ruf an: 0171 5500099"}
    told = ag.feedback(town, answers(town, tmp_path, cells)).told
    assert told == (
        "Haus der Künste",
        "  geprüft: (leer) → „1. Dezember 2026“",
        "  Beschreibung: „Alt“ → „Neu“",
        "  Angebote: „Räume; Technik“ → „Räume; Küche“",
        "Weltladen",
        "  geprüft: „1. Mai 2026“ → (leer)",
        "  veröffentlichen: „ja“ → „nein“",
        "  Verbindungen veröffentlichen: (leer) → „ja“",
        "  Beschreibung: (leer) → „Ruf an: […]“",
        "Ruhiger Kreis",
        "  Widerspruch: (leer) → „ja“",
        "  Name: „Stiller Kreis“ → „Ruhiger Kreis“",
        "Person 1",
        "  Name: geändert, hier nicht gezeigt",
    )


def test_actors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    town = landscape(tmp_path / "t", "id,Name\n1,Chor\n2,Chor\n", "von,nach\n", ABOUT)
    told = ag.feedback(town, answers(town, tmp_path, {("2", "neu: Widerspruch"): "ja"})).told
    assert told == ("Chor (2)", "  Widerspruch: (leer) → „ja“")


def test_nothing_filled_in_changes_nothing(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, answers(town, tmp_path, {}))
    assert (found.changes, found.told) == ((), ())
    assert found.summary("de").startswith("Nichts zu ändern")


def same(a: Landscape, b: Landscape) -> bool:
    tables = [(x.actors, x.ties, x.contacts) for x in (a, b)]
    return all(
        (x is None) == (y is None) and (x is None or y is None or (x.columns, x.headings) == (y.columns, y.headings))
        for x, y in zip(*tables, strict=True)
    )


@pytest.mark.parametrize("clean", ["clean", "clean.xlsx"])
def test_undo_gives_back_exactly_what_was(town: Landscape, tmp_path: Path, clean: str) -> None:
    path = answers(town, tmp_path, given(EVERYTHING), {("c-a", "neu: Widerspruch"): "ja"})
    found = ag.feedback(town, path, tmp_path / clean)
    assert found.undo == tmp_path / f"{clean}-undo.json"
    now = ag.read(tmp_path / clean)
    assert {key: now.actors[key] for key in found.landscape.actors.columns} == found.landscape.actors.columns
    ag.feedback(now, output=tmp_path / "back", undo=found.undo)
    assert same(ag.read(tmp_path / "back"), town)
    assert not same(now, town)


def test_undo_restores_a_sheet_without_ids(tmp_path: Path) -> None:
    town = landscape(tmp_path / "t", "Name,Art\nChor,Verein\nLaden,\n", "von,nach\nChor,Laden\n", ABOUT)
    found = ag.feedback(town, answers(town, tmp_path, {("Chor", "neu: Name"): "Chöre"}), tmp_path / "clean")
    now = ag.read(tmp_path / "clean")
    assert (now.actors["id"], now.actors["name"]) == (("Chor", "Laden"), ("Chöre", "Laden"))
    ag.feedback(now, output=tmp_path / "back", undo=found.undo)
    assert same(ag.read(tmp_path / "back"), town)


def test_files_that_hold_names_are_for_their_owner_alone(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, answers(town, tmp_path, given(EVERYTHING)), tmp_path / "clean.xlsx")
    assert found.undo is not None
    assert {stat.S_IMODE(p.stat().st_mode) for p in (found.undo, tmp_path / "clean.xlsx")} == {0o600}


def test_a_landscape_that_changed_again_is_not_undone(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, answers(town, tmp_path, {("a", "neu: Beschreibung"): "Neu"}), tmp_path / "clean")
    sheet_ = tmp_path / "clean" / "actors.csv"
    sheet_.write_text(sheet_.read_text("utf-8-sig").replace("Neu", "Neuer"), "utf-8")
    with pytest.raises(LandscapeError, match="„Haus der Künste“: seither geändert und so geblieben: „Beschreibung“"):
        ag.feedback(ag.read(tmp_path / "clean"), output=tmp_path / "back", undo=found.undo)
    assert not (tmp_path / "back").exists()


def test_an_objection_that_was_edited_since_stays_and_is_counted(town: Landscape, tmp_path: Path) -> None:
    path = answers(town, tmp_path, {("a", "neu: Beschreibung"): "Neu"}, {("c-a", "neu: Widerspruch"): "ja"})
    found = ag.feedback(town, path, tmp_path / "clean")
    kept = (tmp_path / "clean" / "ties.csv").read_text("utf-8-sig")
    assert kept.count(";ja") == 1
    (tmp_path / "clean" / "ties.csv").write_text(kept.replace(";ja", ";nein"), "utf-8")
    back = ag.feedback(ag.read(tmp_path / "clean"), undo=found.undo)
    assert back.landscape.ties["objected"] == (None, None, False, None)
    assert back.told[-1].startswith("1 Zeile der Verbindungen, Kontakte oder Veranstaltungen wurde seither geändert")


def test_what_was_edited_since_stays_and_all_else_is_taken_back(town: Landscape, tmp_path: Path) -> None:
    """The description was edited again, the offers were not; so was the kind of the tie, but not its objection."""
    cells: Cells = {("a", "neu: Beschreibung"): "Neu", ("a", "neu: Angebote"): "Küche"}
    path = answers(town, tmp_path, cells, {("c-a", "neu: Widerspruch"): "ja"})
    found = ag.feedback(town, path, tmp_path / "clean")
    for file, before, after in (("actors.csv", "Neu", "Neuer"), ("ties.csv", "c;a;Austausch", "c;a;Förderung")):
        kept = (tmp_path / "clean" / file).read_text("utf-8-sig")
        assert before in kept
        (tmp_path / "clean" / file).write_text(kept.replace(before, after), "utf-8")
    back = ag.feedback(ag.read(tmp_path / "clean"), undo=found.undo)
    actors, ties = back.landscape.actors, back.landscape.ties
    assert (actors["description"][0], actors["offers"][0]) == ("Neuer", ("Räume", "Technik"))
    assert (ties["kind"][2], ties["objected"]) == ("Förderung", (None,) * 4)
    assert back.told == (
        "Haus der Künste",
        "  Angebote: „Küche“ → „Räume; Technik“",
        "Verbindung zwischen Haus der Künste und Stiller Kreis",
        "  Widerspruch: „ja“ → (leer)",
        "„Haus der Künste“: seither geändert und so geblieben: „Beschreibung“.",
    )
    assert back.summary("de").startswith("2 Änderungen zurückgenommen.")


def test_an_objection_to_namings_takes_what_the_actor_did_not_name(town: Landscape, tmp_path: Path) -> None:
    """By hand: a named the tie with b, whoever else did; c–a and p–a it did not name."""
    path = answers(town, tmp_path, {("a", "Widerspruch gegen Nennungen durch andere"): "x"})
    assert ag.feedback(town, path).landscape.ties["objected"] == (None, None, True, True)


def test_what_was_objected_to_is_in_no_output_but_the_offices(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, answers(town, tmp_path, {("c", "neu: Widerspruch"): "ja"}), tmp_path / "clean")
    clean = ag.read(tmp_path / "clean")
    assert clean.actors["objected"] == found.landscape.actors["objected"] == (None, None, True, None)
    for audience in ("participants", "public"):
        assert "Stiller" not in ag.analyze(clean, audience=audience, draws=9).to_json()
    assert "Stiller" in ag.analyze(clean, draws=9).to_json()


def test_where_the_landscape_changed_meanwhile_the_answer_wins_and_both_are_told(tmp_path: Path) -> None:
    before = landscape(tmp_path / "1", ACTORS, TIES, ABOUT)
    path = answers(before, tmp_path, {("a", "neu: Beschreibung"): "Neu", ("b", "neu: Beschreibung"): "Schön"})
    after = landscape(tmp_path / "2", ACTORS.replace("Alt", "Anders"), TIES, ABOUT)
    found = ag.feedback(after, path)
    assert [warning.line("de") for warning in found.warnings] == [
        "antworten.xlsx, Blatt „Akteure“, Zeile 2, Spalte „neu: Beschreibung“: Die Landschaft hat sich geändert, seit "
        "die Seiten entstanden: damals „Alt“, jetzt „Anders“. Es gilt die Antwort: „Neu“."
    ]
    assert found.landscape.actors["description"][:2] == ("Neu", "Schön")


def test_an_earlier_name_is_noted_and_looked_for_still(town: Landscape, tmp_path: Path) -> None:
    """Texts were written with the name that was corrected; after an objection, or of a person, it is to be in none."""
    cells = given({("c", "neu: Name"): "Ruhiger Kreis", ("c", "neu: Widerspruch"): "ja", ("p", "neu: Name"): "Ada Neu"})
    cells |= {("a", "neu: Beschreibung"): "Mit Stiller Kreis, Ruhiger Kreis, Frau Privat", ("b", "neu: Name"): "Laden"}
    found = ag.feedback(town, answers(town, tmp_path, cells), tmp_path / "clean")
    now = ag.read(tmp_path / "clean")
    assert now.actors["weitere Schreibweisen"] == (None, "Weltladen", "Stiller Kreis", "Petra Privat")
    told = leaving(now, audience="participants").actors
    assert told["description"][0] == "Mit […], […], Person 1"
    again = given({("p", "neu: Name"): "Petra Privat", ("b", "neu: Name"): "Eine-Welt-Laden"})
    twice = ag.feedback(now, answers(now, tmp_path, again)).landscape.actors
    assert twice["weitere Schreibweisen"] == (None, "Weltladen; Laden", "Stiller Kreis", "Ada Neu")
    back = ag.feedback(now, undo=found.undo)
    assert (len(back.changes), len(found.changes)) == (5, 5)
    assert same(back.landscape, town)


def test_an_earlier_name_stays_noted_where_the_name_was_changed_again(town: Landscape, tmp_path: Path) -> None:
    cells = given({("p", "neu: Name"): "Paula Privat", ("a", "neu: Angebote"): "Küche"})
    found = ag.feedback(town, answers(town, tmp_path, cells), tmp_path / "clean")
    sheet_ = tmp_path / "clean" / "actors.csv"
    sheet_.write_text(sheet_.read_text("utf-8-sig").replace("Paula Privat", "Paula Neu"), "utf-8")
    back = ag.feedback(ag.read(tmp_path / "clean"), undo=found.undo).landscape.actors
    assert (back["name"][3], back["weitere Schreibweisen"][3]) == ("Paula Neu", "Petra Privat")


def test_answers_taken_in_twice_are_no_change_of_the_landscape(town: Landscape, tmp_path: Path) -> None:
    path = answers(town, tmp_path, {("a", "neu: Beschreibung"): "Neu"})
    again = ag.feedback(ag.feedback(town, path).landscape, path)
    assert (again.changes, again.warnings) == ((), ())


def test_pages_in_another_language_are_no_change_of_the_landscape(tmp_path: Path) -> None:
    about = ABOUT + "    scheme: migration-development\n"
    town = landscape(tmp_path / "t", "id,name,type\na,A,school\nb,B,\n", "source,target\n", about)
    ag.pages(town, tmp_path / "pages", today=TODAY, language="en")
    book = openpyxl.load_workbook(tmp_path / "pages" / "answers.xlsx")
    place = {cell.value: cell.column for cell in book["Actors"][1]}
    book["Actors"].cell(2, place["new: type"]).value = "university"
    book.save(tmp_path / "a.xlsx")
    found = ag.feedback(town, tmp_path / "a.xlsx")
    assert (found.warnings, found.landscape.actors["type"][0]) == ((), ("university",))


def test_all_problems_are_named_at_once_and_nothing_is_written(town: Landscape, tmp_path: Path) -> None:
    cells: Cells = {
        ("a", "neu: geprüft"): "bald", ("a", "neu: veröffentlichen"): "vielleicht", ("b", "neu: Name"): "löschen",
        ("c", "Kürzel"): "Weltladn", ("c", "neu: Beschreibung"): "x", ("person-1", "Kürzel"): "a",
        ("person-1", "neu: Beschreibung"): "y",
    }  # fmt: skip
    ties: Cells = {("c-a", "nach"): "b", ("c-a", "nach: Name"): "Weltladen", ("c-a", "neu: Widerspruch"): "ja"}
    path = answers(town, tmp_path, cells, ties)
    with pytest.raises(LandscapeError) as wrong:
        ag.feedback(town, path, tmp_path / "clean")
    places = [(p.sheet, p.row, p.column, p.key) for p in wrong.value.problems]
    assert places == [
        ("Akteure", 2, "neu: geprüft", "reading.date_in_words"),
        ("Akteure", 2, "neu: veröffentlichen", "reading.yes_no"),
        ("Akteure", 3, "neu: Name", "feedback.name_needed"),
        ("Akteure", 4, "Kürzel", "feedback.no_such_actor_near"),
        ("Akteure", 5, None, "feedback.actor_twice"),
        ("Verbindungen", 3, None, "feedback.no_such_tie"),
    ]
    assert "„Weltladen“" in str(wrong.value)
    assert list(tmp_path.glob("clean*")) == []


def problems(town: Landscape, path: Path) -> list[tuple[Any, ...]]:
    with pytest.raises(LandscapeError) as wrong:
        ag.feedback(town, path, path.parent / "clean")
    assert not (path.parent / "clean").exists()
    return [(p.sheet, p.row, p.column, p.key.removeprefix("feedback.")) for p in wrong.value.problems]


def test_an_id_that_is_another_actors_now_gets_no_answer_of_the_earlier_one(town: Landscape, tmp_path: Path) -> None:
    """a and b changed hands; c only got a hyphen. Nothing of what came back may go to a or b."""
    cells: Cells = {("a", "neu: Widerspruch"): "ja", ("b", "neu: veröffentlichen"): "ja", ("c", "neu: geprüft"): "2026"}
    path = answers(town, tmp_path, cells, {("c-a", "neu: Widerspruch"): "ja"})
    dealt = ACTORS.replace("a,Haus der Künste", "a,Chor").replace("b,Weltladen", "b,Haus der Künste")
    other = landscape(tmp_path / "other", dealt.replace("Stiller Kreis", "stiller Kreis"), TIES, ABOUT)
    assert problems(other, path) == [
        ("Akteure", 2, "Kürzel", "other_name"),
        ("Akteure", 3, "Kürzel", "other_name"),
        ("Verbindungen", 3, "nach", "other_name"),
    ]
    with pytest.raises(LandscapeError, match="„a“ heißt in der Landschaft jetzt „Chor“, in der Mappe steht „Haus der"):
        ag.feedback(other, path)


def test_a_name_that_an_answer_has_changed_is_no_other_actor(town: Landscape, tmp_path: Path) -> None:
    """The same workbook with more filled in, after it was taken in once: c has its new name by then."""
    cells: Cells = {("c", "neu: Name"): "Ruhiger Kreis"}
    once = ag.feedback(town, answers(town, tmp_path, cells)).landscape
    path = answers(town, tmp_path, cells | {("c", "neu: geprüft"): "2026"}, {("c-a", "neu: Widerspruch"): "ja"})
    again = ag.feedback(once, path)
    assert [(change.table, change.key) for change in again.changes] == [("actors", "checked"), ("ties", "objected")]


def test_answers_of_a_person_count_as_long_as_the_persons_are_the_same(town: Landscape, tmp_path: Path) -> None:
    cells: Cells = {("person-1", "neu: Widerspruch"): "ja"}
    path = answers(town, tmp_path, cells, {("person-1-a", "neu: Widerspruch"): "ja"})
    assert ag.feedback(town, path).landscape.actors["objected"][3] is True
    before = ACTORS.replace("p,Petra", "o,Olga Offen,Person,,,,,,ja,,\n    p,Petra")
    other = landscape(tmp_path / "other", before, TIES, ABOUT)
    changed = [("Akteure", 5, "Kürzel", "persons_changed"), ("Verbindungen", 4, "von", "persons_changed")]
    assert problems(other, path) == changed
    book = openpyxl.load_workbook(path)
    book["Akteure"]["A5"], book["Akteure"]["B5"] = "p", None
    book["Verbindungen"]["A4"], book["Verbindungen"]["B4"] = "Petra Privat", None
    book.save(path)
    assert ag.feedback(other, path).landscape.actors["objected"] == (None, None, None, None, True)


@pytest.mark.parametrize("text", ["Ruf […] an", "Ruf [...] an"])
def test_our_sign_for_what_is_left_out_is_never_stored(town: Landscape, tmp_path: Path, text: str) -> None:
    path = answers(town, tmp_path, {("a", "neu: Beschreibung"): text, ("b", "neu: Angebote"): f"Räume; {text}"})
    assert problems(town, path) == [
        ("Akteure", 2, "neu: Beschreibung", "left_out"),
        ("Akteure", 3, "neu: Angebote", "left_out"),
    ]


@pytest.mark.parametrize("objected_before", [True, False])
def test_the_name_of_who_objected_is_no_change_of_a_text(tmp_path: Path, objected_before: bool) -> None:
    """The pages show […] for the name once its actor objected; the text of a stays what it was all the time."""
    actors = "Kürzel,Name,Beschreibung,Widerspruch\na,Amt,Mit Stiller Kreis,\nc,Stiller Kreis,Alt,{}\n"
    before, after = (
        landscape(tmp_path / name, actors.format("ja" if said else ""), "von,nach\na,c\n", ABOUT)
        for name, said in (("1", objected_before), ("2", True))
    )
    found = ag.feedback(after, answers(before, tmp_path, {("a", "neu: Beschreibung"): "Neu"}))
    assert (found.warnings, len(found.changes)) == ((), 1)


def test_a_name_that_another_actor_has_is_warned_of(town: Landscape, tmp_path: Path) -> None:
    cells: Cells = {
        ("a", "neu: Name"): "welt-laden", ("c", "neu: Name"): "Petra Privat", ("b", "neu: Name"): "Weltladen"
    }  # fmt: skip
    warnings = ag.feedback(town, answers(town, tmp_path, cells)).warnings
    assert [(one.key, one.row, one.values["ids"]) for one in warnings] == [
        ("feedback.name_shared", 2, ("b",)), ("feedback.name_shared", 4, ("person-1",)),
    ]  # fmt: skip


def test_an_objection_taken_back_is_told_the_way_it_goes(town: Landscape, tmp_path: Path) -> None:
    path = answers(town, tmp_path, {}, {("c-a", "neu: Widerspruch"): "ja"})
    found = ag.feedback(town, path, tmp_path / "clean")
    back = ag.feedback(ag.read(tmp_path / "clean"), undo=found.undo)
    assert found.told[1] == "  Widerspruch: (leer) → „ja“"
    assert back.told[1] == "  Widerspruch: „ja“ → (leer)"


def test_a_sheet_by_hand_is_read_too(town: Landscape, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "hand.xlsx",
        actors=[["id", "publish", "objected", "checked", "description"], ["a", "yes", None, "2026-12-02", None],
                ["b", None, "yes", None, "Fair"]],
        ties=[["source", "target", "objected"], ["Weltladen", "a", "yes"]],
    )  # fmt: skip
    actors = ag.feedback(town, path).landscape.actors
    assert (actors["publish"][0], actors["checked"][0], actors["description"][0]) == (True, "2026-12-02", "Alt")
    assert (actors["objected"][1], actors["description"][1]) == (True, "Fair")
    assert ag.feedback(town, path).landscape.ties["objected"] == (True, True, None, None)


def test_another_name_in_a_sheet_by_hand_is_told_and_that_of_another_actor_an_error(
    town: Landscape, tmp_path: Path
) -> None:
    """One row too far down, each actor gets the name of the next: that is no correction."""
    names, ids = town.actors["name"], town.actors["id"]
    rows = [[ids[row], names[row + 1], "Neu"] for row in range(2)]
    path = sheet(tmp_path / "shifted.xlsx", actors=[["id", "name", "description"], *rows])
    with pytest.raises(LandscapeError) as caught:
        ag.feedback(town, path, tmp_path / "clean")
    found = [(one.key, one.row, one.column, one.values["ids"]) for one in caught.value.problems]
    assert found[0] == ("feedback.name_of_another", 2, "name", (ids[1],))
    assert found[1][:3] == ("feedback.name_of_another", 3, "name")
    assert not (tmp_path / "clean").exists()
    path = sheet(tmp_path / "hand.xlsx", actors=[["id", "name"], ["b", "Weltladen e.V."], ["a", "Ganz anders"]])
    done = ag.feedback(town, path)
    assert [line for line in done.told if "Name" in line] == [
        "  Name: „Haus der Künste“ → „Ganz anders“", "  Name: „Weltladen“ → „Weltladen e.V.“"
    ]  # fmt: skip
    assert [(one.key, one.row) for one in done.warnings] == [("feedback.renamed", 3)]


def test_a_sheet_of_ties_may_be_missing(town: Landscape, tmp_path: Path) -> None:
    path = sheet(tmp_path / "hand.xlsx", Akteure=[["Name", "neu: Beschreibung"], ["Weltladen", "Fair"]])
    assert ag.feedback(town, path).landscape.actors["description"][1] == "Fair"


@pytest.mark.parametrize("heading", ["Beschreibung neu", "neu: Telefon", "Anmerkung"])
def test_a_filled_column_that_is_not_read_is_warned_of(town: Landscape, tmp_path: Path, heading: str) -> None:
    path = sheet(tmp_path / "h.xlsx", Akteure=[["Name", heading, "neu: geprüft"], ["Weltladen", "x", "2026"]])
    (warning,) = ag.feedback(town, path).warnings
    assert (warning.key, warning.column) == ("feedback.column_unread", heading)


def test_two_columns_for_one_answer(town: Landscape, tmp_path: Path) -> None:
    path = sheet(tmp_path / "h.xlsx", Akteure=[["Name", "neu: Name", "new: name"], ["Weltladen", "x", "y"]])
    with pytest.raises(LandscapeError, match="Zwei Spalten sind für dieselbe Antwort"):
        ag.feedback(town, path)


@pytest.mark.parametrize("name", ["nowhere.xlsx", "town", "text.xlsx"])
def test_what_is_no_workbook_is_said(town: Landscape, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.xlsx").write_text("a;b\n", "utf-8")
    with pytest.raises(LandscapeError):
        ag.feedback(town, tmp_path / name)


def test_answers_or_undo_has_to_be_given(town: Landscape) -> None:
    with pytest.raises(RequestError):
        ag.feedback(town)
    with pytest.raises(RequestError):
        ag.feedback(town, "a.xlsx", undo="u.json")


def test_neither_the_answers_nor_the_landscape_are_written_over(town: Landscape, tmp_path: Path) -> None:
    path = answers(town, tmp_path, {("a", "neu: Beschreibung"): "Neu"})
    kept = path.read_bytes()
    for output in (path, tmp_path / "town"):
        with pytest.raises(OutputError):
            ag.feedback(town, path, output, force=True)
    assert path.read_bytes() == kept


def test_where_the_undo_file_can_not_stand_nothing_is_written(town: Landscape, tmp_path: Path) -> None:
    path = answers(town, tmp_path, {("a", "neu: Beschreibung"): "Neu"})
    (tmp_path / "clean-undo.json").write_text("somebody's", "utf-8")
    with pytest.raises(OutputError):
        ag.feedback(town, path, tmp_path / "clean")
    assert not (tmp_path / "clean").exists()


def test_the_commands_end_in_sentences(tmp_path: Path) -> None:
    folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    made = run("pages", "town", "-o", "seiten", "--today", "2026-11-21", cwd=tmp_path)
    assert (made.status, made.out) == (0, "")
    assert "4 Seiten" in made.err
    assert "Modus 0600" in made.err
    book = openpyxl.load_workbook(tmp_path / "seiten" / "antworten.xlsx")
    place = {cell.value: cell.column for cell in book["Akteure"][1]}
    book["Akteure"].cell(2, place["neu: Beschreibung"]).value = "Neu"
    book.save(tmp_path / "a.xlsx")
    took = run("feedback", "town", "a.xlsx", "-o", "neu", cwd=tmp_path)
    assert took.status == 0
    assert took.out == (
        "Haus der Künste\n  Beschreibung: „Alt“ → „Neu“\n1 Änderung. 1 von 4 hat nun den eigenen Eintrag geprüft.\n"
    )
    assert "Arbeitskopie" in took.err
    back = run("feedback", "--undo", "neu-undo.json", "neu", "-o", "zurueck", cwd=tmp_path)
    assert (back.status, "1 Änderung zurückgenommen." in back.out) == (0, True)
    wrong = run("pages", "town", "-o", "seiten2", "--for", "Weltladn", cwd=tmp_path)
    assert (wrong.status, wrong.out) == (2, "")
    assert "„Weltladen“" in wrong.err
    none = run("feedback", "town", "nowhere.xlsx", "-o", "x", cwd=tmp_path)
    assert (none.status, none.out, (tmp_path / "x").exists()) == (2, "", False)


def test_all_outputs_count_alike_how_many_have_checked_natural_persons_too(tmp_path: Path) -> None:
    """A and the person have checked; the day of a person leaves in no output, but it counts."""
    actors = "id,name,survey,person,checked\na,A,answered,,2026-05-01\np,Petra Privat,answered,yes,2026-05-02\nb,B,,,\n"
    town = landscape(tmp_path / "town", actors, "source,target\na,b\n")
    changed = ag.feedback(town, _answer(tmp_path, "b"))
    assert changed.summary("en").endswith("3 of 3 have now checked their entry.")
    assert ag.analyze(town, draws=9).to_dict()["landscape"]["checked"] == 2
    assert ag.directory(town, audience="office").checked == 2
    assert ag.directory(town, audience="participants").checked == 2


def _answer(where: Path, id_: str) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "actors"
    for row in (("id", "checked"), (id_, "2026-06-30")):
        sheet.append(row)
    book.save(where / "answers.xlsx")
    return where / "answers.xlsx"
