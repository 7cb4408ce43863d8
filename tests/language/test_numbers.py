import pytest

from archive_app.language.numbers import number, ordinal, roman


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("12.500", "12500"),
        ("12\u202f500", "12500"),
        ("7:45", "7.45"),
        ("07.45", "7.45"),
        ("05", "5"),
        ("47-mi", "47"),
        ("000", "0"),
        ("٤٧", "47"),
        ("00" + "7" * 5000, "7" * 5000),
    ],
)
def test_a_number_is_one_however_it_is_written(token: str, meant: str) -> None:
    assert number(token) == meant


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("IV", 4),
        ("XIX", 19),
        ("MCMXLIV", 1944),
        ("XX-og", 20),
        ("Х", 10),
        ("I", 0),
        ("iv", 0),
        ("IIX", 0),
        ("SAD", 0),
    ],
)
def test_roman_numerals_are_those_in_capitals(token: str, value: int) -> None:
    assert roman(token) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("drugi", 2), ("drugoga", 2), ("cetvrtoj", 4), ("dvadesetim", 20), ("pet", 0), ("drug", 0)],
)
def test_an_ordinal_in_words_has_its_value_in_every_form(word: str, value: int) -> None:
    assert ordinal(word) == value
