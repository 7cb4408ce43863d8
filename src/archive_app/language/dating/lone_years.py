"""Years that no word calls one: "(1463)", "umro 1878.", "pao 1439, vraćen 1444 i opet izgubljen".

Patterns are over a plain copy (`core.months.plain_copy`). Each is given by what stands before the year and after it.
"""

import re

from archive_app.language.dating.years import COUNTED, COUNTED_WORDS, LONE_YEAR, YEAR_WORD

_PUNCTUATION = r"\.?[,;:)\]\n]|\.(?!\d)|$"
_CLAUSE = r"kad|kada|i|a|je|su|se|bi|bila|bio|bilo|bese|behu|pa|te|dok|na|u"
_OCCASION = (
    r"(?:ugovor|napad|bit[ck]|boj|rat|ustan[ak]|sabor|bun|pokret|propast|mir|zakon|popis|izbor|poraz|pobed)[a-z]{0,4}"
    r" (?:od|iz)"
)
_FAMOUS = r"ove|te|iste|prosle|nove|slavne|nesrecne|kobne|burne|ratne|daleke"
_AFTER_A_YEAR = r"(?:(?<=\d\d\d\d i )|(?<=\d\d\d\d ili )|(?<=\d\d\d\d\. i )|(?<=\d\d\d\d\. ili ))"

_PLACES: tuple[tuple[str, str, str], ...] = (
    ("near", r"(?P<about>\b(?:oko|cca|ca\.|ok\.|c\.) )", rf"(?={_PUNCTUATION}| -)"),
    (
        "led",
        r"\b(?:u|od|do|iz|za|jos|tek|vec|posle|nakon|pre|godina) ",
        rf"(?={_PUNCTUATION}| (?:{_CLAUSE})\b)",
    ),
    ("famous", rf"\b(?:{_FAMOUS}|{_OCCASION}) ", r"(?!\d|[.,]\d)"),
    (
        "listed",
        r"(?<![\d.,/-])",
        rf"\.?(?=(?:,? (?:i |ili )?{LONE_YEAR}\.?){{1,6}}(?: ?{YEAR_WORD}|[,;)]|\.? *(?:\n|$)|\. [a-z]))",
    ),
    ("at_the_end", r"(?:(?:^|\n) {0,3}|[.!?] )", r"\.?(?= *(?:\n|$))"),
    (
        "opening",
        r"(?:(?:^|\n) {0,3}|[.!?;] )",
        r"(?:\.(?= [a-zđļń])|\.?(?= -)|(?= (?:su|je|se|smo|bese|behu)\b))",
    ),
    (
        "after_word",
        r"(?<=[a-zđļń),;] )",
        r"(?:\.(?=[,;)]| [a-zđļń-]| *(?:\n|$))|(?=[,;)]| i (?!\d|vise|po\b)))",
    ),
    ("out_of", r"\biz ", rf"(?=\.? [a-zđļń]){COUNTED}"),
    ("since", r"\bod ", rf"(?= (?!do\b)[a-zđļń]+(?<![ah])\b){COUNTED}"),
    ("after_a_year", _AFTER_A_YEAR, rf"(?![.,/-]?\d|[.]? ?(?:godin|god\.|g\.)){COUNTED}"),
    ("named", r"\b(?:nov[aoe]|ta|ova|cela|citava|ratna|kobna|slavna|burna|bese) ", r" godina\b"),
    ("last_of_list", r"(?<=\d\d\d\d, )", r"(?=\.?\)|\.? *(?:\n|$)|\. )"),
    ("before_dash", r"(?<=[,:] )", r"\.?(?= -)"),
)

LONE_YEARS = "|".join(
    [
        r"\((?P<in_brackets>1\d{3}|20[0-2]\d)\.?\)",
        r"(?<=[a-zđļń),] )(?P<round>1[5-9]00)(?=\.?[,;)]|\. [a-z]|\.? *(?:\n|$))",
        r"\b(?:u|od|do|iz|posle|poslije|nakon|pre|prije) (?P<early>1[0-2]\d\d(?<!00))(?=\.?[,;:)])",
        *(rf"{before}(?P<{name}>{LONE_YEAR}){after}" for name, before, after in _PLACES),
    ]
)
"""Matches such a year; the group that is not "about" is the year, its name says what it is told from."""

_HOW_MANY = re.compile(
    r"\b(?:ima[a-zļ]*|broja[a-z]*|iznos[a-z]*|ukupno|svega|cak|kosta[a-z]*|plati[a-z]*|dobi[a-z]*|broj[a-z]*|bilo|ih"
    r"|oko|po|na|koliko|jos|vise|mańe|od|prvih|svih|tih|ovih)(?: je| su)? $"
)
"""Before a number at the end of a sentence: it counts something."""
_SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,3}, $")
"""Before a number in a list of pages: "Avala 12, 45, 1912"."""
_YEAR_BEFORE = re.compile(r"(?<![\d.,])1[4-9]\d[1-9](?![\d.,]?\d)")
"""A round number is a year where another year stands before it."""
_QUANTITY = re.compile(rf"(?<![\d.,])(?:1\d{{3}}|20\d\d) {COUNTED_WORDS}")


def is_year(text: str, plain: str, match: re.Match[str]) -> bool:
    """Whether a match of `LONE_YEARS` is a year, by what stands round it; capitals are looked for in `text`."""
    if match["in_brackets"] or match["named"]:
        return True
    if _is_among_quantities(plain, match):
        return False
    after = match.end()
    if match["opening"]:
        return not text[after : after + 2].strip().isupper()
    if match["round"]:
        return _YEAR_BEFORE.search(plain, max(0, match.start() - 60), match.start()) is not None
    if match["after_word"]:
        following = text[match.end("after_word") + 1 : match.end("after_word") + 3].strip(" ,")
        before = plain[max(0, match.start() - 24) : match.start()]
        if _SHORT_NUMBER.search(before):
            return False
        return not following[:1].isupper() or _HOW_MANY.search(before) is None
    return True


def _is_among_quantities(plain: str, match: re.Match[str]) -> bool:
    """Whether the sentence counts in numbers that look like years: "zarobljeno je 1389 vojnika, a ranjeno 1914"."""
    start = max(plain.rfind(". ", max(0, match.start() - 160), match.start()), match.start() - 160, 0)
    end = plain.find(". ", match.end(), match.end() + 100)
    return _QUANTITY.search(plain, start, end if end > 0 else match.end() + 100) is not None
