"""What the map says of the feedback round: how many have checked their entry, and to the office who objected."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import actor_graph as ag
from tests.browser import watched
from tests.making import landscape

ACTORS = """
    Kürzel,Name,Rücklauf,geprüft,Widerspruch,veröffentlichen
    a,Amt,geantwortet,2026-05-01,,ja
    b,Bund,geantwortet,2026-05-01,,ja
    c,Chor,geantwortet,2026-05-01,,ja
    d,Dach,geantwortet,,ja,ja
"""
TIES = "von,nach\na,b\nb,c\nc,d\n"


def drawn(where: Path, audience: str, actors: str = ACTORS) -> str:
    town = landscape(where / "town", actors, TIES, "    language: de")
    ag.draw_map(ag.analyze(town, audience=audience, draws=9), where / "map.html")
    return (where / "map.html").as_uri()


@pytest.mark.parametrize(("audience", "of"), [("office", 4), ("participants", 3), ("public", 3)])
def test_about_says_how_many_have_checked_their_entry(browser: Browser, tmp_path: Path, audience: str, of: int) -> None:
    with watched(browser) as page:
        page.goto(f"{drawn(tmp_path, audience)}#about=yes")
        expect(page.locator("#about")).to_contain_text(f"(100 %). 3 von {of} haben ihren Eintrag geprüft.")


def test_about_says_nothing_where_it_may_not_be_told(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as page:
        two = ACTORS.replace("c,Chor,geantwortet,2026-05-01", "c,Chor,geantwortet,")
        page.goto(f"{drawn(tmp_path, 'public', two)}#about=yes")
        expect(page.locator("#about")).to_contain_text("haben geantwortet")
        expect(page.locator("#about")).not_to_contain_text("geprüft")


def test_the_offices_panel_marks_who_objected(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as page:
        page.goto(f"{drawn(tmp_path, 'office')}#actor=d")
        expect(page.get_by_text("Hat dem eigenen Eintrag widersprochen:")).to_be_visible()
        page.goto("about:blank")
        page.goto(f"{(tmp_path / 'map.html').as_uri()}#actor=a")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        expect(page.get_by_text("Hat dem eigenen Eintrag widersprochen:")).to_have_count(0)
