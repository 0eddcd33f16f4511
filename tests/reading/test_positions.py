"""Places for a map: tables as people write them, earlier maps, and places that can't be drawn."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from actor_graph.problems import LandscapeError
from actor_graph.reading.positions import checked_places, read_positions
from tests.material import ROOT

MAP = '<!DOCTYPE html><html><script type="application/json" id="analysis">{text}</script></html>'


def keys(raised: pytest.ExceptionInfo[LandscapeError]) -> list[str]:
    return [f"{p.key.partition('.')[2]}:{p.row}:{p.column}" for p in raised.value.problems]


@pytest.mark.parametrize("text", ["id,x,y\na,-1000000,2.5\n", 'ID;X;Y\n a ;-1e6;"2,5"\n\n', "y\tx\tid\n2.5\t-1e6\ta\n"])
def test_a_table(text: str, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(text, "utf-8")
    assert read_positions(tmp_path / "p.csv", "en") == {"a": (-1e6, 2.5)}


def test_an_earlier_map(tmp_path: Path) -> None:
    (tmp_path / "m.html").write_text(MAP.format(text='{"actors": [{"id": "a", "x": 1, "y": 2.5}]}'), "utf-8")
    assert read_positions(tmp_path / "m.html", "en") == {"a": (1.0, 2.5)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,x,y\na,1e300,0\nb,0,-1e300\n", ["too_far:2:x", "too_far:3:y"]),
        ("id,x,y\na,1000001,0\n", ["too_far:2:x"]),
        ("id,x,y\na,nan,inf\nb,,1e400\n", ["no_number:2:x", "no_number:2:y", "no_number:3:x", "no_number:3:y"]),
        ("id,x\na,1\n", ["no_columns:1:None"]),
        ("id,x,y\na,1,2\nb,1," + "2" * 200_000, ["no_table:3:None"]),
        ("", ["is_empty:None:None"]),
        (MAP.format(text='{"actors": [{"id": "a", "x": NaN, "y": 1e9}]}'), ["too_far:None:x", "too_far:None:y"]),
        (MAP.format(text='{"actors": [{"id": "a"}]}'), ["no_map:None:None"]),
        (MAP.format(text="[" * 200_000), ["no_map:None:None"]),
    ],
)
def test_what_is_wrong_is_said(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "p").write_text(text, "utf-8")
    with pytest.raises(LandscapeError) as raised:
        read_positions(tmp_path / "p", "en")
    assert keys(raised) == expected


@pytest.mark.parametrize(
    "content",
    [
        (ROOT / "examples" / "musterstadt.xlsx").read_bytes(),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\nid,x,y\n",
        b"\x1f\x8b\x08" + bytes(range(90)),
        bytes(range(256)) * 9,
        b"\x00" * 99,
    ],
    ids=["xlsx", "png", "pdf", "gzip", "bytes", "nul"],
)
def test_what_is_no_text_is_refused_with_what_is_needed(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "town.xlsx").write_bytes(content)
    with pytest.raises(LandscapeError) as raised:
        read_positions(tmp_path / "town.xlsx", "en")
    assert keys(raised) == ["no_text:None:None"]
    assert "a CSV with the columns id, x and y, or an earlier map" in str(raised.value)


@pytest.mark.parametrize("name", ["", ".", "nowhere.csv", "a\0b"])
def test_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(LandscapeError):
        read_positions(tmp_path / name, "en")


@pytest.mark.parametrize("x", [math.nan, math.inf, 1e7])
def test_places_given_in_python_keep_the_same_limits(x: float) -> None:
    assert checked_places({"a": (1, 2)}, "en") == {"a": (1.0, 2.0)}
    with pytest.raises(LandscapeError) as raised:
        checked_places({"a": (x, 0)}, "de")
    assert keys(raised) == ["too_far:None:x"]
