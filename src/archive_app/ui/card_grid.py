"""Cards side by side, as many in a row as there is room for, those of one row equally high."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

_LEAST_WIDTH = 280


class CardGrid(QWidget):
    """A grid whose number of columns follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Cards that need more room than there is must not make the page wider than the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add_card(self, card: QWidget) -> None:
        """Put a card behind the others."""
        self._cards.append(card)
        if self._columns == self._wanted_columns():
            self._place(len(self._cards) - 1)
        else:
            self._arrange()

    def replace_card(self, old: QWidget, new: QWidget) -> None:
        """Put a card where another one was, which is deleted."""
        self._cards[self._cards.index(old)] = new
        self._grid.replaceWidget(old, new)
        old.hide()
        old.deleteLater()

    def clear(self) -> None:
        """Delete all cards."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = self._wanted_columns()
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place in range(len(self._cards)):
            self._place(place)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _wanted_columns(self) -> int:
        return max(1, min(3, self.width() // _LEAST_WIDTH, len(self._cards)))

    def _place(self, place: int) -> None:
        self._grid.addWidget(self._cards[place], place // self._columns, place % self._columns)
