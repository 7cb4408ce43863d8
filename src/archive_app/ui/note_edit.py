"""A note that saves itself: in every pause of writing, now and then without one, and when the person turns away."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from archive_app.ui import theme
from archive_app.ui.plain_text import letters_of

SAVE_AFTER_MS = 600
SAVE_AT_LATEST_MS = 5000
"""Who writes without a pause loses no more than this when the power goes."""
_LEAST_LINES, _MOST_LINES = 3, 14


class NoteEdit(QPlainTextEdit):
    """A text field. `wanted` carries the words to be saved; `resized` tells that it needs more or less room."""

    wanted = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        self.setFont(theme.interface_font())
        self._saved = ""
        self._saving = 0
        self._lines = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(SAVE_AT_LATEST_MS)
        self._latest.timeout.connect(self.flush)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def is_changed(self) -> bool:
        """Whether there are words that the archive does not have yet."""
        return letters_of(self).strip() != self._saved.strip()

    def show_note(self, note: str, draft: str | None = None) -> None:
        """Show another record's note, or its draft that could not be saved."""
        self._stop_waiting()
        self._saving = 0
        self._saved = note
        self._set(note if draft is None else draft)

    def take_up(self, note: str) -> None:
        """The note was changed elsewhere: show it, unless the person is in the middle of writing."""
        if self._saving:
            return
        if not self.is_changed() and note.strip() != letters_of(self).strip():
            self._saved = note
            self._set(note)
        elif note.strip() == letters_of(self).strip():
            self._saved = note

    def flush(self) -> None:
        """Save now what is not saved."""
        self._stop_waiting()
        if self.is_changed():
            self._saved = letters_of(self)
            self._saving += 1
            self.wanted.emit(self._saved)

    def saved(self) -> None:
        """What was wanted is in the archive, or has failed for good."""
        self._saving = max(0, self._saving - 1)

    def _set(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._stop_waiting()
        self._fit()

    def _on_typed(self) -> None:
        self._timer.start()
        if not self._latest.isActive():
            self._latest.start()

    def _stop_waiting(self) -> None:
        self._timer.stop()
        self._latest.stop()

    def _fit(self) -> None:
        """As high as its lines, within limits."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, self.document().lineCount()))
        if lines != self._lines:
            self._lines = lines
            self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)
            self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()
