"""The state of a survey at the terminal: short enough for the wall, what is to be done first on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.survey.calls import LISTS, in_turns
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.views.terminal.teller import NAMES_SHOWN, Named, Teller
from actor_graph.vocabulary.answers import written
from actor_graph.words import say
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.state import State

CALLS_SHOWN = 10
DUE_SHOWN = 12
PAIRS_SHOWN = 5
STATES = ("answered", "promised", "interested", "no_answer", "declined", "not_contacted")


def print_state(state: State, out: TextIO | None = None, *, whole: bool = False) -> None:
    """Print the state of a survey in plain words. Names are text, never markup; control characters stand as signs.

    Where lists are cut short it is said how to have them whole, unless they are (``whole``).
    """
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    tell = Teller(state)
    for line, style in _head(tell):
        console.print(Lines(text(line, style), indent=0), end="")
    number = 0
    for heading, part in PARTS.items() if tell.told["funnel"]["found"] else ():
        said = list(part(tell))
        if said:
            number += 1
            console.print(Lines(text(f"\n{number}  {tell.say(heading)}", "bold"), indent=0), end="")
            for line in said:
                console.print(_line(line) if isinstance(line, str) else line, end="")
    if tell.is_cut and not whole:
        console.print(Lines(text(f"\n{tell.say('all_in_workbook')}"), indent=0), end="")


def _line(said: str) -> Any:
    """A paragraph under a heading; what begins with a bullet hangs on it."""
    return _hanging(said[0], text(said[2:])) if said.startswith("• ") else indented(said)


def _hanging(mark: str, *under: Any) -> Any:
    """Lines that hang on a bullet or a number."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", min_width=len(mark))
    for place, part in enumerate(under):
        grid.add_row(text("" if place else mark), part)
    return Lines(grid)


def _head(tell: Teller) -> Iterator[tuple[str, str]]:
    """Whose survey this is, on which day, for whom, and how many have answered."""
    about, funnel, language = tell.told["landscape"], tell.told["funnel"], tell.language
    yield f"{visible(about['name'])} · {tell.say('title', day=tell.day(tell.told['today']))}", "bold"
    yield f"{say('analysis.banner_office', language)}. {say('analysis.as_named', language)}", "dim"
    if note := tell.told.get("note"):
        yield note, "dim"
    if not funnel["found"]:
        yield tell.say("empty"), ""
        return
    excluded = sum((funnel["excluded"] or {}).values())
    size = [tell.say("found", n=funnel["found"])] + ([tell.say("not_part", n=excluded)] if excluded else [])
    answered, of = funnel["answered"], funnel["eligible"]
    if answered is not None:
        share = tell.share(funnel["response_rate"])
        yield f"{', '.join(size)} · {tell.say('head_answered', n=answered, of=of, share=share)}", ""
    else:
        yield ", ".join(size), ""
        yield tell.say("no_survey"), ""


def _today(tell: Teller) -> Iterator[str]:
    """What the log and the days agreed leave to be done."""
    if past := tell.told["past"]:
        yield tell.say("past", n=len(past), names=tell.names(past))
    if looks := tell.told["tandems"]:
        yield tell.say("tandems", n=len(looks))
        yield from (f"• {_look(tell, look)}" for look in looks[:DUE_SHOWN])
        if len(looks) > DUE_SHOWN:
            yield f"… {tell.more(len(looks) - DUE_SHOWN)}"
    if tell.told["due"] is None:
        if tell.told["call_next"] is not None:
            yield tell.say("no_log")
        return
    for key in ("overdue", "due"):
        if entries := tell.told[key]:
            yield tell.say(key, n=len(entries))
            first = entries[:DUE_SHOWN]
            yield from (f"• {tell.day(one['next'])}: {tell.name(one)} – {tell.stands(one)}" for one in first)
            if len(entries) > DUE_SHOWN:
                yield f"… {tell.more(len(entries) - DUE_SHOWN)}"
    if undated := tell.told["undated"]:
        yield tell.say("undated", names=tell.names(undated))
    if not any(tell.told[key] for key in ("overdue", "due", "undated", "past", "tandems")):
        yield tell.say("nothing_today")


def _look(tell: Teller, look: Named) -> str:
    """A tandem that is due: the day, both names, how it stands."""
    names = {end: tell.name(look[end]) for end in "ab"}
    told = tell.say("tandem", day=tell.day(look["next_look"]), **names)
    return f"{told} – {written(look['state'], tell.language)}" if look["state"] else told


def _call_next(tell: Teller) -> Iterator[Any]:
    """Who is to be called, and why; who is due anyway stands above."""
    calls = tell.told["call_next"]
    if calls is None:
        return
    above = {one["id"] for key in ("overdue", "due") for one in tell.told[key] or ()}
    rest = [call for call in calls if call["id"] not in above]
    ready = [call for call in rest if call["not_before"] is None]
    left = in_turns(*([call for call in ready if call["list"] == which] for which in LISTS))
    left += [call for call in rest if call["not_before"] is not None]
    if not left:
        answered, eligible = tell.told["funnel"]["answered"], tell.told["funnel"]["eligible"]
        yield tell.say("all_answered" if answered == eligible and eligible else "nobody_to_call")
        return
    yield tell.say("call_order" if tell.told["response_by_type"] else "call_order_mentions")
    for place, call in enumerate(left[:CALLS_SHOWN], start=1):
        yield _hanging(f"{place:2}.", text(tell.name(call)), text(call["why"], "dim"))
    if len(left) > CALLS_SHOWN:
        yield f"… {tell.more(len(left) - CALLS_SHOWN)}"


