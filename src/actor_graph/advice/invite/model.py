"""From a format, the options and a scene to the exact choice that is to be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.advice.invitation import Model, Parity, Rule
from actor_graph.advice.invite.past import Past
from actor_graph.advice.invite.request import Asked, Door
from actor_graph.advice.invite.scene import Scene
from actor_graph.analysis.shown import column as column_of
from actor_graph.landscape import YES_NO_COLUMNS
from actor_graph.privacy.sensitive import delicate, without_few
from actor_graph.scheme import ParitySpec, RuleSpec
from actor_graph.vocabulary.answers import survey_word, yes_or_no
from actor_graph.words.fold import fold

MOST_SETS = 2_000
"""So many sets of fields and places at most are weighed against each other on a list without ties."""


@dataclass(frozen=True)
class Built:
    """The model, and for the id of each of its rules what the scheme says."""

    model: Model
    rules: Mapping[str, RuleSpec | ParitySpec]
    headings: Mapping[str, str]
    """For the column of each quota its heading."""


def build(scene: Scene, asked: Asked, past: Past, door: Door, *, sensitive: bool) -> Built:
    """The model of a request; columns that are not there, or must not be used, are noted at the door."""
    headings: dict[str, str] = {}
    members: dict[tuple[str, str | None], frozenset[int]] = {}
    for spec in asked.spec.rules:
        found = _members(scene, spec, door, headings, sensitive=sensitive)
        if found is not None and (found or not spec.if_any):
            members[spec.about, spec.value] = found
    rules: dict[str, RuleSpec | ParitySpec] = {}
    made: list[Rule] = []
    for spec in asked.spec.rules:
        if (spec.about, spec.value) in members:
            for rule in _rules(spec, members[spec.about, spec.value]):
                made.append(rule)
                rules[rule.id] = spec
    parities = []
    for two in asked.spec.parity:
        sides = (scene.of_type.get(two.one, frozenset()), scene.of_type.get(two.other, frozenset()))
        parity = Parity(f"parity: {two.one}, {two.other}", *sides, shipped=two.shipped)
        parities.append(parity)
        rules[parity.id] = two
    away = (past.resting(asked.spec.rest) - frozenset(asked.include)) | frozenset(asked.declined)
    model = Model(
        candidates=tuple(place for place in range(scene.n) if place not in away),
        seats=asked.seats,
        neighbors=tuple(tuple(sorted(partners)) for partners in scene.partners),
        rules=tuple(made),
        parities=tuple(parities),
        include=frozenset(asked.include),
        exclude=frozenset(asked.exclude),
        types=tuple(scene.of_type.values()),
        clusters=tuple(scene.of_circle.values()) if not scene.without_ties else fields_then_places(scene),
        earlier=asked.kept or frozenset(),
        seats_shipped=asked.seats_shipped,
    )
    return Built(model, rules, headings)


def fields_then_places(scene: Scene) -> tuple[frozenset[int], ...]:
    """What stands in for circles on a list without ties: fields of three or more, then places of three or more.

    One field more weighs more than all places together: each stands there once more often than there are places. Where
    that would be too many sets, a field weighs as much as a place.
    """
    fields, places = scene.large_fields.values(), scene.large_places.values()
    times = len(places) + 1
    return (*[*fields] * (times if len(fields) * times <= MOST_SETS else 1), *places)


def _rules(spec: RuleSpec, members: frozenset[int]) -> Iterator[Rule]:
    """The rule, apart by who wrote its bounds, since only what comes with the program is lowered."""
    name = spec.about if spec.value is None else f"{spec.about}: {spec.value}"
    for shipped in (False, True):
        bounds: dict[str, Any] = {key: bound.to for key, bound in spec.bounds.items() if bound.shipped is shipped}
        bounds = {key: to for key, to in bounds.items() if key.startswith("max") or to}
        if bounds:
            both = shipped and any(not bound.shipped for bound in spec.bounds.values())
            yield Rule(name + " (shipped)" * both, members, shipped=shipped, **bounds)


def _members(
    scene: Scene, spec: RuleSpec, door: Door, headings: dict[str, str], *, sensitive: bool
) -> frozenset[int] | None:
    """Whom a rule is about; None where its column is missing or may not be used."""
    if spec.value is None:
        return scene.outside if spec.about == "not_yet_networked" else scene.central
    if spec.about == "type":
        return scene.of_type.get(spec.value, frozenset())
    actors = scene.landscape.actors
    key = column_of(scene.landscape, spec.about)
    if key is None:
        known = ", ".join(actors.headings.get(k, k) for k in actors.columns)
        door.refuse("quota_column", given=spec.about, known=known)
        return None
    headings[spec.about] = actors.headings.get(key, key)
    cells = scene.column(key)
    if delicate(scene.landscape, key):
        if not sensitive:
            door.refuse("quota_sensitive", given=headings[spec.about])
            return None
        cells = without_few(cells, scene.column("person"))
    wanted = _word(key, spec.value)
    return frozenset(place for place, cell in enumerate(cells) if wanted in _words(key, cell))


def _word(key: str, text: str) -> str:
    if key in YES_NO_COLUMNS:
        return str(yes_or_no(text))
    return fold((survey_word(text) or text) if key == "survey" else text)


def _words(key: str, cell: Any) -> set[str]:
    """The words of a cell as they are compared; a text may hold several with ``;`` between them."""
    if key in YES_NO_COLUMNS:
        return {str(cell)}
    parts = cell if isinstance(cell, list | tuple) else (cell or "").split(";")
    return {fold(part) for part in parts}


def no_more_new_than_left(model: Model) -> Model:
    """The model of a list for the same people once more: no more seats than there were, but for who has to come."""
    added = len(model.include - model.earlier)
    most = min(model.seats[1], max(model.seats[0], len(model.earlier) + added))
    return replace(model, seats=(model.seats[0], most))


def among(model: Model, narrow: Model) -> str:
    """Among which lists the best is looked for: all, those on which few are new, or those with the fewest seats."""
    if narrow.seats == model.seats:
        return "all"
    return "few_new" if narrow.seats[1] > model.seats[0] or len(model.earlier) == model.seats[0] else "fewest_seats"
