"""A figure beside the values that a null model gives, in the terms of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from actor_graph.measures.adjusting import benjamini_hochberg
from actor_graph.measures.chance import TOLERANCE, Chance
from actor_graph.measures.graph import Floats

NAN = float("nan")


@dataclass(frozen=True)
class Compared:
    """One figure beside one null model.

    Attributes
    ----------
    observed
        The figure itself.
    expected, sd, low, high
        Mean, standard deviation (n − 1), 2.5 % and 97.5 % quantile (linear) of the draws.
    z
        (observed − expected) / sd; nan where all draws agree. It grows with the size of a scene: never compared.
    p_lower, p_upper
        (b + 1) / (r + 1), b the draws as low or lower, as high or higher (ties within 1e-9 counted on both sides).
    p, p_adjusted
        Twice the smaller of both, at most 1; after Benjamini and Hochberg over all figures beside the same null.
    undefined
        Draws without such a figure; they are left out.
    constant
        All draws agree; z is nan. p is 1 only where the figure agrees with them, too: else they speak against chance.
    compared
        What was compared in the place of ``observed``, where that was found by a longer search than the draws got; None
        where they are the same.
    """

    observed: float
    expected: float
    sd: float
    low: float
    high: float
    z: float
    p_lower: float
    p_upper: float
    p: float
    p_adjusted: float
    undefined: int
    constant: bool
    compared: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The comparison as the document has it; ``compared`` only where it differs."""
        told = dict(vars(self))
        if self.compared is None:
            del told["compared"]
        return told


def compared(observed: float, draws: Floats, instead: float | None = None) -> Compared:
    """Lay a figure beside draws (nan: undefined there).

    Parameters
    ----------
    observed : the figure.
    draws : the same figure of each draw.
    instead : what stands in for the observed one in all comparisons, found in the same way as in the draws.

    Returns
    -------
    All nan but ``observed`` where no draw has such a figure; z and p nan where the observed one is undefined.

    Examples
    --------
    >>> found = compared(4.0, np.array([1.0, 2.0, 3.0, np.nan]))
    >>> found.expected, found.sd, found.z, found.p_lower, found.p_upper, found.p, found.undefined
    (2.0, 1.0, 2.0, 1.0, 0.25, 0.5, 1)

    Where all draws agree with the figure, chance says nothing:

    >>> found = compared(2.0, np.array([2.0, 2.0]))
    >>> found.sd, found.z, found.p, found.constant
    (0.0, nan, 1.0, True)

    Where they agree with one another and the figure is another, chance hardly gives it:

    >>> found = compared(3.0, np.full(999, 2.0))
    >>> found.z, found.p, found.constant
    (nan, 0.002, True)
    """
    known, at = draws[np.isfinite(draws)], observed if instead is None else instead
    if not len(known):
        return Compared(observed, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, len(draws), False, instead)
    constant = bool(np.ptp(known) <= TOLERANCE)
    chance = Chance(at, known)
    sd = 0.0 if constant else float(known.std(ddof=1))
    low, high = np.quantile(known, [0.025, 0.975]).tolist()
    mean = float(known.mean())
    z = NAN if constant else (at - mean) / sd
    tails = chance.p_lower, chance.p_upper
    return Compared(observed, mean, sd, low, high, z, *tails, chance.p, NAN, len(draws) - len(known), constant, instead)


def adjusted(figures: Mapping[str, Compared | None]) -> dict[str, Compared | None]:
    """The same with p adjusted over all that were asked beside one null model."""
    asked = {name: found for name, found in figures.items() if found is not None}
    p = benjamini_hochberg(np.array([found.p for found in asked.values()], dtype=np.float64))
    done = {name: replace(found, p_adjusted=float(q)) for (name, found), q in zip(asked.items(), p, strict=True)}
    return {name: done.get(name) for name in figures}
