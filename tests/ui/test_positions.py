"""The archive counts code points, Qt counts UTF-16 units; highlights stand right in both, and in either script."""

import pytest

from archive_app.core.offsets import Offsets
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


@pytest.fixture
def in_latin() -> Positions:
    """Of "😀 Љубав 😀 коњ" (stored), shown as "😀 Ljubav 😀 konj"."""
    return Positions("😀 Ljubav 😀 konj", Offsets([2, 12], [2, 13], lengths=(13, 15)))


def test_in_the_other_script_words_are_found_where_they_are_shown(in_latin: Positions) -> None:
    assert in_latin.units_of(2, 7) == (3, 9)
    assert in_latin.span(3, 9) == Span(2, 7)
    assert in_latin.units_of(10, 13) == (13, 17)
    assert in_latin.span(17, 13) == Span(10, 13)


def test_half_of_a_shown_pair_is_the_whole_letter(in_latin: Positions) -> None:
    assert in_latin.span(4, 6) == Span(2, 4)
    assert in_latin.span(15, 16) == Span(12, 13)
    assert in_latin.to_point(4) == 2
