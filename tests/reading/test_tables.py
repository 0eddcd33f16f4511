"""Ids, names, lists, words, dates, the log of calls, and what the landscape says of itself."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError, Problems
from actor_graph.reading import read
from actor_graph.reading.raw import Material
from actor_graph.reading.tables import landscape_of
from actor_graph.scheme import default_scheme
from tests.reading.making import TIES, put

NOBODY = "source,target\n"


def city(where: Path, actors: str, ties: str = NOBODY, *, add_missing: bool = False, **more: str) -> Landscape:
    files = {"actors.csv": actors, "ties.csv": ties} | {k.replace("_", "."): v for k, v in more.items()}
    return read(put(where, files), add_missing=add_missing)


def keys(landscape: Landscape) -> list[str]:
    return [w.key for w in landscape.warnings if w.key != "reading.no_ties"]


def test_id_is_the_name_where_there_is_none(tmp_path: Path) -> None:
    """Trimmed, composed, and numbered from the second of the same name on."""
    decomposed = unicodedata.normalize("NFD", "Küche")
    found = city(tmp_path, f"id,name\n, {decomposed} \n,Ost\nx,West\n,Ost\n,Ost\n")
    assert found.actors["id"] == ("Küche", "Ost", "x", "Ost (2)", "Ost (3)")
    assert found.actors["name"][1:] == ("Ost", "West", "Ost", "Ost")
    assert keys(found) == ["reading.name_repeated"] * 2


def test_made_ids_are_nobody_elses(tmp_path: Path) -> None:
    found = city(tmp_path, "id,name\n,A\nA,B\n,C\n,C\n,C (2)\n", "source,target\nA,C (2)\n")
    assert found.actors["id"] == ("A (2)", "A", "C", "C (3)", "C (2)")
    assert (found.ties["source"], found.ties["target"]) == ((1,), (4,))


def test_name_is_the_id_where_there_is_none(tmp_path: Path) -> None:
    assert city(tmp_path, "id,name\na,\nb,B\n").actors["name"] == ("a", "B")


def test_ends_are_ids_or_exact_names_and_ids_win(tmp_path: Path) -> None:
    found = city(tmp_path, "id,name\na,b\nb,a\nc,Haus Süd\n", "source,target\na,b\n Haus Süd ,c\n")
    assert (found.ties["source"], found.ties["target"]) == ((0, 2), (1, 2))


def test_repeated_name_that_is_an_id_is_that_actor(tmp_path: Path) -> None:
    found = city(tmp_path, "id,name\nOst,Ost\nb,Ost\n", "source,target\nOst,b\n")
    assert found.ties["source"] == (0,)


def test_composed_and_decomposed_letters_are_the_same(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Küche")
    assert city(tmp_path, "id,name\nx,Küche\n", f"source,target\n{decomposed},x\n").ties["source"] == (0,)


def test_every_row_stays(tmp_path: Path) -> None:
    """Self-ties, parallel and reciprocal ties are left to the graph."""
    found = city(tmp_path, "id\na\nb\n", "source,target\na,a\na,b\nb,a\na,b\n\n")
    assert found.ties["source"] == (0, 0, 1, 0)
    assert found.ties.rows == (2, 3, 4, 5)


def test_add_missing(tmp_path: Path) -> None:
    ties = "source,target,reported_by\na,Neu\nNeu,Andere,Neu\n"
    found = city(tmp_path, "id,name,type,mandate\na,A,x,yes\n", ties, add_missing=True)
    assert found.actors["id"] == ("a", "Neu", "Andere")
    assert found.actors["survey"] == (None, "not contacted", "not contacted")
    assert found.actors["type"] == (("x",), (), ())
    assert (found.ties["source"], found.ties["target"]) == ((0, 1), (1, 2))
    assert found.ties["reported_by"] == ((), (1,))
    assert [(w.key, w.values["n"]) for w in found.warnings] == [("reading.added", 2)]
    assert len({len(column) for column in found.actors.columns.values()}) == 1


def test_add_missing_does_not_choose_between_two(tmp_path: Path) -> None:
    with pytest.raises(LandscapeError, match="2 actors have the name"):
        city(tmp_path, "id,name\na,Ost\nb,Ost\n", "source,target\nOst,a\n", add_missing=True)


def test_lists_are_parted_by_semicolons_without_doubles(tmp_path: Path) -> None:
    found = city(tmp_path, 'id,fields,languages\na,"x; y,z;;x ",de\nb,,\n')
    assert found.actors["fields"] == (("x", "y,z"), ())
    assert found.actors["languages"] == (("de",), ())


def test_types_and_kinds_become_keys_of_the_scheme(tmp_path: Path) -> None:
    found = city(
        tmp_path,
        "id;Art\na;Migrantenorganisation; Rat der Weisen\n".replace("; Rat", ",Rat")
        + 'b;"migrants-Organization;Schule"\nc;migrant organization\n',
        "von;nach;Art;Intensität\na;b;Förderung;umfassend\nb;c;Chor;\n",
        landscape_yaml="scheme: migration-development\n",
    )
    assert found.actors["type"][2] == ("migrant organization",)
    assert found.actors["type"][1][-1] == "school"
    assert found.actors["type"][0] == ("Migrantenorganisation,Rat der Weisen",)
    assert found.ties["kind"] == ("funding", "Chor")
    assert found.ties["intensity"] == ("comprehensive", None)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("geantwortet", "answered"),
        ("No Answer", "no answer"), ("keine antwort", "no answer"), ("zugesagt", "promised"),
        ("nicht-kontaktiert", "not contacted"), ("AUSGESCHLOSSEN", "excluded"), ("interessiert", "interested"),
        ("declined", "declined"), ("", None),
    ],
)  # fmt: skip
def test_survey_words(written: str, word: str | None, tmp_path: Path) -> None:
    assert city(tmp_path, f"id,survey\na,{written}\n").actors["survey"] == (word,)


@pytest.mark.parametrize(
    ("written", "value"),
    [(w, True) for w in "yes y true x 1 ja J WAHR".split()]
    + [(w, False) for w in "no n FALSE 0 nein falsch".split()]
    + [("", None)],
)
def test_yes_and_no(written: str, value: bool | None, tmp_path: Path) -> None:
    assert city(tmp_path, f"id,publish\na,{written}\n").actors["publish"] == (value,)


def test_words_of_short_lists(tmp_path: Path) -> None:
    found = city(tmp_path, "id;Wunsch;Personal;Funktion\na;ja;ehrenamtlich;Multiplikatorin\nb;später;Team;x\n")
    assert found.actors["wish"] == ("yes", "later")
    assert found.actors["staff"] == ("unpaid", "Team")
    assert found.actors["function"] == ("multiplier", "x")


def test_dates(tmp_path: Path) -> None:
    found = city(tmp_path, "id\na\n", "source,target,since,until\na,a,30.6.2026,2027\na,a,06/2026,2026-06-30\n")
    assert found.ties["since"] == ("2026-06-30", "2026-06")
    assert found.ties["until"] == ("2027", "2026-06-30")


def test_decimal_commas_of_a_column(tmp_path: Path) -> None:
    """A point before three digits parts thousands only where the column has decimal commas."""
    ties = "source;target;weight\n"
    commas = city(tmp_path / "1", "id\na\n", ties + "a;a;1,5\na;a;1.234\na;a;\n")
    assert commas.ties["weight"] == (1.5, 1234.0, None)
    points = city(tmp_path / "2", "id\na\n", ties + "a;a;1.234\na;a;2\n")
    assert points.ties["weight"] == (1.234, 2.0)


def test_own_heading_wins_and_the_rest_is_an_attribute(tmp_path: Path) -> None:
    found = city(tmp_path, "label,name,Status,id,Nr\nL,N,S,i,1\n")
    assert (found.actors["name"], found.actors["id"]) == (("N",), ("i",))
    assert found.actors.extra == ("label", "Status", "Nr")
    assert (found.actors["label"], found.actors["Status"]) == (("L",), ("S",))
    assert "survey" not in found.actors
    assert keys(found) == []


def test_of_two_other_names_the_first_wins_and_it_is_said(tmp_path: Path) -> None:
    found = city(tmp_path, "Organisation,Akteur\nO,A\n")
    assert found.actors["name"] == ("O",)
    assert found.actors.extra == ("Akteur",)
    assert (found.warnings[0].key, found.warnings[0].column) == ("reading.heading_aside", "Akteur")


def test_an_empty_double_is_no_double(tmp_path: Path) -> None:
    found = city(tmp_path, "name,Name,x,X\n,A,1,\n,B,,\n")
    assert found.actors["name"] == ("A", "B")
    assert found.actors.extra == ("x",)
    assert keys(found) == []


def test_attributes_of_one_name_are_numbered(tmp_path: Path) -> None:
    found = city(tmp_path, "id,Farbe,Farbe\na,rot,blau\n")
    assert (found.actors["Farbe"], found.actors["Farbe (2)"]) == (("rot",), ("blau",))
    assert keys(found) == ["reading.attribute_twice"]


def test_contact_columns_are_known_by_heading_and_by_cells(tmp_path: Path) -> None:
    found = city(
        tmp_path,
        "id;Ansprechpartnerin;contact_x;Merkmal;Größe;Nr. 2\n"
        "a;Fr. A;B;info@example.org;1200345;0221 1234567\nb;;;;17;\n",
    )
    assert found.actors.contact == ("Ansprechpartnerin", "contact_x", "Merkmal", "Nr. 2")


def test_survey_follows_from_the_log(tmp_path: Path) -> None:
    """The last survey word by date, then row; one filled in by hand wins and a disagreement is said."""
    log = """actor,date,outcome
