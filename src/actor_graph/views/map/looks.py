"""How the kinds of organization look: a color for light, one for dark, and a shape; no look is given twice.

Colors and shapes are those of the palette that was checked against color blindness (Machado 2009, full severity) and
for a contrast of 3:1 on map, panel and region. The scheme chooses among them by what it says of a type; where two types
want the same look, the larger one keeps it. Beyond eight types the seven largest keep a look and all others share one.
Looks are dealt among all types of a landscape, so that a type looks the same to every audience that sees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actor_graph.words import LANGUAGES, Language

if TYPE_CHECKING:
    from actor_graph.scheme import Scheme, TypeSpec


@dataclass(frozen=True, slots=True)
class Look:
    """Color on light ground, color on dark ground, shape."""

    light: str
    dark: str
    shape: str


PALETTE = (
    Look("#B04003", "#FD923D", "circle"),
    Look("#057348", "#36DEA1", "triangle"),
    Look("#343D75", "#6955F6", "square"),
    Look("#BC60B9", "#FBB1FE", "diamond"),
    Look("#4C2203", "#AE7C0F", "triangleDown"),
    Look("#2171F0", "#2889CC", "hexagon"),
    Look("#7A9201", "#D8E644", "star"),
    Look("#DC2567", "#DA2977", "cross"),
)
SHARED = Look("#6B7480", "#9AA4B1", "pill")
PLAIN = Look("#6B7480", "#9AA4B1", "circle")
OWN_LOOKS = 7
STEPS = (
    ("#5874EA", "#6B62BF"),
    ("#4E4EC5", "#6E88E3"),
    ("#42279F", "#72AFFD"),
    ("#320070", "#98D3FE"),
    ("#1B0037", "#D3F1FD"),
)
"""Five steps of a measure from low to high, each on light and on dark ground: what is more stands out more."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organization as the legend shows it; ``key`` None stands for actors without a type."""

    key: str | None
    labels: dict[Language, str]
    look: Look


def kinds(
    types: Iterable[str | None], scheme: Scheme, *, by_type: bool = True, whole: Iterable[str | None] | None = None
) -> list[Kind]:
    """The kinds among the actors, largest first (a draw: by name), those without a type last.

    ``types`` is one entry per actor seen. The scheme's labels, colors and shapes are used only where ``by_type`` says
    that these are types and not another column. Without any type all actors are one neutral kind with a circle.
    ``whole`` is one entry per actor of the landscape, among whom the looks are dealt; else they are among those seen.
    """
    counts = Counter(types)
    untyped = counts.pop(None, 0)
    nothing = Kind(None, dict.fromkeys(LANGUAGES, ""), SHARED if counts else PLAIN)
    looks = _looks(_by_size(counts if whole is None else Counter(whole)), scheme.types if by_type else {})
    found = [Kind(key, _labels(key, scheme, by_type), looks.get(key, SHARED)) for key in _by_size(counts)]
    return [*found, nothing] if untyped else found


def style_colors(shown: Iterable[Kind]) -> list[tuple[str, str, str]]:
    """All colors of marks for the style sheet: name, on light ground, on dark ground.

    ``kind-0`` … of the kinds, ``look-0`` … of the palette with the shared look last, ``step-0`` … of the steps.
    """
    kinds_ = [(f"kind-{at}", kind.look.light, kind.look.dark) for at, kind in enumerate(shown)]
    looks = [(f"look-{at}", look.light, look.dark) for at, look in enumerate((*PALETTE, SHARED))]
    return [*kinds_, *looks, *((f"step-{at}", light, dark) for at, (light, dark) in enumerate(STEPS))]


def _by_size(counts: Mapping[str | None, int]) -> list[str]:
    """The types, largest first, a draw by name."""
    return sorted((key for key in counts if key is not None), key=lambda key: (-counts[key], key))


def _looks(order: list[str], named: Mapping[str, TypeSpec]) -> dict[str, Look]:
    """A look of its own for each of the largest types: first those that the scheme names, then what is left."""
    own = order if len(order) <= len(PALETTE) else order[:OWN_LOOKS]
    given: dict[str, Look] = {}
    for key in own:
        look = wanted(named.get(key))
        if look is not None and not _taken(look, given.values()):
            given[key] = look
    for key in own:
        if key not in given:
            given[key] = next((look for look in PALETTE if not _taken(look, given.values())), SHARED)
    return given


def wanted(spec: TypeSpec | None) -> Look | None:
    """The look that the scheme names, what it leaves open filled from the palette; None where it names none."""
    if spec is None or not (spec.color or spec.shape):
        return None
    near = next((look for look in PALETTE if spec.shape == look.shape or spec.color == look.light), PALETTE[0])
    return Look(spec.color or near.light, spec.dark or spec.color or near.dark, spec.shape or near.shape)


def _taken(look: Look, given: Iterable[Look]) -> bool:
    return any(look.shape == other.shape or look.light.lower() == other.light.lower() for other in given)


def _labels(key: str, scheme: Scheme, by_type: bool) -> dict[Language, str]:
    return {language: scheme.type_label(key, language) if by_type else key for language in LANGUAGES}
