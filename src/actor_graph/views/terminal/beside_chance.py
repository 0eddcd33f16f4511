"""What stands at the terminal of the figures beside random scenes: a table, how it is read, and the core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.analysis.beside_chance import ENOUGH
from actor_graph.views import conditions
from actor_graph.views.beside_chance import LIKELY
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import indented
from actor_graph.views.terminal.telling import Telling
from actor_graph.words import say
from actor_graph.words.numbers import UNDEFINED

SHARES = (
    "not_yet_networked_share", "largest_component_share", "connectedness", "degree_centralization",
    "betweenness_centralization", "transitivity", "average_clustering", "top_dog_tie_share",
)  # fmt: skip
COUNTS = ("isolates", "components", "diameter")
OTHERS = (
    "average_path_length", "degree_gini", "assortativity", "ei_index", "modularity", "core_fit",
    "partner_heterogeneity", "cluster_heterogeneity",
)  # fmt: skip
SAID = (*SHARES, *COUNTS, *OTHERS)
MODELS = ("size", "degrees", "dealing")


def beside_chance(tell: Telling) -> Iterator[Any]:
    """A row per figure, with what it is here and the band of 95 % of the random scenes; how that is read; a core."""
    chance = tell.told.get("chance")
    if not chance or not any(chance.values()):
        return
    names = dict.fromkeys(name for model in MODELS for name in chance[model])
    rows = [row for name in names if name in SAID and (row := _row(tell, name)) is not None]
    dealing = "dealing" if tell.by_type else "dealing_by"
    yield table([_say(tell, f"head_{key}") for key in ("figure", "here", *MODELS[:-1], dealing)], rows)
    yield from _notes(tell)


def _row(tell: Telling, name: str) -> list[str] | None:
    """A figure, unless no null model says anything of it."""
    found = [tell.told["chance"][model].get(name) for model in MODELS]
    known = [one for one in found if one is not None and one["observed"] is not None and one["low"] is not None]
    if not known:
        return None
    label = say(f"tables.{name}", tell.language)
    return [label, _value(tell, name, known[0]["observed"]), *(_band(tell, name, one) for one in found)]


def _band(tell: Telling, name: str, one: Mapping[str, Any] | None) -> str:
    if one is None or one["low"] is None:
        return UNDEFINED
    low, high = (_value(tell, name, one[bound]) for bound in ("low", "high"))
    band = low if low == high else _say(tell, "band", low=low, high=high)
    return f"{band} {_mark(one)}"


def _mark(one: Mapping[str, Any]) -> str:
    """An arrow where chance does not give the figure; where p is not told, none."""
    p = one.get("p_adjusted")
    if p is None or p >= LIKELY:
        return " "
    return "↑" if one["p_upper"] < one["p_lower"] else "↓"


def _value(tell: Telling, name: str, value: float) -> str:
    return tell.percent(value) if name in SHARES else tell.number(value, 0 if name in COUNTS else 2)


def _notes(tell: Telling) -> Iterator[Any]:
    """How the table is read; that the degrees say it all, where they do; the core."""
    drawn = tell.told["settings"]["chance"]
    legend = "legend" if tell.office else "legend_range"
    yield indented(_say(tell, legend, draws=tell.number(drawn["size"], 0)))
    yield from map(indented, _without_arrow(tell))
    yield from map(indented, conditions.beside_chance(tell.told, tell.language))
    if drawn["accepted"] is None:
        yield indented(_say(tell, "only_one"))
    core = tell.told.get("core")
    if core is None or core["p"] is None:
        return
    if core["named"]:
        about = {"fit": tell.number(core["fit"], 2), "p": tell.p(core["p"]), "names": tell.names(core["members"])}
        yield indented(_say(tell, "core", **about))
    else:
        yield indented(_say(tell, "no_core"))


def _without_arrow(tell: Telling) -> Iterator[str]:
    """That figures outside may be chance where many are tested, and where so few draws can't tell; for the office."""
    tested = {
        model: [one for one in tell.told["chance"][model].values() if one and one.get("p_adjusted") is not None]
        for model in MODELS
    }
    outside = [one for found in tested.values() for one in found if one["p"] < LIKELY <= one["p_adjusted"]]
    if not outside:
        return
    yield _say(tell, "outside_without_arrow")
    drawn, figures = tell.told["settings"]["chance"]["size"], max(len(tested[model]) for model in ("size", "degrees"))
    if drawn < (enough := figures * ENOUGH):  # a figure by itself has p = 2 / (draws + 1) at least, times the figures
        told = {"draws": drawn, "figures": figures, "enough": enough}
        yield _say(tell, "draws_too_few", **{key: tell.number(n, 0) for key, n in told.items()})


def _say(tell: Telling, name: str, /, **values: object) -> str:
    return say(f"beside_chance.{name}", tell.language, **values)
