"""Two kinds of ties side by side, at the terminal: how often both, beside chance, and with the rest held equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.analysis.beside_chance import ENOUGH
from actor_graph.analysis.relating import SAME
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, sentence, text
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, number, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis.qap import Qap
    from actor_graph.landscape import Landscape

FINDING, LEAST_TOLD = 0.05, 0.001


def print_qap(made: Qap, landscape: Landscape, language: Language, out: TextIO | None = None) -> None:
    """Print the comparison in plain words. Kinds are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    for line in _lines(_Told(made.to_dict(), landscape, language)):
        console.print(line, end="")


class _Told:
    """The document with its terms as people call them."""

    def __init__(self, told: dict[str, Any], landscape: Landscape, language: Language) -> None:
        self.told, self.language, self._landscape = told, language, landscape
        self.x, self.y = self.name(told["x"]), self.name(told["y"])
        self.least = landscape.scheme.thresholds.response_none

    def say(self, key: str, **values: Any) -> str:
        return say(f"qap.{key}", self.language, **values)

    def name(self, term: str) -> str:
        if term.startswith(SAME):
            return self.say("same", column=self.column(term))
        if term == "all":
            return self.say("all_kinds")
        return visible(self._landscape.scheme.kind_label(term, self.language))

    def column(self, term: str) -> str:
        key = term.removeprefix(SAME)
        return visible(self._landscape.actors.headings.get(key, key))

    @property
    def drawn(self) -> dict[str, str]:
        """How many draws there were, and the p from which on nothing is found."""
        return {"draws": self.whole(self.told["draws"]), "border": number(FINDING, self.language, 2)}

    def whole(self, value: float) -> str:
        return number(value, self.language)

    def p(self, value: float | None) -> str:
        below = value is not None and value < LEAST_TOLD
        return f"< {number(LEAST_TOLD, self.language, 3)}" if below else number(value, self.language, 3)

    def p_said(self, value: float) -> str:
        return self.say("p_below" if value < LEAST_TOLD else "p", p=self.p(value).removeprefix("< "))


def _lines(told: _Told) -> Iterator[Any]:
    about, language = told.told["landscape"], told.language
    as_of = [say("analysis.as_of", language, date=day(about["date"], language))] if about["date"] else []
    head = [told.say("title", x=told.x, y=told.y), visible(about["name"]), *as_of]
    yield Lines(text(" · ".join(head), "bold"), indent=0)
    note = [say("analysis.banner_office", language), say("analysis.as_named", language)]
    yield Lines(text(". ".join(note), "dim"), indent=0)
    yield Lines(text(""), indent=0)
    if (rate := told.told["response_rate"]) is not None and rate < told.least:
        yield sentence(told.say("few_answers", least=percent(told.least, language)))
        yield Lines(text(""), indent=0)
    yield from _correlation(told)
    if "coefficients" in told.told:
        yield Lines(text("\n" + told.say("held_equal", y=told.y), "bold"), indent=0)
        yield from _regression(told)
    yield Lines(text(""), indent=0)
    if unanswered := told.told["dyads_unanswered"]:
        yield indented(told.say("unanswered", n=unanswered, number=told.whole(unanswered)))
    yield indented(told.say("no_cause"))


def _correlation(told: _Told) -> Iterator[Any]:
    found, dyads = told.told, told.told["dyads"]
    if found["p"] is None:
        for term, ties in dict.fromkeys([(told.x, found["ties_x"]), (told.y, found["ties_y"])]):
            if ties in (0, dyads):
                yield indented(told.say("constant_all" if ties else "constant_none", term=term))
        return
    common = told.say(
        "common",
        n=found["common"],
        dyads=told.whole(dyads),
        expected=number(found["common_expected"], told.language, 1),
        r=number(found["r"], told.language, 2),
    )
    if told.told["x"] == told.told["y"]:
        yield indented(f"{common} {told.say('one_and_the_same')}")
        return
    if "all" in (told.told["x"], told.told["y"]):
        part = told.y if told.told["x"] == "all" else told.x
        yield indented(f"{common} {told.say('by_construction', part=part, whole=told.name('all'))}")
        return
    key = "as_chance" if found["p"] >= FINDING else "more" if found["p_upper"] < found["p_lower"] else "less"
    yield sentence(f"{common} {told.say(key, p=told.p_said(found['p']))}")
    if found["draws"] < ENOUGH:
        yield indented(told.say("few_draws", enough=ENOUGH, **told.drawn))
    elif _is_near(found["p"] / 2, found["draws"], FINDING / 2):
        yield indented(told.say("near_border", **told.drawn))
    yield indented(told.say("method", n=found["draws"], number=told.whole(found["draws"]), x=told.x))


def _is_near(p: float | None, draws: int, border: float = FINDING) -> bool:
    """Whether p is within two standard errors of drawing from the border; a tail of two has half of both."""
    return p is not None and abs(p - border) < 2 * sqrt(p * (1 - p) / draws)


def _regression(told: _Told) -> Iterator[Any]:
    found = told.told
    heads = [told.say(f"head_{key}") for key in ("term", "b", "t", "p")]
    yield table(heads, [[told.name(row["term"]), *_figures(told, row)] for row in found["coefficients"]])
    if found["r_squared"] is not None:
        undefined = (told.name(row["term"]) for row in found["coefficients"] if row["b"] is None)
        yield from (indented(told.say("undefined", term=term)) for term in dict.fromkeys(undefined))
    if any(row["b"] is not None and row["p"] is None for row in found["coefficients"]):
        yield indented(told.say("explained", y=told.y))
    if found["r_squared"] is not None:
        yield indented(told.say("regression", y=told.y, share=percent(found["r_squared"], told.language)))
    else:
        yield indented(told.say("nothing", y=told.y))
    if near := [told.name(row["term"]) for row in found["coefficients"] if _is_near(row["p"], found["draws"])]:
        quoted = ", ".join(say("problems.quoted", told.language, value=name) for name in dict.fromkeys(near))
        yield indented(told.say("near_border_terms", terms=quoted, **told.drawn))
    without = [
        told.say("no_entry", n=left, number=told.whole(left), column=told.column(term))
        for term, left in found["left_out"].items()
        if left
    ]
    if without:
        dyads = {"dyads": told.whole(found["coefficients_dyads"]), "all": told.whole(found["dyads"])}
        yield indented(" ".join([*without, told.say("left_out", **dyads)]))


def _figures(told: _Told, row: Mapping[str, Any]) -> list[str]:
    return [*(number(row[key], told.language, 3) for key in ("b", "t")), told.p(row["p"])]
