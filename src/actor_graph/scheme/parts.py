"""What a scheme consists of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actor_graph.words import Language

SHAPES = ("circle", "triangle", "square", "diamond", "triangleDown", "hexagon", "star", "cross", "pill")
"""The shapes that a map can draw."""
APPROACHES = ("letter", "call", "visit")
"""The ways in which an invitation is brought."""
ROLES = ("host", "door-opener", "multiplier", "presenter", "participant")
"""The parts that are worked out from the network; patron, signatory and moderation are never among them."""


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """A kind of organization. Without color or shape the page assigns one.

    ``approach`` says how its actors are invited (one of ``APPROACHES``) where the kind asks for a way of its own.
    """

    labels: Mapping[Language, str] = field(default_factory=dict)
    color: str | None = None
    dark: str | None = None
    shape: str | None = None
    aliases: tuple[str, ...] = ()
    approach: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """What somebody who is invited is asked to do there, in the words of letters and lists."""

    labels: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindSpec:
    """A kind of tie; ties of a kind that does not count are drawn thin and listed, but make no network."""

    labels: Mapping[Language, str] = field(default_factory=dict)
    counts: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntensitySpec:
    """A step of the scale for how firm a tie is, with its weight (above 0)."""

    weight: float
    labels: Mapping[Language, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers at which a word changes; what each means stands in ``configs/default.yaml``."""

    homogeneous: float = 0.75
    heterogeneous: float = 0.5
    typed_members: int = 3
    typed_share: float = 0.5
    networked_share: float = 0.10
    networked_min: int = 3
    group_networked: float = 0.5
    top_dog_p: float = 0.05
    min_tied: int = 5
    fence: float = 1.5
    named_min: int = 5
    named_share: float = 0.05
    stability: float = 0.8
    response_low: float = 0.5
    response_none: float = 0.3
    dealings: int = 2000
    trials_max: int = 200
    stale_months: int = 24
