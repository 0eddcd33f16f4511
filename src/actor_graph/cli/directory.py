"""The verb ``directory``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, reading_options, warned
from actor_graph.cli.pseudonyms import key_of_run
from actor_graph.privacy.audience import AUDIENCES


@click.command("directory")
@reading_options
@click.option("--audience", type=click.Choice(AUDIENCES), default="public", show_default=True, help="Who will see it.")
@click.option("--without", multiple=True, metavar="ID", help="As if this actor were not there; can be repeated.")
@click.option("--sensitive", is_flag=True, help="Let in columns on religion, origin and the like.")
@click.option("--with-contacts", is_flag=True, help="Let contact data leave; without it they never do.")
@click.option(
    "-o", "--output", type=Place(), default=Path("directory.html"), show_default=True,
    help="A page (.html), a brochure (.docx) or a workbook (.xlsx).",
)  # fmt: skip
def command(path: Path, output: Path, **options: Any) -> None:
    """Write who is there: an entry per actor, by name and by field, with what they need in front."""
    from actor_graph.cli.written import told
    from actor_graph.views.directory import directory

    landscape = read(path, options)
    language = options["language"] or landscape.language
    asked = {key: options[key] for key in ("audience", "without", "sensitive", "with_contacts", "force")}
    made = directory(landscape, output, language=language, pseudonymize=key_of_run(), **asked)
    warned(made.warnings, language)
    told(output, language, options["open_it"])
