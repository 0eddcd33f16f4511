"""What stands under each of the five findings: figures, names, small tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from string import ascii_uppercase
from typing import Any

from actor_graph.analysis.beside_chance import ENOUGH
from actor_graph.views.findings import OF_A_NETWORK, one_kind, spoken_of
from actor_graph.views.ranged import bare
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import indented
from actor_graph.views.terminal.missing import ranged
from actor_graph.views.terminal.telling import Telling
from actor_graph.words import say
from actor_graph.words.numbers import UNDEFINED

ROWS_SHOWN = 12
PAIRS_SHOWN = 3
NAMED_SHOWN = 5
LIKELY = 0.05
OF_A_PAIR = 2
FEW = 3
FIGURES = {
    "density": "density", "largest": "largest_component_share", "connectedness": "connectedness",
    "path_length": "average_path_length", "centralization": "degree_centralization", "transitivity": "transitivity",
}  # fmt: skip


def networking(tell: Telling) -> Iterator[Any]:
    """Figures of the whole, then group by group."""
    network = tell.told["network"]
    if (network.get("actors") or 0) < OF_A_PAIR:
        return
    if figures := list(_figures(tell)) if network.get("ties") else []:
        yield indented(" · ".join(f"{tell.say(name)} {value}" for name, value in figures))
        if between := [said for figure in FIGURES.values() if (said := ranged(tell, figure))]:
            marked = ["mark_smoothed"] if any("~" in said for said in between) else []
            yield indented(" ".join(say(f"missing.{key}", tell.language) for key in ("in_brackets", *marked)))
        if any(bare(tell.told, FIGURES[name]) for name, _ in figures):
            yield indented(say("missing.others_so_far", tell.language))
    if network.get("confirmed_share") is not None:
        yield indented(tell.say("confirmed", share=tell.percent(network["confirmed_share"])))
    intensity = network.get("intensity") or {}
    words = {word: n for word, n in intensity.items() if n and word != "none"}
    if words:
        label = tell.scheme.intensity_label
        parts = ", ".join(f"{label(word, tell.language)} {n}" for word, n in words.items())
        none = intensity.get("none")
        yield indented(f"{tell.say('firmness')}: {parts}" + (f", {tell.say('no_intensity')} {none}" if none else ""))
    yield from _groups(tell)


def _figures(tell: Telling) -> Iterator[tuple[str, str]]:
    """The figures of the whole that are defined; of a largest network only where one is to be spoken of."""
    network = tell.told["network"]
    largest = network.get("largest_component_share")
    if largest is not None and round(largest * network["actors"]) < OF_A_NETWORK:
        largest = None
    values = [
        ("density", tell.number(network.get("density"), 3)),
        ("largest", tell.percent(largest)),
        ("connectedness", tell.percent(network.get("connectedness"))),
        ("path_length", tell.number(network.get("average_path_length"))),
        ("centralization", tell.percent(network.get("degree_centralization"))),
        ("transitivity", tell.percent(network.get("transitivity"))),
    ]
    for name, value in values:
        if value != UNDEFINED:
            between = ranged(tell, FIGURES[name])
            yield name, f"{value} ({between})" if between else value


def _groups(tell: Telling) -> Iterator[Any]:
    """A row per kind of which something may be told, then how many kinds there are besides."""
    groups = sorted(tell.told["groups"], key=lambda row: -(row["actors"] or 0))
    rows = [row for row in groups if row["actors"] is not None]
    if rows:
        yield _table(tell, ["group", "count", "partners", "networked", "outward"], [_row(tell, row) for row in rows])
    if len(groups) > len(rows):
        yield indented(tell.say("kinds_without_figures", n=len(groups) - len(rows)))


def _row(tell: Telling, row: dict[str, Any]) -> list[str]:
    """A kind's figures; outside the office none of kinds with one or two actors, which would be theirs."""
    told = row if tell.office or not _few(row["actors"]) else {}
    partners, networked = tell.number(told.get("average_degree")), tell.percent(told.get("networked_share"))
    return [_group(tell, row), str(row["actors"]), partners, networked, tell.number(told.get("external_ties"), 0)]


def _few(actors: int | None) -> bool:
    """Whether figures of so many would be those of single actors; so it is where the number itself is not told."""
    return actors is None or actors < FEW


def _group(tell: Telling, row: dict[str, Any]) -> str:
    remarkable = row.get("status") not in (None, "networked")
    mark = " (?)" if remarkable and tell.uncertain(row["type"]) else ""
    return tell.kind(row["type"]) + (f" ({tell.say('status_' + row['status'])}){mark}" if remarkable else "")


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
        if status == "isolated" and (aside := [one for one in ids or () if one in tell.aside]):
            kinds = ", ".join(
                tell.kind_of_tie(key) for key in dict.fromkeys(k for one in aside for k in tell.aside[one])
            )
            yield indented(tell.say("aside", n=len(aside), names=tell.names(aside), kinds=kinds))
    if _anyone_outside(by_status) and tell.told.get("pseudonymized") and tell.told["settings"]["objected"]["ties"] != 0:
        yield indented(tell.say("alone_since_objected"))
    if groups := tell.told["not_yet_networked"]["groups"]:
        shown = [tell.kind(key) + (" (?)" if tell.uncertain(key) else "") for key in groups]
        yield indented(f"{tell.say('groups')}: {', '.join(shown)}")
    if any(marks[one] for status in ("isolated", "fragment") for one in by_status.get(status, ())):
        yield indented(tell.say("uncertain"))


