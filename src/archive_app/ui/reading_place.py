"""Where in a text a person is reading: what stands at the top of the view, and the caret."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit

from archive_app.ui.text_geometry import scroll_to_unit


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
    scroll_to_unit(pane, place.top)


def is_in_view(pane: QPlainTextEdit, unit: int) -> bool:
    """Whether this unit of the text can be seen."""
    first = pane.cursorForPosition(QPoint(0, 2)).position()
    last = pane.cursorForPosition(pane.viewport().rect().bottomRight()).position()
    return first <= unit <= last
