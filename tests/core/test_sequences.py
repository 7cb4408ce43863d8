"""What two sequences have in common."""

import random
from itertools import pairwise

from archive_app.core.sequences import gap_of, matched, once_in_both, rising


def test_matched_places_hold_equal_members_and_rise_on_both_sides() -> None:
    draw = random.Random(1)
    for _ in range(50):
        old = [draw.choice("abcdefgh") for _ in range(draw.randrange(40))]
        new = [draw.choice("abcdefgh") for _ in range(draw.randrange(40))]
        pairs = sorted(matched(old, new))
        assert all(old[left] == new[right] for left, right in pairs)
        assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))


def test_a_word_put_in_and_one_left_out() -> None:
    old, new = "a b c d e".split(), "a x b c e".split()
    assert sorted(matched(old, new)) == [(0, 0), (1, 2), (2, 3), (4, 4)]


def test_what_stands_once_in_both() -> None:
    assert once_in_both("abcab", "xcbya") == [(2, 1)]
    assert once_in_both("abc", "cab") == [(0, 1), (1, 2), (2, 0)]


def test_the_most_pairs_that_rise() -> None:
    assert rising([(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)]) == [(1, 0), (2, 1), (4, 2)]
    assert rising([]) == []


def test_the_gap_of_a_place() -> None:
    assert [gap_of([2, 5], place) for place in (0, 3, 9)] == [0, 1, 2]


def test_two_long_sequences_of_the_same_few_words_end_soon() -> None:
    assert len(list(matched(["a", "b"] * 20_000, ["b", "b", "a"] * 20_000))) < 40_000
