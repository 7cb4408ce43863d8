"""A verdict on the date of an event: which one is held right, and why."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from archive_app.core.records import Event
from archive_app.core.translation import N_, _
from archive_app.services import verdicts
from archive_app.ui import theme
from archive_app.ui.forms import Field, Input, RecordForm
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

_FIELDS = (
    Field("when", N_("&Date held right"), Input.DATE),
    Field("reason", N_("&Why"), Input.LINES, help=N_("What speaks for it, and what against the others")),
)


class VerdictDialog(QDialog):
    """Writes the date and the reason as one action; the question can be left open again."""

    def __init__(
        self, session: Session, event: Event, when: str, parent: QWidget | None = None, *, reason: str = ""
    ) -> None:
        """`when` is the date, EDTF, that is offered, `reason` what speaks for it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Which date is right?"))
        self.resize(480, 300)
        self._session = session
        self._event = event
        title = plain_label(wrap=True)
        title.setText(event.title)
        title.setFont(theme.interface_font(1, weight=650))
        self.form = RecordForm(_FIELDS)
        known = event.reason if when == event.when else ""
        self.form.set_values({"when": when, "reason": known or reason})
        self.error = plain_label(wrap=True)
        self.error.setObjectName("wrong")
        self.error.hide()
        self.form.changed.connect(self.error.hide)
        hint = plain_label(wrap=True)
        hint.setText(_("What was held right before stays on the page, with its reason."))
        hint.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        for widget in (title, self.form, hint, self.error):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self._buttons())
        self.form.inputs["reason" if when else "when"].setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        cancel = QPushButton(_("Cancel"))
        self.save_button = QPushButton(_("&Hold it right"))
        self.save_button.setDefault(True)
        self.open_button = QPushButton(_("&Leave it open"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.setToolTip(_("The date stays, the verdict is withdrawn"))
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.open_button.setVisible(bool(self._event.reason))
        self.open_button.clicked.connect(self._leave_open)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        return buttons

    def save(self) -> None:
        """Write the verdict and close; stay open and say why where that is not possible."""
        values: dict[str, Any] = self.form.values()
        error = self.form.error()
        if error:
            self._refuse(error)
            return
        self._write(verdicts.give_verdict, **values)

    def _leave_open(self) -> None:
        self._write(verdicts.withdraw_verdict)

    def _write(self, service: Any, **values: Any) -> None:
        self.save_button.setEnabled(False)
        self._session.write(
            self.windowTitle(), service, self._event.id, done=self._on_saved, failed=self._on_failed, **values
        )

    def _on_saved(self, _event: Event) -> None:
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._refuse(str(error))

    def _refuse(self, reason: str) -> None:
        self.save_button.setEnabled(True)
        self.error.setText(reason)
        self.error.show()
