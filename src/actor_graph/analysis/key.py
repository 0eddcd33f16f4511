"""Pseudonyms for a landscape: the key is read where it is known, and written only where somebody asks for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.pseudonyms import allotted, dealt, singled_out
from actor_graph.problems import OutputError, Problem, Problems, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.words import Language
from actor_graph.writing.keys import write_key
from actor_graph.writing.outputs import listed


def key_place(path: Path) -> Path:
    """Where the key lies if no other place is named: beside the landscape, which holds the names too."""
    path = path.resolve()
    return path.parent / f"{path.name if path.is_dir() else path.stem}.key.csv"


def key_file(pseudonymize: bool | str | Path) -> Path | None:
    """The key that ``pseudonymize`` names, to be read and written; None where it names none, and none is written."""
    return None if isinstance(pseudonymize, bool) else Path(pseudonymize)


def with_pseudonyms(
    landscape: Landscape, pseudonymize: bool | str | Path = True, language: Language | None = None
) -> Landscape:
    """The landscape, all that leaves from it under stand-ins: those of the key, if there is one, and new ones.

    The key is the file named, else the one beside the landscape. One that has stand-ins already keeps them.

    Raises
    ------
    LandscapeError
        The file is no key.
    """
    if landscape.pseudonyms is not None:
        return landscape
    tongue = language or landscape.language
    place = key_file(pseudonymize) or (None if landscape.path is None else key_place(landscape.path))
    known = () if place is None else read_key(place, tongue)
    return dealt(replace(landscape, language=tongue), allotted(landscape, known))


def cautions(landscape: Landscape) -> tuple[Problem, ...]:
    """What whoever passes it on has to know: that it is not anonymous, and who can be told all the same."""
    problems = Problems()
    problems.warn("privacy.pseudonymized")
    return (*problems.warnings, *singled_out(leaving(landscape)))


def check_key(landscape: Landscape, key: Path, *, force: bool = False) -> None:
    """Refuse what ``keep_key`` would refuse, before anything is written whose numbers nobody could resolve then."""
    held, tongue = landscape.pseudonyms, landscape.language
    if held is None or not key.parent.exists():
        return
    there = read_key(key, tongue)
    if there not in ((), held.known, held.entries):
        raise OutputError("privacy.key_of_others", tongue, path=key)
    if key.is_file() and there != held.entries and not force:
        written = listed(key.parent).get(key.name)
        if written != sha256(key.read_bytes()).hexdigest():
            raise OutputError("writing.changed" if written else "writing.not_ours", tongue, path=key)


def keep_key(landscape: Landscape, key: Path, *, force: bool = False) -> None:
    """Write the key if it has new entries; never over one by which other outputs have other numbers.

    Raises
    ------
    OutputError
        The file belongs to the input, was changed since it was written, holds other numbers, or can't be written.
    LandscapeError
        The file is there and is no key.
    """
    check_key(landscape, key, force=force)
    held, tongue = landscape.pseudonyms, landscape.language
    if held is not None and (not key.exists() or read_key(key, tongue) != held.entries):
        write_key(key, held.entries, inputs=landscape.inputs, language=tongue, force=force)


class Keyed(ABC):
    """Something made of a landscape, perhaps under pseudonyms: then it offers their key."""

    @property
    @abstractmethod
    def _made_of(self) -> Landscape | None:
        """The landscape; None where none could be read."""

    @property
    def key(self) -> Mapping[str, str]:
        """From each stand-in to the actor's own id; empty where nothing is pseudonymized."""
        made_of = self._made_of
        held = None if made_of is None else made_of.pseudonyms
        return {} if held is None else {stand_in: id_ for id_, stand_in in held.by_id.items()}

    def write_key(self, path: str | Path | None = None, *, force: bool = False) -> Path:
        """Write the key as CSV (id, name, stand-in), for its owner alone (mode 0600).

        Parameters
        ----------
        path
            Where to; by default beside the landscape, where it is looked for next time.
        force
            Replace a key that was changed since it was written.

        Raises
        ------
        RequestError
            Nothing is pseudonymized, or the landscape was read from no file and no path is given.
        OutputError
            The file belongs to the input, holds other numbers, or must not be replaced.
        """
        made_of = self._made_of
        if made_of is None or made_of.pseudonyms is None:
            raise RequestError("privacy.no_key", "en" if made_of is None else made_of.language)
        if path is None and made_of.path is None:
            raise RequestError("privacy.key_nowhere", made_of.language)
        place = Path(path) if path is not None else key_place(made_of.path or Path())
        keep_key(made_of, place, force=force)
        return place
