"""Words that stand in many names of organizations, and how much each tells of which organization is meant."""

from __future__ import annotations

import re
from functools import cache

from actor_graph.matching.transliteration import latin, sound

_LEGAL = """
e v; ev; n e v; gemeinnütziger e v; eingetragener verein; i g; i gr; in gründung; ggmbh; gmbh; g gmbh; gug; ug; mbh;
ug haftungsbeschränkt; gug haftungsbeschränkt; haftungsbeschränkt; gemeinnützige gmbh; gemeinnützige ug; gesellschaft
mit beschränkter haftung; gemeinnützige gesellschaft mit beschränkter haftung; kdör; k d ö r; kdoer; körperschaft des
öffentlichen rechts; körperschaft öffentlichen rechts; aör; a ö r; anstalt des öffentlichen rechts; stiftung
bürgerlichen rechts; stiftung des bürgerlichen rechts; stiftung öffentlichen rechts; stiftung des öffentlichen rechts;
rechtsfähige stiftung; gbr; eg; e g; geg; kg; ohg; gmbh & co kg; gmbh co kg; partg; ltd; inc; ngo; r v; a s b l; asbl;
vzw
"""
_STOP = """
der die das des dem den und u & für in im am an auf von vom zu zum zur mit bei beim aus um umgebung sowie oder the of
and for at al el as ar ad az ash esch asch la le les de del di da do e y et san
для и та і ve ile w na dla per dei della do dos das los las
"""
_NOISE = """
gemeinnützig gemeinnützige verein vereine vereinigung verband verbund verbände arbeitskreis arbeitsgemeinschaft
arbeitsgruppe initiative gruppe bund kreis freundeskreis förderverein förderkreis gesellschaft gemeinschaft netzwerk
forum zentrum stiftung projekt club komitee dachverband ortsverein ortsverband kreisverband stadtverband landesverband
bezirksverband regionalverband ortsgruppe regionalgruppe lokalgruppe stadt stadtgruppe landkreis gemeinde treff team
büro stelle fachstelle union organisation organization werk association society group initiativgruppe
interessengemeinschaft aktionskreis aktionsbündnis bündnis plattform runder tisch selbsthilfegruppe ortsring
ortsausschuss zweigstelle zweigverein zweiggesellschaft außenstelle geschäftsstelle regionalbüro regionalstelle kirche
pfarre pfarrei kirchengemeinde pfarrgemeinde kirchgemeinde pfarramt sankt heilig mar mor eine ein einer stammtisch
community elterninitiative städtisch kommunal
kreisgruppe dienst stätte genossenschaft ambulant mobil wesen fachbereich fachdienst sachgebiet dezernat referat
kirchenkreis dekanat bistum dr prof trägerverein träger bezirk abteilung arbeitskreis gesprächskreis einrichtung
basisgruppe region regional lokal vorstand sektion dachorganisation ortschaft ortsteil samtgemeinde
"""
_HEADS = """
verein gesellschaft gemeinde gruppe verband kreis bund club zentrum haus schule werk kammer rat dienst stiftung forum
initiative hilfe gemeinschaft bewegung amt laden strasse
"""
_PARTS = """
jugend frauen kinder senioren mädchen männer studierende studenten studentinnen eltern schüler hochschulgruppe junge
jugendliche stiftung helfer förderverein förderkreis freundeskreis freunde elternpflegschaft schülervertretung förderer
"""
_OPPOSED = ("nord", "sued", "ost", "west", "mitte", "nieder", "hoch")
_OPPOSED_BEFORE = (
    "ober",
    "unter",
    "alt",
    "neu",
    "innen",
    "aussen",
    "gross",
    "klein",
    "vor",
    "hinter",
    "rechts",
    "links",
)
_ORDINALS = {
    "erste": "1",
    "zweite": "2",
    "dritte": "3",
    "vierte": "4",
    "fuenfte": "5",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
_COUNTRIES = """
afghan ägypt alban alger angol arab aramä argentin armen aserbaidschan äthiop asiat|asien afrika|afrikan amerika
austral bangladesch bengal belarus|belorus|weissruss belg benin berber birma|burma|myanmar boliv bosni|bosnisch brasili
bulgar burkina burund chile chines|china dän|dänemark dominikan ecuador|ecuadorian elsalvador|salvadorian
guatemal|guatemaltek elfenbein|ivor england|englisch eritre estn|estland europä|europa finn franz|frankreich gambi
georg|georgien ghana griech|griechenland guinea haiti honduras inder|indien|indisch indones irak iran ir|irisch|irland
island|isländ israel|israelit italien|italian jamaik japan jemen jesid|jezid|esid|ezid|ezidisch|eziden jordan jugoslaw
jüdisch kambodsch
kamerun kanad kapverd kasach katal kenia kirgis kolumb kongo|kongoles korea kosov kroat kuba kurd laot latein lett
libanes|libanon lithau|litau liber libys madagas malaw malays mali|malisch marok mazedon mexik moldau|moldaw mongol
montenegr mosambik|mozambik namib nepal nicaragua niger|nigrisch nigeria|nigerianisch niederländ|niederlande norweg
oromo österreich pakist palästin papua peru philippin poln|polen portug roma ruand rumän russ|russland salvador
sambi|sambisch saudi schott schwed schweiz senegal serb sierra simbabw singapur slowak slowen somal
spani|spanien|spanisch srilanka sudan südsudan sudanes syr|syrisch|syrien tadschik taiwan tamil|tamilisch tansan
thailand|thailändisch tibet togo tschad tschech tschetschen tunes turkmen türk|türkei ugand ukrain ungar|ungarn uruguay
usbek venezol vietnam zypr
"""


def _key(word: str) -> str:
    return sound(latin(word))


@cache
def legal_forms() -> dict[str, list[tuple[str, ...]]]:
    """Legal forms as sequences of words, by their first word, the longest first."""
    forms: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(_LEGAL.replace("\n", " ").split(";"), key=lambda text: -len(text.split())):
        words = tuple(latin(word) for word in form.split())
        forms.setdefault(words[0], []).append(words)
    return forms


@cache
def stop_words() -> frozenset[str]:
    """Words without any weight."""
    return frozenset(latin(word) for word in _STOP.split())


@cache
def noise_words() -> frozenset[str]:
    """Words that say what is founded everywhere, as stems."""
    return frozenset(stem(latin(word)) for word in _NOISE.split())


@cache
def parts_of_bodies() -> frozenset[str]:
    """Words that make another body of a body where only one of two names has them, as stems."""
    return frozenset(stem(latin(word)) for word in _PARTS.split())


@cache
def heads() -> tuple[str, ...]:
    """What compounds end in, the longest first."""
    words = [latin(word) for word in _HEADS.split()]
    return tuple(sorted({form(word) for word in words for form in (sound, stem)}, key=len, reverse=True))


@cache
def head_of(word: str) -> str:
    """The head of a compound, empty where it has none that is known."""
    return next((head for head in heads() if word.endswith(head) and len(word) - len(head) >= 3), "")


@cache
def number_of(word: str) -> str:
    """The number that a word in Latin letters is, empty for any other."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return _ORDINALS.get(re.sub("(?<=e)[rsnm]$", "", word), "")


@cache
def country_of(word: str) -> str:
    """The country or people that a word names, by its sound; empty where it names none."""
    found = [(len(start), key) for start, key in _countries() if _begins(word, start)]
    return max(found)[1] if found else ""


_ENDINGS = re.compile(
    "(?:n?i?s?|an|ana|anas|ano|anos|ian|aian|n?s?kii|n?s?kaia|n?s?koe|n?s?ka|n?s?ki|ski|ska|sko|ani|en|er|ien|a|isa|es|ais|ia|nes|s|i)?(?:is|ish|isk)?(?:e|er|es|en|em|s|sprahig|sprahiger|sprahige)?"
)


def _begins(word: str, start: str) -> bool:
    return word.startswith(start) and (_ENDINGS.fullmatch(word[len(start) :]) is not None)


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    groups = [group.split("|") for group in _COUNTRIES.split()]
    return tuple((_key(start), _key(group[0])) for group in groups for start in group)


@cache
def opposed(one: str, other: str) -> bool:
    """Whether two words differ in what tells places and parts apart: north and south, upper and lower, old and new.

    >>> opposed("vestadt", "ostadt"), opposed("nord", "sud"), opposed("nordstadt", "nordstat")
    (True, True, False)
    """
    sides = tuple(_side(word) for word in (one, other))
    return all(start for start, _ in sides) and sides[0][0] != sides[1][0] and _alike(sides[0][1], sides[1][1])


def _alike(one: str, other: str) -> bool:
    return one == other or not one or not other or one[-4:] == other[-4:]


@cache
def _side(word: str) -> tuple[str, str]:
    """The telling beginning of a word, and the rest."""
    for start in map(_key, (*_OPPOSED, *_OPPOSED_BEFORE)):
        if word.startswith(start) and (len(word) == len(start) or len(word) - len(start) >= 2):
            return start, word[len(start) :]
    return "", word


_ENDING = re.compile("(?<=[a-z]{3})innen$|(?<=[^aeiou])(?:ern|er|en|em|es|e)$|(?<=[nmrltkgd])s$|(?<=[a-z]{3})isch$")


@cache
def stem(word: str) -> str:
    """The sound of a word in Latin letters without the endings that a German noun or adjective takes in a sentence.

    >>> stem("internationales"), stem("gemeinden"), stem("haus"), stem("alevitische") == stem("aleviten")
    ('international', 'gemeind', 'haus', True)
    """
    while (shorter := _ENDING.sub("", word)) != word and len(shorter) > 4 and len(sound(shorter)) > 3:
        word = shorter
    return sound(word)
