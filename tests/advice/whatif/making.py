"""Landscapes as somebody would write them, and the same with an edit made by hand in the tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.reading import read


@dataclass(frozen=True)
class Sheet:
    """Actors (id, kind, survey word) and rows of ties (from, to, kind, weight, reporters)."""

    actors: tuple[tuple[str, str, str], ...]
    ties: tuple[tuple[str, str, str, str, str], ...]
    reported: bool = False

    def add(self, a: str, b: str) -> Sheet:
        """With one more row, by hand: two ends and nothing else; both state it where people state ties."""
        return replace(self, ties=(*self.ties, (a, b, "", "", f"{a}; {b}" if self.reported else "")))

    def remove(self, actor: str) -> Sheet:
        """Without the row of the actor and all rows with it as an end."""
        return replace(
            self,
            actors=tuple(row for row in self.actors if row[0] != actor),
            ties=tuple(row for row in self.ties if actor not in row[:2]),
        )

    def cut(self, a: str, b: str) -> Sheet:
        """Without any row between the two."""
        return replace(self, ties=tuple(row for row in self.ties if {row[0], row[1]} != {a, b}))

    def read(self, where: Path) -> Landscape:
        """What the reader makes of it."""
        where.mkdir(parents=True, exist_ok=True)
        actors = "".join(f"{id_},Actor {id_},{kind},{survey}\n" for id_, kind, survey in self.actors)
        where.joinpath("actors.csv").write_text(f"id,name,type,survey\n{actors}", "utf-8")
        ties = "".join(",".join(row) + "\n" for row in self.ties)
        where.joinpath("ties.csv").write_text(f"source,target,kind,weight,reported_by\n{ties}", "utf-8")
        about = "name: town\nscheme: migration-development\n"
        where.joinpath("landscape.yaml").write_text(about, "utf-8")
        return read(where)
