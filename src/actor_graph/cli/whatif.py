"""The verb ``whatif``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, Word, comparing_options, read, warned
from actor_graph.cli.patience import Patience
from actor_graph.cli.written import document, told


@click.command("whatif")
@comparing_options
@click.option("--add", type=Word(), multiple=True, metavar="A:B", help="A tie that there would be; can be repeated.")
@click.option(
    "--remove", type=Word(), multiple=True, metavar="A|A:B", help="An actor or tie that there would not be; repeated."
)
@click.option("--workshop", type=Place(), metavar="FILE.json", help="Each two invited would be tied: an upper bound.")
@click.option("--positions", type=Place(), help="Where actors stand: a CSV with id,x,y or an earlier map.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
@click.option("-o", "--output", type=Place(), metavar="FILE.html|FILE.json", help="A map of it, or the comparison.")
def command(path: Path, as_json: bool, output: Path | None, open_it: bool, **options: Any) -> None:
    """All figures before and after, if there were ties or actors more or less: a thought experiment.

    A and B are ids or exact names. A supposed tie has no kind, counts, and takes the median of the known weights. For
    the office alone, since the difference between two tables that others may see can give back what each leaves out.
    """
    from actor_graph.views.whatif import whatif

    landscape = read(path, options)
    language = options["language"] or landscape.language
    asked = {key: value for key, value in options.items() if key not in ("scheme", "add_missing", "exact")}
    with Patience(language) as at:
        made = whatif(landscape, output, progress=at, **asked)
    warned(made.warnings, language)
    if as_json:
        document(made.to_json())
    else:
        from actor_graph.views.terminal.whatif import print_whatif

        print_whatif(made, language)
    if output:
        told(output, language, open_it)
