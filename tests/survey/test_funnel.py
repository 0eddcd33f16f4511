"""The funnel: the pilot city of the method, and what is not known of a survey."""

from __future__ import annotations

from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.reading import read
from actor_graph.survey.funnel import funnel, response_by_type
from tests.making import folder, landscape

# The method, §1: 110 found; 22 had another focus, 12 did nothing in the field, 8 were dissolved or moved, 9 other; of
# the 59 left 29 answered, 8 promised to, 4 were interested, 18 did not respond.
OUT = {"anderer Schwerpunkt": 22, "im Feld nicht tätig": 12, "andere Gründe": 9, "aufgelöst oder verzogen": 8}
ASKED = {"geantwortet": 29, "zugesagt": 8, "interessiert": 4, "keine Antwort": 18}


def pilot_city(where: Path) -> Path:
    rows = [("ausgeschlossen", why) for why, n in OUT.items() for _ in range(n)]
    rows += [(word, "") for word, n in ASKED.items() for _ in range(n)]
    actors = "".join(f"{i};Gruppe {i};{word};{why}\n" for i, (word, why) in enumerate(rows))
    return folder(where / "pilot", f"Nr;Name;Rücklauf;Grund\n{actors}", "von;nach")


def survey(where: Path, *rows: str, ties: str = "source,target") -> Landscape:
    """A landscape of actors given as ``name,survey,reason,type``."""
    return landscape(where / "city", "\n".join(["name,survey,reason,type", *rows]), ties)


def test_the_pilot_city(tmp_path: Path) -> None:
    found = funnel(read(pilot_city(tmp_path)))
    assert found.found == 110
    assert found.excluded == OUT
    assert list(found.excluded) == list(OUT), "the most frequent reason first"
    assert (sum(found.excluded.values()), found.eligible) == (51, 59)
    assert found.response is not None
    assert found.response.counts == {
        "answered": 29, "promised": 8, "interested": 4, "no answer": 18, "declined": 0, "not contacted": 0,
    }  # fmt: skip
    assert found.response.approached == 59
    assert found.response.rate == 29 / 59


def test_without_a_survey_nothing_is_known_but_who_was_found(tmp_path: Path) -> None:
    for actors in ("name\nA\nB", "name,survey\nA,\nB,"):
        city = landscape(tmp_path / str(len(actors)), actors, "source,target\nA,B")
        found = funnel(city)
        assert (found.found, found.excluded, found.eligible, found.response) == (2, None, None, None)
        assert response_by_type(city) == []


def test_where_only_exclusions_are_noted_the_rest_is_not_known(tmp_path: Path) -> None:
    """The method: there is a survey where at least one included actor has an entry."""
    found = funnel(survey(tmp_path, "A,excluded,moved,", "B,,,"))
    assert (found.found, found.excluded, found.eligible, found.response) == (2, {"moved": 1}, 1, None)


def test_all_are_excluded(tmp_path: Path) -> None:
    found = funnel(survey(tmp_path, "A,excluded,,", "B,excluded,,"))
    assert (found.excluded, found.eligible, found.response) == ({"": 2}, 0, None)


def test_a_blank_entry_counts_as_not_contacted(tmp_path: Path) -> None:
    response = funnel(survey(tmp_path, "A,answered,,", "B,,,", "C,declined,,")).response
    assert response is not None
    assert (response.counts["not contacted"], response.approached, response.rate) == (1, 2, 1 / 3)


def test_all_and_none_have_answered(tmp_path: Path) -> None:
    everybody = funnel(survey(tmp_path / "all", "A,answered,,", "B,answered,,")).response
    nobody = funnel(survey(tmp_path / "none", "A,no answer,,", "B,no answer,,")).response
    assert everybody is not None
    assert nobody is not None
    assert (everybody.rate, nobody.rate) == (1.0, 0.0)


def test_no_actor_at_all(tmp_path: Path) -> None:
    found = funnel(landscape(tmp_path / "empty", "name,survey", "source,target"))
    assert (found.found, found.excluded, found.response) == (0, None, None)


def test_reasons_that_differ_in_case_and_spaces_are_one(tmp_path: Path) -> None:
    found = funnel(survey(tmp_path, "A,excluded,Andere Stadt,", "B,excluded,andere  stadt,", "C,excluded,,", "D,,,"))
    assert found.excluded == {"Andere Stadt": 2, "": 1}


def test_types_by_response_the_lowest_first_and_the_first_type_counts(tmp_path: Path) -> None:
    city = survey(
        tmp_path,
        "A,answered,,x",
        "B,no answer,,x",
        "C,answered,,y",
        "D,,,z;x",
        "E,,,",
        "F,excluded,,x",
        "G,no answer,,a",
    )
    told = [(type_, about.counts["answered"], about.eligible) for type_, about in response_by_type(city)]
    assert told == [("a", 0, 1), ("z", 0, 1), (None, 0, 1), ("x", 1, 2), ("y", 1, 1)]
    assert sum(of for _, _, of in told) == 6
