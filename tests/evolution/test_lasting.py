"""When tandems ended, by what the waves say of them, and that each of them is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.evolution.trace import trace
from actor_graph.reading import read
from tests.making import folder


def fates(where: Path, *tables: str) -> list[tuple[str, str | None, str | None]]:
    """What became of the tandems of waves of 2022, 2024, …, in which all have answered and nobody names a tie."""
    made = []
    for at, table in enumerate(tables):
        about = f"    date: {2022 + 2 * at}-06-30\n"
        place = folder(where / str(at), "id;survey\na;answered\nb;answered\nc;answered\n", "source;target\n", about)
        (place / "tandems.csv").write_text(f"a;b;start;end;state\n{table}", "utf-8")
        made.append(read(place))
    return [(row["state"], row["end"], row["seen"]) for row in trace(made, draws=9).to_dict()["tandems"]]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        # the first wave that says it is finished, not the last that still does
        (("a;b;;;finished\n",) * 3, ("not named", "2022-06-30", "2024-06-30")),
        (("a;b;;;agreed\n", *("a;b;;;finished\n",) * 2), ("not named", "2024-06-30", "2026-06-30")),
        (("a;b;2022-01-01;;finished\n",) * 2, ("not named", "2022-06-30", "2024-06-30")),
        # what is running by the word of the sheet has not ended after a year
        (("a;b;2021-01-01;;running\n",) * 2, ("running", None, None)),
        (("a;b;2022-01-01;;running\n", "a;b;2022-01-01;;agreed\n"), ("not named", "2023-01-01", "2024-06-30")),
        (
            ("a;b;2021-01-01;;running\n", *("a;b;2021-01-01;;finished\n",) * 2),
            ("not named", "2024-06-30", "2026-06-30"),
        ),
        # one tandem in two rows, the one of which says that it is running
        (("a;b;2021-01-01;;running\nb;a;2021-01-01;;\n",) * 2, ("running", None, None)),
    ],
)
def test_when_a_tandem_without_a_noted_end_ended(
    tmp_path: Path, tables: tuple[str, ...], expected: tuple[str, str | None, str | None]
) -> None:
    assert fates(tmp_path, *tables) == [expected]


def test_a_tandem_in_two_rows_is_counted_once(tmp_path: Path) -> None:
    table = "a;b;2023-01-01;;\nb;a;2023-01-01;;running\na;b;2025-01-01;;\na;c;;;proposed\n"
    made = []
    for year in ("2024", "2026"):
        place = folder(tmp_path / year, "id\na\nb\nc\n", "source;target\n", f"    date: {year}-06-30\n")
        (place / "tandems.csv").write_text(f"a;b;start;end;state\n{table}", "utf-8")
        made.append(read(place))
    told = trace(made, draws=9).to_dict()
    assert len(told["tandems"]) == 2
    assert [row["values"] for row in told["indicators"] if row["values"][0]] == [[2, 2]]
