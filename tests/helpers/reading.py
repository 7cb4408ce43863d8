"""What tests of the reading desk do again and again."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from archive_app.ui.reader_view import ReaderView
from archive_app.ui.text_geometry import LineEstimate
from archive_app.ui.text_pane import TextPane


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


def select(reader: ReaderView, words: str, *, backwards: bool = False) -> None:
    """Select some words."""
    ends = place(reader, words), place(reader, words) + units(words)
    cursor = reader.pane.textCursor()
    cursor.setPosition(ends[backwards])
    cursor.setPosition(ends[not backwards], QTextCursor.MoveMode.KeepAnchor)
    reader.pane.setTextCursor(cursor)


def words_at(reader: ReaderView, span: tuple[int, int]) -> str:
    """The words that are shown between two units."""
    cursor = QTextCursor(reader.pane.document())
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def point_of(reader: ReaderView, words: str) -> QPoint:
    """A point at the left edge of some words, in the middle of their line."""
    cursor = reader.pane.textCursor()
    cursor.setPosition(place(reader, words))
    return reader.pane.cursorRect(cursor).center()


def wait_for_lines(qtbot: QtBot, *panes: TextPane) -> None:
    """Wait until all lines of texts are counted, so that nothing moves by itself any more."""
    for pane in panes:
        qtbot.waitUntil(pane.findChildren(LineEstimate)[0].is_done)
