"""The report at the terminal: the five questions as five short blocks, then what should be known about the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.findings import findings
from actor_graph.views.terminal.blocks import BLOCKS, indented
from actor_graph.views.terminal.caveats import caveats
from actor_graph.views.terminal.telling import Telling
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis


def print_report(analysis: Analysis, language: Language, out: TextIO | None = None) -> None:
    """Print the analysis in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    telling = Telling(analysis, language)
    _head(telling, console)
    if telling.told.get("withheld"):
        least = percent(telling.scheme.thresholds.response_none, language)
        console.print(Text(say("analysis.withheld", language, least=least)))
        return
    for number, finding in enumerate(findings(telling.told, language), start=1):
        console.print(Text(f"\n{number}  {finding.title}", style="bold"))
        console.print(_sentence(" ".join(finding.sentences)))
        for part in BLOCKS[finding.key](telling):
            console.print(part)
    notes = caveats(telling)
    if notes:
        console.print(Text(f"\n{say('terminal.notes', language)}", style="bold"))
        for note in notes:
            console.print(indented(f"• {note}"))


def _head(telling: Telling, console: Any) -> None:
    from rich.text import Text

    about, network, language = telling.told["landscape"], telling.told["network"], telling.language
    name = [
        visible(about["name"]),
        *([say("analysis.as_of", language, date=day(about["date"], language))] if about["date"] else []),
    ]
    console.print(Text(" · ".join(name), style="bold"))
    banner = [say("analysis.banner_office", language) + "."] if telling.told["audience"] == "office" else []
    console.print(Text(" ".join([*banner, say("analysis.as_named", language)]), style="dim"))
    rate = network["response_rate"]
    response = say("terminal.response_unknown", language) if rate is None else telling.response(rate)
    size = []
    if network["ties"] is not None:
        size = [say("terminal.size", language, n=network["ties"], actors=network["actors"])]
    console.print(Text(" · ".join([*size, response])))


def _sentence(text: str) -> Any:
    """A finding's sentences, what stands between ``**`` in bold."""
    from rich.padding import Padding
    from rich.text import Text

    parts = text.split("**")
    return Padding(Text.assemble(*((part, "bold" if i % 2 else "") for i, part in enumerate(parts))), (0, 0, 0, 3))
