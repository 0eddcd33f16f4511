"""Schemes: the kinds of organization and of tie, the scale of intensity, thresholds and formats of one subject."""

from __future__ import annotations

from actor_graph.scheme.loading import default_scheme, load_scheme
from actor_graph.scheme.parts import SHAPES, FormatSpec, IntensitySpec, KindSpec, Thresholds, TypeSpec
from actor_graph.scheme.scheme import Scheme
from actor_graph.words.fold import fold

__all__ = [
    "SHAPES",
    "FormatSpec",
    "IntensitySpec",
    "KindSpec",
    "Scheme",
    "Thresholds",
    "TypeSpec",
    "default_scheme",
    "fold",
    "load_scheme",
]
