"""A landscape to fill in: nothing in it is data before people fill it in, and then all that they filled in is."""

from __future__ import annotations

import stat
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from actor_graph.analysis import analyze
from actor_graph.problems import LandscapeError, OutputError
from actor_graph.reading import read
from actor_graph.words import LANGUAGES, Language
from actor_graph.writing.template import init
from tests.making import folder
from tests.writing.template.filling import ACTORS, TIES, filled

EVERY = pytest.mark.parametrize(("name", "language"), [(n, w) for n in ("stadt", "stadt.xlsx") for w in LANGUAGES])


@EVERY
def test_a_template_is_an_empty_landscape(tmp_path: Path, name: str, language: Language) -> None:
    init(tmp_path / name, language=language)
    landscape = read(tmp_path / name)
    assert (len(landscape.actors), len(landscape.ties)) == (0, 0)
    assert (len(landscape.contacts or ()), len(landscape.events or ())) == (0, 0)
    assert (landscape.language, landscape.scheme.name) == (language, "migration-development")
    assert {problem.key for problem in landscape.warnings} == {"reading.no_actors", "reading.no_ties"}


@EVERY
def test_every_heading_is_one_that_the_reader_knows(tmp_path: Path, name: str, language: Language) -> None:
    init(tmp_path / name, language=language)
    landscape = read(tmp_path / name)
    assert (landscape.ties.extra, landscape.contacts.extra, landscape.events.extra) == ((), (), ())  # type: ignore[union-attr]
    contacts = {"de": ("Ansprechperson", "Telefon", "E-Mail"), "en": ("contact person", "phone", "e-mail")}
    assert landscape.actors.contact == contacts[language]
    assert set(landscape.actors.extra) - set(contacts[language]) == {"Bemerkung" if language == "de" else "note"}


def test_what_people_fill_in_below_the_example_is_read_and_nothing_else(tmp_path: Path) -> None:
    init(tmp_path / "stadt.xlsx", language="de")
    contacts = [{"Akteur": "Afrika-Forum", "Datum": datetime(2026, 5, 4), "Ergebnis": "zugesagt"}]
    events = [{"Veranstaltung": "Auftakt", "Akteur": "Weltladen", "gekommen": "ja", "Datum": datetime(2026, 6, 1)}]
    tables = {"Akteure": ACTORS, "Verbindungen": TIES, "Kontakte": contacts, "Veranstaltungen": events}
    filled(tmp_path / "stadt.xlsx", tables, {"Name": "Musterstadt", "Datum": datetime(2026, 6, 30)})
    landscape = read(tmp_path / "stadt.xlsx")
    assert landscape.warnings == ()
    assert landscape.actors["name"] == tuple(row["Name"] for row in ACTORS)
    assert landscape.actors["id"][0] == "007"
    assert landscape.actors["Telefon"][0] == "+49 228 123456"
    assert landscape.actors["type"][1] == ("migrant organization", "umbrella organization")
    assert landscape.actors["survey"] == ("answered", "promised", "no answer", "excluded", None)
    assert landscape.ties["intensity"] == ("regular", "occasion-based")
    assert landscape.ties["kind"] == ("joint project", "exchange")
    assert landscape.contacts is not None
    assert landscape.contacts["date"] == ("2026-05-04",)
    assert landscape.events is not None
    assert landscape.events["came"] == (True,)
    assert (landscape.name, landscape.meta["date"]) == ("Musterstadt", "2026-06-30")
    analysis = analyze(landscape)
    assert (analysis.network["actors"], analysis.network["ties"]) == (4, 2)


def test_the_example_may_be_written_over_or_deleted(tmp_path: Path) -> None:
    init(tmp_path / "a.xlsx", language="de")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["Akteure"]["A2"] = "Weltladen"
    book["Verbindungen"].delete_rows(2)
    book.save(tmp_path / "a.xlsx")
    landscape = read(tmp_path / "a.xlsx")
    assert landscape.actors["name"] == ("Weltladen",)
    assert len(landscape.ties) == 0


def test_a_tie_with_one_example_in_it_is_a_mistake_and_not_left_out(tmp_path: Path) -> None:
    place = folder(tmp_path / "a", "name\nA", "source,target\n(example) X,A")
    with pytest.raises(LandscapeError) as found:
        read(place)
    assert next(problem.key for problem in found.value.problems).startswith("reading.unknown")


def test_only_the_mark_in_brackets_makes_an_example(tmp_path: Path) -> None:
    actors = "name\nBeispiel e. V.\nBeispiel (Verein)\n(BEISPIEL) weg\n (example) weg\n[Beispiel] bleibt"
    landscape = read(folder(tmp_path / "a", actors, "source,target\n(Beispiel) a,(Beispiel) b"))
    assert landscape.actors["name"] == ("Beispiel e. V.", "Beispiel (Verein)", "[Beispiel] bleibt")
    assert len(landscape.ties) == 0


