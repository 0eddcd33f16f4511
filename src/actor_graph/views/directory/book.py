"""The directory as a whole: entries by name and by field, needs in front, indexes, and what is said around them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actor_graph.analysis.about import sources, turn_to
from actor_graph.analysis.key import Keyed
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.few import small
from actor_graph.privacy.suppression import sizes_hidden, told_others
from actor_graph.problems import Problem, Problems
from actor_graph.scheme import Scheme
from actor_graph.views.directory.entries import Entry, entries_of, rows_included, rows_told
from actor_graph.views.directory.naming import without_unnamed
from actor_graph.words import Language, say
from actor_graph.words.fold import fold
from actor_graph.words.numbers import day, number, sort_key
from actor_graph.words.visible import visible


@dataclass(frozen=True)
class Topic:
    """A word of a column and the entries that have it, in the order of the directory."""

    word: str
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> set[int]:
        """The numbers of the entries."""
        return {entry.number for entry in self.entries}


@dataclass(frozen=True)
class Others:
    """The actors beside those that have an entry: how many of each kind, and whether there are more untold."""

    counts: tuple[tuple[str, int], ...] = ()
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.counts) or self.more


@dataclass(frozen=True, repr=False)
class Directory(Keyed):
    """A directory, ready to be written in any form.

    Attributes
    ----------
    entries
        In the order of their names; names in other scripts than Latin last.
    letters
        The same under their first letters.
    fields, countries, needs
        Every word that an entry has there, by name; words that differ in case or hyphens alone, or are synonyms in the
        scheme, are one.
    needs_by_field
        Each field with the needs of the entries in it.
    others
        Who else is part of the survey, by kind; to the public alone, since others have all in their directory.
    checked
        How many of the entries their actor has checked; None where that is not known, or to the public one or two.
    feedback
        Whom a correction goes to: ``address``, ``statement`` or both.
    pseudonymized
        Whether numbers stand for the names; then there is a ``key``.
    made_of
        The cleared landscape.
    """

    name: str
    date: str
    audience: Audience
    language: Language
    entries: tuple[Entry, ...]
    letters: tuple[tuple[str, tuple[Entry, ...]], ...]
    fields: tuple[Topic, ...]
    countries: tuple[Topic, ...]
    needs: tuple[Topic, ...]
    needs_by_field: tuple[tuple[str, tuple[Topic, ...]], ...]
    others: Others
    checked: int | None
    boundary: str
    sources: tuple[str, ...]
    feedback: Mapping[str, str]
    pseudonymized: bool = False
    warnings: tuple[Problem, ...] = field(default=())
    made_of: Landscape | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"Directory({self.name!r}: {len(self.entries)} entries, {self.audience})"

    @property
    def _made_of(self) -> Landscape | None:
        return self.made_of

    def say(self, key: str, /, **values: object) -> str:
        """A sentence about directories, in the language of this one."""
        return say(f"directory.{key}", self.language, **values)

    def warned(self, problems: Iterable[Problem]) -> Directory:
        """The same directory with what the office should know before it prints."""
        return replace(self, warnings=tuple(problems))

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.say("title_of", name=self.name)

    def lines(self) -> list[str]:
        """For whom and of when it is, what it holds and how it is meant: what every form says first."""
        n = len(self.entries)
        as_of = [say("analysis.as_of", self.language, date=self.date)] if self.date else []
        told = [" · ".join([self.say(f"for_{self.audience}"), *as_of])]
        told.append(self.say(f"holds_{self.audience}", n=number(n, self.language)))
        if self.checked is not None:
            key = "checked" if self.checked else "none_checked"
            told.append(self.say(key, n=number(self.checked, self.language), all=number(n, self.language)))
        if self.pseudonymized:
            told.append(say("privacy.not_anonymous", self.language))
        return [*told, say("analysis.as_named", self.language)]

    @property
    def shared_needs(self) -> tuple[Topic, ...]:
        """The needs that several name, the most frequent first."""
        several = [topic for topic in self.needs if len(topic.entries) > 1]
        return tuple(sorted(several, key=lambda topic: -len(topic.entries)))

    @property
    def single_needs(self) -> tuple[Topic, ...]:
        """The needs that one alone names."""
        return tuple(topic for topic in self.needs if len(topic.entries) == 1)

    def others_told(self) -> str:
        """Who else is part of the survey, as one line: kinds and their numbers."""
        counts = [f"{kind} {number(n, self.language)}" for kind, n in self.others.counts]
        return "; ".join([*counts, *([self.say("more_kinds" if counts else "some")] if self.others.more else [])])


def book(
    cleared: Landscape,
    audience: Audience,
    *,
    language: Language,
    sensitive: bool,
    problems: Problems,
    checked: Sequence[str | None] | None = None,
) -> Directory:
    """The directory of a landscape that was cleared before (``privacy.leaving``).

    ``checked`` is the column of days as it was before, so that natural persons are counted, whose days don't leave.

    To the public without the names of those that have not agreed, as far as that can be seen: see ``naming``.
    """
    rows = rows_told(cleared, audience)
    made = entries_of(cleared, audience, rows, language=language, sensitive=sensitive)
    if audience == "public":
        made = without_unnamed(cleared, made, problems)
    meta, scheme = cleared.meta, cleared.scheme
    fields, needs = topics(made, "fields", scheme), topics(made, "needs", scheme)
    return Directory(
        name=visible(cleared.name),
        date=visible(day(str(meta.get("date") or ""), language)),
        audience=audience,
        language=language,
        entries=tuple(made),
        letters=_letters(made, language),
        fields=fields,
        countries=topics(made, "countries", scheme),
        needs=needs,
        needs_by_field=_needs_by_field(fields, needs),
        others=_others(cleared, rows, language) if audience == "public" else Others(),
        checked=_checked(cleared, rows, audience, checked),
        boundary=visible(str(meta.get("boundary") or "").strip()),
        sources=tuple(map(visible, sources(meta))),
        feedback={key: visible(text) for key, text in turn_to(meta).get("feedback", {}).items()},
        pseudonymized=cleared.pseudonyms is not None,
        made_of=cleared,
    )


def topics(entries: Sequence[Entry], column: str, scheme: Scheme) -> tuple[Topic, ...]:
    """The words of a column by name, each with its entries, written as most write it, else with a capital."""
    meant = {fold(other): word for word, others in scheme.synonyms.items() for other in others}
    found: dict[str, list[Entry]] = {}
    written: dict[str, Counter[str]] = {}
    for entry in entries:
        for word in getattr(entry, column):
            key = fold(meant.get(fold(word), word))
            written.setdefault(key, Counter())[meant.get(fold(word), word)] += 1
            if found.setdefault(key, [])[-1:] != [entry]:
                found[key].append(entry)
    made = [Topic(_spelled(written[key]), tuple(who)) for key, who in found.items()]
    return tuple(sorted(made, key=lambda topic: sort_key(topic.word)))


def _spelled(counts: Counter[str]) -> str:
    return min(counts, key=lambda word: (-counts[word], word))


def _needs_by_field(fields: Sequence[Topic], needs: Sequence[Topic]) -> tuple[tuple[str, tuple[Topic, ...]], ...]:
    told = ((field.word, tuple(need for need in needs if need.numbers & field.numbers)) for field in fields)
    return tuple((word, found) for word, found in told if found)


def _letters(entries: Sequence[Entry], language: Language) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(_letter(entry.name) or say("directory.other_scripts", language), []).append(entry)
    return tuple((letter, tuple(under)) for letter, under in found.items())


def _letter(name: str) -> str:
    """The letter that a name is filed under, ``0–9`` for digits and signs; nothing for one in another script."""
    first = sort_key(name)[0][:1]
    if not first.isalpha():
        return "0–9"
    return first.upper() if unicodedata.name(first, "").startswith("LATIN") else ""


def _others(cleared: Landscape, rows: Sequence[int], language: Language) -> Others:
    """Those without an entry by kind, as ``privacy.suppression`` lets them be counted; the sum of all is not told."""
    first = {row: (cleared.actors["type"][row] or (None,))[0] for row in rows_included(cleared)}
    sizes = Counter(kind for kind in first.values() if kind is not None)
    untold = Counter(kind for row, kind in first.items() if row not in set(rows))
    counted = [{"type": kind, "actors": n} for kind, n in untold.items()]
    told = told_others(counted, sizes_hidden(sizes, counted, list(first.values()).count(None)))
    label = {kind: cleared.scheme.type_label(kind, language) for kind in sizes}
    counts = [
        (visible(label.get(row["type"]) or say("directory.without_kind", language)), row["actors"])
        for row in told
        if row["actors"] is not None
    ]
    return Others(tuple(sorted(counts, key=lambda pair: (-pair[1], sort_key(pair[0])))), len(counts) < len(told))


def _checked(
    cleared: Landscape, rows: Sequence[int], audience: Audience, checked: Sequence[str | None] | None
) -> int | None:
    if "checked" not in cleared.actors:
        return None
    days = cleared.actors["checked"] if checked is None else checked
    n = sum(1 for row in rows if days[row])
    return None if audience == "public" and small(n) else n
