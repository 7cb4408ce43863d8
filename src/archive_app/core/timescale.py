"""An axis of time: how it is scaled, and the ticks and periods that are written along it.

Time is in days as `timespans` counts it, places are in pixels, or in whatever unit a drawing has.
"""

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from archive_app.core.date_words import Style
from archive_app.core.days import day_number, iso_day, iso_year
from archive_app.core.phrases import format_date
from archive_app.core.timespans import day_at

CLOSEST = 4_800.0
"""The most pixels that a day takes: an hour is then 200 of them."""
FARTHEST = 1e-9
_YEAR = 365.2425
_MONTH = _YEAR / 12
_HOUR = 1 / 24


class Scale(NamedTuple):
    """`begins` is the moment at the left edge, `per_day` how many pixels a day takes."""

    begins: float
    per_day: float

    def x(self, moment: float) -> float:
        """Where a moment lies."""
        return (moment - self.begins) * self.per_day

    def moment(self, x: float) -> float:
        """The moment that lies there."""
        return self.begins + x / self.per_day

    def zoomed(self, factor: float, x: float) -> "Scale":
        """So many times larger; what lies at `x` stays there."""
        per_day = min(max(self.per_day * factor, FARTHEST), CLOSEST)
        return Scale(self.moment(x) - x / per_day, per_day)

    def moved(self, by: float) -> "Scale":
        """Seen so many pixels further on in time."""
        return Scale(self.begins + by / self.per_day, self.per_day)


def fitting(begins: float, ends: float, width: float, before: float = 0.0, after: float = 0.0) -> Scale:
    """The scale that shows a stretch of time as large as possible, with room before and after it; at least a day."""
    length = max(ends - begins, 1.0)
    per_day = min(max((width - before - after) / length, FARTHEST), CLOSEST)
    middle = (begins + ends) / 2 + (after - before) / 2 / per_day
    return Scale(middle - width / 2 / per_day, per_day)


class Tick(NamedTuple):
    """A line across the axis with its label."""

    at: float
    label: str


class Period(NamedTuple):
    """A stretch that contains ticks: the month of days, the year of months."""

    begins: float
    ends: float
    label: str


class Axis(NamedTuple):
    """What is written along a part of the axis. A period may reach beyond that part."""

    ticks: tuple[Tick, ...]
    periods: tuple[Period, ...]


class _Step(NamedTuple):
    unit: str
    every: int
    days: float
    room: float
    """How many pixels a label takes with the space beside it."""


_STEPS = (
    *(_Step("hour", count, count * _HOUR, 56) for count in (1, 3, 6, 12)),
    _Step("day", 1, 1, 30),
    _Step("day", 5, 5, 30),
    _Step("day", 10, 10, 30),
    *(_Step("month", count, count * _MONTH, 46) for count in (1, 3, 6)),
)
_DAYS_WRITTEN = {5: (1, 5, 10, 15, 20, 25), 10: (1, 10, 20)}


def axis(begins: float, ends: float, per_day: float) -> Axis:
    """The ticks and periods from one moment to another, as fine as their labels find room."""
    step = _step(per_day, max(abs(day_at(begins)[0]), abs(day_at(ends)[0])))
    if step.unit == "hour":
        return Axis(tuple(_hours(begins, ends, step.every)), tuple(_days(begins, ends)))
    if step.unit == "day":
        return Axis(tuple(_days_of_months(begins, ends, step.every)), tuple(_months(begins, ends)))
    if step.unit == "month":
        return Axis(tuple(_months_of_years(begins, ends, step.every)), tuple(_periods(begins, ends, 1)))
    periods = _periods(begins, ends, 100) if step.every < 100 else ()
    return Axis(tuple(_years(begins, ends, step.every)), tuple(periods))


def _step(per_day: float, largest_year: int) -> _Step:
    for step in _STEPS:
        if step.days * per_day >= step.room:
            return step
    room, count = 28.0 + 8 * len(str(largest_year)), 1
    while count * _YEAR * per_day < room:
        count = count * 5 // 2 if str(count)[0] == "2" else count * 2
    return _Step("year", count, count * _YEAR, room)


def _hours(begins: float, ends: float, count: int) -> Iterator[Tick]:
    per_day = 24 // count
    for number in range(ceil(begins * per_day), floor(ends * per_day) + 1):
        yield Tick(number / per_day, f"{number % per_day * count:02d}:00")


def _days(begins: float, ends: float) -> Iterator[Period]:
    for number in range(floor(begins), ceil(ends)):
        yield Period(number, number + 1, format_date(iso_day(day_at(number))))


def _days_of_months(begins: float, ends: float, count: int) -> Iterator[Tick]:
    written = _DAYS_WRITTEN.get(count)
    for number in range(ceil(begins), floor(ends) + 1):
        day = day_at(number)[2]
        if written is None or day in written:
            yield Tick(number, str(day))


def _months_between(begins: float, ends: float, count: int) -> Iterator[tuple[int, int]]:
    """Year and month of every month whose number in the year is one more than a multiple of `count`."""
    year, month, _day = day_at(begins)
    number = (12 * year + month - 1) // count * count
    last_year, last_month, _day = day_at(ends)
    while number <= 12 * last_year + last_month - 1:
        yield number // 12, number % 12 + 1
        number += count


def _first_of(year: int, month: int) -> int:
    return day_number((year + month // 13, (month - 1) % 12 + 1, 1))


def _months(begins: float, ends: float) -> Iterator[Period]:
    for year, month in _months_between(begins, ends, 1):
        label = format_date(f"{iso_year(year)}-{month:02d}")
        yield Period(_first_of(year, month), _first_of(year, month + 1), label)


def _months_of_years(begins: float, ends: float, count: int) -> Iterator[Tick]:
    style = Style(short=True)
    for year, month in _months_between(begins, ends, count):
        at = _first_of(year, month)
        if begins <= at <= ends:
            yield Tick(at, style.month(month))


def _year_label(year: int) -> str:
    return str(year) if year > 99 else Style().year(year)


def _years(begins: float, ends: float, count: int) -> Iterator[Tick]:
    first = ceil(day_at(begins)[0] / count) * count
    for year in range(first, day_at(ends)[0] + 1, count):
        at = _first_of(year, 1)
        if at >= begins:
            yield Tick(at, _year_label(year))


def _periods(begins: float, ends: float, years: int) -> Iterator[Period]:
    """Single years, or centuries as they are written with two figures and two X."""
    first, last = day_at(begins)[0] // years, day_at(ends)[0] // years
    for number in range(first, last + 1):
        label = _year_label(number) if years == 1 else _century(number)
        yield Period(_first_of(number * years, 1), _first_of((number + 1) * years, 1), label)


def _century(hundreds: int) -> str:
    return Style().century(hundreds) if 0 <= hundreds <= 20 else ""