def test_the_actors_of_an_earlier_landscape_are_taken_over_to_be_asked_anew(tmp_path: Path) -> None:
    actors = """
    id;Name;Typ;Rücklauf;geprüft;Telefon;Sparte;Einzelperson;veröffentlichen;Bedarfe;Grund
    a;Weltladen;Weltladen;geantwortet;2026-05-11;0228 123456;Handel;;ja;Raum;
    b;Chor;Gesangverein;ausgeschlossen;;;;nein;;;aufgelöst
    """
    about = """
    name: Musterstadt
    date: 2026-06-30
    scheme: migration-development
    publish_columns: [Sparte]
    sources: [Liste 2026]
    """
    earlier = read(folder(tmp_path / "alt", actors, "von;nach\na;b", about, "Akteur;Ergebnis\na;zugesagt"))
    for name in ("neu", "neu.xlsx"):
        written = init(tmp_path / name, earlier=earlier)
        assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in written)
        again = read(tmp_path / name)
        assert (again.actors["survey"], again.actors["reason"]) == ((None, "excluded"), (None, "aufgelöst"))
        for key in ("id", "name", "type", "checked", "Telefon", "Sparte", "person", "publish", "needs"):
            assert again.actors[key] == earlier.actors[key], key
        assert (len(again.ties), len(again.contacts or ()), len(again.events or ())) == (0, 0, 0)
        assert (again.name, again.scheme.name, again.language) == ("Musterstadt", "migration-development", "de")
        assert again.meta["publish_columns"] == ("Sparte",)
        assert not {"date", "sources"} & again.meta.keys()


@pytest.mark.parametrize("name", ["neu", "neu.xlsx"])
def test_an_objection_holds_in_the_next_survey(tmp_path: Path, name: str) -> None:
    """Of two actors whose tie was objected to there is one row, ended on the day of that survey."""
    ties = "von;nach;Art;Widerspruch;bis\nA;B;Beratung;ja;\nB;A;Austausch;;\nB;C;;ja;2020\nA;C;;;"
    about = "    name: Stadt\n    date: 2026-06-30"
    earlier = read(folder(tmp_path / "alt", "Name;Widerspruch\nA;\nB;ja\nC;nein", ties, about))
    init(tmp_path / name, earlier=earlier)
    again = read(tmp_path / name)
    assert again.actors["objected"] == (None, True, False)
    assert list(zip(again.ties["source"], again.ties["target"], strict=True)) == [(0, 1), (1, 2)]
    assert (again.ties["objected"], again.ties["until"]) == ((True, True), ("2026-06-30", "2020"))
    assert again.ties["kind"] == (None, None)


def test_an_earlier_landscape_is_never_written_over(tmp_path: Path) -> None:
    earlier = read(folder(tmp_path / "alt", "name\nA", "source,target"))
    with pytest.raises(OutputError):
        init(tmp_path / "alt", earlier=earlier, force=True)
    assert (tmp_path / "alt" / "actors.csv").read_text("utf-8") == "name\nA\n"


def test_a_template_that_was_filled_in_is_kept(tmp_path: Path) -> None:
    init(tmp_path / "a.xlsx", language="de")
    init(tmp_path / "a.xlsx", language="en")
    filled(tmp_path / "a.xlsx", {"Actors": [{"name": "A"}]})
    with pytest.raises(OutputError):
        init(tmp_path / "a.xlsx")
    init(tmp_path / "a.xlsx", force=True)
    assert len(read(tmp_path / "a.xlsx").actors) == 0


def test_a_target_is_a_folder_or_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        init(tmp_path / "a.csv")
    assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize("name", ["a.xlsx", "a"])
def test_a_scheme_of_ones_own_is_named_where_it_lies_beside(tmp_path: Path, name: str) -> None:
    beside = tmp_path / "a" / "own.yaml" if name == "a" else tmp_path / "own.yaml"
    beside.parent.mkdir(exist_ok=True)
    beside.write_text("types:\n  choir:\n    labels: {de: Chor, en: choir}\n", "utf-8")
    init(tmp_path / name, scheme=str(beside), language="de")
    landscape = read(tmp_path / name)
    assert (landscape.scheme.name, landscape.meta["scheme"]) == ("own", "own.yaml")


def test_a_scheme_that_lies_elsewhere_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("types:\n  choir: {}\n", "utf-8")
    init(tmp_path / "a", scheme=str(tmp_path / "own.yaml"))
    assert "scheme" not in read(tmp_path / "a").meta


def test_names_that_could_be_formulas_are_text(tmp_path: Path) -> None:
    earlier = read(folder(tmp_path / "alt", "name;note\n=1+1;@x\n+49 1;-y", "source;target"))
    init(tmp_path / "neu.xlsx", earlier=earlier)
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "neu.xlsx")["Actors"].iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert read(tmp_path / "neu.xlsx").actors["name"] == ("=1+1", "+49 1")


def test_every_entry_that_stands_as_a_comment_can_be_filled_in(tmp_path: Path) -> None:
    init(tmp_path / "a", language="de")
    about = tmp_path / "a" / "landscape.yaml"
    given = {"name": "Musterstadt", "sources": "[Register, Liste]", "accessibility": "{address: a@example.org}"}
    lines = about.read_text("utf-8").splitlines()
    for key, value in given.items():
        (place,) = (i for i, line in enumerate(lines) if line.startswith(f"# {key}:"))
        lines[place] = f"{key}: {value}"
    about.write_text("\n".join(lines), "utf-8")
    landscape = read(tmp_path / "a")
    assert landscape.name == "Musterstadt"
    assert landscape.meta["sources"] == ["Register", "Liste"]
    assert landscape.meta["accessibility"] == {"address": "a@example.org"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_beside_the_tables_says_what_each_column_means(tmp_path: Path, language: Language) -> None:
    init(tmp_path / "a", language=language)
    (readme,) = (tmp_path / "a").glob("*.txt")
    said = readme.read_text("utf-8-sig")
    assert readme.name == ("LIESMICH.txt" if language == "de" else "README.txt")
    landscape = read(tmp_path / "a")
    for heading in [*landscape.actors.headings.values(), *landscape.ties.headings.values()]:
        assert f"- {heading}: " in said
    assert 'actor-graph check "a"' in said
    assert landscape.scheme.type_label("One World shop", language) in said
