"""Lists against all lists there are: small landscapes of hypothesis through the whole way, from CSV to JSON.

What a list is worth and whether it keeps a rule is counted here from the words of the definitions alone; of the
analysis only the status, the circles and the central actors are taken, which have tests of their own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import actor_graph as ag
from actor_graph.advice.invite import NoList
from actor_graph.landscape import Landscape
from actor_graph.reading import read

TYPES, PLACES, FIELDS = ("club", "office", "school"), ("north", "south"), ("music", "dance", "sport")
SHARES = ("0.3", "30 %", "1/3", "0,5", "0.25", "0.6667", "0.4")


@dataclass(frozen=True)
class Case:
    """A landscape, a format and options, as they are written."""

    actors: list[tuple[tuple[str, ...], str, tuple[str, ...], str]]
    ties: list[tuple[int, int]]
    seats: tuple[int, int]
    rules: dict[str, dict[str, str]]
    parity: list[tuple[str, str]] = field(default_factory=list)
    include: tuple[int, ...] = ()
    exclude: tuple[int, ...] = ()
    declined: tuple[int, ...] = ()

    def write(self, where: Path, order: Sequence[int]) -> Path:
        """The folder, its rows in an order."""
        lines = ["id;name;type;place;fields;survey"]
        for i in order:
            types, place, fields, survey = self.actors[i]
            lines.append(f"i{i};Actor {i};{q(types)};{place};{q(fields)};{survey}")
        (where / "actors.csv").write_text("\n".join(lines) + "\n", "utf-8")
        rows = ["source;target", *(f"i{a};i{b}" for a, b in self.ties)]
        (where / "ties.csv").write_text("\n".join(rows) + "\n", "utf-8")
        (where / "landscape.yaml").write_text("scheme: own.yaml\nlanguage: en\n", "utf-8")
        (where / "own.yaml").write_text(self.scheme(), "utf-8")
        return where

    def scheme(self) -> str:
        """The scheme with the format."""
        text = f"formats:\n  meeting:\n    seats: {self.seats[0]}-{self.seats[1]}\n"
        quotas: dict[str, list[str]] = {}
        for about, bounds in self.rules.items():
            told = "{" + ", ".join(f'{key}: "{to}"' for key, to in bounds.items()) + "}"
            column, _, value = about.partition(": ")
            if value:
                quotas.setdefault(column, []).append(f"        {value}: {told}\n")
            else:
                text += f"    {about}: {told}\n"
        if quotas:
            text += "    quotas:\n" + "".join(f"      {key}:\n{''.join(lines)}" for key, lines in quotas.items())
        pairs = ", ".join(f"[{one}, {other}]" for one, other in self.parity)
        return text + (f"    parity: [{pairs}]\n" if pairs else "")


def q(words: Sequence[str]) -> str:
    return '"' + ";".join(words) + '"'


def exact(text: str) -> Fraction:
    """A share from its text, by another way than the program's."""
    if "/" in text:
        return Fraction(*map(int, text.split("/")))
    number = Fraction(text.replace("%", "").replace(",", ".").strip())
    return number / 100 if "%" in text else number


