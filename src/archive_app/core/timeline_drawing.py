"""A timeline as a list of plain shapes, which the window paints and the export writes.

Places are in pixels from the upper left corner of what is seen. Colours are named by what they mean.
"""

from collections.abc import Iterator

from archive_app.core.timeline import LETTER, OPEN, SMALLEST, Entry, Layout, PackedLane
from archive_app.core.timeline_rows import EDGE, Family, Row
from archive_app.core.timeline_shapes import Box, Ink, Line, Measure, Shape, Size, View, Words
from archive_app.core.timeline_signs import BAR, CHECKED, bar, marks, verdict_sign
from archive_app.core.timescale import Axis, Scale
from archive_app.core.translation import ngettext

AXIS_HEIGHT = 46.0
"""The height of the axis: periods in a line above, ticks in a line below."""
_TITLE_SPACE = 18.0
_MARGIN = 8.0
_SHORTEST_TITLE = 24.0
_ROOM_OF_TICK = 200.0
"""Ticks are as far apart as their labels need."""
_LEAST_OF_LABEL = 0.7
"""How much of the label of a period must have room, so that it can be read."""


def draw(
    layout: Layout, axis: Axis, view: View, measure: Measure, *, headed: bool, chosen: str = ""
) -> Iterator[Shape]:
    """All that is seen: the lanes, and above them the axis, from the back to the front."""
    seen = [
        (number, lane, lane.top - view.top + AXIS_HEIGHT)
        for number, lane in enumerate(layout.lanes)
        if lane.bottom > view.top and lane.top - view.top + AXIS_HEIGHT < view.height
    ]
    for number, lane, top in seen:
        if headed and number % 2:
            yield Box(0, top, view.width, lane.bottom - lane.top, Ink.LANE)
    yield from _grid(axis, view)
    for _number, lane, top in seen:
        yield from _rows(lane, layout, view, measure, chosen)
        if headed:
            yield from _lane_title(lane, top, view.width)
    yield from _axis(axis, view, measure)


def _grid(axis: Axis, view: View) -> Iterator[Shape]:
    for tick in axis.ticks:
        x = view.scale.x(tick.at)
        yield Line(x, AXIS_HEIGHT, x, view.height, Ink.GRID)
    for period in axis.periods:
        x = view.scale.x(period.begins)
        yield Line(x, AXIS_HEIGHT, x, view.height, Ink.GRID_STRONG)


def _axis(axis: Axis, view: View, measure: Measure) -> Iterator[Shape]:
    scale, middle = view.scale, AXIS_HEIGHT / 2
    yield Box(0, 0, view.width, AXIS_HEIGHT, Ink.PAPER)
    yield Line(0, AXIS_HEIGHT, view.width, AXIS_HEIGHT, Ink.GRID_STRONG)
    for period in axis.periods:
        left, right = scale.x(period.begins), scale.x(period.ends)
        if left > 0:
            yield Line(left, 0, left, AXIS_HEIGHT, Ink.GRID_STRONG)
        at = max(left, 0.0) + _MARGIN
        room = min(right, view.width) - at - 4
        if period.label and room > _LEAST_OF_LABEL * measure(period.label, Size.STRONG):
            yield Words(at, middle - 5, period.label, Ink.TEXT, Size.STRONG, room)
    for tick in axis.ticks:
        x = scale.x(tick.at)
        yield Line(x, middle + 4, x, AXIS_HEIGHT, Ink.GRID_STRONG)
        yield Words(x + 5, AXIS_HEIGHT - 8, tick.label, Ink.MUTED, Size.SMALL, _ROOM_OF_TICK)


def _lane_title(lane: PackedLane, top: float, width: float) -> Iterator[Shape]:
    yield Words(_MARGIN, top + 19, lane.title, Ink.TEXT, Size.STRONG, width / 2)
    if not lane.counted:
        return
    count = ngettext("{count} event", "{count} events", lane.count).format(count=lane.count)
    yield Words(width - 90, top + 19, count, Ink.MUTED, Size.SMALL, 84)


