"""Schemes of one's own: what they take over, where they may lie, and what is said of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.problems import Problem, Problems
from actor_graph.scheme import Scheme, load_scheme
from actor_graph.words import LANGUAGES


def _load(folder: Path, text: str, **about: object) -> tuple[Scheme | None, list[Problem]]:
    """The scheme of a file with this text, and the problems, each said in both languages."""
    (folder / "own.yaml").write_text(text, "utf-8")
    return _named("own.yaml", folder)


def _named(name: str, base: Path | None, *, free: bool = False) -> tuple[Scheme | None, list[Problem]]:
    problems = Problems()
    scheme = load_scheme(name, base=base, problems=problems, free=free, file="landscape.yaml")
    found = list(problems)
    for problem in found:
        assert all("{" not in problem.line(language) and "None" not in problem.line(language) for language in LANGUAGES)
    assert (scheme is None) == bool(found)
    return scheme, found


def _keys(found: list[Problem]) -> list[str]:
    return [f"{problem.key.split('.')[1]}:{problem.row}" for problem in found]


def test_only_what_differs_is_named(tmp_path: Path) -> None:
    text = """
extends: migration-development
types:
  business: {labels: {de: Betriebe}}
  fire brigade: {labels: Feuerwehr, aliases: [FFW], color: "#0b5cad", shape: pill}
kinds:
  advice: {counts: ja}
intensity:
  regular: {weight: "2,5"}
  daily: {weight: 9}
thresholds: {homogeneous: 80 %, min_tied: 7}
formats:
  tandem: {seats: [2, 3]}
  forum: {seats: 50–80}
