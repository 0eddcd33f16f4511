"""What leaves the page as a picture: PNG and SVG of what is seen, areas and legend included, inert and always light."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
import numpy.typing as npt
import pytest
from defusedxml.ElementTree import fromstring
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 144, 101
BRIGHTNESS = """async ([address, w, h]) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 10 * w, height: 10 * h });
  const ctx = canvas.getContext("2d"), grey = new Array(w * h).fill(0);
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    const x = (at / 4) % canvas.width, y = Math.floor(at / 4 / canvas.width);
    grey[w * Math.floor(y / 10) + Math.floor(x / 10)] += (data[at] + data[at + 1] + data[at + 2]) / 300;
  }
  return grey;
}"""
PLACES = {"legend": (4, 14, 31, 70), "map": (36, 25, 110, 94), "areas": (116, 14, 140, 40)}
"""Left, top, right, lower edge of the parts of the sheet, in tenths of its units."""


def saved(page: Page, place: int) -> tuple[str, bytes]:
    """Name and content of the file behind an entry of the menu."""
    page.click("#export-button")
    with page.expect_download() as download:
        page.locator("#export-list button").nth(place).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def brightness(page: Page, kind: str, content: bytes) -> npt.NDArray[np.float64]:
    """The picture as the browser shows it, in squares of ten units."""
    page.goto("about:blank")
    address = f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
    return np.array(page.evaluate(BRIGHTNESS, [address, WIDTH, HEIGHT])).reshape(HEIGHT, WIDTH)


def words(drawing: Element) -> str:
    """All that stands in a drawing, each line once, without spaces."""
    lines = [text.text or "" for text in drawing.iter(f"{SVG}text") if text.get("aria-hidden") is None]
    return "".join("".join(lines).split())


def called(figures: Mapping[str, Any], *statuses: str) -> list[str]:
    """Names of actors, without legal form and spaces."""
    names = [actor["name"] for actor in figures["actors"] if actor["status"] in statuses]
    return ["".join(name.removesuffix("e. V.").split()) for name in names]


def test_the_picture_shows_map_legend_and_areas(page: Page, maps: Maps) -> None:
    name, content = saved(maps.show(page, "city"), 0)
    assert name == "Musterstadt – Karte 2026-06-30.png"
    assert content.startswith(b"\x89PNG")
    assert [int.from_bytes(content[at : at + 4], "big") for at in (16, 20)] == [2880, 2036]
    expect(page.locator("#aloud")).to_have_text(f"Gespeichert: {name}")
    grey = brightness(page, "image/png", content)
    for place, (left, top, right, bottom) in PLACES.items():
        assert grey[top:bottom, left:right].std() > 5, place


def test_the_drawing_looks_like_the_picture(page: Page, maps: Maps) -> None:
    _, picture = saved(maps.show(page, "city"), 0)
    _, drawing = saved(page, 1)
    apart = np.abs(brightness(page, "image/png", picture) - brightness(page, "image/svg+xml", drawing))
    assert apart.mean() < 2
    assert np.quantile(apart, 0.99) < 30


def test_the_drawing_names_the_areas_and_the_legend(page: Page, maps: Maps) -> None:
    _, content = saved(maps.show(page, "city"), 1)
    written, figures = words(fromstring(content)), maps.figures("city")
    outside = called(figures, "isolated", "fragment", "unknown")
    assert len(outside) > 10
    assert [name for name in outside if name not in written] == []
    for word in ("Migrantenorganisation", "NochnichtvernetztohnegenannteVerbindung", "zentralerAkteur", "umfassend"):
        assert word.removesuffix("ohnegenannteVerbindung") in written
    assert "InternesArbeitsdokument" in written


def test_what_a_filter_hides_is_said_and_gone(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#legend").get_by_label("Verwaltung").uncheck()
    drawing = fromstring(saved(page, 1)[1])
    assert "Gefiltert,hiernichtgezeigt:" in words(drawing)
    hidden = [a for a in maps.figures("city")["actors"] if a["type"] == "administration" and a["status"] == "isolated"]
    assert hidden
    assert all("".join(actor["name"].split()) not in words(drawing) for actor in hidden)


def test_hostile_names_are_text(page: Page, maps: Maps) -> None:
    _, content = saved(maps.show(page, "hostile"), 1)
    drawing = fromstring(content)
    allowed = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "clipPath", "path", "rect", "text")}
    assert {part.tag for part in drawing.iter()} <= allowed
    assert not {key for part in drawing.iter() for key in part.keys() if key.startswith("on") or "href" in key}  # noqa: SIM118
    assert "<!--<script>" in words(drawing)


def test_the_theme_changes_nothing(browser: Browser, maps: Maps) -> None:
    drawings = []
    for theme in ("light", "dark"):
        with watched(browser, color_scheme=theme) as page:
            drawings.append(saved(maps.show(page, "city"), 1)[1])
            ground = "getComputedStyle(document.documentElement).backgroundColor"
            assert (page.evaluate(ground) == "rgb(255, 255, 255)") is (theme == "light")
    assert drawings[0] == drawings[1]


def test_participants_get_further_actors_by_name_alone(page: Page, maps: Maps) -> None:
    written = words(fromstring(saved(maps.show(page, "city", "participants"), 1)[1]))
    assert "WeitereAkteurederErhebung" in written
    assert not [word for word in ("vernetzt", "Rückmeldung", "zentral", "einseitig") if word in written]


@pytest.mark.parametrize(
    "name", ["no_ties", "one_actor", "no_actor", "pair", "three_hundred", "forty_types", "no_types"]
)
def test_every_landscape_has_a_sheet(page: Page, maps: Maps, name: str) -> None:
    drawing = fromstring(saved(maps.show(page, name), 1)[1])
    assert not [
        value for part in drawing.iter() for value in part.attrib.values() if "NaN" in value or "undefined" in value
    ]
    assert "Musterstadt" in words(drawing)


def test_the_menu_by_keyboard(page: Page, maps: Maps) -> None:
    button = maps.show(page, "city").locator("#export-button")
    button.focus()
    page.keyboard.press("ArrowDown")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Bild (PNG)")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(page.locator("#export-list")).to_be_hidden()


def test_the_table_leaves_as_csv(page: Page, maps: Maps) -> None:
    name, content = saved(maps.show(page, "city"), 2)
    assert name == "Musterstadt – Tabelle 2026-06-30.csv"
    assert content.decode("utf-8-sig").count("\r\n") == 1 + len(maps.figures("city")["actors"])


def test_a_fingertip_finds_the_menu(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}) as page:
        maps.show(page, "city").click("#export-button")
        for control in page.locator("#export button").all():
            box = control.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
