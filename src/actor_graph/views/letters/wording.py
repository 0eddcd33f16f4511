"""What a letter says to its addressee: sentences of a closed set, with nothing but its own words in them.

Of a list of invitations a letter knows who is on it and in which part. It knows no status, no figure, no rule and no
reserve, and it knows of an entry only what the actor stated or released itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.privacy.redaction import redact
from actor_graph.views.letters.fields import names_of
from actor_graph.views.letters.fitting import fitting
from actor_graph.views.letters.reader import Reader, is_office, reader, title_of
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.surname import academic, greeted, is_no_surname
from actor_graph.words import LANGUAGES
from actor_graph.words.fold import fold

MOST = 3
"""So many words of an entry are told."""


def reason(fields: Sequence[str], offers: Sequence[str], style: Style) -> tuple[str, bool]:
    """Why somebody is invited, by its own fields and offers, and whether somebody should read it before it is sent.

    Without fields that fit a letter the reason is that its view matters. An offer is no reason, lest an invitation read
    as an order: whether to speak of it is for the addressee to decide.
    """
    (worked, _), (offered, _) = found = [fitting(words) for words in (fields, offers)]
    return _reason(worked[:MOST], offered[:MOST], style), any(doubtful for _, doubtful in found)


def _reason(worked: Sequence[str], offered: Sequence[str], style: Style) -> str:
    said = style.say("reason_fields", n=len(worked), words=", ".join(worked)) if worked else style.say("reason")
    return f"{said} {style.say('reason_besides', words=', '.join(offered))}" if offered else said


def part(role: str, style: Style) -> str:
    """What somebody is asked, by the key of its part; those who are to present themselves are asked whether."""
    return style.say(f"part_{role}")


def salutation(given: str, person: Reader, style: Style) -> tuple[str, str]:
    """How somebody is addressed, and why somebody should read that before it is sent, by the key of a note, or empty.

    ``given`` is what the sheet says (“Sehr geehrte Frau Muster”, “Fr. Muster”, or “Frau” alone), ``person`` who reads
    it. Nobody's name makes the polite line without one. The note ``salutation`` means that what is given could not be
    used as it is, ``surname`` that it is unsure what the surname is, ``first_name`` that there is none.
    """
    if redact(given) != given:
        return _to(person, style)[0], "salutation"
    if given and (given[-1] in ",!" or fold(given.split()[0]) in _greetings()):
        return (given if given[-1] in ",!" else f"{given},"), ""
    one, title = reader(given), title_of(given)
    if one.name:
        line, note = _to(one, style)
        return line, note or "salutation" * (not one.title or one.name not in given)
    alone = bool(title) and len(given.split()) == 1
    line, note = _to(Reader(title if alone else person.title, person.name), style)
    return line, "salutation" if given and not alone else note


def _to(person: Reader, style: Style) -> tuple[str, str]:
    """The line to a person, by its surname where its title is known, and the note that it needs."""
    if not person.name:
        return style.say("salutation"), ""
    if not person.title:
        if is_no_surname(person.name):
            return style.say("salutation_first"), "first_name"
        office = is_office(person.name) or any(map(_is_abbreviated, academic(person.name)[1]))
        return style.say("salutation_name", name=person.name), "salutation" * office
    name = greeted(person.name, style.language)
    to_doctor = style.language == "en" and academic(person.name)[0]
    key = "name" if to_doctor else "ms" if person.title in ("Frau", "Ms") else "mr"
    return style.say(f"salutation_{key}", name=name or person.name), "" if name else "surname"


def _is_abbreviated(word: str) -> bool:
    """Whether a word is short for a title or an office: “Pfr.”, “StD'in”."""
    return len(word) > 2 and word.endswith((".", "'in", "’in"))


def _greetings() -> set[str]:
    return {fold(word) for language in LANGUAGES for word in names_of("greeting", language)}


def told(style: Style, reader: Style) -> str:
    """The language of a letter, in the language of the table."""
    return reader.say(f"told_{style.name}")
