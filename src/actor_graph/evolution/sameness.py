"""Who is who between waves: what should be known of ids and names before anything is told of change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from actor_graph.comparison.paths import typed
from actor_graph.evolution.spelled import Spelled
from actor_graph.landscape import Landscape
from actor_graph.privacy.redaction import GONE
from actor_graph.problems import Phrase, Problems
from actor_graph.words.fold import fold

LEAST_SHARED = 0.5
"""If fewer of the actors of the smaller wave stand in the other one, the two are hardly two waves of one list."""
TOLD = 12
"""So many pairs of names, or ids, are told in one message."""


@dataclass(frozen=True)
class Sameness:
    """What two waves tell of their actors: names that stand under two ids, ids that stand under two names."""

    elsewhere: tuple[tuple[str, str, str], ...]
    renamed: tuple[tuple[str, str, str], ...]
    dealt_anew: tuple[tuple[str, str, str], ...]


def label(wave: Landscape) -> str:
    """How a wave is called in messages: the name of its file or folder."""
    return wave.path.name if wave.path is not None and wave.path.name else wave.source


def who_is_who(waves: Sequence[Landscape], spelled: Sequence[Spelled], problems: Problems) -> None:
    """Tell what is not sure of the actors of each two waves that follow one another, the earliest first.

    Where a name stands under another id in the other wave, that is a warning; where the id stands there, too, under
    another name, ids have been dealt anew, which is an error, since all that is told of change would be wrong. A
    warning names those who seem new and whose names are like those of some who seem gone, as ``actor-graph match``
    would find them; and those that are one, though ``spelled`` in two ways.
    """
    for at, (one, other) in enumerate(pairwise(waves)):
        _compared(one, other, {pair.id for pair in spelled if pair.after == at + 1}, problems)
    for (before, after), group in groupby(sorted(spelled, key=_places), key=_places):
        pairs = [(pair.name, pair.was) for pair in group]
        apart = Phrase("waves.how_apart", {"column": Phrase("waves.id_column")})
        _tell("spelled", pairs, waves[before], waves[after], apart, problems)


def _places(pair: Spelled) -> tuple[int, int]:
    return pair.before, pair.after


def _compared(one: Landscape, other: Landscape, spelled: Collection[str], problems: Problems) -> None:
    found, place = sameness(one, other), {"other": label(one), "file": label(other)}
    if found.dealt_anew:
        told = [Phrase("waves.dealt", dict(zip(("id", "name", "was"), one, strict=True))) for one in found.dealt_anew]
        command = _command(one, other)
        problems.error(
            "waves.dealt_anew", n=len(told), ids=_first(told), command=command, how=_how(one, other), **place
        )
    for name, id_, was in found.elsewhere:
        problems.warn("evolution.elsewhere", name=name, id=id_, was=was, how=_how(one, other), **place)
    for id_, name, was in found.renamed:
        if id_ not in spelled and not found.dealt_anew:
            problems.warn("evolution.renamed", id=id_, name=name, was=was, **place)
    if not found.dealt_anew and (pairs := resembling(one, other)):
        _tell("resembling", pairs, one, other, _how(one, other), problems)
    shared = len({*one.actors["id"]} & {*other.actors["id"]})
    fewest = min(len(one.actors), len(other.actors))
    if shared < LEAST_SHARED * fewest:
        problems.warn("evolution.few_shared", shared=shared, n=fewest, **place)
    if one.scheme.name != other.scheme.name:
        problems.warn("evolution.schemes", scheme=other.scheme.name, other_scheme=one.scheme.name, **place)


def _tell(
    key: str, pairs: Sequence[tuple[str, str]], one: Landscape, other: Landscape, how: Phrase, problems: Problems
) -> None:
    """One warning of all pairs of names, later and earlier, with what can be done about them."""
    told = _first([Phrase("waves.pair", {"name": name, "was": was}) for name, was in pairs])
    problems.warn(
        f"waves.{key}", n=len(pairs), pairs=told, how=how, command=_command(one, other),
        other=label(one), file=label(other), sheet=other.actors.sheet,
    )  # fmt: skip


def _first(told: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The first of many, and how many more there are."""
    rest = len(told) - TOLD
    return (*told[:TOLD], Phrase("waves.more_pairs", {"n": rest})) if rest > 0 else tuple(told)


