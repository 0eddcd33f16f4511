"""The five findings of an analysis in plain words: what the map, the report and the terminal say first.

Each finding is made from the analysis as JSON has it, and from nothing else: where the audience may not see a figure,
its key is absent, and the sentence or the whole finding that needs it is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from actor_graph.views.beside_chance import scene_beside_chance
from actor_graph.views.ranged import about, as_sentence, bare
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import number, percent
from actor_graph.words.visible import visible

COMPOSITIONS = ("homogeneous", "mixed", "heterogeneous")
LIKELY = 0.05
OF_A_CIRCLE = 3
"""Pairs are no circle to speak of."""
OF_A_NETWORK = 3
"""Nor are two that hang together a network."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its key, its heading and its sentences, in which ``**…**`` stands around what is printed bold."""

    key: str
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentences in one line, without marks."""
        return " ".join(self.sentences).replace("**", "")

    def to_dict(self) -> dict[str, Any]:
        """The finding as the page carries it."""
        return {"key": self.key, "title": self.title, "sentences": list(self.sentences)}


def findings(analysis: Mapping[str, Any], language: Language) -> list[Finding]:
    """The findings of an analysis (its JSON), at most five, in a fixed order.

    The keys are ``networking``, ``outside``, ``central``, ``composition`` and ``chance``. Without ties the last three
    are left out, without types the last two; with fewer than two actors one sentence says so.
    """
    makers = {
        "networking": _networking,
        "outside": _outside,
        "central": _central,
        "composition": _composition,
        "chance": _all_chance,
    }
    made = {key: tuple(maker(analysis, language)) for key, maker in makers.items()}
    return [Finding(key, say(f"findings.{key}", language), said) for key, said in made.items() if said]


def _networking(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    network = analysis["network"]
    actors, ties = network.get("actors"), network.get("ties")
    if actors is not None and actors < 2:
        return [say("findings.one_actor" if actors else "findings.no_actor", language)]
    if ties == 0:
        rows = (analysis.get("landscape") or {}).get("ties")
        return [say("findings.no_tie_counts" if rows else "findings.no_tie", language)]
    said = []
    if (average := network.get("average_degree")) is not None:
        said.append(_partners(analysis, average, language))
    if (share := network.get("largest_component_share")) is not None:
        together = round(share * actors)
        if together < OF_A_NETWORK:
            return [*said, say("findings.no_network", language)]
        said.append(_together(analysis, together, language))
    return said


def _partners(analysis: Mapping[str, Any], average: float, language: Language) -> str:
    """How many partners an actor has; the range first where not all have answered and it is known."""
    partners = number(average, language, 1)
    if said := about(analysis, "average_degree", language, lambda value: number(value, language, 1)):
        return say("missing.partners", language, range=said, partners=partners)
    n = 1 if round(average, 1) == 1 else 2
    return say("findings.partners_on_average", language, n=n, partners=partners)


def _together(analysis: Mapping[str, Any], together: int, language: Language) -> str:
    """How many hang together in one network, with the range where it is known."""
    actors = analysis["network"]["actors"]
    if said := about(analysis, "largest_component_share", language, lambda share: number(share * actors, language)):
        return say("missing.together", language, together=together, actors=actors, range=said)
    key = "missing.together_so_far" if bare(analysis, "largest_component_share") else "findings.hang_together"
    return say(key, language, together=together, actors=actors)


def _outside(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    said = list(_so_far(analysis, language))
    share = partial(percent, language=language)
    return [*said, *(as_sentence("outside", analysis, "not_yet_networked_share", language, share) if said else [])]


def _so_far(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    """Who is outside as far as it is known."""
    outside, network = analysis.get("not_yet_networked"), analysis["network"]
    if outside is None or network["actors"] < 2:
        return []
    count, unknown, share = len(outside["actors"]), network.get("unknown") or 0, network.get("not_yet_networked_share")
    if share is None:
        return [say("findings.only_unknown", language, n=unknown)] if unknown else []
    if not count:
        return [say("findings.none_outside_but_unknown" if unknown else "findings.none_outside", language, n=unknown)]
    if not unknown:
        return [say("findings.some_outside", language, n=count, share=percent(share, language))]
    have = say("findings.unknown_have", language, n=unknown)
    return [say("findings.some_outside_and_unknown", language, n=count, unknown=have, share=percent(share, language))]


def _central(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    top, network = analysis.get("top_dogs"), analysis["network"]
    if top is None or not network.get("ties"):
        return []
    if not top:
        return [say("findings.no_one_central", language)]
    mandate = {actor["id"] for actor in analysis["actors"] if actor.get("mandate")}
    by_mandate = sum(one["id"] in mandate for one in top)
    told = {"share": percent(network["top_dog_tie_share"], language), "Number": _spelled(len(top), language, True)}
    between = about(analysis, "top_dog_tie_share", language, partial(percent, language=language))
    key, told = ("missing.central", told | {"range": between}) if between else ("findings.central_share", told)
    said = [say(key, language, n=len(top), **told)]
    if by_mandate:
        key = "with_mandate" if by_mandate == len(top) else "of_them_with_mandate"
        said.append(say(f"findings.{key}", language, n=by_mandate, Number=_spelled(by_mandate, language, True)))
    return [*said, *_unclear(top, language), *_cut_off(analysis, len(top) - by_mandate, by_mandate, language)]


def _cut_off(analysis: Mapping[str, Any], removed: int, by_mandate: int, language: Language) -> Iterable[str]:
    """How many lose the way to the others without the central actors that have no mandate."""
    lost = (analysis.get("without_top_dogs") or {}).get("cut_off")
    if lost is None or not removed:
        return []
    them = say(
        "findings.those_without_mandate" if by_mandate else "findings.them",
        language,
        n=removed,
        number=_spelled(removed, language),
    )
    return [say("findings.without_them" if lost else "findings.without_them_none", language, n=len(lost), them=them)]


def _unclear(top: list[Mapping[str, Any]], language: Language) -> Iterable[str]:
    unclear = sum(not one.get("clear", True) for one in top)
    if not unclear:
        return []
    if unclear == len(top):
        return [say("findings.could_be_chance", language)]
    return [say("findings.could_be_chance_for", language, n=unclear, number=_spelled(unclear, language))]


def _composition(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    circles = [circle for circle in analysis.get("clusters") or [] if spoken_of(circle)]
    if not circles or not _kinds_known(analysis, circles):
        return []
    counts = Counter(circle.get("composition") for circle in circles)
    if not any(counts[composition] for composition in COMPOSITIONS):
        return [_of_kinds("no_composition", analysis, language)]
    said = _one_for_all(counts, language) if len(counts) == 1 else _each_composition(counts, language)
    return [
        said,
        *_unseen(circles, language),
        *([_of_kinds("one_kind", analysis, language)] if one_kind(analysis) else []),
    ]


def _unseen(circles: list[Mapping[str, Any]], language: Language) -> Iterable[str]:
    """How many of several circles are counted, but have no member that is shown."""
    unseen = sum(circle.get("members") == [] for circle in circles)
    if not unseen or len(circles) < OF_A_CIRCLE:
        return []
    return [say("findings.circles_unseen", language, n=unseen, number=_spelled(unseen, language))]


def spoken_of(circle: Mapping[str, Any]) -> bool:
    """Whether a circle is one to speak of: of three at least; where the size is not told, members are named."""
    size = circle.get("actors")
    return bool(circle.get("members")) if size is None else bool(size >= OF_A_CIRCLE)


def _kinds_known(analysis: Mapping[str, Any], circles: Iterable[Mapping[str, Any]]) -> bool:
    """Whether any actor's kind is known; of small circles the kinds may be left out."""
    return bool(analysis.get("groups")) or any(c.get("types") or c.get("composition") for c in circles)


