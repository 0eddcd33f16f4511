"""What should be known about the data before a figure is passed on."""

from __future__ import annotations

from collections.abc import Iterator

from actor_graph.views.terminal.telling import Telling


def caveats(tell: Telling) -> list[str]:
    """Sentences about response, missing types, and rows of ties that do not count."""
    about = tell.told["landscape"]
    said = [*_response(tell), *_untyped(tell), *_checked(tell)]
    if excluded := about.get("excluded"):
        rows = about.get("ties_excluded")
        with_them = tell.say("rows_with_them", n=rows) if rows else ""
        said.append(tell.say("excluded", n=excluded, rows=with_them))
    if not_counted := about.get("ties_not_counted"):
        kinds = [tell.scheme.kind_label(kind, tell.language) for kind in about.get("kinds_counted") or ()]
        kinds = kinds or [tell.say("no_kinds_known")]
        said.append(tell.say("not_counted", n=not_counted, kinds=", ".join(kinds)))
    for key, name in (("self_ties", "self_ties"), ("ties_out_of_date", "out_of_date")):
        if about.get(key):
            said.append(tell.say(name, n=about[key]))
    if 0 < (about.get("ties_without_weight") or 0) < (tell.told["network"].get("ties") or 0):
        said.append(tell.say("without_weight", n=about["ties_without_weight"]))
    return said


def _response(tell: Telling) -> Iterator[str]:
    """That nothing is known of who was asked; what too few answers mean stands above the findings."""
    rate = tell.told["network"].get("response_rate")
    if rate is None and (tell.told.get("not_yet_networked") or {}).get("actors"):
        yield tell.say("no_survey")


def _checked(tell: Telling) -> Iterator[str]:
    """How many have checked their entry, and what is not seen outside the office since somebody objected."""
    checked, actors = tell.told["landscape"].get("checked"), tell.told["network"].get("actors")
    if checked is not None and actors:
        yield tell.say("checked", n=checked, actors=actors)
    for what, n in (tell.told["settings"].get("objected") or {}).items():
        if n:
            stays = tell.office and not tell.told.get("pseudonymized")
            yield tell.say(f"objected_{what}" if stays else f"left_out_{what}", n=n)


def _untyped(tell: Telling) -> Iterator[str]:
    untyped, actors = tell.told["landscape"].get("untyped"), tell.told["network"].get("actors")
    if untyped and untyped == actors:
        yield tell.say("no_types")
    elif untyped:
        yield tell.say("untyped", n=untyped)
