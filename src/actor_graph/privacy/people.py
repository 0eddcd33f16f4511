"""People as they are written in a cell: “Mehmet Yılmaz”, “Yılmaz, Mehmet”, “Frau Dr. Hässler (Vorsitz), 0351 …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from actor_graph.privacy.columns import is_contact_heading
from actor_graph.privacy.redaction import redact

Words = tuple[str, ...]
WORD = re.compile(r"\w+")
TITLES = frozenset(
    "herr herrn hr frau fr familie fam eheleute dr dres prof professor professorin doktor dipl ing med phil mr mrs ms"
    " pfarrer pfarrerin pastor pastorin kollege kollegin".split()
)
"""Words before a surname, folded."""
PARTICLES = frozenset(
    "von van vom zu zur de del della di da dos du der den dem el al ibn bin bint abu ben la le y".split()
)
_BEGIN = PARTICLES - {"der", "den", "dem", "vom", "zu", "zur"}
EVERYDAY = frozenset(
    "acker adler anger arzt bach backer bauer baum becker berg berger beyer binder bischof blau blume bock boden "
    "bohm braun brand brecht brucke brunner burger busch christ deutsch dorn engel ernst esser falk farber feld "
    "fischer fleischer forster frank franke frei freund freitag friedrich fromm fuchs funk gartner geiger gerber "
    "gross grun hafen hahn hammer hartmann hase heilig heim heinrich herbst herrmann herzog hesse hirsch hirt "
    "hoffmann hofer holz huber jager jordan jung junge kaiser kaufmann keller klein knapp koch kohl konig kopf "
    "krause kraus kramer kreis kraft kruger kuhn kunst kunze kurz lang lange laube lehmann lehrer lindner linde "
    "link lowe ludwig luft maler maier markt marx maurer mayer meier meister metzger meyer meister mohr mond "
    "morgen muller neumann neubauer nagel neu ochs oster ostern paul peters pfarrer pfeiffer pfeifer pilz pohl "
    "polen post preuss probst rabe rat reich richter ritter roman rose roth russ sachs sauer schafer schatz "
    "scheffler schenk scherer schiller schlosser schmied schmidt schmitt schmitz schneider scholz schreiber "
    "schreiner schroder schubert schulz schulze schulte schumacher schuster schutz schwab schwarz seiler simon "
    "sommer sonne sonntag stark stein steiner stern sturm tanz teich thomas turk vogel vogt voigt wagner wald "
    "walter weber weg weiss werner wiese winkler winter wirth wolf wunsch zander zeit ziegler zimmer zimmermann "
    "baker bishop brown carter cook english farmer field fisher green hall hill hunter king knight lake long "
    "marsh mason miller moon parks price rivers rose shepherd smith stone street summer taylor turner walker "
    "white wood woods young youth".split()
)
"""Surnames, folded, that are everyday words, given names, or common enough to tell nobody: not cleared alone."""
_NO_NAME = frozenset(
    "der die das den dem des ein eine einer eines einem einen im in am an auf aus bei bis durch fur gegen mit "
    "nach ohne per pro seit uber um unter vom vor wahrend zu zum zur zwischen und oder sowie als wie wenn ist "
    "sind war wird werden hat haben kann nicht kein keine keiner noch nur siehe bitte folgt unbekannt bekannt "
    "offen derzeit aktuell neu neue neuer erste erster alle jede jeder wechselnd wechselnde verschiedene n.n nn "
    "angabe angaben absprache anfrage vereinbarung telefonisch personlich schriftlich erreichbar vormittags "
    "nachmittags abends morgens montags dienstags mittwochs donnerstags freitags montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag uhr tel telefon mail email handy fax the of for with by on at to or and "
    "none unknown ask see please http https www org com rotes deutsches".split()
)
_NO_PERSON = re.compile(
    r"(?:\w*(?:amt|buro|verein|zentrum|referat|abteilung|sekretariat|verwaltung|stiftung|team|geschaftsstelle|fachstelle"
    r"|leitstelle|beratung|beratungsstelle|vertretung|netzwerk|hilfe|forum|treff|institut|akademie|sprechstunde|gesprach|initiative|arbeit|beirat)|stadt|haus|rat|gruppe|verband|kirche"
    r"|schule|projekt|gemeinde|rathaus|zentrale|service|office|strasse|str|platz|weg|e\\.?v|gmbh|ag)"
)
"""Words of offices and associations, folded."""
_APART = re.compile(
    r"[;/&+|()<>\[\]{}:\n\r\t•·…\"„“”]+|\s[-–—]\s|(?<!\S)(?:und|and|oder|or|u\.|bzw\.?|sowie|c/o)(?!\S)", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][^\d_]*")
LEAST = 5
"""Names with fewer letters are not looked for."""


@cache
def folded(word: str) -> str:
    """A word without case and marks: ä is a, ı is i, ß is ss."""
    plain = "".join(sign for sign in normalize("NFKD", word) if not combining(sign))
    return plain.casefold().replace("ı", "i")


@cache
def spelled_out(word: str) -> str:
    """A word with ae for ä and so on, else as ``folded`` gives it."""
    for sign, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        word = word.casefold().replace(sign, written)
    return folded(word)


@dataclass(frozen=True)
class Person:
    """A person's given names and surname, each in words as written; one of them may be empty, not both."""

    given: Words
    family: Words


