"""Expressions that count from a date told before: "istog dana", "sutradan", "dva dana kasnije", "15. tog meseca"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from archive_app.core.months import MONTH
from archive_app.language.dating.found import Relative
from archive_app.language.dating.words import (
    COUNT,
    ORDINAL_DAY,
    PART_AFTER,
    PART_BEFORE,
    PART_LED,
    PART_TRAILING,
    DayTime,
    count_of,
    day_time,
    ordinal_number,
)

_SAME = r"(?:tog(?:a)?(?: istog(?:a)?)?|istog(?:a)?(?: tog)?)"
_SAME_F = r"(?:te(?: iste)?|iste(?: te)?)"
_NEXT = r"(?:narednog|sledeceg|sļedeceg|sljedeceg|iduceg|drugog)a?"
_NEXT_F = r"(?:naredne|sledece|sljedece|sļedece|iduce)"
_MONTH = r"m(?:j)?eseca"
_WEEKS = r"(?:nede(?:l|lj|ļ)[uea]|nedje(?:lj|ļ)[uea]|sedmic[uea])"
_GOES_ON = (
    r"(?=[,.;:)!?]|$| (?:je|su|se|sam|smo|ste|bi|bese|behu|bejase|i|a|on|ona|oni|mi|ja|evo|eto|opet|vec"
    r"|dođe|dođose|umre|stize|stigose|ode|odose|pade|padose|poce|pocese|uđe|uđose|izbi|umro|pade|osvanu|bude|bi|bila|bio)\b)"
)
_THAT = r"(?: (?:toga|ovoga|onoga)\b| (?:tog|ovog|onog|te|ove|one) [a-zđļń]{3,}\b)"
_LATER = rf"(?:kasnije|docnije|dockan|potom|zatim|(?:posle|poslije|nakon|iza)(?:{_THAT}|{_GOES_ON}))"
_EARLIER = rf"(?:ranije|(?:pre|prije)(?:{_THAT}|{_GOES_ON}))"
_WHEN = rf"(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})(?!,? (?:no|nego)\b))(?![a-zđļń])"
_NO_UNIT = (
    r"(?=[,;:)]|$| (?:je|su|se|smo|sam|i|a|kad|kada|dok|pa|uz|bez|nasi|nemci|neprijate[a-zļ]*|krenu[a-z]*"
    r"|poce[a-z]*)\b)"
)
"""After the number of a day, where it is no unit's."""
_WEEKDAYS = (
    r"ponede(?:lj|ļ|l)ak|pon(?:j|ń)ede(?:lj|ļ)ak", "utorak", r"sr(?:ij)?edu", "cetvrtak", "petak", "subotu",
    r"nede(?:lj|ļ)u|nedje(?:lj|ļ)u",
)  # fmt: skip
_INDEFINITE = r"(?<!od )(?<!koji )(?<!neki )(?<!po )(?<!svaki )"
_NO_FEAST = r"(?! (?:v?uskrs|vaskrs|bozic|duhov|trojic|praznik|svad|slav|oktobr|novembr|decembr|septembr))"
_PART = r"(?P<part>pocetkom|sredinom|polovinom|krajem|koncem|do kraja|do polovine|pred kraj)"

