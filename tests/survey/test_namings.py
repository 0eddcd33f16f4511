"""Whom an actor named, and how many others there are."""

from __future__ import annotations

from pathlib import Path

from actor_graph.survey.namings import Naming, Namings, named_by_others, namings
from tests.making import landscape

ACTORS = "id,name\na,A\nb,B\nc,C\nd,D\n"
TIES = """
    source,target,reported_by
    a,b,a
    b,a,b
    c,a,c; a
    d,a,d
    a,d,
    a,a,a
"""


def test_own_namings_by_row_and_the_number_of_others(tmp_path: Path) -> None:
    """By hand: a said rows 0 and 2; with d there are two rows, but none that a is known to have said."""
    town = landscape(tmp_path, ACTORS, TIES)
    found = namings(town, [0, 1, 2, 3])
    assert found[0] == Namings((Naming(1, (0,)), Naming(2, (2,))), 1)
    assert found[1] == Namings((Naming(0, (1,)),), 0)
    assert found[3] == Namings((Naming(0, (3,)),), 0)
    assert named_by_others(town, 0) == {frozenset({0, 3})}


def test_who_is_left_out_is_no_partner(tmp_path: Path) -> None:
    found = namings(landscape(tmp_path, ACTORS, TIES), [0, 1, 3], unseen=[0, 1])
    assert found[0] == Namings((), 1)


def test_the_source_reports_where_the_landscape_says_so_and_no_reporter_stands(tmp_path: Path) -> None:
    town = landscape(tmp_path, ACTORS, "source,target,reported_by\na,b,\nc,a,a\n", "    reports: source")
    assert namings(town, [0, 1, 2])[0] == Namings((Naming(1, (0,)), Naming(2, (1,))), 0)
    assert namings(town, [0, 1, 2])[2] == Namings((), 1)


def test_without_any_reporter_all_ties_are_told(tmp_path: Path) -> None:
    town = landscape(tmp_path, ACTORS, "source,target\na,b\n")
    assert namings(town, [0, 1])[1] == Namings((Naming(0, (0,)),), None)
