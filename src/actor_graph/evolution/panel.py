"""The fixed panel: the same actors in two waves, so that a wider survey does not pass as growth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from actor_graph.analysis.missing import missing_figures
from actor_graph.analysis.networks import network_figures
from actor_graph.analysis.scene import Scene
from actor_graph.evolution.changes import Changes
from actor_graph.evolution.snapshot import Snapshot
from actor_graph.measures.graph import Graph

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
        Those of them who answered in both: among them no answer is missing in either wave. Nobody where a survey is
        known of in one wave alone: who answered the other is not known, and nothing is to be judged by it.
    """

    changes: Changes
    asked: list[str]
    answered: list[str]

    def figures(self, which: int) -> dict[str, Any]:
        """The figures of those asked, and of the ties among them, before (0) or after (1); none where nobody was."""
        if not self.asked:
            return {}
        scene = replace(self._scene(which), draws=1)
        return {key: value for key, value in network_figures(scene).items() if key not in OF_CHANCE}

    def ranges(self, which: int) -> dict[str, tuple[float, float]]:
        """Between what missing answers leave these figures; empty where none is missing, or no survey is known."""
        wave, scene = self._waves[which], self._scene(which)
        if not wave.surveyed or wave.analysis.request.confirmed or scene.answered is None or scene.answered.all():
            return {}
        found = ((key, (row["low"], row["high"])) for key, row in missing_figures(scene)["missing"].items())
        return {key: ends for key, ends in found if np.isfinite(ends).all()}

    def graphs(self) -> tuple[Graph, Graph]:
        """The graphs of those asked, before and after."""
        return self._scene(0).graph, self._scene(1).graph

    @property
    def surveyed(self) -> bool:
        """Whether it is known of both waves who answered."""
        return all(wave.surveyed for wave in self._waves)

    @property
    def _waves(self) -> tuple[Snapshot, Snapshot]:
        return self.changes.before, self.changes.after

    def _scene(self, which: int) -> Scene:
        wave = self._waves[which]
        return wave.scene.keep(wave.among(self.asked))


def panel(changes: Changes) -> Panel:
    """The panel of two waves, in the order of the later one."""
    both = changes.before.asked & changes.after.asked
    alike = changes.before.surveyed == changes.after.surveyed
    answering = changes.before.answered & changes.after.answered if alike else frozenset[str]()
    asked = [id_ for id_ in changes.kept if id_ in both]
    return Panel(changes, asked, [id_ for id_ in asked if id_ in answering])
