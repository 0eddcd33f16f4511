"""Columns that are to be seen: which may be asked for, and what of them leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.views.map.page import map_page
from tests.reading.making import put

HEAD = "id,name,Stadtteil,Telefon,Religion,Beitrag,Jahr,geprüft,Sprachen,person,publish,secret,Bedarf\n"
ROWS = (
    "a,Ahorn,Nord,01234 567890,r,\"1.234,5\",2019,2026-05,Deutsch; Türkisch,,yes,hush-1,Räume\n"
    "b,Birke,Nord,01234 567891,r,\"0,5\",2020,2026-06-01,Deutsch,,yes,hush-2,\n"
    "c,Cedar,Süd,01234 567892,r,,2019,2025,,,yes,hush-3,Räume\n"
    "d,Dorn,Süd,01234 567893,s,12,2021,,,,yes,hush-4,\n"
    "e,Eva Beispiel,Ost,01234 567894,r,7,2021,,Persisch,yes,yes,hush-5,Räume\n"
)  # fmt: skip
TIES = "source,target\na,b\nb,c\nc,d\nd,e\n"


def landscape(folder: Path, about: str = "") -> Landscape:
    """Five actors, the last a natural person."""
    files = {"actors.csv": HEAD + ROWS, "ties.csv": TIES, "landscape.yaml": f"language: en\n{about}"}
    return ag.read(put(folder / "in", files))


def told(read: Landscape, *show: str, **options: Any) -> dict[str, dict[str, Any]]:
    """The shown columns by their key."""
    document = ag.analyze(read, show=show, draws=19, **options).to_dict()
    return {column["column"]: column for column in document["shown"]}


def test_cells_stand_in_the_order_of_the_actors_without_those_of_persons(tmp_path: Path) -> None:
    found = told(landscape(tmp_path), "Stadtteil", "languages", "Sprachen", "geprüft", "Bedarf")
    assert list(found) == ["place", "languages", "checked", "needs"]
    assert found["needs"]["cells"] == [["Räume"], None, ["Räume"], None, None]
    assert found["place"]["heading"] == "Stadtteil"
    assert found["place"]["cells"] == ["Nord", "Nord", "Süd", "Süd", None]
    assert found["languages"]["cells"] == [["Deutsch", "Türkisch"], ["Deutsch"], None, None, None]
    assert found["checked"]["cells"] == ["2026-05", "2026-06-01", "2025", None, None]
    assert not any(column["numeric"] for column in found.values())


def test_numbers_are_read_as_a_german_sheet_writes_them(tmp_path: Path) -> None:
    found = told(landscape(tmp_path), "beitrag", "JAHR")
    assert (found["Beitrag"]["numeric"], found["Beitrag"]["cells"]) == (True, [1234.5, 0.5, None, 12, None])
    assert (found["Jahr"]["numeric"], found["Jahr"]["cells"]) == (True, [2019, 2020, 2019, 2021, None])


def test_nothing_is_there_unless_asked_for(tmp_path: Path) -> None:
    read = landscape(tmp_path)
    assert "shown" not in ag.analyze(read, draws=19).to_dict()
    assert told(read, "name") == {}


@pytest.mark.parametrize(
    ("column", "options", "message"),
    [
        ("Quatsch", {}, "The actors have: .*Stadtteil.*Beitrag"),
        ("Telefon", {}, "--with-contacts"),
        ("Telefon", {"audience": "participants"}, "--with-contacts"),
        ("Religion", {}, "--sensitive"),
        ("Beitrag", {"audience": "participants"}, "publish_columns"),
        ("secret", {"audience": "public"}, "publish_columns"),
        ("geprüft", {"audience": "participants"}, "publish_columns"),
        ("person", {"audience": "public"}, "publish_columns"),
    ],
)
def test_what_may_not_be_seen_is_refused(tmp_path: Path, column: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(RequestError, match=message) as found:
        told(landscape(tmp_path), column, **options)
    assert "hush" not in str(found.value)
    if column == "Quatsch":
        assert "Telefon" not in str(found.value)


def test_a_published_column_is_seen_outside_the_office(tmp_path: Path) -> None:
    read = landscape(tmp_path, "publish_columns: [Beitrag]\n")
    assert told(read, "Beitrag", audience="public")["Beitrag"]["cells"] == [1234.5, 0.5, None, 12, None]
    assert told(read, "place", audience="participants")["place"]["cells"][4] is None


def test_of_a_sensitive_column_nothing_leaves_that_fewer_than_three_have(tmp_path: Path) -> None:
    found = told(landscape(tmp_path), "Religion", sensitive=True)
    assert found["Religion"]["cells"] == ["r", "r", "r", None, None]


def test_contacts_leave_with_contacts_alone(tmp_path: Path) -> None:
    found = told(landscape(tmp_path), "Telefon", with_contacts=True)
    assert found["Telefon"]["cells"] == ["01234 567890", "01234 567891", "01234 567892", "01234 567893", None]


def test_the_map_holds_no_cell_that_was_not_asked_for(tmp_path: Path) -> None:
    read = landscape(tmp_path)
    page = ag.draw_map(read, show=["Stadtteil"], draws=19)
    for forbidden in ("hush-1", "Eva", "Ost", "01234 567890", "1234.5", "Persisch"):
        assert forbidden not in page, forbidden
    page = ag.draw_map(read, show=["secret"], draws=19)
    assert "hush-1" in page
    assert "hush-5" not in page
    page = ag.draw_map(read, show=["Religion"], sensitive=True, draws=19)
    assert '"s"' not in page


def test_a_sensitive_column_named_for_publication_leaves_only_if_asked_for(tmp_path: Path) -> None:
    """s is held by one actor, r by three and a natural person: only r may be seen, and not the person's."""
    read = landscape(tmp_path, "publish_columns: [Religion, Beitrag]\n")
    for audience in ("office", "participants", "public"):
        plain = ag.analyze(read, audience=audience, draws=19)
        assert "Religion" not in plain.to_json()
        assert plain.to_dict()["actors"][0]["attributes"] == {"Beitrag": "1.234,5"}
        asked = ag.analyze(read, audience=audience, sensitive=True, draws=19)
        cells = [row["attributes"].get("Religion") for row in asked.to_dict()["actors"]]
        assert cells == ["r", "r", "r", None, None][: len(cells)]


