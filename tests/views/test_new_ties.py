"""With whom actors work besides: entered in a sheet of its own, taken in as ties, and taken out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from tests.making import landscape
from tests.running import run

ACTORS = """
    Kürzel,Name,Art,Rücklauf,Einzelperson
    a,Haus der Künste,Verein,geantwortet,
    b,Weltladen,Laden,geantwortet,
    c,Stiller Kreis,Verein,,
    p,Petra Privat,Person,,ja
"""
TIES = """
    von,nach,Art,genannt von,Widerspruch
    a,b,Austausch,a,
    c,a,Austausch,c,ja
"""
BARE = "Name\nChor\nLaden\n"
ABOUT = "    name: Stadt\n    language: de\n"
TODAY = date(2026, 11, 21)
Row = tuple[str | None, ...]


@pytest.fixture
def town(tmp_path: Path) -> Landscape:
    return landscape(tmp_path / "town", ACTORS, TIES, ABOUT)


def named(town: Landscape, where: Path, *rows: Row) -> Path:
    """The workbook of the pages with these new ties: from, to, kind, intensity."""
    ag.pages(town, where / "pages", today=TODAY, force=True)
    book = openpyxl.load_workbook(where / "pages" / "antworten.xlsx")
    for line, row in enumerate(rows, start=2):
        for place, cell in enumerate(row, start=1):
            book["Neue Verbindungen"].cell(line, place).value = cell
    book.save(where / "antworten.xlsx")
    return where / "antworten.xlsx"


def ties(found: Landscape) -> list[tuple[object, ...]]:
    ids, table = found.actors["id"], found.ties
    keys = ("source", "target", "kind", "intensity", "reported_by", "objected")
    rows = list(zip(*(table[key] for key in keys), strict=True))
    return [(ids[a], ids[b], kind, step, [ids[who] for who in by], no) for a, b, kind, step, by, no in rows]


def test_a_known_actor_becomes_a_tie_that_was_reported_by_who_answered(town: Landscape, tmp_path: Path) -> None:
    path = named(town, tmp_path, ("Weltladen", "Person 1", "Förderung", "regelmäßig"), ("c", "Weltladen"))
    found = ag.feedback(town, path)
    assert ties(found.landscape)[2:] == [
        ("b", "p", "Förderung", "regular", ["b"], None),
        ("c", "b", None, None, ["c"], None),
    ]
    assert found.told == (
        "Verbindung zwischen Weltladen und Person 1",
        "  neue Verbindung, genannt von Weltladen; Art: „Förderung“; Intensität: „regelmäßig“",
        "Verbindung zwischen Stiller Kreis und Weltladen",
        "  neue Verbindung, genannt von Stiller Kreis",
    )
    assert found.summary("de").startswith("2 Änderungen.")
    assert found.warnings == ()


def test_what_the_same_actor_has_named_before_is_no_new_tie(town: Landscape, tmp_path: Path) -> None:
    """By hand: a–b of this kind a named already; b did not, so that both sides state it then."""
    rows = (("a", "b", "Austausch"), ("b", "a", "Austausch"), ("b", "a", "Austausch"))
    found = ag.feedback(town, named(town, tmp_path, *rows))
    assert ties(found.landscape)[2:] == [("b", "a", "Austausch", None, ["b"], None)]
    again = ag.feedback(found.landscape, tmp_path / "antworten.xlsx")
    assert len(again.added) == 0


def test_an_objection_holds_against_a_new_naming_too(town: Landscape, tmp_path: Path) -> None:
    found = ag.feedback(town, named(town, tmp_path, ("a", "c", "Förderung")))
    assert ties(found.landscape)[2:] == [("a", "c", "Förderung", None, ["a"], True)]
    assert found.told[1].endswith("; der Widerspruch gilt weiter")
    book = openpyxl.load_workbook(named(town, tmp_path, ("c", "b")))
    place = {cell.value: cell.column for cell in book["Akteure"][1]}
    book["Akteure"].cell(3, place["Widerspruch gegen Nennungen durch andere"]).value = "ja"
    book.save(tmp_path / "b.xlsx")
    assert ties(ag.feedback(town, tmp_path / "b.xlsx").landscape)[2:] == [("c", "b", None, None, ["c"], True)]


def test_all_that_is_wrong_is_named_with_its_place(town: Landscape, tmp_path: Path) -> None:
    rows = (
        ("Weltladen", "Stiler Kreis"), ("Weltladen", "Zoo"), ("Niemand", "a"), (None, "a"), ("a", None),
        ("a", "Haus der Künste"), ("a", "c", None, "sehr"), ("b", "Haus der"),
    )  # fmt: skip
    with pytest.raises(LandscapeError) as wrong:
        ag.feedback(town, named(town, tmp_path, *rows), tmp_path / "clean")
    assert {p.sheet for p in wrong.value.problems} == {"Neue Verbindungen"}
    assert [(p.row, p.column, p.key) for p in wrong.value.problems] == [
        (2, "nach", "feedback.not_in_list_near"),
        (3, "nach", "feedback.not_in_list"),
        (4, "von", "feedback.no_such_actor"),
        (5, "von", "feedback.end_needed"),
        (6, "nach", "feedback.end_needed"),
        (7, "nach", "feedback.with_itself"),
        (8, "Intensität", "reading.intensity"),
        (9, "nach", "feedback.not_in_list_near"),
    ]
    assert "„Stiller Kreis“" in str(wrong.value)
    assert "„Haus der Künste“" in str(wrong.value)
    assert "--add-missing" in str(wrong.value)
    assert not (tmp_path / "clean").exists()


def test_unknown_names_are_taken_in_as_not_contacted_if_wanted(town: Landscape, tmp_path: Path) -> None:
    path = named(town, tmp_path, ("a", "Zoo"), ("b", "Zoo", "Austausch"), ("b", "Stiler Kreis"))
    found = ag.feedback(town, path, tmp_path / "clean", add_missing=True)
    clean = ag.read(tmp_path / "clean")
    assert clean.actors["name"][4:] == ("Zoo", "Stiler Kreis")
    assert clean.actors["survey"][4:] == ("not contacted", "not contacted")
    assert ties(clean)[2:] == [
        ("a", "Zoo", None, None, ["a"], None),
        ("b", "Zoo", "Austausch", None, ["b"], None),
        ("b", "Stiler Kreis", None, None, ["b"], None),
    ]
    assert found.told[:2] == ("Zoo", "  neu aufgenommen: nicht kontaktiert")
    assert [warning.key for warning in found.warnings] == ["feedback.added_near"]


def same(a: Landscape, b: Landscape) -> bool:
    tables = [(x.actors, x.ties) for x in (a, b)]
    return all((x.columns, x.headings) == (y.columns, y.headings) for x, y in zip(*tables, strict=True))


@pytest.mark.parametrize("clean", ["clean", "clean.xlsx"])
@pytest.mark.parametrize(("actors", "edges"), [(ACTORS, TIES), (BARE, "von,nach\nChor,Laden\n")])
def test_undo_takes_out_ties_and_actors_again(tmp_path: Path, clean: str, actors: str, edges: str) -> None:
    town = landscape(tmp_path / "t", actors, edges, ABOUT)
    first, second = town.actors["id"][:2]
    path = named(town, tmp_path, (first, "Zoo", "Förderung", "regelmäßig"), (second, first, "Neu"))
    found = ag.feedback(town, path, tmp_path / clean, add_missing=True)
    now = ag.read(tmp_path / clean)
    assert (len(now.actors), len(now.ties)) == (len(town.actors) + 1, len(town.ties) + 2)
    assert now.actors["survey"][-1] == "not contacted"
    back = ag.feedback(now, output=tmp_path / "back", undo=found.undo)
    assert same(ag.read(tmp_path / "back"), town)
    assert back.summary("de").startswith("3 Änderungen zurückgenommen.")


def edited(file: Path, before: str, after: str) -> None:
    kept = file.read_text("utf-8-sig")
    assert before in kept
    file.write_text(kept.replace(before, after), "utf-8")


def test_what_was_edited_since_is_not_taken_out(town: Landscape, tmp_path: Path) -> None:
    """An actor stays with the tie that was edited, or if it is known better now; the tie alone goes then."""
    path = named(town, tmp_path, ("a", "Zoo", "Austausch"))
    clean = tmp_path / "clean"
    found = ag.feedback(town, path, clean, add_missing=True)
    edited(clean / "ties.csv", "Zoo;Austausch", "Zoo;Anderes")
    with pytest.raises(LandscapeError, match=r"1 Zeile der Verbindungen, .* wurde seither geändert"):
        ag.feedback(ag.read(clean), undo=found.undo)
    edited(clean / "ties.csv", "Zoo;Anderes", "Zoo;Austausch")
    edited(clean / "actors.csv", ";Zoo;;nicht", ";Zoo;Verein;nicht")
    back = ag.feedback(ag.read(clean), undo=found.undo)
    assert back.landscape.actors["name"][4:] == ("Zoo",)
    assert len(back.landscape.ties) == 2
    assert back.told == ("„Zoo“ bleibt: Seither wurde dazu mehr eingetragen.",)


def test_an_actor_that_was_called_since_stays(town: Landscape, tmp_path: Path) -> None:
    """Else its row of the log would be about nobody."""
    clean = tmp_path / "clean"
    found = ag.feedback(town, named(town, tmp_path, ("a", "Zoo")), clean, add_missing=True)
    (clean / "contacts.csv").write_text("Akteur;Datum;Ergebnis\nZoo;2026-12-01;keine Antwort\n", "utf-8")
    ag.feedback(ag.read(clean), output=tmp_path / "back", undo=found.undo)
    back = ag.read(tmp_path / "back")
    assert (back.actors["name"][4:], len(back.ties), back.contacts and len(back.contacts)) == (("Zoo",), 2, 1)


def test_a_forgotten_actor_is_in_no_record_of_new_ties(town: Landscape, tmp_path: Path) -> None:
    path = named(town, tmp_path, ("a", "Zoo"), ("b", "c"))
    found = ag.feedback(town, path, tmp_path / "clean", add_missing=True)
    assert found.undo is not None
    ag.forget(tmp_path / "clean", "Zoo", yes=True)
    assert "Zoo" not in found.undo.read_text("utf-8")
    ag.feedback(ag.read(tmp_path / "clean"), undo=found.undo, output=tmp_path / "back")
    assert same(ag.read(tmp_path / "back"), town)


def test_a_sheet_by_hand_without_the_others(town: Landscape, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "New ties"  # type: ignore[union-attr]
    for row in (["from", "to"], ["a", "Stiller Kreis"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.create_sheet("Akteure").append(["id", "checked"])
    book.save(tmp_path / "h.xlsx")
    assert len(ag.feedback(town, tmp_path / "h.xlsx").added.ties) == 1


def test_the_command_takes_the_option(town: Landscape, tmp_path: Path) -> None:
    named(town, tmp_path, ("a", "Zoo"))
    wrong = run("feedback", "town", "antworten.xlsx", "-o", "neu", cwd=tmp_path)
    assert (wrong.status, wrong.out) == (2, "")
    assert "Neue Verbindungen" in wrong.err
    took = run("feedback", "town", "antworten.xlsx", "-o", "neu", "--add-missing", cwd=tmp_path)
    assert took.status == 0, took.err
    assert "Zoo\n  neu aufgenommen: nicht kontaktiert\n" in took.out


def test_a_stand_in_that_may_mean_another_person_now_is_refused(tmp_path: Path) -> None:
    path = named(landscape(tmp_path / "t", ACTORS, TIES, ABOUT), tmp_path, ("a", "Person 1"))
    now = landscape(tmp_path / "now", ACTORS.replace("p,Petra", "o,Olga Offen,Person,,ja\n    p,Petra"), TIES, ABOUT)
    with pytest.raises(LandscapeError, match="natürlichen Personen der Liste haben sich geändert") as wrong:
        ag.feedback(now, path)
    assert [(p.sheet, p.row) for p in wrong.value.problems] == [("Neue Verbindungen", 2)]
