"""Letters of other scripts and spellings of one sound, brought to one form so that names can be compared.

Cyrillic and Greek become Latin letters as German and English have them; of Arabic the consonants are compared. Other
scripts stay as they are: names in them are the same only where they are written the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CYRILLIC = dict(
    zip(
        "абвгґдежзийіїклмнопрстуўфхцчшщъыьэюяёєђћџљњјѓќѕ",
        "a b v g g d e zh z i i i i k l m n o p r s t u u f h z tsch sch schtsch _ i _ e ju ja jo je dzh tsch dzh "
        "lj nj j gj kj z".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i t i k l m n x o p r s t i f h ps o s".split(), strict=True)
)
_LATIN = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "œ": "oe", "å": "a", "ł": "l", "đ": "d", "ð": "d",
    "þ": "th", "ı": "i", "ş": "sch", "ș": "sch", "š": "sch", "ç": "tsch", "č": "tsch", "ć": "tsch", "ž": "zh",
    "ż": "zh", "ğ": "g", "ə": "e", "ħ": "h",
}  # fmt: skip
_ARABIC = dict(
    zip(
        "بتثجحخدذرزسشصضطظغفقكلمنهپچگکژ",
        "b t t c h h d d r z s s s d t z g f k k l m n h p c g k s".split(),
        strict=True,
    )
)
_LETTERS = {sign: "" if said == "_" else said for sign, said in (_CYRILLIC | _GREEK | _LATIN).items()}
_SOUNDS = (
    ("schtsch", "s"), ("tsch", "C"), ("tch", "C"), ("dsch", "C"), ("dzh", "C"), ("dj", "C"), ("sch", "s"), ("sh", "s"),
    ("zh", "s"), ("ch", "h"), ("kh", "h"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ou", "u"), ("ae", "a"),
    ("oe", "o"), ("ue", "u"), ("ie", "i"), ("tz", "z"), ("ts", "z"), ("x", "ks"), ("qu", "kv"), ("q", "k"), ("y", "i"),
    ("oi", "i"),
    ("j", "i"), ("w", "v"),
)  # fmt: skip
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ə": "e", "ħ": "h"})
_HARD_C = re.compile("c(?=[aoulrk])")
_DOUBLE = re.compile(r"(.)\1+")
_ARABIC_SIGN = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_ARABIC_FORMS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": None})
_LAST_H = re.compile(r"ه\b")
_ARTICLE = re.compile("^(?:وال|ال|لل)(?=..)")
_VOWELS = re.compile("[aeiouwy]")


def latin(text: str) -> str:
    """The text in small Latin letters where its script has some; every other sign as it is.

    >>> latin("Şahin"), latin("Дружба"), latin("Łódź"), latin("தமிழ்")
    ('schahin', 'druzhba', 'lodz', 'தமிழ்')
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if folded.isascii():
        return folded
    folded = _LAST_H.sub("ة", folded).translate(_ARABIC_FORMS)
    return "".join(_LETTERS[sign] if sign in _LETTERS else _bare(sign) for sign in folded)


def _bare(sign: str) -> str:
    """A Latin, Cyrillic or Greek letter without its accents; a sign of any other script whole."""
    parts = unicodedata.normalize("NFD", sign)
    if len(parts) > 1 and ("a" <= parts[0] <= "z" or parts[0] in _LETTERS):
        return _LETTERS.get(parts[0], parts[0])
    return "" if unicodedata.category(sign) == "Mn" and "\u0300" <= sign <= "\u036f" else sign


@cache
def sound(word: str) -> str:
    """What is left of a word in Latin letters when spellings of one sound are one; for comparing only.

    >>> sound(latin("Straßenfest")) == sound(latin("Strassenfest"))
    True
    >>> sound(latin("Шахин")) == sound(latin("Şahin")) == sound(latin("Sahin"))
    True
    """
    return _DOUBLE.sub(r"\1", one_spelling(word))


def one_spelling(word: str) -> str:
    """A word in Latin letters with each sound written in one way, but no letter doubled or left out.

    >>> one_spelling("photo") == one_spelling("foto"), one_spelling("bexstadt") == one_spelling("bextadt")
    (True, False)
    """
    for written, said in _SOUNDS:
        if written in word:
            word = word.replace(written, said)
    return _HARD_C.sub("k", word).replace("C", "c")


def plain(word: str) -> str:
    """The word in small letters without any accents, as somebody writes it whose keyboard has none.

    >>> plain("Bošnjački"), plain("Wisła")
    ('bosnjacki', 'wisla')
    """
    folded = word.casefold().translate(_STROKES)
    return folded if folded.isascii() else "".join(s for s in unicodedata.normalize("NFD", folded) if s.isalnum())


def is_arabic(word: str) -> bool:
    """Whether the word is written in Arabic letters."""
    return bool(_ARABIC_SIGN.search(word))


def skeleton(word: str) -> str:
    """The consonants of a word in Arabic or Latin letters, without the article.

    >>> skeleton("السلام"), skeleton("salam")
    ('slm', 'slm')
    """
    if is_arabic(word):
        return _DOUBLE.sub(r"\1", "".join(_ARABIC.get(sign, "") for sign in _ARTICLE.sub("", word)))
    return _VOWELS.sub("", sound(re.sub("dsch|dzh|dj|j", "tsch", word)))
