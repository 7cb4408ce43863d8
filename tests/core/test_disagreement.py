"""Which dates contradict each other from voice to voice, and which are two dates of one voice."""

import pytest

from archive_app.core.agreement import Agreement
from archive_app.core.disagreement import Standing, Statement, standings
from archive_app.core.kinds import Sameness

EARLY, LATE = "1944-10-14", "1944-10-20"


def test_two_sources_against_each_other() -> None:
    early, late = standings("", [Statement("a", EARLY), Statement("b", LATE)])
    assert (early.against, early.beside, early.is_disputed, early.is_doubled) == ((LATE,), (), True, False)
    assert (late.against, late.is_disputed) == ((EARLY,), True)


def test_two_dates_of_one_source_are_no_conflict_between_sources() -> None:
    for one in standings("", [Statement("a", EARLY), Statement("a", LATE)]):
        assert (one.against, len(one.beside), one.is_disputed, one.is_doubled) == ((), 1, False, True)
        assert one.is_apart


@pytest.mark.parametrize("held", [EARLY, LATE])
def test_the_event_sides_with_one_of_the_two_dates_of_a_source(held: str) -> None:
    found = standings(held, [Statement("a", EARLY), Statement("a", LATE)])
    assert {one.agreement for one in found} == {Agreement.SAME, Agreement.CONFLICT}
    assert not any(one.is_disputed or one.is_against_held for one in found)


def test_a_vaguer_date_of_the_same_source_does_not_excuse_the_other_one() -> None:
    early, _month = standings(LATE, [Statement("a", EARLY), Statement("a", "1944-10")])
    assert (early.is_against_held, early.is_disputed, early.is_doubled) == (True, True, False)


def test_a_source_with_two_dates_is_against_another_source_with_one_of_them() -> None:
    early, late, other = standings(LATE, [Statement("a", EARLY), Statement("a", LATE), Statement("b", LATE)])
    assert (early.against, early.beside, early.is_disputed) == ((LATE,), (LATE,), True)
    assert (late.against, late.beside, late.is_disputed) == ((), (EARLY,), False)
    assert (other.against, other.is_disputed) == ((EARLY,), True)


def test_what_a_person_calls_no_contradiction_is_one_for_none_and_is_still_computed() -> None:
    early, late = standings(LATE, [Statement("a", EARLY, Sameness.SAME), Statement("b", LATE)])
    assert (early.agreement, early.against, early.is_against_held) == (Agreement.CONFLICT, (LATE,), True)
    assert not early.is_disputed
    assert (late.against, late.is_disputed) == ((EARLY,), False)
    twice = standings(LATE, [Statement("a", EARLY, Sameness.SAME), Statement("a", LATE)])
    assert [one.is_doubled for one in twice] == [False, False]


def test_what_a_person_calls_a_contradiction_is_one_though_it_computes_as_compatible() -> None:
    vague, late = standings(LATE, [Statement("a", "1944-10", Sameness.DIFFERS), Statement("b", LATE)])
    assert (vague.agreement, vague.is_apart, vague.is_disputed) == (Agreement.COMPATIBLE, False, True)
    assert not late.is_disputed


def test_without_a_date_nothing_stands_against_anything() -> None:
    assert standings(LATE, [Statement("a", "")]) == [Standing()]
    (alone,) = standings("", [Statement("a", LATE)])
    assert (alone.agreement, alone.is_apart) == (None, False)