def _of_kinds(key: str, analysis: Mapping[str, Any], language: Language, **values: Any) -> str:
    """The sentence on kinds; where another column stands in their place, the one that names it."""
    column = (analysis.get("landscape") or {}).get("by_heading")
    if column is None:
        return say(f"findings.{key}", language, **values)
    return say(f"findings.{key}_by", language, column=visible(column).replace("**", ""), **values)


def one_kind(analysis: Mapping[str, Any]) -> bool:
    """Whether all actors whose kind is known are of one kind, so that there is nothing to compare."""
    return len(analysis.get("groups") or ()) == 1


def _one_for_all(counts: Counter[str | None], language: Language) -> str:
    """The sentence where all circles are made alike."""
    ((made, n),) = counts.items()
    word, number = say(f"findings.{made}", language), _spelled(n, language)
    name = {1: "one_circle", 2: "both_circles"}.get(n, "all_circles")
    return say(f"findings.{name}", language, number=number, composition=word)


def _each_composition(counts: Counter[str | None], language: Language) -> str:
    """How many circles are made in which way; the German verb comes where its number changes."""
    parts: list[str] = []
    before = None
    for made in (*COMPOSITIONS, None):
        if n := counts[made]:
            place = "first" if before is None else "same" if (n == 1) == (before == 1) else "other"
            word = say(f"findings.{made}", language) if made else ""
            part = say(f"findings.{'part' if made else 'open'}_{place}", language, n=n, composition=word)
            parts.append(part.replace("**", "") if made == "mixed" else part)
            before = n
    number = _spelled(counts.total(), language)
    return say("findings.circles", language, number=number, parts=", ".join(parts))


