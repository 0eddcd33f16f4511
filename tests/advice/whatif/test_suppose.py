"""What would be another: numbers by hand, and the same as an analysis of tables that were edited by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.advice.whatif import suppose
from actor_graph.advice.whatif.circles import WORKSHOP
from actor_graph.analysis import analyze
from actor_graph.reading import read
from tests.advice.whatif.making import Sheet

PARTS = ("network", "actors", "groups", "mixing", "clusters", "top_dogs", "not_yet_networked", "without_top_dogs")
CHAIN = Sheet(
    actors=tuple((id_, "x", "answered") for id_ in "abcde"),
    ties=(("a", "b", "cooperation", "4", ""), ("b", "c", "cooperation", "2", "")),
)


def test_an_isolate_that_is_tied_is_networked(tmp_path: Path) -> None:
    """By hand: a–b–c, d and e alone. With c–d three ties of ten pairs, one isolate, four in the largest network."""
    told = suppose(CHAIN.read(tmp_path), add=["c:d"], draws=9).to_dict()
    before, after = (told[when]["network"] for when in ("before", "after"))
    figures = ("ties", "density", "isolates", "components", "connectedness", "diameter")
    assert [before[key] for key in figures] == [2, 0.2, 2, 3, 0.3, 2]
    assert [after[key] for key in figures] == [3, 0.3, 1, 2, 0.6, 3]
    assert (told["before"]["not_yet_networked"], told["after"]["not_yet_networked"]) == (["d", "e"], ["e"])
    assert [(row["id"], row["changes"]) for row in told["changed"]] == [("d", ["status"])]
    assert told["changed"][0]["status"] == {"before": "isolated", "after": "networked"}
    assert told["changed"][0]["degree"] == {"before": 0, "after": 1}
    assert (told["schema"], told["audience"], told["hypothetical"]) == ("actor-graph/whatif/1", "office", True)
    assert "Thought experiment" in told["note"]


def test_a_supposed_tie_takes_the_median_weight(tmp_path: Path) -> None:
    """By hand: known are 4 and 2, the median is 3; so d has a strength of 3."""
    after = suppose(CHAIN.read(tmp_path), add=["c:d"], draws=9).after.to_dict()
    assert {row["id"]: row["strength"] for row in after["actors"]} == {"a": 4, "b": 6, "c": 5, "d": 3, "e": 0}


def test_without_its_middle_a_chain_falls_apart(tmp_path: Path) -> None:
    """By hand: without b nobody has a tie; without the tie b–c a pair is left, a small circle of its own."""
    landscape = CHAIN.read(tmp_path)
    told = suppose(landscape, remove=["b"], draws=9).to_dict()
    assert told["after"]["network"]["ties"] == 0
    assert [row["id"] for row in told["gone"]] == ["b"]
    assert {row["id"]: row["status"]["after"] for row in told["changed"]} == {"a": "isolated", "c": "isolated"}
    cut = suppose(landscape, remove=["c:b"], draws=9).to_dict()
    after = {row["id"]: row["status"]["after"] for row in cut["changed"]}
    assert after == {"a": "fragment", "b": "fragment", "c": "isolated"}


def test_a_workshop_ties_each_with_each(tmp_path: Path) -> None:
    """By hand: of the six pairs of a, b, c, d two are tied; four are new."""
    list_ = {"schema": "actor-graph/invitation/1", "invited": [{"id": id_} for id_ in "abcd"]}
    file = tmp_path / "invited.json"
    file.write_text(json.dumps(list_), "utf-8")
    made = suppose(CHAIN.read(tmp_path / "city"), workshop=file, draws=9)
    told = made.to_dict()
    assert told["after"]["network"]["ties"] == 6
    added = [(tie["a"]["id"], tie["b"]["id"]) for tie in told["supposed"]["ties_added"]]
    assert added == [("a", "c"), ("a", "d"), ("b", "d"), ("c", "d")]
    assert [one["id"] for one in told["supposed"]["workshop"]["invited"]] == list("abcd")
    assert made.warnings == ()  # that some are tied already is no news


def test_after_a_workshop_nobody_is_said_to_be_central_or_in_another_circle(tmp_path: Path) -> None:
    """Whoever meets all others is central by what was supposed: with the same ties, one by one, it would be told."""
    ties = tuple((f"{chain}{i}", f"{chain}{i + 1}", "", "", "") for chain in "abcd" for i in range(4))
    ids = [f"{chain}{i}" for chain in "abcd" for i in range(5)]
    landscape = Sheet(tuple((id_, "x", "answered") for id_ in ids), ties).read(tmp_path)
    middles = ["a2", "b2", "c2", "d2"]
    meeting = suppose(landscape, workshop=middles, draws=9).to_dict()
    by_hand = suppose(landscape, add=[f"{a}:{b}" for a, b in combinations(middles, 2)], draws=9).to_dict()
    assert meeting["after"]["not_yet_networked"] == by_hand["after"]["not_yet_networked"]
    assert meeting["after"]["network"]["ties"] == by_hand["after"]["network"]["ties"] == 22
    assert by_hand["after"]["top_dogs"] == middles
    told = ("top_dogs", "circles", "withheld")
    assert [meeting["after"][key] for key in told] == [None, None, WORKSHOP]
    assert "withheld" not in by_hand["after"]
    assert {row["id"]: row["changes"] for row in by_hand["changed"]} == {id_: ["top_dog"] for id_ in middles}
    assert (meeting["compared"], meeting["changed"]) == (["status"], [])
    circles = meeting["circles"]
    assert (circles["moves_withheld"], circles["same"], circles["agreement"]) == (WORKSHOP, [], None)
    gone = ("top_dog_tie_share", "modularity", "cluster_stability")
    assert [meeting["after"]["network"][key] for key in gone] == [None] * 3


def test_a_tie_that_is_there_changes_nothing_and_is_told(tmp_path: Path) -> None:
    made = suppose(CHAIN.read(tmp_path), add=["b:a", "Actor a:Actor b"], draws=9)
    assert made.to_dict()["before"] == made.to_dict()["after"]
    assert [problem.key for problem in made.warnings] == ["whatif.known"]


def test_a_tie_known_by_a_kind_that_does_not_count_would_count(tmp_path: Path) -> None:
    sheet = Sheet(CHAIN.actors, (("a", "b", "funding", "", ""),))
    told = suppose(sheet.read(tmp_path), add=["a:b"], draws=9).to_dict()
    assert (told["before"]["network"]["ties"], told["after"]["network"]["ties"]) == (0, 1)


def test_a_person_keeps_the_stand_in_when_another_is_taken_out(tmp_path: Path) -> None:
    actors = "id,name,person\np,Paula Muster,yes\nq,Quentin Muster,yes\nr,Verein,\n"
    tmp_path.joinpath("actors.csv").write_text(actors, "utf-8")
    tmp_path.joinpath("ties.csv").write_text("source,target\np,q\nq,r\n", "utf-8")
    from actor_graph.reading import read

    told = suppose(read(tmp_path), remove=["person-1"], draws=9)
    assert [row["name"] for row in told.after.to_dict()["actors"]] == ["Person 2", "Verein"]
    assert "Muster" not in told.to_json()


ids = st.sampled_from("abcdefgh")
pairs = st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1])
rows = st.tuples(
    pairs,
    st.sampled_from(["", "cooperation", "funding", "own kind"]),
    st.sampled_from(["", "1", "2", "5"]),
    st.sampled_from([(), (0,), (1,), (0, 1)]),
)
words = st.sampled_from(["answered", "no answer", ""])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Up to eight actors of two kinds, any ties among them, with and without reporters."""
    count, reported = draw(st.integers(2, 8)), draw(st.booleans())
    actors = tuple((id_, draw(st.sampled_from("xy")), draw(words)) for id_ in "abcdefgh"[:count])
    known = {id_ for id_, _, _ in actors}
    found = [row for row in draw(st.lists(rows, max_size=14)) if set(row[0]) <= known]
    ties = tuple(
        (*pair, kind, weight, "; ".join(pair[i] for i in by) if reported else "") for pair, kind, weight, by in found
    )
    return Sheet(actors, ties, any(row[4] for row in ties))


