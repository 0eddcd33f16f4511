"""The GRAND sheet: what is told of each item, to whom, what is not, and in which forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import actor_graph as ag
from actor_graph.analysis.grand import Grand
from actor_graph.vocabulary.grand import ITEMS
from actor_graph.words import LANGUAGES, Language, catalog
from tests.browser import watched
from tests.making import folder, landscape
from tests.running import run
from tests.views.map.test_accessibility import violations

ACTORS = """
    id,name,type,survey
    a,Alpha,shop,answered
    b,Beta,shop,answered
    c,Gamma,school,no answer
    d,Delta,,answered
    e,Epsilon,school,excluded
"""
TIES = """
    source,target,kind,intensity,reported_by
    a,b,cooperation,regular,a;b
    b,a,exchange,comprehensive,b
    b,d,cooperation,,b
    c,d,cooperation,occasional,d
    a,e,cooperation,regular,a
    c,c,cooperation,regular,c
    a,c,funding,regular,a
"""
ABOUT = """
    name: Town
    place: Townshire
    date: 2026-06-30
    scheme: migration-development
    boundary: All who work on it.
    sources: [A register, A survey by phone]
    grand:
      ethics: Approved by the board, 1 April 2026.
      Grad: Up to ten partners could be named.
      2.4: Two groups could not be found.
