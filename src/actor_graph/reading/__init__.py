"""Reading a landscape: folder, workbook, document or graph file, told apart by what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from actor_graph.documents import kind_of, load_bytes, wrong_kind
from actor_graph.privacy.persons import clearing_of
from actor_graph.privacy.redaction import redact
from actor_graph.problems import LandscapeError, Problems
from actor_graph.reading.meta import place_of, understood
from actor_graph.reading.raw import Material
from actor_graph.reading.tables import landscape_of, with_warnings
from actor_graph.scheme import default_scheme, load_scheme
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import language_of
from actor_graph.words import Language

if TYPE_CHECKING:
    from os import PathLike

    from actor_graph.landscape import Landscape
    from actor_graph.scheme import Scheme

__all__ = ["read"]

_STRUCTURE = ("id", "label", "source", "target", "weight", "kind", "directed", "start", "end")
"""Headings that a graph file has by itself, so that they say nothing of its author's language."""
_TOLD = 200
_LOOKED_THROUGH = 2_000
"""Signs of a text that are told, and that are looked through for contact data in it."""
_TABLES = (".csv", ".tsv", ".txt", ".tab")
_DOCUMENTS = (".yaml", ".yml", ".json")


def read(
    path: str | PathLike[str], *, scheme: str | None = None, language: Language | None = None, add_missing: bool = False
) -> Landscape:
    """Read a landscape.

    Parameters
    ----------
    path
        A folder with ``actors.csv`` and ``ties.csv``, a workbook (XLSX), a document (YAML, JSON) or a graph file
        (GraphML, GEXF). Its content decides, not its name.
    scheme
        A shipped scheme or the path of one; without it the landscape's own, else ``default``.
    language
        Of messages and outputs; without it the landscape's own, else German where its headings are German, else
        English.
    add_missing
        Take in actors whom only ties name, as ``not contacted``, instead of reporting them as errors.

    Raises
    ------
    LandscapeError
        Everything that is wrong, found in one pass, each with its place and what would be right.
    """
    problems = Problems(clean=_told)
    material = _material(Path(path), problems)
    if material is None:
        problems.stop_if_errors(language or "en")
        raise AssertionError("nothing was read and nothing was said about it")
    meta = understood(material.meta, problems)
    spoken = language or meta.get("language") or language_of(_headings(material)) or "en"
    chosen = _scheme(scheme, meta, material, problems) or default_scheme()
    landscape = landscape_of(material, meta, chosen, spoken, add_missing, problems)
    if problems.errors:
        raise LandscapeError(problems, spoken, clear=clearing_of(landscape))
    return with_warnings(landscape, problems, Path(path), material.files)


def _told(text: str) -> str:
    """What a message tells of a text in the input: no contact data in it, and not more than a line."""
    cleared = redact(text[:_LOOKED_THROUGH])
    return cleared if len(cleared) <= _TOLD else f"{cleared[:_TOLD]}…"


def _material(path: Path, problems: Problems) -> Material | None:
    """What the path holds; None where it is nothing that could be a landscape, which is noted."""
    try:
        kind = kind_of(path)
        if kind in ("missing", "unreadable", "device", "empty"):
            _nothing(path, kind, problems)
            return None
        return _read(path, kind, problems)
    except OSError:
        problems.error("documents.is_unreadable", file=str(path))
        return None


def _nothing(path: Path, kind: str, problems: Problems) -> None:
    if kind == "missing":
        problems.error("reading.missing", file=str(path))
    elif kind != "empty" or load_bytes(path, problems) is not None:
        wrong_kind(kind, str(path), problems)


def _read(path: Path, kind: str, problems: Problems) -> Material | None:
    """Read by the kind of content; text that is no document may be one by its ending, so that its damage is said."""
    if kind == "folder":
        from actor_graph.reading.folder import read_folder

        return read_folder(path, problems)
    if kind == "xlsx":
        from actor_graph.reading.workbook import read_workbook

        return read_workbook(path, problems)
    if kind == "xml":
        from actor_graph.reading.graphfile import read_graphfile

        return read_graphfile(path, problems)
    ending = path.suffix.casefold()
    if kind in ("yaml", "json", "text") and (kind == "json" or ending in _DOCUMENTS or _is_document(kind, ending)):
        from actor_graph.reading.document import read_document

        return read_document(path, kind, problems)
    if kind in ("text", "yaml"):
        return _alone(path, ending, problems)
    wrong_kind(kind, path.name, problems)
    return None


def _alone(path: Path, ending: str, problems: Problems) -> Material | None:
    """Text that is no landscape; of a table, its headings tell the language in which to say so."""
    from actor_graph.reading.folder import headings_seen

    problems.error("reading.csv_alone" if ending in _TABLES else "reading.no_landscape", file=path.name)
    return Material(path.stem, path.parent, seen=tuple(headings_seen(path))) if ending in _TABLES else None


def _is_document(kind: str, ending: str) -> bool:
    return kind == "yaml" and ending not in _TABLES


def _headings(material: Material) -> list[tuple[Kind, str]]:
    """All headings that somebody chose."""
    read = [
        (kind, heading)
        for kind, table in material.tables.items()
        for heading in table.headings
        if not (material.by_id and heading in _STRUCTURE)
    ]
    return [*read, *material.seen]


def _scheme(option: str | None, meta: dict[str, Any], material: Material, problems: Problems) -> Scheme | None:
    """The scheme of the option, which may lie anywhere, else the landscape's own, which lies in its folder."""
    if option is not None:
        return load_scheme(option, base=None, problems=problems, free=True)
    if "scheme" not in meta:
        return default_scheme()
    file = place_of(material.meta, "scheme").get("file")
    return load_scheme(meta["scheme"], base=material.base, problems=problems, file=file)
