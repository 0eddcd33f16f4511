"""Many cities at a time: the same numbers however the work is spread, whoever is killed, wherever it stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actor_graph.comparison import keeping, spread
from actor_graph.comparison.asking import Asked
from actor_graph.comparison.cities import compare_cities
from actor_graph.comparison.result import Comparison
from actor_graph.problems import RequestError
from tests.comparison import killing
from tests.comparison.cities import folder, several
from tests.material import ROOT

ASKED = Asked(draws=20, language="en")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for kept rows that is this test's alone; compiled kernels stay where they are."""
    place = tmp_path / "cache"
    place.mkdir(mode=0o700)
    monkeypatch.setattr(keeping, "private_folder", lambda name: place)
    return place


@pytest.fixture
def cities(tmp_path: Path) -> list[Path]:
    return several(tmp_path / "cities", 4)


def compared(cities: list[Path], **options: Any) -> Comparison:
    made = compare_cities(cities, ASKED, **options)
    made.done()
    return made


def test_the_numbers_do_not_depend_on_the_workers(cities: list[Path]) -> None:
    assert compared(cities, workers=1).to_json() == compared(cities, workers=2).to_json()


def test_a_city_has_the_same_numbers_in_any_company_and_any_place(cities: list[Path]) -> None:
    whole, alone = compared(cities, workers=1).to_dict(), compared([cities[2]], workers=1).to_dict()
    turned = compared([*reversed(cities)], workers=1).to_dict()
    assert alone["cities"][0] == whole["cities"][2]
    assert turned["cities"] == [*reversed(whole["cities"])]


def test_the_cities_of_a_worker_that_was_killed_are_done_again(
    cities: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = compared(cities, workers=1, beside=killing.kill).to_json()
    monkeypatch.setenv(killing.ONCE, str(tmp_path))
    made = compared(cities, workers=2, beside=killing.kill)
    assert (tmp_path / "killed").exists()
    assert made.to_json() == expected
    assert made.beside == ("city0", "city1", "city2", "city3")


def test_a_city_that_kills_every_worker_is_a_row_that_says_so(
    cities: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(killing.ALWAYS, "city1")
    monkeypatch.setattr(spread, "TRIES", 1)  # in the place of three
    told = compared(cities, workers=2, beside=killing.kill).to_dict()
    assert [city["name"] for city in told["cities"]] == ["city0", "city2", "city3"]
    assert [one["path"] for one in told["failed"]] == [str(cities[1])]
    assert "ended from outside" in told["failed"][0]["why"]


class Stop(Exception):
    """An interruption."""


def stop_after(count: int) -> Any:
    def progress(done: int, of: int, left: float | None) -> None:
        if done == count:
            raise Stop

    return progress


def counted() -> tuple[list[int], Any]:
    seen: list[int] = []
    return seen, lambda done, of, left: seen.append(done)


def test_an_interrupted_run_goes_on_where_it_was(cities: list[Path], cache: Path) -> None:
    expected = compared(cities, workers=1).to_json()
    with pytest.raises(Stop):
        compare_cities(cities, ASKED, workers=1, progress=stop_after(3))
    assert len(list(cache.iterdir())) == 3
    seen, progress = counted()
    made = compare_cities(cities, ASKED, workers=1, progress=progress)
    assert seen == [3, 4]
    assert made.to_json() == expected
    made.done()
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "more"),
    [("ties.csv", "a0,a9\n"), ("contacts.csv", "actor,date\na0,2026-01-01\n"), ("actors.csv", "x,X,t0,\n")],
)
def test_a_row_is_not_taken_up_where_the_city_has_changed(cities: list[Path], file: str, more: str) -> None:
    compare_cities(cities, ASKED, workers=1)
    with (cities[0] / file).open("a", encoding="utf-8") as table:
        table.write(more)
    seen, progress = counted()
    compared(cities, workers=1, progress=progress)
    assert seen == [3, 4]


def test_a_row_is_not_taken_up_for_another_question(cities: list[Path]) -> None:
    compare_cities(cities, ASKED, workers=1)
    seen, progress = counted()
    compare_cities(cities, Asked(draws=20, language="en", seed=2), workers=1, progress=progress).done()
    assert seen[0] == 0


def test_what_is_kept_is_for_its_owner_and_names_nobody(cities: list[Path], cache: Path) -> None:
    compare_cities(cities, ASKED, workers=1)
    files = list(cache.iterdir())
    assert len(files) == 4
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert not any("Actor" in file.read_text("utf-8") for file in files)


def test_a_damaged_row_is_made_anew(cities: list[Path], cache: Path) -> None:
    expected = compare_cities(cities, ASKED, workers=1).to_json()
    for file, text in zip(cache.iterdir(), ("", "[]", "{}", '{"inputs": 3}'), strict=True):
        file.write_text(text)
    assert compared(cities, workers=1).to_json() == expected


