"""EDTF: the examples of the specification with their bounds, what is refused and why, and properties of all of it."""

import itertools
from collections.abc import Sequence
from functools import cache

import pytest

from archive_app.core.days import month_length, read_iso_day
from archive_app.core.edtf import (
    DateSet,
    EdtfDate,
    Interval,
    Single,
    Unbounded,
    parse_edtf,
    read_edtf,
)
from archive_app.core.errors import UserError
from archive_app.core.periods import PartOfDay
from helpers.edtf import LEVEL_0, LEVEL_1, LEVEL_2, readable

_FIRST_AND_LAST = {
    # level 0: dates, dates with times, intervals
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
    "1985-04-12T23:20:30": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30Z": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30-04": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30+04:30": ("1985-04-12", "1985-04-12"),
    "1964/2008": ("1964-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2006-02-28"),
    # level 1: long years, seasons, qualifiers, unspecified digits, open and unknown ends, years before 0
    "Y170000002": ("+170000002-01-01", "+170000002-12-31"),
    "Y-170000002": ("-170000002-01-01", "-170000002-12-31"),
    "2001-21": ("2001-03-01", "2001-06-21"),
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "1985-04-12/..": ("1985-04-12", None),
    "1985-04/..": ("1985-04-01", None),
    "1985/..": ("1985-01-01", None),
    "../1985-04-12": (None, "1985-04-12"),
    "../1985-04": (None, "1985-04-30"),
    "../1985": (None, "1985-12-31"),
    "1985-04-12/": ("1985-04-12", None),
    "1985-04/": ("1985-04-01", None),
    "1985/": ("1985-01-01", None),
    "/1985-04-12": (None, "1985-04-12"),
    "/1985-04": (None, "1985-04-30"),
    "/1985": (None, "1985-12-31"),
    "-1985": ("-1985-01-01", "-1985-12-31"),
    # level 2
    "Y-17E7": ("-170000000-01-01", "-170000000-12-31"),
    "1950S2": ("1900-01-01", "1999-12-31"),
    "Y171010000S3": ("+171000000-01-01", "+171999999-12-31"),
    "Y3388E2S3": ("+338000-01-01", "+338999-12-31"),
    "2001-34": ("2001-04-01", "2001-06-30"),
    "[1667,1668,1670..1672]": ("1667-01-01", "1672-12-31"),
    "[..1760-12-03]": (None, "1760-12-03"),
    "[1760-12..]": ("1760-12-01", None),
    "[1760-01,1760-02,1760-12..]": ("1760-01-01", None),
    "[1667,1760-12]": ("1667-01-01", "1760-12-31"),
    "[..1984]": (None, "1984-12-31"),
    "{1667,1668,1670..1672}": ("1667-01-01", "1672-12-31"),
    "{1960,1961-12}": ("1960-01-01", "1961-12-31"),
    "{..1984}": (None, "1984-12-31"),
    "2004-06~-11": ("2004-06-11", "2004-06-11"),
    "2004?-06-11": ("2004-06-11", "2004-06-11"),
    "?2004-06-~11": ("2004-06-11", "2004-06-11"),
    "2004-%06-11": ("2004-06-11", "2004-06-11"),
    "156X-12-25": ("1560-12-25", "1569-12-25"),
    "15XX-12-25": ("1500-12-25", "1599-12-25"),
    "XXXX-12-XX": (None, None),
    "1XXX-XX": ("1000-01-01", "1999-12-31"),
    "1XXX-12": ("1000-12-01", "1999-12-31"),
    "1984-1X": ("1984-10-01", "1984-12-31"),
    "2004-06-~01/2004-06-~20": ("2004-06-01", "2004-06-20"),
    "2004-06-XX/2004-07-03": ("2004-06-01", "2004-07-03"),
}


