"""The choice as an integer program: a number for each group of candidates, and what can be counted on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from actor_graph.advice.invitation.demands import Row, counted
from actor_graph.advice.invitation.model import Model
from actor_graph.measures.graph import Floats, Int64s

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FOREVER = float("inf")
"""Seconds without an end."""
TOLERANCE = 1e-6
"""What a solver in floating point may be off a whole number; nothing it says is taken without a check in integers."""
Goal = Literal["kept", "types", "clusters", "reached"]


class Answer(NamedTuple):
    """What a solver found."""

    proven: bool
    """Whether the search came to its end: the list is the best, or there is none."""
    invited: tuple[int, ...] | None
    """The list, by position."""
    bound: float
    """No list has more; of no meaning where none was found and that is proven."""


class Program:
    """Lists of a model as points of an integer program, in which goals are maximized and kept.

    Variables are, in this order: how many of each group of candidates are invited (whole numbers), then whether a type,
    a cluster, or a neighborhood has somebody invited. The latter need no whole numbers: each is at most the number of
    its invited and at most 1, and only wished to be large.

    Parameters
    ----------
    model : the choice.
    rows : what has to hold.
    merged : candidates who are alike in every row, type and cluster are one group; else everybody is a group of one.
    alike : further weights that groups have to be alike in.
    reach : with the neighborhoods, those that are the same set of candidates only once, weighted by how many they are.
    """

    def __init__(
        self,
        model: Model,
        rows: Iterable[Row],
        *,
        merged: bool = False,
        alike: Iterable[Int64s] = (),
        reach: bool = False,
    ) -> None:
        from scipy.sparse import csr_array

        self.model, held = model, tuple(rows)
        kept = counted(model, model.earlier)
        sets = [counted(model, members) for members in (*model.types, *model.circles)]
        table = np.array([*alike, *(row.weight for row in held), kept, *sets], dtype=np.int64)
        self.group = _groups(table) if merged else np.arange(len(kept))
        self.size = np.bincount(self.group)
        self.first = np.unique(self.group, return_index=True)[1]
        if reach and merged:
            raise ValueError("who is alike in the rules is not alike in whom it reaches")
        none = csr_array((0, len(self.size)), dtype=np.int64), np.zeros(0, dtype=np.int64)
        hoods, weight = _neighborhoods(model) if reach else none
        self._seen = len(sets) + len(weight)
        self._blocks, self._low = _linked(table[len(table) - len(sets) :, self.first], hoods)
        self._goals = _goals(kept[self.first], len(model.types), len(model.circles), weight)
        if held:
            weights = np.array([self.on_groups(row.weight) for row in held])
            self._blocks.append(csr_array(weights))
            self._low.append(np.array([row.least for row in held]))

    def on_groups(self, weight: Int64s) -> Int64s:
        """A weight per candidate, equal within each group, as one per variable."""
        return np.concatenate([weight[self.first], np.zeros(self._seen, dtype=np.int64)])

    def goal(self, name: Goal) -> Int64s:
        """What a goal counts, as a weight per variable."""
        return self._goals[name]

    @property
    def invited(self) -> Int64s:
        """How many are invited, as a weight per variable."""
        return self.on_groups(np.ones(len(self.group), dtype=np.int64))

    def demand(self, weight: Int64s, least: int) -> None:
        """Keep only lists for which these weights sum up to at least this."""
        from scipy.sparse import csr_array

        self._blocks.append(csr_array(weight[None, :]))
        self._low.append(np.array([least]))

    def best(self, weight: Int64s, seconds: float, allowed: Int64s | None = None, least: int | None = None) -> Answer:
        """The list with the greatest sum of weights, and at least ``least``, with ``allowed`` at most of each group.

        Goals are whole numbers and the gap is 0 (HiGHS' own 1e-4 gives wrong optima), so what is proven is the best.
        """
        return self._solved(weight, *self._matrix(weight, least), seconds, allowed)

    def any_with(self, weight: Int64s, least: int, seconds: float, allowed: Int64s | None = None) -> Answer:
        """Some list with at least this sum of weights: without a goal it is proven sooner that there is none."""
        return self._solved(np.zeros_like(weight), *self._matrix(weight, least), seconds, allowed)

    def _solved(self, weight: Int64s, matrix: csr_array, low: Floats, seconds: float, allowed: Int64s | None) -> Answer:
        from scipy.optimize import Bounds, LinearConstraint, milp

        if not len(weight):
            return Answer(True, () if (low <= 0).all() else None, 0)
        whole = np.concatenate([np.ones(len(self.size)), np.zeros(self._seen)])
        options: dict[str, Any] = {"mip_rel_gap": 0}
        if seconds < FOREVER:
            options["time_limit"] = max(seconds, 0.01)
        found = milp(
            -weight.astype(float),
            integrality=whole,
            bounds=Bounds(0, self._upper(allowed)),
            constraints=LinearConstraint(matrix, low, np.inf),
            options=options,
        )
        dual = found.mip_dual_bound
        bound = float("inf") if dual is None or not np.isfinite(dual) else -float(dual)
        if found.status not in (0, 1, 2):
            raise ArithmeticError(f"HiGHS gave up: {found.message}")
        listed = None if found.x is None else self._listed(np.rint(found.x[: len(self.size)]).astype(np.int64))
        return Answer(found.status != 1, listed, bound)

    def relaxed(self, weight: Int64s, allowed: Int64s | None = None) -> tuple[float, Floats]:
        """The greatest sum where parts of an actor could be invited, and what inviting each group costs of it at least.

        A list that invites a group at cost d has at most that sum less d. −inf where not even parts can be invited.
        """
        from scipy.optimize import linprog

        if not len(weight):
            return 0.0, np.zeros(0)
        matrix, low = self._matrix()
        upper = self._upper(allowed)
        bounds = np.column_stack([np.zeros(len(upper)), upper])
        found = linprog(-weight.astype(float), A_ub=-matrix, b_ub=-low, bounds=bounds, method="highs")
        if found.status == 2:
            return float("-inf"), np.zeros(len(self.size))
        if found.status != 0:
            return float("inf"), np.zeros(len(self.size))
        return -float(found.fun), np.maximum(found.lower.marginals[: len(self.size)], 0)

    def _matrix(self, weight: Int64s | None = None, least: int | None = None) -> tuple[csr_array, Floats]:
        """All rows, stacked anew only where some were added, and perhaps one more."""
        from scipy.sparse import csr_array, vstack

        if len(self._blocks) > 1:
            self._blocks = [vstack(self._blocks, format="csr")]
            self._low = [np.concatenate(self._low)]
        matrix, low = self._blocks[0], self._low[0].astype(float)
        if weight is None or least is None:
            return matrix, low
        return vstack([matrix, csr_array(weight[None, :])], format="csr"), np.append(low, least)

    def _upper(self, allowed: Int64s | None) -> Floats:
        return np.concatenate([self.size if allowed is None else allowed, np.ones(self._seen)]).astype(float)

    def _listed(self, numbers: Int64s) -> tuple[int, ...]:
        """The list that invites so many of each group, the first ones in the input."""
        order = np.argsort(self.group, kind="stable")
        start = np.concatenate([[0], np.cumsum(self.size)[:-1]])
        chosen = [order[start[group] : start[group] + number] for group, number in enumerate(numbers) if number]
        return tuple(sorted(self.model.candidates[i] for part in chosen for i in part.tolist()))


def _groups(alike: Int64s) -> Int64s:
    """A number for each column, the same for equal ones, by first place."""
    seen: dict[bytes, int] = {}
    return np.array([seen.setdefault(column.tobytes(), len(seen)) for column in alike.T.copy()], dtype=np.int64)


def _neighborhoods(model: Model) -> tuple[csr_array, Int64s]:
    """The different sets of candidates by whom an actor is reached, and how many actors each set is for."""
    from scipy.sparse import csr_array

    place = {actor: i for i, actor in enumerate(model.candidates)}
    times: dict[frozenset[int], int] = {}
    for around in model.reach:
        inside = frozenset(place[actor] for actor in around if actor in place)
        if inside:
            times[inside] = times.get(inside, 0) + 1
    at = [(row, i) for row, inside in enumerate(times) for i in sorted(inside)]
    rows, columns = np.array(at, dtype=np.int64).reshape(-1, 2).T
    ones = np.ones(len(at), dtype=np.int64)
    return csr_array((ones, (rows, columns)), (len(times), len(place))), np.array(list(times.values()), dtype=np.int64)


def _linked(sets: Int64s, hoods: csr_array) -> tuple[list[csr_array], list[Int64s]]:
    """The rows by which a type, cluster or neighborhood counts only where somebody of it is invited."""
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    inside = vstack([csr_array(sets), hoods], format="csr")
    seen = inside.shape[0]
    return [hstack([inside, -eye_array(seen, format="csr")], format="csr")], [np.zeros(seen, dtype=np.int64)]


def _goals(kept: Int64s, types: int, clusters: int, hoods: Int64s) -> dict[Goal, Int64s]:
    """The weights of each goal over all variables."""
    parts = {"types": np.ones(types), "clusters": np.ones(clusters), "reached": hoods}
    empty = {name: np.zeros(len(part)) for name, part in parts.items()}
    found: dict[Goal, Int64s] = {"kept": np.concatenate([kept, *empty.values()]).astype(np.int64)}
    for name in ("types", "clusters", "reached"):
        weights = empty | {name: parts[name]}
        found[name] = np.concatenate([0 * kept, *weights.values()]).astype(np.int64)
    return found
