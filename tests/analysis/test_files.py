"""The document as text."""

from __future__ import annotations

import json

from actor_graph.analysis.files import json_text


def test_what_steers_is_kept_as_data_and_escaped_as_text() -> None:
    document = {"evil\u202etxt": ["\x1b[31m", "\x85", "\u2028", "\u2066", "\u200f", "\ufeff", "\x7f", "Öl – 𝕏\n"]}
    text = json_text(document)
    assert json.loads(text) == document
    assert text.replace("Öl – 𝕏", "").isascii()
    assert text.isprintable()
