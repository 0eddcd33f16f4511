"""What should be known of a list before it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.advice.invitation import Lowered
from actor_graph.advice.invite.document import Found
from actor_graph.advice.invite.earlier import Earlier
from actor_graph.matching import pairs
from actor_graph.scheme import RuleSpec
from actor_graph.words.numbers import percent
from actor_graph.words.visible import visible

NAMES = 12
MATCHED = 1_000
"""In larger landscapes names are not compared: that would take as long as the choice."""


def warnings(found: Found, earlier: Earlier | None, analysis: Mapping[str, Any]) -> Iterator[str]:
    """The sentences, the weightiest first."""
    say, scene = found.telling.say, found.scene
    resting = found.past.resting(found.asked.spec.rest) - frozenset(found.asked.include)
    for change in found.lowered:
        yield _lowered(found, change, resting)
    yield from _about_nobody(found)
    if not found.choice.optimal:
        gap = percent(float(found.choice.gap), scene.language, 1)
        yield say("not_proven", gap=gap, most=found.choice.bound)
    elif found.choice.tie_break != "smallest":
        yield say("not_smallest")
    twice = list(_perhaps_one(found))
    if twice:
        yield say("perhaps_one", n=len(twice), pairs="; ".join(twice[:NAMES]))
    kept, (least, most) = len(found.asked.kept or ()), found.listed.model.seats
    if found.asked.like and 0 < kept < least:
        yield say("smaller_meant", n=kept, least=least, most=most)
    if scene.without_ties:
        yield say("without_ties")
    rate, limits = analysis["network"]["response_rate"], scene.landscape.scheme.thresholds
    if rate is not None and rate < limits.response_low and not scene.without_ties:
        yield say("low_response", share=percent(rate, scene.language))
    asked = [one for one in found.choice.invited if scene.landscape.actors["survey"][scene.rows[one]] == "declined"]
    if asked:
        yield say("declined_survey", n=len(asked), names=_names(found, asked))
    places = Counter(one for one in found.choice.reserves.values() if one is not None)
    often = [visible(scene.names[one]) for one, n in sorted(places.items()) if n > 1]
    if often:
        yield say("reserve_once", n=len(often), names=", ".join(often[:NAMES]) + " …" * (len(often) > NAMES))
    if resting:
        yield say("resting", n=len(resting), events=found.asked.spec.rest, names=_names(found, sorted(resting)))
        hubs = [one for one in sorted(resting) if scene.figures[one]["mandate"]]
        if hubs:
            yield say("resting_mandate", n=len(hubs), names=_names(found, hubs))
    elsewhere = [one for one in found.asked.own.get("declined", ()) if one not in (found.asked.kept or ())]
    if elsewhere and found.asked.kept is not None:
        yield say("declined_not_listed", n=len(elsewhere), names=_names(found, elsewhere))
    gone = found.asked.gone
    if gone:
        yield say("gone", n=len(gone), names=", ".join(map(visible, gone[:NAMES])) + " …" * (len(gone) > NAMES))


def _perhaps_one(found: Found) -> Iterator[str]:
    """The pairs on the list whose names may be one actor's: two letters to one house, and two places of a quota."""
    scene = found.scene
    if scene.n > MATCHED:
        return
    invited = {scene.original.actors["id"][scene.rows[place]]: place for place in found.choice.invited}
    for pair in pairs(scene.original):
        if pair.a in invited and pair.b in invited:
            one, other = (visible(scene.names[invited[id_]]) for id_ in (pair.a, pair.b))
            yield found.telling.say("and", first=one, last=other)


def _about_nobody(found: Found) -> Iterator[str]:
    """The rules that a user wrote about nobody, such as a maximum for a kind that is perhaps mistyped."""
    say, telling = found.telling.say, found.telling
    for rule in found.listed.model.rules:
        spec = telling.built.rules.get(rule.id)
        if not rule.members and not rule.shipped and isinstance(spec, RuleSpec) and not spec.if_any and spec.value:
            hint = telling.near(spec.value) if spec.about == "type" else ""
            yield say("rule_of_nobody", about=telling.about(rule.id), what=say("nobody_has", hint=hint))
    for spec in found.asked.spec.parity:
        missing = "" if spec.shipped else "".join(telling.nobody_of(spec))
        if missing:
            one, other = (visible(found.scene.type_label(key)) for key in (spec.one, spec.other))
            yield say("rule_of_nobody", about=say("rule_parity", one=one, other=other), what=missing)


def _lowered(found: Found, change: Lowered, resting: frozenset[int]) -> str:
    """A minimum that was lowered; by name who would count for it, but rests."""
    rule = next((one for one in found.listed.model.rules if one.id == change.rule), None)
    away = sorted(rule.members & resting) if rule is not None and change.bound != "parity" else []
    if not away:
        return found.telling.lowered(change)
    about, before = found.telling.about(change.rule), found.telling.bound(change.bound, change.before)
    names = _names(found, away)
    return found.telling.say("lowered_resting", n=len(away), about=about, before=before, to=change.to, names=names)


def _names(found: Found, actors: list[int]) -> str:
    names = [visible(found.scene.names[one]) for one in actors[:NAMES]]
    return ", ".join(names) + (" …" if len(actors) > NAMES else "")
