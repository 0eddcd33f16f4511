"""The verb ``match``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, warned, working_options
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

SHOWN = 20
"""So many pairs are told on the screen."""


@click.command("match")
@working_options
@click.option(
    "--decisions", type=Place(), metavar="FILE", help="An earlier table of decisions, kept and not asked again."
)
@click.option(
    "--against", type=Place(), metavar="LIST", help="Compare with a list of names: table or landscape folder."
)
@click.option("-o", "--output", type=Place(), metavar="FILE.csv|FILE.xlsx", help="A table to decide in.")
def command(
    path: Path, decisions: Path | None, against: Path | None, output: Path | None, open_it: bool, **options: Any
) -> None:
    """Entries that may be one actor, for a person to decide: same, different or unsure.

    What was decided before in the output, or in --decisions, is kept. Then: actor-graph merge PATH --decisions FILE
    -o CLEAN. For the office alone: no contact data, natural persons as “Person 1”, “Person 2”, …
    """
    from actor_graph.advice.pairs import match
    from actor_graph.cli.written import told

    landscape = read(path, options)
    language: Language = options["language"] or landscape.language
    found = match(
        landscape, output, decisions=decisions, against=against, language=language, force=options["force"]
    )  # fmt: skip
    warned(found.warnings, language)
    if against is None:
        _tell(found.open, len(found.rows) - len(found.open), language)
    else:
        for about, count in found.count("about").items():
            click.echo(say("matching.counted", language, about=about, n=count))
    if output:
        told(output, language, open_it)
        click.echo(
            say("matching.next_against" if against else "matching.next", language, file=visible(output)), err=True
        )


def _named(row: Any, side: str, language: Language) -> str:
    """One of two, and the row of the file where it stands."""
    id_, name = row[side], row[f"name_{side}"]
    shown = name if name == id_ else f"{name} ({id_})"
    return say("matching.stands", language, name=visible(shown), row=row[f"row_{side}"])


def _tell(rows: Any, decided: int, language: Language) -> None:
    """The pairs that are open, the likeliest first."""
    from actor_graph.words.numbers import number

    click.echo(say("matching.open" if rows else "matching.none_open", language, n=len(rows)))
    for row in rows[:SHOWN]:
        score = number(row["score"], language, 2)
        one, other = (_named(row, side, language) for side in "ab")
        click.echo(say("matching.line", language, score=score, one=one, other=other, why=row["why"]))
    if len(rows) > SHOWN:
        click.echo(say("matching.more", language, n=len(rows) - SHOWN))
    if decided:
        click.echo(say("matching.decided", language, n=decided))
