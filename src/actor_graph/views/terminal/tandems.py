"""The tandems at the terminal: the list first, each with what speaks for it, then who is in none."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TextIO

from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language, say
from actor_graph.words.numbers import number
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.tandems import Tandem, Tandems
    from actor_graph.advice.tandems.scene import Actor

NAMES_SHOWN = 12


def print_tandems(found: Tandems, out: TextIO | None = None) -> None:
    """Print the list in plain words. Names are text, never markup; control characters stand as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)

    def tell(said: str, style: str = "") -> None:
        console.print(Lines(text(said, style), indent=0), end="")

    tongue, scheme = found.language, found.landscape.scheme
    one, other = (visible(scheme.type_label(kind, tongue)) for kind in found.between)
    title = say("tandems.title", tongue, one=one, other=other)
    tell(f"{visible(found.landscape.name)} · {title}", "bold")
    tell(found.note, "dim")
    tell(_summed(found))
    for place, tandem in enumerate(found.chosen, start=1):
        a, b = visible(tandem.a.name), visible(tandem.b.name)
        shown = say("tandems.pair", tongue, a=a, b=b, points=points(tandem.parts.score, tongue))
        tell(f"\n{place}  {shown}", "bold")
        for line in _reasons(tandem, tongue):
            console.print(line, end="")
    left = {"unmatched": found.unmatched, "in_tandem": found.in_tandem, "wish_no": found.wish_no}
    for key, actors in left.items():
        if actors:
            tell("\n" + say(f"tandems.{key}", tongue, n=len(actors), names=_names(actors, tongue)))
    if found.suggestions is not None:
        tell(f"\n{say('tandems.suggestions', tongue)}", "bold")
        for actor, best in found.suggestions:
            console.print(indented(_suggested(actor, best, tongue)), end="")
    tell("\n" + say("tandems.rule", tongue), "dim")


def points(score: Fraction, language: Language) -> str:
    """A score in words, with as many digits as it has, at most two."""
    digits = next(d for d in (0, 1, 2) if d == 2 or (score * 10**d).denominator == 1)
    return say("tandems.points", language, n=1 if score == 1 else 2, score=number(float(score), language, digits))


def _summed(found: Tandems) -> str:
    n, tongue = len(found.chosen), found.language
    if not n:
        return say("tandems.none", tongue)
    fewer = found.count is not None and n < found.count
    key = "found" if found.count is None or fewer else "found_of"
    told = [say("tandems.fewer", tongue, n=n, wanted=found.count)] if fewer else []
    return " ".join([*told, say(f"tandems.{key}", tongue, n=n, points=points(found.total, tongue))])


def _reasons(tandem: Tandem, language: Language) -> list[Lines]:
    """Each part of the score with its points, then what else should be known."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", min_width=3)
    for part, reason in tandem.reasons.items():
        value = tandem.parts.named()[part]
        sign = "+" if value > 0 else "−"
        digits = 0 if value.denominator == 1 else 2
        grid.add_row(text(f"{sign}{number(float(abs(value)), language, digits)}"), text(reason))
    if tandem.notes:
        grid.add_row(text(""), text(say("tandems.to_know", language, notes="; ".join(tandem.notes)), "dim"))
    return [Lines(grid)]


def _suggested(actor: Actor, best: Sequence[Tandem], language: Language) -> str:
    told = [
        say(
            "tandems.suggestion",
            language,
            name=visible(one.partner_of(actor).name),
            points=points(one.parts.score, language),
        )
        for one in best
    ]
    return f"• {visible(actor.name)}: {', '.join(told) or say('tandems.no_suggestion', language)}"


def _names(actors: Sequence[Actor], language: Language) -> str:
    shown = [visible(actor.name) for actor in actors[:NAMES_SHOWN]]
    more = len(actors) - len(shown)
    return ", ".join(shown) + (f" {say('tandems.more', language, n=more)}" if more else "")
