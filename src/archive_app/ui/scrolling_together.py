"""Two texts that scroll as one: by their passages, so that a translation keeps up with what it translates."""

from bisect import bisect_right

from PySide6.QtCore import QObject

from archive_app.ui.text_pane import TextPane


def passage_at_top(pane: TextPane) -> float:
    """Which passage stands at the top of a text, with how much of it is above: 3.5 is the middle of the fourth."""
    outline = pane.text_layout.outline
    index = (
        bisect_right(
            outline.starts, pane.firstVisibleBlock().position() + pane.firstVisibleBlock().length() - 1
        )
        - 1
    )
    if index < 0:
        return 0.0
    first, lines = _lines_of(pane, index)
    above = pane.verticalScrollBar().value() - first
    return index + min(max(above / lines, 0.0), 1.0)


def scroll_to_passage(pane: TextPane, position: float) -> None:
    """Bring a place that `passage_at_top` told to the top; the nearest one where there are fewer passages."""
    count = len(pane.text_layout.outline.starts)
    if not count:
        return
    position = min(max(position, 0.0), float(count))
    index = min(int(position), count - 1)
    first, lines = _lines_of(pane, index)
    pane.verticalScrollBar().setValue(round(first + (position - index) * lines))


def _lines_of(pane: TextPane, index: int) -> tuple[int, int]:
    """The first line of a passage in its text, and how many lines it takes with what follows it."""
    outline, document = pane.text_layout.outline, pane.document()
    first = document.findBlock(outline.starts[index]).firstLineNumber()
    if index + 1 < len(outline.starts):
        end = document.findBlock(outline.starts[index + 1]).firstLineNumber()
    else:
        end = document.lineCount()
    return first, max(end - first, 1)


class ScrollingTogether(QObject):
    """Moves one text when the other is scrolled.

    Both keep the places that stood beside each other when it began; where one has more passages than the other, it goes
    faster.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes: tuple[TextPane, TextPane] | None = None
        self._from = (0.0, 0.0)
        self._pace = 1.0
        """Passages of the second text for each one of the first."""
        self._is_moving = False
        self._is_held = False

    @property
    def is_on(self) -> bool:
        """Whether two texts scroll as one."""
        return self._panes is not None

    def start(self, first: TextPane, second: TextPane) -> None:
        """Let these two scroll as one, from where they are."""
        self.stop()
        self._panes = first, second
        self._take_bearings()
        for pane in self._panes:
            pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            pane.text_shown.connect(self._take_bearings)

    def stop(self) -> None:
        """Let each scroll by itself."""
        for pane in self._panes or ():
            pane.verticalScrollBar().valueChanged.disconnect(self._on_scrolled)
            pane.text_shown.disconnect(self._take_bearings)
        self._panes = None

    def hold(self) -> None:
        """Move nothing while one of the texts is shown in other letters: its place stays the same."""
        self._is_held = True

    def go_on(self) -> None:
        """Scroll as one again, as before."""
        self._is_held = False

    def _take_bearings(self) -> None:
        if self._panes is not None and not self._is_held:
            first, second = self._panes
            counts = [max(len(pane.text_layout.outline.starts), 1) for pane in self._panes]
            self._pace = counts[1] / counts[0]
            self._from = passage_at_top(first), passage_at_top(second)

    def _on_scrolled(self) -> None:
        if self._panes is None or self._is_moving or self._is_held:
            return
        first, second = self._panes
        self._is_moving = True
        try:
            if self.sender() is first.verticalScrollBar():
                gone = passage_at_top(first) - self._from[0]
                scroll_to_passage(second, self._from[1] + gone * self._pace)
            else:
                gone = passage_at_top(second) - self._from[1]
                scroll_to_passage(first, self._from[0] + gone / self._pace)
        finally:
            self._is_moving = False
