"""How an invitation is brought, and through whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from actor_graph.advice.invite.scene import Scene


@dataclass(frozen=True, slots=True)
class Approach:
    """``way`` is letter, call or visit; ``via`` whom to ask for an introduction, None where nobody is asked.

    ``known_as`` says how that one knows the actor: ``tie`` (a partner), ``beside`` (joined by membership, funding,
    hosting or advice), ``introducer`` (knows the partner ``through``), ``group`` (the contact point of its kind);
    without ``via`` ``direct`` (who knows it is approached through it), ``found`` (nobody is known, but by what it was
    found), ``nobody`` (not even that), or None on a list without ties, where nobody can tell, but of visits.
    """

    way: str
    via: int | None = None
    known_as: str | None = None
    through: int | None = None


def approaches(scene: Scene, invited: Iterable[int]) -> Mapping[int, Approach]:
    """The way to each of the invited.

    No way leads in a circle: nobody is approached through somebody who is approached through it, in one step or more.
    Those who are not yet networked come first, then those with the fewest ties: they have the fewest ways.
    """
    everyone = tuple(invited)
    found: dict[int, Approach] = {}
    led: dict[int, list[int]] = {}
    for actor in sorted(everyone, key=lambda one: (one not in scene.outside, len(scene.partners[one]))):
        found[actor] = way = approach(scene, actor, everyone, avoid=set(_behind(led, actor)))
        if way.via is not None:
            led.setdefault(way.via, []).append(actor)
    return found


def _behind(led: Mapping[int, list[int]], actor: int) -> Iterator[int]:
    """Who is approached through an actor, who is through them, and so on; ``led`` has no circle."""
    waiting = [*led.get(actor, ())]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += led.get(one, ())


def approach(scene: Scene, actor: int, invited: Collection[int], avoid: Collection[int] = ()) -> Approach:
    """The way to an actor, through nobody who is to be avoided.

    A visit for those who are known to be not yet networked and for kinds of organization for which the scheme asks for
    one; a call where the actor has not answered the survey; else a letter.

    Through the actor that knows it best among those who answered (all, where there was no survey): the strongest tie,
    in a draw somebody invited, then the one with more ties, then the first in the input. Where no partner has answered,
    the introducer at distance two. Without a tie somebody joined in another way, else the contact point of its kind.
    """
    way = _way(scene, actor)
    inside, avoided = set(invited), {actor, *avoid}

    def weight(one: int, other: int) -> tuple[float, bool, int, int]:
        return scene.partners[one][other], other in inside, len(scene.partners[other]), -other

    partners = [one for one in scene.partners[actor] if scene.heard[one] and one not in avoided]
    if partners:
        return Approach(way, max(partners, key=lambda one: weight(actor, one)), "tie")
    steps = [
        (partner, one)
        for partner in scene.partners[actor]
        for one in scene.partners[partner]
        if scene.heard[one] and one not in avoided
    ]
    if steps:
        through, via = max(steps, key=lambda step: (weight(actor, step[0])[0], weight(step[0], step[1]), -step[0]))
        return Approach(way, via, "introducer", through)
    beside = [one for one in scene.beside[actor] if scene.heard[one] and one not in avoided]
    if beside:
        return Approach(way, max(beside, key=lambda one: (one in inside, len(scene.partners[one]), -one)), "beside")
    points = [one for one in _contact_points(scene, actor) if one not in avoided]
    if points:
        return Approach(way, points[0], "group")
    if scene.without_ties and way != "visit":
        return Approach(way)
    if scene.partners[actor] or scene.beside[actor]:
        return Approach(way, known_as="direct")
    return Approach(way, known_as="found" if scene.column("found_by")[actor] else "nobody")


def _way(scene: Scene, actor: int) -> str:
    if actor in scene.asked_whether:
        return "visit"
    known = scene.landscape.scheme.types
    ways = (known[key].approach for key in scene.types[actor] if key in known)
    return next((way for way in ways if way), "letter" if scene.heard[actor] else "call")


def _contact_points(scene: Scene, actor: int) -> list[int]:
    """The contact points of the groups of an actor, first those of the type that comes first; no natural person.

    Organizations of a kind know of each other, people of one don't.
    """
    points = {group["type"]: group["contact_points"] for group in scene.groups}
    found = [scene.at[id_] for key in scene.types[actor] for id_ in points.get(key, ())]
    persons = scene.column("person")
    return [one for one in found if not persons[one]]