@pytest.mark.parametrize("sensitive", [False, True])
def test_no_output_holds_a_sensitive_value_of_one(tmp_path: Path, sensitive: bool) -> None:
    rows = ROWS.replace(",s,12", ",holder-alone,12").replace(",r,", ",held-by-three,")
    about = "language: en\npublish_columns: [Religion]\n"
    read = ag.read(put(tmp_path / "in", {"actors.csv": HEAD + rows, "ties.csv": TIES, "landscape.yaml": about}))
    for audience in ("office", "participants", "public"):
        made = ag.analyze(read, audience=audience, sensitive=sensitive, draws=19)
        made.write(tmp_path / audience)
        made.write(tmp_path / audience / "figures.xlsx")
        (tmp_path / audience / "map.html").write_text(map_page(made), encoding="utf-8")
        for path in sorted((tmp_path / audience).iterdir()):
            text = path.read_bytes().decode("utf-8", "replace")
            if path.suffix == ".xlsx":
                with ZipFile(path) as book:
                    text = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith("xml"))
            assert "holder-alone" not in text, path
            tells = sensitive and (path.suffix in (".xlsx", ".html", ".json") or path.stem == "figures_actors")
            assert ("held-by-three" in text) is tells, path


def test_a_standing_column_that_a_scheme_calls_sensitive_is_held_to_the_same_rule(tmp_path: Path) -> None:
    files = {"actors.csv": HEAD + ROWS, "ties.csv": TIES, "landscape.yaml": "language: en\nscheme: own.yaml\n",
             "own.yaml": "sensitive_columns: [stadtteil]\n"}  # fmt: skip
    read = ag.read(put(tmp_path / "in", files))
    assert all("place" not in row for row in ag.analyze(read, draws=19).to_dict()["actors"])
    asked = ag.analyze(read, sensitive=True, draws=19).to_dict()["actors"]
    assert [row.get("place") for row in asked] == [None] * 5


def shown_of(folder: Path, *cells: str, heading: str = "Hektar") -> tuple[dict[str, Any], ag.Analysis]:
    """A column with these cells, and the whole analysis."""
    rows = [f'a{n},Akteur {n},"{cell}"\n' for n, cell in enumerate(cells)]
    files = {"actors.csv": f"id,name,{heading}\n" + "".join(rows), "ties.csv": "source,target\na0,a1\n"}
    made = ag.analyze(ag.read(put(folder / "in", files), language="en"), show=[heading], draws=2)
    return made.to_dict()["shown"][0], made


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (["1", "2", "3", "4", "ca. 40"], True),
        (["1", "2", "3", "4", "ca. 40", "", ""], True),
        (["1", "2", "3", "ca. 40"], False),
        (["1"] * 8 + ["ca. 40", "k. A."], True),
        (["1"] * 11 + ["ca. 40", "k. A.", "?"], False),
        (["1", "2", "3"], True),
        (["1", "2", ""], False),
        (["k. A.", "k. A."], False),
        (["1067", "1099", "1097", "04103"], False),
    ],
)
def test_four_in_five_and_at_least_three_make_a_column_of_numbers(
    tmp_path: Path, cells: list[str], numeric: bool
) -> None:
    """A zero in front is that of a code (of the post), which would be lost."""
    found, made = shown_of(tmp_path, *cells)
    assert found["numeric"] is numeric
    if numeric:
        assert found["cells"] == [int(cell) if cell.isdigit() else None for cell in cells]
        own = {str(n): cell for n, cell in enumerate(cells) if cell and not cell.isdigit()}
        assert found.get("texts", {}) == own
    else:
        assert found["cells"] == [cell or None for cell in cells]
        assert "texts" not in found
        assert made.warnings == ()


