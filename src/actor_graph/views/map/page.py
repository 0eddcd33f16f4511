"""One HTML file that holds the map: the analysis, the picture as Python laid it out, the words, and the scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from actor_graph import __version__
from actor_graph.analysis.released import RELEASED
from actor_graph.views.conditions import low_response, suppositions
from actor_graph.views.findings import findings
from actor_graph.views.map import scripts
from actor_graph.views.map.looks import PALETTE, SHARED, Kind, kinds, style_colors
from actor_graph.views.map.picture import Picture, lay_out_picture
from actor_graph.views.plain import plain_language
from actor_graph.views.policy import policy
from actor_graph.words import LANGUAGES, Language, catalog, say
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis
    from actor_graph.scheme import Scheme

UNTOLD = tuple(key for key in RELEASED if key != "fields")
"""Texts of an actor that the page tells the office alone; what ``show`` names stands in a column of its own."""


def map_page(
    analysis: Analysis,
    *,
    positions: Mapping[str, tuple[float, float]] | None = None,
    language: Language | None = None,
    equal_size: bool = False,
    supposed: Mapping[str, Any] | None = None,
    invited: Sequence[int] | None = None,
    figures: dict[str, Any] | None = None,
) -> str:
    """The map of an analysis as the text of one HTML file that loads nothing from anywhere.

    ``positions`` pins actors, by id, to places of an earlier map. ``language`` is the one the page opens in; its button
    switches to the other. With ``equal_size`` all marks have one size, else their area grows with the number of ties.
    Who may see what is decided before: the page holds what ``to_dict`` and ``ties`` give, and nothing else.
    ``supposed`` is what a page of a landscape that is only supposed draws and says besides: it then says so everywhere.
    ``invited`` are the places of those on a list of invitations, for the office alone.
    ``figures`` stand in place of those of the analysis; where nobody is central in them, no choices of them are told.
    """
    figures, ties = figures or analysis.to_dict(), analysis.ties()
    language = language or figures["landscape"]["language"]
    scheme: Scheme = analysis.request.landscape.scheme
    picture = picture_of(analysis, positions=positions, equal_size=equal_size, figures=figures)
    further = thought_over(analysis) | ({} if invited is None else {"invited": list(invited)})
    if figures.get("top_dogs") is None:
        further.pop("departures", None)
    if supposed is not None:
        further |= {"supposed": supposed, "plain": {tongue: [] for tongue in LANGUAGES}}
        note = f"{supposed['told'][language]['banner']} · {figures['note']}"
        figures = figures | {"hypothetical": True, "note": note}
    return page(figures, ties, picture, kinds_of(analysis), scheme, language, further)


def kinds_of(analysis: Analysis) -> list[Kind]:
    """The kinds of an analysis with their looks, which are dealt among all included actors."""
    figures = analysis.to_dict()
    by_type = figures["landscape"].get("by", "type") == "type"
    scheme: Scheme = analysis.request.landscape.scheme
    return kinds(types_of(figures), scheme, by_type=by_type, whole=analysis.types_of_all())


def picture_of(
    analysis: Analysis,
    *,
    positions: Mapping[str, tuple[float, float]] | None = None,
    equal_size: bool = False,
    figures: dict[str, Any] | None = None,
) -> Picture:
    """The picture that the map of an analysis shows; ``positions`` pins actors by id."""
    figures, scheme = figures or analysis.to_dict(), analysis.request.landscape.scheme
    shown = kinds_of(analysis)
    return lay_out_picture(figures, analysis.ties(), shown, scheme, positions=positions, equal_size=equal_size)


def thought_over(analysis: Analysis) -> dict[str, Any]:
    """For the office the choices of central actors and who meets by chance; for the public whose ties are closed."""
    found = {"departures": analysis.departures(), "meeting": analysis.meeting_range()}
    told = {key: value for key, value in found.items() if value is not None}
    return told | ({"closed": analysis.closed()} if analysis.audience == "public" else {})


def types_of(figures: Mapping[str, Any]) -> list[str | None]:
    """The type of each actor, then those that are told of a circle alone, since none of its actors is named."""
    types = [actor.get("type") for actor in figures["actors"]]
    told = {key for circle in figures["clusters"] for key, count in (circle.get("types") or {}).items() if count}
    return [*types, *sorted(told - set(types))]


def page(
    figures: dict[str, Any],
    ties: Sequence[Mapping[str, Any]],
    picture: Picture,
    shown: Sequence[Kind],
    scheme: Scheme,
    language: Language,
    further: Mapping[str, Any] | None = None,
) -> str:
    """The page itself, once everything in it is known; ``further`` goes with what is neither figure nor tie."""
    from jinja2 import Environment

    template = Environment(autoescape=True).from_string(
        files(__package__).joinpath("templates", "page.html").read_text("utf-8")
    )
    city = visible(figures["landscape"]["name"] or "")
    title, supposed = say("map.title", language, city=city), (further or {}).get("supposed")
    vis, ours = "\n" + scripts.vis_network(), "\n" + scripts.ours()
    return template.render(
        language=language,
        audience=figures["audience"],
        version=__version__,
        policy=policy(scripts=(vis, ours)),
        title=f"{supposed['told'][language]['short']}: {title}" if supposed else title,
        city=city,
        without_script=say("map.without_script", language),
        style=scripts.style(),
        colors=style_colors(shown),
        analysis=scripts.data(_placed(figures, picture)),
        ties=scripts.data(_columns(ties)),
        page=scripts.data(_surroundings(figures, ties, picture, shown, scheme) | dict(further or {})),
        vis=vis,
        ours=ours,
    )


def _placed(figures: dict[str, Any], picture: Picture) -> dict[str, Any]:
    """The analysis, each actor with its place; outside the office without the texts that the page does not show."""
    office = figures["audience"] == "office"
    told = [{key: value for key, value in actor.items() if office or key not in UNTOLD} for actor in figures["actors"]]
    actors = [actor | {"x": x, "y": y} for actor, (x, y) in zip(told, picture.places, strict=True)]
    return figures | {"actors": actors}


def _columns(ties: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The ties as one list per key, kinds and intensities by their place in a list of names; flags as text of 0 and 1.

    A kind that stands alone stands without a list; without any intensity there is no such list.
    """
    kinds_named = sorted({kind for tie in ties for kind in tie.get("kinds", ()) if kind is not None})
    used = [tie.get("intensity") for tie in ties]
    intensities = sorted({found for found in used if found is not None})
    place = {name: at for at, name in enumerate(kinds_named)}
    own = [[place[kind] for kind in tie.get("kinds", ()) if kind is not None] for tie in ties]
    columns: dict[str, Any] = {
        "source": [tie["source"] for tie in ties],
        "target": [tie["target"] for tie in ties],
        "kind_names": kinds_named,
        "intensity_names": intensities,
        "kinds": [found if len(found) != 1 else found[0] for found in own],
        "counts": _bits(tie.get("counts", True) for tie in ties),
    }
    if intensities:
        columns["intensity"] = [-1 if found is None else intensities.index(found) for found in used]
    if any("one_sided" in tie for tie in ties):
        columns["one_sided"] = _bits(tie.get("one_sided") for tie in ties)
    return columns


