"""The table as CSV: what it shows, in its order, byte for byte as spreadsheets want it, and harmless in them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.analysis import analyze
from actor_graph.analysis.files import tables
from actor_graph.views.map import draw_map
from actor_graph.words import Language, say
from actor_graph.writing.tables import csv_text
from tests.browser import watched
from tests.views.map import landscapes
from tests.views.map.conftest import Maps
from tests.views.map.test_legend import box, names_in_table

NAMES = [
    "=1+1", "+49 351", "-Chor", "@Forum", "\t=2*3", "  =Raum", 'Verein "Mut"', "A; B", "A, B", "Zeile 1\nZeile 2",
    "a\u202eb", "Ökumene", "جمعية", "'Apostroph", "\ufeff=X", "=HYPERLINK(\"http://x\")", "–Strich", "\r\n=Y",
    "＝1+1", "＋1", "－1", "＠x", "a;=1+1;b", "a,=1+1,b", 'a;"=1+1;b', "a\n=1+1\nb", "Hilfe, -beratung", "'=1",
]  # fmt: skip


def saved(page: Page, button: str = "Tabelle als CSV") -> tuple[str, bytes]:
    """The file that the link over the table hands out: name and bytes."""
    with page.expect_download() as download:
        page.locator("#table-bar").get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows(data: bytes, delimiter: str = ";") -> list[list[str]]:
    """The cells, as Python's csv reads them."""
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def unrounded(cell: str) -> float | None:
    return float(cell.replace(",", ".")) if cell else None


def hostile(folder: Path, language: str = "de") -> str:
    """A ring of actors whose names would do harm in a spreadsheet."""
    n = len(NAMES)
    actors = landscapes.table(
        id=[f"a{i}" for i in range(n)], name=NAMES, type=[("school",)] * n, survey=["answered"] * n,
        offers=[("=1", "a;b") if i % 2 else () for i in range(n)],
    )  # fmt: skip
    ties = landscapes.table(source=list(range(n)), target=[(i + 1) % n for i in range(n)], reported_by=[()] * n)
    path = folder / "hostile.html"
    drawn = draw_map(analyze(landscapes.landscape(actors, ties), draws=2), language=language)  # type: ignore[arg-type]
    path.write_text(drawn, encoding="utf-8", newline="\n")
    return path.as_uri()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


@pytest.mark.parametrize("language", ["de", "en"])
def test_harmful_names_are_written_as_the_command_writes_them(page: Page, tmp_path: Path, language: str) -> None:
    opened(page, hostile(tmp_path, language) + "#view=table&sort=actor%7Cup&columns=offers")
    word = {"de": ("Tabelle als CSV", "Akteur", "Bietet"), "en": ("Table as CSV", "Actor", "Offers")}[language]
    _, data = saved(page, word[0])
    written = {line[0]: line for line in rows(data, ";" if language == "de" else ",")[1:]}
    figures = [{word[1]: name, word[2]: ["=1", "a;b"] if i % 2 else None} for i, name in enumerate(NAMES)]
    by_command = csv_text(figures, language)  # type: ignore[arg-type]
    expected = rows(by_command.encode("utf-8"), ";" if language == "de" else ",")
    assert expected[0] == list(word[1:])
    assert sorted(written.values()) == sorted(expected[1:])
    assert set(data.decode("utf-8").split("\r\n")) == set(by_command.split("\r\n"))
    plain = ("'=1+1", "'+49 351", "'-Chor", "'@Forum", "' =2*3", "'  =Raum", "'＝1+1", "'＠x", "''=1")
    for name in (*plain, "'\n'=Y", "a\n'=1+1\nb"):
        assert name in written
    assert ("a,'=1+1,b" if language == "de" else "a;'=1+1;b") in written
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for line in written.values() for cell in line)


def test_german_and_english_differ_as_their_spreadsheets_do(page: Page, maps: Maps) -> None:
    actors = {actor["name"]: actor for actor in maps.figures("city")["actors"]}
    opened(page, f"{maps.drawn('city')[1].as_uri()}#view=table&columns=ties%7Cways%7Charmonic")
    name, german = saved(page)
    assert name == "Musterstadt – Tabelle 2026-06-30.csv"
    assert german.startswith(b"\xef\xbb\xbf")
    assert german.endswith(b"\r\n")
    assert b"\n" not in german.replace(b"\r\n", b"")
    lines = rows(german)
    assert lines[0] == ["Akteur", "Verbindungen", "Wege", "Nähe"]
    assert len(lines) == 71
    for line in lines[1:]:
        actor = actors[line[0]]
        unknown = actor["status"] == "unknown" and not actor["degree"]
        assert line[1] == ("" if unknown else str(actor["degree"]))
        for cell, key in ((line[2], "betweenness"), (line[3], "harmonic")):
            assert "." not in cell
            assert (float(cell.replace(",", ".")) if cell else None) == (None if unknown else actor[key])
    page.locator("#language").click()
    name, english = saved(page, "Table as CSV")
    assert name == "Musterstadt – Table 2026-06-30.csv"
    assert english.startswith(b"\xef\xbb\xbf")
    lines = rows(english, ",")
    assert lines[0] == ["Actor", "Ties", "Ways", "Closeness"]
    assert all(not cell or float(cell) == actors[line[0]]["harmonic"] for line in lines[1:] for cell in line[3:])


