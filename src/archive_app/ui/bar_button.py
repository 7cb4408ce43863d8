"""The small buttons of the bars over a text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from archive_app.ui import icons


def bar_button(icon: str, said: str) -> QToolButton:
    """A button that shows only an icon; it takes the keyboard by Tab alone, so that a click leaves it in the text."""
    button = QToolButton()
    icons.put(button, icon)
    button.setIconSize(QSize(14, 14))
    button.setToolTip(said)
    button.setAccessibleName(said)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
