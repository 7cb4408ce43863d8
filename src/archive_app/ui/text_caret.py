"""The caret on the page: where it may stand, and what is selected with it. Positions are UTF-16 units."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from archive_app.ui.text_layout import TextLayout

_MOST_CUT_OFF = 3
"""Lines."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveMode.MoveAnchor


class TextCaret:
    """Keeps the caret where it can be seen, and selects places of the text."""

    def __init__(self, edit: QPlainTextEdit, layout: TextLayout) -> None:
        self._edit = edit
        self._layout = layout

    def selected(self) -> tuple[int, int] | None:
        """What is selected."""
        cursor = self._edit.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def letters(self) -> str:
        """The letters that are selected, as they stand in the archive."""
        return self._edit.textCursor().selectedText().replace("\u2029", "\n")

    def put(self, start: int, end: int | None = None) -> None:
        """Put the caret to a place, or select as far as `end`, within the text."""
        cursor, last = self._edit.textCursor(), self._edit.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        if end is not None:
            cursor.setPosition(min(end, last), _KEEP)
        self._edit.setTextCursor(cursor)

    def select_passage(self, unit: int) -> None:
        """Select the whole passage at a unit."""
        outline = self._layout.outline
        index = outline.index_at(unit)
        if index >= 0:
            self.put(outline.starts[index], outline.ends[index])

    def settle(self, before: int) -> None:
        """A key may have moved the caret from `before`: let it stand on a line, and that line be seen."""
        cursor = self._edit.textCursor()
        if not cursor.block().isVisible():
            self._leave_blank(cursor, forward=cursor.position() >= before)
        if self._edit.textCursor().position() != before:
            self._show()

    def _leave_blank(self, cursor: QTextCursor, forward: bool) -> None:
        """The caret never stays in a blank line, which is not shown; at the ends of the text it turns round."""
        for onward in (forward, not forward):
            block = cursor.block()
            while block.isValid() and not block.isVisible():
                block = block.next() if onward else block.previous()
            if block.isValid():
                mode = _KEEP if cursor.anchor() != cursor.position() else _MOVE
                cursor.setPosition(block.position() + (0 if onward else block.length() - 1), mode)
                self._edit.setTextCursor(cursor)
                self._edit.ensureCursorVisible()
                return

    def _show(self) -> None:
        """Scroll on where the caret is cut off at the bottom: Qt does not know how far apart the lines are."""
        edit = self._edit
        bar, room = edit.verticalScrollBar(), edit.viewport().height()
        for _line in range(_MOST_CUT_OFF):
            caret = edit.cursorRect()
            if room <= caret.bottom() < room + _MOST_CUT_OFF * caret.height():
                bar.setValue(bar.value() + 1)
