"""Who sees what: the one place that decides which findings leave for which audience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from actor_graph.privacy.beside_chance import chance_as_told, chance_for_others, chance_withheld
from actor_graph.privacy.few import small
from actor_graph.privacy.unanswered import as_told, for_others, withheld

Audience = Literal["office", "participants", "public"]
AUDIENCES: tuple[Audience, ...] = ("office", "participants", "public")

OFFICE_ONLY: Mapping[str, tuple[str, ...]] = {
    "": ("top_dogs", "not_yet_networked", "without_top_dogs", "robustness", "core"),
    "network": ("top_dog_tie_share", "confirmed_share", "assortativity_p", "ei_p_lower", "ei_p_upper", "ei_p"),
    "actors": (
        "status",
        "status_certain",
        "status_possible",
        "top_dog",
        "mandate",
        "degree_p",
        "named_by",
        "survey",
        "reason",
        "wish",
    ),
    "groups": ("status", "networked_share", "held_together_by"),
    "clusters": ("p_homogeneous", "p_heterogeneous", "p_homogeneous_adjusted", "p_heterogeneous_adjusted", "strongest"),
}
"""What is for the office alone: marks of status, dominance and mandate, survey status and reasons, reporters, p values.

``networked_share`` is among them, since it is taken over the members of known status and so tells whose is not known.
"""
OF_STATUS = ("unknown", "not_yet_networked_share")
"""Figures of the network that tell, beside the number of isolates, how many of these have answered."""


def for_audience(document: dict[str, Any], audience: Audience, *, rate: float | None, least: float) -> dict[str, Any]:
    """The document as the audience may have it: keys it must not see are absent.

    Outside the office, where fewer than ``least`` of the actors answered, figures are null and lists of findings
    empty, and ``withheld`` says why.
    """
    document = chance_as_told(as_told(document))
    if audience == "office":
        return document
    told = {key: value for key, value in document.items() if key not in OFFICE_ONLY[""]}
    for part, hidden in OFFICE_ONLY.items():
        if part and part in told:
            told[part] = _without(told[part], hidden)
    told["network"] = _status_of_few(told["network"])
    told = chance_for_others(chance_as_told(for_others(as_told(told), rate)))
    if rate is not None and rate < least:
        told = _withheld(told)
    return told


def _without(part: Any, hidden: tuple[str, ...]) -> Any:
    if isinstance(part, list):
        return [_without(row, hidden) for row in part]
    return {key: value for key, value in part.items() if key not in hidden}


def _status_of_few(network: dict[str, Any]) -> dict[str, Any]:
    """Leave out how many have not answered where it would tell this of one or two of those without a tie."""
    isolates, unknown = network.get("isolates"), network.get("unknown")
    if unknown is None or isolates is None or not (small(unknown) or (unknown and small(isolates - unknown))):
        return network
    return network | dict.fromkeys(OF_STATUS)


def _withheld(document: dict[str, Any]) -> dict[str, Any]:
    told = chance_withheld(withheld(document)) | {"withheld": "response"}
    told["network"] = _null(document["network"], ("actors", "response_rate", "unknown"))
    told["landscape"] = document["landscape"] | dict.fromkeys(ROWS_OF_TIES)
    told["actors"] = [_null(row, _released(row)) for row in document["actors"]]
    told["groups"] = [_null(row, ("type", "actors")) for row in document["groups"]]
    types = document["mixing"]["types"]
    nothing = [[None] * len(types) for _ in types]
    told["mixing"] = {"types": types, "ties": nothing, "expected": nothing}
    told["clusters"] = []
    return told


ROWS_OF_TIES = ("ties", "ties_excluded", "ties_out_of_date", "ties_not_counted", "self_ties", "ties_without_weight")
"""How many rows of ties there are, of each sort: of all, less those that don't count, nearly each is a tie."""
FIGURES_OF_ACTORS = (
    "degree", "normalized_degree", "strength", "betweenness", "harmonic", "core", "constraint", "cluster",
    "partner_heterogeneity", "brokerage", "bridges_clusters",
)  # fmt: skip


def _released(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(key for key in row if key not in FIGURES_OF_ACTORS)


def _null(row: Mapping[str, Any], kept: tuple[str, ...]) -> dict[str, Any]:
    return {key: value if key in kept else [] if key == "contact_points" else None for key, value in row.items()}
