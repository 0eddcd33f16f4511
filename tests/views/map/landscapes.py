"""Made-up landscapes for the map: a city with circles, hubs, outsiders and the unanswered; hostile names; extremes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from actor_graph.landscape import Landscape, Table
from actor_graph.problems import Problems
from actor_graph.scheme import Scheme, load_scheme
from actor_graph.words import Language

TYPES = (
    "migrant organization", "One World group", "administration", "welfare organization",
    "faith community", "university", "school", "business",
)  # fmt: skip
FIRST = (
    "Afghanischer", "Kamerunischer", "Syrisch-Deutscher", "Ökumenischer", "Internationaler", "Vietnamesischer",
    "Brasilianischer", "Lateinamerikanischer", "Tamilischer", "Portugiesischer",
)  # fmt: skip
SECOND = (
    "Frauenverein e. V.", "Kulturkreis", "Arbeitskreis Dritte Welt", "Studierendenverein", "Elternverein e. V.",
    "Gemeinschaft", "Chor", "Treff",
)  # fmt: skip
OTHER_SCRIPTS = (
    "جمعية الأمل – Verein Hoffnung", "Клуб «Мост» – Русский культурный центр", "ማሕበር ኮም ኤርትራ",
    "Türk-Alman Dostluk Derneği", "עמותת שלום",
)  # fmt: skip
HOSTILE = (
    "<script>document.body.dataset.hacked='1'</script>", "<img src=x onerror=\"document.body.dataset.hacked='2'\">",
    "</script><script>alert(1)</script>", '" onmouseover="alert(2)', "{{ 7 * 7 }} {% raw %}",
    "a href='javascript:alert(3)'",
    "<!-- <script>", "evil\u202etxt.exe", "line\u2028break", "&lt;b&gt; & ' \"",
)  # fmt: skip
LONG_TYPES = (
    "Migrantenselbstorganisation", "Koordinierungsstelle", "Wohlfahrtsverbandsgeschäftsstelle",
    "Kommunale Integrationsbehörde", "Glaubensgemeinschaft", "Eine-Welt-Gruppe", "Bildungseinrichtung", "Stiftung",
)  # fmt: skip
HUBS = ("Haus der Kulturen Musterstadt e. V.", "Amt für Integration", "Eine-Welt-Zentrum", "Afrika-Forum")


def scheme(name: str = "migration-development") -> Scheme:
    """A shipped scheme."""
    problems = Problems()
    found = load_scheme(name, base=None, problems=problems)
    assert found is not None, problems.errors
    return found


def table(**columns: Sequence[Any]) -> Table:
    """A table of these columns."""
    n = len(next(iter(columns.values())))
    return Table({key: tuple(cells) for key, cells in columns.items()}, tuple(range(2, n + 2)))


def names(n: int) -> list[str]:
    """As many different names, hubs first, some in other scripts."""
    made = [*HUBS, *OTHER_SCRIPTS]
    number = 0
    while len(made) < n:
        suffix = "" if number < 80 else f" {number // 80 + 1}"
        made.append(f"{FIRST[number % 10]} {SECOND[number // 10 % 8]}{suffix}")
        number += 1
    return made[:n]


def landscape(actors: Table, ties: Table, *, language: Language = "de") -> Landscape:
    """A landscape of these tables."""
    return Landscape(actors, ties, {"name": "Musterstadt", "date": "2026-06-30"}, scheme(), language, "test")


def city(
    n: int = 70,
    *,
    seed: int = 3,
    language: Language = "de",
    called: Sequence[str] | None = None,
    survey: bool = True,
    types: Sequence[str | None] = TYPES,
    circles: int = 5,
    mandate: int | None = None,
    answers: float | None = None,
) -> Landscape:
    """A city: ``circles`` circles around four hubs, three in ten outside or unanswered, a pair and a triangle apart.

    The first four actors are the hubs; actors from 0.75 n on have no tie, but for a pair and a triangle at the end.
    """
    random = np.random.default_rng(seed)
    inside = int(0.75 * n)
    circle = np.arange(n) % circles
    pairs: set[tuple[int, int]] = set()
    for i in range(4, inside):
        hub = circle[i] if circle[i] < 4 else int(random.integers(4, min(8, inside)))
        mates = [j for j in range(inside) if circle[j] == circle[i] and j != i]
        for j in {int(hub), *(int(j) for j in random.choice(mates, min(2, len(mates)), replace=False))} - {i}:
            pairs.add((min(i, j), max(i, j)))
    pairs |= {(i, j) for i in range(4) for j in range(i + 1, 4)}
    for _ in range(n // 3):
        i, j = sorted(int(x) for x in random.choice(inside, 2, replace=False))
        pairs.add((i, j))
    pairs |= {(n - 2, n - 1), (n - 5, n - 4), (n - 4, n - 3)}
    ends = sorted(pairs)
    scale = ["comprehensive", "regular", "occasional", "occasion-based", None]
    answered = ["answered" if i < inside * 0.8 or i >= n - 5 or i % 3 == 0 else "no answer" for i in range(n)]
    if answers is not None:
        answered = ["answered" if i < answers * n else "no answer" for i in range(n)]
    other = random.random(n) < 0.4
    kind_of = [types[int(random.integers(len(types))) if other[i] else circle[i] % len(types)] for i in range(n)]
    columns: dict[str, Sequence[Any]] = {
        "id": [f"a{i}" for i in range(n)],
        "name": list(called or names(n)),
        "type": [(kind,) if kind else () for kind in kind_of],
        "fields": [("Bildung", "Kultur") if i % 3 else () for i in range(n)],
        "needs": [("Räume",) if i % 4 == 0 else () for i in range(n)],
        "offers": [("Übersetzung", "Catering") if i % 5 == 0 else () for i in range(n)],
        "description": ["Treffpunkt im Hafen, seit 1987." if i % 4 == 0 else None for i in range(n)],
        "mandate": [True if i == mandate else None for i in range(n)],
        "publish": [i % 4 != 1 for i in range(n)],
        "publish_ties": [i % 4 != 1 and i % 5 != 2 for i in range(n)],
    }
    if survey:
        columns["survey"] = answered
    reported = [(i,) if (i + j) % 4 == 0 else (i, j) for i, j in ends]
    ties = table(
        source=[i for i, _ in ends],
        target=[j for _, j in ends],
        kind=["exchange" if (i * j) % 7 else "cooperation" for i, j in ends],
        intensity=[scale[int(random.integers(0, 5))] for _ in ends],
        reported_by=reported,
    )
    return landscape(table(**columns), ties, language=language)


def without_ties(n: int = 21) -> Landscape:
    """Actors, none of them with a tie."""
    actors = table(id=[f"a{i}" for i in range(n)], name=names(n), type=[(TYPES[i % 8],) for i in range(n)])
    return landscape(actors, table(source=(), target=(), reported_by=()))


def bridge() -> Landscape:
    """Two triangles, joined by a path over one actor in the middle, and one actor that nobody names.

    a–b–c and e–f–g are triangles, c–d and d–e the bridge, h stands alone: by hand, 8 ties, degrees
    2, 2, 3, 2, 3, 2, 2, 0, and the shortest ways between the triangles all lead through d.
    """
    ends = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (4, 6)]
    actors = table(
        id=list("abcdefgh"),
        name=["Anna-Verein", "Brücke e. V.", "Chor", "Drehscheibe", "Elternkreis", "Forum", "Garten", "Hafengruppe"],
        type=[("migrant organization",)] * 3 + [("administration",)] + [("One World group",)] * 4,
        survey=["answered"] * 8,
        description=[None, "Verbindet zwei Ufer.", *[None] * 6],
        needs=[(), ("Räume",), *[()] * 6],
    )
    ties = table(
        source=[i for i, _ in ends],
        target=[j for _, j in ends],
        kind=["cooperation"] * 8,
        intensity=["comprehensive", "regular", None, None, None, None, None, None],
        reported_by=[(i,) for i, _ in ends],
    )
    return landscape(actors, ties)


def few(ends: Sequence[tuple[int, int]], called: Sequence[str], survey: Sequence[str]) -> Landscape:
    """Some actors by name and answer, with these ties."""
    actors = table(
        id=[f"a{i}" for i in range(len(called))],
        name=list(called),
        type=[("migrant organization",)] * len(called),
        survey=list(survey),
        place=[None] * len(called),
    )
    ties = table(source=[i for i, _ in ends], target=[j for _, j in ends], reported_by=[(i,) for i, _ in ends])
    return landscape(actors, ties)


def crowded(n: int = 300) -> Landscape:
    """A crowded sheet without order: any two tied, six partners each on average, kinds at random."""
    random = np.random.default_rng(2)
    ends = sorted({(int(min(p)), int(max(p))) for p in random.integers(0, n, (3 * n, 2)) if p[0] != p[1]})
    kind = random.choice(len(TYPES), n, p=[0.4, 0.2, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05])
    actors = table(
        id=[f"a{i}" for i in range(n)], name=[f"Actor {i}" for i in range(n)], type=[(TYPES[k],) for k in kind]
    )
    ties = table(source=[i for i, _ in ends], target=[j for _, j in ends], reported_by=[()] * len(ends))
    return landscape(actors, ties, language="en")


def pair() -> Landscape:
    """Two actors, tied to each other: a small circle of its own, no network."""
    return few([(0, 1)], ["Tamilischer Kulturverein Musterstadt und Umgebung e. V.", "Tempel"], ["answered"] * 2)


def unanswered() -> Landscape:
    """Eight tied in a ring; a pair apart of which nobody has answered; one without a tie."""
    ring = [(i, (i + 1) % 8) for i in range(8)]
    names_of = [*(f"Verein {i}" for i in range(8)), "Stille Post", "Stilles Wasser", "Ohne Netz"]
    return few([*ring, (8, 9)], names_of, [*["answered"] * 8, *["no answer"] * 2, "answered"])


def star() -> Landscape:
    """Thirty actors around one that five of them depend on; four without a tie, one without an answer."""
    ring = [(i, i % 24 + 1) for i in range(1, 25)] + [(i, (i + 1) % 24 + 1) for i in range(1, 25)]
    hub = [(0, i) for i in [*range(1, 25), *range(25, 30)]]
    answers = [*["answered"] * 26, *["no answer"] * 2, *["answered"] * 6]
    return few([*ring, *hub], [f"Verein {i}" for i in range(34)], answers)
