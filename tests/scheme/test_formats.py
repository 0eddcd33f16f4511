"""Rules of formats: who wrote them, how they replace each other, and what is said of mistakes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from actor_graph.problems import Problem, Problems
from actor_graph.scheme import Bound, FormatSpec, ParitySpec, RuleSpec, load_scheme
from actor_graph.words import LANGUAGES


def formats(folder: Path, **texts: str) -> tuple[dict[str, FormatSpec] | None, list[Problem]]:
    """The formats of ``own.yaml``; further files beside it."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    problems = Problems()
    scheme = load_scheme("own.yaml", base=folder, problems=problems, file="landscape.yaml")
    found = list(problems)
    assert all("{" not in problem.line(language) for problem in found for language in LANGUAGES)
    return (None if scheme is None else dict(scheme.formats)), found


def rule(spec: FormatSpec, about: str, value: str | None = None) -> RuleSpec:
    return next(one for one in spec.rules if (one.about, one.value) == (about, value))


def test_the_planning_workshop_is_that_of_the_guide(tmp_path: Path) -> None:
    found, _ = formats(tmp_path, own="extends: migration-development\n")
    assert found is not None
    spec = found["planning workshop"]
    assert spec.seats == (12, 15)
    assert rule(spec, "not_yet_networked").bounds == {"min": Bound(2, shipped=True)}
    assert rule(spec, "top_dogs").bounds == {"max": Bound(2, shipped=True)}
    assert rule(spec, "type", "migrant organization").bounds == {"min_share": Bound(Fraction(3, 10), shipped=True)}
    assert rule(spec, "type", "integration council").if_any
    assert not rule(spec, "type", "administration").if_any
    assert spec.parity == (ParitySpec("migrant organization", "One World group", shipped=True),)
    assert found["extended workshop"].rules[0].bounds == {"min_share": Bound(Fraction(1, 5), shipped=True)}
    assert found["evaluation workshop"].same_as == "planning workshop"
    assert all(about.seats_shipped for about in found.values())


def test_what_a_user_writes_or_repeats_is_the_users(tmp_path: Path) -> None:
    own = """
extends: migration-development
formats:
  planning workshop:
    not_yet_networked: {min: 2, max: 5}
    quotas: {Art: {Migrantenorganisation: {min_share: 40 %}}, Personal: {ehrenamtlich: {min_share: 1/3}}}
    parity: []
    rest: 3
"""
    found, _ = formats(tmp_path, own=own)
    assert found is not None
    spec = found["planning workshop"]
    assert (spec.seats, spec.seats_shipped, spec.rest, spec.parity) == ((12, 15), True, 3, ())
    assert rule(spec, "not_yet_networked").bounds == {"min": Bound(2), "max": Bound(5)}
    assert rule(spec, "top_dogs").bounds == {"max": Bound(2, shipped=True)}
    assert rule(spec, "type", "migrant organization").bounds == {"min_share": Bound(Fraction(2, 5))}
    assert rule(spec, "staff", "unpaid").bounds == {"min_share": Bound(Fraction(1, 3))}


def test_a_chain_of_ones_own_is_the_users_throughout(tmp_path: Path) -> None:
    below = "formats: {planning workshop: {seats: 8-9, top_dogs: {max: 1}}}\n"
    found, _ = formats(
        tmp_path, base=below, own="extends: base.yaml\nformats: {planning workshop: {top_dogs: {min: 1}}}\n"
    )
    assert found is not None
    spec = found["planning workshop"]
    assert (spec.seats, spec.seats_shipped) == ((8, 9), False)
    assert rule(spec, "top_dogs").bounds == {"max": Bound(1), "min": Bound(1)}


def test_a_bound_of_the_program_gives_way_to_the_users(tmp_path: Path) -> None:
    found, _ = formats(tmp_path, own="formats: {planning workshop: {not_yet_networked: {max: 1}}}\n")
    assert found is not None
    assert rule(found["planning workshop"], "not_yet_networked").bounds == {"max": Bound(1)}


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("top_dogs: {min: 3, max: 2}", "bounds_apart:2"),
        ("top_dogs: {max: two}", "number:4"),
        ("top_dogs: {max: -1}", "number:4"),
        ("top_dogs: {mx: 1}", "unknown_key_near:4"),
        ("top_dogs: 3", "group:4"),
        ("quotas: {type: {school: {min_share: 1.5}}}", "share:4"),
        ("quotas: {type: {school: {min_share: 3/2}}}", "share:4"),
        ("quotas: {type: {school: 2}}", "group:4"),
        ("parity: [[a, a]]", "parity:4"),
        ("parity: [a, b]", "parity:4"),
        ("rest: some", "number:4"),
        ("same_as: [a]", "text:4"),
    ],
)
def test_mistakes_have_file_and_line(tmp_path: Path, rules: str, said: str) -> None:
    _, found = formats(tmp_path, own=f"formats:\n  forum:\n    seats: 5\n    {rules}\n")
    assert [f"{problem.key.split('.')[1]}:{problem.row}" for problem in found] == [said]
    assert found[0].file == "own.yaml"


@pytest.mark.parametrize(
    "rules",
    [
        "parity: [[school, Schule]]",
        "parity: [[school, university], [Hochschule, Schule]]",
        "quotas: {type: {school: {min: 1}, Schule: {min: 3}}}",
        "quotas: {type: {school: {min: 1}}, Art: {school: {min: 3}}}",
        "quotas: {staff: {unpaid: {min: 1}, ehrenamtlich: {min: 3}}}",
    ],
)
def test_a_rule_named_twice_in_other_words_is_refused(tmp_path: Path, rules: str) -> None:
    own = f"extends: migration-development\nformats:\n  forum:\n    seats: 5\n    {rules}\n"
    _, found = formats(tmp_path, own=own)
    assert [(problem.key, problem.row) for problem in found] == [("scheme.said_twice", 3)]


def test_roles_and_approach(tmp_path: Path) -> None:
    _, found = formats(tmp_path, own="roles: {guest: Gast}\ntypes: {club: {approach: mail}}\n")
    assert sorted(problem.key for problem in found) == ["scheme.approach", "scheme.unknown_key"]
