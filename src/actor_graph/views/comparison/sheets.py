"""A comparison as a workbook, and as one table: a row per city, then what lies beyond chance, differs, is alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actor_graph import __version__
from actor_graph.analysis.sheets import FINE, SHARE, SHARES, THREE, TWO, WHOLE
from actor_graph.comparison.figures import MIXING, MODELS
from actor_graph.comparison.result import Comparison
from actor_graph.views.comparison.findings import findings
from actor_graph.views.comparison.told import City, Told
from actor_graph.words import catalog, say
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook

P = ("z", "p_lower", "p_upper", "p", "p_adjusted")
BAND = ("observed", "expected", "sd", "low", "high", *P)
OFFICE = ("sd", *P)
"""What the office alone is told of chance: with the deviation everybody could work out z."""
OF_TYPES = (
    "status", "actors", "response_rate", "networked_share", "central", "average_degree", "internal_ties",
    "internal_expected", "external_ties", "external_expected", "internal_density", "external_density", "ei_index",
)  # fmt: skip


OWN = ("response_rate", "central", "internal_expected", "external_expected")
"""Figures of a type that stand in no table of an analysis."""


def table(made: Comparison) -> bytes:
    """One table: a row per city, its figures, what each has beyond chance, standard errors; keys as headings."""
    told = Told(made)
    return csv_text([_flat(told, city) for city in told.cities], made.language).encode("utf-8")


def _flat(told: Told, city: City) -> dict[str, Any]:
    """A city's row under keys as the document has them, joined by a point where they stand in one another."""
    row = {key: city[key] for key in ("name", "path")}
    row |= {key: told.named(city, key) for key, value in city["network"].items() if not isinstance(value, dict)}
    row |= {
        f"not_yet_networked.{key}": value for key, value in (city["not_yet_networked"] or {}).items() if key != "share"
    }
    for name, span in city["missing"].items():
        row |= {f"range.{name}.{end}": span[end] for end in ("low", "high") if span.get(end) is not None}
    row |= {f"central.{key}": value for key, value in (city["central"] or {}).items() if key != "tie_share"}
    row |= {f"composition.{key}": value for key, value in city["composition"].items()}
    for model, figures in city["excess"].items():
        for name, beyond in figures.items():
            if beyond is not None:
                row |= {f"excess.{model}.{name}.{part}": beyond[part] for part in ("value", "low", "high")}
    return row | {f"se.{name}": mean["se"] for name, mean in city["means"].items() if not name.startswith(MIXING)}


def book(made: Comparison) -> bytes:
    """The workbook: cities, what lies beyond chance, differences, kinds, the most alike, what failed, what it means."""
    return workbook(list(_sheets(Told(made))))


def _sheets(told: Told) -> Iterator[Sheet]:
    figures = told.figures()
    heads = [told.say("city"), *(told.label(name) for name in figures)]
    yield Sheet(told.say("cities"), heads, [_city(told, city, figures) for city in told.cities])
    if ranges := list(_ranges(told)):
        ends = (told.say(f"sheet_{key}") for key in ("named", "low", "high"))
        yield Sheet(told.say("sheet_ranges"), [told.say("city"), told.say("figure"), *ends], ranges, kept=2)
    yield Sheet(told.say("sheet_beyond"), _beyond_heads(told), list(_beyond(told)), kept=3)
    if told.told["pairs"]:
        keys = [key for key in ("difference", "se", "low", "high", "p", "p_adjusted") if key in told.told["pairs"][0]]
        heads = ["figure", "city", "other_city", *(f"sheet_{key}" for key in keys), "head_beside"]
        rows = [
            [
                Cell(told.label(row["figure"])),
                Cell(row["a"]),
                Cell(row["b"]),
                *(_number(row["figure"], row[k], k) for k in keys),
                Cell(told.beside(row)),
            ]
            for row in told.told["pairs"]
        ]
        yield Sheet(told.say("sheet_differences"), [told.say(head) for head in heads], rows, kept=3)
    if any(city["types"] for city in told.cities):
        yield _types(told)
    if told.told["similar"]:
        rows = [
            [Cell(one["name"]), Cell(near["name"]), Cell(near["distance"], TWO)]
            for one in told.told["similar"]
            for near in one["nearest"]
        ]
        yield Sheet(told.say("similar"), [told.say("city"), told.say("other_city"), told.say("distance")], rows)
    if told.told["portraits"]:
        yield _portraits(told)
    if told.office and (failed := told.told["failed"]):
        rows = [[Cell(one["path"]), Cell(one["why"])] for one in failed]
        yield Sheet(told.say("sheet_failed"), [told.say("path"), told.say("why")], rows, wrapped=True)
    yield _notes(told, figures)


