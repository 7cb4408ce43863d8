"""What single keys mean while a person goes through the proposals."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from archive_app.ui.letter_keys import letter_of

_LETTERS = {
    "n": "new",
    "x": "aside",
    "s": "later",
    "a": "also",
    "e": "says",
    "f": "find",
    "-": "another",
    "\u2212": "another",
}
_FIGURES = frozenset("12345")
_KEYS = {
    Qt.Key.Key_Delete: "aside",
    Qt.Key.Key_Right: "later",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Return: "take",
    Qt.Key.Key_Enter: "take",
    Qt.Key.Key_Escape: "leave",
}


def meaning(event: QKeyEvent) -> str:
    """What a key means, a figure as it is; "" for nothing, and for all keys while the person types in a line."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~keypad or isinstance(QApplication.focusWidget(), QLineEdit):
        return ""
    written = letter_of(event)
    if written in _FIGURES:
        return written
    return _KEYS.get(Qt.Key(event.key())) or _LETTERS.get(written, "")
