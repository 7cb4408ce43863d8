"""Centuries, decades, and parts of months, years, decades and centuries in running text.

Parts are those of `core.periods`; what is said of a century by quarters and decades is added here.
"""

import re
from dataclasses import replace

from archive_app.core.periods import PeriodPart, part_of
from archive_app.language.dating.found import Found, Meaning
from archive_app.language.dating.words import ORDINAL_DAY, ORDINALS, ordinal_number
from archive_app.language.dating.years import TENS, year_number

_HALF = r"(?:pol(?:i|e|a)?|polovin(?:[aieu]|om)|polovic(?:[aieu]|om))"
PART = (
    r"(?:(?:(?:u|tokom|od) )?(?:samim )?(?:prv|posled(?:nj|ń)|zad(?:nj|ń))i[mh] dan(?:ima|a)"
    r"|(?:(?:s|sa|u|na|pri|od|do|pod|pred|oko|po) )?(?:samim |samom |sam |samog )?"
    r"(?:pocetk(?:om|u|a)|sredinom|sredini|sredine|sredinu|polovinom|polovini|polovine|polovinu|polovicom|polovici|pola"
    r"|kraj(?:em|u|a)?|konc(?:em|u|a)|svrsetk(?:om|u|a)|izmak(?:om|u|a))"
    rf"|potkraj|(?:(?:u|tokom) )?(?:(?:prv|drug)(?:oj|om|e|u|a|i)|[12]\.) {_HALF}"
    r"|(?:(?:u|tokom) )?prv(?:oj|e|u) (?:nede(?:lj|ļ)|nedje(?:lj|ļ)|sedmic)[eiu])"
)
"""Matches the words for a part of a month, most of them for a part of any period."""

_KINDS: tuple[tuple[str, PeriodPart], ...] = (
    (r"(?:prv|posl|zad)[a-zļń]* dan", PeriodPart.FIRST_DAYS),
    (rf"(?:prv[a-z]*|1\.) {_HALF}", PeriodPart.FIRST_HALF),
    (rf"(?:drug[a-z]*|2\.) {_HALF}", PeriodPart.SECOND_HALF),
    (r"pocet|prvi[hm] (?:god|dec)", PeriodPart.EARLY),
    (r"sredin|pol(?:a|ovin|ovic)", PeriodPart.MIDDLE),
    (r"kraj|kon[ac]|svrset|izmak|(?:posl|zad)[a-zļń]*i[hm] (?:god|dec)", PeriodPart.LATE),
)
_FIRST_WEEK = re.compile(r"prv[a-z]* (?:ned|sed)")


def _kind(words: str) -> PeriodPart:
    if re.search(r"\b(?:posl|zad)[a-zļń]* dan", words):
        return PeriodPart.LAST_DAYS
    return next(kind for pattern, kind in _KINDS if re.search(rf"(?:\b|pot){pattern}", words))


def part_meaning(words: str, month: int | None = None) -> Meaning:
    """The part of a year, or of one of its months, that such words mean; "prva nedelja" is the first seven days."""

    def meaning(year: int | None) -> str | None:
        period = f"{2000 if year is None else year:04d}" + (f"-{month:02d}" if month else "")
        if _FIRST_WEEK.search(words):
            found: str | None = f"{period}-01/{period}-07~" if month else None
        else:
            found = part_of(period, _kind(words))
        return found and (found.replace("2000", "XXXX") if year is None else found)

    return meaning


