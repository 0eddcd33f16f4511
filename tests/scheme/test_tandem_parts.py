"""The points of a tandem in a scheme: exact, merged entry by entry, wrong ones told with their line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from actor_graph.problems import Problems
from actor_graph.scheme import default_scheme, load_scheme
from actor_graph.scheme.tandem_parts import TandemWeights, points


def scheme(tmp_path, text):
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    problems = Problems()
    return load_scheme("own.yaml", base=tmp_path, problems=problems), [p.line("en") for p in problems]


def test_shipped_points_are_those_of_the_program():
    assert default_scheme().tandems == TandemWeights()


def test_a_scheme_says_what_differs(tmp_path):
    own, said = scheme(tmp_path, "tandems:\n  needs: 0,1\n  central: -0.5\n")
    assert said == []
    assert own.tandems.needs == Fraction(1, 10)
    assert own.tandems.central == Fraction(-1, 2)
    assert own.tandems.introducer == 2


def test_what_is_wrong_is_told_with_its_line(tmp_path):
    own, said = scheme(tmp_path, "tandems:\n  needs: many\n  place: 2000\n  introducers: 2\n  central: 1.005\n")
    assert own is None
    assert {line.split(":")[0] for line in said} == {f"own.yaml, row {row}" for row in (2, 3, 4, 5)}
    assert any("“many”" in line for line in said)
    assert any("did you mean “introducer”" in line.lower() for line in said)
    assert len(said) == 4


@pytest.mark.parametrize("given", ["", "x", "1001", "1.234", "1e3", "nan", "٣", "50 %"])
def test_no_points(given):
    with pytest.raises(ValueError, match="no points"):
        points(given)


@pytest.mark.parametrize("part", ["fields_most", "both_ways"])
def test_what_caps_or_multiplies_is_not_below_0(tmp_path, part):
    (tmp_path / "own.yaml").write_text(f"tandems:\n  {part}: -1\n", "utf-8")
    problems = Problems()
    load_scheme("own.yaml", base=tmp_path, problems=problems)
    assert [(problem.key, problem.row) for problem in problems] == [("scheme.points_from_0", 2)]
