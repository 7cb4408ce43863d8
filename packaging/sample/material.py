"""What the sample archive says about its texts and pictures: descriptions, events, notes, tags, one collection.

All people, institutions and call numbers are invented; the course of the fighting in October 1944 is not. The
texts contradict each other on purpose: the day on which the railway station was taken, and the hour at which
the fortress fell, differ from source to source.
"""

from dataclasses import dataclass

from archive_app.core.records import AuthorityKind, Colour, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSource:
    """A text file of this folder and its description. `date` is EDTF; `title` is the first line of the text."""

    file: str
    title: str
    kind: SourceKind
    creator: str
    publisher: str
    date: str
    place: str
    call_number: str
    extent: str
    note: str
    language: str = "sr"
    rights: str = "CC0"


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePicture:
    """A picture that `pictures.draw_all` writes. `date` (EDTF) and `place` are those of what it shows.

    `stands_in` is the file of the source in which `caption` stands as a line of its own, if in any.
    """

    file: str
    caption: str
    date: str
    place: str
    call_number: str
    credit: str = "Crtež u duhu linoreza, Zbirka primera"
    stands_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleName:
    """A person, unit or place with its other names. `when` is EDTF, `coordinates` are degrees north and east."""

    kind: AuthorityKind
    name: str
    variants: tuple[str, ...] = ()
    when: str = ""
    note: str = ""
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvent:
    """Something that happened; `when` is EDTF, `names` are those of `NAMES` that it has to do with. Events are known
    by their titles."""

    title: str
    when: str
    place: str
    note: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnnotation:
    """A note on `quote`, which occurs exactly once in the text of `source`.

    With an `event`, `says_when` (EDTF), `says_where` and `says_who` are what this source states about it, and `names`
    are those of `NAMES` that it names.
    """

    source: str
    quote: str
    colour: Colour
    note: str = ""
    tags: tuple[str, ...] = ()
    event: str = ""
    says_when: str = ""
    says_where: str = ""
    says_who: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCollection:
    """A named group of sources, by file name, in their order."""

    name: str
    note: str
    sources: tuple[str, ...]


_ARTICLE = "p1_sedam_oktobarskih_dana.txt"
_DIARY = "p2_dnevnik_iz_oktobra.txt"
_MEMOIR = "p3_prozor_prema_kalemegdanu.txt"
_REPORT = "p4_izvestaj_o_mostu.txt"
_LETTER = "p5_pismo_bratu.txt"

SOURCES: tuple[SampleSource, ...] = (
    SampleSource(
        file=_ARTICLE,
        title="Sedam oktobarskih dana",
        kind=SourceKind.ARTICLE,
        creator="Miloš Stanojlović",
        publisher="Savski vesnik",
        date="1974-10-20",
        place="Beograd",
        call_number="P-1/1974",
        extent="1 novinska strana",
        note="Izmišljen izvor, napisan za zbirku primera. Članak povodom trideset godina oslobođenja.",
    ),
    SampleSource(
        file=_DIARY,
        title="Дневник из октобра",
        kind=SourceKind.DIARY,
        creator="Радоман Вујасић",
        publisher="",
        date="1944-10-13/1944-10-22",
        place="Београд и Авала",
        call_number="P-2/1944",
        extent="1 свеска, 11 листова",
        note="Измишљен извор, написан за збирку примера. Дневник заменика команданта батаљона.",
    ),
    SampleSource(
        file=_MEMOIR,
        title="Prozor prema Kalemegdanu",
        kind=SourceKind.BOOK,
        creator="Jelisaveta Tadić",
        publisher="Knjižara „Kod dve lipe“",
        date="1958",
        place="Beograd",
        call_number="P-3/1958",
        extent="poglavlje knjige, str. 41–46",
        note="Izmišljen izvor, napisan za zbirku primera. Sećanja učiteljice iz Pariske ulice.",
    ),
    SampleSource(
        file=_REPORT,
        title="Извештај о прегледу Савског моста и о минама у приобаљу",
        kind=SourceKind.REPORT,
        creator="Драгомир Остојин",
        publisher="Трећа прегледна група",
        date="1945-02-12",
        place="Београд",
        call_number="P-4/1945",
        extent="6 куцаних страна, 2 фотографије",
        note="Измишљен извор, написан за збирку примера. Обе фотографије недостају; место њих су цртежи.",
    ),
    SampleSource(
        file=_LETTER,
        title="Pismo bratu u Kragujevac",
        kind=SourceKind.LETTER,
        creator="Vojin Gačeša",
        publisher="",
        date="1944-11-03",
        place="Beograd",
        call_number="P-5/1944",
        extent="2 lista, rukopis",
        note="Izmišljen izvor, napisan za zbirku primera. Pismo železničara sa beogradske stanice.",
    ),
)

