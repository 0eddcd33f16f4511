"""One key for all waves: each actor has one number in all of them, as it has one id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from actor_graph.analysis.key import with_pseudonyms
from actor_graph.landscape import Landscape, Table
from actor_graph.privacy.pseudonyms import dealt
from actor_graph.words import Language


def under_one_key(
    waves: Sequence[Landscape], pseudonymize: bool | str | Path, language: Language | None
) -> list[Landscape]:
    """The waves, the earliest first, all that leaves from them under the stand-ins of one key.

    The key is the file named, else the one beside the last wave. Who is who goes by the ids, as everywhere between
    waves; an actor of several stands in the key under the name that it has in the last of them.

    Raises
    ------
    LandscapeError
        The file is no key.
    RequestError
        It is the key of another landscape: nobody in it has the name of an actor of these.
    """
    held = with_pseudonyms(_everybody(waves), pseudonymize, language).pseudonyms
    assert held is not None
    return [dealt(replace(wave, language=language or wave.language), held) for wave in waves]


def _everybody(waves: Sequence[Landscape]) -> Landscape:
    """The last wave with the actors of all, by id and name alone."""
    names = {id_: name for wave in waves for id_, name in zip(wave.actors["id"], wave.actors["name"], strict=True)}
    actors = Table({"id": tuple(names), "name": tuple(names.values())}, tuple(range(2, len(names) + 2)))
    return replace(waves[-1], actors=actors, ties=Table({}, ()))
