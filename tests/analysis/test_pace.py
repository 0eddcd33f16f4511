"""How long the rest takes, by a clock that is set by hand."""

from __future__ import annotations

import pytest

from actor_graph.analysis.pace import Pace


def told(monkeypatch: pytest.MonkeyPatch, of: int, before: int, ends: list[float], together: int) -> list[float | None]:
    """What is told after each one that is done, at these seconds."""
    clock = iter(ends)
    monkeypatch.setattr("actor_graph.analysis.pace.time.monotonic", lambda: next(clock))
    seen: list[float | None] = []
    counted = Pace(of, before, lambda done, of, left: seen.append(left), together)
    for _ in ends:
        counted.step()
    return seen[1:]


def test_what_is_started_once_is_not_taken_for_the_time_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first takes 100 s, each further one 2 s: of 10 there are 8, then 7 left."""
    assert told(monkeypatch, 10, 0, [100.0, 102.0, 104.0], 1) == [None, 16.0, 14.0]


def test_those_that_come_together_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at a time, 4 s each; 990 were done before."""
    ends = [50.0, 50.0, 54.0, 54.0, 58.0]
    assert told(monkeypatch, 1000, 990, ends, 2) == [None, None, 14.0, 8.0, 10.0]
