"""What stands in the bytes of the page: policy, escaping, audience, size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from actor_graph.views.map.scripts import data, ours, vis_network
from actor_graph.words import catalog
from tests.views.map import landscapes
from tests.views.map.conftest import Maps


def block(text: str, name: str) -> Any:
    """The JSON of one data block."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_policy_names_the_hash_of_every_script(maps: Maps) -> None:
    text = maps.text("city")
    assert "\r" not in text
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    named = set(re.findall(r"sha256-([^&' ]+)", policy[1].replace("&#39;", "'")))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 2
    assert named == {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    for rule in ("default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy[1].replace("&#39;", "'")
    assert "unsafe-eval" not in policy[1]


def test_license_of_vis_network_stays() -> None:
    assert "@license" in vis_network()
    assert "</script" not in (vis_network() + ours()).lower()


def test_data_can_not_leave_its_element() -> None:
    assert (
        data({"a": "</script><!-- & \u2028 \u2029"})
        == '{"a":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028 \\u2029"}'
    )
    with pytest.raises(ValueError, match="JSON"):
        data(float("nan"))


def test_names_stand_in_the_data_alone(maps: Maps) -> None:
    text = maps.text("hostile")
    assert [actor["name"] for actor in block(text, "analysis")["actors"]][:10] == list(landscapes.HOSTILE)
    for name in landscapes.HOSTILE[:3]:
        assert name not in text


def test_analysis_and_ties_are_those_of_python(maps: Maps) -> None:
    analysis, _ = maps.drawn("city")
    inside = block(maps.text("city"), "analysis")
    for actor, expected in zip(inside["actors"], analysis.to_dict()["actors"], strict=True):
        assert {type(actor.pop("x")), type(actor.pop("y"))} == {float}
        assert actor == expected
    assert {k: v for k, v in inside.items() if k != "actors"} == {
        k: v for k, v in analysis.to_dict().items() if k != "actors"
    }
    ties = block(maps.text("city"), "ties")
    assert list(zip(ties["source"], ties["target"], strict=True)) == [
        (t["source"], t["target"]) for t in analysis.ties()
    ]
    assert [ties["kind_names"][k] for k in ties["kinds"]] == [t["kinds"][0] for t in analysis.ties()]
    assert ties["one_sided"] == "".join(str(int(t["one_sided"])) for t in analysis.ties())


OFFICE_ONLY = (
    "status", "status_certain", "top_dog", "top_dogs", "degree_p", "survey", "not_yet_networked", "without_top_dogs",
    "cut_off", "one_sided", "ei_p", "named_by", "reported_by",
)  # fmt: skip


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_keys_of_the_office_are_absent_for_others(maps: Maps, audience: str) -> None:
    office, others = maps.text("city"), maps.text("city", audience)
    for key in OFFICE_ONLY[:-2]:
        assert f'"{key}":' in office, key
    for key in OFFICE_ONLY:
        assert f'"{key}":' not in others, key


def test_public_page_does_not_name_who_did_not_agree(maps: Maps) -> None:
    landscape = landscapes.city()
    hidden = [name for name, yes in zip(landscape.actors["name"], landscape.actors["publish"], strict=True) if not yes]
    text = maps.text("city", "public")
    assert len(hidden) == 18
    assert all(name not in text for name in hidden)


def test_same_analysis_same_bytes_and_pinned_places_stay(maps: Maps) -> None:
    analysis, _ = maps.drawn("bridge")
    first = draw_map(analysis)
    assert first == draw_map(analysis)
    places = {actor["id"]: (actor["x"], actor["y"]) for actor in block(first, "analysis")["actors"]}
    places["d"] = (111.0, 222.0)
    moved = {a["id"]: (a["x"], a["y"]) for a in block(draw_map(analysis, positions=places), "analysis")["actors"]}
    assert moved == places


def test_equal_size_gives_all_marks_one_radius(maps: Maps) -> None:
    radius = block(draw_map(maps.drawn("bridge")[0], equal_size=True), "page")["picture"]["radius"]
    assert len(set(radius)) == 1


def test_a_large_city_stays_under_the_limit() -> None:
    analysis = analyze(landscapes.city(150, circles=7), draws=10)
    assert len(draw_map(analysis).encode()) < 1_200_000


def test_page_has_every_word_it_says_and_says_every_word_it_has() -> None:
    words = set(catalog("map")) | set(catalog("map_office"))
    said = set(re.findall(r'say\("([^"]+)"', ours()))
    assert said <= words | {"as_named"}
    mentioned = said | set(re.findall(r'"([a-z_]+)"', ours()))
    begun = set(re.findall(r"`([a-z_]{5,})\$\{", ours()))
    made = (*begun, "why_", "function_", "staff_", "wish_", "homogeneous", "heterogeneous", "mixed")
    other = {word.removesuffix("_by") for word in words - mentioned if not word.startswith(made)}
    assert other <= mentioned


def test_words_of_the_office_stand_in_its_page_alone(maps: Maps) -> None:
    office, others = (
        block(maps.text("city"), "page")["words"],
        block(maps.text("city", "participants"), "page")["words"],
    )
    assert office.keys() - others.keys() == catalog("map_office").keys()
    for sentence in ("zentraler Akteur", "ohne genannte Verbindung", "einseitig genannt", "hat geantwortet"):
        assert sentence in maps.text("city")
        assert sentence not in maps.text("city", "participants")


def test_the_name_of_the_landscape_turns_nothing_in_the_page() -> None:
    city = landscapes.city()
    named = replace(city, meta={**city.meta, "name": "Bonn\u202egnudlib"})
    text = draw_map(named, draws=9)
    assert "\u202e" not in text
    assert text.count("Bonn&lt;U+202E&gt;gnudlib") == 2
    assert block(text, "analysis")["landscape"]["name"] == "Bonn\u202egnudlib"


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_the_page_holds_no_text_that_it_does_not_show(audience: str) -> None:
    """Needs, languages and descriptions are in the JSON of the audience; the page shows the fields alone."""
    city = landscapes.city()
    actors = city.actors.columns | {"languages": tuple(("Plattdeutsch",) for _ in city.actors["id"])}
    city = replace(city, actors=replace(city.actors, columns=actors))
    texts = ("Räume", "Plattdeutsch", "seit 1987")
    figures = analyze(city, audience=audience, draws=19)
    text = draw_map(figures)
    assert all(word in figures.to_json() for word in texts)
    assert [word for word in texts if word in text] == []
    told = block(text, "analysis")["actors"]
    unseen = {"needs", "languages", "description", "place", "website", "members", "countries", "offers", "mandate"}
    assert not unseen & {key for actor in told for key in actor}
    assert any(actor.get("fields") for actor in told)
    asked = draw_map(analyze(city, audience=audience, show=["languages"], draws=19))
    assert [word for word in texts if word in asked] == ["Plattdeutsch"]
