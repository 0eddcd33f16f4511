"""What stayed of tandems after their year: whether the two still work together when nothing holds them to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph.evolution.snapshot import Snapshot, ordered
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.tandems import AGREED, states

STAYED, NOT_NAMED, UNKNOWN, RUNNING, AHEAD = "stayed", "not named", "unknown", "running", "no survey yet"
YEAR = 1


@dataclass(frozen=True)
class Tandem:
    """A tandem of two actors, when it ended or was to end, and what the first wave after that tells of the two."""

    a: str
    b: str
    start: str | None
    end: str | None
    state: str
    seen: str | None


def tandems(waves: Sequence[Snapshot]) -> list[Tandem]:
    """All tandems that were agreed, in the order of the waves and their tables, each once.

    One ends on the day that is noted, else a year after it started, else, if it is said to be finished, by the wave
    that says so. In the first wave after that, ``stayed``: the two have a tie that is not the tandem itself; ``not
    named``: they have none, and one of them answered; ``unknown``: neither did. ``running``: it had not ended at the
    last wave; ``no survey yet``: it had, but no wave is later.
    """
    found: dict[tuple[str, str, str | None], Tandem] = {}
    for wave in waves:
        for row in _agreed(wave):
            found[(*ordered(row["a"], row["b"]), row["start"])] = _fate(row, wave, waves)
    return list(found.values())


def _agreed(wave: Snapshot) -> list[dict[str, Any]]:
    table = wave.landscape.tandems
    if table is None:
        return []
    seen = {wave.landscape.actors["id"][row] for row in wave.rows}
    columns = (table["a"], table["b"], table["start"], table["end"], states(table))
    rows = (dict(zip(("a", "b", "start", "end", "state"), row, strict=True)) for row in zip(*columns, strict=True))
    return [row for row in rows if row["state"] in AGREED and {row["a"], row["b"]} <= seen]


def _fate(row: dict[str, Any], told: Snapshot, waves: Sequence[Snapshot]) -> Tandem:
    end = row["end"] or _a_year_after(row["start"])
    if end is None and row["state"] == "finished":
        end = told.date
    after = next((wave for wave in waves if end is not None and first_day(wave.date) > last_day(end)), None)
    about = {"a": row["a"], "b": row["b"], "start": row["start"], "end": end}
    if after is None:
        over = end is not None and last_day(end) < first_day(waves[-1].date)
        finished = row["state"] == "finished"
        return Tandem(**about, state=AHEAD if over or finished else RUNNING, seen=None)
    pair = ordered(row["a"], row["b"])
    if pair in after.named:
        return Tandem(**about, state=STAYED, seen=after.date)
    return Tandem(**about, state=NOT_NAMED if after.tells_of(pair) else UNKNOWN, seen=after.date)


def _a_year_after(start: str | None) -> str | None:
    if start is None:
        return None
    return f"{int(start[:4]) + YEAR:04}{start[4:].replace('-02-29', '-02-28')}"
