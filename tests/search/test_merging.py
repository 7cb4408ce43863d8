"""What is merged is the same as what is made at once, to the last number."""

import random
from itertools import pairwise

import numpy as np
import pytest

from archive_app.core.hits import Document
from archive_app.language.words import KEYS_VERSION, keys
from archive_app.search.arrays import Array
from archive_app.search.gathering import Gathering
from archive_app.search.lexicon import Lexicon
from archive_app.search.merging import merged
from archive_app.search.segments import Segment, _InMemory
from helpers.indexes import IDS, record


def gathered(documents: list[Document]) -> Segment:
    gathering = Gathering()
    for document in documents:
        gathering.add(document)
    return gathering.finished()


def documents_by_chance(chance: random.Random, count: int) -> list[Document]:
    """The documents of so many records; those of one record stand together."""
    return [document for name in chance.sample(IDS, k=count) for document in record(chance, name)]


def assert_same(one: Segment, other: Segment) -> None:
    assert one.arrays.values == other.arrays.values
    mine, theirs = one.arrays.arrays, other.arrays.arrays
    assert mine.keys() == theirs.keys()
    for key in mine:
        assert mine[key].tolist() == theirs[key].tolist(), key
        assert mine[key].dtype == theirs[key].dtype, key
    mine, theirs = one.lexicon.arrays.arrays, other.lexicon.arrays.arrays
    for key in mine.keys() - {"term_keys"}:
        assert mine[key].tolist() == theirs[key].tolist(), key
    # The keys of a term have no order.
    for first, last in pairwise(mine["term_ranges"].tolist()):
        assert sorted(mine["term_keys"][first:last]) == sorted(theirs["term_keys"][first:last])


@pytest.mark.parametrize("seed", range(12))
def test_random_documents_with_random_deletions(seed: int) -> None:
    chance = random.Random(seed)
    parts: list[tuple[Segment, Array | None]] = []
    left: list[Document] = []
    for _ in range(chance.randint(2, 5)):
        documents = documents_by_chance(chance, chance.choice((1, 5, 25)))
        share = chance.choice((0.0, 0.0, 0.2, 0.9))
        live = np.array([chance.random() >= share for _document in documents])
        parts.append((gathered(documents), None if live.all() and chance.random() < 0.8 else live))
        left += [document for document, alive in zip(documents, live, strict=True) if alive]
    assert_same(merged(parts), gathered(left))


def test_round_after_round() -> None:
    """Each time something comes, something goes and all is merged again."""
    chance = random.Random(30)
    documents = documents_by_chance(chance, 20)
    segment = gathered(documents)
    for _ in range(6):
        live = np.array([chance.random() < 0.8 for _document in documents])
        documents = [document for document, alive in zip(documents, live, strict=True) if alive]
        new = documents_by_chance(chance, 6)
        documents += new
        segment = merged([(segment, live), (gathered(new), None)])
        assert_same(segment, gathered(documents))


def test_nothing_is_left() -> None:
    segment = gathered(documents_by_chance(random.Random(1), 5))
    none = np.zeros(segment.document_count, bool)
    empty = merged([(segment, none), (segment, none)])
    assert (empty.document_count, len(empty.terms), empty.words) == (0, 0, {})


def test_a_lexicon_of_older_rules_is_made_anew() -> None:
    documents = documents_by_chance(random.Random(1), 9)
    segment = gathered(documents)
    segment.lexicon = Lexicon(_InMemory(segment.lexicon.arrays.arrays, {"version": KEYS_VERSION - 1}))
    made = merged([(segment, None)])
    assert made.lexicon.is_current
    assert_same(made, gathered(documents))
    term = made.terms[0].decode()
    assert made.lexicon.keys_of(0) == keys(term)
