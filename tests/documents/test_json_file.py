"""JSON documents: numbers stay as written, what is wrong is told with its line; the standard library is the oracle."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.documents import Block, json_text
from actor_graph.documents.json_file import load_json
from actor_graph.problems import Problems
from tests.documents.broken import keys, load


def test_numbers_are_the_characters_that_are_written(tmp_path: Path) -> None:
    content, found = load(
        load_json, tmp_path, '{"a": [1e5, 3.0, -0, 12345678901234567890, 0.10, true, false, null, "007"]}'
    )
    assert content == {"a": ["1e5", "3.0", "-0", "12345678901234567890", "0.10", "true", "false", None, "007"]}
    assert found == []


def test_groups_know_their_lines(tmp_path: Path) -> None:
    content, _ = load(load_json, tmp_path, '\n{"actors": [\n {"id": "a",\n "name": "A"},\n {"id": "b"}]}\n')
    assert isinstance(content, Block)
    assert (content.line, [actor.line for actor in content["actors"]]) == (2, [3, 5])
    assert content["actors"][0].lines == {"id": 3, "name": 4}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content, found = load(load_json, tmp_path, '{"name": "Köln – Süd"}'.encode(encoding))
    assert content == {"name": "Köln – Süd"}
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": 2}', ["twice:2"]),
        ('{"a": 1, "b": 2,\n "a": 2,\n "b": [{"c": 1, "c": 2}]}', ["twice:2", "twice:3", "twice:3"]),
        ('{"a": NaN,\n"b": -Infinity}', ["json_no_number:1", "json_no_number:2"]),
        ("{'a': 1}", ["json_python:1"]),
        ('{"a": None}', ["json_python:1"]),
        ('{"a": True}', ["json_python:1"]),
        ('{"a": (1, 2)}', ["json_python:1"]),
        ('{"a": 1', ["early_end:1"]),
        ('{"a":\n', ["early_end:2"]),
        ('{"a": ["b",\n', ["early_end:2"]),
        ('{"a": "b\n', ["json_quoted:1"]),
        ('{"a": "b', ["early_end:1"]),
        ("[", ["early_end:1"]),
        ("[1 2]", ["json_comma:1"]),
        ('{"a": 1 "b": 2}', ["json_comma:1"]),
        ("[1, 2,]", ["json_last_comma:1"]),
        ('{"a": 1,\n}', ["json_last_comma:2"]),
        ("{a: 1}", ["json_key:1"]),
        ('{"a" 1}', ["json_colon:1"]),
        ('{"a": 007}', ["json_damaged:1"]),
        ('{"a": 1.}', ["json_damaged:1"]),
        ('{"a": +1}', ["json_damaged:1"]),
        ('{"a": 1,5}', ["json_key:1"]),
        ('{"a": nulla}', ["json_damaged:1"]),
        ('{"a": "\\q"}', ["json_quoted:1"]),
        ('{"a": 1}\n{"b": 2}', ["json_after:2"]),
        ('{"a": 1} // note', ["json_after:1"]),
        ('{"a": "x\\u0000"}', ["nul:1"]),
        ('{"a": 1,\n "b": "\\ud800"}', ["surrogate:2"]),
        ('{"a": 1,\n "b": "\\uffff"}', ["noncharacter:2"]),
        ('{"a": "\\ud83d\\ude00"}', []),
        ('{"a": "\\u001b[31m"}', []),
        ("", ["is_empty:None"]),
        ("  \n ", ["is_empty:None"]),
        ("ü", ["json_damaged:1"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    content, found = load(load_json, tmp_path, text)
    assert keys(found) == expected
    assert (content is None) == bool(expected)


@pytest.mark.parametrize(("depth", "expected"), [(50, []), (51, ["too_deep:1"]), (100_000, ["too_deep:1"])])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_levels(tmp_path: Path, depth: int, expected: list[str], opening: str, closing: str) -> None:
    inside = "" if opening == "[" else "1"
    _, found = load(load_json, tmp_path, opening * depth + inside + closing * depth)
    assert keys(found) == expected


def _as_text(content: object) -> object:
    """Numbers, true and false as JSON writes them."""
    if isinstance(content, dict):
        return {key: _as_text(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_as_text(value) for value in content]
    return content if isinstance(content, str) or content is None else json.dumps(content)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff")),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcäß\"\\"), inner, max_size=4),
        max_leaves=12,
    ),
    st.booleans(),
    st.sampled_from([None, 1]),
)  # fmt: skip
def test_what_was_written_reads_the_same(content: object, ascii_only: bool, indent: int | None) -> None:
    problems = Problems()
    text = json.dumps(content, ensure_ascii=ascii_only, indent=indent)
    assert json_text(text, "x.json", problems) == _as_text(content)
    assert list(problems) == []


@settings(max_examples=150, deadline=None)
@given(st.text('{}[]",:0123e-.tfn\\u \n', max_size=25))
def test_what_the_standard_library_refuses_is_refused(text: str) -> None:
    problems = Problems()
    read = json_text(text, "x.json", problems)
    try:
        json.loads(text)
    except json.JSONDecodeError:
        assert problems.errors
        assert read is None