_SHAPES: dict[str, str] = {
    "day of month": rf"{PART_BEFORE}(?:(?P<od>od )?(?P<a>(?<![\d.,:/])\d{{1,2}})\.? ?(?P<to>/|-|i\b|do\b|na\b) ?)?"
    rf"(?P<day>(?<![\d.,:])\d{{1,2}}\b|{ORDINAL_DAY})(?:\.|-(?:[tmvg]?oga?|ga))? ?"
    rf"(?:{_SAME} {_MONTH}\b|ovog {_MONTH}\b|(?:t|o|ov|is)\. ?m\.)",
    "night of days": r"\b(?:u noci |nocu |noc )(?:izme(?:đ|dj)u )?(?P<a>\d\d?)\.? ?(?:/|-|i\b|na\b) ?(?P<day>\d\d?)\."
    rf"{_NO_UNIT}",
    "day led": rf"{PART_LED}(?P<day>(?<![\d.,:])\d{{1,2}})\.{_NO_UNIT}"
    rf"|(?P<of_day>(?<![\d.,:])\d{{1,2}})(?=\.){PART_TRAILING}",
    "day before": r"\bprethodnog (?:dana|jutra|popodneva)\b|\bprethodne (?:noci|veceri)\b|\bprethodni dan\b"
    rf"|\bu ?oci {_SAME} dana\b",
    "same day": rf"{PART_BEFORE}\b{_SAME} dana\b{PART_AFTER}"
    rf"|\b{_SAME} (?:jutra|popodneva|prepodneva|podneva|vecera)\b|\b{_SAME_F} (?:noci|veceri|zore)\b"
    r"|\b(?:to|isto) (?:jutro|vece|popodne)\b",
    "in the day": r"\b(?:u toku|tokom|do kraja|krajem|pred kraj|pocetkom|polovinom) (?:dana|noci)\b",
    "next day": rf"\bsutra ?dan\b{PART_AFTER}|\b{_NEXT} (?:dana\b{PART_AFTER}{_NO_FEAST}|jutra\b|popodneva\b|vecera\b)"
    rf"|\b{_NEXT_F} (?:noci|veceri|zore)\b|\b(?:naredni|sledeci|iduci) dan\b|\b(?:naredno|sledece) (?:jutro|vece)\b",
    "day after next": r"\bprekosutra ?dan\b",
    "counted": rf"\b(?P<count>{COUNT}) (?P<unit>dana?|mesec[ai]|mjesec[ai]|godin[aeu]|{_WEEKS}) {_WHEN}",
    "one": rf"{_INDEFINITE}\b(?P<unit>dan|mesec(?: dana)?|mjesec(?: dana)?|godinu dana|{_WEEKS} dana|sedmicu) {_WHEN}",
    "some": rf"\b(?:nekoliko|par) dana {_WHEN}|\b(?P<after>posle|poslije|nakon) nekoliko dana\b",
    "after": rf"\b(?:posle|poslije|nakon|kroz) (?P<count>{COUNT}) (?P<unit>dana?|{_WEEKS})\b(?! (?:hoda|puta|rada))",
    "of writing": r"\b(?P<before>juce[r]?|sinoc)\b|\b(?P<two_before>prekjuce[r]?|preksinoc)\b"
    r"|\b(?P<next>sutra)\b(?! ?dan)|\b(?P<after_next>prekosutra)\b(?! ?dan)",
    "weekday": rf"\bu (?:(?P<later>naredn|sledec|iduc|prv)(?:i|u) |(?P<earlier>prosl|protekl|minul)(?:i|u) )?"
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\b{PART_AFTER}(?! dana)(?!,?\s*\(?\d)",
    "month": rf"\b(?:{_PART} )?(?:(?P<same>{_SAME})|(?P<next>{_NEXT})|(?P<last>prethodnog)) {_MONTH}\b"
    rf"|\b{_PART.replace('part', 'lone')} {_MONTH}\b(?! (?:{MONTH}))",
    "year": rf"\b(?:{_PART} )?(?:(?P<same>{_SAME_F})|(?P<next>{_NEXT_F})|(?P<last>prethodne)) godine\b"
    rf"|\b{_PART.replace('part', 'lone')} godine\b(?! \d)",
}

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape)) for name, shape in _SHAPES.items()
)

_OF_MONTH = re.compile(r"m(?:j)?eseca|[tovis]\. ?m\.")
REACH = 3000
"""How far after a date, in code points, anything may still count from it."""


def find_relatives(plain: str, stretches: list[tuple[int, int]]) -> Iterator[Relative]:
    """The relative expressions in some stretches of a plain copy; those of one stretch do not overlap."""
    for start, end in stretches:
        taken: list[tuple[int, int]] = []
        has_month = _OF_MONTH.search(plain, start, end) is not None
        for name, pattern in PATTERNS:
            if name == "day of month" and not has_month:
                continue
            for match in pattern.finditer(plain, start, end):
                if any(match.start() < last and first < match.end() for first, last in taken):
                    continue
                found = _READERS[name](match)
                if found is not None:
                    taken.append(match.span())
                    yield found


