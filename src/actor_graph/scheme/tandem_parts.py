"""What the parts of a tandem's score weigh: the block ``tandems`` of a scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

MOST = 1000
"""No part weighs more than this, so that sums over a whole landscape stay exact in the solver."""
_POINTS = re.compile(r"[+\-−]?\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TandemWeights:
    """The points of each part of a score, exact; see ``configs/default.yaml`` for what each means."""

    needs: Fraction = Fraction(3)
    both_ways: Fraction = Fraction(2)
    fields: Fraction = Fraction(1)
    fields_most: Fraction = Fraction(3)
    language_or_country: Fraction = Fraction(1)
    place: Fraction = Fraction(1)
    introducer: Fraction = Fraction(2)
    not_yet_networked: Fraction = Fraction(2)
    central: Fraction = Fraction(-2)


def points(text: str) -> Fraction:
    """Points from text, with decimal point or comma, at most two digits behind it, between -1000 and 1000.

    >>> points("1,5"), points("-2")
    (Fraction(3, 2), Fraction(-2, 1))
    """
    if not _POINTS.fullmatch(text.strip()):
        raise ValueError("no points")
    value = Fraction(text.strip().replace(",", ".").replace("−", "-"))
    if abs(value) > MOST:
        raise ValueError("no points")
    return value


def tandem_weights(given: Mapping[str, Any]) -> TandemWeights:
    """The weights that a merged and checked scheme gives; the shipped one where it says nothing."""
    return TandemWeights(**{f.name: points(given[f.name]) for f in fields(TandemWeights) if given.get(f.name)})
