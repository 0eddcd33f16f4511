"""Needs against offers as JSON has it: what is met, what nobody meets or asks for, by kind, field and circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actor_graph.advice.helping import Meaning
from actor_graph.advice.needs.topics import Similar, Topic, Voice, topics
from actor_graph.analysis import Analysis
from actor_graph.words.numbers import sort_key

SCHEMA = "actor-graph/needs/1"
OF_A_CIRCLE = 3
"""Pairs are no circle to speak of."""
Row = dict[str, Any]


def document(analysis: Analysis) -> Row:
    """Needs against offers among those whom the audience of the analysis may see by name.

    ``met``, ``unmet`` and ``unasked`` are topics (``needs.topics``), each with ``needed_by`` and ``offered_by``; an
    unmet one has under ``near`` what is offered in similar words, and under ``synonyms`` those of them that are the
    same but for singular and plural. ``by_type`` and ``by_field`` count needs and offers
    of the actors of a kind (their first) or field (each of theirs), and how many of these others meet or ask for.
    ``circles`` are those of three or more, with their competences as the analysis has them.
    """
    told = analysis.to_dict()
    actors = seen(analysis)
    meaning = Meaning(analysis.request.landscape.scheme.synonyms)
    found = topics(actors, meaning)
    similar = Similar([topic for topic in found if topic.offered], meaning)
    states = {state: [topic for topic in found if topic.state == state] for state in ("met", "unmet", "unasked")}
    helped, asked = _settled(found)
    return {
        "schema": SCHEMA,
        "audience": told["audience"],
        "note": told["note"],
        **({"pseudonymized": True} if told.get("pseudonymized") else {}),
        "settings": {key: told["settings"][key] for key in ("version", "scheme", "without")},
        "landscape": {key: told["landscape"][key] for key in ("name", "place", "date", "language")},
        "actors": len(actors),
        "with_needs": sum(bool(actor.get("needs")) for actor in actors),
        "with_offers": sum(bool(actor.get("offers")) for actor in actors),
        "met": [_topic(topic, actors) for topic in states["met"]],
        "unmet": _unmet(states["unmet"], similar, actors),
        "unasked": [_topic(topic, actors) for topic in states["unasked"]],
        "by_type": _by([(actor["type"],) for actor in actors], found, helped, asked, "type"),
        "by_field": _by(_fields(actors, meaning), found, helped, asked, "field"),
        "circles": list(_circles(told, actors, found)),
    }


def seen(analysis: Analysis) -> list[Mapping[str, Any]]:
    """The actors whose needs and offers are told: all that are listed, to the public no natural persons.

    A stand-in with its needs tells strangers nothing, and neighbors who it is.
    """
    listed: list[Mapping[str, Any]] = analysis.to_dict()["actors"]
    if analysis.audience != "public":
        return listed
    table = analysis.request.landscape.actors
    persons = {id_ for id_, person in zip(table["id"], table["person"], strict=True) if person}
    return [actor for actor in listed if actor["id"] not in persons]


def _settled(found: Sequence[Topic]) -> tuple[set[tuple[int, Voice]], set[tuple[int, Voice]]]:
    """The needs that another one meets and the offers that another one asks for, each with the place of its topic."""
    helped = {(at, voice) for at, topic in enumerate(found) for voice in topic.needed if topic.helpers(voice)}
    asked = {(at, voice) for at, topic in enumerate(found) for voice in topic.offered if topic.asked(voice)}
    return helped, asked


def _topic(topic: Topic, actors: Sequence[Mapping[str, Any]]) -> Row:
    return {
        "word": topic.word,
        "needed_by": [_voice(one, actors) | {"met": bool(topic.helpers(one))} for one in topic.needed],
        "offered_by": [_voice(one, actors) | {"asked": topic.asked(one)} for one in topic.offered],
    }


def _unmet(found: Sequence[Topic], similar: Similar, actors: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The needs that nobody meets, with what is offered in similar words; of equally many those first that have it."""
    rows = []
    for topic in found:
        near = similar.to(topic)
        same = [one.offered[0].words for one in near if similar.one_but_for_endings(topic, one)]
        rows.append(_topic(topic, actors) | {"near": [_offer(one, actors) for one in near], "synonyms": same})
    return sorted(rows, key=lambda row: (-len(row["needed_by"]), not row["near"]))


