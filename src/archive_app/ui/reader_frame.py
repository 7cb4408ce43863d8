"""The frame of a reader: description, bars and text one under the other, and how the text looks in it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.reader_header import ReaderHeader
from archive_app.ui.reading_look import SIZES, ReadingLook
from archive_app.ui.reading_panel import ReadingPanel
from archive_app.ui.text_pane import TextPane


class ReaderFrame(QWidget):
    """Holds the parts; what is shown in them is in `ReaderPage`."""

    look_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: ReadingPanel | None = None
        self.header = ReaderHeader()
        self._strip = QFrame()
        self._strip.setObjectName("strip")
        self._strip.hide()
        self.pane = TextPane()
        self.empty = EmptyState("book")
        self._bars = QVBoxLayout()
        """What stands between the description and the text."""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.pane)
        self.setAccessibleName(_("Source"))
        theme.state.changed.connect(self.pane.take_up_look)
        self.header.look.clicked.connect(self.open_panel)
        self.pane.zoomed.connect(self.zoom)

    def _page(self) -> QWidget:
        page = QFrame()
        page.setObjectName("page")
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._strip, self.header, line):
            column.addWidget(part)
        column.addLayout(self._bars)
        column.addWidget(self.pane, 1)
        return page

    def show_active(self, is_active: bool, *, is_divided: bool) -> None:
        """Say whether this is the one of two readers that the rest of the window speaks of."""
        self._strip.setVisible(is_divided)
        self._strip.setProperty("on", is_active)
        self._strip.style().polish(self._strip)

    # How it looks

    @property
    def look(self) -> ReadingLook:
        """How the text looks."""
        return self.pane.text_layout.look

    @property
    def reading_size(self) -> float:
        """The size of letters in points."""
        return self.look.points

    def set_look(self, look: ReadingLook) -> None:
        """Let the text look like this from now on."""
        if look != self.look:
            self.pane.set_look(look)
            self.look_changed.emit(look)

    def set_reading_size(self, points: float) -> None:
        """Set the size of letters, within what can be read."""
        self.set_look(replace(self.look, points=float(max(SIZES[0], min(SIZES[-1], points)))))

    def zoom(self, step: int) -> None:
        """Make letters larger (1) or smaller (-1)."""
        size = self.reading_size
        others = [other for other in SIZES if (other > size if step > 0 else other < size)]
        if others:
            self.set_reading_size(others[0] if step > 0 else others[-1])

    def open_panel(self) -> None:
        """Let the person choose how texts look."""
        if self._panel is None:
            self._panel = ReadingPanel(self)
            self._panel.changed.connect(self.set_look)
        self._panel.open_below(self.header.look, self.look)
