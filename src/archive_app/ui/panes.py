"""The three panes of the workspace side by side, with their widths."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

_LEAST = (210, 430, 240)
_WIDTHS = (270, 660, 350)
_RESULTS_WIDTH = 330


class Panes(QSplitter):
    """Left, middle and right; the middle one takes what the window gains or loses."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in zip((left, middle, right), _LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self._left_before = 0

    def restore(self, state: QByteArray | None) -> None:
        """Take the widths of the last time, or the usual ones."""
        if state is None or not self.restoreState(state):
            self.setSizes(list(_WIDTHS))

    def make_room_for_results(self) -> None:
        """Widen the left pane: results need more room than titles."""
        self._left_before = self.sizes()[0]
        self._set_left(max(self._left_before, _RESULTS_WIDTH))

    def give_room_back(self) -> None:
        """Make the left pane as wide as it was before the results."""
        self._set_left(self._left_before)

    def _set_left(self, width: int) -> None:
        """The middle pane gives or takes the difference, as far as it can."""
        left, middle, *rest = self.sizes()
        more = min(width - left, middle - _LEAST[1])
        self.setSizes([left + more, middle - more, *rest])
