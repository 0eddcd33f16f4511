"""Who is who across waves, and which wave came first: nothing is guessed, and all that is wrong is told at once."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.evolution.trace import trace
from actor_graph.evolution.waves import in_time
from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError, Phrase
from actor_graph.views.terminal.evolution import print_evolution
from tests.making import folder, landscape
from tests.running import run

TIES = "source;target\n"


def wave(where: Path, date: str, actors: str = "id;name\na;Ahorn\nb;Birke\n", ties: str = TIES) -> Landscape:
    return landscape(where, actors, ties, f"    date: {date}\n" if date else "    place: Hier\n")


def keys(wrong: LandscapeError) -> list[str]:
    return [problem.key.removeprefix("evolution.") for problem in wrong.problems]


def test_waves_stand_in_the_order_of_their_dates(tmp_path: Path) -> None:
    made = [wave(tmp_path / date, date) for date in ("2026-06", "2024", "2026-07-01")]
    assert [one.meta["date"] for one in in_time(made, "en")[0]] == ["2024", "2026-06", "2026-07-01"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2024",), ["two_waves"]),
        (("2024", ""), ["no_date"]),
        (("2024", "2024"), ["no_order"]),
        (("2024", "2024-06-30"), ["no_order"]),
        (("", "", "2024"), ["no_date", "no_date"]),
    ],
)
def test_dates_without_an_order_are_told(tmp_path: Path, dates: tuple[str, ...], expected: list[str]) -> None:
    with pytest.raises(LandscapeError) as wrong:
        in_time([wave(tmp_path / str(i), date) for i, date in enumerate(dates)], "en")
    assert keys(wrong.value) == expected


def test_a_date_stands_beside_the_wave_that_has_it(tmp_path: Path) -> None:
    with pytest.raises(LandscapeError) as wrong:
        in_time([wave(tmp_path / "one", "2026-06-30"), wave(tmp_path / "other", "2026")], "en")
    (problem,) = wrong.value.problems
    told = {"one": "2026-06-30", "other": "2026"}
    values = dict(problem.values)
    assert told[problem.file or ""] == values["date"]
    assert told[values["other"]] == values["other_date"]


def test_what_an_indicator_is_to_count_has_to_be_known(tmp_path: Path) -> None:
    """A misspelled kind or type would count nothing, and without a word; one that a table has is known."""
    about = "    date: {}\n    scheme: migration-development\n    indicators: {{{}}}\n"
    right = "A: {ties: Kooperation, with: Bandprobe}, B: {ties: Kochen, between: [Schule, school]}"
    wrong = "A: {ties: coperation, with: scool}, B: {ties: cooperation, between: [school, Schuhle]}"
    actors, ties = "id;type\na;Bandprobe\nb;school\n", "source;target;kind\na;b;Kochen\n"
    first = landscape(tmp_path / "a", actors, ties, about.format(2024, right))
    in_time([first, landscape(tmp_path / "b", "id\na\nb\n", TIES, about.format(2026, right))], "en")
    with pytest.raises(LandscapeError) as told:
        in_time([first, landscape(tmp_path / "c", actors, ties, about.format(2026, wrong))], "en")
    found = [(problem.key, problem.file, dict(problem.values)["given"]) for problem in told.value.problems]
    assert found == [
        ("evolution.unknown_kind", "c", "coperation"),
        ("evolution.unknown_type", "c", "scool"),
        ("evolution.unknown_type", "c", "Schuhle"),
    ]


def test_one_name_under_two_ids_is_told_and_not_united(tmp_path: Path) -> None:
    later = "id;name\na;Ahorn e.V.\nc;BIRKE\n"
    waves, told = in_time([wave(tmp_path / "a", "2024"), wave(tmp_path / "b", "2026", later)], "en")
    how = Phrase("waves.how_by_id", {"column": "id"})
    assert [(problem.key, dict(problem.values)) for problem in told] == [
        ("evolution.elsewhere", {"name": "BIRKE", "id": "c", "was": "b", "other": "a", "how": how}),
        ("evolution.renamed", {"id": "a", "name": "Ahorn e.V.", "was": "Ahorn", "other": "a"}),
    ]
    change = trace(waves, draws=9).to_dict()["changes"][0]
    assert change["actors"] == {"new": 1, "gone": 1, "kept": 1}


def test_ids_that_were_dealt_anew_are_an_error(tmp_path: Path) -> None:
    """Running numbers after somebody was sorted in: every id is somebody else."""
    first, later = "id;name\n1;Birke\n2;Eiche\n", "id;name\n1;Ahorn\n2;Birke\n3;Eiche\n"
    with pytest.raises(LandscapeError) as wrong:
        in_time([wave(tmp_path / "a", "2024", first), wave(tmp_path / "b", "2026", later)], "en")
    (problem,) = wrong.value.problems
    assert (problem.key, problem.values["n"]) == ("waves.dealt_anew", 2)
    assert "“1”: “Ahorn” here, “Birke” there, “2”: “Birke” here, “Eiche” there" in problem.line("en")
    assert f"actor-graph match {tmp_path / 'b'} --against {tmp_path / 'a'}" in problem.line("en")


def test_all_ids_that_were_dealt_anew_are_told(tmp_path: Path) -> None:
    """The first was deleted and the others moved up: the id of the first is somebody else's, too."""
    first, later = "id;name\n0;Ahorn\n1;Birke\n2;Eiche\n", "id;name\n0;Birke\n1;Eiche\n2;Ulme\n"
    with pytest.raises(LandscapeError) as wrong:
        in_time([wave(tmp_path / "a", "2024", first), wave(tmp_path / "b", "2026", later)], "en")
    (problem,) = wrong.value.problems
    told = [(phrase.values["id"], phrase.values["name"], phrase.values["was"]) for phrase in problem.values["ids"]]
    assert told == [("0", "Birke", "Ahorn"), ("1", "Eiche", "Birke"), ("2", "Ulme", "Eiche")]


