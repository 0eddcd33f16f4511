"""The waves of one city: landscapes with dates, earliest first, whose actors are the same where their ids are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from actor_graph.evolution.rules import check_rules
from actor_graph.evolution.sameness import label, who_is_who
from actor_graph.evolution.spelled import under_one_name, with_persons
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.spellings import with_earlier_names
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problem, Problems
from actor_graph.words import Language


def in_time(waves: Sequence[Landscape], language: Language) -> tuple[list[Landscape], tuple[Problem, ...]]:
    """The waves, the earliest first, and what should be known of their actors.

    Two waves need dates of which one lies wholly before the other: a year and a day in it have no order. Actors are the
    same where their ids are; where names are the ids, a name is the same however it is written (``under_one_name``).
    Who is a natural person in one wave is one in all, by the id or the name (``with_persons``).
    What is not sure is told (``sameness.who_is_who``).

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
            problems.error("evolution.no_date", file=label(wave))
    ordered = sorted(dated, key=lambda wave: (first_day(wave.meta["date"]), last_day(wave.meta["date"])))
    for one, other in pairwise(ordered):
        if last_day(one.meta["date"]) >= first_day(other.meta["date"]):
            dates = {"date": other.meta["date"], "other_date": one.meta["date"], "other": label(one)}
            problems.error("evolution.no_order", **dates, file=label(other))
    same, spelled = under_one_name(with_persons(ordered))
    who_is_who(same, spelled, problems)
    _note_surveys(same, problems)
    for wave in same:
        check_rules(wave, same, label(wave), language, problems)
    problems.stop_if_errors(language)
    return same, problems.warnings


def _note_surveys(waves: Sequence[Landscape], problems: Problems) -> None:
    """Warn of a wave of which it is not known who answered, where it is known of another one."""
    surveyed = [any(wave.network.column(wave.actors["survey"])) for wave in waves]
    for wave, known in zip(waves, surveyed, strict=True):
        if any(surveyed) and not known:
            problems.warn("waves.no_survey", file=label(wave), sheet=wave.actors.sheet)


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
