"""The same actors in two waves: who is in the panel, its figures, and what its differences are judged by."""

from __future__ import annotations

import re
from io import StringIO
from math import erfc, sqrt
from pathlib import Path

import numpy as np
import pytest

from actor_graph.evolution.changes import Changes
from actor_graph.evolution.judging import adjusted
from actor_graph.evolution.paired import differences
from actor_graph.evolution.panel import panel
from actor_graph.evolution.snapshot import snapshot
from actor_graph.evolution.trace import trace
from actor_graph.measures.bootstrap import vertex_error
from actor_graph.measures.graph import Graph
from actor_graph.views.terminal.evolution import print_evolution
from tests.evolution.test_changes import waves

FIRST = """id;type;survey
a;x;answered
b;x;answered
c;y;answered
d;y;answered
e;;no answer
f;y;not contacted
g;x;answered
"""
SECOND = FIRST.replace("d;y;answered", "d;y;promised").replace("f;y;not contacted", "f;y;answered")
TIES = "source;target\na;b\na;c\nb;d\nd;e\na;g\na;f\n"


def test_the_panel_is_who_was_asked_in_both(tmp_path: Path) -> None:
    """f was not asked at first; d and e have not answered both times."""
    found = panel(waves(tmp_path, (FIRST, TIES), (SECOND, TIES + "b;c\nc;g\n")))
    assert (found.asked, found.answered) == (["a", "b", "c", "d", "e", "g"], ["a", "b", "c", "g"])
    assert (found.figures(0)["ties"], found.figures(1)["ties"]) == (5, 7)  # a–f is not of the panel
    assert (found.figures(0)["density"], found.figures(1)["density"]) == (5 / 15, 7 / 15)
    for which in (0, 1):
        low, high = found.ranges(which)["density"]
        assert found.figures(which)["density"] <= low <= high <= 1


ALONE = "".join(f"{id_};x;answered\n" for id_ in "hijk")
"""Four more, without a tie: of fewer than eight nothing is judged."""


def test_the_differences_of_those_who_answered_both_times(tmp_path: Path) -> None:
    """As a, b, c, g, h–k tell it: a–b, a–c, a–g before; b–c, c–g besides after. Across types: a–c, then also b–c, c–g.

    Nobody knows who stated a tie. d answered once and might have named ties then alone; e never did, so what the eight
    say of it stands in both waves: none. Of 8·8 ties that they could name they name 2·3, and then 2·5.
    """
    found = differences(panel(waves(tmp_path, (FIRST + ALONE, TIES), (SECOND + ALONE, TIES + "b;c\nc;g\n"))))
    assert (found["density"].before, found["density"].after) == (6 / 64, 10 / 64)
    assert (found["average_degree"].before, found["average_degree"].after) == (6 / 8, 10 / 8)
    assert (found["ei_index"].before, found["ei_index"].after) == pytest.approx((-1 / 3, 1 / 5))
    # What differs, pair by pair: b–c and c–g by 2 ends of 16/9 in the mean; all pairs by as much less as they count.
    added = Graph.from_ties(9, np.array([1, 2]), np.array([2, 3]))
    error = vertex_error(added, np.full(2, 2 * 9 / 16), np.array([-4 / 64 * 9 / 16] * 8 + [0]))
    assert found["density"].apart.error == pytest.approx(error)
    assert found["density"].apart.p == pytest.approx(erfc((4 / 64) / error / sqrt(2)))


def test_where_it_is_known_who_stated_a_tie_all_that_were_asked_count(tmp_path: Path) -> None:
    """d answered at first alone: what a and b say of it counts in both waves, what it says itself in none.

    9 of those asked beside a: 8 tell. Before a–b, a–c, a–g by 2 ends, b–d by b: 7; after b–c besides, b–d not named: 8.
    """
    first = "source;target;reported_by\na;b;a\na;c;c\nb;d;b; d\nd;e;d\na;g;g\na;f;a\nd;g;d\n".replace("b; d", '"b; d"')
    second = "source;target;reported_by\na;b;b\na;c;c\na;g;a\nb;c;b\na;f;f\n"
    found = differences(panel(waves(tmp_path, (FIRST + ALONE, first), (SECOND + ALONE, second))))
    assert (found["density"].before, found["density"].after) == pytest.approx((7 / 72, 8 / 72))
    assert (found["average_degree"].before, found["average_degree"].after) == pytest.approx((7 / 8, 1))


def test_what_a_third_says_of_two_is_not_what_those_say_who_answered_both_times(tmp_path: Path) -> None:
    """z answers then alone, and names ten ties among the others: none of them is one more that these name."""
    actors = "id;survey\n" + "".join(f"{id_};answered\n" for id_ in "abcdefgh")
    own = "source;target;reported_by\na;b;a\nc;d;c\ne;f;e\ng;h;h\n"
    said = "".join(f"{one};{other};z\n" for one, other in ("ac", "ad", "ae", "bf", "bg", "bh", "ce", "df", "eg", "fh"))
    change = waves(tmp_path, (actors + "z;no answer\n", own), (actors + "z;answered\n", own + said))
    found = differences(panel(change))["density"]
    assert (found.before, found.after) == (8 / 64, 8 / 64)
    assert change.counts()["unknown"] == 10  # z, who alone stated them, did not answer before