def test_it_holds_what_the_table_shows_in_its_order(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    box(page, "Art der Organisation", "Verwaltung").uncheck()
    page.get_by_role("textbox", name="Name enthält").fill("verein")
    page.locator("#twin thead button", has_text="Kreis").click()
    page.locator("#table-columns summary").click()
    page.get_by_role("checkbox", name="Status").uncheck()
    page.get_by_role("checkbox", name="Sucht").check()
    lines = rows(saved(page)[1])
    heads = page.locator("#twin thead th").all_inner_texts()
    assert lines[0] == [head.rstrip(" ↕▲▼") for head in heads]
    assert "Status" not in lines[0]
    assert "Sucht" in lines[0]
    assert [line[0] for line in lines[1:]] == names_in_table(page)
    chosen = [
        actor["name"]
        for actor in maps.figures("city")["actors"]
        if actor["type"] != "administration" and "verein" in actor["name"].lower()
    ]
    assert sorted(line[0] for line in lines[1:]) == sorted(chosen)
    with page.expect_download() as download:
        page.locator("#export-button").click()
        page.locator("#export-list").get_by_role("button", name="Tabelle als CSV").click()
    assert rows(Path(download.value.path()).read_bytes()) == lines
    assert download.value.suggested_filename == saved(page)[0]


@pytest.mark.parametrize("language", ["de", "en"])
def test_figures_and_yes_and_no_stand_as_in_the_tables_of_the_command(
    page: Page, tmp_path: Path, language: Language
) -> None:
    analysis = analyze(landscapes.city(mandate=1), draws=99, show=("publish", "mandate"))
    path = tmp_path / "map.html"
    path.write_text(draw_map(analysis, language=language), encoding="utf-8", newline="\n")
    measures = (
        "betweenness",
        "strength",
        "harmonic",
        "core",
        "bridges_clusters",
        "partner_heterogeneity",
        "constraint",
    )
    keys = "|".join(("column:publish", "column:mandate", "ways", *measures[1:]))
    opened(page, f"{path.as_uri()}#view=table&columns={quote(keys)}")
    separator = ";" if language == "de" else ","
    lines = rows(saved(page, say("map.export_csv", language))[1], separator)
    heads = {say(f"map_office.measure_{key}", language): key for key in measures} | {"publish": "", "mandate": ""}
    assert set(lines[0][1:]) == set(heads)
    whole = csv_text(tables(analysis.to_dict())["actors"], language)
    figures = {line["name"]: line for line in csv.DictReader(io.StringIO(whole[1:], newline=""), delimiter=separator)}
    actors = analysis.request.landscape.actors
    given = {name: place for place, name in enumerate(actors["name"])}
    assert len(lines) == 71
    for line in lines[1:]:
        figure = figures[line[0]]
        for head, cell in zip(lines[0][1:], line[1:], strict=True):
            if head in ("publish", "mandate"):
                assert cell == {True: "true", False: "false", None: ""}[actors[head][given[line[0]]]]
            elif figure["status"] != "unknown" or figure["degree"] != "0":
                assert unrounded(cell) == unrounded(figure[heads[head]])
                assert "." not in cell or language == "en"


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_it_holds_their_columns_alone(page: Page, maps: Maps, audience: str) -> None:
    maps.show(page, "city", audience)
    page.locator("#show-table").click()
    lines = rows(saved(page)[1])
    assert lines[0] == ["Akteur", "Art", "Felder", "Partner"]
    actors: dict[str, Any] = {actor["name"]: actor for actor in maps.figures("city", audience)["actors"]}
    assert {line[0] for line in lines[1:]} == set(actors)
    assert all(line[2] == "; ".join(actors[line[0]].get("fields", [])) for line in lines[1:])


def test_the_link_keeps_the_focus_and_asks_nobody(browser: Browser, maps: Maps) -> None:
    with watched(browser, offline=True) as page:
        maps.show(page, "city")
        page.locator("#show-table").click()
        link = page.locator("#table-bar").get_by_role("button", name="Tabelle als CSV")
        link.focus()
        with page.expect_download():
            page.keyboard.press("Enter")
        expect(link).to_be_focused()
        assert page.locator("body > a").count() == 0