def test_a_city_that_fails_is_a_row_that_says_why(cities: list[Path], tmp_path: Path) -> None:
    broken = folder(tmp_path / "broken")
    with (broken / "ties.csv").open("a") as table:
        table.write("a0,nobody\na0,noone\n")
    told = compared([cities[0], broken, tmp_path / "nowhere"], workers=2).to_dict()
    assert [city["name"] for city in told["cities"]] == ["city0"]
    why = {Path(one["path"]).name: one["why"] for one in told["failed"]}
    assert why["broken"].startswith("ties.csv, row 18, column “target”: ")
    assert "1 more error" in why["broken"]
    assert "nobody" not in why["broken"]
    assert "no file or folder" in why["nowhere"]


def test_where_no_city_is_left_it_is_an_error_with_all_reasons(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="nowhere") as told:
        compared([tmp_path / "nowhere", tmp_path / "nothing"], workers=1)
    assert "nothing" in str(told.value)


def test_what_is_made_beside_is_made_of_so_many_of_the_first_alone(cities: list[Path], cache: Path) -> None:
    """Neither worked out nor held nor taken up for the others, and made where a city moves up."""
    made = compare_cities(cities, ASKED, workers=1, beside=named, besides=2)
    assert made.beside == ("city0", "city1")
    assert sum("beside" in json.loads(file.read_text("utf-8")) for file in cache.iterdir()) == 2
    assert compared([*reversed(cities)], workers=1, beside=named, besides=2).beside == ("city3", "city2")


def named(analysis: Any) -> str:
    return str(analysis.request.landscape.name)


def test_a_defect_in_one_city_does_not_end_the_others(cities: list[Path]) -> None:
    told = compared(cities, workers=1, beside=failing_in_one).to_dict()
    assert len(told["cities"]) == 3
    assert "ZeroDivisionError" in told["failed"][0]["why"]


def failing_in_one(analysis: Any) -> float:
    return 1 / (analysis.request.landscape.name != "city3")


@pytest.fixture
def scheduler(tmp_path: Path, dask_cluster: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A Dask scheduler and two workers, a process each; the workers heed what kills."""
    monkeypatch.setenv(killing.ONCE, str(tmp_path))
    with dask_cluster(tmp_path, workers=2) as address:
        yield address


def test_a_cluster_gives_the_same_numbers_also_if_a_worker_is_killed(
    cities: list[Path], tmp_path: Path, scheduler: str
) -> None:
    made = compared(cities, scheduler=scheduler, beside=killing.kill)
    assert (tmp_path / "killed").exists()
    assert made.to_json() == compared(cities, workers=1, beside=killing.kill).to_json()
    assert made.beside == ("city0", "city1", "city2", "city3")


def test_a_city_that_kills_every_worker_of_a_cluster_is_a_row_that_says_so(
    cities: list[Path], tmp_path: Path, dask_cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scheduler that gives up all that a fallen worker was to do; two fall, a third does the rest."""
    monkeypatch.setenv(killing.ALWAYS, "city1")
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    with dask_cluster(tmp_path, workers=3) as address:
        told = compared(cities, scheduler=address, beside=killing.kill).to_dict()
    assert [city["name"] for city in told["cities"]] == ["city0", "city2", "city3"]
    assert [one["path"] for one in told["failed"]] == [str(cities[1])]


def test_the_command_takes_a_scheduler(cities: list[Path], scheduler: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "actor_graph", "compare", *map(str, cities), "--draws", "20", "--json",
         "--language", "en", "--scheduler", scheduler],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert json.loads(done.stdout) == json.loads(compared(cities, workers=1).to_json())


def test_a_scheduler_that_does_not_answer_is_told_of(cities: list[Path], dask_cluster: Any) -> None:
    with pytest.raises(RequestError, match=r"tcp://127\.0\.0\.1:1"):
        compared(cities, scheduler="tcp://127.0.0.1:1")


@pytest.mark.parametrize(
    ("who", "module", "told"),
    [
        ("scheduler", "raise ModuleNotFoundError(\"No module named 'actor_graph'\")", r"scheduler: none\."),
        ("worker", "raise ModuleNotFoundError(\"No module named 'actor_graph'\")", r"There is: tcp://\S+: none\."),
        ("worker", "__version__ = '0.0.9'", r"There is: tcp://\S+: 0\.0\.9\."),
    ],
)
def test_a_cluster_without_the_program_is_told_of_before_anything_is_worked_out(
    cities: list[Path], tmp_path: Path, dask_cluster: Any, who: str, module: str, told: str
) -> None:
    seen, progress = counted()
    with dask_cluster(tmp_path, workers=1, instead={who: module}) as address, pytest.raises(RequestError, match=told):
        compared(cities, scheduler=address, progress=progress)
    assert seen == [0]


def test_a_scheduler_without_dask_names_the_extra(cities: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from actor_graph.problems import MissingExtra

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"actor-graph\[dask\]"):
        compared(cities, scheduler="tcp://127.0.0.1:1")
