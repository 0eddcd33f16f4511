"""A landscape as a working copy: everything that was read, contacts, notes and real names included.

It is made for those who go on filling it in, so it is written for their eyes alone (mode 0600). Every other output is
filtered (``privacy/leaving.py``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.log import by_hand
from actor_graph.problems import RequestError
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.headings import heading
from actor_graph.vocabulary.sheets import name_of
from actor_graph.words import Language
from actor_graph.words.formulas import harmless
from actor_graph.writing.outputs import write_outputs
from actor_graph.writing.workbook import Cell, Sheet, workbook

MODE = 0o600
_PLACES = ("source", "target", "reported_by")
"""Columns of ties whose cells are places in the table of actors."""
Rows = list[list[str | float | None]]


def write_working_copy(
    landscape: Landscape, target: Path, *, language: Language | None = None, force: bool = False
) -> list[Path]:
    """Write the landscape with all its rows and columns: a workbook if the name ends in ``.xlsx``, else a folder.

    What is read from it again is the same landscape: its tables row by row, and what it says of itself, with its name.
    A scheme of its own goes along. Headings are those of its file, words (types, survey, kinds, intensities) those of
    the language. A survey word that follows from the log of calls is left to follow from it.

    Parameters
    ----------
    language
        Of words, of headings that the file had not, and of separators; the landscape's own by default.
    force
        Replace a file that is not, or no longer, what we wrote.

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
    rows = {kind: _rows(kind, table, landscape, spoken) for kind, table in _tables(landscape).items()}
    book = target.suffix.casefold() == ".xlsx"
    folder = target.parent if book else target
    files = _schemes(landscape)
    if book:
        sheets = [
            Sheet(name_of(kind, spoken), _texts(lines[0]), _cells(lines[1:]), exact=True)
            for kind, lines in rows.items()
        ]
        about: Rows = [[heading("landscape", key, spoken), value] for key, value in _flat(_meta(landscape))]
        files[target.name] = workbook(
            [*sheets, Sheet(name_of("landscape", spoken), _TITLE[spoken], _cells(about), exact=True)]
        )
    else:
        files |= {f"{kind}.csv": csv_of(lines, spoken) for kind, lines in rows.items()}
        files["landscape.yaml"] = _yaml(_meta(landscape))
    return write_outputs(folder, files, inputs=landscape.inputs, force=force, language=spoken, mode=MODE)


_TITLE: dict[Language, tuple[str, str]] = {"de": ("Schlüssel", "Wert"), "en": ("key", "value")}


def _tables(landscape: Landscape) -> dict[Kind, Table]:
    tables: dict[Kind, Table | None] = {
        "actors": landscape.actors, "ties": landscape.ties, "contacts": landscape.contacts, "events": landscape.events
    }  # fmt: skip
    return {kind: table for kind, table in tables.items() if table is not None}


def _rows(kind: Kind, table: Table, landscape: Landscape, language: Language) -> Rows:
    """Headings, then the rows, each cell as the reader understands it."""
    columns = {key: cells for key, cells in table.columns.items() if not _follows(kind, key, cells, landscape)}
    if kind == "actors" and "survey" in columns and landscape.contacts is not None:
        columns["survey"] = by_hand(table, landscape.contacts)
    say = {key: saying(kind, key, landscape, language) for key in columns if key not in table.extra}
    headings: list[str | float | None] = [table.headings.get(key, heading(kind, key, language)) for key in columns]
    return [headings, *([text_of(cell, say.get(key, str)) for key, cell in zip(columns, row, strict=True)]
                        for row in zip(*columns.values(), strict=True))]  # fmt: skip


def _follows(kind: Kind, key: str, cells: tuple[Any, ...], landscape: Landscape) -> bool:
    """Whether a column that no file has follows from the others: ids from names, the survey from the log."""
    actors = landscape.actors
    if kind != "actors" or key in actors.headings:
        return False
    return key == "survey" or (key == "id" and cells == actors["name"]) or (key == "name" and cells == actors["id"])


def text_of(cell: Any, say: Callable[[Any], str]) -> str | float | None:
    """A cell as it is written, each value said; a list with ``;`` between."""
    if isinstance(cell, tuple):
        return "; ".join(map(say, cell)) or None
    return cell if cell is None or isinstance(cell, float) else say(cell)


def saying(kind: Kind, key: str, landscape: Landscape, language: Language) -> Callable[[Any], str]:
    """How a cell of a column is written, the opposite of how it is read (``reading/tables/values.py``)."""
    scheme = landscape.scheme
    if kind == "actors" and key == "type":
        return lambda word: scheme.type_label(word, language)
    if kind == "ties" and key == "kind":
        return lambda word: scheme.kind_label(word, language)
    if kind == "ties" and key == "intensity":
        return lambda word: scheme.intensity_label(word, language)
    if kind == "ties" and key in _PLACES:
        ids = landscape.actors["id"]
        return lambda place: str(ids[place])
    if key in ("survey", "outcome", "wish", "staff", "function"):
        return lambda word: written(word, language)
    return lambda cell: written(cell, language) if isinstance(cell, bool) else str(cell)


def csv_of(rows: Rows, language: Language) -> bytes:
    """The rows as CSV, no sign of them changed; an apostrophe that the reader takes off keeps formulas from running."""
    out = io.StringIO(newline="")
    separator = ";" if language == "de" else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        texts = [cell if isinstance(cell, str) else _number(cell, separator) for cell in row]
        writer.writerow([harmless(text, separator) for text in texts] if any(texts) or len(texts) > 1 else [""])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _number(value: float | None, separator: str) -> str:
    if value is None:
        return ""
    return repr(value).replace(".", ",") if separator == ";" else repr(value)


def _cells(rows: Rows) -> list[list[Cell]]:
    return [[Cell(cell) for cell in row] for row in rows]


def _texts(row: list[str | float | None]) -> list[str]:
    return [str(cell) for cell in row]


def _meta(landscape: Landscape) -> dict[str, Any]:
    """What the landscape says of itself, columns under their headings; its name, which else the file gave it."""
    told = {"name": landscape.name} | dict(landscape.meta)
    headings = landscape.ties.headings | landscape.actors.headings  # type: ignore[operator]
    if "by" in told:
        told["by"] = headings.get(told["by"], told["by"])
    if "publish_columns" in told:
        told["publish_columns"] = [headings.get(key, key) for key in told["publish_columns"]]
    return told


def _yaml(meta: Mapping[str, Any]) -> bytes:
    import yaml

    return bytes(yaml.safe_dump(plain(meta), allow_unicode=True, sort_keys=False, width=100).encode("utf-8"))


def plain(value: Any) -> Any:
    """What the landscape says of itself as YAML can hold it."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _flat(meta: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Keys and values of a sheet: lists and keys with values in one cell, ``;`` between."""
    return [(key, in_one_cell(value)) for key, value in meta.items()]


def in_one_cell(value: Any) -> str:
    """A list, or keys with values, in one cell, as the reader takes it apart again."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_one_cell(item)}" for key, item in value.items())
    return "; ".join(map(in_one_cell, value)) if isinstance(value, (list, tuple)) else str(value)


def _schemes(landscape: Landscape) -> dict[str, bytes]:
    """The landscape's own scheme and what it extends, by their paths; not shipped ones, nor what an option named."""
    if "scheme" not in landscape.meta or landscape.path is None:
        return {}
    base = landscape.path if landscape.path.is_dir() else landscape.path.parent
    own = [file for file in landscape.scheme.files if file.is_relative_to(base.absolute())]
    return {file.relative_to(base.absolute()).as_posix(): file.read_bytes() for file in own}
