"""How far goals are, what is counted, and what stayed of tandems; values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.evolution.goals import Value, state
from actor_graph.evolution.trace import trace
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.reading import read
from actor_graph.views.evolution.told import Told
from tests.making import folder, landscape


@pytest.mark.parametrize(
    ("value", "at_least", "late", "expected"),
    [
        (Value(0.2), True, False, "met"),
        (Value(0.1), True, False, "on the way"),
        (Value(0.1), True, True, "missed"),
        (Value(0.1), False, True, "met"),
        (Value(0.1, 0.05, 0.25), True, True, "open"),
        (Value(0.1, 0.05, 0.15), True, True, "missed"),
        (Value(0.25, 0.2, 0.3), True, False, "met"),
        (Value(None), True, True, "open"),
    ],
)
def test_how_far_a_goal_is(value: Value, at_least: bool, late: bool, expected: str) -> None:
    assert state(value, 0.2, at_least, late=late) == expected


ABOUT = """
    date: {date}
    scheme: migration-development
    goals:
      - A | density | 0.5 | 2025
      - B | density | 0.8 | 2025
      - C | density | 0.8 | 2026
      - D | joint projects | 2
      - E | Räume | 5
      - F | Schulen | 1
      - G | ohne
      - nur Worte
    indicators: {indicators}
