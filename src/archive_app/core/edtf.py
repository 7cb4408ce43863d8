"""Dates as EDTF text with the first and the last day that they can mean.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019, as the Library of Congress describes it
(https://www.loc.gov/standards/datetime/). Read here: level 0 and level 1 for the years 0000 to 9999, and of level 2
qualifiers on parts, unspecified digits anywhere, and sets. Days are of the Gregorian calendar.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.core.errors import UserError
from archive_app.core.translation import _


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """EDTF text, and the first and last possible day as ISO days; None where that end is open or unknown."""

    text: str
    first: str | None
    last: str | None


_Bounds = tuple[str | None, str | None]

_PART = re.compile(
    r"(?P<before>[?~%]?)(?P<year>[\dX]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[\dX]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[\dX]{2})(?P<q5>[?~%]?))?)?"
)
_TIME = re.compile(
    r"(?<=\d\d-\d\d)[T ](?:[01]\d|2[0-4])(?::?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?)?(?:Z|[+-][01]\d(?::?[0-5]\d)?)?"
)
# The letter X may come from a Cyrillic keyboard (Х), dashes from a word processor.
_TYPED = str.maketrans({"x": "X", "\u0425": "X", "\u0445": "X", "\u2013": "-", "\u2010": "-", "\u2011": "-"})

_SEASONS: dict[int, tuple[str, str]] = {
    21: ("03-01", "06-21"),
    22: ("06-01", "09-23"),
    23: ("09-01", "12-22"),
}
"""First and last day that a season can mean in the northern hemisphere: it begins by the month or by the sun."""
_WINTER = 24


def parse_edtf(text: str) -> EdtfDate:
    """Read EDTF text; empty text is a date that nothing is known of.

    A season means the days that it can mean by the calendar or by the sun; "winter 1943" can be the winter at either
    end of that year. A time of day is left out: the day is kept. A qualifier (? ~ %) never widens the bounds.
    Raises UserError for what is not EDTF, for days that do not exist and for intervals that end before they begin.
    """
    edtf = re.sub(r"\s+", "", _TIME.sub("", text.strip().translate(_TYPED)))
    if not edtf:
        return EdtfDate("", None, None)
    first, last = _bounds(edtf, text)
    return EdtfDate(edtf, first, last)


def _bounds(edtf: str, typed: str) -> _Bounds:
    if edtf[0] + edtf[-1] in ("[]", "{}"):
        return _set_bounds(edtf[1:-1], typed)
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        return _interval_bounds(start, end, typed)
    return _single_bounds(edtf, typed)


def _interval_bounds(start: str, end: str, typed: str) -> _Bounds:
    """Bounds of start/end, where ".." is an open and "" an unknown end (level 1)."""
    if start in ("", "..") and end in ("", ".."):
        raise _not_a_date(typed)
    first = _single_bounds(start, typed)[0] if start not in ("", "..") else None
    last = _single_bounds(end, typed)[1] if end not in ("", "..") else None
    if first is not None and last is not None and first > last:
        raise UserError(
            _("The date “{text}” ends before it begins. Write the earlier day first.").format(
                text=typed.strip()
            )
        )
    return first, last


def _set_bounds(members: str, typed: str) -> _Bounds:
    """Bounds of the members of a set, which are dates or ranges a..b, ..b, a.. (level 2)."""
    firsts: list[str | None] = []
    lasts: list[str | None] = []
    for member in members.split(","):
        start, dots, end = member.partition("..")
        first, last = _interval_bounds(start, end, typed) if dots else _single_bounds(member, typed)
        firsts.append(first)
        lasts.append(last)
    known_firsts = [day for day in firsts if day is not None]
    known_lasts = [day for day in lasts if day is not None]
    return (
        min(known_firsts) if len(known_firsts) == len(firsts) else None,
        max(known_lasts) if len(known_lasts) == len(lasts) else None,
    )


def _single_bounds(edtf: str, typed: str) -> _Bounds:
    found = _PART.fullmatch(edtf)
    if found is None:
        raise _not_a_date(typed)
    year, month, day = found["year"], found["month"], found["day"]
    if month is not None and month.isdigit() and int(month) > 12:
        return _season_bounds(year, int(month), day, typed)
    if year == "XXXX":
        # Whether the day exists at all is asked of a leap year; which year it is, nobody knows.
        _first_day(["2000"], month, day, typed)
        return None, None
    years = [f"{number:04d}" for number in _numbers(year)]
    return _first_day(years, month, day, typed), _last_day(years, month, day, typed)


def _season_bounds(year: str, season: int, day: str | None, typed: str) -> _Bounds:
    if day is not None or season not in (*_SEASONS, _WINTER):
        raise _no_such_day(typed)
    if year == "XXXX":
        return None, None
    years = _numbers(year)
    if season == _WINTER:
        return f"{years[0]:04d}-01-01", f"{min(years[-1] + 1, 9999):04d}-03-21"
    first, last = _SEASONS[season]
    return f"{years[0]:04d}-{first}", f"{years[-1]:04d}-{last}"


def _first_day(years: list[str], month: str | None, day: str | None, typed: str) -> str:
    found = next(_days(years, month, day, 1), None)
    if found is None:
        raise _no_such_day(typed)
    return found


def _last_day(years: list[str], month: str | None, day: str | None, typed: str) -> str:
    found = next(_days(years, month, day, -1), None)
    if found is None:
        raise _no_such_day(typed)
    return found


def _days(years: list[str], month: str | None, day: str | None, step: int) -> Iterator[str]:
    """The days that the pattern can mean, in order of time (`step` 1) or backwards (-1)."""
    for year in years[::step]:
        for month_number in [n for n in _numbers(month or "XX") if 1 <= n <= 12][::step]:
            length = 29 if month_number == 2 and calendar.isleap(int(year)) else _LENGTHS[month_number - 1]
            for day_number in [n for n in _numbers(day or "XX") if 1 <= n <= length][::step]:
                yield f"{year}-{month_number:02d}-{day_number:02d}"


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _numbers(digits: str) -> list[int]:
    """Every number that the digits can mean, in order, X being any digit."""
    numbers = [0]
    for digit in digits:
        values = range(10) if digit == "X" else (int(digit),)
        numbers = [number * 10 + value for number in numbers for value in values]
    return numbers


def _not_a_date(typed: str) -> UserError:
    return UserError(
        _(
            "“{text}” is not a date that this program reads. Write it like 1944, 1944-10, 1944-10-20,"
            " 1944-10-18/1944-10-19, 1944-10-20/.., 1943~ (about), 1943? (uncertain), 194X or 1944-10-XX."
        ).format(text=typed.strip())
    )


def _no_such_day(typed: str) -> UserError:
    return UserError(
        _(
            "There is no such day as “{text}”. Look at the day and the month, and write it like 1944-10-20."
        ).format(text=typed.strip())
    )
