"""The state of a survey at the terminal: short, in the order of what is to be done, in plain words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.terminal.state import print_state
from actor_graph.words import Language
from tests.making import folder
from tests.material import ROOT

DAY = "2026-07-01"


def told(path: Path, language: Language | None = "de", *, today: str = DAY) -> str:
    out = io.StringIO()
    print_state(ag.check(path, language=language, today=today), out)
    return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def joined(text: str) -> str:
    return " ".join(text.split())


def city(where: Path, actors: str, ties: str = "source,target", about: str = "", log: str = "") -> Path:
    return folder(where / "stadt", actors, ties, about, log)


def test_what_is_to_be_done_first_stands_first() -> None:
    said = told(ROOT / "examples" / "musterstadt")
    headings = [line for line in said.splitlines() if line[:1].isdigit() and line[1:3] == "  "]
    assert headings == [
        "1  Heute", "2  Als Nächstes anrufen", "3  Rücklauf", "4  Zu klären", "5  Information und Einwilligung",
        "6  Was bisher bekannt ist",
    ]  # fmt: skip
    assert "42 von 73 haben geantwortet (58 %)" in joined(said)
    assert len(said.splitlines()) < 120


def test_who_is_overdue_is_not_named_twice() -> None:
    said = told(ROOT / "examples" / "musterstadt")
    today, calls = (
        said.split("2  Als Nächstes anrufen")[0],
        said.split("2  Als Nächstes anrufen")[1].split("3  Rücklauf")[0],
    )
    assert "• 4. Juni 2026: Volkshochschule – hat eine Antwort zugesagt" in today
    assert "Volkshochschule" not in calls
    assert "Person 2 [Zeile 74]" in calls


def test_the_two_lists_take_turns_at_the_terminal() -> None:
    calls = told(ROOT / "examples" / "musterstadt").split("2  Als Nächstes anrufen")[1].split("3  Rücklauf")[0]
    unnamed = [
        entry.split("Art")[0].count("von noch niemandem genannt") for entry in calls.split(". ") if "genannt;" in entry
    ]
    assert unnamed[:10] == [0, 1] * 5


def test_without_a_survey_it_says_where_the_answers_go(tmp_path: Path) -> None:
    said = joined(told(city(tmp_path, "name\nA\nB", "source,target\nA,B")))
    assert "2 Akteure gefunden Wer geantwortet hat, ist noch nicht notiert." in said
    assert "anrufen" not in said
    assert "Rücklauf Art" not in said
    assert "Eine Verbindung; wer sie genannt hat, ist nicht notiert" in said


def test_no_actor_yet(tmp_path: Path) -> None:
    said = told(city(tmp_path, "name,survey"))
    assert "Noch ist kein Akteur eingetragen." in said
    assert [line for line in said.splitlines() if line[:1].isdigit()] == []


def test_all_have_answered(tmp_path: Path) -> None:
    said = joined(told(city(tmp_path, "name,survey\nA,answered\nB,answered")))
    assert "Alle, die Teil der Befragung sind, haben geantwortet." in said
    assert "Ohne genannte Verbindung, und sicher, da alle geantwortet haben (2): A, B" in said


def test_nobody_is_left_though_not_all_answered(tmp_path: Path) -> None:
    said = joined(told(city(tmp_path, "name,survey\nA,answered\nB,declined")))
    assert "Es ist niemand mehr anzurufen." in said
    assert "1 hat geantwortet, 1 hat abgesagt." in said


def test_what_only_people_can_settle(tmp_path: Path) -> None:
    where = city(
        tmp_path,
        """
        id,name,survey,checked,delete_after,reason
        a,Afrika-Forum e.V.,answered,2020-01-01,2026-06-30,
        b,Afrika Forum,no answer,,,
        c,Weltladen,answered,2026-05-01,,
        x,Altverein,excluded,2026-05-01,,
        """,
        "source,target,reported_by\na,x,a\nc,x,c\nb,c,b",
    )
    said = joined(told(where))
    assert "Zu löschen, da die vereinbarte Frist abgelaufen ist: Afrika-Forum e.V." in said
    assert "Vielleicht ein und derselbe Akteur: „Afrika-Forum e.V.“ und „Afrika Forum“ (" in said
    assert "Nicht Teil dieser Erhebung, aber von anderen genannt: Altverein (2)" in said
    assert "laut Spalte „Rücklauf“ nicht geantwortet hat. Fehlt dort „geantwortet“? Afrika Forum – Weltladen" in said
    assert "Vor mehr als 24 Monaten zuletzt geprüft: Afrika-Forum e.V." in said
    assert "Bei einem Eintrag ist nicht notiert, wann er geprüft wurde." in said
    assert "Nicht Teil dieser Erhebung: ohne Grund 1" in said


def test_due_today_and_without_a_day(tmp_path: Path) -> None:
    log = "actor,date,outcome,next\nA,2026-06-01,called,2026-07-01\nB,2026-06-01,called,nach den Ferien"
    said = joined(told(city(tmp_path, "name\nA\nB", log=log)))
    assert "Nach der Kontaktliste fällig: • 1. Juli 2026: A – noch nicht kontaktiert" in said
    assert "Ein nächster Schritt ohne Tag ist notiert bei: B" in said
    assert "Ferien" not in said


def test_long_lists_end_with_how_many_more(tmp_path: Path) -> None:
    names = [f"Verein {n}" for n in range(40)]
    log = "actor,date,outcome,next\n" + "\n".join(f"{name},2026-06-01,called,2026-06-10" for name in names[:14])
    said = joined(told(city(tmp_path, "name,survey\n" + "\n".join(f"{name}," for name in names), log=log)))
    assert "überfällig (14):" in said
    assert said.count("10. Juni 2026") == 12
    assert "… und 2 weitere" in said
    assert "10. Verein 23 " in said
    assert "Verein 24" not in said
    assert "… und 16 weitere" in said


def test_nothing_is_due(tmp_path: Path) -> None:
    where = city(tmp_path, "name\nA", log="actor,date,outcome,next\nA,2026-06-01,answered,")
    assert "Nach der Kontaktliste ist heute nichts fällig." in told(where)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    said = told(ROOT / "examples" / "musterstadt").splitlines()
    assert max(map(len, said)) <= width
    assert all(line == line.rstrip() for line in said)


def test_names_are_text(tmp_path: Path) -> None:
    said = told(city(tmp_path, "name,type,survey\n[bold]A\x1b[31m,[red]x,answered\n[/]B,y,"))
    assert "[/]B" in said
    assert "\x1b" not in said


def test_english(tmp_path: Path) -> None:
    said = told(ROOT / "examples" / "musterstadt", "en")
    assert "State of the survey on July 1, 2026" in said
    assert "In turns: who is often named" in said


def test_columns_are_named_as_the_sheet_has_them_and_sensitive_ones_apart(tmp_path: Path) -> None:
    said = joined(told(city(tmp_path, "Name,Farbe,Religion\nA,rot,keine\n")))
    assert "solange die Landschaft sie nicht unter „Spalten veröffentlichen“ (publish_columns) nennt: Farbe" in said
    assert (
        "braucht beides: dass „Spalten veröffentlichen“ (publish_columns) sie nennt, und die Option --sensitive" in said
    )
    assert "von weniger als drei: Religion" in said
