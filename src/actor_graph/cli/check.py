"""The verb ``check``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import READING, Place, reading_options, warned
from actor_graph.cli.pseudonyms import key_wanted, told_key
from actor_graph.cli.written import document, told


@click.command("check")
@reading_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout, also where the data have errors.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day to judge by what is due or past; default: the day on which it runs.",
)
@click.option(
    "--decisions", type=Place(), metavar="FILE", help="A table of decisions of match, so that pairs are not told again."
)
@click.option("-o", "--output", type=Place(), metavar="FILE.xlsx", help="All lists whole, as a workbook.")
def command(
    path: Path, as_json: bool, today: datetime | None, decisions: Path | None, output: Path | None, **options: Any
) -> None:
    """What is wrong in the data, how far the survey is, and whom to call next.

    For the office alone: no contact data, natural persons as “Person 1”, “Person 2”, … With --pseudonymize to be passed
    on: numbers stand for all names, and the key is written beside PATH.
    """
    from actor_graph.advice.state import check

    day = today.date() if today else None
    key = key_wanted(path, options)
    asked = {name: options[name] for name in (*READING, "force")}
    state = check(path, output, today=day, decisions=decisions, pseudonymize=key or False, **asked)
    if as_json:
        document(state.to_json())
    state.stop_if_errors()
    warned(state.problems, state.language)
    if not as_json:
        from actor_graph.views.terminal.state import print_state

        print_state(state, whole=output is not None)
    if output is not None:
        told(output, state.language, options["open_it"])
    if key is not None:
        told_key(key, state.language)
