"""One city that is compared with itself is told of: a copy, a second wave."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.comparison.asking import Asked
from actor_graph.comparison.cities import compare_cities
from actor_graph.comparison.paths import Place
from actor_graph.comparison.twice import note_twice
from actor_graph.problems import Problems
from tests.comparison.cities import folder
from tests.making import folder as table
from tests.running import run

NAMES = ("Weltladen", "Jobcenter", "Brücke e. V.", "Stadtwerke", "Gymnasium Süd", "Bäckerei Özdemir", "Caritas")
OTHERS = ("Repair-Café", "Radwerkstatt", "Jugendring", "Sparkasse", "Flüchtlingsrat", "Volkshochschule", "Caritas")


def city(where: Path, names: tuple[str, ...], persons: str = "") -> Place:
    rows = "".join(f"{i};{name};{persons}\n" for i, name in enumerate(names))
    return Place.of(table(where, f"id;name;person\n{rows}", "source;target\n0;1\n"))


@pytest.mark.parametrize(
    ("names", "persons", "shared"),
    [
        (NAMES, "", 7),
        ((*NAMES[:2], "BRUECKE", *NAMES[3:5], *OTHERS[:2]), "", 5),
        ((*NAMES[:4], *OTHERS[:3]), "", None),  # four are fewer than five
        (OTHERS, "", None),
        (NAMES, "yes", None),
    ],
)
def test_two_lists_of_the_same_names_are_told(
    tmp_path: Path, names: tuple[str, ...], persons: str, shared: int | None
) -> None:
    problems = Problems()
    places = [city(tmp_path / "2026", NAMES, persons), city(tmp_path / "2028", names, persons)]
    note_twice(places, Asked(), problems)
    found = [(problem.file, problem.values["other"], problem.values["shared"]) for problem in problems]
    first, second = (place.given for place in places)
    assert found == ([] if shared is None else [(second, first, shared)])


def test_many_lists_of_the_same_names_are_told_once(tmp_path: Path) -> None:
    """Four surveys of one city, two of another, and a third city: two warnings, not one for each pair."""
    problems = Problems()
    lists = {"a1": NAMES, "b1": OTHERS, "a2": NAMES, "a3": NAMES, "c": tuple("ABCDEFG"), "b2": OTHERS, "a4": NAMES}
    places = {name: city(tmp_path / name, names) for name, names in lists.items()}
    note_twice(list(places.values()), Asked(), problems)
    assert [problem.key for problem in problems] == ["waves.one_city_often", "waves.one_city"]
    first = next(iter(problems)).values
    typed = " ".join(places[name].given for name in ("a1", "a2", "a3", "a4"))
    assert (first["n"], first["command"]) == (4, f"actor-graph evolve {typed}")


def test_numbers_are_no_names(tmp_path: Path) -> None:
    problems = Problems()
    numbered = tuple(str(1000 + i) for i in range(8))
    note_twice([city(tmp_path / "a", numbered), city(tmp_path / "b", numbered)], Asked(), problems)
    assert not list(problems)


def test_a_copy_is_told_with_the_command_for_two_waves(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder(tmp_path / name / "city", name=name)
    made = compare_cities([tmp_path / "one", tmp_path / "two"], Asked(draws=20, language="de"), workers=1)
    made.done()
    assert [problem.key for problem in made.warnings] == ["waves.one_city"]
    ran = run("compare", "one", "two", "--draws", "20", "--language", "de", cwd=tmp_path)
    said = "12 von 12 Akteuren heißen wie in one/city. Sind das zwei Erhebungen einer Stadt"
    assert (ran.status, said in ran.err, said in ran.out) == (0, True, False)
    assert "actor-graph evolve one/city two/city" in ran.err
