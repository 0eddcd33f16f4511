"""Who sees what of the comparison with chance: no p outside the office, and no figure that is kept back elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

UNLIKELY = ("sd", "z", "p_lower", "p_upper", "p", "p_adjusted")
"""What says how unlikely a figure is by chance; z says it in other words, and is one division away from sd."""
LIKELY = 0.05
"""From this adjusted p on a figure is no more than chance lets expect."""
OWN = ("core_fit",)
"""Figures that stand in this part alone and tell nothing of types."""
OF_ANSWERS = ("not_yet_networked_share",)
"""Those that are worked out from who has answered."""
OF_TYPES = ("partner_heterogeneity", "cluster_heterogeneity")
"""Those that tell of types: they are kept back where the E-I index is."""


def chance_as_told(document: dict[str, Any]) -> dict[str, Any]:
    """The document, beside chance no figure that the network keeps back."""
    if "chance" not in document:
        return document
    network = document["network"]
    return document | {
        "chance": {
            model: {name: one for name, one in figures.items() if one is None or _told(name, one, network)}
            for model, figures in document["chance"].items()
        }
    }


def _told(name: str, one: dict[str, Any], network: dict[str, Any]) -> bool:
    """Whether the figure is told of the network, or is undefined there."""
    if name in OWN or one["observed"] is None:
        return True
    return network.get("ei_index" if name in OF_TYPES else name) is not None


def chance_for_others(document: dict[str, Any]) -> dict[str, Any]:
    """The same for those outside the office: what is expected and between which bounds, without p nor sd.

    In the place of p stands the verdict, see ``is_clear``: from the bounds by themselves one would see too much.

    Nothing is told of a figure that is counted among those who answered: whoever draws the same scenes anew from the
    seed, for all who may have answered, could find out who did.
    """
    if "chance" not in document:
        return document
    chance = {
        model: {
            name: None if one is None else _less(one) | {"clear": is_clear(one)}
            for name, one in figures.items()
            if name not in OF_ANSWERS
        }
        for model, figures in document["chance"].items()
    }
    return document | {"chance": chance}


def is_clear(one: Mapping[str, Any]) -> bool:
    """Whether a figure is beyond chance after adjustment for all figures of the model."""
    return one["p_adjusted"] is not None and one["p_adjusted"] < LIKELY


def _less(one: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in UNLIKELY}


def chance_withheld(document: dict[str, Any]) -> dict[str, Any]:
    """The same where too few have answered: nothing of it, nor how it was drawn, which tells the number of ties."""
    if "chance" not in document:
        return document
    settings = {key: value for key, value in document["settings"].items() if key != "chance"}
    return document | {"chance": {model: {} for model in document["chance"]}, "settings": settings}