a,3.6.2026,geantwortet
A,1.6.2026,no answer
b,,answered
b,,promised
c,2026-06-01,declined
c,2026-07-01,rang off
d,2026-06-01,answered
d,1.6.2026,interested
"""
    found = city(tmp_path, "id,name,survey\na,A,\nb,B,\nc,C,excluded\nd,D,\ne,E,\n", contacts_csv=log)
    assert found.actors["survey"] == ("answered", "promised", "excluded", "interested", None)
    differing = [w for w in found.warnings if w.key != "reading.no_ties"]
    assert [(w.key, w.file, w.row) for w in differing] == [("reading.survey_differs", "contacts.csv", 6)]
    assert "„abgelehnt“" in differing[0].message("de")
    assert "„ausgeschlossen“" in differing[0].message("de")
    assert found.contacts is not None
    assert found.contacts["actor"] == ("a", "a", "b", "b", "c", "c", "d", "d")
    assert found.contacts["outcome"][:2] == ("answered", "no answer")
    assert found.contacts["outcome"][5] == "rang off"


def test_events(tmp_path: Path) -> None:
    events = "Veranstaltung;Format;Datum;Akteur;eingeladen;gekommen;Rolle\nAuftakt;;1.6.2026;A;ja;nein;Gast\n"
    found = city(tmp_path, "id,name\na,A\n", events_csv=events)
    assert found.events is not None
    assert found.events["actor"] == ("a",)
    assert (found.events["invited"], found.events["came"]) == ((True,), (False,))
    assert found.events["date"] == ("2026-06-01",)


def test_what_the_landscape_says_of_itself(tmp_path: Path) -> None:
    found = city(
        tmp_path,
        "id,Name,Stadtteil,Farbe\na,A,Nord,rot\nb,B,Süd,blau\n",
        TIES,
        landscape_yaml="""
