"""The shapes of date expressions in Serbian prose, as patterns over a plain copy (`core.months.plain_copy`).

Every pattern is tried in the order of `PATTERNS`; what an earlier one took is closed to the later ones. Group names:
a, b days; m, n months; y, z and other single letters years; `body`, where there is one, is the expression without
the words before it that only lead to it.
"""

import re
from collections.abc import Iterator

from archive_app.core.months import MONTH, SERBIAN_MONTH
from archive_app.language.date_words import GAP, ORDINAL_DAY, PART_AFTER, PART_BEFORE
from archive_app.language.feasts import FEAST


def _day(name: str) -> str:
    return rf"(?P<{name}>(?<!\d)(?<!\d[.,:/])(?:[0-2]?\d|3[01])(?!\d)|{ORDINAL_DAY})"


def _month(name: str) -> str:
    return rf"(?P<{name}>{MONTH}|(?:jan|febr?|apr|avg|aug|sept?|okt|dec)\b)(?: m(?:j)?esec(?:a|u)\b)?"


# What is counted after a number that looks like a year: "12. oktobra 1200 boraca". Genitives of the plural only:
# "oktobra 1944 ranjen je" is a year.
_COUNTED = (
    r"(?! ?(?:(?:lj|ļ)udi|vojnika|boraca|partizana|nemaca|zarob(?:lj|ļ)eni(?:ka|h)|mrtvih|"
    r"ra(?:nj|ń)eni(?:ka|h)|poginulih|tona|kg|kilograma|km|kilometara|metara|m|dinara|dukata|grosa|forinti|"
    r"stanovnika|kuca|zrtava|civila|domova|ko(?:nj|ń)a|ko(?:nj|ń)anika|pesaka|turaka|srba|rusa|bugara|"
    r"grla|tenkova|topova|pusaka|mitra(?:lj|ļ)eza|granata|bombi|puta|dana|porodica|osoba|dusa|lica|radnika|đaka|"
    r"ucenika|oficira|primeraka|oruđa|aviona|godina|komada|strana|koraka|hvati)\b)"
)
_YEAR_ENDING = r"(?:-(?:t[eouia]j?|v[eouia]j?|g[eouia]|m[eouia]|e|oj|u|a)\b)?"
YEAR_WORD = r"(?:godin(?:a|e|i|u|om)\b|god\b\.?|g\.|l(?:j)?eta\b|ļeta\b|l(?:j)?etu\b|ļetu\b)"
_WITH_YEAR_WORD = rf"{_YEAR_ENDING}[.;]?,? ?{YEAR_WORD}"


def _year(name: str) -> str:
    return (
        rf"(?P<{name}>(?<!\d)(?:1\d{{3}}|20\d\d))(?!\d|[.,]\d{{3}})"
        rf"(?:{_WITH_YEAR_WORD}|(?=\.)|{_YEAR_ENDING}{_COUNTED})"
    )


_D = _day("a")
_E = _day("b").replace(r"(?<!\d[.,:/])", "")
_ENDED = r"(?:\.|-?(?:t?oga?|ga|m?og|ega?|ti|mi|gi|vi|ci|i)\b\.?)?"
_M = _month("m")
_N = _month("n")
_OF_YEAR = r"(?:(?:te |iste |ove )?godine ?|(?:te|iste) (?=1\d|20)|g(?:od)?\. ?|l(?:j)?eta |ļeta )?"
_IN_YEAR = r"(?: (?P<same>(?:te iste|te|iste) godine)\b)?"
_OWN_YEAR = rf"(?:{GAP},?{GAP}{_OF_YEAR}{_year('y')}|{_IN_YEAR})"
_OTHER_YEAR = rf"(?:{GAP},?{GAP}{_OF_YEAR}{_year('z')}|{_IN_YEAR})"

_ABOUT = r"(?P<about>\boko )?"
_BETWEEN = r"(?P<between>\b(?:izme(?:đ|dj)u?|od|sa|s) )"
_MONTH_WORD = r"(?:m(?:j)?esec(?:a|u|om)? )?"
_RANGE_OF = rf"{GAP}(?P<to>-|\b(?:i|do|na)\b){GAP}"
_LONE_YEAR = r"(?:1[3-9]\d\d|20[0-2]\d)(?<!00)"
_OCCASION = (
    r"(?:ugovor|napad|bit[ck]|boj|rat|ustan[ak]|sabor|bun|pokret|propast|mir|zakon|popis|izbor|poraz|pobed)[a-z]{0,4}"
    r" (?:od|iz)"
)
_LINE = r"(?:^|\n) {0,3}"

_PART_OF_MONTH = (
    r"(?:(?:(?:u|tokom) )?(?:prvi|posled(?:nj|ń)i|zad(?:nj|ń)i)[mh] dan(?:ima|a)"
    r"|(?:(?:s|sa|u|na|pri|od|do|pod|pred|oko|po) )?(?:samim |samom |sam )?(?:pocetk(?:om|u|a)|sredinom|sredini|sredine"
    r"|polovinom|polovini|polovine|polovinu|pola|kraj(?:em|u|a)?|konc(?:em|u|a)|svrsetk(?:om|u|a))"
    r"|(?:(?:u|tokom) )?(?:prvoj|drugoj|prve|druge) pol(?:i|e|ovin[ie])"
    r"|(?:(?:u|tokom) )?prv(?:oj|e|u) (?:nede(?:lj|ļ)|nedje(?:lj|ļ)|sedmic)[eiu])"
)

