"""What docs/privacy.md says that leaves is what leaves, column by column and audience by audience."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.vocabulary.headings import headings
from tests.making import landscape
from tests.material import ROOT

FREE = (
    "fields needs offers languages countries description website place members reason found_by type name id"
).split()
OTHERS = {"contact_phone": "contact columns", "Extra": "further columns",
          "Named": "further columns named under `publish_columns`"}  # fmt: skip
WORDS = {"survey": "answered", "wish": "later", "staff": "unpaid", "function": "multiplier",
         "informed": "1997-03-01", "delete_after": "2043-04-05"}  # fmt: skip
ABOUT, LOG = "name, place, boundary, sources of the landscape", "the log of contacts, the events"
REST = {
    "kind": "ties: kind, intensity",
    "note": "ties: `note`, further columns",
    "circle": "names of circles",
    "log": LOG,
    **dict.fromkeys(("title", "town", "boundary", "sources"), ABOUT),
}


def value(key: str) -> str:
    """A text that stands nowhere else."""
    return f"zq{re.sub(r'[^a-z]', '', key.casefold())}zq"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Landscape:
    """A landscape with such a text in every column, beside five actors who have none."""
    cells = {**{key: value(key) for key in (*FREE, *OTHERS)}, **WORDS, "publish": "yes", "publish_ties": "yes"}
    same = {"publish": "yes", "publish_ties": "yes", "survey": "answered"}
    others = [",".join({"id": name, "name": name, **same}.get(key, "") for key in cells) for name in "BCDEF"]
    actors = "\n".join([",".join(cells), ",".join(cells.values()), *others])
    ends = [value("id"), *"BCDEF"]
    ties = "source,target,kind,note\n" + "\n".join(
        f"{a},{b},{value('kind')},{value('note')}" for i, a in enumerate(ends) for b in ends[i + 1 :]
    )
    about = f"""
    name: {value("title")}
    place: {value("town")}
    boundary: {value("boundary")}
    sources: [{value("sources")}]
    circles: {{{value("id")}: {value("circle")}}}
    publish_columns: [Named]
    """
    place = tmp_path_factory.mktemp("planted")
    (place / "contacts.csv").write_text(f"actor,note\n{value('id')},{value('log')}\n", "utf-8")
    return landscape(place, actors, ties, about)


def told() -> dict[str, list[str]]:
    """The cells of the two tables, by what stands in front."""
    rows = re.findall(r"^\| (.*) \|$", (ROOT / "docs" / "privacy.md").read_text("utf-8"), re.MULTILINE)
    cells = [row.split(" | ") for row in rows]
    found = {first: rest for first, *rest in cells}
    return {name: rest for first, rest in found.items() for name in _names(first)} | found


def _names(first: str) -> list[str]:
    return re.findall(r"`(\w+)`", first) if re.fullmatch(r"(`\w+`(, )?)+", first) else []


@pytest.fixture(scope="module")
def left(planted: Landscape) -> list[str]:
    """All text that leaves for each audience, and under pseudonyms."""
    looks = [ag.analyze(planted, audience=audience, draws=9) for audience in AUDIENCES]
    looks.append(ag.analyze(planted, pseudonymize=True, draws=9))
    return [look.to_json() + str(look.ties()) for look in looks]


@pytest.mark.parametrize("key", [*FREE, *OTHERS, *REST, "informed", "delete_after"])
def test_the_table_is_true(key: str, left: list[str]) -> None:
    text = WORDS.get(key, value(key))
    row = told()[OTHERS.get(key, REST.get(key, key))]
    assert [cell != "–" for cell in row] == [text in seen for seen in left]


@pytest.mark.parametrize("key", ["survey", "wish", "staff", "function"])
def test_words_of_the_survey_are_the_office_s(key: str, planted: Landscape) -> None:
    for at, audience in enumerate(AUDIENCES):
        for hidden in (False, True):
            rows = ag.analyze(planted, audience=audience, draws=9, pseudonymize=hidden).to_dict()["actors"]
            assert any(key in row for row in rows) == (told()[key][at] == "yes")


def test_every_column_of_the_contract_is_in_the_table() -> None:
    keys = {known.key for known in headings("actors").values()}
    rules = {"person", "publish", "publish_ties", "objected", "mandate", "checked"}
    assert keys - rules <= set(told()), "what decides about leaving, and figures, need no row"


def test_the_session_of_forgetting_is_what_is_said(tmp_path: Path) -> None:
    shown = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    found = ag.forget(ROOT / "examples" / "musterstadt", "afo")
    assert found.rows[ROOT / "examples" / "musterstadt" / "ties.csv"] == {"ties": 14}
    assert "musterstadt/ties.csv: 14 Verbindungen" in shown
    (heading,) = {at.column for at in found.standing if at.file.name == "actors.csv"}
    assert [at.row for at in found.standing if at.file.name == "landscape.yaml"] == []
    assert "musterstadt/landscape.yaml: 1 Zeile" in shown
    for at in found.standing[:1]:
        assert f"musterstadt/actors.csv, Zeile {at.row}, Spalte „{heading}“" in shown
