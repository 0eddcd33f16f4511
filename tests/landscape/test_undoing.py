"""What is written down of a change gives back exactly what was, and says what it can't give back."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.landscape.undoing import record, undone
from actor_graph.matching.decisions import Decision
from actor_graph.matching.merging import merged
from actor_graph.problems import ActorGraphError, LandscapeError, OutputError
from tests.making import folder
from tests.running import run

ACTORS = """
    id,name,type,members,survey,publish,person,email
    a,Chor,club,,answered,yes,,a@x.example
    b,Chor e. V.,club; choir,,,no,,b@x.example
    c,Dach,,b; d,,,,
    d,Ute Privat,,,promised,,yes,
"""
TIES = "source,target,kind,weight,reported_by\na,b,x,,a\nb,c,y,1.5,b; c\nd,a,,,\nc,d,x,2,"
CONTACTS = "actor,date,outcome\nb,2026-02-01,interested\nc,2026-02-02,no answer"
ABOUT = "    language: en\n    circles: {b: One, c: Two}\n"


@pytest.fixture
def town(tmp_path: Path) -> Landscape:
    return ag.read(folder(tmp_path / "town", ACTORS, TIES, ABOUT, CONTACTS))


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    (tmp_path / "d.csv").write_text("a,b,decision\na,b,same\n", "utf-8")
    return tmp_path / "d.csv"


def told(landscape: Landscape) -> list[Any]:
    tables = (landscape.actors, landscape.ties, landscape.contacts, landscape.events)
    parts = [None if t is None else (dict(t.columns), dict(t.headings), t.extra, t.contact, t.followed) for t in tables]
    return [*parts, landscape.meta.get("circles")]


PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5))


@settings(max_examples=150, deadline=None)
@given(st.lists(PAIR, max_size=9), st.lists(st.integers(0, 5), max_size=5), st.lists(PAIR, min_size=1, max_size=3))
def test_any_merging_is_undone_exactly(
    tmp_path_factory: pytest.TempPathFactory, ties: list[tuple[int, int]], log: list[int], same: list[tuple[int, int]]
) -> None:
    """Whatever is united, ties, own and double ones, the log, events and circles come back as they were."""
    where = tmp_path_factory.mktemp("any")
    actors = "id,name,members,survey,objected\n" + "".join(f"n{i},N{i % 4},n{i - 1},,yes\n" for i in range(6))
    edges = "source,target,kind,reported_by\n" + "".join(f"n{a},n{b},k{a % 2},n{b}\n" for a, b in ties)
    calls = "actor,outcome\n" + "".join(f"n{i},promised\n" for i in log)
    path = folder(where / "any", actors, edges, "    circles: {n1: One, n2: Two}\n", calls if log else "")
    (path / "events.csv").write_text("event,actor\n" + "".join(f"Fest,n{i}\n" for i in log), "utf-8")
    was = ag.read(path)
    now, changes = merged(was, [Decision(f"n{a}", f"n{b}", "same", 2) for a, b in same])
    done = undone(now, record(was, now, changes.kept))
    assert told(done.landscape) == told(was)
    assert (done.lost, done.kept, done.stayed) == (0, {}, ())


@pytest.mark.parametrize("target", ["clean", "clean.xlsx"])
def test_either_verb_takes_back_what_the_other_wrote(
    town: Landscape, decisions: Path, tmp_path: Path, target: str
) -> None:
    done = ag.merge(town, decisions, tmp_path / target)
    assert done.record == tmp_path / f"{target}-undo.json"
    back = ag.feedback(ag.read(tmp_path / target), output=tmp_path / "back", undo=done.record)
    again = ag.read(tmp_path / "back")
    assert [told(back.landscape), told(again)] == [told(town)] * 2
    assert back.told == (
        "Dach",
        "  members: “a; d” → “b; d”",
        "“Chor e. V.” is an entry of its own again.",
    )
    assert back.summary("en").startswith("2 changes taken back.")


def test_of_two_records_both_or_the_first_alone_are_undone(town: Landscape, decisions: Path, tmp_path: Path) -> None:
    first = ag.merge(town, decisions, tmp_path / "clean").record
    book = openpyxl.Workbook()
    book.active.title = "actors"  # type: ignore[union-attr]
    for row in (["id", "description", "type"], ["c", "New", None], ["a", None, "office"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "answers.xlsx")
    second = ag.feedback(ag.read(tmp_path / "clean"), tmp_path / "answers.xlsx", tmp_path / "checked").undo
    ag.feedback(ag.read(tmp_path / "checked"), output=tmp_path / "back", undo=second)
    assert told(ag.merge(ag.read(tmp_path / "back"), undo=first, output=tmp_path / "was").landscape) == told(town)
    ag.merge(ag.read(tmp_path / "checked"), undo=first, output=tmp_path / "apart")
    apart = ag.read(tmp_path / "apart")
    assert (apart.actors["description"], apart.actors["type"][0]) == ((None, None, "New", None), ("office",))


@pytest.mark.parametrize("target", ["clean", "clean.xlsx"])
def test_copy_and_record_are_for_their_owner_alone_and_written_both_or_neither(
    town: Landscape, decisions: Path, tmp_path: Path, target: str
) -> None:
    file = tmp_path / f"{target}-undo.json"
    file.write_text("somebody's", "utf-8")
    with pytest.raises(OutputError):
        ag.merge(town, decisions, tmp_path / target)
    assert (file.read_text("utf-8"), (tmp_path / target).exists()) == ("somebody's", False)
    file.unlink()
    ag.merge(town, decisions, tmp_path / target)
    private = [file, tmp_path / target] if target.endswith("xlsx") else [file, *(tmp_path / target).glob("*.*v")]
    assert {stat.S_IMODE(one.stat().st_mode) for one in private} == {0o600}
    ag.merge(town, decisions, tmp_path / target)
    before = file.read_bytes()
    edited = tmp_path / target if target.endswith("xlsx") else tmp_path / target / "ties.csv"
    edited.write_bytes(edited.read_bytes() + b"\n")
    with pytest.raises(OutputError):
        ag.merge(ag.read(tmp_path / "town", language="de"), decisions, tmp_path / target)
    assert file.read_bytes() == before


def test_neither_decisions_nor_record_are_written_over(town: Landscape, decisions: Path, tmp_path: Path) -> None:
    (tmp_path / "e.xlsx").mkdir()
    book = tmp_path / "e.xlsx" / "actors.csv"
    book.write_bytes(decisions.read_bytes())
    with pytest.raises(OutputError):
        ag.merge(town, book, tmp_path / "e.xlsx" / ".." / "e.xlsx", force=True)
    assert book.read_bytes() == decisions.read_bytes()


def test_the_copy_may_be_the_folder_where_the_command_runs(decisions: Path, town: Landscape, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    ran = run("merge", "../town", "--decisions", "../d.csv", "-o", ".", cwd=tmp_path / "here")
    assert ran.status == 0, ran.err
    assert (tmp_path / "here-undo.json").is_file()
    assert not (tmp_path / "here" / "-undo.json").exists()


def test_a_record_of_another_landscape_or_version_is_refused(town: Landscape, decisions: Path, tmp_path: Path) -> None:
    file = ag.merge(town, decisions, tmp_path / "clean").record
    assert file is not None
    other = ag.read(folder(tmp_path / "other", "id,name\nx,X\n", "source,target\n", ABOUT))
    for landscape in (other, town):
        with pytest.raises(LandscapeError, match="about another landscape"):
            ag.merge(landscape, undo=file, output=tmp_path / "back")
    file.write_text(file.read_text("utf-8").replace("actor-graph/undo/1", "actor-graph/undo/2"), "utf-8")
    with pytest.raises(LandscapeError, match="newer version"):
        ag.merge(ag.read(tmp_path / "clean"), undo=file, output=tmp_path / "back")
    assert not (tmp_path / "back").exists()


def _damaged(value: Any) -> Iterator[Any]:
    """The value with each of its parts left out or replaced by something of another kind."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield {k: v for k, v in value.items() if k != key}
            for other in _damaged(part):
                yield {**value, key: other}
    elif isinstance(value, list):
        for at, part in enumerate(value):
            for other in _damaged(part):
                yield [*value[:at], other, *value[at + 1 :]]
    yield from (other for other in (None, 7, "x", ["x"], {"x": None}) if other != value)


