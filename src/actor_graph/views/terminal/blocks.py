"""What stands under each of the five findings: figures, names, small tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import Any

from actor_graph.views.terminal.telling import Telling

ROWS_SHOWN = 12
PAIRS_SHOWN = 3
LIKELY = 0.05


def networking(tell: Telling) -> Iterator[Any]:
    """Figures of the whole, then group by group."""
    network = tell.told["network"]
    figures = [
        ("density", tell.number(network["density"], 3)),
        ("largest", tell.percent(network["largest_component_share"])),
        ("connectedness", tell.percent(network["connectedness"])),
        ("path_length", tell.number(network["average_path_length"])),
        ("centralization", tell.percent(network["degree_centralization"])),
        ("transitivity", tell.percent(network["transitivity"])),
    ]
    if network.get("confirmed_share") is not None:
        figures.append(("confirmed", tell.percent(network["confirmed_share"])))
    yield indented(" · ".join(f"{tell.say(name)} {value}" for name, value in figures))
    words = {word: n for word, n in (network["intensity"] or {}).items() if n and word != "none"}
    if words:
        label = tell.scheme.intensity_label
        parts = ", ".join(f"{label(word, tell.language)} {n}" for word, n in words.items())
        none = network["intensity"]["none"]
        yield indented(f"{tell.say('firmness')}: {parts}" + (f", {tell.say('no_intensity')} {none}" if none else ""))
    if tell.told["groups"]:
        yield _groups(tell)


def _groups(tell: Telling) -> Any:
    heads = ["group", "count", "partners", "networked", "outward"]
    rows = sorted(tell.told["groups"], key=lambda row: -(row["actors"] or 0))
    cells = [
        [
            _group(tell, row),
            tell.number(row["actors"], 0),
            tell.number(row["average_degree"]),
            tell.percent(row["networked_share"]),
            tell.number(row["external_ties"], 0),
        ]
        for row in rows
    ]
    return _table(tell, heads, cells, "lrrrr")


def _group(tell: Telling, row: dict[str, Any]) -> str:
    remarkable = row.get("status") not in (None, "networked")
    return tell.kind(row["type"]) + (f" ({tell.say('status_' + row['status'])})" if remarkable else "")


def outside(tell: Telling) -> Iterator[Any]:
    """Who has no tie named, who forms a small circle, who has not answered; whole groups."""
    marks = {row["id"]: "" if row["status_certain"] else " (?)" for row in tell.told["actors"]}
    by_status: dict[str, list[str]] = {}
    for row in tell.told["actors"]:
        by_status.setdefault(row["status"], []).append(row["id"])
    for status, heading in (("isolated", "isolated"), ("fragment", "fragments"), ("unknown", "unknown")):
        if ids := by_status.get(status):
            shown = [tell.name(one) + marks[one] for one in ids[:ROWS_SHOWN]]
            more = [tell.say("more", n=len(ids) - ROWS_SHOWN)] if len(ids) > ROWS_SHOWN else []
            yield indented(f"{tell.say(heading)} ({len(ids)}): {', '.join(shown + more)}")
    if groups := tell.told["not_yet_networked"]["groups"]:
        yield indented(f"{tell.say('groups')}: {', '.join(tell.kind(key) for key in groups)}")
    if any(marks[one] for status in ("isolated", "fragment") for one in by_status.get(status, ())):
        yield indented(tell.say("uncertain"))


def central(tell: Telling) -> Iterator[Any]:
    """The central actors, the clear ones first."""
    top = sorted(tell.told["top_dogs"], key=lambda one: not one["clear"])
    tied, limits = sum(row["degree"] > 0 for row in tell.told["actors"]), tell.scheme.thresholds
    cells = []
    for one in top[: max(limits.named_min, int(limits.named_share * tied))]:
        row = tell.actors[one["id"]]
        marks = [tell.say("mandate")] * bool(row["mandate"]) + [tell.say("could_be_chance")] * (not one["clear"])
        numbers = [str(row["degree"]), tell.percent(row["betweenness"]), str(len(one["cut_off"]))]
        cells.append([tell.name(one["id"]) + (f" ({'; '.join(marks)})" if marks else ""), *numbers])
    if cells:
        yield _table(tell, ["actor", "ties", "ways", "cut_off"], cells, "lrrr")
        yield indented(tell.say("legend_central"))
    if len(top) > len(cells):
        yield indented(tell.say("more", n=len(top) - len(cells)))


def composition(tell: Telling) -> Iterator[Any]:
    """The circles: around whom, of what, and whether chance would give that."""
    circles = [row for row in tell.told["clusters"] if row["actors"]]
    cells = [
        [
            _circle(tell, row) + _beyond_chance(tell, row),
            str(row["actors"]),
            tell.say_composition(row["composition"]),
            f"{tell.kind(row['dominant_type'])} {tell.percent(row['dominant_share'])}" if row["dominant_type"] else "–",
        ]
        for row in circles[:ROWS_SHOWN]
    ]
    yield _table(tell, ["circle", "count", "composition", "mostly"], cells, "lrll")
    if len(circles) > ROWS_SHOWN:
        yield indented(tell.say("more", n=len(circles) - ROWS_SHOWN))
    stability = tell.told["network"]["cluster_stability"]
    if stability is not None and stability < tell.scheme.thresholds.stability:
        yield indented(tell.say("borders", agreement=tell.number(stability, 2)))
    yield indented(tell.say("adds_up"))


def _circle(tell: Telling, row: dict[str, Any]) -> str:
    letter = ascii_uppercase[row["cluster"] - 1] if row["cluster"] <= len(ascii_uppercase) else str(row["cluster"])
    around = row.get("name") or (tell.say("circle_of", name=tell.name(row["strongest"])) if "strongest" in row else "")
    return f"{letter} {around}".rstrip()


def _beyond_chance(tell: Telling, row: dict[str, Any]) -> str:
    for key, name in (("p_homogeneous_adjusted", "more_alike"), ("p_heterogeneous_adjusted", "more_unlike")):
        if (p := row.get(key)) is not None and p < LIKELY:
            return f" ({tell.say(name)})"
    return ""


def chance(tell: Telling) -> Iterator[Any]:
    """The expected share beside the observed, and the groups that hardly meet for their size."""
    network = tell.told["network"]
    if network.get("ei_p") is not None:
        low, high = (tell.percent((1 + network[bound]) / 2) for bound in ("ei_low", "ei_high"))
        draws = tell.number(tell.told["settings"]["dealings"], 0)
        yield indented(tell.say("expected", low=low, high=high, p=tell.number(network["ei_p"], 3), draws=draws))
    if pairs := list(_hardly_meeting(tell)):
        yield indented(tell.say("hardly", pairs="; ".join(pairs[:PAIRS_SHOWN])))


def _hardly_meeting(tell: Telling) -> Iterable[str]:
    """Pairs of groups with under half the ties that dealing would give, the largest gap first."""
    mixing = tell.told["mixing"]
    gaps = [
        (expected - ties, a, b, ties, expected)
        for i, a in enumerate(mixing["types"])
        for j, b in enumerate(mixing["types"])
        if i < j and (ties := mixing["ties"][i][j]) is not None and (expected := mixing["expected"][i][j]) is not None
        if expected >= 2 and ties < expected / 2
    ]
    for _, a, b, ties, expected in sorted(gaps, key=lambda gap: (-gap[0], gap[1], gap[2])):
        yield tell.say("pair", a=tell.kind(a), b=tell.kind(b), ties=ties, expected=tell.number(expected))


BLOCKS: dict[str, Callable[[Telling], Iterable[Any]]] = {
    "networking": networking,
    "outside": outside,
    "central": central,
    "composition": composition,
    "chance": chance,
}


def indented(text: str) -> Any:
    """A paragraph under a heading; text, never markup."""
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(text), (0, 0, 0, 3))


def _table(tell: Telling, heads: Sequence[str], cells: Sequence[Sequence[str]], sides: str) -> Any:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for place, (head, side) in enumerate(zip(heads, sides, strict=True)):
        table.add_column(
            Text(tell.say(head)),
            justify="right" if side == "r" else "left",
            overflow="fold",
            no_wrap=side == "r",
            ratio=1 if place == 0 else None,
        )
    for row in cells:
        table.add_row(*map(Text, row))
    return Padding(table, (0, 0, 0, 3))
