"""The analysis as one document: all figures of a landscape under the names of the contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from actor_graph import __version__
from actor_graph.analysis.about import sources, turn_to
from actor_graph.analysis.actors import actor_figures
from actor_graph.analysis.beside_chance import ENOUGH, beside_chance
from actor_graph.analysis.circles import circle_figures
from actor_graph.analysis.departures import OUTSIDE, central, losing, without
from actor_graph.analysis.groups import group_figures, mixing_figures
from actor_graph.analysis.missing import missing_answers
from actor_graph.analysis.networks import clear, network_figures
from actor_graph.analysis.pace import HowFar, nobody_asks
from actor_graph.analysis.published import Published, caution, circle_names, circles_shown, kept, others, published
from actor_graph.analysis.released import about_actors
from actor_graph.analysis.request import Request
from actor_graph.analysis.scene import Scene
from actor_graph.analysis.shown import shown as shown_columns
from actor_graph.landscape.network import Network, network
from actor_graph.measures import dominance, networking
from actor_graph.privacy.audience import for_audience
from actor_graph.privacy.few import Kept, small
from actor_graph.privacy.pseudonyms import singled_out
from actor_graph.privacy.redaction import redact
from actor_graph.privacy.sensitive import without_few
from actor_graph.privacy.suppression import suppress
from actor_graph.problems import Problem, Problems
from actor_graph.words import say
from actor_graph.words.numbers import day

SCHEMA = "actor-graph/analysis/1"
Progress = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Seen:
    """What an audience sees: the finished document, and whose entries and ties are shown in it one by one.

    ``scene`` is what all figures were worked out from: nothing of it may leave but through ``document``'s rules.
    ``warnings``: what whoever asked should know of the cells that were asked for.
    """

    document: dict[str, Any]
    network: Network
    scene: Scene
    shown: Published
    warnings: tuple[Problem, ...] = ()


def look(request: Request, progress: Progress, how_far: HowFar = nobody_asks) -> Seen:
    """Work out all figures and keep what the audience may see."""
    found = network(request.landscape, count=request.count, confirmed=request.confirmed)
    scene = _scene(request, found)
    ids, problems = list(scene.ids), Problems(clean=redact)
    problems.extend(request.landscape.warnings)
    progress("paths")
    shown = published(request, found, scene)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "audience": request.audience,
        "note": _note(request),
        **({} if request.landscape.pseudonyms is None else {"pseudonymized": True}),
        "settings": _settings(request),
        "landscape": _landscape(request, found, scene),
        "network": network_figures(scene),
    }
    progress("actors")
    document["actors"] = _actors(request, found, shown, circles_shown(request, scene, shown))
    if request.show:
        listed_rows = [int(found.rows[i]) for i in shown.listed]
        included = found.rows.tolist()
        document["shown"] = shown_columns(request.landscape, request.show, included, listed_rows, problems)
    document |= _parts(request, found, scene, ids, shown.drawn, circle_names(request, found, problems))
    progress("without")
    document |= _dominance(scene, ids, document)
    if request.chance:
        progress("chance")
        beside = beside_chance(scene, document["network"], request.chance, how_far)
        document["settings"]["chance"] = beside.pop("drawn")
        document |= beside
        if request.chance < ENOUGH:
            problems.warn("beside_chance.few_draws", n=request.chance, enough=ENOUGH)
    if request.missing:
        progress("missing")
        document |= missing_answers(scene, document["actors"], shown.listed, how_far)
    if request.audience == "public":
        document["others"] = others(scene, shown.listed)
        caution(scene, shown, problems)
    if request.landscape.pseudonyms is not None:
        problems.extend(request.landscape.pseudonyms.notes)
        problems.warn("privacy.pseudonymized")
        problems.extend(singled_out(request.landscape, (request.by, *request.show)))
    document = _released(plain(document), request, kept(scene, shown))
    return Seen(document, found, scene, shown, problems.warnings)


def _released(document: dict[str, Any], request: Request, beyond: Kept) -> dict[str, Any]:
    """The document after all rules on who sees what."""
    if request.audience == "public" or request.sensitive:
        document = suppress(document, beyond)
    limits = request.landscape.scheme.thresholds
    rate = document["network"]["response_rate"]
    return for_audience(document, request.audience, rate=rate, least=limits.response_none)


def _scene(request: Request, found: Network) -> Scene:
    actors = request.landscape.actors
    survey = found.column(actors["survey"])
    labels, types = _labels(request, found)
    return Scene(
        graph=found.graph,
        ids=found.column(actors["id"]),
        labels=labels,
        types=types,
        answered=np.array([s == "answered" for s in survey], dtype=bool) if any(survey) else None,
        mandate=np.array([bool(m) for m in found.column(actors["mandate"])], dtype=bool),
        intensity=found.intensity,
        reported=found.reported,
        scheme=request.landscape.scheme,
        seed=request.seed,
        draws=request.draws,
    )


def _labels(request: Request, found: Network) -> tuple[Any, list[str]]:
    """Each actor's place among the values of the column, the first where it has several; −1 for none."""
    cells = found.column(request.landscape.actors[request.by])
    values: list[str | None] = [_first(cell) for cell in cells]
    if request.sensitive:
        values = without_few(values, found.column(request.landscape.actors["person"]))
    types = sorted({value for value in values if value is not None})
    place: dict[str | None, int] = {None: -1} | {value: i for i, value in enumerate(types)}
    return np.array([place[value] for value in values], dtype=np.int64), types


def _first(cell: Any) -> str | None:
    if isinstance(cell, tuple):
        return str(cell[0]) if cell else None
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return None if cell is None else str(cell)


