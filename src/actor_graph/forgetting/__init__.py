"""Forgetting an actor: out of tables, log, decisions and keys, in place, and where it still stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from actor_graph.documents import kind_of
from actor_graph.forgetting.circles import about_without
from actor_graph.forgetting.files import Edited, by_path, csv_without, side_files, workbook_without, write_all
from actor_graph.forgetting.records import records_without
from actor_graph.forgetting.removal import removals
from actor_graph.forgetting.said import all_masked, columns_of_texts
from actor_graph.forgetting.standing import CLOSED, Nearby, Standing, folders, holds, in_file, nearby, outputs
from actor_graph.forgetting.subject import Subject, subjects
from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.network import GONE, without_actors
from actor_graph.landscape.table import POINTING
from actor_graph.problems import RequestError
from actor_graph.reading import read
from actor_graph.words import Language
from actor_graph.writing.outputs import LIST
from actor_graph.writing.working_copy import write_working_copy

__all__ = ["Forgotten", "forget"]


@dataclass(frozen=True)
class Forgotten:
    """What was taken out, or would be, and where the actors still stand.

    ``rows`` are the numbers of rows by file and table, ``cells`` the number of cells out of which a name was taken;
    ``masked`` the places in texts of others at which ``[…]`` stands for people whom outputs would not know any more;
    ``standing`` the places in texts of others and files beside the landscape, ``outputs`` the outputs of before that
    hold a name, ``nearby`` what other files of the folder hold, ``renumbered``: stand-ins of other natural persons that
    move up by this. ``done``: it was really done.
    """

    names: tuple[str, ...]
    done: bool
    rows: dict[Path, dict[str, int]] = field(default_factory=dict)
    cells: int = 0
    masked: tuple[Standing, ...] = ()
    standing: tuple[Standing, ...] = ()
    outputs: tuple[Path, ...] = ()
    nearby: Nearby = field(default_factory=Nearby)
    renumbered: bool = False
    written: tuple[Path, ...] = ()
    language: Language = "en"


def forget(
    path: str | Path,
    *given: str,
    yes: bool = False,
    output: str | Path | None = None,
    also: Sequence[str | Path] = (),
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
    force: bool = False,
) -> Forgotten:
    """Take actors out of a landscape for good.

    Out of a folder of tables or a workbook in place: the actors' rows, their ties, their rows in the log, in the
    events and tandems, their names under ``reported_by``, ``found_by`` and ``members``, and their rows in tables of
    decisions and in keys that lie in the folder or beside it. In texts of others ``[…]`` takes the place of a natural
    person, and of the people, streets and numbers of the actor's contact columns, as far as these could mean nobody
    else: outputs cleared these texts of them by the rows that go. All else stays as it is, byte by byte in CSV files;
    rows of a workbook are emptied. All files are written or none.

    Parameters
    ----------
    path
        A folder or a workbook; a document or graph file only with ``output``.
    given
        Ids, exact names or stand-ins (``person-1``).
    yes
        Really do it; without it nothing is written, and what would go is told.
    output
        Write a working copy without the actors there, and leave the input as it is.
    also
        Further tables of decisions and keys, wherever they lie.

    Raises
    ------
    LandscapeError
        The landscape can't be read.
    RequestError
        There is no such actor, or several; the kind of file can't be edited in place.
    OutputError
        A file can't be written; then none was.
    """
    place = Path(path)
    landscape = read(place, scheme=scheme, language=language, add_missing=add_missing)
    gone = subjects(landscape, given, landscape.language)
    also_in = [Path(file) for file in also]
    if lacking := [file for file in also_in if not file.is_file()]:
        raise RequestError("forget.no_such_file", landscape.language, path=lacking[0])
    if output is not None:
        return _copied(landscape, gone, Path(output), yes, force)
    kind = kind_of(place)
    if kind not in ("folder", "xlsx"):
        raise RequestError("forget.not_in_place", landscape.language, path=place)
    about = about_without(landscape, place, gone)
    files = [*_edited(landscape, place, gone, also_in, yes), *about, *records_without(landscape, place, gone)]
    others = [file for file in files if not file.same]
    if yes:
        write_all(others, landscape.language)
    told = replace(_told(landscape, place, gone, files, also_in), done=yes)
    return replace(told, written=tuple(file.path for file in others) if yes else ())


def _edited(
    landscape: Landscape, place: Path, gone: Sequence[Subject], also: Sequence[Path], done: bool
) -> list[Edited]:
    found = by_path(place, removals(landscape, gone))
    files = [
        workbook_without(file, wanted, gone, landscape.language)
        if place.is_file()
        else csv_without(file, wanted[0], gone, done=done)
        for file, wanted in found.items()
    ]
    tables = [place, *(file for file in landscape.inputs if file.is_file()), *found]
    for side in side_files(place, tables, also):
        as_book = side.suffix.casefold() == ".xlsx"
        files.append(
            workbook_without(side, (), gone, landscape.language)
            if as_book
            else csv_without(side, None, gone, done=done)
        )
    return [file for file in files if file is not None]


def _told(
    landscape: Landscape, place: Path, gone: Sequence[Subject], files: Sequence[Edited], also: Sequence[Path]
) -> Forgotten:
    """What went, and where the actors still stand."""
    edited = {file.path.resolve() for file in files}
    made = [file for file in outputs(folders(place)) if file.resolve() not in edited and not _is_input(file, landscape)]
    inside = sorted(place.resolve().iterdir()) if place.is_dir() else []
    others = [file for file in dict.fromkeys([*inside, *also]) if file.is_file() and file.name != LIST]
    others = [file for file in others if file.suffix.casefold() not in CLOSED]
    others = [file for file in others if file.resolve() not in edited and file not in made]
    standing = [at for file in files for at in file.standing]
    standing += [at for file in others for at in in_file(file, gone)]
    persons = [row for row, person in enumerate(landscape.actors["person"]) if person]
    return Forgotten(
        names=tuple(one.name for one in gone),
        done=False,
        rows={file.path: file.rows for file in files if any(file.rows.values())},
        cells=sum(file.cells for file in files),
        masked=tuple(at for file in files for at in file.masked),
        standing=tuple(standing),
        outputs=tuple(file for file in made if holds(file, gone)),
        nearby=nearby(place, gone, [*edited, *made, *others, *landscape.inputs]),
        renumbered=any(one.person and max(persons) > one.place for one in gone),
        language=landscape.language,
    )


def _is_input(file: Path, landscape: Landscape) -> bool:
    return any(file.resolve() == given.resolve() for given in landscape.inputs)


def _copied(landscape: Landscape, gone: Sequence[Subject], output: Path, yes: bool, force: bool) -> Forgotten:
    """A working copy without the actors; the input still holds them, which is told."""
    left = without_actors(landscape, {one.place for one in gone})
    ids = {one.id for one in gone}
    reporters = tuple(tuple(at for at in who if at != GONE) for who in left.ties["reported_by"])
    ties = replace(left.ties, columns={**left.ties.columns, "reported_by": reporters})
    circles = {id_: name for id_, name in (landscape.meta.get("circles") or {}).items() if id_ not in ids}
    meta = {key: value for key, value in landscape.meta.items() if key != "circles"} | (
        {"circles": circles} if circles else {}
    )
    others: dict[str, Any] = {kind: _log(getattr(landscape, kind), columns, ids) for kind, columns in POINTING.items()}
    left, masked = _masked(replace(left, ties=ties, meta=meta, **others), output, gone)
    written = write_working_copy(left, output, language=landscape.language, force=force) if yes else []
    stays = landscape.path or Path(landscape.source)
    return Forgotten(
        names=tuple(one.name for one in gone),
        done=yes,
        rows={output: {"actors": len(gone), "ties": len(landscape.ties) - len(ties)}},
        masked=tuple(masked),
        standing=(Standing(stays), *_in_texts(left, output, gone)),
        nearby=nearby(stays, gone, [output, *written, *landscape.inputs]),
        written=tuple(written),
        language=landscape.language,
    )


def _log(table: Table | None, columns: Sequence[str], ids: Collection[str]) -> Table | None:
    """The log, the events or tandems without the rows of these actors."""
    if table is None:
        return None
    return table.take([at for at in range(len(table)) if not any(table[key][at] in ids for key in columns)])


def _masked(left: Landscape, output: Path, gone: Sequence[Subject]) -> tuple[Landscape, list[Standing]]:
    """The copy with ``[…]`` in texts for people whom outputs would not know any more, and where that is."""
    said, found = [one.said for one in gone], []
    tables: dict[str, Any] = {}
    for kind in ("actors", "ties", *POINTING):
        table: Table | None = getattr(left, kind)
        if table is None:
            continue
        columns = {key: table[key] for key in columns_of_texts(kind, table, table.columns)}
        told = {key: all_masked(cells, said) for key, cells in columns.items()}
        tables[kind] = replace(table, columns={**table.columns, **told})
        found += [
            Standing(output, table.file, at + 2, table.headings.get(key, key))
            for key, cells in columns.items()
            for at, cell in enumerate(cells)
            if cell != told[key][at]
        ]
    return replace(left, meta=all_masked(left.meta, said), **tables), found


def _in_texts(left: Landscape, output: Path, gone: Sequence[Subject]) -> list[Standing]:
    """Cells of the copy that mention the actors."""
    found = []
    for table in (left.actors, left.ties, left.contacts, left.events, left.tandems):
        for key, cells in table.columns.items() if table is not None else ():
            for at, cell in enumerate(cells):
                texts = [text for text in (cell if isinstance(cell, tuple) else (cell,)) if isinstance(text, str)]
                if table is not None and any(one.mentioned(text) for text in texts for one in gone):
                    found.append(Standing(output, table.file, at + 2, table.headings.get(key, key)))
    return found
