from __future__ import annotations

import pytest

from actor_graph.matching.frequency import Frequency
from actor_graph.matching.names import name_of
from actor_graph.matching.pairing import PROPOSED, Names
from actor_graph.matching.scores import Score, compare
from actor_graph.scheme import default_scheme

DIFFERENT = """
Jugendzentrum Nord | Jugendzentrum Süd
Grundschule 1 | Grundschule 2
Gruppe 5 | Gruppe V
1. FC Musterstadt | 2. FC Musterstadt
Deutsch-Türkischer Freundschaftsverein | Deutsch-Griechischer Freundschaftsverein
Iranische Gemeinde | Irakische Gemeinde
Slowakischer Verein | Slowenischer Verein
Mali-Verein | Malawi-Verein
Niger-Initiative | Nigeria-Initiative
Partnerschaft Guinea | Partnerschaft Papua-Neuguinea
Verein Musterstadt | Initiative Musterstadt
Arbeitskreis Asyl | Initiative Asyl
Arbeitskreis Löwenzahn | Verein Löwenzahn e. V.
Verein | Vereinigung
Türkischer Elternverein | Türkischer Sportverein
St. Marien | St. Martin
Weltladen Oststadt | Weltladen Weststadt
Bürgerverein Süd e.V. | Bürgerverein Südwest e.V.
Altstadtverein | Neustadtverein
Obere Mühle e.V. | Untere Mühle e.V.
Alevitische Gemeinde | Alevitische Gemeinde Jugend
Förderverein Grundschule am Markt | Grundschule am Markt
Evangelische Gemeinde Mitte | Katholische Gemeinde Mitte
Islamische Gemeinde As-Salam | Islamische Gemeinde An-Nur
ግዕዝ ማኅበር | ትግራይ ማኅበር
Städtischer Kindergarten Mühlental I | Städtischer Kindergarten Mühlental II
Gymnasium am Wall | Elternpflegschaft Gymnasium am Wall
Posaunenchor Friedenskirche | Evangelische Friedenskirchengemeinde
Jüdische Kultusgemeinde | Jüdisches Kulturbüro
தமிழ் சங்கம் | தமிழ் பள்ளி
العربية | النور
Siedlergemeinschaft Nord | Siedlergemeinschaft Süd
SV Musterstadt 1920 | SV Musterstadt 1946
Bäckerei Hagemann | Bäckerei Hegemann
Autohaus Krüger | Autohaus Kröger
THW Musterstadt | THW-Helfervereinigung Musterstadt
NABU Ortsgruppe Musterstadt | BUND Ortsgruppe Musterstadt
Caritasverband Musterstadt | Caritas Migrationsdienst
Goethe-Gymnasium | Verein der Freunde des Goethe-Gymnasiums
Freiwillige Feuerwehr Musterstadt | Feuerwehrverein Musterstadt
Museum Musterstadt | Museumsverein Musterstadt
FC Musterstadt | Filmclub Musterstadt
KSV Musterstadt (Kanu) | KSV Musterstadt (Kegeln)
KFV Musterstadt | Deutsch-Kurdischer Freundschaftsverein Musterstadt
SV Musterstadt | SchV Musterstadt
Afrikanische Community | Afrika-Initiative
Lutherkirche | Lutherschule
"""
"""Names that differ in a word that tells, or in nothing but words of all kinds."""
ALIKE = """
Straßenfest | Strassenfest | spelling
AWO | Arbeiterwohlfahrt | synonym
A.W.O. Musterstadt | Arbeiterwohlfahrt Musterstadt | synonym
DTF | Deutsch-Türkischer Freundschaftsverein | initials
Deutsch-Türkischer Freundschaftsverein (DTF) | DTF e.V. | given
Verein Дружба | Verein Druschba | spelling
Şahin Kulturverein | Schahin Kulturverein | spelling
Sahin Kulturverein | Şahin Kulturverein | spelling
Bağımsız Kadın | Bagimsiz Kadin | spelling
Sør-Nord Forum | Soer-Nord Forum | spelling
Islamisches Zentrum As-Salam | Islamisches Zentrum السلام | script
Eine Welt Laden | Eineweltladen e. V. | apart
Kulturverein Anadolu | KULTURVEREIN ANADOLU e.V. | but_for_form
Bürgerstiftung Musterstadt | Bürgerstiftung Musterstadt, Stiftung bürgerlichen Rechts | but_for_form
Jüdische Gemeinde | Jüdische Gemeinde K.d.ö.R. | but_for_form
Freundeskreis Asyl | Freundeskreis Asyl gGmbH | but_for_form
Weltladen | Weltladen Musterstadt | place_added
Musterstädter Tafel | Tafel Musterstadt | order
Ev. Kirchengemeinde Hoffnung | Evangelische Kirchengemeinde Hoffnung | synonym
Alban. Kulturzentrum | Albanisches Kulturzentrum | cut
Interkultureler Frauentreff | Interkultureller Frauentrefff | typo
Griechische Gemeinde Bexstadt | Griechische Gemeinde Bextadt | typo
Strassenfest Bexstadt | Strasenfest Bexstadt | typo
Photoclub Bexstadt | Fotoklub Bexstadt | spelling
Interkultureller Frauentreff | Interkutlureller Frauentreff | typo
Ελληνική Κοινότητα | Elliniki Koinotita | spelling
Verein für Kultur Anadolu | Kulturverein Anadolu | apart
Kath. Pfarrgemeinde St. Johannes | Katholische Kirchengemeinde Sankt Johannes | kind
Jugendzentrum Nordstadt | Juze Nordstadt | initials
Familienzentrum Regenbogen | FZ Regenbogen | initials
Eyüp Sultan Camii | Eyüp-Sultan-Moschee | translated
Центр Радуга | Zentrum Raduga | translated
Al-Muhajirin Kulturverein | Kulturverein Al Mohadschirin | consonants
Kulturverein Ljiljan | Kulturverien Ljiljan | typo
Klub Ljubičica | Klub Ljubicica | spelling
Aleviten-Gemeinde Musterstadt | Alevitische Gemeinde Musterstadt | ending
Afrikanischer Frauentreff Sankofa | Frauentreff Sankofa | added
ግዕዝ ማኅበር | ግዕዝ ማኅበር e.V. | but_for_form
BUND Musterstadt | Bund für Umwelt und Naturschutz, Ortsverband Musterstadt | synonym
ADFC OG Musterstadt | Allgemeiner Deutscher Fahrrad-Club, Ortsgruppe Musterstadt | synonym
KuKuV Musterstadt | Kunst- und Kulturverein Musterstadt | initials
Kreisbauernverband Musterstadt | Bauernverband, Kreisverband Musterstadt | order
Karnevals-Verein Musterstadt 55 | Karnevalverein Musterstadt 1955 | number
MSC Musterstadt | Motorsportclub Musterstadt im ADAC | initials
DW Musterstadt (Diakonie) | Diakonisches Werk Musterstadt | initials
Krabbelkiste | Elterninitiative „Krabbelkiste“ | noise_added
Ev.-Luth. Kirchgem. St. Johannis | Evangelisch-Lutherische Johanniskirchgemeinde | apart
Amt für Migration (Ausländerbehörde) | Ausländerbehörde | added
Männerturnverein Musterstadt v. 1893 | MTV Musterstadt | initials
Gemeinschaftsunterkunft Birkenweg | GU Birkenweg | initials
vhs Musterstadt | Volkshochschule Musterstadt | synonym
Arrahman-Moschee | Ar-Rahman Moschee | apart
Vietnmesischer Kulturverein | Vietnamesischer Kulturverein | typo
Theatergruppe Bürcke | Theatergruppe Brücke | typo
Islamisches Kulturzentrum دار السلام | Islamisches Kulturzentrum Dar as-Salam | translated
EPIZ Musterstadt | Entwicklungspolitisches Informationszentrum Musterstadt | initials
Jahngymnasium | Friedrich-Ludwig-Jahn-Gymnasium | added
Ausländerbeauftragter | Beauftragte für Ausländer | apart
"""
"""The same name written two ways, and the first reason to say."""


