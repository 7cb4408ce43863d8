"""The shapes of date expressions in Serbian prose, as patterns over a plain copy (`core.months.plain_copy`).

Every pattern is tried in the order of `PATTERNS`; what an earlier one took is closed to the later ones. Group names:
a, b days; m, n months; y, z years.
"""

import re

from archive_app.core.months import MONTH, SERBIAN_MONTH

_S = r"(?: {0,2}\n? {0,2})"
"""The gap between the parts of a date: nothing ("14.oktobra"), blanks, or one line break."""

_ORDINALS = (
    "prv", "drug", "trec", "cetvrt", "pet", "sest", "sedm", "osm", "devet", "deset",
    "jedanaest", "dvanaest", "trinaest", "cetrnaest", "petnaest", "sesnaest", "sedamnaest", "osamnaest",
    "devetnaest", "dvadeset",
)  # fmt: skip
_ORDINAL_DAY = (
    rf"(?:(?:dvadeset|trideset)(?: i)? ?)?(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|trideset)"
    r"(?:og|oga|eg|ega|i|om)\b"
)


def _day(name: str) -> str:
    return rf"(?P<{name}>(?<!\d)(?<!\d[.,:/])(?:[0-2]?\d|3[01])(?!\d)|\b{_ORDINAL_DAY})"


def _month(name: str) -> str:
    return rf"(?P<{name}>{MONTH})"


# What is counted after a number that looks like a year: "12. oktobra 1200 boraca". Genitives of the plural only:
# "oktobra 1944 ranjen je" is a year.
_COUNTED = (
    r"(?! ?(?:(?:lj|ļ)udi|vojnika|boraca|partizana|nemaca|zarob(?:lj|ļ)eni(?:ka|h)|mrtvih|"
    r"ra(?:nj|ń)eni(?:ka|h)|poginulih|tona|kg|kilograma|km|kilometara|metara|m|dinara|dukata|grosa|stanovnika|kuca|zrtava|civila|domova|ko(?:nj|ń)a|"
    r"grla|tenkova|topova|pusaka|mitra(?:lj|ļ)eza|granata|bombi|puta|dana|porodica|osoba|dusa|lica|radnika|đaka|"
    r"ucenika|oficira|primeraka)\b)"
)
_WITH_YEAR_WORD = r"\.?,? ?(?:godin[aeiu]|godinom|god\b\.?|g\.)"


def _year(name: str) -> str:
    return (
        rf"(?P<{name}>(?<![\d])(?:1\d{{3}}|20\d\d))(?!\d|[.,]\d{{3}})(?:{_WITH_YEAR_WORD}|(?=\.)|{_COUNTED})"
    )


_D = _day("a")
_E = _day("b").replace(r"(?<!\d[.,:/])", "")
_DOT = r"(?:\.|-(?:t?oga?|ga|m?og|ti|mi|i)\b)?"
_M = _month("m")
_N = _month("n")
_OWN_YEAR = rf"(?:{_S},?{_S}{_year('y')})?"
_OTHER_YEAR = rf"(?:{_S}{_year('z')})?"

_HOURS = r"(?:casova|casa|cas|sati|sata|sat|h)\b"
_BEFORE = rf"""(?x:\b(?:
    (?:(?:do|pred|oko|od|u|pod|posle|nakon|pre|po|tokom|rano|kasno|jos)\ ){{0,2}}
        (?:veceri|vece|uvece|predvece|navece|zoru|zore|svitanje|svitańe|praskozorje|jutro|jutra|ujutro|ujutru|izjutra|
        podne|podneva|popodne|poslepodne|prepodne|ponoci|ponoc|nocu|noci|noc|mraka|sumraka|sumrak)
  | (?:do\ kraja|krajem|tokom|u\ toku|pocetkom|sredinom)\ (?:dana|noci)
  | (?:u|tokom)\ (?:(?:ranim|rane|kasnim|kasne|prvim)\ )?
        (?:jutar(?:ń|nj)|vecer(?:ń|nj)|(?:pre|po|posle)?podnevn|nocn)i[mh]
        \ (?:casovima|satima|casova|sati)
  | (?:oko|u|od|do|posle|nakon|pre)\ \d{{1,2}}(?:[.:]\d\d)?\ {_HOURS}
        (?:\ (?:ujutru|ujutro|uvece|posle\ podne|po\ podne|pre\ podne))?
)\ )?"""
"""What part of the day: "U zoru 20.oktobra", "Oko 19 časova 20.oktobra"."""

_ABOUT = r"(?P<about>\boko )?"

_BETWEEN = r"(?P<between>\b(?:izme(?:đ|dj)u|od|sa|s) )"
_FEASTS = "uskrs|vaskrs|đurđevdan|djurdjevdan|vidovdan|mitrovdan"

