"""What stands above and beneath the findings: what too few answers mean, and under which supposition a range holds."""

from __future__ import annotations

from typing import Any

import pytest

from actor_graph.scheme import Thresholds
from actor_graph.views.conditions import low_response, suppositions


def document(rate: float | None, audience: str = "office", **more: Any) -> dict[str, Any]:
    return {"audience": audience, "network": {"response_rate": rate, "actors": 50}} | more


RANGED = {"missing": {"density": {"low": 0.1, "high": 0.2}}, "completions": {"draws": 200, "why": None}}
CHANCE = {"chance": {"size": {"density": None}, "degrees": {}}}


def warned(told: dict[str, Any]) -> str:
    return " ".join(low_response(told, Thresholds(), "de")).replace("\N{NO-BREAK SPACE}", " ")


def test_below_thirty_percent_nothing_is_to_be_passed_on() -> None:
    assert warned(document(0.29)).startswith("Weniger als 30 % haben geantwortet")
    assert warned(document(0.29)).endswith("Bitte noch nichts weitergeben.")


def test_below_half_it_may_look_different_and_a_range_rests_on_few() -> None:
    assert "Wer außerhalb oder zentral steht" in warned(document(0.49))
    assert "auf wenigen Antworten" not in warned(document(0.49))
    assert warned(document(0.49, **RANGED)).endswith("Auch die Spannen der Ergänzungen beruhen auf wenigen Antworten.")


@pytest.mark.parametrize("told", [document(0.5), document(None), document(0.1, withheld="response")])
def test_else_there_is_no_warning(told: dict[str, Any]) -> None:
    assert warned(told) == ""


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_are_told_nothing_of_who_is_outside_or_central(audience: str) -> None:
    assert "zentral" not in warned(document(0.4, audience))


def test_a_range_says_when_it_holds() -> None:
    (said,) = suppositions(document(0.6, **RANGED), "de")
    assert "so zusammenarbeiten wie die Antwortenden ihrer Art. Sind sie anders, gilt sie nicht" in said
    assert "wo wenige viele Verbindungen haben, ist sie eher zu eng" in said
    assert said.endswith("Nichts Ergänztes hat jemand genannt.")


def test_beside_chance_it_is_said_how_many_have_not_answered() -> None:
    (said,) = suppositions(document(0.6, **CHANCE), "de")
    assert said.startswith("20 Akteure haben nicht geantwortet. In zufälligen Szenen haben sie")
    assert suppositions(document(1.0, **CHANCE), "de") == []
    assert suppositions(document(0.6), "de") == []
    assert suppositions(document(0.2, withheld="response", **CHANCE), "de") == []
