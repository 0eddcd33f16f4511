"""A comparison in words: labels, numbers and notes, the same at the terminal, on the page and in the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.comparison.figures import COMPOSED, FOLLOWS_SIZE, MIXING, SIZE_FREE
from actor_graph.comparison.result import Comparison
from actor_graph.problems import Problems
from actor_graph.scheme import Scheme, load_scheme
from actor_graph.scheme.paths import shipped
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import UNDEFINED, number, percent
from actor_graph.words.visible import visible

City = Mapping[str, Any]
LOW_RESPONSE, NO_RESPONSE = 0.5, 0.3
"""As the shipped schemes have it; see ``thresholds``."""
NAMED = 6
"""So many cities are named whose types no scheme knows."""
LEAST_P = 0.001
HEADLINE = (
    "degree_centralization", "betweenness_centralization", "transitivity", "connectedness", "modularity", "ei_rescaled",
)  # fmt: skip
"""What is told first of what lies beyond chance."""


class Told:
    """The document of a comparison, and the words for it."""

    def __init__(self, made: Comparison, language: Language | None = None) -> None:
        self.told = made.to_dict()
        self.language: Language = language or made.language
        self.cities: Sequence[City] = self.told["cities"]
        self.scheme = _scheme(self.told)
        self._labels = {one["type"]: one["labels"] for city in self.cities for one in city["types"]}
        self.office = self.told["audience"] == "office"

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the comparison."""
        return say(f"comparison.{name}", self.language, **values)

    @property
    def title(self) -> str:
        """How many cities."""
        return self.say("title", n=len(self.cities))

    def label(self, figure: str) -> str:
        """The name of a figure."""
        if figure.startswith(MIXING):
            a, b = (visible(self.kind(one)) for one in figure.removeprefix(MIXING).split("|", 1))
            return self.say("mixing_within", a=a) if a == b else self.say("mixing", a=a, b=b)
        name = f"network_{figure}" if f"network_{figure}" in catalog("tables") else figure
        return say(f"tables.{name}", self.language)

    def meaning(self, figure: str) -> str:
        """What a figure means; nothing where there are no words for it."""
        known = [name for name in (f"network_{figure}_means", f"{figure}_means") if name in catalog("tables")]
        return say(f"tables.{known[0]}", self.language) if known else ""

    def kind(self, key: str) -> str:
        """The label of a type."""
        return str(self._labels[key][self.language]) if key in self._labels else key

    def mark(self, figure: str) -> str:
        """Whether it follows size or composition, in words; else nothing."""
        return (
            self.say("follows_size") if figure in FOLLOWS_SIZE else self.say("composed") if figure in COMPOSED else ""
        )

    def value(self, figure: str, value: Any) -> str:
        """A figure as it is written."""
        if isinstance(value, bool) or value is None:
            return UNDEFINED
        if figure in SHARES or figure.startswith(MIXING):
            return percent(value, self.language, 1)
        if isinstance(value, int):
            return number(value, self.language)
        return number(value, self.language, 3 if figure in FINE else 2)

    def signed(self, figure: str, value: float | None) -> str:
        """A difference with its sign; of shares in percentage points, without their name."""
        if value is None:
            return UNDEFINED
        if figure in SHARES or figure.startswith(MIXING):
            told = number(abs(100 * value), self.language, 1)
        else:
            told = number(abs(float(value)), self.language, 3 if figure in FINE else 2)
        return f"{'−' if value < 0 else '+'}{told}"

    def with_unit(self, figure: str, value: float | None) -> str:
        """A difference with its sign; of shares with the name of the unit."""
        said = self.signed(figure, value)
        return self.say("points", value=said) if figure in SHARES or figure.startswith(MIXING) else said

    def p(self, p: float | None) -> str:
        """A probability with three digits; nothing where there is none."""
        if p is None:
            return ""
        small = p < LEAST_P
        return self.say("p_small" if small else "p_adjusted", p=number(LEAST_P if small else p, self.language, 3))

    def outside(self, city: City) -> str:
        """The share not yet networked with its range of completions."""
        return self.with_range(city, "not_yet_networked_share", lambda x: percent(x, self.language))

    def partners(self, city: City) -> str:
        """The average number of partners with its range of completions."""
        return self.with_range(city, "average_degree", lambda x: number(x, self.language, 1))

    def together(self, city: City) -> str:
        """The share of the largest network with its range of completions."""
        return self.with_range(city, "largest_component_share", lambda x: percent(x, self.language))

    def with_range(self, city: City, figure: str, written: Callable[[float | None], str]) -> str:
        """A figure with the range of completions behind it, where answers are missing."""
        said, span = written(city["network"].get(figure)), city["missing"].get(figure) or {}
        if span.get("low") is None:
            return said
        low, high = written(span["low"]), written(span["high"])
        if low == high == said:
            return said
        return self.say("with_range", share=said, low=low.rstrip("%\N{NO-BREAK SPACE}"), high=high)

    def beyond(self, city: City, model: str, figure: str) -> str:
        """What a figure has beyond chance, marked where it lies outside of the band."""
        told = (city["excess"].get(model) or {}).get(figure)
        if told is None:
            return UNDEFINED
        said = self.signed(figure, told["value"])
        return said if is_within(told) else self.say("beyond_mark", value=said)

    @property
    def ranged(self) -> bool:
        """Whether missing answers could change anything that is told, so that a range stands somewhere."""
        return any(
            span.get("low") is not None and not span["low"] == span["high"] == city["network"].get(figure)
            for city in self.cities
            for figure, span in city["missing"].items()
        )

    def notes(self) -> Iterator[str]:
        """What should be known of single cities and of their types."""
        for city in self.cities:
            rate, name = city["response_rate"], visible(city["name"])
            if city.get("withheld"):
                yield self.say("withheld_city", city=name, least=percent(NO_RESPONSE, self.language))
            elif rate == 0:
                yield self.say("nobody_answered", city=name)
            elif rate is not None and rate < LOW_RESPONSE:
                yield self.say("low_response", city=name, rate=percent(rate, self.language))
        silent = [city for city in self.cities if _partly(city)]
        if len(silent) == 1:
            rate = percent(silent[0]["response_rate"], self.language)
            yield self.say("so_far_city", city=visible(silent[0]["name"]), rate=rate)
        elif silent:
            yield self.say("so_far", n=len(silent), of=len(self.cities))
        lacking = [
            self.say("unmapped_city", city=visible(city["name"]), types=", ".join(map(visible, city["unmapped"])))
            for city in self.cities
            if city["unmapped"]
        ]
        if lacking and len(self.cities) > 1:
            more = [self.say("more", n=len(lacking) - NAMED)] if len(lacking) > NAMED else []
            yield self.say("unmapped", cities="; ".join([*lacking[:NAMED], *more]))

    def figures(self) -> list[str]:
        """The figures of the cities, those that do not follow size first."""
        names = dict.fromkeys(name for city in self.cities for name, value in city["network"].items() if _one(value))
        shown = [name for name in names if not name.startswith("ei_") or name in ("ei_index", "ei_rescaled")]
        shown = [name for name in shown if name != "assortativity_p"]
        return sorted(shown, key=lambda name: (name not in SIZE_FREE, shown.index(name)))


def _partly(city: City) -> bool:
    """Whether some have answered, and others not; for few answers there is a sentence of its own."""
    rate = city["response_rate"]
    return rate is not None and LOW_RESPONSE <= rate < 1 and not city.get("withheld")


def is_within(beyond: Mapping[str, Any]) -> bool:
    """Whether an excess lies in the band that chance alone fills."""
    return bool(beyond["low"] - 1e-9 <= beyond["value"] <= beyond["high"] + 1e-9)


def _one(value: Any) -> bool:
    return not isinstance(value, dict)


def _scheme(told: Mapping[str, Any]) -> Scheme | None:
    """The scheme of all cities, for the looks of types: the one asked for, or a shipped one that all have."""
    named = {told["settings"]["scheme"] or city["landscape"]["scheme"] for city in told["cities"]}
    name = named.pop() if len(named) == 1 else None
    if name is None or (told["settings"]["scheme"] is None and name not in shipped()):
        return None
    return load_scheme(name, base=None, problems=Problems(), free=True)
