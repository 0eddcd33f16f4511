"""Who has an entry, for whom, and what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.views.directory import directory
from actor_graph.views.directory.entries import Entry, entries
from tests.making import landscape
from tests.views.directory.made import NO_TIES, town


def named(made: list[Entry]) -> list[str]:
    return [entry.name for entry in made]


def test_the_public_sees_organizations_that_agreed_in_the_order_of_a_directory(tmp_path: Path) -> None:
    assert named(entries(town(tmp_path), "public")) == ["10 Freunde", "Ägypten-Forum", "Brücke e. V.", "جمعية الأمل"]


def test_participants_see_all_that_are_included_persons_under_their_stand_in(tmp_path: Path) -> None:
    made = entries(town(tmp_path), "participants")
    assert named(made) == [
        "10 Freunde", "Ägypten-Forum", "Brücke e. V.", "Ohne drei", "Ohne eins", "Ohne zwei", "Person 1", "Stille",
        "جمعية الأمل",
    ]  # fmt: skip
    person = made[6]
    assert (person.description, person.place, person.countries, person.fields) == ("", "", (), ("Bildung",))
    assert [entry.number for entry in made] == list(range(1, 10))


def test_an_entry_holds_what_leaves_and_nothing_else(tmp_path: Path) -> None:
    bridge = entries(town(tmp_path), "public")[2]
    assert bridge.description == "Beratung, Tel. […]"
    assert (bridge.kinds, bridge.place, bridge.fields) == (("Verein",), "Mitte", ("Bildung", "Kultur"))
    assert bridge.attributes == (("Rechtsform", "Verein"),)
    assert [(site.text, site.link) for site in bridge.website] == [("www.bruecke.de", "https://www.bruecke.de")]
    assert "7654321" not in repr(bridge)


def test_contact_data_leave_if_they_are_asked_for(tmp_path: Path) -> None:
    bridge = entries(town(tmp_path), "public", with_contacts=True)[2]
    assert ("Telefon", "0351 7654321") in bridge.attributes
    assert "0351 1234567" in bridge.description


def test_an_entry_without_anything_beside_name_and_kind_is_bare(tmp_path: Path) -> None:
    assert [entry.bare for entry in entries(town(tmp_path), "public")] == [True, False, False, True]


def test_entries_of_some_rows_alone(tmp_path: Path) -> None:
    assert named(entries(town(tmp_path), "public", rows=[0, 2])) == ["Brücke e. V."]


def test_the_office_is_told_whose_entry_must_not_go_out(tmp_path: Path) -> None:
    notes = {entry.name: entry.note for entry in entries(town(tmp_path), "office")}
    assert notes["Stille"] == "Ohne Zustimmung zur Veröffentlichung"
    assert notes["Brücke e. V."] == ""
    assert all(entry.note == "" for entry in entries(town(tmp_path), "participants"))


def test_who_objected_stands_in_the_office_alone(tmp_path: Path) -> None:
    actors = "id,Name,veröffentlichen,Widerspruch,Beschreibung\na,Anna,ja,ja,x\nb,Berta,ja,,Mit Anna\nc,Cora,ja,,y\n"
    read = landscape(tmp_path, actors, NO_TIES)
    assert "objected" in read.actors
    for audience in ("public", "participants"):
        made = directory(read, audience=audience)
        assert named(list(made.entries)) == ["Berta", "Cora"]
        assert "Anna" not in repr(made.entries) + made.others_told()
    office = entries(read, "office")
    assert (office[0].name, office[0].note) == ("Anna", "Hat widersprochen: steht in keiner anderen Ausgabe")


@pytest.mark.parametrize(("flag", "countries"), [(False, ()), (True, ("Togo",))])
def test_a_sensitive_column_follows_the_rule_of_all_outputs(tmp_path: Path, flag: bool, countries: tuple[str]) -> None:
    """Called “Herkunftsland” a column is sensitive: it is left out, or shows what at least three have."""
    rows = "\n".join(f"a{n},A{n},ja,{'Togo' if n < 3 else 'Iran'}" for n in range(5))
    read = landscape(
        tmp_path,
        f"id,Name,veröffentlichen,Herkunftsland\n{rows}\n",
        NO_TIES,
        "\n    publish_columns: [Herkunftsland]\n",
    )
    told = {text for entry in entries(read, "public", sensitive=flag) for _, text in entry.attributes}
    assert told == set(countries)
