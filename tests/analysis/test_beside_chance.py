"""``analyze(…, chance=True)``: what stands in the document, for whom, and what is said of it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

import actor_graph as ag
from actor_graph.measures.nulls import FIXED, MODELS
from tests.making import folder, landscape
from tests.material import ROOT

MUSTERSTADT = ROOT / "examples" / "musterstadt"
KEYS = [
    "observed", "expected", "sd", "low", "high", "z", "p_lower", "p_upper", "p", "p_adjusted", "undefined", "constant",
]  # fmt: skip
P_VALUES = {"z", "p_lower", "p_upper", "p", "p_adjusted"}


@cache
def office() -> Any:
    return ag.analyze(ag.read(MUSTERSTADT), chance=True, draws=80)


def test_each_figure_has_its_numbers_beside_each_model() -> None:
    told = office().to_dict()
    assert tuple(told["chance"]) == MODELS
    for model, figures in told["chance"].items():
        assert FIXED[model] <= {name for name, one in figures.items() if one is None}
        for name, one in figures.items():
            if one is not None:
                assert [key for key in one if key != "compared"] == KEYS
                if name in told["network"]:
                    assert one["observed"] == told["network"][name]
    assert {"partner_heterogeneity", "cluster_heterogeneity"} <= set(told["chance"]["dealing"])


def test_it_is_not_there_unless_asked_for() -> None:
    plain = ag.analyze(ag.read(MUSTERSTADT), draws=80)
    told = plain.to_dict()
    assert not {"chance", "core"} & set(told)
    assert "chance" not in told["settings"]
    assert plain.chance.empty


def test_all_else_stays_as_it_is_without() -> None:
    told, plain = office().to_dict(), ag.analyze(ag.read(MUSTERSTADT), draws=80).to_dict()
    less = {key: value for key, value in told.items() if key not in ("chance", "core", "settings")}
    assert json.dumps(less) == json.dumps({key: value for key, value in plain.items() if key != "settings"})


def test_one_question_has_one_p() -> None:
    """The types are dealt for the network and beside chance in the same way."""
    told = office().to_dict()
    for name, figure in (("ei_p", "ei_index"), ("assortativity_p", "assortativity")):
        assert told["network"][name] == told["chance"]["dealing"][figure]["p"]
    assert told["network"]["ei_low"] == told["chance"]["dealing"]["ei_index"]["low"]


def test_how_the_scenes_were_drawn_is_told() -> None:
    drawn = office().to_dict()["settings"]["chance"]
    assert (drawn["size"], drawn["degrees"], drawn["dealing"], drawn["chains"]) == (80, 80, 80, 8)
    assert 0.3 < drawn["accepted"] < 0.9
    assert drawn["tries_between"] >= 20 * office().network["ties"]
    assert max(drawn["autocorrelation"].values()) <= 0.1


def test_too_few_scenes_are_warned_of() -> None:
    """With r draws p is 2 / (r + 1) at least: 2 / 40 = 0.05 for 39, 2 / 41 < 0.05 for 40. A chain's one has no next."""
    known = ag.read(MUSTERSTADT)
    few, enough = (ag.analyze(known, chance=True, draws=draws) for draws in (8, 40))
    assert [problem.key for problem in few.warnings] == ["beside_chance.few_draws"]
    assert [problem.key for problem in ag.analyze(known, chance=True, draws=39).warnings] == ["beside_chance.few_draws"]
    assert not enough.warnings
    told = [one.to_dict()["settings"]["chance"]["autocorrelation"] for one in (few, enough)]
    assert told[0] == {"transitivity": None, "ei_index": None}
    assert None not in told[1].values()


def test_which_pairs_were_switched_is_told(tmp_path: Path) -> None:
    """Of the ten pairs of five, first three have a tie, then seven."""
    actors = "id,type\na,x\nb,y\nc,x\nd,y\ne,x"
    pairs = ["a,b", "c,d", "d,e", "a,c", "a,d", "b,c", "b,e"]
    told = [
        ag.analyze(
            landscape(tmp_path / str(m), actors, "\n".join(["source,target", *pairs[:m]])), chance=True, draws=40
        )
        for m in (3, 7)
    ]
    assert [one.to_dict()["settings"]["chance"]["switched"] for one in told] == ["ties", "pairs without a tie"]


