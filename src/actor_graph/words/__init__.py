"""The sentences of all outputs, German and English side by side.

One TOML file per part of the program lies beside this one. Each sentence is a table with the keys ``en`` and ``de``;
a sentence that counts something is a table of ``one`` and ``other`` for each language, chosen by its value ``n``
(the CLDR plural rule of both languages: one for exactly 1, other for all else)::

    [unknown_end]
    en = 'There is no actor “{given}”.'
    de = 'Einen Akteur „{given}“ gibt es nicht.'

    [partners]
    en = {one = "{n} partner", other = "{n} partners"}
    de = {one = "{n} Partner", other = "{n} Partner"}
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")
_ENDED = re.compile(r"\{(\w+)\}\.(?![\w.])")


@cache
def catalog(part: str) -> dict[str, Any]:
    """All sentences of one part of the program, as its TOML file has them."""
    return tomllib.loads(files(__name__).joinpath(f"{part}.toml").read_text("utf-8"))


def say(key: str, language: Language, /, **values: object) -> str:
    """The sentence ``part.name`` in a language, its placeholders filled in.

    Values are put in as they are (format numbers first, see ``words.numbers``), so a brace in a value is harmless.
    ``n`` chooses between singular and plural where the sentence has both. A value that ends on a full stop (``e. V.``)
    ends the sentence with it; there is no second one.
    """
    part, name = key.split(".", 1)
    sentence = catalog(part)[name][language]
    if isinstance(sentence, dict):
        sentence = sentence["one" if values.get("n") in (1, "1") else "other"]
    return _ENDED.sub(lambda end: _once(end, values), str(sentence)).format_map(values)


def _once(end: re.Match[str], values: Mapping[str, object]) -> str:
    """A placeholder with the full stop behind it, without that where its value brings one."""
    return end[0].removesuffix(".") if str(values.get(end[1], "")).endswith(".") else end[0]
