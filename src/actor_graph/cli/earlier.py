"""Say what an earlier run left beside outputs, and what of it was removed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import click

from actor_graph.words import Language, say
from actor_graph.words.visible import visible
from actor_graph.writing.earlier import Earlier, earlier_outputs

SHOWN = 10
"""So many names are told."""


def told_earlier(
    before: Earlier, folder: Path, written: Collection[Path], ours: Callable[[Path], bool], language: Language
) -> None:
    """Lines on stderr: the files of an earlier run that are gone now, and those that still lie there."""
    left, now = earlier_outputs(folder, written, ours), {path.name for path in written}
    removed = [name for name in before.all if name not in left.all and name not in now]
    for key, names in (("removed", removed), ("left", left.unchanged), ("left_changed", left.changed)):
        if names:
            click.echo(say(f"writing.{key}", language, n=len(names), names=_listed(names)), err=True)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(visible, names[:SHOWN])) + (", …" if len(names) > SHOWN else "")
