"""Month names and the plain copy of a text."""

import pytest

from archive_app.core.months import month_number, plain_copy


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("јануара", 1), ("fevruara", 2), ("март", 3), ("aprilu", 4), ("мајем", 5), ("junija", 6), ("јули", 7),
        ("aвгуста", 8), ("septemvrija", 9), ("oktobrom", 10), ("новембар", 11), ("децембра", 12),
        ("siječnja", 1), ("ожујка", 3), ("svibanj", 5), ("травња", 4), ("prosinca", 12),
        ("okt.", 10), ("October", 10), ("May", 5),
    ],
)  # fmt: skip
def test_month_names_in_their_forms(written: str, month: int) -> None:
    assert month_number(plain_copy(written)) == month


@pytest.mark.parametrize("word", ["marti", "majka", "junak", "novi", "oktet", "kolo", ""])
def test_words_that_are_no_months(word: str) -> None:
    assert month_number(plain_copy(word)) is None


def test_a_plain_copy_has_the_same_places() -> None:
    text = "Љубав, Ǌива и Џеп – „Đak“\u00a0Čukarica İ ß 😀"
    assert plain_copy(text) == 'ļubav, ńiva i ǆep - "đak" cukarica İ ß 😀'
    assert len(plain_copy(text)) == len(text)
