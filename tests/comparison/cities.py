"""Cities for the tests of comparisons: drawn ones of known make, and the folders that hold them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from actor_graph.measures.graph import Graph


def drawn(n: int, m: int, seed: int) -> Graph:
    """A graph drawn uniformly among those of n actors and m ties."""
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(n, 1)
    chosen = rng.choice(len(first), m, replace=False)
    return Graph.from_ties(n, first[chosen], second[chosen])


def folder(where: Path, n: int = 12, m: int = 16, seed: int = 1, *, name: str = "", types: int = 3) -> Path:
    """The folder of a drawn city; every third actor has not answered."""
    where.mkdir(parents=True)
    words = ["answered", "answered", "no answer"]
    rows = [f"a{i},Actor {i} of {where.name},t{i % types},{words[i % 3]}" for i in range(n)]
    (where / "actors.csv").write_text("\n".join(["id,name,type,survey", *rows]) + "\n", "utf-8")
    u, v, _ = drawn(n, m, seed).ties()
    ties = [f"a{a},a{b}" for a, b in zip(u.tolist(), v.tolist(), strict=True)]
    (where / "ties.csv").write_text("\n".join(["source,target", *ties]) + "\n", "utf-8")
    (where / "landscape.yaml").write_text(f"name: {name or where.name}\n", "utf-8")
    return where


def several(where: Path, count: int, **options: int) -> list[Path]:
    """So many cities, each another."""
    return [folder(where / f"city{i}", n=10 + i, m=14 + i, seed=i, **options) for i in range(count)]
