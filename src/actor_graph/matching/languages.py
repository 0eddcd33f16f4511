"""Words of other languages for what associations are and do, and the German words for them."""

from __future__ import annotations

from functools import cache

from actor_graph.matching.transliteration import latin, sound

_GERMAN = """
verein: dernek derneği dernegi derneğinin cemiyeti association asociación associação associacao associazione asociatia
 asociația stowarzyszenie towarzystwo udruženje udruga društvo drustvo združenje shoqata shoqëria komele komela
 komeleya komeley общество объединение ассоциация товариство асоціація об'єднання спілка громада дружество сдружение
 σύλλογος syllogos egyesület hội hoi perhimpunan persatuan anjoman kanoon جمعية رابطة الجمعية الرابطة انجمن کانون
 جمعیت 協会 협회
verband: federasyonu federasyon birliği birligi birlik federation federación federação federazione federacija związek
 союз союзът ομοσπονδία اتحاد الاتحاد yekîtî yekitiya
zentrum: merkez merkezi center centre centro centrum centar centrul qendra navend navenda центр центар център κέντρο
 kentro központ trung-tâm مركز المركز markaz
kultur: kültür kulturni kulturna kulturalny kulturalne culture cultural culturale culturel culturelle culturală
 kulturore kultury kulturor çand çanda культура культурный культурная культурное культурний культури πολιτιστικός
 πολιτισμού kulturális văn-hóa kebudayaan الثقافي الثقافية ثقافي فرهنگی
moschee: cami camii mescid mescidi mosque mesquita moschea mezquita džamija xhamia džamia мечеть مسجد المسجد جامع
 masjid
kirche: church iglesia igreja chiesa église kościół crkva церковь церква црква biserica εκκλησία كنيسة الكنيسة kilise
 kilisesi
gemeinde: community comunidad comunidade comunità communauté cemaati parafia parish parroquia община громади κοινότητα
 koinotita zajednica الجالية cemaat općina
schule: okul okulu school escuela escola scuola école szkoła škola shkolla école школа школи училище σχολείο sekolah
 مدرسة المدرسة iskola dibistan
eltern: veli veliler ebeveyn parents padres genitori roditelji rodzice родители родителей батьки γονέων الاهالي
frauen: kadın kadınlar kadin kadinlar women woman mujeres mulheres donne femmes žene zena žena kobiet kobiety gratë
 jinan jinên женский женская женское женщин женщины жіночий жіноча жінок γυναικών النساء المرأة نساء nők
kinder: çocuk çocuklar cocuk children kids niños crianças bambini enfants dzieci dziecięcy djeca deca fëmijë zarok
 zaroken дети детей детский детская детское дитячий дитяча діти дітей παιδιών اطفال الاطفال
jugend: gençlik genclik youth juventud juventude gioventù jeunesse młodzież mladi mladih omladina rinia ciwan ciwanan
 молодежь молодежный молодёжь молодь молодіжний νεολαία الشباب شباب
studenten: öğrenci ögrenci ogrenci students student estudiantes estudantes studenti étudiants studentów pelajar
 mahasiswa студенты студентов студентський φοιτητών الطلاب طلبة diákok
sport: spor sports deporte deportivo deportiva esporte desportivo sportivo sportive sportowy sportski sportiv спорт
 спортивный спортивний αθλητικός الرياضي رياضي
club: kulübü kulüp kulubu klub klubu klubi клуб clube circolo círculo
haus: evi house casa maison bait beit beyt dar دار kuća kuca shtëpia дом дім будинок σπίτι بيت dům
musik: müzik music música musica musique muzyka muzika музыка музыкальный музика
chor: korosu koro choir coro coral chorale хор χορωδία kórus
tanz: dans dance danza dança danse taniec tańca tanca plesna танец танцев танца танцы танців tánc
lied: pieśni piesni song songs canción canto chant pjesma песни пісні
ensemble: zespół zespol ansambl ансамбль topluluğu toplulugu
volk: halk folk folclórico folclore народный народний
theater: tiyatro tiyatrosu theatre teatro teatr théâtre театр kazalište
hilfe: yardım yardim yardımlaşma aid help ayuda ajuda aiuto aide pomoc помощь допомога βοήθεια ndihma bantuan إغاثة
bildung: eğitim egitim education educación educação istruzione edukacja obrazovanje arsim образование освіта التعليم
bibliothek: kütüphane library biblioteca bibliothèque biblioteka библиотека бібліотека
arbeiter: işçi isci workers trabajadores operai
initiative: girişimi initiativa iniciativa inicjatywa инициатива ініціатива insiyatifi
gruppe: grubu group grupo gruppo groupe grupa группа група
muslim: müslüman muslims musulmán musulmans الإسلامي الاسلامي الإسلامية الاسلامية islamic islamico islamique islamski
laden: shop store tienda
organisation: organizasyonu organization organización organisasi организация
lernen: learning
stadt: town city
büro: office
ein: one
welt: world mundo monde dünya
handel: trade
akademie: akademisi academy academia accademia académie akademia академия академія
zusammenarbeit: cooperation cooperación işbirliği współpraca
alevitisch: alevi alevî alevis
katholisch: katolička katolicka katolicki katolickie katolik catholic católica católico catolica cattolica cattolico
 catholique католический католическая
orthodox: ortodoks pravoslavna pravoslavni ortodoxa ortodoxă orthodoxe православный православная православна ορθόδοξη
evangelisch: evangelical evangélica evangelica évangélique protestan евангельская
mission: misija misja missione misión missão misiune міссія миссия
islam: islami islamska islamska islamic islamique islámico islamico إسلام
international: internacional internazionale internationale uluslararası international международный міжнародний
polnisch: polska polski polskie polskiej polish polacy polaków polacca
italienisch: italiano italiana italiani italiane italian
türkisch: turkish turca turco turc turque türkiye turski
russisch: русский русская русское русских russian rusa
ukrainisch: український українська українське українців україна ukrainian ucraina ukraińska
rumänisch: român română româna români romanian romena
portugiesisch: português portuguesa portugues portuguese
serbisch: srpski srpska srpsko srpskih српски српска српско serbian
bosnisch: bosanski bosanska bosansko bošnjački bošnjačka bosnian bosnjaka
bulgarisch: български българска българско bulgarian
mazedonisch: makedonski makedonska makedonsko македонски македонско
persisch: irani iranian فارسی ایرانیان
vietnamesisch: việt vietnamese người
indonesisch: indonesian
afrikanisch: african africain africaine africana africano africaines
lateinamerikanisch: latino latina latinoamericano latinoamericana
kongolesisch: congolais congolaise congolese
kamerunisch: camerounais camerounaise cameroonian
senegalesisch: sénégalais sénégalaise senegalese
togoisch: togolais togolaise togolese
marokkanisch: marocain marocaine marroquí moroccan المغربي المغربية
tunesisch: tunisien tunisienne tunisian التونسي
ghanaisch: ghanaian ghanaians
nigerianisch: nigerian nigerians
eritreisch: eritrean eritreans
äthiopisch: ethiopian
somalisch: somali soomaali
philippinisch: filipino pinoy
indisch: indian bharatiya
kroatisch: hrvatski hrvatska hrvatsko hrvatskih hrvata
griechisch: ελληνική ελληνικός elliniki ellinikos hellenic helenico
albanisch: shqiptar shqiptare shqiptarë shqiptarëve
arabisch: عربي عربية العربي العربية arabic
syrisch: سوري سورية السوري السورية السوريين suriyeli
libanesisch: لبناني اللبناني اللبنانية اللبنانيين
palästinensisch: فلسطين فلسطيني الفلسطيني الفلسطينية
kurdisch: كردي الكردية kürt kurdî
deutsch: alman almanya german aleman alemán alemã tedesco tedesca allemand niemiecki niemiecko njemački nemački
 немецкий німецький гeрмания γερμανικός gjerman الالماني الالمانية الألماني الألمانية
ungarisch: magyar magyarok
armenisch: hayastan
georgisch: sakartvelo
spanisch: español española españoles espanol
französisch: français française francais
englisch: english
"""


@cache
def translated() -> dict[str, str]:
    """The German word, in Latin letters, for words of other languages by their sound."""
    found: dict[str, str] = {}
    for line in _GERMAN.strip().replace("\n ", " ").splitlines():
        german, _, others = line.partition(":")
        for other in others.split():
            found.setdefault(sound(latin(other)), latin(german))
    return found
