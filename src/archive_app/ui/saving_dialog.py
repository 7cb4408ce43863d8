"""What all dialogs that write a record have in common: save and cancel, and the reason why it cannot be saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from archive_app.core.translation import _
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session


class SavingDialog(QDialog):
    """Closes once what it asked for is written; stays open and says why where that is not possible."""

    def __init__(self, session: Session, save_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.error = plain_label(wrap=True)
        self.error.setObjectName("wrong")
        self.error.hide()
        self.save_button = QPushButton(save_label)
        self.save_button.setDefault(True)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)

    def save(self) -> None:
        """Write what is in the fields; to be said by each dialog."""
        raise NotImplementedError

    def write(self, service: Callable[..., Any], *args: Any, **values: Any) -> None:
        """Call a service that writes, and wait for what becomes of it."""
        self.save_button.setEnabled(False)
        self._session.write(
            self.windowTitle(), service, *args, done=self.on_saved, failed=self._on_failed, **values
        )

    def on_saved(self, _record: Any) -> None:
        """It is in the archive."""
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.refuse(str(error))

    def refuse(self, reason: str) -> None:
        """Say why it cannot be saved."""
        self.save_button.setEnabled(True)
        self.error.setText(reason)
        self.error.show()
