"""The verb ``check``: what goes to which stream, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.making import folder
from tests.material import ROOT
from tests.running import run

MUSTERSTADT = ROOT / "examples" / "musterstadt"


def broken(where: Path) -> Path:
    return folder(where / "broken", "Name;Rücklauf\nA;geantwortet\nB;vielleicht", "von;nach\nA;Z")


def test_the_state_goes_to_stdout() -> None:
    done = run("check", MUSTERSTADT, "--today", "2026-07-01")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Musterstadt · Stand der Befragung am 1. Juli 2026\nInternes Arbeitsdokument.")


def test_the_document_goes_to_stdout() -> None:
    done = run("check", MUSTERSTADT, "--json", "--today", "2026-07-01")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("}\n")
    found = json.loads(done.out)
    assert (found["schema"], found["today"], found["problems"]) == ("actor-graph/check/1", "2026-07-01", [])


def test_errors_end_with_2_and_the_document_all_the_same(tmp_path: Path) -> None:
    done = run("check", broken(tmp_path), "--json")
    found = json.loads(done.out)
    assert done.status == 2
    assert [(p["severity"], p["file"], p["row"]) for p in found["problems"]] == [
        ("error", "actors.csv", 3), ("error", "ties.csv", 2),
    ]  # fmt: skip
    assert found["funnel"] is None


def test_without_json_errors_go_to_stderr_alone(tmp_path: Path) -> None:
    done = run("check", broken(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert [line.split(",")[0] for line in done.err.splitlines()] == ["Fehler: actors.csv", "Fehler: ties.csv"]


def test_warnings_go_to_stderr_and_into_the_document(tmp_path: Path) -> None:
    where = folder(tmp_path / "city", "Name\nA\nA", "von;nach")
    spoken, read = run("check", where), run("check", where, "--json")
    assert (spoken.status, read.status) == (0, 0)
    assert "Den Namen „A“ hat auch der Akteur" in spoken.err
    assert {p["severity"] for p in json.loads(read.out)["problems"]} == {"warning"}


def test_the_guide_shows_what_the_command_answers() -> None:
    guide = (ROOT / "docs" / "check.md").read_text("utf-8")
    command, *shown = guide.split("```console\n$ ")[1].split("\n```")[0].splitlines()
    said = iter(run(*command.split()[1:], cwd=ROOT, COLUMNS="80").out.replace("\N{NO-BREAK SPACE}", " ").splitlines())
    assert len(shown) > 20
    for line in shown:
        assert line == "…" or line in said, f"not said, or not in this order: {line}"


def test_a_day_that_is_none_is_a_wrong_use() -> None:
    done = run("check", MUSTERSTADT, "--today", "30.6.2026")
    assert (done.status, done.out) == (2, "")
    assert "--today" in done.err


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere", "--json", "--language", "de")
    assert done.status == 2
    assert json.loads(done.out)["problems"][0]["severity"] == "error"


def test_actors_that_only_ties_name_are_to_be_called(tmp_path: Path) -> None:
    where = folder(tmp_path / "city", "Name;Rücklauf\nA;geantwortet", "von;nach;genannt von\nA;Z;A")
    done = run("check", where, "--json", "--add-missing")
    assert [call["name"] for call in json.loads(done.out)["call_next"]] == ["Z"]
