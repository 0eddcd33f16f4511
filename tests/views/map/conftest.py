"""The map pages that the tests look at, each drawn once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from actor_graph.analysis import Analysis, analyze
from actor_graph.landscape import Landscape
from actor_graph.views.map import draw_map
from tests.views.map import landscapes

TWENTY_FRAMES = """() => new Promise((done) => {
  let left = 20;
  const next = () => (left-- ? requestAnimationFrame(next) : done());
  next();
})"""
LANDSCAPES: dict[str, Callable[[], Landscape]] = {
    "city": landscapes.city,
    "english": lambda: landscapes.city(language="en"),
    "mandate": lambda: landscapes.city(mandate=1),
    "hostile": lambda: landscapes.city(called=[*landscapes.HOSTILE, *landscapes.names(60)]),
    "no_ties": landscapes.without_ties,
    "one_actor": lambda: landscapes.without_ties(1),
    "no_actor": lambda: landscapes.without_ties(0),
    "two_actors": lambda: landscapes.without_ties(2),
    "pair": landscapes.pair,
    "unanswered": landscapes.unanswered,
    "star": landscapes.star,
    "crowded": landscapes.crowded,
    "three_hundred": lambda: landscapes.city(300, circles=13),
    "no_types": lambda: landscapes.city(types=(None,)),
    "forty_types": lambda: landscapes.city(150, types=[f"Art {i}" for i in range(40)], circles=6),
    "long_kinds": lambda: landscapes.city(types=landscapes.LONG_TYPES),
    "bridge": landscapes.bridge,
    "few_answers": lambda: landscapes.city(answers=0.2),
    "under_half": lambda: landscapes.city(answers=0.42),
}


class Maps:
    """Pages by the name of their landscape and their audience, and the analysis that each was drawn from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._drawn: dict[tuple[str, str], tuple[Analysis, Path]] = {}

    def drawn(self, name: str, audience: str = "office") -> tuple[Analysis, Path]:
        """The analysis and the file."""
        key = (name, audience)
        if key not in self._drawn:
            analysis = analyze(LANDSCAPES[name](), audience=audience, draws=100)
            path = self.folder / f"{name}_{audience}.html"
            path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
            self._drawn[key] = (analysis, path)
        return self._drawn[key]

    def figures(self, name: str, audience: str = "office") -> dict[str, Any]:
        """The analysis as JSON."""
        return self.drawn(name, audience)[0].to_dict()

    def text(self, name: str, audience: str = "office") -> str:
        """The file as text, its line ends as they are."""
        return self.drawn(name, audience)[1].read_bytes().decode("utf-8")

    def show(self, page: Page, name: str, audience: str = "office") -> Page:
        """Open the page and wait until its picture stands."""
        page.goto(self.drawn(name, audience)[1].as_uri())
        page.wait_for_selector("html[data-settled=true]", state="attached")
        return page


@pytest.fixture(scope="session")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Maps:
    """All map pages of these tests."""
    return Maps(tmp_path_factory.mktemp("maps"))
