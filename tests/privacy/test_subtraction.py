"""Who takes what the public is shown from what it is told is not left with the ties or the circle of one or two.

The attacker here reads the public analysis and its ties, and solves every linear equation that they give.
"""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actor_graph.analysis import analyze
from tests.making import landscape

SCENES = range(60)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory):
    """The analyses of each scene for the office and for the public."""
    return [made(tmp_path_factory.mktemp("scene"), seed) for seed in SCENES]


def made(tmp_path: Path, seed: int):
    """A scene of three to five groups in which few or many keep their ties to themselves, or are not named at all."""
    draw = random.Random(seed)
    n, kinds = draw.randint(14, 44), draw.randint(2, 5)
    named, closed = draw.choice([1.0, 0.95, 0.8]), draw.choice([0.04, 0.1, 0.3])
    actors = ["id,name,type,publish,publish_ties"]
    for i in range(n):
        publish = draw.random() < named
        actors.append(
            f"a{i},Actor {i},T{i % kinds},{'yes' if publish else ''},{'' if draw.random() < closed else 'yes'}"
        )
    blocks = draw.randint(2, 4)
    ties = ["source,target,intensity"] + [
        f"a{i},a{j},{draw.choice(['regular', 'occasional'])}"
        for i in range(n)
        for j in range(i + 1, n)
        if draw.random() < (0.45 if i % blocks == j % blocks else 0.04)
    ]
    town = landscape(tmp_path, "\n".join(actors), "\n".join(ties))
    return analyze(town, draws=19), analyze(town, audience="public", draws=19)


def determined(unknown: list[Any], sums: list[set[Any]]) -> set[Any]:
    """The unknowns that these sums give back, by the row space of their equations."""
    if not unknown or not sums:
        return set()
    matrix = np.array([[float(one in part) for one in unknown] for part in sums])
    rank, one = np.linalg.matrix_rank(matrix), np.eye(len(unknown))
    return {unknown[i] for i in range(len(unknown)) if np.linalg.matrix_rank(np.vstack([matrix, one[i]])) == rank}


def shown_between(document: dict[str, Any], ties: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    kind = [row["type"] for row in document["actors"]]
    return Counter(tuple(sorted((kind[tie["source"]], kind[tie["target"]]))) for tie in ties)


def cells(document: dict[str, Any]) -> dict[tuple[str, str], int | None]:
    types, ties = document["mixing"]["types"], document["mixing"]["ties"]
    return {(types[i], types[j]): ties[i][j] for i, j in combinations_with_replacement(range(len(types)), 2)}


@pytest.mark.parametrize("seed", SCENES)
def test_no_sum_gives_back_the_ties_of_one_or_two(scenes, seed: int) -> None:
    office, public = scenes[seed]
    whole, told = cells(office.to_dict()), cells(public.to_dict())
    document = public.to_dict()
    shown = shown_between(document, public.ties())
    assert all(count >= shown[cell] for cell, count in whole.items())

    open_ends = Counter()
    ids = {row["id"] for place, row in enumerate(document["actors"]) if place not in public.closed()}
    size: Counter[str] = Counter()
    for row in office.to_dict()["actors"]:
        size[row["type"]] += 1
        open_ends[row["type"]] += row["id"] in ids
    keepers = {kind: size[kind] - open_ends[kind] for kind in size}
    secret = {
        cell
        for cell, count in whole.items()
        if (left := count - shown[cell]) and (left < 3 or 0 < sum(keepers[kind] for kind in set(cell)) < 3)
    }

    unknown = [cell for cell, count in told.items() if count is None]
    sums = [set(unknown)]  # the number of ties is told
    if document["network"]["ei_index"] is not None:
        sums += [{cell for cell in unknown if cell[0] == cell[1]}]
    for group in document["groups"]:
        mine = {cell for cell in unknown if group["type"] in cell}
        inside = {cell for cell in mine if cell[0] == cell[1]}
        sized = group["actors"] is not None
        if group["internal_ties"] is not None or (sized and group["internal_density"] is not None):
            sums.append(inside)
        if group["external_ties"] is not None or (sized and group["external_density"] is not None):
            sums.append(mine - inside)
        assert group["ei_index"] is None or not mine
        assert group["average_degree"] is None or not mine
    assert secret <= set(unknown)
    assert not secret & determined(unknown, sums)


@pytest.mark.parametrize("seed", SCENES)
def test_no_sum_gives_back_the_circle_of_one_or_two(scenes, seed: int) -> None:
    office, public = scenes[seed]
    whole, document = office.to_dict()["clusters"], public.to_dict()
    kind = {row["id"]: row["type"] for row in document["actors"]}
    circle = {row["id"]: row["cluster"] for row in document["actors"]}
    unknown, secret = [], set()
    for true, told in zip(whole, document["clusters"], strict=True):
        if told["members"]:
            assert {circle[member] for member in told["members"]} == {told["cluster"]}
        if told["actors"] is None:
            unknown.append(told["cluster"])
        beyond = true["actors"] - len(told["members"])
        if 0 < beyond < 3:
            secret.add(told["cluster"])
        shown = Counter(kind[member] for member in told["members"])
        types = told["types"] or {}
        left = {name: count - shown[name] for name, count in true["types"].items()}
        few = {name for name, count in left.items() if 0 < count < 3}
        assert not few & set(types)
        missing = set(true["types"]) - set(types)
        if told["actors"] is not None and missing:
            rest = sum(left[name] for name in missing)
            assert rest == 0 or rest >= 3
        if missing or told["actors"] is None:
            assert {told[key] for key in ("blau", "iqv", "effective_types", "dominant_share")} == {None}
    assert secret <= set(unknown)
    assert not secret & determined(unknown, [set(unknown)])  # how many are in circles follows from the isolates


def test_these_scenes_hold_such_secrets(scenes) -> None:
    """Else the tests above would prove nothing: in some, one alone keeps its ties; in some, a circle has one beyond."""
    alone = beyond = 0
    for office, public in scenes:
        alone += len(public.closed()) == 1
        pairs = zip(office.to_dict()["clusters"], public.to_dict()["clusters"], strict=True)
        beyond += any(0 < true["actors"] - len(told["members"]) < 3 for true, told in pairs)
    assert alone >= 5
    assert beyond >= 20
