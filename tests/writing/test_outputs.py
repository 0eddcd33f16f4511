"""Where outputs may go: never over what was read, over what people changed only with force, whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading import read
from actor_graph.views.map import draw_map
from actor_graph.words import LANGUAGES, say
from actor_graph.writing.outputs import LIST, Outputs, is_ours, write_all, write_outputs
from tests.making import folder
from tests.reading.making import ACTORS, TIES, put
from tests.running import run

SCHEME = "extends: below/base.yaml\n"
BASE = "types: {school: }\n"


@pytest.fixture
def city(tmp_path: Path) -> Landscape:
    """A folder whose scheme extends another in a folder below."""
    about = {"landscape.yaml": "scheme: own.yaml\n", "own.yaml": SCHEME, "contacts.csv": "actor,date\na,2026-01-01\n"}
    where = put(tmp_path / "city", {"actors.csv": ACTORS, "ties.csv": TIES, "notes.txt": "mine", **about})
    put(where / "below", {"base.yaml": BASE})
    return read(where)


def write(target: Path, *inputs: Path, force: bool = True, text: bytes = b"ours") -> list[Path]:
    return write_outputs(target.parent, {target.name: text}, inputs=inputs, force=force, language="en")


def test_files_of_two_folders_are_written_both_or_none(tmp_path: Path) -> None:
    """Also where the second one can't be made; two spellings of one folder have one list, and no file two contents."""

    def fails() -> bytes:
        raise OutputError("documents.out_full", "en", path=tmp_path)

    a, b = tmp_path / "a", tmp_path / "b"
    with pytest.raises(OutputError):
        write_all([Outputs(a, {"x": b"1"}, ()), Outputs(b, {"y": fails}, ())], force=False, language="en")
    assert not list(tmp_path.iterdir())
    both = [Outputs(a, {"x": b"1"}, ()), Outputs(tmp_path / "b" / ".." / "a", {"y": b"2"}, ())]
    b.mkdir()
    assert [path.name for path in write_all(both, force=False, language="en")] == ["x", "y"]
    assert is_ours(a / "x")
    assert is_ours(a / "y")
    twice = [both[0], Outputs(both[1].folder, {"x": b"2"}, ())]
    with pytest.raises(OutputError) as refused:
        write_all(twice, force=True, language="en")
    assert (refused.value.key, (a / "x").read_bytes()) == ("writing.same_place", b"1")


def test_a_landscape_knows_every_file_that_was_read(city: Landscape, tmp_path: Path) -> None:
    names = "actors.csv ties.csv contacts.csv landscape.yaml own.yaml below/base.yaml".split()
    assert city.path == tmp_path / "city"
    assert set(city.inputs) >= {tmp_path / "city", *(tmp_path / "city" / name for name in names)}
    assert all(path.is_absolute() for path in city.inputs)


def test_the_scheme_of_the_option_and_single_files_belong_to_the_input(tmp_path: Path) -> None:
    put(tmp_path, {"s.yaml": "extends: t.yaml\n", "t.yaml": BASE, "l.json": '{"actors": [{"id": "a"}], "ties": []}'})
    found = read(tmp_path / "l.json", scheme=str(tmp_path / "s.yaml"))
    assert {path.name for path in found.inputs} == {"l.json", "s.yaml", "t.yaml", "default.yaml"}


@pytest.mark.parametrize("name", ["actors.csv", "own.yaml", "below/base.yaml", "notes.txt", "below/../own.yaml"])
def test_no_file_of_the_input_is_replaced_even_by_force(name: str, city: Landscape, tmp_path: Path) -> None:
    target = tmp_path / "city" / name
    before = target.read_bytes()
    with pytest.raises(OutputError) as refused:
        write(target, *city.inputs)
    assert refused.value.key == "writing.is_input"
    assert target.read_bytes() == before
    assert not (target.parent / LIST).exists()


