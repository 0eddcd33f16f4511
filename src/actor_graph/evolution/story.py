"""The evolution as one document: every wave, every change, under the ids that may leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from actor_graph import __version__
from actor_graph.analysis.document import plain
from actor_graph.evolution.changes import Changes, jaccard, jaccard_range
from actor_graph.evolution.goals import goals, indicators, vision
from actor_graph.evolution.judging import adjusted, apart
from actor_graph.evolution.lasting import tandems
from actor_graph.evolution.origins import origins
from actor_graph.evolution.paired import Paired, differences
from actor_graph.evolution.panel import panel
from actor_graph.evolution.released import released
from actor_graph.evolution.sameness import label
from actor_graph.evolution.snapshot import Pair, Snapshot
from actor_graph.evolution.union import names
from actor_graph.landscape import Landscape
from actor_graph.measures.portrait import portrait_divergence
from actor_graph.privacy.leaving import clearing_for
from actor_graph.privacy.persons import Clear
from actor_graph.words import Language, say

SCHEMA = "actor-graph/evolution/1"


def story(
    waves: Sequence[Snapshot],
    changes: Sequence[Changes],
    course: Changes | None,
    whole: Landscape,
    language: Language,
) -> dict[str, Any]:
    """The document as its audience may have it (``released``).

    ``course`` is the change from the first wave to the last; None where two waves are all, since there is but one.
    """
    shown = names(whole, waves[-1].analysis.request.audience)
    found: dict[str, Any] = plain(_told(waves, changes, course, whole, shown, language))
    return released(found, waves, {id_: new for id_, (new, _) in shown.items()})


def _told(
    waves: Sequence[Snapshot],
    changes: Sequence[Changes],
    course: Changes | None,
    whole: Landscape,
    shown: Mapping[str, tuple[str, str]],
    language: Language,
) -> dict[str, Any]:
    """All that is known of the waves."""
    audience = waves[-1].analysis.audience
    last = waves[-1].analysis.to_dict()
    clear = clearing_for(whole, waves[-1].analysis.request.audience)
    numbered = whole.pseudonyms is not None
    banner = [say("analysis.banner_office", language)] if audience == "office" else []
    banner += [say("privacy.pseudonymized", language)] if numbered else []
    asked = changes if course is None else [*changes, course]
    told = [
        _change(change, p, lambda id_: shown[id_][0], clear)
        for change, p in zip(asked, adjusted(changes, course), strict=True)
    ]
    return {
        "schema": SCHEMA,
        "audience": audience,
        "note": " · ".join([*banner, say("analysis.as_named", language)]),
        **({"pseudonymized": True} if numbered else {}),
        "settings": {"version": __version__, **{key: last["settings"][key] for key in ("seed", "count", "confirmed")}},
        "landscape": {
            "name": _name(waves[-1], clear),
            "place": _cleared(last["landscape"]["place"], clear),
            **{key: last["landscape"][key] for key in ("language", "by")},
        },
        "waves": [_wave(wave, clear) for wave in waves],
        "changes": told[: len(changes)],
        **({} if course is None else {"first_to_last": told[-1]}),
        "vision": None if numbered else vision(waves, clear),
        "goals": [] if numbered else goals(waves, clear),
        "indicators": indicators(waves, clear, named=not numbered),
        "tandems": [asdict(tandem) | {"a": shown[tandem.a][0], "b": shown[tandem.b][0]} for tandem in tandems(waves)],
        "actors": [
            {
                "id": shown[id_][0],
                "name": shown[id_][1],
                "type": _cleared(_type(waves, id_), clear),
                "waves": _states(waves, id_),
            }
            for id_ in whole.actors["id"]
            if any(id_ in wave.place for wave in waves)
        ],
    }


def _name(wave: Snapshot, clear: Clear) -> str:
    """The name of a wave's landscape; under stand-ins what stands for it."""
    return clear(wave.landscape.name) if wave.landscape.pseudonyms is None else wave.analysis.request.landscape.name


def _wave(wave: Snapshot, clear: Clear) -> dict[str, Any]:
    told = wave.analysis.to_dict()
    withheld = {"withheld": told["withheld"]} if "withheld" in told else {}
    return {
        "name": _name(wave, clear),
        "file": clear(label(wave.landscape)) if wave.landscape.pseudonyms is None else None,
        "date": wave.date,
        **withheld,
        "surveyed": wave.surveyed,
        "excluded": told["landscape"]["excluded"],
        "network": told["network"],
        "missing": wave.missing,
    }


def _cleared(text: str | None, clear: Clear) -> str | None:
    return None if text is None else clear(text)


