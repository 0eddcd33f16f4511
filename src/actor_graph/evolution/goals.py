"""How far the goals of a city are: met, on the way, missed, or open where it is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph.evolution.snapshot import Snapshot
from actor_graph.landscape.goals import Goals, aimed
from actor_graph.landscape.indicators import rule
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.tandems import agreed_once
from actor_graph.privacy.few import small
from actor_graph.privacy.persons import Clear
from actor_graph.reading.dates import iso_date
from actor_graph.vocabulary.goals import INDICATORS, target_of

MET, ON_THE_WAY, MISSED, OPEN = "met", "on the way", "missed", "open"
JOINT_PROJECT, MIGRANTS = "joint project", "migrant organization"
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Value:
    """A measure in one wave: its value (None: not known), and between what missing answers leave it.

    ``so_far``: it counts ties, of which missing answers may have some more.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    so_far: bool = False


def vision(waves: Sequence[Snapshot], clear: Clear) -> str | None:
    """The vision of the last wave that has one."""
    seen = next((wave for wave in reversed(waves) if wave.landscape.meta.get("vision")), None)
    return None if seen is None else clear(str(seen.landscape.meta["vision"]))


def goals(waves: Sequence[Snapshot], clear: Clear) -> list[dict[str, Any]]:
    """A row for each goal, as the last wave that has goals states them; texts are cleared.

    A row has ``goal``, ``figure``, ``indicator`` (one of both, or none), ``target`` (the number), ``at_least``, ``by``,
    ``responsible``, ``value`` in the last wave with ``low`` and ``high`` where it has a range, ``so_far`` (whether it
    counts ties, and answers are missing), ``values`` in all waves, and ``state``:

    - ``met``: the value, and all of its range, reaches the target;
    - ``open``: the value is not known, or its range lies on both sides of the target;
    - ``missed``: the target is not reached, and the day by which it was to be lies before the last wave;
    - ``on the way``: it is not reached, and there is time.

    A goal without a measure has neither value nor state. The state is the same for every audience that is told one, and
    is judged by the whole range. Others than the office are told none (None) where they are not told the value or its
    range: from the states of some goals one could try out, as from their ranges, who has not answered.
    """
    stated = next((wave for wave in reversed(waves) if wave.landscape.meta.get("goals")), waves[-1])
    meta = stated.landscape.meta
    found = Goals(meta.get("goals") or [], list(meta.get("indicators") or {}), iso_date).found
    return [_row(goal, waves, clear) for goal in found]


def _row(goal: str | dict[str, str], waves: Sequence[Snapshot], clear: Clear) -> dict[str, Any]:
    nothing = dict.fromkeys(("figure", "indicator", "target", "at_least", "by", "responsible", "value", "low", "high"))
    if isinstance(goal, str):
        return {"goal": clear(goal), **nothing, "so_far": False, "values": [], "state": None}
    (at_least, target), last = aimed(goal), waves[-1]
    values = [_value(wave, goal) for wave in waves]
    told = last.missing.get(goal.get("figure", ""), {}) if values[-1].low is not None else {}
    hidden = values[-1].value is None or (values[-1].low is not None and told.get("low") is None)
    kept_back, late = hidden and last.analysis.audience != "office", _late(goal.get("by"), last.date)
    responsible = goal.get("responsible")
    return {
        "goal": clear(goal["goal"]),
        "figure": goal.get("figure"),
        "indicator": clear(goal["indicator"]) if "indicator" in goal else None,
        "target": target,
        "at_least": at_least,
        "by": goal.get("by"),
        "responsible": None if responsible is None else clear(responsible),
        "value": values[-1].value,
        "low": told.get("low"),
        "high": told.get("high"),
        "so_far": values[-1].so_far,
        "values": [one.value for one in values],
        "state": None if kept_back else state(values[-1], target, at_least, late=late),
    }


def state(value: Value, target: float, at_least: bool, *, late: bool) -> str:
    """How far a goal is.

    >>> state(Value(0.3), 0.25, True, late=False), state(Value(0.2), 0.25, True, late=False)
    ('met', 'on the way')
    >>> state(Value(0.2), 0.25, True, late=True), state(Value(0.2, 0.1, 0.3), 0.25, True, late=True)
    ('missed', 'open')
    """
    if value.value is None:
        return OPEN
    ends = [value.value, *(end for end in (value.low, value.high) if end is not None)]
    reached = {end >= target - TOLERANCE if at_least else end <= target + TOLERANCE for end in ends}
    if len(reached) > 1:
        return OPEN
    return MET if True in reached else MISSED if late else ON_THE_WAY


