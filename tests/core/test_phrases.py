"""Dates written out for reading, long and short, in English and Serbian; and typed again as they were written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core import translation
from archive_app.core.dates import format_date, parse_date
from archive_app.core.edtf import DateSet, EdtfDate, Expression, Interval, Single, parse_edtf, read_edtf
from archive_app.core.translation import use_language
from helpers.catalogues import serbian_dates, write_catalogue
from helpers.edtf import LEVEL_0, LEVEL_1, LEVEL_2, expressions, readable


@pytest.fixture
def _serbian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    write_catalogue(tmp_path / "sr" / "LC_MESSAGES" / "archive_app.mo", serbian_dates())
    monkeypatch.setattr(translation, "LOCALES", tmp_path)
    use_language("sr")
    yield
    use_language(None)


@pytest.mark.parametrize(
    ("edtf", "long", "short"),
    [
        ("", "", ""),
        ("1944-10-20", "20 October 1944", "20 Oct 1944"),
        ("1944-10", "October 1944", "Oct 1944"),
        ("1944", "1944", "1944"),
        ("1943~", "about 1943", "c. 1943"),
        ("1943?", "perhaps 1943", "1943 (?)"),
        ("1943%", "perhaps about 1943", "c. 1943 (?)"),
        ("194X", "1940s", "1940s"),
        ("19XX", "20th century", "20th century"),
        ("-02XX", "3rd century BC", "3rd century BC"),
        ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
        ("0044", "AD 44", "AD 44"),
        ("0878", "878", "878"),
        ("Y170000002", "the year 170000002", "the year 170000002"),
        ("1944-10-XX", "October 1944, day unknown", "Oct 1944, day unknown"),
        ("1944-XX", "1944, month unknown", "1944, month unknown"),
        ("1944-XX-XX", "1944, month and day unknown", "1944, month and day unknown"),
        ("1944-10-2X", "20–29 October 1944, day unknown", "20–29 Oct 1944, day unknown"),
        ("1984-1X", "October–December 1984, month unknown", "Oct–Dec 1984, month unknown"),
        ("XXXX-10-14", "14 October, year unknown", "14 Oct, year unknown"),
        ("156X-12-25", "25 December 1560s", "25 Dec 1560s"),
        ("1944-23", "autumn 1944", "autumn 1944"),
        ("1944-30", "summer 1944 (southern hemisphere)", "summer 1944 (southern hemisphere)"),
        ("1944-34", "second quarter of 1944", "second quarter of 1944"),
        ("1985-04-12T23:20:00", "12 April 1985, 23:20", "12 Apr 1985, 23:20"),
        ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "12 Apr 1985, 23:20:30 UTC"),
        ("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04", "12 Apr 1985, 23:20:30 UTC-04"),
        ("1944-10-18/1944-10-19", "18–19 October 1944", "18–19 Oct 1944"),
        ("1944-10-18/1944-10-19 night", "18–19 October 1944, at night", "18–19 Oct 1944, at night"),
        ("1944-10-18~/1944-10-19~", "about 18–19 October 1944", "c. 18–19 Oct 1944"),
        ("1944-09-28/1944-10-03", "28 September – 3 October 1944", "28 Sep – 3 Oct 1944"),
        ("1944-09/1944-10", "September–October 1944", "Sep–Oct 1944"),
        ("1943-12/1944-01", "December 1943 – January 1944", "Dec 1943 – Jan 1944"),
        ("1941/1945", "1941–1945", "1941–1945"),
        ("18XX/19XX", "19th century – 20th century", "19th century – 20th century"),
        ("1984~/2004-06", "from about 1984 to June 2004", "from about 1984 to Jun 2004"),
        ("1944-10-01/1944-10-05~", "first days of October 1944", "first days of Oct 1944"),
        ("1944-10-11~/1944-10-20~", "mid-October 1944", "mid-Oct 1944"),
        ("1867~/1899", "late 19th century", "late 19th century"),
        ("1944-10-20/..", "from 20 October 1944 on", "from 20 Oct 1944 on"),
        ("1944-10-20/", "from 20 October 1944, end unknown", "from 20 Oct 1944, end unknown"),
        ("../1944-10", "until October 1944", "until Oct 1944"),
        (
            "../1944-10-15 evening",
            "until 15 October 1944, in the evening",
            "until 15 Oct 1944, in the evening",
        ),
        ("[1944-10-01..1944-10-05]", "between 1 and 5 October 1944", "between 1 and 5 Oct 1944"),
        ("[1941..1944-06]", "between 1941 and June 1944", "between 1941 and Jun 1944"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "1667, 1668 or 1670–1672"),
        ("{1944-10-15,1944-10-20}", "15 October 1944 and 20 October 1944", "15 Oct 1944 and 20 Oct 1944"),
        ("[1943?,1944?]", "perhaps 1943 or 1944", "1943 or 1944 (?)"),
        ("[..1760-12-03]", "3 December 1760 or earlier", "3 Dec 1760 or earlier"),
        ("2004-06-~11", "11 June 2004 (day approximate)", "11 Jun 2004 (day approximate)"),
        ("2004?-06-11", "11 June 2004 (year uncertain)", "11 Jun 2004 (year uncertain)"),
        ("1XXX-12", "1XXX-12", "1XXX-12"),
        ("no date", "no date", "no date"),
        ("1944-02-3X", "1944-02-3X", "1944-02-3X"),
        ("1944 evening", "1944 evening", "1944 evening"),
    ],
)
def test_how_a_date_is_read(edtf: str, long: str, short: str) -> None:
    assert format_date(edtf) == long
    assert format_date(edtf, short=True) == short


@pytest.mark.parametrize(
    ("edtf", "read"),
    [
        ("1944-10", "oktobar 1944"),
        ("1944-10-20", "20. oktobar 1944"),
        ("1944-10-20~", "oko 20. oktobra 1944"),
        ("1944-10/..", "od oktobra 1944 nadalje"),
        ("../1944-23", "do jeseni 1944"),
        ("[1944-10-18..1944-10-19]", "između 18. i 19. oktobra 1944"),
        ("1944-10-21~/1944-10-31", "krajem oktobra 1944"),
        ("1867~/1899", "krajem 19. veka"),
        ("185X~", "oko 1850-ih"),
        ("-0043", "44. pre n. e."),
        ("1944-10-18/1944-10-19 night", "18–19. oktobar 1944, noću"),
    ],
)
@pytest.mark.usefixtures("_serbian")
def test_serbian_puts_what_stands_after_a_preposition_in_its_case(edtf: str, read: str) -> None:
    assert format_date(edtf) == read


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("edtf", [*LEVEL_0, *LEVEL_1, *LEVEL_2])
def test_the_examples_can_be_typed_as_they_are_written(edtf: str, short: bool) -> None:
    _is_typed_again(parse_edtf(edtf), short=short)


@pytest.mark.parametrize("short", [False, True])
def test_what_is_written_can_be_typed_again(short: bool) -> None:
    in_words = 0
    for date in readable(seed=5 + short, count=4_000):
        in_words += format_date(date.text) != date.text
        _is_typed_again(date, short=short)
    assert in_words > 1_000


@pytest.mark.usefixtures("_serbian")
def test_what_is_written_in_serbian_can_be_typed_again() -> None:
    in_words = 0
    for date in readable(seed=7, count=4_000):
        if not _is_of_a_hemisphere(date):
            in_words += format_date(date.text) != date.text
            _is_typed_again(date, short=False)
    assert in_words > 1_000


def test_what_the_calendar_has_not_is_written_as_it_is() -> None:
    known = {date.text for date in readable(seed=9, count=3_000)}
    refused = [text for text in expressions(seed=9, count=3_000) if text not in known]
    assert len(refused) > 500
    assert [text for text in refused if format_date(text) != text] == []


def _is_of_a_hemisphere(date: EdtfDate) -> bool:
    return "hemisphere" in format_date(date.text) or "the year" in format_date(date.text)


def _is_typed_again(date: EdtfDate, *, short: bool) -> None:
    """The words mean the same date; but a quarter that EDTF writes like two years becomes its months."""
    words = format_date(date.text, short=short)
    typed = parse_date(words)
    assert (date.text, words, typed.first, typed.last, typed.part) == (
        date.text,
        words,
        date.first,
        date.last,
        date.part,
    )
    wanted = read_edtf(date.edtf)
    if not (isinstance(wanted, Single) and wanted.month.isdecimal() and int(wanted.month) > 32):
        assert (date.text, _meaning(read_edtf(typed.edtf))) == (date.text, _meaning(wanted))


def _meaning(expression: Expression) -> object:
    """The structure without the text: qualifiers can be written in two ways."""
    match expression:
        case Single():
            return expression[1:]
        case Interval():
            return [end[1:] if isinstance(end, Single) else end for end in expression]
        case DateSet():
            return expression.one_of, [_meaning(member) for member in expression.members]
