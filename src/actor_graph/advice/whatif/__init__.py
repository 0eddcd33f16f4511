"""What if: the same analysis of the landscape as it is and as it would be, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actor_graph.advice.whatif.document import document, names_of
from actor_graph.advice.whatif.edits import Edits, edits
from actor_graph.advice.whatif.supposed import supposed
from actor_graph.advice.whatif.workshop import without_marks
from actor_graph.analysis import Analysis, analyze
from actor_graph.analysis.document import Progress
from actor_graph.analysis.files import json_text
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import kind_keys, network
from actor_graph.landscape.tandems import with_tandems
from actor_graph.problems import Problem, Problems, RequestError
from actor_graph.reading.invited import invited_in
from actor_graph.words import Language

__all__ = ["WhatIf", "suppose"]


@dataclass(frozen=True, eq=False)
class WhatIf:
    """Two analyses and what differs between them.

    Attributes
    ----------
    before
        Of the landscape as it is.
    after
        Of what is only supposed: nothing of it has been named by anybody.
    edits
        What was supposed, by rows.
    """

    before: Analysis
    after: Analysis
    edits: Edits
    told: dict[str, Any]
    notes: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"WhatIf({self.told['landscape']['name']!r}: {len(self.told['changed'])} actors would change)"

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON has it, see ``whatif.document``."""
        return self.told

    def to_json(self) -> str:
        """The comparison as one line of JSON; the same input gives the same text."""
        return json_text(self.told)

    def after_as_told(self) -> dict[str, Any]:
        """The document of the analysis after; that of a workshop without marks (``workshop.without_marks``)."""
        after = self.after.to_dict()
        return after if self.edits.invited is None else without_marks(after, self.before.to_dict())

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be known: of the analysis, and of what was supposed."""
        return (*self.before.warnings, *self.notes)


def suppose(
    landscape: Landscape,
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    workshop: str | Path | Sequence[str] | None = None,
    without: Sequence[str] = (),
    count: Sequence[str] = (),
    confirmed: bool = False,
    language: Language | None = None,
    progress: Progress = lambda step: None,
    **options: Any,
) -> WhatIf:
    """Analyze a landscape as it is, and as it would be; see ``actor_graph.whatif``."""
    landscape = with_tandems(landscape)
    tongue = language or landscape.language
    if not (add or remove or workshop is not None):
        raise RequestError("whatif.nothing_supposed", tongue)
    invited = invited_in(Path(workshop), landscape, tongue) if isinstance(workshop, str | Path) else workshop
    kinds = [key for kind in count if (key := kind_keys(landscape.scheme, landscape, kind)) is not None]
    found = edits(
        landscape,
        network(landscape, count=kinds, confirmed=confirmed),
        add=add,
        remove=remove,
        invited=invited,
        without=without,
        language=tongue,
    )
    looked = {"count": count, "confirmed": confirmed, "language": language, "audience": "office", **options}
    before = analyze(landscape, without=without, progress=progress, **looked)
    ids = landscape.actors["id"]
    out = [*without, *(ids[row] for row in found.removed_actors)]
    changed = supposed(landscape, added=found.added, removed=found.removed_ties)
    after = analyze(changed, without=out, progress=progress, **looked)
    return WhatIf(before, after, found, document(before, after, found), _notes(found, before))


def _notes(found: Edits, before: Analysis) -> tuple[Problem, ...]:
    problems = Problems()
    names = names_of(before, found)
    for key, ties in (("known", found.known), ("uncounted", found.uncounted)):
        for a, b in ties:
            problems.warn(f"whatif.{key}", a=names[a][1], b=names[b][1])
    return problems.warnings
