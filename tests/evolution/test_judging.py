"""What is asked first of many waves is how the last differs from the first, and a survey between weakens nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actor_graph.evolution.changes import Changes
from actor_graph.evolution.judging import EXACT, adjusted
from actor_graph.evolution.judging import apart as apart_by
from actor_graph.evolution.snapshot import snapshot
from actor_graph.evolution.trace import trace
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.views.evolution.answer import answer
from actor_graph.views.evolution.told import Told
from tests.evolution.test_unchanged import ACTORS, chances, seen, wave
from tests.making import landscape

CITIES = 40


def apart(change: Changes) -> dict[str, dict[str, Any]]:
    """How the ranges lie, by the p of this change alone."""
    return apart_by(change, adjusted([change])[0])


def three(where: Path, seed: int, *, more: float = 1.0) -> tuple[list[Changes], Changes]:
    """Three waves drawn anew under one law, the last with so many times the chance; all answer."""
    rng = np.random.default_rng(np.random.SeedSequence([20300630, seed]))
    chance, all_of_them = chances(rng), np.ones(ACTORS, dtype=np.bool_)
    drawn = [rng.random(chance.shape) < np.minimum(chance * times, 1.0) for times in (1.0, 1.0, more)]
    waves = [
        snapshot(wave(where / year, ties, all_of_them, rng, 1.0, False), (), draws=1, missing=False)
        for year, ties in zip(("2024", "2026", "2028"), drawn, strict=True)
    ]
    return [Changes(*waves[:2]), Changes(*waves[1:])], Changes(waves[0], waves[2])


def test_a_survey_between_does_not_weaken_what_the_last_and_the_first_show(tmp_path: Path) -> None:
    steps, course = three(tmp_path, 1, more=2.5)
    *found, whole = adjusted(steps, course)
    assert whole == adjusted([course])[0]
    assert whole["density"] < 0.05
    assert found[1]["density"] < 0.05 <= found[0]["density"]
    assert len(found) == 2


def test_a_step_seems_a_change_only_where_the_course_does(tmp_path: Path) -> None:
    steps, course = three(tmp_path, 2)
    *found, whole = adjusted(steps, course)
    alone = adjusted(steps)
    for row, by_itself in zip(found, alone, strict=True):
        assert row == {key: max(p, whole[key]) for key, p in by_itself.items()}


def test_three_waves_of_a_city_in_which_nothing_changed_show_no_change_95_times_of_100(tmp_path: Path) -> None:
    cities = (adjusted(*three(tmp_path / str(seed), seed)) for seed in range(CITIES))
    assert sum(any(p < 0.05 for row in rows for p in row.values()) for rows in cities) <= 0.05 * CITIES


def test_where_all_have_answered_the_figures_are_their_own_ranges(tmp_path: Path) -> None:
    found = apart(seen(tmp_path, 3, stays=1.0, answer=(1.0, 1.0)))
    assert {row["ranges"] for row in found.values()} == {"alike"}
    assert found["ties"]["clear"] is None
    assert found["average_degree"]["clear"] is False


def test_what_is_smoothed_or_has_no_range_is_left_out(tmp_path: Path) -> None:
    change = seen(tmp_path, 3, stays=1.0)
    ranged = {"low": 1.0, "high": 2.0, "smoothed": False}
    rows = {"ties": ranged, "transitivity": ranged | {"smoothed": True}, "isolates": ranged | {"high": None}}
    found = apart(Changes(*(replace(one, missing=rows) for one in (change.before, change.after))))
    assert set(found) == {*EXACT, "ties"}


def test_of_the_course_others_are_told_what_they_are_told_of_a_step_and_the_public_how_ranges_lie(
    tmp_path: Path,
) -> None:
    """The counts of the course and of the steps would together tell of those who were there in between alone."""
    steps, course = three(tmp_path, 4)
    waves = [steps[0].before.landscape, steps[0].after.landscape, course.after.landscape]
    told = {audience: trace(waves, audience=audience, draws=9).to_dict() for audience in AUDIENCES}
    office, others, public = (told[audience]["first_to_last"] for audience in ("office", "participants", "public"))
    assert (office["from"], office["to"]) == ("2024", "2028")
    assert office["ties"] == course.counts()
    assert set(others) == set(told["participants"]["changes"][0])
    assert set(public) == {"from", "to", "apart"}
    assert "first_to_last" not in trace(waves[:2], draws=9).to_dict()


@pytest.mark.parametrize(("stays", "named"), [(0.0, 1.0), (1.0, 0.7)])
def test_where_nothing_changed_ranges_lie_apart_but_not_clearly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stays: float, named: float
) -> None:
    """Why a gap between ranges alone is called no change: in some of 20 such cities there is one."""
    monkeypatch.setattr(
        "tests.evolution.test_unchanged.snapshot",
        lambda one, without, *, draws, missing: snapshot(one, without, draws=draws),
    )
    found = [apart(seen(tmp_path / str(i), i, stays=stays, named=named))["average_degree"] for i in range(20)]
    assert sum(row["ranges"] in ("higher", "lower") for row in found) >= 2
    assert not any(row["clear"] for row in found)


def test_where_the_ties_are_many_more_the_ranges_lie_clearly_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.evolution.test_unchanged.snapshot",
        lambda one, without, *, draws, missing: snapshot(one, without, draws=draws),
    )
    found = [apart(seen(tmp_path / str(i), i, stays=0.0, more=3.0)) for i in range(5)]
    assert [row["average_degree"]["ranges"] for row in found] == ["higher"] * 5
    assert sum(bool(row["average_degree"]["clear"]) for row in found) >= 3


def city(where: Path, year: int, answered: int, ties: str, since: str = "") -> Landscape:
    """Forty actors, of whom the first so many answered; ties without a date, and those that stood ``since``."""
    rows = "".join(f"a{i};{'answered' if i < answered else 'no answer'}\n" for i in range(40))
    told = "".join(f"{tie};\n" for tie in ties.split()) + since
    return landscape(
        where / str(year), f"id;survey\n{rows}", f"source;target;since\n{told}", f"    date: {year}-06-30\n"
    )


def ring(*steps: int, of: int = 40) -> str:
    return "\n".join(f"a{i};a{(i + step) % of}" for step in steps for i in range(of))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(("late", "clear"), [((2, 3, 4), False), ((2,), True)])
def test_ties_named_late_make_no_claim_of_more_partners(
    tmp_path: Path, audience: str, late: tuple[int, ...], clear: bool
) -> None:
    """All answered; of the ties of the later sheet some stood since 2010. Where new ones are enough, they are told."""
    since = "".join(f"{tie};2010\n" for tie in ring(*late).split())
    new = "" if not clear else "\n" + ring(5, 6, 7)
    waves = [city(tmp_path, 2024, 40, ring(1)), city(tmp_path, 2026, 40, ring(1) + new, since)]
    made = trace(waves, audience=audience, draws=9)
    assert made.to_dict()["changes"][0]["apart"]["average_degree"] == {
        "ranges": "higher", "clear": clear, "late": not clear,
    }  # fmt: skip
    said = answer(Told(made, "en"))
    assert said[0].startswith("An actor has more partners") == clear
    assert any("40 more stood before" in line or "120 more stood before" in line for line in said) == (
        audience == "office"
    )


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_what_ranges_alone_claim_is_not_said_against_those_who_answered_both_times(
    tmp_path: Path, audience: str
) -> None:
    """Thirty-four, then twenty-six of forty answered. Six who did later alone name many; all others what they had."""
    more = "\n".join(f"a{i};a{j}" for i in range(20, 26) for j in range(40) if i != j and (j > 25 or 12 <= j < 20))
    waves = [city(tmp_path, 2024, 40, ring(1)), city(tmp_path, 2026, 26, ring(1) + "\n" + more)]
    waves[0] = landscape(
        tmp_path / "first",
        "id;survey\n" + "".join(f"a{i};{'answered' if not 20 <= i < 26 else 'no answer'}\n" for i in range(40)),
        "source;target\n" + ring(1),
        "    date: 2024-06-30\n",
    )
    made = trace(waves, audience=audience, draws=9)
    found = made.to_dict()["changes"][0]["apart"]["average_degree"]
    assert found == {"ranges": "higher", "clear": False, "late": False}
    said = answer(Told(made, "en"))
    assert "alone shows no change yet" in said[0]
    assert ("no difference" in said[1]) == (audience == "office")
