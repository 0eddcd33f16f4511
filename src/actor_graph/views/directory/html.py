"""The directory as a page: one file without a script, to put on a website or to print."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from actor_graph import __version__
from actor_graph.views.directory.book import Directory
from actor_graph.views.policy import policy

STYLES = (("actor_graph.views.map", "style/tokens.css"), (__package__, "directory.css"))
"""The colors and type of the map, and how a directory is set."""


def page(book: Directory) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("actor_graph", "views/directory/templates")
    template = Environment(autoescape=True, loader=loader, trim_blocks=True).get_template("directory.html")
    looks = style()
    text = template.render(book=book, say=book.say, style=looks, policy=policy(styles=[looks]), version=__version__)
    return text.encode("utf-8")


@cache
def style() -> str:
    """The style sheet, line ends as ``\\n``, as its hash is taken."""
    parts = (files(package).joinpath("templates", *name.split("/")).read_text("utf-8") for package, name in STYLES)
    return "\n" + "\n".join(parts).replace("\r\n", "\n") + "\n"
