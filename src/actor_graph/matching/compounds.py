"""Compounds taken apart, so that Kulturverein and Verein für Kultur are the same words."""

from __future__ import annotations

import re
from functools import cache

from actor_graph.matching.customary import common_words
from actor_graph.matching.lexicon import country_of, noise_words, stem
from actor_graph.matching.transliteration import latin, sound

_HEADS = """
verein gesellschaft gemeinde gruppe verband kreis bund club klub zentrum haus schule werk kammer rat beirat dienst
stiftung forum initiative hilfe gemeinschaft bewegung amt laden stelle beratung büro börse agentur netzwerk chor
orchester gesang konferenz stätte genossenschaft bau ensemble generationen ganztags fußball theater treff treffpunkt
café kirche pfarrei freunde familie frauen männer kinder eltern jugend senioren partnerschaft freundschaft patenschaft
werkstatt stube küche kleider bücherei bibliothek archiv museum akademie institut gymnasium kolleg union partei
ausschuss vertretung verwaltung behörde heim hort klinik mission moschee tempel musik bühne wehr seelsorge pflege
arbeit bildung förderung begleitung betreuung markt garten projekt ring tafel mannschaft kapelle abteilung beauftragte
zeitung radio paten lotsen lernen spiel tanz sport aktion bündnis komitee team runde station kultur asyl integration
migration welt vereinigung kameradschaft gilde bruderschaft zug wacht stammtisch kirch fraktion förderkreis
förderverein freundeskreis schützen sparte praxis apotheke unterkunft junioren saal pflegschaft zusammenarbeit
wohlfahrt
"""
_WHOLE = """
kindergarten kindertagesstätte kindertageseinrichtung krankenhaus arbeitskreis arbeitsgruppe arbeitsgemeinschaft
landkreis rathaus hochschule fachhochschule volkshochschule weltkrieg erwachsene freizeit kulturen kinderhaus
quartiersmanagement stadtteilmanagement straßensozialarbeit blaskapelle musikkapelle
elterninitiative kinderladen kindergruppe krabbelgruppe spielgruppe altenheim seniorenheim seniorenzentrum pflegeheim
altenpflegeheim
seniorenresidenz altenzentrum seniorenhaus seniorenwohnheim werkstätte werkstätten stadtteil treffpunkt gesprächskreis
beirat
"""
_FIRST = """
kreis stadt orts landes bezirks mehr eine welt frauen kinder eltern jugend senioren männer mädchen kultur sport
bildung asyl flüchtlings kleider bürger
"""
LEVELS = ("kreis", "stadt", "orts", "landes", "bezirks", "regional")
"""With the level of a body a compound begins: Kreisjugendring."""
_LINKS = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST = 4
_LINKED = re.compile("[a-z]{3,}?(?:schaft|ung|heit|keit|ion|taet)s(?=(?!los)[a-z]{4})")
"""After such an ending and an s another word begins."""
_ADJECTIVE = re.compile("isch(?:e[rnsm]?)?$")


@cache
def _heads() -> dict[str, str]:
    """The forms of the heads of compounds, with the heads."""
    endings = ("", "s", "e", "n", "en", "er", "es", "r")
    return {latin(head) + ending: latin(head) for head in _HEADS.split() for ending in endings}


@cache
def _whole() -> frozenset[str]:
    return frozenset(stem(latin(word)) for word in _WHOLE.split()) | noise_words()


@cache
def heads_and_firsts() -> frozenset[str]:
    """Words of which compounds consist, in Latin letters."""
    return frozenset(latin(word) for text in (_HEADS, _FIRST) for word in text.split()) | common_words()


def parts_of(word: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The parts of a compound in Latin letters; the word alone where it is none.

    ``known`` are words of the list: a word that consists of two of them is a compound, too.

    >>> parts_of("frauenberatungsstelle"), parts_of("lutherkirchengemeinde"), parts_of("arbeitskreis")
    (('frauen', 'beratungs', 'stelle'), ('luther', 'kirchen', 'gemeinde'), ('arbeitskreis',))
    >>> parts_of("tschernobylkinder", frozenset({"tschernobyl"}))
    ('tschernobyl', 'kinder')
    """
    if len(word) < 2 * _SHORTEST - 1 or not re.fullmatch("[a-z]+", word) or stem(word) in _whole():
        return (word,)
    if country_of(sound(word)) or _ADJECTIVE.search(word):
        return (word,)
    for first in LEVELS:
        rest = word[len(first) :]
        if not word.startswith(first) or len(rest) < _SHORTEST:
            continue
        if rest in heads_and_firsts() or len(parts_of(rest)) > 1:
            return (first, *parts_of(rest, known))
    if linked := _LINKED.match(word):
        return (*parts_of(linked.group(), known), *parts_of(word[linked.end() :], known))
    heads = _heads()
    for at in range(3, len(word) - 2):
        head = word[at:]
        if head in heads and (len(heads[head]) > 3 or at >= 5):
            return (*parts_of(word[:at], known), head)
    every = known | heads_and_firsts()
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        rest = word[at:]
        if rest in every and any(word[: at - len(link)] in every for link in _LINKS if word[:at].endswith(link)):
            return (word[:at], *parts_of(rest, known))
    return (word,)
