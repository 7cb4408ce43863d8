"""A sentence of a source with one place in it marked, as a card to be read."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from archive_app.ui import theme

_BEFORE, _BEHIND = 260, 420
"""Of a very long sentence so many letters are shown round the marked place."""


class PassageQuote(QLabel):
    """Shows letters of a source in the reading font; all of it is data, nothing in it is formatting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown = ("", 0, 0)
        theme.state.changed.connect(self._show)
        self._show()

    def show_passage(self, letters: str, start: int, end: int) -> None:
        """Show letters in which `[start, end)` stands out."""
        self._shown = (letters, start, end)
        self._show()

    def _show(self) -> None:
        letters, start, end = self._shown
        first, last = max(0, start - _BEFORE), min(len(letters), max(end, start) + _BEHIND)
        before = ("…" if first else "") + letters[first:start]
        behind = letters[end:last] + ("…" if last < len(letters) else "")
        self.setFont(theme.reading_font(11))
        shade, ink = theme.mark().name(), theme.colours().text
        self.setText(
            f"{escape(before)}"
            f'<span style="background-color:{shade};color:{ink};font-weight:600">{escape(letters[start:end])}</span>'
            f"{escape(behind)}"
        )
        self.setAccessibleName(letters[first:last])
