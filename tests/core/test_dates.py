"""What people type for dates, in both scripts and in English, and what they are told about it."""

import re

import pytest

from archive_app.core.dates import EdtfDate, editable_date, format_date, parse_date, parse_edtf, read_date
from archive_app.core.errors import UserError
from archive_app.language.scripts import in_script_of

_SERBIAN = [
    # days
    ("20. oktobar 1944", "1944-10-20"),
    ("20. oktobra 1944. godine", "1944-10-20"),
    ("20.oktobra 1944.g.", "1944-10-20"),
    ("20.10.1944", "1944-10-20"),
    ("20. 10. 1944.", "1944-10-20"),
    ("20/10/1944", "1944-10-20"),
    ("20-10-1944", "1944-10-20"),
    ("20. X 1944", "1944-10-20"),
    ("20.X.1944.", "1944-10-20"),
    ("1. I 1944", "1944-01-01"),
    ("28. VIII 1944", "1944-08-28"),
    ("1944.10.20.", "1944-10-20"),
    ("dana 20. oktobra 1944", "1944-10-20"),
    ("petak, 20. oktobar 1944", "1944-10-20"),
    ("dvadesetog oktobra 1944", "1944-10-20"),
    ("dvadeset prvog oktobra 1944", "1944-10-21"),
    ("deveti septembar 1944", "1944-09-09"),
    ("14-og oktobra 1944", "1944-10-14"),
    ("3. listopada 1944", "1944-10-03"),
    # months, years, decades, centuries, seasons
    ("oktobar 1944", "1944-10"),
    ("u oktobru 1944.", "1944-10"),
    ("tokom oktobra 1944. godine", "1944-10"),
    ("okt. 1944", "1944-10"),
    ("10.1944", "1944-10"),
    ("10/1944", "1944-10"),
    ("1944", "1944"),
    ("1944.", "1944"),
    ("1944. godine", "1944"),
    ("god. 1944", "1944"),
    ("878. godina", "0878"),
    ("44. pre n. e.", "-0043"),
    ("44. godine pre nove ere", "-0043"),
    ("9. n. e.", "0009"),
    ("četrdesetih godina 20. veka", "194X"),
    ("četrdesete godine XX veka", "194X"),
    ("40-ih godina XX veka", "194X"),
    ("1940-ih", "194X"),
    ("XIX vek", "18XX"),
    ("19. vek", "18XX"),
    ("u 19. veku", "18XX"),
    ("devetnaesti vek", "18XX"),
    ("XX vek", "19XX"),
    ("3. vek pre n. e.", "-02XX"),
    ("jesen 1944", "1944-23"),
    ("u jesen 1944. godine", "1944-23"),
    ("proleće 1944", "1944-21"),
    ("leti 1944", "1944-22"),
    ("zima 1943", "1943-24"),
    ("zimi 1943/44", "1943-12-01/1944-03-21"),
    ("prva polovina 1944", "1944-40"),
    ("druga polovina 1939", "1939-07/1939-12"),
    ("treći kvartal 1944", "1944-35"),
    # qualifiers and what is not known
    ("oko 1943", "1943~"),
    ("oko 20. oktobra 1944.", "1944-10-20~"),
    ("možda 1943", "1943?"),
    ("verovatno oko 1943", "1943%"),
    ("1943 (?)", "1943?"),
    ("oko 18–19. oktobra 1944", "1944-10-18~/1944-10-19~"),
    ("oktobar 1944, dan nepoznat", "1944-10-XX"),
    ("20. oktobar, godina nepoznata", "XXXX-10-20"),
    # parts of a period
    ("početkom oktobra 1944", "1944-10-01/1944-10-10~"),
    ("sredinom oktobra 1944", "1944-10-11~/1944-10-20~"),
    ("krajem oktobra 1944", "1944-10-21~/1944-10-31"),
    ("prvih dana oktobra 1944", "1944-10-01/1944-10-05~"),
    ("u prvim danima oktobra 1944", "1944-10-01/1944-10-05~"),
    ("poslednjih dana februara 1944", "1944-02-25~/1944-02-29"),
    ("u prvoj polovini oktobra 1944", "1944-10-01/1944-10-15~"),
    ("početkom 1944", "1944-01/1944-04~"),
    ("krajem XIX veka", "1867~/1899"),
    ("2. pol. XIX v.", "1850~/1899"),
    ("poč. XX veka", "1900/1933~"),
    ("polovinom oktobra 1944", "1944-10-11~/1944-10-20~"),
    ("od početka do sredine oktobra 1944", "1944-10-01/1944-10-20~"),
    ("kraj XVIII – početak XIX veka", "1767~/1833~"),
    ("od kraja septembra do početka oktobra 1944", "1944-09-21~/1944-10-10~"),
    ("početkom četrdesetih godina 20. veka", "1940/1943~"),
    # ranges and choices
    ("od 18. do 20. oktobra 1944", "1944-10-18/1944-10-20"),
    ("15–20. oktobra 1944", "1944-10-15/1944-10-20"),
    ("15-20.10.1944", "1944-10-15/1944-10-20"),
    ("28. septembra – 3. oktobra 1944", "1944-09-28/1944-10-03"),
    ("28.9 – 20.10.1944.", "1944-09-28/1944-10-20"),
    ("28. decembra – 3. januara 1944", "1943-12-28/1944-01-03"),
    ("1.10.1944–3.11.1945", "1944-10-01/1945-11-03"),
    ("oktobar–novembar 1944", "1944-10/1944-11"),
    ("10–11.1944", "1944-10/1944-11"),
    ("u proleće i leto 1944", "{1944-21,1944-22}"),
    ("od decembra do januara 1944", "1943-12/1944-01"),
    ("od 1941. do 1945. godine", "1941/1945"),
    ("1941–1945", "1941/1945"),
    ("1941.-1945.", "1941/1945"),
    ("1944/45", "1944/1945"),
    ("1914–18", "1914/1918"),
    ("1899/00", "1899/1900"),
    ("XIX–XX vek", "18XX/19XX"),
    ("između 1941. i 1944", "[1941..1944]"),
    ("između 18. i 19. oktobra 1944", "[1944-10-18..1944-10-19]"),
    ("18. i 19. oktobra 1944", "1944-10-18/1944-10-19"),
    ("14. i 18. oktobra 1944", "{1944-10-14,1944-10-18}"),
    ("14, 15. i 18. oktobra 1944", "{1944-10-14,1944-10-15,1944-10-18}"),
    ("14. ili 15. oktobra 1944", "[1944-10-14,1944-10-15]"),
    ("1941. ili 1943–1944.", "[1941,1943..1944]"),
    # before, after, since, until
    ("pre 1941", "../1940"),
    ("pre oktobra 1944", "../1944-09"),
    ("pre 1. oktobra 1944", "../1944-09-30"),
    ("pre jeseni 1944", "../1944-08-31"),
    ("posle 1944", "1945/.."),
    ("nakon decembra 1944", "1945-01/.."),
    ("posle 18–19. oktobra 1944", "1944-10-20/.."),
    ("od 1941", "1941/.."),
    ("od oktobra 1944. nadalje", "1944-10/.."),
    ("do 20. oktobra 1944", "../1944-10-20"),
    ("do kraja oktobra 1944", "../1944-10-31"),
    ("od sredine oktobra 1944", "1944-10-11~/.."),
    ("najkasnije 1944", "../1944"),
    ("ne pre 1941", "1941/.."),
    # parts of a day, nights, times
    ("u noći 18/19. oktobra 1944", "1944-10-18/1944-10-19 night"),
    ("u noći između 19. i 20. oktobra 1944.", "1944-10-19/1944-10-20 night"),
    ("u noći 18. na 19. oktobar 1944", "1944-10-18/1944-10-19 night"),
    ("u noći 30. septembra/1. oktobra 1944", "1944-09-30/1944-10-01 night"),
    ("noću 20. oktobra 1944", "1944-10-20 night"),
    ("u zoru 20. oktobra 1944", "1944-10-20 dawn"),
    ("20. oktobra 1944. ujutru", "1944-10-20 morning"),
    ("20. oktobra 1944. pre podne", "1944-10-20 forenoon"),
    ("u podne 20. oktobra 1944", "1944-10-20 noon"),
    ("20. oktobra 1944 po podne", "1944-10-20 afternoon"),
    ("uveče 15. oktobra 1944", "1944-10-15 evening"),
    ("do večeri 15. oktobra 1944", "../1944-10-15 evening"),
    ("pre zore 20. oktobra 1944", "../1944-10-20 dawn"),
    ("20. oktobra 1944 u 14.30", "1944-10-20T14:30:00"),
    ("20. oktobra 1944. u 7 časova", "1944-10-20T07:00:00"),
    ("u 15 h 20. oktobra 1944", "1944-10-20T15:00:00"),
    # the Julian calendar
    ("7/20. oktobra 1914", "1914-10-20"),
    ("7. (20.) oktobra 1914", "1914-10-20"),
    ("28. juna (11. jula) 1914", "1914-07-11"),
    ("25. decembra 1914/7. januara 1915", "1915-01-07"),
    ("15/28. VI 1914", "1914-06-28"),
    ("7. oktobar 1914 (stari kalendar)", "1914-10-20"),
    ("7. oktobra 1914. po starom kalendaru", "1914-10-20"),
    ("20. oktobar 1914 (novi kalendar)", "1914-10-20"),
    ("oktobar 1914 (stari kalendar)", "1914-10-14/1914-11-13"),
    ("7–10. oktobra 1914 (julijanski)", "1914-10-20/1914-10-23"),
    ("oko 7. oktobra 1914 (stari kalendar)", "1914-10-20~"),
    ("29. februar 1900 (stari kalendar)", "1900-03-13"),
    ("do 7. oktobra 1914 (stari kalendar)", "../1914-10-20"),
]  # fmt: skip
_ENGLISH = [
    ("20 October 1944", "1944-10-20"),
    ("October 20, 1944", "1944-10-20"),
    ("the 20th of October 1944", "1944-10-20"),
    ("Friday 20 October 1944", "1944-10-20"),
    ("Oct 1944", "1944-10"),
    ("1940s", "194X"),
    ("19th century", "18XX"),
    ("44 BC", "-0043"),
    ("AD 44", "0044"),
    ("autumn of 1944", "1944-23"),
    ("Winter 1943-44", "1943-12-01/1944-03-21"),
    ("about 1943", "1943~"),
    ("ca. 1900", "1900~"),
    ("before 1941", "../1940"),
    ("after 20 October 1944", "1944-10-21/.."),
    ("since 1941", "1941/.."),
    ("from 1941 to 1945", "1941/1945"),
    ("between 1941 and 1944", "[1941..1944]"),
    ("between June 1941 (year and month uncertain) and 1944", "[1941-06?..1944]"),
    ("October 20, 1944 or October 22, 1944", "[1944-10-20,1944-10-22]"),
    ("early October 1944", "1944-10-01/1944-10-10~"),
    ("the end of October 1944", "1944-10-21~/1944-10-31"),
    ("first half of the 19th century", "1800/1849~"),
    ("the night of 18/19 October 1944", "1944-10-18/1944-10-19 night"),
    ("20 October 1944, 14:30", "1944-10-20T14:30:00"),
    ("7 October 1914 (Julian)", "1914-10-20"),
    ("7 October 1914 old style", "1914-10-20"),
]
_EDTF = [
    ("1944-10-2X", "1944-10-2X"),
    ("194x", "194X"),
    ("19ХХ", "19XX"),
    ("1944-10-20.", "1944-10-20"),
    ("1944-10-18 / 1944-10-19 night", "1944-10-18/1944-10-19 night"),
    ("-0043", "-0043"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "edtf"), _SERBIAN)
