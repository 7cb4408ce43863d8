"""The axis of time: its scale, ticks and periods."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from archive_app.core import translation
from archive_app.core.days import day_number
from archive_app.core.timescale import CLOSEST, FARTHEST, Scale, axis, fitting
from archive_app.core.translation import use_language
from helpers.catalogues import serbian_dates, write_catalogue


@pytest.fixture
def serbian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    write_catalogue(tmp_path / "sr" / "LC_MESSAGES" / "archive_app.mo", serbian_dates())
    monkeypatch.setattr(translation, "LOCALES", tmp_path)
    use_language("sr")
    yield
    use_language(None)


def at(year: int, month: int = 1, day: int = 1) -> float:
    return float(day_number((year, month, day)))


def written(begins: float, ends: float, width: float = 900) -> tuple[list[str], list[str]]:
    """The labels of ticks and of periods on an axis of that width."""
    found = axis(begins, ends, width / (ends - begins))
    return [tick.label for tick in found.ticks], [period.label for period in found.periods]


def test_what_lies_under_the_mouse_stays_there_while_time_is_zoomed() -> None:
    scale = Scale(at(1944, 10), 20.0)
    moment = scale.moment(333)
    zoomed = scale.zoomed(1.25, 333)
    assert zoomed.per_day == 25
    assert zoomed.x(moment) == pytest.approx(333)
    assert zoomed.zoomed(0.8, 333).begins == pytest.approx(scale.begins)


def test_zooming_ends_at_hours_and_at_the_longest_times() -> None:
    assert Scale(0, 20.0).zoomed(1e9, 0).per_day == CLOSEST
    assert Scale(0, 20.0).zoomed(1e-20, 0).per_day == FARTHEST


def test_a_stretch_of_time_fits_between_its_margins() -> None:
    scale = fitting(at(1944, 10), at(1944, 11), 1000, 50, 150)
    assert scale.x(at(1944, 10)) == pytest.approx(50)
    assert scale.x(at(1944, 11)) == pytest.approx(850)


def test_a_moment_is_shown_with_a_day_around_it() -> None:
    assert fitting(at(1944), at(1944), 960).per_day == 960


def test_hours_stand_in_days() -> None:
    ticks, periods = written(at(1944, 10, 20), at(1944, 10, 21), 400)
    assert ticks == ["00:00", "06:00", "12:00", "18:00", "00:00"]
    assert periods == ["20 October 1944"]


def test_days_stand_in_months_and_fewer_of_them_where_there_is_less_room() -> None:
    ticks, periods = written(at(1944, 10, 14), at(1944, 10, 21), 300)
    assert ticks == ["14", "15", "16", "17", "18", "19", "20", "21"]
    assert periods == ["October 1944"]
    assert written(at(1944, 10), at(1944, 11), 300)[0] == ["1", "5", "10", "15", "20", "25", "1"]
    assert written(at(1944, 10), at(1944, 11), 150)[0] == ["1", "10", "20", "1"]


def test_months_stand_in_years() -> None:
    ticks, periods = written(at(1944, 10), at(1945, 4), 500)
    assert ticks == ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr"]
    assert periods == ["1944", "1945"]


def test_years_stand_in_centuries_and_long_times_alone() -> None:
    ticks, periods = written(at(1890), at(1920), 400)
    assert ticks == ["1890", "1895", "1900", "1905", "1910", "1915", "1920"]
    assert periods == ["19th century", "20th century"]
    assert written(at(0), at(2000), 400) == (["1 BC", "500", "1000", "1500", "2000"], [])


def test_years_before_christ_are_named_as_such() -> None:
    assert written(at(-50), at(-40), 100)[0] == ["51 BC", "46 BC", "41 BC"]


def test_a_period_reaches_beyond_what_is_seen() -> None:
    (month,) = axis(at(1944, 10, 14), at(1944, 10, 21), 100).periods
    assert (month.begins, month.ends) == (at(1944, 10), at(1944, 11))


@pytest.mark.parametrize("per_day", [10**power for power in range(-9, 4)])
def test_labels_have_room_at_every_scale(per_day: float) -> None:
    scale = Scale(at(1944), per_day)
    ticks = axis(scale.begins, scale.moment(1000), per_day).ticks
    places = [scale.x(tick.at) for tick in ticks]
    assert len(places) <= 50
    # Months are of different lengths, and the last days of a month may stand closer.
    assert all(later - earlier >= 24 for earlier, later in pairwise(places))


@pytest.mark.usefixtures("serbian")
def test_the_axis_speaks_the_language_of_the_interface() -> None:
    assert written(at(1944, 10, 14), at(1944, 10, 21), 300)[1] == ["oktobar 1944"]
    assert written(at(1944, 10), at(1945, 1), 200)[0][0] == "okt."
