"""The document as text."""

from __future__ import annotations

import json
from pathlib import Path

from actor_graph.analysis import analyze
from actor_graph.analysis.files import json_text
from actor_graph.reading import read
from tests.making import folder


def test_what_steers_is_kept_as_data_and_escaped_as_text() -> None:
    document = {"evil\u202etxt": ["\x1b[31m", "\x85", "\u2028", "\u2066", "\u200f", "\ufeff", "\x7f", "Öl – 𝕏\n"]}
    text = json_text(document)
    assert json.loads(text) == document
    assert text.replace("Öl – 𝕏", "").isascii()
    assert text.isprintable()


def test_tables_that_a_later_run_has_not_go_unless_somebody_changed_them(tmp_path: Path) -> None:
    place = folder(tmp_path / "city", "id,survey\na,answered\nb,answered\nc,\n", "source,target\na,b\n")
    out = tmp_path / "out"
    analyze(read(place), missing=True, chance=True, draws=9).write(out)
    assert (out / "figures_missing.csv").exists()
    (out / "figures_robustness.csv").write_text("mine", "utf-8")
    (out / "figures_own.csv").write_text("mine", "utf-8")
    analyze(read(place), draws=9).write(out)
    left = {path.name for path in out.iterdir() if path.name.startswith("figures_")}
    assert left >= {"figures_robustness.csv", "figures_own.csv", "figures_network.csv"}
    assert not left & {"figures_missing.csv", "figures_chance.csv"}
