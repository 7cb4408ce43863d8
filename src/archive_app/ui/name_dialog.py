"""Asking for a name."""

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton, QWidget

from archive_app.core.translation import _

_WIDTH = 360


def ask_name(window: QWidget, title: str, label: str, text: str, answer: Callable[[str], object]) -> None:
    """Open a small dialog over the window; `answer` is called with what was written, unless it is cancelled."""
    dialog = QInputDialog(window)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.setOkButtonText(_("&Save"))
    dialog.setCancelButtonText(_("Cancel"))
    dialog.textValueSelected.connect(answer)
    dialog.finished.connect(dialog.deleteLater)
    for line in dialog.findChildren(QLineEdit):
        line.setMinimumWidth(_WIDTH)
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())  # no other dialog has icons on them
    dialog.open()
