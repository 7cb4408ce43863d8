import re

import pytest

from archive_app.core.months import plain_copy
from archive_app.language.dating.feasts import FEAST, easter, feast_day


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1583, "1583-04-10"),
        (1804, "1804-05-06"),
        (1876, "1876-04-16"),
        (1918, "1918-05-05"),
        (1941, "1941-04-20"),
        (1944, "1944-04-16"),
        (1983, "1983-05-08"),
        (2024, "2024-05-05"),
    ],
)
def test_orthodox_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day
    assert easter(year).weekday() == 6


def test_before_the_reform_a_day_is_as_its_time_wrote_it() -> None:
    assert easter(1389).isoformat() == "1389-04-18"
    assert feast_day("vidovdan", 1389) == "1389-06-15"


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Видовдан", 1876, "1876-06-27"),
        ("Vidovdan", 1914, "1914-06-28"),
        ("Митров дан", 1944, "1944-11-08"),
        ("Đurđevdan", 1750, "1750-05-04"),
        ("Светог Николе", 1943, "1943-12-19"),
        ("Божић", 1875, "1876-01-06"),
        ("Božić", 1944, "1944-01-07"),
        ("Badnji dan", 1932, "1932-01-06"),
        ("Cveti", 1815, "1815-04-23"),
        ("Велики петак", 1941, "1941-04-18"),
        ("Spasovdan", 1941, "1941-05-29"),
        ("Duhovi", 1941, "1941-06-08"),
        ("drugi dan Uskrsa", 1944, "1944-04-17"),
        ("Велики понедељак", 1941, "1941-04-14"),
        ("Побусани понедељак", 1941, "1941-04-28"),
        ("Младенци", 1884, "1884-03-21"),
        ("Светог Илије", 1887, "1887-08-01"),
        ("Огњену Марију", 1876, "1876-07-29"),
        ("Света Петка", 1912, "1912-10-27"),
        ("Andrijevdan", 1806, "1806-12-12"),
        ("Ђурђиц", 1941, "1941-11-16"),
        ("Mitrovdan", None, "XXXX-11-08"),
        ("Uskrs", None, None),
    ],
)
def test_the_day_of_a_feast(name: str, year: int | None, day: str | None) -> None:
    assert feast_day(plain_copy(name), year) == day


@pytest.mark.parametrize("word", ["Božidar", "Uskrsnuo", "Petrovaradin", "Duhovnik", "Mitrovica", "Ilinac"])
def test_what_only_begins_like_a_feast(word: str) -> None:
    assert re.fullmatch(FEAST, plain_copy(word)) is None
    assert re.match(rf"{FEAST}", plain_copy(word)) is None


@pytest.mark.parametrize("year", [-50, 0, 9999, 12_000])
def test_a_year_that_no_calendar_here_counts_has_no_feasts(year: int) -> None:
    for name in ("bozic", "uskrs", "mitrovdan"):
        assert feast_day(name, year) is None
