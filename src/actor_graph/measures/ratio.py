"""A share of something, undefined where there is nothing to have a share of."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Floats


def ratio(part: npt.NDArray[Any], whole: npt.NDArray[Any]) -> Floats:
    """Divide part by whole, elementwise; nan where the whole is not above 0; a number where both are one.

    Examples
    --------
    >>> ratio(np.array([1, 0]), np.array([2, 0]))
    array([0.5, nan])
    >>> float(ratio(np.array(1), np.array(4)))
    0.25
    """
    answer = np.full(np.shape(whole), np.nan)
    np.divide(part, whole, out=answer, where=np.asarray(whole > 0))
    return answer[()]
