"""Packs the events of a lane into rows, so that nothing covers anything else and parts stand below their event."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import groupby
from math import inf
from typing import NamedTuple

from archive_app.core.timeline_entries import LETTER, OPEN, SMALLEST, Entry, Lane
from archive_app.core.timespans import Extent

GAP = 12.0
EDGE = 6.0
"""How far the ground of an event with parts reaches beyond all of them, in pixels."""
_MOMENT = 1e-6
"""In days: what takes no time at all takes this."""


class Row:
    """Entries side by side, in the order of time."""

    __slots__ = ("_lane", "numbers")

    def __init__(self, lane: "MeasuredLane", numbers: list[int]) -> None:
        self._lane = lane
        self.numbers = numbers
        """Which entries of the lane they are."""

    def __len__(self) -> int:
        return len(self.numbers)

    def entry(self, place: int) -> Entry:
        """The entry at a place of the row, counted from 0."""
        return self._lane.entries[self.numbers[place]]

    def begins(self, place: int) -> float:
        """The first moment of any of its dates."""
        return self._lane.begins[self.numbers[place]]

    def ends(self, place: int) -> float:
        """The last moment of any of its dates."""
        return self._lane.ends[self.numbers[place]]

    def is_open_before(self, place: int) -> bool:
        """Whether it begins with an open end."""
        return self._lane.before[self.numbers[place]] > 0

    def between(self, begins: float, ends: float) -> range:
        """The places of the entries that lie between two moments, in part or whole."""
        first = bisect_left(self.numbers, begins, key=self._lane.ends.__getitem__)
        return range(first, bisect_right(self.numbers, ends, key=self._lane.begins.__getitem__))


class Reach(NamedTuple):
    """An event and its parts: which entries of the lane they are, the first and the last moment of all of them, and how
    many pixels open ends are drawn beyond these."""

    numbers: tuple[int, ...]
    begins: float
    ends: float
    before: float
    after: float


class Family(NamedTuple):
    """An event with its parts below it: from which row on, and how many rows."""

    first: int
    rows: int
    reach: Reach

    def moved(self, by: int) -> "Family":
        """The same so many rows further down."""
        return self._replace(first=self.first + by)


class _Block(NamedTuple):
    """What is packed as one: an entry alone, or one with its parts in rows of their own below it."""

    left: float
    right: float
    rows: list[list[int]]
    families: list[Family]


class _Places(NamedTuple):
    """Where each entry begins and ends in pixels, and how far apart entries must be."""

    lefts: list[float]
    rights: list[float]
    gap: float


class MeasuredLane:
    """A lane with what packing needs of each entry, worked out once for all scales: its first and last moment, where
    its title begins and how long it is, how far its open ends are drawn, and which entries are its parts."""

    def __init__(self, lane: Lane) -> None:
        self.title = lane.title
        self.entries = lane.entries
        self.counted = lane.counted
        self.begins: list[float] = []
        self.ends: list[float] = []
        self.before: list[float] = []
        self._after: list[float] = []
        self._title_at: list[float] = []
        for entry in lane.entries:
            self._measure(entry.extents)
        self._titles = [len(entry.label if entry.folded else entry.title) * LETTER for entry in lane.entries]
        self._parts = _parts_of(lane.entries)
        below = {number for numbers in self._parts.values() for number in numbers}
        self._reaches: dict[int, Reach] = {}
        self._heads = [number for number in self._parts if number not in below]
        below.update(self._heads)
        self._order = [number for number in range(len(lane.entries)) if number not in below]
        self._leaving = list(self._order)

    def _measure(self, extents: list[Extent]) -> None:
        begins, ends, _pieces, before, after = extents[0][:5]
        self._title_at.append(begins)
        for other in extents[1:]:
            begins, ends = min(begins, other.begins), max(ends, other.ends)
            before, after = before or other.open_start, after or other.open_end
        self.begins.append(begins)
        self.ends.append(ends)
        self.before.append(OPEN if before else 0.0)
        self._after.append(OPEN if after else 0.0)

    def fewest_rows(self) -> int:
        """How many rows it takes however closely one looks, since so many dates lie over each other."""
        places = _Places(self.begins, [ends + _MOMENT for ends in self.ends], 0.0)
        found = self._packed(places, len(self.begins))
        return 0 if found is None else len(found[0])

    def rows(self, per_day: float, title: float, most: int) -> tuple[list[Row], list[Family]] | None:
        """The entries, each in the first row that is free, those with parts above the others; None where that takes too
        many rows."""
        lefts = [begins * per_day - before for begins, before in zip(self.begins, self.before, strict=True)]
        rights = [
            right if (right := ends * per_day + after) > (least := left + SMALLEST) else least
            for ends, after, left in zip(self.ends, self._after, lefts, strict=True)
        ]
        if title:
            rights = [
                max(right, at * per_day + min(width, title))
                for right, at, width in zip(rights, self._title_at, self._titles, strict=True)
            ]
        found = self._packed(_Places(lefts, rights, GAP if title else 2.0), most)
        return None if found is None else ([Row(self, numbers) for numbers in found[0]], found[1])

    def _packed(self, places: _Places, most: int) -> tuple[list[list[int]], list[Family]] | None:
        # What was sorted for another scale is nearly sorted for this one.
        self._order.sort(key=places.lefts.__getitem__)
        self._leaving.sort(key=places.rights.__getitem__)
        alone = _first_free(places, self._order, self._leaving, most)
        if alone is None:
            return None
        blocks = [self._block(number, places) for number in self._heads]
        blocks.sort(key=lambda block: -len(block.rows))
        rows, families = _stacked(blocks, places.gap + 2 * EDGE)
        return None if len(rows) + len(alone) > most else ([*rows, *alone], families)

    def _block(self, number: int, places: _Places) -> _Block:
        """An entry with its parts below it, those that have parts themselves at the bottom."""
        lefts, rights, gap = places
        numbers, reach = self._parts[number], self._reach(number)
        numbers.sort(key=lefts.__getitem__)
        rows, edges, families = [[number]], [inf], []
        inner = []
        for part in numbers:
            if part in self._parts:
                inner.append(self._block(part, places))
                continue
            edge = lefts[part] - gap
            for place, taken in enumerate(edges):
                if taken <= edge:
                    rows[place].append(part)
                    edges[place] = rights[part]
                    break
            else:
                rows.append([part])
                edges.append(rights[part])
        if inner:
            inner.sort(key=lambda block: len(block.rows))
            below, found = _stacked(inner, gap + 2 * EDGE)
            families = [family.moved(len(rows)) for family in found]
            rows += below
        left = min(map(lefts.__getitem__, reach.numbers))
        right = max(map(rights.__getitem__, reach.numbers))
        return _Block(left, right, rows, [Family(0, len(rows), reach), *families])

    def _reach(self, number: int) -> Reach:
        found = self._reaches.get(number)
        if found is None:
            numbers = [number]
            for each in numbers:  # grows while it is walked
                numbers += self._parts.get(each, ())
            found = self._reaches[number] = Reach(
                tuple(numbers),
                min(map(self.begins.__getitem__, numbers)),
                max(map(self.ends.__getitem__, numbers)),
                max(map(self.before.__getitem__, numbers)),
                max(map(self._after.__getitem__, numbers)),
            )
        return found


def _parts_of(entries: Sequence[Entry]) -> dict[int, list[int]]:
    """The numbers of the parts of each entry that has some in the same lane."""
    if all(entry.parent_id is None for entry in entries):
        return {}
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    found: dict[int, list[int]] = {}
    for number, entry in enumerate(entries):
        parent = numbers.get(entry.parent_id or "")
        if parent is not None:
            found.setdefault(parent, []).append(number)
    return found


def _stacked(blocks: Sequence[_Block], gap: float) -> tuple[list[list[int]], list[Family]]:
    """Blocks in strips of rows, each strip for blocks of one height; the heights are in the order of the blocks."""
    rows: list[list[int]] = []
    families: list[Family] = []
    for height, same in groupby(blocks, key=lambda block: len(block.rows)):
        some = sorted(same, key=lambda block: block.left)
        lefts, rights = [block.left for block in some], [block.right for block in some]
        order = list(range(len(some)))
        strips = _first_free(
            _Places(lefts, rights, gap), order, sorted(order, key=rights.__getitem__), len(some)
        )
        for strip in strips or ():
            families += [family.moved(len(rows)) for place in strip for family in some[place].families]
            rows += [
                [number for place in strip for number in some[place].rows[line]] for line in range(height)
            ]
    return rows, families


def _first_free(
    places: _Places, order: Sequence[int], leaving: Sequence[int], most: int
) -> list[list[int]] | None:
    """What begins in this order, each in the first row that is free, where things leave rows in the order `leaving`;
    None where that takes more than `most` rows."""
    lefts, rights, gap = places
    exits, gone = [rights[number] for number in leaving], 0
    rows = [0] * len(lefts)
    free: list[int] = []
    filled: list[list[int]] = []
    for number in order:
        edge = lefts[number] - gap
        while exits[gone] <= edge:
            heappush(free, rows[leaving[gone]])
            gone += 1
        if free:
            row = heappop(free)
            filled[row].append(number)
        elif len(filled) == most:
            return None
        else:
            row = len(filled)
            filled.append([number])
        rows[number] = row
    return filled
