"""Knobs at both ends of the chosen highlight, to move an end with the mouse."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from archive_app.core.translation import _
from archive_app.ui import theme

if TYPE_CHECKING:
    from archive_app.ui.text_pane import TextPane

_SIZE = 15
_KNOB = 9.0


class _Knob(QWidget):
    """One of the two; tells where the mouse drags it to, in the viewport."""

    dragged = Signal(QPoint)
    released = Signal()

    def __init__(self, name: str, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.colour = QColor()
        self.setFixedSize(_SIZE, _SIZE)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("paper"), 1.5))
            painter.setBrush(self.colour)
            edge = (_SIZE - _KNOB) / 2
            painter.drawEllipse(QRectF(edge, edge, _KNOB, _KNOB))


class MarkHandles(QObject):
    """Keeps the knobs at the ends of the chosen mark. While one is dragged, what would be marked is selected.

    `moved` carries the mark's id and where it begins and ends then, in units.
    """

    moved = Signal(str, int, int)

    def __init__(self, pane: "TextPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._dragging: tuple[str, int] | None = None
        """The mark whose knob is dragged, and its other end."""
        self.start = _Knob(_("Drag the beginning of the highlight (Alt+, and Alt+.)"), pane.viewport())
        self.end = _Knob(_("Drag the end of the highlight (Ctrl+Alt+, and Ctrl+Alt+.)"), pane.viewport())
        for knob in (self.start, self.end):
            knob.dragged.connect(self._on_dragged)
            knob.released.connect(self._on_released)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(0)
        self._placing.timeout.connect(self.place)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever moves the text or chooses another mark paints it anew."""
        if event.type() == QEvent.Type.Paint and not self._placing.isActive():
            self._placing.start()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Put the knobs to the ends of the chosen mark that are in view."""
        if self._dragging is not None:
            return  # the knob that is hidden loses the mouse
        mark = self._pane.shown.marks.get(self._pane.shown.chosen)
        if mark is None or self._pane.caret.selected() is not None:
            self.start.hide()
            self.end.hide()
            return
        colour = theme.dot(mark.colour) if mark.colour else theme.colour("muted")
        first = self._pane.places.rect_of(mark.start, mark.start + 1)
        last = self._pane.places.rect_of(mark.end - 1, mark.end)
        self._put(self.start, QPointF(first.left(), first.top()) if first else None, colour)
        self._put(self.end, QPointF(last.right(), last.bottom()) if last else None, colour)

    def _put(self, knob: _Knob, at: QPointF | None, colour: QColor) -> None:
        if at is None or not self._pane.viewport().rect().contains(at.toPoint()):
            knob.hide()
            return
        if knob.colour != colour:
            knob.colour = colour
            knob.update()
        corner = (at - QPointF(_SIZE / 2, _SIZE / 2)).toPoint()
        if knob.pos() != corner:
            knob.move(corner)
        knob.show()

    def _on_dragged(self, point: QPoint) -> None:
        if self._dragging is None:
            mark = self._pane.shown.marks.get(self._pane.shown.chosen)
            if mark is None:
                return
            self._dragging = (mark.id, mark.end if self.sender() is self.start else mark.start)
        self._scroll_towards(point)
        cursor = self._pane.textCursor()
        cursor.setPosition(self._dragging[1])
        cursor.setPosition(self._pane.places.unit_near(QPointF(point)), QTextCursor.MoveMode.KeepAnchor)
        bar, before = self._pane.verticalScrollBar(), self._pane.verticalScrollBar().value()
        self._pane.setTextCursor(cursor)
        bar.setValue(before)
        knob, caret = self.sender(), self._pane.cursorRect()
        at = caret.topLeft() if knob is self.start else caret.bottomLeft()
        if isinstance(knob, _Knob):
            knob.move(at - knob.rect().center())

    def _scroll_towards(self, point: QPoint) -> None:
        """Turn the page by a line while the mouse is above or below it."""
        area, bar = self._pane.viewport().rect(), self._pane.verticalScrollBar()
        if point.y() < area.top() or point.y() > area.bottom():
            bar.setValue(bar.value() + (1 if point.y() > area.bottom() else -1))

    def _on_released(self) -> None:
        dragging, self._dragging = self._dragging, None
        selected = self._pane.caret.selected()
        cursor = self._pane.textCursor()
        cursor.setPosition(cursor.position())
        self._pane.setTextCursor(cursor)
        if dragging is not None and selected is not None:
            self.moved.emit(dragging[0], *selected)
        self.place()
