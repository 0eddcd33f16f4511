"""In which language cities are spoken of before all of them are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.comparison.speaking import spoken
from actor_graph.words import Language
from tests.making import folder

GERMAN, ENGLISH, BROKEN = "Kürzel;Name;Rücklauf\na;A;ja\n", "id;name\na;A\n", "Name\n"


@pytest.mark.parametrize(
    ("cities", "expected"),
    [
        (["german", "english"], "de"),
        (["english", "german"], "en"),
        (["missing", "broken", "german"], "de"),
        (["missing"], "en"),
        (["."], "en"),  # a folder that holds them: english comes first by name
        (["empty"], "en"),
    ],
)
def test_the_first_that_can_be_read_says_it(tmp_path: Path, cities: list[str], expected: Language) -> None:
    (tmp_path / "empty").mkdir()
    folder(tmp_path / "german", GERMAN.replace("ja", "geantwortet"), "von;nach\n")
    folder(tmp_path / "english", ENGLISH, "source;target\n")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "actors.csv").write_text(BROKEN, "utf-8")
    assert spoken([tmp_path / city for city in cities]) == expected
