"""The verb ``match``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, read, warned, working_options
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

SHOWN = 20
"""So many pairs are told on the screen."""


@click.command("match")
@working_options
@click.option(
    "--decisions", type=Place(), metavar="FILE", help="An earlier table of decisions, kept and not asked again."
)
@click.option(
    "--against", type=Place(), metavar="LIST", help="Compare with a list of names: table or landscape folder."
)
@click.option("-o", "--output", type=Place(), metavar="FILE.csv|FILE.xlsx", help="A table to decide in.")
def command(
    path: Path, decisions: Path | None, against: Path | None, output: Path | None, open_it: bool, **options: Any
) -> None:
    """Entries that may be one actor, for a person to decide: same, different or unsure.

    What was decided before in the output, or in --decisions, is kept. Then: actor-graph merge PATH --decisions FILE
    -o CLEAN. For the office alone: no contact data, natural persons as “Person 1”, “Person 2”, …
    """
    from actor_graph.advice.pairs import match
    from actor_graph.cli.written import told

    landscape = read(path, options)
    language: Language = options["language"] or landscape.language
    found = match(
        landscape, output, decisions=decisions, against=against, language=language, force=options["force"]
    )  # fmt: skip
    warned(found.warnings, language)
    if against is None:
        _tell(found.open, len(found.rows) - len(found.open), language)
    else:
        _tell_beside(found.rows, path, against, language)
        if output is None:
            given = {"path": _typed(path), "list": _typed(against)}
            click.echo(say("matching.next_write", language, **given), err=True)
    if output:
        told(output, language, open_it)
        click.echo(
            say("matching.next_against" if against else "matching.next", language, file=visible(output)), err=True
        )


def _named(row: Any, side: str, language: Language) -> str:
    """One of two, and the row of the file where it stands."""
    id_, name = row[side], row[f"name_{side}"]
    shown = name if name == id_ else f"{name} ({id_})"
    return say("matching.stands", language, name=visible(shown), row=row[f"row_{side}"])


def _tell_beside(rows: Any, path: Path, against: Path, language: Language) -> None:
    """What two lists have in common, perhaps in common, and each alone; names of natural persons are in no row."""
    from actor_graph.reading.takings import about_of

    parts: dict[str | None, list[Any]] = {}
    for row in rows:
        parts.setdefault(about_of(row), []).append(row)
    click.echo(say("matching.beside", language, path=visible(path.name), list=visible(against.name)))
    for about in ("same", "maybe", "missing", "new", "column"):
        found = parts.get(about, ())
        if not found:
            continue
        click.echo(say(f"matching.beside_{about}", language, n=len(found), list=visible(against.name)))
        if about == "maybe":
            for row in found[:SHOWN]:
                click.echo(_pair(row, row["name_a"], row["name_b"], language))
            if len(found) > SHOWN:
                click.echo(say("matching.more", language, n=len(found) - SHOWN))
        elif about != "column":
            _list(_names(found, about, language), language)


def _names(rows: Any, about: str, language: Language) -> list[str]:
    """The names in rows; of those that both have the names that they write in two ways."""
    if about == "same":
        two = ((row["name_a"], row["name_b"]) for row in rows if row["name_a"] != row["name_b"])
        return [say("matching.two_ways", language, name=visible(name), other=visible(other)) for name, other in two]
    return [visible(row["name_b" if about == "missing" else "name_a"]) for row in rows]


def _list(names: list[str], language: Language) -> None:
    for name in names[:SHOWN]:
        click.echo(f"        {name}")
    if len(names) > SHOWN:
        click.echo(say("matching.more", language, n=len(names) - SHOWN))


def _pair(row: Any, one: str, other: str, language: Language) -> str:
    from actor_graph.words.numbers import number

    score = number(row["score"], language, 2) if row["score"] not in (None, "") else ""
    return say("matching.line", language, score=score, one=visible(one), other=visible(other), why=row["why"] or "")


def _typed(path: Path) -> str:
    """A path as it can be typed."""
    return visible(f'"{path}"' if " " in str(path) else str(path))


def _tell(rows: Any, decided: int, language: Language) -> None:
    """The pairs that are open, the likeliest first."""
    click.echo(say("matching.open" if rows else "matching.none_open", language, n=len(rows)))
    for row in rows[:SHOWN]:
        one, other = (_named(row, side, language) for side in "ab")
        click.echo(_pair(row, one, other, language))
    if len(rows) > SHOWN:
        click.echo(say("matching.more", language, n=len(rows) - SHOWN))
    if decided:
        click.echo(say("matching.decided", language, n=decided))
