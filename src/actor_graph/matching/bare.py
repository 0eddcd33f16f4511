"""What is left of a name when the way in which it is written does not count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from actor_graph.matching.tokens import split, without_legal

_APART = re.compile(r"(?<![0-9]) | (?![0-9])")


@dataclass(frozen=True, slots=True)
class Bare:
    """The letters of a name, and the legal form that it names, if any."""

    letters: str
    form: str


def bare(name: str) -> Bare:
    """A name without legal form, case, punctuation, spaces and hyphens, each letter written in one way.

    ß is ss, ü is ue, letters lose their accents; numbers stay apart. No word is left out, nor is any read otherwise:
    two names with the same letters are one name, written in two ways.

    >>> bare("Grundschule Mühlgäßle").letters == bare("Grundschule MUEHLGAESSLE").letters
    True
    >>> bare("Haus der Begegnung e. V."), bare("Gruppe 1 1").letters
    (Bare(letters='hausderbegegnung', form='ev'), 'gruppe1 1')
    """
    every = list(split(unicodedata.normalize("NFKC", name)))
    kept = without_legal(every) or every
    left, form = [token.said for token in kept], []
    for token in every:
        if left and left[0] == token.said:
            left.pop(0)
        else:
            form.append(token.said)
    return Bare(_APART.sub("", " ".join(token.said for token in kept)), "".join(form))
