"""Whether another list is worth as much, and whose place could go to somebody else at no loss."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.advice.invitation import Choice, Model, Others, others
from actor_graph.advice.invitation.choice import ALWAYS
from actor_graph.advice.invitation.exchange import Exchanges


@dataclass(frozen=True)
class Equals:
    """``places`` are those of the invited in whose place somebody else is worth as much, all others kept.

    ``exist`` says whether there is another list of equal value: such a place is a proof of it. Without one it is looked
    for where there are few actors, or where others were asked for; None where it is not known.
    """

    places: frozenset[int] = frozenset()
    exist: bool | None = None


def equals(model: Model, choice: Choice, found: Others | None) -> Equals:
    """What is known of the equals of a list; ``found`` are other lists, where they were looked for.

    Who has to be on the list has a place that can't be exchanged.

    >>> from actor_graph.advice.invitation import choose
    >>> model = Model((0, 1, 2), (1, 1), ((1,), (0,), ()))
    >>> equals(model, choose(model), None)
    Equals(places=frozenset({0}), exist=True)
    """
    exchanges = Exchanges(model)
    level, places = exchanges.worth(choice.invited), set()
    for leaving in choice.invited:
        worth, keeps = exchanges.after(choice.invited, leaving)
        if leaving not in model.include and bool(np.any(keeps & (worth == level))):
            places.add(leaving)
    if places:
        return Equals(frozenset(places), True)
    if found is None and model.n <= ALWAYS:
        found = others(model, choice, count=1)
    if found is None or (not found.lists and found.more):
        return Equals()
    return Equals(exist=bool(found.lists))
