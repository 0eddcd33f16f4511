"""Why somebody is on the list, through whom the way leads, and how firm the list is; all worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.views.invitation.told import Told
from tests.advice.invite.town import town
from tests.making import folder


def told(place: Path, **options: Any) -> dict[str, Any]:
    return ag.invite(place, **({"format": "meeting"} | options)).to_dict()


def one(document: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(entry for entry in document["invited"] if entry["id"] == id_)


def untied(place: Path) -> Path:
    """The town without a tie."""
    (place / "ties.csv").write_text("source;target\n", "utf-8")
    return place


@pytest.mark.parametrize("ties", [True, False])
def test_who_keeps_two_kinds_even_is_there_for_that(tmp_path: Path, ties: bool) -> None:
    """Three clubs at least of five: with one school less there would be one, and two more clubs than schools."""
    place = town(tmp_path / "town", "quotas: {type: {club: {min: 3}}}\nparity: [[school, club]]", "de")
    document = told(place if ties else untied(place), seats=5)
    said = "hält zwei Arten im Gleichgewicht: Schule 2, Club 3".replace("Schule", label(document, "s1"))
    said = said.replace("Club", label(document, "hub"))
    schools = [one(document, id_)["reasons"] for id_ in ("s1", "s2")]
    assert all(said in reasons for reasons in schools)
    assert not any("Plätze" in reason for reasons in schools for reason in reasons)
    clubs = [entry["reasons"] for entry in document["invited"] if entry["type"] == "club"]
    assert len(clubs) == 3
    assert not any(said in reasons for reasons in clubs)  # with one club less both are two


def label(document: dict[str, Any], id_: str) -> str:
    return str(one(document, id_)["type_label"])


def test_what_is_proven_is_said_after_a_decline_and_for_the_same_people_too(tmp_path: Path) -> None:
    place = town(tmp_path / "town", language="de")
    first = ag.invite(place, format="meeting")
    again = ag.invite(place, earlier=first, declined=["lone"])
    other = ag.invite(place, format="meeting", same_as=first)
    said = [Told(made, "de").summary() for made in (first, again, other)]
    best = "vertritt keine mehr Arten, dann mehr Kreise, und erreicht dann mehr."
    assert f"Von der früheren Liste bleiben so viele, wie die Vorgaben erlauben. Unter diesen Listen {best}" in said[1]
    assert f"bleiben so viele, wie die Vorgaben erlauben. Unter diesen Listen {best}" in said[2]
    small = ag.invite(place, format="meeting", seats=3)
    few = ag.invite(place, format="meeting", same_as=small)  # three of up to four seats
    assert "Neu sind höchstens so viele, wie nicht mehr dabei sind" in Told(few, "de").summary()
    more = ag.invite(place, format="meeting", seats="5:6", same_as=first)
    assert "und es gibt nicht mehr Plätze, als das Format braucht" in Told(more, "de").summary()
    assert "früheren" not in said[0]
    (place / "ties.csv").write_text("source;target\n", "utf-8")
    untied = Told(ag.invite(place, format="meeting", declined=["lone"]), "de").summary()
    assert "Unter diesen Listen vertritt keine mehr Arten, dann mehr Felder, dann mehr Orte." in untied


def test_that_another_list_is_as_good_is_said(tmp_path: Path) -> None:
    """Each of the three choirs, alone, stands for one kind and one circle and reaches itself and the Haus: two."""
    made = ag.invite(town(tmp_path / "town", language="de"), format="meeting", seats=1, exclude=["hub", "amt", "s1"])
    document, words = made.to_dict(), Told(made, "de")
    (only,) = document["invited"]
    assert (document["equals"], only["reserve_equal"]) == (True, True)
    assert "Es gibt gleich gute Listen (--others); diese steht in der Reihenfolge der Tabelle vorn." in words.summary()
    assert words.reserve(only).endswith(" (ebenso gut)")
    sole = ag.invite(town(tmp_path / "other", language="de"), format="meeting", seats=11)
    assert sole.to_dict()["equals"] is False
    assert "gleich gute" not in Told(sole, "de").summary()


def test_no_way_leads_in_a_circle(tmp_path: Path) -> None:
    """Three who know one another: two are approached through others, one directly."""
    place = town(tmp_path / "town", language="de")
    (place / "ties.csv").write_text("source;target\nhub;amt\namt;s1\ns1;hub\n", "utf-8")
    made = ag.invite(place, format="meeting", seats="11")
    via = {entry["id"]: entry["approach_via"] for entry in made.to_dict()["invited"]}
    for start in via:
        seen, at = set[str](), start
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = via.get(at)
    assert sum(via[id_] is not None for id_ in ("hub", "amt", "s1")) == 2


def test_where_nobody_can_introduce_it_is_said(tmp_path: Path) -> None:
    """Allein without its membership, and no other refugee group: a visit, and nobody to bring it."""
    place = town(tmp_path / "town", language="de")
    ties = (place / "ties.csv").read_text("utf-8").replace("lone;amt;1;membership\n", "")
    (place / "ties.csv").write_text(ties, "utf-8")
    made = ag.invite(place, format="meeting")
    lone, words = one(made.to_dict(), "lone"), Told(made, "de")
    assert (lone["approach_text"], words.via(lone)) == (
        "Besuch; niemand bekannt, der vermitteln kann",
        "niemand bekannt",
    )


def test_where_nobody_can_introduce_it_is_told_by_what_somebody_was_found(tmp_path: Path) -> None:
    """Without anybody who names Hilde Holler, a natural person on the list."""
    place = town(tmp_path / "town", language="de")
    ties = (place / "ties.csv").read_text("utf-8").replace("lone;amt;1;membership\n", "")
    (place / "ties.csv").write_text(ties, "utf-8")
    head, *rows = (place / "actors.csv").read_text("utf-8").strip().splitlines()
    found = [f"{row};{'Liste von Hilde Holler' if row.startswith('lone') else ''}" for row in rows]
    (place / "actors.csv").write_text("\n".join([f"{head};gefunden durch", *found]), "utf-8")
    made = ag.invite(place, format="meeting")
    lone, words = one(made.to_dict(), "lone"), Told(made, "de")
    said = "niemand bekannt, der vermitteln kann (gefunden durch: Liste von Person 1)"
    assert (lone["approach_text"], words.via(lone)) == (f"Besuch; {said}", said.replace(", der vermitteln kann", ""))
    assert lone["approach_known_as"] == "found"


def test_who_rests_is_named_and_a_mandate_apart(tmp_path: Path) -> None:
    """The Amt, the only one of its kind, was at the last event; the format of the program asks for an office."""
    scheme = "extends: migration-development\nformats: {planning workshop: {rest: 1}}\n"
    events = "event;date;actor;came\nX;2025-01-01;amt;yes\nX;2025-01-01;a;yes"
    place = town(tmp_path / "town", scheme=scheme, language="de", events=events)
    rows = (place / "actors.csv").read_text("utf-8").replace("Amt;office", "Amt;administration")
    (place / "actors.csv").write_text(rows, "utf-8")
    said = " ".join(told(place, format="planning workshop")["warnings"])
    assert "Verwaltung: Das Format sieht mindestens 1 vor; wer dafür zählen würde, setzt aus (rest): Amt." in said
    assert "setzen diesmal aus: Chor A, Amt. Mit --include" in said
    assert "ist ein Akteur mit Auftrag, der mit einladen würde: Amt." in said
    assert "niemanden, der eingeladen werden kann" not in next(one for one in said.split(". ") if "Verwaltung:" in one)


def test_without_ties_fields_and_places_are_counted_and_what_ties_tell_is_not_known(tmp_path: Path) -> None:
    """Music has three, dance three, advice one; north three, south four, east three."""
    place = untied(town(tmp_path / "town", "not_yet_networked: {min: 1}\ntop_dogs: {max: 2}", "de"))
    made = ag.invite(place, format="meeting", seats=1, include=["hub"])
    covered, words = made.to_dict()["covered"], Told(made, "de")
    assert [covered[key] for key in ("fields", "fields_of", "places", "places_of")] == [1, 2, 1, 3]
    assert "1 von 2 Feldern und 1 von 3 Orten mit mindestens drei Akteuren" in words.summary()
    actual = {rule.about: (rule.actual, rule.binding) for rule in words.rules()}
    assert actual["Noch nicht vernetzt"] == ("nicht bekannt", False)
    assert actual["Zentrale Akteure (ohne Auftrag)"] == ("nicht bekannt", False)


def test_without_ties_nobody_is_invited_for_standing_alone(tmp_path: Path) -> None:
    """All five that the rule asks for look alike: that is no reason, and the document claims no number."""
    place = untied(town(tmp_path / "town", "not_yet_networked: {min_share: 1}", "de"))
    document = told(place, seats=5)
    assert not any("vernetzt" in reason for entry in document["invited"] for reason in entry["reasons"])
    (row,) = (row for row in document["rules"] if row["rule"] == "not_yet_networked")
    assert (row["actual"], row["count"], row["binding"]) == (None, None, False)


def test_a_function_is_no_note_and_a_circle_without_a_name_is_that_around_somebody(tmp_path: Path) -> None:
    document = told(town(tmp_path / "town", language="de"))
    hub = one(document, "hub")
    assert hub["function"] is not None
    assert not any("Funktion" in note for note in hub["notes"])
    assert hub["cluster_name"] == "um „Haus“"
    assert hub["reasons"][0].startswith("vertritt auf dieser Liste als einzige die Art ")


def test_who_was_invited_and_did_not_come_is_not_called_new(tmp_path: Path) -> None:
    """At the last meeting were hub and s1, lone and p1 were invited; six seats need four besides, and all kinds."""
    scheme = (
        "extends: migration-development\nformats:\n  meeting: {seats: 3-4}\n  review: {seats: 6-7, same_as: meeting}\n"
    )
    rows = "".join(f"\nX;meeting;2025-01-01;{id_};{came}" for id_, came in
                   (("hub", "yes"), ("s1", "yes"), ("lone", "no"), ("p1", "no")))  # fmt: skip
    place = town(tmp_path / "town", scheme=scheme, language="de", events=f"event;format;date;actor;came{rows}")
    made = ag.invite(place, format="review", include=["lone"])
    compared, lines = made.to_dict()["compared"], list(Told(made, "de").renewed())
    assert "lone" in compared["absent"]
    assert set(compared["absent"]) <= {"lone", "p1"} & {*compared["new"]}
    assert "Allein" not in lines[0]
    assert lines[1].startswith("Zu jener Veranstaltung eingeladen, nicht gekommen und jetzt auf der Liste: Allein")
    assert any("Ist ein kleinerer Kreis gemeint (--seats 2:7)?" in said for said in made.warnings)


def test_a_reserve_serves_once_and_is_marked_where_it_has_not_answered(tmp_path: Path) -> None:
    """All are invited but for Chor C, which has not answered: it is the reserve of each."""
    rest = ["hub", "a", "b", "amt", "s1", "s2", "lone", "p1", "p2", "person-1"]
    made = ag.invite(town(tmp_path / "town", language="de"), format="meeting", seats="10", include=rest)
    words = Told(made, "de")
    assert {words.reserve(entry) for entry in made.to_dict()["invited"]} == {"Chor C (noch keine Rückmeldung)"}
    said = "Steht bei mehreren Plätzen als Ersatz und kann einen davon einnehmen: Chor C."
    assert any(warning.startswith(said) for warning in made.warnings)
    other = ag.invite(town(tmp_path / "other", language="de"), format="meeting", seats="1", include=["hub"])
    assert not any("als Ersatz" in warning for warning in other.warnings)


def test_who_was_not_asked_and_who_declined_are_not_said_to_be_awaited(tmp_path: Path) -> None:
    actors = """
        id;name;type;survey
        a;Amt;office;answered
        b;Bund;club;answered
        c;Chor;choir;
        d;Dorf;village;declined
        e;Ensemble;band;promised
    """
    place = folder(tmp_path / "town", actors, "source;target\na;b\n", "    language: en\n")
    found = {
        one["id"]: one["reasons"] for one in ag.invite(place, seats="5", format="round table").to_dict()["invited"]
    }
    assert any("was not asked yet" in said for said in found["c"])
    assert not any("no answer yet" in said for said in [*found["c"], *found["d"]])
    assert any("no answer yet" in said for said in found["e"])


def test_two_entries_of_one_house_on_the_list_are_told(tmp_path: Path) -> None:
    actors = """
        id;name;type
        a;Haus der Begegnung Kleinbrück e. V.;club
        b;Haus der Begegnung;club
        c;Weltladen am Markt;shop
    """
    place = folder(tmp_path / "town", actors, "source;target\na;c\n", "    language: de\n    place: Kleinbrück\n")
    said = ag.invite(place, seats="3", format="round table").to_dict()["warnings"]
    assert any("Haus der Begegnung Kleinbrück e. V. und Haus der Begegnung" in one for one in said)
    without = ag.invite(place, seats="2", format="round table", exclude=["b"]).to_dict()["warnings"]
    assert not any("vielleicht" in one for one in without)


def test_who_has_ties_of_other_kinds_alone_is_not_told_as_a_stranger(tmp_path: Path) -> None:
    document = told(town(tmp_path / "town"), include=["lone"])
    assert any("ties of other kinds" in note for note in one(document, "lone")["notes"])
    assert not any("ties of other kinds" in note for note in one(document, "hub")["notes"])
