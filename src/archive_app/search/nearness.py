"""Words close together in any order, each at a position of its own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain


def windows(words: Sequence[Sequence[int]], width: int) -> Iterator[int]:
    """Yield where windows of `width` positions begin in which each word has a position of its own, ascending.

    `words` holds the ascending positions of each word. Windows begin where a word stands.
    """
    every = sorted(set(chain.from_iterable(words)))
    for number, first in enumerate(every):
        if bisect_left(every, first + width) - number < len(words):
            continue
        inside = [_between(positions, first, first + width) for positions in words]
        if all(inside) and _have_their_own(inside):
            yield first


def _between(positions: Sequence[int], first: int, last: int) -> Sequence[int]:
    return positions[bisect_left(positions, first) : bisect_left(positions, last)]


def _have_their_own(words: Sequence[Sequence[int]]) -> bool:
    """Whether every word can have a position that no other has."""
    taken: dict[int, int] = {}
    return all(_takes(word, words, taken) for word in range(len(words)))


def _takes(word: int, words: Sequence[Sequence[int]], taken: dict[int, int]) -> bool:
    """Find a position for one word more, where others may have to move (H. W. Kuhn, 1955). `taken` holds the word
    at each position."""
    wanted_by: dict[int, int] = {}
    waiting = [word]
    while waiting:
        mover = waiting.pop()
        for position in words[mover]:
            if position in wanted_by:
                continue
            wanted_by[position] = mover
            if position in taken:
                waiting.append(taken[position])
                continue
            held = {owner: place for place, owner in taken.items()}
            free: int | None = position
            while free is not None:
                taken[free] = wanted_by[free]
                free = held.get(wanted_by[free])
            return True
    return False
