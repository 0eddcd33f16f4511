"""Documents in YAML and JSON, and the same landscape in every form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.reading.making import book, put

ACTORS = [
    {"id": "007", "name": "Ahorn", "type": "school;umbrella", "publish": "no", "Farbe": "rot", "checked": "30.6.2026"},
    {"id": "b", "name": "Çınar", "type": "", "publish": "yes", "Farbe": "", "checked": ""},
]
TIES = [{"source": "007", "target": "Çınar", "weight": "1,5", "reported_by": "b;007", "kind": "exchange"}]
CONTACTS = [{"actor": "b", "date": "2026-06-01", "outcome": "answered"}]
ABOUT = {
    "name": "Neustadt",
    "date": "30.6.2026",
    "publish_columns": ["Farbe"],
    "circles": {"b": "Mitte"},
    "by": "Farbe",
}


def grid(entries: list[dict[str, str]]) -> list[list[str]]:
    return [list(entries[0]), *(list(entry.values()) for entry in entries)]


def csv(entries: list[dict[str, str]]) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in grid(entries))


def inputs(where: Path) -> list[Path]:
    """The same landscape as folder, workbook, YAML and JSON."""
    content = {**ABOUT, "actors": ACTORS, "ties": TIES, "contacts": CONTACTS}
    about = "\n".join(f"{key}: {json.dumps(value)}" for key, value in ABOUT.items())
    tables = {"actors.csv": csv(ACTORS), "ties.csv": csv(TIES), "contacts.csv": csv(CONTACTS)}
    folder = put(where / "Neustadt", {**tables, "landscape.yaml": about})
    sheets = {"actors": grid(ACTORS), "ties": grid(TIES), "contacts": grid(CONTACTS)}
    sheet = [[key, value] for key, value in ABOUT.items() if isinstance(value, str)]
    sheets["landscape"] = [*sheet, ["publish_columns", "Farbe"], ["circles", "b: Mitte"]]
    put(where, {"Neustadt.xlsx": book(sheets), "Neustadt.json": json.dumps(content, ensure_ascii=False)})
    put(
        where,
        {"Neustadt.yaml": about + "\n" + "\n".join(f"{k}: {json.dumps(content[k])}" for k in sheets if k in content)},
    )
    nested = {"landscape": ABOUT, "akteure": ACTORS, "Verbindungen": TIES, "Kontakte": CONTACTS}
    put(where / "nested", {"Neustadt.json": json.dumps(nested)})
    return [
        folder,
        *(where / f"Neustadt.{ending}" for ending in ("xlsx", "yaml", "json")),
        where / "nested/Neustadt.json",
    ]


def seen(landscape: Landscape) -> dict[str, object]:
    tables = {"actors": landscape.actors, "ties": landscape.ties, "contacts": landscape.contacts}
    columns = {name: dict(table.columns) for name, table in tables.items() if table}
    return {**columns, "meta": dict(landscape.meta), "source": landscape.source, "language": landscape.language}


def test_every_form_is_the_same_landscape(tmp_path: Path) -> None:
    first, *others = [seen(read(path)) for path in inputs(tmp_path)]
    assert first["actors"] == {
        "id": ("007", "b"), "name": ("Ahorn", "Çınar"), "type": (("school", "umbrella"), ()), "publish": (False, True),
        "Farbe": ("rot", None), "checked": ("2026-06-30", None), "survey": (None, "answered"),
    }  # fmt: skip
    assert first["ties"] == {
        "source": (0,), "target": (1,), "weight": (1.5,), "reported_by": ((1, 0),), "kind": ("exchange",),
    }  # fmt: skip
    for other in others:
        assert other == first


def test_values_stay_what_they_are(tmp_path: Path) -> None:
    """No Norway problem, no sexagesimal numbers, no lost zeros."""
    text = "actors:\n" + "".join(f"- id: {id_}\n" for id_ in ("007", "no", "12:30", "NA", "1e5", "0x1F", "~", "true"))
    (tmp_path / "c.yaml").write_text(text + "ties:\n- {source: no, target: NA}\n")
    found = read(tmp_path / "c.yaml")
    assert found.actors["id"] == ("007", "no", "12:30", "NA", "1e5", "0x1F", "~", "true")
    (tmp_path / "c.json").write_text('{"actors": [{"id": 7}, {"id": 1.50}, {"id": true}], "ties": []}')
    assert read(tmp_path / "c.json").actors["id"] == ("7", "1.50", "true")


def test_lists_may_be_lists(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "actors:\n- name: A\n  fields: [x; y, z, z]\n  needs: a; b\n  x: [p, q]\n- name: [B]\nties: []\n"
    )
    found = read(tmp_path / "c.yaml")
    assert found.actors["fields"] == (("x; y", "z"), ())
    assert found.actors["needs"] == (("a", "b"), ())
    assert found.actors["x"] == ("p; q", None)
    assert found.actors["name"] == ("A", "B")


def test_rows_are_lines(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("actors:\n- name: A\n  type: x\n\n- name: B\nties:\n")
    assert read(tmp_path / "c.yaml").actors.rows == (2, 5)


@pytest.mark.parametrize("name", ["c.txt.yaml", "c.data", "c"])
def test_content_and_not_the_name_decides(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('{"actors": [{"name": "A"}], "ties": []}')
    assert read(tmp_path / name).actors["id"] == ("A",)


def test_yaml_under_a_name_of_json(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text("actors:\n- name: A\nties:\n")
    assert read(tmp_path / "c.json").actors["id"] == ("A",)


def test_empty_lists(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"actors": [], "ties": null}')
    found = read(tmp_path / "c.json")
    assert [w.key for w in found.warnings] == ["reading.no_actors", "reading.no_ties"]


ONE_LINE = {
    "city.json": '{"actors": [{"id": "a"}, {"id": "b", "survey": "oft"}], "ties": [{"source": "a", "target": "a"}, '
    '{"source": "a", "target": "b"}, {"source": "a", "target": "x"}]}',
    "city.graphml": '<graphml><key id="s" for="node" attr.name="survey"/><graph><node id="a"/>'
    '<node id="b"><data key="s">oft</data></node><edge source="a" target="a"/>'
    '<edge source="a" target="b"/><edge source="a" target="x"/></graph>'
    "</graphml>",
}


@pytest.mark.parametrize("name", ONE_LINE)
def test_in_a_document_of_one_line_the_entries_are_counted(name: str, tmp_path: Path) -> None:
    with pytest.raises(LandscapeError) as raised:
        read(put(tmp_path, {name: ONE_LINE[name]}) / name)
    places = {(p.file, p.row, p.column) for p in raised.value.problems if p.severity == "error"}
    assert places == {(f"{name}, actors", 2, "survey"), (f"{name}, ties", 3, "target")}
