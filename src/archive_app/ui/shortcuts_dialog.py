"""All keyboard shortcuts, as the menus have them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.actions import Actions, plain_text
from archive_app.ui.plain_text import plain_label


class ShortcutsDialog(QDialog):
    """A list to look at while working; it is made from the actions, so it is always right."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(460, 560)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(3 * theme.SPACE)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        row = 0
        for title, group in actions.groups:
            shown = [action for action in group if not action.shortcut().isEmpty()]
            if shown:
                head = QLabel(plain_text(title))
                head.setFont(theme.interface_font(weight=600))
                grid.addWidget(head, row, 0)
                row += 1
            for action in shown:
                name = plain_text(action.text())
                keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
                keys.setObjectName("muted")
                grid.addWidget(plain_label(name), row, 0)
                grid.addWidget(keys, row, 1)
                row += 1
            grid.setRowMinimumHeight(row, theme.SPACE)
            row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(table)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
