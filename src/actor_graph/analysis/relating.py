"""Which relations of the actors are meant: kinds of ties, and being of the same value of a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np

from actor_graph.analysis.request import NO_GROUPS
from actor_graph.analysis.shown import column
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import Network, kind_keys
from actor_graph.landscape.tandems import with_tandems
from actor_graph.measures.graph import Bools
from actor_graph.measures.qap.relations import Relation, Same, Ties
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.sensitive import delicate, without_few
from actor_graph.problems import RequestError
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible

SAME = "same:"


@dataclass(frozen=True)
class Term:
    """A relation that was asked for: the key of a kind of tie, or of a column, and how it is told.

    ``told`` is the term of the document: the kind cleared of what must not leave, or ``same:`` and the column's key.
    """

    key: str
    told: str
    of_column: bool = False


class Terms:
    """Finds what is meant in one landscape, and keeps what can't be."""

    def __init__(self, landscape: Landscape, language: Language, sensitive: bool) -> None:
        self._landscape, self._language, self._sensitive = landscape, language, sensitive
        self._kinds = with_tandems(landscape).ties["kind"]
        self.errors: list[RequestError] = []
        self._cleared: tuple[str | None, ...] | None = None

    def kind(self, given: str) -> Term | None:
        """The kind of tie that is meant by key, label or alias, or as the ties have it."""
        key = kind_keys(self._landscape.scheme, self._landscape, given) or self._as_written(given)
        if key is None:
            kinds, scheme = list(self._known()), self._landscape.scheme
            known = [scheme.kind_label(kind, self._language) for kind in kinds]
            others = [scheme.kind_label(kind, other) for kind in kinds for other in LANGUAGES]
            self._refuse("qap.no_such_kind", given, known, [*others, *kinds])
            return None
        return Term(key, self._as_told(key))

    def term(self, given: str) -> Term | None:
        """A kind of tie, or ``same:COLUMN``."""
        if not given.casefold().startswith(SAME):
            return self.kind(given)
        heading = given[len(SAME) :].strip()
        key, actors = column(self._landscape, heading), self._landscape.actors
        if key is None:
            keys = [k for k in actors.columns if k not in (*actors.contact, *NO_GROUPS)]
            self._refuse("qap.no_such_column", heading, [actors.headings.get(k, k) for k in keys], keys)
        elif wrong := self._not_to_be_used(key):
            self.errors.append(RequestError(wrong, self._language, given=actors.headings.get(key, key)))
        else:
            return Term(key, f"{SAME}{key}", of_column=True)
        return None

    def _not_to_be_used(self, key: str) -> str | None:
        if key in self._landscape.actors.contact:
            return "analysis.contact_column"
        if delicate(self._landscape, key) and not self._sensitive:
            return "analysis.sensitive_column"
        return "analysis.no_grouping" if key in NO_GROUPS else None

    def _refuse(self, sentence: str, given: str, known: list[str], others: list[str]) -> None:
        folded = {fold(name): name for name in reversed([*known, *others])}
        near = [folded[name] for name in get_close_matches(fold(given), folded, n=3)]
        quoted = ", ".join(say("problems.quoted", self._language, value=visible(name)) for name in near)
        hint = say("qap.did_you_mean", self._language, n=len(near), names=quoted) if near else ""
        listed = ", ".join(map(visible, known)) or say("qap.none", self._language)
        self.errors.append(RequestError(sentence, self._language, given=given, hint=hint, known=listed))

    def _as_written(self, given: str) -> str | None:
        return next((kind for kind in self._kinds if kind is not None and fold(kind) == fold(given)), None)

    def _known(self) -> Iterable[str]:
        """All kinds there are, those of the ties as they may leave."""
        return dict.fromkeys([*self._landscape.scheme.kinds, *(kind for kind in self._told() if kind is not None)])

    def _as_told(self, key: str) -> str:
        if key in self._landscape.scheme.kinds or key not in self._kinds:
            return key
        return str(self._told()[self._kinds.index(key)])

    def _told(self) -> tuple[str | None, ...]:
        if self._cleared is None:
            self._cleared = leaving(self._landscape).ties["kind"]
        return self._cleared


def relation(term: Term, landscape: Landscape, found: Network, order: Any) -> tuple[Relation, Bools]:
    """The relation over the included actors in this order, and for whom it is known.

    A tie counts whatever the scheme lets count: the pair is in the relation if one of its rows is of this kind. Of a
    cell with several values the first counts; who has none is not known, and has a label of no meaning.
    """
    if not term.of_column:
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        u, v, _ = found.graph.ties()
        of_kind = np.array([term.key == "all" or term.key in kinds for kinds in found.kinds], dtype=bool)
        return Ties.of(found.graph.n, place[u[of_kind]], place[v[of_kind]]), np.ones(len(order), dtype=bool)
    cells: list[Any] = [first_value(cell) for cell in found.column(landscape.actors[term.key])]
    if delicate(landscape, term.key):
        cells = without_few(cells, found.column(landscape.actors["person"]))
    number = {value: i for i, value in enumerate(dict.fromkeys(cell for cell in cells if cell is not None))}
    labels = np.array([-1 if cell is None else number[cell] for cell in cells], dtype=np.int64)[order]
    return Same(np.where(labels < 0, len(number), labels)), labels >= 0


def first_value(cell: Any) -> str | bool | None:
    """The value by which actors are compared: the first where there are several, None where there is none."""
    if isinstance(cell, tuple):
        return str(cell[0]) if cell else None
    return cell if cell is None or isinstance(cell, bool) else str(cell)
