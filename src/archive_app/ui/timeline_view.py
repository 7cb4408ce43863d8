"""The timeline under keys and mouse: events are chosen, opened and told of."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from archive_app.core.timeline import Entry, Lane
from archive_app.core.timeline_drawing import AXIS_HEIGHT, entry_at
from archive_app.core.timescale import Scale
from archive_app.ui.plain_text import tip
from archive_app.ui.timeline_canvas import MARGIN, TimelineCanvas
from archive_app.ui.timeline_sides import described

STEP = 1.25
"""How much larger a step of the mouse wheel makes all."""
_NOTCH = 120
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class TimelineView(TimelineCanvas):
    """Lets a person look around. `chosen_changed` carries the event that is chosen, "" for none; `opened` the one whose
    page is wanted; `typed` a letter, which begins a filter."""

    chosen_changed = Signal(str)
    opened = Signal(str)
    typed = Signal(str)
    fold_wanted = Signal(str)
    """The parts of the chosen event, or of the one that it is a part of, are to be hidden or shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[QPoint, Scale, int] | None = None
        self._is_dragged = False

    # Choosing

    def show_lanes(self, lanes: Sequence[Lane], *, headed: bool) -> None:
        """Show these lanes; the chosen event stays chosen while it is among them."""
        super().show_lanes(lanes, headed=headed)
        if self.entry(self.chosen) is None:
            self.choose("")

    def choose(self, entry_id: str, *, show: bool = False) -> None:
        """Choose an event, "" for none, and bring it into view where that is wanted."""
        entry = self.entry(entry_id)
        if entry_id != self.chosen:
            self.chosen = entry_id if entry else ""
            self.setAccessibleDescription(described(entry) if entry else "")
            self.chosen_changed.emit(self.chosen)
        if entry is not None and show:
            self._reveal(entry)
        self.viewport().update()

    def _reveal(self, entry: Entry) -> None:
        begins, ends = entry.extents[0].begins, entry.extents[0].ends
        left, right, width = self.scale.x(begins), self.scale.x(ends), self.viewport().width()
        if right < MARGIN / 2 or left > width - 2 * MARGIN or (left < 0 and right > width):
            self.take(Scale(begins - width / 3 / self.scale.per_day, self.scale.per_day))
        layout, bar = self.layout_now(), self.verticalScrollBar()
        place = layout.place_of(entry.id)
        if place is not None:
            room = self.viewport().height() - AXIS_HEIGHT - layout.density.row
            bar.setValue(round(min(max(bar.value(), place - room), place)))

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) event in time; without a chosen one, the one in the middle."""
        if not self._entries:
            return
        ids = [entry.id for entry in self._entries]
        if self.chosen in ids:
            number = min(max(ids.index(self.chosen) + by, 0), len(ids) - 1)
        else:
            begins, ends = self.seen()
            middle = (begins + ends) / 2
            number = min(
                range(len(ids)), key=lambda place: abs(self._entries[place].extents[0].begins - middle)
            )
        self.choose(ids[number], show=True)

    def _choose_at_end(self, number: int) -> None:
        if self._entries:
            self.choose(self._entries[number].id, show=True)

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keys that the timeline takes are not those of the window's actions while it has the keyboard."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._call_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event in time, + and - zoom, Enter opens, Space folds parts, letters filter."""
        call = self._call_of(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if call is not None:
            call()
        elif (
            event.text().strip()
            and event.text().isprintable()
            and held in (_NONE, Qt.KeyboardModifier.ShiftModifier)
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _call_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        without_shift = held & ~Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and without_shift in (_NONE, _CTRL):
            return lambda: self.zoom(STEP)
        if key == Qt.Key.Key_Minus and without_shift in (_NONE, _CTRL):
            return lambda: self.zoom(1 / STEP)
        if key == Qt.Key.Key_0 and held == _CTRL:
            return self.fit_all
        return self._plain_call(key) if held == _NONE else None

    def _plain_call(self, key: Qt.Key) -> Callable[[], object] | None:
        bar = self.verticalScrollBar()
        return {
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Up: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Down: lambda: self.step(1),
            Qt.Key.Key_Home: lambda: self._choose_at_end(0),
            Qt.Key.Key_End: lambda: self._choose_at_end(-1),
            Qt.Key.Key_PageUp: lambda: bar.setValue(bar.value() - bar.pageStep()),
            Qt.Key.Key_PageDown: lambda: bar.setValue(bar.value() + bar.pageStep()),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Space: self._fold,
        }.get(key)

    def _open(self) -> None:
        if self.chosen:
            self.opened.emit(self.chosen)

    def _fold(self) -> None:
        if self.chosen:
            self.fold_wanted.emit(self.chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms where the mouse is; sideways, or with Shift, it moves along the axis."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.move_by(-(turned.x() or turned.y()))
        elif turned.y():
            self.zoom(STEP ** (turned.y() / _NOTCH), event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag begins, or a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position().toPoint()
            self._held = place, self.scale, self.verticalScrollBar().value()
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held moves with the mouse."""
        place = event.position().toPoint()
        if self._held is None:
            over = self.entry_at(event.position())
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor
            )
            return
        start, scale, top = self._held
        moved = place - start
        if not self._is_dragged and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragged = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.take(scale.moved(-moved.x()))
        self.verticalScrollBar().setValue(top - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the event under the mouse, or none."""
        if event.button() == Qt.MouseButton.LeftButton and self._held is not None:
            self._held = None
            if not self._is_dragged:
                entry = self.entry_at(event.position())
                self.choose(entry.id if entry else "")
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the event under the mouse."""
        entry = self.entry_at(event.position())
        if entry is not None:
            self.choose(entry.id)
            self._open()

    def entry_at(self, place: QPointF) -> Entry | None:
        """The event at a place of the view."""
        return entry_at(self.layout_now(), self.view(), place.x(), place.y())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the event under the mouse when it rests there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(QPointF(event.pos()))
            if entry is not None:
                QToolTip.showText(event.globalPos(), tip(described(entry)), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
