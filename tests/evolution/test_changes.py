"""Two waves of five and six actors, told by hand which tie is new, kept, ended, and of which nothing is known."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from actor_graph.evolution.changes import Changes, jaccard
from actor_graph.evolution.origins import origins
from actor_graph.evolution.snapshot import snapshot
from actor_graph.evolution.trace import trace
from actor_graph.views.terminal.evolution import print_evolution
from tests.making import landscape


def waves(where: Path, first: tuple[str, str], second: tuple[str, str], about: str = "") -> Changes:
    made = [
        landscape(where / year, *wave, f"    date: {year}-06-30\n{about}")
        for year, wave in (("2024", first), ("2026", second))
    ]
    return Changes(*(snapshot(wave, (), draws=1, missing=False) for wave in made))


SURVEYED = "id;name;survey\n"


def test_ties_of_which_nobody_could_tell_are_unknown(tmp_path: Path) -> None:
    """a–b stays; b–c: c answered later, does not name it; c–d: neither answered; d–e: e is excluded; e–a likewise."""
    first = SURVEYED + "".join(f"{id_};{id_.upper()};answered\n" for id_ in "abcde")
    second = SURVEYED + "a;A;answered\nb;B;no answer\nc;C;answered\nd;D;no answer\ne;E;excluded\nf;F;answered\n"
    ties = "source;target\na;b\nb;c\nb;d\nd;e\na;e\n"
    found = waves(tmp_path, (first, ties), (second, "source;target\na;b\nd;f\na;c\n"))
    assert found.ties == {
        ("a", "b"): "kept",
        ("b", "c"): "ended",
        ("b", "d"): "unknown",
        ("d", "e"): "ended",
        ("a", "e"): "ended",
        ("d", "f"): "new",
        ("a", "c"): "new",
    }
    assert (found.new, found.gone, found.kept) == (["f"], {"e": "excluded"}, ["a", "b", "c", "d"])
    assert found.counts() == {"new": 2, "kept": 1, "ended": 3, "unknown": 1}
    assert jaccard(found.counts()) == 1 / 6
    assert found.counts(["a", "b", "c"]) == {"new": 1, "kept": 1, "ended": 1, "unknown": 0}


def test_a_wider_list_brings_no_ties_of_which_anybody_knew(tmp_path: Path) -> None:
    """With a survey a tie of two who were not on the list is unknown; one with somebody who answered is new."""
    first = SURVEYED + "a;A;answered\nb;B;no answer\n"
    second = SURVEYED + "".join(f"{id_};{id_.upper()};answered\n" for id_ in "abcd")
    found = waves(tmp_path, (first, "source;target\n"), (second, "source;target\na;c\nb;c\nc;d\n"))
    assert found.ties == {("a", "c"): "new", ("b", "c"): "unknown", ("c", "d"): "unknown"}
    plain = waves(tmp_path / "plain", ("id\na\nb\n", "source;target\n"), ("id\na\nb\nc\nd\n", "source;target\nc;d\n"))
    assert plain.ties == {("c", "d"): "new"}  # without a survey the list is all there is


def test_where_it_is_known_who_stated_a_tie_they_alone_can_tell(tmp_path: Path) -> None:
    """a–b was stated by a alone, who does not answer any more; that b, who never named it, answers tells nothing."""
    first = SURVEYED + "a;A;answered\nb;B;answered\nc;C;answered\n"
    second = SURVEYED + "a;A;no answer\nb;B;answered\nc;C;answered\n"
    reported = "source;target;reported_by\na;b;a\na;c;a\nb;c;b\n"
    found = waves(tmp_path, (first, reported), (second, "source;target;reported_by\na;c;c\n"))
    assert found.ties == {("a", "b"): "unknown", ("a", "c"): "kept", ("b", "c"): "ended"}
    silent = waves(tmp_path / "silent", (first, "source;target\na;b\n"), (second, "source;target\n"))
    assert silent.ties == {("a", "b"): "ended"}


def test_a_date_in_the_sheet_tells_that_a_tie_ended(tmp_path: Path) -> None:
    first = SURVEYED + "a;A;answered\nb;B;answered\n"
    second = SURVEYED + "a;A;no answer\nb;B;no answer\n"
    past = "source;target;until\na;b;2025\n"
    assert waves(tmp_path, (first, past), (second, past)).ties == {("a", "b"): "ended"}


def test_an_actor_that_is_not_on_the_list_any_more_is_absent(tmp_path: Path) -> None:
    found = waves(tmp_path, ("id\na\nb\n", "source;target\na;b\n"), ("id\nb\n", "source;target\n"))
    assert found.gone == {"a": "absent"}
    assert found.ties == {("a", "b"): "ended"}
    assert found.ended_with_gone == 1


def test_grown_and_shrunk_need_a_weight_in_both_waves(tmp_path: Path) -> None:
    """c–d has no weight in the second wave: the median that stands in its place is not compared."""
    actors = "id\na\nb\nc\nd\n"
    first = "source;target;weight\na;b;1\na;c;2\nb;c;3\nc;d;1\n"
    second = "source;target;weight\na;b;2\na;c;1\nb;c;3\nc;d;\n"
    assert waves(tmp_path, (actors, first), (actors, second)).strength == {("a", "b"): "grown", ("a", "c"): "shrunk"}


def test_status_tells_who_came_in_and_who_fell_out(tmp_path: Path) -> None:
    actors = "id\na\nb\nc\nd\ne\n"
    found = waves(tmp_path, (actors, "source;target\na;b\nb;c\n"), (actors, "source;target\na;b\nb;d\n"))
    assert sorted(found.status) == [("c", "networked", "isolated"), ("d", "isolated", "networked")]
    assert (found.came_in, found.fell_out) == (["d"], ["c"])


def test_a_missing_answer_is_no_way_out_of_the_network_nor_in(tmp_path: Path) -> None:
    """a–b–c is the network. d was tied to c; then neither answered: out, perhaps. e–b is named by e, who was silent
    before, as b was: in, perhaps. f answered twice: tied to a first and not then, out. g answered twice: in."""
    first = "id;survey\na;answered\nb;no answer\nc;answered\nd;answered\ne;no answer\nf;answered\ng;answered\n"
    then = "id;survey\na;answered\nb;no answer\nc;no answer\nd;no answer\ne;answered\nf;answered\ng;answered\n"
    before = "source;target\na;b\nb;c\nc;d\na;f\ne;e\n"
    after = "source;target\na;b\nb;e\na;g\na;c\n"
    first = first.replace("e;no answer", "e;promised")
    found = waves(tmp_path, (first, before), (then, after))
    assert (found.came_in, found.fell_out) == (["g"], ["f"])
    assert set(found.status) >= {("g", "isolated", "networked"), ("f", "networked", "isolated")}
    assert found.moved_perhaps == []  # of d and e one wave knows nothing: they are unknown there


def test_who_is_outside_for_want_of_answers_has_perhaps_moved(tmp_path: Path) -> None:
    """d, whose partners are silent then, has one new tie, which e names: a pair outside, perhaps for want of answers.

    h answered twice and named nobody; b, silent at first, names h then: perhaps it would have named h at first, too.
    """
    first = "id;survey\n" + "".join(f"{id_};{'no answer' if id_ in 'bcd' else 'answered'}\n" for id_ in "abcdefgh")
    then = first.replace("b;no answer", "b;answered")
    before = "source;target;reported_by\na;b;a\na;c;a\na;f;a\na;g;a\nc;d;\n"
    after = "source;target;reported_by\na;b;a\na;c;a\na;f;a\na;g;a\nd;e;e\nb;h;b\n"
    found = waves(tmp_path, (first, before), (then, after))
    assert set(found.status) >= {("d", "networked", "fragment"), ("h", "isolated", "networked")}
    assert (found.came_in, found.fell_out, found.moved_perhaps) == ([], [], ["h", "d"])


def test_who_is_in_for_certain_does_not_hang_on_which_of_the_unknown_ties_there_were(tmp_path: Path) -> None:
    """Of forty 0–1–2 are the network, 2 silent at first. Then 2 names 3; 11, silent, has a tie with 10, then with 12.

    If 11–12 was there all along and 2–3 was not, 10–11–12 is as large as 0–1–2 and was networked before. 13, tied with
    12 then, was alone whatever there was: it alone has come in for certain.
    """
    silent = (11, 12, 2, 3)
    first = "id;survey\n" + "".join(f"{i};{'no answer' if i in silent else 'answered'}\n" for i in range(40))
    then = "id;survey\n" + "".join(f"{i};answered\n" for i in range(40))
    before = "source;target;reported_by\n0;1;0\n1;2;1\n10;11;10\n"
    after = before + "11;12;11\n12;13;13\n2;3;2\n"
    found = waves(tmp_path, (first, before), (then, after))
    assert (found.came_in, found.moved_perhaps) == (["13"], ["10", "11"])


def test_nobody_comes_in_by_way_of_who_was_not_on_the_list_and_ties_not_known_of(tmp_path: Path) -> None:
    """7–8 is a pair, 8 silent. Then 8 and 0, of the network, are tied with x, who is new: not known since when."""
    first = "id;survey\n" + "".join(f"{i};{'no answer' if i == 8 else 'answered'}\n" for i in range(10))
    then = "id;survey\nx;answered\n" + "".join(f"{i};answered\n" for i in range(10))
    before = "source;target;reported_by\n0;1;0\n0;2;0\n0;3;0\n7;8;7\n"
    found = waves(tmp_path, (first, before), (then, before + "8;x;8\n0;x;x\n"))
    assert found.counts()["unknown"] == 2
    assert (found.came_in, found.moved_perhaps) == ([], ["7", "8"])


def test_a_larger_network_that_is_not_known_to_be_gone_makes_nobody_networked(tmp_path: Path) -> None:
    """0–1–2–3 is the network; then 2 and 3 are silent, and 10–11–12 as large as what is left to be seen."""
    first = "id;survey\n" + "".join(f"{i};answered\n" for i in range(40))
    then = "id;survey\n" + "".join(f"{i};{'no answer' if i in (2, 3) else 'answered'}\n" for i in range(40))
    before = "source;target;reported_by\n0;1;0\n1;2;1\n2;3;2\n10;11;10\n"
    after = "source;target;reported_by\n0;1;0\n1;2;1\n10;11;10\n11;12;11\n"
    found = waves(tmp_path, (first, before), (then, after))
    assert (found.came_in, found.moved_perhaps) == ([], ["10", "11", "12"])


def test_where_new_ties_came_about(tmp_path: Path) -> None:
    """A path a–b–c–d and e alone. New: a–c (through b), a–d (farther), d–e (apart), e–f (f is new).

    Of the 10 pairs of five 7 were open, of which a–c and b–d would close a triangle: 3 new ones, 3 · 2/7 expected. With
    types x, y, x, y, x: a–c, a–e, c–e, b–d are within, of 7.
    """
    actors = "id;type\na;x\nb;y\nc;x\nd;y\ne;x\n"
    path = "source;target\na;b\nb;c\nc;d\n"
    found = origins(waves(tmp_path, (actors, path), (actors + "f;x\n", path + "a;c\na;d\nd;e\ne;f\n")))
    assert (found.closing, found.farther, found.joining, found.with_newcomers) == (1, 1, 1, 1)
    assert found.closing_expected == pytest.approx(3 * 2 / 7)
    assert (found.within_types, found.across_types, found.untyped, found.within_known) == (2, 2, 0, 1)
    assert found.within_expected == pytest.approx(3 * 4 / 7)


def test_where_both_have_to_confirm_a_tie_both_tell_of_a_gap(tmp_path: Path) -> None:
    """Of a–d, who answered, a–c, a–d, b–d and c–d were open; a–c would close a triangle. c–d is new."""
    actors = SURVEYED + "".join(f"{id_};{id_.upper()};answered\n" for id_ in "abcd") + "e;E;no answer\nf;F;no answer\n"
    ties = 'source;target;reported_by\na;b;"a;b"\nb;c;"b;c"\n'
    made = [
        landscape(tmp_path / year, actors, rows, f"    date: {year}\n")
        for year, rows in (("2024", ties), ("2026", ties + 'c;d;"c;d"\n'))
    ]
    found = Changes(*(snapshot(wave, (), draws=1, missing=False, confirmed=True) for wave in made))
    assert origins(found).closing_expected == 1 / 4


def test_nothing_to_compare_has_no_stability(tmp_path: Path) -> None:
    found = waves(tmp_path, ("id\na\n", "source;target\n"), ("id\na\n", "source;target\n"))
    assert str(jaccard(found.counts())) == "nan"


def test_where_both_have_to_confirm_a_tie_both_have_to_answer(tmp_path: Path) -> None:
    """a named b again, and b has not answered: that the tie is not confirmed any more tells nothing."""
    first = SURVEYED + "a;A;answered\nb;B;answered\nc;C;answered\n"
    second = SURVEYED + "a;A;answered\nb;B;no answer\nc;C;answered\n"
    both = 'source;target;reported_by\na;b;"a;b"\na;c;"a;c"\n'
    made = [
        landscape(tmp_path / year, actors, ties, f"    date: {year}\n")
        for year, actors, ties in (("2024", first, both), ("2026", second, "source;target;reported_by\na;b;a\n"))
    ]
    found = Changes(*(snapshot(wave, (), draws=1, missing=False, confirmed=True) for wave in made))
    assert found.ties == {("a", "b"): "unknown", ("a", "c"): "ended"}


SILENT = SURVEYED + "a;A;{0}\nb;B;{0}\nc;C;answered\n"
BOTH, NEITHER = SILENT.format("answered"), SILENT.format("no answer")
MIGRATION = "    scheme: migration-development\n"
OVER = "a;b;start;end;state\na;b;2024-07-01;2025-06-30;finished\n"


@pytest.mark.parametrize(
    ("row", "expected"), [("funding;2025", "unknown"), ("cooperation;2025", "ended"), ("funding;", "unknown")]
)
def test_a_date_of_a_tie_that_would_not_count_ends_none(tmp_path: Path, row: str, expected: str) -> None:
    """Neither a nor b answered later: that a funding ran out says nothing of their cooperation."""
    heads = "source;target;kind;until\na;b;"
    found = waves(tmp_path, (BOTH, f"{heads}cooperation;\n"), (NEITHER, heads + row), MIGRATION)
    assert found.ties == {("a", "b"): expected}


HEADS, NONE = "source;target;kind;since;until\na;b;cooperation;", "source;target\n"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (";", "unknown"),
        ("2025-05;", "new"),
        ("2024;", "unknown"),  # before or after the survey of that year
        ("2011;2040", "unknown"),
        ("2025-05;\na;b;cooperation;;", "unknown"),  # the other row has no date
        ("2025-05;\na;b;funding;;", "new"),
    ],
)
def test_a_tie_that_began_after_the_earlier_wave_is_new(tmp_path: Path, dates: str, expected: str) -> None:
    """Neither a nor b answered in the earlier wave."""
    assert waves(tmp_path, (NEITHER, NONE), (BOTH, HEADS + dates), MIGRATION).ties == {("a", "b"): expected}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [(";", "unknown"), (";2025-05", "ended"), (";2026", "unknown"), (";2025-05\na;b;cooperation;;", "unknown")],
)
def test_a_tie_that_was_to_end_before_the_later_wave_ended(tmp_path: Path, dates: str, expected: str) -> None:
    """Neither a nor b answered in the later wave."""
    assert waves(tmp_path, (BOTH, HEADS + dates), (NEITHER, NONE), MIGRATION).ties == {("a", "b"): expected}


def tandems(where: Path, first: str, second: str) -> Changes:
    """Two waves in the second of which neither a nor b answered, and their tandem of a year was over."""
    for year in ("2024", "2026"):
        (where / year).mkdir(parents=True)
    (where / "2024" / "tandems.csv").write_text(first, "utf-8")
    (where / "2026" / "tandems.csv").write_text(OVER, "utf-8")
    return waves(where, (BOTH, second), (NEITHER, "source;target\n"))


def test_a_tandem_that_is_over_ends_no_other_tie_of_the_two(tmp_path: Path) -> None:
    running = OVER.replace("2024-07-01", "2024-01-01").replace("finished", "running")
    none, tie = "source;target\n", "source;target\na;b\n"
    assert tandems(tmp_path / "tandem", running, none).ties == {("a", "b"): "ended"}  # it was all they had
    assert tandems(tmp_path / "tie", "a;b;state\n", tie).ties == {("a", "b"): "unknown"}
    assert tandems(tmp_path / "both", running, tie).ties == {("a", "b"): "unknown"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('a;b;"a;b";2025\na;b;a;\n', "unknown"),  # a tie in force is named, though by one end alone
        ("a;b;a;2025\n", "unknown"),
        ('a;b;"a;b";2025\n', "ended"),
    ],
)
def test_where_both_have_to_confirm_a_tie_both_have_to_confirm_its_end(
    tmp_path: Path, rows: str, expected: str
) -> None:
    """b has not answered later."""
    heads = "source;target;reported_by;until\n"
    later = BOTH.replace("b;B;answered", "b;B;no answer")
    made = [
        landscape(tmp_path / year, actors, heads + ties, f"    date: {year}\n")
        for year, actors, ties in (("2024", BOTH, 'a;b;"a;b";\n'), ("2026", later, rows))
    ]
    found = Changes(*(snapshot(wave, (), draws=1, missing=False, confirmed=True) for wave in made))
    assert found.ties == {("a", "b"): expected}


@pytest.mark.parametrize(
    ("first", "dates", "expected", "late"),
    [
        (NONE, "2023;", "unknown", 1),
        (NONE, "2024-05;", "unknown", 1),
        (NONE, "2024;", "new", 0),  # before or after the survey of that year
        (NONE, ";", "new", 0),
        (NONE, ";\na;b;funding;2011;", "new", 0),  # no date of a tie that counts
        (HEADS + "2010;2020", "2023;", "new", 0),  # the earlier sheet knew of the two: it was over
    ],
)
def test_a_tie_dated_before_a_survey_that_did_not_name_it_is_not_new(
    tmp_path: Path, first: str, dates: str, expected: str, late: int
) -> None:
    """Both answered then, and named no tie; the later sheet says that there was one."""
    found = waves(tmp_path, (BOTH, first), (BOTH, HEADS + dates), MIGRATION)
    assert found.ties == {("a", "b"): expected}
    assert len(found.named_late) == late


def test_a_date_before_a_survey_in_which_nobody_was_asked_names_nothing_late(tmp_path: Path) -> None:
    found = waves(tmp_path, (NEITHER, NONE), (BOTH, HEADS + "2023;"), MIGRATION)
    assert (found.ties, found.named_late) == ({("a", "b"): "unknown"}, [])


def test_what_was_named_late_is_told(tmp_path: Path) -> None:
    made = [
        landscape(tmp_path / year, BOTH, ties, f"    date: {year}-06-30\n{MIGRATION}")
        for year, ties in (("2024", NONE), ("2026", HEADS + "2023;"))
    ]
    told = trace(made, draws=9)
    change = told.to_dict()["changes"][0]
    assert change["ties"] == {"new": 0, "kept": 0, "ended": 0, "unknown": 1}
    assert change["ties_unknown"] == {"before": 1, "after": 0, "named_late": 1}
    shown = StringIO()
    print_evolution(told, "de", out=shown)
    text = " ".join(shown.getvalue().split())
    assert "Eine weitere bestand laut „seit“ schon zuvor" in text
    assert "nicht bekannt, weil" not in text