def test_nor_under_another_name(city: Landscape, tmp_path: Path) -> None:
    """A link to a file of the input is that file."""
    link = tmp_path / "map.html"
    link.hardlink_to(tmp_path / "city" / "below" / "base.yaml")
    with pytest.raises(OutputError, match="belongs to the landscape"):
        draw_map(city, link, force=True)
    assert link.read_text("utf-8") == BASE


def test_a_file_of_positions_stays_but_an_earlier_map_is_drawn_anew(city: Landscape, tmp_path: Path) -> None:
    places = tmp_path / "places.html"
    places.write_text("id,x,y\na,1,2\n", "utf-8")
    with pytest.raises(OutputError, match="belongs to the landscape"):
        draw_map(city, places, positions=places, force=True)
    assert places.read_text("utf-8") == "id,x,y\na,1,2\n"
    earlier = tmp_path / "map.html"
    draw_map(city, earlier)
    draw_map(city, earlier, positions=earlier)
    assert is_ours(earlier)


def test_outputs_in_the_folder_that_was_read_are_replaced(city: Landscape, tmp_path: Path) -> None:
    analysis = analyze(city, draws=9)
    analysis.write(tmp_path / "city")
    assert len(analysis.write(tmp_path / "city")) == 6
    with pytest.raises(OutputError, match="belongs to the landscape"):
        write(tmp_path / "city" / "ties.csv", *city.inputs)


def test_what_others_wrote_or_changed_is_replaced_with_force_only(tmp_path: Path) -> None:
    target = tmp_path / "f"
    write(target, force=False)
    write(target, force=False, text=b"newer")
    target.write_bytes(b"changed")
    for ours, key in ((True, "writing.changed"), (False, "writing.not_ours")):
        if not ours:
            (tmp_path / LIST).unlink()
        with pytest.raises(OutputError) as refused:
            write(target, force=False)
        assert refused.value.key == key
    write(target)
    assert target.read_bytes() == b"ours"


@pytest.mark.parametrize("name", ["n" * 300, "a\0b"])
def test_names_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write(tmp_path / name)
    with pytest.raises(OutputError):
        write(tmp_path / name / "f")
    assert list(tmp_path.iterdir()) == []


def test_the_list_of_outputs_is_looked_at_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / LIST).mkdir()
    with pytest.raises(OutputError) as refused:
        write(tmp_path / "f")
    assert refused.value.key == "writing.list_taken"
    assert [path.name for path in tmp_path.iterdir()] == [LIST]


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    write(tmp_path / "a", text=b"0")
    (tmp_path / "b").symlink_to(tmp_path / "nowhere" / "b")
    listed = (tmp_path / LIST).read_bytes()
    with pytest.raises(OutputError):
        write_outputs(tmp_path, {"a": b"1", "b": b"2"}, inputs=(), force=True, language="en")
    assert (tmp_path / "a").read_bytes() == b"0"
    assert (tmp_path / LIST).read_bytes() == listed
    assert sorted(path.name for path in tmp_path.iterdir()) == [LIST, "a", "b"]


def test_where_nothing_can_be_written_no_folder_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk has room for a folder, and none for what is to go into it."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(os, "fsync", full)
    for place in ("new/inner", "there", "there/new"):
        with pytest.raises(OutputError, match="full"):
            write_outputs(
                tmp_path / place, {"a/x.txt": b"x"}, inputs=(), force=False, language="en", beside={"y.txt": b"y"}
            )
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_what_is_made_in_turn_is_not_made_before_all_may_be_written(tmp_path: Path) -> None:
    made: list[str] = []

    def one() -> bytes:
        made.append("a")
        return b"1"

    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError):
        write_outputs(tmp_path, {"a": one, "b": b"2"}, inputs=(), force=True, language="en")
    assert made == []
    (tmp_path / "b").rmdir()
    assert write_outputs(tmp_path, {"a": one, "b": b"2"}, inputs=(), force=True, language="en") == [
        tmp_path / "a",
        tmp_path / "b",
    ]
    assert (tmp_path / "a").read_bytes() == b"1"
    assert is_ours(tmp_path / "a")


