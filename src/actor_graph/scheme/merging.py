"""From the documents of a chain of schemes to one Scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from actor_graph.scheme import values
from actor_graph.scheme.formats import FormatSpec, rules_of
from actor_graph.scheme.parts import IntensitySpec, KindSpec, RoleSpec, Thresholds, TypeSpec
from actor_graph.scheme.scheme import Scheme, by_word
from actor_graph.scheme.tandem_parts import tandem_weights
from actor_graph.words.fold import fold

ADD_UP = ("aliases", "sensitive_columns")
"""Lists that grow along the chain; all else is replaced by who names it last."""
Document = Mapping[str, Any]


def merged(base: Document, own: Document) -> dict[str, Any]:
    """``base`` with what ``own`` says otherwise: groups entry by entry, word lists added up, single values replaced."""
    whole = dict(base)
    for key, value in own.items():
        below = base.get(key)
        if value is None:
            whole.setdefault(key, None)
        elif isinstance(value, Mapping) and isinstance(below, Mapping):
            whole[key] = merged(below, value)
        elif key in ADD_UP and below is not None:
            whole[key] = list(dict.fromkeys([*values.words(below), *values.words(value)]))
        else:
            whole[key] = value
    return whole


def scheme_of(document: Document, files: Sequence[Path], layers: Sequence[tuple[Document, bool]]) -> Scheme:
    """The scheme that a merged and checked document describes, named after the first of the files it was read from.

    ``layers`` are the documents before they were merged, the lowest first, and which of them come with the program:
    a rule of a format is known by who wrote it.
    """
    types = {key: _type(about) for key, about in _entries(document, "types")}
    intensity = {key: _intensity(about) for key, about in _entries(document, "intensity")}
    return Scheme(
        name=files[0].stem,
        types=types,
        kinds={key: _kind(about) for key, about in _entries(document, "kinds")},
        intensity=dict(sorted(intensity.items(), key=lambda step: -step[1].weight)),
        thresholds=thresholds_of(document.get("thresholds") or {}),
        formats=_formats(document, layers, types),
        roles={key: RoleSpec(values.labels(about)) for key, about in (document.get("roles") or {}).items() if about},
        sensitive_columns=tuple(map(fold, values.words(document.get("sensitive_columns")))),
        synonyms={word: values.words(others) for word, others in (document.get("synonyms") or {}).items()},
        gender=document.get("gender"),
        tandems=tandem_weights(document.get("tandems") or {}),
        files=tuple(files),
    )


def thresholds_of(given: Document) -> Thresholds:
    """Thresholds from text; whole numbers where the default is one."""
    read: dict[str, Callable[[str], Any]] = {"int": values.whole_number, "float": values.number}
    return Thresholds(**{f.name: read[str(f.type)](given[f.name]) for f in fields(Thresholds) if given.get(f.name)})


def _entries(document: Document, part: str) -> list[tuple[str, Document]]:
    return [(key, about or {}) for key, about in (document.get(part) or {}).items()]


def _named(about: Document) -> dict[str, Any]:
    return {"labels": values.labels(about.get("labels") or {}), "aliases": values.words(about.get("aliases"))}


def _type(about: Document) -> TypeSpec:
    light, dark = about.get("color"), about.get("dark")
    return TypeSpec(
        color=values.color(light) if light else None,
        dark=values.color(dark) if dark else None,
        shape=about.get("shape"),
        approach=about.get("approach"),
        **_named(about),
    )


def _kind(about: Document) -> KindSpec:
    return KindSpec(counts=values.yes_no(about.get("counts") or "yes"), **_named(about))


def _intensity(about: Document) -> IntensitySpec:
    return IntensitySpec(weight=values.number(about["weight"]), **_named(about))


def _formats(
    document: Document, layers: Sequence[tuple[Document, bool]], types: Mapping[str, TypeSpec]
) -> dict[str, FormatSpec]:
    words = by_word(types)
    return {
        key: FormatSpec(
            **_named(about),
            **rules_of(
                [((layer.get("formats") or {}).get(key) or {}, shipped) for layer, shipped in layers],
                lambda written: words.get(fold(written), written),
            ),
        )
        for key, about in _entries(document, "formats")
    }
