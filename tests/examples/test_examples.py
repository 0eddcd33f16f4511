"""The examples: what is in their tables, counted by hand, and the findings that Musterstadt is made to show.

The figures of Musterstadt were worked out from the tables with networkx (components, betweenness, hypergeometric tail
of scipy), not with this package; the counts of the documents are those that their coding states.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.reading import read
from actor_graph.views.directory import directory
from tests.material import ROOT

EXAMPLES = ROOT / "examples"
MUSTERSTADT = EXAMPLES / "musterstadt"
WORKBOOK = EXAMPLES / "musterstadt.xlsx"
DOCUMENTS = EXAMPLES / "documents"
CONTACT_HEADINGS = ("Ansprechpartnerin", "E-Mail", "Telefon")


@cache
def landscape(path: Path) -> Landscape:
    land: Landscape = read(path)
    return land


@cache
def found(path: Path = MUSTERSTADT, audience: str = "office") -> dict[str, Any]:
    document: dict[str, Any] = analyze(landscape(path), audience=audience).to_dict()
    return document


def table(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def by_id(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {actor["id"]: actor for actor in document["actors"]}


def as_cell(value: Any) -> str:
    """A list or mapping of a document as it stands in one cell of a sheet."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {told}" for key, told in value.items())
    return value if isinstance(value, str) else "; ".join(value)


def circle_of(member: str) -> dict[str, Any]:
    circle: dict[str, Any]
    (circle,) = [c for c in found()["clusters"] if member in c["members"]]
    return circle


def group(kind: str) -> dict[str, Any]:
    row: dict[str, Any]
    (row,) = [g for g in found()["groups"] if g["type"] == kind]
    return row


# ---- both are read whole and without a complaint


@pytest.mark.parametrize("path", [MUSTERSTADT, WORKBOOK, DOCUMENTS], ids=lambda path: path.name)
def test_is_read_without_a_problem(path: Path) -> None:
    assert [str(problem) for problem in landscape(path).warnings] == []


def test_musterstadt_has_the_counted_rows() -> None:
    land = landscape(MUSTERSTADT)
    assert (len(land.actors), len(land.ties), len(land.contacts or ())) == (76, 160, 55)
    assert (land.language, land.scheme.name, land.meta["date"]) == ("de", "migration-development", "2026-06-30")
    assert set(land.meta["circles"]) == {"hdk", "kst", "ewz", "afo", "inte"}


def test_musterstadt_is_said_to_be_fictional() -> None:
    land = landscape(MUSTERSTADT)
    assert "erfunden" in land.meta["boundary"]
    assert "erfunden" in (MUSTERSTADT / "README.md").read_text(encoding="utf-8")


def test_tables_are_saved_as_german_excel_does() -> None:
    for name in ("actors.csv", "ties.csv", "contacts.csv"):
        raw = (MUSTERSTADT / name).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert b";" in raw.splitlines()[0]
        assert raw.count(b"\r\n") == raw.count(b"\n")


def test_workbook_holds_the_same_landscape() -> None:
    folder, book = landscape(MUSTERSTADT), landscape(WORKBOOK)
    assert book.actors.columns == folder.actors.columns
    assert book.ties.columns == folder.ties.columns
    assert book.contacts is not None
    assert folder.contacts is not None
    assert book.contacts.columns == folder.contacts.columns
    assert {key: as_cell(value) for key, value in book.meta.items()} == {
        key: as_cell(value) for key, value in folder.meta.items()
    }
    assert book.meta["circles"] == folder.meta["circles"]
    assert (book.language, book.scheme.name) == (folder.language, folder.scheme.name)
    assert book.actors.contact == folder.actors.contact


def test_workbook_gives_the_same_figures() -> None:
    assert found(WORKBOOK) == found(MUSTERSTADT)


def test_documents_have_the_counted_rows() -> None:
    land = landscape(DOCUMENTS)
    assert (len(land.actors), len(land.ties)) == (111, 84)
    kinds = Counter(row["kind"] for row in table(DOCUMENTS / "ties.csv", ","))
    assert kinds == {
        "part of": 25, "cooperates": 23, "funds": 16, "joint project": 11,
        "advises": 3, "hosts": 3, "coordinates": 2, "exchange": 1,
    }  # fmt: skip


