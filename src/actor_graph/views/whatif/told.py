"""What would change, in words: what is supposed, whose standing would be another, which figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actor_graph.advice.whatif.circles import UNCERTAIN
from actor_graph.analysis.sheets import FINE, SHARES
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import number, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.whatif import WhatIf

FIRST = ("ties", "average_degree", "largest", "not_yet_networked", "top_dogs")
"""The figures that are told before all others, and need no statistics to be read; at the terminal the only ones."""
OF_MARKS = ("top_dogs", "top_dog_tie_share", "circles", "modularity", "cluster_stability")
"""Figures of who is central and of circles: after a workshop they follow from what was supposed."""
OWN = ("largest", "not_yet_networked", "top_dogs", "circles")
"""Figures that stand in no table of an analysis."""
COUNTED = {"largest": "largest_component_share", "not_yet_networked": "not_yet_networked_share"}
"""Numbers of actors, and the share of each, which is told beside the number and in no row of its own."""
NAMED = 12
"""So many ties or actors that are supposed are named one by one."""
NO_FIGURE = ("intensity",)
Parts = list[str | dict[str, str]]
"""A line of text; names in it stand apart, so that each keeps its own direction."""


@dataclass(frozen=True)
class Figure:
    """A figure before and after, as it is written."""

    key: str
    label: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether nobody who reads it sees a difference."""
        return self.before == self.after


