"""An evolution as a page: a change map with a slider, figures over time, goals, in one file that asks for nothing."""

from __future__ import annotations

from importlib.resources import files

from actor_graph.evolution.trace import Evolution
from actor_graph.views.comparison.drawing import SHAPES
from actor_graph.views.document import document
from actor_graph.views.evolution.charts import HEIGHT, LEFT, RIGHT, WIDTH, charts
from actor_graph.views.evolution.picture import DRAWN, pictures
from actor_graph.views.evolution.told import Told
from actor_graph.words import Language

SIGNS = {"met": "✓", "on the way": "→", "missed": "!", "open": "?"}
"""How far a goal is, beside the words."""


def page(made: Evolution, language: Language) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    told = Told(made, language)
    return document(
        "evolution", language=language, audience=told.audience, title=told.title, told=told, say=told.say,
        pictures=pictures(made, told), drawn=DRAWN, charts=charts(told), chart_box=(WIDTH, HEIGHT, LEFT, RIGHT),
        signs=SIGNS, shapes=SHAPES, script=script(),
    )  # fmt: skip


def script() -> str:
    """What the slider does; line ends as the hash takes them."""
    text = files(__package__).joinpath("templates", "evolution.js").read_text("utf-8")
    return "\n" + text.replace("\r\n", "\n")
