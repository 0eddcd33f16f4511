"""A name cut into words as written, with what is known from the signs between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actor_graph.matching.customary import bodies_written
from actor_graph.matching.lexicon import legal_forms
from actor_graph.matching.transliteration import latin

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LETTERS = re.compile(r"[^\W\d_]{2,7}")
_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[/|,:;]\s*")
_DASH = re.compile(r"\s+[–—-]\s+")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_a-zäöüß]\.\s?){2,6}(?:[^\W\d_a-zäöüß](?!\w))?")
_APOSTROPHES = re.compile("['’ʼ`´‘]")
_ARTICLE = re.compile(r"(?<!\w)D['’](?=[A-ZÄÖÜ])")
"""The article before D'Isartaler."""
_GENDER = re.compile(r"(?<=[a-zäöüß])(?:[*:_/·]-?innen|Innen)")
"""The ending of Bürger*innen, who are Bürger."""
_VOWELS = re.compile("[^a-zßA-Z]|[aeiouyAEIOUY]")
_SPOKEN = 6
_QUOTES = '"„“”«»'
_OPEN, _CLOSE, _BEHIND = "\x02", "\x03", "\x04"
_WITHIN, _ARTICLES = ("im", "in", "beim", "bei"), ("der", "dem", "den")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name: in Latin letters and as written.

    ``cut`` is a word with a full stop behind it, ``alias`` says that the word stands for an abbreviation or one of
    another language, ``loose`` that it may be left out (it stands in brackets, behind a dash, or is part of an
    umbrella), ``quoted`` that it stands in quotation marks; ``spare`` that a known
    name is often said without it; ``body`` is the known name of which it is a word.
    """

    said: str
    written: str
    cut: bool = False
    alias: str = ""
    loose: bool = False
    quoted: bool = False
    spare: bool = False
    body: str = ""


def tokens_of(whole: str) -> tuple[list[Token], frozenset[str]]:
    """The words of a name without legal forms, and abbreviations that it gives beside itself."""
    whole = _ARTICLE.sub("", whole)
    text = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", _GENDER.sub("", whole))
    rest, given = _given(text)
    tokens = without_legal(list(split(rest))) or list(split(whole))
    tokens = _without_umbrella([token for token in tokens if token.said])
    if all(token.loose for token in tokens):
        tokens = [replace(token, loose=False) for token in tokens]
    return tokens, frozenset(given)


def is_short(word: str) -> bool:
    """Whether a word is an abbreviation of capitals, as DTF and AStA are."""
    if not _LETTERS.fullmatch(word):
        return False
    return sum(letter.isupper() for letter in word) > 1 or (len(word) < _SPOKEN and not _VOWELS.search(word))


def _given(whole: str) -> tuple[str, set[str]]:
    """The name without abbreviations given in brackets or behind a dash, and these."""
    given: set[str] = set()

    def bracket(found: re.Match[str]) -> str:
        inside = found.group(1).strip()
        if is_short(inside):
            given.add(latin(inside))
            return " "
        return f" {_OPEN}{inside}{_CLOSE} "

    rest = _BRACKETS.sub(bracket, whole)
    parts = [part for part in _BETWEEN.split(rest) if part.strip()]
    short = [part for part in parts if is_short(part.strip()) and latin(part.strip()) not in bodies_written()]
    if 0 < len(short) < len(parts) and max(map(len, parts)) > 8:
        given |= {latin(part.strip()) for part in short}
        rest = " ".join(part for part in parts if part not in short)
    rest = _DASH.sub(f" {_BEHIND} ", rest)
    return (rest, given) if rest.strip(f" {_BEHIND}") else (whole, given)


def split(text: str) -> Iterator[Token]:
    """Words; letters, marks and figures of all scripts belong to them."""
    word, loose, behind, quoted = "", False, False, False
    quotes = sum(text.count(sign) for sign in _QUOTES) % 2 == 0
    begun = False
    for sign in _APOSTROPHES.sub("", text) + " ":
        if unicodedata.category(sign)[0] in "LMN":
            word += sign
            continue
        if sign == "&":
            yield Token("&", "&")
        if word:
            yield Token(latin(word), word, sign == "." and not word.isdigit(), "", loose or behind, quoted)
            begun = True
        word = ""
        loose = sign == _OPEN or (loose and sign != _CLOSE)
        behind = behind or (sign == _BEHIND and begun)
        quoted = quoted != (quotes and sign in _QUOTES)


def without_legal(tokens: list[Token]) -> list[Token]:
    """The words without legal forms, wherever these stand; what follows one may be left out."""
    kept: list[Token] = []
    said = [token.said for token in tokens]
    at, behind = 0, False
    while at < len(tokens):
        forms = legal_forms().get(said[at], ())
        length = next((len(form) for form in forms if tuple(said[at : at + len(form)]) == form), 0)
        before = tokens[at].cut and said[at] == "ev" and at + 1 < len(tokens)
        if not length or before or (at == 0 and length == 1 and len(said[0]) < 3):  # “Ev. Gemeinde” is no e. V.
            kept.append(replace(tokens[at], loose=tokens[at].loose or behind))
            length = 1
        else:
            behind = behind or bool(kept)
        at += length
    return kept


def _without_umbrella(tokens: Sequence[Token]) -> list[Token]:
    """The words; the abbreviation of an umbrella (“im ADAC”) may be left out."""
    told = list(tokens)
    for at in range(1, len(told) - 1):
        if told[at].said in _WITHIN and not is_short(told[at].written):
            next_ = at + 1 + (told[at + 1].said in _ARTICLES)
            if next_ < len(told) and is_short(told[next_].written):
                told[next_] = replace(told[next_], loose=True, spare=True)
    return told