def people(cell: str) -> Iterator[Person]:
    """The people whom a cell names by two words or more, or by a title and a surname.

    Offices (“Amt für Kultur”, “Büro Nord”), notes (“nach Absprache”) and single words are nobody.

    >>> [p.family for p in people("1. Vorsitzende: Dr. Ayşe Koç; Yılmaz, Mehmet (abends); Kulturamt; nach Absprache")]
    [('Koç',), ('Yılmaz',)]
    """
    for part in _APART.split(normalize("NFC", redact(cell))):
        pieces = [_bare(piece) for piece in part.split(",")]
        pieces = [piece for piece in pieces if piece[1]]
        if len(pieces) == 2 and _surname_first(*pieces):
            (_, family), (_, given) = pieces
            yield Person(tuple(given), tuple(family))
            continue
        for titled, words in pieces:
            if _named(words, least=1 if titled else 2):
                at = next((n for n, word in enumerate(words) if n and folded(word) in PARTICLES), len(words) - 1)
                yield Person(tuple(words[:at]), tuple(words[at:]))


def _surname_first(family: tuple[bool, list[str]], given: tuple[bool, list[str]]) -> bool:
    """“Yılmaz, Mehmet”, “von Berg, Anna”; not “Anna Berg, Mehmet Yılmaz”."""
    begins = len(family[1]) == 1 or folded(family[1][0]) in PARTICLES
    return begins and not given[0] and len(given[1]) < 3 and _named([*given[1], *family[1]], least=2)


def _bare(piece: str) -> tuple[bool, list[str]]:
    """The words of a piece without titles, offices and numbers around them; was there a title?"""
    words, titled = piece.split(), False
    while words and (_title(words[0]) or _office(words[0])):
        titled = titled or _title(words[0])
        words = words[1:]
    while len(words) > 2 and _office(words[-1]):
        words.pop()
    return titled, [word.strip(",'’*!?") for word in words]


def _title(word: str) -> bool:
    parts = [part for part in re.split(r"\W+", folded(word)) if part]
    return bool(parts) and all(part in TITLES for part in parts)


def _office(word: str) -> bool:
    return not any(sign.isalpha() for sign in word) or is_contact_heading(word)


def _named(words: list[str], *, least: int) -> bool:
    """Do these words look like the name of a person?"""
    if not least <= len(words) <= 5 or not all(map(_NAME.fullmatch, words)):
        return False
    if sum(sign.isalpha() for word in words for sign in word) < (LEAST if least > 1 else 2):
        return False
    plain = [folded(word.rstrip(".")) for word in words]
    named = [
        n for n, word in enumerate(plain)
        if not (word in _BEGIN or (word in PARTICLES and (n == 0 or plain[n - 1] in PARTICLES) and n < len(plain) - 1))
    ]  # fmt: skip
    if any(plain[n] in _NO_NAME or _NO_PERSON.fullmatch(plain[n]) for n in named):
        return False
    lower = [words[n][0].islower() for n in named]
    return len(named) >= least and (not any(lower) or (all(lower) and len(words) < 4))
