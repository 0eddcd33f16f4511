"""A sheet after the Guidelines for Reporting About Network Data (GRAND), filled in as far as the landscape tells.

What it tells was worked out for the audience of the analysis. What people know alone (approval, where the data can be
had, whom to cite) they state under ``grand`` in ``landscape.yaml``; of the rest the sheet says that it is not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from actor_graph import __version__
from actor_graph.analysis.files import json_text
from actor_graph.analysis.result import Analysis
from actor_graph.privacy.few import small
from actor_graph.vocabulary.grand import ITEMS, VERSION
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, number, percent

SCHEMA = "actor-graph/grand/1"
LEFT_OUT = ("ties_excluded", "self_ties", "ties_out_of_date", "ties_not_counted")
State = Literal["stated", "not stated", "does not apply", "withheld"]


@dataclass(frozen=True)
class Item:
    """An item of the sheet: its number and key in the guidelines, whether it is stated, and the text."""

    number: str
    key: str
    state: State
    text: str


@dataclass(frozen=True)
class Grand:
    """The filled sheet of one landscape, for one audience."""

    name: str
    audience: str
    language: Language
    note: str
    items: tuple[Item, ...]
    inputs: tuple[Any, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The sheet as JSON has it."""
        return {
            "schema": SCHEMA,
            "guidelines": f"GRAND {VERSION}",
            "version": __version__,
            "audience": self.audience,
            "language": self.language,
            "name": self.name,
            "note": self.note,
            "items": [
                {"number": item.number, "item": item.key, "state": item.state, "text": item.text} for item in self.items
            ],
        }

    def to_json(self) -> str:
        """The same as one line of JSON; the same input gives the same text."""
        return json_text(self.to_dict())


def sheet(analysis: Analysis, language: Language | None = None) -> Grand:
    """Fill in the sheet of an analysis; what was stated by hand comes first, then what was worked out."""
    tongue = language or analysis.request.language
    filled = _Filled(analysis, tongue)
    stated = analysis.request.landscape.meta.get("grand") or {}
    return Grand(
        name=analysis.to_dict()["landscape"]["name"],
        audience=analysis.audience,
        language=tongue,
        note=analysis.to_dict()["note"],
        items=tuple(_item(key, stated.get(key), filled) for key in ITEMS),
        inputs=tuple(analysis.request.landscape.inputs),
    )


def _item(key: str, stated: str | None, filled: _Filled) -> Item:
    tell: Callable[[], Iterable[str]] | None = getattr(filled, key, None)
    found = list(tell()) if tell else []
    if stated:
        return Item(ITEMS[key][0], key, "stated", " ".join([stated, *found]))
    if found:
        state: State = "does not apply" if key in filled.not_applying else "stated"
        return Item(ITEMS[key][0], key, state, " ".join(found))
    if key in filled.withheld or (key in ("size", "excluded", "number") and filled.analysis.audience != "office"):
        return Item(ITEMS[key][0], key, "withheld", filled.say("withheld"))
    return Item(ITEMS[key][0], key, "not stated", filled.say("not_stated"))


