"""What people entered for all letters: by options, or in a file with one line per field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actor_graph.documents import load_yaml
from actor_graph.problems import Problems, RequestError
from actor_graph.views.letters.fields import PER_LETTER, hint, key_of, known
from actor_graph.words import Language
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible

Fill = Mapping[str, str] | Sequence[str]
"""Texts by the name of their field, or ``FIELD=TEXT``."""


@dataclass(frozen=True)
class Entered:
    """Texts by the key of their field, and those of fields that a template has of its own, by the folded name."""

    known: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)


def entered(
    fill: Fill, file: Path | None, given: Mapping[str, str | None], template: Sequence[str], language: Language,
    errors: list[RequestError],
) -> Entered:  # fmt: skip
    """What was entered; options go before the file, ``given`` (by key) before both. What is wrong goes to ``errors``.

    ``template`` are the names of the fields that the template has.

    Raises
    ------
    LandscapeError
        The file is no YAML.
    """
    own = {fold(name) for name in template if key_of(name) is None}
    texts: dict[str, str] = {}
    owned: dict[str, str] = {}
    for name, text in (*_of_file(file, language, errors), *_pairs(fill, language, errors)):
        key = key_of(name)
        if fold(name) in own:
            owned[fold(name)] = shown(text)
        elif key is None:
            about = {"given": name, "hint": hint(name, language), "known": known(language, entered=True)}
            errors.append(RequestError("invitation_letters.unknown_fill", language, **about))
        elif key in PER_LETTER:
            errors.append(RequestError("invitation_letters.filled_by_itself", language, given=name))
        else:
            texts[key] = shown(text)
    return Entered(texts | {key: shown(text) for key, text in given.items() if text}, owned)


def shown(text: str) -> str:
    """A text as a letter can hold it: control characters as signs, line ends kept."""
    lines = text.strip().replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(visible(line).replace("\ufffe", "").replace("\uffff", "") for line in lines)


def _pairs(fill: Fill, language: Language, errors: list[RequestError]) -> list[tuple[str, str]]:
    if isinstance(fill, Mapping):
        return [(str(name), str(text)) for name, text in fill.items()]
    found = []
    for pair in fill:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            errors.append(RequestError("invitation_letters.no_sign", language, given=pair))
        else:
            found.append((name.strip(), text))
    return found


def _of_file(file: Path | None, language: Language, errors: list[RequestError]) -> list[tuple[str, str]]:
    if file is None:
        return []
    problems = Problems()
    document = load_yaml(file, problems)
    problems.stop_if_errors(language)
    if not isinstance(document, Mapping) or not all(isinstance(text, str | None) for text in document.values()):
        errors.append(RequestError("invitation_letters.not_entries", language, path=file.name))
        return []
    return [(str(name), text) for name, text in document.items() if text]
