"""The verb ``merge``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, warned, working_options
from actor_graph.words import say


@click.command("merge")
@working_options
@click.option("--decisions", type=Place(), metavar="FILE", help="The table of match, filled in.")
@click.option(
    "--undo", type=Place(), metavar="FILE", help="Take a merging back: the record that merge wrote beside its output."
)
@click.option("-o", "--output", type=Place(), metavar="FOLDER|FILE.xlsx", help="Where the clean landscape goes.")
def command(
    path: Path, decisions: Path | None, undo: Path | None, output: Path | None, open_it: bool, **options: Any
) -> None:
    """Unite the entries that people decided are the same; nothing without a decision.

    The result is a working copy with everything in it, contact data included, for its owner alone. Beside it stands a
    record (NAME-undo.json) that takes the merging back: actor-graph merge CLEAN --undo RECORD -o BACK.
    """
    from actor_graph.advice.merging import merge
    from actor_graph.cli.written import taken_back_with, told

    landscape = read(path, options)
    language = options["language"] or landscape.language
    done = merge(landscape, decisions, output, undo=undo, language=language, force=options["force"])
    warned(done.warnings, language)
    for line in done.told:
        click.echo(line)
    if not done.told:
        click.echo(say("matching.nothing_united", language))
    told(done.output, language, open_it)
    click.echo(say("matching.working_copy", language), err=True)
    if done.record:
        click.echo(taken_back_with("merge", done.output, done.record, language), err=True)
