"""Cities side by side at the terminal: their size, what they have beyond chance, what differs, who is alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.comparison.findings import ASKED, findings
from actor_graph.views.comparison.told import HEADLINE, Told, shortened_to
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language
from actor_graph.words.numbers import UNDEFINED, number
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.comparison.result import Comparison

PAIRS_SHOWN = 10
"""So many pairs are told of a figure."""
SHOWN = 40
"""So many cities, notes and failures are told; the rest stands in the workbook."""
SIGNS = 16
"""So long is a name at most in the first column, so that a table fits 80 signs."""


def print_comparison(made: Comparison, language: Language | None = None, out: TextIO | None = None) -> None:
    """Print the comparison in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    for line in _lines(Told(made, language)):
        console.print(line, end="")


def _lines(told: Told) -> Iterator[Any]:
    yield Lines(text(told.title, "bold"), indent=0)
    yield Lines(text(f"{told.told['note']}", "dim"), indent=0)
    if said := findings(told):
        yield _heading(told.say("found"))
        yield from map(indented, said)
    yield _heading(told.say("cities"))
    yield _sizes(told)
    if len(told.cities) > SHOWN:
        yield indented(told.say("more", n=len(told.cities) - SHOWN))
    there = {
        "partners_mean": any(city["network"].get("average_degree") is not None for city in told.cities),
        "outside_means": any(city["not_yet_networked"] for city in told.cities),
        "central_means": any(city["central"] for city in told.cities),
    }
    if explained := [told.say(key) for key, shown in there.items() if shown]:
        yield indented(" ".join(explained))
    if told.ranged:
        yield indented(told.say("range_means"))
    yield from _listed(told, [f"• {note}" for note in told.notes()])
    yield _heading(told.say("beyond"))
    yield indented(told.say("beyond_size"))
    yield _beyond(told)
    yield indented(told.say("beyond_heads_mean"))
    yield _heading(told.say("differences"))
    yield from _differences(told)
    if told.told["similar"]:
        yield _heading(told.say("similar"))
        yield indented(" ".join(told.on_similar()))
        yield from _listed(told, [_nearest(told, one) for one in told.told["similar"]])
    if failed := told.told["failed"]:
        yield _heading(told.say("failed", n=len(failed)))
        if told.office:
            yield from _listed(told, [f"• {visible(one['path'])}: {one['why']}" for one in failed])


def _listed(told: Told, lines: list[str]) -> Iterator[Any]:
    """A line for each, but not for hundreds."""
    yield from map(indented, lines[:SHOWN])
    if len(lines) > SHOWN:
        yield indented(told.say("more", n=len(lines) - SHOWN))


def _nearest(told: Told, one: Mapping[str, Any]) -> str:
    others = ", ".join(visible(near["name"]) for near in one["nearest"])
    return told.say("similar_to", city=visible(one["name"]), others=others or UNDEFINED)


def _heading(said: str) -> Any:
    return Lines(text(f"\n{said}", "bold"), indent=0)


def _sizes(told: Told) -> Any:
    heads = ["city", "head_actors", "head_response", "head_partners", "head_outside"]
    rows = [
        [
            short,
            number(city["actors"], told.language),
            told.response(city),
            told.partners(city),
            told.outside(city),
            *([number(city["central"]["actors"], told.language)] if city["central"] else []),
        ]
        for short, city in zip(shortened(told), told.cities[:SHOWN], strict=True)
    ]
    central = ["head_central"] if any(city["central"] for city in told.cities) else []
    filled = [row + [UNDEFINED] * (len(heads) + len(central) - len(row)) for row in rows]
    return table([told.say(head) for head in (*heads, *central)], filled)


def shortened(told: Told) -> list[str]:
    """The names of the cities for the first column of a table: cut, unless two would be the same then."""
    names = [visible(city["name"]) for city in told.cities[:SHOWN]]
    cut = [shortened_to(SIGNS, name) for name in names]
    return cut if len({*cut}) == len(cut) else names


def _beyond(told: Told) -> Any:
    named = zip(shortened(told), told.cities[:SHOWN], strict=True)
    rows = [[short, *(told.beyond(city, "size", name) for name in HEADLINE)] for short, city in named]
    return table([told.say("city"), *(told.say(f"head_{name}") for name in HEADLINE)], rows)


def _differences(told: Told) -> Iterator[Any]:
    if len(told.cities) < 2:
        yield indented(told.say("nothing_to_differ"))
        return
    yield indented(" ".join(told.on_differences()))
    if told.told["pairs_are"] != "each with each":
        yield indented(told.say("against_median"))
    asked = {row["figure"]: row for row in told.told["heterogeneity"]}
    for figure in ASKED:
        rows = told.pairs_of(figure)
        if not rows:
            continue
        mark = told.tested(figure)
        yield indented(f"{told.label(figure)}{f' ({mark})' if mark else ''}")
        if said := told.at_all(asked.get(figure)):
            yield indented(f"   {said}")
        for row in rows[:PAIRS_SHOWN]:
            yield indented(f"   {difference(told, row)}")
        if len(rows) > PAIRS_SHOWN:
            yield indented(f"   {told.say('more_pairs', n=len(rows) - PAIRS_SHOWN)}")


def difference(told: Told, row: Any) -> str:
    """The difference of two cities in one line."""
    ends = {key: told.signed(row["figure"], row[key]) for key in ("difference", "low", "high")}
    p = told.p(row.get("p_adjusted"))
    names = {end: visible(row[end]) for end in ("a", "b")}
    if row["low"] is None:
        said = told.say("difference_alone", **names, difference=ends["difference"])
    else:
        said = told.say("difference_p" if p else "difference", **names, **ends, **({"p": p} if p else {}))
    beside = told.beside(row)
    return f"{said}; {beside}" if beside else said