def test_a_damaged_record_ends_in_a_sentence_or_a_landscape(town: Landscape, decisions: Path, tmp_path: Path) -> None:
    """Each part of a record left out, or of another kind: never another error than ours."""
    file = ag.merge(town, decisions, tmp_path / "clean").record
    assert file is not None
    clean, refused = ag.read(tmp_path / "clean"), 0
    cases = list(_damaged(json.loads(file.read_bytes())))
    for case in cases:
        (tmp_path / "r.json").write_text(json.dumps(case), "utf-8")
        try:
            ag.feedback(clean, undo=tmp_path / "r.json")
        except ActorGraphError:
            refused += 1
    assert len(cases) > refused > len(cases) / 3


def _tampered(record: Any, how: str) -> None:
    actors = record["actors"]
    if how in ("order", "added"):
        actors[how] = [*actors["order"], *actors["order"][:1]] if how == "order" else actors["order"][:1]
    elif how == "headings":
        record["tables"]["actors"]["headings"]["name"] = "id"
    elif how == "weight":
        record["ties"][0]["was"]["weight"] = -1
    else:
        key, _, value = how.partition("=")
        for row in actors["was"].values():
            row[key] = value


@pytest.mark.parametrize(
    "how", ["order", "added", "headings", "weight", "survey=hugo", "publish=perhaps", "checked=soon", "name= ", "id="]
)
def test_what_no_table_could_hold_is_not_put_back(town: Landscape, decisions: Path, tmp_path: Path, how: str) -> None:
    """Each would be a landscape that nobody can read any more."""
    file = ag.merge(town, decisions, tmp_path / "clean").record
    assert file is not None
    record = json.loads(file.read_bytes())
    _tampered(record, how)
    file.write_text(json.dumps(record), "utf-8")
    with pytest.raises(LandscapeError, match="nothing can be taken back"):
        ag.merge(ag.read(tmp_path / "clean"), undo=file, output=tmp_path / "back")
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", "no json", '{"schema": "actor-graph/undo/1"}', '{"schema": "x/1"}'])
def test_what_is_no_record_is_said(town: Landscape, tmp_path: Path, text: str) -> None:
    (tmp_path / "u.json").write_text(text, "utf-8")
    for path in (tmp_path / "u.json", tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(LandscapeError):
            ag.feedback(town, undo=path)


def ends(landscape: Landscape) -> list[str]:
    ids, ties = landscape.actors["id"], landscape.ties
    return [ids[a] + ids[b] for a, b in zip(ties["source"], ties["target"], strict=True)]


@pytest.mark.parametrize(
    ("ties", "left"),
    [("cd dc ca ab bc", "ca ab bc"), ("ab ba cd ac", "ab ba ac"), ("ba cd bc dc ab da", "ba bc ab")],
)
def test_ties_are_in_their_old_order_though_one_was_forgotten(
    decisions: Path, tmp_path: Path, ties: str, left: str
) -> None:
    """The tie of a with itself, which went, comes back where it stood among the ties that are left without d."""
    edges = "source,target\n" + "".join(f"{a},{b}\n" for a, b in ties.split())
    file = ag.merge(ag.read(folder(tmp_path / "more", ACTORS, edges, ABOUT)), decisions, tmp_path / "clean").record
    ag.forget(tmp_path / "clean", "d", yes=True)
    back = ag.merge(ag.read(tmp_path / "clean"), undo=file, output=tmp_path / "back").landscape
    assert ends(back) == left.split()


def test_of_two_ties_that_became_alike_each_is_what_it_was(decisions: Path, tmp_path: Path) -> None:
    """The first went, so that the others stand a row higher than before."""
    edges = "source,target\na,b\nb,c\na,c\n"
    file = ag.merge(ag.read(folder(tmp_path / "more", ACTORS, edges, ABOUT)), decisions, tmp_path / "clean").record
    now = ag.read(tmp_path / "clean")
    assert ends(now) == ["ac", "ac"]
    assert ends(ag.merge(now, undo=file, output=tmp_path / "back").landscape) == ["ab", "bc", "ac"]
