"""The verb ``pages``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, Word, read, working_options


@click.command("pages")
@working_options
@click.option("--for", "for_", type=Word(), multiple=True, metavar="ID", help="For this actor; can be repeated.")
@click.option("--until", type=Word(), metavar="DATE", help="The day to answer by; default: in two weeks.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day from which the two weeks count."
)
@click.option("-o", "--output", type=Place(), metavar="FOLDER", required=True, help="Where pages and workbook go.")
def command(
    path: Path, for_: tuple[str, ...], until: str | None, today: datetime | None, output: Path, **options: Any
) -> None:
    """Make one page per actor to hand back, and a workbook for what comes back."""
    from actor_graph.cli.earlier import told_earlier
    from actor_graph.cli.written import told
    from actor_graph.privacy.persons import stand_ins
    from actor_graph.views.pages import is_page, pages
    from actor_graph.words import say
    from actor_graph.words.visible import visible
    from actor_graph.writing.answers import answers_name
    from actor_graph.writing.earlier import earlier_outputs
    from actor_graph.writing.file_names import slug

    landscape = read(path, options)
    language = options["language"] or landscape.language
    before = earlier_outputs(output, (), is_page)
    day = today.date() if today else None
    written = pages(
        landscape, output, for_=for_, until=until, today=day, language=options["language"], force=options["force"]
    )
    made = [file for file in written if file.suffix == ".html"]
    told(output, language, options["open_it"])
    click.echo(say("pages.pages_written", language, n=len(made)), err=True)
    stems = {file.stem for file in made}
    if persons := sum(slug(id_) in stems for id_ in stand_ins(landscape)[0].values()):
        click.echo(say("pages.persons", language, n=persons), err=True)
    kept = len(made) == len(written)
    sentence = "pages.workbook_kept" if kept else "pages.workbook_written"
    click.echo(say(sentence, language, file=visible(output / answers_name(language))), err=True)
    if not landscape.meta.get("feedback"):
        click.echo(say("pages.no_address", language), err=True)
    if not for_:
        told_earlier(before, output, written, is_page, language)
