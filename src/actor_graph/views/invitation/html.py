"""A list of invitations as a page to print, tick off and show in the office: one file without a script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from actor_graph import __version__
from actor_graph.views.invitation.told import Told
from actor_graph.views.policy import policy
from actor_graph.vocabulary.answers import written
from actor_graph.words import say

STYLES = (("actor_graph.views.map", "style/tokens.css"), (__package__, "invitation.css"))
"""The colors and type of the map, and how this page is set."""
BY_HAND = 6
"""So many empty lines the record has on paper, to go on by hand."""


def page(told: Told) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("actor_graph", "views/invitation/templates")
    template = Environment(autoescape=True, loader=loader, trim_blocks=True).get_template("invitation.html")
    looks = style()
    text = template.render(
        told=told, say=told.say, style=looks, policy=policy(styles=[looks]), version=__version__, by_hand=BY_HAND,
        as_named=say("analysis.as_named", told.language),
        answers=[written("yes", told.language), written("no", told.language), told.say("open")],
    )  # fmt: skip
    return text.encode("utf-8")


@cache
def style() -> str:
    """The style sheet, line ends as ``\\n``, as its hash is taken."""
    parts = (files(package).joinpath("templates", *name.split("/")).read_text("utf-8") for package, name in STYLES)
    return "\n" + "\n".join(parts).replace("\r\n", "\n") + "\n"
