"""All lists of ``check`` whole, as a workbook: a sheet per list, and one that says what is in which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from actor_graph.scheme import Scheme
from actor_graph.vocabulary.answers import written
from actor_graph.words import Language, say
from actor_graph.words.numbers import day
from actor_graph.words.visible import visible
from actor_graph.writing.workbook import Cell, Sheet, workbook

BROAD = 45
FORMS = {"rate": "0 %", "score": "0.00"}
Row = dict[str, Any]


def lists(told: Mapping[str, Any], scheme: Scheme, language: Language) -> bytes:
    """The workbook of what ``check`` told: what the terminal shows in part, whole; no more than the document has."""
    return workbook(list(_sheets(_Lists(told, scheme, language))))


class _Lists:
    """The document, and the words for it."""

    def __init__(self, told: Mapping[str, Any], scheme: Scheme, language: Language) -> None:
        self.told, self.scheme, self.language = told, scheme, language

    def say(self, name: str, /, **values: object) -> str:
        """A word of the lists."""
        return say(f"check.{name}", self.language, **values)

    def type(self, key: str | None) -> str | None:
        """The label of a type."""
        return self.scheme.type_label(key, self.language) if key else None

    def named(self, actor: Row, end: str = "") -> Row:
        """The columns of an actor; one of a pair with its ``end``. An id that only repeats the name is left out."""
        id_ = actor["id"] if actor["id"] != actor["name"] else None
        about = {"name": actor["name"], "id": id_, "row": actor.get("row")}
        return {f"{key}_{end}" if end else key: value for key, value in about.items()}

    def rows(self, part: str) -> list[Row] | None:
        """The rows of a list; None where nothing is known of it."""
        return PARTS[part](self)

    def all(self, part: str, *more: str) -> list[Row] | None:
        """The actors of a part of the document, with what is told of each under these keys."""
        found = self.told[part]
        return None if found is None else [self.named(one) | {key: one[key] for key in more} for one in found]


def _sheets(tell: _Lists) -> Iterator[Sheet]:
    """The overview, then a sheet for each list that has a row."""
    found = {part: tell.rows(part) for part in PARTS}
    yield _overview(tell, found)
    for part, rows in found.items():
        if rows:
            keys = [key for key in rows[0] if any(row[key] is not None for row in rows)]
            cells = [[Cell(row[key], FORMS.get(key, "")) for key in keys] for row in rows]
            headings = [tell.say(f"list_{key}") for key in keys]
            banner = say("analysis.banner_office", tell.language)
            yield Sheet(tell.say(f"sheet_{part}"), headings, cells, wrapped=True, broad=BROAD, banner=banner)


def _overview(tell: _Lists, found: dict[str, list[Row] | None]) -> Sheet:
    """Whose state this is, on which day, for whom; how many entries each list has."""
    name, when = visible(tell.told["landscape"]["name"]), day(tell.told["today"], tell.language)
    title = f"{name} · {tell.say('title', day=when)}"
    office = f"{say('analysis.banner_office', tell.language)}. {say('analysis.as_named', tell.language)}"
    note = [tell.told["note"]] if "note" in tell.told else []
    about: list[list[Cell]] = [[Cell(line), Cell(None)] for line in (office, *note)]
    for part, rows in found.items():
        about.append([Cell(tell.say(f"sheet_{part}")), Cell(tell.say("list_unknown") if rows is None else len(rows))])
    return Sheet(tell.say("sheet_overview"), [title, tell.say("list_entries")], about, wrapped=True)


def _calls(tell: _Lists) -> list[Row] | None:
    calls = tell.told["call_next"]
    return None if calls is None else [
        {"place": place, **tell.named(call), "type": tell.type(call["type"]),
         "survey": written(call["survey"], tell.language), "mentions": call["mentions"],
         "not_before": call["not_before"], "why": call["why"]}
        for place, call in enumerate(calls, start=1)
    ]  # fmt: skip


def _appointments(tell: _Lists) -> list[Row] | None:
    if tell.told["due"] is None:
        return None
    return [
        {"when": tell.say(f"list_is_{key}"), "next": one["next"], **tell.named(one),
         "survey": written(one["survey"], tell.language), "noted": one["noted"]}
        for key in ("overdue", "due", "undated") for one in tell.told[key]
    ]  # fmt: skip


def _tandems(tell: _Lists) -> list[Row] | None:
    looks = tell.told["tandems"]
    return None if looks is None else [
        {"next": look["next_look"], **tell.named(look["a"], "a"), **tell.named(look["b"], "b"),
         "state": written(look["state"], tell.language) if look["state"] else None}
        for look in looks
    ]  # fmt: skip


def _consents(tell: _Lists) -> list[Row] | None:
    """Who has objected, refused, or not been asked."""
    open_, objected = tell.told["not_consented"], tell.told["objected"]
    if open_ is None and objected is None:
        return None
    out = {one["id"] for one in objected or ()}
    rows = [tell.named(one) | {"consent": tell.say("list_objected")} for one in objected or ()]
    for one in open_ or ():
        if one["id"] not in out:
            said = "list_not_asked" if one["publish"] is None else "list_refused"
            rows.append(tell.named(one) | {"consent": tell.say(said)})
    return rows


def _to_check(tell: _Lists) -> list[Row] | None:
    stale, never = tell.all("stale", "checked"), tell.all("unchecked")
    if stale is None or never is None:
        return None
    return stale + [row | {"checked": tell.say("list_never")} for row in never]


def _pairs(tell: _Lists) -> list[Row]:
    return [
        {"score": pair["score"],
         **{f"{key}_{end}": cell for end in "ab"
            for key, cell in tell.named({"id": pair[end], "name": pair[f"name_{end}"]}).items()},
         "why": pair["why"]}
        for pair in tell.told["duplicates"]
    ]  # fmt: skip


def _silent(tell: _Lists) -> list[Row] | None:
    ties = tell.told["ties_by_silent"]
    return None if ties is None else [{**tell.named(tie["a"], "a"), **tell.named(tie["b"], "b")} for tie in ties]


def _alone(tell: _Lists) -> list[Row] | None:
    alone = tell.told["isolation"]
    if alone is None:
        return None
    aside = {one["id"] for one in alone["uncounted"]}
    return [
        {**tell.named(one), "alone": tell.say("list_unknown_yet" if key == "unknown" else f"list_{key}"),
         "uncounted": tell.say("list_uncounted_yes") if one["id"] in aside else None}
        for key in ("certain", "uncertain", "unknown") for one in alone[key]
    ]  # fmt: skip


def _most_named(tell: _Lists) -> list[Row] | None:
    rows = tell.all("named_by", "named_by")
    return None if rows is None else sorted(rows, key=lambda row: -row["named_by"])


def _response(tell: _Lists) -> list[Row]:
    counts = ("eligible", "answered", "promised", "interested", "no_answer", "declined", "not_contacted")
    by_type = [(tell.type(row["type"]) or tell.say("untyped"), row) for row in tell.told["response_by_type"]]
    whole = [(tell.say("list_all"), tell.told["funnel"])] if by_type else []
    return [
        {"type": label, **{key: row[key] for key in counts}, "rate": row["response_rate"]}
        for label, row in [*by_type, *whole]
    ]


def _columns(tell: _Lists) -> list[Row] | None:
    columns = tell.told["columns_not_passed_on"]
    return None if columns is None else [
        {"column": one["column"], "table": tell.say(f"list_{one['table']}"),
         "because": tell.say(f"list_{'contact' if one['contact'] else 'sensitive' if one['sensitive'] else 'extra'}")}
        for one in columns
    ]  # fmt: skip


def _problems(tell: _Lists) -> list[Row]:
    keys: Sequence[str] = ("file", "sheet", "row", "column", "message")
    return [{key: one[key] for key in keys} for one in tell.told["problems"]]


PARTS: dict[str, Callable[[_Lists], list[Row] | None]] = {
    "call_next": _calls,
    "appointments": _appointments,
    "past": lambda tell: tell.all("past", "delete_after"),
    "tandems": _tandems,
    "not_informed": lambda tell: tell.all("not_informed"),
    "consents": _consents,
    "to_check": _to_check,
    "duplicates": _pairs,
    "excluded_named": lambda tell: tell.all("excluded_named", "reason", "named_by", "ties"),
    "ties_by_silent": _silent,
    "alone": _alone,
    "named_by": _most_named,
    "response": _response,
    "columns": _columns,
    "problems": _problems,
}
