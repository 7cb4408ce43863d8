"""Where in a text a person is reading: what stands at the top of the view, and the caret."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit

from archive_app.ui.positions import Positions
from archive_app.ui.text_geometry import scroll_to_unit
from archive_app.ui.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Place:
    """In code points of the text, so that it is the same place in either script."""

    top: int
    caret: int


def place_in(pane: QPlainTextEdit, positions: Positions) -> Place:
    """Where the person is."""
    to_point = positions.to_point
    return Place(to_point(_first_in_view(pane)), to_point(pane.textCursor().position()))


def go_to_place(pane: TextPane, positions: Positions, place: Place) -> None:
    """Show this place as it was; the nearest one where the text is shorter now."""
    last = pane.document().characterCount() - 1
    top, caret = (min(positions.to_units(point), last) for point in (place.top, place.caret))
    cursor = pane.textCursor()
    cursor.setPosition(caret)
    pane.setTextCursor(cursor)
    scroll_to_unit(pane, top)
    pane.estimate.hold()


def is_in_view(pane: QPlainTextEdit, positions: Positions, point: int) -> bool:
    """Whether this code point of the text can be seen."""
    last = pane.cursorForPosition(pane.viewport().rect().bottomRight()).position()
    return _first_in_view(pane) <= positions.to_units(point) <= last


def _first_in_view(pane: QPlainTextEdit) -> int:
    return pane.cursorForPosition(QPoint(0, 2)).position()
