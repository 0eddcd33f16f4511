"""Which columns stay inside."""

from __future__ import annotations

from pathlib import Path

from actor_graph.privacy.kept_back import KeptBack, kept_back
from tests.making import landscape


def test_contact_columns_and_further_ones_that_nobody_released(tmp_path: Path) -> None:
    place = landscape(
        tmp_path / "city",
        "name,type,Email,Color,Size\nA,x,a@example.org,red,3",
        "source,target,note,Heard,Phone",
        "    publish_columns: [Size]",
    )
    assert kept_back(place) == [
        KeptBack("actors", "Email", True),
        KeptBack("actors", "Color", False),
        KeptBack("ties", "Heard", False),
        KeptBack("ties", "Phone", True),
    ]


def test_a_heading_that_holds_a_number_is_cleared(tmp_path: Path) -> None:
    place = landscape(tmp_path / "city", "name,Frau Muster 0351 1234567\nA,x", "source,target")
    assert [column.heading for column in kept_back(place)] == ["Frau Muster […]"]
