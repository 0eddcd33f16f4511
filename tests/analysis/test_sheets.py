"""The workbook as people open it: words of their language, numbers shown short and kept whole, columns explained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actor_graph.analysis import Analysis, analyze
from actor_graph.analysis.files import tables
from actor_graph.reading import read
from actor_graph.words import LANGUAGES, Language, catalog
from tests.making import landscape
from tests.material import ROOT

ACTORS = """
    Name,Art,Rücklauf,Wunsch,density,Status
    =1+1,Migrantenorganisation,geantwortet,später,hoch,alt
    Bert-Haus,Verwaltung,geantwortet,ja,,neu
    Cem-Kreis,Hochschule,keine Antwort,,,
    @Dora,Verwaltung,geantwortet,nein,,
"""
TIES = """
    von,nach,Intensität
    =1+1,Bert-Haus,regelmäßig
    Bert-Haus,Cem-Kreis,umfassend
    Bert-Haus,=1+1,regelmäßig
"""
ABOUT = """
    name: Stadt
    date: 2026-06-30
    scheme: migration-development
    publish_columns: [density, Status]
"""


def book(where: Path, **options: Any) -> Any:
    """The workbook of a small scene."""
    made = analyze(landscape(where / "stadt", ACTORS, TIES, ABOUT), draws=19, **options)
    return written(made, where)


def written(made: Analysis, where: Path) -> Any:
    import openpyxl

    return openpyxl.load_workbook(made.write(where / "figures.xlsx")[0])


def column(sheet: Any, heading: str) -> list[Any]:
    """The cells under a heading."""
    (place,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return [row[place - 1] for row in sheet.iter_rows(min_row=2)]


def values(sheet: Any, heading: str) -> list[Any]:
    return [cell.value for cell in column(sheet, heading)]


def test_sheets_and_headings_are_in_the_language(tmp_path: Path) -> None:
    german, english = (book(tmp_path / language, language=language) for language in LANGUAGES)
    assert german.sheetnames == ["Netz", "Akteure", "Gruppen", "Kreise", "Mischung", "Erläuterung"]
    assert english.sheetnames == ["network", "actors", "groups", "clusters", "mixing", "notes"]
    assert [cell.value for cell in german["Netz"][1]] == ["Kennzahl", "Wert", "Bedeutung"]
    assert [cell.value for cell in english["actors"][1]][:3] == ["Identifier", "Name", "Kind"]


def test_keys_and_ids_are_told_as_words_and_names(tmp_path: Path) -> None:
    told = book(tmp_path)
    assert values(told["Akteure"], "Art") == ["Migrantenorganisation", "Verwaltung", "Hochschule", "Verwaltung"]
    assert values(told["Akteure"], "Stand") == ["vernetzt"] * 3 + ["ohne genannte Verbindung"]
    assert values(told["Akteure"], "Rücklauf")[2] == "keine Antwort"
    assert values(told["Akteure"], "Wünscht mehr Verbindungen") == ["später", "ja", None, "nein"]
    assert values(told["Akteure"], "Zentraler Akteur") == ["nein"] * 4
    assert values(told["Kreise"], "Arten") == ["Verwaltung: 1; Migrantenorganisation: 1; Hochschule: 1"]
    assert values(told["Kreise"], "Zusammensetzung") == ["heterogen"]
    assert "Hochschule" in values(told["Mischung"], "Andere Art")
    assert values(told["Gruppen"], "Stand") == ["vernetzt", None, None]
    figures = dict(zip(values(told["Netz"], "Kennzahl"), values(told["Netz"], "Wert"), strict=True))
    assert (figures["Verbindungen: regelmäßig"], figures["Verbindungen: umfassend"]) == (1, 1)


def test_persons_and_circles_are_named_by_what_the_actors_sheet_says(tmp_path: Path) -> None:
    office = written(analyze(read(ROOT / "examples" / "musterstadt"), draws=19), tmp_path)
    names = set(values(office["Akteure"], "Name"))
    for sheet, heading in (("Kreise", "Mitglieder"), ("Gruppen", "Erste Ansprechpartner")):
        parts = [name for told in values(office[sheet], heading) if told for name in told.split("; ")]
        assert parts
        assert set(parts) <= names


def test_numbers_are_shown_short_and_kept_whole(tmp_path: Path) -> None:
    told = book(tmp_path)
    cells = dict(zip(values(told["Netz"], "Kennzahl"), column(told["Netz"], "Wert"), strict=True))
    assert cells["Paare mit irgendeinem Weg"].value == 0.5
    shown = {name: cell.number_format for name, cell in cells.items()}
    assert (shown["Paare mit irgendeinem Weg"], shown["Rücklauf"], shown["Größtes Netz"]) == ("0.0%",) * 3
    assert (shown["Akteure"], shown["Dichte"], shown["E-I-Index: Zufall (p)"]) == ("0", "0.000", "0.000")
    assert shown["Partner im Schnitt"] == "0.00"
    assert {cell.number_format for cell in column(told["Akteure"], "Gebundenheit")[:3]} == {"0.000"}
    assert cells["Schritte im Schnitt"].value == pytest.approx(4 / 3, abs=1e-15)
    assert [cell.number_format for cell in column(told["Akteure"], "Wege darüber")] == ["0.0%"] * 4


def test_undefined_is_an_empty_cell_and_texts_are_texts(tmp_path: Path) -> None:
    told = book(tmp_path)
    assert values(told["Akteure"], "Kreis") == [1, 1, 1, None]
    assert {cell.data_type for sheet in told for row in sheet for cell in row} <= {"s", "n"}
    assert next((cell.value, cell.data_type) for cell in column(told["Akteure"], "Name")) == ("=1+1", "s")
    assert values(told["Kreise"], "Mitglieder") == ["=1+1; Bert-Haus; Cem-Kreis"]


def test_own_columns_keep_their_headings_and_hide_no_figure(tmp_path: Path) -> None:
    told = book(tmp_path)
    assert values(told["Akteure"], "density") == ["hoch", None, None, None]
    assert values(told["Akteure"], "Status") == ["alt", "neu", None, None]
    assert "Eine Spalte der Landschaft, wie angegeben." in values(told["Erläuterung"], "Bedeutung oder Wert")


def test_own_column_called_like_a_figure_leaves_the_figure() -> None:
    row = {"id": "a", "name": "A", "degree": 3, "attributes": {"degree": "Dr.", "seat": "Bonn"}}
    document = {"network": {}, "actors": [row], "groups": [], "clusters": [], "mixing": {"types": []}}
    assert tables(document)["actors"] == [
        {"id": "a", "name": "A", "degree": 3, "attribute_degree": "Dr.", "seat": "Bonn"}
    ]


def test_headings_stay_in_sight_with_a_filter_and_room(tmp_path: Path) -> None:
    told = book(tmp_path)
    frozen = {sheet.title: sheet.freeze_panes for sheet in told}
    assert (frozen["Akteure"], frozen["Gruppen"], frozen["Erläuterung"]) == ("C2", "B2", "A2")
    assert all(sheet.auto_filter.ref for sheet in told)
    assert told["Akteure"]["A1"].alignment.wrap_text
    assert told["Netz"]["C2"].alignment.wrap_text
    for sheet in told:
        spans = sheet.column_dimensions.values()
        wide = {place: span.width for span in spans for place in range(span.min, span.max + 1)}
        words = {cell.column: max(map(len, cell.value.split())) for cell in sheet[1]}
        assert {place: word for place, word in words.items() if wide[place] < word + 3} == {}


def test_notes_say_whose_figures_these_are_and_how_they_were_found(tmp_path: Path) -> None:
    notes = book(tmp_path, seed=7)["Erläuterung"]
    rows = [[cell.value for cell in row] for row in notes.iter_rows(min_row=2)]
    said = {key: value for sheet, _, value, key in rows if sheet in ("Diese Datei", "Netz")}
    assert said["note"].startswith("Internes Arbeitsdokument. Wie in dieser Erhebung zu diesem Thema genannt;")
    assert (said["date"], said["audience"], said["seed"], said["dealings"]) == ("30. Juni 2026", "das Büro", 7, 19)
    assert said["version"]
    assert said["density"] == "Verbindungen geteilt durch die möglichen; sie sinkt, wenn ein Netz wächst."
    others = book(tmp_path / "public", audience="public", language="en")["notes"]
    assert "Internal" not in others["C2"].value
    assert "the public" in values(others, "Meaning or value")


@pytest.mark.parametrize(
    ("audience", "without", "language", "said"),
    [
        ("office", ["Bert-Haus", "Cem-Kreis"], "de", "Bert-Haus; Cem-Kreis"),
        ("participants", ["Bert-Haus"], "en", "Bert-Haus"),
        ("public", ["Bert-Haus"], "de", "1 Akteur"),
        ("public", ["Bert-Haus", "Cem-Kreis"], "en", "2 actors"),
        ("public", ["Bert-Haus", "Cem-Kreis", "@Dora", "=1+1"], "de", "=1+1; 3 weitere"),
        ("office", [], "de", None),
    ],
)
def test_notes_say_who_was_taken_out(
    tmp_path: Path, audience: str, without: list[str], language: Language, said: str | None
) -> None:
    actors = ACTORS.replace("Name,", "veröffentlichen,Name,").replace("    =1", "    ja,=1")
    actors = actors.replace("    Bert", "    nein,Bert").replace("    Cem", "    ,Cem").replace("    @", "    ,@")
    town = landscape(tmp_path / "stadt", actors, TIES, ABOUT)
    made = analyze(town, audience=audience, without=without, language=language, draws=19)
    notes = written(made, tmp_path)["Erläuterung" if language == "de" else "notes"]
    rows = {row[3].value: [row[1].value, row[2].value] for row in notes.iter_rows(min_row=2)}
    head = {"de": "Herausgenommen, als gäbe es sie nicht", "en": "Taken out, as if they were not there"}[language]
    assert rows.get("without") == (None if said is None else [head, said])


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", ["musterstadt", "documents"])
def test_every_column_and_figure_has_its_words(tmp_path: Path, audience: str, language: Language, example: str) -> None:
    made = analyze(read(ROOT / "examples" / example), audience=audience, language=language, draws=19)
    words = catalog("tables")
    for name, rows in tables(made.to_dict()).items():
        keys = {row["figure"] for row in rows} if name == "network" else {key for row in rows for key in row}
        own = {key for row in made.to_dict()["actors"] for key in row.get("attributes") or ()}
        for key in keys - own:
            if not key.startswith("intensity_"):
                assert f"{name}_{key}" in words or key in words, (name, key)
                assert f"{name}_{key}_means" in words or f"{key}_means" in words, (name, key)
    told = written(made, tmp_path)
    own_sheet = told[told.sheetnames[1]]
    assert len({cell.value for cell in own_sheet[1]}) == own_sheet.max_column


@pytest.mark.parametrize("actors", ["", "A,Schule"])
@pytest.mark.parametrize("audience", ["office", "public"])
def test_empty_landscapes_have_their_workbook_too(tmp_path: Path, actors: str, audience: str) -> None:
    made = analyze(landscape(tmp_path / "leer", f"Name,Art\n{actors}", "von,nach"), audience=audience, draws=19)
    assert len(written(made, tmp_path).sheetnames) == 6


def test_withheld_figures_are_said_to_be(tmp_path: Path) -> None:
    actors = "Name,Art,Rücklauf\n" + "\n".join(f"{name},Schule,keine Antwort" for name in "ABCDE")
    made = analyze(landscape(tmp_path / "s", actors, "von,nach\nA,B"), audience="participants", draws=19)
    assert any("noch nichts gesagt" in str(cell.value) for cell in written(made, tmp_path)["Erläuterung"]["C"])
