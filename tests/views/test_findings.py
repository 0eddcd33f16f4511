"""The five findings in words: from the analysis alone, plural and chance said right, silent where a key is absent."""

from __future__ import annotations

from typing import Any

import pytest

from actor_graph.views.findings import findings
from actor_graph.words import Language

NETWORK = {
    "actors": 70, "ties": 111, "unknown": 6, "average_degree": 3.1714, "largest_component_share": 52 / 70,
    "not_yet_networked_share": 12 / 64, "top_dog_tie_share": 0.59, "ei_index": 0.12, "ei_expected": 0.6, "ei_p": 0.001,
}  # fmt: skip


def circles(*compositions: str | None) -> list[dict[str, Any]]:
    return [{"actors": 3, "composition": composition, "types": {"school": 3}} for composition in compositions]


def analysis(**changed: Any) -> dict[str, Any]:
    """The city of the design: 70 actors, 12 outside, 6 unanswered, four central actors, five circles."""
    return {
        "audience": "office",
        "network": NETWORK | changed.pop("network", {}),
        "actors": [{"id": key, "mandate": key in changed.get("mandate", "")} for key in "abcd"],
        "not_yet_networked": {"actors": list(range(12)), "groups": []},
        "top_dogs": [{"id": key, "clear": True} for key in "abcd"],
        "without_top_dogs": {"network": {}, "cut_off": list(range(15))},
        "clusters": circles("homogeneous", "heterogeneous", "heterogeneous", "mixed", "mixed"),
    } | changed


def said(language: Language = "de", **changed: Any) -> dict[str, str]:
    return {finding.key: finding.text for finding in findings(analysis(**changed), language)}


def test_city_of_the_design_in_german() -> None:
    assert said() == {
        "networking": "Im Schnitt hat ein Akteur 3,2 Partner. 52 von 70 hängen in einem Netz zusammen.",
        "outside": "12 Akteure stehen außerhalb (19\N{NO-BREAK SPACE}%); "
        "über 6 weitere lässt sich ohne Rückmeldung nichts sagen.",
        "central": "Vier Akteure sind an 59\N{NO-BREAK SPACE}% aller Verbindungen beteiligt. "
        "Ohne sie verlören 15 den Anschluss.",
        "composition": "Von fünf Kreisen ist 1 homogen, 2 sind gemischt, 2 heterogen.",
        "chance": "56\N{NO-BREAK SPACE}% der Verbindungen führen zu einer anderen Art, weniger, als der Zufall ergäbe.",
    }


def test_city_of_the_design_in_english() -> None:
    assert said("en") == {
        "networking": "An actor has 3.2 partners on average. 52 of 70 hang together in one network.",
        "outside": "12 actors are outside (19%); of 6 more nothing can be said without an answer.",
        "central": "Four actors take part in 59% of all ties. Without them 15 would lose contact.",
        "composition": "Of five circles 1 is homogeneous, 2 are mixed, 2 are heterogeneous.",
        "chance": "56% of ties lead to another kind, fewer than chance would give.",
    }


def test_one_is_singular() -> None:
    one = said(
        "en",
        not_yet_networked={"actors": ["x"], "groups": []},
        top_dogs=[{"id": "a", "clear": False}],
        without_top_dogs={"cut_off": ["x"]},
        network={"unknown": 1, "not_yet_networked_share": 1 / 69, "average_degree": 1.0},
    )
    assert one["networking"].startswith("An actor has 1.0 partner on average.")
    assert one["outside"] == "1 actor is outside (1%); of 1 more nothing can be said without an answer."
    assert one["central"].endswith("This could be chance. Without it 1 would lose contact.")


@pytest.mark.parametrize(
    ("change", "key", "sentence"),
    [
        ({"top_dogs": []}, "central", "Kein Akteur ragt heraus."),
        (
            {
                "not_yet_networked": {"actors": [], "groups": []},
                "network": {"unknown": 0, "not_yet_networked_share": 0.0},
            },
            "outside",
            "Niemand steht außerhalb.",
        ),
        ({"network": {"ties": 0}}, "networking", "Für diese Landschaft ist noch keine Verbindung erfasst."),
        (
            {"network": {"ties": 0}, "landscape": {"ties": 3}},
            "networking",
            "Für diese Landschaft ist noch keine Verbindung erfasst, die hier zählt.",
        ),
        ({"clusters": circles("mixed")}, "composition", "Es gibt einen Kreis; er ist gemischt."),
        ({"without_top_dogs": {"cut_off": []}}, "central", "Ohne sie verlöre niemand den Anschluss."),
    ],
)
def test_nothing_to_find_is_said_too(change: dict[str, Any], key: str, sentence: str) -> None:
    assert said(**change)[key].endswith(sentence)


@pytest.mark.parametrize(
    ("made", "german", "english"),
    [
        (["heterogeneous"] * 5, "Alle fünf Kreise sind heterogen.", "All five circles are heterogeneous."),
        (["mixed"] * 2, "Beide Kreise sind gemischt.", "Both circles are mixed."),
        (
            ["homogeneous", "mixed", "mixed", *["heterogeneous"] * 3],
            "Von sechs Kreisen ist 1 homogen, 2 sind gemischt, 3 heterogen.",
            "Of six circles 1 is homogeneous, 2 are mixed, 3 are heterogeneous.",
        ),
        (
            ["mixed", "mixed", "heterogeneous", None],
            "Von vier Kreisen sind 2 gemischt, 1 ist heterogen, 1 nicht zu beurteilen.",
            "Of four circles 2 are mixed, 1 is heterogeneous, 1 can't be judged.",
        ),
        (
            ["mixed", None, None],
            "Von drei Kreisen ist 1 gemischt, 2 sind nicht zu beurteilen.",
            "Of three circles 1 is mixed, 2 can't be judged.",
        ),
        (
            [None, None],
            "Es sind zu wenige Arten bekannt, um zu sagen, woraus die Kreise bestehen.",
            "Too few kinds of organization are known to say what the circles are made of.",
        ),
    ],
)
def test_verb_agrees_with_the_number_of_circles(made: list[str | None], german: str, english: str) -> None:
    assert said(clusters=circles(*made))["composition"] == german
    assert said("en", clusters=circles(*made))["composition"] == english


