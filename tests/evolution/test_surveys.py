"""Waves of which it is not known who answered: taken as they stand, which is said, and not judged beside others."""

from __future__ import annotations

from io import StringIO
from itertools import pairwise
from pathlib import Path

from actor_graph.evolution.trace import trace
from actor_graph.views.evolution.picture import pictures
from actor_graph.views.evolution.told import Told
from actor_graph.views.terminal.evolution import print_evolution
from tests.making import landscape


def test_a_wave_of_which_nobody_knows_who_answered_is_told_and_nothing_is_judged(tmp_path: Path) -> None:
    """The column for the survey was left out in the first wave alone; all ties are the same in both."""
    ids = "abcdefghijkl"
    ties = "source;target\n" + "".join(f"{one};{other}\n" for one, other in pairwise(ids))
    surveyed = "id;survey\n" + "".join(f"{id_};answered\n" for id_ in ids)
    bare = "id\n" + "".join(f"{id_}\n" for id_ in ids)
    for first, second, warned, answered, judged in (
        (bare, surveyed, ["waves.no_survey"], None, False),
        (bare, bare, [], None, True),
        (surveyed, surveyed, [], 12, True),
    ):
        where = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        made = [
            landscape(where / year, actors, ties, f"    date: {year}\n")
            for year, actors in (("2024", first), ("2026", second))
        ]
        told = trace(made, draws=9)
        assert [problem.key for problem in told.warnings] == warned
        change = told.to_dict()["changes"][0]
        assert change["panel"]["answered"] == answered
        assert bool(change["panel"]["differences"]) is judged
        states = told.to_dict()["actors"][0]["waves"]
        assert states == ["included" if actors == bare else "answered" for actors in (first, second)]
        outside = trace(made, draws=9, audience="participants").to_dict()["actors"]
        assert outside[0]["waves"] == ["included", "included"]
        shown = StringIO()
        print_evolution(told, "en", shown)
        assert ("answered both times" in shown.getvalue()) is (answered is not None)


def test_on_the_map_nobody_waits_for_answers_that_no_survey_knows_of(tmp_path: Path) -> None:
    """Zoe has no tie in either list: she stands with those not yet networked, not with those who have not answered."""
    made = [
        landscape(tmp_path / year, "id;name\na;Ahorn\nb;Birke\nz;Zoe\n", "source;target\na;b\n", f"    date: {year}\n")
        for year in ("2024", "2026")
    ]
    told = trace(made, draws=9)
    assert [box.silent for box in pictures(told, Told(told, "en")).boxes] == [False]
