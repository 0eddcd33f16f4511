"""Under which conditions findings hold: what too few answers mean, what is supposed of those that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.scheme import Thresholds
from actor_graph.views.ranged import range_of
from actor_graph.words import Language, say
from actor_graph.words.numbers import percent


def low_response(analysis: Mapping[str, Any], limits: Thresholds, language: Language) -> Iterator[str]:
    """What stands above the findings where too few have answered; nothing of who is outside or central to others."""
    rate = analysis["network"].get("response_rate")
    if rate is None or rate >= limits.response_low or analysis.get("withheld"):
        return
    if rate < limits.response_none:
        yield say("findings.very_low_response", language, least=percent(limits.response_none, language))
    else:
        yield say("findings.low_response" + ("" if analysis["audience"] == "office" else "_told"), language)
    if any(range_of(analysis, figure) for figure in analysis.get("missing") or ()):
        yield say("missing.under_half", language)


def suppositions(analysis: Mapping[str, Any], language: Language) -> list[str]:
    """What stands beneath the findings: what a range is and when it holds; what chance knows of missing answers."""
    if analysis.get("withheld"):
        return []
    return [*ranged(analysis, language), *beside_chance(analysis, language)]


def ranged(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    """What a range of completions is, when it holds, and what it lacks; or why there is none."""
    made = analysis.get("completions")
    if made is None:
        return
    if made["why"]:
        yield say(f"missing.why_{made['why']}", language)
        return
    yield say("missing.range", language, draws=made["draws"])
    if made.get("reports") is False:
        yield say("missing.no_reports", language)


def beside_chance(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    """That in random scenes those who have not answered have ties like all others."""
    if any((analysis.get("chance") or {}).values()) and (silent := unanswered(analysis)):
        yield say("beside_chance.not_answered", language, n=silent)


def unanswered(analysis: Mapping[str, Any]) -> int:
    """How many have not answered; 0 where nothing is noted on that."""
    rate, actors = (analysis["network"].get(key) for key in ("response_rate", "actors"))
    return 0 if rate is None or not actors else round((1 - rate) * actors)
