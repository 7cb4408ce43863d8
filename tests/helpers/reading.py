"""What tests of the reading desk do again and again."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from archive_app.ui.reader_view import ReaderView


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le")) // 2


def place(reader: ReaderView, words: str) -> int:
    """Where some words begin, in units."""
    letters = reader.pane.toPlainText()
    return units(letters[: letters.index(words)])


def put_caret(reader: ReaderView, words: str, offset: int = 0) -> None:
    """Put the caret before some words, or some units further."""
    cursor = reader.pane.textCursor()
    cursor.setPosition(place(reader, words) + offset)
    reader.pane.setTextCursor(cursor)


def select(reader: ReaderView, words: str) -> None:
    """Select some words."""
    cursor = reader.pane.textCursor()
    cursor.setPosition(place(reader, words))
    cursor.setPosition(place(reader, words) + units(words), QTextCursor.MoveMode.KeepAnchor)
    reader.pane.setTextCursor(cursor)


def point_of(reader: ReaderView, words: str) -> QPoint:
    """A point at the left edge of some words, in the middle of their line."""
    cursor = reader.pane.textCursor()
    cursor.setPosition(place(reader, words))
    return reader.pane.cursorRect(cursor).center()
