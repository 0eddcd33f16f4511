"""The verb ``map``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, chance_option, landscape_options, missing_option, read, wanted, warned
from actor_graph.cli.patience import Patience
from actor_graph.cli.pseudonyms import under_key


@click.command("map")
@landscape_options
@chance_option
@missing_option
@click.option("--positions", type=Place(), help="Where actors stay: a CSV with id,x,y or an earlier map.")
@click.option("--equal-size", is_flag=True, help="All marks of one size, instead of by number of ties.")
@click.option("--show", multiple=True, metavar="COLUMN", help="A column to see, size and color by; can be repeated.")
@click.option(
    "--invited", type=Place(), metavar="LIST.json", help="A list of invite: who is on it, and who not reached."
)
@click.option("-o", "--output", type=Place(), default=Path("map.html"), show_default=True)
def command(
    path: Path,
    output: Path,
    positions: Path | None,
    equal_size: bool,
    show: tuple[str, ...],
    invited: Path | None,
    chance: bool,
    missing: bool,
    **options: Any,
) -> None:
    """Draw the landscape as one HTML file that works without a network."""
    from actor_graph.analysis import analyze
    from actor_graph.cli.written import told
    from actor_graph.reading.invited import invited_in
    from actor_graph.views.map import draw_map as draw

    landscape = read(path, options)
    language = options["language"] or landscape.language
    listed = None if invited is None else invited_in(invited, landscape, language)
    with Patience(language) as at:
        analysis = analyze(
            landscape,
            progress=at,
            how_far=at.how_far,
            show=show,
            chance=chance,
            missing=missing,
            **wanted(options),
        )
        at("map")
        with under_key():
            draw(analysis, output, positions=positions, equal_size=equal_size, invited=listed, force=options["force"])
    warned(analysis.warnings, language)
    told(output, language, options["open_it"])
