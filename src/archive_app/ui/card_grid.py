"""Cards side by side, as many in a row as there is room for, those of one row equally high."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_LEAST_WIDTH, _MOST_COLUMNS, _GAP = 280, 3, 16


class CardGrid(QWidget):
    """A grid whose number of columns follows its width.

    Its cards are placed here and in no layout of Qt's, which would measure all of them again for each new one: with
    200 cards that took a quarter of a second.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Cards that need more room than there is must not make the page wider than the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cards: list[QWidget] = []
        self._heights: dict[QWidget, int] = {}
        """How high each card would be alone, with the present width."""
        self._laid_out = (0, 0)
        """The number of columns and the width of a card, for which the heights are."""

    def add_card(self, card: QWidget) -> None:
        """Put a card behind the others."""
        self._take(card)
        self._cards.append(card)
        self._arrange(len(self._cards) - 1)

    def replace_card(self, old: QWidget, new: QWidget) -> None:
        """Put a card where another one was, which is deleted."""
        place = self._cards.index(old)
        self._take(new)
        self._cards[place] = new
        self._drop(old)
        self._arrange(place)

    def clear(self) -> None:
        """Delete all cards."""
        for card in self._cards:
            self._drop(card)
        self._cards = []
        self._arrange(0)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.minimumHeight())

    def _take(self, card: QWidget) -> None:
        card.setParent(self)
        card.installEventFilter(self)
        card.setVisible(True)

    def _drop(self, card: QWidget) -> None:
        card.removeEventFilter(self)
        self._heights.pop(card, None)
        card.hide()
        card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self._heights.pop(watched, None)
            self._arrange(self._cards.index(watched))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(0)

    def _arrange(self, changed: int) -> None:
        """Place all cards from the row of the one at the place `changed` on."""
        columns = max(1, min(_MOST_COLUMNS, self.width() // _LEAST_WIDTH, len(self._cards)))
        width = max((self.width() - (columns - 1) * _GAP) // columns, 1)
        if (columns, width) != self._laid_out:
            self._laid_out = columns, width
            self._heights.clear()
            changed = 0
        row = min(changed, max(len(self._cards) - 1, 0)) // columns
        top = self._cards[row * columns - 1].geometry().bottom() + 1 + _GAP if row else 0
        for first in range(row * columns, len(self._cards), columns):
            cards = self._cards[first : first + columns]
            height = max(self._height(card, width) for card in cards)
            for column, card in enumerate(cards):
                card.setGeometry(column * (width + _GAP), top, width, height)
            top += height + _GAP
        self.setFixedHeight(max(top - _GAP, 0))

    def _height(self, card: QWidget, width: int) -> int:
        if card not in self._heights:
            follows = card.hasHeightForWidth()
            self._heights[card] = card.heightForWidth(width) if follows else card.sizeHint().height()
        return self._heights[card]
