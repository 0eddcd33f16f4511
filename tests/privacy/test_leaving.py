"""The copy of a landscape from which all outputs are made: no contact data, no natural person, in any text."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import clearing
from actor_graph.problems import RequestError
from tests.making import landscape

ACTORS = """
    id,name,type,needs,description,place,person,E-Mail,District
    a,Chor 0171 5500011,Typ 0171 5500012,For HILDE  GEHEIM,Ask hilde-id; 0171 5500013,At 0171 5500014,,x@y.example,N
    hilde-id,Hilde Geheim,individual,Rooms,Lives alone,Secret Street,yes,h@y.example,S
    c,Chor 0171 5500011,Typ 0171 5500012,,,,,z@y.example,N
"""
TIES = """
    source,target,kind,note
    a,hilde-id,Kind 0171 5500015,told in confidence
    a,c,Kind 0171 5500015,
"""
ABOUT = """
    name: Town 0171 5500016
    place: p@y.example
    boundary: ask Hilde Geheim
    circles: {a: Circle 0171 5500017}
"""
FORBIDDEN = ("55000", "y.example", "Hilde", "HILDE", "hilde-id", "Lives alone", "Secret", "confidence")


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_no_text_of_any_kind_carries_contacts_or_persons_out(tmp_path: Path, audience: str) -> None:
    read = landscape(tmp_path, ACTORS, TIES, ABOUT)
    analysis = ag.analyze(read, audience=audience, draws=9)
    text = analysis.to_json() + str(analysis.ties()) + ag.draw_map(analysis)
    assert [value for value in FORBIDDEN if value in text] == []
    assert "Chor […]" in text or audience == "public"


def test_ids_made_from_names_are_cleared_with_them_and_stay_apart(tmp_path: Path) -> None:
    read = landscape(tmp_path, "name\nChor 0171 5500099\nChor 0171 5500098\nChor\n", "source,target\n")
    assert leaving(read).actors["id"] == ("Chor […]", "Chor […] (2)", "Chor")


def test_ids_that_were_typed_in_stay(tmp_path: Path) -> None:
    read = landscape(tmp_path, "id,name\n0171 5500099,Chor\n", "source,target\n")
    assert leaving(read).actors["id"] == ("0171 5500099",)


def test_the_landscape_itself_keeps_everything(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, TIES, ABOUT)
    ag.analyze(read, draws=9)
    assert read.actors["id"] == ("a", "hilde-id", "c")
    assert read.meta["name"] == "Town 0171 5500016"


@pytest.mark.parametrize("column", ["id", "name", "description", "E-Mail"])
def test_what_names_single_actors_makes_no_groups(tmp_path: Path, column: str) -> None:
    with pytest.raises(RequestError):
        ag.analyze(landscape(tmp_path, ACTORS, TIES), by=column)


def test_a_column_that_is_not_released_makes_groups_in_the_office_alone(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, TIES)
    assert ag.analyze(read, by="District", draws=9).to_dict()["mixing"]["types"] == ["N"]
    with pytest.raises(RequestError, match="publish_columns"):
        ag.analyze(read, by="District", audience="participants")
    released = landscape(tmp_path / "r", ACTORS, TIES, "    publish_columns: [District]")
    assert ag.analyze(released, by="District", audience="participants", draws=9).audience == "participants"


@pytest.mark.parametrize(
    ("person", "text", "cleared"),
    [
        ("Ali", "Kapitalismuskritik, Validierung", "Kapitalismuskritik, Validierung"),
        ("Ali", "Fragen an Ali.", "Fragen an Person 1."),
        ("Emma Muster", "EMMA\u00a0 Muster sucht", "Person 1 sucht"),
        ("Bo", "Bo und Bordeaux", "Person 1 und Bordeaux"),
        ("Bo", "bo", "bo"),
        ("7", "7 Gruppen", "7 Gruppen"),
    ],
)
def test_persons_are_found_as_whole_words_in_any_case_and_spacing(person: str, text: str, cleared: str) -> None:
    assert clearing({person: "Person 1"}, with_contacts=False)(text) == cleared


def test_persons_are_numbered_over_all_actors_and_a_taken_stand_in_gets_a_star(tmp_path: Path) -> None:
    actors = "id,name,person\nx,X,yes\nperson-2,P,\ny,Y,yes\n"
    told = leaving(landscape(tmp_path, actors, "source,target\n")).actors
    assert told["id"] == ("person-1", "person-2", "person-2*")
    assert told["name"] == ("Person 1", "P", "Person 2")


def test_a_person_left_out_stays_masked_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    actors = "id,name,person,description\nx,Xenia Xu,yes,\ny,Yve Yu,yes,\na,A,,Founded by Xenia Xu\n"
    analysis = ag.analyze(landscape(tmp_path, actors, "source,target\n"), without=["person-1"], draws=9)
    assert [row["id"] for row in analysis.to_dict()["actors"]] == ["person-2", "a"]
    assert "Xenia" not in analysis.to_json()


def test_the_kinds_that_a_message_lists_name_no_person(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, "source,target,kind\na,c,Tea with Hilde Geheim\n")
    with pytest.raises(RequestError) as wrong:
        ag.analyze(read, count=["nothing"])
    assert "Tea with" in str(wrong.value)
    assert "Hilde" not in str(wrong.value)


def test_addresses_to_turn_to_stay_and_natural_persons_in_them_do_not(tmp_path: Path) -> None:
    about = """
    accessibility: {address: bau@example.org, statement: ask Hilde Geheim}
    feedback: 0351 5050505
