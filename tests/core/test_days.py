"""Days of any year, counted as `datetime` counts those that it knows, and days of the Julian calendar."""

from datetime import date, timedelta
from random import Random

import pytest

from archive_app.core.days import (
    Day,
    day_after,
    day_before,
    day_number,
    from_julian,
    is_leap,
    iso_day,
    month_length,
    numbered_day,
    read_iso_day,
)


def test_days_are_counted_as_datetime_counts_them() -> None:
    for number in [*range(1, date.max.toordinal(), 211), date.max.toordinal()]:
        known = date.fromordinal(number)
        day = (known.year, known.month, known.day)
        assert (day_number(day), numbered_day(number), iso_day(day)) == (number, day, known.isoformat())


def test_each_day_of_any_year_has_its_number() -> None:
    random = Random(7)
    for number in (random.randint(-(10**11), 10**11) for _time in range(20_000)):
        day = numbered_day(number)
        assert day_number(day) == number
        assert 1 <= day[2] <= month_length(day[0], day[1])
        assert day_before(day) < day < day_after(day)
        assert read_iso_day(iso_day(day)) == day


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ((1944, 10, 20), "1944-10-20"),
        ((1, 1, 1), "0001-01-01"),
        ((0, 12, 31), "0000-12-31"),
        ((-43, 3, 15), "-0043-03-15"),
        ((12345, 1, 2), "+12345-01-02"),
        ((-170000002, 1, 1), "-170000002-01-01"),
    ],
)
def test_iso_days(day: Day, iso: str) -> None:
    assert iso_day(day) == iso
    assert read_iso_day(iso) == day


@pytest.mark.parametrize(
    "text", ["", "1944", "1944-13-01", "1943-02-29", "44-01-01", "1944-10-20T10:00", "1944-10-00"]
)
def test_what_is_no_iso_day(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        read_iso_day(text)


def test_leap_years_of_the_proleptic_calendar() -> None:
    assert [year for year in (-4, -1, 0, 1, 4, 100, 1600, 1700, 1900, 1944, 2000, 2100) if is_leap(year)] == [
        *(-4, 0, 4, 1600, 1944, 2000)
    ]


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1914, 10, 7), (1914, 10, 20)),
        ((1914, 12, 25), (1915, 1, 7)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1900, 3, 1), (1900, 3, 14)),
        ((1804, 2, 15), (1804, 2, 27)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1389, 6, 15), (1389, 6, 23)),
        ((300, 2, 28), (300, 2, 28)),
        ((-4712, 1, 1), (-4713, 11, 24)),
    ],
)
def test_days_of_the_julian_calendar(julian: Day, gregorian: Day) -> None:
    assert from_julian(julian) == gregorian


def test_the_julian_calendar_has_no_gaps() -> None:
    day = date(1890, 1, 1)
    last = day_number(from_julian((1889, 12, 31)))
    while day < date(1899, 12, 31):
        number = day_number(from_julian((day.year, day.month, day.day)))
        assert number == last + 1
        last, day = number, day + timedelta(days=1)
