"""The verb ``needs``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, reading_options, warned
from actor_graph.cli.patience import Patience
from actor_graph.cli.pseudonyms import key_of_run
from actor_graph.cli.written import document, told
from actor_graph.privacy.audience import AUDIENCES


@click.command("needs")
@reading_options
@click.option("--audience", type=click.Choice(AUDIENCES), default="office", show_default=True, help="Who will see it.")
@click.option("--without", multiple=True, metavar="ID", help="As if this actor were not there; can be repeated.")
@click.option("--sensitive", is_flag=True, help="Let in columns on religion, origin and the like.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the lists.")
@click.option(
    "-o", "--output", type=Place(), metavar="FILE.xlsx|.csv|.html|.json",
    help="A workbook, one table, a page with a picture, or the document.",
)  # fmt: skip
def command(path: Path, as_json: bool, output: Path | None, **options: Any) -> None:
    """Which need meets which offers, and whose; needs that nobody meets, offers that nobody asks for."""
    from actor_graph.views.needs import needs

    landscape = read(path, options)
    language = options["language"] or landscape.language
    asked = {key: options[key] for key in ("audience", "without", "sensitive", "force")}
    with Patience(language) as at:
        made = needs(landscape, output, language=language, pseudonymize=key_of_run(), progress=at, **asked)
    warned(made.warnings if landscape.pseudonyms is None else (), language)
    if as_json:
        document(made.to_json())
    else:
        from actor_graph.views.terminal.needs import print_needs

        print_needs(made, language)
    if output:
        told(output, language, options["open_it"])
