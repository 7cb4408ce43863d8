"""Back and forward through the pages that were looked at."""

from archive_app.ui.library_rows import RowKind
from archive_app.ui.reading_place import Place
from archive_app.ui.trail import Stop, Trail

FIRST, SECOND, THIRD = (Stop(RowKind.SOURCE, name) for name in ("a", "b", "c"))


def trail(*stops: Stop) -> Trail:
    made = Trail()
    for stop in stops:
        made.add(stop)
    return made


def there(_stop: Stop) -> bool:
    return True


def test_back_and_forward_lead_through_the_same_pages() -> None:
    walked = trail(FIRST, SECOND, THIRD)
    assert not walked.can_go(1)
    assert [walked.go(-1, there), walked.go(-1, there)] == [SECOND, FIRST]
    assert not walked.can_go(-1)
    assert walked.go(-1, there) is None
    assert [walked.go(1, there), walked.go(1, there)] == [SECOND, THIRD]


def test_going_elsewhere_after_going_back_forgets_what_was_ahead() -> None:
    walked = trail(FIRST, SECOND)
    walked.go(-1, there)
    walked.add(THIRD)
    assert not walked.can_go(1)
    assert walked.go(-1, there) == FIRST


def test_the_same_page_twice_is_one_stop_unless_one_jumped_within_it() -> None:
    walked = trail(FIRST, FIRST)
    assert not walked.can_go(-1)
    walked.keep_place(Place(10, 12))
    walked.add(FIRST, jumped=True)
    assert walked.go(-1, there) == Stop(RowKind.SOURCE, "a", Place(10, 12))


def test_what_is_gone_is_passed_over_in_both_directions() -> None:
    walked = trail(FIRST, SECOND, THIRD)
    assert walked.go(-1, lambda stop: stop != SECOND) == FIRST
    assert walked.go(1, there) == THIRD
    assert walked.last == THIRD


def test_a_long_way_is_remembered_to_a_certain_length() -> None:
    walked = trail(*(Stop(RowKind.EVENT, str(number)) for number in range(500)))
    steps = 0
    while walked.go(-1, there):
        steps += 1
    assert steps == 99
