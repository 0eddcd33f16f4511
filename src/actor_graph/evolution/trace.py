"""Years: the waves of one city side by side, what changed between them, and how far its goals are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from actor_graph.analysis.document import Progress
from actor_graph.analysis.files import json_text
from actor_graph.analysis.key import Keyed
from actor_graph.evolution.changes import Changes
from actor_graph.evolution.pseudonyms import under_one_key
from actor_graph.evolution.snapshot import Snapshot, snapshot
from actor_graph.evolution.story import story
from actor_graph.evolution.union import union
from actor_graph.evolution.waves import alike, in_time
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import find
from actor_graph.problems import Problem, RequestError
from actor_graph.words import Language

__all__ = ["Evolution", "trace"]


@dataclass(frozen=True, eq=False)
class Evolution(Keyed):
    """The waves of one city, and what changed between each two that follow one another.

    Attributes
    ----------
    waves
        The earliest first.
    changes
        One less than waves.
    whole
        All waves in one landscape, for names and places alone.
    told
        The document, as its audience may have it.
    """

    waves: Sequence[Snapshot]
    changes: Sequence[Changes]
    whole: Landscape
    told: dict[str, Any]
    warnings: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"Evolution({self.told['landscape']['name']!r}: {len(self.waves)} waves, for {self.told['audience']})"

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it; undefined is None."""
        return self.told

    def to_json(self) -> str:
        """The document as one line of JSON; the same input gives the same text."""
        return json_text(self.told)

    @property
    def audience(self) -> str:
        """Who may see it: office, participants or public."""
        return str(self.told["audience"])

    @property
    def _made_of(self) -> Landscape:
        return self.whole

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Every file that was opened to read the waves."""
        return self.whole.inputs


def trace(
    waves: Sequence[Landscape],
    *,
    without: Sequence[str] = (),
    pseudonymize: bool | str | Path = False,
    language: Language | None = None,
    progress: Progress = lambda step: None,
    **options: Any,
) -> Evolution:
    """Lay the waves of one city side by side; see ``actor_graph.evolve``. Further options are those of ``analyze``."""
    tongue = language or (waves[-1].language if waves else "en")
    ordered, warnings = in_time(waves, tongue)
    told = alike(ordered)
    if pseudonymize:
        told = under_one_key(told, pseudonymize, language)
    for given in without:
        if not any(find(wave, given) for wave in told):
            raise RequestError("analysis.no_such_actor", tongue, given=given, hint="")
    without = [id_ for given in without for id_ in _meant(told, given)]
    looked = [snapshot(wave, without, language=language, progress=progress, **options) for wave in told]
    changes = [Changes(one, other) for one, other in pairwise(looked)]
    progress("changes")
    whole = union(looked)
    course = Changes(looked[0], looked[-1]) if len(looked) > 2 else None
    document = story(looked, changes, course, whole, tongue)
    return Evolution(looked, changes, whole, document, (*warnings, *_noted(looked)))


def _meant(waves: Sequence[Landscape], given: str) -> list[str]:
    """The ids of the actor that has this id or name in any wave, so that it is left out of all; a stand-in as it is."""
    every = (pair for wave in waves for pair in zip(wave.actors["id"], wave.actors["name"], strict=True))
    return list(dict.fromkeys(id_ for id_, name in every if given in (id_, name))) or [given]


def _noted(waves: Sequence[Snapshot]) -> list[Problem]:
    """What is to be known of the waves, each thing once."""
    found: list[Problem] = []
    for wave in waves:
        found += [problem for problem in wave.analysis.warnings if problem not in found]
    return found
