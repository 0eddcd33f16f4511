"""A landscape as it may leave: the one place where contact data go and natural persons get their stand-ins.

Every figure, table, page and sentence is made from this copy; the landscape itself stays as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, YES_NO_COLUMNS, Landscape, Table
from actor_graph.landscape.tandems import with_tandems
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.objections import UNSAID, emptied, heard, names_unsaid
from actor_graph.privacy.persons import Clear, clearing_of, stand_ins
from actor_graph.privacy.pseudonyms import stood_in
from actor_graph.privacy.unnamed import not_agreed, publicly, without_status

OF_PERSONS = ("id", "name", "type", "fields", "needs", "offers", "survey", "wish", *YES_NO_COLUMNS)
"""Of a natural person only what does not point to them."""
OF_TIES = ("source", "target", "kind", "intensity", "weight", "reported_by", "since", "until")
_NO_TEXT = (*DATE_COLUMNS, *YES_NO_COLUMNS, "survey", "id")
_ITS_OWN = ("name", "type")
"""Cells that stay an actor's own where the name of one who objected stands in them."""
_TEXTS_ABOUT = ("name", "place", "boundary", "sources")


def leaving(
    landscape: Landscape,
    *,
    with_contacts: bool = False,
    audience: Audience = "office",
    keep: Collection[str] = (),
) -> Landscape:
    """A copy without contact columns, notes, the log, the events and tandems (but as ties), its texts cleared.

    In every text (names, types, kinds, the landscape's own name, …) phone numbers, e-mail addresses and IBANs become
    ``[…]``, unless ``with_contacts`` (then contact columns stay, too), and the names and ids of natural persons their
    stand-ins; so do the values of contact columns, and the ways in which people write a name (“Frau Muster”), see
    ``privacy.persons.clearing_of``. An id that was made from a name is cleared with it; other ids stay. Of a natural
    person only what does not point to them is kept. Outside the office the entries of those who objected are emptied,
    and their names stand in no text of others (``privacy.objections``); every row keeps its place. To the public the
    landscape's own texts are without the names of those who have not agreed to be named; its warnings say where
    (``privacy.unnamed``).

    Of a landscape with ``pseudonyms`` numbers stand for all names, and of its columns only those that could name nobody
    are there, beside those to ``keep`` (``privacy.pseudonyms``).
    """
    ids, persons = stand_ins(landscape)
    objected = heard(landscape, audience)
    own = cache(clearing_of(landscape, with_contacts=with_contacts))
    unsaid = names_unsaid(landscape, objected)
    clear = cache(clearing_of(landscape, unsaid, with_contacts=with_contacts)) if unsaid else own
    landscape = with_tandems(landscape)
    actors = emptied(_actors(landscape.actors, ids, persons, clear, own, with_contacts), objected)
    ties = {key: _cells(key, landscape.ties, clear) for key in OF_TIES if key in landscape.ties}
    new_ids = dict(zip(landscape.actors["id"], actors["id"], strict=True))
    told = replace(
        landscape,
        actors=actors,
        ties=Table(ties, landscape.ties.rows, landscape.ties.headings),
        meta=_meta(landscape.meta, new_ids, clear) | _addresses(landscape),
        source=clear(landscape.source),
        contacts=None,
        events=None,
        warnings=(),
    )
    if landscape.pseudonyms is not None:
        return stood_in(told, landscape, keep)
    if audience == "participants":
        return without_status(told)
    return publicly(told) if audience == "public" else told


def clearing_for(landscape: Landscape, audience: Audience) -> Clear:
    """How a text that the landscape says of itself is cleared for an audience, as ``leaving`` clears it."""
    clear = clearing_of(landscape, names_unsaid(landscape, heard(landscape, audience)))
    if audience != "public":
        return clear
    unnamed = not_agreed(leaving(landscape, audience=audience))
    return lambda text: unnamed.redacted(clear(text))


