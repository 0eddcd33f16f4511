"""Which columns hold contact data or sensitive matters, by their heading and by their cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from actor_graph.privacy.redaction import is_nothing_but_contacts, redact
from actor_graph.scheme import Scheme
from actor_graph.words.fold import fold

__all__ = ["holds_contacts", "is_contact_heading", "is_sensitive", "redact", "tells_only_figures"]

_PARTS = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|[\W_]+")
_WORDS = re.compile(
    r"""ansprech(?:partner|person|stelle)\w* | contacts? | contact(?:person|name|info|details|email|phone)s?
    | kontakt(?:e|s|person\w*|daten|adress\w*|e?mail\w*|tel\w*|name\w*|info\w*|partner\w*|möglichkeit\w*|nummer\w*
      |handy\w*)?
    | vorsitz\w* | \w*vorsitzende[rn]? | vorstand(?:s\w*)? | vorstände | vorständin | geschäftsführ\w* | leitung
    | leiter(?:in|innen)? | sprecher(?:in|innen)? | obmann | obfrau | präsident(?:in)? | kassenwart\w*
    | schatzmeister\w* | chairs? | chair(?:person|man|woman) | president | director | treasurer | spokesperson
    | (?:vor|nach|familien)name\w* | zuname | (?:first|last|sur|fore|family)name
    | \w*telefon\w* | (?:tele)?phones? | phone(?:number|no|nr) | tel | telnr | telnummer | fon | rufnummer\w*
    | \w*durchwahl | festnetz\w* | handy\w* | mobile? | mobil(?:e?nummer|nr|tel|funk\w*|phone) | mob | natel
    | cell | cellphones? | whatsapp\w* | telegram | threema | viber | skype | \w*fax | faxnummer | faxnr
    | e?mails? | e?mail(?:adress|address|kontakt)\w* | email\w*
    | (?:post|haus|wohn|privat|liefer|büro|vereins|besuch\w*|rechnungs|heim|brief)?(?:anschrift|adresse)n?
    | adressdaten | adresszeile\w* | adresszusatz | adr | addresses | address(?:line)?\d*
    | strasse(?:n(?:name|nr)|nr|hausnummer)? | str | street | street(?:name|address|number)
    | hausnummer | hausnr | housenumber | postfach | pobox
    | iban(?:nr|nummer)? | bic | swift | konto(?:nummer|nr|inhaber\w*|verbindung)? | bankverbindung | bankdaten
    | bankaccount | accountnumber | geburts(?:datum|tag|jahr)\w* | birthday | birthdate | dateofbirth | dob""",
    re.VERBOSE,
)
_PHRASES = re.compile(
    r"\b(?:bank account|account number|date of birth|(?:first|last|given|family) name|po box|house number)\b"
)
_OF_PEOPLE = re.compile(
    r"""ansprech\w* | contacts? | contactpersons? | kontakte?s? | kontaktperson\w* | vorsitz\w* | \w*vorsitzende[rn]?
    | vorst[aä]nd\w* | geschäftsführ\w* | leitung | leiter(?:in|innen)? | sprecher(?:in|innen)? | obmann | obfrau
    | präsident(?:in)? | kassenwart\w* | schatzmeister\w* | chairs? | chair(?:person|man|woman) | president | director
    | treasurer | spokesperson""",
    re.VERBOSE,
)
"""Words for people and offices, under which a column may also tell years or counts."""
_NO_FILLING = {"", "-", "–", "—", "?", "/"}
_DAY = r"(?:\d{1,2}\.\s?){0,2}(?:1[89]|20)\d\d|(?:1[89]|20)\d\d-\d\d(?:-\d\d)?|\d{1,2}/(?:\d{1,2}/)?(?:1[89]|20)\d\d"
_FIGURE = re.compile(
    rf"(?:(?:seit|ab|bis|ca\.?|etwa|since|from|until)\s)?(?:{_DAY}|\d{{1,3}}(?:[.,]\d+)?)(?:\s?[-–]\s?(?:{_DAY}))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:anzahl|zahl|häufigkeit|frequency|number of (?!phone|tel)|how (?:many|often)|wie (?:viele|oft))\b"
    r"|\b(?:pro|per) (?:jahr|monat|woche|tag|year|month|week|day|person|actor|akteur|gruppe|group)\b"
)
_WEB = re.compile(r"\b(?:web|internet|url|homepage|ip)\b")
_WEB_ADDRESS = re.compile(r"\b(?:adresse|address)\w*")
_STREET_WORK = re.compile(r"\bstreet work\w*")


def is_contact_heading(heading: str) -> bool:
    """Whether a heading names contact data: whom to ask, telephone, e-mail, postal address, bank account and the like.

    Each word of the heading is looked at, in German and English, so “Telefon (dienstlich)”, “E-Mail 2” and
    “contact_name” are found; a count such as “Anzahl Kontakte” or “Kontakte pro Jahr” is not contact data, nor is a
    web address.

    >>> is_contact_heading("Ansprechpartner/-in"), is_contact_heading("Mailand-Projekt")
    (True, False)
    """
    line = _STREET_WORK.sub("", " ".join(_words(heading)))
    if _COUNTED.search(line):
        return False
    if _WEB.search(line):
        line = _WEB_ADDRESS.sub("", line)
    return bool(any(map(_WORDS.fullmatch, [*line.split(), fold(heading)])) or _PHRASES.search(line))


def tells_only_figures(heading: str, cells: Iterable[str | None]) -> bool:
    """Whether a column under a word for people tells years, dates or counts instead: “Vorstand seit” with 2019.

    All filled cells have to be a year, a date or a number of up to three digits; longer numbers may be those of a
    telephone. Where another word of the heading names contact data (“Vorstand Geburtsjahr”, “Leitung Tel.”), or where
    nothing is filled, the heading decides.

    >>> tells_only_figures("Vorstand seit", ["2019", "01.03.2021", None]), tells_only_figures("Telefon", ["110"])
    (True, False)
    """
    others = " ".join(word for word in _words(heading) if not _OF_PEOPLE.fullmatch(word))
    if is_contact_heading(others):
        return False
    filled = [cell.strip() for cell in cells if cell and cell.strip() not in _NO_FILLING]
    return bool(filled) and all(map(_FIGURE.fullmatch, filled))


def holds_contacts(cells: Iterable[str | None]) -> bool:
    """Whether at least half of the filled cells are nothing but e-mail addresses, phone numbers or IBANs.

    Meant for columns that no heading explains; ids, names and numbers under a known heading are none of them.
    """
    filled = [cell for cell in cells if cell and cell.strip()]
    return bool(filled) and 2 * sum(map(is_nothing_but_contacts, filled)) >= len(filled)


def is_sensitive(heading: str, scheme: Scheme) -> bool:
    """Whether a heading names religion, origin, ethnicity, nationality or politics, by the scheme's list.

    The whole heading or one word of it has to be in the list: “Herkunft der Mitglieder” is, “Herkunftssprache” is not.
    """
    listed = set(scheme.sensitive_columns)
    return fold(heading) in listed or any(fold(word) in listed for word in _words(heading))


def _words(heading: str) -> list[str]:
    """The words of a heading, ß as ss, parted also where a capital letter begins a new one (``eMail``)."""
    composed = unicodedata.normalize("NFKC", heading)
    return [word.casefold() for word in _PARTS.split(composed) if word]
