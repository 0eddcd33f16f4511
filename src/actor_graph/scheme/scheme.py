"""The words of one subject: kinds of organization and of tie, the scale of intensity, thresholds, formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from actor_graph.scheme.formats import FormatSpec
from actor_graph.scheme.parts import IntensitySpec, KindSpec, RoleSpec, Thresholds, TypeSpec
from actor_graph.scheme.tandem_parts import TandemWeights
from actor_graph.words import Language
from actor_graph.words.fold import fold


class Named(Protocol):
    """A part of a scheme that has labels and aliases."""

    @property
    def labels(self) -> Mapping[Language, str]:
        """The label per language."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else is written for it."""


@dataclass(frozen=True, eq=False, repr=False)
class Scheme:
    """What gives a landscape's words their meaning.

    ``types``, ``kinds``, ``intensity`` (strongest first), ``formats`` and ``roles`` go from key to what is known of it.
    ``sensitive_columns`` are folded headings. ``synonyms`` goes from a word to the others that mean the same.
    ``gender`` is the sign with which German outputs name all genders, if one is wanted. ``tandems`` says what the
    parts of a tandem's score weigh. ``files`` are the files that it was read from, itself first, then what it extends.
    """

    name: str
    types: Mapping[str, TypeSpec] = field(default_factory=dict)
    kinds: Mapping[str, KindSpec] = field(default_factory=dict)
    intensity: Mapping[str, IntensitySpec] = field(default_factory=dict)
    thresholds: Thresholds = field(default_factory=Thresholds)
    formats: Mapping[str, FormatSpec] = field(default_factory=dict)
    roles: Mapping[str, RoleSpec] = field(default_factory=dict)
    sensitive_columns: tuple[str, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gender: str | None = None
    files: tuple[Path, ...] = ()
    tandems: TandemWeights = field(default_factory=TandemWeights)

    def __repr__(self) -> str:
        return f"Scheme({self.name!r}: {len(self.types)} types, {len(self.kinds)} kinds)"

    def type_key(self, written: str) -> str:
        """The type whose key, label or alias is written; the text as written where the scheme knows none."""
        return self._types.get(fold(written), written)

    def kind_key(self, written: str) -> str:
        """The kind of tie whose key, label or alias is written; the text as written where the scheme knows none."""
        return self._kinds.get(fold(written), written)

    def intensity_key(self, written: str) -> str | None:
        """The step of the scale whose key, label or alias is written; None where the scheme knows none."""
        return self._intensity.get(fold(written))

    def format_key(self, written: str) -> str | None:
        """The format whose key, label or alias is written; None where the scheme knows none."""
        return self._formats.get(fold(written))

    def type_label(self, key: str, language: Language) -> str:
        """How outputs name a type; the key itself where the scheme has no label."""
        return _label(self.types, key, language)

    def kind_label(self, key: str, language: Language) -> str:
        """How outputs name a kind of tie; the key itself where the scheme has no label."""
        return _label(self.kinds, key, language)

    def intensity_label(self, key: str, language: Language) -> str:
        """How outputs name a step of the scale; the key itself where the scheme has no label."""
        return _label(self.intensity, key, language)

    def format_label(self, key: str, language: Language) -> str:
        """How outputs name a format; the key itself where the scheme has no label."""
        return _label(self.formats, key, language)

    def role_label(self, key: str, language: Language) -> str:
        """How lists and letters name a part that somebody is asked to take; the key itself without a label."""
        known = self.roles[key].labels if key in self.roles else {}
        return known.get(language) or next(iter(known.values()), key)

    def counts(self, kind: str | None) -> bool:
        """Whether ties of this kind (a key) make the network: all but those that the scheme sets to ``no``."""
        return kind is None or kind not in self.kinds or self.kinds[kind].counts

    @cached_property
    def _types(self) -> dict[str, str]:
        return by_word(self.types)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return by_word(self.kinds)

    @cached_property
    def _intensity(self) -> dict[str, str]:
        return by_word(self.intensity)

    @cached_property
    def _formats(self) -> dict[str, str]:
        return by_word(self.formats)


def by_word(parts: Mapping[str, Named]) -> dict[str, str]:
    """From each folded key, label and alias to the key; keys go first, then labels, then aliases."""
    found: dict[str, str] = {}
    for word, key in spellings(parts):
        found.setdefault(fold(word), key)
    return found


def spellings(parts: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    """Every key, then every label, then every alias, each with its key."""
    yield from ((key, key) for key in parts)
    yield from _each(parts, lambda part: part.labels.values())
    yield from _each(parts, lambda part: part.aliases)


def _each(parts: Mapping[str, Named], of: Callable[[Named], Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((word, key) for key, part in parts.items() for word in of(part))


def _label(parts: Mapping[str, Named], key: str, language: Language) -> str:
    """The label in the language, else in the other one, else the key."""
    known = parts[key].labels if key in parts else {}
    return known.get(language) or next(iter(known.values()), key)
