"""The document of the contract: its keys, its orders, what is null, by hand on small landscapes."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.problems import RequestError
from tests.making import landscape

NETWORK = (
    "actors ties density average_degree isolates isolate_share unknown response_rate not_yet_networked_share "
    "components largest_component_share connectedness degree_centralization betweenness_centralization transitivity "
    "average_clustering average_path_length diameter degree_gini assortativity assortativity_p ei_index ei_expected "
    "ei_min ei_max ei_rescaled ei_p_lower ei_p_upper ei_p modularity cluster_stability top_dog_tie_share "
    "confirmed_share intensity"
).split()
ACTOR = (
    "id name type status status_certain degree normalized_degree strength betweenness harmonic core constraint cluster "
    "partner_heterogeneity brokerage bridges_clusters top_dog degree_p mandate named_by"
).split()
GROUP = (
    "type status actors networked_share average_degree internal_ties external_ties internal_density external_density "
    "ei_index contact_points held_together_by"
).split()
CLUSTER = (
    "cluster actors members types dominant_type dominant_share blau iqv effective_types composition p_homogeneous "
    "p_heterogeneous p_homogeneous_adjusted p_heterogeneous_adjusted competences competences_of_one"
).split()
LANDSCAPE = (
    "name place date by actors ties excluded untyped ties_excluded ties_out_of_date ties_not_counted self_ties "
    "ties_without_weight kinds_counted"
).split()

TWO_TRIANGLES = """
    id,name,type,survey,fields,offers
    a,A,x,answered,school; law,rooms
    b,B,x,answered,law,
    c,C,x,answered,,
    d,D,y,answered,music,
    e,E,y,,,
    f,F,y,answered,,
    g,G,y,answered,,
    h,H,z,no answer,,
    i,I,,answered,,
    j,J,x,answered,,
