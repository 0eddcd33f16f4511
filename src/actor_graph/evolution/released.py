"""What of an evolution an audience may have: keys it must not see are absent, small numbers are null."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from actor_graph.evolution.snapshot import Snapshot
from actor_graph.privacy.few import small

OFFICE_ONLY = (
    "status", "came_in", "fell_out", "moved_perhaps", "jaccard", "jaccard_high", "ties_unknown",
    "ties_ended_with_gone", "origins", "panel",
)  # fmt: skip
"""Of a change: whose standing is another, and what tells who was not asked or has not answered.

All of the panel is among them: beside the ties by name one could try out from figures of a part of the actors who they
are, and rounding them does not keep one from it.
"""
GROUPS = {
    "actors": ("new", "gone", "kept"),
    "ties": ("first_named", "kept", "not_named"),
    "strength": ("grown", "shrunk"),
}
OF_COURSE = ("from", "to", "withheld", "apart")
"""Of the change from the first wave to the last: its counts and those of the steps would together tell of the few."""
FINDINGS = ("portrait_divergence", "actors", "ties", "jaccard_low", "strength", "listed")


def released(document: dict[str, Any], waves: Sequence[Snapshot], shown: Mapping[str, str]) -> dict[str, Any]:
    """The document as its audience may have it; ``shown`` has the ids in it by those of the sheet.

    The office has all. Outside it nobody's standing is told, nor why somebody is gone, nor who answered: so ties that
    are new and those of which it is not known are told as ``first_named``, those that ended and those of which it is
    not known as ``not_named``; and nothing is of the panel. Tandems and who is responsible for a goal are left out.
    Where a wave has no finding for want of answers (``withheld``), neither has a change from or to it. The public
    besides is told of those alone who may be named in all waves that have them, of ties that both ends let be shown
    there, and of a change no count of one or two, none of which one or two are left beside those listed, and none that
    would give it back. Figures of a wave are those that ``analyze`` tells of it.
    """
    if document["audience"] == "office":
        return document
    empty = {wave["date"] for wave in document["waves"] if "withheld" in wave}
    told = dict(document)
    told.pop("tandems", None)
    told["changes"] = [_told(change, empty) for change in document["changes"]]
    if "first_to_last" in document:
        told["first_to_last"] = _told(document["first_to_last"], empty)
    told["actors"] = [row | {"waves": [_there(state) for state in row["waves"]]} for row in document["actors"]]
    told["goals"] = [
        {key: value for key, value in goal.items() if key != "responsible"} for goal in document.get("goals", ())
    ]
    return _public(told, waves, shown) if document["audience"] == "public" else told


def _there(state: str) -> str:
    """Whether an actor was included, and no more."""
    return "included" if state in ("answered", "no answer", "included") else "absent"


def _told(change: Mapping[str, Any], empty: Collection[str]) -> dict[str, Any]:
    return _withheld(change) if {change["from"], change["to"]} & set(empty) else _outside(change)


def _withheld(change: Mapping[str, Any]) -> dict[str, Any]:
    told = {"from": change["from"], "to": change["to"], "withheld": "response"}
    return told | dict.fromkeys(FINDINGS)


def _outside(change: Mapping[str, Any]) -> dict[str, Any]:
    told = {key: value for key, value in change.items() if key not in OFFICE_ONLY}
    told["ties"] = _named(change["ties"], change["ties_unknown"])
    listed = dict(change["listed"])
    listed["ties_not_named"] = listed.pop("ties_ended") + listed.pop("ties_unknown_after")
    listed["ties_first_named"] = listed.pop("ties_new") + listed.pop("ties_unknown_before")
    listed["actors_gone"] = [{"id": row["id"]} for row in listed["actors_gone"]]
    return told | {"listed": listed}


def _named(ties: Mapping[str, int], unknown: Mapping[str, int]) -> dict[str, int]:
    return {
        "first_named": ties["new"] + unknown["before"],
        "kept": ties["kept"],
        "not_named": ties["ended"] + unknown["after"],
    }


def _public(told: dict[str, Any], waves: Sequence[Snapshot], shown: Mapping[str, str]) -> dict[str, Any]:
    named, open_ends = ({shown[id_] for id_ in _in_all(waves, which)} for which in ("listed", "open_ends"))
    changes = [
        change if "withheld" in change else _few(change | {"listed": _listed(change["listed"], named, open_ends)})
        for change in told["changes"]
    ]
    if "first_to_last" in told:
        whole = told["first_to_last"]
        told = told | {"first_to_last": {key: whole[key] for key in OF_COURSE if key in whole}}
    return told | {
        "actors": [row for row in told["actors"] if row["id"] in named],
        "changes": changes,
    }


def _in_all(waves: Sequence[Snapshot], which: str) -> set[str]:
    """The ids of those who may be named, or whose ties may be shown, in all waves that include them."""
    found, hidden = set[str](), set[str]()
    for wave in waves:
        allowed = {wave.ids[place] for place in getattr(wave.analysis.seen.shown, which)}
        found |= allowed
        hidden |= set(wave.ids) - allowed
    return found - hidden


def _few(change: Mapping[str, Any]) -> dict[str, Any]:
    """The change without groups of counts in which one is of one or two, since the others would give it back.

    So is one of which all but one or two are listed: these are of the few who keep their ties, or names, to themselves.
    """
    told = dict(change)
    for key, group in GROUPS.items():
        counts = told[key]
        if any(small(counts[name]) or small(_unlisted(change["listed"], key, name, counts[name])) for name in group):
            told[key] = counts | dict.fromkeys(group)
    if told["ties"]["kept"] is None:
        told["jaccard_low"] = None
    return told


def _unlisted(listed: Mapping[str, Any], key: str, name: str, count: int) -> int:
    """How many of a count are not listed; 0 where no list is of it."""
    rows = listed.get(f"{'ties' if key == 'strength' else key}_{name}")
    return 0 if rows is None else count - len(rows)


def _listed(listed: Mapping[str, Any], named: set[str], open_ends: set[str]) -> dict[str, Any]:
    told = {key: [tie for tie in rows if open_ends >= set(tie)] for key, rows in listed.items() if key[:5] == "ties_"}
    told["actors_new"] = [id_ for id_ in listed["actors_new"] if id_ in named]
    told["actors_gone"] = [row for row in listed["actors_gone"] if row["id"] in named]
    return told