def test_cells_that_are_no_numbers_are_warned_of_with_their_place(tmp_path: Path) -> None:
    _, made = shown_of(tmp_path, "1", "ca. 40", *["7"] * 8, "k. A.", "12")
    (warning,) = made.warnings
    assert warning.place("en") == "actors.csv, row 3, column “Hektar”"
    assert "2 of 12 filled cells are not numbers: “ca. 40”, “k. A.” (rows 3, 12)." in warning.message("en")
    assert "2 von 12 gefüllten Zellen sind keine Zahlen: „ca. 40“, „k. A.“ (Zeilen 3, 12)." in warning.message("de")


def test_of_many_cells_the_first_five_are_named(tmp_path: Path) -> None:
    _, made = shown_of(tmp_path, *["1"] * 40, *(f"um {n}" for n in range(6)))
    said = made.warnings[0].message("en")
    assert "6 of 46" in said
    assert "“um 4” (rows 42, 43, 44, 45, 46, …)" in said
    assert "um 5" not in said


def test_a_point_parts_thousands_where_the_column_has_decimal_commas(tmp_path: Path) -> None:
    found, _ = shown_of(tmp_path, "1.250", "200,5", "40", "7", "rund 30")
    assert found["cells"] == [1250, 200.5, 40, 7, None]


def test_a_column_of_lists_may_hold_numbers(tmp_path: Path) -> None:
    """Members may be named or, as most sheets have it, counted."""
    found, made = shown_of(tmp_path / "1", "100", "25", "4", "1", "Chor; Band", heading="Mitglieder")
    assert (found["column"], found["cells"]) == ("members", [100, 25, 4, 1, None])
    assert found["texts"] == {"4": "Chor; Band"}
    assert "“Chor; Band”" in made.warnings[0].message("en")
    found, _ = shown_of(tmp_path / "2", "Chor", "Chor; Band", "4", heading="Mitglieder")
    assert found["cells"] == [["Chor"], ["Chor", "Band"], ["4"]]


def test_a_day_among_numbers_makes_no_codes_of_them(tmp_path: Path) -> None:
    found, _ = shown_of(tmp_path, "1", "2", "3", "4", "01.05.2020")
    assert found["cells"] == [1, 2, 3, 4, None]


def test_every_audience_reads_a_column_alike(tmp_path: Path) -> None:
    """The one decimal comma, and two of the three numbers, are of actors that the public does not see."""
    head = "id,name,publish,Beitrag\n"
    rows = 'a,Ahorn,yes,1.250\nb,Birke,,"0,5"\nc,Cedar,,3\nd,Dorn,yes,\n'
    files = {"actors.csv": head + rows, "ties.csv": TIES.replace("d,e\n", ""),
             "landscape.yaml": "language: en\npublish_columns: [Beitrag]\n"}  # fmt: skip
    read = ag.read(put(tmp_path / "in", files))
    assert told(read, "Beitrag")["Beitrag"]["cells"] == [1250, 0.5, 3, None]
    assert told(read, "Beitrag", audience="public")["Beitrag"]["cells"] == [1250, None]


def test_no_cell_of_a_person_or_with_contact_data_stands_in_a_warning(tmp_path: Path) -> None:
    rows = ROWS.replace(",7,2021", ",hush hush,2021").replace(",12,2021", ",frag 0228 555047,2021")
    more = "".join(f"x{n},Erle {n},,,,{n},,,,,,,\n" for n in range(9))
    read = ag.read(put(tmp_path / "in", {"actors.csv": HEAD + rows + more, "ties.csv": TIES}))
    made = ag.analyze(read, show=["Beitrag"], draws=2)
    (warning,) = made.warnings
    assert warning.row == 5
    assert "“frag […]”" in warning.message("en")
    assert "hush" not in made.to_json()


def test_a_warning_tells_no_number_to_call_even_where_contacts_are_shown(tmp_path: Path) -> None:
    rows = "".join(f"a{n},Akteur {n},{cell}\n" for n, cell in enumerate(["12", "13", "14", "15", "oder 0228 555047"]))
    read = ag.read(put(tmp_path / "in", {"actors.csv": "id,name,Telefon\n" + rows, "ties.csv": TIES[:14] + "a0,a1\n"}))
    made = ag.analyze(read, show=["Telefon"], with_contacts=True, draws=2)
    assert made.to_dict()["shown"][0]["texts"] == {"4": "oder 0228 555047"}
    assert "555047" not in made.warnings[0].message("en")
