"""Which dates of a text are settled."""

import pytest

from archive_app.core.edtf import parse_edtf
from archive_app.core.settled import DatePlace, Settled, StatedPlace, Touching, settled_dates
from archive_app.core.spans import Span


def date(start: int, edtf: str = "1944-10-20") -> DatePlace:
    read = parse_edtf(edtf)
    return DatePlace(Span(start, start + 10), edtf, read.first, read.last)


def stated(start: int, end: int, when: str = "1944-10-20", name: str = "link") -> StatedPlace:
    read = parse_edtf(when)
    return StatedPlace(Span(start, end), name, "event", "annotation", when, read.first, read.last)


def test_a_date_is_linked_by_an_annotation_over_it_that_states_it() -> None:
    assert settled_dates([date(20), date(90)], [stated(0, 60)], []) == {0: Settled.LINKED}


@pytest.mark.parametrize("when", ["1944-10-20", "1944-10-20 dawn", "1944-10-20T19:00"])
def test_a_date_that_a_person_made_more_precise_still_fits(when: str) -> None:
    assert settled_dates([date(20)], [stated(0, 60, when)], []) == {0: Settled.LINKED}


@pytest.mark.parametrize("when", ["", "1944-10", "1944-10-14", "1944-10-20/1944-10-22"])
def test_a_link_that_states_another_date_or_none_leaves_it_open(when: str) -> None:
    assert settled_dates([date(20)], [stated(0, 60, when)], []) == {}


@pytest.mark.parametrize(
    ("mentioned", "when"),
    [
        ("XXXX-10-20", "1943-10-20"),
        ("XXXX-10-20", "1943-10-20 dawn"),
        ("XXXX-10", "1944-10-20"),
        ("XXXX-10-18/XXXX-10-20", "1944-10-18/1944-10-20"),
    ],
)
def test_a_date_of_an_unknown_year_is_linked_by_that_day_of_any_year(mentioned: str, when: str) -> None:
    assert settled_dates([date(20, mentioned)], [stated(0, 60, when)], []) == {0: Settled.LINKED}


@pytest.mark.parametrize(
    ("mentioned", "when"),
    [("XXXX-10-14", "1944-10-20"), ("XXXX-10-20", "1944-10"), ("XXXX-02-29", "1943-02-28")],
)
def test_a_date_of_an_unknown_year_is_not_linked_by_another_day(mentioned: str, when: str) -> None:
    assert settled_dates([date(20, mentioned)], [stated(0, 60, when)], []) == {}


def test_of_two_mentions_of_one_date_each_link_settles_one() -> None:
    dates = [date(10), date(40)]
    assert settled_dates(dates, [stated(0, 60, name="one")], []) == {0: Settled.LINKED}
    both = [stated(0, 60, name="one"), stated(0, 60, name="two")]
    assert settled_dates(dates, both, []) == {0: Settled.LINKED, 1: Settled.LINKED}


def test_two_dates_of_a_sentence_are_settled_each_by_its_own_link() -> None:
    dates = [date(10, "1944-10-19"), date(40, "1944-10-20")]
    assert settled_dates(dates, [stated(0, 60, "1944-10-20")], []) == {1: Settled.LINKED}


def test_what_was_set_aside_is_settled() -> None:
    assert settled_dates([date(20), date(90)], [], [Span(92, 95)]) == {1: Settled.SET_ASIDE}


def test_what_touches_a_span_is_found_also_where_it_begins_long_before() -> None:
    spans = [Span(0, 1000), Span(10, 20), Span(500, 510), Span(600, 700)]
    touching = Touching(spans)
    assert list(touching.numbers(Span(505, 601))) == [0, 2, 3]
    assert list(touching.numbers(Span(1000, 1001))) == []
    assert touching.is_any(Span(15, 16))
    assert not Touching([]).is_any(Span(0, 5))
    assert [touching.last_before(point) for point in (0, 1, 11, 9999)] == [None, 0, 1, 3]
    assert Touching([]).last_before(5) is None
