"""Pseudonyms: every actor under a number, and nothing told that could name it.

A stage of ``privacy.leaving`` for landscapes that have ``pseudonyms``, so that every output there is gets it by the
same way. A network of known associations can be recognized by its shape: what comes of it is pseudonymized, not
anonymous, and the landscape's own name says so wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from secrets import token_bytes
from typing import Any

from actor_graph.landscape import YES_NO_COLUMNS, Landscape, Table
from actor_graph.landscape.pseudonyms import Entry, Pseudonyms
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.few import small
from actor_graph.privacy.mentions import Mentions
from actor_graph.privacy.redaction import GONE
from actor_graph.problems import Problem, Problems
from actor_graph.scheme.paths import shipped
from actor_graph.words import say

KEPT = (
    "id",
    "name",
    "type",
    "fields",
    "needs",
    "offers",
    "survey",
    "wish",
    "staff",
    "function",
    "checked",
    *YES_NO_COLUMNS,
)
"""What is kept of an actor: words of a scale, and lists of words."""
NEVER = ("description", "website", "reason", "found_by", "members")
"""What stays inside even where somebody asks for the column: texts of its own, and names of others."""
WORDS = ("fields", "needs", "offers")
LONGEST = 60
"""A word of a list with more signs is a free text."""
OF_META = ("date", "language", "by", "scheme", "reports")
_STAND_IN = re.compile(r"actor-([0-9]{3,})")
_TOLD = 12
_SECRET = token_bytes(32)
"""What the order of new numbers is drawn by: new with each start of the program, and kept nowhere."""


def number_of(stand_in: str) -> int | None:
    """The number of a stand-in; None for what is none.

    >>> number_of("actor-012"), number_of("Weltladen")
    (12, None)
    """
    found = _STAND_IN.fullmatch(stand_in)
    return int(found.group(1)) if found else None


def allotted(landscape: Landscape, known: Sequence[Entry] = ()) -> Pseudonyms:
    """A stand-in for every actor: the one that the key knows, else the next numbers, dealt without regard to the list.

    An actor is the same as one of the key where id and name are the same, else where the name is, else where the id is
    (it was renamed), unless that is a number, which another list deals anew. The order of new numbers is drawn: nobody
    can work it out, with the whole landscape and the program in hand. While the program runs the same actors get the
    same numbers, so that its outputs agree; from then on they do by the key, the one place where the numbers stand.
    """
    pairs = list(zip(landscape.actors["id"], landscape.actors["name"], strict=True))
    given = _recognized(pairs, known)
    lot = blake2b(repr(pairs).encode("utf-8", "surrogatepass"), key=_SECRET).digest()
    new = sorted(
        (at for at in range(len(pairs)) if at not in given),
        key=lambda at: blake2b(pairs[at][0].encode("utf-8", "surrogatepass"), key=lot).digest(),
    )
    first = max((number_of(entry.stand_in) or 0 for entry in known), default=0) + 1
    given |= {at: f"actor-{first + place:03}" for place, at in enumerate(new)}
    used = set(given.values())
    gone = [entry for entry in known if entry.stand_in not in used]
    here = [Entry(id_, name, given[at]) for at, (id_, name) in enumerate(pairs)]
    entries = tuple(sorted([*gone, *here], key=_by_number))
    return Pseudonyms(entries, tuple(known), {entry.id: entry.stand_in for entry in here})


def _by_number(entry: Entry) -> tuple[int, str]:
    return number_of(entry.stand_in) or 0, entry.stand_in


def _recognized(pairs: Sequence[tuple[str, str]], known: Sequence[Entry]) -> dict[int, str]:
    """The stand-ins of the actors that the key knows, by place; each entry is one actor's."""
    repeated = {name for name, n in Counter(name for _, name in pairs).items() if n > 1}
    ways: tuple[Callable[[str, str], Hashable], ...] = (
        lambda id_, name: (id_, name),
        lambda id_, name: None if name in repeated else name,
        lambda id_, name: None if id_.isdigit() else id_,
    )
    given: dict[int, str] = {}
    taken: set[str] = set()
    for mark in ways:
        left = {mark(e.id, e.name): e.stand_in for e in reversed(known) if not (e.forgotten or e.stand_in in taken)}
        for at, pair in enumerate(pairs):
            stand_in = left.pop(mark(*pair), None) if at not in given and mark(*pair) is not None else None
            if stand_in is not None:
                given[at] = stand_in
                taken.add(stand_in)
    return given


