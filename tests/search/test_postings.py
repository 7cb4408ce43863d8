import random
from collections import defaultdict

import numpy as np
import pytest

from archive_app.search.arrays import Array
from archive_app.search.postings import (
    LENGTHS,
    Ids,
    Words,
    changes,
    ids_arrays,
    length_codes,
    ranges_of,
    spread,
    words_of,
)
from archive_app.search.segments import _InMemory

Token = tuple[int, int]
"""A term's number, and 1 where it stands at the next position."""


def numbers(values: list[int]) -> Array:
    return np.array(values, np.uint32)


def inverted(texts: dict[int, list[Token]], ranks: list[int]) -> Words:
    codes = [term << 1 | advance for tokens in texts.values() for term, advance in tokens]
    counts = [len(tokens) for tokens in texts.values()]
    return words_of(numbers(codes), numbers(counts), numbers(list(texts)), numbers(ranks))


def positions(words: Words) -> dict[int, dict[int, list[int]]]:
    """Where each term stands in each document, as the arrays of places have it."""
    found: dict[int, dict[int, list[int]]] = {}
    for row, term in enumerate(words.vocabulary.tolist()):
        places = words.places[words.place_ranges[row] : words.place_ranges[row + 1]]
        owners = words.owner_rows(places)
        by_doc = found[term] = defaultdict(list)
        for place, owner in zip(places.tolist(), owners.tolist(), strict=True):
            by_doc[int(words.owners[owner])].append(place - int(words.starts[owner]))
    return found


def test_a_field_is_inverted_as_by_hand() -> None:
    chance = random.Random(3)
    for most in (1, 5, 300):
        ranks = chance.sample(range(9), k=9)
        texts: dict[int, list[Token]] = {}
        expected: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for doc in sorted(chance.sample(range(40), k=20)):
            advances = [1, *chance.choices((1, 1, 1, 0), k=chance.randint(0, most))]
            texts[doc] = [(chance.randrange(9), advance) for advance in advances]
            position = -1
            for term, advance in texts[doc]:
                position += advance
                expected[ranks[term]][doc].add(position)
        words = inverted(texts, ranks)
        assert positions(words) == {
            term: {doc: sorted(places) for doc, places in docs.items()} for term, docs in expected.items()
        }
        assert words.vocabulary.tolist() == sorted(expected)
        assert words.owners.tolist() == list(texts)
        assert words.length == sum(len(places) for docs in expected.values() for places in docs.values())
        for row, term in enumerate(sorted(expected)):
            first, last = words.ranges[row], words.ranges[row + 1]
            assert words.docs[first:last].tolist() == sorted(expected[term])
            often = [min(255, len(expected[term][doc])) for doc in sorted(expected[term])]
            assert (words.codes[first:last] >> 8).tolist() == often
            lengths = [len(texts[doc]) for doc in sorted(expected[term])]
            assert (words.codes[first:last] & 255).tolist() == length_codes(np.array(lengths)).tolist()


def test_one_place_is_free_between_two_documents() -> None:
    words = inverted({0: [(0, 1), (1, 1)], 7: [(1, 1)]}, [0, 1])
    assert words.starts.tolist() == [0, 3, 5]
    assert words.places.tolist() == [0, 1, 3]


def test_a_term_counts_once_at_one_position() -> None:
    """A compound of two same parts: bela-bela."""
    words = inverted({0: [(0, 1), (0, 0), (0, 1)]}, [0])
    assert (words.places.tolist(), words.length, (words.codes >> 8).tolist()) == ([0, 1], 2, [2])


def test_a_term_that_stands_very_often_is_counted_as_far_as_a_byte_goes() -> None:
    words = inverted({0: [(0, 1)] * 999}, [0])
    assert ((words.codes >> 8).tolist(), len(words.places)) == ([255], 999)


def test_lengths_are_kept_roughly() -> None:
    lengths = np.array([1, 5, 100, 5_000, 10**6])
    assert LENGTHS[length_codes(lengths)][:3] == pytest.approx([1, 5, 100], rel=0.05)
    assert LENGTHS[length_codes(lengths)][3] == pytest.approx(5_000, rel=0.1)
    assert LENGTHS[length_codes(lengths)][4] > 10_000


def test_rows_of_terms() -> None:
    words = inverted({0: [(0, 1), (2, 1)], 1: [(2, 1)]}, [3, 5, 8])
    assert words.vocabulary.tolist() == [3, 8]
    assert (words.row(3), words.row(8), words.row(5), words.row(99)) == (0, 1, -1, -1)
    rows, kept = words.rows(np.array([8, 5, 3, 9]))
    assert (rows.tolist(), kept.tolist()) == ([1, 0], [True, False, True, False])
    assert words.frequencies(rows).tolist() == [2, 1]


def test_a_field_without_words() -> None:
    words = Words.empty()
    assert words.row(0) == -1
    assert [found.tolist() for found in words.rows(np.array([1, 2]))] == [[], [False, False]]


def test_a_field_is_read_as_it_was_kept() -> None:
    words = inverted({0: [(0, 1), (1, 0)], 4: [(1, 1)]}, [1, 0])
    again = Words.read(_InMemory(words.arrays("text"), {"text.length": words.length}), "text")
    for key in Words.__slots__:
        assert np.array_equal(getattr(again, key), getattr(words, key))


def test_ids_are_looked_up_as_by_hand() -> None:
    chance = random.Random(4)
    values = [f"{chance.choice('čba')}{n}" for n in range(30)]
    pairs = sorted((doc, chance.randrange(30)) for doc in range(60) for _ in range(chance.randrange(3)))
    pairs = sorted(set(pairs))
    docs, codes = numbers([doc for doc, _code in pairs]), numbers([code for _doc, code in pairs])
    ids = Ids.read(_InMemory(ids_arrays("tag_id", values, codes, docs), {}), "tag_id")
    for code, value in enumerate(values):
        assert ids.of(value).tolist() == [doc for doc, own in pairs if own == code]
    assert ids.of("nothing").tolist() == []


def test_lists_one_after_the_other() -> None:
    ranges = ranges_of(np.array([2, 0, 3]))
    assert ranges.tolist() == [0, 2, 2, 5]
    assert spread(ranges, np.array([2, 1, 0, 2])).tolist() == [2, 3, 4, 0, 1, 2, 3, 4]
    assert spread(ranges, np.zeros(0, np.int64)).tolist() == []
    assert changes(np.array([4, 4, 5, 4])).tolist() == [True, False, True, True]
    assert changes(np.zeros(0)).tolist() == []
