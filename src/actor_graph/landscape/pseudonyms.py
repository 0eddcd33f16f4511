"""Who stands under which stand-in where a landscape is to leave without any name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from actor_graph.problems import Problem


class Entry(NamedTuple):
    """One row of a key: an actor's id and name, and the id that stands for it in outputs (``actor-012``).

    Of an actor that was forgotten the stand-in alone is left, so that nobody else gets its number.
    """

    id: str
    name: str
    stand_in: str

    @property
    def forgotten(self) -> bool:
        """Whether nobody knows any more whose number it was."""
        return not (self.id or self.name)


@dataclass(frozen=True)
class Pseudonyms:
    """The key of a pseudonymized landscape.

    ``entries`` are all rows of the key: those of the landscape's actors, and those of actors of earlier waves, whose
    numbers are given to nobody else. ``known`` are those that were read from a key file. ``by_id`` gives the stand-in
    of each actor of the landscape. ``notes`` say what should be known of the key file.
    """

    entries: tuple[Entry, ...] = ()
    known: tuple[Entry, ...] = ()
    by_id: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()