def _type(waves: Sequence[Snapshot], id_: str) -> str | None:
    """The type of an actor in the last wave that includes it."""
    wave = next(wave for wave in reversed(waves) if id_ in wave.place)
    label_ = int(wave.scene.labels[wave.place[id_]])
    return wave.scene.types[label_] if label_ >= 0 else None


def _states(waves: Sequence[Snapshot], id_: str) -> list[str]:
    """In each wave: ``answered``, ``no answer`` (included), ``excluded``, or ``absent`` from the list.

    ``included`` where it is not known who answered.
    """
    return [
        "included" if id_ in wave.place and not wave.surveyed
        else "answered" if id_ in wave.answered
        else "no answer" if id_ in wave.place
        else "excluded" if id_ in wave.excluded
        else "absent"
        for wave in waves
    ]  # fmt: skip


def _change(change: Changes, p: Mapping[str, float], shown: Callable[[str], str], clear: Clear) -> dict[str, Any]:
    counts, gone = change.counts(), change.gone
    low, high = jaccard_range(counts)
    return {
        "from": change.before.date,
        "to": change.after.date,
        "actors": {"new": len(change.new), "gone": len(gone), "kept": len(change.kept)},
        "ties": counts,
        "jaccard": jaccard(counts),
        "jaccard_low": low,
        "jaccard_high": high,
        "status": [{"id": shown(id_), "from": then, "to": now} for id_, then, now in change.status],
        "came_in": [shown(id_) for id_ in change.came_in],
        "fell_out": [shown(id_) for id_ in change.fell_out],
        "moved_perhaps": [shown(id_) for id_ in change.moved_perhaps],
        "ties_unknown": _unknown(change.of("unknown"), change),
        "ties_ended_with_gone": change.ended_with_gone,
        "strength": {word: sum(own == word for own in change.strength.values()) for word in ("grown", "shrunk")},
        "origins": origins(change).to_dict(),
        "portrait_divergence": portrait_divergence(change.before.network.graph, change.after.network.graph),
        "apart": apart(change, p),
        "panel": _panel(change, p),
        "listed": _listed(change, shown, clear),
    }


def _unknown(pairs: Sequence[Pair], change: Changes) -> dict[str, int]:
    """How many ties the earlier, and the later wave could not have told of; of the first, how many were named late."""
    before, late = (sum(pair in known for pair in pairs) for known in (change.after.ties, change.named_late))
    return {"before": before, "after": len(pairs) - before, "named_late": late}


def _listed(change: Changes, shown: Callable[[str], str], clear: Clear) -> dict[str, Any]:
    """Who and which ties the counts count."""

    def ends(pairs: Sequence[Pair]) -> list[list[str]]:
        return [[shown(a), shown(b)] for a, b in pairs]

    reasons = {id_: reason and clear(reason) for id_, reason in change.after.excluded.items()}
    return {
        "actors_new": [shown(id_) for id_ in change.new],
        "actors_gone": [{"id": shown(id_), "why": why, "reason": reasons.get(id_)} for id_, why in change.gone.items()],
        **{f"ties_{state}": ends(change.of(state)) for state in ("new", "kept", "ended")},
        "ties_unknown_before": ends([pair for pair in change.of("unknown") if pair in change.after.ties]),
        "ties_unknown_after": ends([pair for pair in change.of("unknown") if pair in change.before.ties]),
        "ties_grown": ends([pair for pair, own in change.strength.items() if own == "grown"]),
        "ties_shrunk": ends([pair for pair, own in change.strength.items() if own == "shrunk"]),
    }


def _panel(change: Changes, p: Mapping[str, float]) -> dict[str, Any]:
    fixed = panel(change)
    then, now = fixed.figures(0), fixed.figures(1)
    spans = fixed.ranges(0), fixed.ranges(1)
    counts = change.counts(fixed.asked)
    low, high = jaccard_range(counts)
    return {
        "asked": len(fixed.asked),
        "answered": len(fixed.answered) if fixed.surveyed else None,
        "ties": counts,
        "ties_unknown": _unknown(change.of("unknown", fixed.asked), change),
        "jaccard": jaccard(counts),
        "jaccard_low": low,
        "jaccard_high": high,
        "portrait_divergence": portrait_divergence(*fixed.graphs()),
        "figures": {
            key: {
                "from": then[key],
                "to": now[key],
                "from_range": list(spans[0].get(key, ())) or None,
                "to_range": list(spans[1].get(key, ())) or None,
            }
            for key in then
        },
        "differences": {key: _difference(one, p[key]) for key, one in differences(fixed).items()},
    }


def _difference(one: Paired, p: float) -> dict[str, Any]:
    apart = one.apart
    ends = {"difference": apart.difference, "se": apart.error, "low": apart.low, "high": apart.high}
    return {"from": one.before, "to": one.after, **ends, "p": apart.p, "p_adjusted": p}
