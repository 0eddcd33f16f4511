"""Colors and shapes of the kinds: never twice, told apart by everybody, seen on every ground."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from actor_graph.scheme import TypeSpec
from actor_graph.views.map.looks import PALETTE, PLAIN, SHARED, STEPS, kinds, style_colors
from tests.views.map.landscapes import scheme

GROUNDS = {"light": ("#FFFFFF", "#F6F8FA", "#EEF1F4"), "dark": ("#12161C", "#181E26", "#1C222B")}
# Machado, Oliveira, Fernandes (2009), severity 1.0, for linear RGB.
SEEN = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(color: str) -> np.ndarray:
    parts = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Björn Ottosson's OKLab (2020)."""
    to_lms = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    to_lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return to_lab @ np.cbrt(to_lms @ np.clip(rgb, 0, 1))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", SEEN)
def test_no_two_kinds_look_alike(theme: str, eyes: str) -> None:
    colors = [oklab(SEEN[eyes] @ linear(getattr(look, theme))) for look in (*PALETTE, SHARED)]
    assert min(np.linalg.norm(a - b) for a, b in combinations(colors, 2)) >= 0.07


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_mark_stands_out_from_every_ground(theme: str) -> None:
    assert min(contrast(getattr(look, theme), ground) for look in (*PALETTE, SHARED) for ground in GROUNDS[theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("eyes", SEEN)
def test_no_two_steps_of_a_measure_look_alike(theme: int, eyes: str) -> None:
    nothing = (SHARED.light, SHARED.dark)
    colors = [oklab(SEEN[eyes] @ linear(step[theme])) for step in (*STEPS, nothing)]
    assert min(np.linalg.norm(a - b) for a, b in combinations(colors, 2)) >= 0.07


@pytest.mark.parametrize(("theme", "name"), [(0, "light"), (1, "dark")])
def test_more_of_a_measure_stands_out_more_and_the_least_enough(theme: int, name: str) -> None:
    for ground in GROUNDS[name]:
        contrasts = [contrast(step[theme], ground) for step in STEPS]
        assert contrasts == sorted(contrasts)
        assert contrasts[0] >= 3


def test_the_page_has_each_color_by_name() -> None:
    found = style_colors(kinds(["administration", None], scheme()))
    assert [name for name, _, _ in found if name.startswith("kind")] == ["kind-0", "kind-1"]
    assert ("look-8", SHARED.light, SHARED.dark) in found
    assert ("step-4", *STEPS[4]) in found


def test_no_shape_twice() -> None:
    assert len({look.shape for look in (*PALETTE, SHARED)}) == 9


def test_scheme_decides_then_size() -> None:
    found = kinds(["administration"] * 3 + ["unheard of"] * 5 + [None], scheme())
    assert [(kind.key, kind.look.shape) for kind in found] == [
        ("unheard of", "circle"),
        ("administration", "square"),
        (None, "pill"),
    ]
    assert found[1].labels == {"de": "Verwaltung", "en": "administration"}


def test_larger_of_two_that_want_one_look_keeps_it() -> None:
    named = {"small": TypeSpec(shape="star"), "large": TypeSpec(shape="star", color="#123456")}
    rules = replace(scheme(), types=named)
    found = {kind.key: kind.look for kind in kinds(["small", "large", "large"], rules)}
    assert (found["large"].light, found["large"].shape) == ("#123456", "star")
    assert found["small"].shape != "star"


def test_beyond_eight_the_smallest_share_a_look() -> None:
    found = kinds([f"k{i}" for i in range(12) for _ in range(20 - i)], scheme())
    assert [kind.look.shape == "pill" for kind in found] == [False] * 7 + [True] * 5
    assert len(kinds([f"k{i}" for i in range(8)], scheme())) == len(
        {kind.look for kind in kinds([f"k{i}" for i in range(8)], scheme())}
    )


def test_without_types_there_are_plain_circles() -> None:
    assert [kind.look for kind in kinds([None, None], scheme())] == [PLAIN]
    assert kinds([], scheme()) == []
