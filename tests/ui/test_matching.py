"""Lists are filtered by what is typed, whichever script it is typed in."""

import pytest

from archive_app.ui.matching import fits, folded


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ljubav", "Љубав"),
        ("Љубав", "ljubav"),
        ("cukarica", "Чукарица"),
        ("Đorđe", "ђорђе"),
        ("Djordje", "Ђорђе"),
        ("džep", "Џеп"),
        ("stanica zauz", "Заузета станица"),
        ("", "било шта"),
    ],
)
def test_words_are_found_in_either_script(typed: str, text: str) -> None:
    assert fits(typed, folded(text))


def test_every_word_that_was_typed_must_be_there() -> None:
    assert not fits("stanica most", folded("Заузета станица"))
