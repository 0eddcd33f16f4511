"""What is kept back of a network is kept back beside chance, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actor_graph.analysis import analyze
from actor_graph.privacy.beside_chance import chance_as_told, chance_for_others, chance_withheld
from tests.making import landscape


def document(**network: Any) -> dict[str, Any]:
    one = {
        "observed": 0.2,
        "expected": 0.15,
        "sd": 0.05,
        "low": 0.1,
        "high": 0.3,
        "z": 1.0,
        "p_lower": 0.9,
        "p_upper": 0.2,
        "p": 0.4,
        "p_adjusted": 0.4,
    }
    names = ("isolates", "transitivity", "ei_index", "core_fit", "partner_heterogeneity", "cluster_heterogeneity")
    return {"network": network, "chance": {"size": {"density": None, **{name: dict(one) for name in names}}}}


def test_what_the_network_does_not_tell_is_not_told_beside_chance() -> None:
    told = chance_as_told(document(isolates=3, transitivity=None, ei_index=0.2))["chance"]["size"]
    assert list(told) == [
        "density",
        "isolates",
        "ei_index",
        "core_fit",
        "partner_heterogeneity",
        "cluster_heterogeneity",
    ]


def test_where_the_mixing_would_be_given_back_no_figure_of_types_is_told() -> None:
    told = chance_as_told(document(isolates=3, transitivity=0.1, ei_index=None))["chance"]["size"]
    assert list(told) == ["density", "isolates", "transitivity", "core_fit"]


def test_what_is_undefined_is_told_as_such() -> None:
    given = document(ei_index=None)
    given["chance"]["size"]["ei_index"]["observed"] = None
    assert "ei_index" in chance_as_told(given)["chance"]["size"]


def test_others_get_the_band_and_nothing_of_how_unlikely_it_is() -> None:
    told = chance_for_others(document(isolates=3))["chance"]["size"]
    assert told["isolates"] == {"observed": 0.2, "expected": 0.15, "low": 0.1, "high": 0.3, "clear": False}
    assert told["density"] is None


def test_where_few_answered_nothing_is_left() -> None:
    """There are 20 m tries between two draws, so how they were drawn tells the number of ties, m."""
    given = document() | {"settings": {"seed": 1, "chance": {"tries_between": 280}}}
    told = chance_withheld(given)
    assert (told["chance"], told["settings"]) == ({"size": {}}, {"seed": 1})


def test_a_document_without_chance_stays_as_it_is() -> None:
    plain = {"network": {"isolates": 1}}
    assert chance_as_told(plain) is plain
    assert chance_for_others(plain) is plain
    assert chance_withheld(plain) is plain


def test_others_get_nothing_that_is_worked_out_from_who_has_answered() -> None:
    """From mean and deviation of the scenes of a known seed one could try out who did: 1 of 593,775 choices fitted."""
    given = document(isolates=3, not_yet_networked_share=0.1)
    given["chance"]["size"]["not_yet_networked_share"] = dict(given["chance"]["size"]["isolates"])
    assert "not_yet_networked_share" in chance_as_told(given)["chance"]["size"]
    assert "not_yet_networked_share" not in chance_for_others(given)["chance"]["size"]


def test_where_few_answered_nothing_gives_the_number_of_ties_back(tmp_path: Path) -> None:
    """Two of eight answered: the seven ties are not told, nor are the rows that each is one of."""
    rows = "\n".join(f"{name},{'answered' if name in 'AB' else 'no answer'}" for name in "ABCDEFGH")
    ties = "\n".join(["source,target", *(",".join(tie) for tie in "AB AC AD BC BE BF AG".split())])
    place = landscape(tmp_path, f"id,survey\n{rows}", ties)
    told = analyze(place, draws=9, chance=True, audience="public").to_dict()
    assert told["withheld"] == "response"
    assert "chance" not in told["settings"]
    assert [told["landscape"][key] for key in ("ties", "ties_not_counted", "self_ties")] == [None] * 3
    assert analyze(place, draws=9, chance=True).to_dict()["landscape"]["ties"] == 7
