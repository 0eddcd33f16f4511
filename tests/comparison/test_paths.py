"""Which cities words mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.comparison.paths import places, unique
from actor_graph.problems import RequestError
from actor_graph.writing.outputs import write_outputs
from tests.comparison.cities import folder


def names(where: Path) -> list[str]:
    return [Path(place.path).relative_to(where).as_posix() for place in places([where])]


def test_a_folder_of_folders_is_all_cities_in_it(tmp_path: Path) -> None:
    folder(tmp_path / "north" / "b")
    folder(tmp_path / "north" / "a")
    (tmp_path / "c.graphml").write_text("<graphml/>")
    (tmp_path / "d.json").write_text('{"actors": [], "ties": []}')
    (tmp_path / "e.yaml").write_text("Akteure:\n- name: x\n")
    assert names(tmp_path) == ["c.graphml", "d.json", "e.yaml", "north/a", "north/b"]


def test_what_is_no_city_is_passed_over(tmp_path: Path) -> None:
    folder(tmp_path / "a")
    (tmp_path / "README.md").write_text("actors: none")
    (tmp_path / "analysis.json").write_text('{"schema": "actor-graph/analysis/1", "actors": []}')
    (tmp_path / "scheme.yaml").write_text("types: {}\n")
    (tmp_path / "landscape.yaml").write_text("name: x\nactors: y\n")
    (tmp_path / "~$open.xlsx").write_bytes(b"")
    (tmp_path / ".hidden").mkdir()
    write_outputs(tmp_path, {"comparison.xlsx": b"x"}, inputs=(), force=False, language="en")
    assert names(tmp_path) == ["a"]


def test_a_folder_with_one_table_alone_is_a_city_so_that_its_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "Akteure.csv").write_text("Name\nx\n")
    assert names(tmp_path) == ["a"]


def test_each_city_stands_once_in_the_order_given(tmp_path: Path) -> None:
    b, a = folder(tmp_path / "b"), folder(tmp_path / "a")
    found = places([b, a, tmp_path])
    assert [place.given for place in found] == [str(b), str(a)]


def test_a_missing_path_is_kept_and_fails_later(tmp_path: Path) -> None:
    assert [place.given for place in places([tmp_path / "nowhere"])] == [str(tmp_path / "nowhere")]


def test_without_a_word_there_is_no_city() -> None:
    with pytest.raises(RequestError):
        places([])


def test_names_become_unique_even_against_names_that_look_like_it() -> None:
    assert unique(["a", "a", "a (2)", "a"]) == ["a", "a (3)", "a (2)", "a (4)"]


def test_a_city_that_is_named_in_several_ways_is_one(tmp_path: Path) -> None:
    folder(tmp_path / "set" / "a")
    (tmp_path / "link").symlink_to(tmp_path / "set" / "a")
    given = [tmp_path / "set", tmp_path / "set" / ".." / "set" / "a", tmp_path / "link"]
    assert [place.given for place in places(given)] == [str(tmp_path / "set" / "a")]
