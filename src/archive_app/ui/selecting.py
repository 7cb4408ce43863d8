"""Selecting in the text by word, sentence and passage, by key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from archive_app.core.spans import Span
from archive_app.services.selecting import Unit, edge, grown, shrunk

if TYPE_CHECKING:
    from archive_app.services.sources import Reading
    from archive_app.ui.reader_view import ReaderView

_KEEP = QTextCursor.MoveMode.KeepAnchor


class Selecting(QObject):
    """What the keys for selecting do in one reader."""

    def __init__(self, reader: "ReaderView") -> None:
        super().__init__(reader)
        self._reader = reader
        self._origin = 0
        """Where the person was when the selection began to grow."""
        self._last: Span | None = None

    def grow(self) -> None:
        """Select the word at the caret, then its sentence, its passage, and more passages."""
        reading, span = self._reader.reading, self._current()
        if reading is not None:
            self._select(grown(reading, span))

    def shrink(self) -> None:
        """Take back a step of growing."""
        reading, span = self._reader.reading, self._current()
        if reading is not None and span:
            self._select(shrunk(reading, span, self._origin))

    def extend_by_sentence(self, step: int) -> None:
        """Move the end of the selection that the caret is at to the next end of a sentence (1) or beginning (-1)."""
        self._extend(Unit.SENTENCE, step)

    def extend_by_passage(self, step: int) -> None:
        """The same by whole passages."""
        self._extend(Unit.PASSAGE, step)

    def _current(self) -> Span:
        """What is selected, empty where only the caret is; begins anew where the person has moved since."""
        reader = self._reader
        caret = reader.pane.positions.to_point(reader.pane.textCursor().position())
        span = reader.selection() or Span(caret, caret)
        if span != self._last:
            self._origin = span.start
        return span

    def _select(self, span: Span) -> None:
        """Select a span without moving the text; what the person looks at stays where it is."""
        reader, bar = self._reader, self._reader.pane.verticalScrollBar()
        before = bar.value()
        cursor = reader.pane.textCursor()
        cursor.setPosition(reader.pane.positions.to_units(span.start))
        cursor.setPosition(reader.pane.positions.to_units(span.end), _KEEP)
        reader.pane.setTextCursor(cursor)
        bar.setValue(before)
        self._last = span
        self._settle()

    def _extend(self, unit: Unit, step: int) -> None:
        reader = self._reader
        reading: Reading | None = reader.reading
        if reading is None:
            return
        cursor = reader.pane.textCursor()
        place = edge(reading, reader.pane.positions.to_point(cursor.position()), unit, step)
        cursor.setPosition(reader.pane.positions.to_units(place), _KEEP)
        reader.pane.setTextCursor(cursor)
        self._settle()

    def _settle(self) -> None:
        self._reader.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reader.pane.settled.emit()