@settings(max_examples=120, deadline=None)
@given(sheets(), st.data())
def test_it_is_the_analysis_of_tables_edited_by_hand(sheet: Sheet, data: st.DataObject) -> None:
    """Whatever is supposed: before is the analysis as it is, after that of the tables with the same edit in them."""
    there = [id_ for id_, _, _ in sheet.actors]
    out = data.draw(st.lists(st.sampled_from(there), max_size=2, unique=True), label="actors out")
    tied = sorted({tuple(sorted(row[:2])) for row in sheet.ties})
    cut = data.draw(st.lists(st.sampled_from(tied), max_size=2, unique=True) if tied else st.just([]), label="ties out")
    possible = [pair for pair in combinations([id_ for id_ in there if id_ not in out], 2) if pair not in cut]
    added = data.draw(
        st.lists(st.sampled_from(possible), max_size=4, unique=True) if possible else st.just([]), label="ties in"
    )
    if not (out or cut or added):
        return
    with TemporaryDirectory() as folder:
        where = Path(folder)
        landscape = sheet.read(where / "as it is")
        counted = {frozenset((row["a"], row["b"])) for row in _counted(landscape)}
        by_hand = sheet
        for pair in cut:
            by_hand = by_hand.cut(*pair)
        for pair in added:
            by_hand = by_hand if frozenset(pair) in counted else by_hand.add(*pair)
        for actor in out:
            by_hand = by_hand.remove(actor)
        wanted = analyze(by_hand.read(where / "by hand"), draws=9).to_dict()
        made = suppose(
            landscape, add=[":".join(pair) for pair in added], remove=[*out, *(":".join(pair) for pair in cut)], draws=9
        )
        as_it_is = analyze(landscape, draws=9).to_dict()
    before, after = made.before.to_dict(), made.after.to_dict()
    assert {part: before[part] for part in PARTS} == {part: as_it_is[part] for part in PARTS}
    assert {part: after[part] for part in PARTS} == {part: wanted[part] for part in PARTS}
    told = made.to_dict()
    assert (told["before"]["network"], told["after"]["network"]) == (as_it_is["network"], wanted["network"])
    assert [row["id"] for row in told["gone"]] == [id_ for id_ in there if id_ in out]
    _holds(told, as_it_is, wanted)


