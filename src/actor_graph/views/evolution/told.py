"""Years in words, for the terminal and the page alike: figures with their range, what changed, how far goals are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.comparison.figures import COUNTS
from actor_graph.vocabulary.goals import INDICATORS
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import UNDEFINED, day, number, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.comparison.evolution import Evolution

FIRST = (
    "actors", "response_rate", "ties", "average_degree", "density", "not_yet_networked_share", "isolates",
    "largest_component_share", "degree_centralization", "transitivity", "ei_index",
)  # fmt: skip
"""The figures that are told before all others; at the terminal the only ones."""
OF_PANEL = ("not_yet_networked_share", "largest_component_share", "degree_centralization")
"""What is told of the same actors beside the figures that are tested."""
NOT_TOLD = ("intensity",)
OF_CHANCE = (
    "assortativity_p",
    "ei_low",
    "ei_high",
    "ei_p_lower",
    "ei_p_upper",
    "ei_p",
    "ei_min",
    "ei_max",
    "ei_expected",
)
NAMED = 12
"""So many names stand in a line."""
NO_GOAL: Mapping[str, Any] = {"figure": None}
SIGNIFICANT = 0.05
Row = Mapping[str, Any]


class Told:
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
        return [between, f"{self.say(f'for_{self.audience}')} · {say('analysis.as_named', self.language)}"]

    def day(self, wave: Row | str) -> str:
        """The day of a wave."""
        return day(wave if isinstance(wave, str) else wave["date"], self.language)

    def figures(self) -> list[str]:
        """The figures that any wave tells, those first that are told before all others."""
        known = dict.fromkeys(key for wave in self.told["waves"] for key in wave["network"])
        kept = [key for key in known if key not in NOT_TOLD and key not in OF_CHANCE]
        return [*(key for key in FIRST if key in known), *(key for key in kept if key not in FIRST)]

    def label(self, key: str) -> str:
        """The name of a figure."""
        name = f"network_{key}" if f"network_{key}" in catalog("tables") else key
        return say(f"tables.{name}", self.language)

    def value(self, wave: Row, key: str) -> tuple[str, str]:
        """A figure of a wave, and its range where answers are missing."""
        found = self.range(wave, key)
        told = () if found is None else (self.written(key, round(end) if key in COUNTS else end) for end in found)
        ends = list(told)
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

    def tick(self, key: str, value: float) -> str:
        """A value on an axis; a count without digits where it is a whole number."""
        return self.written(key, round(value) if key in COUNTS and value == round(value) else value)

    def listed(self, ids: Sequence[str]) -> str:
        """Names in one line, the first ones where they are many."""
        shown = [self.names.get(id_, id_) for id_ in ids[:NAMED]]
        return ", ".join([*shown, *([self.say("more", n=len(ids) - NAMED)] if len(ids) > NAMED else [])])

    def change(self, change: Row) -> Iterator[str]:
        """What changed between two waves, a sentence each."""
        if change.get("withheld"):
            yield self.say("withheld")
            return
        yield from self._actors(change)
        yield from self._ties(change)
        if change["strength"]["grown"] or change["strength"]["shrunk"]:
            yield self.say(
                "strength", **{key: number(change["strength"][key], self.language) for key in ("grown", "shrunk")}
            )
        yield from self._moved(change)
        yield from self._origins(change)
        yield from self._panel(change)

    def look(self, look: str) -> str:
        """What a look of ties means, to this audience."""
        outside = self.audience != "office" and look in ("new", "ended")
        return self.say(f"look_{look}_named" if outside else f"look_{look}")

    def tie(self, ends: Sequence[str]) -> str:
        """A tie by the names of its ends."""
        return " – ".join(self.names[id_] for id_ in ends)

    def _actors(self, change: Row) -> Iterator[str]:
        counts, listed = change["actors"], change["listed"]
        few = any(value is None for value in counts.values())
        yield self.say("actors_few") if few else self.say("actors", **self._counts(counts))
        if listed["actors_new"]:
            yield self.say("actors_new", names=self.listed(listed["actors_new"]))
        gone = listed["actors_gone"]
        for why in ("excluded", "absent"):
            if ids := [row["id"] for row in gone if row.get("why", "absent") == why]:
                yield self.say(f"gone_{why}" if "why" in gone[0] else "gone", names=self.listed(ids))

    def _ties(self, change: Row) -> Iterator[str]:
        counts = change["ties"]
        if any(value is None for value in counts.values()):
            yield self.say("ties_few")
        elif "not_named" in counts:
            yield self.say("ties_named", **self._counts(counts))
            yield self.say("not_named_means")
        else:
            yield self.say("ties", **self._counts(counts))
            if counts["unknown"]:
                yield self.say("ties_unknown", n=counts["unknown"])
            if change["jaccard"] is not None:
                shares = {"share": change["jaccard"], "low": change["jaccard_low"], "high": change["jaccard_high"]}
                key = "stability_range" if counts["unknown"] else "stability"
                yield self.say(key, **{name: percent(share, self.language) for name, share in shares.items()})

    def _moved(self, change: Row) -> Iterator[str]:
        if "came_in" not in change:
            return
        for key in ("came_in", "fell_out"):
            if change[key]:
                yield self.say(key, names=self.listed(change[key]))
        if not change["came_in"] and not change["fell_out"]:
            yield self.say("nobody_moved")

    def _origins(self, change: Row) -> Iterator[str]:
        new = change["ties"].get("new")
        if "origins" not in change or not new:
            return
        found, parts = change["origins"], []
        if expected := found["closing_expected"]:
            parts.append(self.say("closing", closing=found["closing"], expected=number(expected, self.language, 1)))
        else:
            parts.append(self.say("closing_alone", closing=found["closing"]))
        parts += [self.say(key, n=found[key]) for key in ("farther", "joining", "with_newcomers") if found[key]]
        if found["within_types"] or found["across_types"]:
            parts.append(self.say("by_types", within=found["within_types"], across=found["across_types"]))
        yield f"{self.say('origins', n=new)} {'; '.join(parts)}."

    def _panel(self, change: Row) -> Iterator[str]:
        fixed = change.get("panel")
        if fixed is None:
            return
        key = "panel" if "answered" in fixed else "panel_asked"
        counts = {name: number(fixed.get(name), self.language) for name in ("asked", "answered")}
        yield self.say(key, **counts)
        if told := [self._same(key, fixed["figures"][key]) for key in OF_PANEL if key in fixed["figures"]]:
            yield self.say("panel_figures", figures="; ".join(told))
        for name, row in fixed["differences"].items():
            yield self.difference(name, row)
        if fixed["portrait_divergence"] is not None:
            yield self.say("portrait", value=number(fixed["portrait_divergence"], self.language, 2))

    def _same(self, key: str, row: Row) -> str:
        return f"{self.label(key)} {self.bounded(key, row, 'from')} → {self.bounded(key, row, 'to')}"

    def bounded(self, key: str, row: Row, end: str) -> str:
        """A figure of the panel before or after, with what the missing answers leave of it."""
        value, found = self.written(key, row[end]), row.get(f"{end}_range")
        if found is None or row[end] is None:
            return value
        low, high = (self.written(key, round(bound) if key in COUNTS else bound) for bound in found)
        return f"{value} ({self.say('range', low=low, high=high)})"

    def panel(self, change: Row) -> list[tuple[str, str, str]]:
        """All figures of the same actors, before and after."""
        figures = (change.get("panel") or {}).get("figures") or {}
        return [
            (self.label(key), self.bounded(key, row, "from"), self.bounded(key, row, "to"))
            for key, row in figures.items()
        ]

    def difference(self, name: str, row: Row) -> str:
        """A figure of the same actors before and after, and whether it differs."""
        interval = {part: self.signed(name, row[part]) for part in ("difference", "low", "high")}
        key = "no_error" if row["low"] is None or not row["se"] else "interval"
        told = {
            "figure": self.label(name),
            "before": self.written(name, row["from"]),
            "after": self.written(name, row["to"]),
            "interval": self.say(key, **interval),
        }
        if "p_adjusted" not in row:
            return self.say("difference_plain", **told)
        return self.say("difference", verdict=self.verdict(row), **told)

    def verdict(self, row: Row) -> str:
        """Whether a difference is more than comes about by itself."""
        p = row["p_adjusted"]
        if row["difference"] == 0:
            return self.say("nothing_differs")
        if p is None:
            return self.say("no_test")
        return self.say("changed" if p < SIGNIFICANT else "unchanged", p=number(p, self.language, 3))

    @property
    def vision(self) -> str:
        """The vision, in a sentence."""
        return self.say("vision", text=visible(self.told["vision"])) if self.told["vision"] else ""

    def goal(self, goal: Row) -> str:
        """A goal in its own words."""
        return visible(goal["goal"])

    def goals(self) -> Iterator[tuple[Row, str, str]]:
        """Each goal with what it is measured by and how far it is."""
        for goal in self.told.get("goals") or ():
            yield goal, self.measure(goal), self.state(goal)

    def measure(self, goal: Row) -> str:
        """What a goal is measured by, its target, by when, and who is responsible; nothing where it has no measure."""
        if goal["target"] is None:
            return ""
        bound = self.say("at_least" if goal["at_least"] else "at_most", value=self._of(goal, goal["target"]))
        by = self.say("by", day=day(goal["by"], self.language)) if goal["by"] else ""
        who = self.say("responsible", name=visible(goal["responsible"])) if goal.get("responsible") else ""
        name = self.label(goal["figure"]) if goal["figure"] else self.indicator(goal["indicator"])
        return ", ".join(filter(None, (f"{name} {bound}", by, who)))

    def state(self, goal: Row) -> str:
        """How far a goal is, with its value."""
        if goal["state"] is None:
            return self.say("state_none")
        if goal["value"] is None:
            return self.say("state_unknown")
        value = self._of(goal, goal["value"])
        if goal["low"] is not None:
            ends = self.say("range", low=self._of(goal, goal["low"]), high=self._of(goal, goal["high"]))
            value = self.say("value_range", value=value, range=ends)
        return self.say(f"state_{goal['state'].replace(' ', '_')}", value=value)

    def _of(self, goal: Row, value: float) -> str:
        key = goal["figure"] or "indicator"
        whole = key == "indicator" or key in COUNTS
        return self.written(key, int(value) if whole and value == int(value) else value)

    def indicator(self, name: str) -> str:
        """The name of an indicator."""
        return self.say(f"indicator_{name}") if name in INDICATORS else visible(name)

    def indicators(self) -> list[tuple[str, list[str]]]:
        """Each indicator with its value in each wave."""
        return [
            (
                self.indicator(row["indicator"]),
                [self._of(NO_GOAL, v) if v is not None else UNDEFINED for v in row["values"]],
            )
            for row in self.told["indicators"]
        ]

    def tandems(self) -> list[str]:
        """What became of each tandem; for the office alone."""
        rows = self.told.get("tandems") or ()
        return [
            self.say(f"tandem_{row['state'].replace(' ', '_')}", a=self.names[row["a"]], b=self.names[row["b"]], **days)
            for row in rows
            for days in [{key: day(row[key], self.language) for key in ("end", "seen")}]
        ]

    def signed(self, name: str, value: float | None) -> str:
        """A difference with its sign."""
        told = self.written(name, value)
        return f"+{told}" if value and value > 0 and told.strip("0,.%\N{NO-BREAK SPACE}") else told.replace("-", "−")

    def _counts(self, counts: Mapping[str, int]) -> dict[str, str]:
        return {key: number(value, self.language) for key, value in counts.items()}
