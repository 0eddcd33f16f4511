"""Pseudonyms for a landscape: the key is read where it is known, and written once something has left under it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.pseudonyms import allotted, dealt, singled_out
from actor_graph.problems import Problem, Problems
from actor_graph.reading.keys import read_key
from actor_graph.words import Language
from actor_graph.writing.keys import write_key


def key_place(landscape: Landscape) -> Path:
    """Where the key lies if no other place is named: beside the landscape, which holds the names too."""
    path = (landscape.path or Path(landscape.source)).resolve()
    return path.parent / f"{path.name if path.is_dir() else path.stem}.key.csv"


def with_pseudonyms(landscape: Landscape, key: Path | None = None, language: Language | None = None) -> Landscape:
    """The landscape, all that leaves from it under stand-ins: those of the key, if there is one, and new ones.

    One that has them already keeps them.

    Raises
    ------
    LandscapeError
        The file is no key.
    """
    if landscape.pseudonyms is not None:
        return landscape
    tongue = language or landscape.language
    known = () if key is None else read_key(key, tongue)
    return dealt(replace(landscape, language=tongue), allotted(landscape, known))


def cautions(landscape: Landscape) -> tuple[Problem, ...]:
    """What whoever passes it on has to know: that it is not anonymous, and who can be told all the same."""
    problems = Problems()
    problems.warn("privacy.pseudonymized")
    return (*problems.warnings, *singled_out(leaving(landscape)))


def keep_key(landscape: Landscape, key: Path, *, force: bool = False) -> None:
    """Write the key if it has new entries.

    Raises
    ------
    OutputError
        The file belongs to the input, was changed since it was written, or can't be written.
    """
    held = landscape.pseudonyms
    if held is not None and (held.entries != held.known or not key.exists()):
        write_key(key, held.entries, inputs=landscape.inputs, language=landscape.language, force=force)
