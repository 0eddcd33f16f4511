"""The option ``--pseudonymize``: stand-ins when the landscape is read, the key once the output is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.written import seen_from_here
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.words import Language, say

_KEPT = "actor_graph.key"


def pseudonymized(landscape: Landscape, options: Mapping[str, Any]) -> Landscape:
    """The landscape under stand-ins if that is wanted; the key is kept when the command has done its work."""
    place = key_wanted(landscape.path or Path(), options, landscape.language)
    if place is None:
        return landscape
    from actor_graph.analysis.key import check_key, with_pseudonyms

    context = click.get_current_context()
    output = context.params.get("output")
    if isinstance(output, Path) and output.resolve() in place.resolve().parents and output.suffix == "":
        raise RequestError("privacy.key_in_output", landscape.language, path=place)
    landscape = with_pseudonyms(landscape, place)
    check_key(landscape, place, force=bool(options.get("force")))
    context.meta[_KEPT] = (landscape, place, bool(options.get("force")))
    return landscape


def key_wanted(path: Path, options: Mapping[str, Any], language: Language | None = None) -> Path | None:
    """Where the key lies of a landscape that is read from a path; None where there are to be no numbers.

    Raises
    ------
    RequestError
        A key is named, but no numbers are wanted.
    """
    chosen: Path | None = options.get("key")
    if not options.get("pseudonymize"):
        if chosen:
            raise RequestError("privacy.key_without", language or options.get("language") or "en")
        return None
    from actor_graph.analysis.key import key_place

    return chosen or key_place(path)


def told_key(place: Path, language: Language) -> None:
    """Say on stderr where the key lies."""
    click.echo(say("privacy.key_written", language, path=seen_from_here(place)), err=True)


def keep_key(context: click.Context) -> None:
    """Write the key of the run, if it has one, and say where it lies."""
    if _KEPT not in context.meta:
        return
    from actor_graph.analysis.key import keep_key as keep

    landscape, place, force = context.meta[_KEPT]
    keep(landscape, place, force=force)
    told_key(place, landscape.language)
