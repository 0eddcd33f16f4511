"""One kind alone: nothing to compare with chance, and no circle is told apart by what it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.views.map import landscapes


@pytest.mark.parametrize(("kinds", "told"), [(1, False), (8, True)])
def test_one_kind_has_neither_line_of_chance_nor_composition(
    page: Page, tmp_path: Path, kinds: int, told: bool
) -> None:
    analysis = analyze(landscapes.city(types=landscapes.TYPES[:kinds]), draws=99)
    path = tmp_path / "map.html"
    path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    expect(page.locator(".finding.chance")).to_have_count(1)
    assert (page.locator(".finding.chance .chance-line").count() == 1) is told
    page.emulate_media(media="print")
    page.wait_for_selector("#paper svg")
    words = page.locator(".paper-sheet text").all_text_contents()
    assert any(word in ("homogen", "gemischt", "heterogen") for word in words) is told
