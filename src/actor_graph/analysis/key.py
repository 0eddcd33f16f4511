"""Pseudonyms for a landscape: the key is read where it is known, and written only where somebody asks for it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from actor_graph.documents import write_whole
from actor_graph.landscape import Landscape
from actor_graph.landscape.pseudonyms import Entry, Pseudonyms
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.pseudonyms import allotted, dealt, singled_out
from actor_graph.problems import OutputError, Problem, Problems, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.words import Language
from actor_graph.words.fold import fold
from actor_graph.writing.keys import alone, as_written, closed_again, unlisted, write_key
from actor_graph.writing.outputs import MODE


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

    The key is the file named, else the one beside the landscape. One that has stand-ins already keeps them. A key that
    others could read is closed to them again.

    Raises
    ------
    LandscapeError
        The file is no key.
    RequestError
        It is the key of another landscape: nobody in it has the name of an actor of this one.
    """
    if landscape.pseudonyms is not None:
        return landscape
    tongue = language or landscape.language
    place = key_file(pseudonymize) or (None if landscape.path is None else key_place(landscape.path))
    known = () if place is None else read_key(place, tongue)
    held = allotted(landscape, known)
    if place is not None:
        held = replace(held, notes=_notes(landscape, place, known, tongue))
    return dealt(replace(landscape, language=tongue), held)


def _notes(landscape: Landscape, place: Path, known: Sequence[Entry], language: Language) -> tuple[Problem, ...]:
    """What should be known of a key: whether others could read it, and whether it may be that of another landscape."""
    problems = Problems()
    if (closed := closed_again(place)) is not False:
        problems.warn("privacy.key_was_open" if closed else "privacy.key_open", path=place)
    named = [fold(entry.name) for entry in known if not entry.forgotten]
    here = len({*named} & {fold(name) for name in landscape.actors["name"]})
    if named and not here:
        raise RequestError("privacy.key_of_another", language, path=place, n=len(named))
    if 2 * here < len(named):
        problems.warn("privacy.key_fits_few", path=place, n=here, of=len(named))
    return problems.warnings


def cautions(landscape: Landscape) -> tuple[Problem, ...]:
    """What whoever passes it on has to know: that it is not anonymous, and who can be told all the same."""
    problems = Problems()
    problems.warn("privacy.pseudonymized")
    notes = landscape.pseudonyms.notes if landscape.pseudonyms else ()
    return (*notes, *problems.warnings, *singled_out(leaving(landscape)))


def check_key(landscape: Landscape, key: Path, *, force: bool = False) -> None:
    """Refuse what ``kept`` would refuse, before anything is worked out whose numbers nobody could resolve then."""
    held, tongue = landscape.pseudonyms, landscape.language
    if held is None or not key.exists():
        return
    there = read_key(key, tongue)
    if not {*there} <= {*held.known, *held.entries}:
        raise OutputError("privacy.key_of_others", tongue, path=key)
    if there != held.entries and not force and not as_written(key, there):
        raise OutputError("privacy.key_changed", tongue, path=key)


@contextmanager
def kept(landscape: Landscape, key: Path | None, *, force: bool = False) -> Iterator[None]:
    """Around what is written under pseudonyms: their key, if wanted, is kept before, and is as it was if that fails.

    All the while no other run may touch the key, so that none goes on with numbers that are taken back. A key is never
    replaced by one with other numbers, whatever is forced.

    Raises
    ------
    OutputError
        The file belongs to the input, holds other numbers or more than is written, or can't be written.
    LandscapeError
        The file is there and is no key.
    """
    held, tongue = landscape.pseudonyms, landscape.language
    if held is None or key is None:
        yield
        return
    with nullcontext() if _can_only_be_read(key, held, tongue) else alone(key, tongue):
        check_key(landscape, key, force=force)
        before = key.read_bytes() if key.exists() else None
        there = read_key(key, tongue)
        new = before is None or there != held.entries
        if new:
            ours = before is not None and as_written(key, there)
            write_key(key, held.entries, inputs=() if ours else landscape.inputs, language=tongue)
        closed_again(key)
        unlisted(key, tongue)
        try:
            yield
        except BaseException:
            if new and before is None:
                key.unlink(missing_ok=True)
            elif new and before is not None:
                write_whole(key, before, mode=MODE, language=tongue)
            raise


def _can_only_be_read(key: Path, held: Pseudonyms, language: Language) -> bool:
    """Whether the key has all numbers, and lies where nobody of us writes."""
    return key.exists() and not os.access(key.parent, os.W_OK) and read_key(key, language) == held.entries


def keep_key(landscape: Landscape, key: Path, *, force: bool = False) -> None:
    """Write the key if it has new entries, as ``kept`` does."""
    with kept(landscape, key, force=force):
        pass


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
            Replace a key that holds more than was written.

        Raises
        ------
        RequestError
            Nothing is pseudonymized, or the landscape was read from no file and no path is given.
        OutputError
            The file belongs to the input, holds other numbers or more than is written, or can't be written.
        """
        made_of = self._made_of
        if made_of is None or made_of.pseudonyms is None:
            raise RequestError("privacy.no_key", "en" if made_of is None else made_of.language)
        if path is None and made_of.path is None:
            raise RequestError("privacy.key_nowhere", made_of.language)
        place = Path(path) if path is not None else key_place(made_of.path or Path())
        keep_key(made_of, place, force=force)
        return place
