"""What goals can be measured by, and the words in which they are written, in English and German."""

from __future__ import annotations

import re

from actor_graph.vocabulary.numbers import DASHES, number, two_ways
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
NO_GOALS = {
    "assortativity_p": ("of_p", "assortativity"),
    **dict.fromkeys(("ei_p", "ei_p_lower", "ei_p_upper"), ("of_p", "ei_index")),
    **dict.fromkeys(("ei_expected", "ei_low", "ei_high", "ei_min", "ei_max"), ("of_chance", "ei_index")),
    "cluster_stability": ("of_search", "modularity"),
    "intensity": ("of_several", "ties"),
}
"""Figures of the network that no city can set out to reach: the sentence that says why, and a figure to take."""
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
    "joint_projects": (
        "joint projects", "joint projects with migrants' organizations", "gemeinsame projekte", "gemeinsame vorhaben",
        "gemeinsame vorhaben mit migrantenorganisationen",
    ),
    "events": ("events", "veranstaltungen"),
    "tandems": ("tandems",),
    "rooms": ("rooms", "räume", "raeume"),
}  # fmt: skip
"""Indicators with a name of ours: the first three are counted from the tables where no number is given."""
TIES = ("ties", "verbindungen")
_AT_LEAST, _AT_MOST = (
    ("at least", "mindestens", "min", ">=", "≥"),
    ("at most", "höchstens", "hoechstens", "max", "<=", "≤"),
)
_TARGET = re.compile(
    rf"(?P<word>[^\d\s.,+{DASHES}-][^\d+{DASHES}-]*?)?\s*"
    rf"(?P<number>(?:[+{DASHES}-]\s?)?(?:(?<![^\W\d_])[.,])?\d[^%]*?)\s*(?P<share>%)?"
)
"""A word, a number (its decimal sign may come first, but not behind a letter: ``min.5``), a percentage."""


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


def name_of(measure: str) -> str | None:
    """The key of the words for a figure, or an indicator of ours; None for all else.

    >>> name_of("density"), name_of("rooms"), name_of("Schulen")
    ('tables.density', 'evolution.indicator_rooms', None)
    """
    if measure in INDICATORS:
        return f"evolution.indicator_{measure}"
    tables = catalog("tables")
    return next(
        (f"tables.{name}" for name in (f"network_{measure}", measure) if measure in FIGURES and name in tables), None
    )


def no_goal_of(written: str) -> str | None:
    """The figure that is meant, where it is one that nobody can set out to reach; None for all others.

    >>> no_goal_of("ei_p"), no_goal_of("density")
    ('ei_p', None)
    """
    return _names(tuple(NO_GOALS)).get(fold(written))


def figure_names() -> dict[str, str]:
    """The figures by all their names, folded."""
    return _names(FIGURES)


def _names(figures: tuple[str, ...]) -> dict[str, str]:
    tables, found = catalog("tables"), {fold(figure): figure for figure in figures}
    for figure in figures:
        for name in (f"network_{figure}", figure):
            for language in LANGUAGES if name in tables else ():
                found.setdefault(fold(tables[name][language]), figure)
    return found


def target_of(written: str) -> tuple[bool | None, float, bool] | None:
    """Whether at least (True), at most (False) or not said (None); the number; whether it is a percentage.

    None where it is no target, or its number can be read in two ways (``doubt_of``).

    >>> target_of("höchstens 15 %"), target_of("0,35"), target_of(">= 1 200"), target_of("viel"), target_of("1.200")
    ((False, 0.15, True), (None, 0.35, False), (True, 1200.0, False), None, None)
    """
    found = _TARGET.fullmatch(written.strip())
    value = None if found is None else number(found["number"])
    if found is None or value is None or doubt_of(written):
        return None
    word = fold((found["word"] or "").rstrip(" .:"))
    at_least = True if word in map(fold, _AT_LEAST) else False if word in map(fold, _AT_MOST) else None
    if word and at_least is None:
        return None
    return at_least, round(value / 100, 12) if found["share"] else value, bool(found["share"])


def doubt_of(written: str) -> tuple[str, str] | None:
    """The two ways in which the number of a target can be read; None where there is one, or no number.

    >>> doubt_of("mindestens 1.200"), doubt_of("mindestens 1200"), doubt_of("12.500 %")
    (('1200', '1.2'), None, None)
    """
    found = _TARGET.fullmatch(written.strip())
    return None if found is None or found["share"] else two_ways(found["number"])
