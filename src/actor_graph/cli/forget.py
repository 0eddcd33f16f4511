"""The verb ``forget``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actor_graph.cli.options import READING, Place, Word, input_options
from actor_graph.cli.written import seen_from_here
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.forgetting import Forgotten
    from actor_graph.forgetting.standing import Standing

KINDS = ("actors", "ties", "contacts", "events", "tandems")
SHOWN = 50


@click.command("forget")
@input_options
@click.argument("ids", nargs=-1, required=True, metavar="ID…", type=Word())
@click.option("--yes", is_flag=True, help="Really do it; without it nothing is changed and you see what would go.")
@click.option(
    "-o", "--output", type=Place(), metavar="FOLDER|FILE.xlsx", help="A working copy without the actor there."
)
@click.option("--also", multiple=True, type=Place(), metavar="FILE", help="A further table of decisions or key.")
@click.option("--force", is_flag=True, help="Replace a working copy that was changed since it was written.")
def command(
    path: Path,
    ids: tuple[str, ...],
    yes: bool,
    output: Path | None,
    also: tuple[Path, ...],
    force: bool,
    **options: Any,
) -> None:
    """Take an actor out of tables, log, decisions and keys for good, in place, and see where it still stands.

    ID is an id, an exact name or, of a natural person, person-1; several can be given.
    """
    from actor_graph.forgetting import forget

    asked = {key: options[key] for key in READING}
    found = forget(path, *ids, yes=yes, output=output, also=also, force=force, **asked)
    for line in _lines(found, output is not None, path):
        click.echo(line)


def _lines(found: Forgotten, copied: bool, path: Path) -> Iterator[str]:
    """The answer, line by line."""
    language = found.language
    yield say("forget.done" if found.done else "forget.would", language, names=visible(", ".join(found.names)))
    for file, rows in found.rows.items():
        told = [
            say(f"forget.rows_{kind}" if kind in KINDS else "forget.rows_side", language, n=n)
            for kind, n in rows.items()
            if n
        ]
        yield f"  {seen_from_here(file)}: {', '.join(told) or '–'}"
    if found.cells:
        yield say("forget.cells", language, n=found.cells)
    if found.masked:
        yield say("forget.masked" if found.done else "forget.would_mask", language)
        yield from _places(found.masked, language)
    yield from _standing(found, copied, path)
    yield from _files("forget.outputs", found.outputs, language)
    for kind in ("named", "by_id", "closed"):
        yield from _files(f"forget.nearby_{kind}", getattr(found.nearby, kind), language)
    if found.renumbered:
        yield say("forget.renumbered", language)
    yield say("forget.elsewhere", language)
    if not found.done:
        yield say("forget.nothing_yet", language)


def _files(sentence: str, files: Sequence[Path], language: Language) -> Iterator[str]:
    """A sentence with the files that it is about, if there are any."""
    if files:
        yield say(sentence, language)
        yield from (f"  {seen_from_here(file)}" for file in files[:SHOWN])
    if len(files) > SHOWN:
        yield f"  … + {len(files) - SHOWN}"


def _standing(found: Forgotten, copied: bool, path: Path) -> Iterator[str]:
    language = found.language
    if copied and found.done:
        yield say("forget.copied", language, path=visible(path))
    places = [place for place in found.standing if not (copied and place.row is None)]
    if not places and not copied:
        yield say("forget.standing_nowhere", language)
    if places:
        yield say("forget.standing", language)
    yield from _places(places, language)


def _places(places: Sequence[Standing], language: Language) -> Iterator[str]:
    """Each place: file, sheet, row and column."""
    for place in places[:SHOWN]:
        parts = [seen_from_here(place.file)]
        for name in ("sheet", "row", "column"):
            if (value := getattr(place, name)) is not None:
                parts.append(say(f"problems.{name}", language, value=visible(value)))
        yield "  " + ", ".join(parts)
    if len(places) > SHOWN:
        yield f"  … + {len(places) - SHOWN}"