_ROMAN_NUMBER = r"(?<![a-zđļń\d.-])[ivxh]{1,5}(?![a-zđļń])(?:-(?:oga|og|om|tog|tom|ti))?"
_NUMBER = rf"(?:{_ROMAN_NUMBER}|(?<![\d.,:/-])\d{{1,2}}(?:\.|-(?:tog|tom|og|om|ti|mi|i)\b)|{ORDINAL_DAY})"
_CENTURY_WORD = r"(?:v(?:ij|j)?ek(?:a|u|om)?\b|stol(?:e|je)(?:t[ij]|ć|c)[aeu]m?\b)"
_SHORT_CENTURY = r"(?:v|st)\."
_BEFORE_CHRIST = (
    r"(?P<bc>,? (?:pre|prije) (?:nove ere|n\. ?e\.|hrista|hr\.)|,? p\. ?n\. ?e\.)?(?: n(?:\. ?e\.|ove ere))?"
)
_CENTURY_PART = (
    rf"(?:{PART}|(?:(?:u|tokom) )?(?:{'|'.join(ORDINALS[:10])}|posled(?:nj|ń)|zad(?:nj|ń))(?:oj|om|e|u|a|i)"
    r" (?:cetvrtin|trecin|deceni(?:j)?)[aieu]|(?:(?:u|tokom) )?(?:prv|posled(?:nj|ń))i[hm] (?:godina|decenija)(?:ma)?)"
)
_RANGE = r"(?:(?P<from>\b(?:od|izme(?:đ|dj)u) ))?"
CENTURY = (
    rf"(?:\b(?P<part>{_CENTURY_PART}) |{_RANGE})(?P<c>{_NUMBER})"
    rf"(?: ?(?P<to>-|/|\b(?:i|ili|do|u|na)\b) ?(?P<d>{_NUMBER}))? ?"
    rf"(?:{_CENTURY_WORD}|(?<=[ivxh][ ]){_SHORT_CENTURY}){_BEFORE_CHRIST}"
)
"""Matches "početkom XIX veka", "18. i 19. stoleće"."""
CENTURY_NAMED_LATER = (
    rf"\b(?P<part>{_CENTURY_PART}) (?P<c>{_NUMBER})(?=\.? (?:i|ili|do|pa do) (?:{_CENTURY_PART} )?{_NUMBER} ?"
    rf"{_CENTURY_WORD})"
)
"""Matches the first of "krajem XVIII i početkom XIX veka"."""

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def _number(written: str) -> int:
    roman = re.match(r"[ivxh]+(?![a-z])", written)
    if roman:
        values = [_ROMAN_VALUES[letter] for letter in roman[0].replace("h", "x")]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-one if one < after else one for one, after in pairs)
    figures = re.match(r"\d+", written)
    return int(figures[0]) if figures else ordinal_number(written)


def read_century(match: re.Match[str]) -> Found | None:
    """A century, two of them, or a part of one."""
    groups = match.groupdict()
    numbers = [_number(written) for written in (match["c"], groups.get("d")) if written]
    if not all(1 <= number <= 21 for number in numbers) or sorted(set(numbers)) != numbers:
        return None
    if groups.get("bc"):
        if len(numbers) > 1 or match["part"]:
            return None
        return _settled(match, f"-{numbers[0] - 1:02d}XX", -1)
    centuries = [f"{number - 1:02d}XX" for number in numbers]
    year = 100 * (numbers[0] - 1)
    if match["part"]:
        meant = part_of_century(centuries[0], match["part"]) if len(centuries) == 1 else None
        return _settled(match, meant, year) if meant else None
    return _settled(match, _several(centuries, groups.get("to") or "", groups.get("from") or ""), year)


def _several(periods: list[str], to: str, led: str) -> str:
    """One period; or from one to another; or one of two, or both."""
    if len(periods) == 1:
        return periods[0]
    if led.startswith("izm"):
        return f"[{periods[0]}..{periods[1]}]"
    if to == "ili":
        return f"[{','.join(periods)}]"
    return f"{{{','.join(periods)}}}" if to == "i" else "/".join(periods)


_QUARTERS = ("00/{0}24~", "25~/{0}49~", "50~/{0}74~", "75~/{0}99")
_WHICH = (*((stem, number) for number, stem in enumerate(ORDINALS[:10])), ("posled|zad", -1))