def _city(told: Told, city: City, figures: Sequence[str]) -> list[Cell]:
    return [Cell(city["name"]), *(_number(name, told.named(city, name)) for name in figures)]


def _ranges(told: Told) -> Iterator[list[Cell]]:
    """The figures that missing answers could change: as named, and the range of completions."""
    for city in told.cities:
        for name, span in city["missing"].items():
            if span.get("low") is not None:
                numbers = (city["network"].get(name), span["low"], span["high"])
                yield [Cell(city["name"]), Cell(told.label(name)), *(_number(name, one) for one in numbers)]


def _beyond_heads(told: Told) -> list[str]:
    keys = [key for key in BAND if told.office or key not in OFFICE]
    return [
        told.say("city"),
        told.say("figure"),
        told.say("model"),
        told.say("sheet_excess"),
        told.say("sheet_clear"),
        *(told.say(f"sheet_{k}") for k in keys),
    ]


def _beyond(told: Told) -> Iterator[list[Cell]]:
    keys = [key for key in BAND if told.office or key not in OFFICE]
    for city in told.cities:
        for model in MODELS:
            for name, found in (city["chance"].get(model) or {}).items():
                excess = city["excess"][model].get(name)
                if found is not None and excess is not None:
                    clear = Cell(told.say("yes") if excess["clear"] else "")
                    first = [Cell(city["name"]), Cell(told.label(name)), Cell(told.say(f"model_{model}"))]
                    numbers = (_number(name, found[key], key) for key in keys)
                    yield [*first, _number(name, excess["value"]), clear, *numbers]


def _types(told: Told) -> Sheet:
    keys = [key for key in OF_TYPES if any(key in one for city in told.cities for one in city["types"])]
    words = catalog("tables")
    heads = [
        told.say(f"sheet_{key}") if key in OWN else
        say(f"tables.{f'groups_{key}' if f'groups_{key}' in words else key}", told.language)
        for key in keys
    ]  # fmt: skip
    rows = [
        [Cell(city["name"]), Cell(told.kind(one["type"])), *(_type_cell(told, key, one.get(key)) for key in keys)]
        for city in told.cities
        for one in city["types"]
    ]
    return Sheet(told.say("sheet_types"), [told.say("city"), told.say("kind"), *heads], rows, kept=2)


def _type_cell(told: Told, key: str, value: Any) -> Cell:
    if key == "status" and value is not None:
        return Cell(say(f"tables.groups_status_is_{value.replace(' ', '_')}", told.language))
    return _number(key, value)


def _number(figure: str, value: Any, key: str = "") -> Cell:
    """A number in the form of its figure; p and z in their own."""
    if value is None or isinstance(value, str):
        return Cell(value)
    if key in P:
        return Cell(value, TWO if key == "z" else THREE)
    if isinstance(value, int):
        return Cell(value, WHOLE)
    if figure in SHARES or figure.startswith(MIXING):
        return Cell(value, SHARE)
    return Cell(value, THREE if figure in FINE else TWO)


def _portraits(told: Told) -> Sheet:
    rows = [[Cell(one["a"]), Cell(one["b"]), Cell(one["divergence"], TWO)] for one in told.told["portraits"]]
    return Sheet(told.say("sheet_portraits"), [told.say(key) for key in ("city", "other_city", "divergence")], rows)


def _notes(told: Told, figures: Sequence[str]) -> Sheet:
    """What is to be known of the whole, then what each figure means and whether it follows size."""
    ranges = [told.say("ranges_stand", sheet=told.say("sheet_ranges"))] if told.ranged else []
    general = [told.told["note"], *findings(told), told.say("order"), told.say("follows_size_means"), *ranges,
               told.say("beyond_size"), told.say("beyond_degrees"), told.say("z_means"), *told.on_differences()[:-1],
               *told.on_similar(), *told.notes(),
               told.say("made_with", version=__version__)]  # fmt: skip
    general += [told.say("portraits_mean")] if told.told["portraits"] else []
    rows = [[Cell(""), Cell(line), Cell("")] for line in general]
    rows += [[Cell(told.label(name)), Cell(told.meaning(name)), Cell(told.marks(name))] for name in figures]
    return Sheet(
        told.say("sheet_notes"), [told.say("figure"), told.say("meaning"), told.say("sheet_mark")], rows, wrapped=True
    )