def test_ties_that_the_later_sheet_dates_before_the_earlier_survey_are_no_growth(tmp_path: Path) -> None:
    """All eight answered both times; b–c to f–g stood since 2010, as is said now, and g–h alone is new."""
    actors = "id;survey\n" + "".join(f"{id_};answered\n" for id_ in "abcdefgh")
    late = "b;c;2010\nc;d;2010\nd;e;2010\ne;f;2010\nf;g;2010\n"
    change = waves(
        tmp_path, (actors, "source;target;since\na;b;\n"), (actors, f"source;target;since\na;b;\n{late}g;h;\n")
    )
    assert len(change.named_late) == 5
    found = differences(panel(change))["average_degree"]
    assert (found.before, found.after) == (2 / 8, 4 / 8)


def test_what_both_have_to_confirm_is_told_by_those_who_answered_both_times(tmp_path: Path) -> None:
    ties = 'source;target;reported_by\na;b;"a; b"\nb;d;"b; d"\n'
    change = waves(tmp_path, (FIRST + ALONE, ties), (SECOND + ALONE, ties))
    both = (
        snapshot(wave.landscape, (), draws=1, missing=False, confirmed=True) for wave in (change.before, change.after)
    )
    assert differences(panel(Changes(*both)))["density"].before == 1 / 28


def test_of_few_a_difference_is_told_and_not_judged(tmp_path: Path) -> None:
    """In simulated cities in which nothing changed 5 to 13 of 100 with three to six actors would seem changed."""
    change = waves(tmp_path, (FIRST, TIES), (SECOND, TIES + "b;c\nc;g\n"))
    made = trace([change.before.landscape, change.after.landscape], draws=9)
    told = made.to_dict()["changes"][0]["panel"]["differences"]["density"]
    assert (told["from"], told["to"]) == (6 / 16, 10 / 16)
    assert {told[key] for key in ("se", "low", "high", "p", "p_adjusted")} == {None}
    out = StringIO()
    print_evolution(made, "en", out)
    assert "0.375 → 0.625), too few to judge the difference" in " ".join(out.getvalue().split())


def test_p_is_adjusted_over_both_questions(tmp_path: Path) -> None:
    """Holm: the smaller p doubled, the larger at least that; the average degree asks nothing of its own."""
    ties = TIES + "h;i\nj;k\n"
    change = waves(tmp_path, (FIRST + ALONE, ties), (SECOND + ALONE, ties + "b;c\nc;g\n"))
    plain = {key: one.apart.p for key, one in differences(panel(change)).items()}
    small, large = sorted((plain["density"], plain["ei_index"]))
    told = adjusted([change])[0]
    assert sorted({told["density"], told["ei_index"]}) == pytest.approx(
        sorted({min(1, 2 * small), min(1, max(2 * small, large))})
    )
    assert told["average_degree"] == told["density"]


def test_of_two_who_answered_nothing_is_told(tmp_path: Path) -> None:
    actors = "id;survey\na;answered\nb;answered\nc;no answer\n"
    found = panel(waves(tmp_path, (actors, "source;target\na;b\n"), (actors, "source;target\n")))
    assert differences(found) == {}


def test_without_a_tie_there_is_no_ei_index(tmp_path: Path) -> None:
    actors = "id;type\na;x\nb;y\nc;x\n"
    found = panel(waves(tmp_path, (actors, "source;target\n"), (actors, "source;target\na;b\n")))
    assert set(differences(found)) == {"density", "average_degree"}


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_nothing_is_told_of_a_part_of_the_actors(tmp_path: Path, audience: str) -> None:
    """Beside the ties by name one could try out from its figures who was not asked, or has not answered."""
    change = waves(tmp_path, (FIRST, TIES), (SECOND, TIES + "b;c\nc;g\n"))
    made = trace([change.before.landscape, change.after.landscape], draws=9, audience=audience)
    assert "panel" not in made.to_dict()["changes"][0]
    for language in ("de", "en"):
        out = StringIO()
        print_evolution(made, language, out)
        assert not re.search("dieselben|same actors|bootstrap|gefragten|those asked", out.getvalue(), re.IGNORECASE)


def test_where_nobody_was_asked_both_times_there_is_no_figure(tmp_path: Path) -> None:
    one = "id;survey\na;answered\nb;answered\nc;not contacted\nd;not contacted\n"
    other = "id;survey\na;not contacted\nb;not contacted\nc;answered\nd;answered\n"
    ties = "source;target\na;b\nc;d\n"
    change = waves(tmp_path, (one, ties), (other, ties))
    made = trace([change.before.landscape, change.after.landscape], draws=9)
    told = made.to_dict()["changes"][0]["panel"]
    assert (told["asked"], told["figures"], told["differences"]) == (0, {}, {})
    out = StringIO()
    print_evolution(made, "en", out)
    assert "Nobody was asked both times" in out.getvalue()
    assert "Among those asked" not in out.getvalue()
