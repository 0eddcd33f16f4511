"""``--missing`` on whole landscapes: what the document holds, by hand, and what it keeps from whom."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.analysis.files import tables
from actor_graph.measures.completions import SMOOTHED
from actor_graph.measures.whole import FIGURES
from actor_graph.problems import RequestError
from actor_graph.words import LANGUAGES, Language, catalog
from tests.making import folder, landscape

REPORTED = "    reports: source"


@pytest.fixture(autouse=True)
def few_removals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three random removals of each share in the place of 100; how many there are is told where they are tested."""
    monkeypatch.setattr("actor_graph.analysis.missing.draws_for", lambda n: 3)


def city(where: Path, actors: str = "ABCDEFGH", silent: str = "GH", ties: str = "AB AC BC CD DE EF", about: str = ""):
    """A landscape of one-letter actors of two types, those ``silent`` without an answer."""
    rows = [f"{name},{'xy'[i % 2]},{'no answer' if name in silent else 'answered'}" for i, name in enumerate(actors)]
    tied = [f"{tie[0]},{tie[1]}" for tie in ties.split()]
    return landscape(where, "\n".join(["id,type,survey", *rows]), "\n".join(["source,target", *tied]), about)


def told(where: Path, **options: Any) -> dict[str, Any]:
    of_city = {key: options.pop(key) for key in ("actors", "silent", "ties", "about") if key in options}
    return ag.analyze(city(where, **of_city), draws=19, missing=True, **options).to_dict()


def test_each_figure_has_its_keys(tmp_path: Path) -> None:
    document = told(tmp_path, about=REPORTED)
    assert tuple(document["missing"]) == FIGURES
    for figure, entry in document["missing"].items():
        assert {"observed", "none", "all", "low", "high", "smoothed"} <= entry.keys(), figure
        if figure in document["network"]:
            assert entry["observed"] == document["network"][figure], figure
        assert entry["smoothed"] == (figure in SMOOTHED)
    assert {"degree_centralization", "transitivity", "betweenness_centralization"} <= set(SMOOTHED)


def test_bounds_by_hand(tmp_path: Path) -> None:
    """Eight actors, six ties; G and H did not answer: 13 pairs with one of them, none with a tie. All: 19 of 28. So
    far two of eight are unknown, and nobody known is outside; with none, G and H are."""
    missing = told(tmp_path)["missing"]
    assert (missing["ties"]["none"], missing["ties"]["all"]) == (6, 19)
    assert missing["density"]["all"] == pytest.approx(19 / 28)
    assert missing["average_degree"]["all"] == pytest.approx(38 / 8)
    assert (missing["components"]["none"], missing["components"]["all"]) == (3, 1)
    assert (missing["isolates"]["none"], missing["isolates"]["all"]) == (2, 0)
    share = missing["not_yet_networked_share"]
    assert (share["observed"], share["none"], share["all"]) == (0, 0.25, 0)
    assert missing["density"]["bounds"]
    assert not missing["transitivity"]["bounds"]


def test_completions_lie_within_the_bounds(tmp_path: Path) -> None:
    for figure, entry in told(tmp_path, about=REPORTED)["missing"].items():
        if entry["bounds"]:
            low, high = sorted([entry["none"], entry["all"]])
            assert low <= entry["low"] <= entry["high"] <= high, figure


def test_how_completions_were_made(tmp_path: Path) -> None:
    """Six answered: 15 pairs, 6 ties, all stated by their source alone: 6 / (2 · 9 + 6)."""
    made = told(tmp_path, about=REPORTED)["completions"]
    assert made == {
        "draws": 200,
        "why": None,
        "reports": True,
        "pairs": {"neither_answered": 1, "one_answered": 12},
        "rate": pytest.approx(6 / 15),
        "one_sided": pytest.approx(1 / 4),
    }


def test_without_reports_a_single_pair_can_be_filled_in(tmp_path: Path) -> None:
    document = told(tmp_path)
    assert document["completions"]["reports"] is False
    assert document["completions"]["one_sided"] == 0
    assert (document["missing"]["ties"]["low"], document["missing"]["ties"]["high"]) == (6, 7)


def test_all_have_answered(tmp_path: Path) -> None:
    """Nothing is missing: the range is the figure, and every status is what it is."""
    document = told(tmp_path, silent="")
    assert document["completions"]["why"] == "nothing missing"
    for entry in document["missing"].values():
        assert entry["none"] == entry["all"] == entry["low"] == entry["high"] == entry["observed"]
    assert [row["status_possible"] for row in document["actors"]] == [[row["status"]] for row in document["actors"]]


@pytest.mark.parametrize("silent", ["ABCDEFGH", "BCDEFGH"])
def test_where_fewer_than_two_have_answered_there_are_bounds_and_no_range(tmp_path: Path, silent: str) -> None:
    document = told(tmp_path, silent=silent)
    assert document["completions"]["why"] == "too few answers"
    assert {(entry["low"], entry["high"]) for entry in document["missing"].values()} == {(None, None)}
    assert document["missing"]["density"]["all"] == 1


