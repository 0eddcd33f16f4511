"""What is warned of before the public sees it: names within names of circles, and who alone keeps its ties."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.analysis import analyze
from tests.making import folder, landscape
from tests.running import run

NAMES = ["Haus der Kulturen", "Bürgerverein", "Weltladen", "Kammer", "Chor", "AWO"]


def actors(closed: dict[str, str]) -> str:
    """Six actors; ``closed`` says what one has not agreed to, by name: ``publish`` or ``publish_ties``."""
    rows = [
        f"{name},x,{'' if closed.get(name) == 'publish' else 'yes'},{'' if name in closed else 'yes'}" for name in NAMES
    ]
    return "\n".join(["name,type,publish,publish_ties", *rows])


TIES = "source,target\n" + "\n".join(f"{a},{b}" for i, a in enumerate(NAMES) for b in NAMES[i + 1 :])


@pytest.mark.parametrize(
    ("called", "told"),
    [
        ("Rund um den Weltladen", None),
        ("WELTLADEN", None),
        ("awo", None),
        ("Lawogruppe", "Lawogruppe"),
        ("Rund um das Haus der Kulturen", "Rund um das Haus der Kulturen"),
    ],
)
def test_a_circle_is_not_called_after_one_who_is_not_named(tmp_path: Path, called: str, told: str | None) -> None:
    about = f"    circles:\n      Chor: {called}\n"
    town = landscape(tmp_path, actors({"Weltladen": "publish", "AWO": "publish", "Kammer": "publish"}), TIES, about)
    public, office = analyze(town, audience="public", draws=19), analyze(town, draws=19)
    assert [circle["name"] for circle in office.to_dict()["clusters"]] == [called]
    assert [circle["name"] for circle in public.to_dict()["clusters"]] == [told]
    assert ("circle_named_after" in str(public.warnings)) is (told is None)
    if told is None:
        assert called not in public.to_json()
    assert office.warnings == ()


def test_a_circle_is_not_called_after_another_spelling_either(tmp_path: Path) -> None:
    lines = actors({"Weltladen": "publish"}).strip("\n").split("\n")
    noted = ["other spellings", *("Laden Hafen" if "Weltladen" in line else "" for line in lines[1:])]
    sheet = "\n".join(f"{line},{cell}" for line, cell in zip(lines, noted, strict=True))
    town = landscape(tmp_path, sheet, TIES, "    circles:\n      Chor: Rund um den Laden Hafen\n")
    assert "Laden Hafen" not in analyze(town, audience="public", draws=19).to_json()


@pytest.mark.parametrize(("names", "said"), [(0, 0), (1, 1), (2, 2), (3, 0)])
def test_one_or_two_who_alone_keep_their_ties_are_warned_of(tmp_path: Path, names: int, said: int) -> None:
    town = landscape(tmp_path, actors(dict.fromkeys(NAMES[:names], "publish_ties")), TIES)
    found = analyze(town, audience="public", draws=19).warnings
    assert [problem.values["n"] for problem in found] == ([said] if said else [])
    assert analyze(town, audience="participants", draws=19).warnings == ()


@pytest.mark.parametrize("verb", ["analyze", "map"])
def test_the_warning_stands_on_stderr(tmp_path: Path, verb: str) -> None:
    town = folder(tmp_path / "town", actors({"Chor": "publish_ties"}), TIES)
    out = ["-o", str(tmp_path / "map.html")] if verb == "map" else []
    ran = run(verb, town, "--audience", "public", "--language", "de", *out)
    assert ran.status == 0
    assert "Ein Akteur allein behält seine Verbindungen für sich" in ran.err
    assert "Ein Akteur allein" not in ran.out
