"""What the log leaves to be done: only an actor's last entry, by date and then by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.reading import read
from actor_graph.survey.log import Appointment, appointments
from tests.making import folder


def left(where: Path, log: str) -> list[tuple[str, str | None]]:
    place = read(folder(where / "city", "name\nA\nB\nC", "source,target", contacts=f"actor,date,outcome,next\n{log}"))
    found = appointments(place)
    assert found is not None
    return [(place.actors["name"][one.actor], one.day) for one in found]


def test_no_log_is_not_an_empty_log(tmp_path: Path) -> None:
    assert appointments(read(folder(tmp_path / "city", "name\nA", "source,target"))) is None
    assert left(tmp_path / "log", "A,2026-06-01,called,") == []


def test_an_entry_is_done_when_a_later_one_exists(tmp_path: Path) -> None:
    assert left(tmp_path, "A,2026-06-01,called,2026-06-08\nA,2026-06-08,answered,\nB,2026-06-01,called,2026-06-09") == [
        ("B", "2026-06-09")
    ]


def test_later_is_by_date_and_not_by_row(tmp_path: Path) -> None:
    assert left(tmp_path, "A,2026-06-08,called,2026-06-20\nA,2026-06-01,called,2026-06-08") == [("A", "2026-06-20")]


def test_on_one_day_the_later_row_is_later(tmp_path: Path) -> None:
    assert left(tmp_path, "A,2026-06-08,called,2026-06-20\nA,2026-06-08,answered,") == []


def test_an_entry_without_a_date_is_the_earliest(tmp_path: Path) -> None:
    assert left(tmp_path, "A,2026-06-08,called,2026-06-20\nA,,called,2026-06-01") == [("A", "2026-06-20")]


def test_a_step_in_words_has_no_day_and_stands_last(tmp_path: Path) -> None:
    told = left(
        tmp_path, "A,2026-06-01,called,after the holidays\nB,2026-06-01,called,06/2026\nC,2026-06-01,called,2026-05-30"
    )
    assert told == [("C", "2026-05-30"), ("B", "2026-06"), ("A", None)]


@pytest.mark.parametrize(
    ("day", "today", "stands"),
    [
        ("2026-06-30", "2026-06-29", "ahead"),
        ("2026-06-30", "2026-06-30", "due"),
        ("2026-06-30", "2026-07-01", "overdue"),
        ("2026-06", "2026-05-31", "ahead"),
        ("2026-06", "2026-06-01", "due"),
        ("2026-06", "2026-06-30", "due"),
        ("2026-06", "2026-07-01", "overdue"),
        ("2026", "2026-12-31", "due"),
        ("2026", "2027-01-01", "overdue"),
        (None, "2026-07-01", ""),
    ],
)
def test_due_overdue_ahead(day: str | None, today: str, stands: str) -> None:
    one = Appointment(0, None, day)
    told = {"ahead": one.is_ahead(today), "due": one.is_due(today), "overdue": one.is_overdue(today)}
    assert [name for name, holds in told.items() if holds] == ([stands] if stands else [])
