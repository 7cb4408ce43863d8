"""Years as they are written in dates: in figures, in two figures ("'44", "41-ve"), and in words.

Patterns are over a plain copy (`core.months.plain_copy`).
"""

import re

from archive_app.language.dating.words import ORDINALS, count_of

_TENS = {
    "dvadeset": 20, "trideset": 30, "cetrdeset": 40, "pedeset": 50, "sezdeset": 60, "sedamdeset": 70,
    "osamdeset": 80, "devedeset": 90,
}  # fmt: skip
TENS = rf"(?:{'|'.join(_TENS)})"
"""Matches the stem of twenty to ninety."""

_ENDING = r"(?:e|a|oj)\b"
_AND = r"(?:[ -]i)?[ -]"
_UNIT = rf"(?:{'|'.join(ORDINALS[:9])})"
_LAST_TWO = rf"(?:{TENS}{_AND}{_UNIT}|{'|'.join(reversed(ORDINALS))}|{TENS}){_ENDING}"
_THOUSAND = r"(?:hi(?:lj|ļ)adu|tisucu)"
_HUNDREDS = (
    r"(?:(?:dve|dvje|tri|cetiri|pet|sest|sedam|osam|devet)(?:sto|sta)|(?:pet|sest|sedam|osam|devet) stotina)"
)

FULL_WORDS = (
    rf"(?:\b{_THOUSAND}{_AND}{_HUNDREDS}{_AND}{_LAST_TWO}"
    rf"|\b(?:sedam|osam|devet)(?:sto| stotina){_AND}(?:{_LAST_TWO})(?<!a)"
    rf"|\b(?:{_THOUSAND}{_AND})?(?:sedam|osam|devet)stote\b|\bdve hi(?:lj|ļ)ade{_AND}{_LAST_TWO})"
)
"""Matches a whole year in words: "hiljadu devetsto četrdeset prve", "devet stotina četrnaeste"."""

SHORT_WORDS = rf"\b{TENS}{_AND}{_UNIT}e\b"
"""Matches the last two figures of a year in words, in the genitive: "četrdeset prve"."""

LATE_WORDS = rf"\b(?:{'|'.join(list(_TENS)[2:])}){_AND}{_UNIT}e\b"
"""The same from forty on: smaller numbers are an age as often as a year."""

TEEN_WORDS = rf"\b(?:{'|'.join(ORDINALS[9:])})e\b"
"""Matches the last two figures of the years 10 to 19 in words, in the genitive; said so only after a month."""

SHORT_FIGURES = r"(?<![a-zđļń\d])['\u2018\u2019]\d\d(?![\d'\u2019])"
"""Matches the last two figures of a year behind an apostrophe."""

SHORT_ENDED = r"(?<![\d.,:/-])[1-9][1-9]-(?:ve|ge|ce|te|me|e)\b"
"""Matches two figures with the ending of an ordinal: "41-ve", "44-te"."""


COUNTED_WORDS = (
    r"(?:(?:lj|ļ)udi|vojnika|boraca|partizana|nemaca|zarob(?:lj|ļ)eni(?:ka|h)|mrtvih|ra(?:nj|ń)eni(?:ka|h)|poginulih|tona"
    r"|kg|kilograma|km|kilometara|metara|metra|m|cm|dinara|din|para|dukata|grosa|forinti|kruna|oka|stanovnika|kuca|zrtava"
    r"|civila|domova|ko(?:nj|ń)a|ko(?:nj|ń)anika|pesaka|turaka|srba|rusa|bugara|grla|ovaca|svi(?:nj|ń)a|koza|goveda|kosnica"
    r"|tenkova|topova|pusaka|puske|mitra(?:lj|ļ)eza|granata|bombi|puta|dana|porodica|osoba|dusa|lica|radnika|đaka|ucenika"
    r"|ucenica|knjiga|kńiga|oficira|primeraka|oruđa|aviona|godina|komada|strana|koraka|hvati|akcija|glava|glave|duluma"
    r"|hektara|jutara|vagona|boda|bodova|glasova)\b"
)
COUNTED = rf"(?! ?{COUNTED_WORDS})"
"""After a number that looks like a year, where it counts nothing: not "12. oktobra 1200 boraca". Genitives of the
plural only: "oktobra 1944 ranjen je" is a year."""
YEAR_ENDING = r"(?:-(?:t[eouia]j?|v[eouia]j?|g[eouia]|m[eouia]|e|oj|u|a)\b)?"
YEAR_WORD = r"(?:godin(?:a|e|i|u|om)\b|goda\b|god\b\.?|g\.|l(?:j)?eta\b|ļeta\b|l(?:j)?etu\b|ļetu\b)"
WITH_YEAR_WORD = rf"{YEAR_ENDING}[.;]?,? ?{YEAR_WORD}"
LONE_YEAR = r"(?:1[3-9]\d\d|20[0-2]\d)(?<!00)"
"""Matches figures that are likely to be a year also where no word says so."""


def year_pattern(name: str) -> str:
    """A pattern for a year that stands after a month or a part of a year, as a group of that name."""
    return (
        rf"(?P<{name}>(?<!\d)(?:1\d{{3}}|20\d\d)(?!\d|[.,]\d{{3}})|{SHORT_FIGURES}|{FULL_WORDS}|{SHORT_WORDS}"
        rf"|{TEEN_WORDS}|(?<!\d)[1-9]\d(?=\.? ?(?:godine|god\.)))"
        rf"(?:{WITH_YEAR_WORD}|(?=\.)|{YEAR_ENDING}{COUNTED})"
    )


def year_number(written: str) -> int:
    """Return the year that a match of these patterns, or one in figures, means; below 100 where only two are told."""
    figures = re.search(r"\d+", written)
    if figures:
        return int(figures[0])
    total = count = 0
    for word in re.split(r"[ -](?:i[ -])?", written):
        if re.match(_THOUSAND.replace("adu", "ad"), word):
            total, count = total + 1000 * (count or 1), 0
        elif word == "stotina":
            total, count = total + 100 * count, 0
        elif hundred := re.fullmatch(r"(\w+?)(?:sto|sta)(?:te)?", word):
            total += 100 * count_of(hundred[1].replace("dvje", "dve"))
        elif word in _TENS:
            total += _TENS[word]
        elif ordinal := _ordinal(word):
            total += ordinal
        else:
            count = count_of(word)
    return total + 1000 if 100 <= total < 1000 else total


def _ordinal(word: str) -> int:
    """The value of an ordinal in the feminine ("prve", "tridesete"), 0 for anything else."""
    stem = re.sub(r"(?:e|a|oj|u)$", "", word)
    if stem == word:
        return 0
    if stem in _TENS:
        return _TENS[stem]
    return next((value for value, one in enumerate(ORDINALS, start=1) if re.fullmatch(one, stem)), 0)


def nearest_century(last_two: int, year: int | None) -> int:
    """The year with these two last figures that is nearest to another one; of the 20th century where none is known."""
    if year is None:
        return 1900 + last_two
    century = year - year % 100
    return min((century + last_two + more for more in (0, -100, 100)), key=lambda one: abs(one - year))
