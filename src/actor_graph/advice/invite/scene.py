"""A landscape as a list of invitations needs it: every included actor by its position, with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from actor_graph.landscape import Landscape
from actor_graph.words import Language

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis

OUTSIDE = ("isolated", "fragment")
"""The status of those who are not yet networked."""
BY_TIES = ("not_yet_networked", "top_dogs")
"""Rules about what ties alone can tell."""
CIRCLE = 3
"""So many members make a circle that a list should represent."""


@dataclass(frozen=True, eq=False)
class Scene:
    """The included actors, in the order of the input.

    Attributes
    ----------
    original, landscape
        As it was read, and as it may leave the office: persons as stand-ins, no contact data.
    rows
        The row of each actor in either of them.
    figures
        What the analysis says of each.
    partners
        For each its partners with the weight of the tie.
    beside
        For each those with whom it has a tie that does not count (membership, funding, hosting, advice).
    circles, groups
        Circles and groups of the analysis.
    """

    original: Landscape
    landscape: Landscape
    language: Language
    rows: tuple[int, ...]
    figures: Sequence[Mapping[str, Any]]
    partners: tuple[Mapping[int, float], ...]
    beside: tuple[frozenset[int], ...]
    circles: Sequence[Mapping[str, Any]]
    groups: Sequence[Mapping[str, Any]]

    @property
    def n(self) -> int:
        """How many actors are included."""
        return len(self.rows)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids, as they leave."""
        return tuple(self.column("id"))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names, as they leave."""
        return tuple(self.column("name"))

    @cached_property
    def types(self) -> tuple[tuple[str, ...], ...]:
        """All types of each actor."""
        return tuple(tuple(cell) for cell in self.column("type"))

    @cached_property
    def at(self) -> Mapping[str, int]:
        """From an id, as it leaves, to the position."""
        return {id_: place for place, id_ in enumerate(self.ids)}

    @cached_property
    def place_of_row(self) -> Mapping[int, int]:
        """From a row of the landscape to the position; excluded actors have none."""
        return {row: place for place, row in enumerate(self.rows)}

    def column(self, key: str) -> list[Any]:
        """A column of the landscape as it leaves, for the included actors."""
        cells = self.landscape.actors[key]
        return [cells[row] for row in self.rows]

    def type_label(self, key: str) -> str:
        """How a type is named."""
        return self.landscape.scheme.type_label(key, self.language)

    @cached_property
    def status(self) -> tuple[str, ...]:
        """The status of each actor."""
        return tuple(about["status"] for about in self.figures)

    @cached_property
    def outside(self) -> frozenset[int]:
        """Who is not yet networked."""
        return frozenset(place for place, word in enumerate(self.status) if word in OUTSIDE)

    @cached_property
    def central(self) -> frozenset[int]:
        """Central actors without a mandate."""
        return frozenset(i for i, about in enumerate(self.figures) if about["top_dog"] and not about["mandate"])

    @cached_property
    def of_type(self) -> Mapping[str, frozenset[int]]:
        """The actors of each type, every type of an actor counting."""
        return members_of(self.types)

    @cached_property
    def of_circle(self) -> Mapping[int, frozenset[int]]:
        """The members of each circle of three or more, by its number."""
        members = {one["cluster"]: frozenset(self.at[id_] for id_ in one["members"]) for one in self.circles}
        return {number: inside for number, inside in members.items() if len(inside) >= CIRCLE}

    @cached_property
    def large_fields(self) -> Mapping[str, frozenset[int]]:
        """The fields of three actors or more, which stand in for circles on a list without ties."""
        return {word: inside for word, inside in members_of(self.column("fields")).items() if len(inside) >= CIRCLE}

    @cached_property
    def large_places(self) -> Mapping[str, frozenset[int]]:
        """The places of three actors or more."""
        places = members_of([(place,) if place else () for place in self.column("place")])
        return {word: inside for word, inside in places.items() if len(inside) >= CIRCLE}

    @property
    def without_ties(self) -> bool:
        """Whether nobody has a tie that counts."""
        return not any(self.partners)

    def tells(self, rule: str) -> bool:
        """Whether it is known who counts for a rule: without a tie nobody is known to be networked, or central."""
        return not self.without_ties or rule.removesuffix(" (shipped)") not in BY_TIES

    @cached_property
    def asked_whether(self) -> frozenset[int]:
        """Who is known to be not yet networked; nobody on a list without ties, where all look alike."""
        return frozenset() if self.without_ties else self.outside

    @cached_property
    def heard(self) -> tuple[bool, ...]:
        """Who answered the survey; everybody where there was none."""
        words = self.column("survey")
        return tuple(word == "answered" for word in words) if any(words) else (True,) * self.n


def members_of(cells: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    """For each word of a column of lists the places of those who have it, in the order in which the words come.

    >>> members_of([("a", "b"), ("b",)])
    {'a': frozenset({0}), 'b': frozenset({0, 1})}
    """
    found: dict[str, set[int]] = {}
    for place, words in enumerate(cells):
        for word in words:
            found.setdefault(word, set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}


def scene_of(original: Landscape, analysis: Analysis, language: Language) -> Scene:
    """The scene of a landscape from its analysis for the office."""
    told, landscape = analysis.to_dict(), analysis.request.landscape
    figures = told["actors"]
    row_of = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    partners: list[dict[int, float]] = [{} for _ in figures]
    beside: list[set[int]] = [set() for _ in figures]
    for tie in analysis.ties():
        one, other = tie["source"], tie["target"]
        if tie["counts"]:
            partners[one][other] = partners[other][one] = tie["weight"]
        else:
            beside[one].add(other)
            beside[other].add(one)
    return Scene(
        original=original,
        landscape=landscape,
        language=language,
        rows=tuple(row_of[about["id"]] for about in figures),
        figures=figures,
        partners=tuple(partners),
        beside=tuple(map(frozenset, beside)),
        circles=told["clusters"],
        groups=told["groups"],
    )