def test_dates_in_serbian_in_both_scripts(typed: str, edtf: str) -> None:
    assert parse_date(typed) == parse_edtf(edtf)
    assert parse_date(_in_cyrillic(typed)) == parse_edtf(edtf)
    assert (
        parse_date(typed.replace("č", "c").replace("ć", "c").replace("ž", "z").replace("đ", "dj")).text
        == edtf
    )


def _in_cyrillic(text: str) -> str:
    """The text in the other script, but for Roman figures."""
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word[0] if re.fullmatch("[IVX]+", word[0]) else in_script_of(word[0], "ж"),
        text,
    )


def test_the_other_script_is_the_other_script() -> None:
    assert _in_cyrillic("između 18. i 19. X 1944. uveče") == "између 18. и 19. X 1944. увече"


@pytest.mark.parametrize(("typed", "edtf"), [*_ENGLISH, *_EDTF])
def test_dates_in_english_and_as_edtf(typed: str, edtf: str) -> None:
    assert parse_date(typed) == parse_edtf(edtf)


def test_no_text_is_a_date_that_nothing_is_known_of() -> None:
    assert parse_date(" ") == EdtfDate("", None, None)


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("7/20. oktobra 1914", "7 October 1914 by the Julian calendar is 20 October 1914"),
        (
            "7/19. oktobra 1914",
            "Read as several days, since 7 October 1914 by the Julian calendar is 20 October 1914",
        ),
        ("7. oktobar 1914 (stari kalendar)", "By the Julian calendar this is 7 October 1914"),
        ("18/19. oktobra 1944", "For the night between them"),
        ("10/11/1944", "The day stands before the month: 10 November 1944"),
        ("1919-21", "Read as spring 1919. If you mean the years, write 1919–1921"),
        ("1901-12", "Read as December 1901. If you mean the years, write 1901–1912"),
        ("1901–12", "Read as the years 1901–1912. If you mean the month, write 12.1901"),
        ("1908/9", "Read as the years 1908–1909. If you mean the month, write 9.1908"),
        ("XIX vek", "Counted from 1 January 1800 to 31 December 1899"),
        ("jesen 1944", "Counted from 1 September 1944 to 22 December 1944"),
        ("krajem oktobra 1944", "Counted from 21 October 1944 to 31 October 1944"),
    ],
)
def test_what_may_surprise_is_said(typed: str, remark: str) -> None:
    assert remark in " ".join(read_date(typed).remarks)


