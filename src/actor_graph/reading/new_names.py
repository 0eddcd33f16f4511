"""The names that answers give actors, beside those of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.problems import Problems
from actor_graph.reading.decisions import NamesNow
from actor_graph.words.fold import fold


@dataclass(frozen=True, slots=True)
class NewName:
    """A name, the row of the actor that it is for, where it stands, and whether its column is one made by hand."""

    actor: int
    name: str
    place: Mapping[str, Any]
    by_hand: bool


def check_names(named: Sequence[NewName], landscape: Landscape, cleared: Landscape, problems: Problems) -> None:
    """Warn of each actor that gets the name which another has then.

    In a sheet by hand a name may as well be there to say whom the row is about: then one that another actor has now is
    an error, since the row may be about that one, and quite another name than before is warned of.
    """
    ids, now, known = cleared.actors["id"], landscape.actors["name"], NamesNow(landscape, False)
    names = dict(enumerate(now)) | {one.actor: one.name for one in named}
    for one in named:
        if one.name == now[one.actor]:
            continue
        taken = dict(enumerate(now)) if one.by_hand else names
        others = tuple(ids[row] for row in taken if row != one.actor and fold(taken[row]) == fold(one.name))
        if others and one.by_hand:
            problems.error("feedback.name_of_another", given=ids[one.actor], ids=others, **one.place)
        elif others:
            problems.warn("feedback.name_shared", ids=others, **one.place)
        elif one.by_hand and known.is_other(landscape.actors["id"][one.actor], one.name):
            problems.warn("feedback.renamed", given=ids[one.actor], **one.place)