def _lines(text: str) -> list[list[str]]:
    return [line.split(" | ") for line in text.strip().splitlines()]


def _score(one: str, other: str) -> Score:
    names = Names([one, other], default_scheme(), ["Musterstadt"])
    return compare(*names.names, names.often)


@pytest.mark.parametrize(("one", "other"), _lines(DIFFERENT))
def test_names_that_differ_in_what_tells_are_not_proposed(one: str, other: str) -> None:
    assert _score(one, other).value < PROPOSED
    assert _score(other, one).value < PROPOSED


@pytest.mark.parametrize(("one", "other", "why"), _lines(ALIKE))
def test_one_name_written_two_ways_is_proposed_with_the_reason(one: str, other: str, why: str) -> None:
    score = _score(one, other)
    assert score.value >= PROPOSED
    assert why in score.why
    assert _score(other, one).value == score.value


def test_only_names_that_are_the_same_but_for_what_never_matters_score_one() -> None:
    assert _score("Weltladen e.V.", "Weltladen").value == 1
    assert _score("Grüne Oase", "Gruene Oase").value == 1
    assert _score("AWO", "Arbeiterwohlfahrt").value < 1
    assert _score("Griechische Gemeinde Bexstadt", "Griechische Gemeinde Bextadt").value == 0.98
    assert "spelling" not in _score("Griechische Gemeinde Bexstadt", "Griechische Gemeinde Bextadt").why
    assert _score("Tafel Wiesenfeld", "Wiesenfeld Tafel").value < 1


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("Verein", "الجمعية", 0),
        ("Verein", "association", 0),
        ("Verein", "Verein der Verein", 0),
        ("Verein", "Vereine", 0),
        ("Verein", "VEREIN e. V.", 1),
        ("Förderverein", "Foerderverein", 1),
        ("Verein Köln", "Verein Koeln", 1),
    ],
)
def test_words_that_names_of_all_kinds_have_say_nothing_alone_unless_written_alike(
    one: str, other: str, value: float
) -> None:
    assert compare(*(name_of(name, frozenset({"koeln"}), {}) for name in (one, other)), Frequency(9, {})).value == value


def test_a_very_long_name_is_the_same_to_its_end() -> None:
    """Only its beginning is taken apart, but what follows is not left unseen."""
    names = [name_of("x" * 29_999 + end, frozenset(), {}) for end in "xyx"]
    assert compare(names[0], names[1], Frequency(2, {})).value < 1
    assert compare(names[0], names[2], Frequency(2, {})).why == ("same_name",)
