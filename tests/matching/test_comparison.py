"""A landscape beside a list: contact data speak for a pair there as they do inside one list."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.advice.pairs import match
from actor_graph.matching import pairs
from tests.making import landscape

HERE = "id,name,E-Mail,Telefon,Webseite,Einzelperson"
THERE = "Name,Mail,Telefonnummer,Homepage,Einzelperson"


def _beside(where: Path, here: str, there: str) -> list[tuple[str, str, str]]:
    """What the rows about pairs say: what they are, the actor's id, the name in the list."""
    city = landscape(where / "city", f"{HERE}\n{here}", "source,target", "    language: de\n")
    (where / "list.csv").write_text(f"{THERE}\n{there}\n", "utf-8")
    rows = match(city, where / "out.csv", against=where / "list.csv").rows
    written = (where / "out.csv").read_text("utf-8")
    assert not [word for word in ("sonne@", "1234567", "765432") if word in written]
    return [(row["about"], row["a"], row["name_b"]) for row in rows if row["why"]]


def test_a_shared_address_makes_doubtful_names_a_pair(tmp_path: Path) -> None:
    here, there = "1,Frauentreff Sonnenschein,sonne@x.example,,,", "Sonnenschein (Treff für Frauen),SONNE@x.example,,,"
    assert _beside(tmp_path / "a", here, there) == [("vielleicht", "1", "Sonnenschein (Treff für Frauen)")]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        (
            "1,Ararat,,0351 765432,https://www.ararat.example/,",
            "Chor der Armenier,,+49 351 765432,ararat.example,",
            True,
        ),
        ("1,Ararat,,0351 765432,,", "Chor der Armenier,,+49 351 765432,,", False),
        ("1,Jugendzentrum Nord,,0351 1234567,,", "Jugendzentrum Süd,,0351/1234567,,", False),
        ("1,Ararat,sonne@x.example,0351 765432,,", "Hans Geheim,sonne@x.example,0351 765432,,ja", False),
        ("1,Eva Geheim,sonne@x.example,0351 765432,,ja", "Chor der Armenier,sonne@x.example,0351 765432,,", False),
    ],
)
def test_it_counts_as_much_as_inside_one_list(tmp_path: Path, here: str, there: str, found: bool) -> None:
    assert bool(_beside(tmp_path / "beside", here, there)) is found
    both = landscape(tmp_path / "inside", f"{HERE}\n{here}\n2,{there}", "source,target")
    assert bool(pairs(both)) is found


def test_the_same_name_is_the_same_actor_whatever_else_differs(tmp_path: Path) -> None:
    assert _beside(
        tmp_path, "1,Weltladen,a@x.example,,,\n2,Ararat,b@x.example,,,", "Weltladen e.V.,b@x.example,,,"
    ) == [("gleich", "1", "Weltladen e.V.")]
