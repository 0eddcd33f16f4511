"""The option ``--pseudonymize``: stand-ins when the landscape is read, the key before anything is written or shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.written import seen_from_here
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.words import Language, say

_KEPT = "actor_graph.key"


def pseudonymized(landscape: Landscape, options: Mapping[str, Any]) -> Landscape:
    """The landscape under stand-ins if that is wanted; the verb then writes and shows what it made ``under_key``."""
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


def key_of_run() -> Path | bool:
    """Where the key of this run lies; False where it has none."""
    held = click.get_current_context().meta.get(_KEPT)
    return held[1] if held else False


@contextmanager
def under_key() -> Iterator[None]:
    """Around what is written: the key of the run, if it has one, is kept before, and is as it was if that fails."""
    held = click.get_current_context().meta.get(_KEPT)
    if held is None:
        yield
        return
    from actor_graph.analysis.key import kept

    landscape, place, force = held
    with kept(landscape, place, force=force):
        yield


def tell_key(context: click.Context) -> None:
    """Say where the key of the run lies, if it has one."""
    if _KEPT in context.meta:
        landscape, place, _ = context.meta[_KEPT]
        told_key(place, landscape.language)
