"""Tandems of small landscapes: every part of the score by hand, who can be a pair, the choice against brute force."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from itertools import combinations

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import actor_graph as ag
from actor_graph.problems import RequestError
from tests.making import folder
from tests.material import ROOT

HEAD = "id,name,type,fields,needs,offers,languages,countries,place,wish,survey,mandate,person"
CITY = f"""{HEAD}
afo,Forum,MO,education; water; sport,Räume; Geld,Chor,Ewe; German,Togo,North,yes,answered,,
som,Frauen,MO,,raeume,Nähen,Somali,,West,later,,,
alb,Albaner,MO,education,Räume,,German,,North,no,answered,,
ewz,Zentrum,EW,Water; EDUCATION; Sport; climate,CHOR; Nähen,räume; GELD,German,Ghana,north,,answered,,
sol,Solar,EW,climate,,,French,togo,,,declined,,
wl,Laden,EW; shop,,,,,,,,answered,,
kst,Stelle,office,,,,,,,,answered,yes,
aus,Aus,EW,education,Chor,Räume,Ewe,Togo,North,,excluded,,
"""
TIES = """source,target,weight
afo,kst,1
ewz,kst,3
sol,afo,1
afo,wl,1
kst,wl,2
"""


def city(where, actors=CITY, ties=TIES, about=""):
    return ag.read(folder(where / "city", actors, ties, about))


def of(found, a, b):
    return next(one for one in found["tandems"] if (one["a"], one["b"]) == (a, b))


def test_every_part_by_hand(tmp_path):
    found = ag.tandems(city(tmp_path), between=("MO", "EW")).to_dict()
    # afo – ewz: 2 needs there, 1 back, 3 · 3 = 9, doubled 18; three fields in common: 3; German 1; North 1; kst and, by
    # no tie of ewz, not wl, introduce: 2. som – sol and som – wl: som has not answered and no tie: unknown, no points.
    assert [(one["a"], one["b"], one["score"]) for one in found["tandems"]] == [("afo", "ewz", 25)]
    assert found["tandems"][0]["parts"] == {
        "needs": 18, "fields": 3, "language_or_country": 1, "place": 1, "introducer": 2, "not_yet_networked": 0,
        "central": 0,
    }  # fmt: skip
    assert found["tandems"][0]["introduced_by"] == ["kst"]
    assert found["total"] == 25
    assert found["unmatched"] == ["som", "sol", "wl"]
    assert found["wish_no"] == ["alb"]
    # som – ewz: Räume there, Nähen back: 2 · 3 · 2 = 12.
    assert found["candidates"] == [{"a": "afo", "b": "ewz", "score": 25}, {"a": "som", "b": "ewz", "score": 12}]


def test_who_answered_without_a_tie_is_not_yet_networked(tmp_path):
    actors = CITY.replace("West,later,,,", "West,later,answered,,")
    found = ag.tandems(city(tmp_path, actors), between=("MO", "EW"), language="en").to_dict()
    # som with sol or wl: 2 each, sol comes first. afo – sol and afo – wl are tied.
    assert [(one["a"], one["b"], one["score"]) for one in found["tandems"]] == [("afo", "ewz", 25), ("som", "sol", 2)]
    assert of(found, "som", "sol")["reasons"] == ["Frauen is not yet networked and gains a partner"]
    assert of(found, "som", "sol")["notes"] == ["Solar declined the survey", "Frauen wishes further ties later"]


def test_a_central_actor_counts_against_one_with_a_mandate_does_not(tmp_path):
    # A star of seven with a tail: its middle has the most ties and all ways lead through it.
    leaves = "".join(f"l{i},L{i},other\n" for i in range(7))
    ties = "source,target\n" + "".join(f"hub,l{i}\n" for i in range(7)) + "l0,x\n"
    for mandate, points in (("", -2), ("yes", 0)):
        actors = f"id,name,type,languages,mandate\nhub,Hub,MO,,{mandate}\nx,X,EW,,\n" + leaves.replace(
            "other\n", "other,,\n"
        )
        actors = actors.replace("Hub,MO,", "Hub,MO,German").replace("X,EW,", "X,EW,German")
        place = city(tmp_path / f"m{mandate}", actors, ties)
        assert ag.analyze(place, draws=1).to_dict()["top_dogs"][0]["id"] == "hub"
        # German 1, l0 introduces 2, a central actor -2.
        found = ag.tandems(place, between=("MO", "EW")).to_dict()["tandems"][0]
        assert found["parts"]["central"] == points
        assert found["score"] == 3 + points


def test_weights_of_the_scheme_are_exact(tmp_path):
    where = folder(tmp_path / "city", CITY, TIES, "    scheme: own.yaml\n")
    (where / "own.yaml").write_text(
        "tandems: {needs: 0.1, both_ways: 1, fields: 0.7, fields_most: 2, introducer: 0}\nsynonyms: {Chor: [Singen]}\n",
        "utf-8",
    )
    found = ag.tandems(ag.read(where), between=("MO", "EW"))
    # 3 needs · 0.1, three fields · 0.7 at most 2, German 1, North 1: 4.3, of which a sum of floats would fall short.
    assert found.chosen[0].parts.score == Fraction(43, 10)
    assert found.to_dict()["tandems"][0]["score"] == 4.3
    assert found.to_dict()["tandems"][0]["parts"]["introducer"] == 0
    assert not any("Stelle" in reason for reason in found.to_dict()["tandems"][0]["reasons"])


def test_all_types_count_and_labels_lead_to_them(tmp_path):
    found = ag.tandems(city(tmp_path), between=("shop", "mo")).to_dict()
    assert found["between"] == ["shop", "MO"]
    assert {one["a"] for one in found["candidates"]} <= {"wl"}


def test_actors_of_both_types_stand_on_either_side_and_in_one_tandem(tmp_path):
    actors = "id,name,type,fields\na,A,x; y,f; g\nb,B,x; y,f; g\nc,C,x; y,f\n"
    found = ag.tandems(city(tmp_path, actors, "source,target\n"), between=("x", "y")).to_dict()
    # All three are tied to nobody; without a survey that counts as not yet networked: 2. a – b 2 + 2, the others 1 + 2.
    assert [(one["a"], one["b"], one["score"]) for one in found["tandems"]] == [("a", "b", 4)]
    assert found["unmatched"] == ["c"]
    assert len(found["candidates"]) == 3
    same = ag.tandems(city(tmp_path / "2", actors, "source,target\n"), between=("x", "x")).to_dict()
    assert same["tandems"] == found["tandems"]


def test_suggestions_are_the_best_for_each(tmp_path):
    actors = "id,name,type,fields\na,A,x,f; g\nb,B,x,f\np,P,y,f; g\nq,Q,y,f\nr,R,y,g\n"
    found = ag.tandems(city(tmp_path, actors, "source,target\n"), between=("x", "y"), suggest=2).to_dict()
    best = {one["id"]: [(p["id"], p["score"]) for p in one["partners"]] for one in found["suggestions"]}
    assert best["a"] == [("p", 4), ("q", 3)]
    assert best["b"] == [("p", 3), ("q", 3)]
    assert best["r"] == [("a", 3), ("b", 2)]
    told = [(one["a"], one["b"], one["score"]) for one in found["candidates"]]
    assert told == [("a", "p", 4), ("a", "q", 3), ("a", "r", 3), ("b", "p", 3), ("b", "q", 3), ("b", "r", 2)]
    assert found["suggestions"][0]["partners"][0]["reasons"]


def test_count_is_kept(tmp_path):
    actors = "id,name,type,fields\na,A,x,f; g\nb,B,x,f\np,P,y,f; g\nq,Q,y,f\n"
    place = city(tmp_path, actors, "source,target\n")
    one = ag.tandems(place, between=("x", "y"), count=1).to_dict()
    assert [(t["a"], t["b"]) for t in one["tandems"]] == [("a", "p")]
    assert (one["count"], one["total"]) == (1, 4)
    assert len(ag.tandems(place, between=("x", "y"), count=9).to_dict()["tandems"]) == 2


def test_what_is_wrong_is_told_at_once(tmp_path):
    with pytest.raises(RequestError) as wrong:
        ag.tandems(city(tmp_path), between=("MOO", "Shops"), count=0, language="en")
    told = wrong.value.told().splitlines()
    assert len(told) == 3
    assert "Did you mean “MO”?" in told[0]
    assert "Did you mean “shop”?" in told[1]
    with pytest.raises(RequestError, match="two"):
        ag.tandems(city(tmp_path / "2"), between=("MO",), language="en")


def test_the_same_tandems_over_shuffled_rows_where_one_choice_is_best(tmp_path):
    place = ROOT / "examples" / "musterstadt"
    head, *rows = (place / "actors.csv").read_text("utf-8-sig").splitlines()
    between = ("migrant organization", "One World group")
    totals, answers = set(), []
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        where = tmp_path / str(seed)
        where.mkdir()
        for file in place.iterdir():
            (where / file.name).write_bytes(file.read_bytes())
        (where / "actors.csv").write_text("\n".join([head, *rows]) + "\n", "utf-8")
        found = ag.tandems(ag.read(where), between=between).to_dict()
        totals.add(found["total"])
        answers.append({(one["a"], one["b"], one["score"]) for one in found["candidates"]})
    assert len(totals) == 1
    assert answers[0] == answers[1] == answers[2]


WORDS = st.lists(st.sampled_from("fgh"), max_size=2, unique=True)
ACTOR = st.tuples(st.sampled_from(["x", "y", "x; y", "z"]), WORDS, WORDS, WORDS, st.sampled_from(["yes", "no", ""]))


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTOR, min_size=2, max_size=8), st.data(), st.none() | st.integers(1, 3))
def test_landscapes_against_brute_force(tmp_path_factory, actors, data, count):
    """Scores and choice worked out again from the text of the issue, with sets and all choices of pairs."""
    ids = [f"a{i}" for i in range(len(actors))]
    pairs = list(combinations(range(len(actors)), 2))
    tied = data.draw(st.sets(st.sampled_from(pairs), max_size=6))
    table = "id,name,type,fields,needs,offers,wish\n" + "".join(
        f"{i},{i.upper()},{kind},{';'.join(f)},{';'.join(n)},{';'.join(o)},{wish}\n"
        for i, (kind, f, n, o, wish) in zip(ids, actors, strict=True)
    )
    ties = "source,target\n" + "".join(f"{ids[i]},{ids[j]}\n" for i, j in sorted(tied))
    landscape = city(tmp_path_factory.mktemp("brute"), table, ties)
    status = {one["id"]: one for one in ag.analyze(landscape, draws=1).to_dict()["actors"]}
    near = {i: {j for pair in tied if i in pair for j in pair if j != i} for i in range(len(actors))}
    worth = {}
    for i, j in pairs:
        (ka, fa, na, oa, wa), (kb, fb, nb, ob, wb) = actors[i], actors[j]
        if not (("x" in ka and "y" in kb) or ("y" in ka and "x" in kb)) or "no" in (wa, wb) or (i, j) in tied:
            continue
        there, back = len(set(na) & set(ob)), len(set(nb) & set(oa))
        score = 3 * (there + back) * (2 if there and back else 1) + min(3, len(set(fa) & set(fb)))
        score += 2 * bool(near[i] & near[j])
        score += 2 * any(status[ids[k]]["status"] in ("isolated", "fragment") for k in (i, j))
        score -= 2 * any(status[ids[k]]["top_dog"] for k in (i, j))
        if score > 0:
            worth[i, j] = score
    kinds = {kind for actor in actors for kind in actor[0].split("; ")}
    if not {"x", "y"} <= kinds:
        with pytest.raises(RequestError):
            ag.tandems(landscape, between=("x", "y"))
        return
    found = ag.tandems(landscape, between=("x", "y"), count=count).to_dict()
    told = {tuple(sorted((ids.index(one["a"]), ids.index(one["b"])))): one["score"] for one in found["candidates"]}
    assert told == worth
    choices = [c for n in range(5) for c in combinations(worth, n) if len({k for p in c for k in p}) == 2 * n]
    sums = {(len(c) if count else 0, sum(worth[p] for p in c)) for c in choices if count is None or len(c) <= count}
    assert found["total"] == max(sums)[1]
    chosen = [ids.index(one[side]) for one in found["tandems"] for side in "ab"]
    assert len(chosen) == len(set(chosen))
    assert sum(one["score"] for one in found["tandems"]) == found["total"]
    for one in found["tandems"]:
        assert sum(one["parts"].values()) == one["score"]


def test_the_document(tmp_path):
    found = ag.tandems(city(tmp_path), between=("MO", "EW"))
    told = json.loads(found.to_json())
    assert told["schema"] == "actor-graph/tandems/1"
    assert told["audience"] == "office"
    assert {"tandems", "total", "unmatched", "candidates"} <= set(told)
    assert set(told["tandems"][0]) >= {"a", "b", "score", "parts", "reasons", "introduced_by"}
    assert found.to_json() == ag.tandems(city(tmp_path / "2"), between=("MO", "EW")).to_json()


def test_the_workbook_is_one_page_broad_with_names_first_and_lines(tmp_path):
    """It is printed, and filled in by hand: nobody looks for the columns to fill in on a second page."""
    file = ag.tandems(city(tmp_path), between=("MO", "EW"), language="de").write(tmp_path / "tandems.xlsx")
    sheet = openpyxl.load_workbook(file).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert (heads[:3], heads[-2:]) == (["Name A", "Name B", "Punkte"], ["Akteur A", "Akteur B"])
    assert [sheet.cell(2, column).value for column in (1, 2, len(heads) - 1, len(heads))] == [
        "Forum", "Zentrum", "afo", "ewz",
    ]  # fmt: skip
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)  # what is left out is 1
    assert {cell.border.bottom.style for cell in sheet[2]} == {"thin"}


def test_suggestions_take_few_pages(tmp_path):
    """All reasons of a pair stand in lines of 60 signs or more; a page of A4 across holds 215 signs of 7 points."""
    file = ag.tandems(city(tmp_path), between=("MO", "EW"), suggest=3, language="de").write(tmp_path / "tandems.xlsx")
    chosen, suggested = openpyxl.load_workbook(file).worksheets
    for sheet in (chosen, suggested):
        columns = sheet.column_dimensions.values()  # neighbors that are as broad stand as one
        assert sum(one.width * (one.max - one.min + 1) for one in columns) <= 240
        assert sheet.oddHeader.left.text == "Internes Arbeitsdokument"
    (reasons,) = (cell.column_letter for cell in suggested[1] if cell.value == "was zählt, mit Punkten")
    assert suggested.column_dimensions[reasons].width >= 60


@pytest.mark.parametrize(
    ("offers", "note"),
    [
        ("advice", ["A und B suchen beide „advice“ und bieten es an: bitte fragen, was gemeint ist"]),
        ("rooms", ["B sucht „advice“ und bietet es auch an: bitte fragen, was gemeint ist"]),
    ],
)
def test_who_offers_what_it_looks_for_is_to_be_asked(tmp_path, offers, note):
    """Each looking for and offering the same gives points both ways, and may mean that neither was understood."""
    actors = f"id,name,type,needs,offers\na,A,MO,advice,{offers}\nb,B,EW,advice,advice\n"
    found = ag.tandems(city(tmp_path, actors, "source,target\n"), between=("MO", "EW"), language="de").to_dict()
    assert of(found, "a", "b")["notes"] == note


def with_table(where, rows, date="2026-06-30"):
    place = folder(where / "city", CITY, TIES, f"    date: {date}\n")
    (place / "tandems.csv").write_text("a,b,state,start,end\n" + rows, "utf-8")
    return ag.tandems(ag.read(place), between=("MO", "EW"))


@pytest.mark.parametrize(
    ("row", "carry"),
    [
        ("afo,ewz,agreed,2026-09-01,2027-08-31\n", ["afo", "ewz"]),
        ("afo,ewz,running,2026-01,\n", ["afo", "ewz"]),
        ("afo,ewz,running,2025,2026\n", ["afo", "ewz"]),
        ("afo,ewz,running,2025,2026-05\n", []),
        ("afo,ewz,finished,2024,2027\n", []),
        ("afo,ewz,proposed,,\n", []),
        ("som,aus,agreed,,\n", ["som"]),
    ],
)
def test_who_carries_a_tandem_is_put_into_no_second_one(tmp_path, row, carry):
    found = with_table(tmp_path, row).to_dict()
    assert found["in_tandem"] == carry
    assert not {*carry} & {end for one in found["candidates"] for end in (one["a"], one["b"])}
    assert not {*carry} & {*found["unmatched"]}


def test_a_pair_that_came_to_nothing_before_is_said(tmp_path):
    proposed = with_table(tmp_path / "1", "ewz,afo,dropped,,\n").to_dict()["tandems"]
    assert any("did not come about" in note for note in of({"tandems": proposed}, "afo", "ewz")["notes"])
    other = with_table(tmp_path / "2", "ewz,som,dropped,,\n").to_dict()["tandems"]
    assert not any("did not come about" in note for one in other for note in one["notes"])


def test_the_points_in_the_list_add_up_to_the_sum_beside_them(tmp_path):
    found = ag.tandems(city(tmp_path), between=("MO", "EW"), language="en")
    sheet = openpyxl.load_workbook(found.write(tmp_path / "list.xlsx")).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, (cell.value for cell in sheet[2]), strict=True))
    points = [line.rsplit("(", 1)[1] for line in row["what counts, with its points"].splitlines()]
    assert points == ["+18)", "+3)", "+1)", "+1)", "+2)"]  # as worked out by hand above
    assert row["points"] == 25
