"""Why somebody is on the list: true, short, and such that it can be said before a council."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from actor_graph.advice.invitation import Model, Parity, Rule
from actor_graph.advice.invite.request import Asked
from actor_graph.advice.invite.scene import CIRCLE, Scene, members_of
from actor_graph.advice.invite.told import Telling
from actor_graph.words.visible import visible

MOST = 4
"""So many reasons at most are told of one."""
ENOUGH = 2
"""With so many reasons no more are looked for."""
FIELDS = 2
"""So many fields at most are named that nobody else brings."""


@dataclass(frozen=True)
class Listed:
    """A list and what each of the invited adds to it."""

    scene: Scene
    model: Model
    invited: tuple[int, ...]

    @cached_property
    def inside(self) -> frozenset[int]:
        """The invited, as a set."""
        return frozenset(self.invited)

    @cached_property
    def _times(self) -> Mapping[int, int]:
        """By how many of the invited each actor is reached."""
        times: dict[int, int] = {}
        for one in self.invited:
            for other in self.model.reach[one]:
                times[other] = times.get(other, 0) + 1
        return times

    @cached_property
    def reached(self) -> frozenset[int]:
        """Who is invited or tied to somebody invited."""
        return frozenset(self._times)

    def others_reached(self, actor: int) -> tuple[int, ...]:
        """The partners of one of the invited who are not invited themselves."""
        return tuple(sorted(self.model.reach[actor] - self.inside))

    def only_link_to(self, actor: int) -> tuple[int, ...]:
        """Those of them whom nobody else on the list reaches."""
        return tuple(one for one in self.others_reached(actor) if self._times[one] == 1)

    def alone(self, actor: int) -> bool:
        """Whether nobody else on the list is tied to this one."""
        return self._times[actor] == 1

    def alone_in(self, actor: int, members: Iterable[tuple[str | int, frozenset[int]]]) -> list[str | int]:
        """Of these sets those of which this one is the only one invited."""
        return [name for name, inside in members if self.inside & inside == {actor}]

    def count(self, rule: Rule) -> int:
        """How many of a rule's members are invited."""
        return len(self.inside & rule.members)

    def sides(self, two: Parity) -> tuple[int, int]:
        """How many of either side of a parity are invited."""
        return len(self.inside & two.one), len(self.inside & two.other)

    def evens(self, actor: int, two: Parity) -> bool:
        """Whether a parity would not hold with one less of the side to which this one alone belongs."""
        one, other = self.sides(two)
        fewer = (actor in two.other) - (actor in two.one)
        return fewer != 0 and abs(one - other + fewer) > two.apart


def reasons(listed: Listed, actor: int, asked: Asked, tight: Collection[str], telling: Telling) -> list[str]:
    """Up to four reasons, the weightiest first; there is always one.

    Where nothing else would be lost without this one, it is said that a seat is filled.

    ``tight`` are the ids of the rules that would not hold with one less, or with one more, of their members.
    """
    needed = list(_needed(listed, actor, asked, tight, telling))
    if not needed and actor in (asked.kept or ()):
        needed = [telling.say("reason_came" if asked.event else "reason_kept")]
    if not needed and len(listed.invited) == listed.model.seats[0]:
        needed = [telling.say("reason_seat", n=listed.model.seats[0])]
    elif not needed and listed.scene.without_ties:
        needed = [telling.say("reason_free_seat")]
    besides = list(_besides(listed, actor, tight, telling))
    if len(needed) + len(besides) < ENOUGH and not listed.scene.without_ties:
        besides += _works_on(listed, actor, telling)
    return [*needed, *besides][:MOST] or [telling.say("reason_together")]


def _needed(listed: Listed, actor: int, asked: Asked, tight: Collection[str], telling: Telling) -> Iterator[str]:
    """What the list would not have without this one."""
    scene, say = listed.scene, telling.say
    if actor in asked.include:
        why = asked.include[actor]
        yield say("reason_included_why", why=visible(why)) if why else say("reason_included")
    sole = listed.alone_in(actor, scene.of_type.items())
    kinds = [visible(scene.type_label(str(key))) for key in sole]
    if kinds:
        yield say("reason_type", n=len(kinds), types=telling.joined(kinds))
    for number in listed.alone_in(actor, scene.of_circle.items()):
        yield say("reason_circle", circle=circle_name(scene, int(number), telling))
    reached, only = len(listed.others_reached(actor)), len(listed.only_link_to(actor))
    if only:
        yield say("reason_only_link", n=reached, only=only) if only < reached else say("reason_all_only", n=reached)
    if scene.without_ties:
        yield from _without_ties(listed, actor, telling)
    for rule in listed.model.rules:
        said = (rule.id in (f"type: {key}" for key in sole) and rule.min == 1) or not scene.tells(rule.id)
        if rule.id in tight and actor in rule.members and (rule.min or rule.min_share) and not said:
            yield say("reason_rule", about=telling.about(rule.id), bound=_least(rule, telling))
    for two in listed.model.parities:
        if listed.evens(actor, two):
            yield say("reason_parity", **telling.evened(two, *listed.sides(two)))
    if listed.alone(actor) and not only and not scene.without_ties:
        yield say(_unreached(scene, actor))


def _unreached(scene: Scene, actor: int) -> str:
    """The sentence about one whom nobody else on the list reaches: what the invitation is to one not heard of yet."""
    word = scene.column("survey")[actor]
    if scene.status[actor] != "unknown" or word == "declined":
        return "reason_alone"
    return "reason_not_asked" if word in (None, "not contacted") else "reason_unknown"


def _besides(listed: Listed, actor: int, tight: Collection[str], telling: Telling) -> Iterator[str]:
    """What else speaks for it."""
    if actor in listed.scene.asked_whether and "not_yet_networked" not in tight:
        yield telling.say("reason_outside")
    reached = len(listed.others_reached(actor))
    if reached and not listed.only_link_to(actor):
        yield telling.say("reason_reach", n=reached)


def _works_on(listed: Listed, actor: int, telling: Telling) -> Iterator[str]:
    """The fields that only this one brings, told of one of whom there is little else to tell."""
    fields = members_of(listed.scene.column("fields"))
    alone = [visible(str(word)) for word in listed.alone_in(actor, fields.items())][:FIELDS]
    if alone:
        yield telling.say("reason_works_on", n=len(alone), fields=telling.joined(alone))


def _least(rule: Rule, telling: Telling) -> str:
    return telling.bound("min", rule.min) if rule.min else telling.bound("min_share", rule.min_share or 0)


def _without_ties(listed: Listed, actor: int, telling: Telling) -> Iterator[str]:
    """The fields and the place that only this one brings."""
    scene = listed.scene
    fields = members_of(scene.column("fields"))
    large = [(word, inside) for word, inside in fields.items() if len(inside) >= CIRCLE and actor in inside]
    alone = [visible(str(word)) for word in listed.alone_in(actor, large)]
    if alone:
        yield telling.say("reason_field", n=len(alone), fields=telling.joined(alone))
    places = members_of([(place,) if place else () for place in scene.column("place")])
    for place in listed.alone_in(actor, [(word, inside) for word, inside in places.items() if actor in inside]):
        yield telling.say("reason_place", place=visible(str(place)))


def circle_name(scene: Scene, number: int, telling: Telling) -> str:
    """The name given to a circle, else that of the member with most ties."""
    circle = next(one for one in scene.circles if one["cluster"] == number)
    if circle.get("name"):
        return visible(circle["name"])
    return telling.say("circle_around", name=visible(scene.names[scene.at[circle["strongest"]]]))
