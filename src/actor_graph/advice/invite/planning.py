"""From a request to the document: the model, the choice, the record of what people changed."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from actor_graph.advice.invitation import Choice, Model, choose, contradiction, lowered, others
from actor_graph.advice.invitation.choice import LARGE, SECONDS, SECONDS_LARGE
from actor_graph.advice.invite.asking import Options, asked_for
from actor_graph.advice.invite.document import Found, document
from actor_graph.advice.invite.earlier import Earlier
from actor_graph.advice.invite.equals import equals
from actor_graph.advice.invite.model import Built, among, build, no_more_new_than_left
from actor_graph.advice.invite.past import Past, past
from actor_graph.advice.invite.reasons import Listed
from actor_graph.advice.invite.request import Asked, Door
from actor_graph.advice.invite.scene import Scene, scene_of
from actor_graph.advice.invite.told import NoList, Telling
from actor_graph.advice.invite.warnings import warnings
from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import clearing_of
from actor_graph.problems import RequestError
from actor_graph.reading.invited import DECISIONS
from actor_graph.words import Language, say

LEAST = 1.0
"""So many seconds a list gets at least."""


def planned(landscape: Landscape, options: Options, language: Language) -> dict[str, Any]:
    """The document of the list that was asked for."""
    start = time.monotonic()
    analysis = analyze(
        landscape, by="type", count=options.count, confirmed=options.confirmed, draws=1, language=language
    )
    plan = _Plan(scene_of(landscape, analysis, language), options, start)
    found, earlier = plan.found()
    return document(found, [*found.asked.told, *warnings(found, earlier, analysis.to_dict())])


class _Plan:
    """One request for one landscape: up to three lists, which share the time there is."""

    def __init__(self, scene: Scene, options: Options, start: float) -> None:
        self.scene, self.options, self.to_make = scene, options, 1
        whole = SECONDS if scene.n <= LARGE else SECONDS_LARGE
        self.end = start + (options.seconds or whole)
        self.door, self.before = Door(scene.language), past(scene)

    def found(self) -> tuple[Found, Earlier | None]:
        """Everything about the list, and the earlier one, if there was one of the same event."""
        asked, earlier = asked_for(self.scene, self.options, self.before, self.door)
        changed_by_people = earlier is None and bool(asked.include or asked.exclude or asked.declined)
        self.to_make = 1 + changed_by_people + (bool(asked.declined) and asked.kept is None)
        asked = self._with_what_was(asked)
        built = self.built(asked)
        if not built.model.candidates:
            raise RequestError("invite.nobody_to_invite", self.scene.language)
        model, changed = lowered(built.model)
        telling = Telling(self.scene, replace(built, model=model))
        narrow = no_more_new_than_left(model) if asked.like else model
        choice = self.choice(narrow)
        if choice is None and narrow is not model:
            narrow, choice = model, self.choice(model)
        if choice is None:
            raise _contradicted(model, asked, self.before, telling)
        if not choice.invited:
            raise RequestError("invite.nobody_to_invite", self.scene.language)
        equal = others(narrow, choice) if self.options.others else None
        proposed = self._proposed(asked, earlier)
        record = [dict(change) for change in earlier.changes] if earlier else []
        found = Found(
            scene=self.scene,
            asked=asked,
            past=self.before,
            listed=Listed(self.scene, model, choice.invited),
            choice=choice,
            lowered=changed,
            proposed=proposed,
            among=among(model, narrow),
            changes=[*record, *self._changes(asked)],
            entered=self._entered(earlier),
            others=equal,
            equals=equals(narrow, choice, equal),
            telling=telling,
        )
        return found, earlier

    def built(self, asked: Asked) -> Built:
        """The model of a request."""
        built = build(self.scene, asked, self.before, self.door, sensitive=self.options.sensitive)
        self.door.stop_if_refused()
        return built

    def choice(self, model: Model) -> Choice | None:
        """The best list of a model, with its part of the time that is left."""
        part = max(LEAST, (self.end - time.monotonic()) / max(1, self.to_make))
        self.to_make -= 1
        return choose(model, part, prove=self.options.prove)

    def _with_what_was(self, asked: Asked) -> Asked:
        """With the list as it was before somebody declined, where no earlier one is given."""
        if not asked.declined or asked.kept is not None:
            return asked
        was = self.choice(lowered(self.built(replace(asked, declined={})).model)[0])
        if was is None:
            return asked
        sure = was.optimal and was.tie_break == "smallest"
        told = () if sure else (say("invite.recomputed", self.scene.language),)
        return replace(asked, kept=frozenset(was.invited), told=(*asked.told, *told))

    def _proposed(self, asked: Asked, earlier: Earlier | None) -> list[str] | None:
        """The list of the rules alone; None where people changed nothing."""
        if earlier is not None:
            return list(earlier.proposed) or [self.scene.ids[place] for place in sorted(earlier.invited)]
        if not (asked.include or asked.exclude or asked.declined):
            return None
        kept = asked.kept if asked.like else None
        bare = replace(asked, include={}, exclude={}, declined={}, kept=kept)
        model = lowered(self.built(bare).model)[0]
        choice = self.choice(no_more_new_than_left(model) if asked.like else model)
        return None if choice is None else [self.scene.ids[place] for place in choice.invited]

    def _entered(self, earlier: Earlier | None) -> dict[str, str | None]:
        """Who is entered as patron, signatory and moderation: now, else on the earlier list of the event."""
        before = earlier.entered if earlier else {}
        return {key: before.get(key) if now is None else now for key, now in self.options.entered.items()}

    def _changes(self, asked: Asked) -> list[dict[str, Any]]:
        """The record: who was included, excluded or declined, why, and by whom; cleared as reasons are."""
        scene, by = self.scene, self.options.decided_by
        by = None if by is None else clearing_of(scene.original)(by.strip()) or None
        return [
            {"who": scene.ids[place], "what": name, "why": why, "name": scene.names[place], "by": by}
            for name in DECISIONS
            for place, why in asked.own.get(name, {}).items()
        ]


def _contradicted(model: Model, asked: Asked, before: Past, telling: Telling) -> NoList:
    """What is raised where there is no list; also whether there is one if nobody rests."""
    found = contradiction(model)
    assert found is not None, "no list, so some rules contradict each other"
    resting = before.resting(asked.spec.rest) - frozenset(asked.include) - frozenset(asked.declined)
    awake = replace(model, candidates=tuple(sorted({*model.candidates, *resting})))
    rested = len(resting) if resting and contradiction(awake) is None else 0
    return telling.no_list(found, rested=rested)
