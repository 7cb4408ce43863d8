"""Events on an axis of time: lanes, and in them rows that are packed so that nothing covers anything else.

Which row an event stands in depends on how closely time is looked at, not on the part that is looked at: moving along
the axis never moves an event up or down. Rows are worked out for steps of the scale and kept within a step.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import floor, log2

from archive_app.core.timespans import Extent, order_in_time

OPEN = 44.0
"""How many pixels an end that is open is drawn beyond what is known."""
SMALLEST = 7.0
"""The width of what is shorter than can be seen."""
LETTER = 6.7
"""The width of a letter of a title, on the average."""
BEFORE, AFTER = 40.0, 180.0
"""The room that is left at both ends where all is shown: titles begin where their events do."""
GAP = 12.0
HEAD = 30.0
"""The height of a lane's title."""
_FOOT = 8.0
_MOMENT = 1e-6
"""In days: what takes no time at all takes this."""
_STEPS_OF_SCALE = 2
"""How often rows are packed anew while the scale doubles."""


@dataclass(frozen=True, slots=True)
class Said:
    """One date that sources give for an event; `differs` where it is in conflict with the event's own date, or where
    two sources are in conflict although the event's own date leaves room for both.

    `is_settled` says that it computes as a contradiction and is none: by a person's word, or as one source gives both.
    """

    when: str
    extent: Extent
    sources: tuple[str, ...]
    differs: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the axis. `extent` is its own date, None where only the sources date it; `is_decided` says that a
    person gave a verdict on it. `parent_id` is the event that it is a part of."""

    id: str
    title: str
    when: str
    extent: Extent | None
    said: tuple[Said, ...] = ()
    place: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    parent_id: str | None = None
    is_decided: bool = False

    @property
    def extents(self) -> list[Extent]:
        """Its own date and those of the sources."""
        said = [one.extent for one in self.said]
        return said if self.extent is None else [self.extent, *said]

    @property
    def order(self) -> tuple[float, float, str]:
        """What events are sorted by in time: by their own date, or else by the earliest one of the sources."""
        if self.extent is not None:
            return order_in_time(self.extent, self.when)
        return min(order_in_time(one.extent, one.when) for one in self.said)

    @property
    def is_disputed(self) -> bool:
        """Whether a source gives another date."""
        return any(one.differs for one in self.said)


@dataclass(frozen=True, slots=True)
class Lane:
    """A part of the timeline that stands for itself. Entries are in the order of time; `counted` says whether their
    number is told beside the title."""

    title: str
    entries: tuple[Entry, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Density:
    """How events are drawn where so many stand close together: with titles of up to `title` pixels, or without."""

    title: float
    row: float
    most_rows: int


DENSITIES = (Density(240, 40, 40), Density(110, 40, 60), Density(0, 17, 1 << 30))
"""From the roomiest; the first one of which all rows are not more than its `most_rows` is taken."""


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


@dataclass(frozen=True, slots=True)
class PackedLane:
    """A lane with its rows, from `top` pixels to `bottom`; the first row begins at `rows_top`."""

    title: str
    count: int
    rows: list[Row]
    top: float
    rows_top: float
    bottom: float
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes, as they are packed for one step of the scale."""

    lanes: list[PackedLane]
    density: Density
    height: float

    def lane_at(self, y: float) -> PackedLane | None:
        """The lane that covers a height."""
        number = bisect_right([lane.top for lane in self.lanes], y) - 1
        return self.lanes[number] if number >= 0 and y < self.lanes[number].bottom else None

    def place_of(self, entry_id: str) -> float | None:
        """The height at which the first row with this entry begins."""
        for lane in self.lanes:
            for number, row in enumerate(lane.rows):
                if any(row.entry(place).id == entry_id for place in range(len(row))):
                    return lane.rows_top + number * self.density.row
        return None


class Packer:
    """Packs some lanes, and keeps what it packed for the step of the scale that was asked for last."""

    def __init__(self, lanes: Sequence[Lane], *, headed: bool) -> None:
        self._lanes = [MeasuredLane(lane) for lane in lanes]
        self._headed = headed
        self._kept: tuple[int, Layout] | None = None
        self._fewest = sum(lane.fewest_rows() for lane in self._lanes)

    def bounds(self) -> tuple[float, float] | None:
        """The first and the last moment of all dates, those of the sources among them; None where there are none."""
        lanes = [lane for lane in self._lanes if lane.entries]
        if not lanes:
            return None
        return min(min(lane.begins) for lane in lanes), max(max(lane.ends) for lane in lanes)

    def layout(self, per_day: float) -> Layout:
        """The layout for a scale of so many pixels a day."""
        step = floor(log2(per_day) * _STEPS_OF_SCALE)
        if self._kept is None or self._kept[0] != step:
            self._kept = step, self._packed(2 ** (step / _STEPS_OF_SCALE))
        return self._kept[1]

    def _packed(self, per_day: float) -> Layout:
        possible = [density for density in DENSITIES if density.most_rows >= self._fewest]
        found = ((self._rows(per_day, density), density) for density in possible)
        return next(self._stacked(rows, density) for rows, density in found if rows is not None)

    def _rows(self, per_day: float, density: Density) -> list[list[Row]] | None:
        """The rows of every lane, None where they are too many."""
        left, found = density.most_rows, []
        for lane in self._lanes:
            rows = lane.rows(per_day, density.title, left)
            if rows is None:
                return None
            left -= len(rows)
            found.append(rows)
        return found

    def _stacked(self, found: list[list[Row]], density: Density) -> Layout:
        lanes, top = [], 0.0
        for lane, rows in zip(self._lanes, found, strict=True):
            rows_top = top + (HEAD if self._headed else _FOOT)
            bottom = rows_top + len(rows) * density.row + _FOOT
            lanes.append(PackedLane(lane.title, len(lane.entries), rows, top, rows_top, bottom, lane.counted))
            top = bottom
        return Layout(lanes, density, top)


class MeasuredLane:
    """A lane with what packing needs of each entry, worked out once for all scales: its first and last moment, where
    its title begins and how long it is, and how far its open ends are drawn."""

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
        self._titles = [len(entry.title) * LETTER for entry in lane.entries]
        self._order: list[int] = list(range(len(lane.entries)))
        self._leaving: list[int] = list(self._order)

    def _measure(self, extents: list[Extent]) -> None:
        begins, ends, _pieces, before, after, _about = extents[0]
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
        rows = self._packed(self.begins, [ends + _MOMENT for ends in self.ends], 0.0, len(self.begins))
        return 0 if rows is None else len(rows)

    def rows(self, per_day: float, title: float, most: int) -> list[Row] | None:
        """The entries, each in the first row that is free; None where that takes too many rows."""
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
        return self._packed(lefts, rights, GAP if title else 2.0, most)

    def _packed(self, lefts: list[float], rights: list[float], gap: float, most: int) -> list[Row] | None:
        # What was sorted for another scale is nearly sorted for this one.
        self._order.sort(key=lefts.__getitem__)
        self._leaving.sort(key=rights.__getitem__)
        leaving, exits, gone = self._leaving, [rights[number] for number in self._leaving], 0
        places = [0] * len(lefts)
        free: list[int] = []
        filled: list[list[int]] = []
        for number in self._order:
            edge = lefts[number] - gap
            while exits[gone] <= edge:
                heappush(free, places[leaving[gone]])
                gone += 1
            if free:
                place = heappop(free)
                filled[place].append(number)
            elif len(filled) == most:
                return None
            else:
                place = len(filled)
                filled.append([number])
            places[number] = place
        return [Row(self, numbers) for numbers in filled]