@pytest.mark.parametrize(
    "typed", ["20.10.1944", "10/10/1944", "20/10/1944", "1944-45", "u noći 18/19. oktobra 1944", "oko 1943"]
)
def test_what_is_plain_needs_no_remark(typed: str) -> None:
    assert read_date(typed).remarks == ()


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("20.10.44", "20.10.1944"),
        ("20/10/44", "20/10/1944"),
        ("20. oktobar 44.", "20. oktobar 1944"),
        ("oktobar '44", "oktobar 1944"),
        ("44", "1944"),
        ("oko 44", "oko 1944"),
    ],
)
def test_years_of_two_figures_are_refused_with_an_example(typed: str, example: str) -> None:
    with pytest.raises(UserError, match="any century") as raised:
        parse_date(typed)
    assert str(raised.value).endswith(f"Write all four: {example}.")


@pytest.mark.parametrize("typed", ["20. oktobar", "октобар", "u jesen", "18. i 19. oktobra", "20.10."])
def test_a_missing_year_is_asked_for(typed: str) -> None:
    with pytest.raises(UserError, match="has no year"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31.9.1944", "no such day as “31.9.1944”: September 1944 has 30 days"),
        ("30. februar 1944", "February 1944 has 29 days"),
        ("29. februar 1900", "February 1900 has 28 days"),
        ("31. juna 1914 (stari kalendar)", "The Julian calendar has no such day"),
        ("jesen 1914 (stari kalendar)", "cannot be converted from the Julian calendar"),
        ("10/20/1944", "Write the day first: 20.10.1944"),
        ("od 20. do 18. oktobra 1944", "ends before it begins"),
        ("četrdesetih godina", "does not say of which century"),
        ("1944..", "1944-10-20"),
        ("1944-1", "1944-10-20"),
        ("juče", "20. oktobar 1944"),
        ("između dva rata", "20. oktobar 1944"),
        ("u noći 1944", "not the day"),
        ("5 – oktobar 1944", "20. oktobar 1944"),
        ("pre 31.9.1944", "no such day"),
        ("20. oktobra 1944 u 25.00", "1944-10-20"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(UserError) as raised:
        parse_date(typed)
    assert why in str(raised.value)


def test_a_novel_is_no_date() -> None:
    with pytest.raises(UserError) as raised:
        parse_date("Od kuće do reke, pre podne i posle podne. " * 20_000)
    assert len(str(raised.value)) < 500


def test_nonsense_is_refused_and_nothing_else_happens() -> None:
    words = (
        "od do pre posle oko i ili između u noći uveče krajem polovina 1944 20. oktobra X vek stari kalendar ( ) / - ?"
    ).split()
    refused = 0
    for number in range(3_000):
        typed = " ".join(words[number * (place + 7) * 31 % len(words)] for place in range(1 + number % 7))
        try:
            date = parse_date(typed)
        except UserError:
            refused += 1
        else:
            again = parse_date(format_date(date.text))
            assert (typed, again.first, again.last) == (typed, date.first, date.last)
    assert 1_000 < refused < 3_000


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("1944-10-20~", "about 20 October 1944"), ("1XXX-12", "1XXX-12"), ("1929-34", "1929-34"), ("", "")],
)
def test_dates_are_changed_in_words_where_these_say_the_same(edtf: str, words: str) -> None:
    assert editable_date(edtf) == words


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1889–", "1889/.."),
        ("1889-", "1889/.."),
        ("око 1889. –", "1889~/.."),
        ("20.10.1889 —", "1889-10-20/.."),
        ("1889–?", "1889/"),
        ("–1944", "/1944"),
        ("?-1944", "/1944"),
        ("? – 20. октобар 1944", "/1944-10-20"),
        ("–1944-10-20", "/1944-10-20"),
        ("-1944", "-1944"),
        ("1889–1944", "1889/1944"),
        ("cca 1943", "1943~"),
        ("цца 1943.", "1943~"),
    ],
)
def test_a_life_of_which_one_end_is_known_is_written_with_a_dash(typed: str, edtf: str) -> None:
    assert parse_date(typed).text == edtf


@pytest.mark.parametrize("typed", ["–", "?–", "12–", "1944-10-", "1889--", "–1941–1945", "31.2.1944–"])
def test_a_dash_makes_no_date_of_what_is_none(typed: str) -> None:
    with pytest.raises(UserError):
        parse_date(typed)
