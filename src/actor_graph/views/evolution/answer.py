"""What an evolution says before all else: whether there are more partners, which ties changed, how far the goals are.

The first and the last wave are compared. Nothing is called a change that could be due to answers that are missing, or
come about by itself; and nothing is called unchanged because it can't be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from actor_graph.problems import Problem
from actor_graph.views.conditions import low_response
from actor_graph.views.evolution.figures import Row
from actor_graph.views.evolution.told import SIGNIFICANT, Told
from actor_graph.words import say
from actor_graph.words.numbers import number

PARTNERS, KINDS = "average_degree", "ei_index"
STATES = ("met", "on the way", "missed", "open", None)
"""How far goals are, in the order in which they are counted; None where it is not told."""


def answer(told: Told) -> list[str]:
    """The sentences, three to five; before them that few have answered, and with several waves which are compared."""
    change = told.course
    few = [
        f"{told.day(wave['date'])}: {sentence}"
        for wave in told.told["waves"]
        for sentence in low_response({**wave, "audience": told.audience, "missing": {}}, told.limits, told.language)
    ]
    between = told.say("change", **{end: told.day(change[end]) for end in ("from", "to")})
    said = [*few, *([told.say("answer_course", between=between)] if len(told.told["waves"]) > 2 else [])]
    if change.get("withheld"):
        return [*said, told.say("withheld"), *_goals(told)]
    return [*said, *_partners(told), *_paired(told), *_ties(told), *_alike(told), *_goals(told)]


def _partners(told: Told) -> Iterator[str]:
    """Whether an actor has more partners, by the ranges that the missing answers leave."""
    waves = [told.told["waves"][place] for place in (0, -1)]
    ends = {"before": _range(told, waves[0]), "after": _range(told, waves[1])}
    found = (told.course.get("apart") or {}).get(PARTNERS)
    if all(wave["network"].get(PARTNERS) is None for wave in waves):
        return
    if found is None:
        empty = any(wave["network"].get("actors") == 0 for wave in waves)
        ranged = any(told.range(wave, PARTNERS) for wave in waves)
        key = "answer_nobody" if empty else "answer_as_named_partly" if ranged else "answer_as_named"
        yield told.say(key, **ends)
        return
    yield told.say(_key(found, "_all" if told.all_answered(told.course) else ""), **ends)


def _key(found: Row, answered: str) -> str:
    """Which sentence says how the ranges lie: that they lie apart alone is called neither more nor fewer."""
    if found["ranges"] not in ("higher", "lower"):
        return f"answer_{found['ranges']}"
    if found["late"]:
        return "answer_late"
    return f"answer_{found['ranges'] if found['clear'] else 'apart'}{answered}"


def _range(told: Told, wave: Row) -> str:
    value, between = told.value(wave, PARTNERS)
    return between if told.range(wave, PARTNERS) else value


def _paired(told: Told) -> Iterator[str]:
    """Whether those who answered both times name more, and whether that is more than comes about by itself."""
    fixed = told.course.get("panel") or {}
    found = fixed.get("differences") or {}
    for name in (PARTNERS, KINDS):
        row = found.get(name)
        judged = row is not None and row["p_adjusted"] is not None and row["p_adjusted"] < SIGNIFICANT
        if row is not None and (judged or name == PARTNERS):
            yield told.by_those(fixed, told.difference(name, row))


def _ties(told: Told) -> Iterator[str]:
    """What became of the ties; for the office also who came into the network, or fell out of it."""
    change = told.course
    counts = change.get("ties")
    if counts is None or any(value is None for value in counts.values()):
        return
    if "not_named" in counts:
        means = [told.say("not_named_means")] if counts["not_named"] and not told.all_answered(change) else []
        yield " ".join([told.say("ties_named", **told.counts(counts)), *means])
        return
    late = change["ties_unknown"]["named_late"]
    known = counts | {"unknown": counts["unknown"] - late}
    said = told.say("answer_ties" if known["unknown"] else "ties", **told.counts(known))
    yield " ".join([said, *([say("waves.named_late", told.language, n=late)] if late else [])])
    moved = {"came_in": "came_in", "fell_out": "fell_out", "moved_perhaps": "perhaps_only"}
    parts = [told.say(f"moved_{word}", n=len(change[key])) for key, word in moved.items() if change[key]]
    if parts:
        yield told.say("answer_moved", counts=", ".join(parts))


def _alike(told: Told) -> Iterator[str]:
    """Who counts as gone and as new, and may be one actor under another name; for the office alone."""
    for warned in told.warnings if told.audience == "office" else ():
        if warned.key == "waves.resembling":
            names = {key: warned.values[key] for key in ("n", "pairs")}
            yield Problem("warning", "evolution.perhaps_same", names).message(told.language)


def _goals(told: Told) -> Iterator[str]:
    """How many goals have which state."""
    states = Counter(goal["state"] for goal in told.told.get("goals") or () if goal["target"] is not None)
    parts = [
        told.say(f"count_{(state or 'kept back').replace(' ', '_')}", n=number(states[state], told.language))
        for state in STATES
        if states[state]
    ]
    if parts:
        yield told.say("answer_goals", states=", ".join(parts))
