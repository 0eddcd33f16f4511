"""Which rows become ties, and which fall out for which reason. All expected values by hand from the definitions."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.landscape.network import network, without_actors
from tests.making import landscape

ACTORS = """
    id,name,type,survey
    a,Alpha,x,answered
    b,Beta,x,answered
    c,Gamma,y,no answer
    d,Delta,y,excluded
"""


def ends(found):
    u, v, w = found.graph.ties()
    return list(zip(u.tolist(), v.tolist(), w.tolist(), strict=True))


def test_a_row_falls_out_once_for_the_first_reason_that_holds(tmp_path: Path) -> None:
    ties = """
        source,target,kind,until
        a,d,funding,1999
        a,a,funding,1999
        a,b,funding,1999
        a,c,funding,
        b,c,cooperation,
    """
    about = """
    date: 2020-06-30
    scheme: migration-development
    """
    found = network(landscape(tmp_path, ACTORS, ties, about))
    counted = (found.ties_excluded, found.self_ties, found.ties_out_of_date, found.ties_not_counted, found.graph.m)
    assert counted == (1, 1, 1, 1, 1)
    assert found.excluded == 1
    assert found.others == ((0, 2, ("funding",)),)
    assert found.kinds_counted == ("cooperation",)


def test_rows_of_one_pair_unite_to_the_largest_weight_all_kinds_the_strongest_word(tmp_path: Path) -> None:
    ties = """
        source,target,kind,intensity,weight
        a,b,cooperation,occasional,
        b,a,exchange,regular,
        a,b,own word,,2.5
    """
    found = network(landscape(tmp_path, ACTORS, ties))
    assert ends(found) == [(0, 1, 3.0)]
    assert found.kinds == (("cooperation", "exchange", "own word"),)
    assert found.intensity == ("regular",)


def test_a_united_tie_counts_if_one_of_its_kinds_does(tmp_path: Path) -> None:
    ties = """
        source,target,kind
        a,b,funding
        b,a,cooperation
        a,c,funding
    """
    found = network(landscape(tmp_path, ACTORS, ties, "    scheme: migration-development"))
    assert [end[:2] for end in ends(found)] == [(0, 1)]
    assert found.kinds == (("funding", "cooperation"),)
    assert found.ties_not_counted == 2


def test_weight_wins_over_intensity_and_the_median_of_the_known_fills_in(tmp_path: Path) -> None:
    ties = """
        source,target,intensity,weight
        a,b,comprehensive,1
        b,c,occasional,
        a,c,,
    """
    found = network(landscape(tmp_path, ACTORS, ties))
    assert ends(found) == [(0, 1, 1.0), (0, 2, 1.5), (1, 2, 2.0)]
    assert found.ties_without_weight == 1


def test_the_median_is_taken_over_the_rows_that_count(tmp_path: Path) -> None:
    ties = """
        source,target,kind,weight
        a,b,cooperation,2
        a,b,cooperation,4
        b,c,funding,100
        a,c,cooperation,
    """
    found = network(landscape(tmp_path, ACTORS, ties, "    scheme: migration-development"))
    assert ends(found) == [(0, 1, 4.0), (0, 2, 3.0)]


def test_where_no_weight_is_known_all_weigh_one(tmp_path: Path) -> None:
    found = network(landscape(tmp_path, ACTORS, "source,target\na,b\nb,c\n"))
    assert ends(found) == [(0, 1, 1.0), (1, 2, 1.0)]
    assert found.ties_without_weight == 2


@pytest.mark.parametrize(
    ("since", "until", "out"),
    [
        ("", "2019", True),
        ("", "2020", False),
        ("", "2020-06-29", True),
        ("", "2020-06-30", False),
        ("2020", "", False),
        ("2021", "", True),
        ("2020-07", "", True),
        ("2020-07-01", "", True),
        ("2020-06-30", "", False),
    ],
)
def test_a_year_alone_begins_on_its_first_day_and_ends_on_its_last(
    tmp_path: Path, since: str, until: str, out: bool
) -> None:
    found = network(
        landscape(tmp_path, ACTORS, f"source,target,since,until\na,b,{since},{until}\n", "    date: 2020-06-30")
    )
    assert (found.graph.m, found.ties_out_of_date) == ((0, 1) if out else (1, 0))


def test_count_names_the_kinds_that_count_instead_and_ties_without_a_kind_stay(tmp_path: Path) -> None:
    ties = "source,target,kind\na,b,funding\nb,c,cooperation\na,c,\n"
    read = landscape(tmp_path, ACTORS, ties, "    scheme: migration-development")
    assert [e[:2] for e in ends(network(read, count=("funding",)))] == [(0, 1), (0, 2)]
    assert network(read, count=("all",)).graph.m == 3


def test_confirmed_keeps_what_both_ends_stated_and_an_excluded_reporter_is_nobody_else(tmp_path: Path) -> None:
    ties = """
        source,target,reported_by
        a,b,a
        b,a,b
        b,c,d; b
        a,c,c
    """
    read = landscape(tmp_path, ACTORS, ties)
    found = network(read)
    assert found.reported is not None
    assert found.reported.tolist() == [[True, True], [False, True], [True, False]]
    assert [e[:2] for e in ends(network(read, confirmed=True))] == [(0, 1)]
    assert found.named_by is not None
    assert found.named_by.tolist() == [2, 1, 1]


def test_reports_source_makes_the_source_the_one_that_stated_it(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, "source,target\na,b\nc,b\n", "    reports: source")
    found = network(read)
    assert found.reported is not None
    assert found.reported.tolist() == [[True, False], [False, True]]


def test_nobody_is_known_to_have_reported_where_nothing_says_so(tmp_path: Path) -> None:
    found = network(landscape(tmp_path, ACTORS, "source,target\na,b\n"))
    assert found.reported is None
    assert found.named_by is None


def test_without_an_actor_its_ties_and_reports_are_gone_and_the_places_move_up(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, "source,target,reported_by\na,b,a\nb,c,a; c\n")
    left = without_actors(read, {0})
    assert left.actors["id"] == ("b", "c", "d")
    assert (left.ties["source"], left.ties["target"]) == ((0,), (1,))
    found = network(left)
    assert found.reported is not None
    assert found.reported.tolist() == [[False, True]]


def test_a_tie_whose_reporter_was_taken_out_was_still_reported_by_somebody_else(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, "source,target,reported_by\na,b,c\nb,a,\n", "    reports: source")
    assert network(without_actors(read, {2}), confirmed=True).graph.m == 0
    unreported = landscape(tmp_path / "u", ACTORS, "source,target,reported_by\na,b,\na,c,a\n")
    assert network(without_actors(unreported, {2}), confirmed=True).graph.m == 0


def test_networkx_gets_the_graph_with_all_attributes(tmp_path: Path) -> None:
    ties = "source,target,kind,intensity\na,b,cooperation,regular\na,d,cooperation,regular\n"
    graph = landscape(tmp_path, ACTORS, ties).to_networkx()
    assert dict(graph.nodes["a"]) == {"name": "Alpha", "type": ("x",), "survey": "answered"}
    assert list(graph.edges(data=True)) == [
        ("a", "b", {"weight": 3.0, "kinds": ("cooperation",), "intensity": "regular"})
    ]
    assert sorted(graph) == ["a", "b", "c"]
