"""Whether two dates of one event can both be right."""

from itertools import product

import pytest

from archive_app.core.agreement import Agreement, agreement, in_conflict

SAME, MORE, COMPATIBLE, CONFLICT = Agreement


@pytest.mark.parametrize(
    ("stated", "other", "expected"),
    [
        # days, months, years
        ("1944-10-15", "1944-10-20", CONFLICT),
        ("1944-10-20", "1944-10-20", SAME),
        ("1944-10-20", "1944-10", MORE),
        ("1944-10", "1944-10-20", COMPATIBLE),
        ("1943", "1944-10", CONFLICT),
        ("194X", "1944-10", COMPATIBLE),
        ("1944-10-1X", "1944-10-14", COMPATIBLE),
        ("1944-10-1X", "1944-10-20", CONFLICT),
        ("1944-23", "1944-10-20", COMPATIBLE),
        ("-0043-03-15", "0044-03-15", CONFLICT),
        # intervals and open ends
        ("1944-10-15", "1944-10-14/1944-10-20", MORE),
        ("1944-10-14/1944-10-16", "1944-10-16/1944-10-20", COMPATIBLE),
        ("1944-10-14/1944-10-15", "1944-10-16/1944-10-20", CONFLICT),
        ("1944-10-20", "1944-10-14/..", MORE),
        ("1944-10-14/", "1944-10-13", CONFLICT),
        ("../1944-10-14", "1944-10-14", COMPATIBLE),
        ("../1944-10-14", "1944-10-15", CONFLICT),
        ("1944-10-01/1944-10-31", "1944-10", SAME),
        # sets
        ("[1944-10-15,1944-10-20]", "1944-10-20", COMPATIBLE),
        ("1944-10-20", "[1944-10-15,1944-10-20]", MORE),
        ("[1944-10-15,1944-10-20]", "1944-10-17", CONFLICT),
        ("[..1944-10-15]", "1944-10-10", COMPATIBLE),
        ("{1944-10-15,1944-10-20}", "1944-10-15", CONFLICT),
        ("{1944-10-15,1944-10-20}", "1944-10", MORE),
        ("{1944-10-15,1944-10-20}", "[1944-10-15,1944-10-20]", COMPATIBLE),
        # qualifiers
        ("1944-10-14", "1944-10-14?", COMPATIBLE),
        ("1944-10-14?", "1944-10-14?", SAME),
        ("1944-10-14?", "1944-10", COMPATIBLE),
        ("1944-10-14?", "1944-10-20", CONFLICT),
        ("1944-10-14~", "1944-10-15", COMPATIBLE),
        ("1944-10-14~", "1944-10-16", CONFLICT),
        ("1943~", "1944", COMPATIBLE),
        ("1943~", "1945", CONFLICT),
        ("1944-10~", "1944-11-30", COMPATIBLE),
        ("1944-10%", "1945-01", CONFLICT),
        ("193X~", "1945", COMPATIBLE),
        ("1943~-10-20", "1944-10-20", COMPATIBLE),
        ("1944-10-15/1944-10-19~", "1944-10-20", COMPATIBLE),
        ("1944-22~", "1944-09-15", COMPATIBLE),
        # parts of the day, nights between two days, the clock
        ("1944-10-15 evening", "1944-10-15", MORE),
        ("1944-10-15", "1944-10-15 evening", COMPATIBLE),
        ("1944-10-15 dawn", "1944-10-15 evening", CONFLICT),
        ("1944-10-15 dawn", "1944-10-15 morning", COMPATIBLE),
        ("1944-10-15 forenoon", "1944-10-15 afternoon", COMPATIBLE),
        ("1944-10-15 evening", "1944-10-16", CONFLICT),
        ("1944-10-18/1944-10-19 night", "1944-10-19", COMPATIBLE),
        ("1944-10-18/1944-10-19 night", "1944-10-18/1944-10-19", MORE),
        ("1944-10-18/1944-10-19 night", "1944-10-19 dawn", COMPATIBLE),
        ("1944-10-18/1944-10-19 night", "1944-10-19 evening", CONFLICT),
        ("1944-10-18/1944-10-19 night", "1944-10-20", CONFLICT),
        ("1944-10-18 night", "1944-10-18/1944-10-19 night", MORE),
        ("1944-10-18 night", "1944-10-19 dawn", COMPATIBLE),
        ("1944-10-18 night", "1944-10-19 noon", CONFLICT),
        ("../1944-10-15 evening", "1944-10-15 noon", COMPATIBLE),
        ("../1944-10-15 morning", "1944-10-15 evening", CONFLICT),
        ("1944-10-20T19:00:00", "1944-10-20 evening", MORE),
        ("1944-10-20T19:00:00", "1944-10-20T20:30:00", COMPATIBLE),
        ("1944-10-20T14:00:00", "1944-10-20T20:30:00", CONFLICT),
        # what is not known
        ("XXXX-10-20", "1944", COMPATIBLE),
    ],
)  # fmt: skip
def test_how_a_date_stands_to_another(stated: str, other: str, expected: Agreement) -> None:
    assert agreement(stated, other) is expected


def test_of_an_empty_date_nothing_is_said() -> None:
    assert agreement("", "1944") is None
    assert agreement("1944", "") is None


DATES = (
    "1944",
    "1944?",
    "1943~",
    "194X",
    "1944-10",
    "1944-10-20",
    "1944-10-1X",
    "1944-21",
    "XXXX-10-20",
    "1944-10-14/1944-10-20",
    "1944-10-14/..",
    "../1944-10-14",
    "[1944-10-15,1944-10-20]",
    "{1944-10-15,1944-10-20}",
    "1944-10-20T19:00:00",
    "1944-10-15 evening",
    "1944-10-18/1944-10-19 night",
    "1944-10-18 night",
)


def test_it_makes_no_difference_to_a_conflict_which_of_two_dates_is_named_first() -> None:
    for one, other in product(DATES, DATES):
        found, back = agreement(one, other), agreement(other, one)
        assert (found is CONFLICT) is (back is CONFLICT), (one, other)
        assert (found is SAME) is (back is SAME), (one, other)
        assert not (found is MORE and back is MORE), (one, other)
        assert (found is SAME) or one != other


def test_the_pairs_in_conflict_are_named_once_each() -> None:
    dates = ["1944-10-20", "1944-10-15", "", "1944-10", "1944-10-20", "1944-10-19/1944-10-20"]
    assert in_conflict(dates) == [("1944-10-20", "1944-10-15"), ("1944-10-15", "1944-10-19/1944-10-20")]
    assert in_conflict(["", "1944"]) == []


def test_a_date_that_this_program_cannot_read_is_in_conflict_with_none() -> None:
    assert agreement("once upon a time", "1944") is COMPATIBLE