def _late(by: str | None, date: str) -> bool:
    """Whether the day by which a goal was to be reached has passed by the first day of the wave."""
    return by is not None and last_day(by) < first_day(date)


def _value(wave: Snapshot, goal: Mapping[str, str]) -> Value:
    if "indicator" in goal:
        return Value(indicator(wave, goal["indicator"]), so_far=_of_ties(wave, goal["indicator"]) and _gaps(wave))
    network, figure = wave.analysis.to_dict()["network"], goal["figure"]
    value = network.get(figure)
    if value is None or network.get("response_rate") == 1:
        return Value(value)
    return Value(value, *wave.spans.get(figure, ()))


def indicators(waves: Sequence[Snapshot], clear: Clear, *, named: bool = True) -> list[dict[str, Any]]:
    """A row for each indicator that any wave can tell: its name, and its value in each wave.

    Those to which people gave a name stay out where no text may leave (``named``).
    """
    own = dict.fromkeys(name for wave in waves for name in wave.landscape.meta.get("indicators") or {})
    rows = {name: [indicator(wave, name) for wave in waves] for name in (*INDICATORS, *(own if named else ()))}
    return [
        {"indicator": clear(name), "values": values}
        for name, values in rows.items()
        if any(value is not None for value in values)
    ]


def indicator(wave: Snapshot, name: str) -> float | None:
    """What is counted in a wave: the number that is given, else what the tables tell; None where nothing does.

    ``joint_projects``: ties of the kind joint project with a migrants' organization at an end, where the scheme knows
    both; ``events``: events of the table up to the wave's date; ``tandems``: tandems that were agreed. To the public
    no number of one or two that is counted from the tables; outside the office none that is counted from ties where so
    few answered that figures are withheld.
    """
    written = (wave.landscape.meta.get("indicators") or {}).get(name)
    counting = None if written is None else rule(written)
    if written is not None and counting is None:
        found = target_of(written)
        return None if found is None else found[1]
    counted = _counted(wave, name) if counting is None else _ties(wave, *counting)
    return None if counted is not None and wave.analysis.audience == "public" and small(counted) else counted


def _of_ties(wave: Snapshot, name: str) -> bool:
    """Whether an indicator is counted from the ties of a wave."""
    written = (wave.landscape.meta.get("indicators") or {}).get(name)
    return name == "joint_projects" if written is None else rule(written) is not None


def _gaps(wave: Snapshot) -> bool:
    """Whether there was a survey that not all have answered."""
    rate = wave.analysis.to_dict()["network"].get("response_rate")
    return rate is not None and rate < 1


def _counted(wave: Snapshot, name: str) -> int | None:
    landscape = wave.landscape
    if name == "joint_projects":
        known = JOINT_PROJECT in landscape.scheme.kinds and MIGRANTS in landscape.scheme.types
        return _ties(wave, JOINT_PROJECT, (MIGRANTS,)) if known else None
    if name == "events" and landscape.events is not None:
        rows = zip(landscape.events["event"], landscape.events["date"], strict=True)
        return len({(event, day) for event, day in rows if day is None or first_day(day) <= last_day(wave.date)})
    if name == "tandems" and landscape.tandems is not None:
        return len(agreed_once(landscape.tandems))
    return None


def _ties(wave: Snapshot, kind: str, types: Sequence[str]) -> int | None:
    """How many ties of a kind have an end of the type, or, with two types, one end of each; None where withheld."""
    if "withheld" in wave.analysis.to_dict():
        return None
    scheme = wave.landscape.scheme
    wanted, keys = scheme.kind_key(kind), [scheme.type_key(given) for given in types]
    own = wave.analysis.request.landscape.actors["type"]
    of = [set(own[row]) for row in wave.network.rows.tolist()]
    u, v, _ = wave.network.graph.ties()
    listed = zip(u.tolist(), v.tolist(), wave.network.kinds, strict=True)
    pairs = [*listed, *wave.network.others]
    return sum(wanted in kinds and _between(of[a], of[b], keys) for a, b, kinds in pairs)


def _between(one: set[str], other: set[str], keys: Sequence[str]) -> bool:
    if len(keys) == 1:
        return keys[0] in one or keys[0] in other
    a, b = keys
    return (a in one and b in other) or (b in one and a in other)
