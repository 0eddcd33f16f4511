"""Whom a questionnaire names: the actors known, and the ties that an actor stated in an earlier survey.

Natural persons are named in their own questionnaire alone: they stand on no roster, and a tie with one is not told.
Of the earlier ties an actor is shown those that it stated itself, and those of which nobody is known to have stated
them; that others named it, it does not learn here. Who objected is asked nothing and named to nobody, and a tie that
somebody objected to is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from actor_graph.landscape import Landscape
from actor_graph.privacy.addresses import Addresses
from actor_graph.privacy.lookup import Lookup
from actor_graph.privacy.objections import names_unsaid, objections
from actor_graph.privacy.persons import addresses, clearing_of, silence, sought, stand_ins
from actor_graph.privacy.redaction import redact
from actor_graph.words import Language
from actor_graph.words.numbers import sort_key
from actor_graph.words.visible import visible

Clear = Callable[[str], str]


class Roster:
    """The actors of a landscape as questionnaires name them."""

    def __init__(self, landscape: Landscape, language: Language) -> None:
        self.landscape, self.language = landscape, language
        actors = landscape.actors
        self.persons = {row for row, person in enumerate(actors["person"]) if person}
        self.objections = objections(landscape)
        included = [row for row, word in enumerate(actors["survey"]) if word != "excluded"]
        self.asked = [row for row in included if row not in self.objections.actors]
        self.left_out = len(actors) - len(included)

    @cached_property
    def known(self) -> list[int]:
        """Rows of all actors who may be named to others, in the order of the alphabet."""
        open_ = (row for row in self.asked if row not in self.persons)
        return sorted(open_, key=lambda row: sort_key(self.name(row)))

    def name(self, row: int) -> str:
        """An actor's name as others read it: without contact data and names of persons in it.

        The name of who objected stays within it, as it does in other outputs: it is the actor's own.
        """
        return self._names[row]

    def told(self, text: str) -> str:
        """A text as all may read it."""
        return visible(self._clear_for_all(text))

    def own_name(self, row: int) -> str:
        """An actor's name as it reads it itself, without contact data that somebody wrote behind it."""
        return visible(redact(self.landscape.actors["name"][row]))

    def clear(self, row: int) -> Clear:
        """How texts are cleared for an actor: its own name stays, other persons and contact data do not."""
        if row not in self.persons:
            return self._clear_for_all
        known, own = self._sought, {self._stand_ins[self.landscape.actors["name"][row]]}
        return lambda text: redact(self._homes.redacted(known.put(self._silence(text), stays=own)))

    def earlier(self, row: int) -> list[tuple[int, str]]:
        """The partners of an actor in that survey, the firmest ties first, each with the word it had."""
        landscape, found = self.landscape, dict[int, str]()
        ties, all_from_source = landscape.ties, landscape.meta.get("reports") == "source"
        rank = {word: place for place, word in enumerate(landscape.scheme.intensity)}
        unseen = self.persons | self.objections.actors
        cells = (ties[key] for key in ("source", "target", "reported_by", "until", "intensity"))
        for place, (source, target, reporters, until, word) in enumerate(zip(*cells, strict=True)):
            stated = reporters or ((source,) if all_from_source else ())
            other = target if source == row else source
            mine = row in (source, target) and source != target and (row in stated or not stated)
            if not mine or until or place in self.objections.ties:
                continue
            if other in unseen or landscape.actors["survey"][other] == "excluded":
                continue
            if other not in found or rank.get(word, len(rank)) < rank.get(found[other], len(rank)):
                found[other] = word or ""
        firmest = sorted(found.items(), key=lambda tie: (rank.get(tie[1], len(rank)), sort_key(self.name(tie[0]))))
        return [(other, landscape.scheme.intensity_label(word, self.language)) for other, word in firmest]

    @cached_property
    def _names(self) -> list[str]:
        clear = clearing_of(self.landscape)
        return [visible(clear(name)) for name in self.landscape.actors["name"]]

    @cached_property
    def _stand_ins(self) -> dict[str, str]:
        return stand_ins(self.landscape)[1]

    @cached_property
    def _sought(self) -> Lookup:
        """What stands in no text for others: natural persons, those who objected, what is in contact columns."""
        return sought(self.landscape, self._unsaid)

    @cached_property
    def _unsaid(self) -> Mapping[str, str]:
        return names_unsaid(self.landscape, self.objections)

    @cached_property
    def _homes(self) -> Addresses:
        return addresses(self.landscape)

    @cached_property
    def _silence(self) -> Clear:
        return silence(self.landscape, self._unsaid)

    @cached_property
    def _clear_for_all(self) -> Clear:
        known = self._sought
        return lambda text: redact(self._homes.redacted(known.put(self._silence(text))))
