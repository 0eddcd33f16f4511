"""The sheet that counts by itself how far the survey is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph.vocabulary.answers import written
from actor_graph.words import Language, catalog, say

STEPS = ("answered", "promised", "interested", "no answer", "declined")
"""What those who were approached may have said."""


@dataclass(frozen=True)
class Counted:
    """The cells that are counted: a range of the sheet of actors for each column, and the mark of examples."""

    name: str
    type: str
    survey: str
    reason: str
    mark: str

    def where(self, *conditions: str) -> str:
        """The number of actors for which all conditions hold, as a formula; examples and empty rows never count.

        It is a sum of products, which every spreadsheet program works out alike, whatever it takes for wildcards.
        """
        mine = [f'({self.name}<>"")', f'(LEFT({self.name},{len(self.mark)})<>"{self.mark}")']
        return "SUMPRODUCT(" + "*".join([*mine, *conditions]) + ")"


def write_funnel(
    page: Any, counted: Counted, types: Sequence[str], known: Sequence[str], language: Language, looks: dict[str, Any]
) -> None:
    """Write the sheet; ``known`` are the first types of the actors that stand in the sheet already, none answered.

    The values that the formulas give are written with them, so that viewers that work out nothing show them, too.
    """
    funnel = _Funnel(page, counted, language, looks, len(known))
    funnel.head()
    funnel.steps()
    funnel.by_type(types, known)
    funnel.foot()


class _Funnel:
    """The sheet while it is written, from top to bottom."""

    def __init__(self, page: Any, counted: Counted, language: Language, looks: dict[str, Any], n: int) -> None:
        self.page, self.counted, self.language, self.looks, self.n = page, counted, language, looks, n
        self.line = 0

    def said(self, key: str) -> str:
        return say(f"template.funnel_{key}", self.language)

    def head(self) -> None:
        from actor_graph.vocabulary.headings import heading
        from actor_graph.vocabulary.sheets import name_of

        self.page.set_column(0, 0, 52)
        self.page.set_column(1, 3, 22)
        self.page.write_string(0, 0, self.said("title"), self.looks["title"])
        names = {"survey": heading("actors", "survey", self.language), "actors": name_of("actors", self.language)}
        quoted = {key: say("problems.quoted", self.language, value=text) for key, text in names.items()}
        about = say("template.funnel_about", self.language, **quoted)
        self.page.merge_range(1, 0, 1, 3, about, self.looks["wrapped"])
        self.page.set_row(1, 48)
        self.headings(3, "step", "actors", "share")

    def headings(self, line: int, *keys: str) -> None:
        for place, key in enumerate(keys):
            self.page.write_string(line, place, self.said(key), self.looks["heading" if place == 0 else "over_numbers"])
        self.line = line + 1

    def steps(self) -> None:
        survey = self.counted.survey
        found = self.row(self.said("found"), self.counted.where(), self.n, "strong")
        excluded = self.row(self.said("excluded"), self.counted.where(self.is_word("excluded")), 0, "strong")
        first = self.line
        for reason in catalog("template")["reasons"][self.language]:
            formula = self.counted.where(self.is_word("excluded"), f'({self.counted.reason}="{reason}")')
            self.row(reason, formula, 0, "inner")
        rest = f"{excluded}-SUM(B{first + 1}:B{self.line})"
        self.row(self.said("no_reason"), rest, 0, "inner")
        left = self.row(self.said("left"), f"{found}-{excluded}", self.n, "strong")
        none = self.counted.where(f'(({survey}="")+{self.is_word("not contacted")}>0)')
        waiting = self.row(self.said("not_contacted"), none, self.n, "inner", of=left)
        approached = self.row(self.said("approached"), f"{left}-{waiting}", 0, "strong", of=left)
        first = self.line
        cells = {
            word: self.row(written(word, self.language), self.counted.where(self.is_word(word)), 0, "inner", of=left)
            for word in STEPS
        }
        other = f"{approached}-SUM(B{first + 1}:B{self.line})"
        self.row(self.said("other_word"), other, 0, "inner", of=left)
        self.page.write_string(self.line, 0, self.said("rate"), self.looks["strong"])
        self.rate(self.line, 1, cells["answered"], left, self.looks["strong_share"])
        self.line += 1

    def is_word(self, word: str) -> str:
        return f'({self.counted.survey}="{written(word, self.language)}")'

    def row(self, label: str, formula: str, value: int, look: str, *, of: str | None = None) -> str:
        """A line with a label and a number, and its share of another cell; the cell of the number."""
        self.page.write_string(self.line, 0, label, self.looks[look])
        self.page.write_formula(self.line, 1, f"={formula}", self.looks[f"{look}_number"], value)
        cell = f"B{self.line + 1}"
        if of:
            share = value / self.n if self.n else ""
            formula = f'=IF({of}=0,"",{cell}/{of})'
            self.page.write_formula(self.line, 2, formula, self.looks["share"], share)
        self.line += 1
        return cell

    def rate(self, line: int, place: int, part: str, whole: str, look: Any, n: int | None = None) -> None:
        value = 0 if (self.n if n is None else n) else ""
        self.page.write_formula(line, place, f'=IF({whole}=0,"",{part}/{whole})', look, value)

    def by_type(self, types: Sequence[str], known: Sequence[str]) -> None:
        """A line per kind of organization, and one for those of another kind or none."""
        if not types:
            return
        self.page.write_string(self.line + 1, 0, self.said("types"), self.looks["title"])
        word = written("answered", self.language)
        self.headings(self.line + 2, "type", "taking_part")
        self.page.write_string(self.line - 1, 2, word, self.looks["over_numbers"])
        self.page.write_string(self.line - 1, 3, self.said("rate_short"), self.looks["over_numbers"])
        first = self.line
        for label in types:
            which = f'(LEFT({self.counted.type}&";",{len(label) + 1})="{label};")'
            self.type_row(label, self.counted.where(which, self.taking_part()), known.count(label), which)
        last = self.line
        whole = f"{self.counted.where(self.taking_part())}-SUM(B{first + 1}:B{last})"
        answered = f"{self.counted.where(self.is_word('answered'))}-SUM(C{first + 1}:C{last})"
        rest = sum(1 for type_ in known if type_ not in types)
        self.type_cells(self.said("other_type"), whole, rest, answered)

    def taking_part(self) -> str:
        return f'({self.counted.survey}<>"{written("excluded", self.language)}")'

    def type_row(self, label: str, formula: str, value: int, which: str) -> None:
        self.type_cells(label, formula, value, self.counted.where(which, self.is_word("answered")))

    def type_cells(self, label: str, whole: str, value: int, answered: str) -> None:
        line = self.line
        self.page.write_string(line, 0, label, self.looks["inner"])
        self.page.write_formula(line, 1, f"={whole}", self.looks["inner_number"], value)
        self.page.write_formula(line, 2, f"={answered}", self.looks["inner_number"], 0)
        self.rate(line, 3, f"C{line + 1}", f"B{line + 1}", self.looks["share"], value)
        self.line += 1

    def foot(self) -> None:
        self.page.merge_range(self.line + 1, 0, self.line + 1, 3, self.said("note"), self.looks["wrapped"])
        self.page.set_row(self.line + 1, 48)
