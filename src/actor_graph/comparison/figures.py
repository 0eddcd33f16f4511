"""Which figures can be laid side by side: what follows the size of a scene, and what is a mean over pairs of actors."""

from __future__ import annotations

from collections.abc import Mapping

COUNTS = ("actors", "ties", "isolates", "unknown", "components", "diameter")
"""Whole numbers, which grow with the scene."""
FOLLOWS_SIZE = (
    *COUNTS, "density", "degree_centralization", "betweenness_centralization", "transitivity", "average_clustering",
    "average_path_length", "modularity", "top_dog_tie_share",
)  # fmt: skip
"""Figures that are another in random scenes of 40 and of 900 actors in which all have as many partners on average.

They are not comparable across sizes as they stand. Their excess over chance says what is beyond a scene of the same
size, and comes nearer to it; it may follow size, too (drawn scenes with circles: the excess of modularity over
``degrees`` is 0.04 with 40 actors and 0.12 with 600).
"""
SIZE_FREE = (
    "average_degree", "isolate_share", "not_yet_networked_share", "largest_component_share", "connectedness",
    "degree_gini", "assortativity", "ei_rescaled",
)  # fmt: skip
"""Figures that stay about the same there: what they say of a small scene they say of a large one."""
COMPOSED = ("ei_index",)
"""Figures that follow how many actors each type has, which the rescaled form takes out."""
SURVEYED = ("response_rate", "confirmed_share")
"""Shares of a survey, comparable, and no figures of the network."""

MODELS = ("size", "degrees")
"""The null models beside which a city is laid; see ``measures.nulls``."""
OVER_DYADS = ("density", "average_degree", "ei_index")
"""Means over pairs of actors: the only figures for which two cities get a standard error and a p.

``average_degree`` is (n − 1) · density. Beside them there are the mixing shares (``mixing:a|b``).
"""
MIXING = "mixing:"


def mixing_share(a: str, b: str) -> str:
    """The name of the share of typed ties between two types, or within one."""
    return f"{MIXING}{a}|{b}"


def is_over_dyads(name: str) -> bool:
    """Whether a figure is a mean over pairs of actors."""
    return name in OVER_DYADS or name.startswith(MIXING)


def about() -> Mapping[str, Mapping[str, bool]]:
    """For each figure of a scene whether it follows size, and whether it is a mean over pairs of actors."""
    names = dict.fromkeys((*FOLLOWS_SIZE, *SIZE_FREE, *COMPOSED, *SURVEYED))
    return {name: {"follows_size": name in FOLLOWS_SIZE, "over_dyads": name in OVER_DYADS} for name in names}
