"""The scripts and data inside the page, made safe to stand in HTML."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from actor_graph.words.visible import escaped

OURS = {
    "page": ("elements", "names", "words", "save"),
    "landscape": ("landscape", "looks", "invited", "facets", "measures", "sizing", "coloring", "ways", "drawnwith"),
    "view": ("state", "hash", "spotlight", "panels"),
    "picture": ("marks", "regions", "ties", "labels", "picture", "camera", "ground", "keyboard", "keys"),
    "side": ("groups", "findings", "about", "colors", "legend", "panel", "way", "circle", "meeting", "without"),
    "supposed": ("signs", "panel"),
    "invited": ("signs",),
    "beside": ("areas",),
    "table": ("columns", "csv", "bar", "table"),
    "out": ("pen", "recorder", "papernotes", "paperlegend", "paperareas", "paper", "pictures", "print"),
    "frame": ("header", "suggestions", "search", "sheet", "uncover", "edges", "export", "tools", "start"),
}
"""The folders of ``templates/script`` and their files, in the order in which they stand in the page."""
STYLES = (
    "tokens", "frame", "search", "parts", "findings", "about", "legend", "panel",
    "without", "whatif", "invited", "meeting", "areas", "table", "export", "tools", "compact", "small", "print",
)  # fmt: skip
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def data(value: Any) -> str:
    """JSON that can stand inside a script element: ``<``, ``>``, ``&`` and what steers or parts lines are escaped.

    >>> data("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


@cache
def vis_network() -> str:
    """The script of vis-network out of the pyvis package, license header kept, line ends as ``\\n``."""
    folder = files("pyvis").joinpath("templates", "lib")
    newest = max(
        (child for child in folder.iterdir() if child.name.startswith("vis-")),
        key=lambda child: [int(part) for part in child.name.removeprefix("vis-").split(".")],
    )
    return _harmless(newest.joinpath("vis-network.min.js").read_bytes().decode("utf-8"))


@cache
def ours() -> str:
    """The page's own script: the files of ``templates/script`` in their order, in one closed scope."""
    folder = files(__package__).joinpath("templates", "script")
    parts = [folder.joinpath(part, f"{name}.js").read_text("utf-8") for part, names in OURS.items() for name in names]
    return _harmless('(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n")


@cache
def style() -> str:
    """The style sheets of ``templates/style``, one after the other."""
    folder = files(__package__).joinpath("templates", "style")
    return "\n".join(folder.joinpath(f"{name}.css").read_text("utf-8") for name in STYLES)


def _harmless(script: str) -> str:
    """The script with ``\\n`` alone as line end; one that could end or hide its own element is refused."""
    script = script.replace("\r\n", "\n").replace("\r", "\n")
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError("a script that holds </script or <!-- can't stand inside a page")
    return script