@pytest.mark.parametrize("name", ["x.pdf", "x.txt", "-", ""])
def test_a_map_is_a_page(name: str, city: Landscape, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(OutputError) as refused:
        draw_map(city, tmp_path / name if name else "")
    assert refused.value.key == "writing.no_page"
    assert set(tmp_path.iterdir()) == before
    assert all(".html" in say("writing.no_page", language, path=name) for language in LANGUAGES)


@pytest.mark.parametrize("name", ["n" * 300 + ".html", "n" * 300 + ".xlsx", "n" * 300, "a\0b", "a\0b.xlsx"])
def test_an_analysis_goes_to_no_such_place_either(name: str, city: Landscape, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(OutputError):
        analyze(city, draws=9).write(tmp_path / name, force=True)
    assert set(tmp_path.iterdir()) == before


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_names_of_private_files_are_private_too(tmp_path: Path) -> None:
    private, inside = tmp_path / "letters", {"Einladung Gertrud.docx": b"1"}
    write_outputs(private, inside, inputs=(), force=False, language="en", mode=0o600)
    assert [mode_of(path) for path in (private, private / LIST, private / "Einladung Gertrud.docx")] == [
        0o700, 0o600, 0o600
    ]  # fmt: skip
    write(private / "map.html")
    assert mode_of(private / LIST) == 0o600
    write(tmp_path / "open" / "map.html")
    assert mode_of(tmp_path / "open" / LIST) == 0o666 & ~umask()
    write_outputs(tmp_path / "open", inside, inputs=(), force=False, language="en", mode=0o600)
    assert mode_of(tmp_path / "open") == 0o777 & ~umask(), "a folder that was there keeps its mode"


def umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


@pytest.mark.parametrize(
    "name", ["contacts.csv", "TIES.csv", "Kontakte.CSV", "veranstaltungen.csv", "Tandems.csv", "../actors.csv"]
)
def test_no_output_has_the_name_of_a_table_where_a_landscape_lies(name: str, tmp_path: Path) -> None:
    """It would be read with the landscape from then on, which could not be read any more."""
    city = folder(tmp_path / "city", "id\na\nb\n", "source,target\na,b\n", "    date: 2024\n")
    then = folder(tmp_path / "then", "id\na\nb\n", "source,target\na,b\n", "    date: 2026\n")
    before = sorted(tmp_path.rglob("*"))
    for words in (("evolve", city, then), ("compare", city, then, "--draws", "2")):
        ran = run(*words, "-o", city / name, "--force", "--language", "de")
        assert (ran.status, ran.out) == (2, ""), words
        assert "mit ihr gelesen" in " ".join(ran.err.split())
    assert sorted(tmp_path.rglob("*")) == before
    assert run("evolve", city, then, "-o", tmp_path / "elsewhere" / name[-8:]).status == 0


def test_a_list_of_tandems_is_meant_to_lie_with_its_landscape(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", "id,type\na,x\nb,y\nc,y\n", "source,target\na,b\na,c\n")
    ran = run("tandems", city, "--between", "x", "y", "--count", "1", "-o", city / "tandems.csv")
    assert ran.status == 0, ran.err
    assert run("analyze", city).status == 0


def test_an_evolution_is_refused_before_the_work(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", "id\na\nb\n", "source,target\na,b\n", "    date: 2024\n")
    then = folder(tmp_path / "then", "id\na\nb\n", "source,target\na,b\n", "    date: 2026\n")
    os.link(city / "ties.csv", tmp_path / "years.csv")
    steps: list[str] = []
    with pytest.raises(OutputError):
        ag.evolve([ag.read(city), ag.read(then)], output=tmp_path / "years.csv", force=True, progress=steps.append)
    assert steps == []
