"""What is asked for in vain is answered with what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.analysis import analyze
from actor_graph.problems import RequestError
from actor_graph.reading import read
from actor_graph.words import Language
from tests.reading.making import put


@pytest.mark.parametrize(
    ("language", "known"),
    [("de", "Beratung, Chor, all."), ("en", "advice, Chor, all.")],
)
def test_kinds_are_named_in_the_language(language: Language, known: str, tmp_path: Path) -> None:
    files = {"actors.csv": "id\na\nb\n", "ties.csv": "von;nach;Art\na;b;Chor\n"}
    landscape = read(put(tmp_path, files | {"landscape.yaml": "scheme: migration-development\n"}))
    with pytest.raises(RequestError) as found:
        analyze(landscape, count=["Quatsch"], language=language)
    assert str(found.value).endswith(known)
