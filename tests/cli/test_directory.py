"""The verb ``directory``: what it says and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.making import folder
from tests.running import run
from tests.views.directory.made import ABOUT, NO_TIES, TOWN


def test_it_writes_for_the_public_unless_told_otherwise(tmp_path: Path) -> None:
    place = folder(tmp_path / "stadt", TOWN, NO_TIES, ABOUT)
    ran = run("directory", place, cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == "Geschrieben: directory.html"
    text = (tmp_path / "directory.html").read_text("utf-8")
    assert "Brücke" in text
    assert "Will leise sein" not in text
    assert "7654321" not in text


def test_all_forms_of_the_office(tmp_path: Path) -> None:
    place = folder(tmp_path / "stadt", TOWN, NO_TIES, ABOUT)
    for ending in ("html", "docx", "xlsx"):
        ran = run("directory", place, "--audience", "office", "-o", tmp_path / f"d.{ending}", "--language", "en")
        assert ran.status == 0, ran.err
        assert (tmp_path / f"d.{ending}").stat().st_size > 5000


def test_no_actor_published_ends_with_what_to_do(tmp_path: Path) -> None:
    place = folder(tmp_path / "stadt", "id,Name,veröffentlichen\na,A,nein\n", NO_TIES)
    ran = run("directory", place, "-o", tmp_path / "out" / "d.html")
    assert (ran.status, ran.out) == (2, "")
    assert "\nFehler: Bisher hat kein Akteur der Veröffentlichung zugestimmt" in ran.err
    assert "„veröffentlichen“" in ran.err
    assert not (tmp_path / "out").exists()


def test_neither_the_input_nor_a_changed_file_is_replaced(tmp_path: Path) -> None:
    place = folder(tmp_path / "stadt", TOWN, NO_TIES, ABOUT)
    assert run("directory", place, "-o", tmp_path / "d.html").status == 0
    (tmp_path / "d.html").write_text("von Hand", "utf-8")
    refused = run("directory", place, "-o", tmp_path / "d.html")
    assert refused.status == 2
    assert (tmp_path / "d.html").read_text("utf-8") == "von Hand"
    assert run("directory", place, "-o", tmp_path / "d.html", "--force").status == 0


def test_contact_data_are_said_to_be_in_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "stadt", TOWN, NO_TIES, ABOUT)
    ran = run("directory", place, "-o", tmp_path / "d.html", "--with-contacts")
    assert "In diesem Verzeichnis stehen Kontaktdaten" in ran.err
    assert "0351 7654321" in (tmp_path / "d.html").read_text("utf-8")
