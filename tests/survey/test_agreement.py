"""Who is informed and has agreed, whose data are past their day, which entries are stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.survey.agreement import Agreement, agreement
from actor_graph.survey.freshness import Freshness, freshness, months_before
from tests.making import landscape

NO_TIES = "source,target"


def test_who_is_informed_and_has_agreed(tmp_path: Path) -> None:
    place = landscape(
        tmp_path / "city",
        """
        name,survey,informed,publish,delete_after,objected
        A,answered,2026-05-01,yes,2027-12-31,no
        B,,,no,2026-06-30,yes
        C,,,,2026-07-01,
        X,excluded,,,2026-05,
        """,
        NO_TIES,
    )
    found = agreement(place, "2026-07-01")
    assert found == Agreement(not_informed=[1, 2], refused=[1], not_asked=[2], objected=[1], past=[3, 1])


def test_what_no_column_tells_is_not_known(tmp_path: Path) -> None:
    place = landscape(tmp_path / "city", "name\nA", NO_TIES)
    assert agreement(place, "2026-07-01") == Agreement(None, None, None, None, None)
    assert freshness(place, "2026-07-01") is None


@pytest.mark.parametrize(("year", "gone"), [("2026", False), ("2025", True)])
def test_a_year_alone_is_past_after_its_last_day(tmp_path: Path, year: str, gone: bool) -> None:
    place = landscape(tmp_path / "city", f"name,delete_after\nA,{year}", NO_TIES)
    assert (agreement(place, "2026-12-31").past == [0]) is gone


CHECKED = "name,survey,checked\nA,,2024-06-30\nB,,2024-07-01\nC,,\nD,,2023\nX,excluded,2020-01-01"


def test_stale_after_two_years(tmp_path: Path) -> None:
    """On July 1, 2026 what was checked on July 1, 2024 is two years old, which is not more than two."""
    assert freshness(landscape(tmp_path / "city", CHECKED, NO_TIES), "2026-07-01") == Freshness(
        stale=[3, 0], unchecked=[2]
    )


def test_a_scheme_may_say_when_an_entry_is_stale(tmp_path: Path) -> None:
    where = tmp_path / "city"
    where.mkdir()
    (where / "own.yaml").write_text("thresholds: {stale_months: 36}\n", "utf-8")
    found = freshness(landscape(where, CHECKED, NO_TIES, "    scheme: own.yaml"), "2026-07-01")
    assert found == Freshness(stale=[], unchecked=[2])


def test_months_go_over_the_new_year() -> None:
    assert months_before("2026-03-15", 3) == "2025-12-15"
    assert months_before("2026-12-01", 12) == "2025-12-01"