def dealt(landscape: Landscape, held: Pseudonyms) -> Landscape:
    """The landscape with these pseudonyms, actors in the order of their numbers and ties in that of their ends.

    Otherwise the order of the rows would tell who is who.
    """
    ids = landscape.actors["id"]
    order = sorted(range(len(ids)), key=lambda at: number_of(held.by_id[ids[at]]) or 0)
    place = {old: new for new, old in enumerate(order)}
    ties, columns = landscape.ties, dict(landscape.ties.columns)
    for end in ("source", "target"):
        columns[end] = tuple(place[at] for at in ties[end])
    columns["reported_by"] = tuple(tuple(sorted(place[at] for at in who)) for who in ties["reported_by"])
    rows = sorted(range(len(ties)), key=lambda row: (columns["source"][row], columns["target"][row]))
    moved = replace(ties, columns=columns).take(rows)
    return replace(landscape, actors=landscape.actors.take(order), ties=moved, pseudonyms=held)


def stood_in(told: Landscape, landscape: Landscape, keep: Collection[str] = ()) -> Landscape:
    """The cleared landscape under stand-ins, row by row.

    Places, countries, languages, texts, further columns and the names of circles are left out, but for the columns to
    ``keep``; of lists of words those that are texts, and every actor's name or id within a word.
    """
    own, stand = landscape.actors, (landscape.pseudonyms or Pseudonyms()).by_id
    ids = [stand[id_] for id_ in own["id"]]
    spelled = (name for names in spellings(own) for name in names)
    mentions = Mentions([*own["name"], *own["id"], *told.actors["name"], *told.actors["id"], *spelled])
    named = [say("privacy.stand_in", landscape.language, number=id_.removeprefix("actor-")) for id_ in ids]
    kept = [key for key in told.actors.columns if key in KEPT or (key in keep and key not in NEVER)]
    columns = {key: tuple(_cell(key, cell, mentions) for cell in told.actors[key]) for key in kept}
    columns |= {"id": tuple(ids), "name": tuple(named)}
    headings = {key: heading for key, heading in told.actors.headings.items() if key in columns}
    extra, contact = ((*(key for key in part if key in columns),) for part in (told.actors.extra, told.actors.contact))
    actors = replace(told.actors, columns=columns, headings=headings, extra=extra, contact=contact)
    scheme = told.scheme if told.scheme.name in shipped() else replace(told.scheme, name="–")
    name = say("privacy.name", landscape.language)
    meta = {key: value for key, value in told.meta.items() if key in OF_META} | {"name": name}
    kinds = tuple(None if kind is None else mentions.redacted(kind) for kind in told.ties["kind"])
    ties = replace(told.ties, columns={**told.ties.columns, "kind": kinds})
    return replace(told, actors=actors, ties=ties, meta=meta, scheme=scheme, source=name, warnings=())


def _cell(key: str, cell: Any, mentions: Mentions) -> Any:
    if isinstance(cell, tuple):
        return tuple(mentions.redacted(part) for part in cell if key not in WORDS or len(part) <= LONGEST)
    return mentions.redacted(cell) if isinstance(cell, str) and key not in ("survey", "wish") else cell


def singled_out(told: Landscape, keys: Collection[str] = ()) -> tuple[Problem, ...]:
    """Warn of included actors whom their kind, with the further columns, or a word in their lists gives away.

    Those are given away of whose combination of values there are fewer than three. ``told`` is the copy that leaves.
    """
    actors, problems = told.actors, Problems()
    rows = [row for row, word in enumerate(actors["survey"]) if word != "excluded"]
    columns = ["type", *(key for key in keys if key != "type")]
    marks = {row: tuple(actors[key][row] for key in columns) for row in rows}
    held = Counter(marks.values())
    few = [row for row in rows if small(held[marks[row]])]
    if few:
        by = ", ".join(
            say("privacy.kind", told.language) if key == "type" else actors.headings.get(key, key) for key in columns
        )
        problems.warn("privacy.singled_out", n=len(few), by=by, who=_who(actors, few))
    words = Counter(part for key in WORDS for row in rows for part in set(actors[key][row]))
    few = [row for row in rows if any(small(words[part]) for key in WORDS for part in actors[key][row])]
    if few:
        problems.warn("privacy.singled_out_by_words", n=len(few), who=_who(actors, few))
    return problems.warnings


def unsaid(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as they may be passed on: which sentence, with no text of a cell in it, and no place in a file."""
    found = Problems(clean=lambda text: text and GONE)
    found.extend(problems)
    return [replace(problem, file=None, sheet=None, row=None, column=None) for problem in found]


def _who(actors: Table, rows: Sequence[int]) -> str:
    return ", ".join(actors["name"][row] for row in rows[:_TOLD]) + (" …" if len(rows) > _TOLD else "")
