"""Findings with what the missing answers could change: the range first, never a bare figure; nothing of it else."""

from __future__ import annotations

from typing import Any

import pytest

from actor_graph.views.findings import findings
from actor_graph.views.plain import plain_language
from actor_graph.views.ranged import about
from actor_graph.words import LANGUAGES, Language, catalog

NETWORK = {
    "actors": 50, "ties": 60, "average_degree": 2.4, "largest_component_share": 0.6, "unknown": 4,
    "not_yet_networked_share": 0.2, "top_dog_tie_share": 0.5, "ei_index": 0.0, "ei_expected": 0.5, "ei_p": 0.001,
}  # fmt: skip
RANGES = {
    "average_degree": (3.04, 4.11), "largest_component_share": (0.71, 0.9), "not_yet_networked_share": (0.04, 0.123),
    "top_dog_tie_share": (0.3, 0.42), "ei_index": (0.1, 0.3),
}  # fmt: skip


def analysis(why: str | None = None, **more: Any) -> dict[str, Any]:
    entries = {key: {"low": low, "high": high, "smoothed": False} for key, (low, high) in RANGES.items()}
    return {
        "network": NETWORK,
        "landscape": {"ties": 60},
        "actors": [{}, {}],
        "groups": [{}, {}],
        "clusters": [],
        "not_yet_networked": {"actors": ["a"] * 9, "groups": []},
        "top_dogs": [{"id": "a", "clear": True}, {"id": "b", "clear": True}],
        "missing": entries,
        "completions": {"draws": 200, "why": why},
    } | more


def said(document: dict[str, Any], language: Language = "de") -> dict[str, str]:
    return {one.key: one.text.replace("\N{NO-BREAK SPACE}", " ") for one in findings(document, language)}


def test_german_sentences() -> None:
    told = said(analysis())
    assert told["networking"] == (
        "Im Schnitt hätte ein Akteur etwa 3,0 bis 4,1 Partner, wenn alle geantwortet hätten; genannt sind bisher 2,4. "
        "30 von 50 hängen bisher in einem Netz zusammen, mit etwa 36 bis 45, wenn alle geantwortet "
        "hätten, eher weniger."
    )
    assert told["outside"].endswith(
        "Wenn alle geantwortet hätten, stünden etwa 4 % bis 12 % aller Akteure außerhalb, "
        "eher mehr: Beim Ergänzen bleiben wenige allein."
    )
    assert told["central"].startswith(
        "Zwei Akteure sind an 50 % aller bisher genannten Verbindungen beteiligt. Wenn alle geantwortet hätten, wären "
        "zentrale Akteure an etwa 30 % bis 42 % beteiligt, eher an mehr: Knotenpunkte werden nicht ergänzt."
    )
    assert told["chance"].endswith(
        "Wenn alle geantwortet hätten, wären es etwa 55 % bis 65 %, eher etwas weniger: Beim Ergänzen wird nicht ganz "
        "beachtet, wer von welcher Art ist."
    )


def test_english_sentences() -> None:
    told = said(analysis(), "en")
    assert told["networking"].startswith(
        "If all had answered, an actor would have about 3.0 to 4.1 partners on average; named so far are 2.4."
    )
    assert told["outside"].endswith(
        "If all had answered, about 4% to 12% of all actors would be outside, "
        "rather more: in filling in, few are left alone."
    )


@pytest.mark.parametrize("why", ["nothing missing", "no survey", "too few answers", "few", "withheld"])
def test_where_there_is_no_range_the_sentences_are_the_usual_ones(why: str) -> None:
    usual = {key: value for key, value in analysis().items() if key not in ("missing", "completions")}
    assert said(analysis(why)) == said(usual)
    assert "geantwortet" not in said(usual)["networking"]


def test_a_range_that_is_not_told_is_not_spoken_of() -> None:
    """Others are told the range of two figures; beside the rest it is said that not all have answered."""
    told = analysis()
    del told["missing"]["largest_component_share"]
    bare = "hängen 30 von 50 in einem Netz zusammen; nicht alle haben geantwortet."
    assert bare in said(told)["networking"]
    assert "etwa 3,0 bis 4,1" in said(told)["networking"]


def test_ends_that_read_alike_are_said_once() -> None:
    told = analysis()
    told["missing"]["average_degree"] |= {"low": 3.02, "high": 3.04}
    assert about(told, "average_degree", "de", lambda value: f"{value:.1f}") == "etwa 3.0"


def test_plain_language_gives_the_range_too() -> None:
    document = analysis(audience="participants")
    told = [sentence for part in plain_language(document, "de") for sentence in part]
    assert "Wenn alle geantwortet hätten, hätte das Netz etwa 36 bis 45 Akteure." in told
    assert "Arbeiten die anderen anders zusammen, gilt es nicht." in told
    assert not any(
        "geantwortet hätten" in one for part in plain_language(document | {"missing": {}}, "de") for one in part
    )


def beside(rate: float | None, **more: Any) -> dict[str, Any]:
    """Beside chance as well, at a response."""
    found = {"observed": 0.24, "low": 0.04, "high": 0.1, "undefined": 0, "p": 0.002, "p_adjusted": 0.04}
    chance = {"size": {"degree_centralization": found | {"p_lower": 1.0, "p_upper": 1 / 1001}}, "degrees": {}}
    network = NETWORK | {"response_rate": rate, "degree_centralization": 0.24}
    return analysis(network=network, chance=chance, settings={"chance": {"size": 1000}}, **more)


@pytest.mark.parametrize(("rate", "open_still"), [(0.62, True), (0.0, True), (1.0, False), (None, False)])
def test_beside_chance_it_is_said_that_not_all_have_answered(rate: float | None, open_still: bool) -> None:
    told = said(beside(rate, missing={}, completions=None))["chance"]
    assert "stärker zentralisiert als alle 1.000" in told
    assert told.endswith("nicht alle haben geantwortet.") == open_still


def test_the_centralization_beside_chance_has_its_range() -> None:
    document = beside(0.62)
    document["missing"]["degree_centralization"] = {"low": 0.21, "high": 0.26, "smoothed": True}
    told = said(document)["chance"]
    assert "bisher 24 %; wenn alle geantwortet hätten, etwa 21 % bis 26 % (Knotenpunkte werden nicht erg" in told
    assert "beträgt bisher" not in said(document | {"chance": {}})["chance"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_never_called_a_confidence_interval(language: Language) -> None:
    for sentence in catalog("missing").values():
        words = str(sentence[language]).casefold()
        assert not any(word in words for word in ("confidence", "konfidenz", "vertrauensbereich", "signifikan"))
        assert not any(word in words.split() for word in ("nur", "leider", "only", "unfortunately", "schlecht"))
