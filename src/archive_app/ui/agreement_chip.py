"""How a date stands to another: a sign, words and a colour, so that none of the three is needed alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _
from archive_app.services.record_labels import agreement_label, agreement_sign
from archive_app.ui import theme

AGAINST = "against"
"""The kind of a chip on a date that other claims contradict."""
_SHORT = 12
"""A date of so many letters has room in a chip."""


class AgreementChip(QLabel):
    """A few words on a coloured ground; `kind` chooses the colour in the style sheet."""

    def __init__(self, kind: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("agreement")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setFont(theme.interface_font(-0.5, weight=600))
        self.setMinimumWidth(1)  # it is cut off rather than that a narrow card is torn
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


def agreement_chip(agreement: Agreement, held: str) -> AgreementChip:
    """A chip that says how a date stands to that of the event, EDTF."""
    words = _("{sign} {words}").format(sign=agreement_sign(agreement), words=agreement_label(agreement))
    chip = AgreementChip(agreement.value, words)
    chip.setToolTip(_("The event itself is dated {date}.").format(date=format_date(held)))
    return chip


def against_chip(dates: tuple[str, ...]) -> AgreementChip:
    """A chip that says that other claims cannot be right where this one is; their dates, EDTF, are in its tip."""
    written = [format_date(date, short=True) for date in dates]
    words = _("\u2260 other claims")
    if len(written) == 1 and len(written[0]) <= _SHORT:
        words = _("\u2260 other claims: {date}").format(date=written[0])
    chip = AgreementChip(AGAINST, words)
    chip.setToolTip("\n".join(written))
    return chip
