"""An evolution as a page: a change map with a slider, figures over time, goals, in one file that asks for nothing."""

from __future__ import annotations

from importlib.resources import files

from actor_graph.evolution.trace import Evolution
from actor_graph.views.comparison.drawing import SHAPES
from actor_graph.views.document import document
from actor_graph.views.evolution.answer import answer
from actor_graph.views.evolution.charts import HEIGHT, LEFT, RIGHT, WIDTH, charts
from actor_graph.views.evolution.picture import DRAWN, pictures
from actor_graph.views.evolution.told import Told
from actor_graph.views.map.looks import SHARED
from actor_graph.words import Language

SIGNS = {"met": "✓", "on the way": "→", "missed": "!", "open": "?"}
"""How far a goal is, beside the words."""


def page(made: Evolution, language: Language) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    told = Told(made, language)
    drawn, whole = pictures(made, told), told.told.get("first_to_last")
    course = whole if whole in told.steps else None
    shared = [kind for kind in drawn.kinds if kind.look is SHARED] if len(drawn.kinds) > 1 else []
    further = shared if len(shared) > 1 else []
    tested = any((change.get("panel") or {}).get("differences") for change in told.steps)
    return document(
        "evolution", language=language, audience=told.audience, title=told.title, told=told, say=told.say,
        answer=answer(told), aims=aims(told), pictures=drawn, drawn=DRAWN, course=course,
        kinds=[kind for kind in drawn.kinds if kind not in further], further_kinds=further, tested=tested,
        charts=charts(told), chart_box=(WIDTH, HEIGHT, LEFT, RIGHT), shapes=SHAPES, script=script(),
        days=" → ".join(map(told.day, told.told["waves"])),
    )  # fmt: skip


def aims(told: Told) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Each goal once, with its states, their signs and what they are measured by."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for goal, measure, state in told.goals():
        found.setdefault(told.goal(goal), []).append((state, SIGNS.get(goal["state"], ""), measure))
    return list(found.items())


def script() -> str:
    """What the slider does; line ends as the hash takes them."""
    text = files(__package__).joinpath("templates", "evolution.js").read_text("utf-8")
    return "\n" + text.replace("\r\n", "\n")
