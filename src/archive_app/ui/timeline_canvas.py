"""Lanes of events on an axis of time, painted at any scale and place."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archive_app.core.timeline import AFTER, BEFORE, Entry, Lane, Layout, Packer
from archive_app.core.timeline_drawing import AXIS_HEIGHT, draw
from archive_app.core.timeline_shapes import View
from archive_app.core.timescale import Scale, axis, fitting
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.timeline_painting import TimelinePainter, measure

MARGIN = 60.0
_LEAST_PART = 1 / 8
"""Of the width, which all events together take at least."""
_ALL = Scale(0.0, 1.0)


class TimelineCanvas(QAbstractScrollArea):
    """Shows lanes of events; what is above or below is scrolled, along the axis one moves without end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Timeline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.scale = _ALL
        self.chosen = ""
        """The event that is marked and that stays in place, "" for none."""
        self._packer = Packer((), headed=False)
        self._headed = False
        self._entries: list[Entry] = []
        self._bounds: tuple[float, float] | None = None
        self._is_fitted = True
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

    def sees_any(self) -> bool:
        """Whether the time of any event is in view."""
        first, last = self.seen()
        return any(
            extent.begins <= last and extent.ends >= first
            for entry in self._entries
            for extent in entry.extents
        )

    def is_fitted(self) -> bool:
        """Whether all events are in view, as large as possible."""
        return self._is_fitted

    def fit_all(self) -> None:
        """Show all events, as large as possible."""
        if self._bounds is not None:
            self.take(fitting(*self._bounds, self.viewport().width(), BEFORE, AFTER))
        self._is_fitted = True

    def show_time(self, begins: float, ends: float) -> None:
        """Show a stretch of time as large as possible."""
        self.take(fitting(begins, ends, self.viewport().width(), MARGIN, MARGIN))

    def show_middle(self, begins: float, ends: float) -> None:
        """Bring a stretch of time into the middle; it is shown larger or smaller only where it could not be seen."""
        length, width = (ends - begins) * self.scale.per_day, self.viewport().width()
        if not 4 <= length <= width - MARGIN:
            self.show_time(begins - (ends - begins) * 2, ends + (ends - begins) * 2)
            return
        self.take(Scale((begins + ends) / 2 - width / 2 / self.scale.per_day, self.scale.per_day))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show time so many times larger; what is at `x`, or else the chosen event or the middle, stays in place."""
        if x is None:
            x = self._place_to_keep()
        scale = self.scale.zoomed(factor, x)
        if self._bounds is not None:
            least = fitting(*self._bounds, self.viewport().width() * _LEAST_PART)
            if scale.per_day < least.per_day:
                scale = self.scale.zoomed(least.per_day / self.scale.per_day, x)
        self.take(scale)

    def move_by(self, pixels: float) -> None:
        """Go on in time by so many pixels."""
        self.take(self.scale.moved(pixels))

    def _place_to_keep(self) -> float:
        entry, width = self.entry(self.chosen), self.viewport().width()
        x = self.scale.x(entry.extents[0].begins) if entry else -1.0
        return x if 0 <= x <= width else width / 2

    def take(self, scale: Scale) -> None:
        """Show time at this scale and place; the chosen event stays at its height."""
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

    def view(self) -> View:
        """What is seen."""
        area = self.viewport()
        return View(self.scale, area.width(), area.height(), self.verticalScrollBar().value())

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        view = self.view()
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
            if self.hasFocus() and not self.chosen:  # nothing else shows where the keyboard is
                painter.setPen(theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))

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