def _counted(landscape):
    """The ties that count, by the analysis of the landscape as it is."""
    made = analyze(landscape, draws=9)
    actors = [row["id"] for row in made.to_dict()["actors"]]
    return [{"a": actors[t["source"]], "b": actors[t["target"]]} for t in made.ties() if t["counts"]]


def _holds(told, before, after) -> None:
    """Each change that is told is one, and no change of status or mark is left out."""
    was, now = ({row["id"]: row for row in one["actors"]} for one in (before, after))
    for key in ("status", "top_dog"):
        other = {id_ for id_ in now if was[id_][key] != now[id_][key]}
        assert {row["id"] for row in told["changed"] if key in row["changes"]} == other
        assert all(row[key] == {"before": was[row["id"]][key], "after": now[row["id"]][key]} for row in told["changed"])


@pytest.mark.parametrize(
    "options", [{"confirmed": True}, {"count": ["funding"]}, {"count": ["all"]}, {"without": ["a"]}]
)
def test_options_hold_before_and_after(tmp_path: Path, options: dict[str, object]) -> None:
    """A supposed tie counts whatever kinds do, and is stated by both ends."""
    ties = (("a", "b", "cooperation", "", "a; b"), ("b", "c", "funding", "", "b"), ("c", "e", "", "", "c"))
    sheet = Sheet(CHAIN.actors, ties, reported=True)
    made = suppose(sheet.read(tmp_path / "is"), add=["d:c"], draws=9, **options)
    is_ = analyze(sheet.read(tmp_path / "is"), draws=9, **options).to_dict()
    would = analyze(sheet.add("d", "c").read(tmp_path / "would"), draws=9, **options).to_dict()
    told = made.to_dict()
    assert (told["before"]["network"], told["after"]["network"]) == (is_["network"], would["network"])
    assert told["after"]["network"]["ties"] == told["before"]["network"]["ties"] + 1


def test_the_tie_of_an_agreed_tandem_can_be_supposed_gone(tmp_path: Path) -> None:
    """By hand: a–b and b–c are rows, a–b and c–d agreed tandems, so three ties; without the two tandems one is left."""
    CHAIN.read(tmp_path)
    (tmp_path / "tandems.csv").write_text("a,b,state\na,b,running\nc,d,agreed\n", "utf-8")
    told = suppose(read(tmp_path), remove=["a:b", "d:c"], draws=9).to_dict()
    assert [told[when]["network"]["ties"] for when in ("before", "after")] == [3, 1]
    assert told["after"]["not_yet_networked"] == ["a", "b", "c", "d", "e"]


def test_what_is_supposed_has_its_own_names_though_an_earlier_row_is_left_out(tmp_path: Path) -> None:
    """By hand: a–b–c, d and e alone; without a, the tie b–d is new, b–c is known, e is taken out."""
    found = suppose(CHAIN.read(tmp_path), add=["b:d", "b:c"], remove=["e"], without=["a"], draws=9)
    told = found.to_dict()
    assert [(tie["a"]["id"], tie["b"]["id"]) for tie in told["supposed"]["ties_added"]] == [("b", "d")]
    assert [(tie["a"]["id"], tie["b"]["id"]) for tie in told["supposed"]["ties_known"]] == [("b", "c")]
    assert [one["id"] for one in told["supposed"]["actors_removed"]] == ["e"]
    assert [one["id"] for one in told["gone"]] == ["e"]
    assert [(note.key, note.values["a"], note.values["b"]) for note in found.notes] == [
        ("whatif.known", "Actor b", "Actor c")
    ]
    assert [told[when]["network"]["ties"] for when in ("before", "after")] == [1, 2]


def test_a_workshop_is_one_of_those_who_are_there(tmp_path: Path) -> None:
    told = suppose(CHAIN.read(tmp_path), workshop=["a", "d", "e"], without=["a"], draws=9).to_dict()
    assert [one["id"] for one in told["supposed"]["workshop"]["invited"]] == ["d", "e"]
    assert [(tie["a"]["id"], tie["b"]["id"]) for tie in told["supposed"]["ties_added"]] == [("d", "e")]


def test_a_tie_that_does_not_count_can_be_taken_out_but_that_is_said(tmp_path: Path) -> None:
    scene = replace(CHAIN, ties=(*CHAIN.ties, ("d", "e", "funding", "", ""))).read(tmp_path)
    found = suppose(scene, remove=["d:e", "a:b"], draws=9)
    assert [(note.key, note.values["a"]) for note in found.notes] == [("whatif.uncounted", "Actor d")]
    assert [found.to_dict()[when]["network"]["ties"] for when in ("before", "after")] == [2, 1]
