"""Contact columns and contact data in texts: what is found, and what is left alone.

The headings are those of the contract and of sheets as associations keep them; the numbers are made up (0351 is
Dresden's code, the 555 and 7946 0 numbers are set aside for fiction), the IBANs are the published examples of the
banks' registry.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actor_graph.privacy.columns import (
    holds_contacts,
    is_contact_heading,
    is_sensitive,
    redact,
    tells_only_figures,
)
from actor_graph.scheme import default_scheme
from tests.making import landscape

CONTACT = """
contact_name|contact_phone|Contact_Email|contact person|Contact|contacts|contactPerson|Ansprechpartner
Ansprechpartnerin|Ansprechpartner/-in|Ansprechpartner/-in/innen|Ansprechpartner*innen|Ansprechpartner:in
AnsprechpartnerIn|Ansprechperson|Kontakt|KONTAKT|Kontaktperson|Kontaktdaten|Kontakt E-Mail|Vorsitz|Vorsitzende
Vorsitzender|1. Vorsitzende(r)|Vereinsvorsitzende|Vorstand|Geschäftsführung|Telefon|Telefonnummer
Telefon (dienstlich)|Tel|Tel.|Tel. privat|Tel-Nr.|Handy|Handynummer|Handy-Nr.|Mobil|Mobilnummer|mobile|Mobile phone
cell|Phone|phone number|Phone No.|Telephone|Fax|Telefax|Natel|E-Mail|E-Mail 2|Email|eMail|e_mail|mail|Mail-Adresse
E-Mail-Adresse|Anschrift|Postanschrift|Adresse|address|Address line 1|Straße|Strasse|STRASSE|Straße/Hausnummer
Straße und Nr.|Str.|street|Street address|IBAN|Bankverbindung|chair|Chairperson|Vorname|Nachname|First name|last_name
Rufnummer|Festnetz|WhatsApp|Geburtsdatum|Date of birth
"""
OTHER = """
Mailand-Projekt|Kontakte pro Jahr|Anzahl Kontakte|number of contacts|Kontaktiert|Kontakthäufigkeit|Name|Organisation
Ort|Stadtteil|Webseite|Website|Internetadresse|Web-Adresse|url|Straßenfest|Straßensozialarbeit|Streetwork|Street Work
Adressaten|Mobilität|Mobility|Bemerkung|Felder|Bedarfe|Angebote|Sprachen|Telegraf|Faxen|Ibanez-Preis
Wheelchair access|PLZ|Postleitzahl|Mitglieder|Gründungsjahr|found_by|reported_by|kind|type|id|Nr|Auftrag|Rücklauf
Tellerrand
"""


def _each(lines: str) -> list[str]:
    return [heading for line in lines.strip().split("\n") for heading in line.split("|")]


@pytest.mark.parametrize("heading", _each(CONTACT))
def test_heading_of_contact_data(heading: str) -> None:
    assert is_contact_heading(heading)


@pytest.mark.parametrize("heading", _each(OTHER))
def test_heading_of_something_else(heading: str) -> None:
    assert not is_contact_heading(heading)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Vorstand seit", ["2019", None, "1998", "–"]),
        ("Vorstand seit", ["seit 2019", "01.03.2021", "2020-05-01", "03/2020", "2015–2023"]),
        ("Kontakte", ["3", "17"]),
        ("Leitung (Stellen)", ["0,5", "1"]),
    ],
)
def test_column_of_years_or_counts_under_a_word_for_people_is_no_contact_data(heading: str, cells: list[str]) -> None:
    assert is_contact_heading(heading)
    assert tells_only_figures(heading, cells)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Vorstand seit", ["2019", "Mehmet Yılmaz"]),
        ("Vorsitz", ["Mehmet Yılmaz"]),
        ("Vorsitz", [None, ""]),
        ("Kontakt", ["0351 5550101", "5550102"]),
        ("Kontakt", ["4711"]),
        ("Telefon", ["110", "112"]),
        ("Durchwahl", ["12"]),
        ("Leitung Tel.", ["123"]),
        ("Geburtsjahr", ["1960"]),
        ("Vorstand Geburtsjahr", ["1960"]),
        ("Hausnummer", ["5"]),
        ("Kontonummer", ["123"]),
    ],
)
def test_column_of_contact_data_is_none_of_figures_alone(heading: str, cells: list[str]) -> None:
    assert not tells_only_figures(heading, cells)


def test_a_column_of_years_can_be_published(tmp_path: Path) -> None:
    actors = "id,name,Vorstand seit,Vorsitz,Telefon\na,A,2019,Mehmet Muster,5550101\nb,B,2021,,5550102\n"
    about = "    publish_columns: [Vorstand seit]"
    read = landscape(tmp_path, actors, "source,target\na,b\n", about)
    assert read.actors.contact == ("Vorsitz", "Telefon")


GONE = [
    "0351 1234567", "0351/1234567", "0351 / 123 45 67", "0351-1234567", "(0351) 1234567", "(03 51) 12 34 56",
    "03511234567", "0351.123.45.67", "0351 123", "0170 1234567", "01701234567", "0170-123 45 67", "030 90 12 34 56",
    "0351 1234-0", "0351 123456–12", "+49 351 1234567", "+49 (0)351 123 45 67", "+49(0)351/1234567", "+493511234567",
    "0049 351 1234567", "(+49) 351 1234567", "+41 44 123 45 67", "044 123 45 67", "+43 664 1234567",
    "0664/123 45 67", "01/234 56 78", "+44 20 7946 0958", "020 7946 0958", "+1 202 555 0143", "01.23.45.67.89",
    "0351\u00a01234567", "0351\u20111234567", "name@verein.de", "vor.nach-name+x@sub.verein-dresden.de",
    "müller@grün-e.de", "NAME@VEREIN.DE", "name (at) verein.de", "name(at)verein.de", "name [at] verein [dot] de",
    "name[ät]verein(punkt)de", "name at verein dot de", "name AT verein.de", "name@verein[.]de", "name @ verein.de",
    "name {at} verein.de", "a@b.co", "x_y@z.museum", "имя@общество.рф", "DE89 3704 0044 0532 0130 00",
    "DE89370400440532013000", "de89 3704 0044 0532 0130 00", "CH93 0076 2011 6238 5295 7",
    "0 68 41 / 9 88 77", "0 68 41 - 9 88 77", "0 68 41 – 9 88 77", "0 68 41/9 88 77", "0 68 41 9 88 77",
    "(0 68 41) 9 88 77", "0 6 81 / 1 23 45", "0 30 / 45 67 89", "0 176 55 44 33 22", "0\u00a068\u00a041 / 9 88 77",
    "anna [at] web punkt de", "anna (at) web dot de", "anna@web punkt de", "anna ät web punkt de",
    "anna at mail punkt web punkt de", "anna [at] mail.web punkt de", "anna [at] mail punkt web punkt de",
    "t.me/annamu", "https://t.me/annamu", "wa.me/4917655443322", "https://wa.me/491765/", "signal.me/#p/+49176",
    "chat.whatsapp.com/AbCd12", "www.t.me/anna_mu",
    "AT61 1904 3002 3457 3201", "GB29 NWBK 6016 1331 9268 19", "MT84MALT011000012345MTLCAST001S",
]  # fmt: skip


@pytest.mark.parametrize("value", GONE)
def test_value_goes_from_a_text(value: str) -> None:
    assert redact(value) == "[…]"
    assert redact(f"Raum gesucht, bitte {value}, abends.") == "Raum gesucht, bitte […], abends."


@pytest.mark.parametrize("value", GONE)
def test_cells_of_nothing_else_make_a_contact_column(value: str) -> None:
    assert holds_contacts([value, None, "", "   "])
    assert holds_contacts([value, f"Tel. {value}; {value}", "keine Angabe", "folgt"])
    assert not holds_contacts([value, "keine Angabe", "folgt"])


STAYS = [
    "30.06.2026", "01.02.2026", "1.2.2026", "01.02.26", "01.02.", "01.04.-30.09.2026", "01.04. – 05.04.2026",
    "2026-06-30", "2026-06-30/2026-07-01", "01.02.2026 bis 05.03.2026", "01/2024", "01/2024-12/2026", "02/05/2026",
    "05-06-2026", "2026", "1998–2004", "01067", "01067 Dresden", "D-01067 Dresden", "01067, 01069, 01097",
    "01067 01069 01097", "01067/01069", "007", "1e5", "3.0", "12345678", "4711", "1.000.000", "1 000 000 Euro",
    "12 034 567 890", "0,75", "0.1234567", "0,1234567", "59 %", "08:00-18:30", "08.00-18.30 Uhr", "08.00 – 18.30",
    "9-12 und 14-18 Uhr", "00123", "0000001", "ISBN 0-306-40615-2", "VR 12345", "AB12", "DE12",
    "Telefonat am 30.06.2026", "Telefon 01.02.2026", "Handy seit 2019", "Mobil 2026", "Telefon: 9.00-18.00 Uhr",
    "Telefonseelsorge 24 Stunden", "Treffen @ Rathaus", "@verein", "12 @ 3", "look at verein.de", "Hotel 100 Betten",
    "2019 - 2021", "2019 – 2021", "10 - 12 Uhr", "10 – 12 Uhr", "0 - 6 Jahre", "0 10 20 30 40 50",
    "0 - 3 - 6 - 12 - 18",
    "0 5 10 15 20 25", "10 0 12 15 2019", "0 bis 18", "Fax seit 2019", "Tel - 2019", "App -3", "App 2.0", "Fax 2",
    "Durchwahl 2019", "Telefon -10 %", "Fax -5 €", "Treffen @ Rathaus Punkt 12", "Treffen @ Rathaus Punkt acht",
    "Der Punkt de facto", "start.me/verein", "verein.de/t.me", "Instagram: @verein", "12,50 €", "1.250 Euro", "66450",
    "66450 Bexstadt", "Raum 0 12", "0 68 41", "VR 0 68", "A 0 1 2", "24/7", "50 - 60 Personen",
    "EU-Projekt 101004480", "§ 52 Abs. 2", "3-5", "12-15 Plätze", "12.500,75 €", "+5 %", "+100", "[red]",
    "www.verein.de", "https://verein.de/2026/06/30/treffen-0815", "actor-0017", "P-2026-0012", "2026_06_30",
]  # fmt: skip


@pytest.mark.parametrize("value", STAYS)
def test_value_stays(value: str) -> None:
    assert redact(value) == value
    assert redact(f"seit {value} dabei") == f"seit {value} dabei"
    assert not holds_contacts([value])


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("Tel. 493022", "Tel. […]"),
        ("Tel.: 123 45 67, abends", "Tel.: […], abends"),
        ("Telefon 493022 oder Handy 176 1234567", "Telefon […] oder Handy […]"),
        ("Tel/Fax: 493022", "Tel/Fax: […]"),
        ("phone (555) 123-4567", "phone […]"),
        ("Fon: 4711-0", "Fon: […]"),
        ("☎ 493022", "☎ […]"),
        ("Mobil (privat): 176 1234567", "Mobil (privat): […]"),
        ("mailto:name@verein.de", "mailto:[…]"),
        ("Frau Ay <ay@verein.de>", "Frau Ay <[…]>"),
        ("ab 01.02.2026 0351 1234567", "ab 01.02.2026 […]"),
        ("0351 1234567 ab 01.02.2026", "[…] ab 01.02.2026"),
        ("0351 1234567 01.02.2026", "[…] 01.02.2026"),
        ("01067 Dresden, 0351 1234567", "01067 Dresden, […]"),
        ("a@b.de,c@d.de;e@f.de", "[…],[…];[…]"),
        ("DE89 3704 0044 0532 0130 00 bei der Sparkasse", "[…] bei der Sparkasse"),
        ("Schreibt an name@verein.de. Danach mehr.", "Schreibt an […]. Danach mehr."),
        ("Raum für 30, 0351 123456 und 0171 1234567", "Raum für 30, […] und […]"),
        ("(0351 1234567)", "([…])"),
        ("0351-1234567@verein.de", "[…]"),
        ("0170 1234567@verein.de", "0170 […]"),
        ("Durchwahl -771 oder Fax -22", "Durchwahl […] oder Fax […]"),
        ("Durchwahl 771, App. -12", "Durchwahl […], App. […]"),
        ("Nebenstelle: 12 und Apparat 4711", "Nebenstelle: […] und Apparat […]"),
        ("Tel. -33", "Tel. […]"),
        ("Telegram: @annamu", "Telegram: […]"),
        ("Mehr: t.me/annamu.", "Mehr: […]."),
        ("0 68 41 / 9 88 77 seit 2019", "[…] seit 2019"),
        ("", ""),
    ],
)
def test_text_around_stays(text: str, cleared: str) -> None:
    assert redact(text) == cleared


def test_what_is_cleared_has_nothing_left_to_clear() -> None:
    text = " | ".join(GONE + STAYS)
    assert redact(redact(text)) == redact(text)
    assert not [value for value in GONE if value in redact(text)]


@pytest.mark.parametrize("sign", [
    "a", "a.", "a@", "@", "0", "0 ", "0-", "(0", "+", "+4", "1.", "01.02.", "tel ", "tel:", "DE89 ", "a at ", "a@b.",
    "(at)", " ", ".", "\u00a0", "a (", "9.00-", "isbn ", "00", "0351 1234567 ",
    "t.me/", "a punkt ", "@a punkt ", "0 6/", "0 6 ", "fax -", "durchwahl ",
])  # fmt: skip
def test_the_fullest_cell_is_cleared_whatever_is_in_it(sign: str) -> None:
    text = (sign * 32_767)[:32_767]
    assert redact(text + " name@verein.de ").rstrip().endswith("[…]")
    assert not holds_contacts([text + " und mehr", "x", "y"])


@pytest.mark.parametrize("heading", [
    "Religion", "religion of members", "Herkunft", "Herkunft der Mitglieder", "Nationalität", "nationality",
    "Ethnie", "ethnic_group", "ethnicity", "Staatsangehörigkeit", "Konfession", "political orientation", "Partei",
    "origin", "politics", "RELIGIONSZUGEHÖRIGKEIT", "country of origin", "Herkunftsland",
])  # fmt: skip
def test_sensitive_heading(heading: str) -> None:
    assert is_sensitive(heading, default_scheme())


@pytest.mark.parametrize(
    "heading", ["type", "place", "Stadtteil", "Sprachen", "Partner", "Original", "Herkunftssprache"]
)
def test_heading_that_is_not_sensitive(heading: str) -> None:
    assert not is_sensitive(heading, default_scheme())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("０３５１ ５５０００９９", "[…]"),
        ("0351\u200b5500099", "[…]"),
        ("0351_5500099", "[…]"),
        ("0351\n5500099", "[…]"),
        ("mobil unter 5500099", "mobil unter […]"),
        ("geheim＠example．org", "[…]"),
        ("gehe\u200bim@example.org", "[…]"),
        ("１９９８ gegründet", "１９９８ gegründet"),
        ("ab 2020\n0351 Personen", "ab 2020\n0351 Personen"),
    ],
)
def test_unusual_signs_hide_nothing(text: str, left: str) -> None:
    assert redact(text) == left


NUMBERS = st.one_of(
    st.builds("{} {} {}".format, st.integers(1900, 2099), st.sampled_from("-–"), st.integers(1900, 2099)),
    st.builds("{} {} {} Uhr".format, st.integers(0, 24), st.sampled_from("-–"), st.integers(0, 24)),
    st.builds("{:02}.{:02}.{}".format, st.integers(1, 28), st.integers(1, 12), st.integers(1900, 2099)),
    st.builds("{}-{:02}-{:02}".format, st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28)),
    st.builds("{},{:02} €".format, st.integers(0, 99999), st.integers(0, 99)),
    st.builds("{}.{:03} Euro".format, st.integers(1, 999), st.integers(0, 999)),
    st.builds("{:05} Bexstadt".format, st.integers(1000, 99999)),
    st.builds("VR {}".format, st.integers(1, 999999)),
    st.builds("{} {} {} Personen".format, st.integers(0, 500), st.sampled_from("-–"), st.integers(1, 999)),
    st.builds("Raum {}".format, st.integers(0, 9999)),
)


@given(st.lists(NUMBERS, min_size=1, max_size=4))
def test_years_times_dates_prices_and_postcodes_stay_in_any_order(numbers: list[str]) -> None:
    text = "Seit " + " und ".join(numbers) + " dabei"
    assert redact(text) == text


def _pairs(digits: str) -> str:
    """Digits in twos from the right, as German offices write them."""
    first = len(digits) % 2
    return " ".join(filter(None, [digits[:first], *(digits[at : at + 2] for at in range(first, len(digits), 2))]))


@given(
    st.integers(20, 9999).map(str),
    st.integers(1000, 9999999).map(str),
    st.sampled_from([" / ", "/", " - ", " – ", "-", " "]),
)
def test_numbers_in_twos_go_whatever_parts_them(area: str, number: str, sign: str) -> None:
    rising = [int(part) for part in [*_pairs(area).split(), *_pairs(number).split()]]
    assume("/" in sign or rising != sorted(set(rising)))  # a scale
    assert redact(f"bitte 0 {_pairs(area)}{sign}{_pairs(number)}, abends") == "bitte […], abends"
