"""The map as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from actor_graph.views.map.page import draw_map
from actor_graph.writing.outputs import write_outputs

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis


def write_map(
    analysis: Analysis,
    output: str | Path,
    *,
    source: Path,
    positions: Path | None = None,
    equal_size: bool = False,
    force: bool = False,
) -> Path:
    """Write the map of an analysis; ``positions`` is a CSV with id, x, y, or an earlier map, whose places are kept.

    Raises
    ------
    LandscapeError
        The positions can't be read.
    OutputError
        The file must not be replaced, or can't be written.
    """
    from actor_graph.reading.positions import read_positions

    output, language = Path(output), analysis.request.language
    pinned = read_positions(positions, language) if positions else None
    text = draw_map(analysis, positions=pinned, equal_size=equal_size, language=language)
    (written,) = write_outputs(
        output.parent, {output.name: text.encode("utf-8")}, source=source, force=force, language=language
    )
    return written