def part_of_century(century: str, words: str) -> str | None:
    """The part of a century ("18XX") that words mean: also its quarters, thirds and first and last decades."""
    which = next((number for stem, number in _WHICH if re.search(rf"\b(?:{stem})(?![a-z]*in)", words)), 0)
    if "cetvrtin" in words and which < 4:
        return century[:2] + _QUARTERS[which].format(century[:2])
    if "trecin" in words and which < 3:
        thirds = (PeriodPart.EARLY, PeriodPart.MIDDLE, PeriodPart.LATE)
        return part_of(century, thirds[which])
    if re.search(r"decenij?[aieu]\b", words) and not re.search(r"i[hm] dec", words):
        return f"{century[:2]}{which % 10}X"
    return None if re.search("cetvrtin|trecin", words) else part_of(century, _kind(words))


def _settled(match: re.Match[str], edtf: str, year: int) -> Found:
    """A date whose year is not asked for."""
    start, end = match.span()
    if match.groupdict().get("from") and "/" not in edtf and ".." not in edtf:
        start = match.start("c")
    return Found(start, end, "century", lambda _year: edtf, year, leads=False)


_DECADE_WORDS = rf"(?:{TENS}|deset)"
_DECADE_FIGURES = r"(?:(?:1\d\d|20\d)0\.?|(?<![\d.,:/])['\u2019]?[1-9]0\.?)-?(?:-?t?(?:ih|im))"
_DECADE = rf"(?:\b{_DECADE_WORDS}i[hm]\b|{_DECADE_FIGURES}\b)"
_OF_CENTURY = (
    rf" (?:(?P<c>{_NUMBER}) ?(?:{_CENTURY_WORD}|(?<=[ivxh][ ]){_SHORT_CENTURY})"
    rf"|(?:prosl|minul|ov|nas)(?:oga|og|eg|ega) {_CENTURY_WORD})"
)
_NO_AGE = r"(?! (?:godin|zivota|starosti|svog|svoga|svoje|mog|moga|moje|ńegovog|ńegove|ńenog|ńene))"
DECADE = (
    rf"(?:\b(?P<part>{PART}) )?(?:"
    rf"(?P<d>{_DECADE})(?: (?P<to>i|ili|do) (?P<e>{_DECADE}))?(?: godin(?P<case>a|ama)\b)?(?:{_OF_CENTURY})?{_NO_AGE}"
    rf"|(?P<f>\b{_DECADE_WORDS}e) godine{_OF_CENTURY.replace('P<c>', 'P<g>')}"
    r"|\b(?P<y>(?:1\d\d|20\d)0)\.-?(?:ih|tih|e|te)? ?godin(?:a|ama)\b)"
)
"""Matches "početkom dvadesetih godina XX veka", "1930-ih", "osamdesete godine prošlog stoleća"."""
DECADE_ANCHOR = rf"{_DECADE_WORDS}(?:i[hm]|e)\b"
"""Matches what decades in words have."""


def read_decade(match: re.Match[str]) -> Found | None:
    """Ten years; which century they are of is told by the words, or else by the dates round them."""
    decades = [match[name] for name in ("d", "e", "f", "y") if match[name]]
    century = match["c"] or match["g"]
    plain = not century and not match["part"] and not any(one[-3].isdigit() or "-" in one for one in decades)
    if (
        match["d"]
        and plain
        and (match["case"] is None or (match["d"].endswith("im") and "vek" not in match[0]))
    ):
        return None
    years = [_decade_year(one) for one in decades]
    if sorted(set(years)) != years:
        return None
    if century:
        number = _number(century)
        if not 1 <= number <= 21 or years[-1] >= 100:
            return None
        years = [100 * (number - 1) + year for year in years]

    def meaning(year: int | None) -> str | None:
        if year is None:
            return None
        periods = [f"{(year - years[0] + one) // 10:03d}X" for one in years]
        if match["part"]:
            return part_of(periods[0], _kind(match["part"])) if len(periods) == 1 else None
        return _several(periods, "do" if match["to"] == "i" else match["to"] or "", "")

    start, end = match.span()
    found = Found(start, end, "decade", meaning, leads=False)
    return replace(found, short=years[0]) if years[0] < 100 else replace(found, year=years[0])


def _decade_year(written: str) -> int:
    figures = re.search(r"\d+", written)
    if figures:
        return int(figures[0])
    stem = re.sub(r"(?:i[hm]|e)$", "", written)
    return 10 if stem == "deset" else year_number(stem)
