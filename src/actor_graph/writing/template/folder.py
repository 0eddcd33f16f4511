"""A landscape to fill in as a folder: tables as CSV, what the landscape says of itself as YAML, how it goes as text."""

from __future__ import annotations

from typing import Any

from actor_graph.vocabulary.aliases import Kind
from actor_graph.words import say
from actor_graph.writing.cells import Rows, csv_of, plain
from actor_graph.writing.template.columns import ABOUT, KINDS
from actor_graph.writing.template.draft import Draft, is_day, shown
from actor_graph.writing.template.instructions import as_text, instructions
from actor_graph.writing.template.lists import lists

_FORMS = {
    "date": "2026-06-30",
    "reports": "source",
    "sources": "[…, …]",
    "publish_columns": "[…, …]",
    "goals": "[…, …]",
    "circles": "{…: …, …: …}",
    "accessibility": "{address: …, statement: …}",
}
"""How an entry is written that is more than a text."""


def template_folder(draft: Draft, target: str) -> dict[str, bytes]:
    """The files of the folder by name; a table without rows has an example."""
    names: dict[Kind, str] = {**{kind: f"{kind}.csv" for kind in KINDS}, "landscape": "landscape.yaml"}
    files = {names[kind]: csv_of(_rows(draft, kind), draft.language) for kind in KINDS}
    files["landscape.yaml"] = _yaml(draft).encode("utf-8")
    title = say("template.instructions_title", draft.language)
    text = as_text(title, [*instructions(draft, target, names, "files"), *_columns(draft)])
    files[say("template.readme", draft.language)] = ("\ufeff" + text).encode("utf-8")
    return files


def _rows(draft: Draft, kind: Kind) -> Rows:
    columns = draft.tables[kind]
    cells: Rows = [
        [_day(draft, str(cell)) if is_day(column, cell := row.get(column.key, "")) else cell for column in columns]
        for row in shown(draft, kind)
    ]
    return [[column.heading for column in columns], *cells]


def _day(draft: Draft, text: str) -> str:
    """A day as people of the language write it."""
    return ".".join(reversed(text.split("-"))) if draft.language == "de" else text


def _columns(draft: Draft) -> list[str]:
    """What each column means and which words it takes, table by table: a CSV has no notes and no drop-downs."""
    lines, offered = list[str](), lists(draft.scheme, draft.language)
    for kind in KINDS:
        lines.append(f"# {kind}.csv")
        for column in draft.tables[kind]:
            words = ", ".join(offered.get(column.offers or "", ()))
            told = say("template.words_of", draft.language, note=column.note, words=words) if words else column.note
            lines.append(f"- {column.heading}: {told}")
    return lines


def _yaml(draft: Draft) -> str:
    """Every key with its explanation; those without a value as a comment."""
    lines = [f"# {say('template.yaml_head', draft.language)}"]
    for key in (*ABOUT, *(key for key in draft.about if key not in ABOUT)):
        if key in ABOUT:
            lines += ["", f"# {say(f'template.landscape_{key}_note', draft.language)}"]
        lines.append(
            _entry(key, draft.about[key]) if key in draft.about else f"# {key}: {_FORMS.get(key, '')}".rstrip()
        )
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any) -> str:
    import yaml

    written: str = yaml.safe_dump({key: plain(value)}, allow_unicode=True, sort_keys=False, width=100)
    return written.rstrip("\n")
