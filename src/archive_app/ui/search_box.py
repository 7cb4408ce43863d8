"""Where a person types what to look for."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from archive_app.core.translation import _
from archive_app.ui import icons, theme

_REST_MS = 80
"""So long after the last key what was typed is searched for."""
_LEAST_LETTERS = 2
"""A single letter is searched for with Enter only."""


class SearchBox(QLineEdit):
    """`typed` carries the words when the person rests, `entered` when they press Enter; `memory_wanted` asks for
    what was searched for before, `escaped` gives the room of the results back to the library."""

    typed = Signal(str)
    entered = Signal(str)
    escaped = Signal()
    memory_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search sources, notes, photos and events in either script (Ctrl+F)"))
        self.setAccessibleName(_("Search the archive"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        self.setMaximumWidth(720)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.help_action = self.addAction(icons.icon("help"), QLineEdit.ActionPosition.TrailingPosition)
        self.help_action.setToolTip(_("How to search (F1)"))
        self.help_action.triggered.connect(self.help_wanted)
        self.memory_action = self.addAction(icons.icon("clock"), QLineEdit.ActionPosition.TrailingPosition)
        self.memory_action.setToolTip(_("Saved and recent searches (Down in the empty box)"))
        self.memory_action.triggered.connect(self.memory_wanted)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)
        theme.state.changed.connect(self._paint)
        self._paint()

    def set_query(self, query: str) -> None:
        """Show a query that was not typed here, without searching for it."""
        self._rest.stop()
        if query != self.text().strip():
            self.setText(query)

    def clear(self) -> None:
        """Take the words out without searching."""
        self._rest.stop()
        super().clear()

    def _on_edited(self) -> None:
        self._rest.start()

    def _on_rested(self) -> None:
        query = self.text().strip()
        if not query or len(query) >= _LEAST_LETTERS:
            self.typed.emit(query)

    def _on_return(self) -> None:
        self._rest.stop()
        query = self.text().strip()
        if query:
            self.entered.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down and not self.text():
            self.memory_wanted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._on_rested()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        muted = theme.colours().muted
        self._icon.setIcon(icons.icon("search", muted))
        self.memory_action.setIcon(icons.icon("clock", muted))
        self.help_action.setIcon(icons.icon("help", muted))
