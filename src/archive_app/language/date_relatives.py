"""Expressions that count from a date told before: "istog dana", "sutradan", "dva dana kasnije", "15. tog meseca"."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from archive_app.language.date_found import Relative
from archive_app.language.date_readers import part_of_month, part_of_year
from archive_app.language.date_words import (
    COUNT,
    ORDINAL_DAY,
    PART_AFTER,
    PART_BEFORE,
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
_LATER = r"(?:kasnije|docnije|dockan|potom|zatim|(?:posle|poslije|nakon|iza)(?: (?:toga|ovoga|onoga)\b)?)"
_EARLIER = r"(?:ranije|(?:pre|prije)(?: (?:toga|ovoga|onoga)\b)?)"
_WHEN = rf"(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})(?!,? (?:no|nego)\b))(?![a-zđļń])"
_INDEFINITE = r"(?<!od )(?<!koji )(?<!neki )(?<!po )(?<!svaki )"
_NO_FEAST = r"(?! (?:v?uskrs|vaskrs|bozic|duhov|trojic|praznik|svad|slav|oktobr|novembr|decembr|septembr))"
_PART = r"(?P<part>pocetkom|sredinom|polovinom|krajem|koncem|do kraja|do polovine|pred kraj)"

_SHAPES: dict[str, str] = {
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
    "after": rf"\b(?:posle|poslije|nakon|kroz) (?P<count>{COUNT}) (?P<unit>dana?|{_WEEKS})\b(?! (?:hoda|puta|rada))",
    "day of month": rf"(?P<day>(?<![\d.,:/])\d{{1,2}}\b|{ORDINAL_DAY})(?:\.|-(?:og|ga|tog|mog))? ?"
    rf"(?:{_SAME} {_MONTH}\b|(?:t|o|ov)\. ?m\.)",
    "month": rf"\b(?:{_PART} )?(?:(?P<same>{_SAME})|(?P<next>{_NEXT})|(?P<last>prethodnog)) {_MONTH}\b"
    rf"|\b{_PART.replace('part', 'lone')} {_MONTH}\b(?! [a-z]*(?:ar|bra|ra|ta|ja|na|la)\b)",
    "year": rf"\b(?:{_PART} )?(?:(?P<same>{_SAME_F})|(?P<next>{_NEXT_F})|(?P<last>prethodne)) godine\b"
    rf"|\b{_PART.replace('part', 'lone')} godine\b(?! \d)",
}

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape)) for name, shape in _SHAPES.items()
)

REACH = 3000
"""How far after a date, in code points, anything may still count from it."""


def find_relatives(plain: str, stretches: list[tuple[int, int]]) -> Iterator[Relative]:
    """The relative expressions in some stretches of a plain copy; those of one stretch do not overlap."""
    for start, end in stretches:
        taken: list[tuple[int, int]] = []
        for name, pattern in PATTERNS:
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
    written = match["day"]
    day = int(written) if written.isdigit() else ordinal_number(written)
    return _make(match, "month", day=day, reach=REACH) if 1 <= day <= 31 else None


def _read_period(of: Literal["month", "year"]) -> Callable[[re.Match[str]], Relative]:
    def read(match: re.Match[str]) -> Relative:
        amount = 1 if match["next"] else -1 if match["last"] else 0
        words = match["part"] or match["lone"]
        shape = None
        if words:
            shape = part_of_month(words) if of == "month" else part_of_year(words)
        return _make(match, of, amount, part=shape, reach=700 if match["lone"] else REACH)

    return read


_READERS: dict[str, Callable[[re.Match[str]], Relative | None]] = {
    "same day": lambda match: _make(match, "day"),
    "in the day": lambda match: _make(match, "day", reach=400, near=True),
    "next day": lambda match: _make(match, "day", 1),
    "day before": lambda match: _make(match, "day", -1),
    "day after next": lambda match: _make(match, "day", 2),
    "counted": _read_counted,
    "one": _read_counted,
    "after": _read_after,
    "day of month": _read_day_of_month,
    "month": _read_period("month"),
    "year": _read_period("year"),
}
