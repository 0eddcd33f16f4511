"""The questionnaire of an actor: two pages, in the order in which one talks.

What does not fit is not squeezed. A roster of up to ``ROWS`` actors stands in the questionnaire itself; a longer one
is a list of its own, the same for all, so that nobody is put in front of others. Of earlier ties up to ``ROWS`` have a
row, the firmest first, and the others are named in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actor_graph.scheme import Scheme
from actor_graph.vocabulary.answers import closed_words
from actor_graph.words import Language, catalog, say
from actor_graph.words.visible import visible
from actor_graph.writing.letters.paper import BOX, WIDTH, Paper
from actor_graph.writing.letters.published import published
from actor_graph.writing.letters.roster import Roster

ROWS = 14
_FREE = 4
_LONG = 26
"""Labels of kinds beyond this length stand in two columns instead of three."""
_TOLD = {"description": 170, "fields": 80, "languages": 60, "countries": 50, "offers": 90, "needs": 90}
"""How much of what is known already is told, in signs."""


@dataclass(frozen=True)
class Asked:
    """Who is asked, and what is known: own texts, earlier ties, whom to choose from, and how many are on the list.

    A natural person reads its own ``name`` on what is handed to that one person alone; ``called`` is the name that
    others read of it, as do those who see the file without opening it.

    ``published`` says what is published of an entry, ``countries`` whether these are asked for; a natural
    ``person`` speaks in the singular.
    """

    published: str
    name: str = ""
    called: str = ""
    countries: bool = True
    known: dict[str, str] = field(default_factory=dict)
    earlier: list[tuple[str, str]] = field(default_factory=list)
    roster: list[str] = field(default_factory=list)
    listed: int = 0
    person: bool = False


def asked(roster: Roster, row: int | None, *, with_ties: bool) -> Asked:
    """What the questionnaire of an actor holds; of nobody in particular without a row."""
    partners = roster.earlier(row) if with_ties and row is not None else []
    there = {other for other, _ in partners}
    others = [other for other in roster.known if other != row and other not in there]
    landscape = roster.landscape
    fits = len(others) + min(len(partners), ROWS) <= ROWS
    return Asked(
        published=published(landscape, roster.language, person=row in roster.persons),
        countries="countries" in landscape.actors or not len(landscape.actors),
        name="" if row is None else roster.own_name(row),
        called="" if row is None else roster.name(row),
        known={} if row is None else _known(roster, row),
        earlier=[(roster.name(other), word) for other, word in partners],
        roster=[roster.name(other) for other in others] if fits else [],
        listed=0 if fits else len(roster.known),
        person=row in roster.persons,
    )


def _known(roster: Roster, row: int) -> dict[str, str]:
    """What is known of an actor, shortened to what there is room for."""
    actors, clear = roster.landscape.actors, roster.clear(row)
    texts = {}
    for key, most in _TOLD.items():
        cell = actors[key][row]
        text = clear("; ".join(cell) if isinstance(cell, tuple) else cell or "").replace("\n", " ")
        text = visible(text)
        if text:
            texts[key] = text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
    return texts


def questionnaire(about: Asked, place: str, date: str, scheme: Scheme, language: Language) -> bytes:
    """The questionnaire as .docx; ``date`` is the day that earlier ties are of, as it is shown."""
    survey = _survey(place, language)
    paper = Paper(f"{say('letters.questionnaire', language)} {about.called}".strip(), language, foot=survey)
    written = _Questionnaire(paper, about, scheme, language)
    written.first_page(survey)
    written.second_page(date)
    return paper.data()


def _survey(place: str, language: Language) -> str:
    return say("letters.about_survey" if place else "letters.about_survey_blank", language, place=place)


class _Questionnaire:
    """The questionnaire while it is written."""

    def __init__(self, paper: Paper, about: Asked, scheme: Scheme, language: Language) -> None:
        self.paper, self.about, self.scheme, self.language = paper, about, scheme, language

    def said(self, key: str, **values: object) -> str:
        return say(f"letters.{key}", self.language, **values)

    def first_page(self, survey: str) -> None:
        """Who one is, what one offers and needs, wishes and limits."""
        paper = self.paper
        paper.heading(survey, 1, before=0)
        paper.text(f"{self.said('organization')}: {self.about.name or '_' * 50}", bold=True)
        paper.text(self.said("back_to"))
        paper.heading(self.said("q_self"))
        labels = [self.scheme.type_label(key, self.language) for key in self.scheme.types]
        paper.boxes(labels, 2 if any(len(label) > _LONG for label in labels) else 3)
        paper.lines(1, f"{BOX} {self.said('q_other')} ")
        self.ask("q_description", "description", 3)
        paper.heading(self.said("q_fields"))
        for key in ("fields", "languages", *(["countries"] if self.about.countries else [])):
            paper.lines(1, f"{self.said(f'q_{key}_label')} {self.about.known.get(key, '')}")
        self.ask("q_offers", "offers", 2)
        self.ask("q_needs", "needs", 2)
        paper.heading(self.said("q_wish"))
        words = (f"{BOX} {word}" for word in closed_words("wish", self.language))
        paper.text(f"{self.said('q_wish_more')}   {'    '.join(words)}")
        paper.text(self.said("q_wish_limits"), after=0)
        paper.lines(2)

    def ask(self, question: str, key: str, lines: int) -> None:
        """A question, what is known already, and lines: one less where something is."""
        self.paper.heading(self.said(question))
        if key in self.about.known:
            self.paper.text(self.said("so_far", text=self.about.known[key]), after=0)
            lines -= 1
        self.paper.lines(lines)

    def second_page(self, date: str) -> None:
        """Ties and consent."""
        self.paper.new_page()
        if self.about.earlier:
            self.earlier(date)
            self.ties("q_new", before=8)
        else:
            self.ties("q_ties", before=0)
        self.consent("9" if self.about.earlier else "8")

    def earlier(self, date: str) -> None:
        """The ties of the earlier survey, each to be confirmed or ended."""
        title = self.said("q_earlier_of", date=date) if date else self.said("q_earlier")
        self.paper.heading(title, before=0)
        self.paper.text(self.said("earlier_how"))
        rows = [(name, word, BOX, BOX, "") for name, word in self.about.earlier[:ROWS]]
        headings = [self.said(key) for key in ("partner", "then", "still", "ended", "changed")]
        self.paper.table(headings, rows, (7.2, 2.7, 1.9, 1.8, 3.8), height=0.55)
        if more := [name for name, _ in self.about.earlier[ROWS:]]:
            self.paper.text(self.said("earlier_more", names="; ".join(more)))

    def ties(self, title: str, *, before: float) -> None:
        """The roster with the scale as boxes, and open lines for others."""
        about, scale = self.about, [self.scheme.intensity_label(key, self.language) for key in self.scheme.intensity]
        self.paper.heading(self.said(title), before=before)
        how = "ties_how_list" if about.listed else "ties_how" if about.roster else "ties_how_open"
        self.paper.text(self.said(how, n=about.listed))
        used = len(about.roster) + min(len(about.earlier), ROWS)
        free = _FREE if used > _FREE else ROWS - used
        rows = [(name, *[BOX] * len(scale)) for name in [*about.roster, *[""] * free]]
        self.paper.table([self.said("partner"), *scale], rows, widths(scale))

    def consent(self, number: str) -> None:
        """Boxes that are blank until somebody ticks them."""
        self.paper.heading(self.said("q_consent", number=number))
        own = "_person" if self.about.person else ""
        boxes = catalog("letters")[f"consent_boxes{own}"][self.language]
        self.paper.told([line.format(published=self.about.published) for line in boxes])
        self.paper.text(self.said(f"consent_free{own}"), after=10)
        self.paper.text(self.said("signed"))


def widths(scale: Sequence[str], first: float = 0) -> list[float]:
    """The columns of a roster: (a number,) the name, and the steps of the scale, as wide as their words."""
    steps = [min(max(0.2 * len(word) + 0.3, 1.7), 3.0) for word in scale]
    return [*([first] if first else []), max(WIDTH - first - sum(steps), 4.0), *steps]


def enclosed_list(names: list[str], place: str, scheme: Scheme, language: Language) -> bytes:
    """The list of all actors known, with the scale as boxes: enclosed where it does not fit into a questionnaire."""
    survey = _survey(place, language)
    paper = Paper(say("letters.roster", language), language, foot=survey)
    paper.heading(say("letters.roster", language), 1, before=0)
    paper.text(say("letters.answer_of", language), bold=True, after=6)
    paper.text(say("letters.roster_how", language), after=6)
    scale = [scheme.intensity_label(key, language) for key in scheme.intensity]
    rows = [(str(number), name, *[BOX] * len(scale)) for number, name in enumerate(names, start=1)]
    headings = [say("letters.number", language), say("letters.partner", language), *scale]
    paper.table(headings, rows, widths(scale, 1.1))
    return paper.data()
