"""The entries of a directory: what stands about each actor, for whom, in which order. One model for all forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.analysis.released import about_actors
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.leaving import leaving
from actor_graph.views.directory.addresses import Address, addresses
from actor_graph.words import Language, say
from actor_graph.words.numbers import sort_key
from actor_graph.writing.tables import text

LISTS = ("fields", "offers", "needs", "languages", "countries", "members")
"""Columns of several words, in the order in which an entry tells them."""


@dataclass(frozen=True)
class Entry:
    """What stands about one actor. Texts can be shown as they are: nothing in them steers or turns what is read.

    Attributes
    ----------
    number
        Its place in the directory, from 1; indexes refer to it.
    row
        The actor's row in the landscape's table.
    kinds
        What kinds of organization it is, as the scheme names them.
    website
        Its addresses; what is no address that can be followed is text.
    attributes
        Further columns that leave (``publish_columns``): heading and text.
    note
        For the office: why the entry stands in no directory for the public.
    """

    number: int
    row: int
    name: str
    kinds: tuple[str, ...] = ()
    description: str = ""
    fields: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    place: str = ""
    website: tuple[Address, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def anchor(self) -> str:
        """Where the entry stands in a page."""
        return f"e{self.number}"

    @property
    def bare(self) -> bool:
        """Whether nothing is known beside name and kind."""
        told = (self.description, self.place, self.website, self.attributes, *(getattr(self, key) for key in LISTS))
        return not any(told)


def entries(
    landscape: Landscape,
    audience: Audience,
    *,
    language: Language | None = None,
    rows: Sequence[int] | None = None,
    with_contacts: bool = False,
    sensitive: bool = False,
) -> list[Entry]:
    """The entries that an audience may read, in the order of their names.

    ``rows`` are the actors wanted (rows of the landscape's table); without it all. Those whom the audience may not see
    by name are left out: see ``rows_told``. Columns are those that leave in every other output, too.
    """
    cleared = leaving(landscape, with_contacts=with_contacts, audience=audience)
    told = rows_told(cleared, audience)
    wanted = told if rows is None else [row for row in told if row in set(rows)]
    return entries_of(cleared, audience, wanted, language=language, sensitive=sensitive)


def entries_of(
    cleared: Landscape, audience: Audience, rows: Sequence[int], *, language: Language | None, sensitive: bool
) -> list[Entry]:
    """The entries of these rows of a landscape that was cleared before."""
    spoken = language or cleared.language
    about = about_actors(cleared, audience, rows, rows_included(cleared), sensitive=sensitive)
    made = [_entry(cleared, row, facts, spoken) for row, facts in zip(rows, about, strict=True)]
    if audience == "office":
        made = [replace(entry, note=_note(cleared, entry.row, spoken)) for entry in made]
    made.sort(key=lambda entry: sort_key(entry.name))
    return [replace(entry, number=number) for number, entry in enumerate(made, start=1)]


def rows_included(landscape: Landscape) -> list[int]:
    """The rows of the actors that are part of the survey."""
    return [row for row, word in enumerate(landscape.actors["survey"]) if word != "excluded"]


def rows_told(landscape: Landscape, audience: Audience) -> list[int]:
    """The rows of the actors that have an entry.

    To the public those included that said ``publish: yes``; a natural person has none, since all that would be left of
    it is a number that can be guessed at. To others all that are included, persons under their stand-in.
    """
    actors = landscape.actors
    included = rows_included(landscape)
    if audience != "public":
        return included
    return [row for row in included if actors["publish"][row] and not actors["person"][row]]


def _entry(cleared: Landscape, row: int, facts: Mapping[str, Any], language: Language) -> Entry:
    kinds = tuple(cleared.scheme.type_label(kind, language) for kind in cleared.actors["type"][row])

    def words(key: str) -> tuple[str, ...]:
        return tuple(map(_line, facts.get(key) or ()))

    return Entry(
        number=0,
        row=row,
        name=_line(cleared.actors["name"][row]),
        kinds=tuple(map(_line, kinds)),
        description=text(facts.get("description") or "").strip(),
        place=_line(facts.get("place") or ""),
        website=addresses(_line(facts.get("website") or "")),
        attributes=tuple((_line(key), _line(cell)) for key, cell in (facts.get("attributes") or {}).items()),
        fields=words("fields"),
        offers=words("offers"),
        needs=words("needs"),
        languages=words("languages"),
        countries=words("countries"),
        members=words("members"),
    )


def _note(cleared: Landscape, row: int, language: Language) -> str:
    """What the office has to know of an entry before it passes it on."""
    actors = cleared.actors
    key = "objected" if actors["objected"][row] else "" if actors["publish"][row] else "not_agreed"
    return say(f"directory.{key}", language) if key else ""


def _line(value: Any) -> str:
    """A text in one line."""
    return " ".join(text(value).split())
