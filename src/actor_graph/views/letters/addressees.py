"""Those who get a letter: the invited and nobody else, each with the texts of the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import find, stand_ins
from actor_graph.privacy.redaction import GONE, redact
from actor_graph.problems import Problem
from actor_graph.views.letters.entered import Entered, shown
from actor_graph.views.letters.fields import ENTERED, WORDED, heading, names_of
from actor_graph.views.letters.postal import MOST_LINES, Postal, postal
from actor_graph.views.letters.reader import Reader, own_name
from actor_graph.views.letters.reader import reader as read_name
from actor_graph.views.letters.signing import INVITING, is_named
from actor_graph.views.letters.style import SHIPPED, Style, style_of
from actor_graph.views.letters.wording import part, reason, salutation, told
from actor_graph.words import LANGUAGES, say
from actor_graph.words.fold import fold

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation

PRESENTER = "presenter"
"""Those asked whether they wish to present their work choose themselves what of it; no offer is named to them."""
NOTES = {
    "salutation": "salutation",
    "several": "salutation",
    "surname": "salutation",
    "first_name": "salutation",
    "signs": "",
    "code": "",
    "words": "reason",
}
"""Why somebody should read a letter before it is sent, and the field, if any, that is sure once entered for all."""


@dataclass(frozen=True)
class Addressee:
    """One letter: its texts by the key of their field, its style, and the name as it may be said at the terminal.

    ``notes`` are the keys of ``NOTES`` that hold for it.
    """

    values: Mapping[str, str]
    style: Style
    said: str
    posted: bool
    ask_first: bool
    notes: tuple[str, ...] = ()


class Addressees:
    """The letters of a list of invitations, in its order."""

    def __init__(self, invitation: Invitation, style: Style, entered: Entered, *, with_contacts: bool) -> None:
        self.told, self.original, self.style = invitation.to_dict(), invitation.landscape, style
        self.entered, self.with_contacts = entered, with_contacts
        self.cleared: Landscape = leaving(self.original)
        self.warnings: list[Problem] = []
        self._row = {id_: row for row, id_ in enumerate(self.cleared.actors["id"])}
        self._persons = stand_ins(self.original)[0]
        self._letter, self._salutation = (self._column(name) for name in ("column_letter", "column_salutation"))
        self._city = self._place()

    @property
    def all(self) -> list[Addressee]:
        """Every one of them."""
        people = self.told["invited"]
        digits = len(str(len(people)))
        return [self._addressee(one, f"{number:0{digits}}") for number, one in enumerate(people, start=1)]

    def _addressee(self, one: Mapping[str, Any], number: str) -> Addressee:
        actors, row = self.original.actors, self._row[one["id"]]
        style, person = self._style(row, one["name"]), row in self._persons
        to = postal(actors, row, self._city) if self.with_contacts else Postal()
        name = self._name(row, one["name"])
        reader = self._reader(row, name, to)
        values = {"number": number, "name": name, "language": told(style, self.style), "email": to.email}
        values |= self._for_all(style)
        fields, offers = self._own(row)
        why, doubtful = reason(fields, () if one["role"] == PRESENTER else offers, style)
        greeting, note = self._salutation_of(row, reader, style, person)
        cell = "salutation" * to.unread or "several" * to.several
        if person:
            cell = "salutation" * (self.with_contacts and not read_name(reader.name).name)
        notes = {note, cell, "words" * doubtful, "signs" * self._invites(name, reader, to), "code" * to.short_code}
        values |= {
            "salutation": greeting,
            "reason": why,
            "part": part(one["role"], style),
            "address": self._address(reader if person else Reader(name=name), to, style, person),
        } | {key: self.entered.known[key] for key in WORDED if key in self.entered.known}
        objected = bool(actors["objected"][row])
        return Addressee(
            values={key: shown(text) for key, text in values.items()},
            style=style,
            said=one["name"],
            posted=bool(to.lines),
            ask_first=objected or actors["survey"][row] == "declined",
            notes=tuple(key for key, field in NOTES.items() if key in notes and field not in self.entered.known),
        )

    def _for_all(self, style: Style) -> dict[str, str]:
        """What stands in all letters: what was entered, else a blank."""
        texts = {key: self.entered.known.get(key, "") or style.say("blank") for key in ENTERED}
        texts["event"] = self.entered.known.get("event") or self.cleared.scheme.format_label(
            self.told["format"], style.language
        )
        texts["city"] = self.entered.known.get("city") or self._city or style.say("blank")
        texts["moderation"] = self._moderation() or texts["moderation"]
        return texts

    def _moderation(self) -> str:
        """An actor that moderates by its name; else as it was entered."""
        text = self.entered.known.get("moderation", "")
        rows = find(self.original, text) if text else []
        return text if len(rows) != 1 else self._name(rows[0], self.cleared.actors["name"][rows[0]])

    def _style(self, row: int, name: str) -> Style:
        """The style that the sheet asks for, else the one of all."""
        given = str(self.original.actors[self._letter][row] or "").strip() if self._letter else ""
        style = style_of(given) if given else self.style
        if style is None:
            about = {"given": given, "column": self._letter, "known": ", ".join(SHIPPED), "name": name}
            self.warnings.append(Problem("warning", "invitation_letters.unknown_language", about))
        return style or self.style

    def names_of_persons(self) -> set[str]:
        """The names of natural persons, as the sheet and as the letters have them."""
        names = self.original.actors["name"]
        return {name for row in self._persons for name in (names[row], self._name(row, names[row]))}

    def _name(self, row: int, cleared: str) -> str:
        """The actor's own name where contact data may leave; without what somebody wrote behind it."""
        name = redact(self.original.actors["name"][row]) if self.with_contacts else cleared
        name = " ".join(name.replace(GONE, " ").split()) or cleared
        return " ".join(filter(None, own_name(name))) if row in self._persons else name

    def _reader(self, row: int, name: str, to: Postal) -> Reader:
        """Who reads a letter: the natural person itself, else whom the cell of the contact person names."""
        if row not in self._persons:
            return Reader(to.title, to.person)
        own = own_name(name)
        return Reader(own.title or to.title * (to.person == own.name), own.name)

    def _own(self, row: int) -> tuple[Sequence[str], Sequence[str]]:
        """Fields and offers that the actor stated or released itself, and that name nobody."""
        actors = self.original.actors
        free = actors["survey"][row] == "answered" or actors["publish"][row]
        if not free or actors["objected"][row]:
            return (), ()
        cells = ((actors[key][row], self.cleared.actors[key][row]) for key in ("fields", "offers"))
        fields, offers = ([word for word, shown in zip(*cell, strict=True) if word == shown] for cell in cells)
        return fields, offers

    def _invites(self, name: str, reader: Reader, to: Postal) -> bool:
        """Whether the addressee is named among those who invite."""
        people = {*to.named, *filter(None, (reader.name,))}
        return any(is_named(people, name, self.entered.known.get(key, "")) for key in INVITING)

    def _salutation_of(self, row: int, reader: Reader, style: Style, person: bool) -> tuple[str, str]:
        """With names only where contact data may leave; a person without its name has a blank."""
        if self.with_contacts:
            given = self.original.actors[self._salutation][row] if self._salutation else ""
            return salutation(str(given or "").strip(), reader, style)
        return (style.say("salutation_name", name=style.say("blank")) if person else style.say("salutation")), ""

    def _address(self, to_whom: Reader, to: Postal, style: Style, person: bool) -> str:
        """The lines in the window: the name, who reads it, where it goes."""
        if not self.with_contacts:
            return style.say("blank") if person else to_whom.name
        reader = [_line(Reader(to.title, to.person), style)] if to.person and to.person not in to_whom.name else []
        lines = list(to.lines) or ([style.say("by_email", email=to.email)] if to.email else [])
        whole = [_line(to_whom, style), *reader, *lines]
        return "\n".join([*whole[: MOST_LINES - 1], ", ".join(whole[MOST_LINES - 1 :])]).strip()

    def _column(self, sentence: str) -> str | None:
        """The column of the sheet's own with one of these headings."""
        actors = self.original.actors
        words = {fold(word) for language in LANGUAGES for word in names_of(sentence, language)}
        keys = (*actors.extra, *actors.contact)
        return next((key for key in keys if fold(actors.headings.get(key, key)) in words), None)

    def _place(self) -> str:
        """The city, as the landscape has it."""
        meta = self.cleared.meta
        text = str(meta.get("place") or meta.get("name") or "").partition("(")[0].strip()
        return "" if GONE in text else text

    def blank(self) -> list[str]:
        """The fields, by key, that stand blank in all letters."""
        texts = self._for_all(self.style)
        return [key for key in ENTERED if texts[key] == say("invitation_letters.blank", self.style.language)]


def _line(reader: Reader, style: Style) -> str:
    """A person as it stands in a window."""
    title = "Herrn" if style.language == "de" and reader.title == "Herr" else reader.title
    return f"{title} {reader.name}".strip()


def headings(keys: Sequence[str], style: Style) -> list[str]:
    """The names of fields."""
    return [heading(key, style.language) for key in keys]