def _rows(lane: PackedLane, layout: Layout, view: View, measure: Measure, chosen: str) -> Iterator[Shape]:
    height, first = layout.density.row, lane.rows_top - view.top + AXIS_HEIGHT
    yield from _grounds(lane, layout, view, first)
    begin = max(int((AXIS_HEIGHT - first) // height), 0)
    end = min(int((view.height - first) // height) + 1, len(lane.rows))
    reach = (OPEN + layout.density.title) / view.scale.per_day
    from_moment, to_moment = view.scale.moment(0) - reach, view.scale.moment(view.width) + reach
    for number in range(begin, end):
        row, top = lane.rows[number], first + number * height
        seen = row.between(from_moment, to_moment)
        if layout.density.title:
            yield from _roomy(row, seen, top, view, measure, chosen)
        else:
            yield from _close(row, seen, top, view, chosen)


def _grounds(lane: PackedLane, layout: Layout, view: View, first: float) -> Iterator[Shape]:
    """A ground behind each event with parts and the parts below it; the rows begin at `first`."""
    height = layout.density.row
    for family in lane.families:
        top = first + family.first * height
        if top > view.height or top + family.rows * height < AXIS_HEIGHT:
            continue
        left, right = _reach(family, lane, layout.density.title, view.scale)
        if right < 0 or left > view.width:
            continue
        left, right = max(left, -EDGE), min(right, view.width + EDGE)
        bottom = top + family.rows * height - 3
        yield Box(left, top - 1, right - left, bottom - top, Ink.FAMILY, 4)
        yield Line(left, top, left, bottom, Ink.GRID_STRONG)


def _reach(family: Family, lane: PackedLane, title: float, scale: Scale) -> tuple[float, float]:
    """From where to where the ground of a family goes: around all its bars and titles."""
    numbers, begins, ends, before, after = family.reach
    left = scale.x(begins) - before - EDGE
    right = max(scale.x(ends) + after, left + SMALLEST)
    for number in numbers if title else ():
        entry = lane.entries[number]
        right = max(right, scale.x(entry.extents[0].begins) + min(len(entry.label) * LETTER, title))
    return left, right + EDGE


def _roomy(
    row: Row, numbers: range, top: float, view: View, measure: Measure, chosen: str
) -> Iterator[Shape]:
    """Titles above bars, with the marks of the sources on them."""
    middle = top + _TITLE_SPACE + BAR / 2
    for number in numbers:
        entry = row.entry(number)
        left, right = _sides(row, number, view.scale)
        limit = _next_left(row, number, view)
        first = view.scale.x(entry.extents[0].begins)
        if first > view.width - _SHORTEST_TITLE:  # only what a source says is in view
            first = left
        at = max(first, min(_MARGIN, right - _SHORTEST_TITLE))
        room = limit - at
        if entry.id == chosen:
            width = max(right, at + min(measure(entry.label, Size.TITLE), room)) - min(left, at)
            yield Box(min(left, at) - 5, top, width + 10, _TITLE_SPACE + BAR + 11, Ink.CHOSEN, 4)
        yield from marks(entry, middle, view.scale)
        if room >= _SHORTEST_TITLE and at < view.width:
            yield from _title(entry, at, top + 13, room, Size.TITLE)


def _close(row: Row, numbers: range, top: float, view: View, chosen: str) -> list[Shape]:
    """Bars alone; titles beside them where nothing else stands."""
    middle, scale = top + 8, view.scale
    shapes: list[Shape] = []
    for number in numbers:
        entry = row.entry(number)
        left, right = _sides(row, number, scale)
        if entry.id == chosen:
            shapes.append(Box(left - 4, top, right - left + 8, 16, Ink.CHOSEN, 4))
        if entry.extent is None or (entry.said and entry.is_disputed):
            shapes += marks(entry, middle, scale)
        else:
            shapes += bar(entry.extent, middle, scale)
        is_last = number + 1 == len(row)
        if is_last or scale.x(row.begins(number + 1)) - right > 3 * _SHORTEST_TITLE:
            shapes += _title_beside(entry, right, _next_left(row, number, view), middle)
    return shapes


def _title_beside(entry: Entry, right: float, limit: float, middle: float) -> list[Shape]:
    at = right + (OPEN if any(one.open_end for one in entry.extents) else _MARGIN)
    room = limit - at
    if room < 3 * _SHORTEST_TITLE or at < 0:
        return []
    return list(_title(entry, at, middle + 4, min(room, 240), Size.SMALL))


def _title(entry: Entry, x: float, y: float, room: float, size: Size) -> Iterator[Shape]:
    """The title, and before it the sign of a verdict."""
    if entry.is_decided:
        yield verdict_sign(x, y - 4.5)
        x, room = x + CHECKED, room - CHECKED
    yield Words(x, y, entry.label, Ink.TEXT, size, room)


def _sides(row: Row, number: int, scale: Scale) -> tuple[float, float]:
    left = scale.x(row.begins(number))
    return left, max(scale.x(row.ends(number)), left + SMALLEST)


def _next_left(row: Row, number: int, view: View) -> float:
    """Where the next entry of the row begins; the edge of the view after the last one."""
    edge = view.width - 4
    if number + 1 == len(row):
        return edge
    left = view.scale.x(row.begins(number + 1)) - _MARGIN
    return min(left - OPEN if row.is_open_before(number + 1) else left, edge)


def entry_at(layout: Layout, view: View, x: float, y: float) -> Entry | None:
    """The entry whose bar or title is at a place of what is seen."""
    lane = layout.lane_at(y - AXIS_HEIGHT + view.top)
    if lane is None or y < AXIS_HEIGHT:
        return None
    number = int((y - AXIS_HEIGHT + view.top - lane.rows_top) // layout.density.row)
    if not 0 <= number < len(lane.rows):
        return None
    row, title = lane.rows[number], layout.density.title
    reach = (OPEN + title) / view.scale.per_day
    moment = view.scale.moment(x)
    for index in row.between(moment - reach, moment + reach):
        left, right = _sides(row, index, view.scale)
        if title:
            right = max(right, left + min(len(row.entry(index).label) * LETTER, title))
        if left - 4 <= x <= right + 4:
            return row.entry(index)
    return None
