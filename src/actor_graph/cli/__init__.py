"""The command ``actor-graph``: options become calls of the library, errors become sentences. No arithmetic here."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from actor_graph import __version__

COMMANDS = {
    "init": "init",
    "check": "check",
    "match": "match",
    "merge": "merge",
    "analyze": "analyze",
    "map": "draw_map",
    "invite": "invite",
    "tandems": "tandems",
    "needs": "needs",
    "whatif": "whatif",
    "qap": "qap",
    "compare": "compare",
    "evolve": "evolve",
    "directory": "directory",
    "pages": "pages",
    "feedback": "feedback",
    "forget": "forget",
}
"""Verb and the module of this folder that holds it; loaded when the verb is used."""

SHORT = {
    "init": "Start a landscape: a workbook or folder to fill in, and the letters of the survey.",
    "check": "What is wrong in the data, how far the survey is, and whom to call next.",
    "match": "Find entries that may be one actor, or compare with another list, for a person to decide.",
    "merge": "Unite the entries that people decided are one actor, with undo.",
    "analyze": "How well networked, who is outside, who dominates, what the circles are made of.",
    "map": "Draw the landscape as one HTML file that works without a network.",
    "invite": "Propose whom to invite, why, in which part and through whom, under rules of your own.",
    "tandems": "Who could carry a project together for a year, with reasons; or the tables of a workshop.",
    "needs": "Which need meets which offers, and whose; what nobody meets, what nobody asks for.",
    "whatif": "What would be another with ties or actors more or less, or after a workshop.",
    "qap": "Whether two kinds of ties lie on the same pairs of actors more often than chance gives.",
    "compare": "Cities side by side: figures, what they have beyond chance, what differs; nothing is ranked.",
    "evolve": "What changed between the waves of one city, with what is not known kept apart; its goals.",
    "directory": "Write who is there, with what they need in front: page, brochure or workbook.",
    "pages": "Make one page per actor to hand back, and a workbook for what comes back.",
    "feedback": "Take corrections, objections and consents back in, with undo.",
    "forget": "Take an actor out of all files for good, and see where it still stands.",
}


class Verbs(click.Group):
    """The verbs, each loaded only when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; then say where the key of its stand-ins lies, if any, also where its reader has gone."""
        from actor_graph.cli.pseudonyms import tell_key

        try:
            done = super().invoke(ctx)
        except (BrokenPipeError, SystemExit):  # as with ``| head``
            tell_key(ctx)
            raise
        tell_key(ctx)
        return done

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SHORT.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="actor-graph")
def group() -> None:
    """Network analysis of actor landscapes: from a survey sheet to figures and a map.

    PATH is a folder with actors.csv and ties.csv, a workbook (.xlsx), a document (.yaml, .json) or a graph file
    (.graphml, .gexf). Try: actor-graph analyze PATH
    """


def main() -> NoReturn:
    """Run the command line; the exit status is 0, 2 for what a user can mend, 130 if interrupted, 1 for a defect.

    One run is short: garbage is not collected in it, and it ends without taking the interpreter apart piece by piece,
    which together take a fifth of its time at 1,000 actors. All that is written is flushed before. Only where it had
    processes of its own it ends as others do: they share locks of the system, which are given back at such an end.
    """
    gc.disable()
    from actor_graph.cli.safely import safely

    status = safely(group)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    if "joblib" in sys.modules:
        sys.exit(status)
    os._exit(status)