"""
    told = leaving(landscape(tmp_path, ACTORS, TIES, about), audience="public").meta
    assert told["accessibility"] == {"address": "bau@example.org", "statement": "ask Person 1"}
    assert told["feedback"] == "0351 5050505"


def test_persons_and_objectors_are_found_under_other_spellings_too(tmp_path: Path) -> None:
    actors = """
        id,name,person,objected,description,Weitere Schreibweisen
        1,Gertrud Hässler,yes,,,Gerda Beispiel; Trude Gleich
        2,Trude Muster,yes,,,Trude Gleich;Sportclub Lerche
        3,Zypressenhain e. V.,,yes,,ZKV Blau; Sportclub Lerche
        4,Sportclub Lerche,,,"Frau Beispiel (Gerda Beispiel), Trude Gleich, ZKV Blau und Sportclub Lerche",
    """
    town = landscape(tmp_path, actors, "source,target")
    told = "Person 1 (Person 1), […], {} und Sportclub Lerche"
    for audience, name in (("office", "ZKV Blau"), ("participants", "[…]"), ("public", "[…]")):
        assert leaving(town, audience=audience).actors["description"][3] == told.format(name)  # type: ignore[arg-type]


def test_a_contact_person_in_somebodys_place_is_cleared_there_and_in_all_texts(tmp_path: Path) -> None:
    actors = """
        name,Ansprechperson,place,description
        Nordchor,Mehmet Qarabulut,bei Mehmet Qarabulut,
        Südchor,,,Leitung hat Mehmet Qarabulut
        Laden,Rosa Markt,Am Markt,
        Verein,,,"Am Markt, bei Rosa Markt"
    """
    told = leaving(landscape(tmp_path, actors, "source,target\n")).actors
    assert told["place"] == ("bei […]", None, "Am Markt", None)
    assert told["description"] == (None, "Leitung hat […]", None, "Am Markt, bei […]")


CHURCH = """
    name: Network of the Church of Ashford
    place: Ashford
    boundary: All who work with the CHURCH of Ashford in Ashford
    sources: [A list of the Church of Ashford, A list of Alpha]
    date: 2026-06-30
    grand: {missing: The Church of Ashford refused.}
