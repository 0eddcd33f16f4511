"""Who can be in a tandem: the included actors with what a score looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actor_graph.advice.helping import Meaning
from actor_graph.analysis import Analysis

NOT_YET = ("isolated", "fragment")
"""The states of those who are not yet networked."""
Words = Mapping[str, str]
"""From what words mean to how they are written first."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An included actor: its place among them, and everything that counts for a tandem.

    ``partners`` goes from the places of those it has a tie with in ``G`` to the weight. ``central`` actors with a
    mandate are none here: to bring others together is their task.
    """

    place: int
    id: str
    name: str
    types: frozenset[str] = frozenset()
    needs: Words = field(default_factory=dict)
    offers: Words = field(default_factory=dict)
    fields: Words = field(default_factory=dict)
    languages: Words = field(default_factory=dict)
    countries: Words = field(default_factory=dict)
    location: Words = field(default_factory=dict)
    wish: str | None = None
    survey: str | None = None
    not_yet: bool = False
    central: bool = False
    partners: Mapping[int, float] = field(default_factory=dict)


def actors_of(analysis: Analysis) -> list[Actor]:
    """The included actors of an analysis for the office, in the order of the input."""
    told = analysis.to_dict()["actors"]
    partners: list[dict[int, float]] = [{} for _ in told]
    for tie in analysis.ties():
        if tie["counts"]:
            partners[tie["source"]][tie["target"]] = tie["weight"]
            partners[tie["target"]][tie["source"]] = tie["weight"]
    meaning = Meaning(analysis.request.landscape.scheme.synonyms)
    return [_actor(place, about, partners[place], meaning) for place, about in enumerate(told)]


def _actor(place: int, about: Mapping[str, Any], partners: Mapping[int, float], meaning: Meaning) -> Actor:
    def words(key: str) -> Words:
        return meaning.meanings(about.get(key) or ())

    return Actor(
        place=place,
        id=about["id"],
        name=about["name"],
        types=frozenset(about.get("types") or ([about["type"]] if about["type"] else [])),
        needs=words("needs"),
        offers=words("offers"),
        fields=words("fields"),
        languages=words("languages"),
        countries=words("countries"),
        location=meaning.meanings([about["place"]] if about.get("place") else ()),
        wish=about.get("wish"),
        survey=about.get("survey"),
        not_yet=about["status"] in NOT_YET,
        central=bool(about["top_dog"]) and not about["mandate"],
        partners=partners,
    )


def of_type(actors: Sequence[Actor], key: str) -> list[Actor]:
    """The actors that have a type among theirs."""
    return [actor for actor in actors if key in actor.types]
