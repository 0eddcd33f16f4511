"""Many questions asked at once: p values adjusted, so that what chance alone brings up is not taken for a finding."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats


def holm(p: Floats) -> Floats:
    """Holm's adjustment for many questions asked at once: nan stays nan and is not counted.

    The i-th smallest of k values becomes the largest of (k − j + 1) · p_(j) over j ≤ i, at most 1. Where only adjusted
    values under 0.05 count as findings, the chance that even one finding is due to chance stays under 5 %.

    Returns
    -------
    From the given p to 1, in the same places.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, np.nan, 0.03]))
    array([0.03, 0.06,  nan, 0.06])

    References
    ----------
    Holm (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.
    """
    adjusted = np.full(len(p), np.nan)
    order = np.argsort(p)[: np.isfinite(p).sum()]
    stepwise = p[order] * np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(1, np.maximum.accumulate(stepwise))
    return adjusted


def benjamini_hochberg(p: Floats) -> Floats:
    """Benjamini and Hochberg's adjustment for many figures of one network: nan stays nan and is not counted.

    The i-th smallest of k values becomes the smallest of k · p_(j) / j over j ≥ i, at most 1. Where only adjusted
    values under 0.05 count as findings, chance has at most a twentieth of the findings, on average. That is proven for
    independent questions and for such that lean the same way; the figures of one network hang together in both
    directions, so that it is a good guide there, no guarantee.

    Returns
    -------
    From the given p to 1, in the same places.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, np.nan, 0.03]))
    array([0.03, 0.04,  nan, 0.04])

    References
    ----------
    Benjamini, Hochberg (1995). Controlling the false discovery rate: a practical and powerful approach to multiple
    testing. Journal of the Royal Statistical Society B 57, 289–300.
    https://doi.org/10.1111/j.2517-6161.1995.tb02031.x . Dependent questions: Benjamini, Yekutieli (2001). The control
    of the false discovery rate in multiple testing under dependency. Annals of Statistics 29, 1165–1188.
    https://doi.org/10.1214/aos/1013699998
    """
    adjusted = np.full(len(p), np.nan)
    order = np.argsort(p)[: np.isfinite(p).sum()]
    stepwise = p[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(1, np.minimum.accumulate(stepwise[::-1])[::-1])
    return adjusted
