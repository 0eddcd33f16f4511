"""Why somebody should be called, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actor_graph.survey.calls import Call
from actor_graph.words import Language, say
from actor_graph.words.visible import visible


def why_call(
    call: Call, type_label: str | None, language: Language, *, aside: Sequence[str] | None = None, twice: bool = False
) -> str:
    """Who names it, how the survey stands with it, and how many of its type have answered.

    ``aside``: what the kinds of its ties are called, where it has such that do not count and none that does.
    ``twice``: it may be one with another entry, which perhaps has answered already.
    """
    why = [_named(call, aside, language), *_of_call(call, type_label, language)]
    return "; ".join([*why, say("check.why_perhaps_twice", language)] if twice else why)


def _named(call: Call, aside: Sequence[str] | None, language: Language) -> str:
    """How often others name it, else which ties it has all the same."""
    if call.list == "unnamed":
        return say("check.why_unnamed", language)
    if call.mentions:
        return say("check.why_named", language, n=call.mentions)
    if call.ties:
        return say("check.why_tied" if call.mentions is None else "check.why_tied_by_itself", language, n=call.ties)
    if aside is None:
        return say("check.why_past", language)
    return say("check.why_aside", language, kinds=", ".join(map(visible, aside)))


def _of_call(call: Call, type_label: str | None, language: Language) -> Iterator[str]:
    yield say(f"check.why_{call.state.replace(' ', '_')}", language)
    if call.response is not None:
        label = say("check.untyped", language) if type_label is None else visible(type_label)
        answered, of = call.response.counts["answered"], call.response.eligible
        yield say("check.why_type", language, type=label, n=answered, of=of)
    if call.not_before is not None:
        yield say("check.why_later", language)
