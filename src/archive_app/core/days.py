"""Days of the proleptic Gregorian calendar, of any year: year 0 is 1 BC. `datetime` knows only the years 1 to 9999.

Also days of the Julian calendar as days of the Gregorian one. The rules are those of ISO 8601 and of
E. G. Richards, "Calendars" (Explanatory Supplement to the Astronomical Almanac, 3rd ed., chapter 15).
"""

import re

Day = tuple[int, int, int]
"""Year, month, day: compared, it is compared in time."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)")
_DAYS_TO_MARCH = 306
"""From 1 March to the end of the year; years are counted from March here, so that a leap day is the last one."""


def is_leap(year: int) -> bool:
    """Whether a Gregorian year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a Gregorian month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(day: Day) -> int:
    """Count a Gregorian day, 1 being 1 January of the year 1, as `datetime.date.toordinal` does."""
    years, since_march = _from_march(day)
    return 365 * years + years // 4 - years // 100 + years // 400 + since_march - _DAYS_TO_MARCH + 1


def numbered_day(number: int) -> Day:
    """The Gregorian day that is counted so."""
    since = number + _DAYS_TO_MARCH - 1
    era, day_of_era = divmod(since, 146_097)
    year = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    since_march = day_of_era - (365 * year + year // 4 - year // 100)
    month = (5 * since_march + 2) // 153
    day = since_march - (153 * month + 2) // 5 + 1
    return 400 * era + year + month // 10, (month + 2) % 12 + 1, day


def from_julian(day: Day) -> Day:
    """The Gregorian day of a day of the Julian calendar: 7 October 1914 is 20 October 1914."""
    years, since_march = _from_march(day)
    return numbered_day(365 * years + years // 4 + since_march - _DAYS_TO_MARCH - 1)


def julian_month_length(year: int, month: int) -> int:
    """The number of days of a month of the Julian calendar, in which every fourth year is a leap year."""
    return 29 if month == 2 and year % 4 == 0 else _LENGTHS[month - 1]


def day_before(day: Day) -> Day:
    """The day before a Gregorian day."""
    return numbered_day(day_number(day) - 1)


def day_after(day: Day) -> Day:
    """The day after a Gregorian day."""
    return numbered_day(day_number(day) + 1)


def iso_year(year: int) -> str:
    """A year as ISO 8601 writes it: four digits, a sign before 0 and, with more digits, beyond 9999."""
    return f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"


def iso_day(day: Day) -> str:
    """A day as ISO 8601 writes it: 1944-10-20, and -0043-03-15 for 15 March 44 BC."""
    return f"{iso_year(day[0])}-{day[1]:02d}-{day[2]:02d}"


def read_iso_day(iso: str) -> Day:
    """The day that `iso_day` wrote. Raises ValueError for anything else."""
    found = _ISO.fullmatch(iso)
    if found is None:
        raise ValueError(iso)
    year, month, day = map(int, found.groups())
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise ValueError(iso)
    return year, month, day


def _from_march(day: Day) -> tuple[int, int]:
    """The years since 1 March of the year 0, and the days since the last 1 March."""
    year, month, number = day
    early = month < 3
    return year - early, (153 * (month + 9 if early else month - 3) + 2) // 5 + number - 1
