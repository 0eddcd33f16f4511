"""What goals can be measured by, and the words in which they are written, in English and German."""

from __future__ import annotations

import re

from actor_graph.words import LANGUAGES, catalog
from actor_graph.words.fold import fold

SHARES = (
    "density", "isolate_share", "response_rate", "not_yet_networked_share", "largest_component_share", "connectedness",
    "degree_centralization", "betweenness_centralization", "transitivity", "average_clustering", "degree_gini",
    "top_dog_tie_share", "confirmed_share",
)  # fmt: skip
"""Figures from 0 to 1, which can be written as a percentage."""
SIGNED = ("ei_index", "ei_rescaled", "assortativity", "modularity")
"""Figures to which no direction is the better one: at least or at most has to be said."""
COUNTED = ("actors", "ties", "isolates", "unknown", "components", "average_degree", "average_path_length", "diameter")
FIGURES = (*SHARES, *SIGNED, *COUNTED)
LESS = (
    "isolates", "isolate_share", "not_yet_networked_share", "unknown", "components", "degree_centralization",
    "betweenness_centralization", "degree_gini", "top_dog_tie_share", "average_path_length", "diameter",
)  # fmt: skip
"""Figures of which a bare target means at most; of all others but the signed it means at least."""
KEYS = {
    "goal": ("goal", "ziel"),
    "intermediate": ("intermediate", "intermediate goals", "zwischenziele", "steps", "schritte"),
    "figure": ("figure", "kennzahl"),
    "indicator": ("indicator", "indikator"),
    "target": ("target", "zielwert", "soll"),
    "by": ("by", "until", "bis"),
    "responsible": ("responsible", "verantwortlich", "who", "wer"),
    "ties": ("ties", "verbindungen"),
    "with": ("with", "mit"),
    "between": ("between", "zwischen"),
}
"""The keys of a goal and of an indicator, and how they may be written."""
INDICATORS = {
    "joint_projects": ("joint projects", "gemeinsame projekte", "gemeinsame vorhaben"),
    "events": ("events", "veranstaltungen"),
    "tandems": ("tandems",),
    "rooms": ("rooms", "räume", "raeume"),
}
"""Indicators with a name of ours: the first three are counted from the tables where no number is given."""
TIES = ("ties", "verbindungen")
_AT_LEAST, _AT_MOST = (
    ("at least", "mindestens", "min", ">=", "≥"),
    ("at most", "höchstens", "hoechstens", "max", "<=", "≤"),
)
_TARGET = re.compile(r"(?P<word>[^\d\s+−-][^\d+−-]*)?\s*(?P<number>[+−-]?\d+(?:[.,]\d+)?)\s*(?P<share>%)?")


def key_of(written: str) -> str | None:
    """The key of a goal or indicator that is meant; None where there is none of this name."""
    return next((key for key, names in KEYS.items() if fold(written) in map(fold, names)), None)


def indicator_of(written: str) -> str:
    """The indicator of ours that is meant, else the name as it is written."""
    named = (key for key, names in INDICATORS.items() if fold(written) in (fold(key), *map(fold, names)))
    return next(named, written.strip())


def figure_of(written: str) -> str | None:
    """The figure that is meant by its key or by its name in a table; None where there is none.

    >>> figure_of("Dichte"), figure_of("not yet networked share"), figure_of("Glück")
    ('density', 'not_yet_networked_share', None)
    """
    return figure_names().get(fold(written))


def figure_names() -> dict[str, str]:
    """The figures by all their names, folded."""
    tables, found = catalog("tables"), {fold(figure): figure for figure in FIGURES}
    for figure in FIGURES:
        for name in (f"network_{figure}", figure):
            for language in LANGUAGES if name in tables else ():
                found.setdefault(fold(tables[name][language]), figure)
    return found


def target_of(written: str) -> tuple[bool | None, float, bool] | None:
    """Whether at least (True), at most (False) or not said (None); the number; whether it is a percentage.

    >>> target_of("höchstens 15 %"), target_of("0,35"), target_of(">= 3"), target_of("viel")
    ((False, 0.15, True), (None, 0.35, False), (True, 3.0, False), None)
    """
    found = _TARGET.fullmatch(written.strip())
    if found is None:
        return None
    word = fold((found["word"] or "").rstrip(" .:"))
    at_least = True if word in map(fold, _AT_LEAST) else False if word in map(fold, _AT_MOST) else None
    if word and at_least is None:
        return None
    number = float(found["number"].replace(",", ".").replace("−", "-"))
    return at_least, round(number / 100, 12) if found["share"] else number, bool(found["share"])
