import pytest

from archive_app.language.dates import find_dates


@pytest.mark.parametrize(
    ("told", "expression", "edtf"),
    [
        ("15. juna 1914. po starom kalendaru", "15. juna 1914. po starom kalendaru", "1914-06-28"),
        ("15. јуна 1914. по старом", "15. јуна 1914. по старом", "1914-06-28"),
        ("15. juna 1914. (po starom kalendaru)", "15. juna 1914. (po starom kalendaru)", "1914-06-28"),
        ("15. juna 1914. st. st.", "15. juna 1914. st. st.", "1914-06-28"),
        ("1. maja 1804. po julijanskom kalendaru", "1. maja 1804. po julijanskom kalendaru", "1804-05-13"),
        ("po starom kalendaru 15. juna 1914", "15. juna 1914", "1914-06-28"),
        ("od 10. do 15. juna 1914. po starom", "od 10. do 15. juna 1914. po starom", "1914-06-23/1914-06-28"),
        ("28. juna 1914. po novom kalendaru", "28. juna 1914", "1914-06-28"),
        ("15. juna po starom", "15. juna po starom", "XXXX-06-15"),
        ("28. juna (15. juna po starom) 1914", "28. juna (15. juna po starom) 1914", "1914-06-28"),
    ],
)
def test_days_of_the_old_calendar(told: str, expression: str, edtf: str) -> None:
    assert [(mention.text, mention.edtf) for mention in find_dates(f"Bilo je {told}, u podne.")] == [
        (expression, edtf)
    ]


def test_a_day_that_the_old_calendar_has_not_is_left_as_it_is() -> None:
    assert find_dates("Bilo je 29. februara 1900. po starom.")[0].edtf == "1900-03-13"
    assert find_dates("Bilo je 31. aprila 1900. po starom.") == []