@pytest.mark.parametrize("text", [*LEVEL_0, *LEVEL_1, *LEVEL_2])
def test_first_and_last_possible_day_of_the_examples(text: str) -> None:
    assert parse_edtf(text) == EdtfDate(text, *_FIRST_AND_LAST[text])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2001-22", "2001-06-01", "2001-09-23"),
        ("2001-23", "2001-09-01", "2001-12-22"),
        ("2001-24", "2001-01-01", "2002-03-21"),
        ("2001-25", "2001-03-01", "2001-06-21"),
        ("2001-29", "2001-09-01", "2001-12-22"),
        ("2001-30", "2001-01-01", "2002-03-21"),
        ("2001-33", "2001-01-01", "2001-03-31"),
        ("2001-35", "2001-07-01", "2001-09-30"),
        ("2001-36", "2001-10-01", "2001-12-31"),
        ("2001-37", "2001-01-01", "2001-04-30"),
        ("2001-38", "2001-05-01", "2001-08-31"),
        ("2001-39", "2001-09-01", "2001-12-31"),
        ("2001-40", "2001-01-01", "2001-06-30"),
        ("2001-41", "2001-07-01", "2001-12-31"),
        ("194X-23", "1940-09-01", "1949-12-22"),
        ("1944-02", "1944-02-01", "1944-02-29"),
        ("1900-02-XX", "1900-02-01", "1900-02-28"),
        ("0000-02", "0000-02-01", "0000-02-29"),
        ("1944-10-3X", "1944-10-30", "1944-10-31"),
        ("1944-0X-31", "1944-01-31", "1944-08-31"),
        ("156X-02-29", "1560-02-29", "1568-02-29"),
        ("-004X", "-0049-01-01", "-0040-12-31"),
        ("-02XX", "-0299-01-01", "-0200-12-31"),
        ("-1985S2", "-1999-01-01", "-1900-12-31"),
        ("XXXX-02-29", None, None),
        ("XXXX", None, None),
        ("1944-10-18/1944-10-19 night", "1944-10-18", "1944-10-19"),
        ("../1944-10-15 evening", None, "1944-10-15"),
    ],
)
def test_first_and_last_possible_day(text: str, first: str | None, last: str | None) -> None:
    assert parse_edtf(text) == EdtfDate(text, first, last)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        (" 1944-10-2x ", "1944-10-2X"),
        ("19ХХ", "19XX"),
        ("1944\u201310\u201320", "1944-10-20"),
        ("1985-04-12 23:20", "1985-04-12T23:20:00"),
        ("1985-04-12T23:20:30.5z", "1985-04-12T23:20:30Z"),
        ("1985-04-12T23", "1985-04-12T23:00:00"),
        ("1985-04-12T24:00:00", "1985-04-12T24:00:00"),
        ("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]"),
        ("1944-10-18 / 1944-10-19  night", "1944-10-18/1944-10-19 night"),
    ],
)
def test_edtf_is_written_in_one_way(typed: str, edtf: str) -> None:
    assert parse_edtf(typed).text == edtf
    assert parse_edtf(edtf).text == edtf


def test_no_text_is_a_date_that_nothing_is_known_of() -> None:
    assert parse_edtf(" ") == EdtfDate("", None, None)


def test_a_date_knows_its_part_of_the_day() -> None:
    assert (parse_edtf("1944-10-15 evening").edtf, parse_edtf("1944-10-15 evening").part) == (
        "1944-10-15",
        PartOfDay.EVENING,
    )
    assert parse_edtf("1944-10-15").part is None


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("2004-06-11", ("", "", "")),
        ("2004-06-11%", ("%", "%", "%")),
        ("2004-06~-11", ("~", "~", "")),
        ("2004?-06-11", ("?", "", "")),
        ("?2004-06-~11", ("?", "", "~")),
        ("2004-%06-11", ("", "%", "")),
        ("2004?-06-11~", ("%", "~", "~")),
    ],
)
def test_a_qualifier_after_a_part_holds_for_all_before_it(text: str, marks: Sequence[str]) -> None:
    expression = read_edtf(text)
    assert isinstance(expression, Single)
    assert expression.marks == marks


