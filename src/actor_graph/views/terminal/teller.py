"""How the state of a survey is told at the terminal: its words, its names, and what is cut short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from actor_graph.privacy.persons import stand_ins
from actor_graph.words import say
from actor_graph.words.numbers import day, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.state import State

NAMES_SHOWN = 6
Named = dict[str, Any]


class Teller:
    """The document and the words for it."""

    def __init__(self, state: State) -> None:
        self.told, self.language = state.to_dict(), state.language
        assert state.landscape is not None, "without a landscape there is nothing to tell"
        self.is_cut = False
        self.scheme, self.persons = state.landscape.scheme, set(stand_ins(state.landscape)[0].values())

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the check."""
        return say(f"check.{name}", self.language, **values)

    def kind(self, key: str | None) -> str:
        """The label of a type."""
        return visible(self.scheme.type_label(key, self.language)) if key else self.say("untyped")

    def day(self, iso: str) -> str:
        """A day in letters."""
        return day(iso, self.language)

    def share(self, rate: float | None) -> str:
        """A share in percent."""
        return percent(rate, self.language)

    def name(self, actor: Named) -> str:
        """The name of an actor, safe to print; a person by the stand-in and the row in which the office finds it."""
        name = visible(actor["name"])
        return self.say("person", name=name, row=actor["row"]) if actor["id"] in self.persons else name

    def names(self, actors: Sequence[Named], about: Callable[[Named], object] = lambda actor: None) -> str:
        """The first names in one line, each with what is told of it, then how many more."""
        said = [(self.name(actor), about(actor)) for actor in actors[:NAMES_SHOWN]]
        shown = [name if n is None else self.say("names_and_number", name=name, n=n) for name, n in said]
        return self.first(shown, len(actors))

    def first(self, shown: Sequence[str], of: int) -> str:
        """The first entries of a list in one line, then how many more it has."""
        more = of - len(shown)
        return ", ".join(shown) + (f" {self.more(more)}" if more > 0 else "")

    def more(self, n: int) -> str:
        """How many more there are than are shown; at the end it is said where they all stand."""
        self.is_cut = True
        return self.say("more", n=n)

    def tie(self, tie: Named) -> str:
        """A tie by the names of its ends."""
        return self.say("tie", a=self.name(tie["a"]), b=self.name(tie["b"]))

    def stands(self, actor: Named) -> str:
        """How the survey stands with an actor."""
        key = actor["survey"].replace(" ", "_")
        return self.say(f"survey_{key}" if key in ("answered", "declined", "excluded") else f"why_{key}")
