"""The map of what is supposed: it says everywhere that it is not so, and everyone stays where they stand."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.views.map import draw_map
from actor_graph.views.terminal.whatif import print_whatif
from actor_graph.views.whatif import WhatIf, whatif
from actor_graph.views.whatif.told import Told
from tests.browser import watched
from tests.views.map import landscapes
from tests.views.map.test_accessibility import violations


class Drawn:
    """A landscape, what was supposed of it, and the page."""

    def __init__(self, made: WhatIf, path: Path) -> None:
        self.made, self.path = made, path

    def show(self, page: Page, hash_: str = "") -> Page:
        page.goto(self.path.as_uri() + hash_)
        page.wait_for_selector("html[data-settled=true]", state="attached")
        return page


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """A city with an isolate tied, a central actor and a tie taken out."""
    landscape = landscapes.city()
    first = whatif(landscape, remove=["a0"], draws=9).before.to_dict()
    alone = first["not_yet_networked"]["actors"][0]
    central = first["top_dogs"][0]["id"]
    tied = [row["id"] for row in first["actors"] if row["status"] == "networked" and row["id"] != central]
    ids = landscape.actors["id"]
    ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
    a, b = next((ids[a], ids[b]) for a, b in ends if {ids[a], ids[b]} <= set(tied))
    file = tmp_path_factory.mktemp("whatif") / "map.html"
    made = whatif(landscape, file, add=[f"{alone}:{tied[-1]}"], remove=[central, f"{a}:{b}"], draws=9)
    return Drawn(made, file)


def embedded(text: str) -> dict:
    return json.loads(text.split('id="analysis">')[1].split("</script>")[0])


def test_whoever_is_networked_in_both_stands_where_they_stand(drawn: Drawn) -> None:
    before = embedded(draw_map(drawn.made.before))
    after = embedded(drawn.path.read_text("utf-8"))
    was = {row["id"]: row for row in before["actors"] if row["status"] == "networked"}
    both = [row for row in after["actors"] if row["status"] == "networked" and row["id"] in was]
    assert len(both) > 30
    assert [(row["x"], row["y"]) for row in both] == [(was[row["id"]]["x"], was[row["id"]]["y"]) for row in both]


def test_the_data_in_the_page_say_that_they_are_supposed(drawn: Drawn) -> None:
    told = embedded(drawn.path.read_text("utf-8"))
    assert told["hypothetical"] is True
    assert told["note"].startswith("Gedankenspiel, so ist die Landschaft nicht genannt worden.")


def test_title_banner_and_paper_say_it_in_both_languages(page: Page, drawn: Drawn) -> None:
    drawn.show(page)
    expect(page).to_have_title("Was wäre, wenn: Musterstadt: Karte der Akteure")
    expect(page.locator("#banner")).to_contain_text("Gedankenspiel, so ist die Landschaft nicht genannt worden")
    expect(page.locator("#banner")).to_contain_text("1 Verbindung mehr, 1 Verbindung weniger, 1 Akteur weniger")
    expect(page.locator("#subtitle")).to_contain_text("Was wäre, wenn")
    page.emulate_media(media="print")
    expect(page.locator("#paper svg").first).to_contain_text("Gedankenspiel")
    expect(page.locator("#paper .paper-banner").first).to_contain_text("Gedankenspiel")
    page.emulate_media(media="screen")
    page.locator("#language").click()
    expect(page).to_have_title("What if: Musterstadt: map of actors")
    expect(page.locator("#banner")).to_contain_text("Thought experiment, not the landscape as it was named")


def test_the_panel_tells_the_figures_of_python(page: Page, drawn: Drawn) -> None:
    drawn.show(page)
    told = drawn.made.to_dict()
    cells = page.locator(".whatif tr[data-figure=ties] td").all_inner_texts()
    assert cells == [str(told[when]["network"]["ties"]) for when in ("before", "after")]
    outside = page.locator(".whatif tr[data-figure=not_yet_networked] td").all_inner_texts()
    assert [said.split(" ")[0] for said in outside] == [
        str(len(told[when]["not_yet_networked"])) for when in ("before", "after")
    ]
    assert page.locator(".whatif .changed").count() == len(told["changed"]) > 0
    expect(page.locator(".findings-if")).to_have_text("Die Ergebnisse, wenn es so wäre")
    assert page.locator(".plain").count() == 0  # nothing that would be read without the heading above it


def test_the_signs_have_keys_and_a_changed_actor_opens(page: Page, drawn: Drawn) -> None:
    drawn.show(page)
    keys = page.locator("#keys li").all_inner_texts()
    assert keys == [
        "angenommene Verbindung",
        "herausgenommene Verbindung",
        "herausgenommener Akteur",
        "Stand würde sich ändern",
    ]
    page.locator(".whatif .changed button").first.click()
    expect(page.locator("#actor h2")).to_be_visible()


def test_files_that_leave_the_page_are_named_so(page: Page, drawn: Drawn) -> None:
    drawn.show(page, "#view=table")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").first.click()
    assert "Was wäre, wenn" in saved.value.suggested_filename


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, drawn: Drawn, theme: str, size: tuple[int, int]) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        drawn.show(page)
        page.evaluate("document.querySelector('.whatif details summary').click()")
        assert violations(page) == []


def test_an_ordinary_map_has_nothing_of_it(page: Page, drawn: Drawn, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(draw_map(drawn.made.before), "utf-8")
    Drawn(drawn.made, file).show(page)
    expect(page).to_have_title("Musterstadt: Karte der Akteure")
    assert page.locator(".whatif, #keys li").count() == 0


def test_after_a_workshop_nobody_is_marked_and_circles_are_as_before(page: Page, tmp_path: Path) -> None:
    """All who meet would be central by what was supposed: the map does not say what the text withholds."""
    landscape, file = landscapes.city(), tmp_path / "map.html"
    first = whatif(landscape, remove=["a0"], draws=9).before.to_dict()
    networked = [row["id"] for row in first["actors"] if row["status"] == "networked"]
    guests = [*networked[:8], *first["not_yet_networked"]["actors"][:4]]
    made = Drawn(whatif(landscape, file, workshop=guests, draws=9), file)
    told, was = embedded(file.read_text("utf-8")), {row["id"]: row for row in first["actors"]}
    assert all(seen.to_dict()["top_dogs"] for seen in (made.made.before, made.made.after))
    assert (told["top_dogs"], told["without_top_dogs"]) == (None, None)
    assert {row["top_dog"] for row in told["actors"]} == {None}
    assert [(row["id"], row["cluster"]) for row in told["actors"]] == [(id_, was[id_]["cluster"]) for id_ in was]
    assert told["clusters"] == first["clusters"]
    made.show(page)
    assert page.locator("#switch").count() == 0
    assert "zentral" not in page.locator("#legend").inner_text().casefold()
    regions = json.loads(page.locator("#page").text_content() or "")["picture"]["regions"]
    assert {region["circle"] for region in regions} <= {circle["cluster"] for circle in first["clusters"]}


def test_the_terminal_tells_what_needs_no_statistics_and_where_the_rest_is(drawn: Drawn) -> None:
    """Of the figures that differ those that a council knows; the others are counted, by hand from the comparison."""
    told, out = Told(drawn.made, "de"), io.StringIO()
    print_whatif(drawn.made, "de", out)
    said = out.getvalue().split("Zahlen vorher und nachher")[1]
    other = [figure for figure in told.figures() if not figure.same]
    plain = ("ties", "average_degree", "largest", "not_yet_networked", "top_dogs")
    further = [figure for figure in other if figure.key not in plain]
    rows = [line.strip().split("  ")[0] for line in said.splitlines()]
    assert [figure.label in rows for figure in other] == [figure.key in plain for figure in other]
    assert len(further) > 10
    assert f"{len(further)} weitere Zahlen würden sich ändern: auf der Karte" in " ".join(said.split())
