"""The verb ``tandems``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, Word, read, working_options
from actor_graph.words import say


@click.command("tandems")
@working_options
@click.option("--between", nargs=2, type=Word(), metavar="TYPE_A TYPE_B", help="One of each kind makes a tandem.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="So many tandems, those of the greatest sum.")
@click.option(
    "--suggest",
    type=click.IntRange(min=1),
    metavar="N",
    is_flag=False,
    flag_value=3,
    help="Besides, the best N partners for each to choose from (3).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the list.")
@click.option("-o", "--output", type=Place(), metavar="FILE.xlsx|FILE.csv", help="A list to work with.")
def command(
    path: Path,
    between: tuple[str, str] | None,
    count: int | None,
    suggest: int | None,
    as_json: bool,
    output: Path | None,
    open_it: bool,
    **options: Any,
) -> None:
    """Pairs of two kinds for a joint project of a year, with what speaks for each.

    Not tied yet, each in one tandem at most, none with “wish: no”. For the office alone: no contact data, natural
    persons as “Person 1”, “Person 2”, …
    """
    from actor_graph.advice.tandems import tandems

    landscape = read(path, options)
    language = options["language"] or landscape.language
    found = tandems(landscape, between=between or (), count=count, suggest=suggest, language=language)
    if output:
        found.write(output, force=options["force"])
    if as_json:
        sys.stdout.buffer.write(found.to_json().encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
    else:
        from actor_graph.views.terminal.tandems import print_tandems

        print_tandems(found)
    if output:
        from actor_graph.cli.written import told

        told(output, language, open_it)
        click.echo(say("tandems.next", language), err=True)
