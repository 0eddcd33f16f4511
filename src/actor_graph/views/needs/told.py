"""Needs against offers in words: lines, cells and names, as a reader of one language has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from actor_graph.views.map.picture import letter_of
from actor_graph.words import Language, say
from actor_graph.words.numbers import day, sort_key
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.needs import Needs

STATES = ("met", "unmet", "unasked")
SHOWN = ("met", "near", "unmet", "unasked")
"""The lists in the order in which they are told."""
COUNTS = ("actors", "needs", "needs_met", "offers", "offers_asked")
OF_CIRCLES = ("actors", "competences", "competences_of_one", "needs", "met_inside", "met_outside")
Row = Mapping[str, Any]


class Told:
    """The words for one comparison. Texts can be shown as they are: nothing in them steers or turns what is read."""

    def __init__(self, made: Needs, language: Language) -> None:
        self.told, self.language = made.to_dict(), language
        self.scheme = made.analysis.request.landscape.scheme
        self.audience = self.told["audience"]

    def say(self, name: str, /, **values: object) -> str:
        """A sentence about needs."""
        return say(f"needs.{name}", self.language, **values)

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.say("title", name=visible(self.told["landscape"]["name"]))

    @property
    def empty(self) -> bool:
        """Whether nobody says what is needed or offered."""
        return not any(self.told[state] for state in STATES)

    def lines(self) -> list[str]:
        """For whom and of when it is, what was asked, and how it is meant: what every form says first."""
        told = self.told
        date = told["landscape"]["date"]
        as_of = [say("analysis.as_of", self.language, date=day(date, self.language))] if date else []
        head = " · ".join([self.say(f"for_{self.audience}"), *as_of])
        key = "summary_public" if self.audience == "public" else "summary"
        counts = {"actors": told["actors"], "needing": told["with_needs"], "offering": told["with_offers"]}
        alike = [say("privacy.not_anonymous", self.language)] if told.get("pseudonymized") else []
        return [head, self.say(key, **counts), *alike, say("analysis.as_named", self.language)]

    def topics(self, state: str) -> list[Row]:
        """The topics of a state; needs that nobody meets in two parts, ``near`` those to which similar is offered."""
        if state in ("near", "unmet"):
            return [topic for topic in self.told["unmet"] if bool(topic["near"]) == (state == "near")]
        rows: list[Row] = self.told[state]
        return rows

    def heading(self, state: str) -> str:
        """How many topics are in a state."""
        return self.say("near_title" if state == "near" else state, n=len(self.topics(state)))

    def voice(self, voice: Row, topic: str) -> str:
        """Who it is, with its own words where they are not those of the topic."""
        name, words = visible(voice["name"]), visible(voice["words"])
        return name if words == visible(topic) else f"{name} {self.say('in_words', words=words)}"

    def voices(self, voices: Sequence[Row], topic: str) -> str:
        """Several in one line."""
        return ", ".join(self.voice(one, topic) for one in voices)

    def near(self, topic: Row) -> str:
        """What is offered in similar words, and by whom; nothing where nothing is."""
        found = [
            self.say("near_one", words=visible(one["word"]), names=self.voices(one["offered_by"], one["word"]))
            for one in topic.get("near", ())
        ]
        return "; ".join(found)

    def synonyms(self, topic: Row) -> str:
        """The line for the synonyms of the scheme, by which singular and plural would be one; nothing where none is.

        It has what the scheme lists under that word already, so that it can stand in place of that line.
        """
        if not topic.get("synonyms"):
            return ""
        from yaml import safe_dump

        listed = [*self.scheme.synonyms.get(topic["word"], ()), *topic["synonyms"]]
        line: str = safe_dump({topic["word"]: listed}, allow_unicode=True, default_flow_style=None, width=10_000)
        return visible(line.strip())

    def kind(self, key: str | None) -> str:
        """The label of a kind."""
        return visible(self.scheme.type_label(key, self.language)) if key else self.say("none_given")

    def group(self, row: Row) -> str:
        """The name of a kind or field in a table."""
        return self.kind(row["type"]) if "type" in row else visible(row["field"] or self.say("none_given"))

    def groups(self, name: str) -> list[Row]:
        """The counts ``by_type`` or ``by_field``, in the order of their names; those of no kind or field last."""
        key = name.removeprefix("by_")
        return sorted(self.told[name], key=lambda row: (row[key] is None, sort_key(self.group(row))))

    def circle(self, row: Row) -> str:
        """A circle by its letter and name, else by its strongest actor."""
        around = row.get("strongest")
        name = visible(row["name"] or (self.say("around", name=around) if around else ""))
        return f"{letter_of(row['cluster'])} {name}".rstrip()

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each need and each offer of each actor, under the headings of the table."""
        for state in STATES:
            for topic in self.told[state]:
                for side, other, done in (("need", "offered_by", "met"), ("offer", "needed_by", "asked")):
                    for voice in topic[f"{side}ed_by"]:
                        whom = [one["name"] for one in topic[other] if one["id"] != voice["id"]]
                        yield {
                            self.say("side"): self.say(side),
                            self.say("topic"): topic["word"],
                            self.say("words"): voice["words"],
                            self.say("actor"): voice["name"],
                            self.say("type"): self.kind(voice["type"]),
                            self.say("fields"): "; ".join(voice["fields"]) or None,
                            self.say("settled"): self.say("yes" if voice[done] else "no"),
                            self.say("by_whom"): "; ".join(whom) or None,
                            self.say("head_near"): (self.near(topic) or None) if side == "need" else None,
                        }
