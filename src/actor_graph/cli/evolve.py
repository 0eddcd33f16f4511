"""The verb ``evolve``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, warned, waves_options
from actor_graph.cli.patience import Patience
from actor_graph.cli.pseudonyms import key_wanted, told_key
from actor_graph.cli.written import document, told
from actor_graph.landscape import Landscape
from actor_graph.words import Language


@click.command("evolve")
@waves_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
@click.option(
    "-o", "--output", type=Place(), metavar="FILE.html|.xlsx|.csv|.json",
    help="A page with a map of what changed, the tables, or the document.",
)  # fmt: skip
def command(waves: tuple[Path, ...], as_json: bool, output: Path | None, open_it: bool, **options: Any) -> None:
    """What changed between the waves of one city: actors, ties, figures, and how far its goals are.

    WAVE is a landscape with a date of its own, or a folder of such; the order does not matter. Actors are the same
    where their ids are. With --pseudonymize to be passed on: numbers stand for all names, and the key is written beside
    the last wave.
    """
    from actor_graph.evolution.reading import read_waves
    from actor_graph.views.evolution import evolve

    reading = {key: options.pop(key) for key in ("scheme", "add_missing")}
    read = read_waves(waves, language=options["language"], **reading)
    language = options["language"] or read[-1].language
    for wave in read:
        warned(wave.warnings, language)
    key = _key(read, language, options)
    for name in ("exact", "key", "pseudonymize"):
        options.pop(name)
    with Patience(language) as at:
        made = evolve(read, output, pseudonymize=key or False, progress=at, **options)
    warned(made.warnings, language)
    if as_json:
        document(made.to_json())
    else:
        from actor_graph.views.terminal.evolution import print_evolution

        print_evolution(made, language)
    if output:
        told(output, language, open_it)
    if key is not None:
        told_key(key, language)


def _key(waves: Sequence[Landscape], language: Language, options: Mapping[str, Any]) -> Path | None:
    """Where the key lies if numbers are wanted: where the option says, else beside the last wave."""
    from actor_graph.evolution.waves import in_time

    last = in_time(waves, language)[0][-1] if options["pseudonymize"] else waves[-1]
    return key_wanted(last.path or Path(), options, language)
