"""Do two kinds of ties lie on the same pairs of actors, and does one go along with the other, the rest held equal?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actor_graph.analysis.document import plain
from actor_graph.analysis.files import json_text
from actor_graph.analysis.relating import Term, Terms, relation
from actor_graph.analysis.request import MOST_DRAWS, MOST_SEED, actor
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import Network, network
from actor_graph.measures.graph import Bools, Int64s
from actor_graph.measures.qap.correlation import correlation
from actor_graph.measures.qap.regression import regression
from actor_graph.measures.qap.relations import Relation, pairs_of
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.objections import NOTHING, without_objected
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.words import Language

SCHEMA = "actor-graph/qap/1"


@dataclass(frozen=True, eq=False)
class Qap:
    """Two relations side by side: the correlation, and with further ones the regression, each beside chance."""

    told: dict[str, Any]

    def __repr__(self) -> str:
        return f"Qap({self.told['x']!r}, {self.told['y']!r}: r = {self.told['r']}, p = {self.told['p']})"

    def to_dict(self) -> dict[str, Any]:
        """What was found, as JSON has it."""
        return self.told

    def to_json(self) -> str:
        """The same as one line of JSON; the same input gives the same text."""
        return json_text(self.told)


def qap(
    landscape: Landscape,
    *,
    x: str,
    y: str,
    on: Sequence[str] = (),
    without: Sequence[str] = (),
    confirmed: bool = False,
    seed: int = 1,
    draws: int | None = None,
    sensitive: bool = False,
    language: Language | None = None,
) -> Qap:
    """Compare two kinds of ties by quadratic assignment: do they lie on the same pairs more often than chance gives?

    The pairs are all pairs of included actors; a pair is 1 if a tie of the kind joins it, whether or not the kind
    counts, else 0. Chance permutes the actors of ``x``, its rows and columns jointly. With ``on`` besides a regression
    of ``y`` on ``x`` and these, by double semi-partialling; who has no entry in one of the columns is left out of it,
    with all its pairs, in every permutation alike.

    Parameters
    ----------
    x, y
        Kinds of ties, by key, label or alias, or as the ties have them; ``all`` for a tie of any kind.
    on
        Further kinds, or ``same:COLUMN``: both actors have the same value there (the first where there are several).
    without, confirmed, sensitive, language
        As for ``analyze``.
    seed, draws
        Where chance is drawn: the seed, and the number of permutations (the scheme's ``dealings``, 2,000).

    Raises
    ------
    RequestError
        An option names what the landscape does not have; all of them at once.
    """
    tongue = language or landscape.language
    terms = Terms(landscape, tongue, sensitive)
    asked = [terms.kind(x), terms.kind(y), *map(terms.term, on)]
    out = _checked(terms, landscape, tongue, without=without, confirmed=confirmed, seed=seed, draws=draws)
    if terms.errors:
        raise terms.errors[0] if len(terms.errors) == 1 else RequestErrors(terms.errors)
    meant = [term for term in asked if term is not None]
    kept = without_objected(landscape, NOTHING, frozenset(out))
    found = network(kept, count=("all",), confirmed=confirmed)
    drawn, cleared = draws or landscape.scheme.thresholds.dealings, leaving(landscape)
    return Qap(
        plain(
            _compared(meant, kept, found, drawn, seed)
            | {"landscape": {"name": cleared.name, "date": cleared.meta.get("date")}, "language": tongue}
        )
    )


def _checked(
    terms: Terms,
    landscape: Landscape,
    language: Language,
    *,
    without: Sequence[str],
    confirmed: bool,
    seed: int,
    draws: int | None,
) -> set[int]:
    """The rows of those left out; what is wrong in the other options goes to the errors of the terms."""
    out = set()
    for given in without:
        try:
            out.add(actor(landscape, given, language))
        except RequestError as error:
            terms.errors.append(error)
    if confirmed and landscape.meta.get("reports") != "source" and not any(landscape.ties["reported_by"]):
        terms.errors.append(RequestError("analysis.not_confirmable", language))
    if draws is not None and not 1 <= draws <= MOST_DRAWS:
        terms.errors.append(RequestError("analysis.draws_between", language, given=draws, most=MOST_DRAWS))
    if not 0 <= seed <= MOST_SEED:
        terms.errors.append(RequestError("analysis.seed_from_zero", language, given=seed))
    return out


def _compared(terms: list[Term], landscape: Landscape, found: Network, draws: int, seed: int) -> dict[str, Any]:
    ids = found.column(landscape.actors["id"])
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    relations = [relation(term, landscape, found, order) for term in terms]
    (x, _), (y, _) = relations[:2]
    answered = _answered(landscape, found, order)
    both = correlation(x, y, draws, seed, answered)
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "x": terms[0].told,
        "y": terms[1].told,
        "r": both.r,
        "p_lower": both.chance.p_lower,
        "p_upper": both.chance.p_upper,
        "p": both.chance.p,
        "draws": draws,
    }
    if len(terms) > 2:
        known = np.logical_and.reduce([known for _, known in relations])
        within = None if answered is None else answered[known]
        told |= _regressed(terms, [one.among(known) for one, _ in relations], draws, seed, within)
        told["left_out"] = {
            term.told: int((~here).sum()) for term, (_, here) in zip(terms, relations, strict=True) if term.of_column
        }
    return told | {
        "seed": seed,
        "actors": x.n,
        "dyads": pairs_of(x.n),
        "response_rate": None if answered is None or not len(answered) else float(answered.mean()),
        "dyads_unanswered": None if answered is None else pairs_of(int((~answered).sum())),
        "ties_x": x.count,
        "ties_y": y.count,
        "common": both.common,
        "common_expected": both.expected,
    }


def _regressed(
    terms: list[Term], relations: list[Relation], draws: int, seed: int, within: Bools | None
) -> dict[str, Any]:
    x, y, *on = relations
    fit = regression(y, [x, *on], draws, seed, within)
    named = [terms[0].told, *(term.told for term in terms[2:])]
    rows = zip(named, fit.b, np.where(np.isfinite(fit.t), fit.t, np.nan), fit.p, strict=True)
    return {
        "coefficients": [{"term": term, "b": b, "t": t, "p": p} for term, b, t, p in rows],
        "intercept": fit.intercept,
        "r_squared": fit.r_squared,
        "coefficients_actors": y.n,
        "coefficients_dyads": pairs_of(y.n),
    }


def _answered(landscape: Landscape, found: Network, order: Int64s) -> Bools | None:
    """Who has answered, in this order: of pairs of two others nobody could name a tie. None without a survey."""
    survey = found.column(landscape.actors["survey"])
    return np.array([word == "answered" for word in survey], dtype=bool)[order] if any(survey) else None
