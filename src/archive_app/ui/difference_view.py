"""Two readings in one text: what was left out is struck through, what was put in is underlined."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from archive_app.core.differences import Kind, Piece
from archive_app.core.translation import _
from archive_app.ui import theme

_MOST = 4000
"""Of more differences only the first are shown at once."""
Run = tuple[str, Kind]


class DifferenceView(QTextEdit):
    """Shows differences; nothing can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        self._shown: tuple[object, ...] = ()
        self.places: list[int] = []
        """Where each difference begins, in UTF-16 units of what is shown."""
        theme.state.changed.connect(self._show)

    def show_differences(self, old: str, new: str, pieces: Sequence[Piece], around: int) -> None:
        """Show the new reading with the differences in it; of long unchanged stretches only `around` code points
        beside a difference."""
        self._shown = (old, new, tuple(pieces), around)
        self._show()

    def show_one(
        self, letters: str, quote: tuple[int, int], changed: Sequence[tuple[int, int]], kind: Kind
    ) -> None:
        """Show one reading in which a quotation stands out, and what in it is not in the other one."""
        self._shown = (letters, quote, tuple(changed), kind)
        self._show()

    def clear_differences(self) -> None:
        """Show nothing."""
        self._shown = ()
        self.clear()

    def _show(self) -> None:
        if not self._shown:
            return
        self.clear()
        cursor = self.textCursor()
        if isinstance(self._shown[1], str):
            self._write_pieces(cursor, *self._shown)  # type: ignore[arg-type]
        else:
            self._write_one(cursor, *self._shown)  # type: ignore[arg-type]
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def _write_pieces(
        self, cursor: QTextCursor, old: str, new: str, pieces: Sequence[Piece], around: int
    ) -> None:
        self.places = []
        for count, piece in enumerate(pieces):
            if piece.kind is not Kind.KEPT:
                self.places.append(cursor.position())
            if len(self.places) > _MOST:
                cursor.insertText(_("… and more"), _format(Kind.KEPT, muted=True))
                return
            for text, kind in _runs(old, new, piece, around, count == 0, count == len(pieces) - 1):
                cursor.insertText(text, _format(kind))

    def _write_one(
        self,
        cursor: QTextCursor,
        letters: str,
        quote: tuple[int, int],
        changed: Sequence[tuple[int, int]],
        kind: Kind,
    ) -> None:
        cuts = sorted({0, len(letters), *quote, *(place for span in changed for place in span)})
        for start, end in pairwise(cuts):
            is_changed = any(first <= start and end <= last for first, last in changed)
            is_quote = quote[0] <= start and end <= quote[1]
            cursor.insertText(
                letters[start:end],
                _format(kind if is_changed else Kind.KEPT, muted=not is_quote, chosen=is_quote),
            )


def _runs(old: str, new: str, piece: Piece, around: int, is_first: bool, is_last: bool) -> Iterator[Run]:
    """What of a piece is shown."""
    before, after = old[piece.old.start : piece.old.end], new[piece.new.start : piece.new.end]
    if piece.kind is Kind.KEPT:
        if len(after) > 2 * around + 40:
            head, tail = ("" if is_first else after[:around]), ("" if is_last else after[-around:])
            after = f"{head} … \n… {tail}" if head and tail else f"{head} …" if head else f"… {tail}"
        yield after, Kind.KEPT
        return
    if before:
        yield before.rstrip() if after else before, Kind.LEFT_OUT
        if after:
            yield " ", Kind.KEPT
    if after:
        yield after, Kind.PUT_IN


def _format(kind: Kind, *, muted: bool = False, chosen: bool = False) -> QTextCharFormat:
    colours = theme.colours()
    made = QTextCharFormat()
    made.setForeground(QColor(colours.muted if muted else colours.text))
    if chosen:
        made.setBackground(QColor(colours.chosen))
    if kind is Kind.LEFT_OUT:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(colours.danger))
        made.setBackground(QColor(colours.danger_back))
    elif kind is Kind.PUT_IN:
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(QColor(colours.done))
        made.setBackground(QColor(colours.done_back))
    return made
