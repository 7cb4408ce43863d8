"""Saying that dates that compute as a contradiction are none, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.kinds import Sameness
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import claims
from archive_app.services.events import Claim
from archive_app.ui import theme
from archive_app.ui.forms import Field, Input, RecordForm
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session

_FIELDS = (
    Field(
        "reason",
        N_("&Why"),
        Input.LINES,
        help=N_("Such as: it tells of the first attack, not of the surrender"),
    ),
)
_MOST = 5


class SettleDialog(SavingDialog):
    """Marks the dates of claims on one event; the reason is added to their remarks. It can be taken back."""

    def __init__(
        self, session: Session, title: str, some: Sequence[Claim], parent: QWidget | None = None
    ) -> None:
        """`title` is that of the event."""
        super().__init__(session, _("&No contradiction"), parent)
        self.setWindowTitle(_("No contradiction"))
        self.resize(480, 280)
        self._claims = some
        head = plain_label(wrap=True)
        head.setText(title)
        head.setFont(theme.interface_font(1, weight=650))
        self.said = plain_label(wrap=True)
        self.said.setText("\n".join(_lines(some)))
        self.form = RecordForm(_FIELDS)
        hint = plain_label(wrap=True)
        hint.setText(_("The reason goes into the remark of the claim. What is computed stays on the page."))
        hint.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        for widget in (head, self.said, self.form, hint, self.error):
            layout.addWidget(widget)
        layout.addStretch()
        self._offer_to_take_back()
        layout.addWidget(self.buttons)
        self.form.inputs["reason"].setFocus()

    def _offer_to_take_back(self) -> None:
        self.back_button = QPushButton(_("&As computed"), self)
        self.back_button.setAutoDefault(False)
        self.back_button.setToolTip(_("Take it back: let the program compare these dates; remarks stay"))
        self.buttons.addButton(self.back_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.back_button.setVisible(any(claim.link.when_mark for claim in self._claims))
        self.back_button.clicked.connect(self.take_back)

    def save(self) -> None:
        """Mark the claims and close; stay open and say why where that is not possible."""
        self._mark(Sameness.SAME, str(self.form.values()["reason"]))

    def take_back(self) -> None:
        """Let the program compare again."""
        self._mark(Sameness.UNMARKED, "")

    def _mark(self, mark: Sameness, reason: str) -> None:
        self.write(claims.mark_dates, [claim.link.id for claim in self._claims], mark, reason)


def _lines(some: Sequence[Claim]) -> list[str]:
    """What the claims say, a line each; of many only the first."""
    lines = []
    for claim in some[:_MOST]:
        by = short(claim.source.title, 70) if claim.source else _("Not in a source")
        lines.append(_("{date}: {source}").format(date=format_date(claim.link.says_when), source=by))
        if claim.link.note:
            lines.append(_("Remark: {note}").format(note=short(claim.link.note, 120)))
    more = len(some) - _MOST
    if more > 0:
        lines.append(ngettext("and {count} other", "and {count} others", more).format(count=more))
    return lines
