"""A list of invitations in words: lines, cells and names, as terminal, sheet and page all have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actor_graph.privacy.leaving import leaving
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import day, percent
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation

NAMES_SHOWN = 12
CHANGES = ("include", "exclude", "declined")
ENTERED = ("patron", "signatory", "moderation")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """A bound of a rule in words."""

    about: str
    required: str
    actual: str
    binding: bool


class Told:
    """The document and the words for it; texts can be shown as they are: nothing in them steers what is read."""

    def __init__(self, made: Invitation, language: Language) -> None:
        self.told, self.language, self.landscape = made.to_dict(), language, made.landscape
        self.scheme = made.landscape.scheme
        self.invited: list[Row] = self.told["invited"]
        self.ids = [one["id"] for one in self.invited]
        self._rows = {id_: row for row, id_ in enumerate(leaving(self.landscape).actors["id"])}

    def say(self, key: str, /, **values: object) -> str:
        """A sentence about the list."""
        part = "invited" if key in catalog("invited") else "invite"
        return say(f"{part}.{key}", self.language, **values)

    def name(self, id_: str) -> str:
        """The name of an actor, safe to show."""
        return visible(self.told["names"].get(id_, id_))

    def names(self, ids: Iterable[str], most: int | None = NAMES_SHOWN) -> str:
        """The first names in one line, then how many more; all of them where ``most`` is None."""
        every = [self.name(id_) for id_ in ids]
        more = [self.say("more", n=len(every) - most)] if most is not None and len(every) > most else []
        return ", ".join(every[:most]) + "".join(f" {part}" for part in more)

    @property
    def title(self) -> str:
        """For what the list is."""
        return self.say("title", format=visible(self.told["format_label"]))

    @property
    def banner(self) -> str:
        """For whom the list is."""
        return say("analysis.banner_office", self.language)

    @property
    def city(self) -> str:
        """The name of the landscape."""
        return visible(self.told["landscape"]["name"])

    @property
    def as_of(self) -> list[str]:
        """The day that the landscape stands for, if it tells one."""
        date = self.told["landscape"]["date"]
        return [say("analysis.as_of", self.language, date=day(date, self.language))] if date else []

    @property
    def place(self) -> str:
        """The name of the landscape, with the day that it stands for."""
        return " · ".join([self.city, *self.as_of])

    def summary(self) -> str:
        """How many are on the list and how much of the scene it stands for."""
        told, covered, bare = self.told, self.told["covered"], self.told["without_ties"]
        least, most = told["seats"]
        key = "counted_fixed" if least == most else "counted"
        counted = self.say(key, n=len(self.invited), least=least, most=most)
        share = percent(covered["reached_share"], self.language)
        said = self.say("covers_without_ties" if bare else "covers", **{**covered, "share": share})
        return " ".join([counted, said, *self._proven(), *self.equals()])

    def equals(self) -> Iterator[str]:
        """That this list is one of several of equal value, where it is, and which of them."""
        if self.told["equals"]:
            first = self.told["optimal"] and self.told["tie_break"] == "smallest"
            yield self.say("equals_first" if first else "equals")

    def _proven(self) -> Iterator[str]:
        """What is proven: that no list is better, of those for the same people where it goes on from an earlier one."""
        if not self.told["optimal"]:
            return
        if self.told["compared"] is not None:
            yield self.say(f"most_stay_{self.told['among']}")
        among = "best_among" if self.told["compared"] is not None else "best"
        yield self.say(f"{among}_without_ties" if self.told["without_ties"] else among)

    def renewed(self) -> Iterator[str]:
        """Who is new beside the earlier list, and who is no longer on it."""
        if self.told["compared"] is not None:
            compared = self.told["compared"]
            new = self.names(one for one in compared["new"] if one not in compared["absent"])
            left, nobody = self.names(compared["left"]), self.say("nobody")
            key = "compared_event" if compared["with"] == "event" else "compared_earlier"
            yield self.say(key, left=left or nobody, new=new or nobody)
            if compared["absent"]:
                yield self.say("compared_absent", names=self.names(compared["absent"]))

    def entered(self) -> Iterator[tuple[str, str]]:
        """Patron, signatory, moderation: what it is, and who."""
        for key in ENTERED:
            if self.told[key]:
                yield self.say(f"entered_{key}"), visible(self.name(self.told[key]))

    def kind(self, id_: str) -> str:
        """The label of an actor's kind; nothing where it has none or is not in the landscape."""
        row = self._rows.get(id_)
        kinds = () if row is None else self.landscape.actors["type"][row]
        return visible(self.scheme.type_label(kinds[0], self.language)) if kinds else ""

    def notes(self, one: Row) -> list[str]:
        """What should be known before somebody is asked; of a natural person where it stands in the sheet."""
        row, actors = self._rows[one["id"]], self.landscape.actors
        return [*one["notes"], *([self.say("person_row", row=actors.rows[row])] if actors["person"][row] else [])]

    def via(self, one: Row) -> str:
        """Through whom somebody is asked, and how these two know each other where that is told; else why nobody is."""
        if not one["approach_via"]:
            found = visible(one["approach_found_by"])
            return self.say(f"through_{one['approach_known_as']}", found=found) if one["approach_known_as"] else ""
        name, text = self.name(one["approach_via"]), one["approach_text"]
        return text[text.index(name) :] if name in text else name

    def reserve(self, one: Row) -> str:
        """Who could come instead; nothing where nobody else is left, the sentence for it where a rule is in the way."""
        if one["reserve"]:
            marks = [self.say("reserve_equal")] if one["reserve_equal"] else []
            marks += [] if one["reserve_answered"] else [self.say("reserve_no_answer")]
            return self.name(one["reserve"]) + (f" ({', '.join(marks)})" if marks else "")
        everybody = len(self.invited) == self.told["landscape"]["actors"]
        return "" if everybody else self.say("no_reserve")

    def rules(self) -> Iterator[Rule]:
        """What was asked for and what is there; a minimum that was lowered to nothing is told among the warnings."""
        for row in self.told["rules"]:
            if row["bound"] != "min" or row["required"]:
                yield Rule(visible(row["about"]), row["text"], self._actual(row), row["binding"])

    def _actual(self, row: Row) -> str:
        if row["actual"] is None:
            return self.say("not_known")
        if row["bound"] == "parity":
            one, other = row["counts"]
            return self.say("parity_actual", one=one, other=other)
        if row["bound"].endswith("share"):
            return self.say("count_share", n=row["count"], share=percent(row["actual"], self.language))
        return str(row["actual"])

    def missing(self) -> list[str]:
        """The kinds that are not represented."""
        return [visible(self.scheme.type_label(key, self.language)) for key in self.told["covered"]["types_missing"]]

    def not_reached(self, most: int | None = NAMES_SHOWN) -> Iterator[str]:
        """Who is neither invited nor tied to the invited, and which kinds are not there."""
        missed, kinds = self.told["not_reached"], self.missing()
        if not self.told["without_ties"]:
            names = self.names(missed, most)
            yield self.say("not_reached_n", n=len(missed), names=names) if missed else self.say("all_reached")
        if kinds:
            yield self.say("types_missing", n=len(kinds), types=", ".join(kinds))

    def change(self, change: Row) -> tuple[str, str, str, str]:
        """What was changed: how, whom, why, by whom."""
        parts = (change.get("name") or change["who"], change.get("why") or "", change.get("by") or "")
        return self.say(f"what_{change['what']}"), *map(visible, parts)  # type: ignore[return-value]

    def changes(self) -> Iterator[str]:
        """What people decided, and what the rules alone would propose."""
        for change in self.told["changes"]:
            said = self.say(f"change_{change['what']}", name=visible(change.get("name") or change["who"]))
            about = [visible(part) for part in (change.get("why"), change.get("by")) if part]
            yield f"• {self.say('change_why', change=said, why=', '.join(about)) if about else said}"
        yield from self.compared()

    @property
    def proposed(self) -> list[str]:
        """Whom the rules alone propose."""
        return self.ids if self.told["proposed"] is None else list(self.told["proposed"])

    def compared(self) -> Iterator[str]:
        """How the list differs from what the rules alone would propose, where people changed it."""
        if self.told["proposed"] is None:
            return
        more, less = ([i for i in a if i not in b] for a, b in ((self.proposed, self.ids), (self.ids, self.proposed)))
        nobody = self.say("nobody")
        if more or less:
            yield self.say("compared", more=self.names(more) or nobody, less=self.names(less) or nobody)
        else:
            yield self.say("compared_same")

    def past(self) -> Iterator[str]:
        """Who was invited and never came, who never was."""
        past = self.told["past"]
        if past["never_came"]:
            yield self.say("past_never_came", names=self.names(one["id"] for one in past["never_came"]))
        if past["never_invited"]:
            n = len(past["never_invited"])
            yield self.say("past_never_invited", n=n, names=self.names(past["never_invited"]))

    def others(self) -> Iterator[str]:
        """Other lists of equal value, by what they exchange."""
        others = self.told.get("others")
        if others is None:
            return
        if not others["lists"]:
            yield self.say("others_none")
            return
        yield self.say("others_more" if others["more"] else "others", n=others["count"])
        for ids in others["lists"]:
            less, more = ([i for i in a if i not in b] for a, b in ((self.ids, ids), (ids, self.ids)))
            yield f"• {self.say('other_list', less=self.names(less), more=self.names(more))}"

    def warnings(self) -> list[str]:
        """What should be known of the list."""
        return [visible(said) for said in self.told["warnings"]]
