"""Tables of a workshop: the cost against brute force on small cases, sizes, who is seated, the same seed the same."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import actor_graph as ag
from actor_graph.advice.tables.seating import costs, fewest_alike, seated, sizes
from actor_graph.problems import LandscapeError, RequestError
from tests.making import folder
from tests.material import ROOT

MUSTERSTADT = ROOT / "examples" / "musterstadt"


def cost_of(groups, types, clusters, tied):
    """Ties inside, then pairs of one type plus pairs of one cluster, counted one by one."""
    inside = [pair for group in groups for pair in combinations(sorted(group), 2)]
    alike = sum(label[i] is not None and label[i] == label[j] for label in (types, clusters) for i, j in inside)
    return sum(pair in tied for pair in inside), alike


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data(), st.integers(8, 10))
def test_two_tables_against_brute_force(data, n):
    types = data.draw(st.lists(st.sampled_from(["x", "y", "z", None]), min_size=n, max_size=n))
    clusters = data.draw(st.lists(st.sampled_from([1, 2, None]), min_size=n, max_size=n))
    tied = data.draw(st.sets(st.sampled_from(list(combinations(range(n), 2))), max_size=12))
    at, _ = seated(costs([types, clusters], sorted(tied)), 2, seed=1)
    groups = [{i for i in range(n) if at[i] == table} for table in (0, 1)]
    assert sorted(map(len, groups), reverse=True) == sizes(n, 2)
    every = set(range(n))
    splits = [(set(one), every - set(one)) for one in combinations(range(n), sizes(n, 2)[0])]
    assert cost_of(groups, types, clusters, tied) == min(cost_of(g, types, clusters, tied) for g in splits)


def test_fewest_alike_by_hand():
    # Seven at three tables: 3 + 2 + 2 make 3 + 1 + 1 pairs; three at three tables none.
    assert fewest_alike(["x"] * 7 + ["y"] * 3 + [None] * 5, 3) == 5
    assert sizes(17, 3) == [6, 6, 5]


def test_four_pairs_that_work_together_are_parted():
    # Eight in four tied pairs, two tables: each pair can be parted; all of one type and without a cluster.
    at, restarts = seated(costs([["x"] * 8, [None] * 8], [(0, 1), (2, 3), (4, 5), (6, 7)]), 2, seed=3)
    assert restarts == 200
    assert all(at[i] != at[i + 1] for i in (0, 2, 4, 6))
    # A clique of three at two tables: one tie is left inside at least.
    at, _ = seated(costs([[None] * 8], [(0, 1), (0, 2), (1, 2)]), 2, seed=1)
    assert sum(at[i] == at[j] for i, j in ((0, 1), (0, 2), (1, 2))) == 1


def test_musterstadt_is_told_whole():
    landscape = ag.read(MUSTERSTADT)
    found = ag.tables(landscape, 10)
    told = found.to_dict()
    ids = [one["id"] for table in told["tables"] for one in table["actors"]]
    assert sorted(ids) == sorted(one["id"] for one in ag.analyze(landscape, draws=1).to_dict()["actors"])
    assert {len(table["actors"]) for table in told["tables"]} == {7, 8}
    analysis = ag.analyze(landscape, draws=1)
    rows = analysis.to_dict()["actors"]
    at = {one["id"]: table["table"] for table in told["tables"] for one in table["actors"]}
    tied = {(rows[t["source"]]["id"], rows[t["target"]]["id"]) for t in analysis.ties() if t["counts"]}
    assert told["cost"]["ties"] == len(told["ties_inside"]) == sum(at[a] == at[b] for a, b in tied)
    for key, name in (("type", "same_type"), ("cluster", "same_cluster")):
        pairs = [(a, b) for a, b in combinations(rows, 2) if at[a["id"]] == at[b["id"]]]
        assert told["cost"][name] == sum(a[key] is not None and a[key] == b[key] for a, b in pairs)
        assert told["least"][name] <= told["cost"][name]
    assert told["cost"]["ties"] == 0
    assert told["optimal"] is (True if told["cost"] == {"ties": 0, **told["least"]} else None)
    assert found.to_json() == ag.tables(landscape, 10).to_json()
    assert found.to_json() != ag.tables(landscape, 10, seed=2).to_json()


def test_those_invited_are_seated(tmp_path):
    ids = ["hdk", "ewz", "kst", "amt", "afo", "dtf", "sol", "inte", "eri"]
    file = tmp_path / "invited.json"
    file.write_text(json.dumps({"schema": "actor-graph/invitation/1", "invited": [{"id": one} for one in ids]}))
    landscape = ag.read(MUSTERSTADT)
    told = ag.tables(landscape, 2, invited=file).to_dict()
    assert {one["id"] for table in told["tables"] for one in table["actors"]} == set(ids)
    assert told["tables"] == ag.tables(landscape, 2, invited=ids).to_dict()["tables"]
    file.write_text('{"invited": []}')
    with pytest.raises(LandscapeError):
        ag.tables(landscape, 2, invited=file)


def test_what_is_wrong_is_told():
    landscape = ag.read(MUSTERSTADT)
    with pytest.raises(RequestError, match="10 to 18"):
        ag.tables(landscape, 30, language="en")
    with pytest.raises(RequestError, match="too few"):
        ag.tables(landscape, 1, invited=["hdk"], language="en")
    with pytest.raises(RequestError, match="Give 1"):
        ag.tables(landscape, 2, invited=["hdk", "ewz", "kst", "amt", "afo"], language="en")
    with pytest.raises(RequestError) as wrong:
        ag.tables(landscape, 1, invited=["hdk", "nobody", "ex1", "ewz"], language="en")
    assert len(wrong.value.told().splitlines()) == 2


def test_more_than_a_workshop(tmp_path):
    actors = "id,name,type\n" + "".join(f"a{i},A{i},x\n" for i in range(401))
    with pytest.raises(RequestError, match="400"):
        ag.tables(ag.read(folder(tmp_path / "city", actors, "source,target\n")), 60, language="en")


def test_costs_are_symmetric_and_ties_outweigh_all_else():
    cost = costs([["x"] * 5, [1] * 5], [(0, 4)])
    assert np.array_equal(cost, cost.T)
    assert 2 * cost[0, 4] > cost.sum() - 2 * cost[0, 4]


def test_a_circle_without_a_name_is_called_by_its_strongest_actor(tmp_path):
    """By hand: c has three ties, all others one or two; a number would say nothing to those who set up the tables."""
    actors = "id,name,type\n" + "".join(f"{id_},Verein {id_.upper()},x\n" for id_ in "abcd")
    landscape = ag.read(folder(tmp_path / "city", actors, "source,target\na,c\nb,c\nd,c\n"))
    file = ag.tables(landscape, 1, language="de").write(tmp_path / "tables.csv")
    assert {line.split(";")[4] for line in file.read_text("utf-8-sig").splitlines()[1:]} == {"um „Verein C“"}
