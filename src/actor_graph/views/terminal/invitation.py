"""A list of invitations at the terminal: whom, why and how; then the rules, who is not reached, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.invitation.told import Told
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation


def print_invitation(invitation: Invitation, language: Language, out: TextIO | None = None) -> None:
    """Print the list in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    told = Told(invitation, language)
    for line, style in _head(told):
        console.print(Lines(text(line, style), indent=0), end="")
    for heading, part in PARTS.items():
        said = list(part(told))
        if said:
            console.print(Lines(text(f"\n{told.say(heading)}", "bold"), indent=0), end="")
            for line in said:
                console.print(indented(line) if isinstance(line, str) else line, end="")


def _head(told: Told) -> Iterator[tuple[str, str]]:
    """For what the list is, who may see it, how many are on it and how much of the scene it stands for."""
    yield " · ".join([told.city, told.title, *told.as_of]), "bold"
    yield f"{told.banner}. {say('analysis.as_named', told.language)}", "dim"
    yield told.summary(), ""
    for line in told.renewed():
        yield line, "bold"
    yield told.say("you_decide"), "dim"


def _list(told: Told) -> Iterator[Any]:
    """Whom, in which part, why, and how."""
    from rich.table import Table

    for number, one in enumerate(told.invited, start=1):
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", min_width=3)
        kind = f" · {visible(one['type_label'])}" if one["type_label"] else ""
        grid.add_row(text(f"{number}."), text(f"{visible(one['name'])}{kind}"))
        grid.add_row(text(""), text(one["role_text"], "italic"))
        reserve = told.reserve(one)
        lines = [
            told.say("why", reasons="; ".join(one["reasons"])),
            told.say("how_reserve" if reserve else "how", approach=one["approach_text"], reserve=reserve),
        ]
        if notes := told.notes(one):
            lines.append(told.say("note", notes="; ".join(notes)))
        for line in lines:
            grid.add_row(text(""), text(line, "dim"))
        yield Lines(grid, indent=0)


def _rules(told: Told) -> Iterator[Any]:
    """What was asked for and what is there."""
    heads = [told.say(f"column_{name}") for name in ("rule", "required", "actual", "binding")]
    yes = told.say("yes")
    rows = [[rule.about, rule.required, rule.actual, yes if rule.binding else ""] for rule in told.rules()]
    yield table(heads, rows, left=(1, 2, 3))


def _warnings(told: Told) -> Iterator[str]:
    yield from (f"• {said}" for said in told.warnings())


PARTS: Mapping[str, Callable[[Told], Iterable[Any]]] = {
    "list": _list,
    "rules": _rules,
    "not_reached": Told.not_reached,
    "record": Told.changes,
    "past": Told.past,
    "other_lists": Told.others,
    "warnings": _warnings,
}