def _actors(
    table: Table, ids: Mapping[int, str], persons: Mapping[str, str], clear: Clear, own: Clear, with_contacts: bool
) -> Table:
    kept = [key for key in table.columns if with_contacts or key not in table.contact]
    columns = {key: _cells(key, table, own if key in _ITS_OWN else clear) for key in kept}
    columns["name"] = tuple(
        persons[name] if row in ids else shown
        for row, (name, shown) in enumerate(zip(table["name"], columns["name"], strict=True))
    )
    if "members" in columns:
        columns["members"] = _unnamed(columns["members"], _cells("members", table, own))
    columns["id"] = _ids(table, columns["name"], ids)
    for key in kept:
        if key not in OF_PERSONS:
            empty: Any = () if any(isinstance(cell, tuple) for cell in columns[key]) else None
            columns[key] = tuple(empty if row in ids else cell for row, cell in enumerate(columns[key]))
    extra = tuple(key for key in table.extra if key in columns)
    contact = tuple(key for key in table.contact if key in columns)
    return replace(table, columns=columns, extra=extra, contact=contact)


def _unnamed(members: tuple[Any, ...], named: tuple[Any, ...]) -> tuple[Any, ...]:
    """Lists of members without those who objected: a sign in their place would tell that somebody did."""
    return tuple(
        tuple(part for part, own in zip(*lists, strict=True) if part != UNSAID or own == UNSAID)
        if isinstance(lists[0], tuple)
        else lists[0]
        for lists in zip(members, named, strict=True)
    )


def _ids(table: Table, shown: tuple[str, ...], ids: Mapping[int, str]) -> tuple[str, ...]:
    """Stand-ins for persons, the cleared name where the id was made from the name, each once; else the id."""
    taken, made = set(table["id"]) | set(ids.values()), []
    for row, (id_, name) in enumerate(zip(table["id"], table["name"], strict=True)):
        if row in ids or name == shown[row] or not (id_ == name or id_.startswith(f"{name} (")):
            made.append(ids.get(row, id_))
            continue
        free = next(f for n in range(1, len(shown) + 2) if (f := shown[row] + f" ({n})" * (n > 1)) not in taken)
        taken.add(free)
        made.append(free)
    return tuple(made)


def _cells(key: str, table: Table, clear: Clear) -> tuple[Any, ...]:
    if key in _NO_TEXT:
        return table[key]
    return tuple(_cell(cell, clear) for cell in table[key])


def _cell(cell: Any, clear: Clear) -> Any:
    if isinstance(cell, tuple):
        return tuple(clear(part) if isinstance(part, str) else part for part in cell)
    return clear(cell) if isinstance(cell, str) else cell


def _addresses(landscape: Landscape) -> dict[str, Any]:
    """Where readers may turn to: addresses given for that stay, natural persons stand under their stand-ins."""
    given = {key: landscape.meta[key] for key in ("accessibility", "feedback") if key in landscape.meta}
    if not given:
        return {}
    named = clearing_of(landscape, with_contacts=True)
    return {key: _all_cleared(value, named) for key, value in given.items()}


def _all_cleared(value: Any, clear: Clear) -> Any:
    if isinstance(value, Mapping):
        return {key: _all_cleared(part, clear) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_all_cleared(part, clear) for part in value]
    return clear(value) if isinstance(value, str) else value


def _meta(meta: Mapping[str, Any], new_ids: Mapping[str, str], clear: Callable[[str], str]) -> dict[str, Any]:
    told = {
        key: clear(value) if key in _TEXTS_ABOUT and isinstance(value, str) else value for key, value in meta.items()
    }
    if isinstance(meta.get("sources"), (list, tuple)):
        told["sources"] = [clear(text) if isinstance(text, str) else text for text in meta["sources"]]
    if isinstance(meta.get("circles"), Mapping):
        told["circles"] = {new_ids.get(member, member): clear(str(name)) for member, name in meta["circles"].items()}
    if "grand" in meta:
        told["grand"] = _all_cleared(meta["grand"], clear)
    return told
