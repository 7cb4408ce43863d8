"""What a scroll area shows: exactly as high as its words are at the width that they have."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledPage(QWidget):
    """A page of words that wrap.

    Qt takes the least height of such a page from words as narrow as they may be, which left a screen of nothing below
    a long page; the height that follows from its width is all that counts.
    """

    def minimumSizeHint(self) -> QSize:
        layout, least = self.layout(), super().minimumSizeHint()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least
