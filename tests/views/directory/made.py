"""Made-up landscapes for the directory."""

from __future__ import annotations

from pathlib import Path

from actor_graph.landscape import Landscape
from tests.making import landscape
from tests.views.map import landscapes
from tests.views.map.landscapes import HOSTILE, table

NO_TIES = "von,nach"
HEADINGS = (
    "id", "Name", "Art", "Stadtteil", "Kurzbeschreibung", "Felder", "Bedarf", "Angebote", "Sprachen", "Länder",
    "Webseite", "Mitglieder", "Rücklauf", "geprüft", "Einzelperson", "veröffentlichen", "Telefon", "Rechtsform",
)  # fmt: skip
ROWS = (
    {
        "id": "br", "Name": "Brücke e. V.", "Art": "Verein", "Stadtteil": "Mitte", "Rechtsform": "Verein",
        "Kurzbeschreibung": '"Beratung, Tel. 0351 1234567"', "Felder": "Bildung; Kultur", "Bedarf": "Räume; Geld",
        "Angebote": "Kaffee", "Sprachen": "Deutsch", "Länder": "Togo", "Webseite": "www.bruecke.de",
        "Mitglieder": "Chor Nord; Stille", "Rücklauf": "geantwortet", "geprüft": "2026-05-01", "veröffentlichen": "ja",
        "Telefon": "0351 7654321",
    },
    {
        "id": "ae", "Name": "Ägypten-Forum", "Art": "Verein", "Felder": "bildung", "Bedarf": "räume",
        "Länder": "Ägypten; Togo", "Webseite": "javascript:alert(1)", "geprüft": "2026-05-01", "veröffentlichen": "ja",
    },
    {
        "id": "st", "Name": "Stille", "Art": "Verein", "Stadtteil": "Nord", "Kurzbeschreibung": "Will leise sein",
        "Felder": "Bildung", "Bedarf": "Ruhe", "Länder": "Iran", "veröffentlichen": "nein",
    },
    {"id": "am", "Name": "جمعية الأمل", "Art": "Verein", "veröffentlichen": "ja"},
    {"id": "zz", "Name": "10 Freunde", "Art": "Amt", "geprüft": "2026-05-01", "veröffentlichen": "ja"},
    {
        "id": "pe", "Name": "Ayşe Muster", "Art": "Einzelperson", "Stadtteil": "Süd", "Kurzbeschreibung": "Lehrerin",
        "Felder": "Bildung", "Bedarf": "Zeit", "Länder": "Türkei", "Einzelperson": "ja", "veröffentlichen": "ja",
    },
    {"id": "ex", "Name": "Weg e. V.", "Art": "Verein", "Rücklauf": "ausgeschlossen", "veröffentlichen": "ja"},
    {"id": "o1", "Name": "Ohne eins", "Art": "Verein"},
    {"id": "o2", "Name": "Ohne zwei", "Art": "Verein"},
    {"id": "o3", "Name": "Ohne drei", "Art": "Amt"},
)  # fmt: skip
TOWN = "\n".join([",".join(HEADINGS), *(",".join(row.get(heading, "") for heading in HEADINGS) for row in ROWS)])
ABOUT = """
    name: Musterstadt
    date: 2026-06-30
    publish_columns: [Rechtsform]
    feedback: {address: netz@example.org}
"""


def town(where: Path, about: str = ABOUT) -> Landscape:
    """Ten actors: four of them agreed and are organizations, one is a person, one excluded."""
    return landscape(where, TOWN, NO_TIES, about)


def hostile() -> Landscape:
    """Actors whose every text tries to be more than text."""
    n = len(HOSTILE)
    each = [(sign,) for sign in HOSTILE]
    sites = ("javascript:alert(1)", 'https://x.de" onclick="alert(1)', "https://bank.de@evil.org", "data:text/html,x")
    actors = table(
        id=[f"a{i}" for i in range(n)], name=HOSTILE, type=each, place=HOSTILE, fields=each, needs=each, offers=each,
        languages=each, countries=each, members=each, website=[sites[i % 4] for i in range(n)],
        description=[f"{HOSTILE[i]}\nund\x00\ufffe noch" for i in range(n)], publish=[True] * n, person=[None] * n,
    )  # fmt: skip
    return landscapes.landscape(actors, table(source=(), target=(), reported_by=()))


def crowd(n: int = 500) -> Landscape:
    """Many actors, their names in several scripts, the same needs, one name of 80 signs."""
    called = landscapes.names(n)
    called[-1] = "Verein zur Förderung der entwicklungspolitischen Bildungsarbeit in Musterstadt e.V."[:80]
    actors = table(
        id=[f"a{i}" for i in range(n)], name=called, type=[("One World group",)] * n, publish=[True] * n,
        fields=[("Bildung", "Kultur") if i % 2 else ("Sport",) for i in range(n)],
        needs=[("Räume",) if i % 2 else ("Geld", "Zeit") for i in range(n)],
    )  # fmt: skip
    return landscapes.landscape(actors, table(source=(), target=(), reported_by=()))
