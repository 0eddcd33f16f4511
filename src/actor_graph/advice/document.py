"""The state of a survey as JSON has it. Everything in it is named as it may leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from actor_graph.advice.matches import Matches
from actor_graph.advice.reasons import why_call
from actor_graph.landscape import Landscape
from actor_graph.privacy.columns import is_sensitive
from actor_graph.privacy.kept_back import kept_back
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.objections import heard, without_objected
from actor_graph.privacy.persons import Clear, clearing_of
from actor_graph.privacy.pseudonyms import unsaid
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problem
from actor_graph.survey import evidence
from actor_graph.survey.agreement import agreement
from actor_graph.survey.calls import calls
from actor_graph.survey.freshness import freshness
from actor_graph.survey.funnel import STATES, Response, funnel, response_by_type, state
from actor_graph.survey.log import Appointment, appointments
from actor_graph.survey.tandems import looks
from actor_graph.words import Language, say

SCHEMA = "actor-graph/check/1"
PARTS = (
    "landscape", "funnel", "response_by_type", "call_next", "due", "overdue", "undated", "tandems", "ties",
    "ties_by_silent", "isolation", "named_by", "excluded_named", "duplicates", "not_informed", "not_consented",
    "objected", "past", "stale", "unchecked", "columns_not_passed_on",
)  # fmt: skip
"""All that can't be said where the data could not be read."""
COUNTED = ("answered", "promised", "interested", "no_answer", "declined", "not_contacted")

Named = dict[str, Any]


def nothing(
    problems: Iterable[Problem], today: str, language: Language, clear: Clear | None, *, pseudonymized: bool
) -> dict[str, Any]:
    """The document where errors in the data stood against reading it; ``clear``: how texts of it are cleared."""
    told = _problems(unsaid(problems) if pseudonymized else problems, language, clear or redact)
    return _head(today, language, pseudonymized) | {"problems": told} | dict.fromkeys(PARTS)


def document(landscape: Landscape, found: Matches, today: str, language: Language) -> dict[str, Any]:
    """The document of a landscape, and of the entries in it that may be one, on a day. What is not known is None."""
    problems: Iterable[Problem] = (*landscape.warnings, *found.warnings)
    clear, leave, unseen = clearing_of(landscape), leaving(landscape), heard(landscape, "office")
    landscape, leave = (without_objected(one, unseen, frozenset()) for one in (landscape, leave))
    cleared, numbers = _Cleared(leave, language), landscape.pseudonyms is not None
    duplicates = _duplicates(cleared, found)
    parts: dict[str, Any] = {
        "landscape": {"name": leave.name, "place": leave.meta.get("place"), "date": leave.meta.get("date")},
        "funnel": cleared.funnel(),
        "response_by_type": cleared.response_by_type(),
        **_by_log(landscape, cleared, today, {pair[end] for pair in duplicates for end in "ab"}),
        "tandems": _tandems(landscape, cleared, today),
        "ties": _ties(landscape),
        "ties_by_silent": _silent(landscape, cleared),
        **_by_evidence(landscape, cleared),
        "duplicates": duplicates,
        **_by_dates(landscape, cleared, today),
        "columns_not_passed_on": None if numbers else [
            {"table": column.table, "column": column.heading, "contact": column.contact,
             "sensitive": not column.contact and is_sensitive(column.heading, landscape.scheme)}
            for column in kept_back(landscape)
        ],
    }  # fmt: skip
    told = _problems(unsaid(problems) if numbers else problems, language, clear)
    return _head(today, language, numbers) | {"problems": told} | {part: parts[part] for part in PARTS}


def _head(today: str, language: Language, pseudonymized: bool) -> dict[str, Any]:
    note = {"pseudonymized": True, "note": say("privacy.pseudonymized", language)} if pseudonymized else {}
    return {"schema": SCHEMA, "today": today, **note}


class _Cleared:
    """A landscape as it may leave, from which all names, types and reasons are taken."""

    def __init__(self, leave: Landscape, language: Language) -> None:
        self.leave, self.language = leave, language

    def named(self, row: int, **about: Any) -> Named:
        """An actor by id, name and its row in the file (by which the office finds a person), and what is said of it.

        Under pseudonyms without the row, which would give the name back.
        """
        actors = self.leave.actors
        place = {} if self.leave.pseudonyms else {"row": actors.rows[row]}
        return {"id": actors["id"][row], "name": actors["name"][row], **place, **about}

    def all(self, rows: Sequence[int] | None) -> list[Named] | None:
        """Several actors; None where nothing is known."""
        return None if rows is None else [self.named(row) for row in rows]

    def funnel(self) -> dict[str, Any]:
        """How many were found, are part of the survey, answered; their reasons cleared of what points to persons."""
        found = funnel(self.leave)
        return {
            "found": found.found,
            "excluded": None if found.excluded is None else dict(found.excluded),
            "eligible": found.eligible,
            "approached": found.response.approached if found.response else None,
            **_counts(found.response),
            "response_rate": found.response.rate if found.response else None,
        }

    def response_by_type(self) -> list[dict[str, Any]]:
        """The same type by type."""
        return [
            {"type": type_, "eligible": about.eligible, **_counts(about), "response_rate": about.rate}
            for type_, about in response_by_type(self.leave)
        ]

    def type_label(self, key: str | None) -> str | None:
        """How a type is called."""
        return self.leave.scheme.type_label(key, self.language) if key else None


def _counts(response: Response | None) -> dict[str, int | None]:
    return {key: response.counts[word] if response else None for key, word in zip(COUNTED, STATES, strict=True)}


