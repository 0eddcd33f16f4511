"""A comparison in words: labels, numbers and notes, the same at the terminal, on the page and in the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.comparison.figures import COMPOSED, FOLLOWS_SIZE, MIXING, SIZE_FREE
from actor_graph.comparison.pairs import answers_known
from actor_graph.comparison.ranges import SHARE
from actor_graph.comparison.result import Comparison
from actor_graph.measures.comparing import LEVEL
from actor_graph.problems import Problems
from actor_graph.scheme import Scheme, load_scheme
from actor_graph.scheme.paths import shipped
from actor_graph.words import Language, catalog, say
from actor_graph.words.fold import fold
from actor_graph.words.numbers import UNDEFINED, number, percent
from actor_graph.words.visible import visible

City = Mapping[str, Any]
LOW_RESPONSE, NO_RESPONSE = 0.5, 0.3
"""As the shipped schemes have it; see ``thresholds``."""
NAMED = 6
"""So many cities are named whose types no scheme knows."""
LEAST_P = 0.001
RISING = ("ties", "density", "average_degree", "largest_component_share", "connectedness")
FALLING = ("isolates", "isolate_share", "components")
"""What no further tie can lower, or raise; see ``measures.bounds.MONOTONE``."""
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
        self.schemes = _schemes(self.told)
        self._labels = {one["type"]: one["labels"] for city in self.cities for one in city["types"]}
        self.office = self.told["audience"] == "office"
        known = [answers_known(city) for city in self.cities]
        self.mixed = any(known) and not all(known)
        """Whether cities without answers stand beside others that have some."""

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

    def tested(self, figure: str) -> str:
        """What a difference in the figure depends on besides, in words; else nothing."""
        return self.say("composed_tested") if figure in COMPOSED else self.mark(figure)

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
        """The share not yet networked with its range of completions; a dash where it is not told."""
        return self.with_range(city, SHARE, lambda x: percent(x, self.language))

    def partners(self, city: City) -> str:
        """The average number of partners with its range of completions."""
        return self.with_range(city, "average_degree", lambda x: number(x, self.language, 1))

    def together(self, city: City) -> str:
        """The share of the largest network with its range of completions."""
        return self.with_range(city, "largest_component_share", lambda x: percent(x, self.language))

    def with_range(self, city: City, figure: str, written: Callable[[float | None], str]) -> str:
        """A figure with the range of completions behind it, where answers are missing; marked where there are none."""
        value, span = self.named(city, figure), city["missing"].get(figure) or {}
        said = written(value)
        if value is None:
            return said
        if span.get("low") is None:
            side = self.bound(city, figure)
            return self.say(side, value=said) if side else self.marked(city, said)
        low, high = written(span["low"]), written(span["high"])
        if low == high == said:
            return said
        return self.say("with_range", share=said, low=low.rstrip("%\N{NO-BREAK SPACE}"), high=high)

    def named(self, city: City, figure: str) -> Any:
        """A figure as named; None where it is not told as it stands."""
        return None if figure == SHARE and not city["not_yet_networked"] else city["network"].get(figure)

    def response(self, city: City) -> str:
        """How many have answered; marked where nobody knows."""
        return self.marked(city, percent(city["response_rate"], self.language))

    def marked(self, city: City, said: str) -> str:
        """A text on a city, marked where others have answers and this one has none."""
        return self.say("without_answers_mark", value=said) if self.mixed and not answers_known(city) else said

    def bound(self, city: City, figure: str) -> str:
        """Whether missing answers leave a figure without a range ``at_least`` or ``at_most`` so large; else nothing."""
        rate, span = city["response_rate"], city["missing"].get(figure) or {}
        if rate is None or rate >= 1 or span.get("low") is not None or city.get("withheld"):
            return ""
        return "at_least" if figure in RISING else "at_most" if figure in FALLING else ""

    def beyond(self, city: City, model: str, figure: str) -> str:
        """What a figure has beyond chance, marked where it is clear."""
        told = (city["excess"].get(model) or {}).get(figure)
        if told is None:
            return UNDEFINED
        said = self.signed(figure, told["value"])
        return self.say("beyond_mark", value=said) if told["clear"] else said

    def on_differences(self) -> list[str]:
        """What is to be known of all differences."""
        office = ["interval_alone", "p_means"] if self.office else ["interval_together"]
        found = {row["ranges"] for row in self.told["pairs"]}
        ranged = ["ranges_mean"] if found & {"apart", "overlap"} else []
        ranged += ["ranges_turned_mean"] if "turned" in found else []
        return [self.say(key) for key in ("differences_mean", *office, *ranged, "density_elsewhere")]

    def on_similar(self) -> list[str]:
        """What is to be known of which cities are most alike."""
        return [self.say("similar_means"), *([] if self.office else [self.say("similar_others")])]

    def marks(self, figure: str) -> str:
        """Whether it follows size or composition, and what missing answers leave of it, in words."""
        sides = {side for city in self.cities if (side := self.bound(city, figure))}
        said = [self.say("bounded_mark", side=self.say(f"side_{side}")) for side in sides]
        return "; ".join([*([self.mark(figure)] if self.mark(figure) else []), *said])

    def at_all(self, asked: Mapping[str, Any] | None) -> str:
        """Whether the cities differ at all in a figure, for the office; nothing where two are asked alone."""
        if not asked or not self.office or asked["cities"] < 3:
            return ""
        said = {"q": number(asked["q"], self.language, 1), "df": asked["df"], "p": self.p(asked["p"])}
        which = "differ_at_all_surveyed" if self.mixed and not asked["as_named"] else "differ_at_all"
        return self.say(which, **said)

    @property
    def gaps(self) -> bool:
        """Whether answers are missing in a city that is laid beside chance."""
        return any(city["excess"] and (1 if city["response_rate"] is None else city["response_rate"]) < 1
                   for city in self.cities)  # fmt: skip

    def pairs_of(self, figure: str) -> list[Mapping[str, Any]]:
        """The differences of a figure, those that are clear first, in their order each."""
        return sorted((row for row in self.told["pairs"] if row["figure"] == figure), key=lambda row: not differs(row))

    def beside(self, row: Mapping[str, Any]) -> str:
        """What has to be known beside a difference: a city without answers, or whether the ranges overlap."""
        if self.mixed and row["as_named"]:
            return self.say("pair_as_named")
        return self.say(f"ranges_{row['ranges']}") if row["ranges"] else ""

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
        if self.mixed:
            names = [visible(city["name"]) for city in self.cities if not answers_known(city)]
            more = [self.say("more", n=len(names) - NAMED)] if len(names) > NAMED else []
            yield self.say("without_answers", cities="; ".join([*names[:NAMED], *more]))
        for city in self.cities:
            rate, name = city["response_rate"], visible(city["name"])
            if city.get("withheld"):
                yield self.say("withheld_city", city=name, least=percent(NO_RESPONSE, self.language))
            elif rate == 0:
                yield self.say("nobody_answered", city=name)
            elif rate is not None and rate < LOW_RESPONSE:
                key, said = "very_low_response" if rate < NO_RESPONSE else "low_response", percent(rate, self.language)
                yield self.say(key, city=name, rate=said, least=percent(NO_RESPONSE, self.language))
        silent = [city for city in self.cities if _partly(city)]
        if len(silent) == 1:
            rate = percent(silent[0]["response_rate"], self.language)
            yield self.say("so_far_city", city=visible(silent[0]["name"]), rate=rate)
        elif silent:
            rates = [city["response_rate"] for city in self.cities if city not in silent]
            few = any(rate is not None and rate < 1 for rate in rates)
            yield self.say("so_far_more" if few else "so_far", n=len(silent), of=len(self.cities))
        if silent and not self.office:
            yield self.say("outside_not_told")
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
        shown = [name for name in shown if name not in ("assortativity_p", "intensity")]
        return sorted(shown, key=lambda name: (name not in SIZE_FREE, shown.index(name)))


def _partly(city: City) -> bool:
    """Whether some have answered, and others not; for few answers there is a sentence of its own."""
    rate = city["response_rate"]
    return rate is not None and LOW_RESPONSE <= rate < 1 and not city.get("withheld")


def shortened_to(signs: int, name: str) -> str:
    """The name, cut after a whole word where there is one beyond the half.

    >>> shortened_to(16, "Migration and development"), shortened_to(16, "Donaudampfschifffahrt")
    ('Migration and…', 'Donaudampfschif…')
    """
    if len(name) <= signs:
        return name
    head, _, _ = name[:signs].rpartition(" ")
    return f"{head if 2 * len(head) >= signs else name[: signs - 1]}…"


def differs(row: Mapping[str, Any]) -> bool:
    """Whether two cities clearly differ: by the adjusted p, or else by the interval that agrees with it."""
    if "p_adjusted" in row:
        return row["p_adjusted"] is not None and row["p_adjusted"] < LEVEL
    return row["low"] is not None and row["low"] * row["high"] >= 0 and row["difference"] != 0


def _one(value: Any) -> bool:
    return not isinstance(value, dict)


def _schemes(told: Mapping[str, Any]) -> list[Scheme]:
    """The schemes of the cities, for the looks of types: the one asked for, or the shipped ones that they have."""
    asked = told["settings"]["scheme"]
    found = [city["landscape"]["scheme"] for city in told["cities"]]
    names = dict.fromkeys([asked] if asked else [name for name in found if fold(name) in shipped()])
    read = (load_scheme(name, base=None, problems=Problems(), free=True) for name in names)
    return [scheme for scheme in read if scheme is not None]
