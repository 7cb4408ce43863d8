"""Single dates as people write them in Serbian (either script) and English: days, months, seasons, decades, centuries.

All is read in a folded copy: lower-case Latin without diacritics, with dj, lj and nj in two letters.
"""

import re
from typing import NamedTuple

from archive_app.core.months import month_number, plain_copy

_TWO_LETTERS = str.maketrans({"đ": "dj", "ļ": "lj", "ń": "nj", "ǆ": "dz", "\u2019": "'", "\n": " "})


def folded(text: str) -> str:
    """The folded copy of a typed date; dashes are "-", and no spaces stand around "-" and "/"."""
    plain = " ".join(plain_copy(text).translate(_TWO_LETTERS).split())
    return re.sub(r" ([.,])", r"\1", re.sub(r" ?([-/]) ?", r"\1", plain)).strip(" ,;")


class Written(NamedTuple):
    """A date of which parts may be missing, each as EDTF writes it; a decade or century is a year with X."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def edtf(self) -> str:
        """The EDTF text of a date whose year is there."""
        return "-".join(part for part in self if part)

    def completed(self, other: "Written") -> "Written":
        """With the parts that are missing here taken from another date of the same kind."""
        month = self.month or (other.month if self.day else "")
        return Written(self.year or other.year, month, self.day)


_SEASON_FORMS = (
    ("spring", "prolece", "proleca", "proljece", "proljeca"),
    ("summer", "leto", "leta", "leti", "ljeto", "ljeta", "ljeti"),
    ("autumn", "fall", "jesen", "jeseni"),
    ("winter", "zima", "zime", "zimi", "zimu"),
)
SEASONS = {form: str(number) for number, forms in enumerate(_SEASON_FORMS, 21) for form in forms}
_TENS = {
    "deset": 1, "dvadeset": 2, "trideset": 3, "cetrdeset": 4, "pedeset": 5, "sezdeset": 6, "sesdeset": 6,
    "sedamdeset": 7, "osamdeset": 8, "devedeset": 9,
}  # fmt: skip
_CENTURY = re.compile(
    r"(?:u |the )?(?:(?P<roman>[ivxh]+)\.?|(?P<number>\d{1,2})(?:\.|st|nd|rd|th|-?(?:og|i|om))?"
    r"|(?P<word>[a-z]+(?:i|og|om)))"
    r"[ -](?:vek(?:a|u|om)?|vijeku?|vijeka|v\.?|st\.?|stolec[ea]|stoljec[ea]|stoljecu|century)(?: (?P<era>.+))?"
)
_ORDINALS = (
    "prv", "drug", "trec", "cetvrt", "pet", "sest", "sedm", "osm", "devet", "deset", "jedanaest", "dvanaest",
    "trinaest", "cetrnaest", "petnaest", "sesnaest", "sedamnaest", "osamnaest", "devetnaest", "dvadeset",
)  # fmt: skip
_DECADE_IN_WORDS = re.compile(
    rf"({'|'.join(_TENS)}|[1-9]0)(?:-?(?:ih|tih|te|e|im)|\.)(?: god(?:\.|ina|ine|inama)?)?(?: (.+))?"
)
_DECADE = re.compile(r"(?:the )?(1\d\d|20\d)0(?:'?s|-?(?:ih|tih|te|e|tim))(?: godina| godine)?")
_BEFORE_CHRIST = (
    r"b\.? ?c\.?(?: ?e\.?)?|pne|p(?:re|rije|\.)? ?n(?:ove|\.)? ?e(?:re|\.)?|p(?:re|rije|r\.?) hr(?:ista|\.)?"
)
_AFTER_CHRIST = r"a\.? ?d\.?|c\.? ?e\.?|n(?:ove|\.) ?e(?:re|\.)?|nase ere|posle hrista"
_YEAR = re.compile(
    rf"(?P<ad>ad )?(?:god(?:ina|ine|\.) )?(?P<year>\d{{1,9}})\.?(?:-?e)?(?: ?(?:godin[aeiu]|god\.?|g\.?))?"
    rf"(?:,? (?:(?P<bc>{_BEFORE_CHRIST})|(?P<ce>{_AFTER_CHRIST})))?"
)
_ERA = re.compile(rf"(?P<bc>{_BEFORE_CHRIST})|(?P<ce>{_AFTER_CHRIST})")
_EDTF_YEAR = re.compile(r"\d{3}[xh]|\d\d[xh]{2}|[xh]{4}")


def _roman(word: str) -> int:
    """The number of Roman figures up to XXX, 0 for other words; the Cyrillic letter Х is folded to h."""
    figures = word.replace("h", "x").rstrip(".")
    if not re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", figures):
        return 0
    values = {"i": 1, "v": 5, "x": 10}
    numbers = [values[figure] for figure in figures]
    pairs = zip(numbers, [*numbers[1:], 0], strict=True)
    return sum(-number if number < after else number for number, after in pairs)


def edtf_year(year: int) -> str:
    """A year as EDTF writes it, 0 being 1 BC."""
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"


def _year(text: str) -> str:
    """A year, decade or century as EDTF, "" where the text is none."""
    if _EDTF_YEAR.fullmatch(text):
        return text.replace("h", "x").upper()
    if text.startswith("the year ") and text[9:].isdecimal():
        return edtf_year(int(text[9:]))
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}X"
    if found := _YEAR.fullmatch(text):
        era = found["ad"] or found["bc"] or found["ce"]
        if not era and len(found["year"]) not in (3, 4):
            return ""
        number = int(found["year"])
        return "" if not number and era else edtf_year(1 - number if found["bc"] else number)
    return _century(text) or _decade_in_words(text)


def _century(text: str) -> str:
    found = _CENTURY.fullmatch(text)
    if found is None or (found["era"] and not _ERA.fullmatch(found["era"])):
        return ""
    number = _roman(found["roman"]) if found["roman"] else int(found["number"] or 0)
    if found["word"]:
        stem = re.sub(r"(?:eg|og|om|em|i)$", "", found["word"])
        number = _ORDINALS.index(stem) + 1 if stem in _ORDINALS else 0
    if not 1 <= number <= 30:
        return ""
    era = _ERA.fullmatch(found["era"] or "")
    return ("-" if era and era["bc"] else "") + f"{number - 1:02d}XX"


def _decade_in_words(text: str) -> str:
    """ "Četrdesetih godina 20. veka": without the century it is no decade, since nobody knows which."""
    found = _DECADE_IN_WORDS.fullmatch(text)
    if found is None or not found[2]:
        return ""
    century = _century(found[2])
    tens = _TENS.get(found[1]) or int(found[1][0])
    return f"{century[:2]}{tens}X" if century and century[0] != "-" else ""


def decade_without_century(text: str) -> bool:
    """Whether it is a decade of which nothing says in which century it was."""
    found = _DECADE_IN_WORDS.fullmatch(text)
    return found is not None and not found[2]


def _month(text: str) -> str:
    number = month_number(text) or (int(text) if text.isdecimal() else _roman(text))
    return f"{number:02d}" if number else ""


_NUMBERED = re.compile(r"(?:(?P<day>\d{1,2})\.? ?)?(?P<month>\d{1,2}|[ivxh]+)(?:\. ?| |$)(?P<year>.*)")
_NAMED = re.compile(
    r"(?:the )?(?:(?P<day>\d{1,2})(?:\. ?|(?:st|nd|rd|th|-?(?:og|oga|tog|toga|ti))?(?: of)? )|(?P<day2>\d{1,2})\.?)?"
    r"(?P<month>[a-z]{3,}\.?)(?:,? ?(?:of )?(?P<year>.*))?"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]{3,}\.?) (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:(?:,? )(?P<year>.+)|$)"
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})\.?")
_FIGURES_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<mark>[./]) ?(?P<month>\d\d)(?:(?P=mark) ?(?P<day>\d{1,2}))?\.?"
)
_MONTH_AND_YEAR = re.compile(r"(?P<month>0?[1-9]|1[0-2])[./] ?(?P<year>\d{4})\.?")
_UNKNOWN = {
    "month and day unknown": {"month": "XX", "day": "XX"},
    "mesec i dan nepoznati": {"month": "XX", "day": "XX"},
    "day and year unknown": {"year": "XXXX", "day": "XX"},
    "dan i godina nepoznati": {"year": "XXXX", "day": "XX"},
    "year unknown": {"year": "XXXX"},
    "godina nepoznata": {"year": "XXXX"},
    "month unknown": {"month": "XX"},
    "mesec nepoznat": {"month": "XX"},
    "day unknown": {"day": "XX"},
    "dan nepoznat": {"day": "XX"},
}
"""What stands after a date of which a part is unknown, and EDTF's figures for it."""


