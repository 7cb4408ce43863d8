"""Single letters as keys: what a key writes, on the Latin and on the Cyrillic keyboard of Serbian alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LATIN = dict(zip("абвдефгијклмнопрстузњљхџ", "abvdefgijklmnoprstuzwqxx", strict=True))
"""What stands on the same key, or looks or sounds the same: Њ is where W is, Х looks like X and Џ is where it is."""


def letter_of(event: QKeyEvent) -> str:
    """The Latin small letter, figure or sign that a key means; "" for other keys, and with Ctrl, Alt or Shift."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    written = event.text().lower()
    return _LATIN.get(written, written if written.isprintable() else "")