"""
BRIDGED = "source,target\na,b\nb,c\na,c\nc,d\nd,e\ne,f\nd,f\ni,j\n"


def told(tmp_path: Path, actors: str = TWO_TRIANGLES, ties: str = BRIDGED, about: str = "", **options):
    return ag.analyze(landscape(tmp_path, actors, ties, about), draws=99, **options).to_dict()


def test_all_keys_of_the_contract_are_there(tmp_path: Path) -> None:
    document = told(tmp_path)
    assert document["schema"] == "actor-graph/analysis/1"
    assert document["audience"] == "office"
    assert {"version", "seed", "dealings"} <= document["settings"].keys()
    for part, keys in (("landscape", LANDSCAPE), ("network", NETWORK)):
        assert [key for key in keys if key not in document[part]] == []
    for part, keys in (("actors", ACTOR), ("groups", GROUP), ("clusters", CLUSTER)):
        assert [key for key in keys if any(key not in row for row in document[part])] == []
    assert set(document["mixing"]) == {"types", "ties", "expected"}
    assert set(NETWORK) <= document["without_top_dogs"]["network"].keys()
    assert set(document["not_yet_networked"]) == {"actors", "groups"}


def test_status_by_hand(tmp_path: Path) -> None:
    """n = 10. The six of the bridge are the largest component; g has no tie and answered, h none and did not, i and j
    are a pair of whom both answered. e and h have not answered: isolation and fragment are not certain."""
    document = told(tmp_path)
    status = {row["id"]: (row["status"], row["status_certain"]) for row in document["actors"]}
    assert status["a"] == status["e"] == ("networked", True)
    assert status["g"] == ("isolated", False)
    assert status["h"] == ("unknown", True)
    assert status["i"] == status["j"] == ("fragment", False)
    assert document["not_yet_networked"]["actors"] == ["g", "i", "j"]
    assert document["network"]["not_yet_networked_share"] == pytest.approx(3 / 9)
    assert document["network"]["response_rate"] == 0.8
    assert document["network"]["unknown"] == 1
    assert document["network"]["isolates"] == 2


def test_groups_by_hand(tmp_path: Path) -> None:
    """x: a, b, c, j with 3 ties within, c–d to y; i is untyped, so i–j is no tie by type. y: d, e, f, g."""
    document = told(tmp_path)
    x, y, z = document["groups"]
    assert (x["type"], x["actors"], x["internal_ties"], x["external_ties"]) == ("x", 4, 3, 1)
    assert x["average_degree"] == pytest.approx((2 + 2 + 3 + 1) / 4)
    assert x["internal_density"] == pytest.approx(3 / 6)
    assert x["external_density"] == pytest.approx(1 / (4 * 5))
    assert x["ei_index"] == pytest.approx((1 - 3) / 4)
    assert x["networked_share"] == 0.75
    assert x["contact_points"] == ["c", "a", "b"]
    assert x["held_together_by"] is None
    assert y["held_together_by"] is None
    assert (x["status"], y["status"], z["status"]) == ("networked", "networked", None)
    assert z["networked_share"] is None
    assert document["landscape"]["untyped"] == 1
    assert document["mixing"]["ties"] == [[3, 1, 0], [1, 3, 0], [0, 0, 0]]
    assert document["mixing"]["expected"][0][1] == pytest.approx(7 * 2 * 4 * 4 / (9 * 8))
    assert document["mixing"]["expected"][0][0] == pytest.approx(7 * 4 * 3 / (9 * 8))


def test_circles_by_hand(tmp_path: Path) -> None:
    """The two triangles and the pair; competences of a: school, law, rooms, of b: law."""
    first, second, third = told(tmp_path, about="    circles: {e: The Orchestra}")["clusters"]
    assert (first["members"], second["members"], third["members"]) == (["a", "b", "c"], ["d", "e", "f"], ["i", "j"])
    assert (first["composition"], third["composition"]) == ("homogeneous", None)
    assert (first["types"], first["dominant_type"], first["dominant_share"]) == ({"x": 3}, "x", 1.0)
    assert (first["blau"], first["iqv"], first["effective_types"]) == (0, 0, 1)
    assert (first["competences"], first["competences_of_one"]) == (3, 3)
    assert (second["competences"], second["competences_of_one"]) == (1, 1)
    assert third["p_homogeneous"] is None
    assert (first["name"], second["name"]) == (None, "The Orchestra")


def test_the_document_is_json_without_nan_and_in_the_inputs_order(tmp_path: Path) -> None:
    analysis = ag.analyze(landscape(tmp_path, TWO_TRIANGLES, BRIDGED), draws=99)
    text = analysis.to_json()
    assert "NaN" not in text
    assert [row["id"] for row in json.loads(text)["actors"]] == list("abcdefghij")


def test_without_an_actor_it_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    document = told(tmp_path, without=("C", "j"))
    assert [row["id"] for row in document["actors"]] == list("abdefghi")
    assert document["network"]["ties"] == 4


EMPTY = "id,name,type\n"


@pytest.mark.parametrize(
    ("actors", "ties", "undefined", "defined"),
    [
        (EMPTY, "", {"density", "average_degree", "isolate_share", "average_clustering"}, {"components": 0}),
        (EMPTY + "a,A,x\n", "", {"density", "connectedness", "degree_gini"}, {"average_degree": 0, "isolates": 1}),
        (
            EMPTY + "a,A,x\nb,B,x\n",
            "a,b\n",
            {"degree_centralization", "betweenness_centralization", "transitivity", "assortativity"},
            {"density": 1, "ei_index": -1, "average_path_length": 1, "diameter": 1},
        ),
    ],
)  # fmt: skip
def test_the_smallest_landscapes(tmp_path: Path, actors: str, ties: str, undefined: set[str], defined: dict) -> None:
    document = told(tmp_path, actors, "source,target\n" + ties)
    assert {key for key in undefined if document["network"][key] is not None} == set()
    assert {key: document["network"][key] for key in defined} == defined
    assert document["top_dogs"] == []


def test_one_actor_alone(tmp_path: Path) -> None:
    (actor,) = told(tmp_path, EMPTY + "a,A,x\n", "source,target\n")["actors"]
    nulls = ("normalized_degree", "harmonic", "betweenness", "constraint", "cluster", "partner_heterogeneity")
    assert {key: actor[key] for key in nulls} == dict.fromkeys(nulls)
    assert (actor["core"], actor["degree"], actor["status"]) == (0, 0, "isolated")


def test_without_the_central_actors_the_same_figures_of_what_is_left(tmp_path: Path) -> None:
    """A star of eight with a ring of three hanging on one leaf: without the hub, seven lose contact."""
    actors = EMPTY + "".join(f"{i},{i},x\n" for i in range(12))
    ties = "".join(f"0,{i}\n" for i in range(1, 9)) + "8,9\n9,10\n10,8\n"
    document = told(tmp_path, actors, "source,target\n" + ties)
    assert [one["id"] for one in document["top_dogs"]] == ["0"]
    without = document["without_top_dogs"]
    assert (without["removed"], without["network"]["actors"], without["network"]["ties"]) == (["0"], 11, 3)
    assert without["cut_off"] == [str(i) for i in range(1, 8)]
    assert document["top_dogs"][0]["cut_off"] == without["cut_off"]
    mandated = told(
        tmp_path / "m",
        actors.replace("type\n", "type,mandate\n").replace("0,0,x", "0,0,x,yes", 1),
        "source,target\n" + ties,
    )
    assert mandated["without_top_dogs"]["network"] == mandated["network"]


def test_by_another_column_its_values_stand_for_the_type(tmp_path: Path) -> None:
    actors = "id,name,type,District\na,A,x,North\nb,B,x,South\nc,C,x,\n"
    document = told(tmp_path, actors, "source,target\na,b\nb,c\n", by="district")
    assert [row["type"] for row in document["actors"]] == ["North", "South", None]
    assert document["mixing"]["types"] == ["North", "South"]
    assert document["network"]["ei_index"] == 1


def test_a_sensitive_column_has_to_be_asked_for_and_tells_nothing_of_fewer_than_three(tmp_path: Path) -> None:
    actors = "id,name,type,Religion,person\n" + "".join(f"{i},{i},x,r,\n" for i in range(4)) + "8,8,x,s,\n9,9,x,r,yes\n"
    read = landscape(tmp_path, actors, "source,target\n0,1\n1,2\n2,3\n3,8\n8,9\n")
    with pytest.raises(RequestError, match="--sensitive"):
        ag.analyze(read, by="Religion")
    document = ag.analyze(read, by="Religion", sensitive=True, draws=19).to_dict()
    assert [row["type"] for row in document["actors"]] == ["r", "r", "r", "r", None, None]


def test_the_same_in_python_as_frames(tmp_path: Path) -> None:
    read = landscape(tmp_path, TWO_TRIANGLES, BRIDGED)
    analysis = ag.analyze(read, draws=99)
    assert math.isclose(analysis.network["density"], 8 / 45)
    assert analysis.actors.loc["c", "degree"] == 3
    assert analysis.groups.loc["x", "internal_ties"] == 3
    assert analysis.clusters.loc[1, "members"] == ["a", "b", "c"]
    assert analysis.mixing.loc["x", ("ties", "y")] == 1
    assert repr(analysis) == "Analysis('" + tmp_path.name + "': 10 actors, for office)"


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_every_document_says_that_it_judges_nobody_and_the_office_that_it_is_internal(
    tmp_path: Path, audience: str
) -> None:
    note = told(tmp_path, about="    date: 2026-06-30", audience=audience, language="en")["note"]
    assert "June 30, 2026" in note
    assert "no judgment" in note
    assert ("Internal working document" in note) == (audience == "office")


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"seed": 2**63}, {"draws": 0}, {"draws": 1_000_001}])
def test_seed_and_draws_have_bounds(tmp_path: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(RequestError):
        ag.analyze(landscape(tmp_path, TWO_TRIANGLES, BRIDGED), **wrong)
