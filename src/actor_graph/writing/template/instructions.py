"""How a landscape is filled in, in words: the first sheet of the workbook, the README of the folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.examples import MARKS
from actor_graph.words import catalog, say
from actor_graph.writing.template.draft import Draft

HEADING, POINT = "# ", "- "
"""How a line of the instructions begins that is a heading, or a point of a list."""


def instructions(draft: Draft, target: str, tables: Mapping[Kind, str], form: Literal["book", "files"]) -> list[str]:
    """The lines; ``target`` is what the commands are given, ``tables`` the name of each table in this form."""
    language = draft.language
    columns = ("survey", "reason", "checked", "person", "publish", "publish_ties", "informed")
    named: dict[str, str] = {
        **{str(kind): name for kind, name in tables.items()},
        **{column.key: column.heading for column in draft.tables["actors"] if column.key in columns},
    }
    values = {key: say("problems.quoted", language, value=text) for key, text in named.items()}
    values |= {"mark": MARKS[language], "target": f'"{target}"', "name": draft.earlier or ""}
    parts = ["order", form, "survey", "privacy", "next"]
    if draft.earlier is not None:
        parts.insert(0, "whole" if draft.whole else "copy")
    found = []
    for part in parts:
        found += [line.format_map(values) for line in catalog("template")[f"instructions_{part}"][language]]
        if part == "survey" and draft.scheme.intensity:
            steps = (draft.scheme.intensity_label(step, language) for step in draft.scheme.intensity)
            found.append(say("template.instructions_scale", language, scale=" – ".join(steps)))
    return found


def as_text(title: str, lines: list[str]) -> str:
    """The instructions as plain text, headings underlined."""
    out = [title, "=" * len(title)]
    for line in lines:
        if line.startswith(HEADING):
            out += ["", line.removeprefix(HEADING), "-" * len(line.removeprefix(HEADING))]
        else:
            out.append(line)
    return "\r\n".join(out) + "\r\n"
