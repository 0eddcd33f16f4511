"""What should be known about the data before a figure is passed on."""

from __future__ import annotations

from actor_graph.views.terminal.telling import Telling


def caveats(tell: Telling) -> list[str]:
    """Sentences about response, missing types, and rows of ties that do not count."""
    about, limits = tell.told["landscape"], tell.scheme.thresholds
    rate, said = tell.told["network"]["response_rate"], []
    if rate is not None and rate < limits.response_none:
        said.append(tell.say("very_low_response", least=tell.percent(limits.response_none)))
    elif rate is not None and rate < limits.response_low:
        said.append(tell.say("low_response"))
    if about["untyped"]:
        said.append(tell.say("untyped", n=about["untyped"]))
    if about["excluded"]:
        said.append(tell.say("excluded", n=about["excluded"], ties=about["ties_excluded"]))
    if about["ties_not_counted"]:
        kinds = [tell.scheme.kind_label(kind, tell.language) for kind in about["kinds_counted"]]
        kinds = kinds or [tell.say("no_kinds_known")]
        said.append(tell.say("not_counted", n=about["ties_not_counted"], kinds=", ".join(kinds)))
    for key, name in (("self_ties", "self_ties"), ("ties_out_of_date", "out_of_date")):
        if about[key]:
            said.append(tell.say(name, n=about[key]))
    if 0 < about["ties_without_weight"] < tell.told["network"]["ties"]:
        said.append(tell.say("without_weight", n=about["ties_without_weight"]))
    return said
