"""The table at the terminal: bands, arrows, the core; outside the office without arrows."""

from __future__ import annotations

from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.views.terminal import print_report
from actor_graph.words import Language
from tests.analysis.test_beside_chance import MUSTERSTADT, bipartite
from tests.making import landscape


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")


def report(landscape: ag.Landscape, capsys: pytest.CaptureFixture[str], language: Language, **options: object) -> str:
    print_report(ag.analyze(landscape, chance=True, language=language, **options), language)  # type: ignore[arg-type]
    return capsys.readouterr().out.replace("\xa0", " ")


def test_the_table_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    told = report(ag.read(MUSTERSTADT), capsys, "de", draws=99)
    assert "Neben zufälligen Szenen" in told
    heads = next(line for line in told.splitlines() if "gleiche Größe" in line)
    assert heads.split()[0] == "Zahl"
    assert "gleiche Partner" in heads
    assert "Arten verteilt" in heads
    row = next(line for line in told.splitlines() if "Schritte im Schnitt" in line)
    assert "2,69" in row
    assert row.rstrip().endswith("–")
    assert "↑" in told
    assert "Benjamini-Hochberg" in told
    assert "Kein Kern hebt sich" in told
    assert "31 Akteure haben nicht geantwortet. In zufälligen Szenen" in told
    assert "stärker zentralisiert als alle 99" in told


def test_others_than_the_office_read_ranges_alone(capsys: pytest.CaptureFixture[str]) -> None:
    told = report(ag.read(MUSTERSTADT), capsys, "en", draws=40, audience="participants")
    assert "same size" in told
    for word in ("↑", "↓", "p <", "Benjamini", "core stands", "Ties with central actors"):
        assert word not in told
    assert "95% of 40 random scenes lie between." in told


def test_a_core_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = report(bipartite(tmp_path), capsys, "en", draws=200)
    assert "A core stands out (fit 0.95" in told
    assert "core0, core1, core2, core3" in told


def test_without_chance_no_such_table(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(ag.analyze(ag.read(MUSTERSTADT), draws=40), "de")
    assert "Neben zufälligen Szenen" not in capsys.readouterr().out


def test_a_figure_outside_without_an_arrow_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """With 99 draws the smallest p is 0.02, which adjusted over all figures is never under 0.05 for one by itself."""
    few = " ".join(report(ag.read(MUSTERSTADT), capsys, "de", draws=99).split())
    assert "Liegt eine Zahl ohne Pfeil außerhalb, kann das Zufall sein" in few
    figures = int(few.partition("kann eine einzelne von ")[2].split()[0])
    assert f"das geht ab {40 * figures} (--draws)." in few
    others = report(ag.read(MUSTERSTADT), capsys, "de", draws=99, audience="participants")
    assert "ohne Pfeil" not in others
    assert "keinen Pfeil" not in " ".join(others.split())


def test_beside_another_column_values_are_dealt_and_not_kinds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "\n".join(
        f"{name},{'shop' if name in 'AB' else 'school'},{'N' if name < 'E' else 'S'}" for name in "ABCDEFGH"
    )
    ties = "\n".join(f"{pair[0]},{pair[1]}" for pair in "AB BC CD EF FG GH HE AE BF".split())
    place = landscape(tmp_path, f"name,type,district\n{rows}", f"source,target\n{ties}", "    name: Town")
    told = " ".join(report(place, capsys, "de", draws=60, by="district").split())
    assert "Bei zufällig verteilten Werten" in told
    assert "Werte verteilt" in told
    assert "verteilten Arten" not in told
    assert "verteilten Arten" in " ".join(report(place, capsys, "de", draws=60).split())


def test_one_random_scene_gives_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    told = report(ag.read(MUSTERSTADT), capsys, "de", draws=1)
    assert "alle 1 " not in told
    assert "in 95 % der Fälle" not in told
