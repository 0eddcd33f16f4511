"""The fixed panel: the same actors in two waves, so that a wider survey does not pass as growth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from actor_graph.analysis.networks import network_figures
from actor_graph.comparison.changes import Changes
from actor_graph.comparison.snapshot import Snapshot

OF_CHANCE = (
    "assortativity_p", "ei_low", "ei_high", "ei_p_lower", "ei_p_upper", "ei_p", "intensity", "cluster_stability",
)  # fmt: skip
"""What is not worked out for the panel: beside chance, and beside other searches for circles, stands the whole."""


@dataclass(frozen=True, eq=False)
class Panel:
    """The actors of two waves that can be compared.

    Attributes
    ----------
    asked
        Included and asked in both waves; where no survey is known of, all included ones were asked.
    answered
        Those of them who answered in both: among them no answer is missing in either wave.
    """

    changes: Changes
    asked: list[str]
    answered: list[str]

    @property
    def figures(self) -> dict[str, tuple[Any, Any]]:
        """The figures of those asked, and of the ties among them, before and after."""
        then, now = (_figures(wave, self.asked) for wave in (self.changes.before, self.changes.after))
        return {key: (then[key], now[key]) for key in then}


def panel(changes: Changes) -> Panel:
    """The panel of two waves, in the order of the later one."""
    both = changes.before.asked & changes.after.asked
    answering = changes.before.answered & changes.after.answered
    asked = [id_ for id_ in changes.kept if id_ in both]
    return Panel(changes, asked, [id_ for id_ in asked if id_ in answering])


def _figures(wave: Snapshot, members: list[str]) -> dict[str, Any]:
    scene = replace(wave.scene.keep(wave.among(members)), draws=1)
    return {key: value for key, value in network_figures(scene).items() if key not in OF_CHANCE}
