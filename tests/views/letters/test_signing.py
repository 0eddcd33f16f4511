"""Whoever signs a letter to itself is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.letters.signing import is_named
from actor_graph.words import LANGUAGES, Language
from tests.making import folder
from tests.views.letters.test_letters import ABOUT, SCHEME


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Sabine Krause", "Sabine Krause"),
        ("Sabine Krause", "Frau Dr. Sabine Krause\nIntegrationsbeauftragte"),
        ("Dr. Sabine Krause", "i. V. S. Krause"),
        ("Krause", "Sabine Krause, Rathaus"),
        ("S. Krause", "Sabine Krause"),
        ("Krause", "Ms Krause"),
    ],
)
def test_somebody_is_named(person: str, text: str) -> None:
    assert is_named([person], "Haus", text)


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Sabine Krause", "Peter Krause"),
        ("Sabine Krause", "Sabine Klein"),
        ("S. Krause", "Sabine Klein"),
        ("Sabine Krause", ""),
        ("Dr. Beck", "Dr. Klein"),
        ("Frau Beck", "Frau Klein"),
    ],
)
def test_somebody_else_is_named(person: str, text: str) -> None:
    assert not is_named([person], "Haus", text)


def test_an_organization_is_named_as_a_whole() -> None:
    assert is_named([], "Haus der Begegnung", "Mira Muster, Haus der Begegnung")
    assert not is_named([], "Haus", "Mira Muster, Haus der Begegnung")
    assert not is_named([], "Haus", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["signatory", "patron", "moderation"])
def test_who_would_sign_a_letter_to_itself_is_told_by_number(tmp_path: Path, language: Language, field: str) -> None:
    actors = """
        id;name;type;Ansprechpartnerin
        a;Chor;club;Frau Sabine Krause
        b;Haus;club;Herr Peter Klein
        c;Amt;office;Frau Krause-Klein
        d;Bund;office;"Frau Roth, Frau Sabine Krause"
    """
    place = folder(tmp_path / "city", actors, "source;target\na;b\nb;c\na;c\na;d", ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    entered = {field: "Sabine Krause, Integrationsbeauftragte"}
    invitation = ag.invite(place, format="meeting", seats="4", language=language, **entered)
    made = ag.invitation_letters(invitation, tmp_path / "t.csv", template=language, with_contacts=True)
    (told,) = (each.message(language) for each in made.warnings if each.key == "invitation_letters.read_signs")
    numbers = [
        f"{number}" for number, one in enumerate(invitation.to_dict()["invited"], start=1) if one["id"] in ("a", "d")
    ]
    assert told.endswith(f" {', '.join(numbers)}.")
    assert "Krause" not in told
    without = ag.invitation_letters(invitation, tmp_path / "u.csv", template=language)
    assert "invitation_letters.read_signs" not in [each.key for each in without.warnings]
