"""The verb ``qap``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Word, read, relating_options
from actor_graph.cli.patience import Patience
from actor_graph.cli.written import document


@click.command("qap")
@relating_options
@click.option("--x", type=Word(), required=True, metavar="KIND", help="The kind of tie that is dealt out anew.")
@click.option("--y", type=Word(), required=True, metavar="KIND", help="The kind of tie beside it.")
@click.option(
    "--on", type=Word(), multiple=True, metavar="KIND|same:COLUMN", help="What is to be held equal; can be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
def command(path: Path, as_json: bool, **options: Any) -> None:
    """Do two kinds of ties lie on the same pairs more often than chance gives (QAP)?

    KIND is a kind of tie by key, label or alias, whether or not it counts; all for any. With --on besides a multiple
    regression of Y on X and these (MRQAP, double semi-partialling): same:type is whether both are of the same type.
    """
    from actor_graph.analysis.qap import qap

    landscape = read(path, options)
    language = options["language"] or landscape.language
    asked = {key: value for key, value in options.items() if key not in ("scheme", "add_missing")}
    with Patience(language):
        made = qap(landscape, **asked)
    if as_json:
        document(made.to_json())
    else:
        from actor_graph.views.terminal.qap import print_qap

        print_qap(made, landscape, language)