_SHAPES: dict[str, str] = {
    # između 28. septembra i 3. oktobra 1944
    "two_days": rf"{_BEFORE}{_BETWEEN}?{_D}{_DOT}{_S}{_M}{_OWN_YEAR}\.?{_S}"
    rf"(?P<to>-|\b(?:i|do|na)\b){_S}{_E}{_DOT}{_S}{_N}{_OTHER_YEAR}",
    # između 18. i 19. oktobra, noću 18/19. oktobra, 14–16. oktobra
    "days": rf"{_BEFORE}{_BETWEEN}?{_D}{_DOT}{_S}(?P<to>-|/|\b(?:i|do|na|ili)\b|\((?=\d\d?\.?\)))"
    rf"{_S}{_E}{_DOT}\)?{_S}{_M}{_OWN_YEAR}",
    "part_of_month": r"\b(?P<part>(?:(?:u|tokom) )?(?:prvi|posled(?:nj|ń)i|zad(?:nj|ń)i)[mh] dan(?:ima|a)"
    rf"|pocetkom|sredinom|polovinom|krajem|koncem"
    r"|(?:u|tokom) (?:prvoj|drugoj|prve|druge) polovin[ie]) (?:meseca )?"
    rf"{_M}{_OWN_YEAR}",
    "part_of_year": rf"\b(?P<part>pocetkom|sredinom|polovinom|krajem|koncem) (?:godine )?{_year('y')}",
    "day": rf"{_BEFORE}{_ABOUT}{_D}{_DOT}{_S}{_M}{_OWN_YEAR}",
    "figures": r"(?<!\d)(?<!\d[.,:/-])(?P<a>\d{1,2})(?:\. ?|/)"
    r"(?P<figure>(?:1[0-2]|0?\d)(?!\d)|(?P<roman>[ivxh]{1,4})\b)"
    rf"(?:\. ?| |[/-]){_year('y')}",
    "iso": r"(?<![\d-])(?P<y>1\d{3}|20\d\d)-(?P<figure>0\d|1[0-2])-(?P<a>\d\d)(?![\d-])",
    "feast": rf"\b(?P<feast>{_FEASTS}) {_year('y')}",
    "months": rf"{_BETWEEN}?\b{_M}{_OWN_YEAR}\.?{_S}(?:-|\bdo\b){_S}\b{_N}{_S}{_year('z')}",
    "month_of_year": rf"\b{_M}{_S},?{_S}{_year('y')}",
    "season": r"\bu (?:(?:rano|kasno|ranu|kasnu) )?"
    rf"(?P<season>pro(?:l|ļ|lj)ece|(?:l|ļ|lj)eto|jesen|zimu) {_year('y')}",
    "years": r"(?<![\d.,/-])(?P<y>1[1-9]\d\d|20\d\d)\.?(?: ?[-/] ?| do )(?P<z>1[1-9]\d\d|20\d\d|\d\d)(?!\d|[.,-]\d)"
    rf"(?:{_WITH_YEAR_WORD}|(?=[.,;:)\]\n]|$))",
    "year": r"(?P<about>\boko )?(?<![\d.,/-])(?:(?P<y>[1-9]\d{2,3})\.,? ?(?:godin[aeiu]|godinom|god\b\.?|g\.)"
    r"|(?P<z>1\d{3}|20\d\d) ?(?:godine|godini|god\.|g\.))(?! (?:dana|star))"
    r"|\b(?:godine|godini|leta|ļeta|ljeta|god\.) (?P<v>1\d{3}|20\d\d)(?!\d|[.,]\d{3})"
    r"|(?<=\bu )(?P<w>1[5-9]\d\d|20\d\d)(?=\.)(?!\.\d)",
    "month": rf"\b(?P<m>{SERBIAN_MONTH})",
}

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape)) for name, shape in _SHAPES.items()
)

ANCHOR = re.compile(rf"\b(?:{MONTH}|(?:{_FEASTS})\b|\d{{3,4}}(?!\d))")
"""What every date expression of a plain copy holds: a month, a feast or a year."""

STREET = re.compile(r"\b(?:ulic[a-z]*|ul\.|bulevar[a-z]*|bul\.|trg[a-z]*)(?: ?\"?|[^.;()\n\"]{0,40}\()$")
"""Stands right before a street's name that looks like a date: "u ulici 27. marta", "Ulicom kraljice (27.mart)"."""

NAMED = re.compile(
    r"(?:\"|\b(?:os|skol[a-z]*|brigad[a-z]*|bata(?:ļ|lj)on[a-z]*|kasarn[a-z]*|nase(?:ļ|lj)[a-z]*|blok[a-z]*|most[a-z]*|"
    r"park[a-z]*|fabri[a-z]*|preduzec[a-z]*|zadrug[a-z]*|dom[a-z]{0,2}|klub[a-z]*|stadion[a-z]*|bioskop[a-z]*) )$"
)
"""Stands right before a name in the nominative that looks like a date: "škola 20. oktobar", „21. maj“."""

OTHER_YEAR = re.compile(r" (?:sledece|naredne|iduce|prosle|prethodne|minule) godine")
"""After a date: its year is not the one at hand."""


def ordinal_number(word: str) -> int:
    """Return the day that an ordinal word of a plain copy means: "devetnaestog" is 19."""
    tens = 0
    for name, value in (("dvadeset", 20), ("trideset", 30)):
        rest = word.removeprefix(name).removeprefix(" i").strip()
        if rest != word and any(rest.startswith(ordinal) for ordinal in _ORDINALS):
            tens, word = value, rest
    bare = re.sub(r"(?:oga|ega|og|eg|om|i)$", "", word)
    return 30 if bare == "trideset" else tens + _ORDINALS.index(bare) + 1
