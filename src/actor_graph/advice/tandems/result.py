"""The tandems as users hold them: a document for JSON, a list to work with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from actor_graph.advice.tandems.scene import Actor
from actor_graph.advice.tandems.tandem import Suggested, Tandem, plain
from actor_graph.landscape import Landscape
from actor_graph.words import Language
from actor_graph.words.visible import escaped

SCHEMA = "actor-graph/tandems/1"


@dataclass(frozen=True, slots=True)
class Tandems:
    """The choice of pairs with the greatest sum, and what there is to choose from.

    Attributes
    ----------
    between
        The two kinds of organization, as keys of the scheme.
    count
        How many tandems were asked for; None where as many as have the greatest sum.
    chosen
        The tandems, the greatest score first, then in the order of the input.
    unmatched
        Who could be in a tandem and is in none of these.
    wish_no
        Who is of one of the kinds and wishes no more ties.
    in_tandem
        Who is of one of the kinds and carries a tandem already.
    candidates
        All pairs with a score above 0, with it, in the same order; where suggestions were asked for, those among the
        best of one of the two.
    suggestions
        For each who could be in a tandem its best pairs, if they were asked for.
    persons
        The stand-ins of natural persons, each with a check sum of who they all are.
    """

    landscape: Landscape
    note: str
    between: tuple[str, str]
    count: int | None
    chosen: tuple[Tandem, ...]
    unmatched: tuple[Actor, ...]
    wish_no: tuple[Actor, ...]
    in_tandem: tuple[Actor, ...]
    candidates: tuple[tuple[Actor, Actor, Fraction], ...]
    suggestions: Suggested | None
    persons: Mapping[str, str]
    language: Language

    @property
    def total(self) -> Fraction:
        """The sum of the scores."""
        return sum((tandem.parts.score for tandem in self.chosen), Fraction(0))

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it."""
        told: dict[str, Any] = {
            "schema": SCHEMA,
            "audience": "office",
            "note": self.note,
            "landscape": {"name": self.landscape.name, "date": self.landscape.meta.get("date")},
            "between": list(self.between),
            "count": self.count,
            "tandems": [_tandem(tandem) for tandem in self.chosen],
            "total": plain(self.total),
            "optimal": True,
            "unmatched": _ids(self.unmatched),
            "wish_no": _ids(self.wish_no),
            "in_tandem": _ids(self.in_tandem),
            "candidates": [{"a": a.id, "b": b.id, "score": plain(score)} for a, b, score in self.candidates],
        }
        if self.suggestions is not None:
            told["suggestions"] = [
                {"id": actor.id, "partners": [_suggestion(actor, one) for one in best]}
                for actor, best in self.suggestions
            ]
        return told

    def to_json(self) -> str:
        """The document as one line of JSON; the same input gives the same text."""
        return escaped(json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False))

    def write(self, output: str | Path, *, force: bool = False) -> Path:
        """Write the list as ``.xlsx`` or ``.csv``, with empty columns for what becomes of each tandem.

        Raises
        ------
        OutputError
            The name has another ending, or a file there must not be replaced.
        """
        from actor_graph.advice.tandems.sheets import write_tandems

        return write_tandems(
            self.chosen,
            self.suggestions,
            Path(output),
            persons=self.persons,
            inputs=self.landscape.inputs,
            language=self.language,
            force=force,
        )


def _tandem(tandem: Tandem) -> dict[str, Any]:
    return {
        "a": tandem.a.id,
        "b": tandem.b.id,
        "score": plain(tandem.parts.score),
        "parts": {part: plain(value) for part, value in tandem.parts.named().items()},
        "reasons": list(tandem.reasons.values()),
        "introduced_by": _ids(tandem.introduced_by),
        "notes": list(tandem.notes),
    }


def _suggestion(actor: Actor, tandem: Tandem) -> dict[str, Any]:
    told = _tandem(tandem)
    return {"id": tandem.partner_of(actor).id} | {key: told[key] for key in told if key not in ("a", "b")}


def _ids(actors: Sequence[Actor]) -> list[str]:
    return [actor.id for actor in actors]
