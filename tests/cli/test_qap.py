"""The verb ``qap``: what is compared, what is said, what is refused."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import actor_graph as ag
from actor_graph.analysis.qap import Qap
from actor_graph.views.terminal.qap import print_qap
from tests.making import folder
from tests.measures.qap.dense import least_squares
from tests.running import Ran, run

ACTORS = """
    id,name,type,district,survey,Telefon,Religion
    a,Alpha,shop,North,answered,0351 5550101,
    b,Beta,shop,North,answered,,
    c,Gamma,school,South,answered,,
    d,Delta,school,South,no answer,,
    e,Epsilon,school,North,no answer,,
    f,Zeta,,South,answered,,
    g,Eta,shop,South,excluded,,
"""
TIES = """
    source,target,kind
    a,b,talks
    b,c,talks
    c,d,talks
    d,c,talks
    a,a,talks
    a,g,talks
    a,b,Gives
    b,c,Gives
    e,f,Gives
    a,e,plans
    b,d,plans
    a,b,plans
"""
KEYS = ["schema", "x", "y", "r", "p_lower", "p_upper", "p", "draws"]


def town(where: Path) -> Path:
    return folder(where / "town", ACTORS, TIES)


def asked(where: Path, *options: str) -> dict[str, Any]:
    ran = run("qap", town(where), "--json", *options)
    assert ran.status == 0, ran.err
    told: dict[str, Any] = json.loads(ran.out)
    return told


def test_the_document(tmp_path: Path) -> None:
    """By hand: 15 pairs of six actors, 3 talk, 3 give, 2 both: (15·2 − 9) / (3·12)."""
    told = asked(tmp_path, "--x", "talks", "--y", "gives", "--draws", "500")
    assert list(told)[:8] == KEYS
    assert (told["schema"], told["x"], told["y"], told["draws"]) == ("actor-graph/qap/1", "talks", "Gives", 500)
    assert told["r"] == pytest.approx(21 / 36)
    assert (told["actors"], told["dyads"], told["ties_x"], told["ties_y"], told["common"]) == (6, 15, 3, 3, 2)
    # Four have answered, two have not: 2 and 2 of their 6 pairs, 1 and 1 of the 8 between, none of the last.
    assert told["common_expected"] == pytest.approx(2 * 2 / 6 + 1 / 8)
    assert (told["dyads_unanswered"], told["response_rate"]) == (1, pytest.approx(4 / 6))
    assert told["p"] == min(1, 2 * min(told["p_lower"], told["p_upper"]))
    assert "coefficients" not in told


def test_with_on_a_regression_over_the_pairs_whose_types_are_known(tmp_path: Path) -> None:
    """Zeta has no type: ten pairs of a, b, c, d, e, written out by hand in the order of their ids."""
    told = asked(tmp_path, "--x", "talks", "--y", "gives", "--on", "plans", "--on", "same:type", "--draws", "99")
    pairs = ["ab", "ac", "ad", "ae", "bc", "bd", "be", "cd", "ce", "de"]
    one, other, plans, same = (
        np.array([float(pair in relation.split()) for pair in pairs])
        for relation in ("ab bc cd", "ab bc", "ab ae bd", "ab cd ce de")
    )
    b, t = least_squares(other, one, plans, same)
    found = told["coefficients"]
    assert [row["term"] for row in found] == ["talks", "plans", "same:type"]
    assert [set(row) for row in found] == [{"term", "b", "t", "p"}] * 3
    assert [row["b"] for row in found] == pytest.approx(b[1:].tolist())
    assert [row["t"] for row in found] == pytest.approx(t[1:].tolist())
    assert told["intercept"] == pytest.approx(b[0])
    assert (told["coefficients_actors"], told["coefficients_dyads"], told["left_out"]) == (5, 10, {"same:type": 1})
    assert told["dyads"] == 15  # the correlation is over all pairs, as without --on


def test_null_where_there_is_nothing_to_compare(tmp_path: Path) -> None:
    """A kind that the scheme knows and no tie has."""
    told = asked(tmp_path, "--x", "talks", "--y", "funding", "--scheme", "migration-development", "--on", "plans")
    assert [told[key] for key in ("r", "p_lower", "p_upper", "p")] == [None] * 4
    assert all(row[key] is None for row in told["coefficients"] for key in ("b", "t", "p"))
    said = run("qap", town(tmp_path), "--x", "talks", "--y", "funding", "--scheme", "migration-development").out
    assert "No pair of actors has “funding”: there is nothing to compare." in said


def test_the_order_of_rows_and_the_number_of_permutations_at_a_time_change_nothing(tmp_path: Path) -> None:
    options = ("--x", "talks", "--y", "gives", "--on", "same:district", "--draws", "99")
    first = asked(tmp_path, *options)
    turned = "\n".join([ACTORS.strip().splitlines()[0], *reversed(ACTORS.strip().splitlines()[1:])])
    ran = run("qap", folder(tmp_path / "turned" / "town", turned, TIES), "--json", *options)
    assert json.loads(ran.out) == first


def test_in_python_the_same(tmp_path: Path) -> None:
    told = asked(tmp_path, "--x", "talks", "--y", "gives", "--on", "plans", "--seed", "3", "--draws", "99")
    made = ag.qap(ag.read(town(tmp_path)), x="talks", y="gives", on=["plans"], seed=3, draws=99)
    assert made.to_dict() == told
    assert ag.qap(ag.read(town(tmp_path)), x="talks", y="gives", seed=4).to_dict()["draws"] == 2000


def test_any_kind_and_without_an_actor(tmp_path: Path) -> None:
    told = asked(tmp_path, "--x", "all", "--y", "talks", "--without", "Delta")
    assert (told["actors"], told["ties_x"], told["ties_y"], told["common"]) == (5, 4, 2, 2)


def test_what_follows_from_what_the_kinds_are_is_no_finding(tmp_path: Path) -> None:
    place = town(tmp_path)
    for kinds, said in (
        (("all", "gives"), "“Gives” is part of “any tie”"),
        (("talks", "all"), "“talks” is part of “any tie”"),
        (("talks", "Talks"), "Both are the same"),
    ):
        told = run("qap", place, "--x", kinds[0], "--y", kinds[1], "--draws", "99", "--language", "en").out
        assert said in " ".join(told.split())
        assert "chance gives" not in told


def test_under_30_percent_it_is_said_first(tmp_path: Path) -> None:
    """Of nine one has answered; where three have, nothing is said."""
    ties = "source,target,kind\n0,1,talks\n0,2,talks\n0,1,gives\n0,3,gives\n"
    for answered in (1, 3):
        actors = "\n".join(f"{i},N{i},{'answered' if i < answered else 'no answer'}" for i in range(9))
        place = folder(tmp_path / str(answered) / "t", f"id,name,survey\n{actors}", ties)
        out = run("qap", place, "--x", "talks", "--y", "gives", "--draws", "9", "--language", "de").out
        warned = out.find("Weniger als 30")
        assert (0 < warned < out.find("Von 36 Paaren")) == (answered == 1)


def told_of(where: Path, language: str) -> Ran:
    options = ("--x", "talks", "--y", "gives", "--on", "same:type", "--on", "talks", "--draws", "999")
    return run("qap", town(where), *options, "--language", language)


def test_the_report_in_english(tmp_path: Path) -> None:
    said = " ".join(told_of(tmp_path, "en").out.replace("\u00a0", " ").split())
    assert said.startswith("talks and Gives · town")
    assert "Of 15 pairs of actors 2 have both; by chance it would be 0.8 (correlation r = 0.58)." in said
    assert "who of the actors stands where in them is dealt out anew, 999 times" in said
    assert "“talks” is the same for all pairs, or follows from the others: it has no value of its own." in said
    assert "1 actor has no entry in “type”. This table leaves actors without an entry out with all their pairs" in said
    assert said.count("it is made of 10 of 15 pairs. It can differ from the correlation above for that alone") == 1
    assert said.count("“talks” is the same for all pairs") == 1  # it stands in two rows of the table
    assert (
        "In 1 pair neither has answered yet; it counts here as without a tie of either kind, which makes r larger"
        in said
    )
    assert said.endswith("This shows what goes together, not why or what came first.")


def test_the_report_in_german(tmp_path: Path) -> None:
    said = " ".join(told_of(tmp_path, "de").out.replace("\u00a0", " ").split())
    assert "Von 15 Paaren von Akteuren haben 2 beides; nach Zufall wären es 0,8 (Korrelation r = 0,58)." in said
    assert "Vom Zufall ist das nicht zu unterscheiden (p = 0," in said
    assert "„Gives“, alles andere gleich gehalten" in said


def test_more_and_less_often_than_chance(tmp_path: Path) -> None:
    """A ring beside itself, and beside all pairs that it does not join."""
    ring = [(i, (i + 1) % 9) for i in range(9)]
    rest = [(i, j) for i in range(9) for j in range(i) if (j, i) not in ring and (i, j) not in ring]
    actors = "\n".join(["id,name", *(f"{i},N{i}" for i in range(9))])
    rows = [*((*tie, "ring") for tie in ring), *((*tie, "again") for tie in ring), *((*tie, "rest") for tie in rest)]
    place = folder(tmp_path / "ring", actors, "\n".join(["source,target,kind", *(f"{a},{b},{k}" for a, b, k in rows)]))
    for kind, said in (("again", "more often than chance gives (p"), ("rest", "less often than chance gives (p")):
        told = " ".join(run("qap", place, "--x", "ring", "--y", kind).out.replace("\u00a0", " ").split())
        assert said in told


@pytest.mark.parametrize(
    ("p", "draws", "near"),
    [(0.04998, 2000, True), (0.0561, 2000, True), (0.03, 2000, False), (0.07, 2000, False), (0.0564, 200000, False)],
)
def test_a_p_at_the_border_is_said_to_hang_on_the_draws(tmp_path: Path, p: float, draws: int, near: bool) -> None:
    """The standard error of 2,000 draws at a tail of 0.025 is 0.0035, so that of p is 0.007."""
    place = ag.read(town(tmp_path))
    told = ag.qap(place, x="talks", y="gives", draws=99).to_dict() | {"p": p, "draws": draws}
    for language, words in (("en", "lies so close to 0.05 that other"), ("de", "liegt so nah an 0,05, dass")):
        out = io.StringIO()
        print_qap(Qap(told), place, language, out)  # type: ignore[arg-type]
        assert (words in " ".join(out.getvalue().split())) == near


def test_with_fewer_than_forty_draws_nothing_can_be_found(tmp_path: Path) -> None:
    for draws, said in (("39", True), ("40", False)):
        out = run(
            "qap", town(tmp_path / draws), "--x", "talks", "--y", "gives", "--draws", draws, "--language", "en"
        ).out
        assert ("With fewer than 40 draws p can't be under 0.05" in " ".join(out.split())) == said


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = ("--x", "talk", "--y", "zzz", "--on", "same:distrct", "--on", "same:Telefon", "--on", "same:Religion")
    ran = run("qap", town(tmp_path), *wrong, "--on", "same:name", "--without", "Alfa", "--confirmed", "--json")
    lines = ran.err.replace("\u00a0", " ").splitlines()
    assert (ran.status, ran.out, len(lines)) == (2, "", 8)
    assert "no kind of tie “talk”. Nearest is “talks”." in lines[0]
    assert "Known are: " in lines[1]
    assert "Nearest" not in lines[1]
    assert "no column “distrct” in which two could have the same. Nearest is “district”." in lines[2]
    assert "“Telefon” holds contact data" in lines[3]
    assert "--sensitive" in lines[4]
    assert "In the column “name” each actor has a text of its own" in lines[5]
    assert "Alpha" in lines[6]
    assert "reported_by" in lines[7]


def test_sensitive_values_of_few_and_of_persons_count_as_no_entry(tmp_path: Path) -> None:
    """Three hold one, two another, and a natural person a value that three others hold: three entries are left."""
    cells = {"a": ("x", ""), "b": ("x", ""), "c": ("x", ""), "d": ("z", ""), "e": ("z", ""), "f": ("x", "yes")}
    actors = "\n".join(["id,name,person,Religion", *(f"{i},N{i},{who},{held}" for i, (held, who) in cells.items())])
    place = folder(tmp_path / "few", actors, "source,target,kind\na,b,one\nb,c,two\n")
    ran = run("qap", place, "--x", "one", "--y", "two", "--on", "same:Religion", "--sensitive", "--json")
    told = json.loads(ran.out)
    assert (told["left_out"], told["coefficients_actors"]) == ({"same:Religion": 3}, 3)


def test_what_is_missing_is_a_usage_error(tmp_path: Path) -> None:
    ran = run("qap", town(tmp_path), "--x", "talks")
    assert (ran.status, ran.out) == (2, "")
    assert "--y" in ran.err


def test_bad_numbers_in_python(tmp_path: Path) -> None:
    with pytest.raises(ag.RequestError) as raised:
        ag.qap(ag.read(town(tmp_path)), x="talks", y="gives", draws=0, seed=-1)
    assert len(str(raised.value).splitlines()) == 2