def test_two_lists_that_share_hardly_anybody_are_told(tmp_path: Path) -> None:
    waves = [wave(tmp_path / "a", "2024"), wave(tmp_path / "b", "2026", "id;name\nx;Ulme\ny;Esche\na;Ahorn\nz;Linde\n")]
    assert [problem.key for problem in in_time(waves, "en")[1]] == []
    waves = [waves[0], wave(tmp_path / "c", "2026", "id;name\nx;Ulme\ny;Esche\n")]
    assert [problem.key for problem in in_time(waves, "en")[1]] == ["evolution.few_shared"]


def test_a_natural_person_of_one_wave_is_one_in_all(tmp_path: Path) -> None:
    """Hilde is said to be a person in the first wave, second in its list there, first of all in the union's order."""
    first = "id;name;person\nk;Karla Kern;yes\nh;Hilde Heim;yes\na;Ahorn;\n"
    later = "id;name;person\nh;Hilde Heim;\na;Ahorn;\n"
    made = trace(
        [wave(tmp_path / "a", "2024", first, TIES + "k;a\n"), wave(tmp_path / "b", "2026", later, TIES + "h;a\n")],
        draws=9,
    )
    told = made.to_dict()
    assert "Hilde" not in made.to_json()
    assert [row["name"] for row in told["actors"]] == ["Person 1", "Person 2", "Ahorn"]
    assert told["changes"][0]["listed"]["ties_new"] == [["a", "person-2"]]
    assert told["changes"][0]["listed"]["actors_gone"] == [{"id": "person-1", "why": "absent", "reason": None}]


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_a_natural_person_stands_nowhere_under_the_name_of_another_wave(tmp_path: Path, audience: str) -> None:
    """Anna Alt has another name later; Berta Blau was the contact at first; Carl Cohn objected, under an old name."""
    first = """id;name;person;objected;survey;reason;contact_person
        p;Anna Alt;yes;;;;
        q;Quentin Quast;yes;;;;
        a;Ahorn;;;;;Berta Blau
        c;Carl-Cohn-Haus;;yes;;;
    """
    later = """id;name;person;objected;survey;reason;contact_person
        c;Haus am Park;;;;;
        a;Freunde von Anna Alt;;;;;Dora Dorn
        p;Anna Neu;;;;;
        b;Birke;;;excluded;Anna Alt ist krank, Quentin Quast auch;
    """
    about = """vision: Anna Alt, Quentin Quast und Berta Blau verbinden alle mit dem Carl-Cohn-Haus
    name: Das Netz von Anna Alt
    goals: [Anna Alt gewinnt | Termine mit Anna Alt | 3 | 2030 | Anna Alt]
    indicators: {Termine mit Anna Alt: 4}
    """
    where = tmp_path / "Anna Alt 1", tmp_path / "Anna Alt 2"
    made = trace(
        [
            landscape(where[0], first + "b;Birke\n", TIES + "p;a\nq;a\n", f"    date: 2024\n    {about}"),
            landscape(where[1], later, TIES + "p;a\n", f"    date: 2026\n    {about}"),
        ],
        draws=9,
        audience=audience,
    )
    told = made.to_json()
    assert "Alt" not in told
    assert "Quast" not in told
    assert "Blau" not in told
    assert ("Cohn" in told) == (audience == "office")
    told = made.to_dict()
    assert told["vision"].startswith("Person 1, Person 2 und […]")
    assert [wave["file"] for wave in told["waves"]] == ["Person 1 1", "Person 1 2"]
    if audience == "office":
        gone = {row["id"]: row["reason"] for row in told["changes"][0]["listed"]["actors_gone"]}
        assert gone == {"b": "Person 1 ist krank, Person 2 auch", "person-2": None}
        assert told["actors"][2]["name"] == "Freunde von Person 1"


