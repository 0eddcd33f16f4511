"""Null models: what a figure would be in random scenes that share this or that with the real one."""

from actor_graph.measures.nulls.against import MODELS, AgainstChance, Model, against_chance
from actor_graph.measures.nulls.degrees import Switching
from actor_graph.measures.nulls.figures import FIXED, NETWORK, OF_TYPES, Limits
from actor_graph.measures.nulls.summary import Compared

__all__ = [
    "FIXED", "MODELS", "NETWORK", "OF_TYPES", "AgainstChance", "Compared", "Limits", "Model", "Switching",
    "against_chance",
]  # fmt: skip
