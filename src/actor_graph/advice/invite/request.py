"""What is asked for, checked against the landscape at the door: everything that is wrong is told at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from actor_graph.privacy.persons import clearing_of, find
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.scheme import FormatSpec, values
from actor_graph.scheme.scheme import spellings
from actor_graph.words import Language, say
from actor_graph.words.fold import fold

if TYPE_CHECKING:
    from actor_graph.advice.invite.scene import Scene
    from actor_graph.scheme import Scheme

Names = Sequence[str] | Mapping[str, str | None]
"""Ids or names, each with ``=reason`` behind it if wanted, or a mapping from each to its reason."""
Reasons = Mapping[int, str | None]
LEAST_SECONDS = 0.1
"""The shortest time that can be asked for."""


@dataclass(frozen=True)
class Asked:
    """A request with every name resolved; actors are positions.

    ``own`` are the decisions of this request, ``include``, ``exclude`` and ``declined`` all that hold. ``kept`` are the
    people of an earlier list, None where there is none; ``like`` says that it is the list of another event, so that no
    more are new than have left, ``event`` that it is no list but who came there, ``gone`` tells who of it is not in the
    landscape any more, by name, and ``told`` what is to be said of it.
    """

    format: str
    spec: FormatSpec
    seats: tuple[int, int]
    seats_shipped: bool
    include: Reasons = field(default_factory=dict)
    exclude: Reasons = field(default_factory=dict)
    declined: Reasons = field(default_factory=dict)
    own: Mapping[str, Reasons] = field(default_factory=dict)
    kept: frozenset[int] | None = None
    like: bool = False
    event: bool = False
    told: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Door:
    """Collects what is wrong with a request, so that it is told together."""

    def __init__(self, language: Language) -> None:
        self.language, self.errors = language, list[RequestError]()

    def refuse(self, key: str, **values: Any) -> None:
        """Note one thing that is wrong."""
        self.errors.append(RequestError(f"invite.{key}", self.language, **values))

    def stop_if_refused(self) -> None:
        """Raise what was noted: one error as it is, several together."""
        if len(self.errors) == 1:
            raise self.errors[0]
        if self.errors:
            raise RequestErrors(self.errors)

    def format(self, scheme: Scheme, given: str | None) -> str | None:
        """The key of the format that is meant."""
        labels = [scheme.format_label(key, self.language) for key in scheme.formats]
        if given is None:
            self.refuse("no_format", known=", ".join(labels))
            return None
        key = scheme.format_key(given)
        if key is None:
            words = {fold(word): scheme.format_label(key, self.language) for word, key in spellings(scheme.formats)}
            near = get_close_matches(fold(given), words, n=1)
            hint = say("analysis.did_you_mean", self.language, name=words[near[0]]) if near else ""
            self.refuse("no_such_format", given=given, hint=hint, known=", ".join(labels))
        return key

    def seats(self, given: str | int | Sequence[int] | None, spec: FormatSpec | None) -> tuple[int, int]:
        """The seats: those asked for, else the format's."""
        if given is None:
            return spec.seats if spec else (1, 1)
        text = given if isinstance(given, str | int) else "-".join(map(str, given))
        try:
            return values.seats(str(text))
        except ValueError:
            self.refuse("no_seats", given=text)
            return (1, 1)

    def seconds(self, given: float | None) -> None:
        """Refuse a time that is none."""
        if given is not None and not LEAST_SECONDS <= given < math.inf:
            self.refuse("no_seconds", given=given)

    def actors(self, scene: Scene, given: Names, option: str) -> dict[int, str | None]:
        """The positions of the actors that are meant, each with its reason, cleared of natural persons and contacts."""
        clear = clearing_of(scene.original)
        pairs = given.items() if isinstance(given, Mapping) else ((text, None) for text in given)
        found: dict[int, str | None] = {}
        for text, reason in pairs:
            rows, why = _meant(scene, text)
            why = why if reason is None else reason
            if not rows:
                self._unknown(scene, text)
            elif len(rows) > 1:
                ids = ", ".join(scene.landscape.actors["id"][row] for row in rows)
                self.errors.append(RequestError("analysis.several_actors", self.language, given=text, ids=ids))
            elif rows[0] not in scene.place_of_row:
                if option == "include":
                    self.refuse("not_part", name=scene.landscape.actors["name"][rows[0]])
            else:
                found[scene.place_of_row[rows[0]]] = clear((why or "").strip()) or None
        return found

    def _unknown(self, scene: Scene, text: str) -> None:
        actors = scene.landscape.actors
        known = [*actors["id"], *actors["name"]]
        start = text.partition("=")[0]
        near = get_close_matches(text, known, n=1) or get_close_matches(start, known, n=1)
        near = near or [name for name in known if fold(start) and fold(start) in fold(name)]
        hint = say("analysis.did_you_mean", self.language, name=near[0]) if near else ""
        self.errors.append(RequestError("analysis.no_such_actor", self.language, given=text, hint=hint))


def _meant(scene: Scene, text: str) -> tuple[list[int], str | None]:
    """The rows that a text means, and the reason behind ``=``; an id that has such a sign in it wins."""
    parts = text.split("=")
    for length in range(len(parts), 0, -1):
        name = "=".join(parts[:length])
        rows = find(scene.original, name) or find(scene.original, name.strip())
        if rows:
            return rows, "=".join(parts[length:]) or None
    return [], None