def test_documents_name_sources_and_no_places_in_files() -> None:
    told = {key for row in table(DOCUMENTS / "actors.csv", ",") for key in row["stated_in"].split(";")}
    assert told == {"Dialog Global 22 (2012)", "SKEW flyers", "Expert report (2020)"}
    listed = " ".join(landscape(DOCUMENTS).meta["sources"])
    assert all(key in listed for key in told)
    text = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS.iterdir())
    assert not re.search(r"\d{3}_[0-9a-f]{8,}|:L\d+", text)


def test_documents_lean_on_their_publisher() -> None:
    ties = table(DOCUMENTS / "ties.csv", ",")
    assert sum("skew" in (tie["source"], tie["target"]) for tie in ties) == 44
    assert "44 of the 84" in (DOCUMENTS / "README.md").read_text(encoding="utf-8")
    assert by_id(found(DOCUMENTS))["skew"]["mandate"] is True


def test_documents_know_of_no_survey_and_no_date() -> None:
    document = found(DOCUMENTS)
    assert document["network"]["response_rate"] is None
    assert {actor["status"] for actor in document["actors"]} <= {"networked", "fragment", "isolated"}
    assert (document["landscape"]["date"], document["landscape"]["ties_out_of_date"]) == (None, 0)


def test_documents_count_cooperation_or_all() -> None:
    some = found(DOCUMENTS)
    assert (some["network"]["ties"], some["landscape"]["ties_not_counted"], some["network"]["isolates"]) == (36, 47, 69)
    every = analyze(landscape(DOCUMENTS), count=["all"], draws=20).to_dict()
    assert (every["network"]["ties"], every["network"]["isolates"]) == (81, 29)
    assert every["landscape"]["ties_not_counted"] == 0


# ---- every finding is in Musterstadt


def test_about_half_answered() -> None:
    network = found()["network"]
    assert (network["actors"], network["unknown"], network["response_rate"]) == (73, 6, 42 / 73)
    survey = Counter(actor["survey"] for actor in landscape(MUSTERSTADT).actors.frame.to_dict("records"))
    assert survey == {
        "answered": 42, "no answer": 13, "promised": 8, "interested": 4, "not contacted": 4,
        "excluded": 3, "declined": 2,
    }  # fmt: skip


def test_log_of_calls_fills_what_the_sheet_leaves_open() -> None:
    written = {row["Kürzel"]: row["Rücklauf"] for row in table(MUSTERSTADT / "actors.csv", ";")}
    land = landscape(MUSTERSTADT)
    survey = dict(zip(land.actors["id"], land.actors["survey"], strict=True))
    assert {key: survey[key] for key, word in written.items() if not word} == {
        "poln": "answered", "grie": "no answer", "nic": "promised",
    }  # fmt: skip


def test_ties_are_counted_once_each() -> None:
    land, network = found()["landscape"], found()["network"]
    assert (network["ties"], round(network["average_degree"], 2)) == (115, 3.15)
    assert (land["ties"], land["ties_excluded"], land["ties_out_of_date"], land["ties_not_counted"]) == (160, 3, 5, 15)
    assert (land["excluded"], land["untyped"], land["self_ties"]) == (3, 1, 0)
    assert network["confirmed_share"] == pytest.approx(53 / 68)


def test_some_stand_outside() -> None:
    status = Counter(actor["status"] for actor in found()["actors"])
    assert status == {"networked": 55, "isolated": 7, "fragment": 5, "unknown": 6}
    actors = by_id(found())
    outside = {word: [key for key in actors if actors[key]["status"] == word] for word in ("isolated", "fragment")}
    assert outside["isolated"] == ["eri", "nnb", "alb", "som", "msch", "chst", "arst"]
    assert outside["fragment"] == ["tam", "hin", "bra", "cap", "mus"]
    assert found()["network"]["components"] == 1 + 2 + 7 + 6


def test_whole_groups_stand_outside() -> None:
    assert group("refugee group")["status"] == "isolated"
    assert group("foreign students' association")["status"] == "weakly networked"
    assert group("One World group")["status"] == "networked"
    assert set(found()["not_yet_networked"]["groups"]) == {"foreign students' association", "refugee group"}