def read_written(text: str) -> Written | None:
    """One date in a folded text, None where it is none. Parts may be missing: "28. septembra", "18"."""
    for ending, parts in _UNKNOWN.items():
        if text.endswith(ending):
            known = text.removesuffix(ending).rstrip(" ,")
            if (some := _one_of_ten(known, tuple(parts))) is not None:
                return some
            written = read_written(known) if known else Written()
            if written is None or any(getattr(written, name) for name in parts):
                return None
            return written._replace(**parts)
    text = _ORDINAL.sub(_figures, _INTRODUCED.sub("", text))
    if year := _year(text):
        return Written(year)
    if found := _FIGURES.fullmatch(text):
        return Written(found["year"], found["month"].zfill(2), found["day"].zfill(2))
    if found := _FIGURES_YEAR_FIRST.fullmatch(text):
        return Written(found["year"], found["month"].zfill(2), found["day"].zfill(2) if found["day"] else "")
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return Written(found["year"], found["month"].zfill(2))
    return _season(text) or _part_of_year(text) or _day_or_month(text)


_TEN_DAYS = re.compile(r"(\d{1,2})\.?-(\d{1,2})\.? (.+)")
_TEN_MONTHS = re.compile(r"([a-z]+\.?)-([a-z]+\.?) (.+)")


