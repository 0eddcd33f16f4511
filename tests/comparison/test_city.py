"""One city's row: the figures of its analysis, what lies beyond chance, what each audience sees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.comparison.asking import Asked
from actor_graph.comparison.city import city, row
from actor_graph.landscape import Landscape
from actor_graph.measures import networking
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.reading import read
from tests.comparison.cities import folder
from tests.material import ROOT

OFFICE = Asked(draws=40, language="en")


@pytest.fixture(scope="module")
def musterstadt() -> Landscape:
    return read(ROOT / "examples" / "musterstadt")


@pytest.fixture(scope="module")
def told(musterstadt: Landscape) -> dict[str, Any]:
    return row(musterstadt, OFFICE)


def test_the_figures_are_those_of_the_analysis_with_the_same_seed(musterstadt: Landscape, told: dict[str, Any]) -> None:
    whole = analyze(musterstadt, draws=40, chance=True).to_dict()
    assert told["network"] == whole["network"]
    assert told["chance"] == {model: whole["chance"][model] for model in ("size", "degrees")}


def test_the_excess_is_what_is_observed_less_what_is_expected(told: dict[str, Any]) -> None:
    for model in ("size", "degrees"):
        for name, found in told["chance"][model].items():
            beyond = told["excess"][model][name]
            if found is None:
                assert beyond is None
                continue
            at = found.get("compared", found["observed"])
            assert beyond["value"] == pytest.approx(at - found["expected"])
            assert beyond["low"] == pytest.approx(found["low"] - found["expected"])
            assert name == "core_fit" or found["observed"] == told["network"][name]


def test_what_a_model_fixes_has_no_excess(told: dict[str, Any]) -> None:
    assert told["excess"]["size"]["density"] is None
    assert told["excess"]["degrees"]["degree_centralization"] is None
    assert told["excess"]["size"]["degree_centralization"]["value"] > 0


def test_the_e_i_index_is_beside_chance_in_its_rescaled_form(told: dict[str, Any]) -> None:
    network, found = told["network"], told["chance"]["size"]["ei_rescaled"]
    low, high = network["ei_min"], network["ei_max"]
    expected = 2 * (network["ei_expected"] - low) / (high - low) - 1  # of all typed pairs alike, exactly
    assert found["expected"] == pytest.approx(expected, abs=4 * found["sd"] / 40**0.5)


def test_the_ranges_are_those_of_the_missing_answers(musterstadt: Landscape, told: dict[str, Any]) -> None:
    assert told["missing"] == analyze(musterstadt, draws=40, missing=True).to_dict()["missing"]
    span = told["not_yet_networked"]
    assert list(span) == ["share", "none", "all", "low", "high"]
    assert span["all"] <= span["low"] <= span["high"] <= span["none"]


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_a_range_tells_nobody_who_has_answered(musterstadt: Landscape, audience: str) -> None:
    """The same rules as for one city: neither of the extremes, two digits, nothing that the network keeps back."""
    made = row(musterstadt, Asked(draws=5, audience=audience))
    seen = analyze(musterstadt, draws=5, audience=audience, missing=True).to_dict()
    assert made["missing"] == seen["missing"]
    assert "none" not in (made["not_yet_networked"] or {})


def test_the_means_are_the_figures_and_the_mixing_shares_add_up_to_all_ties(musterstadt: Landscape) -> None:
    made = row(musterstadt, OFFICE)
    means = made["means"]
    assert means["average_degree"]["value"] == networking.average_degree(musterstadt.graph)
    assert means["average_degree"]["se"] == pytest.approx((musterstadt.graph.n - 1) * means["density"]["se"])
    shares = [mean["value"] for name, mean in means.items() if name.startswith("mixing:")]
    assert 0 < sum(shares) <= 1 + 1e-9


def test_central_actors_are_counted_and_not_named(told: dict[str, Any], musterstadt: Landscape) -> None:
    assert told["central"]["actors"] == len(analyze(musterstadt, draws=40).to_dict()["top_dogs"])
    assert set(told["central"]) == {"actors", "clear", "mandate", "tie_share"}


def test_the_types_have_the_same_one_by_one(musterstadt: Landscape, told: dict[str, Any]) -> None:
    groups = analyze(musterstadt, draws=5).to_dict()["groups"]
    assert [one["type"] for one in told["types"]] == [group["type"] for group in groups]
    assert all(one["ei_index"] == group["ei_index"] for one, group in zip(told["types"], groups, strict=True))
    assert sum(one["central"] for one in told["types"]) == told["central"]["actors"]
    answered = sum(one["response_rate"] * one["actors"] for one in told["types"])
    assert answered <= told["response_rate"] * told["actors"] + 1e-9
    # by hand, for the first type of a of n typed actors and m typed ties: m a (a − 1) / (n (n − 1)) within
    a, n = told["types"][0]["actors"], sum(one["actors"] for one in told["types"])
    m = sum(one["internal_ties"] + one["external_ties"] / 2 for one in told["types"])
    assert told["types"][0]["internal_expected"] == pytest.approx(m * a * (a - 1) / (n * (n - 1)))
    assert told["types"][0]["external_expected"] == pytest.approx(m * 2 * a * (n - a) / (n * (n - 1)))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_actor_is_named_to_anybody(musterstadt: Landscape, audience: str) -> None:
    text = json.dumps(row(musterstadt, Asked(draws=5, audience=audience)), ensure_ascii=False)
    names = [name for name in musterstadt.actors["name"] if len(name) > 8]
    assert names
    assert [name for name in names if json.dumps(name, ensure_ascii=False)[1:-1] in text] == []


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_the_share_not_yet_networked_is_told_to_others_where_all_have_answered_alone(
    tmp_path: Path, audience: str
) -> None:
    """Among those of whom something is known it bounds to neither side what it would be if all had answered."""
    gaps, whole = folder(tmp_path / "gaps", n=24, m=20), folder(tmp_path / "whole", n=24, m=20)
    actors = (whole / "actors.csv").read_text("utf-8").replace("no answer", "answered")
    (whole / "actors.csv").write_text(actors, "utf-8")
    office, other = (row(read(gaps), Asked(draws=5, audience=one)) for one in ("office", audience))
    network, span = office["network"], office["missing"]["not_yet_networked_share"]
    assert span["none"] > network["not_yet_networked_share"] > span["all"]
    assert office["not_yet_networked"] is not None
    assert other["not_yet_networked"] is None
    assert row(read(whole), Asked(draws=5, audience=audience))["not_yet_networked"] is not None


def test_what_is_wrong_in_a_city_keeps_the_words_of_the_program_and_none_of_a_cell(tmp_path: Path) -> None:
    place = folder(tmp_path / "broken")
    (place / "actors.csv").write_text("id,name,survey\na,Frau Geheim,maybe Geheim\n", "utf-8")
    why = city(str(place), Asked(language="en"))["why"]
    assert why.startswith("actors.csv, row 2, column “survey”: “[…]” is no word for the state of the survey. Possible")
    assert "“answered”, “promised”, “interested”" in why
    assert "Geheim" not in why
    assert why.count("[…]") == 1


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_beyond_chance_is_what_is_so_after_adjustment(musterstadt: Landscape, audience: str) -> None:
    office = row(musterstadt, OFFICE)
    seen = row(musterstadt, Asked(draws=40, language="en", audience=audience))
    for model, figures in seen["excess"].items():
        for name, beyond in figures.items():
            if beyond is not None:
                assert beyond["clear"] is (office["chance"][model][name]["p_adjusted"] < 0.05)


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_there_are_neither_p_nor_central_actors(musterstadt: Landscape, audience: str) -> None:
    made = row(musterstadt, Asked(draws=5, audience=audience))
    assert made["central"] is None
    assert "top_dog_tie_share" not in made["network"]
    assert "top_dog_tie_share" not in made["chance"]["size"]
    keys = {key for figures in made["chance"].values() for found in figures.values() if found for key in found}
    assert not keys & {"z", "p", "p_lower", "p_upper", "p_adjusted"}
    assert not {"status", "networked_share", "response_rate", "central"} & {key for one in made["types"] for key in one}


def test_the_public_gets_no_mean_from_which_few_ties_could_be_worked_out(musterstadt: Landscape) -> None:
    made = row(musterstadt, Asked(draws=5, audience="public"))
    seen = analyze(musterstadt, draws=5, audience="public").to_dict()["mixing"]
    place = {kind: i for i, kind in enumerate(seen["types"])}
    shares = [name.removeprefix("mixing:").split("|") for name in made["means"] if name.startswith("mixing:")]
    assert all(seen["ties"][place[a]][place[b]] is not None for a, b in shares)
    if made["network"]["ei_index"] is None:
        assert "ei_index" not in made["means"]
        assert made["chance"]["size"]["ei_index"] is None


def test_below_thirty_percent_nothing_is_told_of_the_network_outside_the_office(tmp_path: Path) -> None:
    place = folder(tmp_path / "quiet", n=12)
    actors = (place / "actors.csv").read_text("utf-8").replace(",answered", ",no answer", 6)
    (place / "actors.csv").write_text(actors, "utf-8")
    landscape = read(place)
    made = row(landscape, Asked(draws=5, audience="participants"))
    assert made["withheld"] == "response"
    assert (made["chance"], made["excess"], made["means"], made["not_yet_networked"]) == ({}, {}, {}, None)
    assert made["network"]["density"] is None
    assert row(landscape, Asked(draws=5))["network"]["density"] is not None


def test_types_that_no_scheme_knows_are_told(tmp_path: Path, musterstadt: Landscape, told: dict[str, Any]) -> None:
    place = folder(tmp_path / "city", n=12, types=2)
    assert row(read(place), OFFICE)["unmapped"] == ["t0", "t1"]
    assert not set(told["unmapped"]) & set(musterstadt.scheme.types)


def test_a_scene_without_ties_and_one_without_actors_have_rows(tmp_path: Path) -> None:
    for name, actors in (("none", ""), ("one", "a,A,t\n"), ("two", "a,A,t\nb,B,t\n")):
        place = tmp_path / name
        place.mkdir()
        (place / "actors.csv").write_text(f"id,name,type\n{actors}", "utf-8")
        (place / "ties.csv").write_text("source,target\n", "utf-8")
        made = row(read(place), OFFICE)
        assert json.loads(json.dumps(made, allow_nan=False)) == made
        assert made["network"]["transitivity"] is None


def test_the_share_of_ties_between_types_is_that_of_the_mixing_table(
    musterstadt: Landscape, told: dict[str, Any]
) -> None:
    table = analyze(musterstadt, draws=5).to_dict()["mixing"]
    ties, k = table["ties"], len(table["types"])
    whole = sum(ties[i][j] for i in range(k) for j in range(i, k))
    name = next(name for name in told["means"] if name.startswith("mixing:"))
    a, b = (table["types"].index(kind) for kind in name.removeprefix("mixing:").split("|"))
    assert told["means"][name]["value"] == pytest.approx(ties[a][b] / whole)