"""
TEXT = {
    "data": "Survey of 4 actors, 3 answered (75%). Sources: A register; A survey by phone.",
    "ethics": "Approved by the board, 1 April 2026.",
    "multiple": "One network at one time.",
    "location": "Townshire",
    "time": "As of June 30, 2026.",
    "available": "Not stated.",
    "citation": "Not stated.",
    "size": "4 nodes.",
    "boundary": "All who work on it.",
    "degree": "Up to ten partners could be named.",
    "direction": "Undirected.",
    "number": "3 edges. By kind, one of several kinds in each: cooperation 3, exchange 1.",
    "non_simple": "Neither self-loops nor multi-edges.",
    "imputed": "No tie was filled in. 1 row without a weight took the median of the others.",
}
"""By hand. Of the ties a–b, b–d, c–d the first has both kinds and was stated by both."""


def town(where: Path, about: str = ABOUT) -> ag.Landscape:
    return landscape(where / "town", ACTORS, TIES, about)


def filled(where: Path, about: str = ABOUT, **options: object) -> Grand:
    return ag.grand(ag.analyze(town(where, about), draws=9, **options))


def texts(sheet: Grand) -> dict[str, str]:
    return {item.key: item.text for item in sheet.items}


def test_each_item_by_hand(tmp_path: Path) -> None:
    """Weights 4, 3 (the median of 3, 4, 2, of the rows that count) and 2: mean 3, standard deviation 1."""
    sheet = filled(tmp_path)
    told = texts(sheet)
    assert [(item.number, item.key) for item in sheet.items] == [(number, key) for key, (number, _) in ITEMS.items()]
    assert {key: told[key] for key in TEXT} == TEXT
    assert "By kind: school (1), shop (2)." in told["nodes"]
    assert told["missing"].startswith("Two groups could not be found. 1 of 4 actors has not answered (25%)")
    assert "of the kinds cooperation, exchange; a pair can have several (multiplex)" in told["edges"]
    assert "comprehensive 4, regular 3, occasional 2, occasion-based 1. Mean 3.00, standard" in told["weight"]
    assert "deviation 1.00, from 2.00 to 4.00." in told["weight"]
    assert told["symmetrized"].endswith("Of the ties whose two ends answered, 50% were not stated by both.")
    assert told["excluded"].startswith("1 actor was left out as not part of this survey. Of 7 rows of ties left out: ")
    assert "1 with an end that is left out, 1 of an actor with itself, 1 of a kind that does not" in told["excluded"]
    assert "Kinds that do not count: funding." in told["excluded"]
    assert told["aggregated"].endswith("So 4 rows became 3 edges.")


def test_states(tmp_path: Path) -> None:
    states = {item.key: item.state for item in filled(tmp_path).items}
    assert [key for key, state in states.items() if state == "not stated"] == ["available", "citation"]
    assert [key for key, state in states.items() if state == "does not apply"] == [
        "bipartite", "hypergraph", "dichotomized", "projected",
    ]  # fmt: skip
    assert states["ethics"] == states["size"] == "stated"


def test_nothing_is_made_up_where_a_landscape_says_nothing(tmp_path: Path) -> None:
    bare = landscape(tmp_path / "bare", "id,name\na,Alpha\nb,Beta", "source,target\na,b", "")
    sheet = ag.grand(ag.analyze(bare, draws=9))
    silent = [item.key for item in sheet.items if item.state == "not stated"]
    assert silent == [
        "data", "ethics", "location", "time", "available", "citation", "boundary", "missing", "degree", "edges",
    ]  # fmt: skip
    told = texts(sheet)
    assert told["weight"] == "Unweighted."
    assert told["symmetrized"] == "Who stated a tie is not known; each row is a tie of both."
    assert told["excluded"] == "0 actors were left out as not part of this survey. The one row of ties counts."


def test_where_no_weight_is_known_none_took_the_median(tmp_path: Path) -> None:
    """All weigh 1 then; weights of rows that do not count say nothing of those that do."""
    rows = """
    source,target,kind,weight
    a,b,cooperation,
    b,d,cooperation,
    a,c,funding,{}
    a,e,cooperation,5
    """
    for given in ("", "3"):
        bare = landscape(tmp_path / f"bare{given}", ACTORS, rows.format(given), ABOUT)
        told = texts(ag.grand(ag.analyze(bare, draws=9)))
        assert (told["weight"], told["imputed"]) == ("Unweighted.", "No tie was filled in.")


def test_an_empty_landscape(tmp_path: Path) -> None:
    sheet = ag.grand(ag.analyze(landscape(tmp_path / "none", "id,name", "source,target", ""), draws=9))
    assert texts(sheet)["size"] == "0 nodes."
    assert texts(sheet)["number"] == "0 edges."


def test_the_share_not_stated_by_both(tmp_path: Path) -> None:
    """Of a–b, b–d and a–d, whose ends all answered, the first alone was stated by both."""
    more = landscape(tmp_path / "more", ACTORS, TIES + "    d,a,cooperation,regular,d\n", ABOUT)
    told = texts(ag.grand(ag.analyze(more, draws=9)))
    assert told["symmetrized"].endswith("Of the ties whose two ends answered, 67% were not stated by both.")


def test_confirmed_ties_alone(tmp_path: Path) -> None:
    told = texts(filled(tmp_path, confirmed=True))
    assert told["symmetrized"].startswith("A tie counts where both sides stated it.")
    assert told["number"].startswith("1 edge.")
    assert "rows became" not in told["aggregated"]


def test_who_may_not_see_it_is_not_told(tmp_path: Path) -> None:
    """Who confirmed whom is for the office; a public sheet does not count ties by kind."""
    participants, public = (texts(filled(tmp_path / name, audience=name)) for name in ("participants", "public"))
    assert participants["symmetrized"] == "A tie counts where one side or both stated it."
    assert "By kind" in participants["number"]
    assert public["number"] == "3 edges."
    assert "funding" not in public["excluded"]
    assert "Mean" in participants["weight"]
    assert "Mean" not in public["weight"]


def test_below_thirty_percent_figures_are_withheld_outside_the_office(tmp_path: Path) -> None:
    few = ACTORS.replace("answered", "no answer").replace("d,Delta,,no answer", "d,Delta,,answered")
    place = landscape(tmp_path / "few", few, TIES, ABOUT)
    sheet = ag.grand(ag.analyze(place, draws=9, audience="participants"))
    held = [item.key for item in sheet.items if item.state == "withheld"]
    assert held == ["weight", "number", "symmetrized"]
    assert texts(sheet)["number"] == "Not told to this audience."
    assert "rows became" not in texts(sheet)["aggregated"]
    assert "stated" in texts(ag.grand(ag.analyze(place, draws=9)))["symmetrized"]


def test_what_is_stated_by_hand_is_cleared(tmp_path: Path) -> None:
    told = texts(filled(tmp_path, "    grand: {ethics: ask ethics@planted.example}"))
    assert told["ethics"] == "ask […]"


def test_to_the_public_no_text_names_who_has_not_agreed(tmp_path: Path) -> None:
    """Beta Haus has not agreed; Haus am Beta Haus has, and stays."""
    actors = "id,name,publish\n    a,Alpha,yes\n    b,Beta Haus,no\n    c,Haus am Beta Haus,yes"
    about = """
    name: Town
    boundary: All partners of Beta Haus.
    sources: [A list of the Beta Haus]
    grand: {missing: "Beta Haus refused, Alpha and Haus am Beta Haus did not."}
    """
    place = landscape(tmp_path / "town", actors, "source,target\n    a,b\n    a,c", about)
    told = texts(ag.grand(ag.analyze(place, draws=9, audience="public"), language="en"))
    assert told["missing"] == "[…] refused, Alpha and Haus am Beta Haus did not."
    assert told["boundary"] == "All partners of […]."
    assert told["data"] == "Sources: A list of the […]."
    others = texts(ag.grand(ag.analyze(place, draws=9, audience="participants")))
    assert others["missing"] == "[…] refused, […] and […] did not."  # who did what is for the office alone
    assert others["boundary"] == "All partners of Beta Haus."


def test_the_warning_of_a_name_stands_beside_the_sheet(tmp_path: Path) -> None:
    actors = "id,name,publish\n    a,Alpha,yes\n    b,Beta Haus,no"
    place = folder(tmp_path / "town", actors, "source,target\n    a,b", "    name: Town\n    boundary: Beta Haus\n")
    ran = run("analyze", place, "--grand", "--audience", "public", "--draws", "9", "--language", "en")
    assert "under “boundary” names “Beta Haus”" in ran.err
    assert "Beta Haus" not in ran.out


def test_under_pseudonyms_nothing_stated_by_hand_is_there(tmp_path: Path) -> None:
    analysis = ag.analyze(town(tmp_path), draws=9, pseudonymize=True)
    assert "Townshire" not in ag.grand(analysis).to_json()
    assert texts(ag.grand(analysis))["ethics"] == "Not stated."


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("grand: {ethnics: yes indeed}", "has no item “ethnics”. Its items are: “data”, “ethics”, “multiple”"),
        ("grand: approved", "given as item and text"),
        ("grand: {ethics: [a, b]}", "given as item and text"),
    ],
)
def test_wrong_statements_are_told_with_their_place(tmp_path: Path, about: str, said: str) -> None:
    ran = run("analyze", folder(tmp_path / "town", ACTORS, TIES, f"    name: Town\n    {about}"), "--grand")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "landscape.yaml, row 2, column “grand”" in ran.err


def test_a_workbook_states_the_same(tmp_path: Path) -> None:
    """Written as a working copy with the items in one cell, and read again."""
    from actor_graph.reading import read
    from actor_graph.writing.working_copy import write_working_copy

    whole = town(tmp_path)
    write_working_copy(whole, tmp_path / "copy.xlsx", language="en")
    assert read(tmp_path / "copy.xlsx").meta["grand"] == whole.meta["grand"]


def test_every_item_has_a_name_in_both_languages() -> None:
    for language in LANGUAGES:
        assert all(catalog("grand")[f"item_{key}"][language] for key in ITEMS)


def test_markdown_is_a_table_that_no_text_breaks(tmp_path: Path) -> None:
    about = '    name: A|B\n    boundary: a | b <b>c</b> [d](e)\n    grand: {ethics: "one\\ntwo"}'
    ag.grand(ag.analyze(town(tmp_path, about), draws=9), tmp_path / "sheet.md")
    lines = (tmp_path / "sheet.md").read_text("utf-8").splitlines()
    assert lines[0] == "# GRAND sheet: A\\|B"
    assert "| 2.3 | Boundary | a \\| b \\<b\\>c\\</b\\> \\[d\\](e) |" in lines
    assert "| 1.2 | Ethics | one two |" in lines
    rows = [line for line in lines if line.startswith("| ") and line[2].isdigit()]
    assert [len(row.replace("\\|", "").split("|")) for row in rows] == [5] * len(ITEMS)


def test_at_the_terminal_and_as_json(tmp_path: Path) -> None:
    place = folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    said = run("analyze", place, "--grand", "--draws", "9", "--language", "de").out
    assert said.startswith("GRAND-Blatt: Town\nInternes Arbeitsdokument")
    assert "1.2  Ethik: Approved by the board" in said
    assert "2 Punkte sind nicht angegeben: 1.6 Verfügbarkeit, 1.7 Zitat." in said
    told = json.loads(run("analyze", place, "--grand", "--json", "--draws", "9").out)
    assert told["schema"] == "actor-graph/analysis/1"
    assert told["grand"]["schema"] == "actor-graph/grand/1"
    assert told["grand"]["items"][1] == {
        "number": "1.2", "item": "ethics", "state": "stated", "text": "Approved by the board, 1 April 2026.",
    }  # fmt: skip


def test_written_by_the_ending_and_never_over_an_input(tmp_path: Path) -> None:
    place = folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    for ending in ("md", "html", "json"):
        assert run("analyze", place, "--grand", "-o", tmp_path / f"sheet.{ending}", "--draws", "9").status == 0
    assert json.loads((tmp_path / "sheet.json").read_text("utf-8"))["schema"] == "actor-graph/grand/1"
    ran = run("analyze", place, "--grand", "-o", tmp_path / "tables", "--draws", "9")
    assert (ran.status, (tmp_path / "tables" / "analysis.json").exists()) == (0, True)
    with pytest.raises(ag.OutputError):
        ag.grand(ag.analyze(ag.read(place), draws=9), tmp_path / "sheet.pdf")


def test_a_wrong_ending_is_told_all_that_is_right(tmp_path: Path) -> None:
    place = folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    ran = run("analyze", place, "--grand", "-o", tmp_path / "sheet.pdf", "--draws", "9")
    assert (ran.status, ran.out) == (2, "")
    for right in (".md", ".html", ".json", "folder", ".xlsx"):
        assert right in ran.err


@pytest.mark.parametrize("beside", ["--chance", "--missing"])
def test_what_the_sheet_would_not_hold_is_refused(tmp_path: Path, beside: str) -> None:
    place = folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    for more in ([], ["-o", tmp_path / "sheet.md"]):
        ran = run("analyze", place, "--grand", beside, "--draws", "9", *more)
        assert (ran.status, ran.out, (tmp_path / "sheet.md").exists()) == (2, "", False)
        assert "not in the GRAND sheet" in ran.err
    told = json.loads(run("analyze", place, "--grand", beside, "--draws", "9", "--json").out)
    assert told[beside[2:]]
    imputed = next(item["text"] for item in told["grand"]["items"] if item["item"] == "imputed")
    assert ("ranges of 200 completions" in imputed) == (beside == "--missing")
    assert run("analyze", place, "--grand", beside, "--draws", "9", "-o", tmp_path / "tables").status == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, tmp_path: Path, theme: str, width: int) -> None:
    file = tmp_path / "sheet.html"
    about = ABOUT.replace("All who work on it.", "<b onload=alert(1)>" + "x" * 300)
    ag.grand(ag.analyze(town(tmp_path, about), draws=9), file)
    assert "script-src 'none'" in file.read_text("utf-8").replace("&#39;", "'")
    with watched(browser, viewport={"width": width, "height": 844}, color_scheme=theme, bypass_csp=True) as page:
        page.goto(file.as_uri())
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator("tbody tr").count() == len(ITEMS)
        assert page.locator("b[onload]").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_is_stated_under_the_name_that_the_sheet_prints(tmp_path: Path, language: Language) -> None:
    names = {key: catalog("grand")[f"item_{key}"][language] for key in ITEMS}
    lines = [f'      "{name}": said of {key}' for key, name in names.items()]
    told = texts(filled(tmp_path, "\n".join(["    name: Town", "    grand:", *lines])))
    assert all(told[key].startswith(f"said of {key}") for key in ITEMS)


def test_what_is_not_stated_is_named_as_on_the_sheet(tmp_path: Path) -> None:
    made = ag.grand(ag.analyze(town(tmp_path), draws=9), tmp_path / "s.md", language="de")
    assert "2 Punkte sind nicht angegeben: 1.6 Verfügbarkeit, 1.7 Zitat." in (tmp_path / "s.md").read_text("utf-8")
    assert made.note.count("2026-06-30") == 0


def test_edges_without_a_kind_are_told(tmp_path: Path) -> None:
    ties = TIES.replace("b,d,cooperation,,b", "b,d,,,b")
    made = landscape(tmp_path / "town", ACTORS, ties, ABOUT)
    number = texts(ag.grand(ag.analyze(made, draws=9)))["number"]
    assert number.endswith("cooperation 2, exchange 1. 1 edge is without a kind; it counts as well.")


def test_participants_do_not_read_who_is_missing(tmp_path: Path) -> None:
    about = ABOUT.replace("Two groups could not be found.", "Gamma refused.")
    analysis = ag.analyze(town(tmp_path, about), draws=9, audience="participants")
    assert texts(ag.grand(analysis))["missing"].startswith("[…] refused.")
    assert [(one.key, one.values["given"]) for one in analysis.warnings] == [("privacy.text_status", "Gamma")]
    assert texts(filled(tmp_path / "office", about))["missing"].startswith("Gamma refused.")


def test_a_folder_of_tables_has_the_sheet_beside_them(tmp_path: Path) -> None:
    where = folder(tmp_path / "town", ACTORS, TIES, ABOUT)
    done = run("analyze", where, "--grand", "-o", tmp_path / "out")
    assert done.status == 0, done.err
    assert (tmp_path / "out" / "grand.md").read_text("utf-8").startswith("# GRAND")
    assert (tmp_path / "out" / "analysis.json").exists()
