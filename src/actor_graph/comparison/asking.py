"""What is asked of every city alike: plain data, so that any process of any machine can be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from actor_graph.words import Language

DRAWS = 1000
"""How many graphs are drawn for each null model, and how many vertex bootstraps."""

Beside = Callable[..., Any]
"""What else is to be made of each city's ``Analysis`` while it is there, as plain data; any process can import it."""


@dataclass(frozen=True)
class Asked:
    """The options of a comparison that change what a city's row holds; see ``compare``."""

    scheme: str | None = None
    language: Language | None = None
    add_missing: bool = False
    by: str | None = None
    audience: str = "office"
    count: tuple[str, ...] = ()
    confirmed: bool = False
    seed: int = 1
    draws: int | None = None
    sensitive: bool = False

    @property
    def of_chance(self) -> int:
        """The number of draws."""
        return self.draws or DRAWS

    def to_dict(self) -> dict[str, Any]:
        """The options as data."""
        return asdict(self)