def test_who_objected_or_is_not_published_in_one_wave_is_so_in_all(tmp_path: Path) -> None:
    ties = TIES + "a;b\nb;c\nc;d\na;d\na;e\n"
    actors = "id;name;publish;publish_ties;objected\na;Ahorn;yes;yes;\nb;Birke;yes;yes;\nc;Eiche;yes;yes;{}\n"
    rest = "d;Linde;yes;yes;\ne;Ulme;{};{};\n"
    first = wave(tmp_path / "a", "2024", (actors + rest).format("", "yes", "yes"), ties)
    second = wave(tmp_path / "b", "2026", (actors + rest).format("yes", "no", "no"), ties)
    told = trace([first, second], draws=9, audience="public")
    assert [row["name"] for row in told.to_dict()["actors"]] == ["Ahorn", "Birke", "Linde"]
    assert "Eiche" not in told.to_json()
    assert "Ulme" not in told.to_json()
    assert told.to_dict()["changes"][0]["listed"]["ties_kept"] == [["a", "b"], ["a", "d"]]
    assert "Eiche" in trace([first, second], draws=9).to_json()


def test_to_the_public_no_count_gives_back_one_or_two_that_are_not_listed(tmp_path: Path) -> None:
    """Of four new ties three are listed; the fourth is one of g and h, who keep theirs to themselves."""
    actors = "id;publish;publish_ties\n" + "".join(f"{id_};yes;{'' if id_ in 'gh' else 'yes'}\n" for id_ in "abcdefgh")
    before = TIES + "a;b\nb;c\nc;d\na;g\nb;g\nc;g\n"
    first = wave(tmp_path / "a", "2024", actors, before)
    second = wave(tmp_path / "b", "2026", actors, before + "a;c\nb;d\ne;f\na;h\n")
    listed = trace([first, second], draws=9, audience="public").to_dict()["changes"][0]
    assert (len(listed["listed"]["ties_first_named"]), len(listed["listed"]["ties_kept"])) == (3, 3)
    assert set(listed["ties"].values()) == {None}
    assert listed["jaccard_low"] is None
    told = trace([first, second], draws=9, audience="participants").to_dict()["changes"][0]
    assert told["ties"] == {"first_named": 4, "kept": 6, "not_named": 0}
    more = wave(tmp_path / "c", "2026", actors, before + "a;c\nb;d\ne;f\na;h\nb;h\nc;h\n")
    counts = trace([first, more], draws=9, audience="public").to_dict()["changes"][0]["ties"]
    assert counts == {"first_named": 6, "kept": 6, "not_named": 0}


def test_outside_the_office_nothing_tells_who_answered(tmp_path: Path) -> None:
    actors = "id;survey\na;answered\nb;{}\nc;{}\nd;answered\n"
    ties = TIES + "a;b\nb;c\na;d\n"
    first = wave(tmp_path / "a", "2024", actors.format("answered", "answered"), ties)
    second = wave(tmp_path / "b", "2026", actors.format("no answer", "no answer"), TIES + "a;d\n")
    office = trace([first, second], draws=9).to_dict()["changes"][0]
    assert office["ties"] == {"new": 0, "kept": 1, "ended": 1, "unknown": 1}
    told = trace([first, second], draws=9, audience="participants").to_dict()
    change = told["changes"][0]
    assert change["ties"] == {"first_named": 0, "kept": 1, "not_named": 2}
    assert not {"status", "came_in", "fell_out", "jaccard", "origins"} & set(change)
    assert {state for row in told["actors"] for state in row["waves"]} == {"included"}
    assert "no answer" not in json.dumps(told)


