"""Which names may be one actor, and how two entries become one. Nothing is ever united without a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actor_graph.matching.pair import Pair

if TYPE_CHECKING:
    from actor_graph.landscape import Landscape

__all__ = ["Pair", "pairs"]


def pairs(landscape: Landscape) -> list[Pair]:
    """Pairs of actors that may be one, the likeliest first; each is for a person to decide.

    Names are those of the landscape: natural persons stand under their own. Whoever shows a pair to somebody takes the
    names of ``privacy.leaving``. The words of ``why`` never hold a name, an address or a number.
    """
    from actor_graph.matching.pairing import likely

    return likely(landscape)
