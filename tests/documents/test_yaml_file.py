"""YAML documents: text stays text, and what is dangerous or unclear is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.documents import Block, yaml_text
from actor_graph.documents.yaml_file import load_yaml
from actor_graph.problems import Problems
from tests.documents.broken import keys, load


def test_every_value_is_the_text_that_is_written(tmp_path: Path) -> None:
    written = [
        "007",
        "no",
        "yes",
        "12:30",
        "NA",
        "null",
        "~",
        "1e5",
        "3.0",
        "0x1F",
        "2026-06-30",
        ".nan",
        "TRUE",
        "1_000",
        "=",
        "<<",
    ]
    content, found = load(load_yaml, tmp_path, "\n".join(f"- {text}" for text in written))
    assert content == written
    assert found == []


def test_what_is_left_out_is_nothing_and_what_is_quoted_is_text(tmp_path: Path) -> None:
    content, _ = load(load_yaml, tmp_path, "a:\nb: ''\nc: ' x '\nd: |\n  two\n  lines\ne: []\nf: {}\n")
    assert content == {"a": None, "b": "", "c": " x ", "d": "two\nlines\n", "e": [], "f": {}}


def test_groups_know_their_lines(tmp_path: Path) -> None:
    content, _ = load(load_yaml, tmp_path, "# note\nactors:\n  - id: a\n    name: A\n  - id: b\n")
    assert isinstance(content, Block)
    assert (content.line, content.lines) == (2, {"actors": 2})
    assert [actor.line for actor in content["actors"]] == [3, 5]
    assert content["actors"][0].lines == {"id": 3, "name": 4}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content, found = load(load_yaml, tmp_path, "name: Köln – Süd\r\nplace: Straße\r\n".encode(encoding))
    assert content == {"name": "Köln – Süd", "place": "Straße"}
    assert found == []


def test_names_in_all_scripts_and_with_steering_signs_are_data(tmp_path: Path) -> None:
    names = ["[/Ost]", "[red]", "أمل", "ተስፋ", "Надежда", "a\u202eb", "👩\u200d👧"]
    text = "".join(f'- "{name}"\n' for name in names) + '- "\\e[31m"\n'
    content, found = load(load_yaml, tmp_path, text)
    assert content == [*names, "\x1b[31m"]
    assert found == []


LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["twice:3"]),
        ("x:\n  a: 1\n  a: 2\n  b: 1\n  b: 2\n", ["twice:3", "twice:5"]),
        ("nodes:\n  - !!python/object/apply:os.system [\"touch x\"]\n", ["yaml_tag:2"]),
        ("a: !!int 3\n", ["yaml_tag:1"]),
        ("a: !secret x\n", ["yaml_tag:1"]),
        ("%TAG ! tag:example.org,2026:\n---\na: !x y\n", ["yaml_tag:3"]),
        ("a: &here 1\nb: *here\n", ["yaml_reference:1"]),
        ("a: *nowhere\n", ["yaml_reference:1"]),
        (LAUGHS, ["yaml_reference:1"]),
        ("a: 1\n---\nb: 2\n", ["yaml_second:2"]),
        ("? [a, b]\n: c\n", ["yaml_key:1"]),
        ("{a: b}: c\n", ["yaml_key:1"]),
        ("a:\n\t- b\n", ["yaml_tab:2"]),
        ("a: [b, c\n", ["yaml_damaged:2"]),
        ("a: 'b\n", ["yaml_damaged:2"]),
        ("a: b: c\n", ["yaml_damaged:1"]),
        ("a: b\n c: d\n", ["yaml_damaged:2"]),
        ("a: x\x1by\n", ["yaml_sign:1"]),
        ("a: x\nb: y\x00\n", ["nul:2"]),
        ('a: x\nb: "y\\0"\n', ["nul:2"]),
        ('"y\\0": b\n', ["nul:1"]),
        ('a: x\nb: "y\\uFFFE"\n', ["noncharacter:2"]),
        ("a: x\nb: y\uffff\n", ["noncharacter:2"]),
        ("", ["is_empty:None"]),
        ("\n# nothing\n\n", ["is_empty:None"]),
        ("--- \n", ["is_empty:None"]),
        ("a:\n" + "".join("  " * i + "- \n" for i in range(1, 3)), []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    content, found = load(load_yaml, tmp_path, text)
    assert keys(found) == expected
    assert content is None or not expected


@pytest.mark.parametrize(("depth", "expected"), [(50, []), (51, ["too_deep:1"]), (100_000, ["too_deep:1"])])
def test_levels(tmp_path: Path, depth: int, expected: list[str]) -> None:
    _, found = load(load_yaml, tmp_path, "[" * depth + "]" * depth)
    assert keys(found) == expected


def test_half_a_character_is_an_error(tmp_path: Path) -> None:
    content, found = load(load_yaml, tmp_path, b"a: x\nb: \xed\xa0\x80\n")
    assert (content, keys(found)) == (None, ["damaged_text:2"])


def test_both_readers_of_pyyaml_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a: [1, {b: c}]\nd: |\n  e\n", "a: 1\na: 2\n", "a: *b\n", "a: !x b\n", "- a\n-  b: ''\n   c:\n"]
    fast = [load(load_yaml, tmp_path, text) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert [load(load_yaml, tmp_path, text) for text in texts] == fast


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcäß", min_size=1), inner, max_size=4),
        max_leaves=12,
    )
)
def test_what_was_written_reads_the_same(content: object) -> None:
    problems = Problems()
    text = yaml.safe_dump(content, allow_unicode=True, default_style='"')
    plain = "".join(line for line in text.splitlines(keepends=True))
    read = yaml_text(plain, "x.yaml", problems)
    assert read == content
    assert list(problems) == []
