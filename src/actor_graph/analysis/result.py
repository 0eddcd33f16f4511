"""The analysis as users hold it: a mapping for JSON, DataFrames for notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actor_graph.analysis.departures import departures
from actor_graph.analysis.document import Seen, plain
from actor_graph.analysis.files import compared, json_text, write
from actor_graph.analysis.key import Keyed
from actor_graph.analysis.meeting import meeting_range
from actor_graph.analysis.request import Request
from actor_graph.measures.partitions import firm
from actor_graph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

    from actor_graph.landscape import Landscape


class Analysis(Keyed):
    """All figures of one landscape, for one audience.

    ``to_dict`` and ``to_json`` give the document of the contract; the properties give its parts as DataFrames, made
    when asked for, indexed by the actors' ids, the types, the circles' numbers.
    """

    def __init__(self, request: Request, seen: Seen) -> None:
        self.request, self._seen = request, seen

    def __repr__(self) -> str:
        about = self._seen.document
        return f"Analysis({about['landscape']['name']!r}: {about['network']['actors']} actors, for {about['audience']})"

    def _repr_html_(self) -> str:
        return str(self.figures.to_frame("value").to_html())

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it; undefined is None."""
        return self._seen.document

    def to_json(self) -> str:
        """The document as one line of JSON; the same input gives the same text."""
        return json_text(self._seen.document)

    def write(
        self, output: str | Path, *, force: bool = False, besides: Mapping[str, bytes] | None = None
    ) -> list[Path]:
        """Write it to a folder (JSON and tables), or to one workbook where the name ends in ``.xlsx``.

        ``besides`` are further files, by name, that go into the folder with it.

        Raises
        ------
        OutputError
            The name has another ending, or a file there must not be replaced.
        """
        asked = self.request
        return write(
            self._seen.document,
            Path(output),
            scheme=asked.landscape.scheme,
            language=asked.language,
            inputs=asked.landscape.inputs,
            force=force,
            besides=besides or {},
        )

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is not wrong, but should be known of what was asked for: cells that are no numbers among numbers."""
        return self._seen.warnings

    @property
    def seen(self) -> Seen:
        """What it was worked out from, for figures beyond these: nothing of it leaves but by the document's rules."""
        return self._seen

    @property
    def _made_of(self) -> Landscape:
        return self.request.landscape

    @property
    def audience(self) -> str:
        """Who may see it: office, participants or public."""
        return self.request.audience

    @property
    def network(self) -> Mapping[str, Any]:
        """The figures of the whole network."""
        figures: Mapping[str, Any] = self._seen.document["network"]
        return figures

    @cached_property
    def figures(self) -> pd.Series[Any]:
        """The figures of the whole network as a Series."""
        import pandas as pd

        flat = {key: value for key, value in self.network.items() if not isinstance(value, dict)}
        words = {f"intensity {word}": n for word, n in (self.network.get("intensity") or {}).items()}
        return pd.Series(flat | words, dtype=object)

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row per actor."""
        return _frame(self._seen.document["actors"], "id")

    @cached_property
    def groups(self) -> pd.DataFrame:
        """One row per group (all actors of one type)."""
        return _frame(self._seen.document["groups"], "type")

    @cached_property
    def clusters(self) -> pd.DataFrame:
        """One row per circle."""
        return _frame(self._seen.document["clusters"], "cluster")

    @cached_property
    def chance(self) -> pd.DataFrame:
        """The figures beside chance: one row per null model and figure; empty where that was not asked for."""
        import pandas as pd

        rows = compared(self._seen.document)
        return pd.DataFrame(rows).set_index(["model", "figure"]) if rows else pd.DataFrame()

    @cached_property
    def mixing(self) -> pd.DataFrame:
        """Ties between and within the groups: columns ``ties`` and ``expected`` over each pair of types."""
        import pandas as pd

        types = self._seen.document["mixing"]["types"]
        both = {
            part: pd.DataFrame(self._seen.document["mixing"][part], index=types, columns=types)
            for part in ("ties", "expected")
        }
        return pd.concat(both, axis=1)

    @cached_property
    def missing(self) -> pd.DataFrame:
        """What the missing answers could change, a row per figure; empty where it was not asked for."""
        told = self._seen.document.get("missing") or {}
        return _frame([{"figure": figure, **entry} for figure, entry in told.items()], "figure")

    def types_of_all(self) -> list[str | None]:
        """The type of every included actor, shown or not: what marks are dealt by, and no type of it to be named."""
        scene = self._seen.scene
        return [scene.types[label] if label >= 0 else None for label in scene.labels.tolist()]

    def closed(self) -> list[int]:
        """The places of the actors whose ties are not published; nobody's, except to the public."""
        return [place for place, actor in enumerate(self._seen.shown.listed) if actor not in self._seen.shown.open_ends]

    def ties(self) -> list[dict[str, Any]]:
        """Each tie shown once: places of its ends in ``actors``, kinds, intensity, weight, does it count.

        For the office also ``one_sided``: only one of its ends stated it.
        """
        seen = self._seen
        if seen.document.get("withheld"):
            return []
        place = {actor: i for i, actor in enumerate(seen.shown.listed)}
        u, v, weight = seen.network.graph.ties()
        reported = seen.network.reported
        ties = []
        for i, (a, b, w) in enumerate(zip(u.tolist(), v.tolist(), weight.tolist(), strict=True)):
            if a in seen.shown.open_ends and b in seen.shown.open_ends:
                tie = _tie(place[a], place[b], seen.network.kinds[i], seen.network.intensity[i], w, True)
                if self.audience == "office":
                    tie["one_sided"] = reported is not None and int(reported[i].sum()) == 1
                ties.append(tie)
        ties += [
            _tie(place[a], place[b], kinds, None, None, False)
            for a, b, kinds in seen.network.others
            if a in seen.shown.open_ends and b in seen.shown.open_ends
        ]
        return ties

    def departures(self) -> dict[str, Any] | None:
        """The figures without each choice of central actors, see ``analysis.departures``; for the office alone."""
        if self.audience != "office":
            return None
        found: dict[str, Any] = plain(departures(self._seen.scene))
        return found

    def firm_in_circle(self) -> list[bool] | None:
        """For each actor whether its circle is firm, see ``measures.partitions.firm``; for the office alone."""
        if self.audience != "office":
            return None
        scene = self._seen.scene
        found: list[bool] = firm(scene.graph, scene.circles, scene.ids, scene.seed).tolist()
        return found

    def meeting_range(self) -> dict[str, Any] | None:
        """How often each two types would meet by chance, see ``analysis.meeting``; for the office alone."""
        return meeting_range(self._seen.scene, self._seen.document) if self.audience == "office" else None


def _tie(
    source: Any, target: Any, kinds: tuple[str, ...], word: str | None, weight: float | None, counts: bool
) -> dict[str, Any]:
    return {
        "source": source,
        "target": target,
        "kinds": list(kinds),
        "intensity": word,
        "weight": weight,
        "counts": counts,
    }


def _frame(rows: list[dict[str, Any]], index: str) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows).set_index(index) if rows else pd.DataFrame()
