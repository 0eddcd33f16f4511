"""What speaks for two actors as a tandem: parts with points of their own, which add up to the score."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, fields
from fractions import Fraction

from actor_graph.advice.tandems.scene import Actor, Words
from actor_graph.scheme.tandem_parts import TandemWeights


@dataclass(frozen=True, slots=True)
class Parts:
    """The points of each part, exact; the names are those of the scheme and of the document."""

    needs: Fraction
    fields: Fraction
    language_or_country: Fraction
    place: Fraction
    introducer: Fraction
    not_yet_networked: Fraction
    central: Fraction

    @property
    def score(self) -> Fraction:
        """Their sum."""
        return sum(self.named().values(), Fraction(0))

    def named(self) -> dict[str, Fraction]:
        """Each part by its name."""
        return {part.name: getattr(self, part.name) for part in fields(self)}


def parts(a: Actor, b: Actor, weights: TandemWeights) -> Parts:
    """The points of a pair; which of the two is which does not matter.

    ``needs``
        for each need of one that an offer of the other meets (``advice.helping``); all of it times ``both_ways`` if
        each meets a need of the other. A need that is written twice counts once.
    ``fields``
        for each field in common, at most ``fields_most``.
    ``language_or_country``, ``place``
        once if they share a language or a country; once if they are in the same place.
    ``introducer``
        once if somebody has a tie with both.
    ``not_yet_networked``, ``central``
        once if one of them, or both, is so. Whoever has not answered and has no tie is neither: nothing is known.

    Words are compared as needs and offers are. What a survey did not ask counts for nobody.
    """
    there, back = len(_common(a.needs, b.offers)), len(_common(b.needs, a.offers))
    both_ways = weights.both_ways if there and back else Fraction(1)
    shared = bool(_common(a.languages, b.languages) or _common(a.countries, b.countries))
    return Parts(
        needs=weights.needs * (there + back) * both_ways,
        fields=min(weights.fields * len(_common(a.fields, b.fields)), weights.fields_most),
        language_or_country=weights.language_or_country * shared,
        place=weights.place * bool(_common(a.location, b.location)),
        introducer=weights.introducer * bool(_introducers(a, b)),
        not_yet_networked=weights.not_yet_networked * (a.not_yet or b.not_yet),
        central=weights.central * (a.central or b.central),
    )


def in_common(a: Words, b: Words) -> tuple[str, ...]:
    """The words of both, as the first one writes them, in its order."""
    return tuple(word for meaning, word in a.items() if meaning in b)


def introducers(a: Actor, b: Actor, actors: Sequence[Actor]) -> list[Actor]:
    """Who has a tie with both: first whose weaker tie is the strongest, then by the stronger one, then by the input."""

    def firmness(place: int) -> tuple[float, float, int]:
        weaker, stronger = sorted((a.partners[place], b.partners[place]))
        return -weaker, -stronger, place

    return [actors[place] for place in sorted(_introducers(a, b), key=firmness)]


def _common(a: Words, b: Words) -> Set[str]:
    return a.keys() & b.keys()


def _introducers(a: Actor, b: Actor) -> Set[int]:
    return a.partners.keys() & b.partners.keys()
