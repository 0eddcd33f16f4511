"""A comparison as a page: maps, a chart per figure, a profile per city, in one file without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.comparison.figures import FOLLOWS_SIZE
from actor_graph.comparison.result import Comparison
from actor_graph.views.comparison.charts import BEYOND, MOST_ROWS, beyond_chance, comparable
from actor_graph.views.comparison.drawing import SHAPES, drawn, look_of
from actor_graph.views.comparison.findings import ASKED, findings, valued
from actor_graph.views.comparison.told import City, Told
from actor_graph.views.document import document
from actor_graph.words.numbers import number, percent

PAIRS_SHOWN = 30
TOLD_BEYOND = tuple(name for name in BEYOND if name != "average_clustering")
FURTHER = tuple(name for name in FOLLOWS_SIZE if name not in ("actors", "ties", "unknown", "top_dog_tie_share"))


def page(made: Comparison) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    told = Told(made)
    counted = _counted(told)
    maps, kinds = drawn(made.beside, told.schemes)
    return document(
        "comparison", language=told.language, audience=told.told["audience"], title=told.title, told=told, say=told.say,
        findings=findings(told), surveyed=any(city["response_rate"] is not None for city in told.cities),
        maps=list(zip(told.cities, maps, strict=False)), further_maps=len(told.cities) - len(maps), kinds=kinds,
        look_of=look_of, shapes=SHAPES, comparable=comparable(told), beyond=beyond_chance(told),
        profiles=[_profile(told, city) for city in told.cities], differences=_differences(told),
        contents=_contents(told, counted, bool(maps)), counted=counted,
        listed=len(told.cities) <= MOST_ROWS, number=lambda x: number(x, told.language),
    )  # fmt: skip


def _contents(told: Told, counted: Mapping[str, Any], maps: bool) -> list[tuple[str, str]]:
    """The parts of the page, as far as they are there."""
    there = {
        "cities": True, "maps": maps, "comparable": True, "beyond": any(city["excess"] for city in told.cities),
        "not_comparable": bool(counted["heads"]), "differences": bool(told.told["pairs"]), "profiles": True,
    }  # fmt: skip
    ids = {"not_comparable": "counted"}
    return [(ids.get(key, key), told.say(key)) for key, shown in there.items() if shown]


def _differences(told: Told) -> list[dict[str, Any]]:
    """The differences of the general figures, each as rows of texts."""
    asked = {row["figure"]: row for row in told.told["heterogeneity"]}
    found = []
    for figure in ASKED:
        rows = told.pairs_of(figure)
        if not rows:
            continue
        told_rows = [
            [row["a"], row["b"], *(told.signed(figure, row[key]) for key in ("difference", "low", "high")),
             told.p(row.get("p_adjusted")), told.beside(row)]
            for row in rows[:PAIRS_SHOWN]
        ]  # fmt: skip
        found.append({"figure": figure, "label": told.label(figure), "mark": told.tested(figure),
                      "q": told.at_all(asked.get(figure)), "rows": told_rows, "more": len(rows) - len(told_rows),
                      "beside": any(row[-1] for row in told_rows)})  # fmt: skip
    return found


def _counted(told: Told) -> dict[str, Any]:
    """The figures that follow size, as a table that says so."""
    names = [name for name in FURTHER if any(city["network"].get(name) is not None for city in told.cities)]
    rows = [[city["name"], *(valued(told, city, name) for name in names)] for city in told.cities]
    return {"heads": [told.label(name) for name in names], "rows": rows}


def _profile(told: Told, city: City) -> dict[str, Any]:
    """What is known of one city, in words."""
    language = told.language
    composed, central = city["composition"], city["central"]
    facts = [
        ("head_actors", number(city["actors"], language)),
        ("head_ties_long", number(city["ties"], language)),
        ("head_response", told.response(city)),
        ("partners_long", told.partners(city)),
        ("outside_long", told.outside(city)),
        ("together_long", told.together(city)),
        *([("central_long", _central(told, central))] if central else []),
        ("circles_long", _circles(told, composed)),
    ]  # fmt: skip
    near = next((one["nearest"] for one in told.told["similar"] if one["name"] == city["name"]), ())
    return {
        "city": city,
        "facts": [(told.say(key), said) for key, said in facts],
        "beyond": [
            (told.label(name), told.with_unit(name, found["value"]))
            for name in TOLD_BEYOND
            for found in [(city["excess"].get("size") or {}).get(name)]
            if found is not None and found["clear"]
        ],
        "types": [_type(told, one) for one in city["types"]],
        "near": [one["name"] for one in near],
    }


def _central(told: Told, central: Mapping[str, Any]) -> str:
    if not central["actors"]:
        return told.say("central_none")
    key = "central_told" if central["clear"] else "central_unclear"
    share = percent(central["tie_share"], told.language)
    return told.say(key, n=central["actors"], clear=central["clear"], share=share)


def _circles(told: Told, composed: Mapping[str, int]) -> str:
    words = ("homogeneous", "mixed", "heterogeneous")
    known = [(composed[word], word) for word in words if composed[word]]
    left = composed["circles"] - sum(n for n, _ in known)
    parts = [*known, (left, "open")] if known and left else known
    said = ", ".join(told.say(f"circles_{word}", n=n) for n, word in parts)
    count = told.say("circles_told", n=composed["circles"])
    return f"{count} ({said})" if said else count


def _type(told: Told, one: Mapping[str, Any]) -> Sequence[str]:
    language = told.language
    return [
        told.kind(one["type"]), number(one["actors"], language), number(one["average_degree"], language, 1),
        percent(one["internal_density"], language, 1), percent(one["external_density"], language, 1),
        number(one["ei_index"], language, 2), *([percent(one["networked_share"], language)] if told.office else []),
    ]  # fmt: skip
