"""What must hold of any names at all, in any script."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.matching.blocking import candidates
from actor_graph.matching.pairing import Names
from actor_graph.matching.scores import compare
from actor_graph.scheme import default_scheme

WORDS = st.sampled_from(
    """Verein e. V. gGmbH AWO (AWO) (DTF) DTF Deutsch-Türkischer Nord Süd 1 2 IV ь ъ النور ال தமிழ் ቤት 文化 🎉 - / & . '
    Ev. St. u. EINE Welt Laden Eineweltladen Straße Strasse Musterstadt Grundschule Arbeiterwohlfahrt Kreisverband KV ß
    İ ı ŉ""".split()
)
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.text(min_size=1, max_size=30))


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=6))
def test_a_score_is_between_0_and_1_the_same_both_ways_and_1_for_the_same_name(texts: list[str]) -> None:
    names = Names([*texts, texts[0]], default_scheme())
    places = range(len(names.names))
    for i, j in candidates(names.names):
        assert i < j
        assert {i, j} <= set(places)
    for a in names.names:
        for b in names.names:
            score = compare(a, b, names.often)
            assert 0 <= score.value <= 1
            assert score == compare(b, a, names.often)
    assert compare(names.names[0], names.names[-1], names.often).value == 1
