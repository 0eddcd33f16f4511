"""The change map: all waves on the same positions, laid out once from all ties ever named, a picture for each wave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    from actor_graph.landscape import Landscape

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
AFTER = ("ties_kept", "ties_new", "ties_first_named", "ties_unknown_before")
"""Lists that together have the ties of the later wave."""
HERE = ("answered", "no answer", "included")
MARGIN, LETTER, LONGEST = 8.0, 6.6, 30
"""Around the picture; how wide a letter is on the screen; so many letters of a name stand beside the network."""
STATUS_BESIDE = ("isolated", "fragment", "unknown")
"""Who stands beside the network, from above."""
HEAD, LEAST = 44.0, 190.0
"""The room of an area's headings; its least width on the screen."""
TYPE, LEGIBLE = 12.0, 0.7
"""Size of type on the screen; a picture that is smaller than this part of itself has no names beside the network."""


@dataclass(frozen=True)
class Mark:
    """An actor: its place, the size and path of its shape, and how it changed (``new``, ``gone`` or nothing).

    ``silent``: nothing can be said of it, as it has no tie and has not answered.
    """

    x: float
    y: float
    r: float
    path: str
    name: str
    change: str
    silent: bool
    label: Sequence[tuple[float, float, str, str]]


@dataclass(frozen=True)
class Step:
    """The picture of a wave: its marks, per look of tie the lines, and how many of each the key tells."""

    title: str
    marks: Sequence[Mark]
    ties: Mapping[str, str]
    counts: Mapping[str, str]
    parts: Sequence[tuple[str, Sequence[str]]]
    lists: Sequence[tuple[str, Sequence[str]]]
    panel: Sequence[tuple[str, str, str]]
    between: tuple[str, str]


@dataclass(frozen=True)
class Box:
    """An area beside the network: its frame, whether it is of who has not answered, its headings with their places."""

    x: float
    y: float
    width: float
    height: float
    silent: bool
    heads: Sequence[tuple[float, float, str, str]]

    def holds(self, marks: Sequence[Mark]) -> bool:
        """Whether any of these stands in it: who came later is in no picture of an earlier wave."""
        return any(self.x <= mark.x and self.y <= mark.y <= self.y + self.height for mark in marks)


@dataclass(frozen=True)
class Pictures:
    """All pictures of an evolution: the frame they share, the size of their type, the kinds, a step for each wave.

    ``boxes`` are the areas beside the network, for the office; others have the names of who stands there, ``further``.
    """

    box: str
    width: int
    size: float
    kinds: Sequence[Kind]
    boxes: Sequence[Box]
    further: Sequence[str]
    steps: Sequence[Step]


def pictures(made: Evolution, told: Told) -> Pictures:
    """Lay out all waves as one landscape, and draw each wave on it."""
    waves = made.waves[-1].analysis.request
    whole = analyze(
        _answering(made), by=waves.by, audience=made.audience, seed=waves.seed, draws=1, language=told.language,
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
        if row["id"] in seen and (i in placed or made.audience == "office")
    }  # fmt: skip
    boxes = _boxes(rows, places, told, zoom) if made.audience == "office" else []
    further = [told.names[row["id"]] for row in rows if row["id"] in seen - places.keys()]
    left, top, right, bottom = _frame(list(places.values()), boxes, zoom)
    return Pictures(
        box=" ".join(f"{value:.1f}" for value in (left, top, right - left, bottom - top)),
        width=round((right - left) * zoom),
        size=round(TYPE / zoom, 2),
        kinds=[looks[key] for key in looks if any(row["type"] == key and row["id"] in places for row in rows)],
        boxes=boxes,
        further=further,
        steps=list(_steps(told, places)),
    )