def _offer(topic: Topic, actors: Sequence[Mapping[str, Any]]) -> Row:
    return {
        "word": topic.offered[0].words,
        "offered_by": [_voice(one, actors) for one in topic.offered],
    }


def _voice(voice: Voice, actors: Sequence[Mapping[str, Any]]) -> Row:
    actor = actors[voice.actor]
    about = {key: actor[key] for key in ("id", "name", "type")}
    return about | {"fields": actor.get("fields") or [], "words": voice.words}


def _fields(actors: Sequence[Mapping[str, Any]], meaning: Meaning) -> list[tuple[str | None, ...]]:
    """The fields of each actor, one that is written in several ways as it is written first; None for one without."""
    written: dict[str, str] = {}
    found: list[tuple[str | None, ...]] = []
    for actor in actors:
        own = meaning.meanings(actor.get("fields") or ())
        for means, word in own.items():
            written.setdefault(means, word)
        found.append(tuple(written[means] for means in own) or (None,))
    return found


def _by(
    belongs: Sequence[Sequence[str | None]],
    found: Sequence[Topic],
    helped: set[tuple[int, Voice]],
    asked: set[tuple[int, Voice]],
    key: str,
) -> list[Row]:
    """Needs and offers counted for each group that actors belong to, by its name; those of no group last."""
    names = {name for own in belongs for name in own}
    empty = {"actors": 0, "needs": 0, "needs_met": 0, "offers": 0, "offers_asked": 0}
    order = sorted(names, key=lambda name: (name is None, sort_key(name or "")))
    rows: dict[str | None, Row] = {name: {key: name, **empty} for name in order}
    for own in belongs:
        for name in own:
            rows[name]["actors"] += 1
    for at, topic in enumerate(found):
        for part, done, voices, settled in (
            ("needs", "needs_met", topic.needed, helped),
            ("offers", "offers_asked", topic.offered, asked),
        ):
            for voice in voices:
                for name in belongs[voice.actor]:
                    rows[name][part] += 1
                    rows[name][done] += (at, voice) in settled
    return [row for row in rows.values() if row["needs"] or row["offers"]]


def _circles(told: Mapping[str, Any], actors: Sequence[Mapping[str, Any]], found: Sequence[Topic]) -> Iterator[Row]:
    """What each circle unites, and how far its members could help each other; to the public only the first."""
    place = {actor["id"]: at for at, actor in enumerate(actors)}
    names = {actor["id"]: actor["name"] for actor in told["actors"]}
    for circle in told["clusters"]:
        if (circle["actors"] or 0) >= OF_A_CIRCLE:
            strongest = names.get(circle.get("strongest"))
            about = {key: circle[key] for key in ("cluster", "name", "actors", "competences", "competences_of_one")}
            inside = {place[id_] for id_ in circle["members"] if id_ in place}
            helps: dict[str, Any] = dict.fromkeys(("needs", "met_inside", "met_outside"))
            if told["audience"] != "public":
                helps = _helps(inside, found)
            yield {**about, **({"strongest": strongest} if "strongest" in circle else {}), **helps}


def _helps(inside: set[int], found: Sequence[Topic]) -> dict[str, int]:
    """The needs of members: how many, how many another member meets, how many others alone do."""
    voices = [(topic, voice) for topic in found for voice in topic.needed if voice.actor in inside]
    helpers = [{other.actor for other in topic.helpers(voice)} for topic, voice in voices]
    return {
        "needs": len(voices),
        "met_inside": sum(bool(who & inside) for who in helpers),
        "met_outside": sum(bool(who) and not who & inside for who in helpers),
    }
