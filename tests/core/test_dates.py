"""EDTF dates: the examples of the specification, their bounds, what people type and what they read."""

import calendar
import itertools

import pytest

from archive_app.core.dates import EdtfDate, format_date, parse_date, parse_edtf
from archive_app.core.errors import UserError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # level 0
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        # level 1
        ("2001-21", "2001-03-01", "2001-06-21"),
        ("2001-24", "2001-01-01", "2002-03-21"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("2004-06~", "2004-06-01", "2004-06-30"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", None),
        ("1985-04/", "1985-04-01", None),
        ("../1985-04-12", None, "1985-04-12"),
        ("/1985", None, "1985-12-31"),
        ("1984~/2004-06", "1984-01-01", "2004-06-30"),
        # level 2
        ("2004-06-~11", "2004-06-11", "2004-06-11"),
        ("2004?-06-11", "2004-06-11", "2004-06-11"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("15XX-12-25", "1500-12-25", "1599-12-25"),
        ("1XXX-12", "1000-12-01", "1999-12-31"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("1944-10-2X", "1944-10-20", "1944-10-29"),
        ("1944-10-3X", "1944-10-30", "1944-10-31"),
        ("156X-02-29", "1560-02-29", "1568-02-29"),
        ("XXXX-10-14", None, None),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1760-12-03]", None, "1760-12-03"),
        ("[1760-12..]", "1760-12-01", None),
        ("{1944-10-14,1944-10-18}", "1944-10-14", "1944-10-18"),
    ],
)
def test_first_and_last_possible_day(text: str, first: str | None, last: str | None) -> None:
    assert parse_edtf(text) == EdtfDate(text, first, last)


def test_no_text_is_a_date_that_nothing_is_known_of() -> None:
    assert parse_edtf(" ") == parse_date("") == EdtfDate("", None, None)


@pytest.mark.parametrize("text", ["1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30+05:30"])
def test_the_day_of_a_date_with_a_time(text: str) -> None:
    assert parse_edtf(text) == EdtfDate("1985-04-12", "1985-04-12", "1985-04-12")


@pytest.mark.parametrize(
    "text", ["1944-02-30", "1943-02-29", "1944-13", "1944-00", "1944-10-00", "1957-02-3X", "1944-25"]
)
def test_days_that_do_not_exist(text: str) -> None:
    with pytest.raises(UserError, match="no such day"):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["1945/1944", "1944-10-20/1944-10-19", "1944-11/1944-10-31"])
def test_intervals_that_end_before_they_begin(text: str) -> None:
    with pytest.raises(UserError, match="before it begins"):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["danas", "44", "1944-1", "1944/10/20", "/", "../..", "[1944", "1944..1945", "Y17000", "-0044", "1944~~"],
)
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UserError, match="1944-10-20"):
        parse_edtf(text)
    with pytest.raises(UserError, match="1944-10-20"):
        parse_date(text)


def test_bounds_are_days_in_order_for_every_pattern_of_digits() -> None:
    parsed = 0
    for year, month, day in itertools.product(
        ("1944", "194X", "19XX", "1X44", "1900"),
        ("01", "02", "0X", "1X", "XX", "12"),
        ("01", "29", "2X", "3X", "XX", "X1"),
    ):
        try:
            date = parse_edtf(f"{year}-{month}-{day}")
        except UserError:
            assert month == "02"
            assert day in ("29", "3X")
            continue
        parsed += 1
        assert date.first is not None
        assert date.last is not None
        assert date.first <= date.last
        for bound in (date.first, date.last):
            bound_year, bound_month, bound_day = map(int, bound.split("-"))
            assert 1 <= bound_day <= calendar.monthrange(bound_year, bound_month)[1]
            pattern = f"{year}-{month}-{day}"
            assert all(wanted in ("X", digit) for wanted, digit in zip(pattern, bound, strict=True))
    assert parsed > 150


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1944", "1944"),
        ("1944.", "1944"),
        ("1944-10-2X", "1944-10-2X"),
        ("194x", "194X"),
        ("19ХХ", "19XX"),
        ("20.10.1944", "1944-10-20"),
        ("20. 10. 1944.", "1944-10-20"),
        ("20. X 1944", "1944-10-20"),
        ("20. oktobar 1944", "1944-10-20"),
        ("20. октобра 1944. године", "1944-10-20"),
        ("20 October 1944", "1944-10-20"),
        ("October 20, 1944", "1944-10-20"),
        ("oktobar 1944", "1944-10"),
        ("октобар 1944.", "1944-10"),
        ("oko 1943", "1943~"),
        ("Око 20. октобра 1944.", "1944-10-20~"),
        ("u noći 18/19. oktobra 1944", "1944-10-18/1944-10-19"),
        ("između 18. i 19. oktobra 1944", "1944-10-18/1944-10-19"),
        ("15–20. oktobra 1944", "1944-10-15/1944-10-20"),
        ("28. septembra – 3. oktobra 1944", "1944-09-28/1944-10-03"),
        ("1941–1945", "1941/1945"),
        ("od 1941. do 1945. godine", "1941/1945"),
        ("proleće 1944", "1944-21"),
        ("1940s", "194X"),
        ("do 20. oktobra 1944", "../1944-10-20"),
    ],
)
def test_what_a_person_types(typed: str, edtf: str) -> None:
    assert parse_date(typed) == parse_edtf(edtf)