def test_the_structure_of_intervals_and_sets() -> None:
    interval = read_edtf("1985/")
    assert isinstance(interval, Interval)
    assert interval.end is Unbounded.UNKNOWN
    one_of = read_edtf("[1667,1670..1672]")
    assert isinstance(one_of, DateSet)
    assert one_of.one_of
    assert isinstance(one_of.members[1], Interval)
    assert read_edtf("1985/..") != interval


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1944-02-30", "February 1944 has 29 days"),
        ("1943-02-29", "February 1943 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("1944-13", "months are 01 to 12"),
        ("1944-00", "months are 01 to 12"),
        ("1944-42", "months are 01 to 12"),
        ("1944-2X", "months are 01 to 12"),
        ("1944-10-00", "has 31 days"),
        ("1957-02-3X", "February 1957 has 28 days"),
        ("1944-23-01", "months are 01 to 12"),
        ("19X1-02-29", "in February"),
    ],
)
def test_days_that_do_not_exist(text: str, why: str) -> None:
    with pytest.raises(UserError, match=f"no such day as “{text}”") as raised:
        parse_edtf(text)
    assert why in str(raised.value)


@pytest.mark.parametrize(
    "text", ["1945/1944", "1944-10-20/1944-10-19", "1944-11/1944-10-31", "[1945..1944]", "-0043/-0044"]
)
def test_intervals_that_end_before_they_begin(text: str) -> None:
    with pytest.raises(UserError, match="before it begins"):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text",
    """
    danas 44 878 1944-1 1944/10/20 / ../.. /.. [1944 [] [1944,] 1944..1945 Y1944 Y0 Y12345-01 19441020 -0000 -XXXX
    1944~~ 1944-10-20T25:00 1944-10-20T23:20:30+15 1944-10-2XT10:00 1944-10-20~T10:00 1944-10T10:00
    1944-10-20T10:00/1944-10-21 194XS2 1944S0 1944S2-10 +1944 1944-W42 ١٩٤٤
    """.split(),
)
def test_what_is_no_edtf_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UserError, match="1944-10-20/"):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["Y1234567890", "Y-17E8", "Y1E99999999999999"])
def test_years_that_are_too_far_away_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="at most nine digits"):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text", ["1944 evening", "1944-10 night", "1944/1945 night", "[1944-10-18,1944-10-19] dawn"]
)
def test_a_part_of_the_day_wants_a_day(text: str) -> None:
    with pytest.raises(UserError, match="not the day"):
        parse_edtf(text)


def test_bounds_are_days_that_fit_every_pattern_of_digits() -> None:
    parsed = 0
    for year, month, day in itertools.product(
        ("1944", "194X", "19XX", "1X44", "1900", "19X0", "XX44"),
        ("01", "02", "0X", "1X", "XX", "12", "X1"),
        ("01", "29", "2X", "3X", "XX", "X1"),
    ):
        pattern = f"{year}-{month}-{day}"
        fitting = _all_days(pattern)
        if not fitting:
            with pytest.raises(UserError, match="no such day"):
                parse_edtf(pattern)
            continue
        parsed += 1
        assert parse_edtf(pattern) == EdtfDate(pattern, fitting[0], fitting[-1])
    assert parsed > 250


def _all_days(pattern: str) -> list[str]:
    """Every day of 4,000 years of which the figures fit: slow, and plainly right."""
    year, month, day = pattern.split("-")
    return [
        f"{number:04d}-{months:02d}-{days:02d}"
        for number in _fitting(year, 0, 9999)
        for months in _fitting(month, 1, 12)
        for days in _fitting(day, 1, month_length(number, months))
    ]


@cache
def _fitting(pattern: str, low: int, high: int) -> list[int]:
    return [
        number
        for number in range(low, high + 1)
        if all(
            wanted in ("X", digit)
            for wanted, digit in zip(pattern, f"{number:0{len(pattern)}d}", strict=True)
        )
    ]


def test_the_first_day_is_never_after_the_last_one() -> None:
    bounded = 0
    for date in readable(seed=11, count=20_000):
        for bound in filter(None, (date.first, date.last)):
            assert read_iso_day(bound)
        if date.first and date.last:
            bounded += 1
            assert read_iso_day(date.first) <= read_iso_day(date.last), date
        assert parse_edtf(date.text) == date
    assert bounded > 8_000
