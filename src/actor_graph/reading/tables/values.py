"""How the cells of a column are understood, and what is wrong with those that can't be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, LIST_COLUMNS, YES_NO_COLUMNS
from actor_graph.landscape.table import OF_TANDEMS
from actor_graph.problems import Phrase
from actor_graph.reading.dates import iso_date, why_no_date
from actor_graph.reading.raw import Cell
from actor_graph.scheme import Scheme
from actor_graph.scheme.scheme import spellings
from actor_graph.vocabulary.answers import (
    CLOSED,
    closed_word,
    nearest,
    nearest_survey_word,
    survey_word,
    survey_words,
    yes_or_no,
)
from actor_graph.vocabulary.numbers import has_decimal_commas, number
from actor_graph.words import Language
from actor_graph.words.fold import fold

_ROWS_TOLD = 5


class Wrong(Exception):
    """A text that can't stand in its column: which sentence says so, its values, and how to find the word meant."""

    def __init__(self, sentence: str, nearest: Callable[[], str | None] | None = None, **values: object) -> None:
        self.sentence, self.nearest, self.values = sentence, nearest, values

    def told(self, *, near: bool) -> dict[str, object]:
        """The values of the sentence, with the word that is nearest if it is wanted (which takes its time)."""
        if self.nearest is None:
            return self.values
        word = self.nearest() if near else None
        return self.values | {"near": Phrase("reading.near", {"word": word}) if word else ""}


def rows_told(rows: Sequence[int]) -> Phrase | str:
    """The rows in which the same stands, told behind it; nothing where it is one row, which its place tells."""
    if len(rows) < 2:
        return ""
    first = ", ".join(map(str, rows[:_ROWS_TOLD])) + (", …" if len(rows) > _ROWS_TOLD else "")
    return Phrase("reading.in_rows", {"rows": first})


def conversion(key: str, column: Sequence[Cell], scheme: Scheme, language: Language) -> Callable[[Any], Any]:
    """How the cells of a key are understood."""
    if key == "type":
        return lambda cell: tuple(dict.fromkeys(map(scheme.type_key, _parts(cell))))
    if key in LIST_COLUMNS:
        return lambda cell: tuple(dict.fromkeys(_parts(cell)))
    understand = _one(key, column, scheme, language)

    def single(cell: Cell) -> Any:
        if isinstance(cell, tuple):
            if len(cell) > 1:
                raise Wrong("reading.one_value", given="; ".join(cell))
            cell = cell[0]
        return understand(cell) if cell else None

    return single


def _parts(cell: Cell) -> list[str]:
    parts = cell.split(";") if isinstance(cell, str) else list(cell)
    return [part for part in map(str.strip, parts) if part]


def _one(key: str, column: Sequence[Cell], scheme: Scheme, language: Language) -> Callable[[str], Any]:
    """How a cell with one value is understood."""
    if key == "next":
        return lambda text: iso_date(text) or text
    if key in DATE_COLUMNS or key in OF_TANDEMS:
        return _date
    if key in YES_NO_COLUMNS:
        return _yes_no
    if key in CLOSED:
        return lambda text: closed_word(key, text)
    if key == "survey":
        return lambda text: _survey(text, language)
    if key == "outcome":
        return lambda text: survey_word(text) or text
    if key == "kind":
        return scheme.kind_key
    if key == "intensity":
        return lambda text: _intensity(text, scheme, language)
    if key == "weight":
        commas = has_decimal_commas({cell for cell in column if isinstance(cell, str)})
        return lambda text: _weight(text, commas)
    return str


def _date(text: str) -> str:
    date = iso_date(text)
    if date is None:
        raise Wrong(why_no_date(text), given=text)
    return date


def _yes_no(text: str) -> bool:
    answer = yes_or_no(text)
    if answer is None:
        raise Wrong("reading.yes_no", given=text)
    return answer


def _survey(text: str, language: Language) -> str:
    word = survey_word(text)
    if word is None:
        allowed = survey_words(language)
        raise Wrong("reading.survey", lambda: nearest_survey_word(text, language), given=text, allowed=allowed)
    return word


def _intensity(text: str, scheme: Scheme, language: Language) -> str:
    key = scheme.intensity_key(text)
    if key is None:
        labels = {word: scheme.intensity_label(word, language) for word in scheme.intensity}
        allowed = tuple(labels.values())
        if number(text) is not None:
            raise Wrong("reading.intensity_number", given=text, allowed=allowed)
        words = {fold(word): labels[step] for word, step in spellings(scheme.intensity)}
        raise Wrong("reading.intensity", lambda: nearest(text, words), given=text, allowed=allowed)
    return key


def _weight(text: str, commas: bool) -> float:
    value = number(text, commas=commas)
    if value is None:
        raise Wrong("reading.weight", given=text)
    if value <= 0:
        raise Wrong("reading.weight_positive", given=text)
    return value