PICTURES: tuple[SamplePicture, ...] = (
    SamplePicture(
        file="pobednik.png",
        caption="Pobednik na Kalemegdanu, iznad ušća Save u Dunav, u predvečerje",
        date="1944-10-20",
        place="Beograd, Kalemegdan",
        call_number="P-6/1",
    ),
    SamplePicture(
        file="savski_most.png",
        caption="Савски мост, поглед са београдске обале. Октобар 1944.",
        date="1944-10",
        place="Београд, обала Саве",
        call_number="P-6/2",
        credit="Цртеж у духу линореза, Збирка примера",
        stands_in=_REPORT,
    ),
    SamplePicture(
        file="palata_albanija.png",
        caption="Palata „Albanija“ na Terazijama, sa zastavom na krovu",
        date="1944-10-20",
        place="Beograd, Terazije",
        call_number="P-6/3",
    ),
    SamplePicture(
        file="zeleznicka_stanica.png",
        caption="Железничка станица после борби: изгорео кров левог крила и часовник који не ради",
        date="1944-10-15/1944-10-20",
        place="Београд, Савски трг",
        call_number="P-6/4",
        credit="Цртеж у духу линореза, Збирка примера",
    ),
    SamplePicture(
        file="slavija.png",
        caption="Tenk i tramvaj bez stakala na Slaviji, u zoru",
        date="1944-10-15",
        place="Beograd, Slavija",
        call_number="P-6/5",
    ),
    SamplePicture(
        file="rusevine.png",
        caption="Рушевине у Карађорђевој улици. Октобар 1944.",
        date="1944-10",
        place="Београд, Карађорђева улица",
        call_number="P-6/6",
        credit="Цртеж у духу линореза, Збирка примера",
        stands_in=_REPORT,
    ),
)

_BOMBING = "Bombardovanje Beograda na Uskrs"
_START = "Početak napada na Beograd"
_SLAVIJA = "Zauzimanje Slavije"
_STATION = "Zauzimanje Glavne železničke stanice"
_AVALA = "Razbijanje nemačke grupe pod Avalom"
_ALBANIJA = "Zauzimanje palate „Albanija“"
_BRIDGE = "Spasavanje Savskog mosta"
_KALEMEGDAN = "Oslobođenje Kalemegdana"
_ZEMUN = "Oslobođenje Zemuna"
_MINES = "Uklanjanje mina sa Kalemegdana"

_PEKO = "Peko Dapčević"
_ZDANOV = "Vladimir Ždanov"
_GROUP = "Prva armijska grupa"
_CORPS = "Četvrti gardijski mehanizovani korpus"
_CITY_OF = "Beograd"
_FORT = "Kalemegdan"
_PARK = "Kalemegdanski park"
_STATION_AT = "Glavna železnička stanica"
_BRIDGE_AT = "Savski most"
_TOWN = "Zemun"
_HILL = "Avala"

