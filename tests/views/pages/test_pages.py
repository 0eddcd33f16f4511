"""One page per actor: what it holds, and what is not even in its bytes."""

from __future__ import annotations

import re
import stat
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import OutputError, RequestError
from actor_graph.views.pages import is_page
from actor_graph.views.pages.names import page_names
from actor_graph.views.policy import policy
from actor_graph.writing.earlier import earlier_outputs
from actor_graph.writing.outputs import listed
from tests.browser import watched
from tests.making import landscape
from tests.views.map.test_accessibility import VIOLATIONS

ACTORS = """
    id,name,type,description,needs,offers,survey,publish,person,objected,checked,Telefon
    a,Haus der Künste,umbrella,Call 0171 5500011,Räume; Dolmetschen,Technik,answered,yes,,,2026-05-11,0171 5500012
    b,Weltladen <b>,shop,,,Räume am Abend,answered,yes,,,,
    c,Stiller Kreis,group,,,räume,answered,,,,,
    p,Petra Privat,individual,Lives alone,,Dolmetschen,answered,yes,yes,,,
    g,Gegner e. V.,group,Quiet,,Räume,answered,yes,,yes,,
    x,Draußen,group,,,Räume,excluded,,,,,
"""
TIES = """
    source,target,kind,intensity,reported_by
    a,b,cooperation,,a
    b,a,hidden kind,,b
    c,a,secret,,c
    a,p,talks,,a
    a,g,talks,,a
    x,a,talks,,x
    a,a,talks,,a
"""
ABOUT = """
    name: Town
    language: en
    date: 2026-06-30
    feedback: net@example.org
"""
DAY = date(2026, 11, 21)


@pytest.fixture
def town(tmp_path: Path) -> Landscape:
    return landscape(tmp_path / "town", ACTORS, TIES, ABOUT)


def made(town: Landscape, folder: Path, **options: object) -> dict[str, str]:
    """The pages by their name without ending, unescaped."""
    ag.pages(town, folder, today=DAY, **options)  # type: ignore[arg-type]
    return {path.stem: unescape(path.read_text("utf-8")) for path in folder.glob("*.html")}


def test_every_actor_of_the_survey_gets_one_but_who_objected(town: Landscape, tmp_path: Path) -> None:
    assert sorted(made(town, tmp_path / "out")) == [
        "haus-der-kuenste-a",
        "person-1",
        "stiller-kreis-c",
        "weltladen-b-b",
    ]


def test_a_page_holds_entry_own_ties_the_number_of_others_and_offers(town: Landscape, tmp_path: Path) -> None:
    page = made(town, tmp_path / "out")["haus-der-kuenste-a"]
    assert "Please answer by December 5, 2026." in page
    assert "net@example.org" in page
    assert "Call […]" in page
    assert "Last checked: May 11, 2026" in page
    assert page.count("Objection to the tie with") == 2
    assert "Objection to the tie with Weltladen <b>" in page
    assert "Objection to the tie with Person 1" in page
    assert "One further tie with you is known that you did not name." in page
    assert "Weltladen <b> offers: Räume am Abend" in page
    assert "One more in the survey offers something like it." in page
    assert "Somebody in the survey offers something like it. Ask us for contact." in page


UNTOLD = ("Stiller", "hidden kind", "secret", "Petra", "Privat", "Lives alone", "Gegner", "Quiet", "Draußen", "55000")


def test_what_others_said_and_who_is_a_person_is_not_in_the_bytes(town: Landscape, tmp_path: Path) -> None:
    page = made(town, tmp_path / "out")["haus-der-kuenste-a"]
    assert [word for word in UNTOLD if word in page] == []


