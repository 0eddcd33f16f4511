"""The report at the terminal: what it says of small, incomplete and odd landscapes, and to whom."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.reading import read
from actor_graph.views.terminal import print_report
from actor_graph.words import Language
from tests.making import folder
from tests.material import ROOT
from tests.running import run

Tell = Callable[..., str]
SCENE = "AB AC BC CD DE EF FG GE HI"
"""Ten actors A to J: circles around C and E, the pair of H and I, and J alone."""
REPORTED = "    language: de\n    reports: source"


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """The report of a scene of one-letter actors, its lines joined where ``whole`` is not asked for."""

    def telling(
        kinds: list[str] | None = None,
        ties: str = SCENE,
        answered: int | None = None,
        actors: str = "ABCDEFGHIJ",
        language: Language = "de",
        width: int = 80,
        whole: bool = False,
        **options: Any,
    ) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        heading = ["Name", *(["Art"] if kinds else []), *(["Rücklauf"] if answered is not None else [])]
        rows = [
            ",".join(
                [
                    name,
                    *([kinds[i % len(kinds)]] if kinds else []),
                    *(["geantwortet" if i < answered else "keine Antwort"] if answered is not None else []),
                ]
            )
            for i, name in enumerate(actors)
        ]
        where = folder(
            tmp_path / "stadt",
            "\n".join([",".join(heading), *rows]),
            "\n".join(["von,nach,genannt von", *(f"{a},{b},{a}" for a, b in map(tuple, ties.split()))]),
            "    name: Stadt\n    scheme: migration-development",
        )
        out = io.StringIO()
        print_report(analyze(read(where), draws=99, **options), language, out)
        return out.getvalue() if whole else " ".join(out.getvalue().split()).replace("\N{NO-BREAK SPACE}", " ")

    return telling


KINDS = ["Schule", "Verwaltung", "Schule", "Schule"]


@pytest.mark.parametrize(
    ("actors", "ties", "german", "english"),
    [
        ("A", "", "1 Akteur, 0 Verbindungen", "1 actor, 0 ties"),
        ("AB", "AB", "2 Akteure, 1 Verbindung ·", "2 actors, 1 tie ·"),
        ("ABC", "AB BC", "3 Akteure, 2 Verbindungen", "3 actors, 2 ties"),
    ],
)
def test_one_is_singular(tell: Tell, actors: str, ties: str, german: str, english: str) -> None:
    assert german in tell(KINDS, ties, actors=actors)
    assert english in tell(KINDS, ties, actors=actors, language="en")


def test_one_that_answered_is_singular(tell: Tell) -> None:
    assert "1 von 10 hat geantwortet (10 %)" in tell(answered=1)
    assert "2 of 10 have answered (20%)" in tell(answered=2, language="en")


def test_two_are_no_network_in_the_row_of_figures_either(tell: Tell) -> None:
    two = tell(KINDS, "AB", actors="AB")
    assert "Die größte Gruppe hat zwei Akteure; von einem Netz ist ab drei die Rede. Dichte 1,000 · Paare" in two
    assert "Größtes Netz" not in two
    assert "Dichte 0,667 · Größtes Netz 100 %" in tell(KINDS, "AB BC", actors="ABC")


@pytest.mark.parametrize(("actors", "ties"), [("", ""), ("A", ""), ("ABC", "")])
def test_figures_that_would_be_dashes_are_left_out(tell: Tell, actors: str, ties: str) -> None:
    said = tell(KINDS, ties, actors=actors)
    assert "Dichte" not in said
    assert "–" not in said


def test_without_any_kind_one_sentence_says_so(tell: Tell) -> None:
    assert "• Für keinen Akteur ist die Art angegeben; Zahlen nach Art entfallen." in tell()
    assert "• No actor has a kind given; figures by kind are left out." in tell(language="en")
    assert "5 Akteure sind ohne Angabe der Art" in tell(["Schule", ""])


def test_of_one_kind_there_is_no_comparison(tell: Tell) -> None:
    said = tell(["Schule"])
    assert "5 Vergleich mit dem Zufall Es gibt eine einzige Art; ein Vergleich entfällt. Zu beachten" in said
    assert "Beide Kreise sind homogen. Es gibt eine einzige Art." in said
    assert "Both circles are homogeneous. There is one kind of actor." in tell(["Schule"], language="en")


def test_most_frequent_kind_is_named_where_one_is(tell: Tell) -> None:
    apart = [f"Art {letter}" for letter in "ABCDEFGHIJ"]
    assert "A um C 4 heterogen – (alle verschieden)" in tell(apart)
    assert "A around C 4 heterogeneous – (all different)" in tell(apart, language="en")
    assert "A um C 4 homogen Schule 75 %" in tell(KINDS)


def test_interval_of_one_value_is_said_once(tell: Tell) -> None:
    said = tell([f"Art {letter}" for letter in "ABCDEFGHIJ"])
    assert "wären es in 95 % der Fälle 100 % (p = 1, zweiseitig, 99 Verteilungen)" in said
    assert "bis" not in said.split("5 Vergleich")[-1]


def test_p_is_written_as_people_write_it(tell: Tell) -> None:
    parts = [letter + other for group in ("ABCDE", "FGHIJ") for letter in group for other in group if letter < other]
    apart = tell(["Schule"] * 5 + ["Verwaltung"] * 5, " ".join(parts), language="en")
    assert "(p = 0.020, two-sided, 99 dealings)" in apart or "(p = 0.040, two-sided, 99 dealings)" in apart
    from actor_graph.views.terminal.telling import Telling

    telling = Telling.__new__(Telling)
    telling.language = "de"
    assert [telling.p(p) for p in (1.0, 0.9996, 0.26, 0.001, 0.0009, 0.0)] == [
        "p = 1", "p = 1", "p = 0,260", "p = 0,001", "p < 0,001", "p < 0,001",
    ]  # fmt: skip


def test_confirmed_share_says_of_which_ties(tell: Tell) -> None:
    said = tell(KINDS, answered=10)
    expected = "Von beiden Seiten bestätigte Verbindungen: 0 % (unter denen, deren Enden beide geantwortet haben)"
    assert expected in said
    assert "confirmed by both sides: 0% (among those whose two ends answered)" in tell(
        KINDS, answered=10, language="en"
    )
    assert "bestätigt" not in tell(KINDS)


def test_the_office_reads_who_is_named_by_most_others(tell: Tell) -> None:
    """In the scene the first of each tie names the second: C is named by A and B, E by D and G, five more by one."""
    said = "Am häufigsten von anderen genannt: C (2), E (2), B (1), D (1), F (1)"
    assert said in tell()
    assert "genannt:" not in tell(audience="participants")


def test_pairs_are_counted_apart_from_circles(tell: Tell) -> None:
    assert "B um E 3 gemischt Schule 67 % Dazu 1 Paar." in tell(KINDS)


def test_figures_of_one_or_two_stay_in_the_office(tell: Tell) -> None:
    kinds = ["Schule"] * 8 + ["Verwaltung"] * 2
    assert "Verwaltung (unter der Hälfte vernetzt) 2 0,5 0 % 1" in tell(kinds, width=120)
    assert "nicht geprüft): Verwaltung – Schule (1 Verbindung, nach Zufall 3,2)" in tell(kinds)
    told = tell(kinds, audience="participants")
    assert "kaum" not in told
    assert "Art Akteure Ø Partner nach außen Schule 8 2,1 1 Verwaltung 2 – –" in told


def test_many_small_kinds_are_one_line_to_the_public(tell: Tell) -> None:
    kinds = ["Schule"] * 6 + ["Verwaltung", "Stiftung", "Hochschule", "Weltladen"]
    said = tell(kinds, audience="public")
    assert "4 Arten ohne Zahlen: weniger als drei Akteure" in said
    assert "Stiftung" not in said


@pytest.mark.parametrize("audience", ["participants", "public"])
@pytest.mark.parametrize("answered", [4, 2])
def test_to_others_low_response_says_nothing_of_outside_or_central(tell: Tell, audience: str, answered: int) -> None:
    for language in ("de", "en"):
        said = tell(KINDS, answered=answered, audience=audience, language=language)
        assert not any(word in said for word in ("außerhalb", "zentral ", "outside", "central", "weitergeben"))
    assert "Weniger als" in tell(KINDS, answered=answered, audience=audience)


def test_office_is_warned_of_low_response(tell: Tell) -> None:
    assert "Wer außerhalb oder zentral steht, kann mit mehr Antworten anders aussehen." in tell(KINDS, answered=4)
    assert "Bitte noch nichts weitergeben." in tell(KINDS, answered=2)


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize("width", [44, 80, 120])
def test_lines_end_without_blanks_and_within_the_terminal(tell: Tell, audience: str, width: int) -> None:
    lines = tell(KINDS, answered=9, width=width, whole=True, audience=audience).splitlines()
    assert len(lines) > 15
    assert [line for line in lines if line != line.rstrip() or len(line) > width] == []


def test_a_number_stays_beside_its_sign(tell: Tell) -> None:
    for width in range(44, 70):
        lines = tell(KINDS, answered=9, width=width, whole=True).splitlines()
        assert not any(line.strip().startswith("%") for line in lines)
    assert "75\N{NO-BREAK SPACE}%" in tell(KINDS, whole=True)


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize("example", ["documents", "musterstadt"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_examples_are_told_to_everyone(example: str, audience: str, language: Language) -> None:
    out = io.StringIO()
    print_report(analyze(read(ROOT / "examples" / example), audience=audience, draws=19), language, out)
    assert "None" not in out.getvalue()
    assert "nan" not in out.getvalue().split()
    assert ("Circle" if language == "en" else "Kreis") in out.getvalue()


def test_what_is_not_told_is_no_reason_to_fail(tell: Tell, tmp_path: Path) -> None:
    """Counts and figures that an audience may not have are null or absent."""
    tell(KINDS, answered=9)
    analysis = analyze(read(tmp_path / "stadt"), audience="participants", draws=19)
    bare = analysis.to_dict()
    for key in ("excluded", "untyped", "ties_excluded", "ties_not_counted", "self_ties", "ties_without_weight"):
        bare["landscape"][key] = None
    for key in ("unknown", "not_yet_networked_share", "intensity", "cluster_stability", "density", "response_rate"):
        bare["network"].pop(key, None)
    for circle in bare["clusters"]:
        circle.pop("types")
        circle["dominant_type"] = None
    out = io.StringIO()
    print_report(analysis, "en", out)
    assert "1 is homogeneous, 1 is mixed" in out.getvalue()
    assert "Density" not in out.getvalue()


def test_what_is_said_of_a_group_is_marked_where_missing_answers_could_change_it(tmp_path: Path) -> None:
    """Two of kind y: one answered and has no tie, of the other nothing is known; x answered and has ties."""
    actors = "name,type,survey\n" + "".join(f"x{i},x,answered\n" for i in range(4)) + "y0,y,answered\ny1,y,no answer\n"
    place = folder(tmp_path, actors, "source,target\nx0,x1\nx1,x2\nx2,x3\n")
    out = run("analyze", place, "--language", "en").out
    assert "Whole kinds: x, y (?)" in " ".join(out.split())
    assert "y (no tie to another kind) (?)" in " ".join(out.split())


def test_without_a_survey_it_is_said_that_nobody_is_known_to_have_been_asked(tmp_path: Path) -> None:
    told = run("analyze", folder(tmp_path, "name\na\nb\n", "source,target\n"), "--language", "en").out
    assert "it is not known who was asked" in " ".join(told.split())


def test_who_has_ties_of_other_kinds_alone_is_told_where_it_is_said_to_have_none(tmp_path: Path) -> None:
    """C is a member of A, which does not count; D has no tie at all."""
    actors = "name,survey\nA,answered\nB,answered\nC,answered\nD,answered\n"
    ties = "source,target,kind\nA,B,cooperation\nC,A,membership\n"
    place = folder(tmp_path / "city", actors, ties, "    language: de\n    scheme: migration-development")
    said = " ".join(run("analyze", place, "--draws", "9").out.split())
    assert "Ohne genannte Verbindung (2): C, D Davon einer mit Verbindungen anderer Art" in said
    assert "die nicht gezählt werden (Mitgliedschaft): C" in said


def test_under_numbers_it_is_said_where_it_matters_that_objected_ties_are_left_out(tmp_path: Path) -> None:
    actors = "name,survey\nA,answered\nB,answered\nC,answered\n"
    place = folder(tmp_path / "city", actors, "source,target,objected\nA,B,\nB,C,yes\n", "    language: de")
    passed_on, inside = (
        " ".join(run("analyze", place, "--draws", "9", *more).out.split()) for more in (["--pseudonymize"], [])
    )
    outside = passed_on[passed_on.index("außerhalb") : passed_on.index("Zentrale Akteure")]
    assert "Verbindungen, denen widersprochen wurde, sind hier weggelassen" in outside
    assert "sind hier weggelassen" not in inside


def test_an_empty_survey_column_is_not_said_to_be_missing(tmp_path: Path) -> None:
    place = folder(tmp_path / "city", "Name,Rücklauf\nA,\nB,\n", "von,nach\nA,B\n")
    assert "Rücklauf unbekannt (nicht notiert, wer geantwortet hat)" in run("analyze", place, "--draws", "9").out
