"""What becomes of two entries that a person decided are one, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.undoing import Undone, later, record, undone
from actor_graph.matching.attributes import united
from actor_graph.matching.decisions import Decision, Word, contradictions, groups
from actor_graph.matching.merging import merged
from actor_graph.problems import Problem, Problems
from actor_graph.reading import read
from actor_graph.reading.undo import read_undo
from actor_graph.writing.undo import undo_text
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder

ACTORS = """id,name,type,fields,survey,publish,publish_ties,checked,E-Mail,Farbe
a,AWO,welfare,care,promised,yes,yes,2025-01-01,awo@x.example,rot
b,Chor,club,,,,,,,
c,Arbeiterwohlfahrt,welfare; club,advice; care,answered,no,,2026-01-01,info@y.example,blau
d,Weltladen,shop,,,,,,,
e,A.W.O.,,,,,,,,"""
TIES = """source,target,kind,intensity,weight,reported_by,note
a,b,funding,,,a; c,first
c,b,exchange,regular,,c,
a,c,exchange,,2.5,b,inside
d,d,,,,,own
d,e,,,,e; a,
b,d,,,,,"""
ABOUT = """
    name: Musterstadt
    circles: {c: Beratung, d: Handel}
"""
CONTACTS = "actor,date,outcome\ne,2026-02-01,interested\nb,2026-02-02,no answer"


def _landscape(where: Path) -> Landscape:
    path = folder(where / "was", ACTORS, TIES, ABOUT, CONTACTS)
    (path / "events.csv").write_text("event,actor,came\nRunde,c,yes\nRunde,d,\n", encoding="utf-8")
    return read(path)


def _decided(*pairs: str, word: Word = "same") -> list[Decision]:
    return [Decision(pair[0], pair[1], word, row) for row, pair in enumerate(pairs, start=2)]


def test_a_chain_unites_all_at_the_place_of_the_first(tmp_path: Path) -> None:
    new, changes = merged(_landscape(tmp_path), _decided("ce", "ea"))
    assert new.actors["id"] == ("a", "b", "d")
    assert new.actors["name"] == ("AWO", "Chor", "Weltladen")
    assert changes.kept == {"c": "a", "e": "a"}


def test_what_was_said_is_united_and_what_differs_stays_to_be_seen(tmp_path: Path) -> None:
    new, changes = merged(_landscape(tmp_path), _decided("ac", "ae"))
    awo = {key: cells[0] for key, cells in new.actors.columns.items()}
    assert awo["type"] == ("welfare", "club")
    assert awo["fields"] == ("care", "advice")
    assert (awo["survey"], awo["publish"], awo["publish_ties"], awo["checked"]) == (
        "answered",
        False,
        True,
        "2026-01-01",
    )
    assert awo["E-Mail"] == "awo@x.example; info@y.example"
    assert awo["Farbe"] == "rot"
    assert awo["conflict"].split("; ") == [
        "survey: promised / interested", "publish: yes", "checked: 2025-01-01", "Farbe: blau",
    ]  # fmt: skip
    assert awo["other spellings"] == "Arbeiterwohlfahrt; A.W.O."
    told = [phrase.key.removeprefix("matching.") for phrase in changes.told]
    assert told == ["united", "name_kept", *["conflict"] * 4, "joined", "self_tie"]


def test_what_holds_what_came_together_and_what_was_filled_in_is_told_each_name_once(tmp_path: Path) -> None:
    actors = """name,Themen,Rücklauf,Telefon,Bemerkung,Farbe,Webseite
    Chor,Musik,geantwortet,0351 1234567,,rot,a.example
    Chor e.V.,Gesang; Musik,zugesagt,0351 7654321,nett,blau,a.example"""
    city = read(folder(tmp_path / "c", actors, "von,nach", "    language: de\n"))
    new, changes = merged(city, [Decision("Chor", "Chor e.V.", "same", 2)])
    told = [Problem("warning", phrase.key, phrase.values).message("de") for phrase in changes.told]
    assert told == [
        "„Chor“ enthält jetzt auch „Chor e.V.“.",
        "Der Name bleibt „Chor“; andere Schreibweise: „Chor e.V.“.",
        "„Chor“: Unter „Rücklauf“ gilt „geantwortet“; „zugesagt“ steht in der Spalte „Konflikt“.",
        "„Chor“: Unter „Farbe“ gilt „rot“; „blau“ steht in der Spalte „Konflikt“.",
        "„Chor“: Was die Einträge unter „Themen“, „Telefon“ sagen, steht nun zusammen.",
        "„Chor“: Aus einem anderen Eintrag ergänzt, da hier nichts stand: „Bemerkung“.",
    ]
    assert new.actors["Konflikt"] == ("Rücklauf: zugesagt; Farbe: blau",)


def test_of_a_natural_person_no_cell_is_told(tmp_path: Path) -> None:
    actors = "name,Einzelperson,Farbe\nAyse Yildiz,ja,rot\nYildiz Ayse,ja,blau"
    city = read(folder(tmp_path / "c", actors, "von,nach", "    language: de\n"))
    _, changes = merged(city, [Decision("Ayse Yildiz", "Yildiz Ayse", "same", 2)])
    told = " ".join(Problem("warning", phrase.key, phrase.values).message("de") for phrase in changes.told)
    assert ("Unter „Farbe“ stand Verschiedenes." in told, "rot" in told, "blau" in told) == (True, False, False)


def test_conflicts_of_an_earlier_merging_stay_whichever_entry_had_them(tmp_path: Path) -> None:
    actors = "id,name,Farbe,Konflikt\n1,Chor,rot,\n2,Chor e.V.,blau,Ort: Bonn"
    city = read(folder(tmp_path / "c", actors, "von,nach", "    language: de\n"))
    new, _ = merged(city, [Decision("1", "2", "same", 2)])
    assert new.actors["Konflikt"] == ("Ort: Bonn; Farbe: blau",)


def test_another_spelling_of_the_name_is_kept_and_no_conflict_also_over_two_mergings(tmp_path: Path) -> None:
    """The names differ, or nobody would have been asked; they stay with the actor, those of earlier mergings too."""
    actors = "id,name\n1,AWO\n2,Arbeiterwohlfahrt\n3,A.W.O.\n4,Arbeiter-Wohlfahrt\n5,Chor\n6,chor"
    was = read(folder(tmp_path / "city", actors, "source,target"))
    once, changes = merged(was, _decided("12", "34"))
    assert once.actors["other spellings"] == ("Arbeiterwohlfahrt", "Arbeiter-Wohlfahrt", None, None)
    assert [phrase.key for phrase in changes.told] == ["matching.united", "matching.name_kept"] * 2
    assert Problem("warning", changes.told[1].key, changes.told[1].values).message("de") == (
        "Der Name bleibt „AWO“; andere Schreibweise: „Arbeiterwohlfahrt“."
    )
    twice, _ = merged(once, _decided("13"))
    assert twice.actors["other spellings"][0] == "Arbeiterwohlfahrt; Arbeiter-Wohlfahrt; A.W.O."
    assert "conflict" not in twice.actors


def test_ties_log_events_and_circles_are_those_of_the_one_actor(tmp_path: Path) -> None:
    new, _ = merged(_landscape(tmp_path), _decided("ac", "ae"))
    ids = new.actors["id"]
    assert [(ids[s], ids[t]) for s, t in zip(new.ties["source"], new.ties["target"], strict=True)] == [
        ("a", "b"), ("a", "b"), ("d", "d"), ("d", "a"), ("b", "d"),
    ]  # fmt: skip
    assert [[ids[place] for place in places] for places in new.ties["reported_by"]] == [["a"], ["a"], [], ["a"], []]
    assert new.ties["weight"] == (None,) * 5
    assert new.contacts is not None
    assert new.contacts["actor"] == ("a", "b")
    assert new.events is not None
    assert new.events["actor"] == ("a", "d")
    assert new.meta["circles"] == {"a": "Beratung", "d": "Handel"}


def test_nothing_is_united_without_a_decision_for_same(tmp_path: Path) -> None:
    was = _landscape(tmp_path)
    for word in ("different", "unsure"):
        assert merged(was, _decided("ac", word=word))[0] is was
    assert merged(was, [])[0] is was
    assert merged(was, _decided("ax", "aa"))[0] is was


def test_the_landscape_that_was_stays_as_it_was(tmp_path: Path) -> None:
    was = _landscape(tmp_path)
    before = {key: tuple(cells) for key, cells in was.actors.columns.items()}
    merged(was, _decided("ac"))
    assert dict(was.actors.columns) == before


def _undone(landscape: Landscape, file: Path) -> Undone:
    problems = Problems()
    taken = read_undo(file, landscape, problems)
    assert not list(problems)
    return undone(landscape, taken)


def _columns(landscape: Landscape) -> list[dict[str, object]]:
    tables: tuple[Table | None, ...] = (landscape.actors, landscape.ties, landscape.contacts, landscape.events)
    return [dict(table.columns) for table in tables if table is not None]


@pytest.mark.parametrize("target", ["clean", "clean.xlsx"])
@pytest.mark.parametrize("pairs", [("ac",), ("ac", "ce"), ("bd",), ("ce", "bd")])
def test_written_read_and_undone_is_what_was(pairs: tuple[str, ...], target: str, tmp_path: Path) -> None:
    was = _landscape(tmp_path)
    new, changes = merged(was, _decided(*pairs))
    write_working_copy(new, tmp_path / target)
    (tmp_path / "r.json").write_bytes(undo_text(record(was, new, changes.kept)))
    done = _undone(read(tmp_path / target), tmp_path / "r.json")
    back = done.landscape
    assert (done.lost, done.kept, done.stayed) == (0, {}, ())
    write_working_copy(back, tmp_path / "back")
    again = read(tmp_path / "back")
    for landscape in (back, again):
        assert _columns(landscape) == _columns(was)
        assert list(landscape.actors.columns) == list(was.actors.columns)
        assert landscape.actors.extra == was.actors.extra
        assert landscape.meta["circles"] == was.meta["circles"]


LOG = "Akteur;Datum;Ergebnis\na;2026-05-01;zugesagt\nb;2026-05-02;zugesagt\nc;2026-05-03;zugesagt\n"


@pytest.mark.parametrize("target", ["clean", "clean.xlsx"])
@pytest.mark.parametrize(("pair", "followed"), [("ab", {"c"}), ("ac", {"a"}), ("bc", {"a"}), ("cb", {"a"})])
def test_what_a_person_filled_in_and_what_follows_from_the_log_stay_apart(
    pair: str, followed: set[str], target: str, tmp_path: Path
) -> None:
    actors = "Kürzel;Name;Rücklauf\na;A;\nb;B;zugesagt\nc;C;\n"
    was = read(folder(tmp_path / "was", actors, "von;nach\na;b\nb;c", "", LOG))
    assert was.actors.followed == {"a", "c"}
    new, changes = merged(was, _decided(pair))
    write_working_copy(new, tmp_path / target)
    now = read(tmp_path / target)
    assert now.actors.followed == followed
    (tmp_path / "r.json").write_bytes(undo_text(record(was, new, changes.kept)))
    back = _undone(now, tmp_path / "r.json").landscape
    write_working_copy(back, tmp_path / "back")
    again = read(tmp_path / "back")
    assert again.actors["survey"] == was.actors["survey"]
    assert again.actors.followed == was.actors.followed


def test_what_came_since_stays_when_a_merging_is_taken_back(tmp_path: Path) -> None:
    was = _landscape(tmp_path)
    new, changes = merged(was, _decided("ac"))
    write_working_copy(new, tmp_path / "clean")
    (tmp_path / "r.json").write_bytes(undo_text(record(was, new, changes.kept)))
    actors, ties = tmp_path / "clean" / "actors.csv", tmp_path / "clean" / "ties.csv"
    lines = actors.read_text("utf-8-sig").splitlines()
    actors.write_text("\n".join([lines[0], "n,Neu" + "," * (lines[0].count(",") - 1), *lines[1:]]) + "\n", "utf-8")
    lines = ties.read_text("utf-8-sig").splitlines()
    changed = [line.replace("exchange,regular", "exchange,occasional") for line in lines]
    ties.write_text("\n".join([*changed, "n,a" + "," * (lines[0].count(",") - 1)]) + "\n", "utf-8")
    done = _undone(read(tmp_path / "clean"), tmp_path / "r.json")
    back = done.landscape
    assert back.actors["id"] == ("a", "b", "c", "d", "e", "n")
    ids = back.actors["id"]
    ends = [(ids[s], ids[t]) for s, t in zip(back.ties["source"], back.ties["target"], strict=True)]
    assert done.lost == 1
    assert ends == [("a", "b"), ("a", "b"), ("a", "c"), ("d", "d"), ("d", "e"), ("b", "d"), ("n", "a")]


def _naming(where: Path) -> Landscape:
    """Four who name each other by id and by name; two names are the same, so that it is unknown who is meant."""
    actors = """id,name,members,found_by
        a,AWO,c; d,
        c,Arbeiterwohlfahrt,,
        d,Dach,Arbeiterwohlfahrt; a; x,c; Chor
        x,Chor,c; Nie gesehen,Arbeiterwohlfahrt
        y,Chor,,"""
    path = folder(where / "was", actors, "source,target\na,d", "    name: Musterstadt")
    told = "Runde,a,yes\nRunde,d,yes\nRunde,c,yes\nRunde,c,\nFest,d,\nFest,d,\nFest,x,yes"
    (path / "events.csv").write_text(f"event,actor,came\n{told}\n", encoding="utf-8")
    return read(path)


def test_who_names_one_that_is_part_of_another_names_that_one(tmp_path: Path) -> None:
    new, _ = merged(_naming(tmp_path), _decided("ac", "xy"))
    assert new.actors["id"] == ("a", "d", "x")
    assert new.actors["members"] == (("d",), ("AWO", "a", "x"), ("a", "Nie gesehen"))
    assert new.actors["found_by"] == (None, "a; Chor", "AWO")


def test_taken_back_they_name_it_again_and_keep_what_was_edited_since(tmp_path: Path) -> None:
    was = _naming(tmp_path)
    new, changes = merged(was, _decided("ac", "xy"))
    later = dict(new.actors.columns) | {"name": ("AWO", "Dachverband", "Chor")}
    done = undone(replace(new, actors=replace(new.actors, columns=later)), record(was, new, changes.kept))
    back = done.landscape
    assert done.lost == 0
    assert back.actors["name"] == ("AWO", "Arbeiterwohlfahrt", "Dachverband", "Chor", "Chor")
    for key in ("members", "found_by"):
        assert back.actors[key] == was.actors[key]


def test_events_do_not_say_the_same_of_one_actor_twice_and_what_was_double_before_stays(tmp_path: Path) -> None:
    was = _naming(tmp_path)
    new, changes = merged(was, _decided("ac"))
    assert new.events is not None
    rows = zip(new.events["event"], new.events["actor"], new.events["came"], strict=True)
    assert list(rows) == [
        ("Runde", "a", True), ("Runde", "d", True), ("Runde", "a", None), ("Fest", "d", None), ("Fest", "d", None),
        ("Fest", "x", True),
    ]  # fmt: skip
    assert [phrase.values for phrase in changes.told if phrase.key == "matching.same_event"] == [
        {"row": 4, "event": "Runde"}
    ]
    done = undone(new, record(was, new, changes.kept))
    assert done.lost == 0
    assert _columns(done.landscape) == _columns(was)


def test_what_was_filled_in_since_the_merging_stays_with_the_actor_that_is_left(tmp_path: Path) -> None:
    """A consent withdrawn, an objection in a column that was not there, an address: none of them may be lost."""
    was = _landscape(tmp_path)
    new, changes = merged(was, _decided("ac"))
    write_working_copy(new, tmp_path / "clean")
    (tmp_path / "r.json").write_bytes(undo_text(record(was, new, changes.kept)))
    now = read(tmp_path / "clean")
    taken = read_undo(tmp_path / "r.json", now, Problems())
    assert later(now.actors, taken["actors"]) == {}
    edits = {"publish_ties": False, "objected": True, "E-Mail": "neu@x.example", "fields": ("care",), "conflict": None}
    columns = {key: (cell, *now.actors[key][1:]) for key, cell in edits.items()}
    edited = replace(now, actors=replace(now.actors, columns={**now.actors.columns, **columns}))
    back = undone(edited, taken).landscape
    awo, other = ({key: back.actors[key][row] for key in (*edits, "type")} for row in (0, 2))
    assert awo == {**edits, "type": ("welfare",)}
    assert other == {
        "publish_ties": None, "objected": None, "E-Mail": "info@y.example", "fields": ("advice", "care"),
        "conflict": None, "type": ("welfare", "club"),
    }  # fmt: skip
    assert later(edited.actors, taken["actors"]).keys() == {"a"}


def test_groups_are_chains_and_a_contradiction_names_the_way(tmp_path: Path) -> None:
    same = _decided("ab", "bc", "xy")
    assert groups(same) == [("a", "b", "c"), ("x", "y")]
    found = list(contradictions([*same, Decision("a", "c", "different", 9), Decision("a", "x", "different", 10)]))
    assert [(one.different.row, [decision.row for decision in one.same]) for one in found] == [(9, [2, 3])]


def test_consent_goes_no_further_than_the_narrower_and_dates_are_the_stricter() -> None:
    assert united("publish", [True, None]) == (True, ())
    assert united("publish_ties", [True, False]) == (False, (True,))
    assert united("objected", [None, False, True]) == (True, (False,))
    assert united("delete_after", ["2027", "2026-05"]) == ("2026-05", ("2027",))
    assert united("survey", ["excluded", "not contacted"]) == ("not contacted", ("excluded",))
