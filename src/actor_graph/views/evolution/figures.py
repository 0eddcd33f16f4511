"""Figures over time in words, each with the range that missing answers leave; and what all parts of it say alike."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, log10
from typing import TYPE_CHECKING, Any

from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.comparison.figures import COUNTS
from actor_graph.evolution.judging import EXACT
from actor_graph.privacy.unanswered import DIGITS
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import UNDEFINED, day, number, percent
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
        self.audience, self.limits = self.told["audience"], made.waves[-1].scene.scheme.thresholds
        self.warnings = () if made.whole.pseudonyms is not None else made.warnings
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

    def between(self, change: Row) -> str:
        """Between which waves a change lies."""
        key = "change_course" if change is self.told.get("first_to_last") else "change"
        return self.say(key, **{end: self.day(change[end]) for end in ("from", "to")})

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
        value = wave["network"].get(key)
        if value is None and self.audience != "office":
            return self.say("not_told"), ""
        ends = [] if found is None else [self.end(key, end) for end in found]
        between = "" if not ends else self.say("range", low=ends[0], high=ends[1]) if len(set(ends)) > 1 else ends[0]
        return self.written(key, value), between or (self.say("as_named") if self.named(wave, key) else "")

    def named(self, wave: Row, key: str) -> bool:
        """Whether a figure is what was named while answers are missing that could change it."""
        network = wave["network"]
        some = network.get("response_rate") is not None and network["response_rate"] != 1
        return some and network.get(key) is not None and key not in (*EXACT, "confirmed_share")

    @property
    def course(self) -> Row:
        """The change from the first wave to the last."""
        found: Row = self.told.get("first_to_last") or self.told["changes"][0]
        return found

    @property
    def steps(self) -> list[Row]:
        """The changes that are told one by one: of three or more waves first that of the first and the last."""
        whole = self.told.get("first_to_last")
        return [*([whole] if whole and "actors" in whole else []), *self.told["changes"]]

    def mark(self, key: str) -> str:
        """How the ranges of the first and the last wave lie; nothing where they are not told."""
        found = (self.course.get("apart") or {}).get(key)
        return self.say(f"mark_{found['ranges']}") if found else ""

    def notes(self, *, first: bool = False, words: bool = True) -> list[str]:
        """What stands in a table of the figures, explained: of the ``first`` alone, with ``words`` for numbers."""
        keys = [key for key in self.figures() if key in FIRST or not first]
        cells = [self.value(wave, key) for wave in self.told["waves"] for key in keys]
        values, below = {value for value, _ in cells}, {second for _, second in cells}
        marks, ranged = ({self.mark(key) for key in keys if key not in out} for out in ((), EXACT))
        told = {
            "as_named_means": words and self.say("as_named") in below,
            "not_told_means": words and self.say("not_told") in values,
            "undefined_means": words and UNDEFINED in values,
            "mark_means": bool(marks - {""}),
            "mark_shows_not": self.ranged and bool(ranged & {self.say("mark_higher"), self.say("mark_lower")}),
        }
        return [self.say(key) for key, holds in told.items() if holds]

    def means(self, key: str) -> str:
        """What a figure is, in a sentence."""
        return say(f"tables.{key}_means", self.language) if f"{key}_means" in catalog("tables") else ""

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
            told = percent(value, self.language, 1)
        else:
            digits = 0 if isinstance(value, int) else 3 if key in FINE else 2
            told = number(value, self.language, digits)
        return told.replace("-", "−")

    def end(self, key: str, value: float) -> str:
        """An end of a range as it is written: to others than the office with the digits that they are told, no more."""
        if self.audience == "office" or not value:
            return self.written(key, round(value) if key in COUNTS else value)
        return number(value, self.language, max(0, DIGITS - 1 - floor(log10(abs(value))))).replace("-", "−")

    def tick(self, key: str, value: float) -> str:
        """A value on an axis; a count without digits where it is a whole number."""
        return self.written(key, round(value) if key in COUNTS and value == round(value) else value)
