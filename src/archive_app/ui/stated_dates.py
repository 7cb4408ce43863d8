"""The dates that the sources state for an event, each with how it stands to that of the event."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services.claims import EventPage, StatedDate
from archive_app.ui import theme
from archive_app.ui.agreement_chip import (
    AgreementChip,
    against_chip,
    agreement_chip,
    beside_chip,
    settled_chip,
)
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.plain_text import tip
from archive_app.ui.wrapped_label import WrappedLabel

_MOST, _MOST_SOURCES = 12, 3
_SHORT = 28
"""So many letters of a title are enough to know a source again; the whole titles are in the tip."""
_LEAST = 130
"""The width in pixels that the words on the claims have at least."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class StatedDates(QFrame):
    """A line for each date. `hold_wanted` carries one that the person wants to hold right, `claims_wanted` one of which
    the person wants to see the claims alone."""

    hold_wanted = Signal(str)
    claims_wanted = Signal(str)

    def __init__(self, page: EventPage, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkcard")
        self.setAccessibleName(_("Dates that the sources state"))
        self._held = page.event.when
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 10, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, date in enumerate(page.dates[:_MOST]):
            self._add(grid, row, date, can_hold=not read_only)
        more = len(page.dates) - _MOST
        if more > 0:
            said = ngettext("and {count} other date", "and {count} other dates", more).format(count=more)
            grid.addWidget(WrappedLabel(said, muted=True), _MOST, 0, 1, 4)

    def _add(self, grid: QGridLayout, row: int, date: StatedDate, *, can_hold: bool) -> None:
        words = QLabel(format_date(date.when))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(theme.interface_font(weight=600))
        grid.addWidget(words, row, 0, _MIDDLE)
        grid.addLayout(self._chips(date), row, 1, _MIDDLE)
        said = LinkLabel(_claims(date))
        said.setObjectName("muted")
        said.setAlignment(_MIDDLE)
        said.setMinimumWidth(_LEAST)
        said.setToolTip(tip(_("Show only these claims: {titles}").format(titles="; ".join(date.sources))))
        said.clicked.connect(partial(self.claims_wanted.emit, date.when))
        grid.addWidget(said, row, 2)
        if can_hold and date.agreement is not Agreement.SAME:
            hold = QPushButton(_("Hold right\u2026"))
            hold.setFlat(True)
            hold.setToolTip(_("Date the event so, and say why"))
            hold.setAccessibleName(_("Hold {date} right").format(date=format_date(date.when)))
            hold.clicked.connect(partial(self.hold_wanted.emit, date.when))
            grid.addWidget(hold, row, 3, _MIDDLE)

    def _chips(self, date: StatedDate) -> QVBoxLayout:
        """How the date stands to that of the event, and, where that tells nothing of it, that others contradict it."""
        chips = QVBoxLayout()
        chips.setSpacing(4)
        if date.agreement is not None:
            chips.addWidget(agreement_chip(date.agreement, self._held))
        second = _second_chip(date)
        if second is not None:
            chips.addWidget(second)
        return chips


def _second_chip(date: StatedDate) -> AgreementChip | None:
    """What is to be known of a date beside how it stands to that of the event."""
    if date.is_settled:
        bears_out = date.agreement in (Agreement.SAME, Agreement.MORE_PRECISE)
        return None if bears_out else settled_chip()
    if date.against and date.agreement not in (Agreement.SAME, Agreement.CONFLICT):
        return against_chip(date.against)
    return beside_chip(date.beside) if date.beside and not date.against else None


def _claims(date: StatedDate) -> str:
    """How many claims state a date, and in which sources."""
    sources = "; ".join(short(title, _SHORT) for title in date.sources[:_MOST_SOURCES])
    sources = sources or _("not in a source")
    more = len(date.sources) - _MOST_SOURCES
    if more > 0:
        other = ngettext("{sources} and {count} other", "{sources} and {count} others", more)
        sources = other.format(sources=sources, count=more)
    said = ngettext("{count} claim: {sources}", "{count} claims: {sources}", date.claims)
    return said.format(count=date.claims, sources=sources)