def test_no_file_and_no_file_name_holds_a_person_or_contact_data(town: Landscape, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(town, out)
    for path in out.iterdir():
        assert "petra" not in path.name.casefold()
        data = b"".join(parts(path))
        assert [w for w in ("Petra", "Lives alone", "Gegner", "5500011", "5500012") if w.encode() in data] == []


def parts(path: Path) -> list[bytes]:
    """The bytes of a file, of a workbook those of its parts."""
    if path.suffix != ".xlsx":
        return [path.read_bytes()]
    from zipfile import ZipFile

    with ZipFile(path) as book:
        return [book.read(name) for name in book.namelist()]


def test_a_page_of_a_person_says_why_it_has_no_name(town: Landscape, tmp_path: Path) -> None:
    page = made(town, tmp_path / "out")["person-1"]
    assert "You take part as a natural person." in page
    assert "so you stand here as “Person 1”" in page
    assert "Person 1" in page
    assert "One further tie with you" in page
    assert "Haus der Künste" not in page


def test_a_person_agrees_and_objects_in_the_singular(town: Landscape, tmp_path: Path) -> None:
    pages = made(town, tmp_path / "out", language="de")
    assert "Aus meinem Eintrag darf veröffentlicht werden" in pages["person-1"]
    assert "Ich habe den Eintrag geprüft." in pages["person-1"]
    assert not re.search(r"\b([Uu]nsere?|[Ww]ir)\b", re.sub(r"<style>.*?</style>", "", pages["person-1"], flags=re.S))
    assert "Unser Eintrag darf veröffentlicht werden" in pages["stiller-kreis-c"]


def test_columns_that_consent_is_asked_for_stand_on_the_page(tmp_path: Path) -> None:
    actors = "id,name,Rechtsform,Remark,person\na,A,e. V.,secret,\np,P,keine,secret,yes\n"
    pages = made(
        landscape(tmp_path / "t", actors, "source,target\n", "    publish_columns: [Rechtsform]"), tmp_path / "out"
    )
    assert re.search(
        r"<th scope=.row.><bdi dir=.auto.>Rechtsform</bdi></th><td><bdi dir=.auto.>e. V.</bdi>", pages["a"]
    )
    assert "Rechtsform" not in pages["person-1"]
    assert not any("secret" in page for page in pages.values())


def test_where_no_reporter_is_known_all_ties_stand_without_a_number_of_others(tmp_path: Path) -> None:
    town = landscape(tmp_path / "t", "id,name\na,A\nb,B\n", "source,target,kind\nb,a,talks\n")
    page = made(town, tmp_path / "out")["a"]
    assert "Ties that were named" in page
    assert "Objection to the tie with B" in page
    assert "did not name" not in page


def test_a_tie_that_was_objected_to_is_not_there(tmp_path: Path) -> None:
    ties = "source,target,kind,reported_by,objected\na,b,talks,a,\nb,a,funds,b,yes\na,c,meets,a,\n"
    out = tmp_path / "out"
    page = made(landscape(tmp_path / "t", "id,name\na,A\nb,Bund\nc,C\n", ties), out)["a"]
    assert "Objection to the tie with C" in page
    assert "Bund" not in page
    assert "No further tie with you is known." in page
    data = b"".join(parts(out / "answers.xlsx"))
    assert (b"meets" in data, b"talks" in data, b"funds" in data) == (True, False, False)


def test_reports_source_makes_the_source_the_one_who_named(tmp_path: Path) -> None:
    town = landscape(tmp_path / "t", "id,name\na,A\nb,B\n", "source,target\nb,a\n", "    reports: source")
    pages = made(town, tmp_path / "out")
    assert "No tie that you named is known so far." in pages["a"]
    assert "Objection to the tie with A" in pages["b"]
    assert "No further tie with you is known." in pages["b"]


def test_a_page_runs_and_loads_nothing(town: Landscape, tmp_path: Path) -> None:
    ag.pages(town, tmp_path / "out", today=DAY)
    raw = (tmp_path / "out" / "weltladen-b-b.html").read_text("utf-8")
    assert "<b>" not in raw
    assert "<script" not in raw
    assert not re.search(r"(src=|href=|url\()", raw)
    style = re.search(r"<style>(.*)</style>", raw, re.DOTALL)
    assert style is not None
    assert policy(styles=[style.group(1)]) in unescape(raw)


def test_files_are_for_their_owner_alone_and_come_out_the_same(town: Landscape, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in ag.pages(town, tmp_path / "1", today=DAY)}
    written = ag.pages(town, tmp_path / "2", today=DAY)
    assert {path.name: path.read_bytes() for path in written} == first
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}


