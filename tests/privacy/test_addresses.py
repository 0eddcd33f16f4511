"""Streets with a number beside a postcode go from texts; what everybody may read, and other numbers, stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.privacy.addresses import Addresses
from actor_graph.privacy.leaving import leaving
from actor_graph.writing.letters.roster import Roster
from tests.making import landscape


@pytest.mark.parametrize("street", [
    "Lindenweg 12", "Ringstr. 5", "Ringstraße 5a", "RINGSTRASSE 5 A", "Berliner Straße 12-14", "Berliner Str. 7",
    "Konrad-Adenauer-Platz 3", "Am Markt 1", "Am Alten Markt 12a", "An der Kirche 5", "Auf dem Berg 3", "Im Winkel 4",
    "Zur Alten Mühle 9", "Straße des 17. Juni 135", "Platz der Republik 1", "Bahnhofsallee 7", "Judengasse 2/3",
    "Ludwig van Beethoven Str. 8", "Unter den Linden 6", "Uferweg 1–3",
])  # fmt: skip
def test_a_street_beside_a_postcode_goes(street: str) -> None:
    clear = Addresses().redacted
    for text in ("Treffen bei Ida, {}, 66450 Bexstadt. Gern", "{} 66450 Bexstadt", "{}\n66450 Bexstadt",
                 "{}, D-66450 Bex", "Bei Ida: {} in 66450 Bexstadt", "66450 Bexstadt, {}",
                 "Ida, 66450 Bad Bex, {}, hinten"):  # fmt: skip
        assert clear(text.format(street)) == text.format("[…]")


@pytest.mark.parametrize(
    "text",
    [
        "66450 Bexstadt", "Wir sind in 66450 Bexstadt", "Lindenweg 12", "Treff: Marktplatz 3, Bexstadt",
        "Im Jahr 2019, 66450 Bexstadt", "seit 12, 66450", "Am Montag 12 in 66450 Bexstadt", "12345 Euro für 12 Plätze",
        "Wir haben 12000 Mitglieder, 30 Gruppen", "Im Mai 20, 01067 Dresden", "Raum 5, 66450 Bexstadt",
        "01067, 01069, 01097", "VR 12345, Nr. 7", "Der Weg ist lang, 66450 Bexstadt",
        "In der Gruppe 12, 66450 Bexstadt",
    ],
)  # fmt: skip
def test_towns_and_other_numbers_stay(text: str) -> None:
    assert Addresses().redacted(text) == text


def test_what_everybody_may_read_stays(tmp_path: Path) -> None:
    actors = """
        id,name,person,place,description,Treffpunkt
        a,Haus,,"Hauptstraße 5, 66450 Bexstadt","Hauptstr. 5, 66450 Bexstadt; Lindenweg 12, 66450 Bexstadt",
        b,Bund,,,"Torgasse 1, 66450 Bexstadt","Torgasse 1, 66450 Bexstadt"
        p,Ida Quast,yes,"Waldweg 7, 66450 Bexstadt",,
        c,Chor,,,"bei Ida Quast, Waldweg 7, 66450 Bexstadt",
    """
    about = "    publish_columns: [Treffpunkt]"
    town = landscape(tmp_path, actors, "source,target", about)
    told = leaving(town, audience="public").actors
    assert told["place"][0] == "Hauptstraße 5, 66450 Bexstadt"
    assert told["description"] == (
        "Hauptstr. 5, 66450 Bexstadt; […], 66450 Bexstadt", "Torgasse 1, 66450 Bexstadt", None,
        "bei Person 1, […], 66450 Bexstadt",
    )  # fmt: skip
    assert told["Treffpunkt"][1] == "Torgasse 1, 66450 Bexstadt"
    assert leaving(town, with_contacts=True).actors["description"][3] == "bei Person 1, Waldweg 7, 66450 Bexstadt"
    assert Roster(town, "de").told("Ida Quast, Waldweg 7, 66450 Bexstadt") == "Person 1, […], 66450 Bexstadt"


@given(st.text("aA1 ,.-straßweg0\n", max_size=200))
def test_what_is_cleared_has_nothing_left_to_clear_and_loses_no_postcode(text: str) -> None:
    once = Addresses().redacted(text)
    assert Addresses().redacted(once) == once
    assert "[…]" in once or once == text
