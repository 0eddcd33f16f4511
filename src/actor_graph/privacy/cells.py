"""The mixing table and the circles without the numbers that tell of one or two.

A cell is *delicate* where it is one or two, or where what is left of it without the ties shown is: one or two ties, or
ties of one or two actors. No sum that is told may leave a single delicate cell open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.privacy.few import Kept, small

Cell = tuple[int, int]
OF_TYPES = ("blau", "iqv", "effective_types", "dominant_share")
OF_FEW = ("actors", "competences", "competences_of_one")
"""Figures of a circle that would tell how many, or what, one or two members more bring along."""


def told_mixing(mixing: dict[str, Any], tiny: set[str], hidden: set[str], kept: Kept) -> tuple[dict[str, Any], bool]:
    """The table without delicate cells and those that would give them back; does the E-I index still give one back?

    ``tiny`` are the groups of one or two, ``hidden`` those whose size is not told.
    """
    types, ties = mixing["types"], mixing["ties"]
    k = len(types)
    delicate = {(i, j) for i in range(k) for j in range(k) if small(ties[i][j]) or _left_of_few(types, kept, i, j)}
    out = delicate | {(i, j) for i in range(k) for j in range(k) if {types[i], types[j]} & tiny}
    out |= _third_cells(ties, out, delicate)
    grown = True
    while grown:
        more = {cell for i in range(k) for cell in _second_cell(ties, out, i)}
        grown = bool(more - out)
        out |= more | {(j, i) for i, j in more}
    told = [[None if (i, j) in out else ties[i][j] for j in range(k)] for i in range(k)]
    expected = [[None if {a, b} & hidden else mixing["expected"][i][j] for j, b in enumerate(types)]
                for i, a in enumerate(types)]  # fmt: skip
    return {**mixing, "ties": told, "expected": expected}, _given_back(ties, out, delicate)


def _left_of_few(types: Sequence[str], kept: Kept, i: int, j: int) -> bool:
    """Are the ties of a cell that are not shown one or two, or those of one or two actors?"""
    if not kept or not kept.ties[i][j]:
        return False
    return small(kept.ties[i][j]) or small(sum(kept.actors.get(kind, 0) for kind in {types[i], types[j]}))


def _second_cell(ties: Sequence[Sequence[int]], out: set[Cell], i: int) -> list[Cell]:
    """The cell of a row to leave out with its only suppressed one."""
    k = len(ties)
    suppressed = [j for j in range(k) if (i, j) in out]
    others = sorted((j for j in range(k) if (i, j) not in out), key=lambda j: (ties[i][j] == 0, ties[i][j]))
    return [(i, others[0])] if len(suppressed) == 1 and others else []


def _third_cells(ties: Sequence[Sequence[int]], out: set[Cell], delicate: set[Cell]) -> set[Cell]:
    """One larger cell within, one between, beside those left out there: the E-I index gives both sums."""
    found: set[Cell] = set()
    k = len(ties)
    for places in ([(i, i) for i in range(k)], [(i, j) for i in range(k) for j in range(i)]):
        others = sorted((ties[i][j], i, j) for i, j in places if (i, j) not in out and ties[i][j])
        if others and any(cell in delicate for cell in places):
            _, i, j = others[0]
            found |= {(i, j), (j, i)}
    return found


def _given_back(ties: Sequence[Sequence[int]], out: set[Cell], delicate: set[Cell]) -> bool:
    """Is a delicate cell alone left out, within or between? Then the E-I index would give it back."""
    left = [(i, j) for i, j in out if j <= i and ties[i][j]]
    sides = [[cell for cell in left if (cell[0] == cell[1]) is side] for side in (True, False)]
    return any(len(cells) == 1 and cells[0] in delicate for cells in sides)


def told_circles(
    circles: Sequence[dict[str, Any]], types: Mapping[str, str | None], kept: Kept
) -> list[dict[str, Any]]:
    """The circles without the numbers of few; ``types`` gives the type of each actor named, by id.

    The size of a circle in which one or two are not named is not told, nor is, beside a single such one, that of the
    circle in which most of the others are.
    """
    beyond = [row["actors"] - len(row["members"]) if kept else 0 for row in circles]
    hidden = {place for place, count in enumerate(beyond) if small(count)}
    if len(hidden) == 1:
        others = sorted((-beyond[place], place) for place in range(len(circles)) if place not in hidden)
        hidden |= {place for _, place in others[:1]}
    return [
        _circle(row, Counter(types.get(member) for member in row["members"]) if kept else None, place in hidden)
        for place, row in enumerate(circles)
    ]


def _circle(row: dict[str, Any], shown: Mapping[str | None, int] | None, hidden: bool) -> dict[str, Any]:
    """A circle without the types of which it has, or keeps back, one or two; what is left out adds up to three."""
    if small(row["actors"]):
        return {k: v if k == "cluster" else [] if k == "members" else None for k, v in row.items()}
    counts: dict[str, int] = row["types"]
    back = {kind: count - shown.get(kind, 0) for kind, count in counts.items()} if shown is not None else {}
    told = {kind: count for kind, count in counts.items() if not (small(count) or small(back.get(kind)))}
    while told and (
        _leaves_few(counts, told, row["actors"])
        or (back and _leaves_few(back, told, row["actors"] - sum((shown or {}).values())))
        or (hidden and len(told) == len(counts))
    ):
        told = dict(list(told.items())[:-1])
    left: dict[str, Any] = dict.fromkeys(OF_FEW) if hidden else {}
    if len(told) < len(counts):
        left |= {"types": told} | dict.fromkeys(OF_TYPES)
        left |= {} if row["dominant_type"] in told else {"dominant_type": None}
    return row | left


def _leaves_few(counts: Mapping[str, int], told: Mapping[str, int], size: int) -> bool:
    """Is it one or two that the types not told, or those without a type, add up to?"""
    typed = sum(counts.values())
    gone = typed - sum(counts[kind] for kind in told)
    return small(gone) or (gone == 0 and small(size - typed))
