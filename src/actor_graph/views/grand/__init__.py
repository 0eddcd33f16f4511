"""The GRAND sheet of a landscape: as Markdown for a paper, as a page, as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from actor_graph.analysis import Analysis
from actor_graph.analysis.grand import Grand, sheet
from actor_graph.problems import OutputError
from actor_graph.views.grand.told import Told
from actor_graph.words import Language
from actor_graph.writing.outputs import write_outputs

__all__ = ["Grand", "grand"]


def grand(
    analysis: Analysis, output: str | Path | None = None, *, language: Language | None = None, force: bool = False
) -> Grand:
    """Fill in a sheet after the Guidelines for Reporting About Network Data (GRAND).

    Each item is filled in as far as the landscape and its analysis tell, for the audience of the analysis; what is
    stated under ``grand`` in ``landscape.yaml`` comes first, and what nobody stated is said to be not stated.

    Parameters
    ----------
    analysis
        Of the landscape.
    output
        Where to write it: Markdown (``.md``), a page (``.html``) or the document (``.json``); without it nothing is
        written.
    language
        Of the sheet; default that of the analysis.
    force
        Replace a file that was not written here, or was changed since.

    Raises
    ------
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.

    References
    ----------
    Neal, Carley, Contractor, De Domenico, Hollway, Labianca, Landry, Lazer, Lubbers, Neal, Ortiz, Peixoto, Pescosolido,
    Prell, Teixeira, and the GRAND Consortium (2026). Guidelines for Reporting About Network Data.
    https://www.grand-statement.org
    """
    made = sheet(analysis, language)
    if output is not None:
        target = Path(output)
        data = form(target, made.language)(made)
        write_outputs(target.parent, {target.name: data}, inputs=made.inputs, force=force, language=made.language)
    return made


def form(path: Path, language: Language) -> Callable[[Grand], bytes]:
    """How it is written, by the ending of the name."""
    ending = path.suffix.casefold()
    if ending == ".json":
        return lambda made: (made.to_json() + "\n").encode("utf-8")
    if ending in (".html", ".htm"):
        from actor_graph.views.grand.html import page

        return page
    if ending == ".md":
        return lambda made: Told(made).markdown().encode("utf-8")
    raise OutputError("grand.wrong_ending", language, path=path)
