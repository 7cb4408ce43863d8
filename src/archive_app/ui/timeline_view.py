"""Events on an axis of time, to be zoomed and moved by mouse and keyboard."""

from collections.abc import Callable, Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from archive_app.core.dates import format_date
from archive_app.core.timeline import AFTER, BEFORE, Entry, Lane, Layout, Packer
from archive_app.core.timeline_drawing import AXIS_HEIGHT, View, draw, entry_at
from archive_app.core.timescale import Scale, axis, fitting
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.plain_text import tip
from archive_app.ui.timeline_painting import TimelinePainter, measure

STEP = 1.25
"""How much larger a step of the mouse wheel makes all."""
_NOTCH = 120
_MARGIN = 60.0
_LEAST_PART = 1 / 8
"""Of the width, which all events together take at least."""
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ALL = Scale(0.0, 1.0)


class TimelineView(QAbstractScrollArea):
    """Shows lanes of events. `chosen_changed` carries the event that is chosen, "" for none; `opened` the one whose
    page is wanted; `typed` a letter, which begins a filter."""

    chosen_changed = Signal(str)
    opened = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Timeline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.scale = _ALL
        self.chosen = ""
        self._packer = Packer((), headed=False)
        self._headed = False
        self._entries: list[Entry] = []
        self._bounds: tuple[float, float] | None = None
        self._is_fitted = True
        self._held: tuple[QPoint, QPoint, Scale, int] | None = None
        self._is_dragged = False
        theme.state.changed.connect(self.viewport().update)

    # What is shown

    def show_lanes(self, lanes: Sequence[Lane], *, headed: bool) -> None:
        """Show these lanes, at the place and the scale that were shown before; all of them the first time."""
        self._packer = Packer(lanes, headed=headed)
        self._headed = headed
        every = {entry.id: entry for entry in chain.from_iterable(lane.entries for lane in lanes)}
        self._entries = (
            list(every.values()) if len(lanes) < 2 else sorted(every.values(), key=lambda one: one.order)
        )
        self._bounds = self._packer.bounds()
        if self._is_fitted:
            self.fit_all()
        if self.chosen not in every:
            self.choose("")
        self._show()

    def layout_now(self) -> Layout:
        """The lanes as they are packed for the scale that is shown."""
        return self._packer.layout(self.scale.per_day)

    def entries(self) -> list[Entry]:
        """All events, in the order of time."""
        return self._entries

    def entry(self, entry_id: str) -> Entry | None:
        """The event with this id."""
        return next((one for one in self._entries if one.id == entry_id), None)

    def seen(self) -> tuple[float, float]:
        """The first and the last moment that are in view."""
        return self.scale.moment(0), self.scale.moment(self.viewport().width())

    def is_fitted(self) -> bool:
        """Whether all events are in view, as large as possible."""
        return self._is_fitted

    def fit_all(self) -> None:
        """Show all events, as large as possible."""
        if self._bounds is not None:
            self._take(fitting(*self._bounds, self.viewport().width(), BEFORE, AFTER))
        self._is_fitted = True

    def show_time(self, begins: float, ends: float) -> None:
        """Show a stretch of time as large as possible."""
        self._take(fitting(begins, ends, self.viewport().width(), _MARGIN, _MARGIN))

    def show_middle(self, begins: float, ends: float) -> None:
        """Bring a stretch of time into the middle; it is shown larger or smaller only where it could not be seen."""
        length, width = (ends - begins) * self.scale.per_day, self.viewport().width()
        if not 4 <= length <= width - _MARGIN:
            self.show_time(begins - (ends - begins) * 2, ends + (ends - begins) * 2)
            return
        self._take(Scale((begins + ends) / 2 - width / 2 / self.scale.per_day, self.scale.per_day))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show time so many times larger; what is at `x`, or else the chosen event or the middle, stays in place."""
        if x is None:
            x = self._place_to_keep()
        scale = self.scale.zoomed(factor, x)
        if self._bounds is not None:
            least = fitting(*self._bounds, self.viewport().width() * _LEAST_PART)
            if scale.per_day < least.per_day:
                scale = self.scale.zoomed(least.per_day / self.scale.per_day, x)
        self._take(scale)

    def move_by(self, pixels: float) -> None:
        """Go on in time by so many pixels."""
        self._take(self.scale.moved(pixels))

    def _place_to_keep(self) -> float:
        entry, width = self.entry(self.chosen), self.viewport().width()
        x = self.scale.x(entry.extents[0].begins) if entry else -1.0
        return x if 0 <= x <= width else width / 2

    def _take(self, scale: Scale) -> None:
        above = self._height_of_chosen()
        self.scale = scale
        self._is_fitted = False
        self._show()
        after = self._height_of_chosen()
        if above is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + after - above))

    def _height_of_chosen(self) -> float | None:
        """Where the chosen event stands in the view, None where it is not seen."""
        place = self.layout_now().place_of(self.chosen) if self.chosen else None
        if place is None:
            return None
        height = place - self.verticalScrollBar().value()
        return height if 0 <= height < self.viewport().height() - AXIS_HEIGHT else None

    def _show(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        room = self.layout_now().height + AXIS_HEIGHT - height
        bar.setRange(0, max(round(room), 0))
        bar.setPageStep(max(round(height - AXIS_HEIGHT), 1))
        bar.setSingleStep(36)
        self.viewport().update()

    def _view(self) -> View:
        area = self.viewport()
        return View(self.scale, area.width(), area.height(), self.verticalScrollBar().value())

    # Choosing

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
        if right < _MARGIN / 2 or left > width - 2 * _MARGIN or (left < 0 and right > width):
            self._take(Scale(begins - width / 3 / self.scale.per_day, self.scale.per_day))
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
        """Arrows go from event to event in time, + and - zoom, Enter opens, letters filter."""
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
        }.get(key)

    def _open(self) -> None:
        if self.chosen:
            self.opened.emit(self.chosen)

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
            self._held = place, place, self.scale, self.verticalScrollBar().value()
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
        start, _last, scale, top = self._held
        moved = place - start
        if not self._is_dragged and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragged = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.scale = scale.moved(-moved.x())
        self._is_fitted = False
        self.verticalScrollBar().setValue(top - moved.y())
        self.viewport().update()

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
        return entry_at(self.layout_now(), self._view(), place.x(), place.y())

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

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        view = self._view()
        begins, ends = self.seen()
        shapes = draw(
            self.layout_now(),
            axis(begins, ends, self.scale.per_day),
            view,
            measure,
            headed=self._headed,
            chosen=self.chosen,
        )
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), theme.colour("paper"))
            TimelinePainter(painter, self.devicePixelRatioF()).paint(shapes, ring=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All stays in view where all was; else the left edge stays."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit_all()
        self._show()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The axis stays at the top, so all is painted again."""
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring around the chosen event."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def described(entry: Entry) -> str:
    """An event in some lines: title, date, place, and what its sources say."""
    head = ", ".join(part for part in (format_date(entry.when), entry.place) if part)
    return "\n".join(part for part in (entry.title, head, *claims(entry)) if part)


def claims(entry: Entry) -> list[str]:
    """What each source says of the date, a line each."""
    lines = []
    for one in entry.said:
        template = _("{source}: {date} (differs)") if one.differs else _("{source}: {date}")
        named = one.sources or (_("Without a source"),)
        lines += [template.format(source=source, date=format_date(one.when)) for source in named]
    return lines
