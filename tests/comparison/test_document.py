"""The document: the keys of the contract, cities in their order, whatever they are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.comparison import document
from actor_graph.measures.portrait import portrait_divergence
from tests.comparison.cities import folder, several
from tests.material import ROOT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ag.Comparison:
    where = tmp_path_factory.mktemp("cities")
    folder(where / "z", n=14, m=20, name="Neustadt")
    folder(where / "a", n=18, m=22, seed=2, name="Neustadt")
    return ag.compare(where / "z", where / "a", ROOT / "examples" / "musterstadt", where / "gone", draws=20, workers=1)


def test_the_keys_are_those_of_the_contract(made: ag.Comparison) -> None:
    told = json.loads(made.to_json())
    assert told["schema"] == "actor-graph/comparison/1"
    for city in told["cities"]:
        assert {"name", "path", "actors", "ties", "response_rate", "network", "chance", "excess"} <= set(city)
        assert set(city["chance"]) == set(city["excess"]) == {"size", "degrees"}
        assert set(city["chance"]["size"]) == set(city["excess"]["size"])
    keys = ["a", "b", "figure", "difference", "se", "low", "high", "p", "p_adjusted"]
    assert told["pairs"]
    assert all(list(row) == [*keys, "as_named", "ranges"] for row in told["pairs"])
    assert [list(row) for row in told["failed"]] == [["path", "why"]]


def test_a_figure_beside_chance_has_the_keys_of_an_analysis(made: ag.Comparison) -> None:
    found = made.to_dict()["cities"][2]["chance"]["size"]["transitivity"]
    keys = {"observed", "expected", "sd", "low", "high", "z", "p_lower", "p_upper", "p", "p_adjusted", "undefined"}
    assert {*keys, "constant"} == set(found)


def test_cities_stand_in_the_order_given_each_under_a_name_of_its_own(made: ag.Comparison) -> None:
    told = made.to_dict()
    assert [city["name"] for city in told["cities"]] == ["Neustadt", "Neustadt (2)", "Musterstadt"]
    assert [Path(city["path"]).name for city in told["cities"]] == ["z", "a", "musterstadt"]


def test_pairs_are_of_means_over_pairs_of_actors_alone(made: ag.Comparison) -> None:
    figures = {row["figure"] for row in made.to_dict()["pairs"]}
    assert {"density", "average_degree", "ei_index"} <= figures
    assert all(name in ("density", "average_degree", "ei_index") or name.startswith("mixing:") for name in figures)


def test_it_says_that_the_actors_are_a_census(made: ag.Comparison) -> None:
    assert "could have arisen the same way" in made.to_dict()["note"]


def test_what_follows_size_is_said(made: ag.Comparison) -> None:
    figures = made.to_dict()["figures"]
    assert figures["density"] == {"follows_size": True, "over_dyads": True}
    assert figures["connectedness"] == {"follows_size": False, "over_dyads": False}


def test_beyond_twenty_cities_the_median_city_stands_for_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit of four in the place of 20."""
    assert document.MOST_ALL == 20
    monkeypatch.setattr(document, "MOST_ALL", 4)
    cities = several(tmp_path, 5)
    told = ag.compare(*cities, draws=2, workers=1).to_dict()
    rows = [row for row in told["pairs"] if row["figure"] == "average_degree"]
    assert told["pairs_are"] == "with the median city"
    assert len(rows) == 4
    assert len({row["b"] for row in rows}) == 1
    for some, options in ((cities, {"all_pairs": True}), (cities[1:], {})):
        every = ag.compare(*some, draws=2, workers=1, **options).to_dict()
        assert every["pairs_are"] == "each with each"
        found = [row for row in every["pairs"] if row["figure"] == "average_degree"]
        assert len(found) == len(some) * (len(some) - 1) / 2


def test_outside_the_office_there_is_no_p(tmp_path: Path) -> None:
    told = ag.compare(*several(tmp_path, 3), draws=5, workers=1, audience="participants").to_dict()
    assert not {"p", "p_adjusted"} & {key for row in told["pairs"] for key in row}
    assert all("p" not in row for row in told["heterogeneity"])
    assert told["intervals_are"] == "of all pairs of a figure together"


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_no_path_of_the_machine_and_no_finding_on_a_broken_city(
    tmp_path: Path, audience: str
) -> None:
    cities = several(tmp_path, 2)
    broken = folder(tmp_path / "broken")
    (broken / "actors.csv").write_text("id,name,survey\na,A,nonsense\n", "utf-8")
    made = ag.compare(*cities, broken, draws=5, workers=1, audience=audience, language="en")
    assert str(tmp_path) not in made.to_json()
    assert [city["path"] for city in made.to_dict()["cities"]] == ["city0", "city1"]
    assert made.to_dict()["failed"] == [{"path": "broken", "why": "could not be compared"}]
    assert [one["path"] for one in made.failures] == [str(broken)]
    assert "row 2" in made.failures[0]["why"]
    assert made.to_dict()["note"].startswith("For the p")
    assert "intervals are about" in made.to_dict()["note"]


def test_as_tables(made: ag.Comparison) -> None:
    assert list(made.cities.index) == ["Neustadt", "Neustadt (2)", "Musterstadt"]
    assert made.excess.loc[("Musterstadt", "size", "transitivity"), "value"] > 0
    assert set(made.pairs["a"]) == {"Neustadt", "Neustadt (2)"}
    assert repr(made) == "Comparison(3 cities, 1 failed)"


def test_published_networks_stand_side_by_side(shared: Path) -> None:
    """Beside reference values from R: exact errors of the density, means of both null models (chance.json)."""
    published, draws = shared / "data" / "published", 200
    names = ["karate", "florentine_marriage", "lazega_friends"]
    told = ag.compare(*(published / name for name in names), draws=draws, workers=1).to_dict()
    assert [city["name"] for city in told["cities"]] == names
    reference = json.loads((published / "chance.json").read_text("utf-8"))["datasets"]
    for city in told["cities"]:
        known = reference[city["name"]]
        exact = known["vertex_bootstrap_density"]["exact_bootstrap_se"]
        assert city["means"]["density"]["se"] == pytest.approx(exact, rel=1e-9)
        for model, other in (("size", "cug_edges"), ("degrees", "degree_preserving")):
            expected, found = known[other]["transitivity"], city["chance"][model]["transitivity"]
            error = (expected["se_mean"] ** 2 + expected["sd"] ** 2 / draws) ** 0.5
            assert abs(found["expected"] - expected["mean"]) <= 4 * error
            at = city["network"]["transitivity"] - expected["mean"]
            assert abs(city["excess"][model]["transitivity"]["value"] - at) <= 4 * error


def test_portraits_stand_beside_marked_as_dominated_by_size(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one"), folder(tmp_path / "other")
    third = folder(tmp_path / "third", n=60, m=90, seed=3)
    made = ag.compare(one, other, third, draws=5, workers=1)
    rows = made.to_dict()["portraits"]
    assert [(row["a"], row["b"]) for row in rows] == [("one", "other"), ("one", "third"), ("other", "third")]
    graphs = [ag.read(place).graph for place in (one, third)]
    assert [row["divergence"] for row in rows] == [0.0, *[portrait_divergence(*graphs)] * 2]  # one and other are alike
    assert {(row["variant"], row["dominated_by"]) for row in rows} == {("netrd", "size")}
    assert "portrait" not in made.to_dict()["cities"][0]
    assert ag.compare(one, third, draws=5, workers=1, audience="participants").to_dict()["portraits"] == []
