"""A landscape as a working copy: everything that was read, contacts, notes and real names included.

It is made for those who go on filling it in, so it is written for their eyes alone (mode 0600). Every other output is
filtered (``privacy/leaving.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.problems import RequestError
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language
from actor_graph.writing.cells import Rows, about, csv_of, own_ids, own_surveys, plain, saying, text_of
from actor_graph.writing.outputs import MODE, write_outputs
from actor_graph.writing.template.draft import copied
from actor_graph.writing.template.workbook import template_workbook
from actor_graph.writing.undo import named, undo_path, undo_text


def write_working_copy(
    landscape: Landscape,
    target: Path,
    *,
    language: Language | None = None,
    force: bool = False,
    undo: Mapping[str, Any] | None = None,
    given: Collection[Path] = (),
    sheets: Mapping[str, Sequence[Sequence[Any]]] = MappingProxyType({}),
) -> list[Path]:
    """Write the landscape with all its rows and columns: a workbook if the name ends in ``.xlsx``, else a folder.

    What is read from it again is the same landscape: its tables row by row, and what it says of itself, with its name.
    The workbook is the one to fill in (``writing/template``), so it has further columns, all empty. A scheme of the
    landscape's own goes along. Headings are those of its file, words (types, survey, kinds, intensities) those of the
    language. A survey word that follows from the log of calls is left to follow from it, an id from the name.

    Parameters
    ----------
    language
        Of words, of headings that the file had not, and of separators; the landscape's own by default.
    force
        Replace a file that is not, or no longer, what we wrote.
    undo
        The record with which it is taken back (``landscape.undoing.record``), to be written beside it: both or neither.
    given
        Files beside the landscape that it is made from, which are not to be replaced either.
    sheets
        What else a workbook holds: values in rows, by the names of their sheets.

    Raises
    ------
    RequestError
        The landscape is to leave under pseudonyms, which a working copy can't.
    OutputError
        A file belongs to the landscape's own input, was changed since it was written, or can't be written.
    """
    spoken = language or landscape.language
    if landscape.pseudonyms is not None:
        raise RequestError("privacy.no_working_copy", spoken)
    book = target.suffix.casefold() == ".xlsx"
    folder = target.parent if book else named(target)
    files = _schemes(landscape)
    if book:
        files[target.name] = template_workbook(copied(landscape, spoken), target.name, sheets)
    else:
        tables = _tables(landscape).items()
        files |= {f"{kind}.csv": csv_of(_rows(kind, table, landscape, spoken), spoken) for kind, table in tables}
        files["landscape.yaml"] = _yaml(about(landscape))
    records = {} if undo is None else {undo_path(target).name: undo_text(undo)}
    files, beside = (files | records, {}) if book else (files, records)
    inputs = (*landscape.inputs, *(file.absolute() for file in given))
    return write_outputs(folder, files, inputs=inputs, force=force, language=spoken, mode=MODE, beside=beside)


def _tables(landscape: Landscape) -> dict[Kind, Table]:
    tables: dict[Kind, Table | None] = {
        "actors": landscape.actors, "ties": landscape.ties, "contacts": landscape.contacts, "events": landscape.events,
        "tandems": landscape.tandems,
    }  # fmt: skip
    return {kind: table for kind, table in tables.items() if table is not None}


def _rows(kind: Kind, table: Table, landscape: Landscape, language: Language) -> Rows:
    """Headings, then the rows, each cell as the reader understands it."""
    columns = _of_actors(landscape) if kind == "actors" else table.columns
    say = {key: saying(kind, key, landscape, language) for key in columns if key not in table.extra}
    headings: list[str | float | None] = [table.headings.get(key, heading(kind, key, language)) for key in columns]
    return [headings, *([text_of(cell, say.get(key, str)) for key, cell in zip(columns, row, strict=True)]
                        for row in zip(*columns.values(), strict=True))]  # fmt: skip


def _of_actors(landscape: Landscape) -> dict[str, tuple[Any, ...]]:
    """The columns of the actors, without those that no file had and that follow: ids and names, the survey."""
    actors = landscape.actors
    columns = dict(actors.columns)
    if "name" not in actors.headings and columns["id"] == columns["name"]:
        del columns["name"]
    else:
        columns["id"] = own_ids(actors)
    if "survey" in columns:
        columns["survey"] = own_surveys(landscape)
    blank = [key for key in ("id", "survey") if key not in actors.headings and not any(columns.get(key, ()))]
    return {key: cells for key, cells in columns.items() if key not in blank}


def _yaml(meta: Mapping[str, Any]) -> bytes:
    import yaml

    return bytes(yaml.safe_dump(plain(meta), allow_unicode=True, sort_keys=False, width=100).encode("utf-8"))


def _schemes(landscape: Landscape) -> dict[str, bytes]:
    """The landscape's own scheme and what it extends, by their paths; not shipped ones, nor what an option named."""
    if "scheme" not in landscape.meta or landscape.path is None:
        return {}
    base = landscape.path if landscape.path.is_dir() else landscape.path.parent
    own = [file for file in landscape.scheme.files if file.is_relative_to(base.absolute())]
    return {file.relative_to(base.absolute()).as_posix(): file.read_bytes() for file in own}