def _by_log(landscape: Landscape, cleared: _Cleared, today: str, twice: set[str]) -> dict[str, Any]:
    """Whom to call, and what the log leaves to be done; ``twice``: ids as told of those who may be entered twice."""
    to_call, open_ = calls(landscape, today), appointments(landscape)
    aside = evidence.other_kinds(cleared.leave)

    def told(one: Appointment) -> Named:
        return cleared.named(one.actor, survey=state(landscape.actors, one.actor), noted=one.noted, next=one.day)

    def those(chosen: Any) -> list[Named] | None:
        return None if open_ is None else [told(one) for one in open_ if chosen(one)]

    return {
        "call_next": None if to_call is None else [
            cleared.named(
                call.actor,
                type=cleared.leave.actors["type"][call.actor][0] if call.type else None,
                survey=call.state,
                mentions=call.mentions,
                list=call.list,
                not_before=call.not_before,
                why=why_call(
                    call,
                    cleared.type_label(call.type),
                    cleared.language,
                    aside=[cleared.leave.scheme.kind_label(kind, cleared.language) for kind in aside[call.actor]]
                    if call.actor in aside
                    else None,
                    twice=cleared.named(call.actor)["id"] in twice,
                ),
            )
            for call in to_call
        ],
        "due": those(lambda one: one.is_due(today)),
        "overdue": those(lambda one: one.is_overdue(today)),
        "undated": those(lambda one: one.day is None),
    }  # fmt: skip


def _tandems(landscape: Landscape, cleared: _Cleared, today: str) -> list[Named] | None:
    """The tandems to be looked at again."""
    found = looks(landscape, today)
    return None if found is None else [
        {"a": cleared.named(look.a), "b": cleared.named(look.b), "state": look.state, "next_look": look.day,
         "overdue": look.overdue}
        for look in found
    ]  # fmt: skip


def _ties(landscape: Landscape) -> dict[str, int | None]:
    found = evidence.ties(landscape)
    return {
        "all": found.all,
        "confirmed": found.confirmed,
        "one_sided": found.one_sided,
        "by_neither": found.by_neither,
        "awaiting": found.awaiting,
        "by_silent_only": found.by_silent_only,
    }


def _silent(landscape: Landscape, cleared: _Cleared) -> list[Named] | None:
    """The ties known only from actors whose answer is not noted."""
    found = evidence.silent_ties(landscape)
    return None if found is None else [{"a": cleared.named(a), "b": cleared.named(b)} for a, b in found]


def _by_evidence(landscape: Landscape, cleared: _Cleared) -> dict[str, Any]:
    """Who names whom, and who stands alone."""
    alone, named = evidence.isolation(landscape), evidence.named_by(landscape)
    reasons = cleared.leave.actors["reason"]
    return {
        "isolation": None if alone is None else {
            "certain": cleared.all(alone.certain),
            "uncertain": cleared.all(alone.uncertain),
            "uncounted": cleared.all(alone.uncounted),
            "unknown": cleared.all(alone.unknown),
        },
        "named_by": None if named is None else [cleared.named(row, named_by=n) for row, n in named.items()],
        "excluded_named": [
            cleared.named(one.actor, reason=reasons[one.actor], named_by=one.named_by, ties=one.ties)
            for one in evidence.excluded_named(landscape)
        ],
    }  # fmt: skip


def _duplicates(cleared: _Cleared, found: Matches) -> list[Named]:
    """Pairs that nobody has decided about yet, under the ids and names that may leave."""
    place = {id_: row for row, id_ in enumerate(cleared.leave.actors["id"])}
    told = []
    for pair in found.open:
        if not {pair["a"], pair["b"]} <= set(place):  # one of them objected
            continue
        a, b = (cleared.named(place[pair[end]]) for end in "ab")
        names = {"a": a["id"], "b": b["id"], "name_a": a["name"], "name_b": b["name"]}
        told.append({**names, "score": pair["score"], "why": pair["why"]})
    return told


def _by_dates(landscape: Landscape, cleared: _Cleared, today: str) -> dict[str, Any]:
    """Who is not informed, has not agreed, should be gone, was not checked for long."""
    agreed, fresh = agreement(landscape, today), freshness(landscape, today)
    actors = landscape.actors
    open_ = None
    if agreed.refused is not None and agreed.not_asked is not None:
        open_ = [
            cleared.named(row, publish=actors["publish"][row]) for row in sorted([*agreed.refused, *agreed.not_asked])
        ]
    return {
        "not_informed": cleared.all(agreed.not_informed),
        "not_consented": open_,
        "objected": cleared.all(agreed.objected),
        "past": None if agreed.past is None else [
            cleared.named(row, delete_after=actors["delete_after"][row]) for row in agreed.past
        ],
        "stale": None if fresh is None else [cleared.named(row, checked=actors["checked"][row]) for row in fresh.stale],
        "unchecked": None if fresh is None else cleared.all(fresh.unchecked),
    }  # fmt: skip


def _problems(problems: Iterable[Problem], language: Language, clear: Clear) -> list[dict[str, Any]]:
    """The problems, errors first, in the order of the files, their texts cleared."""
    told = [problem.to_dict(language) for problem in problems]
    told.sort(key=lambda one: (one["severity"], one["file"] or "", one["sheet"] or "", one["row"] or 0))
    texts = ("file", "sheet", "column", "message")
    return [{key: clear(cell) if key in texts and cell else cell for key, cell in one.items()} for one in told]
