"""The map page: one HTML file that shows who works with whom, who is outside and what the circles are made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from actor_graph.advice.invited import Invited
from actor_graph.analysis import Analysis, analyze
from actor_graph.analysis.key import Keyed
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading.positions import Places, checked_places, read_positions
from actor_graph.views.map.invited import invited_places
from actor_graph.views.map.page import map_page
from actor_graph.words import Language
from actor_graph.writing.outputs import is_ours, write_outputs

__all__ = ["Page", "draw_map"]


class Page(str, Keyed):
    """The text of a page, with the analysis that it shows; under pseudonyms it offers their key."""

    analysis: Analysis

    @property
    def _made_of(self) -> Landscape:
        return self.analysis.request.landscape


def draw_map(
    landscape: Landscape | Analysis,
    output: str | Path | None = None,
    *,
    positions: str | Path | Mapping[str, tuple[float, float]] | None = None,
    equal_size: bool = False,
    invited: Invited | None = None,
    language: Language | None = None,
    force: bool = False,
    **options: Any,
) -> Page:
    """Draw a landscape as one HTML file that loads nothing from anywhere.

    Parameters
    ----------
    landscape
        A landscape, analyzed here with ``options`` (those of ``analyze``: by, audience, show, without, count,
        pseudonymize, …), or an analysis made before.
    output
        Where to write the page; without it nothing is written.
    positions
        Where actors stay: places by id, a CSV with id, x, y, or an earlier map.
    equal_size
        All marks of one size, instead of an area that grows with the number of ties.
    invited
        A file of ``invite``, or ids: the map shows who is invited, who is tied to somebody invited, and who is not
        reached. For the office alone.
    language
        The language in which the page opens; its button switches to the other.
    force
        Replace a file that was not written here, or was changed since.

    Returns
    -------
    The text of the page; its ``key`` and ``write_key`` are those of the analysis.

    Raises
    ------
    RequestError
        An option names what the landscape does not have, or ``invited`` is asked for another audience.
    LandscapeError
        The positions, or the list of the invited, can't be read; or it is the list of another landscape.
    OutputError
        The name does not end in .html or .htm, the file must not be replaced, or it can't be written.
    """
    made = landscape if isinstance(landscape, Analysis) else analyze(landscape, language=language, **options)
    tongue = language or made.request.language
    if output is not None and Path(output).suffix.lower() not in (".html", ".htm"):
        raise OutputError("writing.no_page", tongue, path=output)
    read = None if isinstance(landscape, Analysis) else landscape
    listed = None if invited is None else invited_places(invited, made, read, tongue)
    places = pinned(positions, tongue)
    text = Page(map_page(made, positions=places, language=tongue, equal_size=equal_size, invited=listed))
    text.analysis = made
    if output is not None:
        _write(Path(output), text, made.request.landscape.inputs, positions, force=force, language=tongue)
    return text


def _write(
    path: Path,
    text: str,
    inputs: tuple[Path, ...],
    positions: str | Path | Mapping[str, tuple[float, float]] | None,
    *,
    force: bool,
    language: Language,
) -> None:
    """Write the page; over the file of the positions only where that is an earlier map of ours."""
    if isinstance(positions, str | Path) and not is_ours(Path(positions)):
        inputs = (*inputs, Path(positions))
    write_outputs(path.parent, {path.name: text.encode("utf-8")}, inputs=inputs, force=force, language=language)


def pinned(positions: str | Path | Mapping[str, tuple[float, float]] | None, language: Language) -> Places | None:
    """The places by id that are given, or that a file gives; None where nobody is to stay anywhere."""
    if positions is None:
        return None
    if isinstance(positions, Mapping):
        return checked_places(positions, language)
    return read_positions(Path(positions), language)
