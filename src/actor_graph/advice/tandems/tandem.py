"""Two actors who could carry a project together, and what speaks for them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from actor_graph.advice.tandems.scene import Actor
from actor_graph.advice.tandems.score import Parts


@dataclass(frozen=True, slots=True)
class Tandem:
    """A pair: its points by part, a sentence for each part that has some, what else to know, who can introduce them."""

    a: Actor
    b: Actor
    parts: Parts
    reasons: dict[str, str]
    notes: tuple[str, ...]
    introduced_by: tuple[Actor, ...]

    def partner_of(self, actor: Actor) -> Actor:
        """The other one of the two."""
        return self.b if actor.place == self.a.place else self.a


Suggested = tuple[tuple[Actor, tuple[Tandem, ...]], ...]
"""For each actor its best partners, the best first."""


def plain(points: Fraction) -> int | float:
    """Points as JSON has them."""
    return points.numerator if points.denominator == 1 else float(points)
