"""The list as one document: ``actor-graph/invitation/1``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph import __version__
from actor_graph.advice.invitation import Choice, Lowered, Others
from actor_graph.advice.invite.approach import Approach, approaches
from actor_graph.advice.invite.equals import Equals
from actor_graph.advice.invite.past import Past
from actor_graph.advice.invite.reasons import Listed, circle_name, reasons
from actor_graph.advice.invite.request import Asked
from actor_graph.advice.invite.roles import role
from actor_graph.advice.invite.rows import rule_rows, tight_rules
from actor_graph.advice.invite.scene import Scene
from actor_graph.advice.invite.told import Telling
from actor_graph.reading.decisions import check_sum
from actor_graph.reading.invited import SCHEMA
from actor_graph.words import say
from actor_graph.words.visible import visible


@dataclass(frozen=True)
class Found:
    """All that was worked out for a request.

    ``proposed`` is the list of the rules alone, before people changed it; None where nobody did. ``among`` says among
    which lists it is the best: ``all``; for the same people once more those on which no more are new than have left
    (``few_new``), or, where the least number of seats asks for more, those with so many (``fewest_seats``).
    """

    scene: Scene
    asked: Asked
    past: Past
    listed: Listed
    choice: Choice
    lowered: tuple[Lowered, ...]
    proposed: Sequence[str] | None
    among: str
    changes: Sequence[Mapping[str, Any]]
    entered: Mapping[str, str | None]
    others: Others | None
    equals: Equals
    telling: Telling


def document(found: Found, warnings: Sequence[str]) -> dict[str, Any]:
    """The whole document."""
    scene, asked, choice, listed = found.scene, found.asked, found.choice, found.listed
    ways = approaches(scene, choice.invited)
    invited = [_invited(found, actor, ways[actor]) for actor in choice.invited]
    not_reached = [place for place in range(scene.n) if place not in listed.reached]
    told = {
        "schema": SCHEMA,
        "audience": "office",
        "note": _note(scene),
        "version": __version__,
        "landscape": _about(scene),
        "format": asked.format,
        "format_label": scene.landscape.scheme.format_label(asked.format, scene.language),
        "seats": list(listed.model.seats),
        "optimal": choice.optimal,
        "gap": 0 if choice.gap == 0 else float(choice.gap),
        "tie_break": choice.tie_break,
        "equals": found.equals.exist,
        "without_ties": scene.without_ties,
        **found.entered,
        "invited": invited,
        "covered": _covered(found),
        "not_reached": _ids(scene, not_reached),
        "rules": list(rule_rows(listed, found.lowered, found.telling)),
        "changes": list(found.changes),
        "compared": _compared(found),
        "among": found.among,
        "proposed": None if found.proposed is None else list(found.proposed),
        "warnings": list(warnings),
        "past": _past(found),
        "persons": check_sum(scene.original) or None,
    }
    if found.others is not None:
        lists = [_ids(scene, one) for one in found.others.lists]
        told["others"] = {"count": found.others.count, "more": found.others.more, "lists": lists}
    return told | {"names": _names(scene, told)}


def _note(scene: Scene) -> str:
    date = scene.landscape.meta.get("date")
    told = [say("analysis.banner_office", scene.language)]
    told += [say("analysis.as_of", scene.language, date=date)] if date else []
    return " · ".join([*told, say("analysis.as_named", scene.language)])


def _about(scene: Scene) -> dict[str, Any]:
    meta = scene.landscape.meta
    return {
        "name": scene.landscape.name,
        "place": meta.get("place"),
        "date": meta.get("date"),
        "language": scene.language,
        "actors": scene.n,
        "scheme": scene.landscape.scheme.name,
    }


def _ids(scene: Scene, places: Iterable[int]) -> list[str]:
    return [scene.ids[place] for place in places]


def _invited(found: Found, actor: int, way: Approach) -> dict[str, Any]:
    """What is told of one of the invited."""
    scene, listed, telling = found.scene, found.listed, found.telling
    about, row = scene.figures[actor], scene.rows[actor]
    part, reserve, actors = role(scene, actor), found.choice.reserves.get(actor), scene.landscape.actors
    number, found_by = about["cluster"], actors["found_by"][row] if way.known_as == "found" else None
    return {
        "id": scene.ids[actor],
        "name": scene.names[actor],
        "type": scene.types[actor][0] if scene.types[actor] else None,
        "types": list(scene.types[actor]),
        "type_label": None if not scene.types[actor] else scene.type_label(scene.types[actor][0]),
        "cluster": number,
        "cluster_name": circle_name(scene, number, telling) if number in scene.of_circle else None,
        "status": about["status"],
        "status_certain": about["status_certain"],
        "top_dog": about["top_dog"],
        "mandate": about["mandate"],
        "function": actors["function"][row],
        "survey": actors["survey"][row],
        "wish": actors["wish"][row],
        "role": part,
        "role_text": scene.landscape.scheme.role_label(part, scene.language),
        "reasons": reasons(listed, actor, found.asked, tight_rules(listed), telling),
        "notes": _notes(found, actor),
        "approach": way.way,
        "approach_via": None if way.via is None else scene.ids[way.via],
        "approach_known_as": way.known_as,
        "approach_found_by": found_by,
        "approach_text": _approach_text(way, scene, telling, found_by),
        "reaches": len(listed.others_reached(actor)),
        "only_link_to": _ids(scene, listed.only_link_to(actor)),
        "reserve": None if reserve is None else scene.ids[reserve],
        "reserve_answered": None if reserve is None else scene.heard[reserve],
        "reserve_equal": actor in found.equals.places,
        "included": actor in found.asked.include,
        "kept": None if found.asked.kept is None else actor in found.asked.kept,
    }


def _approach_text(way: Approach, scene: Scene, telling: Telling, found_by: str | None) -> str:
    """The approach in words."""
    first = telling.say(f"approach_{way.way}")
    if way.via is None:
        return (
            first
            if way.known_as is None
            else telling.say(f"via_{way.known_as}", approach=first, found=visible(found_by))
        )
    about = {"name": visible(scene.names[way.via])}
    if way.through is not None:
        about["partner"] = visible(scene.names[way.through])
    return telling.say(f"via_{way.known_as}", approach=first, **about)


def _notes(found: Found, actor: int) -> list[str]:
    """What should be known before somebody is asked; not for the letter."""
    scene, telling, past = found.scene, found.telling, found.past
    row = scene.rows[actor]
    actors = scene.landscape.actors
    notes = []
    if actor in scene.asked_whether and scene.beside[actor]:
        notes.append(telling.say("note_beside"))
    if actors["survey"][row] == "declined":
        notes.append(telling.say("note_declined"))
    if actors["objected"][row]:
        notes.append(telling.say("note_objected"))
    if actors["wish"][row] in ("no", "later"):
        notes.append(telling.say(f"note_wish_{actors['wish'][row]}"))
    if actor in past.never_came:
        notes.append(telling.say("note_never_came", n=past.never_came[actor]))
    elif past.events and actor not in past.ever_invited:
        notes.append(telling.say("note_never_invited"))
    return notes


def _compared(found: Found) -> dict[str, Any] | None:
    """Who of the earlier list is not on this one, and who is new; None where there was none.

    ``with`` says whether that is a ``list``, or the people who came to an ``event``. ``absent`` are those of the new
    who were invited to the event that this one goes back to, and did not come.
    """
    kept, scene = found.asked.kept, found.scene
    if kept is None:
        return None
    inside = found.listed.inside
    meant = scene.landscape.scheme.format_key(found.asked.spec.same_as or "")
    away = found.past.absent(meant) if found.asked.like else frozenset()
    return {
        "with": "event" if found.asked.event else "list",
        "left": _ids(scene, sorted(kept - inside)),
        "new": _ids(scene, sorted(inside - kept)),
        "absent": _ids(scene, sorted((inside - kept) & away)),
    }


def _covered(found: Found) -> dict[str, Any]:
    """How much of the scene the list stands for."""
    scene, inside = found.scene, found.listed.inside
    reached = len(found.listed.reached) if not scene.without_ties else len(inside)
    return {
        "types": sum(not inside.isdisjoint(members) for members in scene.of_type.values()),
        "types_of": len(scene.of_type),
        "clusters": sum(not inside.isdisjoint(members) for members in scene.of_circle.values()),
        "clusters_of": len(scene.of_circle),
        **(_fields_and_places(found) if scene.without_ties else {}),
        "reached": reached,
        "reached_of": scene.n,
        "reached_share": reached / scene.n if scene.n else None,
        "types_missing": [key for key, members in scene.of_type.items() if inside.isdisjoint(members)],
        "clusters_missing": [number for number, members in scene.of_circle.items() if inside.isdisjoint(members)],
    }


def _fields_and_places(found: Found) -> dict[str, int]:
    """How many of the fields and places of three or more the list stands for."""
    scene, inside = found.scene, found.listed.inside
    return {
        "fields": sum(not inside.isdisjoint(members) for members in scene.large_fields.values()),
        "fields_of": len(scene.large_fields),
        "places": sum(not inside.isdisjoint(members) for members in scene.large_places.values()),
        "places_of": len(scene.large_places),
    }


def _past(found: Found) -> dict[str, Any]:
    """What the events tell of all actors: who was invited and never came, who never was; None where there are none."""
    scene, past = found.scene, found.past
    if not past.events:
        return {"events": 0, "never_came": None, "never_invited": None, "resting": []}
    resting = past.resting(found.asked.spec.rest) - frozenset(found.asked.include)
    return {
        "events": len(past.events),
        "never_came": [{"id": scene.ids[actor], "invited": n} for actor, n in past.never_came.items()],
        "never_invited": _ids(scene, (place for place in range(scene.n) if place not in past.ever_invited)),
        "resting": _ids(scene, sorted(resting)),
    }


def _names(scene: Scene, told: Mapping[str, Any]) -> dict[str, str]:
    """The names of all who are mentioned by id."""
    found: set[str] = set()

    def gather(value: Any) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, Mapping):
            for part in value.values():
                gather(part)
        elif isinstance(value, list | tuple):
            for part in value:
                gather(part)

    gather([told[key] for key in ("invited", "not_reached", "changes", "compared", "proposed", "past")])
    gather(told.get("others"))
    return {id_: name for id_, name in zip(scene.ids, scene.names, strict=True) if id_ in found}
