"""From stored letters to shown ones and back, where two may be one."""

import pytest

from archive_app.core.offsets import SAME, Offsets


@pytest.fixture
def joined() -> Offsets:
    """Of "nj i lj" (stored), shown as "њ и љ"."""
    return Offsets([0, 5], [0, 4], lengths=(7, 5))


@pytest.fixture
def split() -> Offsets:
    """Of "њ и љ" (stored), shown as "nj i lj"."""
    return Offsets([0, 4], [0, 5], lengths=(5, 7))


def test_a_text_that_is_shown_as_it_is_has_the_same_places() -> None:
    assert SAME.to_shown(12) == SAME.to_stored(12) == 12
    assert SAME.shown_span(3, 9) == SAME.stored_span(3, 9) == (3, 9)
    assert len(SAME) == 0


def test_two_letters_may_be_shown_as_one(joined: Offsets) -> None:
    assert [joined.to_shown(point) for point in range(8)] == [0, 0, 1, 2, 3, 4, 4, 5]
    assert [joined.to_stored(point) for point in range(6)] == [0, 2, 3, 4, 5, 7]
    assert len(joined) == 2


def test_one_letter_may_be_shown_as_two(split: Offsets) -> None:
    assert [split.to_shown(point) for point in range(6)] == [0, 2, 3, 4, 5, 7]
    assert [split.to_stored(point) for point in range(8)] == [0, 0, 1, 2, 3, 4, 4, 5]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [((0, 1), (0, 1)), ((1, 2), (0, 1)), ((1, 3), (0, 2)), ((4, 6), (3, 5)), ((6, 7), (4, 5))],
)
def test_a_span_that_cuts_a_letter_in_half_takes_it_whole(
    joined: Offsets, split: Offsets, stored: tuple[int, int], shown: tuple[int, int]
) -> None:
    assert joined.shown_span(*stored) == shown
    assert split.stored_span(*stored) == shown


def test_no_letters_stay_no_letters(joined: Offsets, split: Offsets) -> None:
    for point in range(6):
        start, end = split.shown_span(point, point)
        assert start == end
    for point in range(8):
        start, end = joined.shown_span(point, point)
        assert start == end
