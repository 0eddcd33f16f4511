"""The report at the terminal: the five questions as five short blocks, then what should be known about the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from actor_graph.views.conditions import low_response
from actor_graph.views.findings import findings
from actor_graph.views.terminal.beside_chance import beside_chance
from actor_graph.views.terminal.blocks import BLOCKS
from actor_graph.views.terminal.caveats import caveats
from actor_graph.views.terminal.lines import Lines, indented, sentence, text
from actor_graph.views.terminal.missing import missing
from actor_graph.views.terminal.telling import Telling
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis


def print_report(analysis: Analysis, language: Language, out: TextIO | None = None) -> None:
    """Print the analysis in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    telling = Telling(analysis, language)
    for line, style in _head(telling):
        console.print(Lines(text(line, style), indent=0), end="")
    if telling.told.get("withheld"):
        least = percent(telling.scheme.thresholds.response_none, language)
        console.print(Lines(text(say("analysis.withheld", language, least=least)), indent=0), end="")
        return
    for line in low_response(telling.told, telling.scheme.thresholds, language):
        console.print(Lines(text(line, "bold"), indent=0), end="")
    for number, finding in enumerate(findings(telling.told, language), start=1):
        console.print(Lines(text(f"\n{number}  {finding.title}", "bold"), indent=0), end="")
        console.print(sentence(" ".join(finding.sentences)), end="")
        for part in BLOCKS[finding.key](telling):
            console.print(part, end="")
    if beside := list(beside_chance(telling)):
        console.print(Lines(text(f"\n{say('beside_chance.title', language)}", "bold"), indent=0), end="")
        for part in beside:
            console.print(part, end="")
    if beside := list(missing(telling)):
        console.print(Lines(text(f"\n{say('missing.title', language)}", "bold"), indent=0), end="")
        for part in beside:
            console.print(part, end="")
    notes = caveats(telling)
    if notes:
        console.print(Lines(text(f"\n{say('terminal.notes', language)}", "bold"), indent=0), end="")
        for note in notes:
            console.print(indented(f"• {note}"), end="")


def _head(telling: Telling) -> Iterator[tuple[str, str]]:
    """Whose landscape of which day this is, who may see it, how large it is and how many have answered."""
    about, network, language = telling.told["landscape"], telling.told["network"], telling.language
    day_said = [say("analysis.as_of", language, date=day(about["date"], language))] if about.get("date") else []
    yield " · ".join([visible(about["name"]), *day_said]), "bold"
    banner = [say("analysis.banner_office", language) + "."] if telling.told["audience"] == "office" else []
    told = [say("privacy.pseudonymized", language)] if telling.told.get("pseudonymized") else []
    yield " ".join([*banner, *told, say("analysis.as_named", language)]), "dim"
    rate = network.get("response_rate")
    response = say("terminal.response_unknown", language) if rate is None else telling.response(rate)
    size = [telling.counted("actors", network.get("actors")), telling.counted("ties", network.get("ties"))]
    yield " · ".join([*([", ".join(size)] if all(size) else []), response]), ""
