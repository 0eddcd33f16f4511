"""The map of what is supposed: the landscape as it would be, everyone where they stand on the map as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.advice.whatif import WhatIf
from actor_graph.analysis import Analysis
from actor_graph.views.map.page import map_page, picture_of
from actor_graph.views.map.picture import Picture
from actor_graph.views.whatif.told import FIRST, Figure, Told
from actor_graph.words import LANGUAGES, Language

Places = Mapping[str, tuple[float, float]]
KEYS = ("added", "removed", "gone", "changed")


def whatif_page(made: WhatIf, *, positions: Places | None = None, language: Language | None = None) -> str:
    """The page as text: the map of the supposed landscape on the positions of the one that there is.

    It says in its title, its banner, its files and its prints that it is a thought experiment. ``positions`` pin actors
    on the map as it is. After a workshop nobody is marked as central, and circles are as before.
    """
    picture = picture_of(made.before, positions=positions)
    ids = [actor["id"] for actor in made.before.to_dict()["actors"]]
    places = dict(zip(ids, picture.places, strict=True))
    figures = made.after_as_told()
    return map_page(made.after, positions=places, language=language, supposed=_supposed(made, picture), figures=figures)


def _supposed(made: WhatIf, picture: Picture) -> dict[str, Any]:
    """What the page draws and says besides: marks by the places of the actors in the analysis after."""
    at = {actor["id"]: place for place, actor in enumerate(made.after.to_dict()["actors"])}
    told, hidden = made.to_dict(), _drawn(made.before, picture)
    supposed = told["supposed"]
    return {
        "added": [[at[tie["a"]["id"]], at[tie["b"]["id"]]] for tie in supposed["ties_added"]],
        "removed": [_ends(tie, at) for tie in supposed["ties_removed"] if _ends(tie, at)],
        "gone": [hidden[row["id"]] for row in told["gone"] if row["id"] in hidden],
        "changed": [at[row["id"]] for row in told["changed"]],
        "told": {language: _told(made, at, language) for language in LANGUAGES},
    }


def _ends(tie: Mapping[str, Any], at: Mapping[str, int]) -> list[int]:
    """The places of both ends; nothing where one of them is taken out, too."""
    ends = [tie[end]["id"] for end in ("a", "b")]
    return [at[one] for one in ends] if all(one in at for one in ends) else []


def _drawn(before: Analysis, picture: Picture) -> dict[str, list[float]]:
    """Where on the map each actor is drawn as it is, and how large; those beside it are not there."""
    actors, places = before.to_dict()["actors"], picture.places
    return {actors[i]["id"]: [*places[i], round(float(picture.radius[i]), 2)] for i in picture.placed}


def _told(made: WhatIf, at: Mapping[str, int], language: Language) -> dict[str, Any]:
    told = Told(made, language)
    figures = [figure for figure in told.figures() if figure.key in FIRST or not figure.same]
    return {
        "short": told.say("short"),
        "banner": told.banner(),
        "title": told.say("title"),
        "supposed": told.say("supposed"),
        "lines": list(told.supposed()),
        "cautions": told.cautions(),
        "changed": told.say("changed"),
        "actors": [[at[row["id"]], said] for row, said in told.changed()],
        "nobody": told.nobody(),
        "groups": [told.say("groups"), *groups] if (groups := list(told.groups())) else [],
        "circles": told.circles(),
        "figures": told.say("figures"),
        "first": [_figure(figure) for figure in figures if figure.key in FIRST],
        "further": [_figure(figure) for figure in figures if figure.key not in FIRST],
        "all": told.say("figures_more"),
        "heads": [told.say(f"head_{head}") for head in ("figure", "before", "after")],
        "findings": told.say("findings_if"),
        "keys": {key: told.say(f"key_{key}") for key in KEYS},
    }


def _figure(figure: Figure) -> list[str]:
    return [figure.key, figure.label, figure.before, figure.after]