def _answering(made: Evolution) -> Landscape:
    """All waves in one; for the office with who has answered when it was last asked, to part those without a tie.

    Where nobody knows who answered a wave, it is taken as it stands.
    """
    whole = made.whole
    if made.audience != "office":
        return whole
    states = iter([[state for state in row["waves"] if state in HERE][-1] for row in made.told["actors"]])
    known = ("answered" if state == "included" else state for state in states)
    survey = tuple(word if word == "excluded" else next(known) for word in whole.actors["survey"])
    return replace(whole, actors=replace(whole.actors, columns={**whole.actors.columns, "survey": survey}))


def _boxes(rows: Sequence[Mapping[str, Any]], places: Mapping[str, _Place], told: Told, zoom: float) -> list[Box]:
    """The areas of who is not yet networked, and of who has not answered, equally wide."""
    of = {part: [places[row["id"]] for row in rows if row["status"] == part] for part in STATUS_BESIDE}
    beside = [place for members in of.values() for place in members]
    if not beside:
        return []
    left = min(place.x for place in beside) - 16
    ends = [len(line) * LETTER / zoom + dx + place.x for place in beside for dx, _, _, line in place.label]
    width = max(*ends, *(place.x + 16 for place in beside), left + LEAST / zoom) + 8 - left
    found = []
    for name, parts in (("outside", STATUS_BESIDE[:2]), ("silent", STATUS_BESIDE[2:])):
        inside = [place for part in parts for place in of[part]]
        if inside:
            top = min(place.y for place in inside) - (HEAD if name == "outside" else HEAD - 14)
            heads = [(left + 10, top + 16, "bold", told.say(f"area_{name}"))]
            heads += [
                (left + 10, min(place.y for place in of[part]) - 12, "quiet", told.say(f"area_{part}"))
                for part in parts
                if of[part] and name == "outside"
            ]
            bottom = max(place.y for place in inside) + 14
            found.append(Box(left, top, width, bottom - top, name == "silent", heads))
    return found


@dataclass(frozen=True)
class _Place:
    x: float
    y: float
    r: float
    label: Sequence[tuple[float, float, str, str]]
    path: str


def _frame(places: Sequence[_Place], areas: Sequence[Box], zoom: float) -> tuple[float, float, float, float]:
    """What holds all marks and names, a name as wide as its letters are at most."""
    boxes = [(place.x - place.r, place.y - place.r, place.x + place.r, place.y + place.r) for place in places]
    boxes += [(area.x, area.y, area.x + area.width, area.y + area.height) for area in areas]
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
    tied = _tied(told, wave)
    marks = []
    for row in told.told["actors"]:
        here, before = row["waves"][wave] in HERE, wave > 0 and row["waves"][wave - 1] in HERE
        place = places.get(row["id"])
        if place is not None and (here or before):
            how = "" if wave == 0 or here == before else "new" if here else "gone"
            name = told.names[row["id"]]
            silent = row["waves"][wave] == "no answer" and row["id"] not in tied
            marks.append(Mark(place.x, place.y, place.r, place.path, name, how, silent, place.label))
    lists = [
        (told.look(look), [told.tie(tie) for tie in drawn[look]])
        for look in ("new", "ended", "grown", "shrunk", "unknown")
        if change is not None and drawn[look]
    ]
    panel = told.panel(change) if change is not None else []
    between = (told.day(change["from"]), told.day(change["to"])) if change is not None else ("", "")
    counts = {look: len(drawn[look]) for look in DRAWN}
    counts |= {f"mark_{how}": sum(mark.change == how for mark in marks) for how in ("new", "gone")}
    counts["mark_silent"] = sum(mark.silent for mark in marks)
    said = {key: told.few(n) for key, n in counts.items() if n}
    return Step(title, marks, lines, said, told.parts(change) if change else [], lists, panel, between)


def _tied(told: Told, wave: int) -> set[str]:
    """Who has a tie in a wave."""
    changes = told.told["changes"]
    listed, keys = (changes[0]["listed"], BEFORE) if wave == 0 else (changes[wave - 1]["listed"], AFTER)
    return {end for key in keys for tie in (listed or {}).get(key, ()) for end in tie}
