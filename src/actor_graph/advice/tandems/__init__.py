"""Who could carry a project together for a year: pairs of two kinds of organization, chosen exactly, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from itertools import product
from math import lcm

from actor_graph.advice.tandems.pairing import best_pairs
from actor_graph.advice.tandems.reasons import Telling
from actor_graph.advice.tandems.result import Tandems
from actor_graph.advice.tandems.scene import Actor, actors_of, of_type
from actor_graph.advice.tandems.score import introducers, parts
from actor_graph.advice.tandems.tandem import Tandem
from actor_graph.advice.tandems.worth import Pair
from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import stand_ins
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.reading.decisions import check_sum
from actor_graph.survey.tandems import carried, pairs
from actor_graph.words import Language, say
from actor_graph.words.fold import fold

__all__ = ["Tandem", "Tandems", "tandems"]


def tandems(
    landscape: Landscape,
    *,
    between: Sequence[str],
    count: int | None = None,
    suggest: int | None = None,
    language: Language | None = None,
) -> Tandems:
    """Find pairs of two kinds of organization for a joint project.

    A pair is one actor of each kind, both included in the survey, without a tie between them that counts, neither with
    ``wish: no`` nor in a tandem that was agreed and is not over (``survey.tandems.carried``); all types of an actor
    count, and one of both kinds can stand on either side. What speaks for a pair has points, which add up to its score
    (``score.parts``); only pairs with a score above 0 are considered. Chosen are the pairs with the greatest sum, each
    actor in one at most (``pairing.best_pairs`` says how draws are decided).

    Parameters
    ----------
    landscape
        As it was read.
    between
        Two kinds of organization: keys, labels or aliases of the scheme, or as written.
    count
        Choose just so many pairs, those of the greatest sum, or as many as there can be.
    suggest
        Tell besides for each actor its best partners, so many; draws in the order of the input.
    language
        Of the reasons; the landscape's own by default.

    Raises
    ------
    RequestError
        A kind that no included actor has, a number below 1, or a landscape under pseudonyms.
    """
    spoken = language or landscape.language
    if landscape.pseudonyms is not None:
        raise RequestError("tandems.no_pseudonyms", spoken)
    analysis = analyze(landscape, by="type", draws=1, language=spoken)
    told = analysis.request.landscape
    actors = actors_of(analysis)
    one, other = _kinds(told, actors, between, {"--count": count, "--suggest": suggest}, spoken)
    place = {row: place for place, row in enumerate(landscape.network.rows.tolist())}
    asked, wish_no, in_tandem = _asked(actors, {one, other}, {place.get(row) for row in carried(landscape)})
    scores = _scores(asked, (one, other), told)
    scale = lcm(*(score.denominator for score in scores.values()))
    worth = {pair: int(score * scale) for pair, score in scores.items()}
    ordered = {(min(pair), max(pair)): pair for pair in worth}
    chosen = best_pairs({key: worth[pair] for key, pair in ordered.items()}, count)
    telling = Telling(actors, spoken, dropped={(place.get(a), place.get(b)) for a, b in pairs(landscape, "dropped")})

    def tandem(pair: Pair) -> Tandem:
        a, b = (actors[place] for place in pair)
        points = parts(a, b, told.scheme.tandems)
        known = tuple(introducers(a, b, actors))
        return Tandem(a, b, points, telling.reasons(a, b, points), tuple(telling.notes(a, b)), known)

    ranked = sorted(scores, key=lambda pair: (-scores[pair], pair))
    best = None if suggest is None else _best(asked, ranked, suggest)
    offered = set(ranked if best is None else (pair for some in best.values() for pair in some))
    selected = {ordered[key] for key in chosen}
    taken = {place for pair in chosen for place in pair}
    return Tandems(
        landscape=told,
        note=f"{say('analysis.banner_office', spoken)}. {say('analysis.as_named', spoken)}",
        between=(one, other),
        count=count,
        chosen=tuple(tandem(pair) for pair in ranked if pair in selected),
        unmatched=tuple(actor for actor in asked if actor.place not in taken),
        wish_no=tuple(wish_no),
        in_tandem=tuple(in_tandem),
        candidates=tuple((actors[i], actors[j], scores[i, j]) for i, j in ranked if (i, j) in offered),
        suggestions=None if best is None else _told(best, actors, tandem),
        persons=dict.fromkeys(stand_ins(landscape)[0].values(), check_sum(landscape)),
        language=spoken,
    )


def _asked(
    actors: Sequence[Actor], kinds: Collection[str], carrying: Collection[int | None]
) -> tuple[list[Actor], list[Actor], list[Actor]]:
    """The actors of these kinds: who can be in a tandem, who wishes no more ties, who carries a tandem already."""
    found: tuple[list[Actor], list[Actor], list[Actor]] = ([], [], [])
    for actor in actors:
        if not actor.types.isdisjoint(kinds):
            found[1 if actor.wish == "no" else 2 if actor.place in carrying else 0].append(actor)
    return found


def _scores(asked: Sequence[Actor], kinds: tuple[str, str], landscape: Landscape) -> dict[Pair, Fraction]:
    """The score of each pair that can be one and for which something speaks; the first is of the first kind."""
    found: dict[Pair, Fraction] = {}
    for a, b in product(of_type(asked, kinds[0]), of_type(asked, kinds[1])):
        if a.place == b.place or b.place in a.partners or (b.place, a.place) in found:
            continue
        score = parts(a, b, landscape.scheme.tandems).score
        if score > 0:
            found[a.place, b.place] = score
    return found


def _best(asked: Sequence[Actor], ranked: Sequence[Pair], suggest: int) -> dict[int, list[Pair]]:
    """For each actor, by its place, its best pairs, draws in the order of the partners."""
    best: dict[int, list[Pair]] = {actor.place: [] for actor in asked}
    for pair in ranked:
        for place in pair:
            if len(best[place]) < suggest:
                best[place].append(pair)
    return best


def _told(
    best: Mapping[int, Sequence[Pair]], actors: Sequence[Actor], tandem: Callable[[Pair], Tandem]
) -> tuple[tuple[Actor, tuple[Tandem, ...]], ...]:
    return tuple((actors[place], tuple(map(tandem, some))) for place, some in best.items())


def _kinds(
    landscape: Landscape,
    actors: Sequence[Actor],
    between: Sequence[str],
    numbers: Mapping[str, int | None],
    language: Language,
) -> tuple[str, str]:
    """The two kinds that are meant; everything that is wrong with what was asked for is told at once."""
    if isinstance(between, str) or len(between) != 2:
        raise RequestError("tandems.two_types", language)
    kinds = [_kind(landscape, actors, given, language) for given in between]
    wrong = [kind for kind in kinds if isinstance(kind, RequestError)]
    wrong += _no_numbers(numbers, language)
    if wrong:
        raise RequestErrors(wrong)
    one, other = (str(kind) for kind in kinds)
    return one, other


def _no_numbers(numbers: Mapping[str, int | None], language: Language) -> Iterator[RequestError]:
    for what, given in numbers.items():
        if given is not None and given < 1:
            yield RequestError("tandems.count_from_one", language, given=given, what=what)


def _kind(landscape: Landscape, actors: Sequence[Actor], given: str, language: Language) -> str | RequestError:
    """The type that is meant, if an actor is of it."""
    scheme = landscape.scheme
    there = {fold(kind): kind for actor in actors for kind in sorted(actor.types)}
    meant = fold(scheme.type_key(given))
    if meant in there:
        return there[meant]
    words = {scheme.type_label(kind, language): kind for kind in there.values()}
    near = get_close_matches(given, [*words, *there.values()], n=1, cutoff=0.6)
    hint = say("tandems.did_you_mean", language, near=near[0]) if near else ""
    known = ", ".join(words)
    return RequestError("tandems.no_such_type", language, given=given, hint=hint, known=known)
