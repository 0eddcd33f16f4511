"""The verb ``feedback``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, warned, working_options


@click.command("feedback")
@working_options
@click.argument("answers", type=Place(), required=False)
@click.option("--undo", type=Place(), metavar="FILE", help="Take answers back with the file written beside the output.")
@click.option(
    "-o", "--output", type=Place(), metavar="CLEAN", required=True, help="Where the working copy goes: folder or .xlsx."
)
def command(path: Path, answers: Path | None, undo: Path | None, output: Path, **options: Any) -> None:
    """Take corrections, objections and consents back in: PATH answers.xlsx -o CLEAN.

    The output is a working copy: it holds everything, contact data and names too.
    """
    from actor_graph.cli.written import taken_back_with, told
    from actor_graph.views.feedback import feedback
    from actor_graph.words import say

    landscape = read(path, options)
    language = options["language"] or landscape.language
    asked = {key: options[key] for key in ("language", "force", "add_missing")}
    found = feedback(landscape, answers, output, undo=undo, **asked)
    warned(found.warnings, language)
    for line in found.told:
        click.echo(line)
    click.echo(found.summary(language))
    told(output, language, options["open_it"])
    click.echo(say("feedback.working_copy", language), err=True)
    if found.undo is not None:
        click.echo(taken_back_with("feedback", output, found.undo, language), err=True)
