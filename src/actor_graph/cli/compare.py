"""The verb ``compare``."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, Word, cities_options, warned
from actor_graph.cli.written import document, told
from actor_graph.words.visible import visible


@click.command("compare")
@cities_options
@click.option("--all-pairs", is_flag=True, help="Each city with each, also beyond 20; else each with the median city.")
@click.option("--scheduler", type=Word(), metavar="tcp://HOST:PORT", help="A Dask scheduler that spreads the cities.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
@click.option("-o", "--output", type=Place(), metavar="FILE.html|.xlsx|.csv|.json", help="Write the comparison there.")
def command(cities: tuple[Path, ...], as_json: bool, output: Path | None, open_it: bool, **options: Any) -> None:
    """Cities side by side: size, figures, what they have beyond chance, what differs. Nothing is ranked.

    CITY is a landscape of any format, or a folder that holds any number of them. One that can't be read is told of.
    """
    from actor_graph.cli.lasting import Lasting
    from actor_graph.comparison.speaking import spoken
    from actor_graph.views.comparison import compare

    gc.enable()
    with Lasting(options["language"] or spoken(cities)) as pace:
        made = compare(*cities, output=output, progress=pace, **options)
    warned(made.warnings, made.language)
    if as_json:
        document(made.to_json())
    else:
        from actor_graph.views.terminal.comparison import print_comparison

        print_comparison(made)
    if made.failures and (as_json or options["audience"] != "office"):
        for one in made.failures:
            click.echo(f"{visible(one['path'])}: {one['why']}", err=True)
    if output:
        told(output, made.language, open_it)
