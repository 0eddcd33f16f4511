"""From options to a request with every name resolved, the earlier list and its decisions included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from actor_graph.advice.invite.earlier import Earlier, named_file, read_earlier
from actor_graph.advice.invite.past import Past
from actor_graph.advice.invite.request import Asked, Door, Names, Reasons
from actor_graph.advice.invite.scene import Scene
from actor_graph.privacy.persons import find
from actor_graph.reading.invited import DECISIONS
from actor_graph.scheme import FormatSpec
from actor_graph.words import LANGUAGES, say
from actor_graph.words.visible import visible

Source = Path | Mapping[str, Any] | None


@dataclass(frozen=True)
class Options:
    """What was asked for, as it was written."""

    format: str | None
    seats: str | int | Sequence[int] | None
    include: Names
    exclude: Names
    declined: Names
    earlier: Source
    same_as: Source
    decided_by: str | None
    entered: Mapping[str, str | None]
    others: bool
    prove: bool
    seconds: float | None
    count: tuple[str, ...]
    confirmed: bool
    sensitive: bool


def asked_for(scene: Scene, options: Options, before: Past, door: Door) -> tuple[Asked, Earlier | None]:
    """The request, and the earlier list of the same event.

    Raises
    ------
    RequestError, RequestErrors
        What is asked for is not there; all of it is told.
    """
    scheme = scene.landscape.scheme
    earlier = None if options.earlier is None else read_earlier(options.earlier, scene)
    other = None if options.same_as is None else read_earlier(options.same_as, scene)
    if earlier is not None and other is not None:
        door.refuse("two_lists")
    own = _decisions(scene, options, door)
    key = None
    if options.format is not None or options.earlier is None:
        key = door.format(scheme, options.format)
    elif earlier is not None:
        key = door.format(scheme, earlier.format)
    if key and earlier and earlier.format not in (None, key):
        door.refuse("other_format", format=scheme.format_label(str(earlier.format), scene.language))
    spec = None if key is None else scheme.formats[key]
    given = options.seats is not None
    seats = door.seats(options.seats, spec)
    door.seconds(options.seconds)
    door.stop_if_refused()
    assert key is not None, "a format that is not known was refused"
    assert spec is not None, "a format that is not known was refused"
    if earlier is not None and earlier.seats and not given and earlier.seats != spec.seats:
        seats, given = earlier.seats, True
    list_ = earlier or other
    held = _carried(scene, earlier, own, _moderating(scene, options, earlier))
    asked = Asked(
        format=key,
        spec=spec,
        seats=seats,
        seats_shipped=spec.seats_shipped and not given,
        own=own,
        include=held["include"],
        exclude=held["exclude"],
        declined=held["declined"],
        kept=None if list_ is None else list_.invited,
        like=earlier is None and other is not None,
        gone=() if list_ is None else list_.gone,
    )
    asked = _like(scene, asked, before, door) if asked.kept is None and spec.same_as else asked
    door.stop_if_refused()
    return asked, earlier


def _decisions(scene: Scene, options: Options, door: Door) -> dict[str, Reasons]:
    """What is decided now: who has to be invited, who must not be, who has declined."""
    own = {name: door.actors(scene, getattr(options, name), name) for name in DECISIONS}
    moderating = _moderating(scene, options, None)
    if moderating is not None:
        own["exclude"].setdefault(moderating, say("invite.moderates", scene.language))
    for one in own["declined"].keys() & own["include"].keys():
        door.refuse("included_and_declined", name=scene.names[one])
    return {name: dict(given) for name, given in own.items()}


def _moderating(scene: Scene, options: Options, earlier: Earlier | None) -> int | None:
    """The actor that moderates, as entered now, else on the earlier list; None if it is none of them."""
    text = options.entered.get("moderation")
    if text is None and earlier is not None:
        text = earlier.entered.get("moderation")
    rows = find(scene.original, text) if text else []
    return scene.place_of_row.get(rows[0]) if len(rows) == 1 else None


def _carried(
    scene: Scene, earlier: Earlier | None, own: Mapping[str, Reasons], moderating: int | None
) -> dict[str, Reasons]:
    """What was decided on the earlier list, and now; of two decisions about one actor the later holds.

    Who stayed out since it moderated is free again as soon as somebody else does.
    """
    held: dict[int, tuple[str, str | None]] = {}
    moderated = {say("invite.moderates", language) for language in LANGUAGES}
    for change in earlier.changes if earlier else ():
        place, why = scene.at.get(str(change.get("who"))), change.get("why")
        if place is not None and (why not in moderated or place == moderating):
            held[place] = (str(change.get("what")), None if why is None else str(why))
    now = {place for given in own.values() for place in given}
    return {
        name: {place: why for place, (what, why) in held.items() if what == name and place not in now} | dict(own[name])
        for name in DECISIONS
    }


def _like(scene: Scene, asked: Asked, before: Past, door: Door) -> Asked:
    """With the people whom the ``same_as`` of the format means: those of its last event, or of a file."""
    meant, scheme = str(asked.spec.same_as), scene.landscape.scheme
    key = scheme.format_key(meant)
    if key is not None:
        people, label = before.last(key), visible(scheme.format_label(key, scene.language))
        said = say("invite.same_as_nobody" if people is None else "invite.same_as_events", scene.language, format=label)
        asked = replace(asked, kept=people, like=people is not None, event=people is not None, told=(said,))
        return asked if people is not None else replace(asked, spec=_with_rules_of(asked.spec, scheme.formats[key]))
    path = named_file(scene.original, meant)
    if path is None:
        door.refuse("same_as_not_found", given=meant)
        return asked
    list_ = read_earlier(path, scene)
    return replace(asked, kept=list_.invited, like=True, gone=list_.gone)


def _with_rules_of(spec: FormatSpec, other: FormatSpec) -> FormatSpec:
    """A format for the people of another one of whom nothing is known: by the rules of that one, beside its own."""
    own = {(rule.about, rule.value) for rule in spec.rules}
    rules = (*spec.rules, *(rule for rule in other.rules if (rule.about, rule.value) not in own))
    return replace(spec, rules=rules, parity=spec.parity or other.parity)
