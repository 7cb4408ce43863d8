"""The order of dates, how exact they are, and the hours that they name.

The order is total, and right: a date that is over before another one can begin stands before it. Compared are

1. the first possible day, or, where the beginning is open or unknown, the last one: "until 1944" stands with what
   was at the end of 1944, not before everything;
2. the hour of that day, where a part of the day or a time is named;
3. the last possible day and its hour: the date that is sooner over comes first, one without an end last;
4. the text, so that only equal dates are equal in order.

Dates of an unknown year come after all others, and after them dates that nothing is known of.
"""

from enum import StrEnum
from math import inf

from archive_app.core.days import day_number, read_iso_day
from archive_app.core.edtf import EdtfDate, Expression, Interval, Single, read_edtf
from archive_app.core.periods import PartOfDay

IsoBounds = tuple[str | None, str | None]
OrderKey = tuple[int, float, float, float, float, str]


class Precision(StrEnum):
    """The smallest unit that a date names, from coarse to fine."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


_ORDER = list(Precision)

_HOURS: dict[PartOfDay, tuple[float, float]] = {
    PartOfDay.DAWN: (4, 7),
    PartOfDay.MORNING: (6, 10),
    PartOfDay.FORENOON: (8, 12),
    PartOfDay.NOON: (11, 13),
    PartOfDay.AFTERNOON: (12, 18),
    PartOfDay.EVENING: (18, 22),
    PartOfDay.NIGHT: (20, 24),
    PartOfDay.MIDNIGHT: (23, 24),
}
_NIGHT_IS_OVER = 6.0


def order_of(date: EdtfDate) -> OrderKey:
    """What dates are sorted by. The bounds are those of the text, as `parse_edtf` gives them."""
    first, last = (day_number(read_iso_day(day)) if day else None for day in (date.first, date.last))
    begins = first if first is not None else last
    if begins is None:
        return (1 if date.text else 2, inf, inf, inf, inf, date.text)
    from_hour, to_hour = hours_of(date.text)
    if first is None:
        from_hour = to_hour
    return (0, begins, from_hour, inf if last is None else last, to_hour, date.text)


def apart(one: IsoBounds, other: IsoBounds) -> bool:
    """Whether two dates, given by first and last possible day, have no day in common."""
    return _over_before(one, other) or _over_before(other, one)


def _over_before(one: IsoBounds, other: IsoBounds) -> bool:
    last, first = one[1], other[0]
    return last is not None and first is not None and read_iso_day(last) < read_iso_day(first)


def hours_of(text: str) -> tuple[float, float]:
    """The hour of the first day in which a date can begin and that of the last day in which it can end, 0 to 24.

    A convention for drawing and ordering; only times that the text gives are exact.
    """
    edtf, _space, word = text.partition(" ")
    if word:
        begins, ends = _HOURS[PartOfDay(word)]
        two_days = word == PartOfDay.NIGHT and edtf[-1].isdigit() and edtf[0].isdigit() and "/" in edtf
        return begins, _NIGHT_IS_OVER if two_days else ends
    _day, named, time = edtf.partition("T")
    if not named:
        return 0.0, 24.0
    hour = int(time[:2]) + int(time[3:5]) / 60 + int(time[6:8]) / 3600
    return hour, hour


def precision_of(text: str) -> Precision | None:
    """How exact the text of a date is: of several dates the least exact one counts. None for empty text."""
    edtf = text.partition(" ")[0]
    return _precision(read_edtf(edtf)) if edtf else None


def _precision(expression: Expression) -> Precision:
    match expression:
        case Single():
            return _precision_of_one(expression)
        case Interval(start, end):
            parts = [part for part in (start, end) if isinstance(part, Single)]
            return min(map(_precision_of_one, parts), key=_ORDER.index)
    return min(map(_precision, expression.members), key=_ORDER.index)


def _precision_of_one(date: Single) -> Precision:
    if date.day:
        return Precision.TIME if date.time else Precision.DAY
    if date.month:
        return Precision.SEASON if date.month.isdigit() and int(date.month) > 20 else Precision.MONTH
    digits = date.year.lstrip("-")
    known = date.significant or (digits + "X").index("X")
    unknown = max(len(digits) - known, 0)
    coarse = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
    return coarse[unknown] if unknown < len(coarse) else Precision.MILLENNIUM
