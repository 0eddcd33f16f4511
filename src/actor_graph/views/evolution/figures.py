"""Figures over time in words, each with the range that missing answers leave; and what all parts of it say alike."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, log10
from typing import TYPE_CHECKING, Any

from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.comparison.figures import COUNTS
from actor_graph.privacy.unanswered import DIGITS
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import day, number, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.evolution.trace import Evolution

FIRST = (
    "actors", "response_rate", "ties", "average_degree", "density", "not_yet_networked_share", "isolates",
    "largest_component_share", "degree_centralization", "transitivity", "ei_index",
)  # fmt: skip
"""The figures that are told before all others; at the terminal the only ones."""
NOT_TOLD = (
    "intensity", "assortativity_p", "ei_low", "ei_high", "ei_p_lower", "ei_p_upper", "ei_p", "ei_min", "ei_max",
    "ei_expected",
)  # fmt: skip
"""What stands beside chance, and is no figure over time."""
Row = Mapping[str, Any]


class Figures:
    """The words for one evolution. Texts can be shown as they are: nothing in them steers or turns what is read."""

    def __init__(self, made: Evolution, language: Language) -> None:
        self.told, self.language = made.to_dict(), language
        self.audience = self.told["audience"]
        self.names = {row["id"]: visible(row["name"]) for row in self.told["actors"]}

    def say(self, name: str, /, **values: object) -> str:
        """A sentence about years."""
        return say(f"evolution.{name}", self.language, **values)

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.say("title", name=visible(self.told["landscape"]["name"]))

    def lines(self) -> list[str]:
        """Of when it is and for whom: what every form says first."""
        waves = self.told["waves"]
        between = self.say("between", first=self.day(waves[0]), last=self.day(waves[-1]), n=len(waves))
        about = [self.say(f"for_{self.audience}"), say("analysis.as_named", self.language)]
        about += [say("privacy.not_anonymous", self.language)] if self.told.get("pseudonymized") else []
        return [between, " · ".join(about)]

    def day(self, wave: Row | str) -> str:
        """The day of a wave."""
        return day(wave if isinstance(wave, str) else wave["date"], self.language)

    def figures(self) -> list[str]:
        """The figures that any wave tells, those first that are told before all others."""
        known = dict.fromkeys(key for wave in self.told["waves"] for key in wave["network"])
        kept = [key for key in known if key not in NOT_TOLD]
        return [*(key for key in FIRST if key in known), *(key for key in kept if key not in FIRST)]

    def label(self, key: str) -> str:
        """The name of a figure."""
        name = f"network_{key}" if f"network_{key}" in catalog("tables") else key
        return say(f"tables.{name}", self.language)

    def value(self, wave: Row, key: str) -> tuple[str, str]:
        """A figure of a wave, and its range where answers are missing."""
        found = self.range(wave, key)
        ends = [] if found is None else [self.end(key, end) for end in found]
        between = self.say("range", low=ends[0], high=ends[1]) if ends else ""
        return self.written(key, wave["network"].get(key)), between

    def range(self, wave: Row, key: str) -> tuple[float, float] | None:
        """Between what the missing answers leave a figure; None where nothing is missing, or it is not told."""
        found = wave["missing"].get(key)
        if found is None or found["low"] is None or found["high"] is None or wave["network"].get(key) is None:
            return None
        rate = wave["network"].get("response_rate")
        return None if rate == 1 else (found["low"], found["high"])

    @property
    def ranged(self) -> bool:
        """Whether any figure has a range."""
        return any(self.range(wave, key) for wave in self.told["waves"] for key in wave["network"])

    def written(self, key: str, value: Any) -> str:
        """A figure as it is written."""
        if key in SHARES:
            return percent(value, self.language, 1)
        if isinstance(value, int):
            return number(value, self.language)
        return number(value, self.language, 3 if key in FINE else 2)

    def end(self, key: str, value: float) -> str:
        """An end of a range as it is written: to others than the office with the digits that they are told, no more."""
        if self.audience == "office" or not value:
            return self.written(key, round(value) if key in COUNTS else value)
        return number(value, self.language, max(0, DIGITS - 1 - floor(log10(abs(value)))))

    def tick(self, key: str, value: float) -> str:
        """A value on an axis; a count without digits where it is a whole number."""
        return self.written(key, round(value) if key in COUNTS and value == round(value) else value)
