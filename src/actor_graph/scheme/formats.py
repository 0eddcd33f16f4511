"""Formats of meetings: seats, rules, and who wrote each rule: the program or a user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from actor_graph.scheme import values
from actor_graph.vocabulary.answers import CLOSED, closed_word
from actor_graph.vocabulary.headings import key_of
from actor_graph.words import Language

BoundName = Literal["min", "max", "min_share", "max_share"]
BOUNDS: tuple[BoundName, ...] = ("min", "max", "min_share", "max_share")
PAIRS: tuple[tuple[BoundName, BoundName], ...] = (("min", "max"), ("min_share", "max_share"))
STATES = ("not_yet_networked", "top_dogs")
"""Rules about what the network says of an actor; all others are about what a column says."""
Document = Mapping[str, Any]
Layer = tuple[Document, bool]
"""What one file of a chain says of a format, and whether that file comes with the program."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, or a share of those invited as an exact fraction; ``shipped``: it comes with the program."""

    to: int | Fraction
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """How many of some actors are invited.

    ``about`` is ``not_yet_networked``, ``top_dogs`` or the column of a quota (its key, else the heading as written)
    with the ``value`` that is counted: a type's key, a word of the contract, else the text as written. ``if_any``:
    where no actor of the landscape is such a one, the rule does not hold.
    """

    about: str
    value: str | None = None
    bounds: Mapping[BoundName, Bound] = field(default_factory=dict)
    if_any: bool = False


@dataclass(frozen=True, slots=True)
class ParitySpec:
    """Two types of which as many are invited, but for one at most."""

    one: str
    other: str
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """A workshop or body.

    ``seats`` are the fewest and the most; ``seats_shipped`` says whether they come with the program. ``rest``: who was
    invited to one of the last so many events is not invited. ``same_as``: a format, or a file with an earlier list,
    whose people are invited again.
    """

    seats: tuple[int, int]
    labels: Mapping[Language, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    seats_shipped: bool = False
    rules: tuple[RuleSpec, ...] = ()
    parity: tuple[ParitySpec, ...] = ()
    rest: int = 0
    same_as: str | None = None


def rules_of(layers: Sequence[Layer], type_key: Callable[[str], str]) -> dict[str, Any]:
    """The seats and rules of a format from what the files of a chain say of it, the lowest first.

    A later file replaces single bounds; what it writes, or repeats, is its own. A ``min`` of 0 or an empty ``parity``
    is how a rule is taken back.
    """
    seats, seats_shipped = (0, 0), False
    found: dict[tuple[str, str | None], tuple[dict[BoundName, Bound], bool]] = {}
    parity: tuple[ParitySpec, ...] = ()
    rest, same_as = 0, None
    for about, shipped in layers:
        if about.get("seats"):
            seats, seats_shipped = values.seats(about["seats"]), shipped
        for key, given in _rules(about, type_key):
            bounds, if_any = found.get(key, ({}, False))
            written = {name: Bound(_bound(name, given[name]), shipped) for name in BOUNDS if given.get(name)}
            if_any = values.yes_no(given["if_any"]) if given.get("if_any") else if_any
            found[key] = ({**bounds, **written}, if_any)
        if about.get("parity") is not None:
            parity = tuple(ParitySpec(type_key(one), type_key(other), shipped) for one, other in about["parity"])
        rest = values.whole_number(about["rest"]) if about.get("rest") else rest
        same_as = about.get("same_as") or same_as
    return {
        "seats": seats,
        "seats_shipped": seats_shipped,
        "rules": tuple(RuleSpec(*key, _agreed(bounds), if_any) for key, (bounds, if_any) in found.items() if bounds),
        "parity": parity,
        "rest": rest,
        "same_as": same_as,
    }


def _agreed(bounds: Mapping[BoundName, Bound]) -> dict[BoundName, Bound]:
    """The bounds without those of the program that a user's own bound on the other side rules out."""
    left = dict(bounds)
    for low, high in PAIRS:
        if low in left and high in left and left[low].to > left[high].to and left[low].shipped != left[high].shipped:
            del left[low if left[low].shipped else high]
    return left


def _bound(name: BoundName, text: str) -> int | Fraction:
    return values.share(text) if name.endswith("share") else values.whole_number(text)


def _rules(about: Document, type_key: Callable[[str], str]) -> Iterator[tuple[tuple[str, str | None], Document]]:
    """What a file says of each rule, under what the rule is about."""
    for state in STATES:
        if about.get(state):
            yield (state, None), about[state]
    for heading, quotas in (about.get("quotas") or {}).items():
        column = column_of(heading)
        for value, given in (quotas or {}).items():
            yield (column, value_of(column, value, type_key)), given or {}


def column_of(heading: str) -> str:
    """The key of the actors' column that a heading means, else the heading as written."""
    return key_of("actors", heading) or heading


def value_of(column: str, text: str, type_key: Callable[[str], str]) -> str:
    """The value that a quota is about: the key of a type, the contract's word of a closed list, else the text.

    >>> value_of("staff", "ehrenamtlich", str), value_of("place", "Nordstadt", str)
    ('unpaid', 'Nordstadt')
    """
    if column == "type":
        return type_key(text)
    return closed_word(column, text) if column in CLOSED else text


def repeated(about: Document, type_key: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The rules of a format that one file names twice, by another name of the same: of the two, one would be lost.

    Each as it is first and as it is named again; a parity of a type with itself is one, too.
    """
    seen: dict[tuple[str, str | None], str] = {}
    for heading, quotas in (about.get("quotas") or {}).items():
        column = column_of(heading)
        for value in quotas or {}:
            key, written = (column, value_of(column, value, type_key)), f"{heading}: {value}"
            if seen.setdefault(key, written) != written:
                yield seen[key], written
    pairs: dict[frozenset[str], str] = {}
    for one, other in about.get("parity") or ():
        both, written = frozenset((type_key(one), type_key(other))), f"{one}, {other}"
        if len(both) == 1:
            yield one, other
        elif both in pairs:
            yield pairs[both], written
        pairs.setdefault(both, written)


def contradicting(spec: FormatSpec) -> Iterator[tuple[RuleSpec, BoundName, BoundName]]:
    """Rules whose lower bound is above their upper one."""
    for rule in spec.rules:
        for low, high in PAIRS:
            one, other = rule.bounds.get(low), rule.bounds.get(high)
            if one is not None and other is not None and one.to > other.to:
                yield rule, low, high
