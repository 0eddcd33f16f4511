"""The waves of one city: landscapes with dates, earliest first, whose actors are the same where their ids are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from actor_graph.evolution.rules import check_rules
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.spellings import with_earlier_names
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problem, Problems
from actor_graph.words import Language
from actor_graph.words.fold import fold

HIDDEN = "[…]"
"""What stands for a natural person in a message."""
LEAST_SHARED = 0.5
"""If fewer of the actors of the smaller wave stand in the other one, the two are hardly two waves of one list."""


@dataclass(frozen=True)
class Sameness:
    """What two waves tell of their actors: names that stand under two ids, ids that stand under two names."""

    elsewhere: tuple[tuple[str, str, str], ...]
    renamed: tuple[tuple[str, str, str], ...]
    dealt_anew: tuple[tuple[str, str, str], ...]


def in_time(waves: Sequence[Landscape], language: Language) -> tuple[list[Landscape], tuple[Problem, ...]]:
    """The waves, the earliest first, and what should be known of their actors.

    Two waves need dates of which one lies wholly before the other: a year and a day in it have no order. Actors are the
    same where their ids are, and nowhere else. Where a name stands under another id in the other wave, that is told as
    a warning; where the id stands there, too, under another name, ids have been dealt anew, which is an error, since
    all that is told of change would be wrong.

    Raises
    ------
    LandscapeError
        Fewer than two waves, a wave without a date, two whose dates have no order, ids that were dealt anew, an
        indicator that counts what no wave knows: all that is wrong at once.
    """
    problems = Problems(clean=redact)
    if len(waves) < 2:
        problems.error("evolution.two_waves", n=len(waves))
    dated = [wave for wave in waves if wave.meta.get("date")]
    for wave in waves:
        if not wave.meta.get("date"):
            problems.error("evolution.no_date", **_place(wave))
    ordered = sorted(dated, key=lambda wave: (first_day(wave.meta["date"]), last_day(wave.meta["date"])))
    for one, other in pairwise(ordered):
        if last_day(one.meta["date"]) >= first_day(other.meta["date"]):
            dates = {"date": other.meta["date"], "other_date": one.meta["date"], "other": label(one)}
            problems.error("evolution.no_order", **dates, **_place(other))
        _compared(one, other, problems)
    for wave in ordered:
        check_rules(wave, ordered, label(wave), language, problems)
    problems.stop_if_errors(language)
    return ordered, problems.warnings


def label(wave: Landscape) -> str:
    """How a wave is called in messages: the name of its file or folder."""
    return wave.path.name if wave.path is not None and wave.path.name else wave.source


def _place(wave: Landscape) -> dict[str, Any]:
    return {"file": label(wave)}


def _compared(one: Landscape, other: Landscape, problems: Problems) -> None:
    found, place = sameness(one, other), {"other": label(one), **_place(other)}
    for id_, name, was in found.dealt_anew:
        problems.error("evolution.dealt_anew", id=id_, name=name, was=was, **place)
    for name, id_, was in found.elsewhere:
        problems.warn("evolution.elsewhere", name=name, id=id_, was=was, **place)
    for id_, name, was in found.renamed:
        problems.warn("evolution.renamed", id=id_, name=name, was=was, **place)
    shared = len({*one.actors["id"]} & {*other.actors["id"]})
    fewest = min(len(one.actors), len(other.actors))
    if shared < LEAST_SHARED * fewest:
        problems.warn("evolution.few_shared", shared=shared, n=fewest, **place)
    if one.scheme.name != other.scheme.name:
        problems.warn("evolution.schemes", scheme=other.scheme.name, other_scheme=one.scheme.name, **place)


def sameness(one: Landscape, other: Landscape) -> Sameness:
    """Compare the names of two waves, folded, by id; names that a wave has twice say nothing.

    Natural persons are compared with the others, but not told: neither by name nor by an id, which may be the name.
    """
    names, later = (dict(zip(wave.actors["id"], wave.actors["name"], strict=True)) for wave in (one, other))
    persons = {id_ for wave in (one, other) for id_ in _persons(wave)}
    ids, later_ids = _once(names), _once(later)
    elsewhere, dealt, crossing = [], [], set[str]()
    for folded, was in ids.items():
        now = later_ids.get(folded)
        if now is None or now == was:
            continue
        hidden = {was, now} & persons
        if was in later:
            crossing.add(was)
            dealt.append((HIDDEN,) * 3 if hidden else (was, later[was], later[now]))
        elif now not in names:
            elsewhere.append((HIDDEN,) * 3 if hidden else (later[now], now, was))
    renamed = [
        (id_, name, names[id_])
        for id_, name in later.items()
        if id_ in names and id_ not in persons and id_ not in crossing and fold(name) != fold(names[id_])
    ]
    return Sameness(tuple(elsewhere), tuple(renamed), tuple(dealt))


def _persons(wave: Landscape) -> Iterator[str]:
    return (id_ for id_, person in zip(wave.actors["id"], wave.actors["person"], strict=True) if person)


def _once(names: Mapping[str, str]) -> dict[str, str]:
    """The id under each folded name that stands once."""
    found: dict[str, list[str]] = {}
    for id_, name in names.items():
        found.setdefault(fold(name), []).append(id_)
    return {folded: ids[0] for folded, ids in found.items() if len(ids) == 1}


def alike(waves: Sequence[Landscape]) -> list[Landscape]:
    """The waves with what protects an actor in one of them protecting it in all.

    Who is a natural person, or objected, in one wave is so in all; who may be named, and whose ties may be shown, is
    what the last wave says in which it stands, and never more than that wave itself allows. The names that an actor has
    in other waves are other spellings of its name, so that texts are cleared of all of them.
    """
    told: dict[str, dict[str, bool]] = {}
    unsaid = {pair for wave in waves for pair, said in _pairs(wave) if said}
    for wave in waves:
        for row, id_ in enumerate(wave.actors["id"]):
            before = told.get(id_, {})
            told[id_] = {
                "person": bool(wave.actors["person"][row]) or before.get("person", False),
                "objected": bool(wave.actors["objected"][row]) or before.get("objected", False),
                "publish": bool(wave.actors["publish"][row]),
                "publish_ties": bool(wave.actors["publish_ties"][row]),
            }
    return [_protected(_known(wave, waves), told, unsaid) for wave in waves]


def _known(wave: Landscape, waves: Sequence[Landscape]) -> Landscape:
    """The wave with the names that its actors have in the others."""
    ids, names = wave.actors["id"], wave.actors["name"]
    for other in waves:
        theirs = dict(zip(other.actors["id"], other.actors["name"], strict=True))
        wave = with_earlier_names(wave, [theirs.get(id_, name) for id_, name in zip(ids, names, strict=True)])
    return wave


def _pairs(wave: Landscape) -> Iterator[tuple[frozenset[str], bool]]:
    """For each row of the ties: the ids of its ends, and whether somebody objected to it."""
    ids, ties = wave.actors["id"], wave.ties
    for a, b, said in zip(ties["source"], ties["target"], ties["objected"], strict=True):
        yield frozenset((ids[a], ids[b])), bool(said)


def _protected(
    wave: Landscape, told: Mapping[str, Mapping[str, bool]], unsaid: Collection[frozenset[str]]
) -> Landscape:
    actors, ids = wave.actors, wave.actors["id"]
    columns = dict(actors.columns)
    for key in ("person", "objected"):
        columns[key] = tuple(told[id_][key] or own for id_, own in zip(ids, actors[key], strict=True))
    for key in ("publish", "publish_ties"):
        columns[key] = tuple(bool(own) and told[id_][key] for id_, own in zip(ids, actors[key], strict=True))
    ties = dict(wave.ties.columns)
    ties["objected"] = tuple(pair in unsaid for pair, _ in _pairs(wave))
    return replace(wave, actors=replace(actors, columns=columns), ties=replace(wave.ties, columns=ties))
