"""A verdict on the date of an event: which one is held right, and why."""

from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from archive_app.core.records import Event
from archive_app.core.translation import N_, _
from archive_app.services import verdicts
from archive_app.ui import theme
from archive_app.ui.forms import Field, Input, RecordForm
from archive_app.ui.plain_text import plain_label
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session

_FIELDS = (
    Field("when", N_("&Date held right"), Input.DATE),
    Field("reason", N_("&Why"), Input.LINES, help=N_("What speaks for it, and what against the others")),
)


class VerdictDialog(SavingDialog):
    """Writes the date and the reason as one action; the question can be left open again."""

    def __init__(
        self, session: Session, event: Event, when: str, parent: QWidget | None = None, *, reason: str = ""
    ) -> None:
        """`when` is the date, EDTF, that is offered, `reason` what speaks for it."""
        super().__init__(session, _("&Hold it right"), parent)
        self.setWindowTitle(_("Which date is right?"))
        self.resize(480, 300)
        self._event = event
        title = plain_label(wrap=True)
        title.setText(event.title)
        title.setFont(theme.interface_font(1, weight=650))
        self.form = RecordForm(_FIELDS)
        known = event.reason if when == event.when else ""
        self.form.set_values({"when": when, "reason": known or reason})
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
        self._offer_to_leave_open()
        layout.addWidget(self.buttons)
        self.form.inputs["reason" if when else "when"].setFocus()

    def _offer_to_leave_open(self) -> None:
        self.open_button = QPushButton(_("&Leave it open"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.setToolTip(_("The date stays, the verdict is withdrawn"))
        self.buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.open_button.setVisible(bool(self._event.reason))
        self.open_button.clicked.connect(self._leave_open)

    def save(self) -> None:
        """Write the verdict and close; stay open and say why where that is not possible."""
        values: dict[str, Any] = self.form.values()
        error = self.form.error()
        if error:
            self.refuse(error)
            return
        self.write(verdicts.give_verdict, self._event.id, **values)

    def _leave_open(self) -> None:
        self.write(verdicts.withdraw_verdict, self._event.id)
