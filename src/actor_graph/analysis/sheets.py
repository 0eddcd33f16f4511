"""The tables of an analysis as people read them in a spreadsheet: headings, labels and meanings in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from actor_graph.scheme import Scheme
from actor_graph.words import Language, catalog, say
from actor_graph.words.numbers import day, percent
from actor_graph.writing.tables import Rows, columns
from actor_graph.writing.workbook import Cell, Sheet

ATTRIBUTE = "attribute_"
"""What stands before the heading of a landscape's own column that is called like a figure."""
SHARES = (
    "isolate_share", "response_rate", "not_yet_networked_share", "largest_component_share", "connectedness",
    "degree_centralization", "betweenness_centralization", "transitivity", "average_clustering", "top_dog_tie_share",
    "confirmed_share", "normalized_degree", "betweenness", "networked_share", "dominant_share",
)  # fmt: skip
FINE = ("density", "internal_density", "external_density", "constraint")
SHARE, WHOLE, THREE, TWO = "0.0%", "0", "0.000", "0.00"
OF_TYPES = ("type", "other_type", "dominant_type", "types")
OF_ACTORS = ("contact_points", "held_together_by", "members", "strongest")
OF_THE_FIGURE = ("observed", "compared", "none", "all", "expected", "sd", "low", "high")
OF_SETTINGS = ("version", "scheme", "seed", "dealings", "count", "confirmed")
OF_LANDSCAPE = (
    "by", "kinds_counted", "actors", "ties", "excluded", "untyped", "ties_excluded", "ties_out_of_date",
    "ties_not_counted", "self_ties", "ties_without_weight", "checked",
)  # fmt: skip


def sheets(document: Mapping[str, Any], tables: Mapping[str, Rows], scheme: Scheme, language: Language) -> list[Sheet]:
    """The tables as sheets, then one that says what each column and figure means."""
    reading = _Reading(document, scheme, language)
    network, *others = tables
    told = [reading.figures(network, tables[network]), *(reading.sheet(name, tables[name]) for name in others)]
    return [*told, reading.notes(tables)]