class Told:
    """The words for one comparison in one language."""

    def __init__(self, made: WhatIf, language: Language) -> None:
        self.made, self.language = made, language
        self.told = made.to_dict()
        self.scheme = made.before.request.landscape.scheme

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the comparison."""
        return say(f"whatif.{name}", self.language, **values)

    def counted(self) -> str:
        """What is supposed in numbers alone."""
        told = self.told["supposed"]
        parts = ((name, len(told[name])) for name in ("ties_added", "ties_removed", "actors_removed"))
        return ", ".join(self.say(f"count_{name}", n=n) for name, n in parts if n) or self.say("count_none")

    def banner(self) -> str:
        """What stands over everything: that it is not so, and what is supposed."""
        return self.say("banner_page", what=self.counted())

    def supposed(self) -> Iterator[Parts]:
        """What is supposed, a line each; of a workshop its size alone."""
        told = self.told["supposed"]
        added: Sequence[Any] = told["ties_added"]
        if workshop := told["workshop"]:
            yield [self._workshop(workshop["invited"], len(added))]
        else:
            yield from self._lines("tie_added", added)
        yield from self._lines("tie_removed", told["ties_removed"])
        yield from self._lines("actor_removed", told["actors_removed"])

    def _workshop(self, invited: Sequence[Any], new: int) -> str:
        n = len(invited)
        return self.say("workshop", n=n, pairs=n * (n - 1) // 2, new=new)

    def _lines(self, key: str, found: Sequence[Mapping[str, Any]]) -> Iterator[Parts]:
        for one in found[:NAMED]:
            ends = [one["a"], one["b"]] if "a" in one else [one]
            names: Parts = [part for end in ends for part in (" – ", {"name": end["name"]})]
            yield [f"{self.say(key)} ", *names[1:]]
        if len(found) > NAMED:
            yield [self.say("more", n=len(found) - NAMED)]

    def cautions(self) -> list[str]:
        """What a supposed tie counts as, and of a workshop that it is an upper bound."""
        told = self.told["supposed"]
        said = [self.say("workshop_bound"), self.say("workshop_marks")] if told["workshop"] else []
        return [*said, *([self.say("weight")] if told["ties_added"] else [])]

    def changed(self) -> Iterator[tuple[Mapping[str, Any], str]]:
        """The actors whose standing would be another, each with what would change."""
        for row in self.told["changed"]:
            yield row, "; ".join(self._change(row, key) for key in row["changes"])

    def _change(self, row: Mapping[str, Any], key: str) -> str:
        before, after = row[key]["before"], row[key]["after"]
        if key == "status":
            words = [self.say(f"status_{one}") for one in (before, after)]
        elif key == "top_dog":
            words = [self._central(row, was) for was in ("before", "after")]
        else:
            words = [self._circle("before", before), self._circle("after", after)]
        return self.say("from_to", before=words[0], after=words[1])

    def _central(self, row: Mapping[str, Any], when: str) -> str:
        """Whether it is central before or after: a hub by mandate is said to be one, chance to be possible."""
        if not row["top_dog"][when]:
            return self.say("central_no" if when == "after" else "central_not_yet")
        if row["mandate"]:
            return self.say("central_mandate")
        seen = self.made.before if when == "before" else self.made.after
        clear = {top["id"]: top["clear"] for top in seen.to_dict()["top_dogs"]}
        return self.say("central_yes" if clear[row["id"]] else "central_chance")

    def _circle(self, when: str, circle: int) -> str:
        """The circle by its name, else by its strongest actor."""
        seen = (self.made.before if when == "before" else self.made.after).to_dict()
        about = seen["clusters"][circle - 1]
        if about["name"]:
            return self.say("circle_of", name=visible(about["name"]))
        names = {actor["id"]: actor["name"] for actor in seen["actors"]}
        return self.say("circle", name=visible(names[about["strongest"]]))

    def nobody(self) -> str:
        """That nobody's standing would be another; after a workshop nothing is said of who is central."""
        return self.say("changed_none" if self._marks else "changed_none_workshop")

    def groups(self) -> Iterator[str]:
        """The whole groups whose status would be another."""
        by_type = self.told["landscape"]["by"] == "type"
        for row in self.told["groups"]:
            kind = self.scheme.type_label(row["type"], self.language) if by_type else row["type"]
            words = [self.say(f"group_{(one or 'none').replace(' ', '_')}") for one in (row["before"], row["after"])]
            yield f"{visible(kind)}: {self.say('from_to', before=words[0], after=words[1])}"

    def circles(self) -> str | None:
        """Why nothing is said of who would change the circle; None where it is said, or there is no circle."""
        withheld = self.told["circles"]["moves_withheld"]
        return self.say("circles_uncertain") if withheld == UNCERTAIN else None

    def figures(self) -> list[Figure]:
        """All figures of the whole, those first that are told before all others."""
        values = {when: self._values(self.told[when]) for when in ("before", "after")}
        told = [key for key in (*FIRST, *values["before"]) if key not in OF_MARKS or self._marks]
        keys = [key for key in dict.fromkeys(told) if key not in COUNTED.values()]
        return [Figure(key, self._label(key), *(self._told(key, values[when]) for when in values)) for key in keys]

    @property
    def _marks(self) -> bool:
        """Whether who is central, and in which circle, is told."""
        return "top_dog" in self.told["compared"]

    def _values(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """The figures of a state by key."""
        network = state["network"]
        share = network["largest_component_share"]
        own = {
            "largest": None if share is None else round(share * network["actors"]),
            "not_yet_networked": len(state["not_yet_networked"]),
            "top_dogs": None if state["top_dogs"] is None else len(state["top_dogs"]),
            "circles": state["circles"],
        }
        return own | {key: value for key, value in network.items() if key not in NO_FIGURE}

    def _label(self, key: str) -> str:
        if key in OWN:
            return self.say(f"figure_{key}")
        name = f"network_{key}" if f"network_{key}" in catalog("tables") else key
        return say(f"tables.{name}", self.language)

    def _told(self, key: str, values: Mapping[str, Any]) -> str:
        """A figure of a state; of a number of actors its share, too."""
        told, share = self._written(key, values.get(key)), values.get(COUNTED.get(key, ""))
        return told if share is None else f"{told} ({percent(share, self.language)})"

    def _written(self, key: str, value: Any) -> str:
        if key in SHARES:
            return percent(value, self.language, 1)
        if isinstance(value, int):
            return number(value, self.language)
        return number(value, self.language, 3 if key in FINE or key.endswith("_p") or "_p_" in key else 2)
