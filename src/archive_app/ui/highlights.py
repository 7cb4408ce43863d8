"""Highlights over a text: which ones stand where, and how they look where they overlap."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout, QTextLine

from archive_app.core.records import Colour
from archive_app.ui import theme
from archive_app.ui.text_directions import is_mixed, stretches, x_of

_LONG = 4000
"""Marks of more units are kept apart, so that the others are found by their beginnings alone."""
_LEVELS = 3
_ROUND = 3.0
_DIMMED = 0.35
"""How strongly marks are drawn that overlap the one that is pointed at."""
_DASHES: dict[Colour, tuple[float, ...]] = {
    Colour.GREEN: (5.0, 3.0),
    Colour.BLUE: (1.2, 2.2),
    Colour.ORANGE: (6.0, 2.5, 1.2, 2.5),
    Colour.PURPLE: (10.0, 2.0, 1.5, 2.0, 1.5, 2.0, 1.5, 2.0),
}
"""Lines of these colours are broken, in line widths; pink ones are double, yellow ones whole."""
_FINE, _FINE_DOTS = 0.75, (1.0, 1.8)
"""How strongly and how close the dots under a date are: finer than the lines of any annotation."""
_FAINT = 0.38
"""How strongly words that a search found are marked where the person is not at them."""


class Mark(NamedTuple):
    """An annotation as it is drawn: `[start, end)` in UTF-16 units of the text."""

    id: str
    start: int
    end: int
    colour: Colour | None
    has_note: bool = False


class Pointed(NamedTuple):
    """The mark under the pointer or at the caret, and the ids of those that overlap it."""

    mark: Mark
    others: frozenset[str]


class Run(NamedTuple):
    """A stretch under which the same marks lie, from the one that begins first to the last."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Marks:
    """The marks of one text, quickly found by place.

    `levels` holds those that overlap others: each has an underline, whose height tells it from those that it meets.
    """

    def __init__(
        self, marks: Iterable[Mark] = (), *, in_order: bool = False, levels: dict[str, int] | None = None
    ) -> None:
        self.all = list(marks) if in_order else sorted(marks, key=_by_place)
        self.levels = _levels(self.all) if levels is None else levels
        self._by_id = {mark.id: mark for mark in self.all}
        self._short = [mark for mark in self.all if mark.end - mark.start <= _LONG]
        self._long = [mark for mark in self.all if mark.end - mark.start > _LONG]
        self._starts = [mark.start for mark in self._short]

    def changed(self, gone: Container[str], new: Iterable[Mark]) -> "Marks":
        """These marks without some, and with new ones; nothing is sorted again."""
        every = [mark for mark in self.all if mark.id not in gone]
        for mark in new:
            insort(every, mark, key=_by_place)
        return Marks(every, in_order=True)

    def get(self, mark_id: str | None) -> Mark | None:
        """The mark of an annotation."""
        return self._by_id.get(mark_id or "")

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that share a unit with `[start, end)`, by their beginnings, longer ones first."""
        first = bisect_left(self._starts, start - _LONG)
        last = bisect_left(self._starts, end)
        found = [mark for mark in self._short[first:last] if mark.end > start]
        long = [mark for mark in self._long if mark.start < end and mark.end > start]
        if not long:
            return found
        return sorted(found + long, key=lambda mark: (mark.start, -mark.end))

    def pointed(self, mark_id: str | None) -> Pointed | None:
        """A mark by its id, with what overlaps it; None where there is none with this id."""
        mark = self._by_id.get(mark_id or "")
        if mark is None:
            return None
        return Pointed(mark, frozenset(other.id for other in self.within(mark.start, mark.end)) - {mark.id})

    def at(self, unit: int) -> list[Mark]:
        """The marks on one unit, from the shortest to the longest."""
        return sorted(self.within(unit, unit + 1), key=lambda mark: mark.end - mark.start)


def _by_place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _levels(marks: Sequence[Mark]) -> dict[str, int]:
    """The levels of the marks that overlap others: the lowest that is free where the mark begins."""
    levels: dict[str, int] = {}
    ends: list[int] = []
    """Where the last mark of each level ends."""
    alone: Mark | None = None
    furthest = 0
    for mark in marks:
        start = mark.start
        level = 0
        for end in ends:
            if end <= start:
                break
            level += 1
        if level == len(ends):
            ends.append(mark.end)
        else:
            ends[level] = mark.end
        if start < furthest:
            levels[mark.id] = level
            if alone is not None:
                levels.setdefault(alone.id, 0)
            alone = None
        else:
            alone = mark
        furthest = max(furthest, mark.end)
    return levels


def runs(marks: Sequence[Mark], start: int, end: int) -> list[Run]:
    """Cut `[start, end)` where any mark begins or ends; stretches without marks are left out."""
    cuts = {start, end}
    for mark in marks:
        cuts.add(max(start, mark.start))
        cuts.add(min(end, mark.end))
    found = []
    for first, last in pairwise(sorted(cuts)):
        under = tuple(mark for mark in marks if mark.start < last and mark.end > first)
        if under:
            found.append(Run(first, last, under))
    return found


@lru_cache(maxsize=512)
def _blend(colours: tuple[Colour, ...], dark: bool) -> QColor:
    shades = [theme.highlight(colour) for colour in colours]
    count = len(shades)
    mixed = QColor(
        sum(shade.red() for shade in shades) // count,
        sum(shade.green() for shade in shades) // count,
        sum(shade.blue() for shade in shades) // count,
    )
    if count == 1 or dark:
        return mixed
    return mixed.darker(100 + 4 * min(count - 1, 3))


def shade(marks: Sequence[Mark]) -> QColor | None:
    """The shade under a run: the mean of its colours, a little deeper the more there are; None without colour."""
    colours = tuple(mark.colour for mark in marks if mark.colour is not None)
    return _blend(colours, theme.is_dark()) if colours else None


class _Line(NamedTuple):
    """A line of a block: its units, its place on the page, and where underlines begin."""

    start: int
    end: int
    top: float
    base: float
    line: QTextLine


class HighlightPainter:
    """Draws the marks of one block under its letters. Positions are units of the block."""

    def __init__(
        self,
        painter: QPainter,
        layout: QTextLayout,
        origin: QPointF,
        pitch: float,
        letters: Callable[[], str] | None = None,
    ) -> None:
        """`letters` gives those of the layout, which knows them itself only where it belongs to no document."""
        self._painter = painter
        self._letters = letters or layout.text
        self._left = origin.x()
        self._height = pitch - 2
        self._xs: dict[tuple[int, int], float] = {}
        self._lines: list[_Line] = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start, y = line.textStart(), origin.y() + line.y()
            top = y - (pitch - line.height()) / 2 + 1
            self._lines.append(_Line(start, start + line.textLength(), top, y + line.ascent(), line))
        self._starts = [line.start for line in self._lines]

    def marks(self, marks: Sequence[Mark], page: "Drawn", start: int, length: int) -> None:
        """Draw marks; `start` is the block's first unit in the text."""
        stretches = runs(marks, start, start + length)
        for before, run, after in zip([None, *stretches], stretches, [*stretches[1:], None], strict=False):
            colour = page.shade(run)
            if colour is not None:
                joins = (before and before.end == run.start) or (after and after.start == run.end)
                self._fill(run.start - start, run.end - start, colour, rounded=not joins)
        for mark in marks:
            first, last = max(0, mark.start - start), min(length, mark.end - start)
            level = page.levels.get(mark.id)
            ink = page.ink(mark)
            self._underline(mark.colour, ink, level or 0, first, last, is_alone=level is None)
            if page.is_outlined(mark):
                self._outline(ink, first, last)

    def found(self, start: int, end: int, *, faint: bool = False) -> None:
        """Draw words that a search found."""
        colour = theme.mark()
        if faint:
            colour.setAlphaF(_FAINT)
        self._fill(start, end, colour, rounded=True)

    def date(self, start: int, end: int) -> None:
        """Draw a row of fine dots under a date that the text mentions."""
        colour = theme.colour("muted")
        colour.setAlphaF(_FINE)
        pen = QPen(colour, 1.3, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_FINE_DOTS)
        self._painter.setPen(pen)
        for line, rect in self._rects(start, end):
            y = line.base + 3.5
            self._painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))

    def selection(self, start: int, end: int, colour: QColor) -> None:
        """Draw selected letters."""
        for _line, rect in self._rects(start, end):
            self._painter.fillRect(rect.adjusted(0, -1, 0, 1), colour)

    def _rects(self, start: int, end: int) -> Iterator[tuple[_Line, QRectF]]:
        """Where `[start, end)` stands, line by line."""
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(self._lines) and self._starts[number] < end:
            line = self._lines[number]
            for left, right in self._stretches(number, max(start, line.start), min(end, line.end)):
                yield line, QRectF(self._left + left, line.top, right - left, self._height)
            number += 1

    def _stretches(self, number: int, start: int, end: int) -> list[tuple[float, float]]:
        if self._is_mixed:
            return stretches(self._lines[number].line, start, end)
        left, right = self._x(number, start), self._x(number, end)
        return [(left, right)] if right > left else []

    @cached_property
    def _is_mixed(self) -> bool:
        return is_mixed(self._letters())

    def _x(self, number: int, unit: int) -> float:
        """The left edge of a letter in a line; asked for again and again where marks meet."""
        known = self._xs.get((number, unit))
        if known is None:
            known = self._xs[number, unit] = x_of(self._lines[number].line, unit)
        return known

    def _fill(self, start: int, end: int, colour: QColor, *, rounded: bool) -> None:
        for _line, rect in self._rects(start, end):
            if rounded:
                path = QPainterPath()
                path.addRoundedRect(rect.adjusted(-1, 0, 1, 0), _ROUND, _ROUND)
                self._painter.fillPath(path, colour)
            else:
                self._painter.fillRect(rect, colour)

    def _underline(
        self, colour: Colour | None, ink: QColor, level: int, start: int, end: int, *, is_alone: bool
    ) -> None:
        """Draw the line of a colour: each has its own kind, for eyes that do not tell the colours apart."""
        below = 2 + 3 * (level % _LEVELS)
        width = 1.2 if is_alone else 2.0
        pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if colour is None:
            pen.setStyle(Qt.PenStyle.DotLine)
        elif colour in _DASHES:
            pen.setDashPattern(_DASHES[colour])
        elif colour is not Colour.YELLOW:
            pen.setWidthF(min(width, 1.2))
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, rect in self._rects(start, end):
            y = line.base + below + 1
            self._painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            if colour is Colour.PINK:
                self._painter.drawLine(QPointF(rect.left(), y + 2), QPointF(rect.right(), y + 2))

    def _outline(self, ink: QColor, start: int, end: int) -> None:
        self._painter.setPen(QPen(ink, 1.6))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for _line, rect in self._rects(start, end):
            self._painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), _ROUND, _ROUND)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What decides how marks look on one page: their levels, which is chosen, and which is pointed at.

    Of the marks that overlap, the one that is pointed at is shown in its own colour from end to end, the others dimly.
    """

    levels: dict[str, int]
    chosen: str | None = None
    pointed: Pointed | None = None

    def shade(self, run: Run) -> QColor | None:
        """The shade under a run."""
        if self.pointed is None or not self.pointed.others:
            return shade(run.marks)
        if self.pointed.mark.colour is not None and self.pointed.mark in run.marks:
            return shade((self.pointed.mark,))
        colour = shade(run.marks)
        if colour is not None and any(mark.id in self.pointed.others for mark in run.marks):
            colour = QColor(colour)
            colour.setAlphaF(_DIMMED)
        return colour

    def ink(self, mark: Mark) -> QColor:
        """The colour of a mark's lines."""
        colour = theme.ink(mark.colour) if mark.colour is not None else theme.colour("muted")
        if self.pointed is not None and mark.id in self.pointed.others:
            colour.setAlphaF(_DIMMED)
        return colour

    def is_outlined(self, mark: Mark) -> bool:
        """Whether a frame shows how far a mark goes."""
        return mark.id == self.chosen or (self.pointed is not None and mark.id == self.pointed.mark.id)
