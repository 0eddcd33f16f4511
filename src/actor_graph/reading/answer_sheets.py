"""The sheets of the workbook in which the answers of actors are entered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from actor_graph.documents import kind_of, wrong_kind
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problems
from actor_graph.reading.limits import within_limits
from actor_graph.reading.new_ties import sheet_of_new_ties
from actor_graph.reading.raw import RawTable
from actor_graph.reading.workbook import read_workbook
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.sheets import table_named

_TOLD = 200
_NO_ACTORS, _NO_TIES = "reading.no_actors_sheet", "reading.no_ties_sheet"


def cleaned(text: str) -> str:
    """A cell as a message may tell it: without contact data, and not at full length."""
    cleared = redact(text)
    return cleared if len(cleared) <= _TOLD else f"{cleared[:_TOLD]}…"


def answer_sheets(path: Path, problems: Problems) -> tuple[dict[Kind, RawTable], RawTable | None]:
    """The sheets of actors and ties, and that of new ties; those of ties may be missing."""
    try:
        kind = kind_of(path)
    except OSError:
        kind = "unreadable"
    if kind == "missing":
        problems.error("reading.missing", file=str(path))
    elif kind != "xlsx":
        wrong_kind(kind, path.name, problems)
    if kind != "xlsx":
        return {}, None
    new = _named(path, problems, sheet_of_new_ties, (_NO_ACTORS, _NO_TIES))
    return _named(path, problems, table_named, (_NO_TIES,)), new.get("ties")


def _named(
    path: Path, problems: Problems, named: Callable[[str], Kind | None], may_lack: Collection[str]
) -> dict[Kind, RawTable]:
    """The sheets that ``named`` knows by their name; what is wrong with the file as a whole is noted once."""
    found = Problems(clean=cleaned)
    material = read_workbook(path, found, named)
    known = [(problem.key, problem.sheet, problem.row) for problem in problems]
    problems.extend(p for p in found if p.key not in may_lack and (p.key, p.sheet, p.row) not in known)
    return {} if material is None else {name: within_limits(raw, problems) for name, raw in material.tables.items()}