def _how(one: Landscape, other: Landscape) -> Phrase:
    """How an actor gets one id in both waves: by the column of ids, or, where a list has none, by its name, too."""
    columns = [wave.actors.headings.get("id") for wave in (other, one)]
    if all(columns):
        return Phrase("waves.how_by_id", {"column": columns[0]})
    return Phrase("waves.how_by_name", {"column": next(filter(None, columns), None) or Phrase("waves.id_column")})


def _command(one: Landscape, other: Landscape) -> str:
    """The command that lays two waves beside each other, as it can be typed."""
    new, old = (typed(str(wave.path or label(wave))) for wave in (other, one))
    return f"actor-graph match {new} --against {old}"


def sameness(one: Landscape, other: Landscape) -> Sameness:
    """Compare the names of two waves, folded, by id; names that a wave has twice say nothing.

    Where one name has moved from an id that another has now, all ids that changed hands so are told; an id given by
    hand goes before a name, so that a later row whose id is but its name takes none. Natural persons are compared with
    the others, but not told: neither by name nor by an id, which may be the name.
    """
    names, later = (dict(zip(wave.actors["id"], wave.actors["name"], strict=True)) for wave in (one, other))
    persons = {id_ for wave in (one, other) for id_ in _persons(wave)}
    hidden = persons | {fold(listed[id_]) for listed in (names, later) for id_ in persons & {*listed}}
    ids, later_ids = _once(names), _once(later)
    elsewhere, moved, dealt = [], list[str](), False
    for folded, was in ids.items():
        now = later_ids.get(folded)
        if now is None or now == was:
            continue
        given = now != later[now]
        moved += [id_ for id_ in (was, now) if id_ in names and id_ in later]
        if was in later and given:
            dealt = True
        elif now not in names:
            elsewhere.append((GONE,) * 3 if {was, now} & persons else (later[now], now, was))
    anew = [id_ for id_ in names if id_ in moved and fold(names[id_]) != fold(later[id_])] if dealt else []
    told = [
        (GONE,) * 3 if {id_, fold(names[id_]), fold(later[id_])} & hidden else (id_, later[id_], names[id_])
        for id_ in anew
    ]
    renamed = [
        (id_, name, names[id_])
        for id_, name in later.items()
        if id_ in names and id_ not in persons and id_ not in anew and fold(name) != fold(names[id_])
    ]
    return Sameness(tuple(elsewhere), tuple(renamed), tuple(told))


def resembling(one: Landscape, other: Landscape) -> list[tuple[str, str]]:
    """Who is on the later list alone, and on the earlier list alone a name like theirs: both names, the likest first.

    Found as ``actor-graph match`` finds them, contact data speaking for a pair. Each actor stands in one pair. Names
    that are the same when folded are told elsewhere; of natural persons nothing is told but that there is such a pair.
    """
    earlier, later = {*one.actors["id"]}, {*other.actors["id"]}
    if earlier <= later or later <= earlier:
        return []
    from actor_graph.matching.comparison import compared

    persons = {*_persons(one), *_persons(other)}
    found: list[tuple[str, str]] = []
    for like in sorted(compared(other, one.actors, among_persons=True).both, key=lambda like: -like.score):
        now, was = other.actors["id"][like.here], one.actors["id"][like.there]
        names = other.actors["name"][like.here], one.actors["name"][like.there]
        if now in earlier or was in later or fold(names[0]) == fold(names[1]):
            continue
        earlier.add(now)
        later.add(was)
        found.append((GONE, GONE) if {now, was} & persons else names)
    return found


def _persons(wave: Landscape) -> Iterator[str]:
    return (id_ for id_, person in zip(wave.actors["id"], wave.actors["person"], strict=True) if person)


def _once(names: Mapping[str, str]) -> dict[str, str]:
    """The id under each folded name that stands once."""
    found: dict[str, list[str]] = {}
    for id_, name in names.items():
        found.setdefault(fold(name), []).append(id_)
    return {folded: ids[0] for folded, ids in found.items() if len(ids) == 1}