def _all_chance(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    """How types meet, then the scene beside random scenes where that was asked for."""
    kinds, scene = list(_chance(analysis, language)), list(scene_beside_chance(analysis, language))
    centralized = _centralized(analysis, language) if scene else []
    rate = analysis["network"].get("response_rate")
    open_still = bool(scene) and rate is not None and rate < 1
    so_far = open_still or (bool(kinds) and bare(analysis, "ei_index"))
    return [*kinds, *centralized, *scene, *([say("missing.so_far", language)] if so_far else [])]


def _centralized(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    """How centralized the scene is, with the range, before it is laid beside random scenes."""
    share = partial(percent, language=language)
    value = analysis["network"].get("degree_centralization")
    said = None if value is None else about(analysis, "degree_centralization", language, share)
    return [] if said is None else [say("missing.centralization", language, value=share(value), range=said)]


def _chance(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    said = list(_beside_chance(analysis, language))
    if not said or one_kind(analysis):
        return said
    outward = as_sentence("other_kinds", analysis, "ei_index", language, lambda ei: percent((1 + ei) / 2, language))
    return [*said, *outward]


def _beside_chance(analysis: Mapping[str, Any], language: Language) -> Iterable[str]:
    network = analysis["network"]
    index, expected, p = network.get("ei_index"), network.get("ei_expected"), network.get("ei_p")
    if index is None or expected is None:
        return []
    if one_kind(analysis):
        return [_of_kinds("nothing_to_compare", analysis, language)]
    share = percent((1 + index) / 2, language)
    if "ei_p" not in network and None not in (low := network.get("ei_low"), high := network.get("ei_high")):
        between = {"low": percent((1 + low) / 2, language), "high": percent((1 + high) / 2, language)}
        return [_of_kinds("beside_range", analysis, language, share=share, **between)]
    if "ei_p" not in network:
        return [
            _of_kinds(
                "beside_expected", analysis, language, share=share, expected=percent((1 + expected) / 2, language)
            )
        ]
    if p is None or p >= LIKELY:
        return [_of_kinds("as_chance", analysis, language, share=share)]
    return [_of_kinds("own_kind" if index < expected else "other_kinds", analysis, language, share=share)]


def _spelled(n: int, language: Language, capital: bool = False) -> str:
    """Numbers up to twelve as words, larger ones in figures."""
    words = catalog("findings")["numbers"][language]
    word = str(words[n]) if n < len(words) else str(n)
    return word.capitalize() if capital else word
