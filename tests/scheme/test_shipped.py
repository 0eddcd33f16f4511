"""The two schemes that come with the program. Keys, numbers and words are those of the contract and of the method."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import fields

import pytest

from actor_graph.documents import load_yaml
from actor_graph.problems import Problems
from actor_graph.scheme import SHAPES, Scheme, Thresholds, default_scheme, fold, load_scheme
from actor_graph.scheme.agreement import agrees, complete
from actor_graph.scheme.checking import checked
from actor_graph.scheme.paths import shipped
from actor_graph.words import LANGUAGES
from tests.material import SHARED

TYPES = """migrant organization · refugee group · foreign students' association · One World group · One World shop ·
human rights group · twinning association · integration council · party or council group · administration ·
coordinating agency · umbrella organization · welfare organization · faith community · school · youth association ·
university · foundation · business · individual"""
COUNTING = ["cooperation", "joint project", "exchange", "coordination"]
OTHERS = ["funding", "membership", "hosting", "advice"]


def _load(name: str) -> Scheme:
    problems = Problems()
    scheme = load_scheme(name, base=None, problems=problems)
    assert list(problems) == []
    assert scheme is not None
    return scheme


@pytest.fixture(scope="module")
def migration() -> Scheme:
    return _load("migration-development")


@pytest.mark.parametrize("name", ["default", "migration-development"])
def test_shape_is_right(name: str) -> None:
    """Shipped schemes are not checked at each start, so here they are."""
    problems = Problems()
    document = load_yaml(shipped()[fold(name)], problems)
    assert checked(document, name, problems)
    scheme = _load(name)
    assert agrees(scheme, document, name, problems)
    assert list(problems) == []


def test_default_names_no_type_and_every_kind_counts() -> None:
    scheme = default_scheme()
    assert (scheme.name, dict(scheme.types)) == ("default", {})
    assert all(scheme.counts(kind) for kind in [None, "funds", "funding", "member of", "x"])
    assert scheme.type_key("Migrantenorganisation") == "Migrantenorganisation"
    assert scheme.kind_key("funds") == "funds"


def test_default_thresholds_and_those_of_the_code_are_the_same() -> None:
    assert default_scheme().thresholds == Thresholds()
    document = load_yaml(shipped()["default"], Problems())
    assert document is not None
    assert set(document["thresholds"]) == {threshold.name for threshold in fields(Thresholds)}
    assert complete(document, document, "default.yaml", Problems())


def test_thresholds_of_the_method() -> None:
    limits = default_scheme().thresholds
    assert (limits.homogeneous, limits.heterogeneous, limits.typed_members, limits.typed_share) == (0.75, 0.5, 3, 0.5)
    assert (limits.networked_share, limits.networked_min, limits.group_networked) == (0.10, 3, 0.5)
    assert (limits.top_dog_p, limits.min_tied, limits.fence, limits.named_min, limits.named_share) == (
        0.05,
        5,
        1.5,
        5,
        0.05,
    )
    assert (limits.stability, limits.response_low, limits.response_none) == (0.8, 0.5, 0.3)
    assert (limits.dealings, limits.trials_max) == (2000, 200)


@pytest.mark.parametrize("name", ["default", "migration-development"])
def test_intensity_and_formats_of_the_method(name: str) -> None:
    scheme = _load(name)
    weights = [(key, step.weight) for key, step in scheme.intensity.items()]
    assert weights == [("comprehensive", 4), ("regular", 3), ("occasional", 2), ("occasion-based", 1)]
    assert {key: about.seats for key, about in scheme.formats.items()} == {
        "initiative committee": (3, 5),
        "planning workshop": (12, 15),
        "extended workshop": (30, 40),
        "evaluation workshop": (12, 15),
        "working group": (4, 8),
        "round table": (12, 20),
        "tandem": (2, 2),
    }


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("umfassend", "comprehensive"),
        ("Umfassende Kooperation", "comprehensive"),
        ("comprehensive cooperation", "comprehensive"),
        ("regular coordination", "regular"),
        ("regelmäßig", "regular"),
        ("REGELMÄSSIGE ABSTIMMUNG", "regular"),
        ("gelegentlich", "occasional"),
        ("gelegentliche Kooperation", "occasional"),
        ("anlassbezogen", "occasion-based"),
        ("anlassbezogene Abstimmung", "occasion-based"),
        ("occasion based", "occasion-based"),
        ("stark", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("name", ["default", "migration-development"])
def test_words_of_intensity(name: str, written: str, key: str | None) -> None:
    assert _load(name).intensity_key(written) == key


def test_types_of_the_contract_in_its_order(migration: Scheme) -> None:
    assert list(migration.types) == [" ".join(key.split()) for key in TYPES.split("·")]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Migrantenorganisation", "migrant organization"),
        ("Migrantenorganisationen", "migrant organization"),
        ("Migrant*innenorganisation", "migrant organization"),
        ("Migrant:innen-Organisation", "migrant organization"),
        ("Migrant_innenorganisation", "migrant organization"),
        ("MigrantInnenorganisation", "migrant organization"),
        ("Migrantenselbstorganisation", "migrant organization"),
        ("migrant organisation", "migrant organization"),
        ("migrants’ organization", "migrant organization"),
        ("MO", "migrant organization"),
        ("Geflüchteten-Gruppe", "refugee group"),
        ("Flüchtlingsinitiative", "refugee group"),
        ("foreign students association", "foreign students' association"),
        ("internationale Studierende", "foreign students' association"),
        ("Eine-Welt-Gruppe", "One World group"),
        ("Eine Welt Gruppen", "One World group"),
        ("One World / development NGO", "One World group"),
        ("Weltladen", "One World shop"),
        ("Menschenrechtsgruppe", "human rights group"),
        ("Städtepartnerschaftsverein", "twinning association"),
        ("Ausländerbeirat", "integration council"),
        ("Fraktion", "party or council group"),
        ("Stadtverwaltung", "administration"),
        ("Fachstelle", "coordinating agency"),
        ("Dachverband", "umbrella organization"),
        ("welfare association", "welfare organization"),
        ("Wohlfahrtsverbände", "welfare organization"),
        ("religious organisation", "faith community"),
        ("Kirchengemeinde", "faith community"),
        ("Moscheeverein", "faith community"),
        ("Schulen", "school"),
        ("VHS", "school"),
        ("Jugendring", "youth association"),
        ("university / research", "university"),
        ("Universität", "university"),
        ("Stiftung", "foundation"),
        ("Unternehmen", "business"),
        ("Einzelperson", "individual"),
        ("Feuerwehr", "Feuerwehr"),
        (" other ", " other "),
    ],
)
def test_words_of_types(migration: Scheme, written: str, key: str) -> None:
    assert migration.type_key(written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("cooperates", "cooperation"),
        ("Kooperation", "cooperation"),
        ("Zusammenarbeit", "cooperation"),
        ("gemeinsames Projekt", "joint project"),
        ("Austausch", "exchange"),
        ("coordinates", "coordination"),
        ("Abstimmung", "coordination"),
        ("funds", "funding"),
        ("fördert", "funding"),
        ("member of", "membership"),
        ("part of", "membership"),
        ("Mitglied von", "membership"),
        ("hosts", "hosting"),
        ("advises", "advice"),
        ("berät", "advice"),
        ("Feindschaft", "Feindschaft"),
    ],
)
def test_words_of_kinds(migration: Scheme, written: str, key: str) -> None:
    assert migration.kind_key(written) == key


def test_which_kinds_count(migration: Scheme) -> None:
    assert list(migration.kinds) == COUNTING + OTHERS
    assert [migration.counts(kind) for kind in COUNTING] == [True] * 4
    assert [migration.counts(kind) for kind in OTHERS] == [False] * 4
    assert migration.counts(None)
    assert migration.counts("Feindschaft")


def test_everything_has_a_label_in_both_languages(migration: Scheme) -> None:
    for parts in (migration.types, migration.kinds, migration.intensity, migration.formats):
        for about in parts.values():
            assert [language for language in LANGUAGES if about.labels.get(language)] == list(LANGUAGES)
    assert migration.type_label("migrant organization", "de") == "Migrantenorganisation"
    assert migration.kind_label("joint project", "de") == "gemeinsames Projekt"
    assert migration.intensity_label("regular", "de") == "regelmäßig"
    assert migration.format_label("round table", "de") == "Runder Tisch"
    assert (migration.type_label("Feuerwehr", "de"), migration.kind_label("x", "en")) == ("Feuerwehr", "x")


def test_colors_and_shapes_of_the_design(migration: Scheme) -> None:
    looks = {key: (about.color, about.dark, about.shape) for key, about in migration.types.items() if about.color}
    assert looks == {
        "migrant organization": ("#B04003", "#FD923D", "circle"),
        "One World group": ("#057348", "#36DEA1", "triangle"),
        "administration": ("#343D75", "#6955F6", "square"),
        "welfare organization": ("#BC60B9", "#FBB1FE", "diamond"),
        "faith community": ("#4C2203", "#AE7C0F", "triangleDown"),
        "university": ("#2171F0", "#2889CC", "hexagon"),
        "school": ("#7A9201", "#D8E644", "star"),
        "business": ("#DC2567", "#DA2977", "cross"),
    }
    assert {shape for _, _, shape in looks.values()} < set(SHAPES)


def test_words_of_the_real_landscape_are_known(migration: Scheme) -> None:
    """The ties of the source documents name eight kinds; each is known, half of them count."""
    if SHARED is None:
        return
    with (SHARED / "data" / "documents" / "ties.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert {migration.kind_key(kind) for kind in kinds} == set(migration.kinds)


def test_pydantic_is_loaded_only_for_a_scheme_of_ones_own() -> None:
    code = (
        "import sys; from actor_graph.problems import Problems; from actor_graph.scheme import load_scheme;"
        "load_scheme('migration-development', base=None, problems=Problems()); assert 'pydantic' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
