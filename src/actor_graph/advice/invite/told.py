"""Rules, lowered minima and contradictions in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from actor_graph.advice.invitation import Contradiction, Demand, Lowered, Parity, Relaxation
from actor_graph.advice.invite.model import Built
from actor_graph.advice.invite.scene import Scene
from actor_graph.problems import ActorGraphError
from actor_graph.scheme import ParitySpec, RuleSpec
from actor_graph.vocabulary.answers import written
from actor_graph.words import say
from actor_graph.words.fold import fold
from actor_graph.words.numbers import percent
from actor_graph.words.visible import visible

SHARES = ("min_share", "max_share")


class NoList(ActorGraphError):
    """No list keeps all rules.

    ``contradiction`` has what contradicts itself as data: for each rule its id, bound, actor, what was asked for,
    ``to``, the nearest that is possible, and whether that alone is enough.
    """

    def __init__(self, lines: list[str], contradiction: list[dict[str, Any]], smallest: bool, word: str) -> None:
        self.lines, self.contradiction, self.smallest, self._word = tuple(lines), contradiction, smallest, word
        super().__init__("\n".join(lines))

    def told(self) -> str:
        """The lines, the first behind the word for an error."""
        return f"{self._word}: {self}"


class Telling:
    """The words for a model."""

    def __init__(self, scene: Scene, built: Built) -> None:
        self.scene, self.built, self.language = scene, built, scene.language

    def say(self, key: str, /, **values: object) -> str:
        """A sentence about a list of invitations."""
        return say(f"invite.{key}", self.language, **values)

    def share(self, share: Fraction) -> str:
        """A share as a scheme can have it: in percent where two digits are enough, else as a fraction."""
        digits = next((n for n in (0, 1, 2) if (share * 100 * 10**n).denominator == 1), None)
        if digits is not None:
            return percent(float(share), self.language, digits)
        return f"{share.numerator}/{share.denominator} ({percent(float(share), self.language, 1)})"

    def joined(self, words: Sequence[str]) -> str:
        """Words in a row, the last behind “and”."""
        if len(words) < 2:
            return "".join(words)
        return self.say("and", first=", ".join(words[:-1]), last=words[-1])

    def about(self, rule: str) -> str:
        """Whom a rule is about."""
        spec = self.built.rules.get(rule)
        if rule == "seats" or spec is None:
            return self.say("rule_seats")
        if isinstance(spec, ParitySpec):
            lowered = next((found for found in self.built.model.rules if found.id == rule), None)
            if lowered is not None:  # a pair became all of the side that is too small
                sides = (frozenset(self.built.model.candidates) & self._of(key) for key in (spec.one, spec.other))
                small = spec.one if next(sides) == lowered.members else spec.other
                return visible(self.scene.type_label(small))
            one, other = (visible(self.scene.type_label(key)) for key in (spec.one, spec.other))
            return self.say("rule_parity", one=one, other=other)
        return visible(self.about_spec(spec))

    def evened(self, two: Parity, one: int, other: int) -> dict[str, object]:
        """The labels of the two kinds of a parity, and how many of either there are."""
        spec = self.built.rules[two.id]
        assert isinstance(spec, ParitySpec), "a parity of the model is one of the scheme"
        first, second = (visible(self.scene.type_label(key)) for key in (spec.one, spec.other))
        return {"one": first, "n": one, "other": second, "m": other}

    def _of(self, key: str) -> frozenset[int]:
        return self.scene.of_type.get(key, frozenset())

    def about_spec(self, spec: RuleSpec) -> str:
        """Whom a rule of the scheme is about."""
        if spec.value is None:
            return self.say(f"rule_{spec.about}")
        if spec.about == "type":
            return self.scene.type_label(spec.value)
        value = written(spec.value, self.language)
        return f"{self.built.headings.get(spec.about, spec.about)}: {value}"

    def bound(self, bound: str, to: int | Fraction) -> str:
        """How many: at least, at most, in numbers or as a share."""
        if bound == "parity":
            return self.say("bound_parity", n=to)
        return self.say(f"bound_{bound}", n=self.share(Fraction(to)) if bound in SHARES else to)

    def asked(self, demand: Demand, to: int | Fraction | None) -> str:
        """One thing that is asked for."""
        if demand.actor is not None:
            return self.say(f"asked_{demand.bound}", name=visible(self.scene.names[demand.actor]))
        assert to is not None, "only an actor's place has no number"
        return self.say("asked", about=self.about(demand.rule), bound=self.bound(demand.bound, to))

    def lowered(self, change: Lowered) -> str:
        """A shipped minimum that is more than there is."""
        if change.bound == "parity":
            return self.say("lowered_parity" if change.to else "lowered_parity_none", about=self.about(change.rule))
        key = "lowered_seats" if change.rule == "seats" else "lowered" if change.to else "lowered_to_none"
        before = self.bound(change.bound, change.before)
        return self.say(key, n=change.to, about=self.about(change.rule), before=before)

    def no_list(self, found: Contradiction, *, rested: int) -> NoList:
        """The contradiction: what does not go together, and what would make a list possible."""
        lines = [self.say("no_list", n=len(found.demands))]
        lines += [f"– {self._asked_for(one)}{self._nobody(one.demand)}" for one in found.relaxations]
        enough = [one for one in found.relaxations if one.enough]
        ways = [f"– {self._way_out(one)}" for one in enough or found.relaxations]
        lines += [self.say("ways_out" if enough else "first_steps", n=len(ways)), *ways]
        if not found.smallest:
            lines.append(self.say("none_to_drop"))
        if rested:
            lines.append(self.say("without_rest", n=rested))
        data = [
            {
                "rule": one.demand.rule,
                "bound": one.demand.bound,
                "actor": None if one.demand.actor is None else self.scene.ids[one.demand.actor],
                "required": plain(one.before),
                "possible": plain(one.to),
                "enough": one.enough,
            }
            for one in found.relaxations
        ]
        return NoList(lines, data, found.smallest, say("problems.error", self.language))

    def _asked_for(self, one: Relaxation) -> str:
        return self.asked(one.demand, one.before)

    def _way_out(self, one: Relaxation) -> str:
        """The least change of one demand."""
        demand = one.demand
        if demand.actor is not None:
            name = visible(self.scene.names[demand.actor])
            return self.say(f"way_{demand.bound}", name=name)
        assert one.to is not None, "only an actor's place has no number"
        assert one.before is not None, "only an actor's place has no number"
        if demand.bound == "parity":
            return self.say("way_parity", about=self.about(demand.rule))
        if demand.bound in ("min", "min_share") and one.to == 0 and demand.rule != "seats":
            return self.say("way_none", about=self.about(demand.rule))
        before = self.share(Fraction(one.before)) if demand.bound in SHARES else one.before
        return self.say("way", about=self.about(demand.rule), to=self.bound(demand.bound, one.to), before=before)

    def _nobody(self, demand: Demand) -> str:
        """Said of a minimum that nobody can meet who may be invited, with the word that is perhaps meant."""
        spec = self.built.rules.get(demand.rule)
        rule = next((one for one in self.built.model.rules if one.id == demand.rule), None)
        if demand.rule == "seats" and demand.bound == "min":
            return self.say("there_are", n=len(self.built.model.candidates))
        if isinstance(spec, ParitySpec):
            return "".join(self.nobody_of(spec))
        if rule is None or not isinstance(spec, RuleSpec) or demand.bound not in ("min", "min_share"):
            return ""
        there = rule.members & frozenset(self.built.model.candidates)
        if there:
            return self.say("there_are", n=len(there))
        if rule.members:
            return self.say("none_may_come")
        return self.say("nobody_has", hint=self.near(spec.value) if spec.about == "type" else "")

    def nobody_of(self, spec: ParitySpec) -> Iterator[str]:
        """Of a parity which of its two kinds no actor is of, with the one that is perhaps meant."""
        for key in (spec.one, spec.other):
            if not self._of(key):
                yield self.say("nobody_of", kind=visible(self.scene.type_label(key)), hint=self.near(key))

    def near(self, kind: str | None) -> str:
        """The kind of an actor that is perhaps meant; nothing where none is like it."""
        known = {fold(self.scene.type_label(key)): key for key in self.scene.of_type}
        near = get_close_matches(fold(kind or ""), known, n=1, cutoff=0.75)
        named = [visible(self.scene.type_label(known[one])) for one in near]
        return "".join(say("analysis.did_you_mean", self.language, name=name) for name in named)


def plain(number: int | Fraction | None) -> int | float | None:
    """A number or a share as JSON has it."""
    return float(number) if isinstance(number, Fraction) else number
