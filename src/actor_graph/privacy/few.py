"""What counts as few, and what is kept back: the ties and circles that are not shown one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LEAST = 3


def small(count: int | None) -> bool:
    """Is this a count of one or two?"""
    return count is not None and 0 < count < LEAST


@dataclass(frozen=True)
class Kept:
    """What the figures of the whole hold beyond what is shown.

    ``ties`` are the ties between and within the groups that are not drawn, ``actors`` how many of each group keep
    their ties to themselves, ``intensity`` the ties not drawn by intensity. All empty where everything is shown.
    """

    ties: Sequence[Sequence[int]] = ()
    actors: Mapping[str, int] = field(default_factory=dict)
    intensity: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.ties)


NOTHING = Kept()
