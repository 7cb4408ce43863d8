"""A timeline as a list of plain shapes, which the window paints and the export writes.

Places are in pixels from the upper left corner of what is seen. Colours are named by what they mean.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from archive_app.core.timeline import LETTER, OPEN, SMALLEST, Entry, Layout, PackedLane, Row, Said
from archive_app.core.timescale import Axis, Scale
from archive_app.core.timespans import Extent, Piece
from archive_app.core.translation import _, ngettext

AXIS_HEIGHT = 46.0
"""The height of the axis: periods in a line above, ticks in a line below."""
_BAR = 9.0
_TITLE_SPACE = 18.0
_MARGIN = 8.0
_DIAMOND = 4.5
_SHORTEST_GAP = 8.0
_SHORTEST_TITLE = 24.0
_ROOM_OF_TICK = 200.0
"""Ticks are as far apart as their labels need."""
_LEAST_OF_LABEL = 0.7
"""How much of the label of a period must have room, so that it can be read."""


class Ink(StrEnum):
    """What a colour is for."""

    TEXT = "text"
    MUTED = "muted"
    GRID = "grid"
    GRID_STRONG = "grid_strong"
    LANE = "lane"
    PAPER = "paper"
    CERTAIN = "certain"
    POSSIBLE = "possible"
    CLAIM = "claim"
    CONFLICT = "conflict"
    CHOSEN = "chosen"


class Size(StrEnum):
    """The size and weight of words."""

    TITLE = "title"
    SMALL = "small"
    STRONG = "strong"


class Box(NamedTuple):
    """A filled rectangle; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0


class Fade(NamedTuple):
    """A rectangle whose colour vanishes towards its left (-1) or its right side (1)."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    towards: int


class Line(NamedTuple):
    """A straight line, one pixel thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    dashed: bool = False


class Diamond(NamedTuple):
    """A square that stands on a corner; `x` and `y` are its middle."""

    x: float
    y: float
    radius: float
    ink: Ink


class Words(NamedTuple):
    """A line of words that begins at `x`, on the baseline `y`, and has this much room."""

    x: float
    y: float
    text: str
    ink: Ink
    size: Size
    room: float


Shape = Box | Fade | Line | Diamond | Words
Measure = Callable[[str, Size], float]
"""The width of words in pixels."""


class View(NamedTuple):
    """What is seen: `top` is how far the lanes are scrolled up."""

    scale: Scale
    width: float
    height: float
    top: float = 0.0


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


def draw_legend(x: float, y: float, measure: Measure) -> Iterator[Shape]:
    """What the signs mean, in a line; `y` is that of the words."""
    for sign, said in (
        (Box(0, -9, 26, _BAR, Ink.CERTAIN, 2), _("certain")),
        (Box(0, -9, 26, _BAR, Ink.POSSIBLE, 2), _("possible")),
        (Diamond(13, -4.5, _DIAMOND, Ink.CLAIM), _("what a source says")),
        (Diamond(13, -4.5, _DIAMOND, Ink.CONFLICT), _("a source that gives another date")),
    ):
        yield sign._replace(x=sign.x + x, y=sign.y + y)
        width = measure(said, Size.SMALL)
        yield Words(x + 34, y, said, Ink.MUTED, Size.SMALL, width + 4)
        x += 34 + width + 28


def _lane_title(lane: PackedLane, top: float, width: float) -> Iterator[Shape]:
    yield Words(_MARGIN, top + 19, lane.title, Ink.TEXT, Size.STRONG, width / 2)
    if not lane.counted:
        return
    count = ngettext("{count} event", "{count} events", lane.count).format(count=lane.count)
    yield Words(width - 90, top + 19, count, Ink.MUTED, Size.SMALL, 84)


def _rows(lane: PackedLane, layout: Layout, view: View, measure: Measure, chosen: str) -> Iterator[Shape]:
    height, first = layout.density.row, lane.rows_top - view.top + AXIS_HEIGHT
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


def _roomy(
    row: Row, numbers: range, top: float, view: View, measure: Measure, chosen: str
) -> Iterator[Shape]:
    """Titles above bars, with the marks of the sources on them."""
    middle = top + _TITLE_SPACE + _BAR / 2
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
            width = max(right, at + min(measure(entry.title, Size.TITLE), room)) - min(left, at)
            yield Box(min(left, at) - 5, top, width + 10, _TITLE_SPACE + _BAR + 11, Ink.CHOSEN, 4)
        yield from _marks(entry, middle, view.scale)
        if room >= _SHORTEST_TITLE and at < view.width:
            yield Words(at, top + 13, entry.title, Ink.TEXT, Size.TITLE, room)


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
            shapes += _marks(entry, middle, scale)
        else:
            shapes += _bar(entry.extent, middle, scale)
        is_last = number + 1 == len(row)
        if is_last or scale.x(row.begins(number + 1)) - right > 3 * _SHORTEST_TITLE:
            shapes += _title_beside(entry, right, _next_left(row, number, view), middle)
    return shapes


