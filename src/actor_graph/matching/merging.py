"""Entries that are one actor become one: their ties, their log, what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.spellings import BETWEEN, noted_in, parted
from actor_graph.landscape.table import POINTING
from actor_graph.matching.attributes import united
from actor_graph.matching.decisions import Decision, groups
from actor_graph.matching.mentions import doubles, repointed
from actor_graph.problems import Phrase
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.headings import heading as title
from actor_graph.vocabulary.headings import key_of

_ENDS = ("source", "target")


@dataclass(frozen=True, slots=True)
class Changes:
    """What merging did: sentences for people, in order, and for each id that went the one it is part of now."""

    told: tuple[Phrase, ...] = ()
    kept: Mapping[str, str] | None = None


def merged(landscape: Landscape, decisions: Sequence[Decision]) -> tuple[Landscape, Changes]:
    """The landscape with each group of entries that are the same as one, at the place and under the id of the first.

    Nothing is united but what a decision says is the same; decisions about entries that are not in the landscape are
    passed over. Cells are united as ``attributes.united`` says; what another entry said differently stands in a column
    for conflicts, another spelling of the name, for which they are united, in a column for these. Ties, the log,
    events and tandems are those of all; a tie or tandem of an entry with itself that arises is dropped, and a row of
    the events that arises twice. Others that name one of them as member or finder name the one that is left.
    The landscape given stays as it was.

    Parameters
    ----------
    landscape
        As it was read.
    decisions
        Free of contradictions (``decisions.contradictions``).

    Returns
    -------
    The new landscape, and what was done.
    """
    place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    wanted = [sorted(place[id_] for id_ in group if id_ in place) for group in groups(_there(decisions, place))]
    if not wanted:
        return landscape, Changes((), {})
    told: list[Phrase] = []
    actors = _actors(landscape, wanted, told)
    first = {row: group[0] for group in wanted for row in group}
    ids = landscape.actors["id"]
    kept = {ids[row]: ids[to] for row, to in first.items() if row != to}
    left = [row for row in range(len(landscape.actors)) if first.get(row, row) == row]
    new = {row: place for place, row in enumerate(left)}
    at = [new[first.get(row, row)] for row in range(len(landscape.actors))]
    ties = _ties(landscape, at, told)
    others: dict[str, Any] = {
        kind: _repointed(getattr(landscape, kind), columns, kept) for kind, columns in POINTING.items()
    }
    events = others["events"]
    if landscape.events is not None and events is not None:
        others["events"] = _without_doubles(events, doubles(landscape.events, kept), told)
    if others["tandems"] is not None:
        others["tandems"] = _without_self(others["tandems"], landscape.actors, told)
    meta = dict(landscape.meta)
    if meta.get("circles"):
        meta["circles"] = _circles(meta["circles"], kept)
    actors = repointed(actors, kept).take(left)
    new_one = replace(landscape, actors=actors, ties=ties, meta=meta, warnings=(), **others)
    return new_one, Changes(tuple(told), kept)


def _there(decisions: Sequence[Decision], place: Mapping[str, int]) -> list[Decision]:
    return [one for one in decisions if one.word == "same" and one.a in place and one.b in place and one.a != one.b]


def _actors(landscape: Landscape, wanted: Sequence[Sequence[int]], told: list[Phrase]) -> Table:
    """The table of actors, the first row of each group holding what is known of all."""
    table, language = _following(landscape.actors, wanted), landscape.language
    columns: dict[str, list[Any]] = {key: list(cells) for key, cells in table.columns.items()}
    own, spelled = (noted_in(columns, name, language) for name in ("conflict_column", "spelling_column"))
    noted: dict[str, dict[int, list[str]]] = {own: {}, spelled: {}}
    for group in wanted:
        told.append(_united(table, group))
        first, name = group[0], table["name"][group[0]]
        person = any(table["person"][row] for row in group)
        came: dict[str, list[str]] = {"joined": [], "filled": []}
        for key, column in columns.items():
            if key in ("id", own, spelled):
                continue
            heading, before = table.headings.get(key) or title("actors", key, language), column[first]
            column[first], others = united(key, [column[row] for row in group], contact=key in table.contact)
            if others and key == "name":
                noted[spelled][first] = _spellings(columns.get(spelled), group, column[first], others)
                told.append(Phrase("matching.name_kept", {"name": column[first], "others": others, "n": len(others)}))
            elif others:
                texts = tuple(written(cell, language) for cell in others)
                noted[own].setdefault(first, []).append(f"{heading}: {' / '.join(texts)}")
                about = {"name": name, "heading": heading, "column": own}
                kept = (written(column[first], language),)
                said = about if person else {**about, "kept": kept, "others": texts, "n": len(texts)}
                told.append(Phrase("matching.conflict_of_person" if person else "matching.conflict", said))
            elif column[first] != before:
                came["joined" if before else "filled"].append(heading)
        told += [Phrase(f"matching.{how}", {"name": name, "headings": tuple(headings)})
                 for how, headings in came.items() if headings]  # fmt: skip
        if earlier := [cell for row in group[1:] if own in columns and (cell := columns[own][row])]:
            noted[own][first] = [*earlier, *noted[own].get(first, [])]
    for heading, lines in noted.items():
        for row, entries in lines.items():
            cells = columns.setdefault(heading, [None] * len(table))
            said_there = [cells[row], *entries] if heading == own else entries
            cells[row] = BETWEEN.join(dict.fromkeys(filter(None, said_there)))
    return with_columns(table, {key: tuple(cells) for key, cells in columns.items()})


def _spellings(known: Sequence[Any] | None, group: Sequence[int], name: str, others: Sequence[str]) -> list[str]:
    """The other spellings of a name, with those that the entries had from an earlier merging."""
    before = [part for row in group for part in parted(known[row] if known else None)]
    return [spelling for spelling in dict.fromkeys([*before, *others]) if spelling != name]


def _following(table: Table, wanted: Sequence[Sequence[int]]) -> Table:
    """The table, the survey of each united entry following from the log only if nobody filled in a word for any."""
    ids, survey = table["id"], table["survey"]
    typed = [any(survey[row] is not None and ids[row] not in table.followed for row in group) for group in wanted]
    touched = {ids[row] for group in wanted for row in group}
    follow = {ids[group[0]] for group, by_hand in zip(wanted, typed, strict=True) if not by_hand}
    return replace(table, followed=(table.followed - touched) | follow)


def with_columns(table: Table, columns: Mapping[str, tuple[Any, ...]]) -> Table:
    """The table with these columns; new ones that are none of the contract are attributes under their own heading."""
    new = tuple(key for key in columns if key not in table.columns and key_of("actors", key) != key)
    headings = {**table.headings, **{key: key for key in new}}
    return replace(table, columns=dict(columns), headings=headings, extra=(*table.extra, *new))


def _united(table: Table, group: Sequence[int]) -> Phrase:
    entry, *others = (_entry(table, row) for row in group)
    return Phrase("matching.united", {"entry": (entry,), "others": tuple(others)})


def _entry(table: Table, row: int) -> str:
    """The name of an entry, with its id where that is another."""
    name, id_ = table["name"][row], table["id"][row]
    return str(name) if id_ == name else f"{name} ({id_})"


def _ties(landscape: Landscape, at: Sequence[int], told: list[Phrase]) -> Table:
    """The ties between the new places, without those that now begin and end at one actor."""
    ties, names = landscape.ties, landscape.actors["name"]
    columns = dict(ties.columns)
    for end in _ENDS:
        columns[end] = tuple(at[row] for row in ties[end])
    if "reported_by" in ties:
        columns["reported_by"] = tuple(tuple(dict.fromkeys(at[row] for row in rows)) for rows in ties["reported_by"])
    kept = []
    for i, (source, target) in enumerate(zip(ties["source"], ties["target"], strict=True)):
        if source != target and at[source] == at[target]:
            told.append(Phrase("matching.self_tie", {"row": ties.rows[i], "a": names[source], "b": names[target]}))
        else:
            kept.append(i)
    return replace(ties, columns=columns).take(kept)


def _repointed(table: Table | None, columns: Sequence[str], kept: Mapping[str, str]) -> Table | None:
    """The log, the events or tandems with the ids that are left."""
    if table is None:
        return None
    named = {key: tuple(kept.get(id_, id_) for id_ in table[key]) for key in columns}
    return replace(table, columns={**table.columns, **named})


def _without_self(tandems: Table, actors: Table, told: list[Phrase]) -> Table:
    """The tandems without those of an actor with itself, which arise where both are one."""
    names = dict(zip(actors["id"], actors["name"], strict=True))
    kept = []
    for row, (a, b) in enumerate(zip(tandems["a"], tandems["b"], strict=True)):
        if a is not None and a == b:
            told.append(Phrase("matching.self_tandem", {"row": tandems.rows[row], "name": names[a]}))
        else:
            kept.append(row)
    return tandems.take(kept)


def _without_doubles(events: Table, rows: Sequence[int], told: list[Phrase]) -> Table:
    told.extend(Phrase("matching.same_event", {"row": events.rows[row], "event": events["event"][row]}) for row in rows)
    return events.take([row for row in range(len(events)) if row not in set(rows)])


def _circles(circles: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """The names given to circles, under the ids that are left; where both had one, that of the first."""
    found: dict[str, str] = {}
    for member, name in circles.items():
        found.setdefault(kept.get(member, member), name)
    return found
