"""Needs against offers as a page: a picture and lists in one file without a script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from actor_graph import __version__
from actor_graph.views.needs.told import COUNTS, OF_CIRCLES, Told
from actor_graph.views.policy import policy

STYLES = (("actor_graph.views.map", "style/tokens.css"), (__package__, "needs.css"))
"""The colors and type of the map, and how this page is set."""


def page(told: Told) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("actor_graph", "views/needs/templates")
    template = Environment(autoescape=True, loader=loader, trim_blocks=True).get_template("needs.html")
    looks = style()
    text = template.render(
        told=told, say=told.say, style=looks, policy=policy(styles=[looks]), version=__version__,
        counts=COUNTS, of_circles=OF_CIRCLES,
    )  # fmt: skip
    return text.encode("utf-8")


@cache
def style() -> str:
    """The style sheet, line ends as ``\\n``, as its hash is taken."""
    parts = (files(package).joinpath("templates", *name.split("/")).read_text("utf-8") for package, name in STYLES)
    return "\n" + "\n".join(parts).replace("\r\n", "\n") + "\n"