NAMES: tuple[SampleName, ...] = (
    SampleName(
        kind=AuthorityKind.PERSON,
        name=_PEKO,
        variants=("Petar Dapčević",),
        when="1913/1999",
        note="Komandant Prve armijske grupe.",
    ),
    SampleName(
        kind=AuthorityKind.PERSON,
        name=_ZDANOV,
        variants=("Vladimir Zhdanov", "general Ždanov"),
        when="1902/1964",
        note="Komandant sovjetskog mehanizovanog korpusa. Poginuo je u avionu koji je 1964. udario u Avalu.",
    ),
    SampleName(kind=AuthorityKind.UNIT, name=_GROUP, variants=("1. armijska grupa",), when="1944"),
    SampleName(
        kind=AuthorityKind.UNIT,
        name=_CORPS,
        variants=("4. gardijski mehanizovani korpus", "sovjetski mehanizovani korpus"),
    ),
    SampleName(
        kind=AuthorityKind.PLACE,
        name=_CITY_OF,
        variants=("Belgrade", "Belgrad"),
        coordinates=(44.8178, 20.4569),
    ),
    SampleName(
        kind=AuthorityKind.PLACE,
        name=_FORT,
        variants=("Beogradska tvrđava",),
        coordinates=(44.8231, 20.4506),
    ),
    SampleName(kind=AuthorityKind.PLACE, name=_PARK, coordinates=(44.8219, 20.4538)),
    SampleName(
        kind=AuthorityKind.PLACE,
        name=_STATION_AT,
        variants=("Železnička stanica", "stanična zgrada"),
        coordinates=(44.8085, 20.4556),
    ),
    SampleName(
        kind=AuthorityKind.PLACE,
        name=_BRIDGE_AT,
        variants=("Most preko Save", "Stari savski most"),
        coordinates=(44.8127, 20.4453),
    ),
    SampleName(kind=AuthorityKind.PLACE, name=_TOWN, variants=("Semlin",), coordinates=(44.843, 20.411)),
    SampleName(kind=AuthorityKind.PLACE, name=_HILL, coordinates=(44.6895, 20.5158)),
)

EVENTS: tuple[SampleEvent, ...] = (
    SampleEvent(
        title=_BOMBING,
        when="1944-04-16/1944-04-17",
        place="Beograd",
        note="Savezničko bombardovanje. Deo šteta koje se pripisuju oktobru potiče odavde.",
        names=(_CITY_OF,),
    ),
    SampleEvent(
        title=_START,
        when="1944-10-14",
        place="Beograd, Banjica i Voždovac",
        note="Izvori se slažu o danu.",
        names=(_PEKO, _ZDANOV, _GROUP, _CORPS, _CITY_OF),
    ),
    SampleEvent(
        title=_SLAVIJA, when="1944-10-15", place="Beograd, Slavija", note="O satu se izvori razilaze."
    ),
    SampleEvent(
        title=_STATION,
        when="1944-10-15/1944-10-20",
        place="Beograd, Savski trg",
        note="Sporno: 15. oktobar po dnevniku, 20. oktobar po članku, izveštaju i pismu.",
        names=(_STATION_AT, _CITY_OF),
    ),
    SampleEvent(
        title=_AVALA,
        when="1944-10-16/1944-10-19",
        place="Šuma pod Avalom",
        note="",
        names=(_HILL, _GROUP),
    ),
    SampleEvent(
        title=_ALBANIJA,
        when="1944-10-19/1944-10-20",
        place="Beograd, Terazije",
        note="Po podne 19. ili ujutru 20. oktobra.",
    ),
    SampleEvent(
        title=_BRIDGE,
        when="1944-10-19/1944-10-20",
        place="Most preko Save",
        note="Noć između dva dana. Učitelj, mineri, ili i jedno i drugo.",
        names=(_BRIDGE_AT,),
    ),
    SampleEvent(
        title=_KALEMEGDAN,
        when="1944-10-20",
        place="Beograd, Kalemegdan",
        note="Četiri izvora, četiri sata: u podne, posle 17, oko 18 i oko 20 časova.",
        names=(_FORT,),
    ),
    SampleEvent(title=_ZEMUN, when="1944-10-22", place="Zemun", note="", names=(_TOWN,)),
    SampleEvent(
        title=_MINES,
        when="1944-10-20/1945-02-10",
        place="Beograd, Kalemegdan",
        note="Tri minera su poginula; prilog s imenima nije sačuvan.",
        names=(_FORT,),
    ),
)

_CONFLICT = "sporan datum"
_EYEWITNESS = "očevidac"
_HEARSAY = "po čuvenju"
_HOUR = "čas"
_LOSSES = "gubici"
_CITY = "život u gradu"
_BRIDGES = "mostovi"
_FORTRESS = "Kalemegdan"

TAGS: tuple[tuple[str, Colour], ...] = (
    (_CONFLICT, Colour.PINK),
    (_EYEWITNESS, Colour.GREEN),
    (_HEARSAY, Colour.ORANGE),
    (_HOUR, Colour.BLUE),
    (_LOSSES, Colour.PURPLE),
    (_CITY, Colour.YELLOW),
    (_BRIDGES, Colour.BLUE),
    (_FORTRESS, Colour.GREEN),
)

