"""Lines of typing that leave keys to the window which Qt would take for moving in the line."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

LINK_KEY = "Ctrl+E"
"""On Linux a line of typing takes this key for "to the end of the line", as End does."""


def let_through(line: QLineEdit, key: str = LINK_KEY) -> None:
    """Leave a key to the action of the window that has it."""
    line.installEventFilter(_Leaving(line, QKeySequence(key)))


class _Leaving(QObject):
    def __init__(self, line: QLineEdit, keys: QKeySequence) -> None:
        super().__init__(line)
        self._keys = keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_meant(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_meant(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        return QKeySequence(event.keyCombination()) == self._keys
