"""Say where an output stands, and open it if wanted."""

from __future__ import annotations

from pathlib import Path

import click

from actor_graph.words import Language, say
from actor_graph.words.visible import visible


def told(path: Path, language: Language, open_it: bool) -> None:
    """One line on stderr with the place of the output."""
    click.echo(say("cli.written", language, path=visible(path)), err=True)
    if open_it:
        click.launch(str(path.resolve()))