sensitive_columns: [Sternzeichen]
synonyms: {Raum: [Räume, Saal]}
gender: "*"
"""
    scheme, _ = _load(tmp_path, text)
    assert scheme is not None
    assert scheme.name == "own"
    assert len(scheme.types) == 21
    assert scheme.types["business"].labels == {"de": "Betriebe", "en": "business"}
    assert scheme.types["business"].color == "#DC2567"
    assert "IHK" in scheme.types["business"].aliases
    brigade = scheme.types["fire brigade"]
    assert (brigade.labels, brigade.color, brigade.shape) == ({"de": "Feuerwehr", "en": "Feuerwehr"}, "#0B5CAD", "pill")
    assert scheme.type_key("ffw") == scheme.type_key("feuerwehr") == "fire brigade"
    assert scheme.counts("advice")
    assert not scheme.counts("funding")
    assert [(key, step.weight) for key, step in scheme.intensity.items()][:3] == [
        ("daily", 9), ("comprehensive", 4), ("regular", 2.5),
    ]  # fmt: skip
    assert (scheme.thresholds.homogeneous, scheme.thresholds.min_tied, scheme.thresholds.fence) == (0.8, 7, 1.5)
    assert (scheme.formats["tandem"].seats, scheme.formats["forum"].seats) == ((2, 3), (50, 80))
    assert {"sternzeichen", "religion"} <= set(scheme.sensitive_columns)
    assert scheme.synonyms["Raum"] == ("Räume", "Saal")
    assert scheme.gender == "*"


def test_without_extends_the_rest_comes_from_default(tmp_path: Path) -> None:
    scheme, _ = _load(tmp_path, "types: {club: }\n")
    assert scheme is not None
    assert list(scheme.types) == ["club"]
    assert list(scheme.kinds) == []
    assert len(scheme.formats) == 7


def test_a_chain_of_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "base.yaml").write_text("extends: deeper.yaml\ntypes: {a: {aliases: [x]}}\n", "utf-8")
    (tmp_path / "sub" / "deeper.yaml").write_text("types: {a: {aliases: [y]}, b: {}}\n", "utf-8")
    scheme, _ = _load(tmp_path, "extends: sub/base.yaml\ntypes: {a: {aliases: [z]}}\n")
    assert scheme is not None
    assert (list(scheme.types), scheme.types["a"].aliases) == (["a", "b"], ("y", "x", "z"))


@pytest.mark.parametrize("name", ["default", "Default", "migration-development", "migration_development"])
def test_shipped_names(name: str) -> None:
    assert _named(name, None)[1] == []


OUTSIDE = [
    "/etc/passwd", "../own.yaml", "sub/../../own.yaml", "..\\own.yaml", "C:\\own.yaml", "C:own.yaml", "c:/own.yaml",
    "\\\\host\\share\\own.yaml", "//host/share/own.yaml", "\\own.yaml", "https://example.org/own.yaml", "a\x00b",
    "link.yaml", "linked/own.yaml", "file:own.yaml",
]  # fmt: skip


@pytest.mark.parametrize("given", OUTSIDE)
def test_places_that_a_file_may_not_name(tmp_path: Path, given: str) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (tmp_path / "own.yaml").write_text("types: {}\n", "utf-8")
    (base / "link.yaml").symlink_to(tmp_path / "own.yaml")
    (base / "linked").symlink_to(tmp_path)
    assert _keys(_named(given, base)[1]) == ["outside:None"]
    (base / "own.yaml").write_text(f"extends: {given!r}\n" if "\\" not in given else f"extends: '{given}'\n", "utf-8")
    if "\x00" not in given:
        assert _keys(_named("own.yaml", base)[1]) == ["outside:None"]


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("types: {a: }\n", "utf-8")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert _named("link.yaml", tmp_path)[1] == []
    assert _named("./real.yaml", tmp_path)[1] == []


def test_the_users_own_option_may_point_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text("types: {a: }\n", "utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert _named(str(tmp_path / "own.yaml"), None, free=True)[1] == []
    assert _named("../own.yaml", None, free=True)[1] == []
    assert _keys(_named("own.yaml", None)[1]) == ["outside:None"]


@pytest.mark.parametrize("given", ["nothing.yaml", "migration", "x" * 5000, ""])
def test_a_scheme_that_does_not_exist(tmp_path: Path, given: str) -> None:
    _, (problem,) = _named(given, tmp_path)
    assert problem.key in ("scheme.not_found", "documents.is_folder")
    assert problem.key == "documents.is_folder" or "migration-development" in problem.line("de")


def test_circles(tmp_path: Path) -> None:
    assert _keys(_load(tmp_path, "extends: own.yaml\n")[1]) == ["cycle:None"]
    (tmp_path / "a.yaml").write_text("extends: own.yaml\n", "utf-8")
    _, found = _load(tmp_path, "extends: a.yaml\n")
    assert _keys(found) == ["cycle:None"]
    assert "own → a → own" in found[0].line("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- types\n", ["not_a_scheme:None"]),
        ("types\n", ["not_a_scheme:None"]),
        ("type: {}\n", ["unknown_key_near:1"]),
        ("xyz: {}\n", ["unknown_key:1"]),
        ("types: [a]\n", ["group:1"]),
        ("types: a\n", ["group:1"]),
        ("types:\n  a: b\n", ["group:2"]),
        ("types:\n  a:\n    colour: '#000000'\n    b: c\n", ["unknown_key_near:3", "unknown_key:4"]),
        ("types:\n  a:\n    labels: {fr: x}\n", ["unknown_key:3"]),
        ("types:\n  a:\n    labels: [x]\n", ["group:3"]),
        ("types:\n  a:\n    labels: {de: [x]}\n", ["text:3"]),
        ("types:\n  a:\n    color: red\n    dark: '#12345'\n    shape: round\n", ["color:3", "color:4", "shape:5"]),
        ("types:\n  a:\n    aliases: {b: c}\n", ["words:3"]),
        ("types:\n  a:\n    aliases: [[b]]\n", ["words:3"]),
        ("kinds:\n  a:\n    counts: maybe\n", ["yes_no:3"]),
        ("kinds:\n  a:\n    counts: [yes]\n", ["yes_no:3"]),
        ("intensity:\n  a:\n    weight: strong\n", ["weight:3"]),
        (
            "intensity:\n  a: {weight: 0}\n  b: {weight: -1}\n  c: {weight: .inf}\n",
            ["weight:2", "weight:3", "weight:4"],
        ),
        ("intensity:\n  a: {labels: A}\n", ["missing:2"]),
        ("formats:\n  a: {labels: A}\n", ["missing:2"]),
        ("formats:\n  a: {seats: 15-12}\n  b: {seats: 0}\n  c: {seats: many}\n", ["seats:2", "seats:3", "seats:4"]),
        ("formats:\n  a: {seats: [1, 2, 3]}\n  b: {seats: {min: 1}}\n", ["seats:2", "seats:3"]),
        ("thresholds:\n  homogenous: 0.8\n", ["unknown_key_near:2"]),
        ("thresholds:\n  homogeneous: 1.2\n  min_tied: 2.5\n  fence: -1\n", ["share:2", "whole_number:3", "factor:4"]),
        ("thresholds:\n  homogeneous: nan\n  dealings: 0\n", ["share:2", "whole_number:3"]),
        ("thresholds:\n  homogeneous: 0.4\n", ["order:2"]),
        ("thresholds: {response_none: 0.6}\n", ["order:1"]),
        ("types:\n  a: {aliases: [x]}\n  b: {aliases: [X]}\n", ["two_meanings:3"]),
        ("types: {One World: , one-world: }\n", ["two_meanings:1"]),
        ("extends: migration-development\ntypes: {club: {aliases: [MO]}}\n", ["two_meanings:2"]),
        ("sensitive_columns: {a: b}\n", ["words:1"]),
        ("synonyms: [a]\n", ["group:1"]),
        ("extends: [a]\n", ["text:1"]),
        ("extends: nothing.yaml\n", ["not_found:None"]),
        ("types: {}\ntypes: {}\n", ["twice:2"]),
        ("types: {}\nkinds: !!python/name:os.system {}\n", ["yaml_tag:2"]),
        ("", ["is_empty:None"]),
        ("---\n", ["is_empty:None"]),
    ],
)
def test_mistakes_are_told_all_at_once_with_their_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert _keys(_load(tmp_path, text)[1]) == expected


def test_a_key_wins_over_an_inherited_alias(tmp_path: Path) -> None:
    scheme, _ = _load(tmp_path, "extends: migration-development\ntypes: {Moscheeverein: {labels: {de: Moscheen}}}\n")
    assert scheme is not None
    assert scheme.type_key("moschee-verein") == "Moscheeverein"
    assert scheme.type_key("Moschee") == "faith community"


def test_mistakes_of_the_whole_chain_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("typs: {}\n", "utf-8")
    _, found = _load(tmp_path, "extends: base.yaml\nkind: {}\n")
    assert [(problem.file, problem.key) for problem in found] == [
        ("own.yaml", "scheme.unknown_key_near"),
        ("base.yaml", "scheme.unknown_key_near"),
    ]


def test_the_sentence_tells_the_mend(tmp_path: Path) -> None:
    _, (problem,) = _load(tmp_path, "types:\n  club:\n    colour: red\n")
    assert problem.line("en") == "own.yaml, row 3: “types: club: colour” is not known. Did you mean “color”?"
    assert problem.line("de") == "own.yaml, Zeile 3: „types: club: colour“ ist nicht bekannt. Ist „color“ gemeint?"
