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
Key = tuple[str, str, str | None]
"""Two actors, and the start of their tandem: what makes it the same one in all waves."""


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
    """All tandems that were agreed, in the order of the waves and their tables, each once: two actors and a start.

    One ends on the day that is noted, else a year after it started, or, if it is said to be finished, by the first wave
    that says so, whichever comes first. One that is still running by the word of a wave has not ended by that wave. In
    the first wave after the end, ``stayed``: the two have a tie that is not the tandem itself; ``not named``: they have
    none, and one of them answered; ``unknown``: neither did. ``running``: it had not ended at the last wave; ``no
    survey yet``: it had, but no wave is later.
    """
    found: dict[Key, Tandem] = {}
    finished: dict[Key, str] = {}
    ran: dict[Key, str] = {}
    for wave in waves:
        for key, row in _agreed(wave).items():
            if row["state"] == "finished":
                finished.setdefault(key, wave.date)
            else:
                finished.pop(key, None)
            if row["state"] == "running":
                ran[key] = wave.date
            found[key] = _fate(row, row["end"] or _end(row["start"], finished.get(key), ran.get(key)), waves)
    return list(found.values())


def _agreed(wave: Snapshot) -> dict[Key, dict[str, Any]]:
    """The tandems of a wave that were agreed; of one that stands there twice, what either row says, the last first."""
    table = wave.landscape.tandems
    if table is None:
        return {}
    seen = {wave.landscape.actors["id"][row] for row in wave.rows}
    found: dict[Key, dict[str, Any]] = {}
    columns = (table["a"], table["b"], table["start"], table["end"], table["state"], states(table))
    for a, b, start, end, said, state in zip(*columns, strict=True):
        if state in AGREED and {a, b} <= seen:
            row = found.setdefault((*ordered(a, b), start), {"start": start, "end": None, "state": state})
            row |= {"a": a, "b": b, "end": end or row["end"], "state": said or row["state"]}
    return found


def _end(start: str | None, finished: str | None, ran: str | None) -> str | None:
    """When a tandem without a noted end ended, as far as that can be told."""
    due = _a_year_after(start)
    if due is not None and ran is not None and last_day(due) < first_day(ran):
        due = None
    return min(filter(None, (due, finished)), key=last_day, default=None)


def _fate(row: dict[str, Any], end: str | None, waves: Sequence[Snapshot]) -> Tandem:
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
