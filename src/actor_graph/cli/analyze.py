"""The verb ``analyze``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, chance_option, landscape_options, read, wanted, warned
from actor_graph.cli.patience import Patience
from actor_graph.cli.pseudonyms import under_key


@click.command("analyze")
@landscape_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
@chance_option
@click.option("--missing", is_flag=True, help="What the missing answers could change: bounds, range, robustness.")
@click.option("-o", "--output", type=Place(), metavar="FOLDER|FILE.xlsx", help="Write all tables there.")
def command(path: Path, as_json: bool, output: Path | None, chance: bool, missing: bool, **options: Any) -> None:
    """How well networked, who is outside, who dominates, what the circles are made of."""
    from actor_graph.analysis import analyze

    landscape = read(path, options)
    language = options["language"] or landscape.language
    with Patience(language) as at:
        analysis = analyze(landscape, progress=at, chance=chance, missing=missing, **wanted(options))
    warned(analysis.warnings, language)
    with under_key():
        if output:
            analysis.write(output, force=options["force"])
    if as_json:
        sys.stdout.buffer.write(analysis.to_json().encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
    else:
        from actor_graph.views.terminal import print_report

        print_report(analysis, language)
    if output:
        from actor_graph.cli.written import told

        told(output, language, options["open_it"])