def _response(tell: Teller) -> Iterator[Any]:
    """The funnel, and the response of each type, the lowest first."""
    funnel, by_type = tell.told["funnel"], tell.told["response_by_type"]
    if funnel["answered"] is not None:
        yield ", ".join(tell.say(f"n_{key}", n=funnel[key]) for key in STATES if funnel[key] or key == "answered") + "."
    if funnel["excluded"] and not tell.told.get("pseudonymized"):  # then reasons are left out, as other texts
        told = [f"{visible(why) or tell.say('no_reason')} {n}" for why, n in funnel["excluded"].items()]
        more = [tell.more(len(told) - NAMES_SHOWN)] if len(told) > NAMES_SHOWN else []
        yield tell.say("reasons", reasons=", ".join(told[:NAMES_SHOWN] + more))
    if len(by_type) > 1:
        yield _by_type(tell, by_type)


def _by_type(tell: Teller, rows: Iterable[Named]) -> Any:
    heads = [tell.say(f"column_{name}") for name in ("type", "answered", "of", "rate")]
    cells = [
        [tell.kind(row["type"]), str(row["answered"]), str(row["eligible"]), tell.share(row["response_rate"])]
        for row in rows
    ]
    return table(heads, cells)


def _settle(tell: Teller) -> Iterator[str]:
    """What only people who know the scene can decide."""
    pairs = tell.told["duplicates"]
    for pair in pairs[:PAIRS_SHOWN]:
        a, b = (say("problems.quoted", tell.language, value=visible(pair[f"name_{end}"])) for end in "ab")
        yield f"• {tell.say('maybe_one', a=a, b=b, why=pair['why'])}"
    if len(pairs) > PAIRS_SHOWN:
        tell.is_cut = True
        yield f"• {tell.say('more_pairs', n=len(pairs) - PAIRS_SHOWN)}"
    if outside := tell.told["excluded_named"]:
        named = [one for one in outside if one["named_by"]]
        if named:
            yield f"• {tell.say('excluded_named', names=tell.names(named, lambda one: one['named_by']))}"
        elif outside[0]["named_by"] is None:
            yield f"• {tell.say('excluded_tied', names=tell.names(outside, lambda one: one['ties']))}"
    if silent := tell.told["ties_by_silent"]:
        ties = tell.first([tell.tie(tie) for tie in silent[:NAMES_SHOWN]], len(silent))
        yield f"• {tell.say('by_silent_only', n=len(silent), ties=ties)}"
    if stale := tell.told["stale"]:
        months = tell.scheme.thresholds.stale_months
        yield f"• {tell.say('stale', n=len(stale), months=months, names=tell.names(stale))}"
    if unchecked := tell.told["unchecked"]:
        yield f"• {tell.say('unchecked', n=len(unchecked))}"


def _agreed(tell: Teller) -> Iterator[str]:
    """Who is informed and has agreed, and what is not passed on."""
    informed, open_ = tell.told["not_informed"], tell.told["not_consented"]
    if informed:
        yield f"• {tell.say('not_informed', n=len(informed), names=tell.names(informed))}"
    else:
        yield f"• {tell.say('informed_unknown' if informed is None else 'all_informed')}"
    if open_:
        not_asked = sum(one["publish"] is None for one in open_)
        said = [tell.say("not_asked", n=not_asked)] if not_asked else []
        said += [tell.say("refused", n=len(open_) - not_asked)] if len(open_) > not_asked else []
        yield f"• {' '.join(said)}"
    else:
        yield f"• {tell.say('publish_unknown' if open_ is None else 'all_agreed')}"
    if objected := tell.told["objected"]:
        yield f"• {tell.say('objected', n=len(objected), names=tell.names(objected))}"
    kept = tell.told["columns_not_passed_on"] or ()
    for key in ("columns_contact", "columns_extra", "columns_sensitive"):
        if columns := [_column(tell, one) for one in kept if _why_kept(one) == key]:
            yield f"• {tell.say(key, n=len(columns), columns=', '.join(columns))}"


def _why_kept(column: Named) -> str:
    if column["contact"] or column["sensitive"]:
        return "columns_contact" if column["contact"] else "columns_sensitive"
    return "columns_extra"


def _column(tell: Teller, one: Named) -> str:
    heading = visible(one["column"])
    return tell.say("of_ties", column=heading) if one["table"] == "ties" else heading


def _known(tell: Teller) -> Iterator[str]:
    """How many ties are known from whom, who is named most, and how sure it is that somebody has no tie."""
    found, alone = tell.told["ties"], tell.told["isolation"] or {}
    ties = tell.say("ties", n=found["all"])
    if found["confirmed"] is not None:
        more = [tell.say(key, n=found[key]) for key in ("by_neither", "awaiting") if found[key]]
        yield f"• {' '.join([tell.say('ties_by', ties=ties, **found), *more])}".replace("  ", " ")
    elif found["all"]:
        yield f"• {tell.say('ties_from_unknown', ties=ties)}"
    most = sorted((one for one in tell.told["named_by"] or () if one["named_by"]), key=lambda one: -one["named_by"])
    if most:
        yield f"• {tell.say('most_named', names=tell.names(most[:NAMES_SHOWN], lambda one: one['named_by']))}"
    for key in ("certain", "uncertain"):
        if actors := alone.get(key):
            yield f"• {tell.say(key, n=len(actors), names=tell.names(actors))}"
    if uncounted := alone.get("uncounted"):
        yield f"• {tell.say('uncounted', n=len(uncounted), names=tell.names(uncounted))}"
    if unknown := alone.get("unknown"):
        yield f"• {tell.say('unknown', n=len(unknown))}"


PARTS: dict[str, Callable[[Teller], Iterable[Any]]] = {
    "today": _today,
    "call_next": _call_next,
    "response": _response,
    "settle": _settle,
    "agreed": _agreed,
    "known": _known,
}
