"""The option ``--pseudonymize``: stand-ins when the landscape is read, the key once the output is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.written import seen_from_here
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.words import say

_KEPT = "actor_graph.key"


def pseudonymized(landscape: Landscape, options: Mapping[str, Any]) -> Landscape:
    """The landscape under stand-ins if that is wanted; the key is kept when the command has done its work."""
    if not options.get("pseudonymize"):
        if options.get("key"):
            raise RequestError("privacy.key_without", landscape.language)
        return landscape
    from actor_graph.analysis.key import key_place, with_pseudonyms

    context = click.get_current_context()
    place: Path = options.get("key") or key_place(landscape)
    output = context.params.get("output")
    if isinstance(output, Path) and output.resolve() in place.resolve().parents and output.suffix == "":
        raise RequestError("privacy.key_in_output", landscape.language, path=place)
    landscape = with_pseudonyms(landscape, place)
    context.meta[_KEPT] = (landscape, place, bool(options.get("force")))
    return landscape


def keep_key(context: click.Context) -> None:
    """Write the key of the run, if it has one, and say where it lies."""
    if _KEPT not in context.meta:
        return
    from actor_graph.analysis.key import keep_key as keep

    landscape, place, force = context.meta[_KEPT]
    keep(landscape, place, force=force)
    click.echo(say("privacy.key_written", landscape.language, path=seen_from_here(place)), err=True)
