"""The scene beside random scenes in plain words: what map, report and terminal say of it in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import floor
from typing import Any

from actor_graph.analysis.beside_chance import ENOUGH
from actor_graph.words import Language, say
from actor_graph.words.numbers import number, percent

SPOKEN_OF = (("size", "degree_centralization"), ("degrees", "transitivity"))
"""The figures that get a sentence, and the null model beside which it is said."""
LIKELY, HUNDRED = 0.05, 100
REMARKABLE = 90
"""From so many of 100 on the scene is said to have more or less, though it could be chance."""
EXACT = 1e-9


def scene_beside_chance(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    """A sentence for each figure spoken of; outside the office between which values chance would mostly lie."""
    for model, figure in SPOKEN_OF:
        found = (analysis.get("chance") or {}).get(model, {}).get(figure)
        if found is None or found["observed"] is None or found["low"] is None or _is_fixed(found):
            continue
        if (draws := analysis["settings"]["chance"][model]) < ENOUGH:
            continue
        if "p_adjusted" in found:
            yield from _beyond(found, draws, figure, language)
        else:
            values = {key: percent(found[of], language) for key, of in BAND.items()}
            yield say(f"beside_chance.{figure}_range", language, **values)


def _is_fixed(found: Mapping[str, Any]) -> bool:
    """Whether random scenes can't have the figure otherwise, as where every pair has a tie: there is one such scene."""
    return bool(found["low"] == found["high"] == found["observed"])


BAND = {"value": "observed", "low": "low", "high": "high"}


def _beyond(found: Mapping[str, Any], draws: int, figure: str, language: Language) -> Iterator[str]:
    """How many random scenes have less, or more; that this could be chance, where it could."""
    clear, known = found["p_adjusted"] < LIKELY, draws - found["undefined"]
    higher = found["p_upper"] < found["p_lower"]
    share = (known + 1) / known * (1 - (found["p_upper"] if higher else found["p_lower"]))
    n = floor(HUNDRED * share + EXACT)
    if n < REMARKABLE and not clear:
        yield say(f"beside_chance.{figure}_alike", language)
        return
    some = say("beside_chance.than", language, n=n)
    every = {key: say(f"beside_chance.{key}_all", language, n=number(known, language)) for key in ("than", "among")}
    told = every if n == HUNDRED else {"than": some, "among": some}
    yield say(f"beside_chance.{figure}_{'more' if higher else 'less'}", language, **told)
    if not clear:
        yield say("beside_chance.of_many" if found["p"] < LIKELY else "beside_chance.could_be_chance", language)