def test_circles_without_a_member_shown_are_said_to_be_so() -> None:
    """To the public, circles stand in the sentence of which nobody is named."""
    three = [circles("mixed")[0] | {"members": ["a"]}]
    three += [circle | {"members": []} for circle in circles("mixed", "mixed")]
    assert said(clusters=three)["composition"].endswith("Von zwei davon ist hier kein Mitglied genannt.")
    assert said("en", clusters=[*three[:2], *circles("mixed")])["composition"].endswith(
        "No member of one of them is named here."
    )


def test_a_circle_whose_size_is_not_told_counts_where_members_are_named() -> None:
    bare = {"actors": None, "members": ["a"], "composition": "mixed", "types": {"school": 3}}
    assert said(clusters=[*circles("mixed"), bare])["composition"] == "Beide Kreise sind gemischt."
    assert (
        said(clusters=[*circles("mixed"), bare | {"members": []}])["composition"]
        == "Es gibt einen Kreis; er ist gemischt."
    )


def test_circles_whose_kinds_are_left_out_still_have_their_composition() -> None:
    bare = [{"cluster": 1, "actors": 3, "composition": "mixed"}, {"actors": 4, "composition": "mixed", "types": None}]
    assert said(clusters=bare)["composition"] == "Beide Kreise sind gemischt."
    assert "composition" not in said(clusters=[{"actors": 3, "composition": None, "types": {}}], groups=[])


def test_two_that_hang_together_are_no_network() -> None:
    two = {"actors": 5, "ties": 2, "average_degree": 0.8, "largest_component_share": 0.4}
    assert said(network=two)["networking"].endswith(
        "Die größte Gruppe hat zwei Akteure; von einem Netz ist ab drei die Rede."
    )
    assert said("en", network=two)["networking"].endswith(
        "The largest group has two actors; we speak of a network from three."
    )
    assert "3 von 5 hängen in einem Netz" in said(network=two | {"largest_component_share": 0.6})["networking"]


def test_of_one_kind_there_is_nothing_to_compare() -> None:
    alike: dict[str, Any] = {"groups": [{"type": "school"}], "clusters": circles("homogeneous", "homogeneous")}
    german, english = said(**alike), said("en", **alike)
    assert german["chance"] == "Es gibt eine einzige Art; ein Vergleich entfällt."
    assert english["chance"] == "There is one kind; nothing to compare."
    assert german["composition"] == "Beide Kreise sind homogen. Es gibt eine einzige Art."
    assert english["composition"] == "Both circles are homogeneous. There is one kind of actor."
    assert "weniger, als der Zufall" in said(groups=[{"type": "school"}, {"type": "church"}])["chance"]


def test_pairs_are_no_circles() -> None:
    pair = {"actors": 2, "composition": None, "types": {"school": 2}}
    assert said(clusters=[*circles("mixed"), pair])["composition"] == "Es gibt einen Kreis; er ist gemischt."


def test_chance_is_never_more_certain_than_its_p() -> None:
    assert "Vom Zufall ist das nicht zu unterscheiden" in said(network={"ei_p": 0.05})["chance"]
    assert "mehr, als der Zufall ergäbe" in said(network={"ei_index": 0.8})["chance"]
    assert "Vom Zufall ist das nicht zu unterscheiden" in said(network={"ei_p": None})["chance"]


def test_hubs_by_mandate_are_counted_and_named_as_such() -> None:
    assert (
        "Einer davon ist Knotenpunkt mit Auftrag. Ohne die drei ohne Auftrag verlören 15"
        in said(mandate="b")["central"]
    )


def test_absent_keys_leave_their_findings_out() -> None:
    others = analysis(audience="participants")
    for key in ("top_dogs", "not_yet_networked", "without_top_dogs"):
        del others[key]
    del others["network"]["ei_p"]
    found = findings(others, "de")
    assert [finding.key for finding in found] == ["networking", "composition", "chance"]
    assert found[-1].text.endswith("nach Zufall allein wären es etwa 80\N{NO-BREAK SPACE}%.")


@pytest.mark.parametrize(("actors", "sentence"), [(0, "noch kein Akteur"), (1, "Ein einzelner Akteur")])
def test_too_few_actors_are_one_sentence(actors: int, sentence: str) -> None:
    undefined = dict.fromkeys(NETWORK) | {"actors": actors, "ties": 0, "unknown": 0}
    found = said(network=undefined, clusters=[], top_dogs=[])
    assert list(found) == ["networking"]
    assert sentence in found["networking"]


def test_withheld_figures_give_no_finding() -> None:
    assert (
        said(
            network=dict.fromkeys(NETWORK) | {"actors": 70, "unknown": 60},
            clusters=[],
            top_dogs=None,
            not_yet_networked=None,
        )
        == {}
    )
