"""Run a command so that every end is a sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import click

from actor_graph.problems import ActorGraphError
from actor_graph.words import say

DONE, DEFECT, USAGE, INTERRUPTED = 0, 1, 2, 130


def safely(command: click.Command) -> int:
    """Run the command with the arguments of the process and give its exit status."""
    _open_streams()
    status = _run(command)
    _let_go(sys.stderr)
    return status


def _run(command: click.Command) -> int:
    try:
        command.main(prog_name="actor-graph", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return _end(INTERRUPTED)
    except click.ClickException as wrong:
        with suppress(OSError):
            wrong.show()
        return wrong.exit_code
    except click.exceptions.Exit as done:
        return done.exit_code
    except ActorGraphError as wrong:
        from actor_graph.privacy.redaction import redact

        return _end(wrong.exit_code, redact(wrong.told()))
    except KeyboardInterrupt:
        return _end(INTERRUPTED)
    except (SystemExit, BrokenPipeError):  # the reader of our output has gone (as with ``| head``): nothing is wrong
        _let_go(sys.stdout)
        return DONE
    except OSError as failure:
        return _defect(failure) if failure.filename else _unheard()
    except Exception as defect:
        return _defect(defect)
    return DONE


def _open_streams() -> None:
    """Give the process its three streams, and let a console that lacks a letter show a stand-in.

    Where a stream is closed, the next file opened would take its place, and be written to by whoever speaks.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as we do
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _end(status: int, sentence: str = "") -> int:
    with suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)
    return status


def _unheard() -> int:
    """What was to be shown could not be: a failure of a file would bear its name."""
    _let_go(sys.stdout)
    return _end(USAGE, say("cli.unheard", "en"))


def _let_go(stream: TextIO) -> None:
    """Drop what a stream can't take any more, so that the end of the process does not stumble over it."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _defect(defect: Exception) -> int:
    if os.environ.get("ACTOR_GRAPH_DEBUG"):
        raise defect
    about = f"{type(defect).__name__}: {defect}"
    return _end(DEFECT, say("cli.defect", "en", about=about))
