"""Words that say what kind of body bears a name, and which of them say nearly the same."""

from __future__ import annotations

import re
from functools import cache

from actor_graph.matching.compounds import LEVELS, heads_and_firsts
from actor_graph.matching.customary import common_words, given_names
from actor_graph.matching.lexicon import country_of, noise_words, number_of, parts_of_bodies, stem
from actor_graph.matching.transliteration import latin, sound

_KIN = """
kirche gemeinde pfarre pfarrei kirchengemeinde pfarrgemeinde kirchgemeinde pfarramt
kreis arbeitskreis gesprächskreis
kreisverband kreisgruppe kreisvereinigung kreisverein
ortsverband ortsverein ortsgruppe ortsvereinigung ortsring
stadtverband stadtgruppe stadtvereinigung
landesverband landesgruppe landesvereinigung
bezirksverband bezirksgruppe
regionalverband regionalgruppe
eine ein einer
familie familien
lotsen lotsinnen
paten patinnen
altenheim seniorenheim seniorenzentrum pflegeheim altenpflegeheim seniorenresidenz altenzentrum seniorenhaus
helferkreis unterstützerkreis
reparatur repair
quartiersmanagement stadtteilmanagement
streetwork straßensozialarbeit
blaskapelle musikkapelle
queer lgbt lgbtiq lgbti lgbtq lsbti lsbtiq lsbttiq schwul
gruppe arbeitsgruppe arbeitsgemeinschaft initiativgruppe aktionsgruppe
verein vereinigung
verband bund
initiative aktion projekt
zentrum begegnungsstätte
beratung beratungsstelle
förderverein förderkreis freundeskreis freunde förderer förderung
kita kindertagesstätte kindergarten kinderhaus kinderladen kindergruppe krabbelgruppe elterninitiative
beirat vertretung rat
laden shop
club klub
treff treffpunkt
flüchtlinge geflüchtete
diakonie diakonisch
islam islamisch muslim muslimisch moslem
senioren ältere alten
bibliothek bücherei stadtbücherei stadtbibliothek
interkulturell international multikulturell
ausländer migranten migrantinnen migration
werk stätte
jugend jugendliche
studierende studenten studentinnen
obdachlose wohnungslose
"""
"""Each line: words of which one name may have one and another the other, and both be one body."""
_BODIES = """
chor orchester band ensemble theater kapelle kita kindergarten kindertagesstätte krippe hort schule grundschule
hauptschule realschule gesamtschule förderschule musikschule gymnasium kolleg berufskolleg hochschule fachhochschule
universität bibliothek bücherei museum archiv akademie institut krankenhaus klinik klinikum praxis hospiz heim haus
frauenhaus wohnheim laden weltladen café kneipe restaurant kammer küche börse werkstatt stube tafel beratung hilfe
pflege seelsorge wehr feuerwehr stamm pfadfinder messdiener konferenz pflegschaft elternpflegschaft vertretung beirat
rat amt behörde verwaltung polizei moschee tempel synagoge kloster friedhof mission fraktion partei zeitung radio
redaktion verlag bad halle schwimmbad garten bühne kino messe fest markt partnerschaft patenschaft paten betreuung
begleitung kurs mensa club abteilung mannschaft werkstätten werkstätte wohnen wohngruppe station sozialstation
kindergruppe krabbelgruppe spielgruppe hausverwaltung kirche
"""
"""Where only one of two names has such a word, it is a body at or of the other, as the choir of a church is."""
_COMMON = """
asyl kultur sport musik tanz kunst literatur film theater bildung integration migration umwelt natur klima frieden
heimat geschichte gesundheit soziales hilfe welt eine eltern familie familien frau mann kind jung alt bürger nachbar
nachbarschaft stadtteil quartier dorf land mieter wander schützen turn schwimm fußball handball tennis schach reit ski
rad fahrrad tier garten kleingarten handwerk handel wirtschaft arbeit beruf sprache deutsch international
interkulturell multikulturell sozial evangelisch katholisch orthodox islam christlich jüdisch alevitisch buddhistisch
freiwillig freiwillige ehrenamt feuer selbsthilfe behindert behinderte behinderung blinde gehörlose ausländer
flüchtling migranten integrationsrat toleranz rassismus vielfalt demokratie menschenrechte willkommen begegnung
freundschaft partnerschaft städte zusammenarbeit akademiker ärzte lehrer unternehmer student sankt heilig maria josef
johannes georg martin michael peter paul marien offen frei neu groß öffentlich technisch wasser wald musikschule
caritas diakonie arbeiterwohlfahrt kolping kirche schule grundschule gymnasium chor café treff jugend ring tafel laden
gegen ohne kultus rechts links spenden not partei grün rot blau weiß schwarz gold leben aktion nord süd ost west mitte
wohlfahrt samariter rot kreuz repair begegnungs bildungs digital medien essen kochen spiel
"""
"""Words that many names have; they alone do not make out a body as a name of its own does."""


_ADJECTIVE = re.compile("....(?:isch|lich|ig|iell|uell|iv)(?:e[rnsm]?)?$")


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(latin(word)) for word in text.split())


@cache
def kin() -> dict[str, str]:
    """For the stem of a word its kin: the stem of the first of the words that say nearly the same."""
    return {
        stem(latin(word)): stem(latin(line.split()[0])) for line in _KIN.strip().splitlines() for word in line.split()
    }


@cache
def level(part: str) -> str:
    """The kin of the level of a body that a compound begins with: Kreisbauernverband is that of a Kreisverband."""
    return kin().get(stem(f"{part}verband"), "") if part in LEVELS else ""


@cache
def dropped() -> frozenset[str]:
    """Stems of words that say whose a body is, and of given names, which are often left out."""
    said = _stems("evangelisch katholisch lutherisch reformiert protestantisch städtisch kommunal staatlich med dipl")
    return said | frozenset(map(stem, given_names()))


@cache
def bodies() -> frozenset[str]:
    """Stems of words for bodies that stand beside others of the same name."""
    return _stems(_BODIES)


@cache
def _common() -> frozenset[str]:
    return (
        frozenset(map(stem, heads_and_firsts()))
        | _stems(_COMMON)
        | frozenset(map(stem, common_words()))
        | bodies()
        | parts_of_bodies()
        | noise_words()
        | frozenset(kin())
    )


@cache
def is_own(root: str) -> bool:
    """Whether the stem of a word is a name of its own: no common word, no country, no number.

    >>> is_own(stem("lichtblick")), is_own(stem("frauen")), is_own(stem("syrischer"))
    (True, False, False)
    """
    return len(root) > 1 and root not in _common() and not country_of(root) and not number_of(root)


@cache
def is_adjective(word: str) -> bool:
    """Whether a word in Latin letters is a German adjective by its ending, as entwicklungspolitisch is."""
    return bool(_ADJECTIVE.search(word))


@cache
def names_country(word: str) -> bool:
    """Whether a word in Latin letters names a country or people."""
    return bool(country_of(sound(word)))