_SHAPES: dict[str, str] = {
    # Godine 1842, 28. septembra
    "year_first": rf"\b(?:godine |leta |god\. )?(?P<y>{_LONE_YEAR}){_YEAR_ENDING}\.?(?: ?{YEAR_WORD})?,? "
    rf"(?:(?:na dan|dana) )?(?P<a>\d{{1,2}}(?![\d])|{ORDINAL_DAY}){_ENDED}{GAP}{_M}"
    rf"(?!{GAP},?{GAP}(?:1\d|20)\d\d)",
    # između 28. septembra i 3. oktobra 1944
    "two_days": rf"{PART_BEFORE}{_BETWEEN}?{_D}{_ENDED}{GAP}{_M}(?:{GAP},?{GAP}{_year('y')})?\.?"
    rf"(?:{_RANGE_OF}|{GAP}(?P<styles>/|\()\.?{GAP}){_E}{_ENDED}{GAP}{_N}\)?{_OTHER_YEAR}\)?",
    # između 18. i 19. oktobra, noću 18/19. oktobra, 14–16. oktobra
    "days": rf"{PART_BEFORE}{_BETWEEN}?(?:{_day('c')}\.?, ?)?{_D}{_ENDED}{GAP}"
    rf"(?P<to>-|/|\b(?:i|do|na|ili)\b|\((?=\d\d?\.?\)))"
    rf"{GAP}(?:na )?{_E}{_ENDED}\)?\.?{GAP}{_MONTH_WORD}{_M}{_OWN_YEAR}",
    "part_of_month": rf"\b(?P<part>{_PART_OF_MONTH}) {_MONTH_WORD}{_M}{_OWN_YEAR}",
    "part_of_year": r"\b(?P<part>(?:pocetkom|sredinom|polovinom|krajem|koncem)"
    r"|(?:u|s|na|pod|pred) (?:pocetku|pocetkom|kraj|kraju)"
    rf"|(?:(?:u|tokom) )?(?:prvoj|drugoj|prve|druge) polovin[ie]) (?:godine )?{_year('y')}",
    "day": rf"{PART_BEFORE}{_ABOUT}{_D}{_ENDED}{GAP}{_MONTH_WORD}{_M}{_OWN_YEAR}{PART_AFTER}",
    # 22-24. 11. 1942
    "figure_days": r"(?<!\d)(?<!\d[.,:/-])(?P<a>\d{1,2})\.? ?(?P<to>-|/|\b(?:i|do)\b) ?(?P<b>\d{1,2})(?:\. ?|/)"
    rf"(?P<figure>(?:1[0-2]|0?\d)(?!\d)|(?P<roman>[ivxh]{{1,4}})\b)\.? ?{_year('y')}",
    "figures": r"(?<!\d)(?<!\d[.,:/-])(?P<a>\d{1,2})(?:\. ?|/|\.?-(?=[ivxh])|-(?=\d\d?-))"
    r"(?P<figure>(?:1[0-2]|0?\d)(?!\d)|(?P<roman>[ivxh]{1,4})\b)"
    rf"(?:\. ?| |[/-]){_year('y')}",
    "roman": r"(?<![\d.,:/-])(?P<a>\d{1,2})(?:\. ?|/)(?P<figure>[ivxh]{1,4})(?![a-zđļńǆ\d])"
    r"(?!\.? ?(?:korpus|divizij|brigad|armij|puk|bata|razred|vek|vijek|knjig|kńig|glav|region|odel|cet))",
    "iso": r"(?<![\d-])(?P<y>1\d{3}|20\d\d)-(?P<figure>0\d|1[0-2])-(?P<a>\d\d)(?![\d-])",
    "feast": r"(?P<before>\b(?:u ?oci|pred|na|o|oko|od|do|po|posle|poslije|nakon|pre|prije|za|u|sam|dan) )?"
    rf"\b(?:sam |samo |samoga? )?(?P<feast>{FEAST})(?:,? {_OF_YEAR}{_year('y')})?{_IN_YEAR}",
    "months": rf"{_BETWEEN}?\b{_M}(?:{GAP},?{GAP}{_year('y')})?\.?{GAP}(?:-|\bdo\b){GAP}{_MONTH_WORD}"
    rf"\b{_N}(?!{GAP}\d\d?\.)(?:{GAP},?{GAP}{_year('z')})?",
    "month_of_year": rf"\b(?:m(?:j)?esec(?:a|u)? )?{_M}{GAP},?{GAP}{_OF_YEAR}{_year('y')}",
    "season": r"\b(?:(?:u|s|sa|na|tokom|pred|krajem|pocetkom|sredinom) ?)?(?:(?:rano|kasno|ranu|kasnu|ranog|samu) )?"
    r"(?P<season>pro(?:l|ļ|lj)ec[ea]|(?:l|ļ|lj)et[oai]|jesen[is]?|zim[uaei]) "
    rf"{_OF_YEAR}(?:{_year('y')}|(?P<same>(?:te iste|te|iste) godine)\b)(?:[/-](?P<next>\d\d|\d{{4}})\b)?",
    "years": r"(?<![\d.,/-])(?P<between>\bod )?(?P<word>godine )?(?P<y>1[1-9]\d\d|20\d\d)\.?"
    r"(?: ?[-/] ?| do (?:godine )?)"
    rf"(?P<z>1[1-9]\d\d|20\d\d|\d\d|\d(?=[ .]))(?!\d|[.,-]\d)(?:{_WITH_YEAR_WORD}|(?=\.?[.,;:)\]\n]|$)|(?(word)|(?!)))",
    "decade": r"\b(?P<y>1\d\d|20\d)0(?:\.|-(?:t?ih|e|te))+ ?godin(?:a|ama)\b|\b(?P<z>1\d\d|20\d)0-(?:t?ih)\b",
    "year": rf"(?P<about>\boko )?(?<![\d.,/-])(?:(?P<y>[1-9]\d{{2,3}})(?:\.|-[tvgm][eouia]j?)[;]?,? ?{YEAR_WORD}"
    r"|(?P<z>1\d{3}|20\d\d)(?:-(?:e|oj|u|a)\b)? ?(?:godin[eiu]\b|godinom\b|god\b\.?|g\.|l?etu\b))"
    r"(?! (?:dana|star|zivota))"
    rf"|\b(?:godin(?:a|e|i|u)|leta|ļeta|ljeta|god[.:]|g[.:]|lata)(?: gospod(?:nj|ń)eg?)? "
    rf"(?P<v>1\d{{3}}|20\d\d){_YEAR_ENDING}(?!\d|[.,]\d{{3}})(?! ?[-/] ?\d)",
    "lone_year": rf"\b(?:u|od|do|iz|jos|tek|vec|posle|nakon|pre|godina) (?P<w>{_LONE_YEAR})"
    r"(?=\.?[,;:)\]\n]|\.(?!\d)|$| (?:kad|kada|i|a|je|su|se|bi|bila|bio|bilo|bese|behu|pa|te|dok|na|u)\b)"
    rf"|\b(?:ove|te|iste|prosle|nove|slavne|nesrecne|kobne|burne|ratne|daleke|{_OCCASION}) "
    rf"(?P<t>{_LONE_YEAR})(?!\d|[.,]\d)"
    rf"|(?<![\d.,/-])(?P<j>{_LONE_YEAR})\.?(?=(?:,? (?:i |ili )?{_LONE_YEAR}\.?){{1,6}} ?{YEAR_WORD})"
    rf"|\((?P<x>1\d{{3}}|20[0-2]\d)\.?\)"
    rf"|(?:{_LINE}|[.!?] )(?P<e>{_LONE_YEAR})\.?(?= *(?:\n|$))"
    rf"|(?<=[a-zđļń),] )(?P<f>{_LONE_YEAR})(?:\.(?=[,;)]| [a-zđļń-]| *(?:\n|$))|(?=[,;)]))",
    "month": rf"\b(?:(?:m(?:j)?esec(?:a|u|om)?) )?(?P<m>{SERBIAN_MONTH})(?: m(?:j)?esec(?:a|u)\b)?{_IN_YEAR}",
}

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape)) for name, shape in _SHAPES.items()
)

