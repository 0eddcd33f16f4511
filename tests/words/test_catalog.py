"""Every sentence in both languages, with the same placeholders, and none asked for that does not exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import actor_graph
from actor_graph.words import LANGUAGES, catalog, say

SOURCE = Path(actor_graph.__file__).parent
PARTS = sorted(path.stem for path in (SOURCE / "words").glob("*.toml"))
NUMBERS = {"n", "number", "Number"}
KEY = re.compile(r"[a-z_]+\.[A-Za-z0-9_]+")
SAYING = ("say", "error", "warn", "RequestError", "OutputError", "MissingExtra", "Problem")


def _sentences(part: str) -> dict[str, dict[str, dict[str, str]]]:
    """Name, language, and one or two forms of each sentence of a part."""
    return {
        name: {key: text if isinstance(text, dict) else {"": text} for key, text in both.items()}
        for name, both in catalog(part).items()
        if _is_sentence(both)
    }


def _is_sentence(both: Mapping[str, Any]) -> bool:
    return isinstance(both.get("en"), str | dict)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def _asked_for() -> dict[str, str]:
    """Each key, or beginning of one, that the code hands to a function that says something, and where."""
    return dict(sorted(_asked()))


def _asked() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING:
                for argument in node.args[:2]:
                    for text in ast.walk(argument):
                        if isinstance(text, ast.Constant) and isinstance(text.value, str) and KEY.fullmatch(text.value):
                            yield text.value, f"{path.relative_to(SOURCE)}:{node.lineno}"


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


@pytest.mark.parametrize("part", PARTS)
def test_sentences_stand_in_both_languages(part: str) -> None:
    assert [name for name, both in _sentences(part).items() if not _in_both_languages(both)] == []


def _in_both_languages(both: Mapping[str, Mapping[str, str]]) -> bool:
    whole = all(
        set(forms) in ({""}, {"one", "other"}) and all(map(str.strip, forms.values())) for forms in both.values()
    )
    return whole and set(both) == set(LANGUAGES)


@pytest.mark.parametrize("part", PARTS)
def test_placeholders_are_the_same(part: str) -> None:
    """A singular may leave out the number, since it says “one”, and has no placeholder of its own."""
    assert [name for name, both in _sentences(part).items() if not _same_places(both)] == []


def _same_places(both: Mapping[str, Mapping[str, str]]) -> bool:
    german, english = (_places(both[language].get("other") or both[language][""]) for language in LANGUAGES)
    ones = [_places(both[language].get("one", "")) for language in LANGUAGES]
    every = german | english
    return (
        german - NUMBERS == english - NUMBERS
        and all(one <= every and one - NUMBERS in (every - NUMBERS, set()) for one in ones)
        and all(re.fullmatch(r"[A-Za-z_]\w*", place) for place in every)
    )


@pytest.mark.parametrize("part", PARTS)
def test_sentences_can_be_said(part: str) -> None:
    for name, both in _sentences(part).items():
        for language in LANGUAGES:
            values = {place: "{x}" for text in both[language].values() for place in _places(text)}
            assert "{{" not in say(f"{part}.{name}", language, **values), name


def test_name_with_a_full_stop_ends_a_sentence_with_one_alone() -> None:
    assert say("invite.not_reached_n", "de", n=2, names="VHS, Sahel e. V.").endswith("verbunden: VHS, Sahel e. V.")
    assert say("seating.ties", "de", n=1, pairs="Sahel e. V.").count("..") == 0
    assert say("invite.past_never_came", "de", names="Sahel e. V.").startswith("Dreimal oder öfter eingeladen")
    assert "Sahel e. V. Vielleicht" in say("invite.past_never_came", "de", names="Sahel e. V.")


def test_full_stops_of_a_value_stay_as_they_are() -> None:
    assert say("invite.other_persons", "de", path="../a...json").startswith("In ../a...json stehen Einzelpersonen")
    assert say("invite.not_reached_n", "de", n=1, names="Sahel").endswith("verbunden: Sahel.")


def test_sentences_asked_for_exist() -> None:
    """Where a key is put together (``f"documents.is_{kind}"``) at least one sentence has to begin like it."""
    assert {key: place for key, place in _asked_for().items() if not _exists(*key.split("."))} == {}


def _exists(part: str, name: str) -> bool:
    return part in PARTS and (
        name in catalog(part) or (name.endswith("_") and any(n.startswith(name) for n in catalog(part)))
    )


def test_keys_in_the_code_are_found() -> None:
    assert len(_asked_for()) > 30
    assert {"documents.yaml_sign", "documents.is_missing", "documents.is_"} <= set(_asked_for())


@pytest.mark.parametrize("part", PARTS)
def test_lists_are_as_long_in_both_languages(part: str) -> None:
    for name, both in catalog(part).items():
        if not _is_sentence(both):
            german, english = (both[language] for language in LANGUAGES)
            assert len(german) == len(english), name
            assert all(isinstance(word, str) and word for word in [*german, *english]), name
