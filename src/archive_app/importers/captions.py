"""Captions of photos that stand between the paragraphs of an article, and what they tell of the photo.

A caption is a short paragraph between long ones. Three degrees of certainty are told apart: `CERTAIN` ends in a
date that is a sentence of its own, or names who took the photo, or is numbered as a picture; `LIKELY` is a
phrase without a verb that ends in a date; `WEAK` is only such a phrase. A text full of speech has many weak ones,
so the weak count only beside surer ones in the same text.
"""

import calendar
import re
from enum import IntEnum

from archive_app.core.imported import ImportedCaption
from archive_app.core.months import SEASONS, month_number, plain_copy
from archive_app.language.folding import latin

MAX_CAPTION = 300
"""The longest paragraph that may be a caption, in code points."""

_ROMAN_MONTHS = dict(zip("I II III IV V VI VII VIII IX X XI XII".split(), range(1, 13), strict=True))
# Cyrillic letters that are typed in their place.
_ROMAN_LETTERS = str.maketrans("ІХ", "IX")

_DATE = re.compile(
    r"(?<![\w.,/–-])(?:(?P<day>\d{1,2})\.\s?)?"
    r"(?:(?P<month>[^\W\d_]{1,10})\.?\s|(?P<number>1[0-2]|0?[1-9])\.\s?)?"
    r"(?P<year>1[5-9]\d\d|20\d\d)\b\.?"
    r"(?:\s?(?:godine?|god|g|године?|год|г)\b\.?)?"
)
_YEARS = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)\s?[–—-]\s?(1[5-9]\d\d|20\d\d)(?!\d)\.?")
_CREDIT = re.compile(
    r"(?:\b(?:foto|fotografija|snimi[ol]a?|izvor|autor|фото|фотографија|снимио|снимила|извор|аутор)\s?[:/]|"
    r"(?<=[.,([])\s?(?:foto|snimi[ol]a?|фото|снимио|снимила)\b\s?[:/]?)\s*(?P<who>[^()\[\]]{2,80})[)\]]?$",
    re.IGNORECASE,
)
_PICTURE_NUMBER = re.compile(
    r"(?:slika|sl\.|fotografija|foto|snimak|slika br\.)\s?\d{1,3}\s?[.:–—)]\s?\w", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_HINTS = (
    "foto",
    "snimi",
    "izvor",
    "autor",
    "slika",
    "sl.",
    "фото",
    "сними",
    "извор",
    "аутор",
    "слика",
    "сл.",
)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?…]+\s+(?=[^\W\d_])")
_RELATIVE = re.compile(r"\b(?:koj(?:i|a|e|u|eg|oj|em|im|ih|ima|om)|gd(?:j)?e|što|dok|kada?)\b")
_FINITE = re.compile(
    r"\b(?:je|su|sam|si|smo|ste|nije|nisu|nisam|nismo|niste|jeste|jesu|će|ću|ćeš|ćemo|ćete|neće|neću|bi|bih|"
    r"bismo|biste|beše|bješe|bejaše|bijaše|behu|bijahu|bio|bila|bilo|bili|bile|ima|imaju|nema|nemaju|da|se)\b"
)
_DEPICTING = re.compile(r"\b(?!staz)[^\W\d_]{2,}(?:aju|uju|eju|uje|aze|azi|ose|osi)\b")
_ABBREVIATIONS = frozenset({"god", "br", "str", "sv"})
_QUOTES = frozenset('„“”»«"')


class Sureness(IntEnum):
    """How sure a short paragraph is to be a caption, by its own wording."""

    NO = 0
    WEAK = 1
    LIKELY = 2
    CERTAIN = 3


def has_finite_verb(text: str) -> bool:
    """Whether the main clause holds an auxiliary, a negation of it, or a reflexive: then it is a sentence.

    A clause after a relative word does not count (Оклопна техника коју су оставили has none).
    """
    return _FINITE.search(_RELATIVE.split(latin(text), maxsplit=1)[0]) is not None


def may_be_sure(text: str) -> bool:
    """Whether `sureness` can be more than WEAK: a quick look, for texts of many paragraphs."""
    if not _may_begin_and_end(text):
        return False
    return _DIGIT.search(text) is not None or any(map(text.lower().__contains__, _HINTS))


