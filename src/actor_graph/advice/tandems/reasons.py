"""Why two actors could be a tandem, and what should be known before they are asked, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from actor_graph.advice.tandems.scene import Actor
from actor_graph.advice.tandems.score import Parts, in_common, introducers
from actor_graph.words import Language, say
from actor_graph.words.visible import visible


class Telling:
    """The words for pairs among these actors, in a language."""

    def __init__(
        self, actors: Sequence[Actor], language: Language, *, dropped: Collection[tuple[int | None, int | None]] = ()
    ) -> None:
        self.actors, self.language, self._dropped = actors, language, dropped
        self.surveyed = any(actor.survey for actor in actors)

    def reasons(self, a: Actor, b: Actor, points: Parts) -> dict[str, str]:
        """A sentence for each part of the score that has points, in the order of the parts."""
        said: dict[str, Callable[[Actor, Actor], str]] = {
            "needs": self._needs,
            "fields": lambda a, b: self._say("fields", words=self._quoted(in_common(a.fields, b.fields))),
            "language_or_country": self._shared,
            "place": lambda a, b: self._say("place", words=visible(in_common(a.location, b.location)[0])),
            "introducer": self._introducer,
            "not_yet_networked": lambda a, b: self._about("not_yet_networked", [one for one in (a, b) if one.not_yet]),
            "central": lambda a, b: self._about("central", [one for one in (a, b) if one.central]),
        }
        return {part: said[part](a, b) for part, value in points.named().items() if value}

    def notes(self, a: Actor, b: Actor) -> list[str]:
        """What is not counted, but should be known.

        That is whether a tandem of the two came to nothing before, who has not answered, has declined, or wishes it
        later, and who offers what it looks for.
        """
        silent = [one for one in (a, b) if self.surveyed and one.survey not in ("answered", "declined")]
        declined = [one for one in (a, b) if one.survey == "declined"]
        later = [one for one in (a, b) if one.wish == "later"]
        found = (("no_answer", silent), ("declined", declined), ("later", later))
        before = (min(a.place, b.place), max(a.place, b.place)) in self._dropped
        again = [self._say("dropped")] if before else []
        return [*again, *self._offering_it_too(a, b), *(self._about(key, those) for key, those in found if those)]

    def _offering_it_too(self, a: Actor, b: Actor) -> Iterator[str]:
        """Of each word by which a need counts as met: who of the two looks for it and offers it."""
        met = {**{key: a.needs[key] for key in a.needs if key in b.offers},
               **{key: b.needs[key] for key in b.needs if key in a.offers}}  # fmt: skip
        for meaning, word in met.items():
            those = [one for one in (a, b) if meaning in one.needs and meaning in one.offers]
            if those:
                yield self._about("offers_it_too", those, word=self._word(word))

    def _say(self, key: str, /, **values: object) -> str:
        return say(f"tandems.{key}", self.language, **values)

    def _quoted(self, words: Sequence[str]) -> str:
        return ", ".join(self._word(word) for word in words)

    def _word(self, word: str) -> str:
        return say("problems.quoted", self.language, value=visible(word))

    def _about(self, key: str, those: Sequence[Actor], **values: object) -> str:
        names = [visible(actor.name) for actor in those]
        together = names[0] if len(names) == 1 else self._say("and", first=names[0], last=names[1])
        return self._say(key, n=len(names), names=together, **values)

    def _needs(self, a: Actor, b: Actor) -> str:
        there, back = self._met(a, b), self._met(b, a)
        both = [self._say("both_ways")] if there and back else []
        return "; ".join([*there, *back, *both])

    def _met(self, one: Actor, other: Actor) -> list[str]:
        """Each need of one that the other's offer meets."""
        names = {"one": visible(one.name), "other": visible(other.name)}
        told = []
        for meaning, need in one.needs.items():
            if meaning in other.offers:
                offer = other.offers[meaning]
                key = "need_met" if need == offer else "need_met_otherwise"
                told.append(self._say(key, need=self._word(need), offer=self._word(offer), **names))
        return told

    def _shared(self, a: Actor, b: Actor) -> str:
        found = (
            ("countries", in_common(a.countries, b.countries)),
            ("languages", in_common(a.languages, b.languages)),
        )
        told = [self._say(key, n=len(words), words=", ".join(map(visible, words))) for key, words in found if words]
        return "; ".join(told)

    def _introducer(self, a: Actor, b: Actor) -> str:
        first, *more = introducers(a, b, self.actors)
        key = "introducer_and" if more else "introducer"
        return self._say(key, name=visible(first.name), n=len(more))
