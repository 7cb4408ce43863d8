"""Where in a text a person is reading: what stands at the top of the view, and the caret."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit

from archive_app.services.sources import Reading
from archive_app.ui.positions import Positions
from archive_app.ui.reading_places import ReadingPlaces, left_off, place_again
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


def _first_in_view(pane: QPlainTextEdit) -> int:
    return pane.cursorForPosition(QPoint(0, 2)).position()


class Whereabouts:
    """Where the person is in the text of one reader, now and the next time."""

    def __init__(self, pane: TextPane, kept: ReadingPlaces) -> None:
        self._pane = pane
        self._kept = kept

    def place(self) -> Place:
        """Where the person is reading."""
        return place_in(self._pane, self._pane.positions)

    def go_to(self, place: Place) -> None:
        """Show a place as it was."""
        go_to_place(self._pane, self._pane.positions, place)

    def is_in_view(self, point: int) -> bool:
        """Whether a code point of the text can be seen."""
        pane = self._pane
        last = pane.cursorForPosition(pane.viewport().rect().bottomRight()).position()
        return _first_in_view(pane) <= pane.positions.to_units(point) <= last

    def keep(self, reading: Reading | None) -> None:
        """Keep where the person is in this text, for the next time it is shown."""
        if reading is not None:
            here = self.place()
            left = left_off(reading.text.id, reading.letters, here.top, here.caret)
            self._kept.keep(reading.source.id, left)
            self._kept.save()

    def return_to(self, reading: Reading) -> None:
        """Show this text where the person left off reading it."""
        left = self._kept.find(reading.source.id)
        if left is not None:
            self.go_to(Place(*place_again(left, reading.text.id, reading.letters)))
