"""A kind has one mark in all maps of a landscape, and no legend names one of which its readers see nobody."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.views.map import draw_map
from tests.views.map import landscapes

PAGE = re.compile(r'<script type="application/json" id="page">(.*?)</script>', re.DOTALL)
COLOR = re.compile(r"--kind-(\d+):\s*(#\w+)")
SIZES = {"Chor": 9, "Werkstatt": 7, "Bühne": 5, "Garten": 4}


def town(sizes: dict[str, int] | None = None, *, silent: str = "Chor") -> Landscape:
    """A ring of actors of made-up kinds; nobody of the kind ``silent`` is published, and half of the Werkstatt."""
    types = [kind for kind, size in (sizes or SIZES).items() for _ in range(size)]
    n = len(types)
    open_ = [kind != silent and not (kind == "Werkstatt" and i % 2) for i, kind in enumerate(types)]
    actors = landscapes.table(
        id=[f"a{i}" for i in range(n)], name=landscapes.names(n), type=[(kind,) for kind in types],
        publish=open_, publish_ties=open_, survey=["answered"] * n,
    )  # fmt: skip
    ties = landscapes.table(source=list(range(n)), target=[(i + 1) % n for i in range(n)], reported_by=[()] * n)
    return landscapes.landscape(actors, ties)


def marks(text: str) -> dict[str | None, tuple[str, list[str]]]:
    """Shape and colors (light, dark, as often as the page states them) of each kind of a page."""
    found = PAGE.search(text)
    assert found is not None
    kinds: list[dict[str, Any]] = json.loads(found.group(1))["kinds"]
    colors = [[color for at, color in COLOR.findall(text) if int(at) == place] for place in range(len(kinds))]
    assert all(colors)
    return {kind["key"]: (kind["shape"], own) for kind, own in zip(kinds, colors, strict=True)}


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_what_an_audience_sees_looks_as_in_the_office(audience: str) -> None:
    seen = {who: draw_map(analyze(town(), audience=who, draws=9)) for who in ("office", audience)}
    office, other = marks(seen["office"]), marks(seen[audience])
    assert [office[kind][0] for kind in SIZES] == ["circle", "triangle", "square", "diamond"]
    assert set(other) == set(SIZES) - ({"Chor"} if audience == "public" else set())
    assert {kind: office[kind] for kind in other} == other


def test_a_kind_that_shares_a_look_shares_it_for_all() -> None:
    sizes = {f"Art {i:02}": 24 - i for i in range(12)}
    office, public = (marks(draw_map(analyze(town(sizes, silent="Art 00"), audience=who, draws=9)))
                      for who in ("office", "public"))  # fmt: skip
    assert office["Art 09"][0] == public["Art 09"][0] == "pill"
    assert {kind: office[kind] for kind in public} == public