name: Neustadt
Datum: 30.6.2026
language: Deutsch
by: Ort
reports: source
publish_columns: [Farbe, Höhe]
circles: {A: Kreis der Mitte, zz: Niemand}
goals: [eins, zwei]
nmae: x
quux: y
""",
    )
    assert found.meta == {
        "name": "Neustadt", "date": "2026-06-30", "language": "de", "by": "place", "reports": "source",
        "publish_columns": ("Farbe",), "circles": {"a": "Kreis der Mitte"}, "goals": ["eins", "zwei"],
    }  # fmt: skip
    assert found.language == "de"
    assert {w.key: w.values.get("near") for w in found.warnings} == {
        "reading.meta_unknown_near": "name", "reading.meta_unknown": None, "reading.meta_publish": None,
        "reading.meta_circle": None,
    }  # fmt: skip


def test_nearest_name_among_many(tmp_path: Path) -> None:
    """Ten thousand names and sixty misspelled ones are searched in a moment."""
    actors = "id,name\n" + "".join(f"{i},Verein Nummer {i}\n" for i in range(10_000))
    ties = "source,target\n" + "".join(f"{i},Verien Nummer {i}\n" for i in range(100))
    with pytest.raises(LandscapeError) as found:
        city(tmp_path, actors, ties)
    near = [p.values.get("near") for p in found.value.problems]
    assert near[:60] == [f"Verein Nummer {i}" for i in range(60)]
    assert len(near) == 100


def test_the_nearest_name_does_not_rest_on_the_name_of_the_town(tmp_path: Path) -> None:
    names = ["Diakonie Bexstadt", "Hochschule Bexstadt", "Amt für Vielfalt Bexstadt", "Zoohandlung Meier"]
    written = ["Zoo Bexstadt", "Diakoni Bexstadt", "Amt f. Vielfalt Bexstadt"]
    ties = "".join(f"{names[0]},{name}\n" for name in written)
    with pytest.raises(LandscapeError) as found:
        city(tmp_path, "name\n" + "".join(f"{name}\n" for name in names), f"source,target\n{ties}")
    assert [p.values.get("near") for p in found.value.problems] == [
        None, "Diakonie Bexstadt", "Amt für Vielfalt Bexstadt",
    ]  # fmt: skip


def test_the_name_of_a_folder_can_be_written_even_if_a_byte_of_it_is_no_letter(tmp_path: Path) -> None:
    material = Material("Stadt\udcff", tmp_path)
    assert landscape_of(material, {}, default_scheme(), "en", False, Problems()).source == "Stadt\ufffd"


def test_names_under_a_heading_that_is_none_of_names_are_one_problem(tmp_path: Path) -> None:
    actors = "Nr;Verein / Organisation;Art\n1;Haus der Begegnung;MO\n2;Weltladen;EW\n3;Chor;MO\n"
    ties = "von;nach\nHaus der Begegnung;Weltladen\nWeltladen;Chor\nChor;Haus der Begegnung\n"
    with pytest.raises(LandscapeError) as found:
        city(tmp_path, actors, ties, add_missing=True)
    assert [(one.key, one.column) for one in found.value.problems if one.key != "reading.added"] == [
        ("reading.names_aside", "Verein / Organisation")
    ]


def test_ids_alone_are_names_where_the_ties_use_them(tmp_path: Path) -> None:
    found = city(tmp_path, "Nr;Bereich\n1;Chor\n2;Musik\n", "von;nach\n1;2\n")
    assert found.actors["name"] == ("1", "2")