def _title_beside(entry: Entry, right: float, limit: float, middle: float) -> list[Shape]:
    at = right + (OPEN if any(one.open_end for one in entry.extents) else _MARGIN)
    room = limit - at
    if room < 3 * _SHORTEST_TITLE or at < 0:
        return []
    return [Words(at, middle + 4, entry.title, Ink.TEXT, Size.SMALL, min(room, 240))]


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


def _bar(extent: Extent, middle: float, scale: Scale) -> list[Shape]:
    top, x = middle - _BAR / 2, scale.x
    first = extent.pieces[0]
    left, right = x(extent.begins), x(extent.ends)
    shapes: list[Shape]
    if len(extent.pieces) == 1 or right - left < SMALLEST:
        right = max(right, left + SMALLEST)
        shapes = [Box(left, top, right - left, _BAR, _ink(first), 2)]
    else:
        shapes = [
            Box(x(piece.begins), top, max(x(piece.ends) - x(piece.begins), 1.0), _BAR, _ink(piece), 2)
            for piece in extent.pieces
        ]
    if extent.open_start or extent.about:
        length = OPEN if extent.open_start else _MARGIN
        shapes.append(Fade(left - length, top, length, _BAR, _ink(first), -1))
    if extent.open_end or extent.about:
        length = OPEN if extent.open_end else _MARGIN
        shapes.append(Fade(right, top, length, _BAR, _ink(extent.pieces[-1]), 1))
    return shapes


def _ink(piece: Piece) -> Ink:
    return Ink.CERTAIN if piece.certain else Ink.POSSIBLE


def _marks(entry: Entry, middle: float, scale: Scale) -> Iterator[Shape]:
    """The bar, what the sources say on it, and lines over the gaps to what lies elsewhere."""
    # What differs is drawn last, above what agrees.
    every = sorted(entry.said, key=lambda one: one.differs)
    said = [(one, *_middle_and_sides(one.extent, scale)) for one in every]
    own = entry.extent
    if own is not None:
        left, right = scale.x(own.begins), max(scale.x(own.ends), scale.x(own.begins) + SMALLEST)
    elif said:
        left = right = said[0][1]
    if own is not None:
        yield from _bar(own, middle, scale)
    below = middle + _BAR / 2 + 2
    for one, at, _begins, _ends in said:
        ink = Ink.CONFLICT if one.differs else Ink.CLAIM
        if at > right + _SHORTEST_GAP:
            yield Line(right, below, at, below, ink, True)
        elif at < left - _SHORTEST_GAP:
            yield Line(at, below, left, below, ink, True)
    for one, at, begins, ends in said:
        yield from _mark(one, at, begins, ends, below, with_span=one.when != entry.when)


def _mark(
    one: Said, at: float, begins: float, ends: float, middle: float, *, with_span: bool
) -> Iterator[Shape]:
    """A diamond, and the whole stretch of the date where the bar does not show it already."""
    ink = Ink.CONFLICT if one.differs else Ink.CLAIM
    if with_span and ends - begins > 3 * _DIAMOND:
        yield Box(begins, middle - 1, ends - begins, 2, ink)
        yield Box(begins, middle - 4, 1.5, 8, ink)
        yield Box(ends - 1.5, middle - 4, 1.5, 8, ink)
    yield Diamond(at, middle, _DIAMOND, ink)


def _middle_and_sides(extent: Extent, scale: Scale) -> tuple[float, float, float]:
    begins, ends = scale.x(extent.begins), scale.x(extent.ends)
    ends = max(ends, begins + SMALLEST)
    at = begins if extent.open_end else ends if extent.open_start else (begins + ends) / 2
    return at, begins, ends


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
            right = max(right, left + min(len(row.entry(index).title) * LETTER, title))
        if left - 4 <= x <= right + 4:
            return row.entry(index)
    return None


def elided(text: str, room: float, size: Size, measure: Measure) -> str:
    """The text, or as much of its beginning as there is room for with three dots after it."""
    if measure(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{text[:middle].rstrip()}…", size) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…" if low else ""
