"""The figures circle by circle: who is in it, and is it of one kind or of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import chance, composition

Words = Sequence[Sequence[str]] | None


def circle_figures(scene: Scene, words: Words) -> list[dict[str, Any]]:
    """One mapping per circle, by size; nan where undefined. Members are given by place.

    ``words`` are the fields and offers of each actor, None where the landscape has neither column.
    """
    limits, kinds = scene.scheme.thresholds, len(scene.types)
    counts = composition.type_counts(scene.circles, scene.labels, kinds)
    sizes = np.bincount(scene.circles[scene.circles >= 0], minlength=len(counts))
    judged = composition.composition(
        counts,
        sizes,
        homogeneous=limits.homogeneous,
        heterogeneous=limits.heterogeneous,
        typed_members=limits.typed_members,
        typed_share=limits.typed_share,
    )
    members = [np.flatnonzero(scene.circles == c).tolist() for c in range(len(counts))]
    columns: dict[str, Iterable[Any]] = {
        "cluster": range(1, len(counts) + 1),
        "actors": sizes.tolist(),
        "members": members,
        **_shares(scene, counts),
        "blau": composition.blau(counts),
        "iqv": composition.iqv(counts, kinds),
        "effective_types": composition.effective_types(counts),
        "composition": judged,
        **_chances(scene),
        **_competences(members, words),
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _shares(scene: Scene, counts: Any) -> dict[str, Any]:
    first, share = composition.dominant(counts)
    return {
        "types": [_by_number(scene.types, row) for row in counts.tolist()],
        "dominant_type": [scene.types[t] if t >= 0 else None for t in first.tolist()],
        "dominant_share": share,
    }


def _by_number(types: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    order = sorted((t for t, count in enumerate(counts) if count), key=lambda t: (-counts[t], types[t]))
    return {types[t]: counts[t] for t in order}


def _chances(scene: Scene) -> dict[str, Any]:
    limits = scene.scheme.thresholds
    dealt = chance.composition_chance(
        scene.circles,
        scene.labels,
        scene.draws,
        scene.seed,
        scene.ids,
        typed_members=limits.typed_members,
        typed_share=limits.typed_share,
    )
    return {field.name: getattr(dealt, field.name) for field in fields(dealt)}


def _competences(members: list[list[int]], words: Words) -> dict[str, Any]:
    if words is None:
        return {"competences": [None] * len(members), "competences_of_one": [None] * len(members)}
    pairs = [composition.competences([words[i] for i in inside]) for inside in members]
    return {"competences": [united for united, _ in pairs], "competences_of_one": [most for _, most in pairs]}
