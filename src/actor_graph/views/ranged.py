"""Figures with what the missing answers could change: the range where one is known, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from actor_graph.words import Language, say

Form = Callable[[float], str]


def range_of(analysis: Mapping[str, Any], figure: str) -> tuple[float, float] | None:
    """The range of completions of a figure; None where none was asked for or can be given, or nothing is missing."""
    entry = (analysis.get("missing") or {}).get(figure) or {}
    low, high = entry.get("low"), entry.get("high")
    if low is None or high is None or (analysis.get("completions") or {}).get("why"):
        return None
    return low, high


def bare(analysis: Mapping[str, Any], figure: str) -> bool:
    """Whether a figure stands without a range beside others that have one, so that it is to be said what it lacks."""
    figures = analysis.get("missing") or {}
    return range_of(analysis, figure) is None and any(range_of(analysis, other) for other in figures)


def about(analysis: Mapping[str, Any], figure: str, language: Language, form: Form) -> str | None:
    """The range in words, “about 3.9 to 5.1”; once where both ends read alike; None where there is no range."""
    between = range_of(analysis, figure)
    if between is None:
        return None
    low, high = map(form, between)
    return say("missing.about_alike" if low == high else "missing.about", language, low=low, high=high)


def as_sentence(name: str, analysis: Mapping[str, Any], figure: str, language: Language, form: Form) -> list[str]:
    """The sentence of this name with the range in it, as a list of one; empty where there is no range."""
    said = about(analysis, figure, language, form)
    return [] if said is None else [say(f"missing.{name}", language, range=said)]
