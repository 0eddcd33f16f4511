"""The key of pseudonyms as a file of its own, for its owner's eyes alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from pathlib import Path

from actor_graph.landscape.pseudonyms import Entry
from actor_graph.words import Language
from actor_graph.words.formulas import harmless
from actor_graph.writing.outputs import write_outputs

MODE = 0o600


def key_text(entries: Sequence[Entry], language: Language) -> bytes:
    """The entries as CSV that Excel opens by double click, no sign of a name changed."""
    out = io.StringIO(newline="")
    separator = ";" if language == "de" else ","
    rows = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    rows.writerow(["id", "name", "stand-in"])
    for entry in entries:
        rows.writerow([harmless(cell, separator) for cell in entry])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def write_key(
    path: Path, entries: Sequence[Entry], *, inputs: Collection[Path] = (), language: Language, force: bool = False
) -> Path:
    """Write the key (mode 0600); an earlier one is replaced only if it is what was written.

    Raises
    ------
    OutputError
        The file belongs to the input, was changed since, or can't be written.
    """
    files = {path.name: key_text(entries, language)}
    return write_outputs(path.parent, files, inputs=inputs, force=force, language=language, mode=MODE)[0]
