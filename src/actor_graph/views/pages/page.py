"""One page about one actor, to be handed back to it: what it says, what it named, and what it may answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from actor_graph import __version__
from actor_graph.analysis.about import turn_to
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import OF_PERSONS
from actor_graph.privacy.released import further
from actor_graph.survey.feedback import ENTRY
from actor_graph.survey.namings import Naming, Namings
from actor_graph.views.pages.offered import Offered
from actor_graph.views.policy import policy
from actor_graph.words import Language, say
from actor_graph.words.numbers import day
from actor_graph.writing.cells import saying, text_of
from actor_graph.writing.letters.published import published
from actor_graph.writing.tables import text

_WHERE_THERE = ("countries", "members")
"""What not every survey asks for: it stands on the pages where the list has such a column."""


@dataclass(frozen=True)
class Known:
    """What a page is made of, beside the landscape: the ties of its actor, what others offer, the day to answer by."""

    actor: int
    ties: Namings
    offered: tuple[Offered, ...]
    until: str


def page(cleared: Landscape, known: Known, language: Language) -> str:
    """The page as the text of one HTML file that runs nothing and loads nothing; every text in it is escaped."""
    actors, row = cleared.actors, known.actor
    style = f"\n{_part('style.css')}"

    person = bool(actors["person"][row])

    def told(name: str, /, **values: object) -> str:
        return say(f"pages.{name}", language, **values)

    def own(name: str, /, **values: object) -> str:
        """What the actor says of itself: a natural person in the singular."""
        return told(f"{name}_person" if person else name, **values)

    rendered: str = _template().render(
        language=language,
        policy=policy(styles=[style]),
        style=style,
        say=told,
        own=own,
        city=_line(cleared.name),
        name=_line(actors["name"][row]),
        person=person,
        until=day(known.until, language),
        address=turn_to(cleared.meta).get("feedback", {}),
        entry=_entry(cleared, row, language),
        named=[_tie(cleared, naming, language) for naming in known.ties.own],
        others=known.ties.others,
        offered=known.offered,
        published=published(cleared, language, person=person),
        consents=[(key, actors[key][row]) for key in ("publish", "publish_ties")],
        checked=day(actors["checked"][row], language),
        note=_note(cleared, language),
        version=__version__,
    )
    return rendered


@cache
def _template() -> Any:
    from jinja2 import Environment

    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_part("page.html"))


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")


def _entry(cleared: Landscape, row: int, language: Language) -> list[dict[str, Any]]:
    """What stands about the actor, key by key; of a natural person what may leave at all.

    The columns that the landscape publishes of its own come last: whoever is asked to agree to them sees them.
    """
    actors = cleared.actors
    keys = [key for key in ENTRY if not actors["person"][row] or key in OF_PERSONS]
    told = []
    for key in keys:
        if key in _WHERE_THERE and key not in actors:
            continue
        cell = text_of(actors[key][row], saying("actors", key, cleared, language))
        told.append({"name": say(f"pages.{key}", language), "key": key, "text": _told(cell)})
    for key in [] if actors["person"][row] else further(cleared):
        told.append({"name": _line(actors.headings.get(key, key)), "key": key, "text": _told(actors[key][row])})
    return told


def _told(cell: Any) -> str:
    return text("" if cell is None else cell).strip()


def _tie(cleared: Landscape, naming: Naming, language: Language) -> dict[str, str]:
    """A tie as the actor named it itself: its partner, kinds, the strongest word it used, since when and until when."""
    ties, scheme = cleared.ties, cleared.scheme
    kinds = dict.fromkeys(scheme.kind_label(ties["kind"][row], language) for row in naming.rows if ties["kind"][row])
    used = [ties["intensity"][row] for row in naming.rows if ties["intensity"][row] is not None]
    strongest = min(used, key=list(scheme.intensity).index) if used else None
    days = {
        name: next((day(ties[name][row], language) for row in naming.rows if ties[name][row]), "")
        for name in ("since", "until")
    }
    firm = [] if strongest is None else [scheme.intensity_label(strongest, language)]
    said = [say(f"pages.{name}", language, day=one) for name, one in days.items() if one]
    about = ", ".join(map(_line, [*kinds, *firm, *said]))
    return {"partner": _line(cleared.actors["name"][naming.partner]), "about": about}


def _note(cleared: Landscape, language: Language) -> str:
    date = cleared.meta.get("date")
    parts = [say("analysis.as_of", language, date=day(date, language))] if date else []
    return " · ".join([*parts, say("analysis.as_named", language)])


def _line(value: Any) -> str:
    return " ".join(text(value).split())
