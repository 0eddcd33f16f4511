"""The figures circle by circle: who is in it, and is it of one kind or of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import chance, composition

Words = Sequence[Sequence[str]] | None


def circle_figures(scene: Scene, words: Words) -> list[dict[str, Any]]:
    """One mapping per circle, by size; nan where undefined. Members are given by place.

    ``words`` are the fields and offers of each actor, None where the landscape has neither column.
    """
    kinds = len(set(scene.labels[scene.typed].tolist()))
    counts = _counts(scene)
    sizes = np.bincount(scene.circles[scene.circles >= 0], minlength=len(counts))
    judged = [_judged(scene, row, size, kinds) for row, size in zip(counts, sizes, strict=True)]
    chances = _chances(scene, judged, kinds)
    return [
        {
            "cluster": c + 1,
            "actors": int(sizes[c]),
            "members": np.flatnonzero(scene.circles == c).tolist(),
            **_shares(scene, counts[c]),
            "blau": composition.blau(counts[c]),
            "iqv": composition.iqv(counts[c], kinds),
            "effective_types": composition.effective_types(counts[c]),
            "composition": judged[c],
            **{key: values[c] for key, values in chances.items()},
            **_competences(np.flatnonzero(scene.circles == c).tolist(), words),
        }
        for c in range(len(counts))
    ]


def _counts(scene: Scene) -> np.ndarray[Any, np.dtype[np.int64]]:
    circles = int(scene.circles.max(initial=-1)) + 1
    counts = np.zeros((circles, len(scene.types)), dtype=np.int64)
    inside = (scene.circles >= 0) & scene.typed
    np.add.at(counts, (scene.circles[inside], scene.labels[inside]), 1)
    return counts


def _judged(scene: Scene, counts: Any, size: int, kinds: int) -> str | None:
    return composition.composition(counts, int(size), kinds, scene.scheme.thresholds)


def _shares(scene: Scene, counts: Any) -> dict[str, Any]:
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda t: (-counts[t], scene.types[t]))
    return {
        "types": {scene.types[t]: int(counts[t]) for t in order},
        "dominant_type": scene.types[order[0]] if order else None,
        "dominant_share": float(counts[order[0]] / counts.sum()) if order else float("nan"),
    }


def _chances(scene: Scene, judged: Sequence[str | None], kinds: int) -> dict[str, Any]:
    alike, unlike = chance.composition_chance(scene.circles, scene.labels, draws=scene.draws, seed=scene.seed)
    unjudged = np.array([word is None or kinds < 2 for word in judged], dtype=bool)
    p = np.array([np.where(unjudged, np.nan, alike), np.where(unjudged, np.nan, unlike)])
    adjusted = chance.holm(p.ravel()).reshape(p.shape)
    names = ("p_homogeneous", "p_heterogeneous", "p_homogeneous_adjusted", "p_heterogeneous_adjusted")
    return dict(zip(names, (*p, *adjusted), strict=True))


def _competences(members: list[int], words: Words) -> dict[str, int | None]:
    if words is None:
        return {"competences": None, "competences_of_one": None}
    united, most = composition.competences([words[i] for i in members])
    return {"competences": united, "competences_of_one": most}
