"""Needs against offers: which need meets which offers, and whose; what nobody meets, what nobody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actor_graph.advice.needs.document import document, seen
from actor_graph.analysis import Analysis, analyze
from actor_graph.analysis.document import Progress
from actor_graph.analysis.files import json_text
from actor_graph.analysis.key import Keyed
from actor_graph.landscape import Landscape
from actor_graph.privacy.sensitive import delicate
from actor_graph.privacy.unnamed import Unnamed
from actor_graph.problems import Problem, Problems, RequestError
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

__all__ = ["Needs", "compare_needs"]


class Needs(Keyed):
    """Needs against offers, for one audience."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis, self._told = analysis, document(analysis)
        self._of_others = _of_others(analysis) if analysis.audience == "public" else ()

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self._told[state])} {state}" for state in ("met", "unmet", "unasked"))
        return f"Needs({self._told['landscape']['name']!r}: {counts})"

    @property
    def _made_of(self) -> Landscape:
        return self.analysis.request.landscape

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be known of it."""
        return (*self.analysis.warnings, *self._of_others)

    def to_dict(self) -> dict[str, Any]:
        """The whole as JSON has it, see ``needs.document``."""
        return self._told

    def to_json(self) -> str:
        """The whole as one line of JSON; the same input gives the same text."""
        return json_text(self._told)


def _of_others(analysis: Analysis) -> tuple[Problem, ...]:
    """Warnings of needs and offers that speak of an organization which has not agreed to be named."""
    landscape, problems = analysis.request.landscape, Problems()
    actors = landscape.actors
    told = {actor["id"] for actor in seen(analysis)}
    shown = [row for row, id_ in enumerate(actors["id"]) if id_ in told]
    unnamed = Unnamed(landscape, shown)
    for row in shown:
        for name in unnamed.spoken_of("\n".join((*actors["needs"][row], *actors["offers"][row]))):
            about = {"file": actors.file, "sheet": actors.sheet, "row": actors.rows[row]}
            problems.warn("privacy.names_another", name=actors["name"][row], other=name, **about)
    return problems.warnings


def compare_needs(
    landscape: Landscape,
    *,
    audience: str = "office",
    without: Sequence[str] = (),
    sensitive: bool = False,
    language: Language | None = None,
    progress: Progress = lambda step: None,
) -> Needs:
    """Bring needs and offers together; see ``actor_graph.needs``."""
    made = analyze(
        landscape, by="type", audience=audience, without=without, sensitive=sensitive, draws=1, language=language,
        progress=progress,
    )  # fmt: skip
    spoken, table = made.request.language, made.request.landscape.actors
    closed = [
        key for key in ("needs", "offers")
        if key not in table or (delicate(made.request.landscape, key) and not sensitive)
    ]  # fmt: skip
    if closed:
        named = [table.headings.get(key, heading("actors", key, spoken)) for key in closed]
        others = [say("problems.quoted", spoken, value=visible(table.headings.get(key, key))) for key in table.extra]
        hint = say("needs.other_columns", spoken, columns=", ".join(others)) if others else ""
        raise RequestError("needs.no_column", spoken, columns=", ".join(named), n=len(named), hint=hint)
    if not seen(made):
        raise RequestError("needs.nobody", spoken)
    return Needs(made)
