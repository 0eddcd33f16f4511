"""Null models of the published networks beside independent draws and full enumerations in R and C."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actor_graph.measures.nulls import AgainstChance, against_chance
from tests.measures.published import load

DRAWS = 4000
NAMES = {"type_assortativity": "assortativity"}
OTHERS = {"degree_assortativity"}
DATASETS = ["florentine_marriage", "kite", "florentine_business", "campnet", "karate", "lazega_friends"]


@cache
def wanted(shared: Path, name: str) -> dict[str, Any]:
    whole = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = whole["datasets"][name]
    return found


@cache
def found(shared: Path, name: str, model: Any) -> AgainstChance:
    network = load(shared / "data/published" / name)
    asked = [*_figures(wanted(shared, name)["cug_edges"]), *_figures(wanted(shared, name)["degree_preserving"])]
    return against_chance(network.graph, network.labels, [model], draws=DRAWS, seed=3, figures=asked)


def _figures(part: dict[str, Any]) -> dict[str, Any]:
    """The figures that both sides have, under our names."""
    return {
        NAMES.get(key, key): values
        for key, values in part.items()
        if isinstance(values, dict) and "observed" in values and key not in OTHERS
    }


def _same(ours: Any, theirs: dict[str, Any]) -> None:
    """Within four Monte-Carlo standard errors, as the note beside the numbers says."""
    assert ours.observed == pytest.approx(theirs["observed"], abs=1e-9)
    assert ours.constant == (theirs["sd"] == 0)
    se = np.hypot(theirs["se_mean"], theirs["sd"] / np.sqrt(DRAWS))
    assert abs(ours.expected - theirs["mean"]) <= 4 * se + 1e-12
    assert ours.sd == pytest.approx(theirs["sd"], rel=0.12, abs=1e-9)
    for tail in ("p_lower", "p_upper"):
        p, se = theirs[tail], theirs[f"se_{tail}"]
        assert abs(getattr(ours, tail) - p) <= 4 * np.sqrt(se**2 + p * (1 - p) / DRAWS) + 1 / DRAWS


@pytest.mark.parametrize("name", DATASETS)
def test_scenes_of_the_same_size(name: str, shared: Path) -> None:
    theirs = _figures(wanted(shared, name)["cug_edges"])
    assert len(theirs) >= 6
    for figure, values in theirs.items():
        _same(found(shared, name, "size")["size"][figure], values)


@pytest.mark.parametrize("name", DATASETS)
def test_scenes_with_the_same_degrees(name: str, shared: Path) -> None:
    theirs = _figures(wanted(shared, name)["degree_preserving"])
    assert len(theirs) >= 5
    for figure, values in theirs.items():
        _same(found(shared, name, "degrees")["degrees"][figure], values)


@pytest.mark.parametrize("name", DATASETS)
def test_the_share_of_accepted_tries(name: str, shared: Path) -> None:
    """The kernel in C tries in the same way."""
    switching = found(shared, name, "degrees").switching
    assert switching is not None
    assert switching.accepted == pytest.approx(wanted(shared, name)["degree_preserving"]["swap_acceptance"], rel=0.03)


@pytest.mark.parametrize("name", ["kite", "florentine_business"])
def test_all_scenes_with_the_same_degrees(name: str, shared: Path) -> None:
    """406,825 and 969,339 graphs, every one counted: no error but that of our draws."""
    for figure, values in _figures(wanted(shared, name)["degree_preserving_exact_enumeration"]).items():
        ours = found(shared, name, "degrees")["degrees"][figure]
        assert ours is not None
        assert ours.observed == pytest.approx(values["observed"], abs=1e-9)
        assert abs(ours.expected - values["mean"]) <= 4 * values["sd_population"] / np.sqrt(DRAWS) + 1e-12
        for tail in ("p_lower", "p_upper"):
            p = values[tail]
            assert abs(getattr(ours, tail) - p) <= 4 * np.sqrt(p * (1 - p) / DRAWS) + 1 / DRAWS


@pytest.mark.parametrize("name", ["kite", "florentine_business", "florentine_marriage", "campnet"])
def test_all_dealings(name: str, shared: Path) -> None:
    network = load(shared / "data/published" / name)
    ours = against_chance(network.graph, network.labels, ["dealing"], draws=DRAWS, seed=3)["dealing"]
    for figure, values in _figures(wanted(shared, name)["label_permutation"]["exact_enumeration"]).items():
        one = ours[figure]
        assert one is not None
        assert one.observed == pytest.approx(values["observed"], abs=1e-9)
        assert abs(one.expected - values["mean"]) <= 4 * values["sd_population"] / np.sqrt(DRAWS)
        for tail in ("p_lower", "p_upper"):
            p = values[tail]
            assert abs(getattr(one, tail) - p) <= 4 * np.sqrt(p * (1 - p) / DRAWS) + 1 / DRAWS
