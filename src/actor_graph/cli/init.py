"""The verb ``init``."""

from __future__ import annotations

from pathlib import Path

import click

from actor_graph.cli.options import Place, Word, warned
from actor_graph.landscape import Landscape
from actor_graph.words import Language


@click.command("init")
@click.argument("target", type=Place())
@click.option(
    "--language",
    type=click.Choice(["de", "en"]),
    help="Of all sheets; default: that of --from, else of TARGET if it is there, else en.",
)
@click.option(
    "--scheme",
    type=Word(),
    metavar="NAME|FILE",
    help="Whose words the drop-downs offer; default: that of --from, else migration-development.",
)
@click.option("--from", "earlier", type=Place(), metavar="EARLIER", help="Take over the actors of this landscape.")
@click.option(
    "--interview",
    is_flag=True,
    help="Write a questionnaire per actor and the letters of data protection, too; if TARGET is there already, these "
    "alone, for its actors.",
)
@click.option("--open", "open_it", is_flag=True, help="Open what was written.")
@click.option(
    "--force", is_flag=True, help="Replace letters that are there, and files changed since they were written."
)
def command(
    target: Path,
    language: Language | None,
    scheme: str | None,
    earlier: Path | None,
    interview: bool,
    open_it: bool,
    force: bool,
) -> None:
    """Start a landscape: a workbook (TARGET.xlsx) or folder to fill in, with drop-downs, notes and an example."""
    from actor_graph.advice.starting import init
    from actor_graph.cli.earlier import told_earlier
    from actor_graph.cli.written import told
    from actor_graph.reading.language import language_at
    from actor_graph.writing.earlier import earlier_outputs
    from actor_graph.writing.letters import folder_of, is_letter, write_letters
    from actor_graph.writing.letters import told as of_letters

    if interview and earlier is None and _is_there(target):
        landscape = _read(target, scheme, language)
        spoken = language or landscape.language
        left = earlier_outputs(folder_of(target, spoken), (), is_letter)
        written = write_letters(target, landscape, language=spoken, force=force)
        asked: Landscape | None = landscape
    else:
        asked = before = _read(earlier, scheme, language) if earlier else None
        language = language or (language_at(target) if before is None else None)
        spoken = language or (before.language if before else "en")
        left = earlier_outputs(folder_of(target, spoken), (), is_letter)
        written = init(target, language=language, scheme=scheme, earlier=before, interview=interview, force=force)
        told(target, spoken, open_it and not interview)
        _explained(target, spoken, before, scheme)
    if interview:
        told(folder_of(target, spoken), spoken, open_it)
        for line in of_letters(asked, spoken):
            click.echo(line, err=True)
        told_earlier(left, folder_of(target, spoken), written, is_letter, spoken)


def _is_there(target: Path) -> bool:
    """Whether there is a landscape, or something else that is told of when it is read; an empty folder is none."""
    return any(target.iterdir()) if target.is_dir() else target.exists()


def _read(path: Path, scheme: str | None, language: Language | None) -> Landscape:
    from actor_graph.reading import read

    landscape = read(path, scheme=scheme, language=language)
    warned(landscape.warnings, language or landscape.language)
    return landscape


def _explained(target: Path, language: Language, before: Landscape | None, scheme: str | None) -> None:
    """What is to be known of what was written, and what comes next."""
    from actor_graph.privacy.objections import objections
    from actor_graph.words import say
    from actor_graph.words.visible import visible
    from actor_graph.writing.template import elsewhere

    if before is not None:
        click.echo(say("template.working_copy", language, n=len(before.actors)), err=True)
        unseen = objections(before)
        for key, n in (("objected", len(unseen.actors)), ("objected_ties", unseen.pairs)):
            if n:
                click.echo(say(f"template.{key}", language, n=n), err=True)
    if (name := elsewhere(target, scheme, before)) is not None:
        click.echo(say("template.scheme_elsewhere", language, scheme=visible(name)), err=True)
    click.echo(say("template.next", language, target=visible(target)), err=True)
