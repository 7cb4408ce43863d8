"""Spans and anchors."""

import pytest

from archive_app.core.spans import CONTEXT, Anchor, Span, anchor


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_does_not_run_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_the_length_of_a_span() -> None:
    assert len(Span(3, 10)) == 7
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(
    ("other", "shared"),
    [(Span(0, 3), False), (Span(0, 4), True), (Span(4, 5), True), (Span(6, 9), True), (Span(7, 9), False)],
)
def test_spans_overlap_where_they_share_a_code_point(other: Span, shared: bool) -> None:
    assert Span(3, 7).overlaps(other) is shared
    assert other.overlaps(Span(3, 7)) is shared


def test_spans_sort_as_they_stand_in_the_text() -> None:
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(5, 6)]


def test_an_anchor_keeps_the_quote_and_what_surrounds_it() -> None:
    letters = "а" * 40 + "Калемегдан 😀" + "б" * 40
    assert anchor(letters, Span(40, 52)) == Anchor("Калемегдан 😀", "а" * CONTEXT, "б" * CONTEXT)


def test_an_anchor_at_the_edges_of_a_text() -> None:
    assert anchor("Sava", Span(0, 4)) == Anchor("Sava", "", "")
    assert anchor("Ada i Sava", Span(0, 3)) == Anchor("Ada", "", " i Sava")


def test_an_anchor_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        anchor("Sava", Span(2, 5))