def test_for_some_leaves_the_workbook_alone(town: Landscape, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ag.pages(town, out, today=DAY)
    (out / "answers.xlsx").write_bytes(b"filled in")
    written = ag.pages(town, out, for_=["a", "Stiller Kreis", "Petra Privat"], today=DAY)
    assert [path.name for path in written] == ["haus-der-kuenste-a.html", "stiller-kreis-c.html", "person-1.html"]
    with pytest.raises(OutputError, match=r"answers\.xlsx"):
        ag.pages(town, out, today=DAY)
    assert (out / "answers.xlsx").read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("given", "said"),
    [("Weltladn", "Weltladen <b>"), ("g", "objected"), ("x", "not part of this survey")],
)
def test_who_gets_no_page_is_said(town: Landscape, tmp_path: Path, given: str, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        ag.pages(town, tmp_path / "out", for_=[given], today=DAY)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("until", "said"), [("24.12.2026", "December 24, 2026"), (date(2027, 1, 2), "January 2, 2027")]
)
def test_the_day_to_answer_by(town: Landscape, tmp_path: Path, until: str | date, said: str) -> None:
    assert said in made(town, tmp_path / "out", until=until)["person-1"]


@pytest.mark.parametrize("until", ["soon", "2026", "31.2.2027"])
def test_a_day_that_is_none(town: Landscape, tmp_path: Path, until: str) -> None:
    with pytest.raises(RequestError, match="no day to answer by"):
        ag.pages(town, tmp_path / "out", until=until)


def test_a_day_that_is_past(town: Landscape, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="November 20, 2026 is before November 21, 2026"):
        ag.pages(town, tmp_path / "out", until="20.11.2026", today=DAY)
    assert not (tmp_path / "out").exists()
    assert made(town, tmp_path / "out", until="21.11.2026")


