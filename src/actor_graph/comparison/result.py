"""A comparison as users hold it: a document, DataFrames in notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actor_graph.analysis.files import json_text
from actor_graph.problems import Problem
from actor_graph.words import Language

if TYPE_CHECKING:
    import pandas as pd

    from actor_graph.comparison.keeping import Kept


@dataclass(frozen=True, eq=False)
class Comparison:
    """Several landscapes side by side.

    Attributes
    ----------
    told
        The document, see ``to_dict``.
    language
        Of its sentences.
    beside
        What else was made of each city, in the order of ``cities``, as far as it was asked for.
    inputs
        The files and folders that were read; no output replaces one of them.
    kept
        The rows that are kept until ``done``.
    failures
        The cities that could not be compared, ``path`` and ``why`` in full, for whoever has the files. The document has
        these for the office alone.
    warnings
        What should be known of the cities by whoever has the files, such as that two seem to be one.
    """

    told: Mapping[str, Any]
    language: Language
    beside: Sequence[Any] = ()
    inputs: Sequence[Path] = ()
    kept: Kept | None = None
    failures: Sequence[Mapping[str, str]] = ()
    warnings: Sequence[Problem] = ()

    def done(self) -> None:
        """Let go of the rows that were kept for the case of an interruption: the comparison is where it should be."""
        if self.kept is not None:
            self.kept.done()

    def __repr__(self) -> str:
        return f"Comparison({len(self.told['cities'])} cities, {len(self.told['failed'])} failed)"

    def _repr_html_(self) -> str:
        return str(self.cities.to_html())

    def to_dict(self) -> dict[str, Any]:
        """The document as JSON has it."""
        return dict(self.told)

    def to_json(self) -> str:
        """The document as one line of JSON; the same input gives the same text."""
        return json_text(self.to_dict())

    @cached_property
    def cities(self) -> pd.DataFrame:
        """One row per city, its figures as columns."""
        import pandas as pd

        rows = [
            {"name": city["name"], **{k: v for k, v in city["network"].items() if not isinstance(v, dict)}}
            for city in self.told["cities"]
        ]
        return pd.DataFrame(rows).set_index("name") if rows else pd.DataFrame()

    @cached_property
    def excess(self) -> pd.DataFrame:
        """What each figure has beyond chance: ``value``, ``low``, ``high``, ``clear`` by city, model and figure."""
        import pandas as pd

        rows = [
            {"name": city["name"], "model": model, "figure": figure, **beyond}
            for city in self.told["cities"]
            for model, figures in city["excess"].items()
            for figure, beyond in figures.items()
            if beyond is not None
        ]
        return pd.DataFrame(rows).set_index(["name", "model", "figure"]) if rows else pd.DataFrame()

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """One row per figure and two cities."""
        import pandas as pd

        return pd.DataFrame(self.told["pairs"])
