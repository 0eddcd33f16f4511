"""What an edit would change, as JSON has it: figures before and after, and whose standing would be another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from actor_graph.advice.whatif.circles import WORKSHOP, circles
from actor_graph.advice.whatif.edits import Edits, Pair
from actor_graph.advice.whatif.workshop import without_marks
from actor_graph.analysis import Analysis
from actor_graph.words import say

SCHEMA = "actor-graph/whatif/1"
KEPT = ("status", "top_dog", "cluster")
"""What of an actor is compared, beside its number of ties."""


def document(before: Analysis, after: Analysis, edits: Edits) -> dict[str, Any]:
    """The comparison of two analyses of the office, of which the second is of what is only supposed.

    ``before`` and ``after`` have the figures of the whole (``network``, as in an analysis), the ids of the actors not
    yet networked, of the central ones, and the number of circles. ``changed`` are the actors of both whose status, mark
    or circle differs, in the order of the file, with what differs under ``changes``; ``gone`` the actors that were
    taken out. A circle differs only as ``whatif.circles`` has it; numbers of circles are those of the own state.
    ``compared`` says what of an actor is: after a workshop the status alone, since who is tied with all others invited
    is central, and in one circle with them, by what was supposed. Marks and circles after are None then, and
    ``withheld`` under ``after`` says why.
    """
    then, now = before.to_dict(), after.to_dict()
    meeting = edits.invited is not None
    names = names_of(before, edits)
    found = circles(
        {row["id"]: row["cluster"] for row in then["actors"]},
        {row["id"]: row["cluster"] for row in now["actors"]},
        _firm(before) & _firm(after),
        (then["network"]["cluster_stability"], now["network"]["cluster_stability"]),
        before.request.landscape.scheme.thresholds.stability,
        workshop=meeting,
    )
    kept = KEPT[:1] if meeting else KEPT
    now = _marks_untold(now, then) if meeting else now
    rows = {row["id"]: row for row in now["actors"]}
    compared = [(row, rows[row["id"]]) for row in then["actors"] if row["id"] in rows]
    changed = [row for one, other in compared if (row := _changed(one, other, kept, found.moved))["changes"]]
    language = before.request.language
    return {
        "schema": SCHEMA,
        "audience": then["audience"],
        "hypothetical": True,
        "note": f"{say('whatif.banner', language)} · {then['note']}",
        "settings": then["settings"],
        "landscape": then["landscape"],
        "supposed": _supposed(edits, names),
        "compared": list(kept),
        "before": _state(then),
        "after": _state(now) | ({"circles": None, "withheld": WORKSHOP} if meeting else {}),
        "changed": changed,
        "gone": [{key: row[key] for key in ("id", "name", "type")} for row in then["actors"] if row["id"] not in rows],
        "groups": _groups(then, now),
        "circles": found.to_dict(),
    }


def _firm(analysis: Analysis) -> set[str]:
    """The ids of those who are in the same circle however often it is searched."""
    ids = (row["id"] for row in analysis.to_dict()["actors"])
    return {id_ for id_, firm in zip(ids, analysis.firm_in_circle() or (), strict=True) if firm}


def names_of(before: Analysis, edits: Edits) -> dict[int, tuple[str, str]]:
    """Id and name, as they may leave, of each row of the landscape's actors but those who are taken for not there."""
    actors = before.request.landscape.actors
    rows = [row for row in range(len(actors) + len(edits.without)) if row not in edits.without]
    return dict(zip(rows, zip(actors["id"], actors["name"], strict=True), strict=True))


def _supposed(edits: Edits, names: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    def one(row: int) -> dict[str, str]:
        return {"id": names[row][0], "name": names[row][1]}

    def tie(pair: Pair) -> dict[str, Any]:
        return {"a": one(pair[0]), "b": one(pair[1])}

    invited = edits.invited
    return {
        "ties_added": [tie(pair) for pair in edits.added],
        "ties_known": [tie(pair) for pair in edits.known],
        "actors_removed": [one(row) for row in edits.removed_actors],
        "ties_removed": [tie(pair) for pair in edits.removed_ties],
        "workshop": None if invited is None else {"invited": [one(row) for row in invited]},
    }


def _marks_untold(after: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    told = without_marks(after, before)
    return told | {"actors": [row | {"cluster": None} for row in told["actors"]]}


def _state(told: Mapping[str, Any]) -> dict[str, Any]:
    central = told["top_dogs"]
    return {
        "network": told["network"],
        "not_yet_networked": told["not_yet_networked"]["actors"],
        "top_dogs": None if central is None else [top["id"] for top in central],
        "circles": len(told["clusters"]),
    }


def _changed(
    one: Mapping[str, Any], other: Mapping[str, Any], kept: Sequence[str], moved: Collection[str]
) -> dict[str, Any]:
    """What is known of an actor before and after, and what of that which is compared differs."""
    differs = {
        "status": one["status"] != other["status"],
        "top_dog": one["top_dog"] != other["top_dog"],
        "cluster": one["id"] in moved,
    }
    about = {key: one[key] for key in ("id", "name", "type", "mandate")}
    about["changes"] = [key for key in kept if differs[key]]
    return about | {key: {"before": one[key], "after": other[key]} for key in (*KEPT, "degree")}


def _groups(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The groups whose status differs; one that has lost its last actor has none any more."""
    after = {row["type"]: row["status"] for row in now["groups"]}
    return [
        {"type": row["type"], "before": row["status"], "after": after.get(row["type"])}
        for row in then["groups"]
        if row["status"] != after.get(row["type"])
    ]