class _Filled:
    """What a landscape and its analysis tell of each item; nothing where they tell nothing."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        self.analysis, self.language, self._seen = analysis, language, analysis.seen
        self._told: Mapping[str, Any] = analysis.to_dict()
        self._about: Mapping[str, Any] = self._told["landscape"]
        self._network: Mapping[str, Any] = self._told["network"]
        self._scheme = analysis.request.landscape.scheme
        self.withheld = {"weight", "number", "symmetrized"} if self._told.get("withheld") else set[str]()
        self.not_applying = {"bipartite", "hypergraph", "dichotomized", "projected"}

    def say(self, key: str, **values: Any) -> str:
        return say(f"grand.{key}", self.language, **values)

    def _number(self, value: float, digits: int = 0) -> str:
        return number(value, self.language, digits)

    def _counted(self, key: str, n: int, **values: Any) -> str:
        return self.say(key, n=n, number=self._number(n), **values)

    def data(self) -> Iterable[str]:
        rate, n = self._network["response_rate"], self._network["actors"]
        if rate is not None:
            yield self._counted("survey", n, answered=self._number(round(rate * n)), share=percent(rate, self.language))
        if self._about["sources"]:
            yield self.say("sources", sources="; ".join(self._about["sources"]))

    def multiple(self) -> Iterable[str]:
        yield self.say("multiple")

    def location(self) -> Iterable[str]:
        if self._about["place"]:
            yield self.say("text", text=self._about["place"])

    def time(self) -> Iterable[str]:
        if self._about["date"]:
            yield self.say("time", date=day(self._about["date"], self.language))

    def nodes(self) -> Iterable[str]:
        by_type = self._about["by"] == "type"
        label = self._scheme.type_label if by_type else lambda key, language: key
        kinds = [
            f"{label(group['type'], self.language)} ({self._number(group['actors'])})"
            for group in self._told["groups"]
            if group["actors"]
        ]
        yield self.say("nodes")
        if kinds and by_type:
            yield self.say("kinds", kinds=", ".join(kinds))
        elif kinds:
            yield self.say("kinds_by", kinds=", ".join(kinds), column=self._about["by_heading"])
        if (untyped := self._about["untyped"]) and not small(untyped):
            yield self._counted("untyped", untyped)

    def size(self) -> Iterable[str]:
        if self._network["actors"] is not None:
            yield self._counted("size", self._network["actors"])

    def boundary(self) -> Iterable[str]:
        if self._about["boundary"]:
            yield self.say("text", text=self._about["boundary"])

    def missing(self) -> Iterable[str]:
        rate, n = self._network["response_rate"], self._network["actors"]
        if rate is not None:
            missing = n - round(rate * n)
            yield self._counted("missing", missing, of=self._number(n), share=percent(1 - rate, self.language))
            yield self.say("missing_ties")

    def edges(self) -> Iterable[str]:
        kinds = [self._scheme.kind_label(kind, self.language) for kind in self._about["kinds_counted"]]
        if kinds:
            yield self.say("edges" if len(kinds) == 1 else "edges_several", kinds=", ".join(kinds))

    def direction(self) -> Iterable[str]:
        yield self.say("direction")

    def weight(self) -> Iterable[str]:
        if self.withheld:
            return
        weights = self._seen.network.graph.ties()[2]
        ties = self.analysis.request.landscape.ties
        words, numbers = any(ties["intensity"]), any(weight is not None for weight in ties["weight"])
        if self._unweighted or not (words or numbers):
            yield self.say("unweighted")
            return
        if words:
            label = self._scheme.intensity_label
            steps = [
                f"{label(key, self.language)} {self._number(step.weight, int(step.weight % 1 > 0))}"
                for key, step in self._scheme.intensity.items()
            ]
            yield self.say("scale", steps=", ".join(steps))
        if numbers:
            yield self.say("weights_as_given")
        if len(weights) > 2 and self.analysis.audience != "public":  # the largest may be one tie's
            yield self.say(
                "weights",
                mean=self._number(float(weights.mean()), 2),
                sd=self._number(float(np.std(weights, ddof=1)), 2),
                low=self._number(float(weights.min()), 2),
                high=self._number(float(weights.max()), 2),
            )
        yield self.say("weights_enter")

    def non_simple(self) -> Iterable[str]:
        yield self.say("non_simple")

    def bipartite(self) -> Iterable[str]:
        yield self.say("bipartite")

    def hypergraph(self) -> Iterable[str]:
        yield self.say("hypergraph")

    def number(self) -> Iterable[str]:
        if self._network["ties"] is None:
            return
        yield self._counted("number", self._network["ties"])
        counted = self._about["kinds_counted"]
        if len(counted) > 1 and self.analysis.audience != "public":
            of = self._seen.network.kinds
            parts = [
                f"{self._scheme.kind_label(kind, self.language)} {self._number(sum(kind in kinds for kinds in of))}"
                for kind in counted
            ]
            yield self.say("number_by_kind", parts=", ".join(parts))
            if without := sum(not set(counted) & set(kinds) for kinds in of):
                yield self._counted("without_kind", without)

    def symmetrized(self) -> Iterable[str]:
        if self.withheld:
            return
        if self._seen.network.reported is None:
            yield self.say("not_reported")
            return
        yield self.say("confirmed" if self._told["settings"]["confirmed"] else "one_side")
        share = self._network.get("confirmed_share")
        if share is not None:
            yield self.say("one_sided", share=percent(1 - share, self.language))

    def dichotomized(self) -> Iterable[str]:
        yield self.say("dichotomized")

    def projected(self) -> Iterable[str]:
        yield self.say("projected")

    def excluded(self) -> Iterable[str]:
        about, settings = self._about, self._told["settings"]
        if about["excluded"] is not None:
            yield self._counted("excluded", about["excluded"])
        if without := settings["without"]["actors"]:
            yield self._counted("without", without)
        if self._rows_counting is not None:
            parts = [self._counted(key, about[key]) for key in LEFT_OUT if about[key]]
            yield self._counted("rows" if parts else "no_rows", about["ties"], parts=", ".join(parts))
        aside = dict.fromkeys(kind for _, _, kinds in self._seen.network.others for kind in kinds)
        if aside and self.analysis.audience != "public":
            kinds = ", ".join(self._scheme.kind_label(kind, self.language) for kind in aside)
            yield self.say("kinds_aside", kinds=kinds)

    def aggregated(self) -> Iterable[str]:
        yield self.say("aggregated")
        rows, ties = self._rows_counting, self._network["ties"]
        if rows is not None and ties is not None and not self._told["settings"]["confirmed"]:
            yield self.say("rows_to_ties", rows=self._number(rows), ties=self._number(ties))

    @property
    def _rows_counting(self) -> int | None:
        """The rows of ties that count; None where the audience is not told of one that does not."""
        told = [self._about[key] for key in ("ties", *LEFT_OUT)]
        return None if None in told else told[0] - sum(told[1:])

    def imputed(self) -> Iterable[str]:
        yield self.say("imputed")
        if not self.withheld and not self._unweighted and (n := self._about["ties_without_weight"]):
            yield self._counted("without_weight", n)
        if draws := (self._told.get("completions") or {}).get("draws"):
            yield self._counted("completions", draws)

    @property
    def _unweighted(self) -> bool:
        """Whether no row that counts has a weight: then all weigh 1, and there is no median of any."""
        found = self._seen.network
        aside = found.ties_excluded + found.ties_out_of_date + found.ties_not_counted + found.self_ties
        return found.ties_without_weight >= len(self.analysis.request.landscape.ties) - aside
