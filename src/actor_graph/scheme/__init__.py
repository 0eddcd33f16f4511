"""Schemes: the kinds of organization and of tie, the scale of intensity, thresholds and formats of one subject."""

from __future__ import annotations

from actor_graph.scheme.formats import Bound, FormatSpec, ParitySpec, RuleSpec
from actor_graph.scheme.loading import default_scheme, load_scheme
from actor_graph.scheme.parts import SHAPES, IntensitySpec, KindSpec, RoleSpec, Thresholds, TypeSpec
from actor_graph.scheme.scheme import Scheme
from actor_graph.words.fold import fold

__all__ = [
    "SHAPES",
    "Bound",
    "FormatSpec",
    "IntensitySpec",
    "KindSpec",
    "ParitySpec",
    "RoleSpec",
    "RuleSpec",
    "Scheme",
    "Thresholds",
    "TypeSpec",
    "default_scheme",
    "fold",
    "load_scheme",
]
