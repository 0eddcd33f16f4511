"""Whether a name that was written down earlier can still be that of an actor."""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.matching.pairing import Names
from actor_graph.matching.scores import compare
from actor_graph.scheme import Scheme
from actor_graph.words.fold import fold

_LEAST = 0.3
"""Names get corrected, shortened and completed; two actors mostly differ in a word that tells, and score 0."""


def can_be(then: str, now: str, scheme: Scheme, places: Sequence[str] = ()) -> bool:
    """Whether an actor that was called ``then`` may be called ``now``: the same when folded, or at all alike.

    >>> from actor_graph.scheme import default_scheme
    >>> scheme = default_scheme()
    >>> can_be("Weltladen e.V.", "Weltladen Lindenbach", scheme), can_be("Weltladen", "Polizei", scheme)
    (True, False)
    """
    if fold(then) == fold(now):
        return True
    names = Names((then, now), scheme, places)
    return compare(names.names[0], names.names[1], names.often).value >= _LEAST
