"""The results themselves: the list of hits or the concordance, with the filters beside or above them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from archive_app.core.hits import Hit, Line
from archive_app.ui.concordance_view import ConcordanceView
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.facet_view import FacetView
from archive_app.ui.hit_list import HitList

_WIDE = 620
"""From this width on, in pixels, the filters stand beside the results and not above them."""
_FILTERS = (190, 240)
"""The width of the filters beside the results, and their height above them."""
_STALE_AFTER_MS = 250


class ResultsView(QWidget):
    """Shows one of: list, concordance, or why there is nothing. `hit_activated` and `line_activated` tell what the
    person opened."""

    hit_activated = Signal(object)
    line_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = HitList()
        self.lines = ConcordanceView()
        self.facets = FacetView()
        self.empty = EmptyState("search")
        self.in_lines = False
        """Whether the concordance is shown where there is something to show."""
        self._stack = QStackedWidget()
        for page in (self.list, self.lines, self.empty):
            self._stack.addWidget(page)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.facets)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self.facets.hide()
        self._filters_wanted = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_STALE_AFTER_MS)
        self._stale.timeout.connect(self._on_stale)
        self.list.hit_activated.connect(self.hit_activated)
        self.lines.line_activated.connect(self.line_activated)
        self.facets.escaped.connect(self.take_keyboard)

    # What is shown

    def show_found(self) -> None:
        """Show the list or the concordance."""
        self._stale.stop()
        self._set_stale(False)
        self._stack.setCurrentWidget(self.lines if self.in_lines else self.list)
        self._fit_filters()

    def show_hint(self, title: str, text: str, button: str = "") -> None:
        """Show why there is nothing, and what to do."""
        self._stale.stop()
        self._set_stale(False)
        self.empty.show_hint(title, text, button)
        self._stack.setCurrentWidget(self.empty)
        self._fit_filters()

    def has_rows(self) -> bool:
        """Whether hits or lines are shown."""
        return self._stack.currentWidget() is not self.empty

    def await_answer(self) -> None:
        """Mark what is shown as the answer to an older question, unless the new one comes at once."""
        self._stale.start()

    def mark_stale(self) -> None:
        """Mark what is shown as the answer to an older question."""
        self._stale.stop()
        self._set_stale(True)

    def _on_stale(self) -> None:
        self._set_stale(True)

    def _set_stale(self, stale: bool) -> None:
        self.list.set_stale(stale)
        self.lines.set_stale(stale)

    def set_in_lines(self, in_lines: bool) -> None:
        """Show the concordance in the place of the list, or the other way round."""
        had_keyboard = self.list.hasFocus() or self.lines.hasFocus()
        self.in_lines = in_lines
        if self.has_rows():
            self._stack.setCurrentWidget(self.lines if in_lines else self.list)
        if had_keyboard:
            self.take_keyboard()

    def show_filters(self, shown: bool) -> None:
        """Show or hide the filters."""
        had_keyboard = self.facets.hasFocus()
        self._filters_wanted = shown
        self._fit_filters()
        if shown:
            self._share()
        elif had_keyboard:
            self.take_keyboard()

    def _fit_filters(self) -> None:
        """Where there is nothing to narrow, and nothing narrowed, the filters would be empty."""
        useful = self.has_rows() or bool(self.facets.facets.narrowed)
        self.facets.setVisible(self._filters_wanted and useful)

    def _share(self) -> None:
        """Give the filters their usual room."""
        beside = self._split.orientation() == Qt.Orientation.Horizontal
        whole = self._split.width() if beside else self._split.height()
        room = _FILTERS[0] if beside else min(_FILTERS[1], whole // 2)
        self._split.setSizes([room, max(whole - room, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = Qt.Orientation.Horizontal if self.width() >= _WIDE else Qt.Orientation.Vertical
        if side != self._split.orientation():
            self._split.setOrientation(side)
            self._share()

    # Going through the results

    def take_keyboard(self) -> None:
        """Put the keyboard into the results, on the first of them where none was gone to."""
        shown = self._stack.currentWidget() or self.list
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) result."""
        (self.lines if self.in_lines else self.list).step(step)

    def activate(self) -> bool:
        """Open the result that was gone to, or the first one; False where there is none."""
        if not self.has_rows():
            return False
        if self.current() is None:
            self.step(1)
        found = self.current()
        if isinstance(found, Hit):
            self.hit_activated.emit(found)
        elif isinstance(found, Line):
            self.line_activated.emit(found)
        return found is not None

    def current(self) -> Hit | Line | None:
        """The hit or line that was gone to."""
        return self.lines.current_line() if self.in_lines else self.list.current_hit()
