"""Pages without a script, or with a few lines of one: one file that asks for nothing, with the head all have."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from actor_graph import __version__
from actor_graph.views.policy import policy
from actor_graph.words.visible import visible

_HERE = "actor_graph.views"
TO_READ = ("comparison", "evolution", "invitation", "needs")
"""The pages of one look; brochure and sheet have their own."""


def document(kind: str, *, language: str, audience: str, title: str, script: str = "", **given: Any) -> bytes:
    """The page of a kind, ``views/KIND/templates/KIND.html``; every text of the input is escaped, and control and
    direction characters are shown as signs.

    It may have what is ``given``, and begins with ``head.html``; only the public one may be found by search engines.
    No script runs but the one that is given.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader

    loaders = [PackageLoader("actor_graph", f"views/{folder}templates") for folder in (f"{kind}/", "")]
    environment = Environment(
        autoescape=True, loader=ChoiceLoader(loaders), trim_blocks=True, finalize=_shown
    )  # fmt: skip
    looks = style(kind)
    text = environment.get_template(f"{kind}.html").render(
        language=language, audience=audience, title=title,
        style=looks, policy=policy(scripts=[script] if script else [], styles=[looks]), script=script,
        version=__version__, **given,
    )  # fmt: skip
    return text.encode("utf-8")


def _shown(value: Any) -> Any:
    """A text with nothing in it that turns the reading order; what is markup already is left alone."""
    return "\n".join(map(visible, value.split("\n"))) if type(value) is str else value


@cache
def style(kind: str) -> str:
    """The style sheet: the map's colors and type, for a page to read what these share, then ``KIND.css``.

    Line ends are as the hash takes them.
    """
    shared = ((_HERE, ("page.css",)),) if kind in TO_READ else ()
    sheets = ((f"{_HERE}.map", ("style", "tokens.css")), *shared, (f"{_HERE}.{kind}", (f"{kind}.css",)))
    parts = (files(package).joinpath("templates", *name).read_text("utf-8") for package, name in sheets)
    return "\n" + "\n".join(parts).replace("\r\n", "\n") + "\n"
