"""The verb ``tandems``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actor_graph.cli.options import Place, Word, read, working_options
from actor_graph.cli.written import document, told
from actor_graph.words import say

if TYPE_CHECKING:
    from actor_graph.advice.tables import Seating
    from actor_graph.advice.tandems import Tandems
    from actor_graph.landscape import Landscape

OF_TANDEMS, OF_TABLES = ("between", "count", "suggest"), ("tables", "invited", "seed")


@click.command("tandems")
@working_options
@click.option("--between", nargs=2, type=Word(), metavar="TYPE_A TYPE_B", help="One of each kind makes a tandem.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="So many tandems, those of the greatest sum.")
@click.option(
    "--suggest",
    type=click.IntRange(min=1),
    metavar="N",
    is_flag=False,
    flag_value=3,
    help="Besides, the best N partners for each to choose from (3).",
)
@click.option("--tables", type=click.IntRange(min=1), metavar="N", help="Instead, groups of 4 to 8 for a workshop.")
@click.option("--invited", type=Place(), metavar="FILE.json", help="Who sits at the tables: a file of invite.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Where chance is drawn for the tables (1).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the list.")
@click.option("-o", "--output", type=Place(), metavar="FILE.xlsx|FILE.csv", help="A list to work with.")
def command(path: Path, as_json: bool, output: Path | None, open_it: bool, **options: Any) -> None:
    """Pairs of two kinds for a joint project of a year, with what speaks for each; or the tables of a workshop.

    Tandems: not tied yet, each in one at most, none with “wish: no”. Tables: as mixed as can be in kind and circle,
    with few who work together already. For the office alone: no contact data, natural persons as “Person 1”, …
    """
    landscape = read(path, options)
    language = options["language"] or landscape.language
    found = _found(landscape, options)
    if output:
        found.write(output, force=options["force"])
    if as_json:
        document(found.to_json())
    else:
        _show(found)
    if output:
        told(output, language, open_it)
        if options["tables"] is None:
            click.echo(say("tandems.next", language), err=True)


def _found(landscape: Landscape, options: dict[str, Any]) -> Tandems | Seating:
    """What was asked for; tandems and tables are not worked out together."""
    from actor_graph.problems import RequestError

    language = options["language"] or landscape.language
    of_tables = [key for key in OF_TABLES if options[key] is not None]
    of_tandems = [key for key in OF_TANDEMS if options[key] is not None]
    if bool(of_tables) == bool(of_tandems) or (of_tables and options["tables"] is None):
        raise RequestError("tandems.either", language)
    if of_tables:
        from actor_graph.advice.tables import tables

        invited, seed = options["invited"], options["seed"]
        seed = 1 if seed is None else seed
        return tables(landscape, options["tables"], invited=invited, seed=seed, language=language)
    from actor_graph.advice.tandems import tandems

    wanted = {key: options[key] for key in ("count", "suggest")}
    return tandems(landscape, between=options["between"] or (), language=language, **wanted)


def _show(found: Tandems | Seating) -> None:
    from actor_graph.advice.tandems import Tandems

    if isinstance(found, Tandems):
        from actor_graph.views.terminal.tandems import print_tandems

        print_tandems(found)
    else:
        from actor_graph.views.terminal.seating import print_seating

        print_seating(found)
