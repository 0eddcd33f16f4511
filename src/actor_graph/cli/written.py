"""A document on stdout; where an output stands, and open it if wanted."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from actor_graph.words import Language, say
from actor_graph.words.visible import visible


def seen_from_here(file: Path) -> str:
    """The path as seen from where the command runs, if it lies below."""
    here = Path.cwd()
    return visible(file.relative_to(here) if file.is_relative_to(here) else file)


def document(text: str) -> None:
    """One JSON document on stdout, in UTF-8 whatever the console speaks, before anything that is said after it."""
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def told(path: Path, language: Language, open_it: bool) -> None:
    """One line on stderr with the place of the output."""
    click.echo(say("cli.written", language, path=visible(path)), err=True)
    if open_it:
        click.launch(str(path.resolve()))


def taken_back_with(verb: str, copy: Path, record: Path, language: Language) -> str:
    """How a working copy is taken back, and that the file for it is as confidential."""
    return say("undoing.recorded", language, verb=verb, copy=visible(copy), record=visible(record))