def test_without_a_survey_nothing_is_known_to_be_missing(tmp_path: Path) -> None:
    where = folder(tmp_path, "id\na\nb\nc", "source,target\na,b")
    document = ag.analyze(ag.read(where), draws=19, missing=True).to_dict()
    assert document["missing"] == {}
    assert document["completions"]["why"] == "no survey"
    assert document["robustness"]["actors"][0]["taken"] == 1


def test_excluded_actors_are_out(tmp_path: Path) -> None:
    where = folder(tmp_path, "id,survey\na,answered\nb,answered\nc,excluded\nd,no answer", "source,target\na,b\nc,a")
    missing = ag.analyze(ag.read(where), draws=19, missing=True).to_dict()["missing"]
    assert missing["ties"]["all"] == 3  # a–b, a–d, b–d


def test_possible_statuses(tmp_path: Path) -> None:
    """E stands alone and has answered, F has not: E can stay alone, be a pair with F, or join through F."""
    document = told(tmp_path, actors="ABCDEF", silent="F", ties="AB BC CD")
    possible = {row["id"]: row["status_possible"] for row in document["actors"]}
    assert possible["A"] == ["networked"]
    assert possible["E"] == possible["F"] == ["networked", "fragment", "isolated"]


def test_robustness_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A star of twelve. Whatever ties are taken, the center stays central while five actors have a tie: with 50 % of
    eleven ties taken (six), the center and five remain. Where 50 % of the actors go, it stays wherever it is there."""
    monkeypatch.undo()
    star = " ".join(f"A{other}" for other in "BCDEFGHIJKL")
    robustness = told(tmp_path, actors="ABCDEFGHIJKL", silent="", ties=star)["robustness"]
    assert robustness["draws"] == 100
    last = robustness["ties"][-1]
    assert (last["share"], last["taken"]) == (0.5, 6)
    assert last["figures"]["ties"] == {"mean": 5, "low": 5, "high": 5}
    assert last["central"] == {"stay": 1, "each": [{"id": "A", "stay": 1}]}
    assert [row["taken"] for row in robustness["actors"]] == [1, 1, 2, 4, 5, 6]
    assert robustness["actors"][-1]["central"]["stay"] == 1


def test_the_same_seed_the_same_document_whatever_the_order_and_the_workers(tmp_path: Path) -> None:
    one = told(tmp_path / "one", about=REPORTED, workers=1)
    again = told(tmp_path / "two", about=REPORTED, workers=2)
    turned = told(tmp_path / "three", about=REPORTED, actors="ABCDEFGH", ties="EF DE CD BC AC AB")
    for key in ("missing", "completions", "robustness"):
        assert one[key] == again[key] == turned[key]
    assert told(tmp_path / "four", about=REPORTED, seed=2)["missing"] != one["missing"]


def test_the_order_of_the_actors_changes_nothing(tmp_path: Path) -> None:
    """Types go along with their actors here: x for A, C, E, G, as in the usual order."""
    rows = [f"{name},{'xy'[i % 2]},{'no answer' if name in 'GH' else 'answered'}" for i, name in enumerate("ABCDEFGH")]
    ties = "source,target\nA,B\nA,C\nB,C\nC,D\nD,E\nE,F"
    made = [
        ag.analyze(
            landscape(tmp_path / str(n), "\n".join(["id,type,survey", *order]), ties, REPORTED), draws=19, missing=True
        ).to_dict()
        for n, order in enumerate([rows, rows[::-1]])
    ]
    for figure in FIGURES:
        for key in ("none", "all", "low", "high"):
            assert made[0]["missing"][figure][key] == pytest.approx(made[1]["missing"][figure][key], abs=1e-12)


def test_it_does_not_go_with_confirmed(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="--confirmed"):
        told(tmp_path, about=REPORTED, confirmed=True)


def test_without_asking_nothing_of_it_is_there(tmp_path: Path) -> None:
    document = ag.analyze(city(tmp_path), draws=19).to_dict()
    assert not {"missing", "completions", "robustness"} & document.keys()
    assert "status_possible" not in document["actors"][0]


@pytest.mark.parametrize("actors", ["", "a,answered", "a,no answer", "a,answered\nb,no answer"])
@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_the_smallest_landscapes(tmp_path: Path, actors: str, audience: str) -> None:
    where = folder(tmp_path, f"id,survey\n{actors}", "source,target")
    analysis = ag.analyze(ag.read(where), draws=19, missing=True, audience=audience)
    assert analysis.to_json()


# Who sees what

EIGHT = " ".join("".join(pair) for pair in list(combinations("ABCDEF", 2))[::2])


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_see_the_range_of_two_figures_alone(tmp_path: Path, audience: str) -> None:
    """Three of nine have not answered. From the ranges of all figures one could try out who; density and average degree
    say one thing, how many ties there may be."""
    document = told(tmp_path, actors="ABCDEFGHI", silent="GHI", ties=EIGHT, about=REPORTED, audience=audience)
    assert set(document["missing"]["density"]) == {"observed", "low", "high", "smoothed"}
    assert set(document["missing"]) == {"density", "average_degree"}
    office = told(tmp_path / "office", actors="ABCDEFGHI", silent="GHI", ties=EIGHT, about=REPORTED)
    for figure, entry in document["missing"].items():
        for end in ("low", "high"):
            exact = office["missing"][figure][end]
            assert entry[end] == pytest.approx(exact, rel=0.05), "as it is read, with two digits"
            assert len(f"{entry[end]:g}".replace("-", "").replace(".", "").strip("0")) <= 2
    assert document["completions"] == {"draws": 200, "why": None}
    assert "robustness" not in document
    assert "status_possible" not in document["actors"][0] if document["actors"] else True


@pytest.mark.parametrize("audience", ["participants", "public"])
@pytest.mark.parametrize("silent", ["H", "GH"])
def test_what_one_or_two_have_not_answered_is_no_ones_business(tmp_path: Path, audience: str, silent: str) -> None:
    document = told(tmp_path, silent=silent, about=REPORTED, audience=audience)
    assert document["completions"]["why"] == "few"
    assert {(entry["low"], entry["high"]) for entry in document["missing"].values()} == {(None, None)}


def test_no_range_tells_who_stands_alone_and_has_answered(tmp_path: Path) -> None:
    """G to K have no tie; H to K have not answered, so one of those alone has: ``unknown`` is kept back, and no range
    tells how many of them can win a tie."""
    document = told(tmp_path, actors="ABCDEFGHIJK", silent="HIJK", ties=EIGHT, about=REPORTED, audience="participants")
    assert document["network"]["unknown"] is None
    assert not {"isolates", "components", "connectedness", "not_yet_networked_share"} & document["missing"].keys()
    assert "density" in document["missing"]


def test_below_a_third_nothing_is_told_to_others(tmp_path: Path) -> None:
    """Two of eight answered: under 30 %."""
    document = told(tmp_path, silent="CDEFGH", about=REPORTED, audience="participants")
    assert document["withheld"] == "response"
    assert (document["missing"], document["completions"]) == ({}, {"draws": 0, "why": "withheld"})
    assert told(tmp_path / "office", silent="CDEFGH", about=REPORTED)["missing"]["density"]["low"] is not None


def test_what_the_network_keeps_back_by_a_sensitive_column_is_kept_back_here(tmp_path: Path) -> None:
    rows = [
        f"{name},{'pqr'[i % 3]},{'no answer' if name in 'GHI' else 'answered'}" for i, name in enumerate("ABCDEFGHI")
    ]
    ties = "\n".join(["source,target", *(f"{tie[0]},{tie[1]}" for tie in EIGHT.split())])
    where = landscape(tmp_path, "\n".join(["id,Religion,survey", *rows]), ties)
    document = ag.analyze(where, draws=19, missing=True, by="Religion", sensitive=True).to_dict()
    assert document["network"]["ei_index"] is None
    assert not {"ei_index", "ei_rescaled", "assortativity"} & document["missing"].keys()
    assert "ei_index" not in document["robustness"]["actors"][0]["figures"]


# The other forms


def test_as_a_table_in_python(tmp_path: Path) -> None:
    made = ag.analyze(city(tmp_path / "one", about=REPORTED), draws=19, missing=True)
    assert made.missing.loc["density", "low"] == made.to_dict()["missing"]["density"]["low"]
    assert ag.analyze(city(tmp_path / "two"), draws=19).missing.empty


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["office", "participants"])
def test_the_workbook_has_words_for_all_of_it(tmp_path: Path, language: Language, audience: str) -> None:
    import openpyxl

    where = city(tmp_path, actors="ABCDEFGHI", silent="GHI", ties=EIGHT, about=REPORTED)
    made = ag.analyze(where, draws=19, missing=True, language=language, audience=audience)
    words = catalog("tables")
    for name, rows in tables(made.to_dict()).items():
        for key in {key for row in rows for key in row} if name in ("missing", "robustness") else ():
            assert f"{name}_{key}" in words, key
            assert f"{name}_{key}_means" in words, key
    book = openpyxl.load_workbook(made.write(tmp_path / "figures.xlsx")[0])
    assert (words["sheet_missing"][language] in book.sheetnames) is True
    assert (words["sheet_robustness"][language] in book.sheetnames) is (audience == "office")
    told = {row[0].value: row for row in book[words["sheet_missing"][language]].iter_rows(min_row=2)}
    density = told[words["density"][language]]
    assert density[1].value == pytest.approx(made.to_dict()["missing"]["density"]["observed"])
    assert density[1].number_format == "0.000"
