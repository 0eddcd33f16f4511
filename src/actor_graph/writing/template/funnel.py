"""The sheet that counts by itself how far the survey is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from actor_graph.vocabulary.answers import written
from actor_graph.words import Language, catalog, say

STEPS = ("answered", "promised", "interested", "no answer", "declined")
"""What those who were approached may have said."""


class Known(NamedTuple):
    """What stands of an actor in the sheet already: its first type, the word of the survey, why it is excluded."""

    type: str
    survey: str
    reason: str


@dataclass(frozen=True)
class Counted:
    """The cells that are counted: a range of the sheet of actors for each column.

    ``heading`` is that of the survey, ``mark`` what the names of examples begin with.
    """

    name: str
    type: str
    survey: str
    reason: str
    heading: str
    mark: str

    def where(self, *conditions: str) -> str:
        """The number of actors for which all conditions hold, as a formula; examples and empty rows never count.

        It is a sum of products, which every spreadsheet program works out alike, whatever it takes for wildcards.
        """
        mine = [f'({self.name}<>"")', f'(LEFT({self.name},{len(self.mark)})<>"{self.mark}")']
        return "SUMPRODUCT(" + "*".join([*mine, *conditions]) + ")"


def write_funnel(
    page: Any, counted: Counted, types: Sequence[str], known: Sequence[Known], language: Language, looks: dict[str, Any]
) -> None:
    """Write the sheet; ``known`` are the actors that stand in the sheet of actors already.

    The values that the formulas give are written with them, so that viewers that work out nothing show them, too.
    """
    funnel = _Funnel(page, counted, language, looks)
    funnel.head()
    funnel.steps(known)
    funnel.by_type(types, known)
    funnel.foot()


class Number(NamedTuple):
    """A number of the sheet: its cell or its formula, and its value."""

    cell: str
    value: int


class _Funnel:
    """The sheet while it is written, from top to bottom."""

    def __init__(self, page: Any, counted: Counted, language: Language, looks: dict[str, Any]) -> None:
        self.page, self.counted, self.language, self.looks = page, counted, language, looks
        self.out, self.answered = written("excluded", language), written("answered", language)
        self.line = 0

    def said(self, key: str) -> str:
        return say(f"template.funnel_{key}", self.language)

    def head(self) -> None:
        from actor_graph.vocabulary.sheets import name_of

        self.page.set_column(0, 0, 52)
        self.page.set_column(1, 3, 22)
        self.page.write_string(0, 0, self.said("title"), self.looks["title"])
        names = {"survey": self.counted.heading, "actors": name_of("actors", self.language)}
        quoted = {key: say("problems.quoted", self.language, value=text) for key, text in names.items()}
        about = say("template.funnel_about", self.language, **quoted)
        self.page.merge_range(1, 0, 1, 3, about, self.looks["wrapped"])
        self.page.set_row(1, 48)
        self.headings(3, "step", "actors", "share")

    def headings(self, line: int, *keys: str) -> None:
        for place, key in enumerate(keys):
            self.page.write_string(line, place, self.said(key), self.looks["heading" if place == 0 else "over_numbers"])
        self.line = line + 1

    def steps(self, known: Sequence[Known]) -> None:
        words = Counter(one.survey.casefold() for one in known)
        found = self.row("found", Number(self.counted.where(), len(known)), "strong")
        out = self.row("excluded", self.with_word("excluded", words), "strong")
        self.reasons(out, Counter(one.reason.casefold() for one in known if one.survey == self.out))
        left = self.row("left", Number(f"{found.cell}-{out.cell}", found.value - out.value), "strong")
        blank = f'(({self.counted.survey}="")+{self.is_word("not contacted")}>0)'
        nobody = words[""] + words[written("not contacted", self.language).casefold()]
        waiting = self.row("not_contacted", Number(self.counted.where(blank), nobody), "inner", of=left)
        asked = Number(f"{left.cell}-{waiting.cell}", left.value - waiting.value)
        asked = self.row("approached", asked, "strong", of=left)
        cells = {
            word: self.labeled(written(word, self.language), self.with_word(word, words), "inner", of=left)
            for word in STEPS
        }
        self.row("other_word", self.rest(asked, list(cells.values())), "inner", of=left)
        self.page.write_string(self.line, 0, self.said("rate"), self.looks["strong"])
        self.rate(self.line, 1, cells["answered"], left, self.looks["strong_share"])
        self.line += 1

    def reasons(self, out: Number, given: Counter[str]) -> None:
        """Why actors are not part of the survey, a line for each reason."""
        cells = []
        for reason in catalog("template")["reasons"][self.language]:
            formula = self.counted.where(self.is_word("excluded"), f'({self.counted.reason}="{reason}")')
            cells.append(self.labeled(reason, Number(formula, given[reason.casefold()]), "inner"))
        self.row("no_reason", self.rest(out, cells), "inner")

    def with_word(self, word: str, words: Counter[str]) -> Number:
        return Number(self.counted.where(self.is_word(word)), words[written(word, self.language).casefold()])

    def is_word(self, word: str) -> str:
        return f'({self.counted.survey}="{written(word, self.language)}")'

    def rest(self, whole: Number, parts: Sequence[Number]) -> Number:
        """What is left of a number after the lines above, which are parts of it."""
        value = whole.value - sum(part.value for part in parts)
        return Number(f"{whole.cell}-SUM({parts[0].cell}:{parts[-1].cell})", value)

    def row(self, key: str, number: Number, look: str, *, of: Number | None = None) -> Number:
        return self.labeled(self.said(key), number, look, of=of)

    def labeled(self, label: str, number: Number, look: str, *, of: Number | None = None) -> Number:
        """A line with a label and a number, and its share of another; the number with its cell."""
        self.page.write_string(self.line, 0, label, self.looks[look])
        self.page.write_formula(self.line, 1, f"={number.cell}", self.looks[f"{look}_number"], number.value)
        there = Number(f"B{self.line + 1}", number.value)
        if of:
            self.rate(self.line, 2, there, of, self.looks["share"])
        self.line += 1
        return there

    def rate(self, line: int, place: int, part: Number, whole: Number, look: Any) -> None:
        value = part.value / whole.value if whole.value else ""
        self.page.write_formula(line, place, f'=IF({whole.cell}=0,"",{part.cell}/{whole.cell})', look, value)

    def by_type(self, types: Sequence[str], known: Sequence[Known]) -> None:
        """A line per kind of organization, and one for those of another kind or none."""
        if not types:
            return
        self.page.write_string(self.line + 1, 0, self.said("types"), self.looks["title"])
        self.headings(self.line + 2, "type", "taking_part")
        self.page.write_string(self.line - 1, 2, self.answered, self.looks["over_numbers"])
        self.page.write_string(self.line - 1, 3, self.said("rate_short"), self.looks["over_numbers"])
        mine = Counter(one.type.casefold() for one in known if one.survey != self.out)
        said = Counter(one.type.casefold() for one in known if one.survey == self.answered)
        taking_part = f'({self.counted.survey}<>"{self.out}")'
        lines = []
        for label in types:
            which = f'(LEFT({self.counted.type}&";",{len(label) + 1})="{label};")'
            there = Number(self.counted.where(which, taking_part), mine[label.casefold()])
            answered = Number(self.counted.where(which, self.is_word("answered")), said[label.casefold()])
            lines.append(self.of_type(label, there, answered))
        wholes = (
            Number(self.counted.where(taking_part), mine.total()),
            Number(self.counted.where(self.is_word("answered")), said.total()),
        )
        rests = (self.rest(whole, [line[i] for line in lines]) for i, whole in enumerate(wholes))
        self.of_type(self.said("other_type"), *rests)

    def of_type(self, label: str, there: Number, answered: Number) -> tuple[Number, Number]:
        """A line of a kind: how many of it are part of the survey, how many of these answered."""
        self.page.write_string(self.line, 0, label, self.looks["inner"])
        numbers = Number(f"B{self.line + 1}", there.value), Number(f"C{self.line + 1}", answered.value)
        for place, number in enumerate((there, answered), start=1):
            self.page.write_formula(self.line, place, f"={number.cell}", self.looks["inner_number"], number.value)
        self.rate(self.line, 3, numbers[1], numbers[0], self.looks["share"])
        self.line += 1
        return numbers

    def foot(self) -> None:
        self.page.merge_range(self.line + 1, 0, self.line + 1, 3, self.said("note"), self.looks["wrapped"])
        self.page.set_row(self.line + 1, 48)
