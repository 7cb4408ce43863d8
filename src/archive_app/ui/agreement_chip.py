"""How a date stands to another: a sign, words and a colour, so that none of the three is needed alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _
from archive_app.services.record_labels import agreement_label, agreement_sign
from archive_app.ui import theme

AGAINST = "against"
"""The kind of a chip on a date that other sources contradict."""
BESIDE = "beside"
"""The kind of a chip on a date beside which the same source gives another one."""
SETTLED = "settled"
"""The kind of a chip on a date that a person calls no contradiction."""
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
    """A chip that says that other sources cannot be right where this one is; their dates, EDTF, are in its tip."""
    return _chip_with(AGAINST, dates, _("\u2260 other sources"), _("\u2260 other sources: {date}"))


def beside_chip(dates: tuple[str, ...]) -> AgreementChip:
    """A chip that says that the same source gives another date, too, or several; the dates, EDTF, are in its tip."""
    return _chip_with(BESIDE, dates, _("\u2194 also other dates"), _("\u2194 also says {date}"))


def settled_chip() -> AgreementChip:
    """A chip that says that by a person's word there is no contradiction."""
    chip = AgreementChip(SETTLED, _("= no contradiction"))
    chip.setToolTip(_("So a person said; the reason is the remark of the claim."))
    return chip


def disputed_chip() -> AgreementChip:
    """A chip that says of an event that sources are against each other and that nothing is decided."""
    chip = AgreementChip(Agreement.CONFLICT.value, _("\u2260 sources differ"))
    chip.setToolTip(_("What the sources say of this event cannot all be right."))
    return chip


def _chip_with(kind: str, dates: tuple[str, ...], words: str, with_date: str) -> AgreementChip:
    """A chip that names the one date where there is room for it."""
    written = [format_date(date, short=True) for date in dates]
    if len(written) == 1 and len(written[0]) <= _SHORT:
        words = with_date.format(date=written[0])
    chip = AgreementChip(kind, words)
    chip.setToolTip("\n".join(written))
    return chip
