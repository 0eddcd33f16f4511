"""The document of ``check``: the keys of the contract, what is null, and that nothing personal stands in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.advice.document import PARTS
from tests.making import folder
from tests.material import ROOT, SHARED
from tests.survey.test_funnel import OUT, pilot_city

DAY = "2026-07-01"
MUSTERSTADT = ROOT / "examples" / "musterstadt"


def told(path: Path, **options: Any) -> dict[str, Any]:
    return ag.check(path, today=DAY, **options).to_dict()


def place(where: Path, actors: str, ties: str = "source,target", about: str = "", log: str = "") -> Path:
    return folder(where / "city", actors, ties, about, log)


def test_the_keys_of_the_contract_and_their_order() -> None:
    found = told(MUSTERSTADT)
    assert found["schema"] == "actor-graph/check/1"
    assert {"problems", "funnel", "response_by_type", "call_next", "ties", "duplicates"} < set(found)
    assert list(found) == ["schema", "today", "problems", *PARTS]
    assert set(found["funnel"]) == {
        "found", "excluded", "eligible", "approached", "answered", "promised", "interested", "no_answer", "declined",
        "not_contacted", "response_rate",
    }  # fmt: skip
    assert {"id", "name", "mentions", "why"} < set(found["call_next"][0])
    assert {"confirmed", "one_sided"} < set(found["ties"])


def test_the_pilot_city(tmp_path: Path) -> None:
    found = told(pilot_city(tmp_path))
    assert found["funnel"] == {
        "found": 110, "excluded": OUT, "eligible": 59, "approached": 59, "answered": 29, "promised": 8, "interested": 4,
        "no_answer": 18, "declined": 0, "not_contacted": 0, "response_rate": 29 / 59,
    }  # fmt: skip
    assert len(found["call_next"]) == 8 + 4 + 18
    assert found["ties"]["confirmed"] is None
    assert (
        found["problems"][0]["message"]
        == "Die Überschriften stehen schon, Verbindungen fehlen noch. Bitte je Verbindung eine Zeile ergänzen."
    )


def test_without_a_survey_what_is_not_known_is_null(tmp_path: Path) -> None:
    found = told(place(tmp_path, "name\nA\nB", "source,target\nA,B"))
    assert found["funnel"].pop("found") == 2
    assert set(found["funnel"].values()) == {None}
    assert found["response_by_type"] == []
    for part in ("call_next", "due", "overdue", "undated", "isolation", "named_by"):
        assert found[part] is None, part
    for part in ("not_informed", "not_consented", "objected", "past", "stale", "unchecked"):
        assert found[part] is None, part
    assert found["ties"] == {
        "all": 1, "confirmed": None, "one_sided": None, "by_neither": None, "awaiting": None, "by_silent_only": None,
    }  # fmt: skip


def test_no_actor_at_all(tmp_path: Path) -> None:
    found = told(place(tmp_path, "name,survey"))
    assert found["funnel"]["found"] == 0
    assert found["funnel"]["response_rate"] is None
    assert found["call_next"] == []


def test_all_and_none_answered(tmp_path: Path) -> None:
    everybody = told(place(tmp_path / "all", "name,survey\nA,answered\nB,answered"))
    nobody = told(place(tmp_path / "none", "name,survey\nA,no answer\nB,promised"))
    assert (everybody["funnel"]["response_rate"], everybody["call_next"]) == (1.0, [])
    assert [one["name"] for one in everybody["isolation"]["certain"]] == ["A", "B"]
    assert (nobody["funnel"]["response_rate"], len(nobody["call_next"])) == (0.0, 2)
    assert [one["name"] for one in nobody["isolation"]["unknown"]] == ["A", "B"]


def test_why_is_said_in_words(tmp_path: Path) -> None:
    where = place(
        tmp_path,
        "name,type,survey\nA,Verein,answered\nB,Verein,\nC,,promised\nD,Verein,no answer",
        "source,target,reported_by\nA,D,A",
    )
    german, english = (
        {c["name"]: c["why"] for c in told(where, language=tongue)["call_next"]} for tongue in ("de", "en")
    )
    assert german == {
        "B": "von noch niemandem genannt; noch nicht kontaktiert; Verein: 1 von 3 hat geantwortet",
        "C": "von noch niemandem genannt; hat eine Antwort zugesagt; ohne Art: 0 von 1 haben geantwortet",
        "D": "von einem anderen Akteur genannt; noch keine Rückmeldung; Verein: 1 von 3 hat geantwortet",
    }
    assert english["D"] == "named by one other; no answer yet; Verein: 1 of 3 has answered"


def test_why_where_it_is_not_known_who_stated_a_tie(tmp_path: Path) -> None:
    """B has a tie; C one that does not count; D none."""
    ties = "source,target,kind\nA,B,cooperation\nA,C,funding"
    where = place(tmp_path, "name,survey\nA,answered\nB,\nC,\nD,", ties, "    scheme: migration-development")
    assert {call["name"]: (call["mentions"], call["why"].split("; ")[0]) for call in told(where)["call_next"]} == {
        "B": (None, "has one tie (who stated it is not noted)"),
        "C": (None, "has only ties of kinds that are not counted: funding"),
        "D": (None, "not named by anyone yet"),
    }


def test_why_where_only_the_actor_itself_stated_a_tie(tmp_path: Path) -> None:
    where = place(tmp_path, "name,survey\nA,answered\nB,promised", "source,target,reported_by\nB,A,B")
    call = told(where)["call_next"][0]
    assert (call["mentions"], call["list"]) == (0, "named")
    assert call["why"].startswith("has one tie, which no other has named yet; has promised")


def test_why_where_ties_are_not_counted_by_date_or_partner(tmp_path: Path) -> None:
    ties = "source,target,until\nA,B,2020\nX,C,"
    where = place(tmp_path, "name,survey\nA,answered\nB,\nC,\nX,excluded", ties, "    date: 2026-06-30")
    why = {call["name"]: call["why"].split(";")[0] for call in told(where)["call_next"]}
    assert (
        why["B"]
        == why["C"]
        == "its ties are not counted, as they are past or with somebody who is not part of this survey"
    )


def test_excluded_actors_whom_others_name(tmp_path: Path) -> None:
    actors = "name,survey,reason\nA,answered,\nB,answered,\nX,excluded,moved"
    found = told(place(tmp_path, actors, "source,target,reported_by\nA,X,A\nB,X,B"))
    assert found["excluded_named"] == [
        {"id": "X", "name": "X", "row": 4, "reason": "moved", "named_by": 2, "ties": 2},
    ]


def test_ties_of_all_kinds_count_for_those_left_out(tmp_path: Path) -> None:
    """Two pay the club, one meets it: three name it, whatever the figures count."""
    actors = "name,survey\nA,answered\nB,answered\nC,\nClub,excluded"
    ties = "source,target,kind,reported_by\nA,Club,funding,A\nB,Club,funding,B\nC,Club,exchange,C"
    found = told(place(tmp_path, actors, ties, "    scheme: migration-development"))
    assert [(one["id"], one["named_by"], one["ties"]) for one in found["excluded_named"]] == [("Club", 3, 3)]


def test_which_ties_only_those_stated_who_have_not_answered(tmp_path: Path) -> None:
    """B has named A without being noted as one who has answered; A has named C, and has answered."""
    actors = "name,survey\nA,answered\nB,no answer\nC,no answer"
    found = told(place(tmp_path, actors, "source,target,reported_by\nB,A,B\nA,C,A"))
    assert found["ties_by_silent"] == [
        {"a": {"id": "A", "name": "A", "row": 2}, "b": {"id": "B", "name": "B", "row": 3}}
    ]
    assert found["ties"]["by_silent_only"] == 1


def test_the_log_at_its_day(tmp_path: Path) -> None:
    log = """
        actor,date,outcome,next
        A,2026-06-01,promised,2026-06-30
        B,2026-06-01,called,2026-07-01
        C,2026-06-01,called,soon
        """
    found = told(place(tmp_path, "name\nA\nB\nC", log=log))
    assert [(one["id"], one["next"], one["survey"]) for one in found["overdue"]] == [("A", "2026-06-30", "promised")]
    assert [(one["id"], one["next"]) for one in found["due"]] == [("B", "2026-07-01")]
    assert [(one["id"], one["next"]) for one in found["undated"]] == [("C", None)]
    assert "soon" not in json.dumps(found)


def test_duplicates_are_proposed_with_a_reason(tmp_path: Path) -> None:
    found = told(place(tmp_path, "id,name\na,Afrika-Forum e.V.\nb,Afrika Forum\nc,Weltladen"))["duplicates"]
    assert [(pair["a"], pair["b"]) for pair in found] == [("a", "b")]
    assert 0 < found[0]["score"] <= 1
    assert found[0]["why"]


def test_a_pair_that_was_decided_about_is_not_told_again(tmp_path: Path) -> None:
    where = place(tmp_path, "id,name\na,Afrika-Forum e.V.\nb,Afrika Forum\nc,Weltladen")
    decided = tmp_path / "decisions.csv"
    decided.write_text("a,b,name_a,name_b,score,why,decision\na,b,,,,,different\na,gone,,,,,same\n", "utf-8")
    state = ag.check(where, today=DAY, decisions=decided)
    assert state.to_dict()["duplicates"] == []
    assert len(state.problems) == len(state.to_dict()["problems"]) == 1, (
        "no tie yet; that one is gone is as it should be"
    )


def test_decisions_that_can_not_be_read_are_errors(tmp_path: Path) -> None:
    decided = tmp_path / "decisions.csv"
    decided.write_text("a,b,name_a,name_b,score,why,decision\na,b,,,,,perhaps\n", "utf-8")
    found = ag.check(place(tmp_path, "id,name\na,A\nb,B"), today=DAY, decisions=decided).to_dict()
    assert [(p["severity"], p["file"], p["row"]) for p in found["problems"]] == [("error", "decisions.csv", 2)]
    assert found["funnel"] is None


def test_pairs_hold_no_contact_data(tmp_path: Path) -> None:
    """Where the id is the name, it is cleared as the name is; persons are told by their stand-ins."""
    actors = "name,person\nChor 0351 1234567,\nChor 0351 1234567 e.V.,\nAnna Geheim,yes\nAnna Gehein,yes"
    state = ag.check(place(tmp_path, actors), today=DAY)
    assert len(state.to_dict()["duplicates"]) >= 1
    assert "1234567" not in state.to_json()
    assert "Gehei" not in state.to_json()


def test_who_may_be_entered_twice_is_not_called_unawares(tmp_path: Path) -> None:
    where = place(tmp_path, "id,name,survey\na,Afrika-Forum e.V.,answered\nb,Afrika Forum,\nc,Weltladen,")
    whys = {call["id"]: call["why"] for call in told(where)["call_next"]}
    assert whys["b"].endswith("; perhaps entered twice: to be settled first")
    assert "twice" not in whys["c"]


def test_columns_that_are_not_passed_on(tmp_path: Path) -> None:
    where = place(
        tmp_path,
        "Name,Telefon,Rechtsform,Farbe,Religion\nA,0351 1234567,e. V.,rot,keine",
        "von,nach,Gewährsmann",
        "    publish_columns: [Rechtsform]",
    )
    assert told(where)["columns_not_passed_on"] == [
        {"table": "actors", "column": "Telefon", "contact": True, "sensitive": False},
        {"table": "actors", "column": "Farbe", "contact": False, "sensitive": False},
        {"table": "actors", "column": "Religion", "contact": False, "sensitive": True},
        {"table": "ties", "column": "Gewährsmann", "contact": False, "sensitive": False},
    ]


SECRETS = ("Anna Geheim", "0351 7654321", "geheim@example.org", "Nebenbei", "person-geheim")


def test_nothing_personal_stands_in_it(tmp_path: Path) -> None:
    where = place(
        tmp_path,
        """
        id;name;type;survey;reason;person;delete_after;informed;Telefon
        v;Verein;Verein;answered;;;2027-01-01;2026-05-01;0351 7654321
        person-geheim;Anna Geheim;Fachfrau;no answer;;yes;2026-01-01;;0351 7654321
        person-zwei;Anna Geheim-Zwei;Fachfrau;excluded;sagte geheim@example.org ab;yes;;;
        x;Freunde von Anna Geheim;Verein;excluded;Anna Geheim, 0351 7654321;;;;
        """,
        "source;target;reported_by;note\nv;person-geheim;v;Nebenbei\nv;x;v;\nv;person-zwei;v;",
        log="""
        actor;date;outcome;next;note
        person-geheim;2026-06-01;answered;Anna Geheim 0351 7654321;Nebenbei
        v;2026-06-01;x;2026-06-02;
        """,
    )
    state = ag.check(where, today=DAY)
    text = state.to_json()
    assert [secret for secret in SECRETS if secret in text] == []
    found = state.to_dict()
    assert [one["id"] for one in found["past"]] == ["person-1"]
    assert [(one["id"], one["row"]) for one in found["call_next"]] == [("person-1", 3)]
    assert found["funnel"]["excluded"] == {"": 1, "Person 1, […]": 1}
    assert found["problems"][0]["message"].startswith("By the log “Person 1” is “answered”")
    assert repr(state) == "State('city': 4 found, 1 answered)"


def test_errors_are_the_answer_and_all_else_is_null(tmp_path: Path) -> None:
    """Errors first, though a warning (letters that were lost) stands in the first file by name."""
    where = place(tmp_path, "name,survey\nA,answered\nB,perhaps\nA??????,", "source,target,How close\nA,Z,1")
    state = ag.check(where, today=DAY)
    found = state.to_dict()
    assert [(p["severity"], p["file"], p["row"], p["column"]) for p in found["problems"]] == [
        ("error", "actors.csv", 3, "survey"),
        ("error", "ties.csv", 2, "target"),
        ("warning", "actors.csv", 4, "name"),
        ("warning", "ties.csv", None, None),
    ]
    assert all(found[part] is None for part in PARTS)
    assert repr(state) == "State(2 errors)"
    with pytest.raises(ag.LandscapeError):
        state.stop_if_errors()


def test_a_scheme_that_can_not_be_read_is_an_error_in_the_data(tmp_path: Path) -> None:
    found = ag.check(place(tmp_path, "name\nA"), scheme=str(tmp_path / "missing.yaml"), today=DAY).to_dict()
    assert [problem["severity"] for problem in found["problems"]] == ["error", "warning"]
    assert found["funnel"] is None


@pytest.mark.parametrize("name", sorted(f.name for f in (SHARED / "data/formats/damaged").iterdir()) if SHARED else [])
def test_damaged_files_give_a_document(name: str, shared: Path) -> None:
    """None of them is a whole landscape by itself, but for the workbooks' and tables' damage, which is told."""
    state = ag.check(shared / "data/formats/damaged" / name, today=DAY)
    found = json.loads(state.to_json())
    assert any(problem["severity"] == "error" and problem["message"] for problem in found["problems"])
    assert found["funnel"] is None


@pytest.mark.parametrize("today", [DAY, date(2026, 7, 1)])
def test_the_same_input_and_day_give_the_same_text(today: date | str) -> None:
    assert ag.check(MUSTERSTADT, today=today).to_json() == ag.check(MUSTERSTADT, today=DAY).to_json()


def test_without_a_day_it_is_today() -> None:
    before = date.today().isoformat()
    assert before <= ag.check(MUSTERSTADT).to_dict()["today"] <= date.today().isoformat()


def test_what_is_no_day_is_told() -> None:
    with pytest.raises(ag.RequestError, match="no day"):
        ag.check(MUSTERSTADT, today="30.6.2026")