@pytest.mark.parametrize("typed", ["31.9.1944", "30. februar 1944"])
def test_a_typed_day_that_does_not_exist(typed: str) -> None:
    with pytest.raises(UserError, match="no such day"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("edtf", "read"),
    [
        ("", ""),
        ("1944-10-20", "20 October 1944"),
        ("1944-10", "October 1944"),
        ("1944", "1944"),
        ("1943~", "about 1943"),
        ("1943?", "perhaps 1943"),
        ("1943%", "perhaps about 1943"),
        ("194X", "1940s"),
        ("1944-10-XX", "October 1944, day unknown"),
        ("1944-XX", "1944, month unknown"),
        ("1944-10-2X", "between 20 and 29 October 1944"),
        ("XXXX-10-14", "14 October, year unknown"),
        ("1944-23", "autumn 1944"),
        ("1944-10-18/1944-10-19", "18–19 October 1944"),
        ("1944-10-18~/1944-10-19~", "about 18–19 October 1944"),
        ("1944-09-28/1944-10-03", "28 September – 3 October 1944"),
        ("1941/1945", "1941–1945"),
        ("1944-10-01/1944-10-05~", "from 1 October 1944 to about 5 October 1944"),
        ("1944-10-20/..", "from 20 October 1944 on"),
        ("../1944-10", "until October 1944"),
        ("[1944-10-01..1944-10-05]", "between 1 and 5 October 1944"),
        ("[1944-10-15,1944-10-20]", "15 October 1944 or 20 October 1944"),
        ("{1944-10-15,1944-10-20}", "15 October 1944 and 20 October 1944"),
        ("2004-06-~11", "2004-06-~11"),
        ("[1667,1668,1670..1672]", "[1667,1668,1670..1672]"),
        ("no date", "no date"),
        ("1944-02-3X", "1944-02-3X"),
    ],
)
def test_how_a_date_is_read(edtf: str, read: str) -> None:
    assert format_date(edtf) == read


def test_what_is_written_for_reading_can_be_typed_again() -> None:
    singles = ["1944", "1944-10", "1944-10-20", "1944-02-29", "194X", "19XX", "1944-22", "1944-10-1X"]
    later = ["1945", "1945-01", "1945-03-02"]
    dates = singles + [f"{date}{mark}" for date in ("1944", "1944-10", "1944-10-20") for mark in "?~%"]
    dates += [f"{date}/.." for date in singles[:4]] + [f"../{date}" for date in singles[:4]]
    dates += [f"{start}/{end}" for start, end in zip(("1944", "1944-10", "1944-10-20"), later, strict=True)]
    dates += ["1944-10-18/1944-10-19", "1944-09-28/1944-10-03", "[1944-10-01..1944-10-05]"]
    for edtf in dates:
        wanted, typed = parse_edtf(edtf), parse_date(format_date(edtf))
        assert (edtf, typed.first, typed.last) == (edtf, wanted.first, wanted.last)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("15-20.10.1944", "1944-10-15/1944-10-20"),
        ("28.9 – 20.10.1944.", "1944-09-28/1944-10-20"),
        ("1944/45", "1944/1945"),
        ("1944-45", "1944/1945"),
        ("1919-21", "1919-21"),
        ("1944-10", "1944-10"),
    ],
)
def test_ranges_in_figures_are_read(typed: str, edtf: str) -> None:
    assert parse_date(typed).text == edtf


def test_a_day_that_does_not_exist_is_refused_in_the_words_that_were_typed() -> None:
    with pytest.raises(UserError, match=r"“32\.10\.1944” cannot be a date"):
        parse_date("32.10.1944")
