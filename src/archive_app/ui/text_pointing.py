"""What the mouse or the caret points at on the page: annotations and captions, and what a click on them does."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QToolTip

from archive_app.core.records import PassageKind
from archive_app.core.translation import _
from archive_app.ui.plain_text import tip

if TYPE_CHECKING:  # the page that it works for
    from archive_app.ui.highlights import Mark
    from archive_app.ui.text_pane import TextPane


class TextPointing:
    """Tells the page's signals `mark_clicked`, `plain_clicked` and `photo_clicked`."""

    def __init__(self, pane: "TextPane") -> None:
        self._pane = pane
        self._pressed_at: QPointF | None = None
        self._double_clicked_at = -1_000_000

    def _marks_at(self, point: QPointF) -> "list[Mark]":
        return self._pane.places.marks_at(self._pane.shown.marks, point)

    # By mouse

    def press(self, point: QPointF, button: Qt.MouseButton) -> bool:
        """A button goes down; return whether that has opened a photo, so that nothing is to be selected."""
        caption = self._pane.places.caption_at(point)
        opens = caption is not None and button == Qt.MouseButton.LeftButton
        self._pressed_at = None if opens else point
        if opens:
            self._pane.photo_clicked.emit(caption)
        return opens

    def double_click(self, point: QPointF, timestamp: int) -> None:
        """A button goes down for the second time."""
        self._pressed_at = point
        self._double_clicked_at = timestamp

    def is_third(self, button: Qt.MouseButton, timestamp: int) -> bool:
        """Whether a button goes down for the third time in a row."""
        interval = QApplication.doubleClickInterval()
        return button == Qt.MouseButton.LeftButton and timestamp - self._double_clicked_at < interval

    def release(self, point: QPointF, button: Qt.MouseButton) -> bool:
        """The button goes up; return whether the person was selecting or clicking."""
        pressed, self._pressed_at = self._pressed_at, None
        if button != Qt.MouseButton.LeftButton or pressed is None:
            return False
        moved = (point - pressed).manhattanLength() >= QApplication.startDragDistance()
        if not moved and not self._pane.textCursor().hasSelection():
            self._click(point)
        return True

    def _click(self, point: QPointF) -> None:
        marks = self._marks_at(point)
        if marks:
            self._choose(marks)
        else:
            self._pane.plain_clicked.emit()

    def _choose(self, marks: "list[Mark]") -> None:
        """Choose the first of overlapping marks; a further click takes the next."""
        ids, chosen = [mark.id for mark in marks], self._pane.shown.chosen
        place = ids.index(chosen) + 1 if chosen in ids else 0
        self._pane.mark_clicked.emit(ids[place % len(ids)])

    def hover(self, point: QPointF) -> None:
        """The mouse is over this point."""
        marks, places = self._marks_at(point), self._pane.places
        self._point_at(marks[0].id if marks else self._at_caret())
        on_sign = places.caption_at(point) is not None or (bool(marks) and places.is_beside_text(point))
        shape = Qt.CursorShape.PointingHandCursor if on_sign else Qt.CursorShape.IBeamCursor
        self._pane.viewport().setCursor(shape)

    def show_tip(self, at: QPoint, where: QPoint) -> None:
        """Show what is noted at a point of the page, beside `where` on the screen."""
        point, viewport = QPointF(at), self._pane.viewport()
        if self._pane.places.caption_at(point) is not None:
            QToolTip.showText(where, _("Open the photo"), viewport)
            return
        notes = [self._pane.notes.get(mark.id, "") for mark in self._marks_at(point)]
        lines = [escape(note).replace("\n", "<br>") for note in notes if note]
        if lines:
            QToolTip.showText(where, "".join(f"<p>{line}</p>" for line in lines), viewport)
        else:
            unit = self._pane.places.unit_at(point)
            words = "" if unit is None else self._pane.shown.date_words(unit)
            QToolTip.showText(where, tip(words), viewport)

    # By caret

    def follow_caret(self) -> None:
        """Point at what the caret is on."""
        self._point_at(self._at_caret())

    def _at_caret(self) -> str | None:
        """The shortest mark at the caret, while the person uses the keyboard here."""
        if not self._pane.hasFocus() or self._pane.textCursor().hasSelection():
            return None
        marks = self._pane.shown.marks.at(self._pane.textCursor().position())
        return marks[0].id if marks else None

    def _point_at(self, mark_id: str | None) -> None:
        """Show how far a mark goes, and that it is told from those it overlaps."""
        if mark_id != self._pane.shown.pointed:
            self._pane.shown.pointed = mark_id
            self._pane.viewport().update()

    def open_at(self, unit: int) -> None:
        """What a click does, by key: choose the annotation at the caret, or open the photo of a caption."""
        marks = self._pane.shown.marks.at(unit)
        piece = self._pane.text_layout.piece_at(unit)
        if marks:
            self._choose(marks)
        elif piece and piece.passage.kind is PassageKind.CAPTION:
            self._pane.photo_clicked.emit(piece.passage.ordinal)
