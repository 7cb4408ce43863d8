"""Dates of the Julian calendar are stored as Gregorian days."""

import pytest

from archive_app.core.errors import UserError
from archive_app.core.old_calendar import as_gregorian, is_same_day, one_calendar


@pytest.mark.parametrize(
    ("text", "rest", "julian"),
    [
        ("7. oktobar 1914 (stari kalendar)", "7. oktobar 1914", True),
        ("7. oktobra 1914. po starom kalendaru", "7. oktobra 1914.", True),
        ("7. oktobra 1914. po julijanskom kalendaru", "7. oktobra 1914.", True),
        ("7. oktobra 1914, st. st.", "7. oktobra 1914", True),
        ("7 october 1914 by the julian calendar", "7 october 1914", True),
        ("20. oktobra 1914. po novom", "20. oktobra 1914. po novom", False),
        ("20. oktobra 1914 (gregorijanski)", "20. oktobra 1914", False),
        ("20. oktobra 1914", "20. oktobra 1914", False),
    ],
)
def test_the_name_of_a_calendar(text: str, rest: str, julian: bool) -> None:
    assert one_calendar(text) == (rest, julian)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ("1914-10-07", "1914-10-20"),
        ("1914-10-07~", "1914-10-20~"),
        ("1804-02-15", "1804-02-27"),
        ("1900-02-29", "1900-03-13"),
        ("1914-10", "1914-10-14/1914-11-13"),
        ("1914", "1914-01-14/1915-01-13"),
        ("1914-10-07/1914-10-10", "1914-10-20/1914-10-23"),
        ("1914-10-07/..", "1914-10-20/.."),
        ("../1914-10", "../1914-11-13"),
    ],
)
def test_gregorian_days(julian: str, gregorian: str) -> None:
    assert as_gregorian(julian)[0] == gregorian


@pytest.mark.parametrize(
    "edtf", ["1914-23", "191X", "[1914-10-07,1914-10-08]", "1914-02-30", "1914-13", "1914-10-00"]
)
def test_what_cannot_be_converted(edtf: str) -> None:
    with pytest.raises(UserError, match="Julian calendar"):
        as_gregorian(edtf)


def test_the_distance_of_the_calendars_is_that_of_the_century() -> None:
    assert is_same_day("1914-10-07", "1914-10-20")
    assert is_same_day("1804-02-03", "1804-02-15")
    assert is_same_day("1740-02-04", "1740-02-15")
    assert not is_same_day("1914-10-07", "1914-10-19")
    assert not is_same_day("1914-02-31", "1914-03-16")
