"""What the missing answers of a city could change, as far as the audience may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.analysis.document import plain
from actor_graph.analysis.missing import missing_figures
from actor_graph.analysis.scene import Scene
from actor_graph.privacy.unanswered import as_told, for_others

SHARE = "not_yet_networked_share"


def missing_of(scene: Scene, told: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """For each figure its bounds and the range of completions, see ``analysis.missing``; nothing without a survey."""
    return missing_as_told(plain(missing_figures(scene)), told)


def missing_as_told(figures: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What of ``missing_figures`` the audience of an analysis may see beside what is ``told`` it."""
    found = as_told({"network": told["network"], **figures})
    if told["audience"] != "office":
        found = for_others(found, told["network"]["response_rate"])
    missing: dict[str, dict[str, Any]] = found["missing"]
    return missing


def outside_of(told: Mapping[str, Any], missing: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | None:
    """The share of those not yet networked with its range; None where the share is not told.

    To others than the office it is not told where answers are missing: it is a share of those of whom something is
    known, so that without its range it bounds to neither side what it would be if all had answered.
    """
    network, span = told["network"], missing.get(SHARE) or {}
    rate = network["response_rate"]
    if network.get(SHARE) is None or (told["audience"] != "office" and rate is not None and rate < 1):
        return None
    return {"share": network[SHARE], **{end: span.get(end) for end in ("none", "all", "low", "high") if end in span}}