def _one_of_ten(text: str, unknown: tuple[str, ...]) -> Written | None:
    """ "20–29 October 1944", of which it is not known which day: the days or months that share their first figure."""
    if unknown == ("day",) and (found := _TEN_DAYS.fullmatch(text)):
        written = read_written(found[3])
        if written is not None and written.month and not written.day and int(found[1]) in (1, 10, 20, 30):
            return written._replace(day=f"{int(found[2]) // 10}X")
    if unknown == ("month",) and (found := _TEN_MONTHS.fullmatch(text)):
        months = {("01", "09"): "0X", ("10", "12"): "1X"}.get((_month(found[1]), _month(found[2])))
        return Written(year, months) if months and (year := _year(found[3])) else None
    return None


_WEEKDAYS = (
    r"ponedelja?k|ponedjelja?k|utora?k|sred[aeu]|srijed[aeu]|cetvrta?k|peta?k|subot[aeu]|nedelj[aeu]|nedjelj[aeu]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_INTRODUCED = re.compile(
    rf"^(?:(?:u |on )?(?:{_WEEKDAYS}),? )?"
    r"(?:(?:dana?|on|in|during|u toku|tokom|u|meseca|mesec)(?: the| mesecu)? (?=\S))?"
)
_ORDINAL = re.compile(
    rf"^(?:(dvadeset|trideset) )?({'|'.join([*_ORDINALS, 'trideset'])})(?:i|og|oga|eg|ega|om|em) (?=[a-z]{{3}})"
)


def _figures(ordinal: re.Match[str]) -> str:
    """ "Dvadeset prvog oktobra" with the day in figures; centuries and quarters in words are left as they are."""
    following = re.match(r"[a-z]+\.?", ordinal.string[ordinal.end() :])
    if following is None or month_number(following[0]) is None:
        return ordinal[0]
    number = 30 if ordinal[2] == "trideset" else _ORDINALS.index(ordinal[2]) + 1
    return f"{number + {'dvadeset': 20, 'trideset': 30}.get(ordinal[1] or '', 0)}. "


def _season(text: str) -> Written | None:
    hemisphere = 0
    for words, shift in (("(northern hemisphere)", 4), ("(southern hemisphere)", 8)):
        if text.endswith(words):
            text, hemisphere = text.removesuffix(words).rstrip(), shift
    for form in sorted(SEASONS, key=len, reverse=True):
        if text == form or text.startswith(f"{form} "):
            rest = re.sub(r"^(?:of |godine )", "", text[len(form) :].strip(" ,"))
            year = _year(rest)
            if rest and not year:
                return None
            return Written(year, str(int(SEASONS[form]) + hemisphere))
    return None


_NTH_OF_YEAR = re.compile(
    r"(?:the )?(?P<nth>prv|drug|trec|cetvrt|poslj?ednj|first|second|third|fourth|last)[a-z]*"
    r" (?P<unit>kvartal|trom(?:j)?esec|quarter|trecin|third|polovin|half)[a-z]*(?: of)? (?P<year>.+)"
)
_NTH = {"prv": 0, "firs": 0, "drug": 1, "seco": 1, "trec": 2, "thir": 2, "cetv": 3, "four": 3}
_UNITS = {"trecin": (37, 3), "third": (37, 3), "polovin": (40, 2), "half": (40, 2)}
"""EDTF's number of the first such part of a year, and how many there are; else quarters."""


def _part_of_year(text: str) -> Written | None:
    """A quarter, third or half of a year."""
    found = _NTH_OF_YEAR.fullmatch(text)
    year = _year(found["year"]) if found else ""
    if found is None or not re.fullmatch(r"-?\d{4}", year):
        return None
    first, count = _UNITS.get(found["unit"], (33, 4))
    nth = _NTH.get(found["nth"][:4], count - 1)
    return Written(year, str(first + nth)) if nth < count else None


def _day_or_month(text: str) -> Written | None:
    if re.fullmatch(r"\d{1,2}\.?", text):
        return Written(day=text.rstrip(".").zfill(2))
    for pattern in (_NAMED, _MONTH_FIRST, _NUMBERED):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        groups = found.groupdict()
        month, rest = _month(found["month"]), (groups["year"] or "").strip(" ,")
        year = _year(rest)
        day = groups["day"] or groups.get("day2") or ""
        if pattern is _NUMBERED and ((not day and found["month"].isdecimal()) or "X" in year):
            continue  # "19. i 20. vek" has no January
        if month and (year or not rest):
            return Written(year, month, day and day.zfill(2))
    return None
