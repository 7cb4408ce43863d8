"""What goes along when the text on the reading desk is shown in another script."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from archive_app.ui.highlights import Marks
from archive_app.ui.positions import Positions
from archive_app.ui.reading_place import go_to_place, place_in
from archive_app.ui.text_painting import Shown
from archive_app.ui.text_pane import TextPane

Units = tuple[int, int]


class Belongings:
    """The place that is read, what is selected, and what is drawn, taken before the letters change."""

    def __init__(self, pane: TextPane) -> None:
        positions = pane.positions
        cursor = pane.textCursor()
        self._pane = pane
        self._before = positions
        self._place = place_in(pane, positions)
        self._selected = positions.span(cursor.anchor(), cursor.position())
        self._is_backwards = cursor.anchor() > cursor.position()
        self._shown = pane.shown
        self.marks = pane.shown.marks
        self.notes = pane.notes

    def put_back(self) -> None:
        """Put them on the other letters; the marks of annotations come from elsewhere."""
        positions = self._pane.positions
        self._pane.shown = self._carried(positions)
        go_to_place(self._pane, positions, self._place)
        if len(self._selected):
            start, end = positions.units_of(self._selected.start, self._selected.end)
            cursor = self._pane.textCursor()
            cursor.setPosition(end if self._is_backwards else start)
            cursor.setPosition(start if self._is_backwards else end, QTextCursor.MoveMode.KeepAnchor)
            self._pane.setTextCursor(cursor)

    def _carried(self, after: Positions) -> Shown:
        def moved(spans: Iterable[Units]) -> list[Units]:
            stored = (self._before.span(start, end) for start, end in spans)
            return [after.units_of(span.start, span.end) for span in stored]

        shown = self._shown
        return replace(
            shown,
            marks=Marks(),
            found=moved(shown.found),
            also_found=moved(shown.also_found),
            places=moved(shown.places),
            dates=moved(shown.dates),
            target=moved([shown.target])[0] if shown.target else None,
        )
