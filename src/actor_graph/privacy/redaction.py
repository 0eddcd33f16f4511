"""E-mail addresses, phone numbers and IBANs inside texts.

Every pattern is read from left to right in time proportional to the text: a start is tried once per word, and what
repeats never has two ways to match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import normalize

GONE = "[…]"

_AT = r"(?:[@＠﹫]|[(\[{<]\s?(?:at|ät|@|klammeraffe)\s?[)\]}>])"
_DOT = r"(?:\.|\s?[(\[{<]\s?(?:dot|punkt|pkt|\.)\s?[)\]}>]\s?)"
_SPELLED = r"(?:\s(?:dot|punkt|pkt)\s)"
_ENDS = r"(?:de|com|org|net|eu|info|at|ch|li|fr|it|nl|be|pl|uk|edu|biz|online|email|io|berlin|hamburg|koeln|saarland)"
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]++(?:"
    rf"\s?{_AT}\s?[\w-]++(?:(?:{_DOT}|{_SPELLED}(?=[\w-]++{_SPELLED}))[\w-]++){{0,4}}{_SPELLED}{_ENDS}(?!\w)"
    rf"|\s?{_AT}\s?[\w-]++(?:{_DOT}[\w-]++)++"
    r"|\s(?:at|ät)\s[\w-]++(?:\s(?:dot|punkt)\s[\w-]++)++"
    r"|\s(?-i:AT|ÄT)\s[\w-]++(?:\.[\w-]++)++)",
    re.IGNORECASE,
)
_HAS_AT = re.compile(r"[@＠﹫]|(?<![^\W_])(?:at|ät|klammeraffe)(?![^\W_])", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog)|wa\.me|m\.me|signal\.(?:me|group)|threema\.id"
    r"|(?:api|chat)\.whatsapp\.com)/[\w+/#?=&%.@-]*[\w/=]"
    r"|(?<!\w)(?P<by>(?:telegram|threema|signal)[:\s]{1,3})@[\w.]*\w",
    re.IGNORECASE,
)
"""Where somebody is reached by a messenger."""
SIGNS_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Signs of no width, which could stand inside an address."""
_HAS_DIGIT = re.compile(r"\d")
"""Most texts have neither, and are done with at once."""
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0\u202f.-]?[A-Z0-9]){11,30}", re.IGNORECASE)
_LENGTHS = {
    "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GE": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IT": 27,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MD": 24, "ME": 22, "MK": 19, "NL": 18, "NO": 15, "PL": 28, "PT": 25,
    "RO": 24, "RS": 22, "SE": 24, "SI": 19, "SK": 24, "TN": 24, "TR": 26, "UA": 29, "XK": 20,
}  # fmt: skip

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_TIMES = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:\s?Uhr)?\s?[-–]\s?(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)"
_KEPT = (
    r"(?<!\w)(?<!\d[./])(?:"
    rf"{_DAY}(?P<a>[./ -]){_MONTH}(?P=a){_YEAR}(?!\d)"
    rf"|{_DAY}(?P<b>[./])\s?{_MONTH}(?P=b)\s?(?:{_YEAR}|\d\d)?(?![./]?\d)"
    rf"|{_MONTH}/{_DAY}/{_YEAR}(?!\d)|{_MONTH}[./-]{_YEAR}(?!\s?\d)"
    rf"|{_YEAR}(?P<c>[./-]){_MONTH}(?:(?P=c){_DAY})?(?!\d)"
    rf"|{_TIMES}"
    r"|(?:isbn|issn|doi)(?:-1[03])?[:\s]{0,3}[\dx./-]++)"
)
"""Dates, spans of time and book numbers, which could look like phone numbers."""
_NO_DATE = rf"(?!\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}(?!\d)|{_YEAR}-\d\d-\d\d(?!\d)|{_TIMES})"
_NEXT = rf"(?:[ \t\n\r_\u00a0\u202f()/.\-\u2010-\u2015]{{0,4}}{_NO_DATE}\d)"
_CLOSE = rf"(?:[ \u00a0\u202f()/\-\u2010-\u2015]{{0,3}}{_NO_DATE})"
_PHONE = (
    r"(?<!\w)(?<!\d[-./,:–])(?:\((?=[+\d ]{1,8}\)))?"
    rf"(?:(?<!\d[ \u00a0\u202f])0[ \u00a0\u202f][1-9](?:{_CLOSE}\d){{5,}}+|"
    rf"\+[ (]{{0,2}}[1-9]{_NEXT}{{6,}}+|00[1-9]{_NEXT}{{7,}}+|0\)?[1-9]{_NEXT}{{5,}}+)"
)
_WORD = (
    r"(?:(?<!\w)(?:telefon|telefax|telephone|tel|fon|phone|handy|mobiltelefon|mobil|mobile|mob|cell|natel|fax|festnetz"
    r"|ruf|durchwahl|whatsapp|signal|telegram|threema)[ -]?(?:nummer|number|nr|no)?(?!\w)|[☎☏✆📞📱📠])"
    r"(?:[ .:/]{0,3}\(?(?:privat|dienstlich|geschäftlich|büro|zentrale|mobil|fax|tel|private|work|home|office)"
    r"(?!\w)\)?)?(?:\s(?:unter|über|auf|ist|lautet|under|on|is)(?!\w))?"
)
_SAID = rf"(?P<word>{_WORD}[ =-]{{0,3}}(?:[.:][ .:/=-]{{0,4}}(?={_NEXT}{{3}})|(?={_NEXT}{{5}})))(?P<number>{_NEXT}++)"
_EXTENSION = (
    r"(?P<of>(?:(?<!\w)(?:telefon|telefax|tel|fon|fax|durchwahl|nebenstelle|apparat|app\.|dw)"
    r"[.:]{0,2}\s{0,2}(?=[-\u2010-\u2013]\d)"
    r"|(?<!\w)(?:durchwahl|nebenstelle|apparat|app\.)[.:]{0,2}\s{0,2}(?=\d)))"
    rf"(?!{_YEAR}(?!\d))[-\u2010-\u2013]?\d{{1,4}}(?!\d|[.,:/\u2013-]\d|\s?(?:%|uhr|euro|€))"
)
_PHONES = re.compile(rf"(?P<kept>{_KEPT})|{_SAID}|{_EXTENSION}|(?P<phone>{_PHONE})", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_AROUND = re.compile(
    r"\[…\]|mailto|tele?fon|telefax|tel|fon|phone|handy|mobile?|fax|e-?mail|mail|iban|bic|privat|dienstlich|und|oder|and|or"
)


def compatible(text: str) -> str:
    """The text with plain letters and signs for those of other shapes, and without signs of no width; “…” stays one."""
    return SIGNS_UNSEEN.sub("", "…".join(normalize("NFKC", part) for part in text.split("…")))


def redact(text: str) -> str:
    """The text with each e-mail address, phone number and IBAN in it replaced by ``[…]``.

    A phone number begins with + or 0 and has at least 7 digits with separators, or follows a word such as Tel or Handy;
    so does an extension (“Fax -22”). E-mail addresses are also found as “name (at) verein.de” and “name at verein punkt
    de”, names for messengers as “t.me/name”. An IBAN has its country's length or a right check sum. Dates, years,
    postcodes, plain numbers and spans of time stay.

    >>> redact("Raum gesucht, Frau Yıldız 0351 / 123 45 67 oder yildiz@verein.de, ab 01.02.2026")
    'Raum gesucht, Frau Yıldız […] oder […], ab 01.02.2026'
    """
    if text.isascii():
        return _redacted(text)
    plain = compatible(text)
    if plain != text and (cleared := _redacted(plain)) != plain:
        return cleared
    return _redacted(text)


def _redacted(text: str) -> str:
    if "/" in text or "@" in text:
        text = _HANDLE.sub(lambda found: (found["by"] or "") + GONE, text)
    numbered = _HAS_DIGIT.search(text)
    if numbered:
        text = _IBAN.sub(_iban, text)
    if _HAS_AT.search(text):
        text = _MAIL.sub(GONE, text)
    return _PHONES.sub(_phone, text) if numbered else text


def is_nothing_but_contacts(text: str) -> bool:
    """Whether the text is made of e-mail addresses, phone numbers and IBANs alone, words such as Tel around them.

    >>> is_nothing_but_contacts("Tel. 0351 1234567; info@verein.de"), is_nothing_but_contacts("01067")
    (True, False)
    """
    cleared = redact(text)
    rest = _AROUND.sub("", cleared.casefold())
    return GONE in cleared and not any(sign.isalnum() for sign in rest)


def _iban(found: re.Match[str]) -> str:
    """What follows the IBAN in the match stays; a code of another length stays whole."""
    given = found.group()
    places = [i for i, sign in enumerate(given) if sign.isalnum()]
    length = _LENGTHS.get(given[:2].upper())
    if length is not None and len(places) >= length:
        end = places[length - 1] + 1
        return GONE + given[end:] if not given[end : end + 1].isalnum() else given
    return GONE if _check_sum([given[i] for i in places]) else given


def _check_sum(signs: list[str]) -> bool:
    """Whether the sum of ISO 13616 is right: letters as 10 … 35, the first four signs last, 1 modulo 97."""
    turned = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4] if sign.isascii())
    return int(turned) % 97 == 1


def _phone(found: re.Match[str]) -> str:
    """The sign for what is gone, or the match itself where it is no phone number after all."""
    if found.group("kept"):
        return found.group()
    number = found.group("number")
    if number:
        a_year = re.fullmatch(r"\s*(?:19|20)\d\d", number)
        gap = number[: len(number) - len(number.lstrip())]
        return found.group() if a_year else found.group("word") + gap + GONE
    if found.group("of"):
        return found.group("of") + GONE
    phone = found.group("phone")
    groups = _DIGITS.findall(phone)
    before = found.string[max(0, found.start() - 2) : found.start()]
    thousands = all(len(group) == 3 for group in groups) and re.fullmatch(r"\d[ \u00a0\u202f]", before)
    postcodes = len(groups) > 1 and all(len(group) == 5 and group[0] == "0" for group in groups)
    scale = phone[:2] in ("0 ", "0\u00a0", "0\u202f") and "/" not in phone and _rises(groups)
    return found.group() if thousands or postcodes or scale else GONE


def _rises(groups: Sequence[str]) -> bool:
    """Whether these are the numbers of a scale, such as 0 10 20 30."""
    figures = list(map(int, groups))
    return all(one < other for one, other in pairwise(figures))
