"""Published networks: reference values computed in R (igraph, sna), and the same with a fifth of the types missing
against networkx. The folders lie beside the project; each holds ``reference.json`` with its source."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest

from actor_graph.analysis import analyze
from actor_graph.reading import read
from tests.analysis import oracle
from tests.material import PUBLISHED

FOLDERS = pytest.mark.parametrize("folder", PUBLISHED, ids=[path.name for path in PUBLISHED])


def close(expected):
    return None if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-9)


@FOLDERS
def test_every_figure_of_the_reference_is_met(folder: Path) -> None:
    reference = json.loads((folder / "reference.json").read_text("utf-8"))
    told = analyze(read(folder), draws=19).to_dict()
    for name, value in reference["network"].items():
        assert told["network"][name] == close(value), name
    actors = {row["id"]: row for row in told["actors"]}
    assert actors.keys() == reference["actors"].keys()
    for actor, figures in reference["actors"].items():
        for name, value in figures.items():
            assert actors[actor][name] == close(value), (actor, name)
    assert told["mixing"]["types"] == reference["mixing"]["types"]
    assert told["mixing"]["ties"] == reference["mixing"]["ties"]


@FOLDERS
def test_with_a_fifth_of_the_types_missing_it_agrees_with_networkx(folder: Path, tmp_path: Path) -> None:
    blanked(folder, tmp_path)
    told, made = analyze(read(tmp_path), draws=19).to_dict(), oracle.graph(tmp_path)
    expected = oracle.by_type(made)
    for name in ("ei_index", "ei_expected", "ei_min", "ei_max", "assortativity"):
        assert told["network"][name] == close(expected[name]), name
    assert (told["mixing"]["types"], told["mixing"]["ties"]) == (expected["types"], expected["mixing"])
    for row in told["actors"]:
        assert row["partner_heterogeneity"] == close(oracle.partner_heterogeneity(made, row["id"]))
        assert row["brokerage"] == oracle.brokerage(made, row["id"])
    groups = oracle.groups(made)
    for row in told["groups"]:
        for name, value in groups[row["type"]].items():
            assert row[name] == close(value), (row["type"], name)


def blanked(folder: Path, to: Path) -> None:
    """A copy of a published folder in which every fifth type, drawn with a fixed seed, is missing."""
    with (folder / "actors.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in random.Random(5).sample(rows, len(rows) // 5):
        row["type"] = ""
    with (to / "actors.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (to / "ties.csv").write_bytes((folder / "ties.csv").read_bytes())


@pytest.mark.parametrize(
    ("network", "central"),
    [
        ("florentine_marriage", {"medici": False}),
        ("karate", {"john_a": True, "mr_hi": True, "actor_33": True, "actor_3": False}),
        ("kite", {}),
    ],
)
def test_the_central_actors_known_from_the_method(network: str, central: dict[str, bool], shared: Path) -> None:
    told = analyze(read(shared / "data" / "published" / network), draws=19).to_dict()
    assert {one["id"]: one["clear"] for one in told["top_dogs"]} == central