ANNOTATIONS: tuple[SampleAnnotation, ...] = (
    # Sedam oktobarskih dana
    SampleAnnotation(
        source=_ARTICLE,
        quote="Napad je počeo u subotu, 14. oktobra 1944.",
        colour=Colour.YELLOW,
        event=_START,
        says_when="1944-10-14",
        says_who="Prva armijska grupa i sovjetski mehanizovani korpus",
        names=(_GROUP, _CORPS),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="Sam trg osvojen je sutradan, 15. oktobra pre podne",
        colour=Colour.BLUE,
        note="„Pre podne“; u dnevniku je trg zauzet između pet i osam časova.",
        tags=(_HOUR,),
        event=_SLAVIJA,
        says_when="1944-10-15",
        says_where="Slavija",
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="stanična zgrada je konačno zauzeta tek 20. oktobra u ranim jutarnjim satima",
        colour=Colour.PINK,
        note="Uporediti s dnevnikom (P-2), koji tvrdi 15. oktobar, i s pismom železničara (P-5).",
        tags=(_CONFLICT,),
        event=_STATION,
        says_when="1944-10-20",
        says_where="stanična zgrada",
        names=(_STATION_AT,),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote=(
            "u ranim jutarnjim satima, kada je njena posada, odsečena od reke, položila oružje. "
            "Pominju se i raniji datumi, ali oni se po svoj prilici odnose na ložionicu i teretni deo"
        ),
        colour=Colour.ORANGE,
        note="Članak ne navodi ispravu na koju se poziva.",
        tags=(_CONFLICT, _HEARSAY),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="Po podne 19. oktobra borci su kroz dvorište iz Kolarčeve ulice ušli u prizemlje",
        colour=Colour.PINK,
        note="Dan ranije nego u dnevniku.",
        tags=(_CONFLICT,),
        event=_ALBANIJA,
        says_when="1944-10-19",
        says_where="Terazije",
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="u noći između 19. i 20. oktobra stari učitelj iz kuće uz samu obalu izašao s ašovom",
        colour=Colour.GREEN,
        note="„Možda i tačan“, kaže sam pisac. Isti ašov pominju P-2, P-3 i P-4.",
        tags=(_BRIDGES, _HEARSAY),
        event=_BRIDGE,
        says_when="1944-10-19/1944-10-20",
        says_who="stari učitelj",
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote=(
            "a oficiru koji me je opomenuo rekao sam da čuvam most.“\n\n"
            "Tako je jedan od njih govorio u našem uredništvu"
        ),
        colour=Colour.YELLOW,
        note="Svedok nije imenovan.",
        tags=(_EYEWITNESS, _BRIDGES),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="Oko osamnaest časova pucnjava na Kalemegdanu je zamrla.",
        colour=Colour.BLUE,
        note="Najčešće navođen sat.",
        tags=(_HOUR, _FORTRESS),
        event=_KALEMEGDAN,
        says_when="1944-10-20",
        says_where="Kalemegdan",
        names=(_FORT,),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="On je slobodu dočekao 22. oktobra.",
        colour=Colour.YELLOW,
        event=_ZEMUN,
        says_when="1944-10-22",
        says_where="Zemun",
        names=(_TOWN,),
    ),
    SampleAnnotation(
        source=_ARTICLE,
        quote="skoro tri hiljade palih boraca Narodnooslobodilačke vojske i blizu hiljadu crvenoarmejaca",
        colour=Colour.PURPLE,
        note="Zaokruženi brojevi; izvor nije naveden.",
        tags=(_LOSSES,),
    ),
    # Дневник из октобра
    SampleAnnotation(
        source=_DIARY,
        quote="На Славију смо избили пре сванућа, око пет часова.",
        colour=Colour.BLUE,
        tags=(_HOUR, _EYEWITNESS),
        event=_SLAVIJA,
        says_when="1944-10-15",
        says_where="Славија",
        says_who="батаљон писца и совјетски тенкови",
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="У 18 часова 15. октобра ушли смо у станичну зграду и очистили је до последње канцеларије.",
        colour=Colour.PINK,
        note="Пет дана раније него у чланку (P-1) и у писму (P-5).",
        tags=(_CONFLICT, _EYEWITNESS),
        event=_STATION,
        says_when="1944-10-15",
        says_where="Железничка станица",
        names=(_STATION_AT,),
        says_who="батаљон писца и три совјетска тенка",
    ),
    SampleAnnotation(
        source=_DIARY,
        quote=(
            "очистили је до последње канцеларије. "
            "Записујем сат, јер сам сигуран да ће се о томе једнога дана препирати."
        ),
        colour=Colour.YELLOW,
        note="Писац је спор предвидео.",
        tags=(_HOUR,),
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="зграда је наша и у њој спавамо.\n\n16. октобар\n\nДигли су нас у три ујутру.",
        colour=Colour.ORANGE,
        note="Овде се извори могу помирити: батаљон је повучен, а станица, по писму (P-5), поново изгубљена.",
        tags=(_CONFLICT,),
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="седморица мојих остала су тамо, и Ђоко међу њима",
        colour=Colour.PURPLE,
        tags=(_LOSSES, _EYEWITNESS),
        event=_AVALA,
        says_when="1944-10-18",
        says_where="шума под Авалом",
        names=(_HILL,),
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="Под Авалом је готово. До вечери су престали и последњи пуцњи",
        colour=Colour.YELLOW,
        event=_AVALA,
        says_when="1944-10-19",
        says_where="под Авалом",
        names=(_HILL,),
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="ушли смо у њу тек ујутру 20. октобра, око девет",
        colour=Colour.PINK,
        note="Чланак (P-1) каже: по подне 19. октобра.",
        tags=(_CONFLICT, _HOUR),
        event=_ALBANIJA,
        says_when="1944-10-20",
        says_where="Теразије",
        says_who="друга чета и вод совјетских аутоматичара",
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="наши минери ноћас допузали до стубова и исекли водове",
        colour=Colour.GREEN,
        note="Писац то није видео: „јављају“.",
        tags=(_BRIDGES, _HEARSAY),
        event=_BRIDGE,
        says_when="1944-10-19/1944-10-20",
        says_who="минери",
    ),
    SampleAnnotation(
        source=_DIARY,
        quote="Предаја је почела у сумрак, а последња група изашла је из казамата тек око 20 часова",
        colour=Colour.BLUE,
        tags=(_HOUR, _FORTRESS, _EYEWITNESS),
        event=_KALEMEGDAN,
        says_when="1944-10-20",
        says_where="Калемегдан, казамати",
        names=(_FORT,),
    ),
    # Prozor prema Kalemegdanu
    SampleAnnotation(
        source=_MEMOIR,
        quote="Tog aprila bombe su padale dva dana zaredom, 16. i 17",
        colour=Colour.YELLOW,
        tags=(_CITY, _EYEWITNESS),
        event=_BOMBING,
        says_when="1944-04-16/1944-04-17",
    ),
    SampleAnnotation(
        source=_MEMOIR,
        quote="Vojske vide grad na karti. Ja sam ga videla kroz šest staklenih okana",
        colour=Colour.GREEN,
        note="Odakle je gledala: drugi sprat u Pariskoj ulici.",
        tags=(_EYEWITNESS, _CITY),
    ),
    SampleAnnotation(
        source=_MEMOIR,
        quote="ašov bio mokar i da je na sečivu imao dva sveža zareza",
        colour=Colour.GREEN,
        note="Dva zareza, dva presečena voda (P-4).",
        tags=(_BRIDGES, _EYEWITNESS),
        event=_BRIDGE,
        says_when="1944-10-19/1944-10-20",
        says_where="obala Save",
        says_who="stari učitelj iz prizemlja, ako je on",
    ),
    SampleAnnotation(
        source=_MEMOIR,
        quote="Po tome sam ja znala da je Kalemegdan slobodan: u podne",
        colour=Colour.BLUE,
        note="Pet do osam sati ranije nego u drugim izvorima; ona govori o parku, oni o tvrđavi.",
        tags=(_HOUR, _FORTRESS, _EYEWITNESS),
        event=_KALEMEGDAN,
        says_when="1944-10-20",
        says_where="kalemegdanski park",
        names=(_PARK,),
    ),
    # Извештај о прегледу Савског моста
    SampleAnnotation(
        source=_REPORT,
        quote="један рез је неправилан и могао је настати од ашова, други је чист и направљен је клештима",
        colour=Colour.GREEN,
        note="Једини материјални траг у целој збирци.",
        tags=(_BRIDGES,),
        event=_BRIDGE,
        says_when="1944-10-20",
        says_where="Савски мост",
        names=(_BRIDGE_AT,),
        says_who="учитељ у пензији, минери, или и он и они",
    ),
    SampleAnnotation(
        source=_REPORT,
        quote="непријатељска посада је напустила зграду 20. октобра у 3 часа и 40 минута",
        colour=Colour.PINK,
        note="По књизи дежурног отправника, коју је водио писац писма P-5: нису два независна извора.",
        tags=(_CONFLICT, _HOUR),
        event=_STATION,
        says_when="1944-10-20",
        says_where="станична зграда",
        names=(_STATION_AT,),
    ),
    SampleAnnotation(
        source=_REPORT,
        quote="станица била тешко оштећена још 16. априла исте године, у бомбардовању на Ускрс",
        colour=Colour.YELLOW,
        tags=(_CITY,),
        event=_BOMBING,
        says_when="1944-04-16",
        says_where="Железничка станица",
        names=(_STATION_AT,),
    ),
    SampleAnnotation(
        source=_REPORT,
        quote="са Калемегдана је уклоњено шест стотина и осам нагазних мина",
        colour=Colour.PURPLE,
        note="Стање на дан 10. фебруара 1945.",
        tags=(_FORTRESS, _LOSSES),
        event=_MINES,
        says_when="1944-10-20/1945-02-10",
        says_where="Калемегдан",
        names=(_FORT,),
        says_who="Трећа прегледна група",
    ),
    SampleAnnotation(
        source=_REPORT,
        quote="непријатељска ватра са зидина престала је нешто после 17 часова; тачан час предаје није ми познат",
        colour=Colour.BLUE,
        tags=(_HOUR, _FORTRESS),
        event=_KALEMEGDAN,
        says_when="1944-10-20",
        says_where="зидине",
    ),
    # Pismo bratu u Kragujevac
    SampleAnnotation(
        source=_LETTER,
        quote="Istina je da su naši tog dana predveče upali u zgradu.",
        colour=Colour.ORANGE,
        note="Potvrđuje dnevnik (P-2), ali stanicu ne smatra zauzetom.",
        tags=(_EYEWITNESS,),
        event=_STATION,
        says_when="1944-10-15",
        says_where="stanična zgrada",
        names=(_STATION_AT,),
        says_who="„naši“; jedan nosi mačku, kao u dnevniku",
    ),
    SampleAnnotation(
        source=_LETTER,
        quote="Stanica je zaista postala naša tek u noći između 19. i 20. oktobra, oko tri sata i četrdeset minuta",
        colour=Colour.PINK,
        note="Pisac je sam upisao sat u knjigu na koju se poziva izveštaj (P-4).",
        tags=(_CONFLICT, _HOUR, _EYEWITNESS),
        event=_STATION,
        says_when="1944-10-20",
        says_where="Glavna železnička stanica",
        names=(_STATION_AT,),
    ),
    SampleAnnotation(
        source=_LETTER,
        quote=(
            "Jedni kažu da ga je spasao neki učitelj, drugi da su ga spasli mineri, "
            "treći da Nemci naprosto nisu stigli."
        ),
        colour=Colour.ORANGE,
        note="Dve nedelje posle događaja kruže već tri priče.",
        tags=(_BRIDGES, _HEARSAY),
    ),
    SampleAnnotation(
        source=_LETTER,
        quote="Prema Kalemegdanu je išlo pola varoši",
        colour=Colour.YELLOW,
        note="Nedelja, 22. oktobar. Po izveštaju (P-4) ulaz je bio dozvoljen tek od 5. novembra.",
        tags=(_CITY, _FORTRESS, _EYEWITNESS),
    ),
)

COLLECTION = SampleCollection(
    name="Ko je i kada zauzeo stanicu",
    note="Izvori o Železničkoj stanici, poređani po vremenu nastanka.",
    sources=(_DIARY, _LETTER, _REPORT, _ARTICLE),
)