def _bits(flags: Iterable[object]) -> str:
    return "".join("01"[bool(flag)] for flag in flags)


def _surroundings(
    figures: dict[str, Any],
    ties: Sequence[Mapping[str, Any]],
    picture: Picture,
    shown: Sequence[Kind],
    scheme: Scheme,
) -> dict[str, Any]:
    """Everything of the page that is neither figure nor tie: words, looks, labels, findings, regions and names."""
    kinds_named = sorted({kind for tie in ties for kind in tie.get("kinds", ()) if kind is not None})
    used = sorted({tie["intensity"] for tie in ties if tie.get("intensity") is not None})
    counted = [*figures["settings"].get("count", ()), *(figures["landscape"].get("kinds_counted") or ())]
    by_type = figures["landscape"].get("by", "type") == "type"
    several = (key for actor in figures["actors"] for key in actor.get("types", ()))
    others = [*several, *(other["type"] for other in figures.get("others", ()) if other["type"] is not None)]
    return {
        "languages": list(LANGUAGES),
        "words": _words(figures["audience"], bool(figures.get("pseudonymized"))),
        "plain": {language: plain_language(figures, language) for language in LANGUAGES},
        "findings": {language: [found.to_dict() for found in findings(figures, language)] for language in LANGUAGES},
        "conditions": {
            language: {
                "warned": list(low_response(figures, scheme.thresholds, language)),
                "supposed": suppositions(figures, language),
            }
            for language in LANGUAGES
        },
        "kinds": [{"key": kind.key, "label": kind.labels, "shape": kind.look.shape} for kind in shown],
        "palette": [look.shape for look in (*PALETTE, SHARED)],
        "scale": [*scheme.intensity, *(key for key in used if key not in scheme.intensity)],
        "labels": {
            language: {
                "types": {key: scheme.type_label(key, language) if by_type else key for key in others},
                "kinds": {key: scheme.kind_label(key, language) for key in (*kinds_named, *counted) if key != "all"},
                "shown": {key: scheme.type_label(key, language) for key in _types_shown(figures)},
                "intensities": {key: scheme.intensity_label(key, language) for key in used},
            }
            for language in LANGUAGES
        },
        "picture": picture.to_dict(),
        **({} if by_type else {"by": figures["landscape"].get("by_heading", figures["landscape"]["by"])}),
    }


def _types_shown(figures: Mapping[str, Any]) -> list[str]:
    """The types in a column of types that stands beside another grouping."""
    cells = [cell for shown in figures.get("shown", ()) if shown["column"] == "type" for cell in shown["cells"] if cell]
    return sorted({key for cell in cells for key in cell})


def _words(audience: str, pseudonymized: bool) -> dict[str, Any]:
    """The catalog of the page in both languages as the audience may read it, and the sentence that is everywhere."""
    told = ["analysis.as_named", *(["privacy.not_anonymous"] if pseudonymized else [])]
    shared = {"as_named": {language: " ".join(say(key, language) for key in told) for language in LANGUAGES}}
    return catalog("map") | (catalog("map_office") if audience == "office" else {}) | shared
