"""Where in a text a person is reading: what stands at the top of the view, and the caret."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit


@dataclass(frozen=True, slots=True)
class Place:
    """In UTF-16 units of the text that is shown."""

    top: int
    caret: int


def place_in(pane: QPlainTextEdit) -> Place:
    """Where the person is."""
    return Place(pane.cursorForPosition(QPoint(0, 2)).position(), pane.textCursor().position())


def go_to_place(pane: QPlainTextEdit, place: Place) -> None:
    """Show this place as it was; the nearest one where the text is shorter now."""
    last = pane.document().characterCount() - 1
    cursor = pane.textCursor()
    cursor.setPosition(min(place.caret, last))
    pane.setTextCursor(cursor)
    block = pane.document().findBlock(min(place.top, last))
    bar = pane.verticalScrollBar()
    bar.setValue(block.firstLineNumber())
    line = block.layout().lineForTextPosition(min(place.top, last) - block.position())
    if line.isValid():  # lines are known once the paragraph is in view
        bar.setValue(block.firstLineNumber() + line.lineNumber())


def is_in_view(pane: QPlainTextEdit, unit: int) -> bool:
    """Whether this unit of the text can be seen."""
    first = pane.cursorForPosition(QPoint(0, 2)).position()
    last = pane.cursorForPosition(pane.viewport().rect().bottomRight()).position()
    return first <= unit <= last
