"""What a city has beyond chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.privacy.beside_chance import is_clear

Told = Mapping[str, Any]


def excess_of(chance: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What each figure has beyond chance: observed − expected, and the null's band, as far from what is expected.

    A value outside of ``low`` … ``high`` lies beyond 95 % of the random scenes, by itself; ``clear`` says whether it
    is beyond chance after adjustment for all figures of the model, too. All are in the units of the figure; the
    E-I index is comparable in its rescaled form, which is drawn with the others. None where the model fixes the figure,
    or it is undefined.
    """
    return {
        model: {name: None if told is None else _beyond(told) for name, told in figures.items()}
        for model, figures in chance.items()
    }


def _beyond(told: Told) -> dict[str, Any] | None:
    at, expected = told.get("compared", told["observed"]), told["expected"]
    if at is None or expected is None:
        return None
    clear = told["clear"] if "clear" in told else is_clear(told)
    return {"value": at - expected, "low": told["low"] - expected, "high": told["high"] - expected, "clear": clear}
