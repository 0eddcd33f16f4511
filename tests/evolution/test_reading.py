"""What is wrong with any of the waves is told in the language of those that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.evolution.reading import read_waves
from actor_graph.problems import LandscapeError
from tests.making import folder

ENGLISH, GERMAN = ("id;name\na;A\n", "source;target\n"), ("Kürzel;Name\na;A\n", "von;nach\n")
WRONG = ("Kürzel;Name\na;A\n", "von;nach\na;Niemand\n")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ((GERMAN,), "Eine Datei oder einen Ordner"),
        ((ENGLISH,), "There is no file or folder"),
        ((WRONG,), "Eine Datei oder einen Ordner"),
        ((), "There is no file or folder"),
    ],
)
def test_a_missing_wave_is_told_in_the_language_of_the_others(
    tmp_path: Path, there: tuple[tuple[str, str], ...], said: str
) -> None:
    made = [folder(tmp_path / str(2024 + i), *tables) for i, tables in enumerate(there)]
    with pytest.raises(LandscapeError) as wrong:
        read_waves([tmp_path / "2030", *made])
    assert said in str(wrong.value)
    with pytest.raises(LandscapeError) as wrong:
        read_waves([*made, tmp_path / "2030"], language="de")
    assert "Eine Datei oder einen Ordner" in str(wrong.value)
