"""Parts of periods as intervals, and back."""

import itertools

import pytest

from archive_app.core.days import day_after, read_iso_day
from archive_app.core.edtf import parse_edtf
from archive_app.core.periods import PeriodPart, named_part, part_of

_PERIODS = ["1944-10", "1944-02", "1900-02", "1944", "194X", "19XX"]


@pytest.mark.parametrize(
    ("period", "part", "interval"),
    [
        ("1944-10", PeriodPart.EARLY, "1944-10-01/1944-10-10~"),
        ("1944-02", PeriodPart.LATE, "1944-02-21~/1944-02-29"),
        ("1900-02", PeriodPart.LAST_DAYS, "1900-02-24~/1900-02-28"),
        ("1944", PeriodPart.MIDDLE, "1944-05~/1944-08~"),
        ("194X", PeriodPart.LATE, "1947~/1949"),
        ("18XX", PeriodPart.SECOND_HALF, "1850~/1899"),
        ("1944", PeriodPart.FIRST_DAYS, None),
        ("1944-10-20", PeriodPart.EARLY, None),
        ("1944-23", PeriodPart.EARLY, None),
    ],
)
def test_a_part_of_a_period_is_an_interval(period: str, part: PeriodPart, interval: str | None) -> None:
    assert part_of(period, part) == interval


def test_the_parts_lie_within_their_period_and_are_known_again() -> None:
    for period, part in itertools.product(_PERIODS, PeriodPart):
        interval = part_of(period, part)
        if interval is None:
            continue
        date, whole = parse_edtf(interval), parse_edtf(period)
        assert (whole.first or "") <= (date.first or "") < (date.last or "") <= (whole.last or "")
        if "~" in interval:
            assert named_part(interval) == (period, part)


def test_thirds_leave_no_day_out() -> None:
    thirds = (PeriodPart.EARLY, PeriodPart.MIDDLE, PeriodPart.LATE)
    for period in _PERIODS:
        dates = [parse_edtf(part_of(period, part) or "") for part in thirds]
        assert dates[0].first == parse_edtf(period).first
        assert dates[2].last == parse_edtf(period).last
        for one, other in itertools.pairwise(dates):
            assert day_after(read_iso_day(one.last or "")) == read_iso_day(other.first or "")


@pytest.mark.parametrize(
    "interval", ["1944", "1944/1945", "1944-10-01/1944-10-10", "1944-10-02~/1944-10-10~", "1944~/.."]
)
def test_other_intervals_have_no_name(interval: str) -> None:
    assert named_part(interval) is None
