"""Events on an axis of time: lanes, and in them rows that are packed so that nothing covers anything else.

Which row an event stands in depends on how closely time is looked at, not on the part that is looked at: moving along
the axis never moves an event up or down. Rows are worked out for steps of the scale and kept within a step.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log2

from archive_app.core.timeline_entries import LETTER as LETTER
from archive_app.core.timeline_entries import OPEN as OPEN
from archive_app.core.timeline_entries import SMALLEST as SMALLEST
from archive_app.core.timeline_entries import Entry as Entry
from archive_app.core.timeline_entries import Lane as Lane
from archive_app.core.timeline_entries import Said as Said
from archive_app.core.timeline_rows import Family, MeasuredLane, Row

BEFORE, AFTER = 40.0, 180.0
"""The room that is left at both ends where all is shown: titles begin where their events do."""
HEAD = 30.0
"""The height of a lane's title."""
_FOOT = 8.0
_STEPS_OF_SCALE = 2
"""How often rows are packed anew while the scale doubles."""


@dataclass(frozen=True, slots=True)
class Density:
    """How events are drawn where so many stand close together: with titles of up to `title` pixels, or without."""

    title: float
    row: float
    most_rows: int


DENSITIES = (Density(240, 40, 40), Density(110, 40, 60), Density(0, 17, 1 << 30))
"""From the roomiest; the first one of which all rows are not more than its `most_rows` is taken."""


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
    families: tuple[Family, ...] = ()
    entries: tuple[Entry, ...] = ()


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

    def _rows(self, per_day: float, density: Density) -> list[tuple[list[Row], list[Family]]] | None:
        """The rows of every lane, None where they are too many."""
        left, found = density.most_rows, []
        for lane in self._lanes:
            packed = lane.rows(per_day, density.title, left)
            if packed is None:
                return None
            left -= len(packed[0])
            found.append(packed)
        return found

    def _stacked(self, found: list[tuple[list[Row], list[Family]]], density: Density) -> Layout:
        lanes, top = [], 0.0
        for lane, (rows, families) in zip(self._lanes, found, strict=True):
            rows_top = top + (HEAD if self._headed else _FOOT)
            bottom = rows_top + len(rows) * density.row + _FOOT
            lanes.append(
                PackedLane(
                    lane.title,
                    len(lane.entries),
                    rows,
                    top,
                    rows_top,
                    bottom,
                    lane.counted,
                    tuple(families),
                    lane.entries,
                )
            )
            top = bottom
        return Layout(lanes, density, top)