_BEGINNING = re.compile(
    r"\b(?:a(?:pr|[vu]g|ran)|b(?:oz|ad|ogo|lag|el[a-z]+ pok)|cv(?:ij|j?et)|d(?:e[ck]|uho|jur|rug[a-z]+ dan)|đur"
    r"|fe[bv]|i(?:lin|va)|j(?:an|u[nl]|ova)|k(?:olo|rst)|l(?:ip|ist|azar|uci)|m(?:a[rj]|esn|al[a-z]+ gos|iho|itr|rat)"
    r"|n(?:o[ev]|iko)|o(?:kt|ct|zuj)|p(?:rosi|etro|reob)|ruj"
    r"|s(?:ep|ije|vib|rp|tude|pasov|v(?:\.|et[a-z]+) [ans]|avi|ret)"
    r"|t(?:rav|rec[a-z]+ dan|odor|roji)|uskr|v(?:e[lļ]|uskr|[ao]sk|rbi|ido|aved)|(?P<year>\d{3,4}(?!\d)))"
    r"|(?P<roman>\d(?:[./] ?)[ivxh]{1,4}\b)"
)
"""How the names of months and feasts begin; looking for whole names all over a text would take four times as long."""

_NAME = re.compile(rf"{MONTH}|{FEAST}")


def anchors(plain: str) -> Iterator[tuple[int, int]]:
    """The places of what every date expression of a plain copy holds: a month, a feast or a year."""
    for beginning in _BEGINNING.finditer(plain):
        if beginning.lastgroup:
            yield beginning.span()
        elif name := _NAME.match(plain, beginning.start()):
            yield name.span()
