"""The archive counts code points, Qt counts UTF-16 units; highlights stand right in both."""

import pytest

from archive_app.core.spans import Span
from archive_app.ui.positions import Positions


def test_in_ordinary_texts_both_counts_are_the_same() -> None:
    positions = Positions("Шума и поток, đak i čamac")
    assert positions.units == 25
    assert [positions.to_units(point) for point in (0, 7, 25)] == [0, 7, 25]
    assert [positions.to_point(unit) for unit in (0, 7, 25)] == [0, 7, 25]


@pytest.mark.parametrize("letters", ["𝔄лфа 𝔅ета", "a😀b", "😀", "краj 🂡🂢", ""])
def test_letters_outside_the_basic_plane_take_two_units(letters: str) -> None:
    positions = Positions(letters)
    for point in range(len(letters) + 1):
        units = len(letters[:point].encode("utf-16-le")) // 2
        assert positions.to_units(point) == units
        assert positions.to_point(units) == point


def test_half_of_a_letter_counts_as_the_letter() -> None:
    positions = Positions("a😀b")
    assert positions.to_point(2) == 1


def test_a_span_may_be_selected_backwards() -> None:
    positions = Positions("a😀bcd")
    assert positions.span(5, 1) == positions.span(1, 5) == Span(1, 4)
