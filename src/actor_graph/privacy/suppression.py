"""Small numbers: nothing is told about fewer than three, nor anything that would give such a number back.

A count of one or two is null. Where exactly one part of a told total would be null, the smallest other part is, too.
Sizes of groups are such parts: of the whole, and, for the public, also of the named and the unnamed actors of a type.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

LEAST = 3
OF_SIZE = ("actors", "networked_share", "average_degree", "internal_density", "external_density")
"""Figures of a group from which, with its ties, its size can be worked out."""
OF_TIES = ("internal_ties", "external_ties", "internal_density", "external_density", "ei_index", "average_degree")
"""Figures of a group from which its ties can be worked out."""
OF_MIXING = ("ei_index", "ei_rescaled", "assortativity")
"""Figures of the network from which the ties within and between groups can be worked out."""
ABOUT = ("untyped", "excluded", "ties_excluded", "ties_out_of_date", "self_ties")


def small(count: int | None) -> bool:
    """Is this a count of one or two?"""
    return count is not None and 0 < count < LEAST


def suppress(document: dict[str, Any]) -> dict[str, Any]:
    """The document without figures of groups, circles and cells of one or two.

    Where few of a type are not named (``others``), the size of that group can't be told either, since the named ones
    can be counted.
    """
    told = dict(document)
    sizes: dict[str, int] = {row["type"]: row["actors"] for row in document["groups"]}
    tiny = {kind for kind, size in sizes.items() if small(size)}
    hidden = tiny | {row["type"] for row in document.get("others", ()) if small(row["actors"]) and row["type"] in sizes}
    hidden = _with_second(hidden, sizes, document["landscape"]["untyped"])
    told["mixing"] = _mixing(document["mixing"], tiny, hidden)
    partly = {kind for kind, row in zip(told["mixing"]["types"], told["mixing"]["ties"], strict=True) if None in row}
    told["groups"] = [
        _group(row, row["type"] in tiny, row["type"] in hidden, row["type"] in partly) for row in document["groups"]
    ]
    told["clusters"] = [_circle(row) for row in document["clusters"]]
    told["landscape"] = {k: None if k in ABOUT and small(v) else v for k, v in document["landscape"].items()}
    if len(hidden) == 1:
        told["landscape"]["untyped"] = None
    told["network"] = _intensity(document["network"])
    if _given_back(document["mixing"]["ties"], told["mixing"]["ties"]):
        told["network"] |= dict.fromkeys(OF_MIXING)
    if "others" in document:
        told["others"] = [
            row | {"actors": None if row["type"] in hidden or small(row["actors"]) else row["actors"]}
            for row in document["others"]
        ]
    return told


def _with_second(hidden: set[str], sizes: Mapping[str, int], untyped: int) -> set[str]:
    """The groups to hide, with the smallest other where the sum of all would give the only one back."""
    others = sorted((size, kind) for kind, size in sizes.items() if kind not in hidden)
    alone = len(hidden) + small(untyped) == 1
    return hidden | {others[0][1]} if alone and others else hidden


def _group(row: dict[str, Any], tiny: bool, hidden: bool, partly: bool) -> dict[str, Any]:
    """A group's figures; ``partly``: a cell of its row of the mixing table is not told, so its sums can't be either."""
    if tiny:
        return {k: v if k == "type" else [] if k == "contact_points" else None for k, v in row.items()}
    out = set(OF_SIZE) if hidden else set()
    if partly or small(row["internal_ties"]) or small(row["external_ties"]):
        out |= set(OF_TIES)
    if row.get("networked_share") is not None and _small_share(row["networked_share"], row["actors"]):
        out.add("networked_share")
    return {key: None if key in out else value for key, value in row.items()}


def _small_share(share: float, actors: int) -> bool:
    """Would the share give back a number of one or two, of those in it or of those not?"""
    return small(round(share * actors)) or small(round((1 - share) * actors))


def _mixing(mixing: dict[str, Any], tiny: set[str], hidden: set[str]) -> dict[str, Any]:
    types, ties = mixing["types"], mixing["ties"]
    k = len(types)
    out = {(i, j) for i in range(k) for j in range(k) if {types[i], types[j]} & tiny or small(ties[i][j])}
    out |= _third_cells(ties, out, k)
    grown = True
    while grown:
        more = {cell for i in range(k) for cell in _second_cell(ties, out, i, k)}
        grown = bool(more - out)
        out |= more | {(j, i) for i, j in more}
    told = [[None if (i, j) in out else ties[i][j] for j in range(k)] for i in range(k)]
    expected = [[None if {a, b} & hidden else mixing["expected"][i][j] for j, b in enumerate(types)]
                for i, a in enumerate(types)]  # fmt: skip
    return {**mixing, "ties": told, "expected": expected}


def _second_cell(ties: list[list[int]], out: set[tuple[int, int]], i: int, k: int) -> list[tuple[int, int]]:
    """The cell of a row to leave out with its only suppressed one."""
    suppressed = [j for j in range(k) if (i, j) in out]
    others = sorted((j for j in range(k) if (i, j) not in out), key=lambda j: (ties[i][j] == 0, ties[i][j]))
    return [(i, others[0])] if len(suppressed) == 1 and others else []


def _third_cells(ties: list[list[int]], out: set[tuple[int, int]], k: int) -> set[tuple[int, int]]:
    """One larger cell within, one between, beside those left out there: the E-I index gives both sums."""
    found: set[tuple[int, int]] = set()
    for places in ([(i, i) for i in range(k)], [(i, j) for i in range(k) for j in range(i)]):
        others = sorted((ties[i][j], i, j) for i, j in places if (i, j) not in out and ties[i][j])
        if others and any(small(ties[i][j]) for i, j in places if (i, j) in out):
            _, i, j = others[0]
            found |= {(i, j), (j, i)}
    return found


def _given_back(ties: list[list[int]], told: list[list[int | None]]) -> bool:
    """Is one small cell alone left out, within or between? Then the E-I index would give it back."""
    left = [(i == j, ties[i][j]) for i, row in enumerate(told) for j in range(i + 1) if row[j] is None and ties[i][j]]
    alone = [[count for within, count in left if within is side] for side in (True, False)]
    return any(len(counts) == 1 and small(counts[0]) for counts in alone)


def _circle(row: dict[str, Any]) -> dict[str, Any]:
    """A circle without the types of which it has one or two members; what is left out adds up to three at least."""
    if small(row["actors"]):
        return {k: v if k == "cluster" else [] if k == "members" else None for k, v in row.items()}
    told = {name: count for name, count in row["types"].items() if not small(count)}
    gone = sum(row["types"].values()) - sum(told.values())
    if small(gone) or (gone == 0 and small(row["actors"] - sum(told.values()))):
        told = dict(list(told.items())[:-1])
    if len(told) == len(row["types"]):
        return row
    left = {"types": told} | dict.fromkeys(("blau", "iqv", "effective_types", "dominant_share"))
    return row | left | ({} if row["dominant_type"] in told else {"dominant_type": None})


def _intensity(network: dict[str, Any]) -> dict[str, Any]:
    """The numbers of ties by intensity, without those of one or two."""
    counts = network.get("intensity") or {}
    out = {word for word, count in counts.items() if small(count)}
    if len(out) == 1:
        out |= set(_smallest(counts, out))
    return network | {"intensity": {word: None if word in out else count for word, count in counts.items()}}


def _smallest(counts: Mapping[str, int], out: Iterable[str]) -> list[str]:
    others = sorted((count, word) for word, count in counts.items() if word not in out and count)
    return [others[0][1]] if others else []
