"""What the headings of the contract are called in English, in German, and in both.

Each table lists its keys: behind the colon the names of both languages, below those of English and of German alone. The
key's own name counts as English unless it stands among those of both. The first German one is what we write.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["actors", "ties", "contacts", "events", "tandems", "landscape"]

_ACTORS = """
id: id, key, Nr, ID-Nr
  de: Kürzel, Kennung
name: name, organization, organisation, label
  en: actor, actor name, organization name, organisation name, name of organization, name of organisation
  de: Name, Akteur, Bezeichnung, Akteursname, Organisationsname, Name der Organisation, Name des Akteurs
  de: Verein, Vereinsname, Name des Vereins, Einrichtung, Name der Einrichtung, Institution, Gruppe
type:
  en: kind of organization, kind of organisation, type of organization, type of organisation
  en: organization type, organisation type, category
  de: Typ, Art, Organisationsart, Organisationstyp, Art der Organisation, Typ der Organisation
  de: Akteurstyp, Kategorie
fields:
  en: field, focus, topics
  de: Felder, Themen, Handlungsfelder, Handlungsfeld, Themenfelder, Arbeitsfelder
needs:
  en: need
  de: Bedarfe, Bedarf, sucht
offers:
  en: offer
  de: Angebote, Angebot, bietet
languages:
  en: language
  de: Sprachen, Sprache
countries:
  en: country
  de: Länder, Land
description:
  en: short description
  de: Beschreibung, Kurzbeschreibung
website: website, url, web, homepage
  de: Webseite, Internet, Internetseite
place:
  en: city, district
  de: Ort, Stadtteil
members:
  de: Mitglieder
mandate:
  de: Auftrag, Mandat
staff:
  de: Personal
function:
  de: Funktion
wish:
  de: Wunsch
survey:
  en: response
  de: Rücklauf, Befragung
reason:
  de: Grund
found_by:
  de: gefunden durch, gefunden von
checked:
  de: geprüft, geprüft am
person:
  en: natural person
  de: Einzelperson, natürliche Person
publish:
  de: veröffentlichen
publish_ties:
  de: Verbindungen veröffentlichen
objected:
  en: objection, objects
  de: Widerspruch, widersprochen, hat widersprochen
informed:
  de: informiert, informiert am
delete_after:
  de: löschen nach
"""
_TIES = """
source:
  en: from
  de: von, Quelle
target: partner
  en: to, with
  de: nach, an, Ziel, mit
kind:
  en: relation, kind of tie, type of tie, kind of relation, type of relation, kind of cooperation, type of cooperation
  de: Art, Beziehungsart, Verbindungsart, Kooperationsart, Art der Verbindung, Art der Beziehung
  de: Art der Zusammenarbeit, Art der Kooperation, Form der Zusammenarbeit
intensity:
  en: strength, intensity of cooperation, strength of tie
  de: Intensität, Intensität der Zusammenarbeit, Intensität der Verbindung
weight:
  de: Gewicht
reported_by:
  de: genannt von
since:
  de: seit
until:
  de: bis
objected:
  en: objection, objects
  de: Widerspruch, widersprochen
note:
  en: notes
  de: Bemerkung, Notiz, Bemerkungen, Notizen
"""
_CONTACTS = """
actor:
  en: organization, organisation, name
  de: Akteur
date:
  de: Datum
by:
  de: von, durch, wer
channel:
  de: Kanal, Weg
outcome:
  en: result
  de: Ergebnis
next:
  en: next step
  de: nächster Schritt, Wiedervorlage
note:
  en: notes
  de: Bemerkung, Notiz, Bemerkungen, Notizen
"""
_EVENTS = """
event:
  de: Veranstaltung
format: format
  de: Format
date:
  de: Datum
actor:
  en: organization, organisation, name
  de: Akteur
invited:
  de: eingeladen
answer:
  de: Antwort, Rückmeldung
came:
  de: gekommen, dabei, teilgenommen
role:
  de: Rolle
"""
_TANDEMS = """
a: a
  en: actor a, first, first actor
  de: Akteur A, erster Akteur
b: b
  en: actor b, second, second actor
  de: Akteur B, zweiter Akteur
project:
  de: Vorhaben, Projekt
lead:
  de: Federführung, Leitung
start:
  en: since
  de: Beginn, Anfang, seit
end:
  en: until
  de: Ende, bis
state:
  en: status
  de: Stand, Status
result:
  de: Ergebnis
next_look:
  en: next, review
  de: nächster Blick, Wiedervorlage
"""
_LANDSCAPE = """
name: name
  de: Name
place:
  en: city
  de: Ort, Stadt
date:
  de: Datum, Stand, Stichtag
language:
  de: Sprache
boundary:
  de: Abgrenzung
by:
  de: gegliedert nach
scheme:
  de: Schema
sources:
  en: source
  de: Quellen, Quelle
reports:
  de: Meldungen
publish_columns:
  de: Spalten veröffentlichen
circles:
  de: Kreise
feedback:
  de: Rückmeldung
accessibility:
  de: Barrierefreiheit
vision: vision
  de: Vision
goals:
  de: Ziele
indicators:
  de: Indikatoren
grand: GRAND
"""
TABLES: dict[Kind, str] = {
    "actors": _ACTORS,
    "ties": _TIES,
    "contacts": _CONTACTS,
    "events": _EVENTS,
    "tandems": _TANDEMS,
    "landscape": _LANDSCAPE,
}
