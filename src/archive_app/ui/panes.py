"""The three panes of the workspace side by side, with their widths."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

_LEAST = (210, 430, 240)
_WIDTHS = (270, 660, 350)
_RESULTS_WIDTH = 384
_ROOMY = 1700
"""From this width on, in pixels, there is room for the right pane beside a concordance."""


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
        self._right = right
        self._is_right_wanted = True
        self._is_right_allowed = True
        self._is_right_wanted_beside_lines = False
        self._is_wide = False
        self._left_before = 0
        self._widths_before: list[int] = []

    def restore(self, state: QByteArray | None) -> None:
        """Take the widths of the last time, or the usual ones."""
        if state is None or not self.restoreState(state):
            self.setSizes(list(_WIDTHS))

    # The right pane

    def allow_right(self, allowed: bool) -> None:
        """Show the right pane if the person wants it; what is in the middle may have no use for it."""
        self._is_right_allowed = allowed
        self._show_right()

    def toggle_right(self) -> None:
        """The person wants to see the right pane, or no longer."""
        if self._is_crowded():
            self._is_right_wanted_beside_lines = not self._is_right_wanted_beside_lines
        else:
            self._is_right_wanted = not self._is_right_wanted
        self._show_right()

    def _show_right(self) -> None:
        wanted = self._is_right_wanted_beside_lines if self._is_crowded() else self._is_right_wanted
        self._right.setVisible(wanted and self._is_right_allowed)

    def _is_crowded(self) -> bool:
        """Whether the left pane is so wide that the right one is shown only when it is asked for."""
        return self._is_wide and self.width() < _ROOMY

    # The left pane

    def make_room_for_results(self) -> None:
        """Widen the left pane: results need more room than titles."""
        self._left_before = self.sizes()[0]
        self._set_left(max(self._left_before, _RESULTS_WIDTH))

    def give_room_back(self) -> None:
        """Make the left pane as wide as it was before the results."""
        self._set_left(self._left_before)

    def set_wide(self, wide: bool) -> None:
        """Make the left pane as wide as the others allow, for a concordance, or all as they were before."""
        if wide == self._is_wide:
            return
        self._is_right_wanted_beside_lines = False
        self._is_wide = wide
        if wide:
            self._widths_before = self.sizes()
        self._show_right()
        self.setSizes(self._wide_widths() if wide else self._widths_before)

    def _wide_widths(self) -> list[int]:
        right = 0 if self._right.isHidden() else self.sizes()[2]
        handles = self.handleWidth() * (2 if right else 1)
        return [self.width() - handles - _LEAST[1] - right, _LEAST[1], right]

    def _set_left(self, width: int) -> None:
        """The middle pane gives or takes the difference, as far as it can."""
        left, middle, *rest = self.sizes()
        more = min(width - left, middle - _LEAST[1])
        self.setSizes([left + more, middle - more, *rest])