class _Reading:
    """The words for one document: of its scheme, its actors and its language."""

    def __init__(self, document: Mapping[str, Any], scheme: Scheme, language: Language) -> None:
        self.document, self.scheme, self.language = document, scheme, language
        self.names = {row["id"]: row["name"] for row in document["actors"]}
        self.own = {key for row in document["actors"] for key in row.get("attributes") or ()}
        self.by_type = document["landscape"].get("by") == "type"

    def say(self, name: str, /, **values: object) -> str:
        return say(f"tables.{name}", self.language, **values)

    def figures(self, name: str, rows: Rows) -> Sheet:
        """The figures of the whole, one below the other, each with its meaning."""
        cells = [
            [
                Cell(self.heading(name, key)),
                Cell(row["value"], _form(key, row["value"])),
                Cell(self.meaning(name, key)),
            ]
            for row in rows
            for key in [row["figure"]]
        ]
        headings = [self.say("head_figure"), self.say("head_value"), self.say("head_meaning")]
        return Sheet(self.say(f"sheet_{name}"), headings, cells, wrapped=True)

    def sheet(self, name: str, rows: Rows) -> Sheet:
        """A table whose columns are figures; the names of its rows stay in sight."""
        keys = columns(rows)
        cells = [
            [Cell(self.cell(name, key, row.get(key)), _form(_figure(name, key, row), row.get(key))) for key in keys]
            for row in rows
        ]
        kept = 2 if name in ("actors", "mixing") else 1
        return Sheet(self.say(f"sheet_{name}"), [self.heading(name, key) for key in keys], cells, kept=kept)

    def notes(self, tables: Mapping[str, Rows]) -> Sheet:
        """Whose figures these are, for whom, how they were found, and what each means."""
        file = self.say("this_file")
        rows = [[file, heading, value, key] for heading, value, key in self.about()]
        for name, table in tables.items():
            keys = [row["figure"] for row in table] if name == "network" else columns(table)
            rows += [[self.say(f"sheet_{name}"), self.heading(name, k), self.meaning(name, k), k] for k in keys]
        headings = [self.say(f"head_{part}") for part in ("sheet", "entry", "said", "key")]
        return Sheet(
            self.say("sheet_notes"), headings, [[Cell(value) for value in row] for row in rows], kept=0, wrapped=True
        )

    def about(self) -> Iterator[tuple[str, Any, str]]:
        """Heading, value and key of what is known of the file as a whole."""
        landscape, settings = self.document["landscape"], self.document["settings"]
        audience = self.document["audience"]
        banner = say("analysis.banner_office", self.language) + ". " if audience == "office" else ""
        yield self.say("about_note"), banner + say("analysis.as_named", self.language), "note"
        if self.document.get("pseudonymized"):
            yield self.say("about_note"), say("privacy.pseudonymized", self.language), "pseudonymized"
        if self.document.get("withheld"):
            least = percent(self.scheme.thresholds.response_none, self.language)
            yield self.say("about_note"), say("analysis.withheld", self.language, least=least), "withheld"
        known = {
            "name": landscape["name"],
            "place": landscape.get("place"),
            "date": day(landscape.get("date"), self.language),
            "boundary": landscape.get("boundary"),
            "audience": self.say(f"audience_is_{audience}"),
            **{key: settings.get(key) for key in OF_SETTINGS},
            "without": self.left_out(settings.get("without") or {}),
            **{key: landscape.get(key) for key in OF_LANDSCAPE},
        }
        for key, value in known.items():
            if value not in (None, "", []):
                yield self.say(f"about_{key}"), self.setting(key, value), key
        yield self.say("empty"), self.say("empty_means"), ""

    def left_out(self, without: Mapping[str, Any]) -> list[str]:
        """The actors that were taken out: those who may be named, then how many others."""
        named = [actor["name"] for actor in without.get("named", ())]
        more = without.get("actors", 0) - len(named)
        return [*named, *([self.say("without_more" if named else "without_unnamed", n=more)] if more else [])]

    def setting(self, key: str, value: Any) -> Any:
        """A setting as people read it."""
        if key in ("count", "kinds_counted"):
            return [self.scheme.kind_label(kind, self.language) for kind in value]
        if key == "by":
            return self.say("type") if self.by_type else value
        return self.say("yes" if value else "no") if isinstance(value, bool) else value

    def heading(self, sheet: str, key: str) -> str:
        """The heading of a column; of an attribute the landscape's own."""
        if (given := key.removeprefix(ATTRIBUTE)) in self.own and sheet == "actors":
            return given
        if word := self.intensity(key):
            return self.say("intensity", word=word)
        return self.known(f"{sheet}_{key}", key) or key

    def meaning(self, sheet: str, key: str) -> str:
        """What a column or figure means, in one sentence."""
        if key.removeprefix(ATTRIBUTE) in self.own and sheet == "actors":
            return self.say("attribute_means")
        if self.intensity(key):
            return self.say("intensity_means")
        return self.known(f"{sheet}_{key}_means", f"{key}_means") or self.say("attribute_means")

    def intensity(self, key: str) -> str:
        """The word of the scale that a figure counts, if it does."""
        word = key.removeprefix("intensity_")
        return self.scheme.intensity_label(word, self.language) if word not in (key, "none") else ""

    def known(self, *names: str) -> str:
        """The first of the names that there is a word for, said; nothing if there is none."""
        words = catalog("tables")
        return next((self.say(name) for name in names if name in words), "")

    def cell(self, sheet: str, key: str, value: Any) -> Any:
        """A cell's value with labels for keys and names for ids."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, Mapping):
            return {self.word(sheet, key, part): n for part, n in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.word(sheet, key, part) for part in value]
        return self.word(sheet, key, value)

    def word(self, sheet: str, key: str, value: Any) -> Any:
        """A text as people read it: the label of a type, the name of an actor, the word for a key."""
        if not isinstance(value, str):
            return value
        if key == "figure":
            return self.heading("network", value)
        key = "status" if key == "status_possible" else key
        if key in OF_TYPES:
            typed = self.by_type or (sheet, key) == ("actors", "types")
            return self.scheme.type_label(value, self.language) if typed else value
        if key in OF_ACTORS and sheet != "actors":
            return self.names.get(value, value)
        spelled = value.replace(" ", "_")
        return self.known(f"{sheet}_{key}_is_{spelled}", f"{key}_is_{spelled}") or value


def _figure(sheet: str, key: str, row: Mapping[str, Any]) -> str:
    """The figure that a column holds; where each row is about one of its own, that."""
    return str(row["figure"]) if sheet in ("missing", "chance") and key in OF_THE_FIGURE else key


def _form(key: str, value: Any) -> str:
    """The number format: shares in percent, whole numbers whole, p and densities with three digits, others with two."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    if key in SHARES:
        return SHARE
    if isinstance(value, int):
        return WHOLE
    return THREE if key in FINE or key.endswith("_p") or key.startswith("p_") or "_p_" in key or key == "p" else TWO
