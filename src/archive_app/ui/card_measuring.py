"""Working out the heights of thousands of cards in portions: the list asks for all of them at once."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.services.annotating import Annotated
from archive_app.ui.annotation_cards import CardDelegate

_AT_ONCE = 200
"""Of so many new cards the heights are worked out without more ado."""
_PORTION_SECONDS = 0.008


class CardMeasuring(QObject):
    """`measured` carries the rows whose heights are known now; only the newest ones that were asked for."""

    measured = Signal(object)

    def __init__(self, delegate: CardDelegate, parent: QObject) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._rows: Sequence[Annotated] = ()
        self._left: list[Annotated] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, rows: Sequence[Annotated]) -> None:
        """Measure the cards of these rows, as far as they are not known; rows that were asked for before are void."""
        self._rows = rows
        self._left = [one for one in rows if not self._delegate.is_measured(one)]
        if len(self._left) > _AT_ONCE:
            self._timer.start()
        else:
            self._end()

    def _go_on(self) -> None:
        until = time.perf_counter() + _PORTION_SECONDS
        while self._left and time.perf_counter() < until:
            self._delegate.measure(self._left.pop())
        if not self._left:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        rows, self._rows = self._rows, ()
        self.measured.emit(rows)
