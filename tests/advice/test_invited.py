"""Who is invited, read in one way by whatever verb asks: tables and map refuse the same in the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.advice.invited import invited_rows
from actor_graph.problems import RequestErrors
from tests.advice.invite.town import town


def test_ids_names_and_a_file_mean_the_same_rows_each_once(tmp_path: Path) -> None:
    known = ag.read(town(tmp_path / "town"))
    told = {"schema": "actor-graph/invitation/1", "invited": [{"id": "amt"}, {"id": "hub"}]}
    (tmp_path / "list.json").write_text(json.dumps(told), "utf-8")
    for invited in (["amt", "Haus", "hub"], tmp_path / "list.json", str(tmp_path / "list.json")):
        assert invited_rows(invited, known, "en") == [0, 4]


def test_all_that_is_wrong_is_told_at_once_and_alike(tmp_path: Path) -> None:
    known = ag.read(town(tmp_path / "town"))
    wrong = ["amt", "out", "nobody"]
    with pytest.raises(RequestErrors) as told:
        invited_rows(wrong, known, "en")
    said = str(told.value)
    assert "“out” is on the list, but not part of this survey (excluded)." in said
    assert "nobody" in said
    for ask in (lambda: ag.tables(known, 1, invited=wrong), lambda: ag.draw_map(known, invited=wrong, draws=9)):
        with pytest.raises(RequestErrors) as other:
            ask()
        assert str(other.value) == said
