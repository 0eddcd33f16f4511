"""What the panel says of one actor, in the example city, for each audience."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import actor_graph
from tests.material import ROOT


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_a_hub_by_mandate_opens_for_everybody_and_is_marked_for_the_office(
    page: Page, tmp_path: Path, audience: str
) -> None:
    read = actor_graph.read(ROOT / "examples" / "musterstadt")
    actor_graph.draw_map(read, tmp_path / "map.html", audience=audience, draws=19)
    page.goto((tmp_path / "map.html").as_uri())
    page.get_by_role("searchbox").fill("Koordinierungsstelle")
    page.get_by_role("searchbox").press("Enter")
    panel = page.get_by_role("region", name="Akteur")
    expect(panel.get_by_role("heading").first).to_contain_text("Koordinierungsstelle")
    assert ("Auftrag" in panel.inner_text()) == (audience == "office")


def test_every_type_of_an_actor_has_its_label(page: Page, tmp_path: Path) -> None:
    read = actor_graph.read(ROOT / "examples" / "musterstadt")
    actor_graph.draw_map(read, tmp_path / "map.html", draws=19)
    page.goto((tmp_path / "map.html").as_uri())
    page.get_by_role("searchbox").fill("Haus der Kulturen")
    page.get_by_role("searchbox").press("Enter")
    panel = page.get_by_role("region", name="Akteur")
    expect(panel).to_contain_text("Migrantenorganisation, Dachverband")
    expect(panel).not_to_contain_text("umbrella")
