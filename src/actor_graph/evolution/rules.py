"""What indicators count among the ties: whether any wave knows the kinds and types that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actor_graph.landscape import Landscape
from actor_graph.landscape.indicators import rule
from actor_graph.landscape.network import kind_keys
from actor_graph.problems import Problems
from actor_graph.words import Language

TOLD = 80


def check_rules(wave: Landscape, waves: Sequence[Landscape], file: str, language: Language, problems: Problems) -> None:
    """Report what an indicator of a wave is to count and no wave knows, neither by its scheme nor by its tables.

    It would count nothing, and a goal would be told as missed, for a slip of the pen.
    """
    scheme = wave.scheme
    for kind, types in filter(None, map(rule, (wave.meta.get("indicators") or {}).values())):
        if all(kind_keys(one.scheme, one, kind) is None for one in waves):
            known = ", ".join(scheme.kind_label(key, language) for key in scheme.kinds)
            problems.error("evolution.unknown_kind", given=kind[:TOLD], known=known, file=file)
        for given in types:
            if all(one.scheme.type_key(given) not in {*one.scheme.types, *_types(one)} for one in waves):
                known = ", ".join(scheme.type_label(key, language) for key in scheme.types)
                problems.error("evolution.unknown_type", given=given[:TOLD], known=known, file=file)


def _types(wave: Landscape) -> Iterator[str]:
    return (kind for cell in wave.actors["type"] for kind in cell)
