"""Parts of days, and parts of periods as people name them ("early October 1944"), as EDTF intervals, and back.

Conventions, approximate where the words are: thirds and halves of a month, a year, a decade or a century; the first and
the last five days of a month. The finder of dates in texts follows the same ones.
"""

import re
from enum import StrEnum

from archive_app.core.days import month_length


class PartOfDay(StrEnum):
    """A part of the day as sources name it. The night of a single day is the one that begins on it."""

    DAWN = "dawn"
    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    MIDNIGHT = "midnight"


class PeriodPart(StrEnum):
    """A part of a month, year, decade or century."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_DAYS = "first days"
    LAST_DAYS = "last days"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


_MONTH = {
    PeriodPart.EARLY: "{0}-01/{0}-10~",
    PeriodPart.MIDDLE: "{0}-11~/{0}-20~",
    PeriodPart.LATE: "{0}-21~/{0}-{1:02d}",
    PeriodPart.FIRST_DAYS: "{0}-01/{0}-05~",
    PeriodPart.LAST_DAYS: "{0}-{2:02d}~/{0}-{1:02d}",
    PeriodPart.FIRST_HALF: "{0}-01/{0}-15~",
    PeriodPart.SECOND_HALF: "{0}-16~/{0}-{1:02d}",
}
_YEAR = {
    PeriodPart.EARLY: "{0}-01/{0}-04~",
    PeriodPart.MIDDLE: "{0}-05~/{0}-08~",
    PeriodPart.LATE: "{0}-09~/{0}-12",
    PeriodPart.FIRST_HALF: "{0}-01/{0}-06",
    PeriodPart.SECOND_HALF: "{0}-07/{0}-12",
}
_DECADE = {
    PeriodPart.EARLY: "{0}0/{0}3~",
    PeriodPart.MIDDLE: "{0}4~/{0}6~",
    PeriodPart.LATE: "{0}7~/{0}9",
    PeriodPart.FIRST_HALF: "{0}0/{0}4~",
    PeriodPart.SECOND_HALF: "{0}5~/{0}9",
}
_CENTURY = {
    PeriodPart.EARLY: "{0}00/{0}33~",
    PeriodPart.MIDDLE: "{0}34~/{0}66~",
    PeriodPart.LATE: "{0}67~/{0}99",
    PeriodPart.FIRST_HALF: "{0}00/{0}49~",
    PeriodPart.SECOND_HALF: "{0}50~/{0}99",
}
_KINDS = (
    (re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))"), _MONTH),
    (re.compile(r"(\d{4})"), _YEAR),
    (re.compile(r"(\d{3})X"), _DECADE),
    (re.compile(r"(\d\d)XX"), _CENTURY),
)


def part_of(period: str, part: PeriodPart) -> str | None:
    """The EDTF interval of a part of a period, which is EDTF too; None where the period has no such part."""
    for pattern, parts in _KINDS:
        found = pattern.fullmatch(period)
        if found:
            shape = parts.get(part)
            last = month_length(*map(int, period.split("-"))) if parts is _MONTH else 0
            return shape and shape.format(found[1], last, last - 4)
    return None


def named_part(interval: str) -> tuple[str, PeriodPart] | None:
    """The period and its part that an EDTF interval stands for, None for any other interval."""
    if "~" not in interval:
        return None
    year, month = interval[:4], interval[:7]
    for period in (month, year, f"{year[:3]}X", f"{year[:2]}XX"):
        for part in PeriodPart:
            if part_of(period, part) == interval:
                return period, part
    return None
