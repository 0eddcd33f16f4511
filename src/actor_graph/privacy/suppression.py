"""Small numbers: nothing is told about fewer than three, nor about a second cell that would give the first one back."""

from __future__ import annotations

from typing import Any

LEAST = 3


def suppress(document: dict[str, Any]) -> dict[str, Any]:
    """The document with all figures of groups, circles and cells of one or two set to null.

    Where exactly one group (or one cell of a row) would be null, the smallest of the others is null too, since the
    total would give the first one back.
    """
    told = dict(document)
    groups = document["groups"]
    hidden = _hidden_groups(groups, document["landscape"]["untyped"])
    told["groups"] = [_group(row, row["type"] in hidden) for row in groups]
    told["mixing"] = _mixing(document["mixing"], hidden)
    told["clusters"] = [_circle(row) for row in document["clusters"]]
    return told


def small(count: int | None) -> bool:
    """Is this a count of one or two?"""
    return count is not None and 0 < count < LEAST


def _hidden_groups(groups: list[dict[str, Any]], untyped: int) -> set[str]:
    hidden = {row["type"] for row in groups if small(row["actors"])}
    others = sorted((row for row in groups if row["type"] not in hidden), key=lambda row: row["actors"])
    if len(hidden) + small(untyped) == 1 and others:
        hidden.add(others[0]["type"])
    return hidden


def _group(row: dict[str, Any], hidden: bool) -> dict[str, Any]:
    if hidden:
        return {k: v if k == "type" else [] if k == "contact_points" else None for k, v in row.items()}
    if small(row["internal_ties"]) or small(row["external_ties"]):
        told = ("internal_ties", "external_ties", "internal_density", "external_density", "ei_index", "average_degree")
        return {k: None if k in told else v for k, v in row.items()}
    return row


def _mixing(mixing: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
    types, ties = mixing["types"], [list(row) for row in mixing["ties"]]
    k = len(types)
    out = {(i, j) for i in range(k) for j in range(k) if {types[i], types[j]} & hidden or small(ties[i][j])}
    grown = True
    while grown:
        more = {cell for i in range(k) for cell in _second(ties, out, i, k)}
        grown = bool(more - out)
        out |= more | {(j, i) for i, j in more}
    told = [[None if (i, j) in out else ties[i][j] for j in range(k)] for i in range(k)]
    expected = [
        [None if {types[i], types[j]} & hidden else mixing["expected"][i][j] for j in range(k)] for i in range(k)
    ]
    return {**mixing, "ties": told, "expected": expected}


def _second(ties: list[list[int]], out: set[tuple[int, int]], i: int, k: int) -> list[tuple[int, int]]:
    """The cell of a row to leave out with its only suppressed one."""
    suppressed = [j for j in range(k) if (i, j) in out]
    others = sorted((j for j in range(k) if (i, j) not in out), key=lambda j: (ties[i][j] == 0, ties[i][j]))
    return [(i, others[0])] if len(suppressed) == 1 and others else []


def _circle(row: dict[str, Any]) -> dict[str, Any]:
    if small(row["actors"]):
        return {k: v if k == "cluster" else [] if k == "members" else None for k, v in row.items()}
    types = row["types"] or {}
    hidden = {name for name, count in types.items() if small(count)}
    others = sorted((name for name in types if name not in hidden), key=lambda name: types[name])
    if len(hidden) == 1 and others:
        hidden.add(others[0])
    told = {**row, "types": {name: None if name in hidden else count for name, count in types.items()}}
    if hidden:
        told |= dict.fromkeys(("blau", "iqv", "effective_types"))
    if row["dominant_type"] in hidden:
        told |= {"dominant_type": None, "dominant_share": None}
    return told
