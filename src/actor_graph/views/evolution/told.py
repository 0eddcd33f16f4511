"""Years in words, for the terminal and the page alike: what changed between the waves, beside figures and goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from actor_graph.comparison.figures import COUNTS
from actor_graph.privacy.few import small
from actor_graph.views.evolution.aims import Aims
from actor_graph.views.evolution.figures import NOT_TOLD, Row
from actor_graph.words import say
from actor_graph.words.numbers import number, percent

OF_PANEL = ("not_yet_networked_share", "largest_component_share", "degree_centralization")
"""What is told of the same actors beside the figures that are tested."""
NAMED = 12
"""So many names stand in a line."""
SIGNIFICANT = 0.05
LEAST_P = 0.001
"""A smaller p is told to be smaller than this: it is never 0."""


class Told(Aims):
    """The words for one evolution. Texts can be shown as they are: nothing in them steers or turns what is read."""

    def listed(self, ids: Sequence[str]) -> str:
        """Names in one line, the first ones where they are many."""
        shown = [self.names.get(id_, id_) for id_ in ids[:NAMED]]
        return ", ".join([*shown, *([self.say("more", n=len(ids) - NAMED)] if len(ids) > NAMED else [])])

    def change(self, change: Row) -> Iterator[str]:
        """What changed between two waves, a sentence each."""
        return (line for _, lines in self.parts(change) for line in lines)

    def parts(self, change: Row) -> list[tuple[str, list[str]]]:
        """What changed between two waves, in parts, each with its heading."""
        if change.get("withheld"):
            return [("", [self.say("withheld")])]
        parts = {
            "part_actors": [*self._actors(change), *self._moved(change)],
            "part_ties": [*self._ties(change), *self._origins(change)],
            "part_panel": [*self._panel(change)],
        }
        return [(self.say(name), lines) for name, lines in parts.items() if lines]

    def few(self, count: int) -> str:
        """A count as the key tells it: to the public none of one or two."""
        return "" if self.audience == "public" and small(count) else number(count, self.language)

    def look(self, look: str) -> str:
        """What a look of ties means, to this audience."""
        outside = self.audience != "office" and look in ("new", "ended")
        return self.say(f"look_{look}_named" if outside else f"look_{look}")

    def tie(self, ends: Sequence[str]) -> str:
        """A tie by the names of its ends."""
        return " – ".join(self.names[id_] for id_ in ends)

    def _actors(self, change: Row) -> Iterator[str]:
        counts, listed = change["actors"], change["listed"]
        few = any(value is None for value in counts.values())
        agreed = "_public" if self.audience == "public" else ""
        yield self.say("actors_few") if few else self.say("actors", **self.counts(counts))
        if listed["actors_new"]:
            yield self.say(f"actors_new{agreed}", names=self.listed(listed["actors_new"]))
        gone = listed["actors_gone"]
        for why in ("excluded", "absent"):
            if ids := [row["id"] for row in gone if row.get("why", "absent") == why]:
                yield self.say(f"gone_{why}" if "why" in gone[0] else f"gone{agreed}", names=self.listed(ids))

    def _ties(self, change: Row) -> Iterator[str]:
        counts = change["ties"]
        if any(value is None for value in counts.values()):
            yield self.say("ties_few")
        elif "not_named" in counts:
            yield self.say("ties_named", **self.counts(counts))
            if counts["not_named"] and not self.all_answered(change):
                yield self.say("not_named_means")
            yield from self._strength(change)
        else:
            yield self.say("ties", **self.counts(counts))
            yield from self._strength(change)
            late = change["ties_unknown"]["named_late"]
            if counts["unknown"] > late:
                yield self.say("ties_unknown", n=counts["unknown"] - late)
            if late:
                yield say("waves.named_late", self.language, n=late)
            if change["jaccard"] is not None:
                shares = {"share": change["jaccard"], "low": change["jaccard_low"], "high": change["jaccard_high"]}
                key = "stability_range" if counts["unknown"] else "stability"
                yield self.say(key, **{name: percent(share, self.language) for name, share in shares.items()})

    def _strength(self, change: Row) -> Iterator[str]:
        moved, kept = change["strength"], change["ties"]["kept"]
        if moved["grown"] or moved["shrunk"]:
            counts = {**moved, "kept": kept, "same": kept - moved["grown"] - moved["shrunk"]}
            yield self.say("strength", **self.counts(counts))

    def all_answered(self, change: Row) -> bool:
        """Whether no answer is missing in the two waves."""
        waves = [wave for wave in self.told["waves"] if wave["date"] in (change["from"], change["to"])]
        return all(wave["network"].get("response_rate") == 1 for wave in waves)

    def _moved(self, change: Row) -> Iterator[str]:
        if "came_in" not in change:
            return
        for key in ("came_in", "fell_out", "moved_perhaps"):
            if change[key]:
                complete = key == "moved_perhaps" and self.all_answered(change)
                yield self.say(f"{key}_all" if complete else key, names=self.listed(change[key]))
        if not change["came_in"] and not change["fell_out"]:
            yield self.say("nobody_moved")

    def _origins(self, change: Row) -> Iterator[str]:
        new = change["ties"].get("new")
        if "origins" not in change or not new:
            return
        found, parts = change["origins"], []
        if expected := found["closing_expected"]:
            parts.append(self.say("closing", closing=found["closing"], expected=number(expected, self.language, 1)))
        else:
            parts.append(self.say("closing_alone", closing=found["closing"]))
        parts += [self.say(key, n=found[key]) for key in ("farther", "joining", "with_newcomers") if found[key]]
        if found["within_types"] or found["across_types"]:
            parts.append(self.say("by_types", within=found["within_types"], across=found["across_types"]))
        yield f"{self.say('origins', n=new)} {'; '.join(parts)}."

    def _panel(self, change: Row) -> Iterator[str]:
        fixed = change.get("panel")
        if fixed is None:
            return
        if not fixed["asked"]:
            yield self.say("panel_nobody")
            return
        known = [name for name in ("asked", "answered") if fixed[name] is not None]
        counts = {name: number(fixed[name], self.language) for name in known}
        yield self.say("panel", **counts) if "answered" in counts else say("waves.panel", self.language, **counts)
        told = [self._same(key, fixed["figures"][key]) for key in OF_PANEL if key in fixed["figures"]]
        if told and not self._of_all(change, fixed["asked"]):
            key = "panel_figures" if "answered" in counts else "panel_figures_listed"
            yield self.say(key, n=fixed["asked"], figures="; ".join(told))
        found = fixed["differences"]
        for name, row in found.items():
            if name != "density":
                yield self.by_those(fixed, self.difference(name, row, found.get("density")))

    def by_those(self, fixed: Row, told: str) -> str:
        """A difference, with those by whose answers it is told; by the lists where there was no survey."""
        if fixed["answered"] is None:
            return say("waves.by_lists", self.language, told=told)
        return self.say("difference", n=fixed["answered"], told=told)

    def _of_all(self, change: Row, asked: int) -> bool:
        """Whether those asked both times are all actors of both waves, so that their figures stand in the table."""
        waves = [wave for wave in self.told["waves"] if wave["date"] in (change["from"], change["to"])]
        return all(wave["network"]["actors"] == asked for wave in waves)

    def _same(self, key: str, row: Row) -> str:
        return f"{self.label(key)} {self.bounded(key, row, 'from')} → {self.bounded(key, row, 'to')}"

    def bounded(self, key: str, row: Row, end: str) -> str:
        """A figure of the panel before or after, with what the missing answers leave of it."""
        value, found = self.written(key, row[end]), row.get(f"{end}_range")
        if found is None or row[end] is None:
            return value
        low, high = (self.written(key, round(bound) if key in COUNTS else bound) for bound in found)
        return f"{value} ({self.say('range', low=low, high=high)})"

    def panel(self, change: Row) -> list[tuple[str, str, str]]:
        """All figures of the same actors, before and after."""
        figures = (change.get("panel") or {}).get("figures") or {}
        return [
            (self.label(key), self.bounded(key, row, "from"), self.bounded(key, row, "to"))
            for key, row in figures.items()
            if key not in NOT_TOLD
        ]

    def difference(self, name: str, row: Row, density: Row | None = None) -> str:
        """A figure of the same actors before and after, and whether it differs.

        With the average degree stands the density, which is the same finding.
        """
        told = f"{self.label(name)} {self.written(name, row['from'])} → {self.written(name, row['to'])}"
        if name == "average_degree" and density is not None:
            ends = (self.written("density", density[end]) for end in ("from", "to"))
            told += f" ({self.label('density')} {' → '.join(ends)})"
        return f"{told}, {self.verdict(name, row)}"

    def verdict(self, name: str, row: Row) -> str:
        """Whether a difference is more than comes about by itself, and what is possible if that can't be told."""
        if row["difference"] == 0:
            return self.say("nothing_differs")
        p = row["p_adjusted"]
        if p is None or row["low"] is None:
            return self.say("no_test")
        parts = {part: self.signed(name, row[part]) for part in ("difference", "low", "high")}
        least = self.say("p_below" if p < LEAST_P else "p", p=number(max(p, LEAST_P), self.language, 3))
        return self.say("changed" if p < SIGNIFICANT else "unchanged", p=least, **parts)

    def signed(self, name: str, value: float | None) -> str:
        """A difference with its sign."""
        told = self.written(name, value)
        return f"+{told}" if value and value > 0 and told.strip("0,.%\N{NO-BREAK SPACE}") else told.replace("-", "−")

    def counts(self, counts: Mapping[str, int]) -> dict[str, str]:
        """Counts as they are written."""
        return {key: number(value, self.language) for key, value in counts.items()}