"""
COUNTED = "{Räume: 4, Schulen: {ties: exchange, between: [school, migrant organization]}}"
KINDS = "id;type\na;migrant organization\nb;school\nc;administration\n"
TIES = "source;target;kind\na;b;joint project\na;b;exchange\na;c;joint project\nb;c;funding\n"


def waves(where: Path) -> list[Landscape]:
    about = ABOUT.replace("      - G | ohne\n", "")
    first = landscape(
        where / "a", KINDS, "source;target;kind\na;b;exchange\n",
        about.format(date="2024", indicators="{Schulen: 7, Räume: 1}"),
    )  # fmt: skip
    return [first, landscape(where / "b", KINDS, TIES, about.format(date="2026", indicators=COUNTED))]


def test_goals_over_two_waves(tmp_path: Path) -> None:
    """Three actors, two ties that count (funding does not): the density is 2/3; two joint projects, one exchange."""
    told = trace(waves(tmp_path), draws=9).to_dict()
    rows = [(row["goal"], row["figure"] or row["indicator"], row["value"], row["state"]) for row in told["goals"]]
    assert rows == [
        ("A", "density", pytest.approx(2 / 3), "met"),
        ("B", "density", pytest.approx(2 / 3), "missed"),
        ("C", "density", pytest.approx(2 / 3), "on the way"),
        ("D", "joint_projects", 2, "met"),
        ("E", "rooms", 4, "on the way"),
        ("F", "Schulen", 1, "met"),
        ("nur Worte", None, None, None),
    ]
    assert {row["indicator"]: row["values"] for row in told["indicators"]} == {
        "joint_projects": [0, 2], "rooms": [1, 4], "Schulen": [7, 1],
    }  # fmt: skip


def test_who_is_responsible_stays_in_the_office(tmp_path: Path) -> None:
    about = "    date: {}\n    goals: [A | density | 0.1 | 2030 | Frau Amtmann]\n"
    made = [landscape(tmp_path / year, KINDS, TIES, about.format(year)) for year in ("2024", "2026")]
    assert trace(made, draws=9).to_dict()["goals"][0]["responsible"] == "Frau Amtmann"
    for audience in ("participants", "public"):
        told = trace(made, draws=9, audience=audience)
        assert "Amtmann" not in told.to_json()
        assert "responsible" not in told.to_dict()["goals"][0]


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_where_hardly_anybody_answered_no_ties_are_counted(tmp_path: Path, audience: str) -> None:
    """One of five answered; what people counted themselves is told all the same."""
    actors = "id;type;survey\na;migrant organization;answered\n" + "".join(f"{c};school;no answer\n" for c in "bcde")
    ties = "source;target;kind\n" + "".join(f"a;{c};joint project\na;{c};exchange\n" for c in "bcde")
    about = """
        scheme: migration-development
        goals: [A | joint projects | 2, B | Schulen | 3, C | Räume | 4, D | density | 0.1]
        indicators: {Räume: 4, Schulen: {ties: exchange, with: school}}
    """.replace("        ", "    ")
    made = [landscape(tmp_path / year, actors, ties, f"    date: {year}{about}") for year in ("2024", "2026")]
    told = trace(made, draws=9, audience=audience).to_dict()
    counted = {row["indicator"]: row["values"] for row in told["indicators"]}
    states = [(row["value"], row["state"]) for row in told["goals"]]
    if audience == "office":
        assert counted == {"joint_projects": [4, 4], "Schulen": [4, 4], "rooms": [4, 4]}
        assert [value for value, _ in states] == [4, 4, 4, 0.4]
    else:
        assert counted == {"rooms": [4, 4]}
        assert states == [(None, None), (None, None), (4, "met"), (None, None)]


AIMS = "isolates | 2", "degree_centralization | at most 15 %", "density | at least 0.11", "components | 4"


def partly(where: Path, silent: int) -> list[Landscape]:
    """Two waves of eleven, the first ones of whom have not answered."""
    ids = "abcdefghijk"
    actors = "".join(f"{id_};{'answered' if i >= silent else 'no answer'}\n" for i, id_ in enumerate(ids))
    ties = "source;target\n" + "".join(f"{a};{b}\n" for a, b in ("de", "ef", "fd", "gh", "hi", "ai", "gd"))
    goals = "".join(f"      - Z | {aim}\n" for aim in AIMS)
    return [
        landscape(where / year, f"id;survey\n{actors}", ties, f"    date: {year}\n    goals:\n{goals}")
        for year in ("2024", "2026")
    ]


def test_the_state_is_one_for_all_or_is_kept_back_with_the_range(tmp_path: Path) -> None:
    """Without a tie are b, c, j, k, of whom b and c have not answered: two to four, so that at most two is open.

    Beside the value others are told the range of the density alone, and so its state.
    """
    made = partly(tmp_path, 3)
    office = trace(made, draws=9).to_dict()["goals"]
    isolates = office[0]
    assert (isolates["value"], isolates["low"], isolates["high"], isolates["state"]) == (4, 2, 4, "open")
    assert None not in [row["state"] for row in office]
    for audience in ("participants", "public"):
        evolution = trace(made, draws=9, audience=audience)
        rows = evolution.to_dict()["goals"]
        assert [row["value"] for row in rows] == [row["value"] for row in office]
        assert [row["state"] for row in rows] == [None, None, office[2]["state"], None]
        assert [row["low"] is None for row in rows] == [True, True, False, True]
        assert "4 so far; the missing answers could change it" in next(iter(Told(evolution, "en").goals()))[2]


def test_others_read_no_more_digits_of_a_range_than_they_are_told(tmp_path: Path) -> None:
    evolution = trace(partly(tmp_path, 3), draws=9, audience="participants")
    told, wave = Told(evolution, "de"), evolution.to_dict()["waves"][1]
    wave["missing"]["density"] |= {"low": 0.11, "high": 0.087}
    wave["missing"]["average_degree"] |= {"low": 3.9, "high": 12.0}
    assert told.value(wave, "density")[1] == "0,11 bis 0,087"
    assert told.value(wave, "average_degree")[1] == "3,9 bis 12"


def test_of_one_or_two_who_have_not_answered_others_are_told_no_state(tmp_path: Path) -> None:
    made = partly(tmp_path, 2)
    assert None not in [row["state"] for row in trace(made, draws=9).to_dict()["goals"]]
    assert [row["state"] for row in trace(made, draws=9, audience="public").to_dict()["goals"]] == [None] * 4


def test_where_all_have_answered_each_state_is_told(tmp_path: Path) -> None:
    made = partly(tmp_path, 0)
    states = [[row["state"] for row in trace(made, draws=9, audience=one).to_dict()["goals"]] for one in AUDIENCES]
    assert None not in states[0]
    assert states == [states[0]] * 3


def test_what_stayed_of_tandems(tmp_path: Path) -> None:
    """a–b go on; b–c do not, as c says; d–e, e–f: neither answered, whether or not the end is noted; c–d runs;
    a–e ended, but no wave is later.
    """
    actors = "id;survey\na;answered\nb;answered\nc;answered\nd;no answer\ne;no answer\nf;no answer\n"
    tandems = (
        "a;b;start;end;state\na;b;2024-07-01;;agreed\nb;c;2024-01-01;2025-01-01;finished\n"
        "d;e;2024-02-01;;agreed\ne;f;2024-07-01;2025-06-30;finished\nc;d;2026-01-01;;running\na;e;2026-01-01;2026-06-30;finished\na;d;;;dropped\n"
    )
    made = []
    for year, ties in (("2024", "source;target\n"), ("2026", "source;target\na;b\n")):
        place = folder(tmp_path / year, actors, ties, f"    date: {year}-06-30\n")
        (place / "tandems.csv").write_text(tandems, "utf-8")
        made.append(read(place))
    found = {(row["a"], row["b"]): (row["state"], row["seen"]) for row in trace(made, draws=9).to_dict()["tandems"]}
    assert found == {
        ("a", "b"): ("stayed", "2026-06-30"),
        ("b", "c"): ("not named", "2026-06-30"),
        ("d", "e"): ("unknown", "2026-06-30"),
        ("e", "f"): ("unknown", "2026-06-30"),
        ("c", "d"): ("running", None),
        ("a", "e"): ("no survey yet", None),
    }
    assert "tandems" not in trace(made, draws=9, audience="participants").to_dict()


def test_what_is_counted_from_ties_is_told_as_named_so_far_where_answers_are_missing(tmp_path: Path) -> None:
    about = (
        "    date: {}\n    goals:\n      - more | Threads | at least 1 | 2030\n"
        "    indicators: {{Threads: ties | any | x}}\n"
    )
    for word, expected in (("answered", False), ("no answer", True)):
        made = trace(
            [
                landscape(
                    tmp_path / word / year,
                    f"id;type;survey\na;x;answered\nb;x;answered\nc;y;{word}\n",
                    "source;target;kind\na;b;any\n",
                    about.format(year),
                )
                for year in ("2024", "2026")
            ],
            draws=9,
        ).to_dict()
        (goal,) = made["goals"]
        assert (goal["value"], goal["state"], goal["so_far"]) == (1, "met", expected)
