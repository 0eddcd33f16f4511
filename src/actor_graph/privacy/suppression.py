"""Small numbers: nothing is told about fewer than three, nor anything that would give such a number back.

A count of one or two is null. Where exactly one part of a told total would be null, the smallest other part is, too.
Sizes of groups are such parts: of the whole, and, for the public, also of the named and the unnamed actors of a type.
What is not shown one by one (``Kept``) is such a part, too: who takes what is shown from what is told must not be left
with the ties or the circle of one or two who keep theirs to themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actor_graph.privacy.cells import told_circles, told_mixing
from actor_graph.privacy.few import NOTHING, Kept, small

OF_SIZE = ("actors", "networked_share", "average_degree", "internal_density", "external_density")
"""Figures of a group from which, with its ties, its size can be worked out."""
OF_TIES = ("internal_ties", "external_ties", "internal_density", "external_density", "ei_index", "average_degree")
"""Figures of a group from which its ties can be worked out."""
OF_MIXING = ("ei_index", "ei_rescaled", "assortativity")
"""Figures of the network from which the ties within and between groups can be worked out."""
ABOUT = ("untyped", "excluded", "ties_excluded", "ties_out_of_date", "self_ties", "checked")


def suppress(document: dict[str, Any], kept: Kept = NOTHING) -> dict[str, Any]:
    """The document without figures of groups, circles and cells of one or two, nor of one or two who keep their ties.

    Where few of a type are not named (``others``), the size of that group can't be told either, since the named ones
    can be counted.
    """
    told = dict(document)
    sizes: dict[str, int] = {row["type"]: row["actors"] for row in document["groups"]}
    tiny = {kind for kind, size in sizes.items() if small(size)}
    hidden = sizes_hidden(sizes, document.get("others", ()), document["landscape"]["untyped"])
    told["mixing"], given_back = told_mixing(document["mixing"], tiny, hidden, kept)
    partly = {kind for kind, row in zip(told["mixing"]["types"], told["mixing"]["ties"], strict=True) if None in row}
    told["groups"] = [
        _group(row, row["type"] in tiny, row["type"] in hidden, row["type"] in partly) for row in document["groups"]
    ]
    types = {row["id"]: row["type"] for row in document.get("actors", ())}
    told["clusters"] = told_circles(document["clusters"], types, kept)
    told["landscape"] = {k: None if k in ABOUT and small(v) else v for k, v in document["landscape"].items()}
    if len(hidden) == 1 or small({row["type"]: row["actors"] for row in document.get("others", ())}.get(None)):
        told["landscape"]["untyped"] = None
    told["network"] = _intensity(document["network"], kept)
    if given_back:
        told["network"] |= dict.fromkeys(OF_MIXING)
    if "others" in document:
        told["others"] = told_others(document["others"], hidden)
    return told


def sizes_hidden(sizes: Mapping[str, int], others: Iterable[Mapping[str, Any]], untyped: int) -> set[str]:
    """The types of which is not told how many actors they have: of all (``sizes``), or beside those named (``others``).

    They are the types of one or two, in all or not named, and a second type where the only one could be worked out from
    all there are, or from all that are not named: the smallest that has unnamed ones.
    """
    unnamed = {row["type"]: row["actors"] for row in others}
    few = {kind for kind, size in sizes.items() if small(size) or small(unnamed.get(kind))}
    alone = len(few) + (small(untyped) or small(unnamed.get(None))) == 1
    second = sorted((not unnamed.get(kind), size, kind) for kind, size in sizes.items() if kind not in few)
    return few | {second[0][2]} if alone and second else few


def told_others(others: Iterable[dict[str, Any]], hidden: set[str]) -> list[dict[str, Any]]:
    """How many of each type there are beside those named, null where that is not told, there or not."""
    rows = list(others)
    absent = [{"type": kind, "actors": 0} for kind in sorted(hidden - {row["type"] for row in rows})] if rows else []
    return [
        row | {"actors": None if row["type"] in hidden or small(row["actors"]) else row["actors"]}
        for row in sorted([*rows, *absent], key=lambda row: (row["type"] is not None, row["type"] or ""))
    ]


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


def _intensity(network: dict[str, Any], kept: Kept) -> dict[str, Any]:
    """The numbers of ties by intensity, without those of one or two, in all or among those not shown."""
    counts = network.get("intensity") or {}
    out = {word for word, count in counts.items() if small(count) or small(kept.intensity.get(word))}
    if len(out) == 1:
        out |= set(_smallest(counts, out))
    return network | {"intensity": {word: None if word in out else count for word, count in counts.items()}}


def _smallest(counts: Mapping[str, int], out: Iterable[str]) -> list[str]:
    others = sorted((count, word) for word, count in counts.items() if word not in out and count)
    return [others[0][1]] if others else []
