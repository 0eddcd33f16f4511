"""Every sentence in both languages, with the same placeholders, and none asked for that does not exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import actor_graph
from actor_graph.words import LANGUAGES, catalog, say

SOURCE = Path(actor_graph.__file__).parent
PARTS = sorted(path.stem for path in (SOURCE / "words").glob("*.toml"))
SENTENCES = [
    (part, name) for part in PARTS for name, both in catalog(part).items() if isinstance(both.get("en"), str | dict)
]
LISTS = [(part, name) for part in PARTS for name in catalog(part) if (part, name) not in SENTENCES]
NUMBERS = {"n", "number", "Number"}
KEY = re.compile(r"[a-z_]+\.[A-Za-z0-9_]+")
SAYING = ("say", "error", "warn", "RequestError", "OutputError", "MissingExtra", "Problem")


def _forms(part: str, name: str, language: str) -> dict[str, str]:
    sentence = catalog(part)[name][language]
    return sentence if isinstance(sentence, dict) else {"": sentence}


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _asked_for() -> Iterator[tuple[str, str]]:
    """Each key, or beginning of one, that the code hands to a function that says something, and where."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING:
                for argument in node.args[:2]:
                    for text in ast.walk(argument):
                        if isinstance(text, ast.Constant) and isinstance(text.value, str) and KEY.fullmatch(text.value):
                            yield text.value, f"{path.relative_to(SOURCE)}:{node.lineno}"


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


ASKED_FOR = sorted(dict(_asked_for()).items())


@pytest.mark.parametrize(("part", "name"), SENTENCES)
def test_sentence_stands_in_both_languages(part: str, name: str) -> None:
    assert set(catalog(part)[name]) == set(LANGUAGES)
    forms = {language: _forms(part, name, language) for language in LANGUAGES}
    assert all(set(both) in ({""}, {"one", "other"}) for both in forms.values())
    assert all(text.strip() for both in forms.values() for text in both.values())


@pytest.mark.parametrize(("part", "name"), SENTENCES)
def test_placeholders_are_the_same(part: str, name: str) -> None:
    """A singular may leave out the number, since it says “one”, and has no placeholder of its own."""
    forms = [_forms(part, name, language) for language in LANGUAGES]
    german, english = (_places(both.get("other") or both[""]) for both in forms)
    assert german - NUMBERS == english - NUMBERS
    for both in forms:
        assert _places(both.get("one", "")) <= german | english
        assert _places(both.get("one", "")) - NUMBERS in ((german | english) - NUMBERS, set())
    assert all(re.fullmatch(r"[A-Za-z_]\w*", place) for place in german | english)


@pytest.mark.parametrize(("part", "name"), SENTENCES)
def test_sentence_can_be_said(part: str, name: str) -> None:
    for language in LANGUAGES:
        values = {place: "{x}" for text in _forms(part, name, language).values() for place in _places(text)}
        assert "{{" not in say(f"{part}.{name}", language, **values)


def test_name_with_a_full_stop_ends_a_sentence_with_one_alone() -> None:
    assert say("invite.not_reached_n", "de", n=2, names="VHS, Sahel e. V.").endswith("verbunden: VHS, Sahel e. V.")
    assert say("seating.ties", "de", n=1, pairs="Sahel e. V.").count("..") == 0
    assert say("invite.past_never_came", "de", names="Sahel e. V.").startswith("Dreimal oder öfter eingeladen")
    assert "Sahel e. V. Vielleicht" in say("invite.past_never_came", "de", names="Sahel e. V.")


def test_full_stops_of_a_value_stay_as_they_are() -> None:
    assert say("invite.other_persons", "de", path="../a...json").startswith("In ../a...json stehen Einzelpersonen")
    assert say("invite.not_reached_n", "de", n=1, names="Sahel").endswith("verbunden: Sahel.")


@pytest.mark.parametrize(("key", "place"), ASKED_FOR)
def test_sentence_asked_for_exists(key: str, place: str) -> None:
    """Where a key is put together (``f"documents.is_{kind}"``) at least one sentence has to begin like it."""
    part, name = key.split(".")
    assert part in PARTS, place
    assert name in catalog(part) or (name.endswith("_") and any(n.startswith(name) for n in catalog(part))), place


def test_keys_in_the_code_are_found() -> None:
    assert len(ASKED_FOR) > 30
    assert {"documents.yaml_sign", "documents.is_missing", "documents.is_"} <= {key for key, _ in ASKED_FOR}


@pytest.mark.parametrize(("part", "name"), LISTS)
def test_list_is_as_long_in_both_languages(part: str, name: str) -> None:
    german, english = (catalog(part)[name][language] for language in LANGUAGES)
    assert len(german) == len(english)
    assert all(isinstance(word, str) and word for word in [*german, *english])
