"""Where things stand on the page of a text: blocks, letters, highlights and signs under a point."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QMouseEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from archive_app.core.records import PassageKind
from archive_app.ui.highlights import Mark, Marks
from archive_app.ui.text_directions import extent, is_mixed, stretches, x_of
from archive_app.ui.text_layout import TextLayout
from archive_app.ui.text_painting import Placed, note_signs, sign_area

_PORTION = 3000
_NEAR = 2
_MIXED = 400
"""Of more letters in one line it is not asked which way each runs."""
_FAR = 1.6
"""A point that is further from a line than so many line heights is beside the text."""


class TextGeometry:
    """Answers where, for a text that is laid out by a `TextLayout`; points are in the viewport."""

    def __init__(self, edit: QPlainTextEdit, layout: TextLayout) -> None:
        self._edit = edit
        self._layout = layout

    def placed_blocks(self, area: QRect | None = None) -> Iterator[Placed]:
        """The blocks that lie in a part of the viewport, from top to bottom."""
        area = area or self._edit.viewport().rect()
        block = self._edit.firstVisibleBlock()
        top = self._edit.contentOffset().y()
        while block.isValid() and top <= area.bottom():
            height = self._layout.blockBoundingRect(block).height()
            if height and top + height >= area.top():
                yield Placed(block, top, height)
            top += height
            block = block.next()

    def snapped(self, point: QPointF) -> QPointF:
        """The nearest point on a line of letters: between two lines there is nothing that Qt would know of."""
        nearest, distance = point, float("inf")
        for placed in self.placed_blocks():
            lines = placed.block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                middle = placed.top + line.y() + line.height() / 2
                if abs(middle - point.y()) < distance:
                    nearest, distance = QPointF(point.x(), middle), abs(middle - point.y())
        return nearest

    def on_line(self, event: QMouseEvent) -> QMouseEvent:
        """The same event on the nearest line; outside the viewport it stays where it is."""
        if not self._edit.viewport().rect().contains(event.position().toPoint()):
            return event
        return QMouseEvent(
            event.type(),
            self.snapped(event.position()),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.source(),
            event.pointingDevice(),
        )

    def unit_near(self, point: QPointF) -> int:
        """The place of the caret that is nearest to a point."""
        return self._edit.cursorForPosition(self.snapped(point).toPoint()).position()

    def unit_at(self, point: QPointF) -> int | None:
        """The letter under a point; None beside the lines."""
        at = self.snapped(point)
        if abs(at.y() - point.y()) > self._edit.fontMetrics().height() * _FAR:
            return None
        cursor = self._edit.cursorForPosition(at.toPoint())
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        if not line.isValid() or not line.x() <= point.x() <= line.x() + line.naturalTextWidth():
            return None
        unit, place = cursor.position(), cursor.positionInBlock()
        if is_mixed(cursor.block().text()):
            return _unit_in_mixed(line, unit, place, point.x())
        return unit - 1 if point.x() < x_of(line, place) and unit > 0 else unit

    def marks_at(self, marks: Marks, point: QPointF) -> list[Mark]:
        """The marks under a point or whose sign stands there, the shortest first."""
        for placed in self.placed_blocks():
            for area, mark in note_signs(self._layout, marks, placed):
                if area.adjusted(-3, -3, 3, 3).contains(point):
                    return [mark]
        unit = self.unit_at(point)
        return marks.at(unit) if unit is not None else []

    def is_beside_text(self, point: QPointF) -> bool:
        """Whether a point is in the right margin, where the signs of notes stand."""
        return point.x() > self._layout.column.right

    def caption_at(self, point: QPointF) -> int | None:
        """The ordinal of the caption whose photo sign is under a point."""
        for placed in self.placed_blocks():
            piece = self._layout.piece_of(placed.block)
            if piece is None or not piece.is_first or piece.passage.kind is not PassageKind.CAPTION:
                continue
            if sign_area(self._layout, placed, piece).adjusted(-10, -8, 10, 8).contains(point):
                return piece.passage.ordinal
        return None

    def rect_of(self, start: int, end: int) -> QRectF | None:
        """The rectangle around the part of `[start, end)` that is in view, None where nothing of it is."""
        area = QRectF()
        for placed in self.placed_blocks():
            if start - placed.start <= placed.length and end > placed.start:
                for rect in _line_rects(placed.block.layout(), start - placed.start, end - placed.start):
                    area = area.united(rect.translated(placed.origin))
        return None if area.isNull() else area


def _line_rects(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start < last and end > first:
            for left, right in _extents(line, max(start, first), min(end, last)):
                yield QRectF(left, line.y(), max(1.0, right - left), line.height())


def _extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    places = stretches(line, start, end) if end - start < _MIXED else []
    return places or [(x_of(line, start), x_of(line, end))]


def _unit_in_mixed(line: QTextLine, unit: int, place: int, x: float) -> int:
    """The letter at `x`, near the place of the caret that Qt has found there."""
    near = range(
        max(line.textStart(), place - _NEAR), min(line.textStart() + line.textLength(), place + _NEAR + 1)
    )
    for other in sorted(near, key=lambda other: abs(other - place)):
        left, right = extent(line, other)
        if left <= x < right:
            return unit + other - place
    return unit


class LineEstimate(QObject):
    """Guesses how many lines the blocks take that were never in view, so that the scroll bar tells the truth."""

    def __init__(self, edit: QPlainTextEdit, layout: TextLayout) -> None:
        super().__init__(edit)
        self._edit = edit
        self._layout = layout
        self._reached = 0
        self._top: int | None = None
        """The unit that stays at the top of the view while lines are counted anew."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self, after_ms: int) -> None:
        """Begin anew after a while."""
        self._reached = 0
        self._timer.start(after_ms)

    def _go_on(self) -> None:
        """Do a portion; long texts take several, so that the window never waits."""
        width = self._layout.characters_per_line()
        document = self._edit.document()
        block = document.findBlockByNumber(self._reached)
        only_one = document.blockCount() == 1
        for _count in range(_PORTION):
            if not block.isValid():
                break
            length = block.length() - 1
            if not length and not only_one:
                block.setVisible(False)
                block.setLineCount(0)
            elif not block.layout().lineCount():
                block.setLineCount(1 + int(length / width))
            block = block.next()
        self._reached = block.blockNumber() if block.isValid() else 0
        if self._reached:
            self._timer.start(0)
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.go_back()
        if not self._reached:
            self.let_go()

    def is_done(self) -> bool:
        """Whether all lines are counted."""
        return not self._timer.isActive()

    def hold(self) -> None:
        """Keep what is at the top of the view there until all lines are counted."""
        if self._top is None:
            self._top = top_unit(self._edit)

    def go_back(self) -> None:
        """Scroll to what is held, if anything is."""
        if self._top is not None:
            scroll_to_unit(self._edit, self._top)

    def let_go(self) -> None:
        """Hold nothing; the person is going elsewhere."""
        self._top = None


def top_unit(edit: QPlainTextEdit) -> int:
    """The unit with which the line at the top of the view begins."""
    block = edit.firstVisibleBlock()
    line = block.layout().lineAt(edit.verticalScrollBar().value() - block.firstLineNumber())
    return block.position() + (line.textStart() if line.isValid() else 0)


def scroll_to_unit(edit: QPlainTextEdit, unit: int) -> None:
    """Bring the line in which a unit stands to the top of the view."""
    block = edit.document().findBlock(min(unit, edit.document().characterCount() - 1))
    bar = edit.verticalScrollBar()
    bar.setValue(block.firstLineNumber())
    line = block.layout().lineForTextPosition(unit - block.position())
    if line.isValid():  # lines are known once the paragraph is in view
        bar.setValue(block.firstLineNumber() + line.lineNumber())