def test_without_a_number_a_thousand_scenes_and_the_dealings_of_the_scheme(tmp_path: Path) -> None:
    small = landscape(tmp_path, "id,type\na,x\nb,y\nc,x\nd,y\ne,x", "source,target\na,b\nb,c\nc,d\nd,e\na,c")
    drawn = ag.analyze(small, chance=True).to_dict()["settings"]["chance"]
    assert (drawn["size"], drawn["degrees"], drawn["dealing"]) == (1000, 1000, 2000)


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_no_p_leaves_the_office(audience: str) -> None:
    told = ag.analyze(ag.read(MUSTERSTADT), chance=True, draws=40, audience=audience).to_dict()
    assert "core" not in told
    for figures in told["chance"].values():
        for name, one in figures.items():
            assert one is None or not P_VALUES & set(one)
            assert name != "top_dog_tie_share" or one is None
    assert told["chance"]["size"]["transitivity"]["low"] is not None
    for figures in told["chance"].values():
        kept_back = [name for name in figures if name in told["network"] and told["network"][name] is None]
        assert kept_back == []


def test_where_few_answered_nothing_of_it_is_told(tmp_path: Path) -> None:
    actors = "\n".join(["id,type,survey", *(f"a{i},x,{'answered' if i < 2 else 'no answer'}" for i in range(10))])
    silent = landscape(tmp_path, actors, "source,target\na0,a1\na1,a2\na2,a0\na3,a4")
    told = ag.analyze(silent, chance=True, draws=19, audience="participants").to_dict()
    assert told["withheld"] == "response"
    assert not any(told["chance"].values())


def bipartite(where: Path) -> Any:
    """Four who are tied to all of twenty others, and to nobody else: the ties of a core without any to spare."""
    actors = "\n".join(["id,type", *(f"core{i},x" for i in range(4)), *(f"other{i:02},y" for i in range(20))])
    ties = "\n".join(["source,target", *(f"core{i},other{j:02}" for i in range(4) for j in range(20))])
    return landscape(where, actors, ties)


def test_a_core_is_named_where_degrees_alone_would_not_give_it(tmp_path: Path) -> None:
    """By hand: P = 276, m = t = 80, Δ = 86; (276·80 − 80·86) / √(80·196·86·190) = 0.9496."""
    core = ag.analyze(bipartite(tmp_path), chance=True, draws=200).to_dict()["core"]
    assert core["fit"] == pytest.approx((276 * 80 - 80 * 86) / np.sqrt(80 * 196 * 86 * 190))
    assert core["p"] < 0.05
    assert core["named"]
    assert core["members"] == ["core0", "core1", "core2", "core3"]


def test_no_core_is_named_where_the_degrees_say_it_all(tmp_path: Path) -> None:
    """A star is a core with its periphery, but nobody with these degrees could be tied otherwise."""
    ties = "\n".join(["source,target", *(f"a,b{i}" for i in range(6))])
    star = landscape(tmp_path, "\n".join(["id,type", "a,x", *(f"b{i},y" for i in range(6))]), ties)
    told = ag.analyze(star, chance=True, draws=40).to_dict()
    assert set(told["chance"]["degrees"].values()) == {None}
    assert told["core"] == {"fit": pytest.approx(1.0), "p": None, "named": False, "members": None}
    assert told["settings"]["chance"]["accepted"] is None


def test_no_core_is_named_below_a_fit_of_a_half() -> None:
    core = office().to_dict()["core"]
    assert core["fit"] < 0.5
    assert (core["named"], core["members"]) == (False, None)


def test_the_table_and_the_workbook() -> None:
    frame = office().chance
    assert frame.index.names == ["model", "figure"]
    told = office().to_dict()["chance"]
    assert frame.loc[("size", "transitivity"), "z"] == told["size"]["transitivity"]["z"]
    assert ("size", "density") not in frame.index


def test_every_column_of_the_sheet_is_explained(tmp_path: Path) -> None:
    office().write(tmp_path / "figures.xlsx")
    book = openpyxl.load_workbook(tmp_path / "figures.xlsx")
    head = [cell.value for cell in next(book["Zufall"].iter_rows())]
    explained = {row[1]: row[2] for row in book["Erläuterung"].iter_rows(values_only=True) if row[0] == "Zufall"}
    assert head[:4] == ["Nullmodell", "Zahl", "Hier", "Nach Zufall"]
    assert set(head) == set(explained)
    assert all(explained.values())


@pytest.mark.parametrize("size", [0, 1, 2])
def test_tiny_landscapes_have_an_answer(tmp_path: Path, size: int) -> None:
    actors = "\n".join(["id,type", *(f"a{i},x" for i in range(size))])
    tiny = ag.read(folder(tmp_path, actors, "source,target" + ("\na0,a1" if size == 2 else "")))
    told = ag.analyze(tiny, chance=True, draws=9).to_json()
    assert "NaN" not in told
    assert json.loads(told)["core"]["named"] is False


def test_the_same_seed_gives_the_same_bytes_with_any_number_of_workers() -> None:
    city = ag.read(MUSTERSTADT)
    one, other = (ag.analyze(city, chance=True, draws=60, workers=workers).to_json() for workers in (1, 3))
    assert one == other
    assert ag.analyze(city, chance=True, draws=60, seed=2).to_json() != one