"""


def ashford(where: Path) -> Landscape:
    """Alpha has agreed to be named; the church, and the borough that is called as its place, have not."""
    actors = """
        id,name,publish
        a,Alpha,yes
        b,Church of Ashford,no
        c,Ashford,
    """
    return landscape(where / "ashford", actors, "source,target\na,b\na,c", CHURCH)


def test_to_the_public_the_landscape_says_nothing_of_who_has_not_agreed(tmp_path: Path) -> None:
    told = leaving(ashford(tmp_path), audience="public")
    assert told.meta["boundary"] == "All who work with the […] in Ashford"
    assert told.meta["sources"] == ["A list of the […]", "A list of Alpha"]
    assert told.meta["grand"] == {"missing": "The […] refused."}
    assert told.name == "Network of the […]"
    assert (told.meta["place"], told.meta["date"]) == ("Ashford", "2026-06-30")
    where = [problem.values["where"] for problem in told.warnings if problem.key == "privacy.text_names"]
    assert sorted(where) == ["boundary", "grand: missing", "name", "sources"]
    for audience in ("office", "participants"):
        kept = leaving(ashford(tmp_path / audience), audience=audience)  # type: ignore[arg-type]
        assert "Church of Ashford" in kept.name
        assert "[…]" not in kept.meta["boundary"]
        refused = {"office": "The Church of Ashford refused.", "participants": "The […] refused."}
        assert kept.meta["grand"] == {"missing": refused[audience]}
        assert [problem.key for problem in kept.warnings] == ["privacy.text_status"] * (audience == "participants")


def test_nor_does_the_name_of_its_folder_where_it_has_no_other(tmp_path: Path) -> None:
    actors = "id,name,publish\na,Alpha,yes\nb,Church of Ashford,no"
    told = leaving(landscape(tmp_path / "Church of Ashford", actors, "source,target\na,b"), audience="public")
    assert told.name == "[…]"
    assert [problem.values["where"] for problem in told.warnings] == ["name"]


def test_no_output_for_the_public_names_who_has_not_agreed(tmp_path: Path) -> None:
    """Document, tables, map and directory are all made from the one copy; whoever makes them is told."""
    known = ashford(tmp_path)
    analysis = ag.analyze(known, draws=9, audience="public")
    assert "Church" not in analysis.to_json()
    assert {problem.key for problem in analysis.warnings} == {"privacy.text_names"}
    analysis.write(tmp_path / "out")
    ag.draw_map(analysis, tmp_path / "map.html")
    made = ag.directory(known, tmp_path / "directory.html", audience="public")
    assert "privacy.text_names" in {problem.key for problem in made.warnings}
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "ashford"]
    assert len(files) > 3
    for path in files:
        assert "Church" not in path.read_bytes().decode("utf-8", "replace"), path.name


def test_nor_does_what_a_city_aims_at(tmp_path: Path) -> None:
    """Vision and goals stand in the evolution alone, which is made of all waves; the church is in the first."""
    actors = "id,name,publish\na,Alpha,yes\nb,Church of Ashford,no\nc,Ashford,"
    for year, list_ in (("2024", actors), ("2026", actors.replace("b,Church of Ashford,no", "d,Beta,yes"))):
        about = f"""
    name: Ashford
    place: Ashford
    date: {year}-06-30
    vision: All know each other, as the Church of Ashford wished.
    goals:
      - goal: A partner for the Church of Ashford
        figure: average_degree
        target: at least 2
        responsible: Church of Ashford
    """
        landscape(tmp_path / year, list_, f"source,target\na,{'d' if 'Beta' in list_ else 'b'}\na,c", about)
    waves = [ag.read(tmp_path / year) for year in ("2024", "2026")]
    told = ag.evolve(waves, audience="public", draws=9)
    assert "Church" not in told.to_json()
    assert told.to_dict()["vision"] == "All know each other, as the […] wished."
    assert told.to_dict()["landscape"]["place"] == "Ashford"
    assert "Church" in ag.evolve(waves, audience="participants", draws=9).to_json()
