"""The first and the last day that one EDTF date can mean: digits that may be X, seasons, leap days.

Nothing is padded: "1944-02-3X" is no day at all, and "194X-02-29" runs from the first leap day to the last one.
"""

from collections.abc import Sequence
from functools import lru_cache

from archive_app.core.days import Day, is_leap, month_length

Bounds = tuple[Day | None, Day | None]

_MonthDay = tuple[int, int]

LAST_SEASON = 41
"""The highest number that stands for a part of a year in the place of the month."""

_WINTER = ((1, 1), (3, 21), 1)
_SPRING, _SUMMER, _AUTUMN = ((3, 1), (6, 21), 0), ((6, 1), (9, 23), 0), ((9, 1), (12, 22), 0)
_SEASONS: dict[int, tuple[_MonthDay, _MonthDay, int]] = dict(
    enumerate(
        [
            *(_SPRING, _SUMMER, _AUTUMN, _WINTER),  # wherever it is: here, as in the north
            *(_SPRING, _SUMMER, _AUTUMN, _WINTER),  # on the northern half of the earth
            *(_AUTUMN, _WINTER, _SPRING, _SUMMER),  # on the southern half
            *(((month, 1), (month + 2, 30 if month in (4, 7) else 31), 0) for month in (1, 4, 7, 10)),
            *(((month, 1), (month + 3, 30 if month == 1 else 31), 0) for month in (1, 5, 9)),
            *(((month, 1), (month + 5, 30 if month == 1 else 31), 0) for month in (1, 7)),
        ],
        start=21,
    )
)
"""First and last day of what is written in the place of the month, and how many years later the last one is.

A season of the weather begins by the calendar or by the sun, whichever is earlier, and ends by the sun. Winter 1943
can be the winter at either end of that year. Quarters, thirds and halves of a year are exact.
"""


def possible_days(year: str, month: str, day: str, significant: int = 0) -> Bounds | None:
    """First and last day of a date given by its digits, any of which may be X; None where there is no such day.

    `month` and `day` may be empty, `month` may be a season (21 to 41), `year` may have a sign. Of a year with
    `significant` digits only these are known. Both bounds are None where no digit of the year is known.
    """
    years = _years(year, significant)
    if month.isdigit() and int(month) > 20:
        return _season(years, int(month), day)
    if not years:  # any year: whether the day exists is asked of a leap year
        return None if _days_of(month, day, True) is None else (None, None)
    first = _outermost(years, month, day, 0)
    last = _outermost(years[::-1], month, day, 1)
    return None if first is None or last is None else (first, last)


def _outermost(years: Sequence[int], month: str, day: str, end: int) -> Day | None:
    for year in years:
        days = _days_of(month, day, is_leap(year))
        if days is not None:
            return year, *days[end]
    return None


def _season(years: Sequence[int], season: int, day: str) -> Bounds | None:
    if day or season not in _SEASONS:
        return None
    if not years:
        return None, None
    (month, first), (last_month, last), later = _SEASONS[season]
    return (years[0], month, first), (years[-1] + later, last_month, last)


@lru_cache(maxsize=1024)
def _years(year: str, significant: int) -> Sequence[int]:
    """The years that the digits can mean, in order; none where all four are X."""
    sign, digits = (-1, year[1:]) if year[0] == "-" else (1, year)
    if significant:
        unit = 10 ** max(len(digits) - significant, 0)
        low = int(digits) // unit * unit
        return range(low, low + unit) if sign > 0 else range(1 - low - unit, 1 - low)
    if digits == "XXXX":
        return ()
    return sorted(sign * number for number in _numbers(digits))


@lru_cache(maxsize=4096)
def _days_of(month: str, day: str, leap: bool) -> tuple[_MonthDay, _MonthDay] | None:
    """The first and the last day of a leap or a common year that the digits can mean."""
    year = 2000 if leap else 1999
    days = [
        (month_number, number)
        for month_number in _numbers(month or "XX")
        if 1 <= month_number <= 12
        for number in _numbers(day or "XX")
        if 1 <= number <= month_length(year, month_number)
    ]
    return (days[0], days[-1]) if days else None


def _numbers(digits: str) -> list[int]:
    """Every number that the digits can mean, in order, X being any digit."""
    numbers = [0]
    for digit in digits:
        values = range(10) if digit == "X" else (int(digit),)
        numbers = [number * 10 + value for number in numbers for value in values]
    return numbers
