"""Why somebody should be called, in words."""

from __future__ import annotations

from collections.abc import Iterator

from actor_graph.survey.calls import Call
from actor_graph.words import Language, say
from actor_graph.words.visible import visible


def why_call(call: Call, type_label: str | None, language: Language, *, twice: bool = False) -> str:
    """Who names it, how the survey stands with it, and how many of its type have answered.

    ``twice``: it may be one with another entry, which perhaps has answered already.
    """
    why = [*_of_call(call, type_label, language)]
    return "; ".join([*why, say("check.why_perhaps_twice", language)] if twice else why)


def _of_call(call: Call, type_label: str | None, language: Language) -> Iterator[str]:
    if call.list == "unnamed":
        yield say("check.why_unnamed", language)
    elif call.mentions:
        yield say("check.why_named", language, n=call.mentions)
    elif call.mentions is None and call.ties:
        yield say("check.why_tied", language, n=call.ties)
    else:
        yield say("check.why_in_table", language)
    yield say(f"check.why_{call.state.replace(' ', '_')}", language)
    if call.response is not None:
        label = say("check.untyped", language) if type_label is None else visible(type_label)
        answered, of = call.response.counts["answered"], call.response.eligible
        yield say("check.why_type", language, type=label, n=answered, of=of)
    if call.not_before is not None:
        yield say("check.why_later", language)
