"""Where words begin and end, to select by them."""

import random

import pytest

from archive_app.language import boundaries
from helpers.hostile import hostile

TEXT = "Кроз Чукарицу-Топчидер, 14-og oktobra; NATO-a „u 21.30“."


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("роз", "Кроз"),
        ("Топчидер", "Чукарицу-Топчидер"),
        ("og", "14-og"),
        ("-a", "NATO-a"),
        (".30", "21.30"),
        (" NATO", "NATO-a"),
        ("“.", "21.30"),
    ],
)
def test_the_word_at_a_place(at: str, word: str) -> None:
    found = boundaries.word_at(TEXT, TEXT.index(at))
    assert found is not None
    assert TEXT[slice(*found)] == word


def test_there_is_no_word_among_signs() -> None:
    assert boundaries.word_at(" „…“ – ", 3) is None


def test_one_goes_from_word_to_word_both_ways() -> None:
    starts = [0]
    while (start := boundaries.next_start(TEXT, starts[-1])) is not None:
        starts.append(start)
    assert [TEXT[start : start + 2] for start in starts] == ["Кр", "Чу", "14", "ok", "NA", "u ", "21"]
    ends = [len(TEXT)]
    while (end := boundaries.previous_end(TEXT, ends[-1])) is not None:
        ends.append(end)
    assert [TEXT[end - 2 : end] for end in ends[1:]] == ["30", "„u", "-a", "ra", "og", "ер", "оз"]
    assert boundaries.next_end(TEXT, 0) == 4
    assert boundaries.previous_start(TEXT, 6) == 5


def test_a_word_of_a_million_letters_and_one_behind_many_blanks_are_found() -> None:
    long = "а" * 1_000_000
    assert boundaries.word_at(long, 500_000) == (0, 1_000_000)
    far = "prva" + " " * 5_000 + "druga"
    assert boundaries.next_start(far, 10) == 5_004
    assert boundaries.previous_end(far, 5_003) == 4


def test_hostile_texts_are_passed_through_in_both_directions() -> None:
    for text in list(hostile(random.Random(5)))[::40]:
        place = 0
        for _step in range(len(text) + 1):
            following = boundaries.next_end(text, place)
            if following is None:
                break
            assert place < following <= len(text)
            place = following
        while (before := boundaries.previous_start(text, place)) is not None:
            assert 0 <= before < place
            place = before
