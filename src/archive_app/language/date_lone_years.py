"""Years that no word calls one: "(1463)", "umro 1878.", "pao 1439, vraćen 1444 i opet izgubljen".

Patterns are over a plain copy (`core.months.plain_copy`). Each is given by what stands before the year and after it.
"""

from archive_app.language.date_years import COUNTED, LONE_YEAR, YEAR_WORD

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
        "after_word",
        r"(?<=[a-zđļń),] )",
        r"(?:\.(?=[,;)]| [a-zđļń-]| *(?:\n|$))|(?=[,;)]| i (?!\d|vise|po\b)))",
    ),
    ("out_of", r"\biz ", rf"(?=\.? [a-zđļń]){COUNTED}"),
    ("after_a_year", _AFTER_A_YEAR, rf"(?![.,/-]?\d|[.]? ?(?:godin|god\.|g\.)){COUNTED}"),
    ("named", r"\b(?:nov[aoe]|ta|ova|cela|citava|ratna|kobna|slavna|burna|bese) ", r" godina\b"),
    ("last_of_list", r"(?<=\d\d\d\d, )", r"(?=\.?\)|\.? *(?:\n|$)|\. )"),
    ("before_dash", r"(?<=[,:] )", r"\.?(?= -)"),
)

LONE_YEARS = "|".join(
    [
        r"\((?P<in_brackets>1\d{3}|20[0-2]\d)\.?\)",
        r"\b(?:u|od|do|iz|posle|poslije|nakon|pre|prije) (?P<early>1[0-2]\d\d(?<!00))(?=\.?[,;:)])",
        *(rf"{before}(?P<{name}>{LONE_YEAR}){after}" for name, before, after in _PLACES),
    ]
)
"""Matches such a year; the group that is not "about" is the year, its name says what it is told from."""