def _anyone_outside(by_status: dict[str, list[str]]) -> bool:
    """Whether anybody is said to stand outside."""
    return bool(by_status.get("isolated") or by_status.get("fragment"))


def central(tell: Telling) -> Iterator[Any]:
    """The central actors, the clear ones first; whom most others name."""
    top = sorted(tell.told["top_dogs"], key=lambda one: not one["clear"])
    tied, limits = sum(row["degree"] > 0 for row in tell.told["actors"]), tell.scheme.thresholds
    cells = []
    for one in top[: max(limits.named_min, int(limits.named_share * tied))]:
        row = tell.actors[one["id"]]
        marks = [tell.say("mandate")] * bool(row["mandate"]) + [tell.say("could_be_chance")] * (not one["clear"])
        numbers = [str(row["degree"]), tell.percent(row["betweenness"]), str(len(one["cut_off"]))]
        cells.append([tell.name(one["id"]) + (f" ({'; '.join(marks)})" if marks else ""), *numbers])
    if cells:
        yield _table(tell, ["actor", "ties", "ways", "cut_off"], cells)
        yield indented(tell.say("legend_central"))
    if len(top) > len(cells):
        yield indented(tell.say("more", n=len(top) - len(cells)))
    named = sorted((row for row in tell.told["actors"] if row.get("named_by")), key=lambda row: -row["named_by"])
    if named:
        most = ", ".join(f"{tell.name(row['id'])} ({row['named_by']})" for row in named[:NAMED_SHOWN])
        yield indented(tell.say("most_named", names=most))


def composition(tell: Telling) -> Iterator[Any]:
    """The circles: around whom, of what, and whether chance would give that."""
    circles = [row for row in tell.told["clusters"] if spoken_of(row)]
    pairs = sum(row["actors"] == OF_A_PAIR for row in tell.told["clusters"])
    cells = [
        [
            _circle(tell, row) + _beyond_chance(tell, row),
            UNDEFINED if row["actors"] is None else str(row["actors"]),
            tell.say_composition(row.get("composition")),
            _mostly(tell, row),
        ]
        for row in circles[:ROWS_SHOWN]
    ]
    yield _table(tell, ["circle", "count", "composition", "mostly"], cells, left=("composition", "mostly"))
    if len(circles) > ROWS_SHOWN:
        yield indented(tell.say("more", n=len(circles) - ROWS_SHOWN))
    if pairs:
        yield indented(tell.say("pairs", n=pairs))
    stability = tell.told["network"].get("cluster_stability")
    if stability is not None and stability < tell.scheme.thresholds.stability:
        yield indented(tell.say("borders", agreement=tell.number(stability, 2)))
    yield indented(tell.say("adds_up"))


def _mostly(tell: Telling, row: dict[str, Any]) -> str:
    """The most frequent kind of a circle and its share, unless each kind is there but once."""
    kinds = row.get("types") or {}
    if len(kinds) > 1 and all(n == 1 for n in kinds.values()):
        return tell.say("all_different")
    kind = row.get("dominant_type")
    share = row.get("dominant_share")
    return f"{tell.kind(kind)} {tell.percent(share) if share is not None else ''}".rstrip() if kind else UNDEFINED


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
    if one_kind(tell.told):
        return
    if network.get("ei_p") is not None and network.get("ei_low") is not None:
        low, high = (tell.percent((1 + network[bound]) / 2) for bound in ("ei_low", "ei_high"))
        n = tell.told["settings"]["dealings"]
        values = {"low": low, "high": high, "p": tell.p(network["ei_p"]), "draws": tell.number(n, 0)}
        key = ("expected_alike" if low == high else "expected") + ("" if tell.by_type else "_by")
        if n >= ENOUGH:
            yield indented(tell.say(key, n=n, **values))
    if pairs := list(_hardly_meeting(tell)):
        yield indented(tell.say("hardly", pairs="; ".join(pairs[:PAIRS_SHOWN])))


def _hardly_meeting(tell: Telling) -> Iterable[str]:
    """Pairs of groups with under half the ties that dealing would give, the largest gap first."""
    mixing = tell.told["mixing"]
    held_back = set() if tell.office else {row["type"] for row in tell.told["groups"] if _few(row["actors"])}
    gaps = [
        (expected - ties, a, b, ties, expected)
        for (i, a), (j, b) in combinations(enumerate(mixing["types"]), 2)
        if not {a, b} & held_back
        if (ties := mixing["ties"][i][j]) is not None and (expected := mixing["expected"][i][j]) is not None
        if expected >= 2 and ties < expected / 2
    ]
    for _, a, b, ties, expected in sorted(gaps, key=lambda gap: (-gap[0], gap[1], gap[2])):
        yield tell.say("pair", a=tell.kind(a), b=tell.kind(b), n=ties, expected=tell.number(expected))


BLOCKS: dict[str, Callable[[Telling], Iterable[Any]]] = {
    "networking": networking,
    "outside": outside,
    "central": central,
    "composition": composition,
    "chance": chance,
}


def _table(tell: Telling, heads: Sequence[str], cells: Sequence[Sequence[str]], left: Sequence[str] = ()) -> Any:
    """A table whose columns are of numbers, but for the first and those on the ``left``; columns of dashes stay out."""
    return table([tell.say(head) for head in heads], cells, [heads.index(head) for head in left])
