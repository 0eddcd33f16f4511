"""The summary in plain language that stands first on the page: short sentences, one thought each, numbers in figures.

Like the findings it is made from the analysis as JSON has it for its audience, and from nothing else: where a figure
is absent or null, its sentence is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.views.findings import OF_A_NETWORK
from actor_graph.views.ranged import about
from actor_graph.words import Language, say
from actor_graph.words.numbers import number
from actor_graph.words.visible import visible


def plain_language(analysis: Mapping[str, Any], language: Language) -> list[list[str]]:
    """The sentences in paragraphs: what this is, what one sees, what hangs together, who stands out, how to find."""
    parts = (_what_it_is, _what_one_sees, _who_hangs_together, _who_has_none, _who_has_many, _how_to_find)
    paragraphs = (list(part(analysis, language)) for part in parts)
    return [paragraph for paragraph in paragraphs if paragraph]


def _actors(analysis: Mapping[str, Any]) -> int:
    """How many actors the analysis is about; where the figure is withheld, how many it lists."""
    count: int | None = analysis["network"].get("actors")
    return len(analysis["actors"]) if count is None else count


def _has_network(analysis: Mapping[str, Any]) -> bool:
    """Whether there are ties to speak of: at least two actors, a tie, and no figure withheld."""
    return bool(_actors(analysis) > 1 and analysis["network"].get("ties") and not analysis.get("withheld"))


def _what_it_is(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    n = _actors(analysis)
    if not n:
        yield say("plain.no_actor", language)
        return
    yield say("plain.map_shows", language)
    yield say("plain.actors", language, n=number(n, language))
    yield say("plain.what_actors_are", language)
    if analysis["audience"] == "public":
        yield say("plain.named_agreed", language)
        yield from (say(f"plain.{key}", language) for key in _not_shown(analysis))
    yield say("plain.no_judgment", language)


def _not_shown(analysis: Mapping[str, Any]) -> Iterator[str]:
    """What the public does not see: actors that did not agree, and ties of which an end did not."""
    if any(other["actors"] != 0 for other in analysis.get("others") or ()):
        yield "not_all_named"
    ties, degrees = analysis["network"].get("ties"), [actor.get("degree") for actor in analysis["actors"]]
    if ties is not None and sum(degree or 0 for degree in degrees) < 2 * ties:
        yield "not_all_ties"


def _what_one_sees(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    if not analysis["actors"]:
        return
    if analysis.get("withheld"):
        yield from (say(f"plain.withheld{part}", language) for part in ("", "_so", "_names"))
        return
    yield say("plain.mark", language)
    if any(actor.get("type") for actor in analysis["actors"]):
        column = (analysis.get("landscape") or {}).get("by_heading")
        told = {} if column is None else {"column": visible(column)}
        yield say("plain.mark_column" if told else "plain.mark_kind", language, **told)
    if _has_network(analysis):
        yield say("plain.line", language)
        yield say("plain.line_means", language)


def _who_hangs_together(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    n, share = _actors(analysis), analysis["network"].get("largest_component_share")
    if n == 1:
        yield say("plain.one_actor", language)
    elif n and analysis["network"].get("ties") == 0:
        yield say("plain.no_counted" if _some_do_not_count(analysis) else "plain.no_tie", language)
    elif _has_network(analysis) and share is not None:
        together = round(share * n)
        if together < OF_A_NETWORK:
            yield say("plain.no_net", language)
            return
        yield say("plain.together", language, together=number(together, language), actors=number(n, language))
        yield say("plain.net", language)
        if between := about(analysis, "largest_component_share", language, lambda part: number(part * n, language)):
            yield say("missing.plain_together", language, range=between)
            yield from (say(f"missing.plain_{key}", language) for key in ("rather", "worked_out", "holds"))


def _who_has_none(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Of whom no tie is named. To the office apart from those of whom nothing is known; to all others in one number."""
    if not _has_network(analysis):
        return
    network, untied = analysis["network"], "no_tie_counted" if _some_do_not_count(analysis) else "no_tie_named"
    if analysis["audience"] == "office":
        status = Counter(actor["status"] for actor in analysis["actors"])
        for key, of in ((untied, "isolated"), ("small_circles", "fragment"), ("unknown", "unknown")):
            if n := status[of]:
                yield say(f"plain.{key}", language, n=number(n, language))
        if n := status["unknown"]:
            yield say("plain.unknown_why", language, n=n)
        return
    if (isolates := network.get("isolates")) is not None:
        key = untied if isolates else "all_tied"
        yield say(f"plain.{key}", language, n=number(isolates, language))
    if (rate := network.get("response_rate")) is not None and rate < 1:
        yield say("plain.some_not_answered", language)


def _some_do_not_count(analysis: Mapping[str, Any]) -> bool:
    """Whether a tie that was named may not count: for its kind, its time, an end left out, a side missing."""
    landscape, settings = analysis.get("landscape") or {}, analysis.get("settings") or {}
    dropped = (landscape.get(f"ties_{key}") for key in ("not_counted", "out_of_date", "excluded"))
    return any(dropped) or bool(settings.get("confirmed"))


def _who_has_many(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    """To the office: how many have many ties."""
    top = analysis.get("top_dogs")
    if top is None or not _has_network(analysis):
        return
    if not top:
        yield say("plain.no_one_central", language)
        return
    yield say("plain.central", language, n=number(len(top), language))
    yield say("plain.central_called", language, n=len(top))
    if unclear := sum(not one.get("clear", True) for one in top):
        key = "central_chance" if unclear == len(top) else "central_chance_for"
        yield say(f"plain.{key}", language, n=number(unclear, language))


def _how_to_find(analysis: Mapping[str, Any], language: Language) -> Iterator[str]:
    if len(analysis["actors"]) > 1:
        yield from (say(f"plain.{key}", language) for key in ("find", "find_search", "find_table"))
