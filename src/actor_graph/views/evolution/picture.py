"""The change map: all waves on the same positions, laid out once from all ties ever named, a picture for each wave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actor_graph.analysis import analyze
from actor_graph.views.comparison.drawing import SHAPES
from actor_graph.views.evolution.told import Told
from actor_graph.views.layout.areas import ROWS
from actor_graph.views.map.looks import Kind
from actor_graph.views.map.page import kinds_of, picture_of
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.evolution.trace import Evolution

DRAWN = ("kept", "unknown", "ended", "shrunk", "new", "grown")
"""The looks of ties, the later ones over the earlier."""
OF_LISTED = {
    "kept": ("ties_kept",),
    "unknown": ("ties_unknown_before", "ties_unknown_after"),
    "ended": ("ties_ended", "ties_not_named"),
    "shrunk": ("ties_shrunk",),
    "new": ("ties_new", "ties_first_named"),
    "grown": ("ties_grown",),
}
BEFORE = ("ties_kept", "ties_ended", "ties_not_named", "ties_unknown_after")
"""Lists that together have the ties of the earlier wave."""
HERE = ("answered", "no answer", "included")
MARGIN, LETTER, LONGEST = 8.0, 6.6, 30
"""Around the picture; how wide a letter is on the screen; so many letters of a name stand beside the network."""
TYPE, LEGIBLE = 12.0, 0.7
"""Size of type on the screen; a picture that is smaller than this part of itself has no names beside the network."""


@dataclass(frozen=True)
class Mark:
    """An actor: its place, the size and path of its shape, and how it changed (``new``, ``gone`` or nothing)."""

    x: float
    y: float
    r: float
    path: str
    name: str
    change: str
    label: Sequence[tuple[float, float, str, str]]


@dataclass(frozen=True)
class Step:
    """The picture of a wave: its marks, and per look of tie the lines, and how many they are."""

    title: str
    marks: Sequence[Mark]
    ties: Mapping[str, str]
    counts: Mapping[str, int]
    sentences: Sequence[str]
    lists: Sequence[tuple[str, Sequence[str]]]
    panel: Sequence[tuple[str, str, str]]
    between: tuple[str, str]


@dataclass(frozen=True)
class Pictures:
    """All pictures of an evolution: the frame they share, the size of their type, the kinds, a step for each wave."""

    box: str
    width: int
    size: float
    kinds: Sequence[Kind]
    steps: Sequence[Step]


def pictures(made: Evolution, told: Told) -> Pictures:
    """Lay out all waves as one landscape, and draw each wave on it."""
    waves = made.waves[-1].analysis.request
    whole = analyze(
        made.whole, by=waves.by, audience=made.audience, seed=waves.seed, draws=1, language=told.language,
        sensitive=waves.with_sensitive,
    )  # fmt: skip
    picture = picture_of(whole)
    rows = whole.to_dict()["actors"]
    seen = {row["id"] for row in made.told["actors"]}
    looks = {kind.key: kind for kind in kinds_of(whole)}
    zoom, placed = picture.layout.zoom, set(picture.placed)
    places = {
        row["id"]: _Place(x, y, float(picture.radius[i]), _label(picture, i, i in placed, str(row["name"])),
                          SHAPES.get(looks[row["type"]].look.shape, SHAPES["circle"]))
        for i, (row, (x, y)) in enumerate(zip(rows, picture.places, strict=True))
        if row["id"] in seen
    }  # fmt: skip
    left, top, right, bottom = _frame(list(places.values()), zoom)
    return Pictures(
        box=" ".join(f"{value:.1f}" for value in (left, top, right - left, bottom - top)),
        width=round((right - left) * zoom),
        size=round(TYPE / zoom, 2),
        kinds=[looks[key] for key in looks if any(row["type"] == key and row["id"] in places for row in rows)],
        steps=list(_steps(told, places)),
    )


@dataclass(frozen=True)
class _Place:
    x: float
    y: float
    r: float
    label: Sequence[tuple[float, float, str, str]]
    path: str


def _frame(places: Sequence[_Place], zoom: float) -> tuple[float, float, float, float]:
    """What holds all marks and names, a name as wide as its letters are at most."""
    boxes = [(place.x - place.r, place.y - place.r, place.x + place.r, place.y + place.r) for place in places]
    for place in places:
        for dx, dy, align, line in place.label:
            wide, x, y = len(line) * LETTER / zoom, place.x + dx, place.y + dy
            start = x - {"start": 0.0, "middle": wide / 2, "end": wide}[align]
            boxes.append((start, y - TYPE / zoom, start + wide, y + TYPE / 3 / zoom))
    if not boxes:
        return 0.0, 0.0, 1.0, 1.0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts) - MARGIN, min(tops) - MARGIN, max(rights) + MARGIN, max(bottoms) + MARGIN


def _label(picture: Any, actor: int, inside: bool, name: str) -> list[tuple[float, float, str, str]]:
    """The lines of a name: where each begins, seen from the mark, on which side it is held, and its text."""
    zoom = picture.layout.zoom
    if not inside:
        crowded = len(picture.places) - len(picture.placed) > ROWS or zoom < LEGIBLE
        return (
            []
            if crowded
            else [(round(float(picture.radius[actor]) + 5, 1), round(4 / zoom, 1), "start", _short(visible(name)))]
        )
    label = picture.layout.labels[actor]
    if label is None:
        return []
    held = {"start": 0.0, "middle": label.width / 2, "end": label.width}[label.align]
    return [
        (
            round((label.dx + held) / zoom, 1),
            round((label.dy + (i + 0.78) * label.line) / zoom, 1),
            label.align,
            visible(line),
        )
        for i, line in enumerate(label.lines)
    ]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _steps(told: Told, places: Mapping[str, _Place]) -> Iterator[Step]:
    waves, changes = told.told["waves"], told.told["changes"]
    first = (changes[0]["listed"] or {}) if changes else {}
    ties = {"kept": [tie for key in BEFORE for tie in first.get(key, ())]}
    yield _step(told, places, 0, told.say("as_it_was", day=told.day(waves[0])), ties, None)
    for i, change in enumerate(changes, start=1):
        listed = change["listed"] or {}
        moved = {tuple(tie) for key in ("ties_grown", "ties_shrunk") for tie in listed.get(key, ())}
        ties = {look: [tie for key in keys for tie in listed.get(key, ())] for look, keys in OF_LISTED.items()}
        ties["kept"] = [tie for tie in ties["kept"] if tuple(tie) not in moved]
        title = told.say("changed_since", day=told.day(change["to"]), since=told.day(change["from"]))
        yield _step(told, places, i, title, ties, change)


def _step(
    told: Told,
    places: Mapping[str, _Place],
    wave: int,
    title: str,
    ties: Mapping[str, Sequence[Sequence[str]]],
    change: Mapping[str, Any] | None,
) -> Step:
    drawn = {look: [tie for tie in ties.get(look, ()) if tie[0] in places and tie[1] in places] for look in DRAWN}
    lines = {
        look: "".join(
            f"M{places[a].x:.1f} {places[a].y:.1f}L{places[b].x:.1f} {places[b].y:.1f}" for a, b in drawn[look]
        )
        for look in DRAWN
    }
    marks = []
    for row in told.told["actors"]:
        here, before = row["waves"][wave] in HERE, wave > 0 and row["waves"][wave - 1] in HERE
        place = places.get(row["id"])
        if place is not None and (here or before):
            how = "" if wave == 0 or here == before else "new" if here else "gone"
            name = told.names[row["id"]]
            marks.append(Mark(place.x, place.y, place.r, place.path, name, how, place.label))
    lists = [
        (told.look(look), [told.tie(tie) for tie in drawn[look]])
        for look in ("new", "ended", "grown", "shrunk", "unknown")
        if change is not None and drawn[look]
    ]
    panel = told.panel(change) if change is not None else []
    between = (told.day(change["from"]), told.day(change["to"])) if change is not None else ("", "")
    counts = {look: len(drawn[look]) for look in DRAWN if drawn[look]}
    return Step(title, marks, lines, counts, list(told.change(change)) if change else [], lists, panel, between)
