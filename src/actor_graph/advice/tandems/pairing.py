"""The pairs with the greatest sum, each actor in one at most: exact, and the same on every machine.

Actors are positions in the input; of a pair only its worth is known, a whole number above 0. What makes a choice of
pairs better, in this order:

1. the greater sum; with a number of pairs asked for, first as many of them as there can be;
2. more pairs, so that more actors have a partner;
3. the order of the input: the first actor gets the earliest partner that a choice equal in all this still allows (none
   counts as last), then the second actor, and so on.

The third rule leaves one choice, so that nothing depends on a solver's habits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from actor_graph.advice.tandems.assignment import assigned
from actor_graph.advice.tandems.blossom import matched
from actor_graph.advice.tandems.worth import Pair, Worths


def best_pairs(worth: Worths, count: int | None = None) -> list[Pair]:
    """The best choice among pairs ``(i, j)``, ``i < j``, of positive worth, in the order of the input.

    With ``count`` exactly so many pairs, or as many as there can be. Where the pairs join two sides, as those of two
    types do, this is an assignment; where an odd circle of pairs is among them, as actors of both types can make one,
    a matching of a general graph (Edmonds 1965; Galil 1986).

    >>> best_pairs({(0, 1): 2, (1, 2): 5, (2, 3): 2})
    [(1, 2)]
    >>> best_pairs({(0, 1): 2, (1, 2): 5, (2, 3): 2}, count=2), best_pairs({(0, 3): 1, (1, 2): 1, (0, 2): 1, (1, 3): 1})
    ([(0, 1), (2, 3)], [(0, 2), (1, 3)])
    """
    if not worth or count == 0:
        return []
    actors = sorted({actor for pair in worth for actor in pair})
    place = {actor: i for i, actor in enumerate(actors)}
    ranked = {(place[i], place[j]): value for (i, j), value in _ranked(worth, count, len(actors)).items()}
    sides = two_sides(len(actors), list(ranked))
    chosen = matched(len(actors), ranked, count) if sides is None else assigned(sides, ranked, count)
    return sorted((actors[i], actors[j]) for i, j in chosen)


def _ranked(worth: Worths, count: int | None, actors: int) -> Worths:
    """One number for each pair, so that the greatest sum keeps the first two rules."""
    most = actors // 2
    if count is None:
        return {pair: value * (most + 1) + 1 for pair, value in worth.items()}
    above = most * max(worth.values()) + 1
    return {pair: above + value for pair, value in worth.items()}


def two_sides(n: int, pairs: Sequence[Pair]) -> list[int] | None:
    """The side, 0 or 1, of each of ``n`` actors, so that each pair joins both; None where no sides do that."""
    partners = defaultdict(list)
    for i, j in pairs:
        partners[i].append(j)
        partners[j].append(i)
    side: list[int] = [-1] * n
    for first in range(n):
        if side[first] >= 0:
            continue
        side[first], waiting = 0, [first]
        while waiting:
            actor = waiting.pop()
            for other in partners[actor]:
                if side[other] < 0:
                    side[other] = 1 - side[actor]
                    waiting.append(other)
                elif side[other] == side[actor]:
                    return None
    return side
