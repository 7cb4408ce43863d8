"""Words that take as many lines as they need, never as wide as they would like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class WrappedLabel(QLabel):
    """A label of plain text whose height follows its width."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, muted: bool = False) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if muted:
            self.setObjectName("muted")

    def selectable(self) -> "WrappedLabel":
        """Let the person select and copy the words; returns itself."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self
