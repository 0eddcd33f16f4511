"""What is known of the pairs that are chosen from: who they are, and what each is worth."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]
"""Two actors, as places in the input, the earlier one first."""
Worths = Mapping[Pair, int]
"""From each pair to its worth, a whole number above 0."""
