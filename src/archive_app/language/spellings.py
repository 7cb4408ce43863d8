"""Other spellings of the same word: Ijekavian beside Ekavian, and foreign names as they are written at home.

Serbian writes foreign names as they sound (Pravopis srpskoga jezika, 2010, on transcription): Schneckenburger is
Šnekenburger. Old prints, quotations and catalogues have them in the spelling of their own language, or in the English
transcription of Russian ones (Zhukov).
"""

import re

from archive_app.language.folding import bare

_CONSONANT = "bcdfghjklmnprstvzčćđšž"
_LONG_JAT = re.compile(rf"(?<=[{_CONSONANT}])ije(?=[{_CONSONANT}])")
_SHORT_JAT = re.compile(rf"(?<=[{_CONSONANT}])je(?=[{_CONSONANT}])")
_COMPARATIVE = re.compile(r".{3,}ije(?:g|ga|m|mu|h)")
_EKAVIAN = {
    "dio": "deo",
    "cio": "ceo",
    "prije": "pre",
    "poslije": "posle",
    "dvije": "dve",
    "obje": "obe",
    "gdje": "gde",
    "ovdje": "ovde",
    "ondje": "onde",
    "negdje": "negde",
    "nigdje": "nigde",
    "svugdje": "svugde",
    "nedjelja": "nedelja",
    "ponedjeljak": "ponedeljak",
    "ponedjeljka": "ponedeljka",
}
"""Where the rule does not see it: at the end of a word, as o from l."""


def ekavian(word: str) -> str:
    """Return an Ijekavian word (folded, or as `latin` gives it) in Ekavian: dijete → dete, pjesma → pesma.

    Other words come back as they are, or as no word at all (srednjeg → sredneg): use it only to compare.
    """
    if "je" not in word and not word.endswith("io"):
        return word
    if word in _EKAVIAN:
        return _EKAVIAN[word]
    if not _COMPARATIVE.fullmatch(word):
        word = _LONG_JAT.sub("e", word)
    return _SHORT_JAT.sub("e", word)


def is_doubtful(word: str) -> bool:
    """Whether what looks like an Ijekavian e may belong to a letter lj or nj (Njegoš, beside Njemačka)."""
    return "lje" in word or "nje" in word


_FOREIGN = re.compile(r"([a-z])\1|[ckpstz]h|ck|t[sz]|dt|[wxyq]|e[iuy]|ie|oo|ae|oe|ue|c[aolrku]")

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(rules: str) -> Rules:
    """Compile "sch>s" and such, in their order."""
    pairs = (rule.split(">") for rule in rules.split())
    return tuple((re.compile(pattern), letters) for pattern, letters in pairs)


_GERMAN = _rules(
    "tz?sch>c sch>s chs>ks (?<=[aeiou])s(?=[aeiou])>Z z>c Z>z tz>c cc>c ch>H ck>k dt>t th>t ph>f qu>kv ie>i "
    "(?:eu|aeu)>oj (?:ei|ey|ai|ay)>aj (?:ae|oe)>e ue>i (?<=[aeiou])h(?![aeiou])> w>v x>ks y>i "
    r"c(?=[aolrku])>k (.)\1>\1 H>h"
)
_ENGLISH = _rules(
    "shch>sc tch>c sh>s zh>z kh>H ch>c ts>c tz>c ck>k ph>f th>t qu>kv yu>ju ya>ja ye>je yo>jo ie>je oo>u ee>i "
    r"(?<=[aeiou])h(?![aeiou])> w>v x>ks y>i q>k c(?=[aolrku])>k ii>i (.)\1>\1 H>h"
)
_NONE: frozenset[str] = frozenset()
_UMLAUTS = str.maketrans("äöü", "eei")


def transcriptions(word: str) -> frozenset[str]:
    """Return how Serbian may write a name that is spelt as German, English or transcribed Russian, folded:
    schneckenburger → snekenburger, göring → gering. Empty where nothing in it looks foreign.

    `word` is as `latin` gives it. Where ü and ö may have lost their dots, their vowels are tried too (muller → miler).
    """
    sounded = word if word.isascii() else word.translate(_UMLAUTS)
    folded = bare(sounded)
    if sounded == word and not _FOREIGN.search(folded):
        return _NONE
    german = _applied(_GERMAN, folded)
    spelt = {german, _applied(_ENGLISH, folded)}
    if sounded == word:
        spelt |= {german.replace("u", "i", 1), german.replace("o", "e", 1)}
    return frozenset(name for name in spelt if name != bare(word) and len(name) > 2)


def _applied(rules: Rules, word: str) -> str:
    for pattern, letters in rules:
        word = pattern.sub(letters, word)
    return word
