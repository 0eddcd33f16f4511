"""Which actors of a landscape may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from actor_graph.landscape import Landscape
from actor_graph.matching.blocking import candidates
from actor_graph.matching.evidence import STRONG, Shared, shared
from actor_graph.matching.frequency import Frequency
from actor_graph.matching.names import name_of, words_known
from actor_graph.matching.pair import Pair
from actor_graph.matching.places import places_of
from actor_graph.matching.scores import Score, compare
from actor_graph.matching.spellings import known_names
from actor_graph.matching.synonyms import synonyms_of
from actor_graph.matching.word import Name
from actor_graph.problems import Phrase
from actor_graph.scheme import Scheme
from actor_graph.words.fold import fold

PROPOSED, BY_CONTACTS = 0.72, 0.5
"""From this score on a pair is proposed, and one that shares contact data; set on ``tests/matching/benchmark.csv``."""
_OTHER_PLACE, _BY_CONTACT = 0.15, 0.55
_FITS = 0.03
"""So much worse than the best may the initials of a name fit."""
_INITIALS = Phrase("matching.initials")
Rows = tuple[int, int]
Found = tuple[float, int, int, Pair]
"""The score, negative, two rows, and the pair."""
_PERSONS = 0.9
"""Two natural persons have to be this much alike."""


class Names:
    """The names of a list, taken apart, and how frequent their words are.

    ``of`` says for each name whose it is, own names before other spellings; else each is another's. A word counts once
    for all names of one.
    """

    def __init__(
        self, names: Sequence[str], scheme: Scheme, told: Sequence[str] = (), of: Sequence[int] | None = None
    ) -> None:
        self.of = range(len(names)) if of is None else of
        synonyms = synonyms_of(scheme.synonyms)
        places = places_of(names, told)
        known = words_known(names)
        self.names: list[Name] = [name_of(name, places, synonyms, known) for name in names]
        where: dict[str, set[int]] = defaultdict(set)
        for i, name in zip(self.of, self.names, strict=True):
            for word in name.words:
                where[word.stem].add(i)
                where[f"={word.whole or word.text}"].add(i)
        rows = {stem: frozenset(places) for stem, places in where.items()}
        self.often = Frequency(len(set(self.of)), {stem: len(places) for stem, places in rows.items()}, rows)

    def best(self, near: Iterable[Rows], beside: Iterable[Rows]) -> dict[Rows, Score]:
        """The score of each two of whom two names are near, the best where they have several, and of those ``beside``.

        ``near`` are pairs of names by their places, ``beside`` pairs of those who have them.
        """
        own: dict[int, int] = {}
        for place, row in enumerate(self.of):
            own.setdefault(row, place)
        also = {(own[a], own[b]) for a, b in beside if a in own and b in own}
        found: dict[Rows, Score] = {}
        for i, j in sorted({*near} | also):
            rows = (min(self.of[i], self.of[j]), max(self.of[i], self.of[j]))
            if rows[0] == rows[1]:
                continue
            score = compare(self.names[i], self.names[j], self.often)
            if score.value and not {i, j} <= {own[rows[0]], own[rows[1]]}:
                score = replace(score, why=(*score.why, "noted"))
            if rows not in found or score.value > found[rows].value:
                found[rows] = score
        return found


def likely(landscape: Landscape) -> list[Pair]:
    """Pairs of actors that may be one, the likeliest first, then in the order of the file.

    Of equal names each is paired with the first of them, which alone is compared with other names. Other spellings that
    are noted of an actor are names of it as its own is.
    """
    actors = landscape.actors
    told = [landscape.meta.get("place"), *actors["place"]]
    known = known_names(actors, range(len(actors)))
    of, texts = [row for row, _ in known], [text for _, text in known]
    names = Names(texts, landscape.scheme, [place for place in told if isinstance(place, str)], of)
    evidence = shared(landscape)
    first = _first(landscape, known)
    alone = sorted(set(first))
    near = {(alone[i], alone[j]) for i, j in candidates([names.names[row] for row in alone])}
    equal = {(at, row) for row, at in enumerate(first) if at != row}
    found = []
    for (i, j), score in sorted(names.best(near | equal, evidence).items(), key=lambda entry: entry[0]):
        value, why = judged(landscape, i, j, score, evidence)
        if value >= (PROPOSED if not evidence.get((i, j)) else BY_CONTACTS):
            pair = Pair(actors["id"][i], actors["id"][j], actors["name"][i], actors["name"][j], value, why)
            found.append((-value, i, j, pair))
    return [pair for *_, pair in sorted(_meant(found), key=lambda entry: entry[:3])]


def _meant(found: Sequence[Found]) -> list[Found]:
    """The pairs; of those found by initials alone the ones that fit best, for an abbreviation means one name."""
    best: dict[int, float] = defaultdict(float)
    for value, i, j, pair in found:
        if _INITIALS in pair.why:
            best[i], best[j] = min(best[i], value), min(best[j], value)
    return [
        (value, i, j, pair)
        for value, i, j, pair in found
        if _INITIALS not in pair.why or value <= min(best[i], best[j]) + _FITS
    ]


def _first(landscape: Landscape, known: Sequence[tuple[int, str]]) -> list[int]:
    """For each name that is known the first that is the same, as folded; natural persons apart from others."""
    persons, first = landscape.actors["person"], dict[tuple[str, bool], int]()
    return [first.setdefault((fold(name), bool(persons[row])), place) for place, (row, name) in enumerate(known)]


def judged(landscape: Landscape, i: int, j: int, score: Score, evidence: Shared) -> tuple[float, tuple[Phrase, ...]]:
    """The score of two rows with all that speaks for and against them."""
    if not score.value and (i, j) not in evidence:
        return 0.0, ()
    actors = landscape.actors
    persons = (actors["person"][i] or False, actors["person"][j] or False)
    if persons[0] != persons[1] or (persons[0] and score.value < _PERSONS):
        return 0.0, ()
    value, why = score.value, list(score.why)
    kinds = sorted(evidence.get((i, j), ()))
    if kinds and value:
        value = 1 - (1 - value) / 2
    elif kinds:
        strong = [kind for kind in kinds if kind in STRONG]
        value = _BY_CONTACT if strong and score.common and not score.apart else 0.0
        value = value or (BY_CONTACTS if len(strong) > 1 and not score.apart else 0.0)
        why = ["other_name"]
    places = (actors["place"][i], actors["place"][j])
    if all(places) and value:
        same = fold(places[0]) == fold(places[1])
        why.append("same_place" if same else "other_place")
        value = value if same else value - _OTHER_PLACE
    phrases = [Phrase(f"matching.{name}") for name in (*why, *(f"same_{kind}" for kind in kinds))]
    return round(max(0.0, value), 2), tuple(phrases)
