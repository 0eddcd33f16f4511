"""What a letter says to its addressee: sentences of a closed set, with nothing but its own words in them.

Of a list of invitations a letter knows who is on it and in which part. It knows no status, no figure, no rule and no
reserve, and it knows of an entry only what the actor stated or released itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.views.letters.fitting import fitting
from actor_graph.views.letters.style import Style
from actor_graph.words.fold import fold

MOST = 3
"""So many words of an entry are told."""
_MS, _MR = ({fold(word) for word in words} for words in (("Frau", "Ms", "Mrs", "Ms."), ("Herr", "Herrn", "Mr", "Mr.")))


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


def salutation(given: str, person: str, style: Style) -> str:
    """How somebody is addressed: as the sheet has it, by name, or politely without one.

    ``given`` is what the sheet says (“Sehr geehrte Frau Muster”, or “Frau” alone), ``person`` the name of who reads it.
    """
    if given:
        for key, words in (("salutation_ms", _MS), ("salutation_mr", _MR)):
            if fold(given) in words:
                return style.say(key, name=person) if person else style.say("salutation")
        return given if given[-1] in ",!" else f"{given},"
    return style.say("salutation_name", name=person) if person else style.say("salutation")


def told(style: Style, reader: Style) -> str:
    """The language of a letter, in the language of the table."""
    return reader.say(f"told_{style.name}")
