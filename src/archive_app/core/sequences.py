"""What two sequences of words have in common, in the same order.

Words that stand once in both are matched first (patience sorting, as Bram Cohen's diff does), then what lies between
them in the same way, and short rests by their longest common subsequence. Nothing here is quadratic in the length
of the texts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence

Pair = tuple[int, int]
_CELLS = 4_000
"""The longest common subsequence of a rest is sought where it has no more pairs of words than this."""


def matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    """Yield pairs of places of equal members, which rise in both sequences; not in this order."""
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, other, other_last = waiting.pop()
        while first < last and other < other_last and old[first] == new[other]:
            yield first, other
            first, other = first + 1, other + 1
        while first < last and other < other_last and old[last - 1] == new[other_last - 1]:
            last, other_last = last - 1, other_last - 1
            yield last, other_last
        if first == last or other == other_last:
            continue
        between = list(rising(once_in_both(old[first:last], new[other:other_last])))
        if between:
            before = (first, other)
            for place, twin in [*between, (last - first, other_last - other)]:
                waiting.append((before[0], first + place, before[1], other + twin))
                before = (first + place + 1, other + twin + 1)
            yield from ((first + place, other + twin) for place, twin in between)
        elif (last - first) * (other_last - other) <= _CELLS:
            for place, twin in _common(old[first:last], new[other:other_last]):
                yield first + place, other + twin


def once_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The places of what stands exactly once in each sequence, in the order of the old one."""
    ours, theirs = _once(old), _once(new)
    return [(place, theirs[member]) for member, place in ours.items() if member in theirs]


def _once(members: Sequence[Hashable]) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    again = set()
    for place, member in enumerate(members):
        if member in found:
            again.add(member)
        else:
            found[member] = place
    for member in again:
        del found[member]
    return found


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of the pairs, which rise on the left, that rise on the right too."""
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for index, (_left, right) in enumerate(pairs):
        height = bisect_left(tops, right)
        if height == len(tops):
            tops.append(right)
            ends.append(index)
        else:
            tops[height] = right
            ends[height] = index
        before[index] = ends[height - 1] if height else -1
    found = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def gap_of(sorted_places: Sequence[int], place: int) -> int:
    """In which gap between sorted places a place lies, counted from 0."""
    return bisect_right(sorted_places, place)


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    """The longest common subsequence of two short sequences, by the table of all pairs."""
    width = len(new)
    table = [[0] * (width + 1)]
    for member in reversed(old):
        below = table[-1]
        row = [0] * (width + 1)
        for place in range(width - 1, -1, -1):
            row[place] = below[place + 1] + 1 if member == new[place] else max(below[place], row[place + 1])
        table.append(row)
    table.reverse()
    left = right = 0
    while left < len(old) and right < width:
        if old[left] == new[right]:
            yield left, right
            left, right = left + 1, right + 1
        elif table[left + 1][right] >= table[left][right + 1]:
            left += 1
        else:
            right += 1