def _make(
    match: re.Match[str],
    of: Literal["day", "month", "year"],
    amount: int = 0,
    *,
    part: str | None = None,
    day: int | None = None,
    reach: int = 500,
    near: bool = False,
) -> Relative:
    start, end = match.span()
    while match.string[start].isspace():
        start += 1
    beside = (
        day_time(match[0].replace("dana", ""))
        if of == "day" and not (near and "kraj" in match[0])
        else DayTime()
    )
    if near and match[0].startswith("do kraja"):
        beside = day_time("do |" + match[0].removeprefix("do kraja"))
    return Relative(start, end, of, amount, part, day, reach, near, beside)


def _read_counted(match: re.Match[str]) -> Relative | None:
    groups = match.groupdict()
    count = count_of(groups["count"]) if groups.get("count") else 1
    amount = -count if groups.get("earlier") else count
    unit = match["unit"]
    reach = REACH if groups.get("count") and amount > 0 else 700
    if unit.startswith("dan"):
        return _make(match, "day", amount, reach=reach)
    if re.match(_WEEKS, unit):
        return _make(match, "day", 7 * amount, reach=reach)
    return _make(match, "year" if unit.startswith("god") else "month", amount, reach=reach)


def _read_after(match: re.Match[str]) -> Relative:
    days = 1 if match["unit"].startswith("dan") else 7
    return _make(match, "day", days * count_of(match["count"]))


def _read_day_of_month(match: re.Match[str]) -> Relative | None:
    groups = match.groupdict()
    written = groups.get("of_day") or match["day"]
    day = int(written) if written.isdigit() else ordinal_number(written)
    first = int(groups["a"]) if groups.get("a") else day
    if not 1 <= first <= day <= 31 or (first == day and groups.get("a")):
        return None
    found = _make(match, "month", day=first, reach=REACH)
    beside = day_time(match[0].replace(written, "|"))
    if groups.get("od") and groups["to"] == "i":
        found = replace(found, start=match.start("a"))  # "od 9. i 10. istog meseca": each of the two
    return replace(found, last=day if first < day else None, beside=beside)


def _read_some(match: re.Match[str]) -> Relative:
    return replace(_make(match, "day", -2 if match["earlier"] else 2), some=True)


def _read_of_writing(match: re.Match[str]) -> Relative:
    amounts = {"before": -1, "two_before": -2, "next": 1, "after_next": 2}
    amount = next(amounts[name] for name in amounts if match[name])
    return replace(_make(match, "day", amount, reach=REACH), of_writing=True)


def _read_weekday(match: re.Match[str]) -> Relative:
    weekday = next(day for day, name in enumerate(_WEEKDAYS) if re.fullmatch(name, match["weekday"]))
    amount = -1 if match["earlier"] else 1 if match["later"] else 0
    return replace(_make(match, "day", amount, reach=400, near=True), weekday=weekday)


def _read_period(of: Literal["month", "year"]) -> Callable[[re.Match[str]], Relative]:
    def read(match: re.Match[str]) -> Relative:
        amount = 1 if match["next"] else -1 if match["last"] else 0
        words = match["part"] or match["lone"]
        return _make(match, of, amount, part=words, reach=700 if match["lone"] else REACH)

    return read


_READERS: dict[str, Callable[[re.Match[str]], Relative | None]] = {
    "same day": lambda match: _make(match, "day"),
    "in the day": lambda match: _make(match, "day", reach=400, near=True),
    "next day": lambda match: _make(match, "day", 1),
    "day before": lambda match: _make(match, "day", -1),
    "day after next": lambda match: _make(match, "day", 2),
    "counted": _read_counted,
    "one": _read_counted,
    "some": _read_some,
    "after": _read_after,
    "day of month": _read_day_of_month,
    "night of days": _read_day_of_month,
    "day led": _read_day_of_month,
    "of writing": _read_of_writing,
    "weekday": _read_weekday,
    "month": _read_period("month"),
    "year": _read_period("year"),
}
