"""What is seen while the last archive is being opened."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui import theme


class WaitingPage(QWidget):
    """An empty page with one line. `painted` is emitted once, when the person can see it."""

    painted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_painted = False
        label = QLabel(_("Opening “{name}”…").format(name=folder.resolve().name))
        label.setObjectName("muted")
        label.setFont(theme.interface_font(1))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, after the first time, that the page is there."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
