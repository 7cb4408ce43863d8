"""The order of dates: total, right beside their bounds, and as a reader expects it."""

import itertools
from random import Random

import pytest

from archive_app.core.chronology import Precision, apart, hours_of, order_of, precision_of
from archive_app.core.days import read_iso_day
from archive_app.core.edtf import parse_edtf
from helpers.edtf import readable


def test_dates_stand_as_a_reader_expects_them() -> None:
    in_order = [
        "-0043-03-15",
        "0878",
        "18XX",
        "1941/1945",
        "1944-01-01",
        "1944",
        "1944/..",
        "1944-09-28/1944-10-03",
        "1944-10-15",
        "1944-10-15T07:00:00",
        "1944-10-15T14:30:00",
        "1944-10-15 evening",
        "1944-10-15 night",
        "1944-10-18 night",
        "1944-10-18/1944-10-19 night",
        "1944-10-19",
        "../1944-10-19",
        "1944-10-20",
        "../1944",
        "1945",
        "Y12345",
        "XXXX-10-14",
        "",
    ]
    mixed = [parse_edtf(text) for text in in_order]
    Random(3).shuffle(mixed)
    assert [date.text for date in sorted(mixed, key=order_of)] == in_order


def test_the_order_is_total() -> None:
    for one, other in itertools.pairwise(readable(seed=21, count=8_000)):
        assert (order_of(one) == order_of(other)) == (one.text == other.text)
        assert (order_of(one) < order_of(other)) != (order_of(one) >= order_of(other))


def test_a_date_that_is_over_before_another_begins_stands_before_it() -> None:
    compared = 0
    dates = list(readable(seed=22, count=600))
    ended = [(read_iso_day(date.last), order_of(date), date) for date in dates if date.last]
    begun = [(read_iso_day(date.first), order_of(date), date) for date in dates if date.first]
    for (last, order, one), (first, following, other) in itertools.product(ended, begun):
        if last < first:
            compared += 1
            assert order < following, (one, other)
    assert compared > 20_000


def test_a_date_that_begins_and_ends_no_later_stands_no_later() -> None:
    dates = [date for date in readable(seed=23, count=600) if date.first and date.last and not date.part]
    known = [
        (read_iso_day(date.first or ""), read_iso_day(date.last or ""), order_of(date), date)
        for date in dates
    ]
    for (first, last, order, one), (begun, ended, following, other) in itertools.product(known, repeat=2):
        if first <= begun and last < ended and "T" not in one.text:
            assert order < following, (one, other)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("", None),
        ("1XXX", Precision.MILLENNIUM),
        ("19XX", Precision.CENTURY),
        ("1950S2", Precision.CENTURY),
        ("194X", Precision.DECADE),
        ("1944~", Precision.YEAR),
        ("1944-23", Precision.SEASON),
        ("1944-1X", Precision.MONTH),
        ("1944-10-2X", Precision.DAY),
        ("1944-10-20 evening", Precision.DAY),
        ("1944-10-20T14:30:00", Precision.TIME),
        ("1944-10-20/1945", Precision.YEAR),
        ("1944-10-20/..", Precision.DAY),
        ("[1944-10-20,1944-11]", Precision.MONTH),
        ("{1944..1945-10}", Precision.YEAR),
    ],
)
def test_how_exact_a_date_is(text: str, precision: Precision | None) -> None:
    assert precision_of(text) == precision


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1944-10-20", (0, 24)),
        ("1944-10-20 dawn", (4, 7)),
        ("1944-10-20 night", (20, 24)),
        ("1944-10-18/1944-10-19 night", (20, 6)),
        ("../1944-10-15 evening", (18, 22)),
        ("1944-10-20T14:30:00", (14.5, 14.5)),
        ("1944-10-20T14:30:00Z", (14.5, 14.5)),
    ],
)
def test_the_hours_that_a_date_names(text: str, hours: tuple[float, float]) -> None:
    assert hours_of(text) == hours


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ("1944-10-15", "1944-10-20", True),
        ("1944-10", "1944-10-20", False),
        ("1944-10-20/..", "../1944-10-19", True),
        ("1944-10-20/..", "1950", False),
        ("-0043", "-0042", True),
        ("-0043", "-0043-03-15", False),
        ("XXXX-10-14", "1944-10-20", False),
        ("", "1944", False),
    ],
)
def test_dates_with_no_day_in_common(one: str, other: str, are_apart: bool) -> None:
    first, second = parse_edtf(one), parse_edtf(other)
    assert apart((first.first, first.last), (second.first, second.last)) == are_apart
    assert apart((second.first, second.last), (first.first, first.last)) == are_apart
