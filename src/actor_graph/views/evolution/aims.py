"""What was counted, how far the goals are, and what became of tandems, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.comparison.figures import COUNTS
from actor_graph.views.evolution.figures import Figures, Row
from actor_graph.vocabulary.goals import INDICATORS
from actor_graph.words.numbers import day
from actor_graph.words.visible import visible

NO_GOAL: Mapping[str, Any] = {"figure": None}


class Aims(Figures):
    """The words for what a city has set out to reach."""

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
        if goal["target"] is None:
            return self.say("state_none")
        if goal["value"] is None:
            return self.say("state_unknown" if goal["state"] else "state_not_told")
        value = self._of(goal, goal["value"])
        if goal["so_far"]:
            value = self.say("value_so_far", value=value)
        if goal["state"] is None:
            return self.say("state_kept", value=value)
        if goal["low"] is not None:
            low, high = (self.end(goal["figure"], goal[key]) for key in ("low", "high"))
            ends = self.say("range", low=low, high=high)
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
                [self._of(NO_GOAL, v) if v is not None else self._nothing for v in row["values"]],
            )
            for row in self.told["indicators"]
        ]

    @property
    def _nothing(self) -> str:
        return self.say("no_number" if self.audience == "office" else "no_number_told")

    def tandems(self) -> list[str]:
        """What became of each tandem; for the office alone."""
        rows = self.told.get("tandems") or ()
        return [
            self.say(f"tandem_{row['state'].replace(' ', '_')}", a=self.names[row["a"]], b=self.names[row["b"]], **days)
            for row in rows
            for days in [{key: day(row[key], self.language) for key in ("end", "seen")}]
        ]
