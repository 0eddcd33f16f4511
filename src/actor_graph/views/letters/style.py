"""The letters that come with the program: a language, plain or not, and the sentences that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.views.letters.fields import names_of
from actor_graph.words import LANGUAGES, Language, catalog, say
from actor_graph.words.fold import fold

SHIPPED = ("de", "de-plain", "en", "en-plain")


@dataclass(frozen=True)
class Style:
    """In which language a letter speaks, and whether in plain words."""

    language: Language
    plain: bool = False

    @property
    def name(self) -> str:
        """As one asks for it: ``de-plain``."""
        return f"{self.language}{'-plain' * self.plain}"

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of a letter, the plain one where there is one."""
        return say(f"invitation_letters.{self._key(key)}", self.language, **values)

    def lines(self, key: str) -> list[str]:
        """The lines of a letter."""
        return list(catalog("invitation_letters")[self._key(key)][self.language])

    def _key(self, key: str) -> str:
        plain = f"{key}_plain"
        return plain if self.plain and plain in catalog("invitation_letters") else key


def style_of(text: str) -> Style | None:
    """The style that a word means, such as ``de-plain`` or “Leichte Sprache”."""
    folded = fold(text)
    for name in SHIPPED:
        if any(folded == fold(word) for language in LANGUAGES for word in names_of(f"named_{name}", language)):
            language: Language = "de" if name.startswith("de") else "en"
            return Style(language, name.endswith("-plain"))
    return None