def test_four_actors_are_central_one_perhaps_by_chance_one_by_mandate() -> None:
    document = found()
    assert [(dog["id"], dog["clear"]) for dog in document["top_dogs"]] == [
        ("hdk", True), ("kst", True), ("ewz", True), ("afo", False),
    ]  # fmt: skip
    actors = by_id(document)
    assert [actors[key]["degree"] for key in ("hdk", "kst", "ewz", "afo")] == [20, 18, 16, 10]
    assert [key for key in actors if actors[key]["mandate"]] == ["kst"]
    cut_off = {dog["id"]: dog["cut_off"] for dog in document["top_dogs"]}
    assert set(cut_off["hdk"]) == {"grie", "poln", "port", "viet"}
    assert (set(cut_off["ewz"]), set(cut_off["kst"])) == ({"nic", "person-1"}, set())
    assert set(cut_off["afo"]) == {"ghana", "sen", "kong", "acg"}


def test_five_circles_of_different_composition() -> None:
    clusters = found()["clusters"]
    assert [circle["actors"] for circle in clusters] == [14, 13, 12, 9, 7, 3, 2]
    expected = {
        "hdk": "homogeneous", "kst": "heterogeneous", "ewz": "heterogeneous", "afo": "mixed", "inte": "mixed",
    }  # fmt: skip
    assert {member: circle_of(member)["composition"] for member in expected} == expected
    assert found()["network"]["cluster_stability"] >= 0.8


def test_circle_of_migrants_organizations_is_more_alike_than_chance() -> None:
    assert circle_of("hdk")["dominant_type"] == "migrant organization"
    assert circle_of("hdk")["p_homogeneous_adjusted"] < 0.05


def test_circles_unite_competences() -> None:
    circle = circle_of("ewz")
    assert circle["competences"] > circle["competences_of_one"] > 0


def test_actors_keep_to_their_own_kind() -> None:
    network = found()["network"]
    assert network["ei_index"] < network["ei_expected"]
    assert network["ei_p_lower"] < 0.05


def test_two_groups_hardly_meet() -> None:
    mixing = found()["mixing"]
    one, other = mixing["types"].index("migrant organization"), mixing["types"].index("One World group")
    assert mixing["ties"][one][other] == 2
    assert mixing["expected"][one][other] > 6


def test_one_actor_holds_its_group_together() -> None:
    assert group("migrant organization")["held_together_by"] == "hdk"


def test_names_in_other_scripts_arrive() -> None:
    text = " ".join(actor["name"] for actor in found()["actors"])
    for script in ("Türk-Alman Dostluk Derneği", "Клуб «Мост»", "جمعية الأمل", "ማሕበር ወለዲ ኤርትራውያን"):
        assert script in text


# ---- and what must not leave stays


def test_contact_values_stay_in_the_tables() -> None:
    rows = table(MUSTERSTADT / "actors.csv", ";")
    values = {row[heading] for row in rows for heading in CONTACT_HEADINGS} - {""}
    values |= {row["Bemerkung"] for row in rows} - {""}
    assert len(values) > 50
    numbers = re.compile(r"01234[\s/]*000")
    for audience in ("office", "participants", "public"):
        raw = analyze(landscape(MUSTERSTADT), audience=audience, draws=20).to_json()
        assert [value for value in values if value in raw] == []
        assert not numbers.search(raw)


def test_number_inside_a_need_is_masked() -> None:
    needs = by_id(found())["eri"]["needs"]
    assert any("[…]" in need for need in needs)


def test_persons_leave_under_a_stand_in() -> None:
    rows = table(MUSTERSTADT / "actors.csv", ";")
    persons = [row["Name"] for row in rows if row["Einzelperson"] == "ja"]
    names = [actor["name"] for actor in found()["actors"]]
    assert len(persons) == 2
    assert not set(persons) & set(names)
    assert {"Person 1", "Person 2"} <= set(names)


def test_published_columns_and_no_others_leave() -> None:
    attributes = by_id(found())["hdk"]["attributes"]
    assert attributes == {"Rechtsform": "Verein"}


@pytest.mark.parametrize("path", [MUSTERSTADT, WORKBOOK], ids=["folder", "workbook"])
def test_corrections_of_entries_have_somewhere_to_go(path: Path) -> None:
    """Nobody's real address: example.org is kept free for examples (RFC 2606)."""
    made = directory(landscape(path))
    assert made.feedback == {"address": "vernetzung@example.org"}
    assert [problem.key for problem in made.warnings] == []
