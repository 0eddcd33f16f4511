"""A list of invitations at the terminal: whom, why and how; then the rules, who is not reached, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.advice.invite.told import stopped
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation

NAMES_SHOWN = 12


def print_invitation(invitation: Invitation, language: Language, out: TextIO | None = None) -> None:
    """Print the list in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    tell = _Telling(invitation, language)
    for line, style in _head(tell):
        console.print(Lines(text(line, style), indent=0), end="")
    for heading, part in PARTS.items():
        said = list(part(tell))
        if said:
            console.print(Lines(text(f"\n{tell.say(heading)}", "bold"), indent=0), end="")
            for line in said:
                console.print(indented(line) if isinstance(line, str) else line, end="")


class _Telling:
    """The document and the words for it."""

    def __init__(self, invitation: Invitation, language: Language) -> None:
        self.told, self.language = invitation.to_dict(), language
        self.scheme = invitation.landscape.scheme

    def say(self, key: str, /, **values: object) -> str:
        """A sentence about the list."""
        return stopped(say(f"invite.{key}", self.language, **values))

    def name(self, id_: str) -> str:
        """The name of an actor, safe to print."""
        return visible(self.told["names"].get(id_, id_))

    def names(self, ids: Iterable[str], most: int = NAMES_SHOWN) -> str:
        """The first names in one line, then how many more."""
        every = [self.name(id_) for id_ in ids]
        more = [self.say("more", n=len(every) - most)] if len(every) > most else []
        return ", ".join(every[:most]) + "".join(f" {part}" for part in more)


def _head(tell: _Telling) -> Iterator[tuple[str, str]]:
    """For what the list is, who may see it, how many are on it and how much of the scene it stands for."""
    told, about = tell.told, tell.told["landscape"]
    title = tell.say("title", format=visible(told["format_label"]))
    as_of = [say("analysis.as_of", tell.language, date=day(about["date"], tell.language))] if about["date"] else []
    yield " · ".join([visible(about["name"]), title, *as_of]), "bold"
    yield f"{say('analysis.banner_office', tell.language)}. {say('analysis.as_named', tell.language)}", "dim"
    least, most = told["seats"]
    key = "counted_fixed" if least == most else "counted"
    counted = tell.say(key, n=len(told["invited"]), least=least, most=most)
    covered, bare = told["covered"], told["without_ties"]
    share = percent(covered["reached_share"], tell.language)
    said = tell.say("covers_without_ties" if bare else "covers", **{**covered, "share": share})
    best = [tell.say("best_without_ties" if bare else "best")] if told["optimal"] and not told["compared"] else []
    yield " ".join([counted, said, *best]), ""
    if told["compared"] is not None:
        left, new = (tell.names(told["compared"][key]) or tell.say("nobody") for key in ("left", "new"))
        yield tell.say("compared_earlier", left=left, new=new), "bold"
    yield tell.say("you_decide"), "dim"


def _list(tell: _Telling) -> Iterator[Any]:
    """Whom, in which part, why, and how."""
    from rich.table import Table

    for number, one in enumerate(tell.told["invited"], start=1):
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", min_width=3)
        kind = f" · {visible(one['type_label'])}" if one["type_label"] else ""
        grid.add_row(text(f"{number}."), text(f"{visible(one['name'])}{kind}"))
        grid.add_row(text(""), text(one["role_text"], "italic"))
        lines = [tell.say("why", reasons="; ".join(one["reasons"]))]
        everybody = len(tell.told["invited"]) == tell.told["landscape"]["actors"]
        key = "how_reserve" if one["reserve"] else "how" if everybody else "how_no_reserve"
        lines.append(
            tell.say(key, approach=one["approach_text"], reserve=tell.name(one["reserve"]) if one["reserve"] else "")
        )
        if one["notes"]:
            lines.append(tell.say("note", notes="; ".join(one["notes"])))
        for line in lines:
            grid.add_row(text(""), text(line, "dim"))
        yield Lines(grid, indent=0)


def _rules(tell: _Telling) -> Iterator[Any]:
    """What was asked for and what is there."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("rule", "required", "actual", "binding"):
        table.add_column(text(tell.say(f"column_{name}")), overflow="fold")
    for row in tell.told["rules"]:
        if row["bound"] == "min" and not row["required"]:
            continue  # lowered to nothing, which is told below
        yes = tell.say("yes") if row["binding"] else ""
        table.add_row(*map(text, (visible(row["about"]), row["text"], _actual(tell, row), yes)))
    yield Lines(table)


def _actual(tell: _Telling, row: Mapping[str, Any]) -> str:
    if row["bound"] == "parity":
        one, other = row["counts"]
        return tell.say("parity_actual", one=one, other=other)
    if row["bound"].endswith("share"):
        return tell.say("count_share", n=row["count"], share=percent(row["actual"], tell.language))
    return str(row["actual"])


def _not_reached(tell: _Telling) -> Iterator[str]:
    """Who is neither invited nor tied to the invited, and which kinds are not there."""
    missed, covered = tell.told["not_reached"], tell.told["covered"]
    if not tell.told["without_ties"]:
        yield tell.say("not_reached_n", n=len(missed), names=tell.names(missed)) if missed else tell.say("all_reached")
    if missing := covered["types_missing"]:
        labels = ", ".join(visible(tell.scheme.type_label(key, tell.language)) for key in missing)
        yield tell.say("types_missing", n=len(missing), types=labels)


def _record(tell: _Telling) -> Iterator[str]:
    """What people decided, and what the rules alone would propose."""
    for change in tell.told["changes"]:
        said = tell.say(f"change_{change['what']}", name=visible(change.get("name") or change["who"]))
        about = [visible(part) for part in (change.get("why"), change.get("by")) if part]
        yield f"• {tell.say('change_why', change=said, why=', '.join(about)) if about else said}"
    proposed = tell.told["proposed"]
    if proposed is not None:
        now = [one["id"] for one in tell.told["invited"]]
        more, less = ([i for i in a if i not in b] for a, b in ((proposed, now), (now, proposed)))
        nobody = tell.say("nobody")
        if more or less:
            yield tell.say("compared", more=tell.names(more) or nobody, less=tell.names(less) or nobody)
        else:
            yield tell.say("compared_same")


def _past(tell: _Telling) -> Iterator[str]:
    """Who was invited and never came, who never was."""
    past = tell.told["past"]
    if past["never_came"]:
        yield tell.say("past_never_came", names=tell.names(one["id"] for one in past["never_came"]))
    if past["never_invited"]:
        n = len(past["never_invited"])
        yield tell.say("past_never_invited", n=n, names=tell.names(past["never_invited"]))


def _others(tell: _Telling) -> Iterator[str]:
    """Other lists of equal value, by what they exchange."""
    others = tell.told.get("others")
    if others is None:
        return
    if not others["lists"]:
        yield tell.say("others_none")
        return
    yield tell.say("others_more" if others["more"] else "others", n=others["count"])
    now = [one["id"] for one in tell.told["invited"]]
    for ids in others["lists"]:
        less, more = ([i for i in a if i not in b] for a, b in ((now, ids), (ids, now)))
        yield f"• {tell.say('other_list', less=tell.names(less), more=tell.names(more))}"


def _warnings(tell: _Telling) -> Iterator[str]:
    yield from (f"• {said}" for said in tell.told["warnings"])


PARTS = {
    "list": _list,
    "rules": _rules,
    "not_reached": _not_reached,
    "record": _record,
    "past": _past,
    "other_lists": _others,
    "warnings": _warnings,
}