def sureness(text: str) -> Sureness:
    """Return how sure `text`, one paragraph, is to be a caption. Its place in the text is the caller's business."""
    if not _may_begin_and_end(text) or len(_SENTENCE.findall(text)) > 3:
        return Sureness.NO
    if _PICTURE_NUMBER.match(latin(text)) or _CREDIT.search(text.rstrip(". ")):
        return Sureness.CERTAIN
    before = _before_final_date(text)
    if before is not None:
        if not any(map(str.isalpha, before)):
            return Sureness.NO
        if before.endswith((".", ")", "]")) and not _is_abbreviation(before):
            return Sureness.CERTAIN
        if before.endswith(",") or has_finite_verb(before):
            return Sureness.NO if has_finite_verb(before) else Sureness.WEAK
        return Sureness.LIKELY
    return Sureness.WEAK if _is_bare_phrase(text) else Sureness.NO


def described(ordinal: int, caption: str) -> ImportedCaption:
    """Return what the caption with this place among the passages tells: its date as EDTF, and the credit."""
    text = " ".join(caption.split())
    credit = _CREDIT.search(text.rstrip(". "))
    match = _final_date(text[: credit.start()].rstrip(" ,([") if credit else text)
    who = credit["who"].strip(" .,") if credit else ""
    if match and not who:
        who = text[match.end() :].strip(" .,;()[]")
    return ImportedCaption(ordinal=ordinal, caption=caption, date=_edtf(match) if match else "", credit=who)


def _may_begin_and_end(text: str) -> bool:
    if not 8 <= len(text) <= MAX_CAPTION or text.endswith((":", "?", "!", ",", ";", "…", "...")):
        return False
    return text[0].isupper() or text[0] in "(["


def _is_bare_phrase(text: str) -> bool:
    """Whether it is a short phrase without a verb; one that has no full stop must not look like a heading."""
    if len(text) > 150 or _QUOTES.intersection(text) or " — " in text or " – " in text:
        return False
    if _SENTENCE.search(text) or has_finite_verb(text):
        return False
    return text[0] in "([" or text.endswith(".") or _DEPICTING.search(latin(text)) is not None


def _is_abbreviation(before: str) -> bool:
    """Whether the full stop before a date belongs to an abbreviation or an ordinal (septembra 3. 1944)."""
    last = before.rstrip(".").rsplit(maxsplit=1)[-1]
    return before.endswith(".") and (last.isdigit() or len(last) < 2 or latin(last) in _ABBREVIATIONS)


def _final_date(text: str) -> re.Match[str] | None:
    """Return the date that ends the caption, but for a credit after it."""
    for pattern in (_YEARS, _DATE):
        for match in pattern.finditer(text):
            if _is_credit_or_nothing(text[match.end() :]):
                return match
    return None


def _before_final_date(text: str) -> str | None:
    match = _final_date(text)
    if match is None:
        return None
    start = match.start()
    if match.re is _DATE and match["month"] and not _month(match):
        # An ordinary word before the year is no part of the date.
        start = match.start("year")
    return text[:start].rstrip(" (")


def _is_credit_or_nothing(rest: str) -> bool:
    bare = rest.strip(" .,;()[]")
    if not bare:
        return True
    return rest[0] == "," and len(bare) <= 80 and bare[0].isupper() and not has_finite_verb(bare)


def _edtf(match: re.Match[str]) -> str:
    """Return the date as EDTF, as exact as it is given and possible."""
    if match.re is _YEARS:
        return f"{match[1]}/{match[2]}" if match[1] < match[2] else match[1]
    year, month = int(match["year"]), _month(match)
    if not month:
        return f"{year:04}"
    day = int(match["day"] or 0)
    if month > 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def _month(match: re.Match[str]) -> int:
    """Return the month of a date (or EDTF's number of a season, 21 to 24), 0 where none is given."""
    if match["number"]:
        return int(match["number"])
    word = match["month"] or ""
    name = plain_copy(word)
    roman = _ROMAN_MONTHS.get(word.translate(_ROMAN_LETTERS), 0)
    return roman or month_number(name) or SEASONS.get(name, 0)
