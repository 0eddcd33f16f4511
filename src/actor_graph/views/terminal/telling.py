"""An analysis ready to be told: names by id, numbers and labels in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from actor_graph.words import Language, say
from actor_graph.words.numbers import number, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis

NAMES_SHOWN = 12
LEAST_P = 0.001


class Telling:
    """The document of an analysis and the words for it."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        self.told: dict[str, Any] = analysis.to_dict()
        self.language = language
        self.scheme = analysis.request.landscape.scheme
        self._analysis = analysis

    @property
    def office(self) -> bool:
        """Whether the report stays in the office, where small numbers may be told."""
        return bool(self.told["audience"] == "office")

    @cached_property
    def actors(self) -> dict[str, dict[str, Any]]:
        """The actors by id."""
        return {row["id"]: row for row in self.told["actors"]}

    @cached_property
    def aside(self) -> dict[str, list[str]]:
        """For each actor that stands in ties of kinds that do not count: these kinds."""
        ids, kinds = [row["id"] for row in self.told["actors"]], dict[str, list[str]]()
        for tie in self._analysis.ties():
            for end in ("source", "target") if not tie["counts"] else ():
                kinds.setdefault(ids[tie[end]], []).extend(tie["kinds"])
        return kinds

    def kind_of_tie(self, key: str) -> str:
        """The label of a kind of tie."""
        return visible(self.scheme.kind_label(key, self.language))

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the terminal report."""
        return say(f"terminal.{name}", self.language, **values)

    def name(self, actor: str) -> str:
        """The name of an actor, safe to print."""
        return visible(self.actors[actor]["name"])

    def kind(self, key: str | None) -> str:
        """The label of a type."""
        return visible(self.scheme.type_label(key, self.language) if self.by_type and key else key)

    @property
    def by_type(self) -> bool:
        """Whether groups are the types; else another column stands in their place."""
        return bool(self.told["landscape"]["by"] == "type")

    def names(self, actors: Iterable[str]) -> str:
        """Names in one line, the first twelve, then how many more."""
        ids = list(actors)
        shown = ", ".join(self.name(one) for one in ids[:NAMES_SHOWN])
        more = len(ids) - NAMES_SHOWN
        return f"{shown} {self.say('more', n=more)}" if more > 0 else shown

    def percent(self, share: float | None) -> str:
        """A share in percent, a dash where undefined."""
        return "–" if share is None else percent(share, self.language)

    def number(self, value: float | None, digits: int = 1) -> str:
        """A number, a dash where undefined."""
        return "–" if value is None else number(value, self.language, digits)

    def counted(self, what: str, n: int | None) -> str:
        """So many actors or ties, in the right number; nothing where it is not told."""
        return "" if n is None else self.say(f"n_{what}", n=n)

    def p(self, p: float) -> str:
        """A probability with three digits, never less than it can be: ``p < 0.001``, ``p = 0.26``, ``p = 1``."""
        if p < LEAST_P:
            return f"p < {self.number(LEAST_P, 3)}"
        return "p = 1" if p > 1 - LEAST_P / 2 else f"p = {self.number(p, 3)}"

    def response(self, rate: float) -> str:
        """How many have answered."""
        actors = self.told["network"]["actors"]
        return self.say("answered", n=round(rate * actors), actors=actors, share=self.percent(rate))

    def say_composition(self, composition: str | None) -> str:
        """The word for what a circle is made of, a dash where too little is known."""
        return say(f"findings.{composition}", self.language) if composition else "–"

    def uncertain(self, kind: str) -> bool:
        """Whether missing answers could change what is said of a group: a member is unknown, or not certain."""
        members = [row for row in self.told["actors"] if row["type"] == kind]
        return any(row["status"] == "unknown" or not row["status_certain"] for row in members)
