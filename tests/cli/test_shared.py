"""A wrong place in a query is pointed at, whatever letters stand before it."""

import pytest

from archive_app.cli.shared import pointing


@pytest.mark.parametrize(
    ("query", "start", "end", "mark"),
    [
        ("most (reka", 5, 6, "         ^"),
        ("čamci AND", 6, 9, "          ^^^"),
        ("c\u030camci AND", 7, 10, "          ^^^"),
        ("most\treka", 9, 9, "             ^"),
    ],
)
def test_the_mark_stands_under_the_wrong_place(query: str, start: int, end: int, mark: str) -> None:
    shown, below = pointing(query, start, end)
    assert below == mark
    assert "\t" not in shown


def test_an_empty_query_has_no_place() -> None:
    assert pointing("  ", 0, 0) == []