def _note(request: Request) -> str:
    """What every output says of itself: for whom, of which date, and that it judges nobody's work."""
    tongue, date = request.language, request.landscape.meta.get("date")
    told = [say("analysis.banner_office", tongue)] if request.audience == "office" else []
    told += [say("analysis.as_of", tongue, date=day(date, tongue))] if date else []
    told += [] if request.landscape.pseudonyms is None else [say("privacy.pseudonymized", tongue)]
    return " · ".join([*told, say("analysis.as_named", tongue)])


def _settings(request: Request) -> dict[str, Any]:
    return {
        "version": __version__,
        "seed": request.seed,
        "dealings": request.draws,
        "scheme": request.landscape.scheme.name,
        "count": list(request.count),
        "confirmed": request.confirmed,
        "without": {
            "actors": request.without.actors,
            "named": [{"id": id_, "name": name} for id_, name in request.without.named],
        },
        "objected": _objected(request),
    }


def _objected(request: Request) -> dict[str, int | None]:
    """How many entries and ties are not seen outside the office because of an objection; there never one or two.

    Under pseudonyms the office passes on what it makes, so that neither is told.
    """
    passed_on = request.audience != "office" or request.landscape.pseudonyms is not None
    counts = {"actors": len(request.objected.actors), "ties": request.objected.pairs}
    return {key: None if passed_on and small(n) else n for key, n in counts.items()}


def _landscape(request: Request, found: Network, scene: Scene) -> dict[str, Any]:
    landscape = request.landscape
    return {
        "name": landscape.name,
        "place": landscape.meta.get("place"),
        "date": landscape.meta.get("date"),
        "boundary": landscape.meta.get("boundary"),
        "language": request.language,
        "by": request.by,
        **({} if request.by == "type" else {"by_heading": landscape.actors.headings.get(request.by, request.by)}),
        "actors": len(landscape.actors),
        "ties": len(landscape.ties),
        "excluded": found.excluded,
        "untyped": int((~scene.typed).sum()),
        "ties_excluded": found.ties_excluded,
        "ties_out_of_date": found.ties_out_of_date,
        "ties_not_counted": found.ties_not_counted,
        "self_ties": found.self_ties,
        "ties_without_weight": found.ties_without_weight,
        "checked": _checked(request, found),
        "kinds_counted": list(found.kinds_counted),
        "sources": sources(landscape.meta),
        **turn_to(landscape.meta),
    }


def _checked(request: Request, found: Network) -> int | None:
    """How many of the included actors have checked their entry; None where nobody was asked to."""
    return None if request.checked is None else sum(found.column(request.checked))


def _actors(request: Request, found: Network, shown: Published, circles: Any) -> list[dict[str, Any]]:
    rows = [int(found.rows[i]) for i in shown.listed]
    named_by, actors = found.named_by, request.landscape.actors
    figures = actor_figures(shown.scene, circles, None if named_by is None else named_by[shown.listed])
    types = [shown.scene.types[label] if label >= 0 else None for label in shown.scene.labels.tolist()]
    included = found.rows.tolist()
    told = about_actors(request.landscape, request.audience, rows, included, sensitive=request.with_sensitive)
    return [
        {"id": actors["id"][row], "name": actors["name"][row], "type": kind, **about, **figure}
        for row, kind, about, figure in zip(rows, types, told, figures, strict=True)
    ]


def _parts(
    request: Request, found: Network, scene: Scene, ids: list[str], drawn: set[int], named: dict[int, str]
) -> dict[str, Any]:
    """Groups, mixing and circles, members given by id: those with a tie that is shown."""
    actors = request.landscape.actors
    words = None
    if "fields" in actors or "offers" in actors:
        words = [(*f, *o) for f, o in zip(found.column(actors["fields"]), found.column(actors["offers"]), strict=True)]
    groups = group_figures(scene)
    for group in groups:
        group["contact_points"] = [ids[i] for i in group["contact_points"] if i in drawn]
        holder = group["held_together_by"]
        group["held_together_by"] = None if holder is None else ids[holder]
    circles = circle_figures(scene, words)
    degree = networking.degree(scene.graph)
    for circle in circles:
        members = circle["members"]
        circle["name"] = next((named[i] for i in members if i in named), None)
        circle["strongest"] = ids[max(members, key=lambda i: (int(degree[i]), -i))]
        circle["members"] = [ids[i] for i in members if i in drawn]
    return {"groups": groups, "mixing": mixing_figures(scene), "clusters": circles}


def _dominance(scene: Scene, ids: list[str], document: dict[str, Any]) -> dict[str, Any]:
    graph, top = scene.graph, scene.top
    share, certain = dominance.tie_share(graph), clear(scene)
    outside = np.isin(scene.status, OUTSIDE)
    not_yet = [group["type"] for group in document["groups"] if group["status"] in ("isolated", "weakly networked")]
    leaving = top & ~scene.mandate
    left = without(scene, leaving)
    return {
        "top_dogs": [
            {
                "id": ids[i],
                "clear": bool(certain[i]),
                "mandate": bool(scene.mandate[i]),
                "tie_share": float(share[i]),
                "cut_off": [ids[j] for j in dominance.cut_off(graph, i)],
            }
            for i in central(scene)
        ],
        "not_yet_networked": {"actors": [ids[i] for i in np.flatnonzero(outside).tolist()], "groups": not_yet},
        "without_top_dogs": {
            "network": document["network"] if left is scene else network_figures(left),
            "removed": [ids[i] for i in np.flatnonzero(leaving).tolist()],
            "cut_off": [ids[i] for i in losing(scene, left, leaving)],
        },
    }


def plain(value: Any) -> Any:
    """Numbers as Python has them, undefined as None, all the way down."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not np.isfinite(value) else value