@pytest.mark.parametrize(
    ("audience", "said"), [("office", "the answers that are missing"), ("participants", "Not named ")]
)
def test_where_all_answered_nothing_is_said_of_missing_answers(tmp_path: Path, audience: str, said: str) -> None:
    actors, ties = "id;survey\na;answered\nb;answered\nc;answered\nd;{}\n", TIES + "a;b\n"
    for last, expected in (("answered", False), ("no answer", True)):
        first = wave(tmp_path / last / "a", "2024", actors.format("answered"), ties + "b;c\n")
        out = StringIO()
        print_evolution(
            trace([first, wave(tmp_path / last / "b", "2026", actors.format(last), ties)], draws=9, audience=audience),
            "en",
            out,
        )
        assert (said in " ".join(out.getvalue().split()) + " ") == expected


def test_where_hardly_anybody_answered_nothing_is_told_of_changes(tmp_path: Path) -> None:
    few = "id;survey\na;answered\n" + "".join(f"{c};no answer\n" for c in "bcd")
    waves = [wave(tmp_path / year, year, few, TIES + "a;b\n") for year in ("2024", "2026")]
    change = trace(waves, draws=9, audience="participants").to_dict()["changes"][0]
    assert change == dict.fromkeys(("portrait_divergence", "actors", "ties", "jaccard_low", "strength", "listed")) | {
        "from": "2024",
        "to": "2026",
        "withheld": "response",
    }


def test_the_verb(tmp_path: Path) -> None:
    for date in ("2024", "2026"):
        wave(tmp_path / date, date, ties=TIES + "a;b\n")
    ran = run("evolve", tmp_path / "2026", tmp_path / "2024", "--json")
    assert ran.status == 0, ran.err
    told = json.loads(ran.out)
    assert told["schema"] == "actor-graph/evolution/1"
    assert [(one["name"], one["date"]) for one in told["waves"]] == [("2024", "2024"), ("2026", "2026")]
    assert set(told) >= {"waves", "changes", "goals"}
    change = told["changes"][0]
    assert set(change) >= {"from", "to", "actors", "ties", "jaccard", "status"}
    assert change["jaccard"] == 1
    assert ag.evolve([ag.read(tmp_path / "2024"), ag.read(tmp_path / "2026")]).to_dict() == told
    whole = run("evolve", tmp_path, "--language", "de")
    assert whole.status == 0, whole.err
    assert "Verbindungen: 0 neu, 1 geblieben, 0 beendet." in whole.out


def test_all_waves_are_read_before_anything_is_told(tmp_path: Path) -> None:
    for name, date in (("one", "2024"), ("two", "2026")):
        folder(tmp_path / name, "id\na\nb\n", TIES + "a;x\n", f"    date: {date}\n")
    ran = run("evolve", tmp_path / "one", tmp_path / "two", "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "one/ties.csv, row 2" in ran.err
    assert "two/ties.csv, row 2" in ran.err


def test_who_is_left_out_need_not_stand_in_all_waves(tmp_path: Path) -> None:
    waves = [wave(tmp_path / "a", "2024"), wave(tmp_path / "b", "2026", "id;name\na;Ahorn\nb;Birke\nc;Eiche\n")]
    told = trace(waves, without=["c"], draws=9).to_dict()
    assert told["changes"][0]["actors"] == {"new": 0, "gone": 0, "kept": 2}
    with pytest.raises(ag.RequestError, match="zzz"):
        trace(waves, without=["zzz"])


def test_messages_on_who_is_who_name_no_natural_person(tmp_path: Path) -> None:
    """Without a column of ids the id is the name, and a name in other letters another id."""
    first, later = (
        "name;person\nHilde Heim;ja\nAhorn;\nBirke;\n",
        "name;person\nhilde heim;\nAhorn;\nbirke, 0351 5550101;\n",
    )
    told = in_time([wave(tmp_path / "a", "2024", first), wave(tmp_path / "b", "2026", later)], "en")[1]
    said = "\n".join(problem.line("en") for problem in told)
    assert "heim" not in said.casefold()
    assert "[…]" in said
    assert "5550101" not in said