def drawn(seed: int) -> Case:
    """A case that is neither trivial nor mostly impossible, as drawing each part by itself would make it."""
    r = Random(seed)
    n = r.randint(3, 9)
    actors = [
        (
            tuple(r.sample(TYPES, r.choice((0, 1, 1, 1, 2)))),
            r.choice(("", *PLACES)),
            tuple(r.sample(FIELDS, r.choice((0, 1, 2)))),
            r.choice(("answered", "answered", "no answer", "declined", "")),
        )
        for _ in range(n)
    ]
    pairs = list(combinations(range(n), 2))
    abouts = ["not_yet_networked", "top_dogs", *(f"type: {t}" for t in TYPES), *(f"place: {p}" for p in PLACES)]
    rules: dict[str, dict[str, str]] = {}
    for about in r.sample([*abouts, "fields: music"], r.randint(0, 3)):
        names = r.choice([["min"], ["max"], ["min_share"], ["max_share"], ["min", "max_share"]])
        names = ["max"] if about == "top_dogs" else names  # of so few hardly anybody is central
        rules[about] = {name: r.choice(SHARES if name.endswith("share") else ("0", "1", "2")) for name in names}
    if r.random() < 0.03:
        rules["type: nobody"] = {"min": "1"}
    low = r.randint(1, n // 2)
    return Case(
        actors=actors,
        ties=r.sample(pairs, r.choice((0, n // 2, n, n))),
        seats=(low, r.randint(low, n)),
        rules=rules,
        parity=r.choice([[], [], [], [("club", "office")], [("school", "club")]]),
        include=tuple(r.sample(range(n), r.choice((0, 0, 1)))),
        exclude=tuple(r.sample(range(n), r.choice((0, 0, 1)))),
    )


cases = st.integers(0, 2**32).map(drawn)


class Judge:
    """Counts a list from the words of the definitions."""

    def __init__(self, case: Case, landscape: Landscape, order: Sequence[int]) -> None:
        self.case, self.order = case, list(order)
        told = ag.analyze(landscape, draws=1).to_dict()["actors"]
        self.about = {i: next(one for one in told if one["id"] == f"i{i}") for i in order}
        circles: dict[int, set[int]] = {}
        for i, one in self.about.items():
            if one["cluster"] is not None:
                circles.setdefault(one["cluster"], set()).add(i)
        self.circles = [members for members in circles.values() if len(members) >= 3]
        self.near = {i: {i} for i in order}
        for a, b in case.ties:
            self.near[a].add(b)
            self.near[b].add(a)

    def members(self, about: str) -> set[int]:
        column, _, value = about.partition(": ")
        if about == "not_yet_networked":
            return {i for i, one in self.about.items() if one["status"] in ("isolated", "fragment")}
        if about == "top_dogs":
            return {i for i, one in self.about.items() if one["top_dog"] and not one["mandate"]}
        place = {"type": 0, "place": 1, "fields": 2}[column]
        return {i for i, actor in enumerate(self.case.actors) if value in (actor[place] if place != 1 else [actor[1]])}

    def demands(self) -> Iterator[tuple[str, str, Any]]:
        for about, bounds in self.case.rules.items():
            for name, to in bounds.items():
                if name.startswith("max") or exact(to) > 0:
                    yield about, name, exact(to)
        for one, other in self.case.parity:
            yield f"parity: {one}, {other}", "parity", (one, other)
        yield "seats", "min", self.case.seats[0]
        yield "seats", "max", self.case.seats[1]
        for i in self.case.include:
            yield "include", "include", f"i{i}"
        for i in self.case.exclude:
            yield "exclude", "exclude", f"i{i}"

    def keeps(self, chosen: Sequence[int], demand: tuple[str, str, Any]) -> bool:
        about, bound, to = demand
        if about == "seats":
            return len(chosen) >= to if bound == "min" else len(chosen) <= to
        if bound in ("include", "exclude"):
            return (int(to[1:]) in chosen) is (bound == "include")
        if bound == "parity":
            one, other = (len(self.members(f"type: {key}") & set(chosen)) for key in to)
            return abs(one - other) <= 1
        count = len(self.members(about) & set(chosen))
        wanted = to * len(chosen) if bound.endswith("share") else to
        return bool(count >= wanted if bound.startswith("min") else count <= wanted)

    def worth(self, chosen: Sequence[int], kept: Sequence[int] = ()) -> tuple[int, ...]:
        inside = set(chosen)
        types = len({key for i in inside for key in self.case.actors[i][0]})
        if not self.case.ties:
            middle = [self.large(2, inside), self.large(1, inside)]
        else:
            middle = [sum(bool(inside & members) for members in self.circles)]
        reached = len(set().union(*(self.near[i] for i in inside))) if inside else 0
        return (len(inside & set(kept)), types, *middle, reached, -len(inside))

    def large(self, place: int, inside: set[int]) -> int:
        """How many fields, or places, of three actors or more are on the list."""
        words = FIELDS if place == 2 else PLACES
        key = "fields" if place == 2 else "place"
        groups = [self.members(f"{key}: {word}") for word in words]
        return sum(bool(members & inside) for members in groups if len(members) >= 3)

    def lists(self, without: Sequence[int] = ()) -> Iterator[tuple[int, ...]]:
        """All lists, as actors in the order of the rows."""
        able = [i for i in self.order if i not in without]
        for size in range(len(able) + 1):
            yield from combinations(able, size)

    def best(self, without: Sequence[int] = (), kept: Sequence[int] = ()) -> list[tuple[int, ...]]:
        """All lists of the greatest worth that keep everything, the one earliest in the rows first."""
        demands = list(self.demands())
        good = [one for one in self.lists(without) if all(self.keeps(one, demand) for demand in demands)]
        if not good:
            return []
        top = max(self.worth(one, kept) for one in good)
        found = [one for one in good if self.worth(one, kept) == top]
        return sorted(found, key=lambda one: [self.order.index(i) for i in one])


def asked(case: Case) -> dict[str, Any]:
    names = {name: [f"i{i}" for i in getattr(case, name)] for name in ("include", "exclude", "declined")}
    return {"format": "meeting", "language": "en", **names}


def ids(told: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(int(one["id"][1:]) for one in told["invited"])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases, st.randoms(use_true_random=False))
def test_no_list_is_better(case: Case, random: Any) -> None:
    order = list(range(len(case.actors)))
    random.shuffle(order)
    with tempfile.TemporaryDirectory() as where:
        landscape = read(case.write(Path(where), order))
        judge = Judge(case, landscape, order)
        best = judge.best()
        if not best:
            with pytest.raises(NoList) as refused:
                ag.invite(landscape, **asked(case))
            contradicts(judge, refused.value)
            return
        told = ag.invite(landscape, **asked(case)).to_dict()
    assert ids(told) == best[0]
    assert (told["optimal"], told["tie_break"], told["gap"]) == (True, "smallest", 0)
    told_right(told, judge, best[0])
    equal_right(told, judge, best)


def told_right(told: Mapping[str, Any], judge: Judge, chosen: Sequence[int]) -> None:
    """What the document says of a list is what is counted here."""
    case, inside = judge.case, set(chosen)
    reached = set().union(*(judge.near[i] for i in inside)) if inside else set()
    assert told["covered"]["types"] == len({key for i in inside for key in case.actors[i][0]})
    assert told["covered"]["clusters"] == sum(bool(inside & members) for members in judge.circles)
    assert told["covered"]["reached"] == len(reached)
    assert told["not_reached"] == [f"i{i}" for i in judge.order if i not in reached]
    for row in told["rules"]:
        if row["rule"].startswith("parity") or row["rule"] == "seats":
            continue
        count = len(judge.members(row["rule"]) & inside)
        if row["rule"] in ("not_yet_networked", "top_dogs") and all(judge.near[i] == {i} for i in judge.near):
            assert row["count"] is None, "without any tie nobody knows who is networked"
            continue
        assert row["count"] == count
        one = 1 if row["bound"].startswith("max") else -1
        to = exact(case.rules[row["rule"]][row["bound"]])
        asked_for = to * len(inside) if row["bound"].endswith("share") else to
        after = count + one
        assert row["binding"] == (after > asked_for if one > 0 else after < asked_for)
    for one in told["invited"]:
        i = int(one["id"][1:])
        only = [j for j in judge.order if j in judge.near[i] - inside and inside & judge.near[j] == {i}]
        assert one["only_link_to"] == [f"i{j}" for j in only]
        assert one["reasons"]
        reserve_right(judge, chosen, i, one["reserve"])


def equal_right(told: Mapping[str, Any], judge: Judge, best: Sequence[tuple[int, ...]]) -> None:
    """That there are other lists of equal value is said where there are, and in whose place somebody is as good."""
    assert told["equals"] is (len(best) > 1)
    one_apart = {i for other in best[1:] for i in best[0] if len({*best[0]} ^ {*other}) == 2 and i not in other}
    for one in told["invited"]:
        assert one["reserve_equal"] == (int(one["id"][1:]) in one_apart)


def reserve_right(judge: Judge, chosen: Sequence[int], actor: int, reserve: str | None) -> None:
    """The reserve keeps the rules in the place of the actor, and nobody would be worth more.

    That the actor itself has to be invited does not hold any more where it leaves its place.
    """
    rest = [i for i in chosen if i != actor]
    demands = [demand for demand in judge.demands() if demand != ("include", "include", f"i{actor}")]
    able = {i: (*rest, i) for i in judge.order if i not in chosen}
    able = {i: one for i, one in able.items() if all(judge.keeps(one, demand) for demand in demands)}
    if reserve is None:
        assert not able
    else:
        assert judge.worth(able[int(reserve[1:])]) == max(judge.worth(one) for one in able.values())


def contradicts(judge: Judge, refused: NoList) -> None:
    """What is said to contradict itself does, nothing of it can be left out, and no smaller one is there."""
    every = list(judge.demands())
    named = []
    for one in refused.contradiction:
        about = one["actor"] or one["rule"]
        named += [d for d in every if d[1] == one["bound"] and about in (d[0], d[2])]
    assert len(named) == len(refused.contradiction)

    def possible(some: Sequence[tuple[str, str, Any]]) -> bool:
        return any(all(judge.keeps(chosen, demand) for demand in some) for chosen in judge.lists())

    assert not possible(named)
    assert all(possible([other for other in named if other != one]) for one in named)
    if refused.smallest:
        smaller = [some for size in range(1, len(named)) for some in combinations(every, size)]
        assert all(map(possible, smaller))
    for one in refused.contradiction:
        if one["possible"] is not None and one["enough"]:
            rest = [d for d in every if (d[0], d[1]) != (one["rule"], one["bound"])]
            assert possible(rest)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_where_one_list_is_best(case: Case, random: Any) -> None:
    order = list(range(len(case.actors)))
    found = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as where:
            landscape = read(case.write(Path(where), order))
            best = Judge(case, landscape, order).best()
            if len(best) != 1:
                return
            found.append(set(ids(ag.invite(landscape, **asked(case)).to_dict())))
        random.shuffle(order)
    assert found[0] == found[1]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases, st.data())
def test_when_somebody_declines_most_of_the_list_stays(case: Case, data: st.DataObject) -> None:
    order = list(range(len(case.actors)))
    with tempfile.TemporaryDirectory() as where:
        landscape = read(case.write(Path(where), order))
        judge = Judge(case, landscape, order)
        first = judge.best()
        if not first:
            return
        able = [i for i in order if i not in case.include]
        if not able:
            return
        declined = data.draw(st.sampled_from(able))
        best = judge.best(without=[declined], kept=first[0])
        options = asked(case) | {"declined": [f"i{declined}=ill"]}
        if not best:
            with pytest.raises(NoList):
                ag.invite(landscape, **options)
            return
        told = ag.invite(landscape, **options).to_dict()
        again = ag.invite(landscape, **(asked(case) | {"declined": ()})).to_dict()
        later = ag.invite(landscape, earlier=again, declined=[f"i{declined}"], language="en").to_dict()
    assert ids(told) == best[0] == ids(later)
    assert {"who": f"i{declined}", "what": "declined", "why": "ill"}.items() <= told["changes"][-1].items()
