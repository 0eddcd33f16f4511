"""What is warned of although it can be read: unknown columns, near types, lost letters, ties that end too early."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import Problem
from actor_graph.reading import read
from tests.material import SHARED
from tests.reading.making import book, put, rows

DOUBTS = ("columns_unknown", "type_near", "scheme_knows", "lost", "turned_ties")
PUBLISHED = sorted(path.parent for path in SHARED.glob("data/published/*/actors.csv")) if SHARED else []


def city(where: Path, actors: str = "Name\nA\nB\n", ties: str = "von;nach\nA;B\n", **more: str) -> Landscape:
    files = {"actors.csv": actors, "ties.csv": ties} | {k.replace("_", "."): v for k, v in more.items()}
    return read(put(where, files))


def doubts(landscape: Landscape) -> list[Problem]:
    return [w for w in landscape.warnings if w.key.removeprefix("reading.") in DOUBTS]


def told(landscape: Landscape) -> list[str]:
    return [w.message("de") for w in doubts(landscape)]


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_nothing_is_doubted_in_published_networks(path: Path) -> None:
    assert doubts(read(path)) == []


@pytest.mark.parametrize(
    ("headings", "columns", "meant"),
    [
        ("Wie oft;Kooperationsform", "Die Spalten „Wie oft“, „Kooperationsform“", "„Art“, „Intensität“ (W"),
        ("Wie oft;Art", "Die Spalte „Wie oft“", "„Intensität“ (W"),
        ("Beziehung;Gewicht", "Die Spalte „Beziehung“", "„Art“?"),
        ("Stärke;Jahr", "Die Spalte „Stärke“", "„Intensität“ (W"),
        ("Häufigkeit pro Jahr;Thema", "Die Spalte „Häufigkeit pro Jahr“", "„Intensität“ (W"),
    ],
)
def test_unknown_columns_of_ties(headings: str, columns: str, meant: str, tmp_path: Path) -> None:
    (message,) = told(city(tmp_path, ties=f"von;nach;{headings}\nA;B;;\n"))
    assert message.startswith(columns)
    assert f"Gemeint ist vielleicht {meant}" in message


@pytest.mark.parametrize(
    "headings", ["Jahr;Thema", "Art;Gewicht;Wie oft", "kind;Intensität;Beziehung", "Software;Party"]
)
def test_columns_of_ties_that_are_no_doubt(headings: str, tmp_path: Path) -> None:
    assert doubts(city(tmp_path, ties=f"von;nach;{headings}\n")) == []


def test_kinds_and_partners_under_other_headings(tmp_path: Path) -> None:
    found = city(tmp_path, ties="Von;Mit;Art der Zusammenarbeit\nA;B;Chor\n")
    assert (found.ties["target"], found.ties["kind"]) == ((1,), ("Chor",))
    assert city(tmp_path / "p", ties="Von;Partner\nA;B\n").ties["target"] == (1,)


def types(where: Path, *written: str, **more: str) -> list[str]:
    return told(city(where, "Name;Art\n" + "".join(f"A{i};{t}\n" for i, t in enumerate(written)), "von;nach\n", **more))


def test_type_nearly_as_another_of_the_table(tmp_path: Path) -> None:
    found = types(tmp_path, "Kulturverein", "Kulturverein", "Kulturvereim", "Sport", "Sport", "Kultur-verein")
    assert found == [
        "Die Art „Kulturvereim“ kommt einmal vor. Gemeint ist vielleicht „Kulturverein“?",
        "Die Art „Kultur-verein“ kommt einmal vor. Gemeint ist vielleicht „Kulturverein“?",
    ]


def test_type_nearly_as_another_that_is_as_rare(tmp_path: Path) -> None:
    """One of the two is told."""
    assert types(tmp_path, "Sportverein", "Sportverien") == [
        "Die Art „Sportverein“ kommt einmal vor. Gemeint ist vielleicht „Sportverien“?"
    ]


def test_type_nearly_as_one_of_the_scheme(tmp_path: Path) -> None:
    scheme = {"landscape_yaml": "scheme: migration-development\n"}
    found = types(tmp_path, "Migrantenorganisaton", "Migrantenorganisaton", "Schule", "Kaninchenzucht", **scheme)
    assert found == ["Die Art „Migrantenorganisaton“ kommt 2-mal vor. Gemeint ist vielleicht „Migrantenorganisation“?"]


@pytest.mark.parametrize(
    "written",
    [
        ("Kulturvereim", "Kulturvereim", "Kulturvereim", *["Kulturverein"] * 9), ("Bezirksgruppe 1", "Bezirksgruppe 2"),
        ("governmental organization", "non-governmental organization"), ("Schule", "Schuhe"),
        tuple(f"Verein der Sorte {chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(150)),
    ],
)  # fmt: skip
def test_types_that_are_no_doubt(written: tuple[str, ...], tmp_path: Path) -> None:
    assert types(tmp_path, *written) == []


KNOWN = ("Weltladen", "MSO", "Stadtverwaltung")


def test_scheme_that_knows_the_types(tmp_path: Path) -> None:
    (message,) = types(tmp_path, *KNOWN, "Chor", "Kino", "Chor")
    assert message.startswith("3 Ihrer Arten kennt das Schema migration-development. Mit „scheme: migration-dev")


@pytest.mark.parametrize(
    "written",
    [KNOWN[:2], (*KNOWN, "Chor", "Kino", "Bad", "Zoo"), ("school", "church", "foundation", "company")],
)
def test_scheme_that_does_not_know_enough(written: tuple[str, ...], tmp_path: Path) -> None:
    assert types(tmp_path, *written) == []


@pytest.mark.parametrize("scheme", ["default", "migration-development"])
def test_scheme_that_was_chosen(scheme: str, tmp_path: Path) -> None:
    assert types(tmp_path, *KNOWN, landscape_yaml=f"scheme: {scheme}\n") == []


def test_lost_letters(tmp_path: Path) -> None:
    actors = "Name;Notiz\nAhorn;????? ab\n??????? ??? e.V.;???\nGemeinde ????;Was tun????\n?? A;ab\n"
    found = doubts(city(tmp_path, actors, "von;nach\n"))
    assert [(w.key, w.row, w.column) for w in found] == [("reading.lost", 3, "Name"), ("reading.lost", 2, "Notiz")]
    assert found[0].message("de") == (
        "Beim Speichern sind Buchstaben verloren gegangen: „??????? ??? e.V.“ (Zeilen 3, 4, 5). "
        "Bitte in Excel als „CSV UTF-8“ oder als .xlsx speichern."
    )


def test_lost_letters_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(book({"Akteure": [["Name"], ["????? e.V."]], "Verbindungen": rows("von,nach\n")}))
    (message,) = told(read(path))
    assert "CSV" not in message
    assert "aus seiner Quelle" in message


@pytest.mark.parametrize("name", ["Was ist los?", "Wer? Wie?", "Haus 3 ??", "A?lmaz"])
def test_names_that_ask(name: str, tmp_path: Path) -> None:
    assert doubts(city(tmp_path, f"Name\n{name}\n", "von;nach\n")) == []


@pytest.mark.parametrize(
    ("since", "until", "turned"),
    [
        ("1.2.2024", "2023", True), ("2024-03", "15.2.2024", True), ("2024", "2023-12-31", True),
        ("2024-02", "2024", False), ("2024", "2024-01-01", False), ("1.1.2024", "1.1.2024", False), ("2024", "", False),
    ],
)  # fmt: skip
def test_ties_that_end_before_they_begin(since: str, until: str, turned: bool, tmp_path: Path) -> None:
    found = doubts(city(tmp_path, ties=f"von;nach;seit;bis\nA;B;{since};{until}\n"))
    assert [(w.key, w.row) for w in found] == ([("reading.turned_ties", 2)] if turned else [])


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (("Räume, Klavier", "Essen, Tanz", "Chor"), [2]),
        (("Räume, Klavier", "Essen", "Chor"), []),
        (('"Räume; Klavier"', '"Essen; Tanz"', "Chor"), []),
        (("Beratung für alle, die neu hier sind", "Essen, Tanz und Musik für Kinder", "Chor"), []),
    ],
)
def test_commas_that_part_nothing_are_told(tmp_path: Path, cells: tuple[str, ...], rows: list[int]) -> None:
    actors = "id;name;offers\n" + "".join(f"{i};N{i};{cell}\n" for i, cell in enumerate(cells))
    found = read(put(tmp_path, {"actors.csv": actors, "ties.csv": "source;target\n0;1\n"})).warnings
    assert [one.row for one in found if one.key == "reading.commas"] == rows


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("1.200", "3"), "„1.200“ gilt als 1.2: Keine andere Zahl"),
        (("3", "1.200", "2.500"), "„1.200“ gilt als 1.2 (Zeilen 3, 4): Keine andere Zahl"),
        (("1,200",), "„1,200“ gilt als 1,2: Keine andere Zahl"),
        (("1.200", "1,5"), None),  # 1200
        (("1.200", "0.5"), None),  # 1.2
        (("1.234,5", "1.200"), None),
        (("1.20",), None),
        (("1200",), None),
    ],
)
def test_a_weight_that_can_be_read_in_two_ways_is_told(
    tmp_path: Path, cells: tuple[str, ...], said: str | None
) -> None:
    ties = "von;nach;Gewicht\n" + "".join(f"A;B;{cell}\n" for cell in cells)
    found = [w.message("de") for w in city(tmp_path, ties=ties).warnings if w.key == "reading.undecided"]
    assert [text[: len(said or "")] for text in found] == ([] if said is None else [said])
