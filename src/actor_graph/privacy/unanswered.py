"""Who sees what of the missing answers: never who has answered, nor what would tell it of one or two."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from actor_graph.privacy.few import small

RANGED = ("average_degree", "density")
"""Figures whose range others are told. Both say how many ties there may be. From the ranges of further figures, and the
seed, one could try out who has not answered: thirteen of them fitted one choice of 2,691."""
OF_EXTREMES = ("none", "all", "bounds", "undefined")
"""With none and all of the missing ties: all less none tells how many ties those have who have not answered."""
DIGITS = 2
"""So many digits of a range are told to others."""


def as_told(document: dict[str, Any]) -> dict[str, Any]:
    """The document, in what the missing answers could change no figure that the network keeps back."""
    if "missing" not in document:
        return document
    network, missing = document["network"], document["missing"]
    out = {key for key, entry in missing.items() if entry["observed"] is not None and network.get(key) is None}
    told = document | {"missing": _less(missing, out)}
    if robustness := told.get("robustness"):
        told["robustness"] = {
            what: [row | {"figures": _less(row["figures"], out)} for row in rows] if isinstance(rows, list) else rows
            for what, rows in robustness.items()
        }
    return told


def for_others(document: dict[str, Any], rate: float | None) -> dict[str, Any]:
    """The same for those outside the office: the range of two figures with two digits, of the others nothing.

    There is no range where only one or two have not answered: from it their ties, and so who they are, could be worked
    out.
    """
    if "missing" not in document:
        return document
    network, missing = document["network"], document["missing"]
    silent = 0 if rate is None else round((1 - rate) * (network.get("actors") or 0))
    kept = {key: entry for key, entry in missing.items() if key in RANGED}
    ends = {
        key: {end: None if small(silent) else _read(entry[end]) for end in ("low", "high")}
        for key, entry in kept.items()
    }
    made = document["completions"]
    return document | {
        "missing": {key: _less(entry, OF_EXTREMES) | ends[key] for key, entry in kept.items()},
        "completions": {"draws": made["draws"], "why": "few" if small(silent) else made["why"]},
    }


def withheld(document: dict[str, Any]) -> dict[str, Any]:
    """The same where too few have answered: nothing of it."""
    if "missing" not in document:
        return document
    return document | {"missing": {}, "completions": {"draws": 0, "why": "withheld"}}


def _read(end: float | None) -> float | None:
    return None if end is None else float(f"{end:.{DIGITS}g}")


def _less(entries: dict[str, Any], out: Collection[str]) -> dict[str, Any]:
    return {key: entry for key, entry in entries.items() if key not in out}
