"""The verb ``whatif``: what is said, what is written, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import actor_graph as ag
from actor_graph.views.whatif.told import Told
from tests.making import folder
from tests.running import run

ACTORS = """
    id,name,survey
    a,Alpha,answered
    b,Beta,answered
    c,Gamma,answered
    d,Delta,answered
"""
TIES = """
    source,target
    a,b
    b,c
"""
LIST = {"schema": "actor-graph/invitation/1", "invited": [{"id": "a"}, {"id": "c"}, {"id": "d"}]}


def town(where: Path) -> Path:
    return folder(where / "town", ACTORS, TIES)


def test_the_report_says_first_that_it_is_none_of_what_is(tmp_path: Path) -> None:
    ran = run("whatif", town(tmp_path), "--add", "c:d", "--remove", "a:b", "--draws", "9")
    assert ran.status == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[0] == "What if: town"
    assert lines[1].startswith("Thought experiment: this is not the landscape as it was named.")
    assert "one more tie: Gamma – Delta" in ran.out
    assert "without the tie: Alpha – Beta" in ran.out
    assert "Delta: no tie named → networked" in ran.out
    assert "Alpha: networked → no tie named" in ran.out
    assert ran.out.index("Supposed") < ran.out.index("Whose standing") < ran.out.index("Figures before and after")


def test_german_in_words_of_the_method(tmp_path: Path) -> None:
    ran = run("whatif", town(tmp_path), "--add", "c:d", "--draws", "9", "--language", "de")
    assert "Gedankenspiel: So ist die Landschaft nicht genannt worden." in ran.out
    assert "Delta: ohne genannte Verbindung → vernetzt" in ran.out


def test_json_alone_is_on_stdout(tmp_path: Path) -> None:
    ran = run("whatif", town(tmp_path), "--add", "c:d", "--draws", "9", "--json")
    told = json.loads(ran.out)
    assert (told["schema"], told["hypothetical"]) == ("actor-graph/whatif/1", True)
    assert (told["before"]["network"]["ties"], told["after"]["network"]["ties"]) == (2, 3)
    assert "Error" not in ran.err  # a slow machine says what it is at


def test_a_workshop_is_said_to_be_an_upper_bound(tmp_path: Path) -> None:
    """By hand: three pairs, none of them tied."""
    file = tmp_path / "invited.json"
    file.write_text(json.dumps(LIST), "utf-8")
    ran = run("whatif", town(tmp_path), "--workshop", file, "--draws", "9")
    told = " ".join(ran.out.split())
    assert "a workshop with 3 invited, after which each works with each: 3 ties, 3 of them new" in told
    assert "an upper bound and no forecast" in told
    assert "Who would be central then, and in which circle, is not told" in told
    assert "Central actors" not in told


def test_each_figure_is_told_in_one_row(tmp_path: Path) -> None:
    """By hand: of four actors all are known; d stands alone before, nobody after."""
    made = ag.whatif(ag.read(town(tmp_path)), add=["c:d"], draws=9)
    rows = {figure.key: (figure.label, figure.before, figure.after) for figure in Told(made, "de").figures()}
    assert rows["not_yet_networked"] == ("Noch nicht vernetzte Akteure", "1 (25\xa0%)", "0 (0\xa0%)")
    assert rows["largest"] == ("Akteure im größten Netz", "3 (75\xa0%)", "4 (100\xa0%)")
    assert not {"not_yet_networked_share", "largest_component_share"} & rows.keys()
    assert made.to_dict()["before"]["network"]["not_yet_networked_share"] == 0.25


def test_where_a_workshop_changes_nothing_nobody_is_called_central(tmp_path: Path) -> None:
    """All are networked and stay so: a triangle meets."""
    triangle = folder(tmp_path / "three", ACTORS.rsplit("\n    d", 1)[0], f"{TIES.rstrip()}\n    a,c\n")
    for options, central in ((("--workshop", tmp_path / "three.json"), False), (("--remove", "a:c"), True)):
        (tmp_path / "three.json").write_text(json.dumps(LIST | {"invited": [{"id": "a"}, {"id": "c"}]}), "utf-8")
        told = " ".join(run("whatif", triangle, *options, "--draws", "9").out.split())
        said = told[told.index("Whose standing would be another") : told.index("Figures before")]
        assert "Nobody's: all stay networked" in said
        assert ("central" in said) is central


def test_what_is_wrong_is_told_at_once_and_nothing_written(tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    ran = run("whatif", town(tmp_path), "--add", "c:Betta", "--remove", "nobody", "--add", "a", "-o", out)
    assert (ran.status, ran.out) == (2, "")
    lines = [line for line in ran.err.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 3
    assert any("Did you mean “Beta”?" in line for line in lines)
    assert not out.exists()


def test_nothing_supposed_is_refused(tmp_path: Path) -> None:
    ran = run("whatif", town(tmp_path))
    assert (ran.status, ran.out) == (2, "")
    assert "--add A:B" in ran.err


def test_an_output_never_stands_over_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "invited.json"
    file.write_text(json.dumps(LIST), "utf-8")
    ran = run("whatif", town(tmp_path), "--workshop", file, "-o", file, "--force", "--draws", "9")
    assert ran.status == 2
    assert json.loads(file.read_text("utf-8")) == LIST


def test_an_ending_that_is_none(tmp_path: Path) -> None:
    ran = run("whatif", town(tmp_path), "--add", "c:d", "-o", tmp_path / "map.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ".html" in ran.err


def test_there_is_no_audience_but_the_office(tmp_path: Path) -> None:
    assert "--audience" not in run("whatif", "--help").out
    assert run("whatif", town(tmp_path), "--add", "c:d", "--audience", "public").status == 2
