"""What can be wrong with goals and indicators, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actor_graph.vocabulary.goals import doubt_of


@dataclass(frozen=True)
class Fault:
    """What is wrong with a goal or indicator: the sentence, the line (None: that of the whole), the values.

    A warning is what need not be wrong: an indicator without a number in this wave.
    """

    key: str
    line: int | None
    values: Mapping[str, Any]
    warning: bool = False


def line_at(entry: Mapping[str, Any] | None, key: str | None) -> int | None:
    """The line of a key, or where the whole entry begins; None where that is not known."""
    lines = getattr(entry, "lines", {})
    found = lines.get(key, getattr(entry, "line", None))
    return None if found is None else int(found)


def unread(written: str, line: int | None) -> Fault | None:
    """That a number can be read in two ways, if so."""
    doubt = doubt_of(written)
    if doubt is None:
        return None
    return Fault("goals.two_ways", line, {"given": written[:80], "whole": doubt[0], "decimal": doubt[1]})
