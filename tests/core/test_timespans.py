"""Where dates lie on an axis of time."""

import pytest

from archive_app.core.chronology import order_of
from archive_app.core.dates import parse_edtf
from archive_app.core.days import day_number
from archive_app.core.timespans import Extent, Piece, extent_of, order_in_time

TWENTIETH = float(day_number((1944, 10, 20)))


def at(year: int, month: int = 1, day: int = 1) -> float:
    return float(day_number((year, month, day)))


def pieces(text: str) -> list[tuple[float, float, bool]]:
    found = extent_of(text)
    assert found is not None
    return [tuple(piece) for piece in found.pieces]


def test_a_day_is_certain_from_its_beginning_to_its_end() -> None:
    assert extent_of("1944-10-20") == Extent(
        TWENTIETH, TWENTIETH + 1, (Piece(TWENTIETH, TWENTIETH + 1, True),)
    )


def test_a_part_of_the_day_is_shorter_and_a_time_a_moment() -> None:
    assert pieces("1944-10-20 evening") == [(TWENTIETH + 18 / 24, TWENTIETH + 22 / 24, True)]
    assert pieces("1944-10-20T21:30:00") == [(TWENTIETH + 21.5 / 24, TWENTIETH + 21.5 / 24, True)]
    assert pieces("1944-10-19/1944-10-20 night") == [(TWENTIETH - 1 + 20 / 24, TWENTIETH + 6 / 24, True)]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("1944-10", at(1944, 10), at(1944, 11)),
        ("1944", at(1944), at(1945)),
        ("194X", at(1940), at(1950)),
        ("1944-10-20?", TWENTIETH, TWENTIETH + 1),
        ("1944-10-2X", TWENTIETH, at(1944, 10, 30)),
        ("-0043-03-15~", at(-43, 3, 15), at(-43, 3, 16)),
    ],
)
def test_what_is_not_an_exact_day_is_only_possible(text: str, begins: float, ends: float) -> None:
    assert pieces(text) == [(begins, ends, False)]


def test_a_stretch_is_certain_between_the_ends_that_are_not_exact() -> None:
    assert pieces("1941/1945") == [
        (at(1941), at(1942), False),
        (at(1942), at(1945), True),
        (at(1945), at(1946), False),
    ]
    assert pieces("1944-10-14/1944-10-20") == [(at(1944, 10, 14), TWENTIETH + 1, True)]
    assert pieces("1944-10-14/1944-11") == [
        (at(1944, 10, 14), at(1944, 11), True),
        (at(1944, 11), at(1944, 12), False),
    ]


def test_a_stretch_whose_ends_may_lie_over_each_other_is_nowhere_certain() -> None:
    assert pieces("1944/1944-10") == [(at(1944), at(1944, 11), False)]


def test_open_ends_and_approximate_dates_are_known_as_such() -> None:
    until, since, about = extent_of("../1944-10-20"), extent_of("1941/"), extent_of("1943~")
    assert until is not None
    assert since is not None
    assert about is not None
    assert (until.open_start, until.open_end, until.ends) == (True, False, TWENTIETH + 1)
    assert (since.open_start, since.open_end, since.begins) == (False, True, at(1941))
    assert (about.about, until.about) == (True, False)
    assert (since.unknown_end, since.unknown_start, until.unknown_start) == (True, False, False)
    unknown = extent_of("/1944-10-20")
    assert unknown is not None
    assert (unknown.open_start, unknown.unknown_start, unknown.unknown_end) == (True, True, False)


def test_each_of_several_dates_is_a_piece_and_only_all_of_them_are_certain() -> None:
    fifteenth = at(1944, 10, 15)
    assert pieces("[1944-10-20,1944-10-15]") == [
        (fifteenth, fifteenth + 1, False),
        (TWENTIETH, TWENTIETH + 1, False),
    ]
    assert pieces("{1944-10-15,1944-10-20}") == [
        (fifteenth, fifteenth + 1, True),
        (TWENTIETH, TWENTIETH + 1, True),
    ]


@pytest.mark.parametrize("text", ["", "XXXX-10-20", "no date at all", "1944-13-40", "1944-10-20 noonish"])
def test_what_has_no_year_or_is_no_date_lies_nowhere(text: str) -> None:
    assert extent_of(text) is None


def test_the_order_on_the_axis_is_the_order_of_dates() -> None:
    texts = [
        "1944-10-20", "1944-10-20 evening", "1944-10-20 morning", "1944-10", "1944", "194X", "19XX",
        "../1944-10-20", "1944-10-20/..", "1944-10-14/1944-10-20", "1944-10-20T08:00:00", "1945", "1943~",
        "[1944-10-15,1944-10-20]", "-0043-03-15", "1944-10-21",
    ]  # fmt: skip

    def on_axis(text: str) -> tuple[float, float, str]:
        found = extent_of(text)
        assert found is not None
        return order_in_time(found, text)

    assert sorted(texts, key=on_axis) == sorted(texts, key=lambda text: order_of(parse_edtf(text)))
