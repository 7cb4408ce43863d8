import random
from itertools import product

import pytest

from archive_app.search.nearness import windows


def by_hand(words: list[list[int]], width: int) -> list[int]:
    chosen = [places for places in product(*words) if len(set(places)) == len(places)]
    begins = {place for positions in words for place in positions}
    return [
        first
        for first in sorted(begins)
        if any(first <= min(places) and max(places) < first + width for places in chosen)
    ]


def test_windows_are_those_found_by_trying_everything() -> None:
    chance = random.Random(3)
    found_any = 0
    for _ in range(600):
        words = [sorted(chance.sample(range(9), k=chance.randint(0, 5))) for _ in range(chance.randint(1, 4))]
        width = chance.randint(1, 7)
        found = list(windows(words, width))
        assert found == by_hand(words, width), (words, width)
        found_any += bool(found)
    assert found_any > 150


@pytest.mark.parametrize(
    ("positions", "wanted", "found"), [(30, 31, False), (31, 31, True), (300, 2_000, False)]
)
def test_one_word_many_times_is_quickly_tried(positions: int, wanted: int, found: bool) -> None:
    """Trying all orders of thirty words would take for ever."""
    assert any(True for _first in windows([list(range(positions))] * wanted, wanted + 50)) == found