def test_of_many_who_offer_it_a_dozen_are_named_and_the_others_counted(tmp_path: Path) -> None:
    """A page stays small however many there are: 30 others, of whom 29 may be named."""
    rows = "".join(f"n{i},Name {i},Raum,Raum {i},{'' if i == 1 else 'yes'}\n" for i in range(31))
    many = landscape(tmp_path / "t", f"id,name,needs,offers,publish\n{rows}", "source,target\n")
    pages = made(many, tmp_path / "out")
    named = re.findall(r"Name (\d+) offers: Raum (\d+)", pages["name-3-n3"])
    assert named == [(str(i), str(i)) for i in (0, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]
    assert "18 more in the survey offer something like it" in pages["name-3-n3"]


def test_the_box_names_what_is_published_and_the_page_shows_it(tmp_path: Path) -> None:
    actors = "id,name,countries,members,person\na,A,Ghana; Togo,Choir A,\np,P,Chad,,yes\n"
    pages = made(landscape(tmp_path / "t", actors, "source,target\n", ABOUT), tmp_path / "out")
    entry = "name, kind, description, fields, needs, offers, languages, countries, place, website, member groups"
    assert f"may be published (directory, public map): {entry}." in pages["a"]
    assert all(word in pages["a"] for word in ("Ghana; Togo", "Choir A", ">Countries<", ">Member groups<"))
    assert (
        "may be published (directory, public map), without my name: kind, fields, needs, offers." in pages["person-1"]
    )
    assert "Chad" not in pages["person-1"]
    without = made(landscape(tmp_path / "s", "id,name\na,A\n", "source,target\n", ABOUT), tmp_path / "none")["a"]
    assert ">Countries<" not in without


def test_pages_of_an_earlier_run_are_told_and_removed_when_forced_unless_changed(
    town: Landscape, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ag.pages(town, out, today=DAY)
    ag.draw_map(town, out / "map.html")
    (out / "notes.html").write_text('<meta name="application-name" content="actor-graph pages">', "utf-8")
    (out / "stiller-kreis-c.html").write_bytes((out / "stiller-kreis-c.html").read_bytes() + b"<p>checked</p>")
    fewer = landscape(tmp_path / "fewer", "id,name\na,Haus der Künste\n", "source,target\n", ABOUT)
    written = ag.pages(fewer, out, today=DAY)
    unchanged = ("person-1.html", "weltladen-b-b.html")
    left = earlier_outputs(out, written, is_page)
    assert (left.unchanged, left.changed) == (unchanged, ("stiller-kreis-c.html",))
    ag.pages(fewer, out, for_=["a"], today=DAY, force=True)
    assert earlier_outputs(out, written, is_page) == left
    ag.pages(fewer, out, today=DAY, force=True)
    names = {path.name for path in out.iterdir()}
    assert not names & set(unchanged)
    assert {"stiller-kreis-c.html", "notes.html", "map.html"} <= names
    assert not set(listed(out)) & set(unchanged)
    assert earlier_outputs(out, written, is_page).changed == ("stiller-kreis-c.html",)


def test_file_names_are_safe_and_each_once(tmp_path: Path) -> None:
    names = ["../../etc", "Con", "Клуб", "Клуб 2", "A  B", "a-b", "x" * 300]
    ids = ["1", "con", "к", "л", "ab", "AB", "y"]
    rows = "".join(f'{i},"{name}"\n' for i, name in zip(ids, names, strict=True))
    told = page_names(leaving(landscape(tmp_path, f"id,name\n{rows}", "source,target\n")), range(7))
    assert list(told.values()) == [
        "etc-1.html", "con-2.html", "клуб-к.html", "клуб-2-л.html", "a-b-ab.html", "a-b-ab-2.html",
        f"{'x' * 60}-y.html",
    ]  # fmt: skip


def test_names_in_other_scripts_keep_them_and_fit_into_every_file_system(tmp_path: Path) -> None:
    rows = f'"جمعية السلام"\n"ማሕበር ወለዲ"\n{"ቀ" * 300}\n'
    told = page_names(leaving(landscape(tmp_path, f"name\n{rows}", "source,target\n")), range(3))
    assert [told[0], told[1]] == ["جمعية-السلام.html", "ማሕበር-ወለዲ.html"]
    assert len(told[2].encode("utf-8")) < 255


def test_synonyms_of_the_scheme_join_needs_and_offers(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "own.yaml").write_text("extends: default\nsynonyms: {Raum: [Räume, Saal]}\n", "utf-8")
    actors = "id,name,needs,offers,publish\na,A,Raum am Samstag,,\nb,B,,Saal,yes\nc,C,,Raumfahrt,yes\n"
    town = landscape(tmp_path / "t", actors, "source,target\n", "    scheme: own.yaml")
    page = made(town, tmp_path / "out")["a"]
    assert "B offers: Saal" in page
    assert "Raumfahrt" not in page


def test_needs_meet_on_pages_what_they_meet_elsewhere(tmp_path: Path) -> None:
    """As in tandems and needs: an umlaut spelled out is one, and lists of synonyms that share a word are one list."""
    (tmp_path / "t").mkdir()
    synonyms = "synonyms: {Raum: [Saal], Halle: [Saal]}"
    (tmp_path / "t" / "own.yaml").write_text(f"extends: default\n{synonyms}\n", "utf-8")
    actors = "id,name,needs,offers,publish\na,A,Halle; Uebersetzung,,\nb,B,,Raum,yes\nc,C,,Übersetzung,yes\n"
    town = landscape(tmp_path / "t", actors, "source,target\n", "    scheme: own.yaml")
    page = made(town, tmp_path / "out")["a"]
    assert "B offers: Raum" in page
    assert "C offers: Übersetzung" in page
    assert len(ag.needs(town).to_dict()["met"]) == 2


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, town: Landscape, tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    ag.pages(town, tmp_path, today=DAY)
    with watched(browser, viewport={"width": size[0], "height": size[1]}, color_scheme=theme, bypass_csp=True) as page:
        for name in ("haus-der-kuenste-a", "person-1"):
            page.goto((tmp_path / f"{name}.html").as_uri())
            found = Axe().run(page, options=VIOLATIONS).response["violations"]
            assert [problem["id"] for problem in found] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_is_two_sheets_of_paper(browser: Browser, town: Landscape, tmp_path: Path) -> None:
    ag.pages(town, tmp_path, today=DAY)
    with watched(browser) as page:
        page.goto((tmp_path / "haus-der-kuenste-a.html").as_uri())
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 2


def test_of_an_empty_list_no_page_is_made_as_no_directory_is(tmp_path: Path) -> None:
    town = landscape(tmp_path / "t", "id,name,survey\nx,X,excluded\n", "source,target\n")
    for make in (lambda: ag.pages(town, tmp_path / "out"), lambda: ag.directory(town, audience="office")):
        with pytest.raises(RequestError, match="no actor that is part of the survey"):
            make()
    assert not (tmp_path / "out").exists()
