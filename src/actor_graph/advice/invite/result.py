"""A list of invitations as users hold it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.words import Language
from actor_graph.words.visible import escaped
from actor_graph.writing.outputs import Outputs, write_all

if TYPE_CHECKING:
    import pandas as pd

Maker = Callable[["Invitation"], bytes]


class Invitation:
    """Who is proposed to be invited, why, in which part, and what holds of the list; for the office alone.

    ``warnings`` are sentences: lowered minima, what could not be known. ``landscape`` is what was read, ``inputs`` are
    all files that no output replaces. ``makers`` has for each ending what makes the file.
    """

    makers: ClassVar[Mapping[str, Maker]] = MappingProxyType(
        {".json": lambda made: (made.to_json() + "\n").encode("utf-8")}
    )

    def __init__(
        self, landscape: Landscape, told: dict[str, Any], language: Language, inputs: tuple[Path, ...]
    ) -> None:
        self.landscape, self._told, self.language, self.inputs = landscape, told, language, inputs

    def __repr__(self) -> str:
        return f"Invitation({self._told['format']!r}: {len(self._told['invited'])} invited)"

    def _repr_html_(self) -> str:
        return str(self.invited.to_html())

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be known of the list, in sentences."""
        return tuple(self._told["warnings"])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the invited, in the order of the input."""
        return tuple(one["id"] for one in self._told["invited"])

    @property
    def invited(self) -> pd.DataFrame:
        """One row per invited actor, indexed by id."""
        import pandas as pd

        return pd.DataFrame(self._told["invited"]).set_index("id") if self._told["invited"] else pd.DataFrame()

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it."""
        return self._told

    def to_json(self) -> str:
        """The document as one line of JSON; the same input gives the same text."""
        return escaped(json.dumps(self._told, ensure_ascii=False, allow_nan=False))

    def write(self, output: str | Path, *, force: bool = False) -> list[Path]:
        """Write the list; the ending says as what.

        Raises
        ------
        OutputError
            The name has another ending, or a file there must not be replaced.
        """
        return write_all([self.outputs(output)], force=force, language=self.language)

    def outputs(self, output: str | Path) -> Outputs:
        """What ``write`` writes, and where; else as ``write``."""
        target = Path(output)
        make = self.makers.get(target.suffix.casefold())
        if make is None:
            known = ", ".join(self.makers)
            raise OutputError("invite.wrong_ending", self.language, path=target, known=known)
        return Outputs(target.parent, {target.name: make(self)}, self.inputs)
