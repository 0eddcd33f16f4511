"""Run a command so that every end is a sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from actor_graph.problems import ActorGraphError
from actor_graph.words import say

DEFECT, USAGE, INTERRUPTED = 1, 2, 130


def safely(command: click.Command) -> int:
    """Run the command with the arguments of the process and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail(stream)
    try:
        command.main(prog_name="actor-graph", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return _end(INTERRUPTED)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.exceptions.Exit as done:
        return done.exit_code
    except ActorGraphError as wrong:
        print(wrong, file=sys.stderr)
        return wrong.exit_code
    except KeyboardInterrupt:
        return _end(INTERRUPTED)
    except SystemExit:  # click's answer to a closed pipe
        return _closed()
    except Exception as defect:
        return _defect(defect)
    return 0


def _never_fail(stream: TextIO) -> None:
    """Let a console that lacks a letter show a stand-in instead of failing."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def _end(status: int) -> int:
    print(file=sys.stderr)
    return status


def _closed() -> int:
    """The reader of our output has gone (as ``| head`` does): nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _defect(defect: Exception) -> int:
    if os.environ.get("ACTOR_GRAPH_DEBUG"):
        raise defect
    about = f"{type(defect).__name__}: {defect}"
    print(say("cli.defect", "en", about=about), file=sys.stderr)
    return DEFECT
